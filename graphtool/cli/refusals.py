"""What click refuses of a command line, in the user's language; in English it speaks itself."""

from __future__ import annotations

import re
from difflib import get_close_matches

import click
from click.exceptions import BadOptionUsage, MissingParameter, NoArgsIsHelpError, NoSuchOption

from graphtool.cli.helping import placeholders
from graphtool.cli.parameters import EXTRA, Words
from graphtool.errors import NOTHING, meant
from graphtool.language import Language, Said, Text, in_language, same

_FRAME = Text(
    "{usage}\nHjelp: {path} --help\n\nFeil: {message}",
    "{usage}\nHjelp: {path} --help\n\nFeil: {message}",
    "{usage}\nHelp: {path} --help\n\nError: {message}",
)
_NO_OPTION = Text(
    "valget «{name}» finnes ikke{hint}",
    "valet «{name}» finst ikkje{hint}",
    "there is no option {name}{hint}",
)
_ELSEWHERE = Text(
    "; spørsmål som har det: {queries}",
    "; spørsmål som har det: {queries}",
    "; queries that have it: {queries}",
)
_NO_VALUE = Text(
    "valget «{name}» må ha en verdi", "valet «{name}» må ha ein verdi", "{name} needs a value"
)
_MISSING = Text("«{name}» mangler", "«{name}» manglar", "{name} is missing")
_CHOICES = Text("; velg blant {choices}", "; vel blant {choices}", "; choose from {choices}")
_INVALID = Text(
    "«{name}» kan ikke være {given}{why}",
    "«{name}» kan ikkje vere {given}{why}",
    "{name} cannot be {given}{why}",
)
_WHOLE = Text(
    "; ventet et helt tall{least}{most}",
    "; venta eit heilt tal{least}{most}",
    "; expected a whole number{least}{most}",
)
_NUMBER = Text(
    "; ventet et tall{least}{most}",
    "; venta eit tal{least}{most}",
    "; expected a number{least}{most}",
)
_ABOVE = Text(" over {low}", " over {low}", " above {low}")
_FROM = Text(" fra {low}", " frå {low}", " from {low}")
_TO = Text(" til {high}", " til {high}", " to {high}")
_WHY = same(": {why}")
_TOO_MANY = Text("overflødig: {words}", "overflødig: {words}", "too many words: {words}")
_THAT = Text("det", "det", "that")
NEAR = 0.85
"""How alike two options are of which one may be meant, where other queries have the one given."""
_GIVEN = re.compile(r"'?(.*?)'? is not ")


def show(error: click.ClickException, language: Language) -> None:
    """Says on stderr what is wrong with a command line, and how the command is used."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    elsewhere = _elsewhere(error)
    if isinstance(error, NoArgsIsHelpError) or (language == "en" and not elsewhere):
        error.show()
        return
    message = in_language(elsewhere or _message(error), language)
    if ctx is None:
        click.echo(f"graphtool: {message}", err=True)
        return
    said = Said(_FRAME, usage=ctx.get_usage(), path=ctx.command_path, message=message)
    click.echo(said.in_(language), err=True)


def _elsewhere(error: click.ClickException) -> Said | None:
    """That other queries have an option which the one that was asked has not, and which."""
    if not isinstance(error, NoSuchOption) or not error.ctx or not error.ctx.parent:
        return None
    command = error.ctx.parent.info_name
    if command not in ("query", "changes"):
        return None
    from graphtool import queries

    if error.ctx.info_name not in queries.QUERIES:
        return None  # a question of one's own, in a file
    named = error.option_name.removeprefix("--").replace("-", "_")
    having = sorted(
        query.name
        for query in queries.QUERIES.values()
        # What changed is asked of a query itself, not of a wider one.
        for more in (queries.further(query) if command == "query" else (),)
        if named in {parameter.name.strip("_") for parameter in (*query.parameters, *more)}
    )
    if not having:
        return None
    there = Said(_ELSEWHERE, queries=", ".join(having))
    near = get_close_matches(error.option_name, error.possibilities or (), cutoff=NEAR)
    return Said(_NO_OPTION, name=error.option_name, hint=there + meant(near) if near else there)


def _message(error: click.ClickException) -> str:
    """What is wrong, where click says it; what our own commands say is in the language already."""
    if isinstance(error, NoSuchOption):
        near = error.possibilities
        return Said(_NO_OPTION, name=error.option_name, hint=meant(near) if near else NOTHING)
    if isinstance(error, BadOptionUsage):
        return Said(_NO_VALUE, name=error.option_name)
    if isinstance(error, click.BadParameter):
        return _parameter(error)
    if extra := EXTRA.match(error.message):
        return Said(_TOO_MANY, words=extra[1])
    return error.message


def _parameter(error: click.BadParameter) -> Said:
    """What an argument or an option cannot be."""
    name = _name(error.param)
    kind = error.param.type if error.param else None
    choices = NOTHING
    if isinstance(kind, click.Choice):
        all_ = kind.listed if isinstance(kind, Words) else ", ".join(map(str, kind.choices))
        choices = Said(_CHOICES, choices=all_)
    if isinstance(error, MissingParameter):
        return Said(_MISSING, name=name) + choices
    quoted = _GIVEN.match(error.message)
    given = f"«{quoted[1]}»" if quoted else _THAT
    why: str | Text = choices or Said(_WHY, why=error.message)
    if isinstance(kind, (click.types.IntParamType, click.types.FloatParamType)):
        why = _number(kind)
    return Said(_INVALID, name=name, given=given, why=why)


def _number(kind: click.types.IntParamType | click.types.FloatParamType) -> Said:
    """What number an option takes."""
    least = most = NOTHING
    if isinstance(kind, (click.IntRange, click.FloatRange)):
        if kind.min is not None:
            least = Said(_ABOVE if kind.min_open else _FROM, low=f"{kind.min:g}")
        if kind.max is not None:
            most = Said(_TO, high=f"{kind.max:g}")
    form = _WHOLE if isinstance(kind, click.types.IntParamType) else _NUMBER
    return Said(form, least=least, most=most)


def _name(param: click.Parameter | None) -> str | Text:
    """As it is written: an option's longest name, an argument's in capitals."""
    if param is None:
        return ""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return placeholders(param.human_readable_name.upper())
