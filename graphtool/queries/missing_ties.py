"""Who ought to meet: parties whose work hangs together, and who share no activity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Unpack

import numpy as np

from graphtool import schema
from graphtool.algorithms import allocation
from graphtool.graph import belonging, representation
from graphtool.language import SHOWN, Text, number, setting, shortened, side_by_side
from graphtool.queries import columns
from graphtool.queries.fields import Column, Document, Line, Option, Quote, col, node_id
from graphtool.queries.impact_ties import Partners, partners
from graphtool.queries.item_ties import SERVING
from graphtool.queries.links import Hop, Names, PathStep, Teller, best_said
from graphtool.queries.owners import Modality
from graphtool.queries.paths import in_words
from graphtool.queries.phrases import PAIRS
from graphtool.queries.projection import TOGETHER, TieOptions, incidence
from graphtool.queries.registry import query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph
    from graphtool.queries.query import Askable

HANDS = ("OWNS", "RESPONSIBLE_FOR", "LEADS", "HOSTS", "COORDINATES")
"""Relations by which a party has something in hand, and would be the one to talk to."""
NEEDS, SERVES, SAME, PARTNERS = "needs", "serves", "same goal", "partners"
REASONS = {
    NEEDS: Text(
        "det ene avhenger av det andre", "det eine er avhengig av det andre", "one needs the other"
    ),
    SERVES: Text("det ene tjener det andre", "det eine tener det andre", "one serves the other"),
    SAME: Text("begge tjener det samme", "begge tener det same", "both serve the same"),
    PARTNERS: Text("felles partnere", "felles partnarar", "common partners"),
}
PLACE = {reason: at for at, reason in enumerate(REASONS, start=1)}
MOST = 20

Way = tuple[Hop, ...]
Half = tuple[int, Way]
"""An item, and the path between who has it in hand and what it serves."""
Case = tuple[str, int, int, int, Way]
"""Why, the two parties, the first by name first, how many paths, and the first of these."""


class MissingTie(NamedTuple):
    """Two parties that share no activity, and why they ought to."""

    place: Annotated[
        int,
        Column(
            Text("nr.", "nr.", "no."),
            Text(
                "grunnens plass i listen",
                "plassen til grunnen i lista",
                "the reason's place in the list",
            ),
            in_tables=False,
        ),
    ]
    reason: Annotated[
        str,
        Column(
            Text("grunn", "grunn", "reason"),
            Text("hvorfor de burde møtes", "kvifor dei burde møtast", "why they ought to meet"),
            REASONS,
        ),
    ]
    party: Annotated[
        str,
        node_id(
            "part-id",
            "part-id",
            "party",
            Text("id-en til den ene", "id-en til den eine", "id of the one"),
        ),
    ]
    party_name: Annotated[
        str, col("part", "part", "party name", Text("navnet", "namnet", "its name"))
    ]
    other: Annotated[
        str,
        node_id(
            "annen-id",
            "annan-id",
            "other",
            Text("den andres id", "id-en til den andre", "id of the other"),
        ),
    ]
    other_name: Annotated[
        str,
        col("og", "og", "and", Text("den andres navn", "namnet på den andre", "the other's name")),
    ]
    cases: Annotated[
        int,
        col(
            "antall",
            "tal",
            "cases",
            Text(
                "hvor mange slike veier, eller hvor mange felles partnere",
                "kor mange slike vegar, eller kor mange felles partnarar",
                "how many such paths, or how many common partners",
            ),
        ),
    ]
    path: Annotated[
        str | None,
        Column(
            Text("vei", "veg", "path"),
            Text(
                "den første av de korteste etter navn: fra den ene til den andre, med"
                " sammenhengene",
                "den første av dei kortaste etter namn: frå den eine til den andre, med"
                " samanhengane",
                "the first by name of the shortest: from the one to the other, with the relations",
            ),
            said=in_words,
        ),
    ]
    common: Annotated[
        str | None,
        col(
            "felles",
            "felles",
            "common",
            Text(
                "navnene på de felles partnerne",
                "namna på dei felles partnarane",
                "the names of the common partners",
            ),
        ),
    ]
    score: Annotated[
        float | None,
        col(
            "styrke",
            "styrke",
            "score",
            Text(
                "ressurstildeling: 1/partnere for hver felles partner",
                "ressurstildeling: 1/partnarar for kvar felles partnar",
                "resource allocation: each common partner's 1/partners",
            ),
        ),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote
    evidence: Annotated[
        tuple[PathStep, ...],
        Column(
            Text("belegg", "belegg", "evidence"),
            Text("hvor hvert steg er sagt", "kvar kvart steg er sagt", "where each step is said"),
            in_tables=False,
        ),
    ]


def missing_tie_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How much of what hangs together is matched by shared activities, and what is only likely."""
    hanging, met = rows.attrs[FIT]
    notes = []
    if not hanging:
        notes.append(NOTHING_HANGS)
    else:
        form = ALL_MEET if hanging == met else FIT_SAID if met else NONE_MEET
        share = number(hanging, *PAIRS)
        notes.append(form.format(pairs=share, met=met, lacking=hanging - met))
    reasoned = rows[rows["reason"] != PARTNERS]
    if len(reasoned):
        pairs = reasoned.drop_duplicates(["party", "other"])
        names = [
            PAIR.format(one=shortened(one), other=shortened(other))
            for one, other in zip(pairs["party_name"], pairs["other_name"], strict=True)
        ]
        notes.append(OUGHT.format(who=side_by_side(names, SHOWN)))
    if (rows["reason"] == PARTNERS).any():
        notes.append(LIKELY)
    if rows.attrs[MORE]:
        notes.append(FURTHER.format(n=rows.attrs[MORE], most=setting("most")))
    return notes


