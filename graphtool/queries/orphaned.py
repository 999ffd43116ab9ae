"""Which goals and measures nobody answers for, each graded by how nearly somebody does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Unpack

from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.answer_options import OWNED, AnswerOptions
from graphtool.queries.fields import Option
from graphtool.queries.item_ties import SERVING
from graphtool.queries.orphan_cells import coordinated, graded, measured
from graphtool.queries.orphan_columns import OrphanedGoal, OrphanedMeasure
from graphtool.queries.orphan_notes import orphan_notes
from graphtool.queries.owners import COORDINATING
from graphtool.queries.query import Options
from graphtool.queries.registry import query
from graphtool.queries.responsibility import Standing, items, standing

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from graphtool.graph import PlanGraph


All = Annotated[
    bool,
    Option(
        Text(
            "ta også med dem som en navngitt part svarer for direkte",
            "ta også med dei som ein namngitt part svarer for direkte",
            "also list those that a named party answers for directly",
        )
    ),
]


def reads(options: Options) -> Sequence[str]:
    """The relations that say who answers for what, or coordinates it.

    >>> reads({"relations": ("OWNS",)})
    ('PART_OF', 'OWNS', 'COORDINATES')
    """
    return ("PART_OF", *options["relations"], *COORDINATING)


def _goals_read(options: Options) -> Sequence[str]:
    return (*reads(options), *SERVING)


@query(OrphanedGoal, order=("goal",), notes=orphan_notes, reads=_goals_read)
def orphaned_goals(
    graph: PlanGraph,
    *,
    all: All = False,  # noqa: A002 - the option's name is what users type
    **options: Unpack[AnswerOptions],
) -> pd.DataFrame:
    """Goals that no named party answers for, each with the nearest there is to an answer.

    A party answers for a goal by a relation of `relations`. Grades, best first:
    `inherited` (a named party answers for a goal, strategy or focus area that it is part of, over
    any number of steps; for the plan, project or programme only with inherit "plan"),
    `collective` (only groups that name nobody), `planned` (only planned, aspired to, or not yet
    begun), `lapsed` (only what was over on the day: the validity has ended, or the party has ended
    without a successor; judged only with a day), `unresolved` (only names that match no known
    party), `none`. What a merged party answered for its successor does; with successors "keep" it
    is `lapsed`. An assertion counts as the worst that holds of it; a goal as its best
    assertion, its own or one of what it is part of; at equal grade its own, then the fewest
    steps, then the earlier node. With all, `owned` goals are listed too. With a day, goals that
    do not exist on it are left out. Document, line and quote are those of the sentence that the
    grade rests on; for `none`, those of the goal itself.

    Beside the grade: who coordinates the goal itself on the day, and how the best said of these
    assertions is said; how many measures are directly part of it, contribute to it or carry it
    out, how many of these a named party answers for directly (as `orphaned-measures` grades them),
    and who. None of it makes the grade better.

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
    stand = standing(graph, "Goal", **options)
    as_of, successors = options["as_of"], options["successors"]
    listed = orphaned(graph, ("Goal",), stand, as_of, every=all)
    return columns.table(
        OrphanedGoal,
        goal=columns.later(graph.nodes["id"], listed),
        **graded(graph, listed, stand, as_of, successors),
        **coordinated(graph, listed, as_of, successors),
        **measured(graph, listed, stand, as_of, successors),
    )


@query(OrphanedMeasure, order=("measure",), notes=orphan_notes, reads=reads)
def orphaned_measures(
    graph: PlanGraph,
    *,
    all: All = False,  # noqa: A002 - the option's name is what users type
    **options: Unpack[AnswerOptions],
) -> pd.DataFrame:
    """Measures that no named party answers for, each with the nearest there is to an answer.

    Graded as `orphaned-goals` grades goals; responsibility for the goal, strategy or measure that
    a measure is part of is inherited.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables([{"id": "m", "kind": "Measure", "name": "Bygge vei"}])
    >>> orphaned_measures(graph)["grade"].tolist()
    ['none']
    """
    stand = standing(graph, "Measure", **options)
    as_of, successors = options["as_of"], options["successors"]
    listed = orphaned(graph, ("Measure",), stand, as_of, every=all)
    return columns.table(
        OrphanedMeasure,
        measure=columns.later(graph.nodes["id"], listed),
        **graded(graph, listed, stand, as_of, successors),
        **coordinated(graph, listed, as_of, successors),
    )


def orphaned(
    graph: PlanGraph, kinds: tuple[str, ...], stand: Standing, as_of: str | None, *, every: bool
) -> np.ndarray:
    """Positions of what of these kinds no named party answers for directly, or of every one.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> stand = standing(graph, "Goal", "Measure")
    >>> orphaned(graph, ("Goal", "Measure"), stand, None, every=False).tolist()
    [2]
    """
    listed = items(graph, kinds, as_of)
    return listed if every else listed[stand.grade[listed] > OWNED]
