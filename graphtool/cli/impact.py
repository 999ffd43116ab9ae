"""`graphtool impact SOURCE NODE...`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from graphtool.cli import asking, query
from graphtool.cli.commands import COMMANDS
from graphtool.cli.parameters import Command
from graphtool.cli.speaking import inert
from graphtool.language import Said, Text

if TYPE_CHECKING:
    from graphtool.engine import Answer
    from graphtool.language import Language

_FOR_TERMINAL = Text(
    "tekst er til terminalen; bruk --format md eller json med -o",
    "tekst er til terminalen; bruk --format md eller json med -o",
    "text is for the terminal; use --format md or json with -o",
)

NAME = "impact"
TEXT = "text"
"""The format in which it is told in lines, beside those of every query."""


def _made() -> click.Command:
    """The query as a command of its own, the nodes as its arguments."""
    from graphtool import queries

    found = queries.find(NAME)

    def answer(
        *,
        source: str,
        nodes: tuple[str, ...],
        form: str | None,
        output: str | None,
        lang: Language,
        **options: Any,
    ) -> None:
        form = form if form == TEXT else asking.form_of(form, output)
        if form == TEXT and output:
            raise click.UsageError(Said(_FOR_TERMINAL))
        told = query.asked(found, source, node=nodes, **options)
        if form == TEXT:
            _tell(told, lang)
        else:
            asking.write(told, form, output, lang)

    made: Any = click.command(
        NAME,
        cls=Command,
        short=COMMANDS[NAME],
        more=query.defined(found),
        example="graphtool impact data/kristiansandsregionen Vennesla --format text",
    )(answer)
    for parameter in reversed(found.parameters):
        if not parameter.multiple:
            made = query.option(found, parameter)(made)
    nodes = click.argument("nodes", nargs=-1, required=True, metavar="NODE...")
    return nodes(asking.options(made, TEXT))


def _tell(answer: Answer, language: Language) -> None:
    from graphtool.queries import impact_text

    for line in impact_text.lines(answer.records(), answer.notes):
        click.echo(inert(line.in_(language)))


command = _made()
