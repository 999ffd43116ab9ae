"""Whose leaving would leave goals with nobody to answer for them, alone or together."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Unpack

import pandas as pd

from graphtool.algorithms import removal
from graphtool.errors import GraphtoolError
from graphtool.language import Said, Text
from graphtool.queries import columns
from graphtool.queries.answer_options import ANSWERING, Inherit
from graphtool.queries.fields import TimeOptions
from graphtool.queries.held import FEWEST, Fewest, Held, answered_for
from graphtool.queries.owner_columns import Kinds
from graphtool.queries.query import Askable
from graphtool.queries.registry import query
from graphtool.queries.risk_columns import Share, SuccessionRisk
from graphtool.queries.risk_notes import risk_notes

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


_AT_MOST_1 = Text(
    "succession-risk: share kan høyst være 1, ikke {share}",
    "succession-risk: share kan høgst vere 1, ikkje {share}",
    "succession-risk: share must be at most 1, not {share!r}",
)


def _wanted(n: int, share: float) -> int:
    """How many of n are at least this share of them, however small that is: one at least."""
    return max(math.ceil(round(share * n, 9)), 1)


@query(
    SuccessionRisk,
    order=("what", "-orphaned", "-weakened", "party_names", "parties"),
    notes=risk_notes,
    reads=("PART_OF", *ANSWERING),
)
def succession_risk(
    graph: PlanGraph | Askable,
    *,
    inherit: Inherit = "focus-area",
    kind: Kinds = ("Goal",),
    share: Share = 0.5,
    **when: Unpack[TimeOptions],
) -> pd.DataFrame:
    """Parties whose leaving would orphan goals, alone, and the smallest sets that orphan many.

    From the rows of `owners`: a goal that named parties answer for as a fact (directly, or where
    nobody does, by what it is part of) is orphaned when all of them are gone and all from whom it
    would then inherit, and weakened when some of those who answer are. First every party (a person
    for himself or herself) without which at least one goal is orphaned or weakened. Then the
    smallest sets of two or more whose leaving orphans at least the given share of the goals that
    are answered for; none where one party alone does. Of equally small sets at most 20 are listed,
    those that orphan most first. They are exact as long as they can all be tried (sets of parties
    times goals up to ten millions); beyond that one is found step by step, and the notes say so.
    What is orphaned already is not at risk and counts nowhere.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "i", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "g", "kind": "Goal", "name": "Lære"},
    ...      {"id": "h", "kind": "Goal", "name": "Lese"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g"},
    ...      {"source": "v", "relation": "OWNS", "target": "h"},
    ...      {"source": "i", "relation": "OWNS", "target": "h"}])
    >>> rows = succession_risk(graph, share=1.0)
    >>> rows[["what", "party_names", "orphaned", "weakened"]].values.tolist()
    [['alone', 'Vennesla', 1, 1], ['alone', 'Iveland', 0, 1],
     ['together', 'Iveland; Vennesla', 2, 0]]
    """
    if share > 1:
        raise GraphtoolError(Said(_AT_MOST_1, share=share))
    held = answered_for(graph, {**when, "inherit": inherit, "kind": kind})
    found = []
    of: dict[int, list[int]] = {}
    for at, members in enumerate(held.now):
        for party in members:
            of.setdefault(party, []).append(at)
    for party, mine in of.items():
        alone = [at for at in mine if len(held.sets[at]) == 1]
        found.append(_row(held, (party,), alone, len(mine) - len(alone)))
    wanted = _wanted(len(held.items), share)
    smallest = removal.smallest(held.sets, wanted)
    for choice in smallest.choices:
        if len(choice) > 1:
            gone = frozenset(choice)
            lost = removal.emptied(held.sets, gone)
            hit = sum(bool(members & gone) for members in held.now)
            found.append(_row(held, choice, lost, hit - len(lost)))
    table = columns.of_rows(SuccessionRisk, found)
    table.attrs[FEWEST] = Fewest.of(held, wanted, smallest)
    return (
        table.astype(dict.fromkeys(("size", "orphaned", "weakened"), "int64"))
        .astype({"share": "float64"})
        .sort_values(
            ["what", "orphaned", "weakened"], ascending=[True, False, False], kind="stable"
        )
    )


def _row(held: Held, choice: tuple[int, ...], lost: list[int], weakened: int) -> SuccessionRisk:
    join = columns.SEPARATOR.join
    return SuccessionRisk(
        what="alone" if len(choice) == 1 else "together",
        parties=join(held.ids[at] for at in choice),
        party_names=join(held.named(choice)),
        size=len(choice),
        orphaned=len(lost),
        share=round(len(lost) / len(held.items), 12),
        weakened=weakened,
        items=join(held.items[at] for at in lost),
        item_names=join(held.names[at] for at in lost),
    )
