"""What stands in the columns of orphans, as arrays: grade, holders, coordinators, measures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from graphtool.graph import periods
from graphtool.graph.tables import TEXT
from graphtool.queries import columns
from graphtool.queries.answer_options import GRADES, NONE, OWNED
from graphtool.queries.item_ties import MODALITY_RANK, SERVING, word_ranks
from graphtool.queries.owners import COORDINATING
from graphtool.queries.responsibility import Standing, in_force, items

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


def graded(
    graph: PlanGraph,
    listed: np.ndarray,
    stand: Standing,
    as_of: str | None,
    successors: periods.Successors,
) -> dict[str, object]:
    """The columns that say how each is graded, and by which sentence.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> from graphtool.queries.responsibility import standing
    >>> stand = standing(graph, "Measure")
    >>> columns_ = graded(graph, np.array([2]), stand, None, "carry")
    >>> columns_["grade"]().tolist(), columns_["through"]().tolist(), columns_["parties"].tolist()
    (['inherited'], ['Lære'], ['Vennesla'])
    """
    nodes, grade = graph.nodes, stand.grade[listed]
    base = np.where(grade == NONE, -1, stand.base[listed])
    edge, parties = _support(graph, stand, base)
    own_evidence = np.where(edge < 0, listed, -1)
    return {
        "name": columns.later(nodes["name"], listed),
        "part_of": partial(wholes, graph, listed, as_of, successors),
        "grade": columns.later(pd.Series(list(GRADES), dtype=TEXT), grade),
        "parties": parties,
        "through": columns.later(nodes["name"], np.where(base == listed, -1, base)),
        **{
            name: partial(_either, graph.edges[name], edge, nodes[name], own_evidence)
            for name in columns.EVIDENCE
        },
    }


def coordinated(
    graph: PlanGraph, listed: np.ndarray, as_of: str | None, successors: periods.Successors
) -> dict[str, object]:
    """The columns that say who coordinates each, and how the best of it is said.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"}, {"id": "g", "kind": "Goal"}],
    ...     [{"source": "v", "relation": "COORDINATES", "target": "g", "modality": "planned"}])
    >>> found = coordinated(graph, np.array([1]), None, "carry")
    >>> found["coordinators"].tolist(), found["coordination"]().tolist()
    (['Vennesla'], ['planned'])
    """
    ties = in_force(graph, COORDINATING, as_of, successors)
    of = _places(graph, listed)[ties["target"].to_numpy()]
    ties, of = ties[of >= 0], of[of >= 0]
    edges = graph.edges
    said = word_ranks(edges["modality"])[ties["edge"].to_numpy()]
    best = np.full(len(listed), len(MODALITY_RANK))
    np.minimum.at(best, of, said)
    words = pd.Series([*MODALITY_RANK, ""], dtype=TEXT)
    return {
        "coordinators": columns.joined_names(graph, of, ties["party"].to_numpy(), len(listed)),
        "coordination": columns.later(words, best),
    }


def measured(
    graph: PlanGraph,
    listed: np.ndarray,
    stand: Standing,
    as_of: str | None,
    successors: periods.Successors,
) -> dict[str, object]:
    """The columns that say how many measures each goal has, and who answers for these.

    >>> from graphtool import PlanGraph
    >>> from graphtool.queries.responsibility import standing
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"}, {"id": "g", "kind": "Goal"},
    ...      {"id": "m", "kind": "Measure"}, {"id": "n", "kind": "Measure"}],
    ...     [{"source": "m", "relation": "PART_OF", "target": "g"},
    ...      {"source": "n", "relation": "CONTRIBUTES_TO", "target": "g"},
    ...      {"source": "v", "relation": "OWNS", "target": "m"}])
    >>> found = measured(graph, np.array([1]), standing(graph, "Goal"), None, "carry")
    >>> [column.tolist() for column in found.values()]
    [[2], [1], ['Vennesla']]
    """
    nodes = graph.nodes
    serves = periods.rows_on(graph, *SERVING, as_of=as_of, successors=successors)
    there = np.zeros(len(nodes), dtype=bool)
    there[items(graph, ("Measure",), as_of)] = True
    measure, of = serves["source"].to_numpy(), _places(graph, listed)[serves["target"].to_numpy()]
    used = there[measure] & (of >= 0)
    pairs = np.unique(of[used].astype(np.int64) << 32 | measure[used])
    of, measure = pairs >> 32, pairs & columns.LOW
    owned = stand.direct[measure] == OWNED
    ties = stand.assertions[stand.assertions["grade"] == OWNED]
    named = pd.DataFrame({"of": of[owned], "target": measure[owned]}).merge(ties, on="target")
    parties = named["of"].to_numpy(), named["party"].to_numpy()
    return {
        "measures": np.bincount(of, minlength=len(listed)),
        "measures_owned": np.bincount(of[owned], minlength=len(listed)),
        "measure_parties": columns.joined_names(graph, *parties, len(listed)),
    }


def wholes(
    graph: PlanGraph,
    listed: np.ndarray,
    as_of: str | None = None,
    successors: periods.Successors = "carry",
) -> pd.Series[str]:
    """For each position, the names of what the node is directly part of.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> wholes(graph, np.array([1, 2])).tolist()
    ['', 'Lære']
    """
    part_of = periods.rows_on(graph, "PART_OF", as_of=as_of, successors=successors)
    of = _places(graph, listed)[part_of["source"].to_numpy()]
    return columns.joined_names(
        graph, of[of >= 0], part_of["target"].to_numpy()[of >= 0], len(listed)
    )


def _support(
    graph: PlanGraph, stand: Standing, base: np.ndarray
) -> tuple[np.ndarray, pd.Series[str]]:
    """For each base the first edge that gives its grade (-1 for none), and who stands behind it."""
    needed = np.zeros(len(graph.nodes) + 1, dtype=bool)
    needed[base] = True
    bases = np.flatnonzero(needed[:-1])
    slot = np.full(len(needed), -1, dtype=np.int32)
    slot[bases] = np.arange(len(bases))
    edge, party, target, grade = (
        stand.assertions[name].to_numpy() for name in ("edge", "party", "target", "grade")
    )
    gives = needed[target] & (grade == stand.direct[target])
    of, edge, party = slot[target[gives]], edge[gives], party[gives]
    first = np.full(len(bases) + 1, len(graph.edges))
    np.minimum.at(first, of, edge)
    first[-1] = -1
    place = slot[base]
    parties = columns.joined_names(graph, of, party, len(bases))
    return first[place], columns.taken(parties, place)


def _either(
    one: pd.Series[Any], at: np.ndarray, other: pd.Series[Any], there: np.ndarray
) -> pd.Series[Any]:
    """Values of the one column, and of the other; a row has a place in one of them, else -1."""
    return columns.taken(one, at) + columns.taken(other, there)


def _places(graph: PlanGraph, listed: np.ndarray) -> np.ndarray:
    """For each node its place among those listed, -1 for the others."""
    place = np.full(len(graph.nodes), -1, dtype=np.int32)
    place[listed] = np.arange(len(listed))
    return place