FIT, MORE = "fit", "more"
"""Under which the rows keep how many pairs' work hangs together and how many of them meet, and how
many more have common partners: among the table's `attrs`."""
NOTHING_HANGS = Text(
    "Ingenting som to parter har hånd om, er sagt å henge sammen.",
    "Ingenting som to partar har hand om, er sagt å henge saman.",
    "Nothing that two parties have in hand is said to hang together.",
)
FIT_SAID = Text(
    "Arbeidet til {pairs} henger sammen; {met} av dem deler en aktivitet, {lacking} gjør det ikke.",
    "Arbeidet til {pairs} heng saman; {met} av dei deler ein aktivitet, {lacking} gjer det ikkje.",
    "The work of {pairs} hangs together: {met} with a shared activity, {lacking} without.",
)
ALL_MEET = Text(
    "Arbeidet til {pairs} henger sammen, hvert med en felles aktivitet.",
    "Arbeidet til {pairs} heng saman, kvart med ein felles aktivitet.",
    "The work of {pairs} hangs together, each with a shared activity.",
)
NONE_MEET = Text(
    "Arbeidet til {pairs} henger sammen, uten noen felles aktivitet.",
    "Arbeidet til {pairs} heng saman, utan nokon felles aktivitet.",
    "The work of {pairs} hangs together, without any shared activity.",
)
PAIR = Text("{one} og {other}", "{one} og {other}", "{one} and {other}")
OUGHT = Text(
    "Uten felles aktivitet: {who}. Det betyr bare at ingen kilde her nevner en; de kan ha kontakt"
    " likevel.",
    "Utan felles aktivitet: {who}. Det tyder berre at inga kjelde her nemner ein; dei kan ha"
    " kontakt likevel.",
    "Without a shared activity: {who}. It means only that no source here names one; they may be in"
    " touch all the same.",
)
LIKELY = Text(
    "Felles partnere gjør det lettere å møtes, men er ingen grunn i seg selv.",
    "Felles partnarar gjer det lettare å møtast, men er ingen grunn i seg sjølv.",
    "Common partners make it easier to meet, but are no reason in themselves.",
)
FURTHER = Text(
    "{n} par til har felles partnere; {most} viser flere.",
    "{n} par til har felles partnarar; {most} viser fleire.",
    "Pairs with common partners beyond these: {n}; {most} shows more.",
)


