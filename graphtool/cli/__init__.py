"""The command line. Nothing else knows click.

This module is all that `graphtool --help` imports, so a command's module is imported when it is
called, and pandas with it.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from importlib import import_module
from typing import Any

import click

from graphtool import __version__
from graphtool.cli.helping import Helped, Option, asked, option
from graphtool.errors import GraphtoolError, did_you_mean, reason
from graphtool.language import LANGUAGES, Language, Said, Text, preferred, told

COMMANDS = {
    "describe": Text(
        "Antall av hver type og sammenheng, perioden, og hvor mye som har kilde.",
        "Tal på kvar type og samanheng, perioden, og kor mykje som har kjelde.",
        "Counts by kind and relation, the period, how much of it is sourced.",
    ),
    "check": Text(
        "Alle problemer på én gang, med fil og rad; sitater mot dokumentene sine.",
        "Alle problem på éin gong, med fil og rad; sitat mot dokumenta sine.",
        "Every problem at once, with file and row; quotes against their documents.",
    ),
    "queries": Text(
        "Alle spørsmål som kan stilles, med navnet og det de kalles på språket ditt.",
        "Alle spørsmål som kan stillast, med namnet og det dei blir kalla på språket ditt.",
        "The list of queries, by name and by what they are called in your language.",
    ),
    "query": Text(
        "Still et spørsmål; svaret som tabell, CSV, JSON, Markdown eller Excel.",
        "Still eit spørsmål; svaret som tabell, CSV, JSON, Markdown eller Excel.",
        "Ask a query; rows as a table, CSV, JSON, Markdown or Excel.",
    ),
    "impact": Text(
        "Hva som rammes om noen går ut, opphører eller blir forsinket: hva det gjør med hva, og"
        " langs hvilken vei.",
        "Kva som blir råka om nokon går ut, tek slutt eller blir forseinka: kva det gjer med kva,"
        " og langs kva veg.",
        "What breaks if some nodes leave, end or are delayed: what it does to what, by which path.",
    ),
    "changes": Text(
        "Hva i svaret på et spørsmål som er endret mellom to dager eller to datasett.",
        "Kva i svaret på eit spørsmål som er endra mellom to dagar eller to datasett.",
        "What of a query's answer changed between two days or two datasets.",
    ),
    "compare": Text(
        "Hva som er endret mellom to datasett eller to dager: kommet til, falt bort, flyttet, hvem"
        " som svarer, og hvor godt.",
        "Kva som er endra mellom to datasett eller to dagar: kome til, falle bort, flytta, kven som"
        " svarer, og kor godt.",
        "What changed between two datasets or two days: added, gone, moved, who answers, how well.",
    ),
    "map": Text(
        "Det interaktive kartet som én fil uten nett, eller et bilde eller lysbilde av en visning.",
        "Det interaktive kartet som éi fil utan nett, eller eit bilete eller lysbilete av ei"
        " vising.",
        "The interactive map as one offline HTML file, or a picture or slide of a view.",
    ),
    "report": Text(
        "Alt til et møte i én mappe: funn, tabeller, kart, lysbilder og hva som må avklares.",
        "Alt til eit møte i éi mappe: funn, tabellar, kart, lysbilete og kva som må avklarast.",
        "One offline folder for a meeting: findings, tables, map, slides, what to settle.",
    ),
    "open": Text(
        "Rapporten i nettleseren, lest på nytt hver gang kilden lagres, til Ctrl-C.",
        "Rapporten i nettlesaren, lesen på nytt kvar gong kjelda blir lagra, til Ctrl-C.",
        "The report in the browser, read anew whenever the source is saved, until Ctrl-C.",
    ),
    "slides": Text(
        "PowerPoint-lysbilder som kan redigeres, med et funn som tittel på hvert.",
        "PowerPoint-lysbilete som kan redigerast, med eit funn som tittel på kvart.",
        "PowerPoint slides, editable, a finding as each title.",
    ),
    "load": Text(
        "Grafen inn i Neo4j, hel, og trygt om igjen.",
        "Grafen inn i Neo4j, heil, og trygt om att.",
        "The graph into Neo4j, whole, and again without harm.",
    ),
    "unload": Text(
        "Grafen ut av Neo4j; andre data der blir.",
        "Grafen ut av Neo4j; andre data der blir verande.",
        "The graph out of Neo4j; other data there stays.",
    ),
    "cypher": Text(
        "Et spørsmål som Cypher, klart til å limes inn i Neo4j Browser.",
        "Eit spørsmål som Cypher, klart til å limast inn i Neo4j Browser.",
        "A query as Cypher, ready to paste into Neo4j Browser.",
    ),
    "export": Text("Grafen som {written}.", "Grafen som {written}.", "The graph as {written}."),
    "demo": Text(
        "Eksempeldata å prøve alt på: to regioner og en handlingsplan, i en ny mappe.",
        "Eksempeldata å prøve alt på: to regionar og ein handlingsplan, i ei ny mappe.",
        "Example data to try everything on: two regions and an action plan, in a new folder.",
    ),
    "new": Text(
        "Et datasett å begynne med: regionens kommuner, med det som er offisielt kjent.",
        "Eit datasett å byrje med: kommunane i regionen, med det som er offisielt kjent.",
        "A dataset to start from: the region's municipalities, with what is officially known.",
    ),
    "template": Text(
        "En Excel-arbeidsbok å fylle ut, tom eller med det som en kilde inneholder.",
        "Ei Excel-arbeidsbok å fylle ut, tom eller med det som ei kjelde inneheld.",
        "An Excel workbook to fill in, empty or with what a source holds.",
    ),
}
"""Every command and its short help (`files` fills it in); its module here has its name."""


_NO_QUERY = Text(
    "spørsmålet «{name}» finnes ikke{hint}",
    "spørsmålet «{name}» finst ikkje{hint}",
    "query {name!r} does not exist{hint}",
)
_NO_COMMAND = Text(
    "kommandoen «{name}» finnes ikke{hint}",
    "kommandoen «{name}» finst ikkje{hint}",
    "command {name!r} does not exist{hint}",
)
_KNOWN = Text("; kjente er {known}", "; kjende er {known}", "; known are {known}")


class Suggesting(Helped, click.Group):
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

        language = asked()
        rows = [(name, files.filled(what).in_(language)) for name, what in COMMANDS.items()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What all commands share, with the formats that there are, and an example."""
        from graphtool.cli import files

        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(files.filled(SOURCES).in_(asked()))
        super().format_epilog(ctx, formatter)


