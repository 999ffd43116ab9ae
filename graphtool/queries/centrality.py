"""Who is central among those that work together, and when such a ranking means nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import numpy as np
import pandas as pd

from graphtool.language import Text
from graphtool.queries import columns, measures
from graphtool.queries.projection import TOGETHER, Level, Planned
from graphtool.queries.registry import Askable, AsOf, Successors, ask, col, node_id, query

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

LABELS = {
    "degree": Text("antall partnere", "tal på partnarar", "degree"),
    "strength": Text("styrke", "styrke", "strength"),
    "betweenness": Text("mellomposisjon", "mellomposisjon", "betweenness"),
    "harmonic": Text("nærhet", "nærleik", "harmonic closeness"),
    "eigenvector": Text("egenvektor", "eigenvektor", "eigenvector"),
}
"""The measures, in the order of the columns."""
STRONGEST_ONLY = Text(
    ", og egenvektoren gjelder bare den sterkeste delen",
    ", og eigenvektoren gjeld berre den sterkaste delen",
    ", and the eigenvector concerns the strongest part only",
)

Rank = Annotated[
    int, col("plass", "plass", "rank", "place by it; equal values share the best place")
]
Shared = Annotated[
    int, col("deles av", "vert delt av", "ties", "how many share the place, 1 if alone")
]


class Centrality(NamedTuple):
    """A party and how central it is by five measures."""

    party: Annotated[str, node_id("part-id", "part-id", "party", "id of the party")]
    name: Annotated[str, col("part", "part", "name", "its name")]
    degree: Annotated[int, col("partnere", "partnarar", "degree", "how many others it works with")]
    degree_rank: Rank
    degree_ties: Shared
    strength: Annotated[
        float, col("styrke", "styrke", "strength", "sum of the weights of its ties")
    ]
    strength_rank: Rank
    strength_ties: Shared
    betweenness: Annotated[
        float, col("mellom", "mellom", "betweenness", "share of shortest paths that run through it")
    ]
    betweenness_rank: Rank
    betweenness_ties: Shared
    harmonic: Annotated[
        float, col("nærhet", "nærleik", "harmonic", "mean of 1/distance to all others")
    ]
    harmonic_rank: Rank
    harmonic_ties: Shared
    eigenvector: Annotated[
        float,
        col("egenvektor", "eigenvektor", "eigenvector", "tied to those who are well tied"),
    ]
    eigenvector_rank: Rank
    eigenvector_ties: Shared


def centrality_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """What the network is like, who leads by each measure, and where no ranking means anything."""
    n = len(rows)
    if not n:
        return [Text(
            "Ingen parter deltar i noe.", "Ingen partar deltek i noko.",
            "No party takes part in anything.",
        )]  # fmt: skip
    links = int(rows["degree"].sum()) // 2
    possible = n * (n - 1) // 2
    density = _figure(f"{links / possible:.2f}" if possible else "–")
    notes = [
        Text(
            "{n} parter, {links} forbindelser av {possible} mulige (tetthet {density}).",
            "{n} partar, {links} samband av {possible} moglege (tettleik {density}).",
            "{n} parties, {links} ties of {possible} possible (density {density}).",
        ).format(n=n, links=links, possible=possible, density=density)
    ]  # fmt: skip
    if links == 0:
        notes.append(Text(
            "Ingen er knyttet til noen: en rangering sier ingenting.",
            "Ingen er knytte til nokon: ei rangering seier ingenting.",
            "Nobody is tied to anybody: a ranking means nothing.",
        ))  # fmt: skip
        return notes
    if links == possible:
        notes.append(Text(
            "Alle {n} er knyttet til alle: etter partnere, mellomposisjon og nærhet står alle likt,"
            " og ingen er mer sentral.",
            "Alle {n} er knytte til alle: etter partnarar, mellomposisjon og nærleik står alle"
            " likt, og ingen er meir sentral.",
            "All {n} are tied to all: by degree, betweenness and closeness everyone is equal and"
            " nobody more central.",
        ).format(n=n))  # fmt: skip
    for measure, label in LABELS.items():
        notes += _leader(rows, measure, label, complete=links == possible)
    return notes + _caveats(graph, rows, options)


def _leader(rows: pd.DataFrame, measure: str, label: Text, *, complete: bool) -> list[Text]:
    first = rows[rows[f"{measure}_rank"] == 1]
    if len(first) == len(rows):
        if complete and measure in ("degree", "betweenness", "harmonic"):
            return []
        return [Text(
            "Etter {label} deler alle {n} førsteplassen: ingen vinner.",
            "Etter {label} deler alle {n} førsteplassen: ingen vinnar.",
            "By {label} all {n} share the first place: no winner.",
        ).format(label=label, n=len(rows))]  # fmt: skip
    names = ", ".join(first["name"].head(8)) + (", …" if len(first) > 8 else "")
    return [Text(
        "Først etter {label}: {names} ({value}{shared}).",
        "Først etter {label}: {names} ({value}{shared}).",
        "First by {label}: {names} ({value}{shared}).",
    ).format(label=label, names=names, value=_figure(f"{first[measure].iat[0]:.4g}"),
             shared=_shared_by(len(first)))]  # fmt: skip


def _figure(number: str) -> Text:
    """A number as each language writes it."""
    comma = number.replace(".", ",")
    return Text(comma, comma, number)


def _shared_by(count: int) -> Text:
    if count == 1:
        return Text("", "", "")
    said = Text(", delt av {n}", ", delt av {n}", ", shared by {n}")
    return said.format(n=count)


def _caveats(graph: PlanGraph | Askable, rows: pd.DataFrame, options: dict[str, Any]) -> list[Text]:
    found, _ = _network(graph, **options)
    notes = []
    if (parts := found.components) > 1:
        notes.append(Text(
            "Nettet består av {n} deler uten forbindelse; nærhet og mellomposisjon teller avstanden"
            " mellom dem som uendelig{only}.",
            "Nettet består av {n} delar utan samband; nærleik og mellomposisjon tel avstanden"
            " mellom dei som uendeleg{only}.",
            "The network is in {n} unconnected parts; closeness and betweenness take the distance"
            " between them as infinite{only}.",
        ).format(n=parts, only=STRONGEST_ONLY if found.leading_parts == 1 else ""))  # fmt: skip
    if found.leading_parts > 1:
        notes.append(Text(
            "{n} deler er like sterke, så egenvektoren er ikke entydig; alle får 0.",
            "{n} delar er like sterke, så eigenvektoren er ikkje eintydig; alle får 0.",
            "{n} parts are equally strong, so the eigenvector is not unique; all get 0.",
        ).format(n=found.leading_parts))  # fmt: skip
    if found.estimated:
        notes.append(Text(
            "Mellomposisjon er anslått fra {k} av {n} parter.",
            "Mellomposisjon er anslått frå {k} av {n} partar.",
            "Betweenness is estimated from {k} of {n} parties as sources.",
        ).format(k=measures.SOURCES, n=len(rows)))  # fmt: skip
    return notes


def _network(
    graph: PlanGraph | Askable, **options: Any
) -> tuple[measures.TieGraph, pd.Series[str]]:
    """The parties that take part in something, tied by what they share, and their names by id."""
    return measures.network(ask(graph, "participations", **options), level=options["level"])


@query(Centrality, order=("-strength", "name", "party"), notes=centrality_notes, reads=TOGETHER)
def centrality(
    graph: PlanGraph | Askable,
    *,
    as_of: AsOf = None,
    successors: Successors = "carry",
    level: Level = "party",
    planned: Planned = False,
) -> pd.DataFrame:
    """Parties by how central they are among those that work together, each rank with its ties.

    The network is that of `collaborations`: undirected, one tie a pair. Parties that take part in
    something count, alone or not; at level municipality all municipalities do. With n parties:
    degree: number of partners, not normalised. strength: sum of the weights of its ties (Newman
    2001), the number of activities shared with anybody. betweenness: share of the shortest paths
    between others that run through it, unweighted, divided by (n-1)(n-2)/2 (Freeman 1977,
    Sociometry 40, p. 37); 0 where n < 3. harmonic: sum of 1/distance to all others, unweighted,
    divided by n-1 (Marchiori and Latora 2000, Physica A 285, p. 541); unreachable counts 0.
    eigenvector: of the largest eigenvalue of the weight matrix, length 1 (Bonacich 1972, Journal
    of Mathematical Sociology 2, p. 115); 0 outside the part of the network that it belongs to,
    and 0 everywhere where several parts are equally strong. Values that agree to nine digits
    share a rank, the best one. Above 2 000 parties betweenness is estimated from 512 of them.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m} for m in "abc"],
    ...     [{"source": "a", "relation": "COLLABORATES_WITH", "target": "b"},
    ...      {"source": "b", "relation": "COLLABORATES_WITH", "target": "c"}])
    >>> centrality(graph)[["party", "degree", "degree_rank", "degree_ties"]].values.tolist()
    [['b', 2, 1, 1], ['a', 1, 2, 2], ['c', 1, 2, 2]]
    """
    net, names = _network(graph, as_of=as_of, successors=successors, level=level, planned=planned)
    values = {name: getattr(net, name)() for name in LABELS}
    ranked: dict[str, np.ndarray] = {}
    for name, value in values.items():
        ranked[name] = value
        ranked[f"{name}_rank"], ranked[f"{name}_ties"] = _ranks(value)
    table = columns.table(
        Centrality,
        party=names.index.to_series(),
        name=names,
        **ranked,
    )
    return table.sort_values(["strength", "party"], ascending=[False, True], ignore_index=True)


def _ranks(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Competition ranks, largest first, and how many share each."""
    with np.errstate(divide="ignore"):
        digits = np.where(values == 0, 0, np.floor(np.log10(np.abs(values))))
    alike = pd.Series(np.round(values / 10.0**digits, 9) * 10.0**digits)
    rank = alike.rank(method="min", ascending=False).astype(np.int64)
    return rank.to_numpy(), rank.groupby(rank).transform("size").to_numpy(np.int64)
