"""What is gathered from people's own sheets, and the cells that it is read in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

Edge = tuple[str, str, str]
"""Its source, relation and target."""


class Cell(NamedTuple):
    """Where something is read: what every edge leads back to."""

    document: str
    sheet: str
    row: int
    column: str
    text: str
    beside: tuple[str, ...] = ()
    """Other cells of its row that tell namesakes apart: a county, a number."""
    lines: str = ""
    """Its text with the line breaks in it, which part names; empty where it has none."""


class Link(NamedTuple):
    """A cell that leads from a row's node to others, which may stand in rows yet to be read."""

    node: str
    relation: str
    names: str
    """Names, numbers or ids, as they stand."""
    place: Cell


@dataclass
class Node:
    """A node as it is gathered from all the cells that name it."""

    id: str
    kind: str
    name: str
    subkind: str
    cell: Cell
    aliases: dict[str, None] = field(default_factory=dict)
    made_of_title: str = ""
    """The id that its title gives; empty where its sheet gives it one."""
    is_known: bool = False
    """It stands in a sheet of the dataset's own, and only is referred to."""


class Party(Protocol):
    """Gives the node of a party that is called so."""

    def __call__(self, name: str, cell: Cell, *, subkind: str = "", group: bool = False) -> str:
        """Its id."""
