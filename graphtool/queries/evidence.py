"""Who stands behind an answer's rows, and where that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from graphtool.graph import representation
from graphtool.graph.once import once
from graphtool.queries import columns

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

Pair = tuple[int, int]


@once
def places(graph: PlanGraph) -> tuple[str, ...]:
    """For each assertion `document:line`, only the document where no line is said, or nothing.

    >>> from graphtool.graph import examples
    >>> graph = examples.acting_for()
    >>> places(graph)
    ('d', 'd:3', '', '', '')
    """
    documents, lines = (graph.edges[name].astype(object) for name in ("document", "line"))
    return tuple(
        f"{document}:{line}" if line else document
        for document, line in zip(documents, lines, strict=True)
    )


def standing(graph: PlanGraph, level: str) -> dict[Pair, set[str]]:
    """For everybody who counts for another at this level, where it stands that they do.

    >>> from graphtool.graph import examples
    >>> graph = examples.acting_for()
    >>> standing(graph, "organisation")  # who (1) counts for whom (0), and where that is said
    {(1, 0): {'d'}}
    """
    said = places(graph)
    steps = representation.first_steps(graph, level, representation.counted(graph, level))
    found: dict[Pair, set[str]] = {}
    for who, party, edge in steps.itertuples(index=False):
        found.setdefault((who, party), set()).add(said[edge])
    return found


def through(graph: PlanGraph, rows: pd.DataFrame) -> dict[Pair, str]:
    """For each `party` and `place` the names of the others, `who`, that stand behind, by node.

    >>> from graphtool.graph import examples
    >>> graph = examples.acting_for()
    >>> rows = pd.DataFrame({"party": [0, 0], "place": [2, 2], "who": [0, 1]})
    >>> through(graph, rows)
    {(0, 2): 'Kari'}
    """
    behind = rows.loc[rows["who"] != rows["party"], ["party", "place", "who"]]
    behind = behind.drop_duplicates().sort_values("who", kind="stable")
    names = columns.taken(graph.nodes["name"], behind["who"].to_numpy())
    found: dict[Pair, list[str]] = {}
    for party, place, name in zip(behind["party"], behind["place"], names, strict=True):
        found.setdefault((party, place), []).append(name)
    return {pair: columns.SEPARATOR.join(called) for pair, called in found.items()}


def cited(graph: PlanGraph, level: str, rows: pd.DataFrame) -> dict[Pair, str]:
    """For each `party` and `place` where it is said, and that those behind count for it, sorted.

    >>> from graphtool.graph import examples
    >>> graph = examples.acting_for()
    >>> led = graph.related("LEADS").index[0]
    >>> rows = pd.DataFrame({"party": [0], "place": [2], "who": [1], "edge": [led]})
    >>> cited(graph, "organisation", rows)
    {(0, 2): 'd; d:3'}
    """
    said, counts = places(graph), standing(graph, level)
    found: dict[Pair, set[str]] = {}
    for party, place, who, edge in rows[["party", "place", "who", "edge"]].itertuples(index=False):
        mine = found.setdefault((party, place), set())
        mine.add(said[edge])
        mine.update(counts.get((who, party), ()))
    return {pair: columns.SEPARATOR.join(sorted(here - {""})) for pair, here in found.items()}
