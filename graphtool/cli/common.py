"""What commands share: the source, the language, and how talk and files are written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from graphtool.errors import Problem, listing
from graphtool.language import LANGUAGES, spelled

if TYPE_CHECKING:
    from graphtool.formats import Intake, Reading
    from graphtool.graph import PlanGraph

Function = TypeVar("Function", bound=Callable[..., Any])


class Input(click.Path):
    """A file, a folder or an address that a command reads, and so does not write over."""


class Words(click.Choice[str]):
    """Words of ours, in whatever capitals, hyphens and spaces they are written."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word as we write it; a usage error that lists all where it is none."""
        return super().convert(spelled(str(value), self.choices), param, ctx)


class Output(click.Path):
    """A file, or with `dir_okay` a folder, that a command writes."""

    def __init__(self, suffixes: Iterable[str] = (), *, dir_okay: bool = False) -> None:
        """`suffixes` are all that the command can write; () where it looks itself."""
        super().__init__(dir_okay=dir_okay)
        self.suffixes = tuple(suffixes)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; refused before anything is read where no such file can be written."""
        from graphtool import drafts

        if not self.dir_okay and str(value).endswith(("/", os.sep)):
            self.fail(f"{value!r} names a folder; name a file", param, ctx)
        if self.suffixes:
            drafts.require_suffix(value, self.suffixes)
        return super().convert(value, param, ctx)


class Command(click.Command):
    """A command that writes over nothing that it reads, whatever its options are called."""

    def invoke(self, ctx: click.Context) -> Any:
        """Compares every output with every input, then runs."""
        outputs = self._paths(ctx, Output)
        if outputs:
            from graphtool.outputs import require_apart

            read = self._paths(ctx, Input)
            for output in outputs:
                require_apart(output, read)
        return super().invoke(ctx)

    def _paths(self, ctx: click.Context, kind: type[click.Path]) -> list[str]:
        given = [ctx.params.get(p.name or "") for p in self.params if isinstance(p.type, kind)]
        return [path for value in given if value for path in _each(value)]


def _each(value: Any) -> Iterable[str]:
    return value if isinstance(value, tuple) else (value,)


source_argument = click.argument("source", type=Input())
language_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    default="nb",
    envvar="GRAPHTOOL_LANG",
    show_default=True,
    show_envvar=True,
    help="Language of labels, headings and notes.",
)
as_of_option = click.option(
    "--as-of",
    metavar="DATE",
    help="The day to look at: 2015-04-16, 2015-04 or 2015 (its last day).",
)
output_option = click.option("-o", "--output", type=Output(), help="Write to this file.")


def command(example: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A click command whose help ends with an example that runs."""
    return click.command(cls=Command, epilog=f"\b\nExample:\n  {example}")


def read(source: str) -> PlanGraph:
    """The graph at a source; its warnings go to stderr and stop nothing.

    Raises `GraphtoolError` where it cannot be a graph, or where not one node was understood.
    """
    from graphtool import database, formats

    if database.is_address(source):
        return database.read(source)
    reading = formats.understood(source)
    talk([table.lines()[0] for one in reading.intake for table in one.understood], "read")
    talk(listing(reading.problems), "warning")
    return reading.graph


def examine(source: str) -> tuple[Reading | None, list[Problem], list[Intake]]:
    """What `formats.examine` says of a source; a database was checked when it was loaded."""
    from graphtool import database, formats, quotes

    if not database.is_address(source):
        return formats.examine(source)
    graph = database.read(source)
    return formats.Reading(graph, (), (), quotes.cited(graph)), [], []


def talk(lines: list[str], kind: str = "") -> None:
    """Lines to stderr, where they are never mistaken for data."""
    for line in lines:
        click.echo(inert(f"{kind}: {line}" if kind else line), err=True)


def inert(text: str) -> str:
    r"""A line in which control characters of the data do not steer the terminal.

    >>> inert("\x1b[2JKárášjohka")
    '\ufffd[2JKárášjohka'
    """
    return "".join(c if c.isprintable() or c == " " else "\ufffd" for c in text)
