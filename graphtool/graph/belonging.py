"""What belongs to whom: who acts for a municipality, and what is its own.

*Acts for*: a municipality for itself; an actor for what it is affiliated with; an actor for the
municipality that hosts or owns it, over any number of steps, councils, companies, associations and
networks included. A group that names nobody acts for nobody, and what a person owns or hosts is
not thereby his or her employer's.

*Belongs to*: what acts for a municipality; what any of these owns, hosts, leads or answers for,
save a person's own organisations; and what is located in the municipality.

Only what is said as fact counts: what is planned or aspired to makes nothing anybody's. This is
asked of a graph as it is, of one day or of all of time; `belonging_in_time` says the same with
periods.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.algorithms.closure import closure, distinct, one_step
from graphtool.graph.once import once

if TYPE_CHECKING:
    from graphtool.graph.plangraph import PlanGraph

UNSAID = ("planned", "aspiration")
"""Modalities that say of something that it is to be, not that it is."""
UNDER = ("HOSTS", "OWNS")
"""Relations by which an actor is its source's body."""
HOLDING = ("LEADS", "HOSTS", "OWNS", "RESPONSIBLE_FOR")
"""Relations by which something belongs to whom its source acts for."""
RELATIONS = (*HOLDING, "AFFILIATED_WITH", "LOCATED_IN")
"""Relations by which something is a municipality's."""


@once
def acts_for(graph: PlanGraph) -> pd.DataFrame:
    """Who acts for which municipality: `party` and `municipality` (positions), sorted by both.

    `owners` is the number of municipalities that the party acts for, who share it where it is
    more than one. No rows where there is no municipality.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "k", "kind": "Municipality"}, {"id": "l", "kind": "Municipality"},
    ...      {"id": "havn", "kind": "Actor", "subkind": "company"},
    ...      {"id": "kai", "kind": "Actor", "subkind": "company"}],
    ...     [{"source": "k", "relation": "OWNS", "target": "havn"},
    ...      {"source": "l", "relation": "OWNS", "target": "havn"},
    ...      {"source": "havn", "relation": "OWNS", "target": "kai"}])
    >>> acts_for(graph).values.tolist()
    [[0, 0, 1], [1, 1, 1], [2, 0, 2], [2, 1, 2], [3, 0, 2], [3, 1, 2]]
    """
    own = graph.of_kind("Municipality").index.to_numpy(dtype=np.int64)
    pairs = closure(steps(graph), np.stack([own, own], axis=1), len(graph.nodes))
    owners = np.bincount(pairs[:, 0], minlength=len(graph.nodes))[pairs[:, 0]]
    return pd.DataFrame({"party": pairs[:, 0], "municipality": pairs[:, 1], "owners": owners})


def belongs_to(graph: PlanGraph, acting: pd.DataFrame | None = None) -> pd.DataFrame:
    """What belongs to which municipality: `node` and `municipality` (positions), sorted by both.

    A municipality belongs to itself. `acting` are the rows of `acts_for` where they are at hand.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "k", "kind": "Municipality"}, {"id": "raad", "kind": "Actor"},
    ...      {"id": "vann", "kind": "Resource"}, {"id": "kai", "kind": "Resource"}],
    ...     [{"source": "k", "relation": "HOSTS", "target": "raad"},
    ...      {"source": "raad", "relation": "OWNS", "target": "vann"},
    ...      {"source": "kai", "relation": "LOCATED_IN", "target": "k"}])
    >>> belongs_to(graph).values.tolist()
    [[0, 0], [1, 0], [2, 0], [3, 0]]
    """
    held = held_by(graph, acting).to_numpy(np.int64)
    return _pairs(np.concatenate([held, ends(locations(graph))]), len(graph.nodes))


def held_by(graph: PlanGraph, acting: pd.DataFrame | None = None) -> pd.DataFrame:
    """As `belongs_to`, without what is only located in the municipality.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "k", "kind": "Municipality"}, {"id": "kai", "kind": "Resource"}],
    ...     [{"source": "kai", "relation": "LOCATED_IN", "target": "k"}])
    >>> held_by(graph).values.tolist()
    [[0, 0]]
    """
    acting = acts_for(graph) if acting is None else acting
    pairs = acting[["party", "municipality"]].to_numpy(np.int64)
    count = len(graph.nodes)
    return _pairs(np.concatenate([pairs, one_step(ends(holdings(graph)), pairs, count)]), count)


