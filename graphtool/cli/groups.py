"""Groups of commands: the nearest names of a misspelt one, none imported before it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from graphtool.cli.commands import COMMANDS
from graphtool.cli.helping import Helped, asked
from graphtool.errors import did_you_mean
from graphtool.language import Said, Text

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