WHAT = Text(
    "Hvem som eier hva, hvem som arbeider med hvem, og hva som avhenger av hva i regionalt"
    " strategiarbeid.",
    "Kven som eig kva, kven som arbeider med kven, og kva som er avhengig av kva i regionalt"
    " strategiarbeid.",
    "Who owns what, who works with whom and what depends on what in regional strategy work.",
)
SOURCES = Text(
    """\
KILDE er {read}, eller en neo4j://- eller bolt://-adresse (bruker og passord fra NEO4J_USER,
NEO4J_PASSWORD og NEO4J_DATABASE). Sluttkoder: 0 besvart, 1 check fant noe, 2 kunne ikke kjøres.""",
    """\
KJELDE er {read}, eller ei neo4j://- eller bolt://-adresse (brukar og passord frå NEO4J_USER,
NEO4J_PASSWORD og NEO4J_DATABASE). Sluttkodar: 0 svart på, 1 check fann noko, 2 kunne ikkje
køyrast.""",
    """\
SOURCE is {read}, or a neo4j:// or bolt:// address (credentials from NEO4J_USER, NEO4J_PASSWORD,
NEO4J_DATABASE). Exit codes: 0 answered, 1 check found something, 2 could not run.""",
)
"""What all commands share, below their list."""
SHOW_VERSION = Text("Vis versjonen.", "Vis versjonen.", "Show the version and exit.")
AS_AFTER = Text("Som etter kommandoen.", "Som etter kommandoen.", "As after the command.")
ALL_EXAMPLE = "graphtool query orphaned-goals data/kongsbergregionen"


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
  graphtool check plan.xlsx            kva som blei forstått, og kva som må rettast
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


FEW_COLLECTIONS = (20_000, 20, 20)
"""When Python looks for circles of objects: as often as by itself takes a tenth of a report.

What is large lies in arrays, which are let go without being looked for.
"""
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


@click.group(
    cls=Lazy,
    short=WHAT,
    example=ALL_EXAMPLE,
    context_settings=SETTINGS,
    invoke_without_command=True,
)
@click.version_option(
    __version__, "-V", "--version", message="graphtool %(version)s", cls=Option, help=SHOW_VERSION
)
@option("--lang", type=click.Choice(LANGUAGES), help=AS_AFTER)
@click.pass_context
def group(ctx: click.Context, lang: Language | None) -> None:
    """The commands; alone it says what to do next."""
    if ctx.invoked_subcommand is None:
        click.echo(FIRST_STEPS.in_(lang or preferred()))


def main() -> None:
    """Runs the command line; what the user can mend is one line on stderr and exit code 2."""
    _speak_utf8()
    gc.set_threshold(*FEW_COLLECTIONS)
    code: object = 0
    try:
        code = group.main(prog_name="graphtool", standalone_mode=False)
        if sys.stdout:
            sys.stdout.flush()
    except click.ClickException as error:
        from graphtool.cli import refusals

        refusals.show(error, asked())
        code = 2
    except click.exceptions.Abort:
        click.echo(INTERRUPTED.in_(asked()), err=True)
        code = 130
    except GraphtoolError as error:
        click.echo(f"graphtool: {error.in_(asked())}", err=True)
        code = 2
    except OSError as error:
        code = _no_place(error)
    except MemoryError:
        click.echo(f"graphtool: {NO_MEMORY.in_(asked())}", err=True)
        code = 2
    except ReaderGone:
        _let_go()
    sys.exit(code if isinstance(code, int) else 0)


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
    language = asked()
    name = error.filename or OUTPUT.in_(language)
    click.echo(f"graphtool: {name}: {told(reason(error), language)}", err=True)
    return 2


def _let_go() -> None:
    """Lets go of what is still to be printed: Python would try once more when it ends."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
