"""The map's own facts in words, in three languages, each from a query that says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from graphtool import engine
from graphtool.findings import (
    borders,
    collaboration,
    communities,
    cut_points,
    dependencies,
    evidence,
    only_owners,
    responsibility,
    without_measures,
)
from graphtool.findings.finding import Edge, Finding

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphtool.engine import Answer, Server
    from graphtool.graph import PlanGraph

__all__ = ["Edge", "Finding", "findings"]


def findings(
    graph: PlanGraph | Server,
    *,
    as_of: str | None = None,
    narrowed: Callable[[Answer], Answer] | None = None,
) -> list[Finding]:
    """What a strategist would say of the map in a meeting, most important first.

    First what needs somebody to act (goals that nobody answers for, or one party alone; circles,
    what is pending, goals without measures), then measures, the network of those that work
    together, and what the map rests on. Where there is no such thing it is said, if there could
    have been. Each is the answer of a query with its default options, on the day if one is given.
    A graph that says nothing of these gives none.

    `narrowed` gives, of an answer about single things, the rows that are meant, where these are
    some of the graph; who works together is said of all of it.

    >>> from graphtool import PlanGraph
    >>> goals = [{"id": "g", "kind": "Goal", "name": "Vekst"}]
    >>> [found.text.nn for found in findings(PlanGraph.from_tables(goals))]
    ['Det einaste målet står utan nokon som svarer for det: «Vekst».',
     'Det einaste målet står utan tiltak: «Vekst».']
    """
    ask = partial(engine.rows, graph=graph, as_of=as_of)

    def own(name: str, **options: Any) -> Answer:
        answer = ask(name, **options)
        return narrowed(answer) if narrowed else answer

    goals, measures = own("orphaned-goals", all=True), own("orphaned-measures", all=True)
    answering = own("owners", inherit="none")
    direct, everything = own("direct-dependencies"), own("assertions")
    parties, municipalities = ask("communities"), ask("communities", level="municipality")
    found = [
        *responsibility.orphaned_goals(goals, answering),
        *only_owners.only_owners(goals, answering),
        *dependencies.circles(direct),
        *dependencies.pending(direct),
        *without_measures.goals_without_measures(own("goals-without-measures"), own("owners")),
        *responsibility.orphaned_measures(measures, answering),
        *cut_points.cut_points(ask("cut-points"), parties, ask("roles")),
        *collaboration.best_connected(parties, collaboration.PARTIES),
    ]
    levels = [(parties, collaboration.PARTIES)]
    if set(parties.rows["party"]) != set(municipalities.rows["party"]):
        found += collaboration.best_connected(municipalities, collaboration.MUNICIPALITIES)
        levels.append((municipalities, collaboration.MUNICIPALITIES))
    found += collaboration.roles(levels, ask)
    return [
        *found,
        *communities.communities(parties),
        *borders.across_borders(own("municipal-dependencies"), municipalities),
        *evidence.planned(everything),
        *evidence.undated(everything),
        *evidence.sourced(own("unsourced"), everything),
    ]
