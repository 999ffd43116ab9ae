"""Who is central by any measure, in the network of those that work together or of a relation."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Unpack

import numpy as np
import pandas as pd

from graphtool.algorithms import positions, resampling
from graphtool.algorithms.betweenness import betweenness
from graphtool.algorithms.distances import Distances, distances
from graphtool.algorithms.weighted_betweenness import weighted_betweenness
from graphtool.errors import GraphtoolError
from graphtool.language import Said, Text
from graphtool.queries import columns, measures, networks
from graphtool.queries.centralities_columns import Standing
from graphtool.queries.centralities_notes import ASKED, Asked, centralities_notes
from graphtool.queries.fields import Option
from graphtool.queries.networks import Network, NetworkOptions
from graphtool.queries.position_measures import POSITIONS
from graphtool.queries.query import Askable
from graphtool.queries.ranking import ranks
from graphtool.queries.registry import ask, query

if TYPE_CHECKING:
    from graphtool.algorithms.arrays import Array, Integers
    from graphtool.graph import PlanGraph


_TOO_SLOW = Text(
    "centralities: confidence trekker forbindelsene på nytt 200 ganger, for tregt for {parties}"
    " parter;"
    " spør uten, eller om et nettverk på høyst {most}",
    "centralities: confidence trekkjer sambanda på nytt 200 gonger, for tregt for {parties} partar;"
    " spør utan, eller om eit nettverk på høgst {most}",
    "centralities: confidence draws the ties anew 200 times, too slow for {parties} parties; ask"
    " without it, or a network of at most {most}",
)

DIGITS = 12
MOST_STEPS = 20_000_000
"""Parties times ties, above which no ways with lengths or directions are counted."""
MOST_REDRAWN = 500
"""Parties above which ranks are not drawn anew: it takes as long as 200 answers."""


class Measured(Network):
    """A network, and what several measures of it rest on, worked out once."""

    @cached_property
    def away(self) -> Distances:
        """How far all are from all."""
        return distances(self.matrix)


@query(
    Standing,
    order=("place", "rank", "name", "party"),
    notes=centralities_notes,
    reads=networks.reads,
)
def centralities(
    graph: PlanGraph | Askable,
    *,
    measure: Annotated[
        tuple[str, ...],
        Option(
            Text(
                "bare disse måltallene; ingen betyr alle",
                "berre desse måltala; ingen tyder alle",
                "only these measures; none means all",
            ),
            tuple(POSITIONS),
        ),
    ] = (),
    isolates: Annotated[
        bool,
        Option(
            Text(
                "ta også med partene som ikke deltar i noe her",
                "ta også med partane som ikkje deltek i noko her",
                "also list the parties that take no part in anything here",
            )
        ),
    ] = False,
    confidence: Annotated[
        bool,
        Option(
            Text(
                "også mellom hvilke plasser hver enkelt ligger når forbindelsene trekkes på nytt",
                "også mellom kva plassar kvar enkelt ligg når sambanda blir trekte på nytt",
                "also between which places each is where ties are drawn anew",
            )
        ),
    ] = False,
    **options: Unpack[NetworkOptions],
) -> pd.DataFrame:
    """Parties by any measure of centrality, in any network, each rank with its ties.

    The network is that of `collaborations`, undirected and weighted (Newman 2001), or with
    `relation` that of one relation between parties, which has a direction and weights of 1
    (`party-relations`). Its parties are those that take part in something, or have the relation
    either way; with `isolates` all others too. One row a party and measure; the notes say what
    each measure means, its formula and source, and what it is called in UCINET, ORA, NetworkX or
    igraph. What needs a direction is left out of a network without one, and what needs none of
    one that has; a party without a value by a measure (constraint where it has no tie) has no
    row. Values that agree to nine digits share a place, the best one. Above 2 000 parties
    betweenness is left to `centrality`, which estimates it, and above 20 million parties times
    ties so are ways that have lengths or directions.

    With `confidence` each rank has the places that the party takes in 95 of 100 draws: as many ties
    drawn with replacement from those there are, 200 times, seeded (bootstrap of the ties; Efron
    1979), so that some are missing each time, shared places counted to their last. Only up to 500
    parties.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m} for m in "abc"],
    ...     [{"source": "a", "relation": "FUNDS", "target": "b"},
    ...      {"source": "c", "relation": "FUNDS", "target": "b"}])
    >>> rows = centralities(graph, relation="FUNDS", measure=("in_degree",))
    >>> rows[["party", "value", "rank", "ties"]].values.tolist()
    [['b', 2.0, 1, 1], ['a', 0.0, 2, 2], ['c', 0.0, 2, 2]]
    """
    net = Measured(*networks.asked(graph, **options))
    if isolates:
        asked = {name: options[name] for name in ("as_of", "successors", "level")}
        everybody = ask(graph, "party-groups", only=("party", "name"), **asked)
        net = net.among(everybody.set_index("party")["name"])
    if confidence and len(net.names) > MOST_REDRAWN:
        raise GraphtoolError(Said(_TOO_SLOW, parties=len(net.names), most=MOST_REDRAWN))
    found = []
    for place, name in enumerate(POSITIONS, start=1):
        if measure and name not in measure:
            continue
        values = _values(name, net)
        if values is not None:
            found.append(_rows(name, place, values, net, drawn=confidence))
    table = pd.concat(found, ignore_index=True) if found else columns.of_rows(Standing, ())
    degrees = tuple(net.either_degree.tolist())
    far = tuple(name for name in FAR if not _within_reach(name, net))
    table.attrs[ASKED] = Asked(len(net.names), net.ties, net.possible, net.directed, degrees, far)
    return table


def _rows(name: str, place: int, values: Array, net: Measured, *, drawn: bool) -> pd.DataFrame:
    """The rows of one measure."""
    sign = -1 if POSITIONS[name].least_first else 1
    there = np.isfinite(values)
    rank, shared = ranks(sign * values[there])
    best = worst = np.zeros(len(rank), dtype=np.int64)
    if drawn and len(rank):
        places = resampling.places(
            resampling.redrawn(net.matrix, directed=net.directed, repeats=resampling.REPEATS),
            lambda matrix: _ranked(name, net._replace(matrix=matrix)),
        )
        best, worst = places.best[there], places.worst[there]
    names = net.names[there]
    table = columns.table(
        Standing,
        measure=[name] * len(rank),
        party=names.index.to_series(),
        name=names,
        value=values[there],
        rank=rank,
        ties=shared,
        best=best,
        worst=worst,
        place=np.full(len(rank), place, dtype=np.int64),
    )
    return table.sort_values(["rank", "party"], ignore_index=True)


def _ranked(name: str, net: Measured) -> tuple[Integers, Integers]:
    """The ranks of all parties, those without a value last."""
    values = _values(name, net)
    assert values is not None
    sign = -1 if POSITIONS[name].least_first else 1
    known = np.where(np.isfinite(values), sign * values, 0)
    lowest = known.min(initial=0) - 1
    return ranks(np.where(np.isfinite(values), known, lowest))


def _values(name: str, net: Measured) -> Array | None:
    """A measure's value of each party, NaN where it has none; None where it is not for this net."""
    directed = POSITIONS[name].directed
    if directed is not None and directed != net.directed:
        return None
    if name in FAR and not _within_reach(name, net):
        return None
    found: Array = np.asarray(MEASURED[name](net), dtype=np.float64)
    return found.round(DIGITS)


