"""Who answers for what, and how good the answer is: the grading that ownership queries share.

Every assertion that a party answers for something gets a grade, the worst of what is wrong with
it. A node's direct grade is the best of its assertions'. What it is part of may lend it a grade,
at best `inherited`; the best grade wins, then the fewest steps, then the earlier node.
"""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

import numpy as np
import pandas as pd

from graphtool import dates, schema
from graphtool.graph import PlanGraph, periods
from graphtool.language import Text
from graphtool.queries.fields import Option, TimeOptions
from graphtool.queries.query import Askable, Options

GRADES: dict[str, Text] = {
    "owned": Text("har ansvarlig", "har ansvarleg", "owned"),
    "inherited": Text("arvet", "arva", "inherited"),
    "collective": Text("bare kollektivt", "berre kollektivt", "collective"),
    "planned": Text("bare planlagt", "berre planlagt", "planned"),
    "lapsed": Text("utløpt", "gått ut", "lapsed"),
    "unresolved": Text("ukjent navn", "ukjent namn", "unresolved"),
    "none": Text("ingen", "ingen", "none"),
}
"""How well a goal is answered for, best first."""

NOBODY = Text("ingen", "ingen", "nobody")
NOTHING = Text("ingen", "inga", "none")
"""What stands where a party, or what it is to something, would."""

OWNED, INHERITED, COLLECTIVE, PLANNED, LAPSED, UNRESOLVED, NONE = range(len(GRADES))

Inherit = Annotated[
    Literal["none", "focus-area", "plan"],
    Option(
        Text(
            "hvor langt opp ansvar arves fra: ikke i det hele tatt, fra mål, strategier og"
            " satsingsområder, eller også fra planen, prosjektet eller programmet",
            "kor langt oppe ansvar blir arva frå: ikkje i det heile, frå mål, strategiar og"
            " satsingsområde, eller også frå planen, prosjektet eller programmet",
            "how far up responsibility is inherited: not at all, from goals, strategies and focus"
            " areas, or also from the plan, project or programme",
        ),
        default="focus-area",
    ),
]
ANSWERING = ("OWNS", "RESPONSIBLE_FOR")
Relations = Annotated[
    tuple[str, ...],
    Option(
        Text(
            "hvilke sammenhenger som regnes som å svare for noe",
            "kva samanhengar som blir rekna som å svare for noko",
            "which relations count as answering for something",
        ),
        tuple(schema.RELATIONS),
        default=ANSWERING,
    ),
]


class AnswerOptions(TimeOptions, total=False):
    """What counts as answering for something."""

    inherit: Inherit
    relations: Relations


LENDERS = {
    "none": (),
    "focus-area": ("Goal", "Measure", "Strategy", "FocusArea"),
    "plan": ("Goal", "Measure", "Strategy", "FocusArea", "Plan", "Project", "Programme"),
}


class Standing(NamedTuple):
    """How nodes stand; arrays with one value a node, and the assertions behind them.

    Of nodes of other kinds than were asked for, only the direct grade is meant.
    """

    grade: np.ndarray
    """Code of its grade, direct or inherited."""
    base: np.ndarray
    """Position of the node that the grade comes from: itself, or what it is part of."""
    direct: np.ndarray
    """Code of its direct grade alone."""
    assertions: pd.DataFrame
    """`edge` (row in the graph's edges), `party`, `target` (positions), `grade` (code).

    `when` is the grade for the day alone: lapsed, planned where not yet begun, else owned.
    """


def standing(
    graph: PlanGraph,
    *kinds: str,
    relations: tuple[str, ...] = ANSWERING,
    inherit: str = "focus-area",
    as_of: str | None = None,
    successors: periods.Successors = "carry",
) -> Standing:
    """Grades the nodes of these kinds on a day, or over all of time where none is given.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> stand = standing(graph, "Goal", "Measure")
    >>> [list(GRADES)[grade] for grade in stand.grade], stand.base.tolist()
    (['none', 'owned', 'inherited'], [0, 1, 1])
    """
    assertions = _graded(graph, relations, as_of, successors)
    count = len(graph.nodes)
    direct = np.full(count, NONE, dtype=np.int8)
    np.minimum.at(direct, assertions["target"].to_numpy(), assertions["grade"].to_numpy())
    lent = inherited(graph, direct, kinds, LENDERS[inherit], as_of, successors=successors)
    own = direct <= lent.grade
    return Standing(
        grade=np.where(own, direct, lent.grade),
        base=np.where(own, np.arange(count), lent.lender),
        direct=direct,
        assertions=assertions,
    )


