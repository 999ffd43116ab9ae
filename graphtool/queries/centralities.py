"""Who is central by any measure, in the network of those that work together or of a relation."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated, TypeAlias, Unpack

import numpy as np
import pandas as pd

from graphtool.algorithms import resampling
from graphtool.errors import GraphtoolError
from graphtool.language import Said, Text
from graphtool.queries import columns, networks, position_values
from graphtool.queries.centralities_columns import Standing
from graphtool.queries.centralities_notes import ASKED, Asked, centralities_notes
from graphtool.queries.fields import Option
from graphtool.queries.networks import NetworkOptions
from graphtool.queries.position_measures import POSITIONS
from graphtool.queries.position_values import Measured
from graphtool.queries.query import Askable
from graphtool.queries.ranking import ranks
from graphtool.queries.registry import ask, query

if TYPE_CHECKING:
    from graphtool.algorithms.arrays import Array, Integers
    from graphtool.graph import PlanGraph


_TOO_SLOW = Text(
    "centralities: confidence trekker forbindelsene på nytt 200 ganger, for tregt for {parties}"
    " parter; spør uten, eller om et nettverk på høyst {most}",
    "centralities: confidence trekkjer sambanda på nytt 200 gonger, for tregt for {parties} partar;"
    " spør utan, eller om eit nettverk på høgst {most}",
    "centralities: confidence draws the ties anew 200 times, too slow for {parties} parties; ask"
    " without it, or a network of at most {most}",
)

MOST_REDRAWN = 500
"""Parties above which ranks are not drawn anew: it takes as long as 200 answers."""
Work: TypeAlias = "Callable[[Measured], Array | None]"


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
    undirected: Annotated[
        bool,
        Option(
            Text(
                "regn hver pil som en forbindelse, uansett hvilken vei den går",
                "rekn kvar pil som eit samband, same kva veg ho går",
                "take every arrow as a tie, whichever way it runs",
            )
        ),
    ] = False,
    unweighted: Annotated[
        bool,
        Option(
            Text(
                "regn alle forbindelser som like sterke",
                "rekn alle samband som like sterke",
                "take all ties as equally strong",
            )
        ),
    ] = False,
    per_component: Annotated[
        bool,
        Option(
            Text(
                "regn for hver sammenhengende del for seg, ikke for hele nettverket",
                "rekn for kvar samanhengande del for seg, ikkje for heile nettverket",
                "work out for each connected part by itself, not for the whole network",
            )
        ),
    ] = False,
    **options: Unpack[NetworkOptions],
) -> pd.DataFrame:
    """Parties by any measure of centrality, in any network, each rank with its ties.

    The network is that of `collaborations`, undirected and weighted (Newman 2001), or with
    `relation` that of one relation between parties, which has a direction and weights of 1
    (`party-relations`). Its parties are those that take part in something, or have the relation
    either way; with `isolates` all others too. With `undirected` its arrows are ties, whichever way
    they run; with `unweighted` all ties weigh 1. With `per_component` n and all others are in every
    measure those that hang together with the party, whichever way, and eigenvector, PageRank and
    Katz have their length or sum of 1 in each part. One row a party and measure; the notes say what
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
    taken = {"per_component"} if per_component else set()
    if undirected and net.directed:
        taken.add("undirected")
        net = net._replace(matrix=net.either_way, directed=False)
    if unweighted:
        taken.add("unweighted")
        net = net._replace(matrix=net.unweighted)
    if confidence and len(net.names) > MOST_REDRAWN:
        raise GraphtoolError(Said(_TOO_SLOW, parties=len(net.names), most=MOST_REDRAWN))
    found = []
    for place, name in enumerate(POSITIONS, start=1):
        if measure and name not in measure:
            continue
        work = partial(position_values.values, name, per_component=per_component)
        values = work(net)
        if values is not None:
            found.append(_rows(name, place, values, net, work if confidence else None))
    table = pd.concat(found, ignore_index=True) if found else columns.of_rows(Standing, ())
    degrees = tuple(net.either_degree.tolist())
    far = tuple(name for name in position_values.FAR if not position_values.within_reach(name, net))
    of_activities = options["relation"] is None and not unweighted
    table.attrs[ASKED] = Asked(
        len(net.names),
        net.ties,
        net.possible,
        net.directed,
        degrees,
        far,
        frozenset(taken),
        of_activities,
    )
    return table


def _rows(name: str, place: int, values: Array, net: Measured, redo: Work | None) -> pd.DataFrame:
    """The rows of one measure; where it is to be worked out anew, with the places that come out."""
    sign = -1 if POSITIONS[name].least_first else 1
    there = np.isfinite(values)
    rank, shared = ranks(sign * values[there])
    best = worst = np.zeros(len(rank), dtype=np.int64)
    if redo and len(rank):
        places = resampling.places(
            resampling.redrawn(net.matrix, directed=net.directed, repeats=resampling.REPEATS),
            lambda matrix: _ranked(name, redo(net._replace(matrix=matrix))),
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


def _ranked(name: str, values: Array | None) -> tuple[Integers, Integers]:
    """The ranks of all parties, those without a value last."""
    assert values is not None
    sign = -1 if POSITIONS[name].least_first else 1
    known = np.where(np.isfinite(values), sign * values, 0)
    lowest = known.min(initial=0) - 1
    return ranks(np.where(np.isfinite(values), known, lowest))