@query(
    MissingTie,
    order=("place", "-score", "-cases", "party_name", "other_name", "party", "other"),
    notes=missing_tie_notes,
    reads=tuple(name for name in schema.RELATIONS if name in (*TOGETHER, *SERVING, "DEPENDS_ON")),
)
def missing_ties(
    graph: PlanGraph,
    *,
    most: Annotated[
        int,
        Option(
            Text(
                "hvor mange par som tas med bare for felles partnere",
                "kor mange par som blir tekne med berre for felles partnarar",
                "how many pairs to list for their common partners alone",
            )
        ),
    ] = MOST,
    **options: Unpack[TieOptions],
) -> pd.DataFrame:
    """Who ought to meet: parties whose work hangs together and who share no activity, with why.

    What a party has in hand is itself and what it owns, leads, hosts, answers for or coordinates as
    a fact. Two hang together where something of the one's `needs` something of the other's (one
    DEPENDS_ON), `serves` it (is part of it, contributes to it or implements it), or both serve the
    `same goal` (or the like). One row a pair and reason, with the number of such paths and the
    shortest; all of it is derived. Who acts for a municipality (its people, bodies and companies)
    need not be told to meet it. How many of those pairs do share an activity, by `collaborations`
    at this level, is the fit of collaboration to dependency (Cataldo et al. 2006, CSCW, p. 353).
    Then the pairs that share no activity and have no such reason, but `partners` in common, by
    resource allocation: the sum over the common partners of 1/their partners (Zhou, Lü and Zhang
    2009, European Physical Journal B 71, p. 623), up to `most`.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "i", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "g", "kind": "Goal", "name": "Bo"}, {"id": "h", "kind": "Goal", "name": "Vei"}],
    ...     [{"source": "i", "relation": "OWNS", "target": "g"},
    ...      {"source": "v", "relation": "OWNS", "target": "h"},
    ...      {"source": "g", "relation": "DEPENDS_ON", "target": "h"}])
    >>> missing_ties(graph)[["reason", "party", "other", "path"]].values.tolist()
    [['needs', 'i', 'v', 'Iveland —OWNS→ Bo —DEPENDS_ON→ Vei ←OWNS— Vennesla']]
    """
    graph = graph.as_of(options["as_of"], successors=options["successors"])
    level, planned = options["level"], options["planned"]
    tied = partners(incidence(graph, level=level, planned=planned))
    work = _Work(graph, level)
    found: dict[tuple[str, int, int], list[Way]] = {}
    hanging: set[tuple[int, int]] = set()
    counts: Counter[tuple[str, int, int]] = Counter()
    for reason, one, other, cases, way in work.ways():
        hanging.add((one, other))
        if other not in tied.get(one, ()):
            found.setdefault((reason, one, other), []).append(way)
            counts[reason, one, other] += cases
    rows = [
        _reasoned(work, *about, cases=counts[about], ways=ways) for about, ways in found.items()
    ]
    common, count = _common(work, tied, hanging, most)
    rows += [_likely(work, tied, one, other, score) for score, one, other in common]
    table = columns.of_rows(MissingTie, rows)
    met = sum(other in tied.get(one, ()) for one, other in hanging)
    table.attrs[FIT], table.attrs[MORE] = (len(hanging), met), count - len(common)
    return table.astype({"place": "int64", "cases": "int64", "line": "int64", "score": "float64"})


class _Work:
    """What each party has in hand, and how that hangs together."""

    def __init__(self, graph: PlanGraph, level: str) -> None:
        self.graph, self.tell, self.names = graph, Teller(graph), Names(graph)
        self.place = self.names.place
        counts: dict[int, list[int]] = {}
        for who, party in representation.counted(graph, level).itertuples(index=False):
            counts.setdefault(who, []).append(party)
        acting = belonging.acts_for(graph)[["party", "municipality"]]
        self.own = {frozenset(pair) for pair in acting.itertuples(index=False, name=None)}
        held = best_said(graph, belonging.as_fact(graph.related(*HANDS)))
        self._of: dict[int, list[tuple[int, Way]]] = {
            who: [(party, ()) for party in parties] for who, parties in counts.items()
        }
        for source, target, edge in held.itertuples(index=False):
            for party in counts.get(source, ()):
                way = (Hop(int(edge), forward=True),)
                self._of.setdefault(int(target), []).append((party, way))

    def ways(self) -> Iterator[Case]:
        """What paths there are between two parties whose work hangs together."""
        needs = best_said(self.graph, self.graph.related("DEPENDS_ON"))
        serves = best_said(self.graph, self.graph.related(*SERVING))
        for reason, rows in ((NEEDS, needs), (SERVES, serves)):
            for source, target, edge in rows.itertuples(index=False):
                yield from self._between(reason, source, (Hop(int(edge), forward=True),), target)
        for serving in self.names.adjacency((serves, False)).values():
            yield from self._alike(serving)

    def rank(self, way: Way) -> tuple[int, list[int], Way]:
        """By which the first of the shortest is found."""
        return len(way), [self.place[node] for node in self.tell.nodes(way)], way

    def _alike(self, serving: Mapping[int, Hop]) -> Iterator[Case]:
        """Between those who serve the same: counted, for of much there are very many pairs."""
        held: dict[int, list[Half]] = {}
        for item, hop in serving.items():
            for party, begins in self._of.get(item, ()):
                held.setdefault(party, []).append((item, (*begins, hop.back())))
        items = {party: Counter(item for item, _ in halves) for party, halves in held.items()}
        first = {party: _foremost(halves, self.rank) for party, halves in held.items()}
        last = {
            party: _foremost([(item, _back(way)) for item, way in halves], self.rank)
            for party, halves in held.items()
        }
        for one, other in combinations(sorted(held, key=self.place.__getitem__), 2):
            both = items[one].keys() & items[other].keys()
            cases = items[one].total() * items[other].total()
            cases -= sum(items[one][item] * items[other][item] for item in both)
            if cases and frozenset((one, other)) not in self.own:
                ways = [
                    (*begins, *ends)
                    for item, begins in first[one]
                    for at, ends in last[other]
                    if at != item
                ]
                yield SAME, one, other, cases, min(ways, key=self.rank)

    def _between(self, reason: str, one: int, middle: Way, other: int) -> Iterator[Case]:
        for first, begins in self._of.get(one, ()):
            for last, ends in self._of.get(other, ()):
                if first == last or frozenset((first, last)) in self.own:
                    continue
                way = (*begins, *middle, *_back(ends))
                if self.place[first] < self.place[last]:
                    yield reason, first, last, 1, way
                else:
                    yield reason, last, first, 1, _back(way)


