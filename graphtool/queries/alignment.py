"""Which local goals, plans and measures take up which common goals, and which goals nobody does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Unpack

from graphtool.errors import GraphtoolError
from graphtool.graph.tables import TEXT
from graphtool.language import Said, Text
from graphtool.queries import columns
from graphtool.queries.alignment_columns import PLAN, TAKEN, Alignment
from graphtool.queries.alignment_notes import ASKED, Asked, alignment_notes
from graphtool.queries.fields import Option, TimeOptions
from graphtool.queries.likeness import MOST
from graphtool.queries.registry import query
from graphtool.queries.uptake import OWN, UP, Goals

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


MOST_ALIKE = 100
_AT_MOST = Text(
    "alignment: alike kan høyst være {most}, ikke {alike}",
    "alignment: alike kan høgst vere {most}, ikkje {alike}",
    "alignment: alike must be at most {most}, not {alike}",
)


@query(
    Alignment,
    order=("place", "goal_name", "goal", "steps", "other_name", "other"),
    notes=alignment_notes,
    reads=(*UP, *OWN, "HOSTS", "AFFILIATED_WITH", "LOCATED_IN"),
    cites=True,
    names_all=True,
)
def alignment(
    graph: PlanGraph,
    *,
    alike: Annotated[
        float,
        Option(
            Text(
                "hvor likt, av 100, mål uten kobling må være formulert for å foreslås",
                "kor likt, av 100, mål utan kopling må vere formulerte for å bli foreslått",
                "how alike, of 100, unlinked goals must be worded to be suggested",
            )
        ),
    ] = 85.0,
    **when: Unpack[TimeOptions],
) -> pd.DataFrame:
    """Which local goals, plans and measures take up which common goals, and which nobody takes up.

    Whose something is: the municipalities that own it, answer for it or have adopted it, themselves
    or by their people and bodies, or in which it lies; where there is none, those of the nearest
    that it is part of. Local is what is one municipality's; a common goal is several
    municipalities', or none's alone: a region's, a programme's. A common goal is taken up by what
    is local and leads to it by PART_OF, CONTRIBUTES_TO or IMPLEMENTS, directly or over what is
    common itself: the nearest on each way, by the shortest. Where nothing does, what is local may
    still serve the plan (or the like) that the goal is part of, by the last two: then its plan is
    taken up, which says nothing of the goal. Else it is not taken up, as far as the data say; where
    nothing is local, that is not said of any.

    Goals are alike if no way leads from one to the other, they serve nothing common and are of no
    one plan, but their names (in any of their languages) are worded nearly alike: a suggestion with
    its likeness (see rapidfuzz, token_sort_ratio), never a fact, and no link in any other answer.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "i", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "g", "kind": "Goal", "name": "Flere boliger"},
    ...      {"id": "h", "kind": "Goal", "name": "Trygge veier"},
    ...      {"id": "l", "kind": "Goal", "name": "Boliger i Iveland"}],
    ...     [{"source": "i", "relation": "OWNS", "target": "l"},
    ...      {"source": "l", "relation": "CONTRIBUTES_TO", "target": "g"}])
    >>> alignment(graph)[["goal_name", "what", "other_name"]].values.tolist()
    [['Flere boliger', 'taken up', 'Boliger i Iveland'], ['Trygge veier', 'not taken up', '']]
    """
    if alike > MOST_ALIKE:
        raise GraphtoolError(Said(_AT_MOST, most=MOST_ALIKE, alike=f"{alike:g}"))
    graph = graph.as_of(**when)
    goals = Goals(graph)
    taken = {goal: list(goals.taking_up(goal)) for goal in goals.common}
    rows = [goals.taken(goal, TAKEN, path) for goal, paths in taken.items() for path in paths]
    for goal in [goal for goal, paths in taken.items() if not paths and goals.local]:
        by_plan = goals.by_plan(goal)
        rows += [goals.taken(goal, PLAN, path) for path in by_plan] or [goals.left(goal)]
    rows += goals.alike(alike)
    table = columns.of_rows(Alignment, rows)
    table.attrs[ASKED] = Asked(
        goals=len(goals.every),
        common=len(goals.common),
        taken=sum(bool(paths) for paths in taken.values()),
        local=bool(goals.local),
        too_many=len(goals.every) > MOST,
    )
    whole = dict.fromkeys(("place", "steps", "line"), "int64")
    texts = dict.fromkeys(("other", "other_name", "other_kind"), TEXT)
    return table.astype({**whole, **texts, "score": "float64"})
