"""The command line. Nothing else knows click.

`graphtool --help` imports no command: its module is imported when it is called, and pandas with it.
"""

from __future__ import annotations

import gc
import io
import os
import sys

import click

from graphtool import __version__
from graphtool.cli.commands import FIRST_STEPS
from graphtool.cli.groups import Lazy, ReaderGone
from graphtool.cli.helping import Option, asked, option
from graphtool.errors import GraphtoolError, reason
from graphtool.language import LANGUAGES, Language, Text, in_language, preferred

WHAT = Text(
    "Hvem som eier hva, hvem som arbeider med hvem, og hva som avhenger av hva i regionalt"
    " strategiarbeid.",
    "Kven som eig kva, kven som arbeider med kven, og kva som er avhengig av kva i regionalt"
    " strategiarbeid.",
    "Who owns what, who works with whom and what depends on what in regional strategy work.",
)
SHOW_VERSION = Text("Vis versjonen.", "Vis versjonen.", "Show the version and exit.")
AS_AFTER = Text("Som etter kommandoen.", "Som etter kommandoen.", "As after the command.")
ALL_EXAMPLE = "graphtool query orphaned-goals data/kongsbergregionen"
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
    click.echo(f"graphtool: {name}: {in_language(reason(error), language)}", err=True)
    return 2


def _let_go() -> None:
    """Lets go of what is still to be printed: Python would try once more when it ends."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
