"""Whom a party counts for: itself, the organisations that it speaks for, or its municipalities.

Three levels. *party*: everybody for themselves. *organisation*: persons for whom they are
affiliated with, each organisation where they are several, over other persons where there are such
between; those who are affiliated with nobody named, or only in a circle, and all other parties for
themselves. *municipality*: whoever acts for a municipality, as `belonging.acts_for` has it, for
that one.

A person is an actor of that subkind, a position (whose holder is not named), or an actor of no
subkind that is affiliated with somebody. A group that names nobody counts for nobody, and nobody
counts for a group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.algorithms.closure import closure
from graphtool.graph import belonging
from graphtool.graph.once import once

if TYPE_CHECKING:
    from graphtool.graph.plangraph import PlanGraph


def read(level: str) -> tuple[str, ...]:
    """The relations by which a party counts for another at this level.

    >>> read("organisation"), read("municipality")
    (('AFFILIATED_WITH',), ('AFFILIATED_WITH', 'HOSTS', 'OWNS'))
    """
    return ("AFFILIATED_WITH", *(belonging.UNDER if level == "municipality" else ()))


@once
def counted(graph: PlanGraph, level: str) -> pd.DataFrame:
    """`who` counts for which `party` at this level (positions), sorted by both.

    At level municipality there is no row for those who act for none.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "k", "kind": "Municipality"},
    ...      {"id": "kari", "kind": "Actor", "subkind": "person"},
    ...      {"id": "ola", "kind": "Actor", "subkind": "person"}],
    ...     [{"source": "kari", "relation": "AFFILIATED_WITH", "target": "k"}])
    >>> counted(graph, "organisation").values.tolist()
    [[0, 0], [1, 0], [2, 2]]
    """
    if level == "municipality":
        acting = belonging.acts_for(graph)
        return acting[["party", "municipality"]].set_axis(["who", "party"], axis=1)
    every = np.flatnonzero(named(graph))
    if level == "party":
        return pd.DataFrame({"who": every, "party": every})
    steps = belonging.ends(_affiliations(graph))[:, ::-1]
    own = every[~np.isin(every, steps[:, 1])]
    pairs = closure(steps, np.stack([own, own], axis=1), len(graph.nodes))
    alone = every[~np.isin(every, pairs[:, 0])]
    pairs = np.concatenate([pairs, np.stack([alone, alone], axis=1)])
    found = pd.DataFrame({"who": pairs[:, 0], "party": pairs[:, 1]})
    return found.sort_values(["who", "party"])


def first_steps(graph: PlanGraph, level: str, pairs: pd.DataFrame) -> pd.DataFrame:
    """The assertions by which each `who` counts for another `party`: `who`, `party`, `edge`.

    Of a way over several steps the first one. `pairs` are the rows of `counted`.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "k", "kind": "Municipality"}, {"id": "kari", "kind": "Actor"}],
    ...     [{"source": "kari", "relation": "AFFILIATED_WITH", "target": "k"}])
    >>> first_steps(graph, "organisation", counted(graph, "organisation")).values.tolist()
    [[1, 0, 0]]
    """
    if level == "party":
        return pd.DataFrame({"who": [], "party": [], "edge": []}, dtype=np.int64)
    affiliated = _affiliations(graph) if level == "organisation" else belonging.affiliations(graph)
    found = [affiliated[["source", "target"]].set_axis(["who", "at"], axis=1)]
    if level == "municipality":
        held = belonging.bodies(graph)[["target", "source"]]
        found.append(held.set_axis(["who", "at"], axis=1))
    steps = pd.concat(found).astype(np.int64)
    steps = steps.assign(edge=steps.index)
    onwards = steps.merge(pairs.rename(columns={"who": "at"}), on="at")
    onwards = onwards[onwards["who"] != onwards["party"]]
    # Two persons who stand for each other lead to each other, but not to themselves.
    reached = onwards.merge(pairs, on=["who", "party"])
    return reached[["who", "party", "edge"]]


@once
def named(graph: PlanGraph) -> np.ndarray:
    """Which nodes are parties that name somebody: municipalities and actors, groups left out.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality"}, {"id": "næringslivet", "kind": "Actor",
    ...       "subkind": "group"}, {"id": "g", "kind": "Goal"}])
    >>> named(graph).tolist()
    [True, False, False]
    """
    nodes = graph.nodes
    found: np.ndarray = (
        nodes["kind"].isin(schema.PARTIES) & (nodes["subkind"] != schema.COLLECTIVE)
    ).to_numpy()
    return found


@once
def people(graph: PlanGraph) -> np.ndarray:
    """Which nodes are persons: said to be, or a position, or affiliated and not said to be else.

    >>> from graphtool.graph import examples
    >>> graph = examples.acting_for()
    >>> people(graph).tolist()  # only Kari is affiliated with somebody
    [False, True, False, False]
    """
    nodes = graph.nodes
    unsaid = ((nodes["kind"] == "Actor") & (nodes["subkind"] == "")).to_numpy()
    affiliated = np.zeros(len(nodes), dtype=bool)
    affiliated[belonging.affiliations(graph)["source"].to_numpy()] = True
    person: np.ndarray = nodes["subkind"].isin(schema.STAFF).to_numpy() | (unsaid & affiliated)
    return person


@once
def _affiliations(graph: PlanGraph) -> pd.DataFrame:
    """The assertions by which a person is affiliated with a named party."""
    edges = belonging.affiliations(graph)
    source, target = edges["source"].to_numpy(), edges["target"].to_numpy()
    return edges[people(graph)[source] & named(graph)[target]]
