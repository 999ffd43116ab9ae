"""A plan graph as it is compared: what is known of each node and edge, and who answers for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphtool import engine
from graphtool.maps import records
from graphtool.maps.records import Version
from graphtool.queries.answer_options import ANSWERING, GRADES

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

WHOLE = ("PART_OF",)
RANK = {grade: at for at, grade in enumerate(GRADES)}
"""Of how well something is answered for: 0 for best."""


@dataclass(frozen=True)
class State(Version):
    """A graph on a day, or over all of time."""

    grades: Mapping[str, str]
    """How well each goal and measure is answered for, by id."""

    wholes: Mapping[str, Sequence[str]]
    """What each node is part of, by id."""
    answering: Mapping[str, Sequence[str]]
    """Who answers for each node itself, by id."""

    @classmethod
    def of(cls, graph: PlanGraph, day: str | None) -> State:
        """The state of a graph on a day; of all of time without one.

        >>> from graphtool.graph import examples
        >>> state = State.of(examples.owned_goal(), None)
        >>> state.grades, state.wholes, state.answering
        ({'g': 'owned', 'm': 'inherited'}, {'m': ['g']}, {'g': ['v']})
        """
        today = records.version(graph.as_of(day))
        owners = engine.rows("owners", graph, as_of=day).rows
        grades: dict[str, str] = {}
        for item, grade in zip(owners["item"], owners["grade"], strict=True):
            grades[item] = min(grades.get(item, grade), grade, key=RANK.__getitem__)
        wholes: dict[str, list[str]] = {}
        answering: dict[str, list[str]] = {}
        for source, target, relation in today.said:
            if relation in WHOLE:
                wholes.setdefault(source, []).append(target)
            elif relation in ANSWERING and source not in answering.get(target, ()):
                answering.setdefault(target, []).append(source)
        return cls(today.graph, today.nodes, today.said, grades, wholes, answering)