def items(graph: PlanGraph, kinds: tuple[str, ...], as_of: str | None) -> np.ndarray:
    """Positions of the nodes of these kinds that are there on a day, or at all without one.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Goal", "valid_to": "2015"}, {"id": "b", "kind": "Goal"}])
    >>> items(graph, ("Goal",), None).tolist(), items(graph, ("Goal",), "2016").tolist()
    ([0, 1], [1])
    """
    positions = graph.of_kind(*kinds).index.to_numpy()
    there: np.ndarray = positions[periods.nodes_on(graph, as_of, "keep")[positions]]
    return there


def existing(graph: PlanGraph | Askable, kind: str, as_of: str | None) -> int:
    """How many nodes of a kind there are on a day, or at all; a database counts them itself.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> existing(graph, "Goal", None), existing(graph, "Plan", None)
    (1, 0)
    """
    if isinstance(graph, PlanGraph):
        return len(items(graph, (kind,), as_of))
    return graph.existing(kind, as_of)


def asked_for(graph: PlanGraph | Askable, options: Options) -> tuple[dict[str, int], list[Text]]:
    """The kinds that the options name, each with how many there are, and what these are called.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> there, called = asked_for(graph, {"kind": ("Measure", "Goal"), "as_of": None})
    >>> there, [words.en for words in called]
    ({'Goal': 1, 'Measure': 1}, ['goals', 'measures'])
    """
    kinds = [kind for kind in schema.KINDS if kind in options["kind"]]
    there = {kind: existing(graph, kind, options["as_of"]) for kind in kinds}
    return there, [schema.KINDS[kind].plural for kind in kinds]


def in_force(
    graph: PlanGraph, relations: tuple[str, ...], as_of: str | None, successors: periods.Successors
) -> pd.DataFrame:
    """The assertions of these relations on a day, as `Standing.assertions`, their grade `OWNED`.

    With `carry`, those of a party that is over are its successors'.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality"}, {"id": "g", "kind": "Goal"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g", "valid_to": "2015"}])
    >>> [len(in_force(graph, ("OWNS",), day, "keep")) for day in ("2015", "2016")]
    [1, 0]
    """
    found = _graded(graph, relations, as_of, successors)
    return found[found["when"] == OWNED].assign(grade=OWNED)


class Lent(NamedTuple):
    """What nodes inherit; arrays with one value a node."""

    grade: np.ndarray
    lender: np.ndarray
    """Position of the node that lends the grade; means nothing where the grade is `NONE`."""


_GRADE, _STEP = 52, 32
"""Bits by which a grade and a number of steps are shifted where they are packed above a position.

There is room for 2^32 nodes and 2^20 steps."""


def _graded(
    graph: PlanGraph, relations: tuple[str, ...], as_of: str | None, successors: str
) -> pd.DataFrame:
    edges = graph.related(*relations) if relations else graph.edges.iloc[:0]
    party = edges["source"].to_numpy()
    found = {"edge": edges.index.to_numpy(), "party": party, "target": edges["target"].to_numpy()}
    if as_of is None:
        rows = pd.DataFrame(found | {"when": np.full(len(edges), OWNED, dtype=np.int8)})
    else:
        rows = _dated(graph, relations, as_of, successors)
    said = _said(graph.edges["modality"])[rows["edge"].to_numpy()]
    grade = np.maximum.reduce([rows["when"], said, _who(graph, rows["party"].to_numpy())])
    return rows.assign(grade=grade)[["edge", "party", "target", "grade", "when"]]