def _within_reach(name: str, net: Measured) -> bool:
    """Whether ways can be counted in a network of this size."""
    n = len(net.names)
    if name == "betweenness" and not net.directed:
        return n <= measures.EXACT_UP_TO
    return n * net.matrix.nnz <= MOST_STEPS


def _between(net: Measured) -> Array:
    if not net.directed:
        between, _ = betweenness(net.matrix)
        return between
    return weighted_betweenness(net.unweighted, directed=True)


def _between_weighted(net: Measured) -> Array:
    lengths = net.matrix.copy()
    lengths.data = 1 / lengths.data
    return weighted_betweenness(lengths, directed=False)


def _closeness(net: Measured) -> Array:
    away = net.away
    others = max(len(net.names) - 1, 1)
    near = np.where(away.total > 0, away.reached / np.where(away.total > 0, away.total, 1), 0)
    return near * away.reached / others


def _harmonic(net: Measured) -> Array:
    return net.away.harmonic / max(len(net.names) - 1, 1)


def _eigenvector(net: Measured) -> Array:
    return measures.TieGraph(np.arange(len(net.names)), net.matrix).eigenvector()


FAR = ("betweenness", "weighted_betweenness")
"""Measures of all ways, which take the number of parties times that of the ties."""
MEASURED: dict[str, Callable[[Measured], Any]] = {
    "in_degree": lambda net: net.unweighted.sum(axis=0),
    "out_degree": lambda net: net.unweighted.sum(axis=1),
    "degree": lambda net: (
        net.unweighted.sum(axis=1) + (net.unweighted.sum(axis=0) if net.directed else 0)
    ),
    "strength": lambda net: np.round(net.matrix.sum(axis=1), 9),
    "betweenness": _between,
    "weighted_betweenness": _between_weighted,
    "closeness": _closeness,
    "harmonic": _harmonic,
    "eigenvector": _eigenvector,
    "pagerank": lambda net: positions.pagerank(net.matrix),
    "katz": lambda net: positions.katz(net.matrix),
    "constraint": lambda net: positions.constraint(net.matrix, directed=net.directed),
    "effective_size": lambda net: positions.effective_size(net.matrix),
    "core": lambda net: positions.core_numbers(net.matrix, directed=net.directed),
    "clustering": lambda net: positions.clustering(net.matrix),
}
"""How each measure is worked out."""
