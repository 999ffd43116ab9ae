"""What commands read: a source as a graph, and what is said of how it was understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from graphtool.cli.progress import READING, aside, progress
from graphtool.cli.speaking import inert, spoken
from graphtool.errors import SEVERITIES, Problem, listing
from graphtool.language import Said, Text, in_language, listed, plain

if TYPE_CHECKING:
    from graphtool.formats import Intake, Reading
    from graphtool.graph import PlanGraph


WORDS = {**SEVERITIES, "read": Text("lest", "lese", "read")}
"""What kinds of talk are called."""
_MAY_BE_PEOPLE = Text(
    "disse kan være personer, og blir vist: {names}; gi dem undertypen person, så utelates de",
    "desse kan vere personar, og blir viste: {names}; gi dei undertypen person, så blir dei"
    " utelatne",
    "these may be people, and are shown: {names}; give them the subkind person to leave them out",
)
SHOWN = 8
"""Names in a warning; the rest is counted."""


def read(source: str) -> PlanGraph:
    """The graph at a source; its warnings go to stderr and stop nothing.

    Raises `GraphtoolError` where it cannot be a graph, or where not one node was understood.
    """
    from graphtool import database, formats

    if database.is_address(source):
        with _reading(source):
            graph = database.read(source)
        _warn_of_people(graph)
        return graph
    with _reading(source):
        understood = formats.understood(source)
    return _told(understood)


def read_whole(source: str) -> tuple[PlanGraph, list[Problem]]:
    """As `read`, with every problem of the source, those too that only `check` looks for."""
    reading, problems, _ = examine(source)
    if reading is None or not len(reading.graph.nodes):
        return read(source), problems  # raises: says what keeps it from being a graph
    return _told(reading), problems


def _told(reading: Reading) -> PlanGraph:
    """The graph, once it is said how it was understood, and what is doubtful in it."""
    from graphtool.recognition import TEMPLATE

    guessed = [t for one in reading.intake for t in one.understood if t.shape != TEMPLATE]
    talk([table.lines()[0] for table in guessed], "read")
    talk(listing(reading.problems), "warning")
    _warn_of_people(reading.graph)
    return reading.graph


def _warn_of_people(graph: PlanGraph) -> None:
    """Where people are to be left out, says whom it does not take for one, though they may be."""
    context = click.get_current_context(silent=True)
    if context is None or not context.params.get("hide_persons"):
        return
    from graphtool.maps import redact
    from graphtool.recognition import name_forms

    names = [name for name in redact.unsaid(graph) if name_forms.may_be_person(name)]
    if names:
        talk([Said(_MAY_BE_PEOPLE, names=listed(plain(names), SHOWN))], "warning")


def examine(source: str) -> tuple[Reading | None, list[Problem], list[Intake]]:
    """What `formats.examine` says of a source; a database was checked when it was loaded."""
    from graphtool import database, formats, quotes

    with _reading(source):
        if not database.is_address(source):
            return formats.examine(source)
        graph = database.read(source)
    return formats.Reading(graph, (), (), (quotes.cited(graph),)), [], []


@contextmanager
def _reading(source: str) -> Iterator[None]:
    """Says on a terminal, while its block runs, what is being read."""
    from graphtool import database

    name = database.repeated(source) if database.is_address(source) else source
    with progress() as tell:
        tell(READING.format(name=name))
        yield


def talk(lines: Sequence[str], kind: str = "") -> None:
    """Lines to stderr, where they are never mistaken for data, in the language that is spoken."""
    spoken_ = spoken()
    begin = f"{WORDS[kind].in_(spoken_)}: " if kind else ""
    with aside():
        for line in lines:
            click.echo(inert(f"{begin}{in_language(line, spoken_)}"), err=True)