def _pairs(every: np.ndarray, count: int) -> pd.DataFrame:
    """Each pair once, sorted."""
    every = distinct(every, count)
    return pd.DataFrame({"node": every[:, 0], "municipality": every[:, 1]})


def as_fact(edges: pd.DataFrame) -> pd.DataFrame:
    """The assertions that are more than a plan or a wish.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality"}, {"id": "g", "kind": "Goal"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g"},
    ...      {"source": "v", "relation": "SUPPORTS", "target": "g", "modality": "planned"}])
    >>> as_fact(graph.edges)["relation"].tolist()
    ['OWNS']
    """
    unsaid = np.isin(list(schema.MODALITIES), UNSAID)
    return edges[~unsaid[edges["modality"].cat.codes.to_numpy()]]


def affiliations(graph: PlanGraph, rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """The assertions by which the source acts for whom the target acts for.

    >>> from graphtool.graph import examples
    >>> graph = examples.acting_for()
    >>> ends(affiliations(graph)).tolist()  # Kari acts for the municipality
    [[1, 0]]
    """
    edges = as_fact(_of(graph, rows, "AFFILIATED_WITH"))
    return edges[_able(graph)[edges["source"].to_numpy()]]


def bodies(graph: PlanGraph, rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """The assertions by which the target acts for whom the source acts for.

    >>> from graphtool.graph import examples
    >>> graph = examples.acting_for()
    >>> ends(bodies(graph)).tolist()  # the network acts for its host
    [[0, 2]]
    """
    edges = as_fact(_of(graph, rows, *UNDER))
    able, person = _able(graph), _is(graph, *schema.STAFF)
    return edges[able[edges["target"].to_numpy()] & ~person[edges["source"].to_numpy()]]


def holdings(graph: PlanGraph, rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """The assertions by which the target belongs to whom the source acts for.

    >>> from graphtool.graph import examples
    >>> graph = examples.acting_for()
    >>> ends(holdings(graph)).tolist()  # the project its leaders', the network its host's
    [[1, 3], [2, 3], [0, 2]]
    """
    edges = as_fact(_of(graph, rows, *HOLDING))
    body = edges["relation"].isin(UNDER).to_numpy()
    body = body & (graph.nodes["kind"] == "Actor").to_numpy()[edges["target"].to_numpy()]
    return edges[~(body & _is(graph, *schema.STAFF)[edges["source"].to_numpy()])]


def locations(graph: PlanGraph, rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """The assertions by which the source belongs to the municipality that is the target.

    >>> from graphtool.graph import examples
    >>> graph = examples.acting_for()
    >>> ends(locations(graph)).tolist()
    [[3, 0]]
    """
    edges = as_fact(_of(graph, rows, "LOCATED_IN"))
    municipal = (graph.nodes["kind"] == "Municipality").to_numpy()
    return edges[municipal[edges["target"].to_numpy()]]


def _of(graph: PlanGraph, rows: pd.DataFrame | None, *relations: str) -> pd.DataFrame:
    """The assertions of these relations, of the graph itself or of other rows on its nodes."""
    return graph.related(*relations) if rows is None else rows[rows["relation"].isin(relations)]


def ends(edges: pd.DataFrame) -> np.ndarray:
    """Source and target of each assertion, two columns of positions.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality"}, {"id": "g", "kind": "Goal"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g"}])
    >>> ends(graph.edges).tolist()
    [[0, 1]]
    """
    found: np.ndarray = edges[["source", "target"]].to_numpy(np.int64)
    return found


def _able(graph: PlanGraph) -> np.ndarray:
    able: np.ndarray = (graph.nodes["kind"] == "Actor").to_numpy()
    return able & ~_is(graph, schema.COLLECTIVE)


def _is(graph: PlanGraph, *subkinds: str) -> np.ndarray:
    column = graph.nodes["subkind"]
    hit = np.append(np.asarray(column.cat.categories.isin(subkinds), dtype=bool), False)
    taken: np.ndarray = hit[column.cat.codes.to_numpy()]
    return taken


def steps(graph: PlanGraph) -> np.ndarray:
    """From those who are acted for to those who act for them.

    >>> from graphtool.graph import examples
    >>> steps(examples.acting_for()).tolist()  # Kari acts for the municipality, as does its network
    [[0, 1], [0, 2]]
    """
    return np.concatenate([ends(affiliations(graph))[:, ::-1], ends(bodies(graph))])
