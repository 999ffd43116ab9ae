"""From parties in activities to ties between parties: the projection of Newman (2001).

Everybody who takes part in an activity is tied to everybody else who does. An activity of n
parties gives each pair 1/(n-1), so that a party's strength is the number of activities that it
shares with anybody (M. E. J. Newman, "Scientific collaboration networks. II", Physical Review E
64, 016132, 2001, equation 2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.errors import GraphtoolError
from graphtool.queries.registry import Option

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

Level = Annotated[
    Literal["party", "municipality"],
    Option("who is tied: every party, or municipalities, each with its people and bodies"),
]
Planned = Annotated[
    bool, Option("also count what is only planned or aspired to")
]  # fmt: skip

PARTICIPATION = ("MEMBER_OF", "LEADS", "HOSTS", "OWNS", "RESPONSIBLE_FOR", "COORDINATES",
                 "SUPPORTS", "PARTICIPATES_IN", "FUNDS", "ADOPTED")  # fmt: skip
"""Relations by which a party takes part in an activity."""
TOGETHER = (*PARTICIPATION, "COLLABORATES_WITH", "AFFILIATED_WITH")
"""The relations that say who works with whom, and for whom somebody does."""
ACTIVITIES = ("Programme", "Project", "Plan", "Measure")
"""Kinds that are activities, beside actors that are forums."""
STATED = "COLLABORATES_WITH"
UNSAID = ("planned", "aspiration")
MOST_PAIRS = 20_000_000
"""More pairs than this are refused: nobody can read them, and memory would not hold them."""


def incidence(graph: PlanGraph, *, level: str = "party", planned: bool = False) -> pd.DataFrame:
    """Who takes part in what, one row a party, activity and assertion.

    `party` and `activity` are positions in the graph's nodes; a stated tie is an activity of its
    own, at `len(nodes)` and beyond. `edge` is the row in the graph's edges. Groups that name
    nobody take part in nothing, and a party is not a partner in an activity that is itself.
    """
    edges = graph.related(*PARTICIPATION)
    to = _is_activity(graph)[edges["target"].to_numpy()]
    rows = pd.DataFrame({
        "party": edges["source"].to_numpy(dtype=np.int64)[to],
        "activity": edges["target"].to_numpy(dtype=np.int64)[to],
        "edge": edges.index.to_numpy()[to],
    })  # fmt: skip
    rows = pd.concat([rows, _stated(graph)], ignore_index=True)
    if not planned:
        unsaid = graph.edges["modality"].isin(UNSAID).to_numpy()
        rows = rows[~unsaid[rows["edge"].to_numpy()]]
    named = graph.nodes["kind"].isin(schema.PARTIES) & (graph.nodes["subkind"] != schema.COLLECTIVE)
    rows = rows[named.to_numpy()[rows["party"].to_numpy()]]
    if level == "municipality":
        home = belonging(graph)
        rows = rows.merge(home, on="party").drop(columns="party")
        rows = rows.rename(columns={"municipality": "party"})[["party", "activity", "edge"]]
    rows = rows[rows["party"] != rows["activity"]]
    return rows.reset_index(drop=True)


def _is_activity(graph: PlanGraph) -> np.ndarray:
    nodes = graph.nodes
    forum = (nodes["kind"] == "Actor") & nodes["subkind"].isin(schema.FORUMS)
    activity: np.ndarray = (nodes["kind"].isin(ACTIVITIES) | forum).to_numpy()
    return activity


def _stated(graph: PlanGraph) -> pd.DataFrame:
    """Both ends of every stated tie; its assertions are one activity."""
    ties = graph.related(STATED)
    ties = ties[ties["source"] != ties["target"]]
    number = len(graph.nodes) + ties.groupby(["source", "target"]).ngroup().to_numpy(np.int64)
    return pd.concat([
        pd.DataFrame({
            "party": ties[end].to_numpy(dtype=np.int64), "activity": number,
            "edge": ties.index.to_numpy(),
        })
        for end in ("source", "target")
    ])  # fmt: skip


def belonging(graph: PlanGraph) -> pd.DataFrame:
    """`party` and `municipality`: each municipality itself, and its people and bodies.

    A body is an actor, no forum or group, that a municipality hosts or owns; its people are those
    affiliated with it or with one of its bodies. What is only planned counts for nothing here.
    """
    nodes = graph.nodes
    able = (nodes["kind"] == "Actor") & ~nodes["subkind"].isin((*schema.FORUMS, schema.COLLECTIVE))
    works = _steps(graph.related("AFFILIATED_WITH"), "source", "target", able.to_numpy())
    under = _steps(graph.related("HOSTS", "OWNS"), "target", "source", able.to_numpy())
    own = graph.of_kind("Municipality").index.to_numpy(dtype=np.int64)
    itself = pd.DataFrame({"party": own, "municipality": own})
    bodies = _joined(under, itself)
    found = [itself, bodies, _joined(works, itself), _joined(works, bodies)]
    return pd.concat(found).drop_duplicates().sort_values(["party", "municipality"])


def as_fact(edges: pd.DataFrame) -> pd.DataFrame:
    """The assertions that are more than a plan or a wish."""
    return edges[~edges["modality"].isin(UNSAID).to_numpy()]


def _steps(edges: pd.DataFrame, party: str, at: str, able: np.ndarray) -> pd.DataFrame:
    """From an able `party` to what it is `at`, by edges that are said as fact."""
    edges = as_fact(edges)
    steps = pd.DataFrame({
        "party": edges[party].to_numpy(np.int64), "at": edges[at].to_numpy(np.int64)
    })  # fmt: skip
    return steps[able[steps["party"].to_numpy()]].drop_duplicates()


def _joined(steps: pd.DataFrame, home: pd.DataFrame) -> pd.DataFrame:
    """The municipalities of what the steps lead to."""
    further = home.rename(columns={"party": "at"})
    return steps.merge(further, on="at")[["party", "municipality"]]


class Ties(NamedTuple):
    """Pairs of parties that share an activity; arrays with one value a pair, sorted by both."""

    party: np.ndarray
    """Position of the party that comes first."""
    partner: np.ndarray
    activities: np.ndarray
    """How many activities they share."""
    weight: np.ndarray
    """Newman's weight: the sum of 1/(n-1) over them, not rounded, so that sums of it stay true."""


