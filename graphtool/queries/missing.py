"""Structure that is missing: goals without measures, measures without goals, lone nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Unpack

import numpy as np

from graphtool import schema
from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.fields import Document, Line, NodeName, Quote, TimeOptions, node_id
from graphtool.queries.item_ties import SERVING
from graphtool.queries.orphan_cells import wholes
from graphtool.queries.orphan_columns import GoalId, MeasureId, PartOf
from graphtool.queries.owner_columns import Kind
from graphtool.queries.phrases import absent
from graphtool.queries.query import Askable
from graphtool.queries.registry import query
from graphtool.queries.responsibility import existing

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

COUNTED = {
    "goal": Text("Mål uten tiltak: {n}.", "Mål utan tiltak: {n}.", "Goals without measures: {n}."),
    "measure": Text(
        "Tiltak uten mål: {n}.", "Tiltak utan mål: {n}.", "Measures without goals: {n}."
    ),
    "node": Text(
        "Uten sammenheng med noe annet: {n}.",
        "Utan samanheng med noko anna: {n}.",
        "Tied to nothing else: {n}.",
    ),
}
"""What is said beside the rows, by their first column."""


class GoalWithoutMeasure(NamedTuple):
    """A goal that nothing is done for."""

    goal: GoalId
    name: NodeName
    part_of: PartOf
    document: Document
    line: Line
    quote: Quote


class MeasureWithoutGoal(NamedTuple):
    """A measure that serves no goal."""

    measure: MeasureId
    name: NodeName
    part_of: PartOf
    document: Document
    line: Line
    quote: Quote


class Unconnected(NamedTuple):
    """A node that nothing ties to any other."""

    node: Annotated[
        str, node_id(("id", "nodens id"), ("id", "id-en til noden"), ("node", "id of the node"))
    ]
    kind: Kind
    name: NodeName
    document: Document
    line: Line
    quote: Quote


def _missing_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How many there are, or that there is nothing that could lack anything.

    An answer without rows is an answer too: none of several, which is more than none of none.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.merger()
    >>> run("goals-without-measures", graph).notes[0].en
    'Goals without measures: 1.'
    """
    kind = {"goal": "Goal", "measure": "Measure"}.get(rows.columns[0])
    if rows.empty and kind:
        word, as_of = schema.KINDS[kind].plural, options["as_of"]
        if not existing(graph, kind, as_of):
            return [absent(word, as_of)]
    return [COUNTED[rows.columns[0]].format(n=len(rows))]


@query(GoalWithoutMeasure, order=("goal",), notes=_missing_notes, reads=SERVING)
def goals_without_measures(graph: PlanGraph, **when: Unpack[TimeOptions]) -> pd.DataFrame:
    """Goals that no measure is part of, contributes to or implements.

    A measure of a goal that is part of another goal counts for both, over any number of steps; one
    that contributes to an effect counts for the goals that the effect contributes to.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "g1", "kind": "Goal", "name": "Lære"},
    ...      {"id": "g2", "kind": "Goal", "name": "Lese"},
    ...      {"id": "m", "kind": "Measure", "name": "Bibliotek"}],
    ...     [{"source": "m", "relation": "PART_OF", "target": "g2"}])
    >>> goals_without_measures(graph)["goal"].tolist()
    ['g1']
    """
    graph = graph.as_of(**when)
    lone = _unserved(graph, "Goal", giver=("Measure", "source"), taker="target")
    return _table(GoalWithoutMeasure, graph, lone, part_of=wholes(graph, lone))


@query(MeasureWithoutGoal, order=("measure",), notes=_missing_notes, reads=SERVING)
def measures_without_goals(graph: PlanGraph, **when: Unpack[TimeOptions]) -> pd.DataFrame:
    """Measures that are part of no goal, contribute to none and implement none.

    What a measure is part of counts for it: a part of a measure that serves a goal serves it too.
    So does an effect that it contributes to.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables([{"id": "m", "kind": "Measure", "name": "Bibliotek"}])
    >>> measures_without_goals(graph)["measure"].tolist()
    ['m']
    """
    graph = graph.as_of(**when)
    lone = _unserved(graph, "Measure", giver=("Goal", "target"), taker="source")
    return _table(MeasureWithoutGoal, graph, lone, part_of=wholes(graph, lone))


@query(Unconnected, order=("kind", "node"), notes=_missing_notes, reads=tuple(schema.RELATIONS))
def unconnected(graph: PlanGraph, **when: Unpack[TimeOptions]) -> pd.DataFrame:
    """Nodes that no relation ties to any other node.

    A relation of a node to itself does not count as a tie.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables([{"id": "v", "kind": "Municipality", "name": "Vennesla"}])
    >>> unconnected(graph)["node"].tolist()
    ['v']
    """
    graph = graph.as_of(**when)
    source, target = graph.edges["source"].to_numpy(), graph.edges["target"].to_numpy()
    tied = np.zeros(len(graph.nodes), dtype=bool)
    tied[source[source != target]] = True
    tied[target[source != target]] = True
    lone = np.flatnonzero(~tied)
    return _table(Unconnected, graph, lone, kind=columns.taken(graph.nodes["kind"], lone))


def _unserved(graph: PlanGraph, kind: str, *, giver: tuple[str, str], taker: str) -> np.ndarray:
    """Nodes of the kind that no `giver`, a kind and the end of a relation, is tied to."""
    other, end = giver
    serves = graph.related(*SERVING)
    served = np.zeros(len(graph.nodes), dtype=bool)
    served[serves[taker].to_numpy()[_is(graph, other)[serves[end].to_numpy()]]] = True
    steps = passed_on(graph, kind)
    served = _spread(served, giver=steps[end], taker=steps[taker])
    return np.flatnonzero(_is(graph, kind) & ~served)


def _is(graph: PlanGraph, kind: str) -> np.ndarray:
    mask: np.ndarray = (graph.nodes["kind"] == kind).to_numpy()
    return mask


def passed_on(graph: PlanGraph, kind: str) -> pd.DataFrame:
    """Edges between nodes of the kind, or effects, whose target is served where the source is.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "goal", "kind": "Goal"}, {"id": "part", "kind": "Goal"}],
    ...     [{"source": "part", "relation": "PART_OF", "target": "goal"}])
    >>> passed_on(graph, "Goal")[["source", "target"]].values.tolist()
    [[1, 0]]
    """
    within = _is(graph, kind) | _is(graph, "Effect")
    edges = graph.related("PART_OF", "CONTRIBUTES_TO")
    among = within[edges["source"].to_numpy()] & within[edges["target"].to_numpy()]
    by_goal = _is(graph, "Goal")[edges["source"].to_numpy()]  # which passes on to its whole only
    return edges[among & ~(by_goal & (edges["relation"] == "CONTRIBUTES_TO").to_numpy())]


def _spread(marked: np.ndarray, *, giver: pd.Series[int], taker: pd.Series[int]) -> np.ndarray:
    """The marks, passed on from each giver to its taker until nothing changes."""
    given, taken = giver.to_numpy(), taker.to_numpy()
    while (gains := marked[given] & ~marked[taken]).any():
        marked = marked.copy()
        marked[taken[gains]] = True
    return marked


def _table(
    row: type, graph: PlanGraph, positions: np.ndarray, **more: pd.Series[Any]
) -> pd.DataFrame:
    """The nodes at these positions, their id in the first column."""
    first = next(iter(row.__annotations__))
    fields = {first: "id", **{name: name for name in ("name", *columns.EVIDENCE)}}
    taken = {name: columns.taken(graph.nodes[field], positions) for name, field in fields.items()}
    return columns.table(row, **taken, **more)
