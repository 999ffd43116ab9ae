"""Who answers for what, and how good the answer is: the grading that ownership queries share.

Every assertion that a party answers for something gets a grade, the worst of what is wrong with
it. A node's direct grade is the best of its assertions'. What it is part of may lend it a grade,
at best `inherited`; the best grade wins, then the fewest steps, then the earlier node.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from graphtool import dates, schema
from graphtool.graph import PlanGraph, periods
from graphtool.language import Text
from graphtool.queries.answer_options import (
    ANSWERING,
    COLLECTIVE,
    LAPSED,
    LENDERS,
    NONE,
    OWNED,
    PLANNED,
    UNRESOLVED,
)
from graphtool.queries.inheritance import inherited
from graphtool.queries.query import Askable, Options


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
    >>> from graphtool.queries.answer_options import GRADES
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
    >>> there, names = asked_for(graph, {"kind": ("Measure", "Goal"), "as_of": None})
    >>> there, [words.en for words in names]
    ({'Goal': 1, 'Measure': 1}, ['goals', 'measures'])
    """
    kinds = (kind for kind in schema.KINDS if kind in options["kind"])
    there = {kind: existing(graph, kind, options["as_of"]) for kind in kinds}
    return there, called(options)


def called(options: Options) -> list[Text]:
    """What the kinds that the options name are called.

    >>> [words.en for words in called({"kind": ("Measure", "Goal")})]
    ['goals', 'measures']
    """
    return [kind.plural for name, kind in schema.KINDS.items() if name in options["kind"]]


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
