"""Who answers for what, and how good the answer is: the grading that ownership queries share.

Every assertion that a party answers for something gets a grade, the worst of what is wrong with
it. A node's direct grade is the best of its assertions'. What it is part of may lend it a grade,
at best `inherited`; the best grade wins, then the fewest steps, then the earlier node.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.graph import time
from graphtool.language import Text
from graphtool.queries.registry import Option

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

GRADES: dict[str, Text] = {
    "owned": Text("har ansvarlig", "har ansvarleg", "owned"),
    "inherited": Text("arvet", "arva", "inherited"),
    "collective": Text("bare felles", "berre felles", "collective"),
    "planned": Text("bare planlagt", "berre planlagt", "planned"),
    "lapsed": Text("utløpt", "gått ut", "lapsed"),
    "unresolved": Text("ukjent navn", "ukjent namn", "unresolved"),
    "none": Text("ingen", "ingen", "none"),
}
"""How well a goal is answered for, best first."""

OWNED, INHERITED, COLLECTIVE, PLANNED, LAPSED, UNRESOLVED, NONE = range(len(GRADES))

Inherit = Annotated[
    Literal["none", "focus-area", "plan"],
    Option("how far up responsibility is inherited: not at all, from goals, strategies and focus"
           " areas, or also from the plan, project or programme"),
]  # fmt: skip
Relations = Annotated[
    tuple[str, ...],
    Option("which relations count as answering for something", tuple(schema.RELATIONS)),
]
ANSWERING = ("OWNS", "RESPONSIBLE_FOR")
LENDERS = {
    "none": (),
    "focus-area": ("Goal", "Measure", "Strategy", "FocusArea"),
    "plan": ("Goal", "Measure", "Strategy", "FocusArea", "Plan", "Project", "Programme"),
}


class Standing(NamedTuple):
    """How every node stands; arrays with one value a node, and the assertions behind them."""

    grade: np.ndarray
    """Code of its grade, direct or inherited."""
    base: np.ndarray
    """Position of the node that the grade comes from: itself, or what it is part of."""
    direct: np.ndarray
    """Code of its direct grade alone."""
    assertions: pd.DataFrame
    """`edge` (row in the graph's edges), `party`, `target` (positions), `grade` (code)."""


def standing(
    graph: PlanGraph,
    *,
    relations: tuple[str, ...] = ANSWERING,
    inherit: str = "focus-area",
    as_of: str | None = None,
    successors: str = "keep",
) -> Standing:
    """Grades every node on a day, or over all of time where none is given."""
    assertions = _graded(graph, relations, as_of, successors)
    count = len(graph.nodes)
    direct = np.full(count, NONE, dtype=np.int64)
    np.minimum.at(direct, assertions["target"].to_numpy(), assertions["grade"].to_numpy())
    lent = inherited(graph, direct, LENDERS[inherit], as_of)
    own = direct <= lent.grade
    return Standing(
        grade=np.where(own, direct, lent.grade),
        base=np.where(own, np.arange(count), lent.lender),
        direct=direct,
        assertions=assertions,
    )


class Lent(NamedTuple):
    """What every node inherits; arrays with one value a node."""

    grade: np.ndarray
    lender: np.ndarray
    """Position of the node that lends the grade; means nothing where the grade is `NONE`."""


_STEPS = 1 << 20
"""More steps than structure can have; what is packed stays within 64 bits up to 2^40 nodes."""


def _graded(
    graph: PlanGraph, relations: tuple[str, ...], as_of: str | None, successors: str
) -> pd.DataFrame:
    edges = graph.related(*relations) if relations else graph.edges.iloc[:0]
    party = edges["source"].to_numpy()
    found = {"edge": edges.index.to_numpy(), "party": party, "target": edges["target"].to_numpy()}
    if as_of is None:
        found["grade"] = np.maximum(_said(edges), _who(graph, party))
        return pd.DataFrame(found)
    time.require_day(as_of)
    over = ~time.in_force(graph.nodes, as_of)
    late = np.where(time.ended(edges["valid_to"], as_of), LAPSED, OWNED)
    late = np.maximum(late, np.where(time.begun(edges["valid_from"], as_of), OWNED, PLANNED))
    found["late"] = np.maximum(late, _said(edges))
    rows = pd.DataFrame(found)
    followed = time.successions(graph.edges, as_of)
    over |= time.succeeded(graph.nodes, followed, as_of)
    if successors == "carry":
        rows = _carried(rows, time.final_successors(followed, over, ~over))
    lapsed = np.where(over[rows["party"].to_numpy()], LAPSED, OWNED)
    rows["grade"] = np.maximum.reduce([rows["late"], _who(graph, rows["party"].to_numpy()), lapsed])
    return rows[["edge", "party", "target", "grade"]]


def _carried(rows: pd.DataFrame, final: pd.DataFrame) -> pd.DataFrame:
    """Each assertion of a party that is over, once more for each of its successors."""
    more = rows.merge(final, left_on="party", right_on="old")
    more = more.assign(party=more["new"])[list(rows.columns)]
    return pd.concat([rows, more], ignore_index=True)


def _said(edges: pd.DataFrame) -> np.ndarray:
    by_modality = [PLANNED if m in ("planned", "aspiration") else OWNED for m in schema.MODALITIES]
    said: np.ndarray = np.array(by_modality)[edges["modality"].cat.codes.to_numpy()]
    return said


def _who(graph: PlanGraph, party: np.ndarray) -> np.ndarray:
    subkind = graph.nodes["subkind"]
    grades = {schema.COLLECTIVE: COLLECTIVE, schema.UNRESOLVED: UNRESOLVED}
    by_subkind = np.array([grades.get(word, OWNED) for word in subkind.cat.categories] or [OWNED])
    who: np.ndarray = by_subkind[subkind.cat.codes.to_numpy()[party]]
    return who


def inherited(
    graph: PlanGraph, direct: np.ndarray, lenders: tuple[str, ...], as_of: str | None
) -> Lent:
    """For every node the best that it is lent by what it is part of, over any number of steps.

    Grade, steps and lender are packed into one number in this order, so that one minimum over
    what a node is part of settles all three.
    """
    count = max(len(direct), 1)
    nothing = np.int64(NONE) * _STEPS * count
    key = np.full(len(direct), nothing, dtype=np.int64)
    part_of = graph.related("PART_OF")
    lends = graph.nodes["kind"].isin(lenders).to_numpy()
    if as_of is not None:
        part_of = part_of[time.in_force(part_of, as_of)]
        lends = lends & time.in_force(graph.nodes, as_of)
    used = lends[part_of["target"].to_numpy()]
    part, whole = part_of["source"].to_numpy()[used], part_of["target"].to_numpy()[used]
    lent = np.maximum(direct, INHERITED) * _STEPS * count + np.arange(len(direct))
    own = np.where(direct < NONE, lent, nothing)
    offer = own
    fresh = offer < nothing
    while fresh.any():
        asks = fresh[whole]
        before = key.copy()
        np.minimum.at(key, part[asks], offer[whole[asks]] + count)
        fresh = key < before
        offer = np.minimum(own, key)
    return Lent(key // (_STEPS * count), key % count)
