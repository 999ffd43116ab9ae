"""Who ought to meet: parties whose work hangs together, and who share no activity."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Unpack

import numpy as np

from graphtool import schema
from graphtool.algorithms import allocation
from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.fields import Option
from graphtool.queries.item_ties import SERVING
from graphtool.queries.missing_tie_columns import PARTNERS, PLACE, MissingTie
from graphtool.queries.missing_tie_notes import FIT, MORE, missing_tie_notes
from graphtool.queries.projection import TOGETHER, incidence, ties
from graphtool.queries.projection_columns import TieOptions
from graphtool.queries.registry import query
from graphtool.queries.tied import Tied
from graphtool.queries.work import Way, Work

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


MOST = 20


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
    `same goal` (or the like; to lie in the same region is not that). One row a pair and reason,
    with the number of such paths and the shortest; all of it is derived. Who acts for a
    municipality (its people, bodies and companies) need not be told to meet it. How many of those
    pairs do share an activity, by `collaborations` at this level, is the fit of collaboration to
    dependency (Cataldo et al. 2006, CSCW, p. 353). Then the pairs that share no activity and have
    no such reason, but `partners` in common, by resource allocation: the sum over the common
    partners of 1/their partners (Zhou, Lü and Zhang 2009, European Physical Journal B 71, p. 623),
    up to `most`.

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
    work = Work(graph, level)
    tied = Tied(ties(incidence(graph, level=level, planned=planned)), work.place)
    found: dict[tuple[str, int, int], list[Way]] = {}
    hanging: set[tuple[int, int]] = set()
    counts: Counter[tuple[str, int, int]] = Counter()
    for reason, one, other, cases, way in work.ways():
        hanging.add((one, other))
        if not tied.are(one, other):
            found.setdefault((reason, one, other), []).append(way)
            counts[reason, one, other] += cases
    rows = [
        _reasoned(work, *about, cases=counts[about], ways=ways) for about, ways in found.items()
    ]
    common, count = _common(work, tied, hanging, most)
    rows += [_likely(work, tied, *pair) for pair in common]
    table = columns.of_rows(MissingTie, rows)
    met = sum(tied.are(one, other) for one, other in hanging)
    table.attrs[FIT], table.attrs[MORE] = (len(hanging), met), count - len(common)
    return table.astype({"place": "int64", "cases": "int64", "line": "int64", "score": "float64"})


def _reasoned(
    work: Work, reason: str, one: int, other: int, *, cases: int, ways: list[Way]
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
    work: Work, tied: Tied, hanging: set[tuple[int, int]], most: int
) -> tuple[list[tuple[float, int, int]], int]:
    """Pairs that are not tied and have partners in common, and how many there are.

    Up to `most`, the strongest first, then by name; without those that are to meet for a reason,
    or belong to each other.
    """
    apart = [tuple(pair) for pair in (*hanging, *work.own) if len({*pair}) > 1]
    ends = np.array(apart, dtype=np.int64).reshape(-1, 2)
    rows = np.sort(tied.rows(ends.ravel()).reshape(-1, 2), axis=1)
    rows = rows[rows[:, 0] >= 0]
    left_out = rows[:, 0] * len(tied.nodes) + rows[:, 1]
    found = allocation.allocated(tied.matrix, most, left_out)
    ones, others = (tied.nodes[end].tolist() for end in (found.one, found.other))
    return list(zip(found.score.tolist(), ones, others, strict=True)), found.pairs


def _likely(work: Work, tied: Tied, score: float, one: int, other: int) -> MissingTie:
    tell = work.tell
    both = sorted(tied.partners(one) & tied.partners(other), key=work.place.__getitem__)
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
