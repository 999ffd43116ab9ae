"""Who is tied to goals and measures, or to what these are part of: one assertion for each party."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.queries import columns
from graphtool.queries.answer_options import ANSWERING, INHERITED, LAPSED, NONE, OWNED
from graphtool.queries.inheritance import Lent
from graphtool.queries.responsibility import Standing

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

ITEMS = ("Goal", "Measure")
ANSWERABLE = tuple(
    kind
    for kind in schema.KINDS
    if kind not in schema.PARTIES
    and any(kind in schema.RELATIONS[relation].targets for relation in ANSWERING)
)
"""Kinds that somebody can own or answer for; parties answer for themselves."""
SERVING = ("PART_OF", "CONTRIBUTES_TO", "IMPLEMENTS")
"""Relations by which a measure serves a goal."""
MODALITY_RANK = {word: at for at, word in enumerate(schema.BEST_SAID_FIRST)}
"""How well something is said, best first."""


def word_ranks(words: pd.Series[str], rank: Mapping[str, int] = MODALITY_RANK) -> np.ndarray:
    """The rank of each word of a column of categories; how well each is said, of modalities.

    >>> said = pd.Series(pd.Categorical(["planned", "stated"], categories=["stated", "planned"]))
    >>> word_ranks(said, {"stated": 0, "planned": 2}).tolist()
    [2, 0]
    """
    by_category = np.array([rank[word] for word in words.cat.categories], dtype=np.int64)
    ranks: np.ndarray = by_category[words.cat.codes.to_numpy()]
    return ranks


class Ties(NamedTuple):
    """One assertion for each relation and party that a node is tied by, sorted by node.

    >>> from graphtool.graph import examples
    >>> from graphtool.queries.responsibility import in_force
    >>> graph = examples.owned_goal()
    >>> owning = Ties.of(graph, in_force(graph, ("OWNS",), None, "keep"))
    >>> owning.size.tolist()
    [0, 1, 0]
    >>> owning.to(item=np.array([2]), base=np.array([1]))[["item", "base", "party"]].values.tolist()
    [[2, 1, 0]]
    """

    rows: pd.DataFrame
    """`edge`, `party` and `grade`, those of a node one after another."""
    start: np.ndarray
    """For each node where its rows begin."""
    size: np.ndarray
    """For each node how many it has."""

    @classmethod
    def of(cls, graph: PlanGraph, assertions: pd.DataFrame) -> Self:
        """Of each relation and party the best graded assertion, then the best said, the first."""
        edge, party, target, grade = (
            assertions[name].to_numpy(np.int64) for name in ("edge", "party", "target", "grade")
        )
        edges = graph.edges
        relation = edges["relation"].cat.codes.to_numpy()[edge]
        said = word_ranks(edges["modality"])[edge]
        ends = target << 32 | party
        order = np.lexsort((relation, ends))
        quality = (grade << 40 | said << 32 | edge)[order]
        first = np.flatnonzero(columns.changes(ends[order], relation[order]))
        best = np.minimum.reduceat(quality, first)
        count = np.bincount(target[order][first], minlength=len(graph.nodes))
        rows = pd.DataFrame(
            {"edge": best & columns.LOW, "party": party[order][first], "grade": best >> 40}
        )
        return cls(rows, np.cumsum(count) - count, count)

    def to(self, item: np.ndarray, base: np.ndarray) -> pd.DataFrame:
        """`item`, `base`, `edge`, `party`, `grade`: for each item the ties of its base."""
        size = self.size[base]
        within = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
        rows = self.rows.take(np.repeat(self.start[base], size) + within)
        ends = {"item": np.repeat(item, size), "base": np.repeat(base, size)}
        return pd.DataFrame(ends | {name: rows[name].to_numpy() for name in rows})


def answering(graph: PlanGraph, item: np.ndarray, stand: Standing) -> pd.DataFrame:
    """Those tied to each item, and to what lends it a better grade than its own.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> from graphtool.queries.responsibility import items, standing
    >>> kinds = ("Goal", "Measure")
    >>> found = answering(graph, items(graph, kinds, None), standing(graph, *kinds))
    >>> found[["item", "base", "party"]].values.tolist()  # the measure by way of the goal
    [[1, 1, 0], [2, 1, 0]]
    """
    ties = Ties.of(graph, stand.assertions)
    lent = item[stand.base[item] != item]
    found = pd.concat([ties.to(item, item), ties.to(lent, stand.base[lent])], ignore_index=True)
    inherits = (found["base"] != found["item"]).to_numpy()
    grade = np.where(inherits, np.maximum(found["grade"], INHERITED), found["grade"])
    best = stand.grade[found["item"].to_numpy()]
    return found.assign(grade=grade)[(grade != LAPSED) | (best == LAPSED)]


def coordinating(item: np.ndarray, ties: Ties, above: Lent) -> pd.DataFrame:
    """Those who coordinate each item, or the nearest thing that it is part of; they grade none.

    `above` is what is inherited where `tied` are the direct grades.

    >>> from graphtool import PlanGraph
    >>> from graphtool.queries.responsibility import LENDERS, in_force, inherited
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality"}, {"id": "g", "kind": "Goal"},
    ...      {"id": "m", "kind": "Measure"}],
    ...     [{"source": "v", "relation": "COORDINATES", "target": "g"},
    ...      {"source": "m", "relation": "PART_OF", "target": "g"}])
    >>> ties = Ties.of(graph, in_force(graph, ("COORDINATES",), None, "keep"))
    >>> above = inherited(graph, tied(ties), ("Measure",), LENDERS["focus-area"], None)
    >>> coordinating(np.array([2]), ties, above)[["item", "base", "party"]].values.tolist()
    [[2, 1, 0]]
    """
    own = ties.size[item] > 0
    some = own | (above.grade[item] < NONE)
    base = np.where(own, item, above.lender[item])
    return ties.to(item[some], base[some]).assign(grade=NONE)


def tied(ties: Ties) -> np.ndarray:
    """As direct grades: owned what anybody is tied to, none what nobody is.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> from graphtool.queries.responsibility import in_force
    >>> owning = Ties.of(graph, in_force(graph, ("OWNS",), None, "keep"))
    >>> tied(owning).tolist() == [NONE, OWNED, NONE]
    True
    """
    return np.where(ties.size > 0, np.int8(OWNED), np.int8(NONE))
