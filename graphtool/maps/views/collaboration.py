"""Who works with whom: parties tied by what they share, communities as hulls."""

from __future__ import annotations

from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps import ties
from graphtool.maps.content import Content
from graphtool.maps.layout import clustered
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.settings import Settings
from graphtool.maps.views.view import Drawn, View

LEVEL = "organisation"


def content(graph: PlanGraph, settings: Settings) -> Content:
    """Parties that take part in something, tied by shared activities, grouped by community.

    People stand with those whom they work for or represent.
    """
    return ties.content(graph, LEVEL)


def arrange(drawn: Drawn) -> Layout:
    """A network drawing, the members of a community together."""
    weights = [
        (source, target, extra.get("weight", 1.0))
        for (source, target, _), extra in zip(drawn.edges, drawn.extras, strict=True)
    ]
    return clustered.arrange(
        drawn.names,
        weights,
        [members for members, _, _ in drawn.groups],
        [title for _, title, _ in drawn.groups],
        sizes=drawn.sizes,
        start=drawn.start,
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
)
