"""How much the network and who answers for goals withstand as parties leave, one after another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

import numpy as np

from graphtool.algorithms import attack
from graphtool.algorithms.betweenness import betweenness
from graphtool.errors import GraphtoolError
from graphtool.graph import representation
from graphtool.language import Said, Text, collation_key
from graphtool.queries import columns
from graphtool.queries.held import Held, answered_for
from graphtool.queries.measures import network
from graphtool.queries.projection import TOGETHER
from graphtool.queries.projection_columns import TieOptions
from graphtool.queries.registry import ask, query
from graphtool.queries.robustness_columns import BETWEEN, DEGREE, PLACE, RANDOM, Withstanding
from graphtool.queries.robustness_notes import SIZE, robustness_notes

if TYPE_CHECKING:
    import pandas as pd
    from scipy.sparse import csr_array

    from graphtool.algorithms.arrays import Array
    from graphtool.graph import PlanGraph


_TOO_MANY = Text(
    "robustness: {parties} parter er for mange til å tas bort én etter én; spør på en dag, med"
    " level municipality, eller om et mindre utvalg (høyst {most})",
    "robustness: {parties} partar er for mange til å takast bort éin etter éin; spør på ein dag,"
    " med level municipality, eller om eit mindre utval (høgst {most})",
    "robustness: {parties} parties are too many to take away one by one; ask on a day, at level"
    " municipality, or a smaller graph (at most {most})",
)
REPEATS = 200
SEED = 2000
MOST_PARTIES = 500
"""Parties above which it is not asked: each removal takes all of betweenness anew."""
MOST_ROWS = 20
"""Removals of each order that have a row."""
STAYS = -1
"""The place of who answers for a goal and counts for nobody of the level: never leaves."""


@query(Withstanding, order=("place", "gone"), notes=robustness_notes, reads=("PART_OF", *TOGETHER))
def robustness(graph: PlanGraph, **options: Unpack[TieOptions]) -> pd.DataFrame:
    """How much the network and the goals withstand as parties leave, by lot or the central first.

    Parties of the network of `collaborations`, and those that answer for goals, leave one after
    another, up to half of them: in 200 random orders (seeded; the means are given, and the worst
    twentieth for the largest part), those with most partners first, and those that most shortest
    paths run through first, both worked out anew after each (Albert, Jeong and Barabási 2000,
    Nature 406, p. 378; Holme et al. 2002, Physical Review E 65, 056109); of equals the first by
    name. A row for how it is at first, and for at most 20 removals spread evenly: the share of all
    parties in the largest part that still hangs together, of all pairs that a way still leads
    between, and of the goals that named parties answer for as a fact (`owners`) those that have
    nobody left. Persons count for whom they represent, as the level says; a goal that somebody
    answers for too who counts for nobody of the level is not lost. Up to 500 parties.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m} for m in "abcd"],
    ...     [{"source": "a", "relation": "COLLABORATES_WITH", "target": m} for m in "bcd"])
    >>> rows = robustness(graph)
    >>> rows[rows["order"] == "degree"][["gone", "last", "largest", "reachable"]].values.tolist()
    [[0, '', 1.0, 1.0], [1, 'a', 0.25, 0.0], [2, 'b', 0.25, 0.0]]
    """
    as_of, successors, level = options["as_of"], options["successors"], options["level"]
    when = {"as_of": as_of, "successors": successors}
    answered = answered_for(graph, {**when, "inherit": "focus-area", "kind": ("Goal",)})
    taking = ask(graph, "participations", **options)
    held, called = _held(graph.as_of(as_of, successors=successors), answered, level)
    net, names = network(taking, level=level)
    called |= dict(zip(names.index, names, strict=True))
    ids = sorted(called, key=lambda party: (collation_key(called[party]), party))
    if len(ids) > MOST_PARTIES:
        raise GraphtoolError(Said(_TOO_MANY, parties=len(ids), most=MOST_PARTIES))
    place = {party: at for at, party in enumerate(ids)}
    matrix = _among(net.matrix, [place[party] for party in names.index], len(ids))
    goals = [frozenset(place.get(party, STAYS) for party in parties) for parties in held]
    removals = (len(ids) + 1) // 2
    rows: list[Withstanding] = []
    if ids:
        drawn = attack.at_random(len(ids), removals, REPEATS, SEED)
        rows += _told(RANDOM, matrix, drawn, goals, None)
        for name, measure in ((DEGREE, _degree), (BETWEEN, _between)):
            order = attack.most_first(matrix, measure, removals)
            last = [(ids[at], called[ids[at]]) for at in order]
            rows += _told(name, matrix, [order], goals, last)
    table = columns.of_rows(Withstanding, rows)
    table.attrs[SIZE] = len(ids)
    floats = ("largest", "reachable", "orphaned", "largest_low")
    return table.astype(dict.fromkeys(floats, "float64") | {"gone": "int64", "place": "int64"})


def _held(graph: PlanGraph, held: Held, level: str) -> tuple[list[set[str]], dict[str, str]]:
    """For each goal that is answered for who has to go before nobody is left, and names.

    That is parties of the level, and whoever counts for none of them, who has no name here.
    """
    ids, called = graph.nodes["id"].tolist(), graph.nodes["name"].tolist()
    counts: dict[str, list[int]] = {}
    for who, party in representation.counted(graph, level).itertuples(index=False):
        counts.setdefault(ids[who], []).append(party)
    goals: list[set[str]] = []
    names: dict[str, str] = {}
    for now, parties in zip(held.now, held.sets, strict=True):
        if not any(held.ids[party] in counts for party in now):
            continue  # who answers for it now is nobody of this level
        found = {at for party in parties for at in counts.get(held.ids[party], ())}
        others = {held.ids[party] for party in parties if held.ids[party] not in counts}
        goals.append({ids[at] for at in found} | others)
        names |= {ids[at]: called[at] for at in found}
    return goals, names


def _among(matrix: csr_array, place: Sequence[int], n: int) -> csr_array:
    """The network with each party in its place among so many, ties of weight 1."""
    ties = matrix.tocoo()
    at = np.array(place, dtype=np.int64)
    one, other = ties.coords
    ends = at[one], at[other]
    found = type(matrix)((np.ones(len(ties.data)), ends), shape=(n, n))
    return found.tocsr()


def _degree(matrix: csr_array) -> Array:
    return np.diff(matrix.indptr).astype(np.float64)


def _between(matrix: csr_array) -> Array:
    between, _ = betweenness(matrix)
    return between


def _told(
    name: str,
    matrix: csr_array,
    orders: Sequence[np.ndarray],
    goals: Sequence[frozenset[int]],
    last: Sequence[tuple[str, str]] | None,
) -> list[Withstanding]:
    """The rows of one way of leaving: the means over its orders."""
    n, removals = matrix.shape[0], len(orders[0])
    left = [attack.remaining(matrix, order.tolist()) for order in orders]
    lost = [_orphaned(goals, order.tolist()) for order in orders]
    largest = np.array([one.largest for one in left]) / n
    reachable = np.array([one.pairs for one in left]) / max(n * (n - 1) // 2, 1)
    orphaned = np.array(lost) / (len(goals) or np.nan)
    steps = np.unique(np.linspace(0, removals, min(removals, MOST_ROWS) + 1).round().astype(int))
    found = []
    for step in steps.tolist():
        who = last[step - 1] if last and step else ("", "")
        worst = float(np.percentile(largest[:, step], 5)) if last is None else float("nan")
        found.append(
            Withstanding(
                order=name,
                gone=step,
                last=who[0],
                last_name=who[1],
                largest=round(float(largest[:, step].mean()), 9),
                reachable=round(float(reachable[:, step].mean()), 9),
                orphaned=round(float(orphaned[:, step].mean()), 9),
                largest_low=round(worst, 9),
                place=PLACE[name],
            )
        )
    return found


def _orphaned(goals: Sequence[frozenset[int]], order: Sequence[int]) -> list[int]:
    """How many goals have nobody left before the first is gone, after it, after the second."""
    at = {party: step for step, party in enumerate(order, start=1)}
    found = [0] * (len(order) + 1)
    for parties in goals:
        if all(party in at for party in parties):
            found[max(at[party] for party in parties)] += 1
    return np.cumsum(found).tolist()
