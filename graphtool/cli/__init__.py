"""The command line. Nothing else knows click.

This module is all that `graphtool --help` imports, so a command's module is imported when it is
called, and pandas with it.
"""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from itertools import pairwise
from typing import Any

import click

from graphtool import __version__
from graphtool.errors import GraphtoolError, did_you_mean, reason
from graphtool.language import LANGUAGES, Language, Said, Text, preferred, told

COMMANDS = {
    "describe": "Counts by kind and relation, the period, how much of it is sourced.",
    "check": "Every problem at once, with file and row; quotes against their documents.",
    "queries": "The list of queries, by name and by what they are called in your language.",
    "query": "Ask a query; rows as a table, CSV, JSON, Markdown or Excel.",
    "impact": "What breaks if some nodes leave, end or are delayed: what it does to what, by which"
    " path.",
    "changes": "What of a query's answer changed between two days or two datasets.",
    "compare": "What changed between two datasets or two days: added, gone, moved, who answers, how"
    " well.",
    "map": "The interactive map as one offline HTML file, or a picture or slide of a view.",
    "report": "One offline folder for a meeting: findings, tables, map, slides, what to settle.",
    "open": "The report in the browser, read anew whenever the source is saved, until Ctrl-C.",
    "slides": "PowerPoint slides, editable, a finding as each title.",
    "load": "The graph into Neo4j, whole, and again without harm.",
    "unload": "The graph out of Neo4j; other data there stays.",
    "cypher": "A query as Cypher, ready to paste into Neo4j Browser.",
    "export": "The graph as {written}.",
    "demo": "Example data to try everything on: two regions and an action plan, in a new folder.",
    "new": "A dataset to start from: the region's municipalities, with what is officially known.",
    "template": "An Excel workbook to fill in, empty or with what a source holds.",
}
"""Every command and its short help (`files` fills it in); its module here has its name."""


_NO_QUERY = Text(
    "spørringen «{name}» finnes ikke{hint}",
    "spørjinga «{name}» finst ikkje{hint}",
    "query {name!r} does not exist{hint}",
)
_NO_COMMAND = Text(
    "kommandoen «{name}» finnes ikke{hint}",
    "kommandoen «{name}» finst ikkje{hint}",
    "command {name!r} does not exist{hint}",
)
_KNOWN = Text("; kjente er {known}", "; kjende er {known}", "; known are {known}")


class Suggesting(click.Group):
    """A group that answers a misspelt command with the nearest names."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command; a usage error that names the nearest where there is none."""
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            known = self.list_commands(ctx)
            near = did_you_mean(name, [*known, *self.other_names()])
            hint = near or Said(_KNOWN, known=", ".join(known))
            missing = _NO_QUERY if self.name == "query" else _NO_COMMAND
            raise click.UsageError(Said(missing, name=name, hint=hint), ctx)
        return super().resolve_command(ctx, args)

    def other_names(self) -> list[str]:
        """Further names by which its commands are known."""
        return []


class ReaderGone(Exception):
    """The program that read our output has left (`| head`); nothing is left to say to it."""


class Lazy(Suggesting):
    """Commands that are imported when they are called."""

    def invoke(self, ctx: click.Context) -> Any:
        """The command's answer; `ReaderGone`, as click would make a broken pipe exit code 1."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ReaderGone from error

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names, in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"graphtool.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Names and short help, without importing any command."""
        from graphtool.cli import files

        with formatter.section("Commands"):
            formatter.write_dl([(name, files.filled(what)) for name, what in COMMANDS.items()])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What stands below, with the formats that there are."""
        from graphtool.cli import files

        self.epilog = files.filled(EPILOG)
        super().format_epilog(ctx, formatter)


EPILOG = """\b
Example:
  graphtool query orphaned-goals data/kongsbergregionen

SOURCE is {read}, or a neo4j:// or bolt:// address (credentials
from NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE).
Exit codes: 0 answered, 1 check found something, 2 could not run.
"""


FIRST_STEPS = Text(
    """\
graphtool viser hvem som eier hva, hvem som arbeider med hvem, og hva som avhenger av hva.

Har du en arbeidsbok, en CSV-fil eller en mappe med slike:
  graphtool check plan.xlsx            hva som ble forstått, og hva som må rettes
  graphtool open plan.xlsx             rapporten i nettleseren, oppdatert hver gang du lagrer
  graphtool report plan.xlsx -o møte   alt til møtet i én mappe: funn, tabeller, kart, lysbilder
  graphtool query orphaned-goals plan.xlsx   mål som ingen svarer for

Har du ingen ennå:
  graphtool template -o plan.xlsx      en arbeidsbok å fylle ut
  graphtool new plan.xlsx --region Agder   en med kommunene i fylket
  graphtool demo                       to regioner og en plan å prøve alt på

Alle kommandoer: graphtool --help    Alle spørsmål: graphtool queries""",
    """\
graphtool viser kven som eig kva, kven som arbeider med kven, og kva som er avhengig av kva.

