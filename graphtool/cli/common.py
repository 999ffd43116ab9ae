"""What commands share: the source, the language, and how talk and files are written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from graphtool.errors import Problem, listing
from graphtool.language import LANGUAGES

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph
    from graphtool.readers import Intake, Reading

Function = TypeVar("Function", bound=Callable[..., Any])

source_argument = click.argument("source", type=click.Path())
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
output_option = click.option(
    "-o", "--output", type=click.Path(dir_okay=False), help="Write to this file."
)


def command(example: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A click command whose help ends with an example that runs."""
    return click.command(epilog=f"\b\nExample:\n  {example}")


def read(source: str) -> PlanGraph:
    """The graph at a source; its warnings go to stderr and stop nothing."""
    from graphtool import database, readers

    if database.is_address(source):
        return database.read(source)
    reading = readers.read(source)
    talk(listing(reading.problems), "warning")
    return reading.graph


def examine(source: str) -> tuple[Reading | None, list[Problem], list[Intake]]:
    """What `readers.examine` says of a source; a database was checked when it was loaded."""
    from graphtool import database, quotes, readers

    if not database.is_address(source):
        return readers.examine(source)
    graph = database.read(source)
    return readers.Reading(graph, (), (), quotes.cited(graph)), [], []


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
