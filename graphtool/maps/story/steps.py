"""What a story is: steps, each with a title, a text, and what is shown meanwhile.

Nothing here knows the page: slides are made from the same steps.
"""

from __future__ import annotations

from typing import NamedTuple

from graphtool.language import Text
from graphtool.maps.content import Key


class State(NamedTuple):
    """What a map shows during a step; empty fields leave it as it is when it is opened."""

    view: str = ""
    node: str = ""
    """Id of the node that stands out with its neighbours."""
    path: tuple[str, str] | None = None
    """Ids of the nodes between which the shortest path stands out."""
    edge: Key | None = None
    finding: str = ""
    """Key of the finding whose nodes stand out."""
    steps: int = 1
    """How far neighbours of the node stand out with it."""
    hide: tuple[str, ...] = ()
    """Kinds that are not shown."""
    hide_relations: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    """Ids of municipalities and regions: only what concerns one of them is shown."""
    year: str = ""
    """A year in which something changes; empty for all of time."""
    theme: str = ""


class Step(NamedTuple):
    """One picture of a presentation."""

    title: Text
    text: Text
    state: State


class Story(NamedTuple):
    """Steps in the order in which they are shown."""

    steps: tuple[Step, ...]
    file: str = ""
    """Name of the file, for messages."""
