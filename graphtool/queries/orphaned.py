"""Which goals and measures nobody answers for, each graded by how nearly somebody does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.graph import periods
from graphtool.graph.tables import TEXT
from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.referred import referred_note
from graphtool.queries.registry import (
    Askable,
    AsOf,
    Column,
    Document,
    Line,
    NodeName,
    Option,
    Quote,
    Successors,
    ask,
    col,
    node_id,
    query,
)
from graphtool.queries.responsibility import (
    ANSWERING,
    GRADES,
    NONE,
    OWNED,
    Inherit,
    Relations,
    Standing,
    standing,
)

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

PartOf = Annotated[str | None, col("del av", "del av", "part of", "what it is part of")]
Grade = Annotated[
    str,
    Column(Text("grad", "grad", "grade"), "how nearly somebody answers for it", GRADES),
]
Parties = Annotated[
    str | None, col("parter", "partar", "parties", "the parties that the grade rests on")
]
Through = Annotated[
    str | None,
    col("gjennom", "gjennom", "through", "what it is part of, where the grade comes from there"),
]  # fmt: skip
All = Annotated[bool, Option("also list those that a named party answers for directly")]


class OrphanedGoal(NamedTuple):
    """A goal that no named party answers for directly."""

    goal: Annotated[str, node_id("mål-id", "mål-id", "goal", "id of the goal")]
    name: NodeName
    part_of: PartOf
    grade: Grade
    parties: Parties
    through: Through
    document: Document
    line: Line
    quote: Quote


class OrphanedMeasure(NamedTuple):
    """A measure that no named party answers for directly."""

    measure: Annotated[str, node_id("tiltaks-id", "tiltaks-id", "measure", "id of the measure")]
    name: NodeName
    part_of: PartOf
    grade: Grade
    parties: Parties
    through: Through
    document: Document
    line: Line
    quote: Quote


def orphan_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How many of how many, and which documents would settle it."""
    kind, name = ("Goal", "orphaned-goals") if "goal" in rows else ("Measure", "orphaned-measures")
    word = schema.KINDS[kind].plural
    total = len(ask(graph, name, **{**options, "all": True}))
    orphans = rows[rows["grade"] != "owned"]
    counts = orphans["grade"].value_counts()
    by_grade = [(GRADES[grade], int(counts[grade])) for grade in GRADES if grade in counts]
    said = Text(*(
        ", ".join(f"{label[at]} {count}" for label, count in by_grade) for at in range(3)
    ))  # fmt: skip
    notes = [
        Text(
            "{n} av {total} {word} har ingen navngitt part som svarer direkte for dem: {said}.",
            "{n} av {total} {word} har ingen namngjeven part som svarer direkte for dei: {said}.",
            "{n} of {total} {word} have no named party that answers for them directly: {said}.",
        ).format(n=len(orphans), total=total, word=word, said=said)
        if len(orphans)
        else Text(
            "Alle {total} {word} har en navngitt part som svarer for dem.",
            "Alle {total} {word} har ein namngjeven part som svarer for dei.",
            "All {total} {word} have a named party that answers for them.",
        ).format(total=total, word=word)
        if total
        else Text(
            "Ingen {word} i dataene.", "Ingen {word} i dataa.", "No {word} in the data."
        ).format(word=word)
        if options["as_of"] is None
        else Text(
            "Ingen {word} er i kraft {day}.", "Ingen {word} er i kraft {day}.",
            "No {word} are in force on {day}.",
        ).format(word=word, day=options["as_of"])
    ]  # fmt: skip
    return notes + (referred_note(graph, options) if len(orphans) else [])


@query(OrphanedGoal, order=("goal",), notes=orphan_notes)
def orphaned_goals(
    graph: PlanGraph,
    *,
    as_of: AsOf = None,
    successors: Successors = "keep",
    inherit: Inherit = "focus-area",
    relations: Relations = ANSWERING,
    all: All = False,  # noqa: A002 - the option's name is what users type
) -> pd.DataFrame:
    """Goals that no named party answers for, each with the nearest there is to an answer.

    A party answers for a goal by a relation of `relations`. Grades, best first:
    `inherited` (a named party answers for a goal, strategy or focus area that it is part of, over
    any number of steps; for the plan, project or programme only with inherit "plan"),
    `collective` (only groups that name nobody), `planned` (only planned, aspired to, or not yet
    begun), `lapsed` (only what was over on the day: the validity has ended, or the party has
    ended or been succeeded; judged only with a day), `unresolved` (only names that match no known
    party), `none`. An assertion counts as the worst that holds of it; a goal as its best
    assertion, its own or one of what it is part of; at equal grade its own, then the fewest
    steps, then the earlier node. With all, `owned` goals are listed too. With a day, goals that
    do not exist on it are left out. Document, line and quote are those of the sentence that the
    grade rests on; for `none`, those of the goal itself.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "f", "kind": "FocusArea", "name": "Kunnskap"},
    ...      {"id": "g1", "kind": "Goal", "name": "Lære"},
    ...      {"id": "g2", "kind": "Goal", "name": "Lese"}],
    ...     [{"source": "v", "relation": "RESPONSIBLE_FOR", "target": "f"},
    ...      {"source": "g1", "relation": "PART_OF", "target": "f"}])
    >>> orphaned_goals(graph)[["goal", "grade", "parties", "through"]].values.tolist()
    [['g1', 'inherited', 'Vennesla', 'Kunnskap'], ['g2', 'none', '', '']]
    """
    return _orphans(
        graph, "Goal", OrphanedGoal, as_of=as_of, successors=successors, inherit=inherit,
        relations=relations, every=all,
    )  # fmt: skip