def ties(found: pd.DataFrame) -> Ties:
    """Every pair that shares an activity; raises `GraphtoolError` where there are too many."""
    from scipy.sparse import csr_array, triu

    once = found[["party", "activity"]].drop_duplicates()
    party, parties = pd.factorize(once["party"], sort=True)
    activity, _ = pd.factorize(once["activity"], sort=True)
    size = np.bincount(activity) if len(activity) else np.zeros(0, np.int64)
    pairs = int((size.astype(np.float64) * (size - 1) / 2).sum())
    if pairs > MOST_PAIRS:
        raise GraphtoolError(
            f"{pairs} pairs share an activity, more than {MOST_PAIRS}; ask a smaller graph"
            f" (the largest activity has {size.max()} parties)"
        )
    shape = (len(parties), len(size))
    one = csr_array((np.ones(len(once)), (party, activity)), shape=shape)
    # Number and weight as real and imaginary part: one product instead of two.
    both = one * (1 + 1j / np.maximum(size - 1, 1))
    shared = triu(both @ one.T, k=1, format="csr")
    shared.sort_indices()
    left = np.repeat(np.arange(len(parties)), np.diff(shared.indptr))
    places = parties.to_numpy() if hasattr(parties, "to_numpy") else np.asarray(parties)
    return Ties(
        party=places[left],
        partner=places[shared.indices],
        activities=shared.data.real.astype(np.int64),
        weight=shared.data.imag.copy(),
    )