def _back(way: Way) -> Way:
    return tuple(hop.back() for hop in reversed(way))


def _foremost(halves: list[Half], rank: Callable[[Way], Any]) -> list[Half]:
    """Of each length the first, and the first by way of another item."""
    found: dict[int, list[Half]] = {}
    for item, way in sorted(halves, key=lambda half: rank(half[1])):
        some = found.setdefault(len(way), [])
        if not some or (len(some) == 1 and some[0][0] != item):
            some.append((item, way))
    return [half for some in found.values() for half in some]


def _reasoned(
    work: _Work, reason: str, one: int, other: int, *, cases: int, ways: list[Way]
) -> MissingTie:
    tell = work.tell
    way = min(ways, key=work.rank)
    first, *_ = tell.steps(way[:1])
    return MissingTie(
        place=PLACE[reason],
        reason=reason,
        party=tell.ids[one],
        party_name=tell.names[one],
        other=tell.ids[other],
        other_name=tell.names[other],
        cases=cases,
        path=tell.text(way),
        common="",
        score=float("nan"),
        modality=tell.weakest(way, inferred=True),
        document=first.document or "",
        line=first.line or 0,
        quote=first.quote or "",
        evidence=tell.steps(way),
    )


def _common(
    work: _Work, tied: Partners, hanging: set[tuple[int, int]], most: int
) -> tuple[list[tuple[float, int, int]], int]:
    """Pairs that are not tied and have partners in common, and how many there are.

    Up to `most`, the strongest first, then by name; without those that are to meet for a reason,
    or belong to each other.
    """
    from scipy.sparse import csr_array

    nodes = sorted(tied, key=work.place.__getitem__)
    at = {node: row for row, node in enumerate(nodes)}
    ends = np.array([(at[a], at[b]) for a in nodes for b in tied[a]], dtype=np.int64).reshape(-1, 2)
    matrix = csr_array((np.ones(len(ends)), tuple(ends.T)), shape=(len(nodes), len(nodes)))
    apart = [
        sorted(at[node] for node in pair)
        for pair in (*hanging, *work.own)
        if len({*pair}) > 1 and at.keys() >= {*pair}
    ]
    left_out = [one * len(nodes) + other for one, other in apart]
    found = allocation.allocated(matrix, most, np.array(left_out, dtype=np.int64))
    pairs = zip(found.score.tolist(), found.one.tolist(), found.other.tolist(), strict=True)
    return [(score, nodes[one], nodes[other]) for score, one, other in pairs], found.pairs


def _likely(work: _Work, tied: Partners, one: int, other: int, score: float) -> MissingTie:
    tell = work.tell
    both = sorted(tied[one] & tied[other], key=work.place.__getitem__)
    return MissingTie(
        place=PLACE[PARTNERS],
        reason=PARTNERS,
        party=tell.ids[one],
        party_name=tell.names[one],
        other=tell.ids[other],
        other_name=tell.names[other],
        cases=len(both),
        path="",
        common=columns.SEPARATOR.join(tell.names[at] for at in both),
        score=score,
        modality="derived",
        document="",
        line=0,
        quote="",
        evidence=(),
    )