def _dated(
    graph: PlanGraph, relations: tuple[str, ...], as_of: str, successors: str
) -> pd.DataFrame:
    """The assertions with what the day makes of each (`when`: over, not begun, or in force).

    Of what successors carry on that which is in force on the day; a party that is succeeded and
    kept has had its day all the same, unless it has been split off again.
    """
    day = dates.last_number(dates.require_day(as_of))
    rows = periods.rows_of(graph, *relations)
    now = periods.in_force(rows, day)
    further = rows["further"].to_numpy()
    if successors == "keep":
        ends = graph.edges[["source", "target"]].to_numpy()[rows["edge"].to_numpy()]
        now &= ~further | (rows[["source", "target"]].to_numpy() == ends).all(axis=1)
    late = _graded_if((rows["until"] < day).to_numpy(), LAPSED)
    early = _graded_if((rows["since"] > day).to_numpy(), PLANNED)
    when = np.maximum(late, early)
    rows = rows.rename(columns={"source": "party"}).assign(when=when)
    return rows.loc[now | ~further, ["edge", "party", "target", "when"]]


def _said(modality: pd.Series[str]) -> np.ndarray:
    unsaid = np.isin(list(schema.MODALITIES), ("planned", "aspiration"))
    return _graded_if(unsaid, PLANNED)[modality.cat.codes.to_numpy()]


def _graded_if(wrong: np.ndarray, grade: int) -> np.ndarray:
    return np.where(wrong, np.int8(grade), np.int8(OWNED))


def _who(graph: PlanGraph, party: np.ndarray) -> np.ndarray:
    subkind = graph.nodes["subkind"]
    grades = {schema.COLLECTIVE: COLLECTIVE, schema.UNRESOLVED: UNRESOLVED}
    by_subkind = [grades.get(word, OWNED) for word in subkind.cat.categories]
    who: np.ndarray = np.array(by_subkind, dtype=np.int8)[subkind.cat.codes.to_numpy()[party]]
    return who


def inherited(
    graph: PlanGraph,
    direct: np.ndarray,
    kinds: tuple[str, ...],
    lenders: tuple[str, ...],
    as_of: str | None,
    *,
    successors: periods.Successors = "carry",
) -> Lent:
    """For nodes of these kinds the best that each is lent by what it is part of, over any steps.

    Grade, steps and lender are packed into one number in this order, so that one minimum over
    what a node is part of settles all three.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> direct = np.array([NONE, OWNED, NONE])  # of Vennesla, the goal and the measure
    >>> lent = inherited(graph, direct, ("Measure",), LENDERS["focus-area"], None)
    >>> list(GRADES)[lent.grade[2]], lent.lender[2].tolist()
    ('inherited', 1)
    """
    part_of = periods.rows_on(graph, "PART_OF", as_of=as_of, successors=successors)
    kind = graph.nodes["kind"].cat.codes.to_numpy()
    lends = np.isin(list(schema.KINDS), lenders)[kind]
    passes = np.isin(list(schema.KINDS), _within(kinds))[kind]
    lends = lends & periods.nodes_on(graph, as_of, successors)
    part, whole = part_of["source"].to_numpy(), part_of["target"].to_numpy()
    used = passes[part] & lends[whole]
    part, whole = part[used], whole[used]
    own = np.maximum(direct, INHERITED).astype(np.int64) << _GRADE | np.arange(len(direct))
    offer = own.copy()
    best = np.full(len(direct), NONE << _GRADE, dtype=np.int64)
    asks = np.flatnonzero(direct[whole] < NONE)
    while len(asks):
        asking, offered = part[asks], offer[whole[asks]] + (1 << _STEP)
        better = offered < best[asking]
        asking, offered = asking[better], offered[better]
        np.minimum.at(best, asking, offered)
        offer[asking] = np.minimum(own[asking], best[asking])
        fresh = np.zeros(len(direct), dtype=bool)
        fresh[asking] = True
        asks = np.flatnonzero(fresh[whole])
    return Lent((best >> _GRADE).astype(np.int8), best & ((1 << _STEP) - 1))


def _within(kinds: tuple[str, ...]) -> list[str]:
    """These kinds and those that they may lie in, over any steps: a goal is part of no measure."""
    found = list(kinds)
    for kind in found:
        for parts, wholes in schema.RELATIONS["PART_OF"].endpoints:
            if kind in parts:
                found += sorted(wholes - set(found))
    return found
