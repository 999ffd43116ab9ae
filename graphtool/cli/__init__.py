"""The command line. Nothing else knows click.

This module is all that `graphtool --help` imports, so a command's module is imported when it is
called, and pandas with it.
"""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from typing import Any

import click

from graphtool import __version__
from graphtool.errors import GraphtoolError, did_you_mean

COMMANDS = {
    "describe": "Counts by kind and relation, the period, how much of it is sourced.",
    "check": "Every problem at once, with file and row; quotes against their documents.",
    "queries": "The list of queries.",
    "query": "Ask a query; rows as a table, CSV, JSON, Markdown or Excel.",
    "map": "One offline HTML file: the interactive map.",
    "load": "The graph into Neo4j, whole, and again without harm.",
    "unload": "The graph out of Neo4j; other data there stays.",
    "cypher": "A query as Cypher, ready to paste into Neo4j Browser.",
    "export": "The graph as {written}.",
}
"""Every command and its short help (`files` fills it in); its module here has its name."""


class Suggesting(click.Group):
    """A group that answers a misspelt command with the nearest names."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command; a usage error that names the nearest where there is none."""
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            known = self.list_commands(ctx)
            hint = did_you_mean(name, known) or f"; known are {', '.join(known)}"
            kind = "query" if self.name == "query" else "command"
            raise click.UsageError(f"{kind} {name!r} does not exist{hint}", ctx)
        return super().resolve_command(ctx, args)


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


@click.group(cls=Lazy, context_settings=SETTINGS)
@click.version_option(__version__, "-V", "--version", message="graphtool %(version)s")
def group() -> None:
    """Who owns what, who works with whom and what depends on what in regional strategy work."""


def main() -> None:
    """Runs the command line; what the user can mend is one line on stderr and exit code 2."""
    _speak_utf8()
    code: object = 0
    try:
        code = group.main(prog_name="graphtool", standalone_mode=False)
        if sys.stdout:
            sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = 2
    except click.exceptions.Abort:
        click.echo("interrupted", err=True)
        code = 130
    except GraphtoolError as error:
        click.echo(f"graphtool: {error}", err=True)
        code = 2
    except OSError as error:
        code = _no_place(error)
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
    click.echo(f"graphtool: {error.filename or 'output'}: {error.strerror or error}", err=True)
    return 2


def _let_go() -> None:
    """Lets go of what is still to be printed: Python would try once more when it ends."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