@query(OrphanedMeasure, order=("measure",), notes=orphan_notes)
def orphaned_measures(
    graph: PlanGraph,
    *,
    as_of: AsOf = None,
    successors: Successors = "keep",
    inherit: Inherit = "focus-area",
    relations: Relations = ANSWERING,
    all: All = False,  # noqa: A002 - the option's name is what users type
) -> pd.DataFrame:
    """Measures that no named party answers for, each with the nearest there is to an answer.

    Graded as `orphaned-goals` grades goals; responsibility for the goal, strategy or measure that
    a measure is part of is inherited.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables([{"id": "m", "kind": "Measure", "name": "Bygge vei"}])
    >>> orphaned_measures(graph)["grade"].tolist()
    ['none']
    """
    return _orphans(
        graph, "Measure", OrphanedMeasure, as_of=as_of, successors=successors, inherit=inherit,
        relations=relations, every=all,
    )  # fmt: skip


def _listed(graph: PlanGraph, kind: str, as_of: str | None) -> np.ndarray:
    positions = graph.of_kind(kind).index.to_numpy()
    return positions[periods.nodes_on(graph, as_of, "keep")[positions]]


def _orphans(
    graph: PlanGraph, kind: str, row: type, *, every: bool, as_of: str | None, **options: Any
) -> pd.DataFrame:
    stand = standing(graph, kind, as_of=as_of, **options)
    listed = _listed(graph, kind, as_of)
    if not every:
        listed = listed[stand.grade[listed] > OWNED]
    nodes, grade = graph.nodes, stand.grade[listed]
    base = np.where(grade == NONE, -1, stand.base[listed])
    edge, parties = _support(graph, stand, base)
    own_evidence = np.where(edge < 0, listed, -1)
    return columns.table(row, **{
        kind.lower(): columns.later(nodes["id"], listed),
        "name": columns.later(nodes["name"], listed),
        "part_of": partial(wholes, graph, listed, as_of, options["successors"]),
        "grade": columns.later(pd.Series(list(GRADES), dtype=TEXT), grade),
        "parties": parties,
        "through": columns.later(nodes["name"], np.where(base == listed, -1, base)),
        **{
            name: partial(_either, graph.edges[name], edge, nodes[name], own_evidence)
            for name in ("document", "line", "quote")
        },
    })  # fmt: skip


def _either(
    one: pd.Series[Any], at: np.ndarray, other: pd.Series[Any], there: np.ndarray
) -> pd.Series[Any]:
    """Values of the one column, and of the other; a row has a place in one of them, else -1."""
    return columns.taken(one, at) + columns.taken(other, there)


def _support(
    graph: PlanGraph, stand: Standing, base: np.ndarray
) -> tuple[np.ndarray, pd.Series[str]]:
    """For each base the first edge that gives its grade (-1 for none), and who stands behind it."""
    needed = np.zeros(len(graph.nodes) + 1, dtype=bool)
    needed[base] = True
    bases = np.flatnonzero(needed[:-1])
    slot = np.full(len(needed), -1, dtype=np.int32)
    slot[bases] = np.arange(len(bases))
    edge, party, target, grade = (stand.assertions[c].to_numpy() for c in stand.assertions)
    gives = needed[target] & (grade == stand.direct[target])
    of, edge, party = slot[target[gives]], edge[gives], party[gives]
    first = np.full(len(bases) + 1, len(graph.edges))
    np.minimum.at(first, of, edge)
    first[-1] = -1
    place = slot[base]
    parties = columns.joined_names(graph, of, party, len(bases))
    return first[place], columns.taken(parties, place)


def wholes(
    graph: PlanGraph,
    listed: np.ndarray,
    as_of: str | None = None,
    successors: Successors = "keep",
) -> pd.Series[str]:
    """For each position, the names of what the node is directly part of."""
    part_of = periods.rows_on(graph, "PART_OF", as_of=as_of, successors=successors)
    place = np.full(len(graph.nodes), -1, dtype=np.int32)
    place[listed] = np.arange(len(listed))
    of = place[part_of["source"].to_numpy()]
    return columns.joined_names(
        graph, of[of >= 0], part_of["target"].to_numpy()[of >= 0], len(listed)
    )
