"""Who works with whom: parties tied by what they share, communities as hulls."""

from __future__ import annotations

from collections import Counter

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps import ties
from graphtool.maps.content import TIE, Content
from graphtool.maps.layout import clustered
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.views.view import Unplaced, View

LEVEL = "organisation"


def content(graph: PlanGraph) -> Content:
    """Parties that take part in something, tied by shared activities, grouped by community.

    People stand with those whom they work for or represent.
    """
    return ties.content(graph, LEVEL)


def arrange(unplaced: Unplaced) -> Layout:
    """A network drawing, the members of a community together."""
    weights = [
        (source, target, derived.weight or 1.0)
        for (source, target, _), derived in zip(unplaced.edges, unplaced.derived, strict=True)
    ]
    return clustered.arrange(
        unplaced.names,
        weights,
        [group.members for group in unplaced.groups],
        [group.title for group in unplaced.groups],
        sizes=unplaced.sizes,
        start=unplaced.start,
    )


def suits(kinds: Counter[str], relations: set[str]) -> Text | None:
    """Where there are only parties, who works with whom is all that can be said."""
    if not relations or kinds.total() < 3 or not set(kinds) <= set(schema.PARTIES):
        return None
    return Text(
        "Dataene har bare kommuner og aktører: kartet viser hvem som samarbeider.",
        "Dataa har berre kommunar og aktørar: kartet viser kven som samarbeider.",
        "The data hold municipalities and actors only: the map shows who works together.",
    )


VIEW = View(
    "collaboration",
    1,
    Text("Samarbeid", "Samarbeid", "Collaboration"),
    Text(
        "Hvem som samarbeider med hvem, og gjennom hva; symbolet er større jo mer de deler.",
        "Kven som samarbeider med kven, og gjennom kva; symbolet er større jo meir dei deler.",
        "Who works with whom, and through what; the more they share, the larger the symbol.",
    ),
    content,
    arrange,
    size_by="strength",
    level=LEVEL,
    condenses=True,
    suits=suits,
    tying=(TIE,),
)
