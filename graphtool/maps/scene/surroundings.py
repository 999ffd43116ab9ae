"""What stands around and behind symbols and lines, and what a picture says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from graphtool.language import Text
from graphtool.maps.layout.sheet import Route
from graphtool.maps.records import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Hull:
    """What is drawn around nodes that stand together: a box, or an outline."""

    x: float
    y: float
    width: float
    height: float
    members: tuple[str, ...]
    root: str = ""
    """The member whose name heads it; empty where its title does."""
    title: Text | None = None
    is_cluster: bool = False
    """Members stand as a network with words below each, not as rows of an outline."""
    inside: int = -1
    """Place in the list of the hull that it stands in; -1 for none."""
    depth: int = 0
    """In how many other hulls it stands."""
    outline: Route = ()
    """Corners to draw instead of the box; empty for the box."""


class Area(NamedTuple):
    """The border of a place, behind everything."""

    node: str
    """Empty for a place that is not on the map."""
    rings: tuple[Route, ...]


class Place(NamedTuple):
    """A municipality or region by which the map can be narrowed."""

    node: Node
    years: str = ""


class Tint(NamedTuple):
    """What a colour stands for, and the colour by theme."""

    label: Text
    light: str
    dark: str
    bw: str


class Groups(NamedTuple):
    """How the cards of a scene were found, and what they hold."""

    rule: Text
    nodes: int
    edges: int
    held: int | None = None
    """How many nodes the map has one by one, in all scenes; said of the first."""


class Part(NamedTuple):
    """Of which scene this one is a part."""

    above: str
    is_trimmed: bool | None = None
    """Whether of several assertions only the strongest is here; None where there are none."""
    opened: tuple[str, ...] = ()
    """The nodes that were folded there; () where a group was opened."""
