"""What depends on what, circles marked."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from graphtool.algorithms.layered import layering
from graphtool.graph import PlanGraph, belonging
from graphtool.language import Text, collation_key
from graphtool.maps import records
from graphtool.maps.content import Content, Derived
from graphtool.maps.edges import EdgeList
from graphtool.maps.layout import lanes, layered
from graphtool.maps.layout.lanes import Lane
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.views.view import Unplaced, View

RELATIONS = ("DEPENDS_ON", "BASED_ON")


def content(graph: PlanGraph) -> Content:
    """What depends on something or is needed by something; edges that run in a circle say so."""
    listed = EdgeList.of(graph)
    ends = {at for s, t, name in listed.edges if name in RELATIONS for at in (s, t)}
    found = listed.content(ends, RELATIONS)
    place = {node: at for at, node in enumerate(found.nodes)}
    pairs = [(place[source], place[target]) for source, target, _ in found.edges]
    circular = zip(found.edges, layering.on_cycle(len(place), pairs), strict=True)
    return replace(found, edges={key: Derived(circular=bool(circle)) for key, circle in circular})


SEVERAL = Text("Flere kommuner", "Fleire kommunar", "Several municipalities")
NONE = Text("Ingen bestemt kommune", "Ingen bestemt kommune", "No particular municipality")


def arrange(unplaced: Unplaced) -> Layout:
    """Columns: what depends at the left, what it rests on at the right.

    Across lanes, one a municipality, where there are things of more than one.
    """
    pairs = [(source, target) for source, target, _ in unplaced.edges]
    column, _ = layering.layers(len(unplaced.names), pairs)
    if found := _lanes(unplaced):
        return lanes.arrange(unplaced.names, unplaced.edges, column, found)
    headings = [None] * (1 + max(column, default=0))
    return layered.columns(unplaced.names, unplaced.edges, column, headings, start=unplaced.start)


def _lanes(unplaced: Unplaced) -> list[Lane]:
    """What is of each municipality alone, of several, and of none; [] for fewer than two of them.

    What is of which is that of `graph.belonging`: a lane is who has a hold on what stands in it.
    """
    graph = unplaced.graph
    ids = graph.nodes["id"].tolist()
    rows = belonging.belongs_to(graph, belonging.acts_for(graph))
    homes: dict[str, set[int]] = {}
    for node, place in zip(rows["node"].tolist(), rows["municipality"].tolist(), strict=True):
        homes.setdefault(ids[node], set()).add(place)
    alone: dict[int, list[int]] = {}
    several: list[int] = []
    nowhere: list[int] = []
    for at, node in enumerate(unplaced.nodes):
        mine = homes.get(node.id, set())
        if len(mine) == 1:
            alone.setdefault(min(mine), []).append(at)
        else:
            (several if mine else nowhere).append(at)
    if len(alone) < 2:
        return []
    names = records.nodes(graph, [ids[place] for place in alone])
    named = [(names[ids[place]].words, members) for place, members in alone.items()]
    named.sort(key=lambda one: collation_key(one[0].nb))
    return [
        Lane(tuple(members), Text(*title))
        for title, members in (*named, (SEVERAL, several), (NONE, nowhere))
        if members
    ]


def suits(kinds: Counter[str], relations: set[str]) -> Text | None:
    """Where nothing else is said."""
    if not relations or not relations <= set(RELATIONS):
        return None
    return Text(
        "Dataene sier bare hva som avhenger av hva.",
        "Dataa seier berre kva som er avhengig av kva.",
        "The data only say what depends on what.",
    )


VIEW = View(
    "dependencies",
    4,
    Text("Avhengigheter", "Avhengnader", "Dependencies"),
    Text(
        "Hva som avhenger av hva; det som går i ring er merket.",
        "Kva som er avhengig av kva; det som går i ring er merkt.",
        "What depends on what; what runs in a circle is marked.",
    ),
    content,
    arrange,
    suits=suits,
    tying=RELATIONS,
)
