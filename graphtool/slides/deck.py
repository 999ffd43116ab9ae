"""What a deck says: slides as plain records of words, before anything has a place.

All words are in one language by then. A box is known by its number, never by an id of the data,
so that a record from which names are left out still holds together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from graphtool.language import Language

Mark = Literal["", "nobody", "weak", "more"]
"""What is said of a box beside its kind: nobody answers, only loosely, or it stands for others."""


class Theme(NamedTuple):
    """Sentences that belong together, under a heading."""

    heading: str
    sentences: tuple[str, ...]


class Column(NamedTuple):
    """A column of a table."""

    heading: str
    share: float
    """Of the table's width, beside the other columns' shares."""


class Box(NamedTuple):
    """A thing in a drawing."""

    label: str
    kind: str
    """Of the vocabulary; empty for what is no node."""
    column: int
    """From the left, 0 first."""
    about: str
    """What it is, for who does not see it."""
    mark: Mark = ""
    lane: int = 0
    holds: tuple[str, ...] = ()
    """What stands in it, under its name."""


class Tie(NamedTuple):
    """A line from one box to another, by their places in the list of boxes."""

    source: int
    target: int
    about: str
    is_firm: bool = True
    """Whether a source says it as a fact."""
    has_arrow: bool = False
    """In a network, whether it runs one way."""
    strength: int = 0
    """How much more than others it stands for: 0, 1 or 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first slide."""

    subtitle: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Sentences by theme."""

    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells; each row has a cell for every column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    about: str
    left_out: int = 0
    """Rows beside these, in the notes only."""
    is_small: bool = False
    """Whether it is of sources, which may be in smaller letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Boxes in columns, with lines between neighbouring columns."""

    headings: tuple[str, ...]
    boxes: tuple[Box, ...]
    ties: tuple[Tie, ...]
    about: str
    legend: tuple[tuple[str, str], ...] = ()
    """Signs (`firm`, `loose`, a mark, or a kind) and what they stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """Boxes in lanes from top to bottom, and in each lane in two columns."""

    lanes: tuple[str, ...]
    boxes: tuple[Box, ...]
    ties: tuple[Tie, ...]
    about: str
    instead: Table
    """The same as rows, where the lanes have no room on a slide."""
    legend: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Boxes about where a map has them, with lines between any two."""

    boxes: tuple[Box, ...]
    spots: tuple[tuple[float, float], ...]
    """The middle of each box on the map, in the map's own unit, y downwards."""
    ties: tuple[Tie, ...]
    about: str
    legend: tuple[tuple[str, str], ...] = ()
    headings: tuple[str, ...] = ()
    """Of the columns that the map has from left to right; () where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Rows by columns with a sign where they meet; a row has a cell for every column."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    about: str
    legend: str
    """What the signs stand for, in one line."""


Body: TypeAlias = Cover | Points | Table | Drawing | Lanes | Network | Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide: a finding as its title, what shows it, and what it rests on."""

    title: str
    body: Body
    notes: tuple[str, ...]
    """Paragraphs for who speaks: quotes, and what did not fit."""
    caption: str = ""
    """One line under the title: how it is read, how much of it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """All slides, in the order in which they are shown."""

    title: str
    language: Language
    footer: str
    """On every slide: the documents, the day, the counts."""
    slides: tuple[Slide, ...]
