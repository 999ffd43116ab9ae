"""The groups of a large graph: what is left of it as arrays, and which nodes are one card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graphtool import language, schema
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.edges import Links
from graphtool.maps.texts import TEXTS

Ints = NDArray[np.int64]
KINDS, RELATIONS = list(schema.KINDS), list(schema.RELATIONS)


class Whole(NamedTuple):
    """What is left of a graph, as arrays."""

    graph: PlanGraph
    rows: Ints
    """Where each node is in the graph."""
    kinds: Ints
    """The place of each node's kind in the vocabulary."""
    links: Links
    """The edges between them, by their place here."""

    @classmethod
    def of(cls, graph: PlanGraph, kept: NDArray[np.bool_], links: Links) -> Whole:
        """The nodes that are kept, and the edges between them."""
        place, rows = np.cumsum(kept) - 1, np.flatnonzero(kept)
        kinds = graph.nodes["kind"].cat.codes.to_numpy().astype(np.int64)[rows]
        moved = links._replace(source=place[links.source], target=place[links.target])
        return cls(graph, rows, kinds, moved)

    def within(self, rows: Ints) -> Whole:
        """Some of the nodes, and the edges between them."""
        kept = np.zeros(len(self.rows), dtype=bool)
        kept[rows] = True
        place, links = np.cumsum(kept) - 1, self.links.between(kept)
        moved = links._replace(source=place[links.source], target=place[links.target])
        return Whole(self.graph, self.rows[rows], self.kinds[rows], moved)


@dataclass(frozen=True)
class Group:
    """Nodes that are one card."""

    id: str
    rows: Ints
    """Their places in the whole, in order."""
    head: int = -1
    """The place of the node that it is named for; -1 for none."""
    joined: int = 0
    """How many smaller groups are in it."""
    parts: tuple[Group, ...] = ()
    rule: Text | None = None
    """How its parts were found."""

    def leaves(self) -> Iterator[Group]:
        """Its parts, and theirs; itself where it has none."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def names(self, whole: Whole) -> tuple[str, Text]:
        """What it is called by itself, and in each language."""
        if self.head >= 0:
            row = whole.graph.nodes.iloc[int(whole.rows[self.head])]
            names = (str(row[f"name_{lang}"] or row["name"]) for lang in language.LANGUAGES)
            return str(row["name"]), Text(*names)
        kinds = np.unique(whole.kinds[self.rows])
        one = schema.KINDS[KINDS[kinds[0]]].plural
        rest = counted("smaller_groups", self.joined)
        text = one if len(kinds) == 1 and not self.joined else rest
        return text.nb, text


def labels(whole: Whole, groups: Sequence[Group]) -> Ints:
    """The place of each node's group; -1 for none."""
    label = np.full(len(whole.rows), -1, dtype=np.int64)
    for at, group in enumerate(groups):
        label[group.rows] = at
    return label


def counted(key: str, n: int) -> Text:
    """The words of a key for so many, as the page's own `words` finds them."""
    return TEXTS[f"{key}_1" if n == 1 else key].format(n=spaced(n))


def spaced(number: int) -> str:
    """A number as it is written in all three languages of the page.

    >>> spaced(18731) == "18\N{NO-BREAK SPACE}731"
    True
    """
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")