Har du ei arbeidsbok, ei CSV-fil eller ei mappe med slike:
  graphtool check plan.xlsx            kva som vart forstått, og kva som må rettast
  graphtool open plan.xlsx             rapporten i nettlesaren, oppdatert kvar gong du lagrar
  graphtool report plan.xlsx -o møte   alt til møtet i éi mappe: funn, tabellar, kart, lysbilete
  graphtool query orphaned-goals plan.xlsx   mål som ingen svarer for

Har du inga enno:
  graphtool template -o plan.xlsx      ei arbeidsbok å fylle ut
  graphtool new plan.xlsx --region Agder   ei med kommunane i fylket
  graphtool demo                       to regionar og ein plan å prøve alt på

Alle kommandoar: graphtool --help    Alle spørsmål: graphtool queries""",
    """\
graphtool shows who owns what, who works with whom, and what depends on what.

With a workbook, a CSV file or a folder of such:
  graphtool check plan.xlsx            what was understood, and what has to be mended
  graphtool open plan.xlsx             the report in the browser, kept up to date as you save
  graphtool report plan.xlsx -o meeting   all for the meeting in one folder
  graphtool query orphaned-goals plan.xlsx   goals that nobody answers for

With none yet:
  graphtool template -o plan.xlsx      a workbook to fill in
  graphtool new plan.xlsx --region Agder   one with the county's municipalities
  graphtool demo                       two regions and a plan to try everything on

All commands: graphtool --help    All questions: graphtool queries""",
)
"""What `graphtool` alone says: what to do next."""


INTERRUPTED = Text("avbrutt", "avbrote", "interrupted")
OUTPUT = Text("utskriften", "utskrifta", "output")
NO_MEMORY = Text(
    "minnet tok slutt; prøv en mindre graf eller en maskin med mer minne",
    "minnet tok slutt; prøv ein mindre graf eller ei maskin med meir minne",
    "memory has ended; try a smaller graph or a machine with more of it",
)


def _width() -> int:
    """Columns of a help page, as click reckons them.

    Reckoned here, because click imports shutil for it, which takes longer than all of ours.
    """
    try:
        columns = int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size().columns
    except (OSError, ValueError):
        columns = 80
    return max(min(columns, 80) - 2, 50)


SETTINGS = {"help_option_names": ["-h", "--help"], "terminal_width": _width()}


@click.group(cls=Lazy, context_settings=SETTINGS, invoke_without_command=True)
@click.version_option(__version__, "-V", "--version", message="graphtool %(version)s")
@click.option("--lang", type=click.Choice(LANGUAGES), help="As after the command.")
@click.pass_context
def group(ctx: click.Context, lang: Language | None) -> None:
    """Who owns what, who works with whom and what depends on what in regional strategy work."""
    if ctx.invoked_subcommand is None:
        click.echo(FIRST_STEPS.in_(lang or preferred()))


def main() -> None:
    """Runs the command line; what the user can mend is one line on stderr and exit code 2."""
    _speak_utf8()
    code: object = 0
    try:
        code = group.main(prog_name="graphtool", standalone_mode=False)
        if sys.stdout:
            sys.stdout.flush()
    except click.ClickException as error:
        from graphtool.cli import refusals

        refusals.show(error, _asked())
        code = 2
    except click.exceptions.Abort:
        click.echo(INTERRUPTED.in_(_asked()), err=True)
        code = 130
    except GraphtoolError as error:
        click.echo(f"graphtool: {error.in_(_asked())}", err=True)
        code = 2
    except OSError as error:
        code = _no_place(error)
    except MemoryError:
        click.echo(f"graphtool: {NO_MEMORY.in_(_asked())}", err=True)
        code = 2
    except ReaderGone:
        _let_go()
    sys.exit(code if isinstance(code, int) else 0)


def _asked() -> Language:
    """The language of a command that did not end, wherever `--lang` stands in it."""
    words = [word for given in sys.argv[1:] for word in given.split("=", 1)]
    for option, value in pairwise(words):
        if option == "--lang" and value in LANGUAGES:
            return value
    return preferred()


def _speak_utf8() -> None:
    """What is piped is UTF-8, whatever the locale; a terminal shows `?` for what it has not."""
    out = sys.stdout  # None where it is closed
    if isinstance(out, io.TextIOWrapper) and out.encoding.lower() not in ("utf-8", "utf8"):
        if out.isatty():
            out.reconfigure(errors="replace")
        else:
            out.reconfigure(encoding="utf-8")


def _no_place(error: OSError) -> int:
    """The exit code where a file or our output cannot be opened, read or written."""
    _let_go()
    if isinstance(error, BrokenPipeError):
        return 0
    language = _asked()
    name = error.filename or OUTPUT.in_(language)
    click.echo(f"graphtool: {name}: {told(reason(error), language)}", err=True)
    return 2


def _let_go() -> None:
    """Lets go of what is still to be printed: Python would try once more when it ends."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
