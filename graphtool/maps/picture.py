"""One view of a graph as records, over all the moments in which it is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from graphtool.errors import UnknownName
from graphtool.graph import PlanGraph
from graphtool.maps import comparison, moments, narrowing, records, selection, years
from graphtool.maps.content import Content, Json, Key
from graphtool.maps.settings import Settings
from graphtool.maps.views.view import View


class Picture(NamedTuple):
    """What a view shows, with everything that is known of it; not placed yet."""

    content: Content
    nodes: dict[str, Json]
    edges: dict[Key, Json]
    """`modality`, `assertions`, and what the content says of it."""
    stops: list[str]
    """Years of the slider; [] for none."""
    total: tuple[int, int]
    """Nodes of the graph, and edges that the view has before it is cut."""


class Frame(NamedTuple):
    """What all views of a map share."""

    timeline: years.Timeline
    since: comparison.Comparison | None
    """What differs from what the map is compared with; None where it is not."""


def frame(graph: PlanGraph, settings: Settings, whole: PlanGraph | None = None) -> Frame:
    """The graph's years, where it is not of one day, or what became of it since another.

    `whole` is the graph of all days, where `graph` is that of one.
    """
    still = years.Timeline([], [graph], settings.as_of, whole)
    if settings.before is not None:
        return Frame(still, comparison.compare(settings.before, graph))
    if settings.as_of:
        return Frame(still, None)
    return Frame(years.timeline(graph), None)


def picture(
    graph: PlanGraph, view: View, settings: Settings, shared: Frame | None = None
) -> Picture:
    """The view of a graph, of its years, or beside what it is compared with."""
    timeline, since = shared or frame(graph, settings)
    if settings.before is not None and since is not None:
        both = _compared(settings.before, graph, view, settings, since)
        _grade(both.nodes, timeline)
        return both
    over = timeline.over(lambda each: view.content(each, settings))
    kept = narrowing.narrowed(over.content, graph, settings)
    content = selection.most_connected(kept)
    nodes = records.nodes(graph, content.nodes)
    edges = _edges(content, timeline)
    for node, record in nodes.items():
        if node in over.when:
            record["when"] = over.when[node]
    for key, edge in edges.items():
        if key in over.when:
            edge["when"] = over.when[key]
        if key in over.extras:
            edge["over"] = over.extras[key]
    _grade(nodes, timeline)
    return Picture(content, nodes, edges, timeline.stops, _total(graph, over))


def _edges(content: Content, timeline: years.Timeline) -> dict[Key, Json]:
    """Each edge with the assertions of all of time, then those that a successor carries."""
    found: dict[Key, list[Json]] = {}
    for graph in timeline.graphs[:1]:
        found = records.assertions(graph, content.edges)
    made = {}
    for key, extra in content.edges.items():
        said = [*found.get(key, []), *timeline.carried.get(key, [])]
        # What an edge is in all of time is said by its own sources, where it has some.
        firm = records.strongest(found.get(key) or said)
        made[key] = {"modality": firm, "assertions": said, **extra}
    return made


def _grade(nodes: dict[str, Json], timeline: years.Timeline) -> None:
    """Mark what nobody answers for; where the grade changes with the years, say each."""
    for node, record in nodes.items():
        over_time = [moment.get(node, "") for moment in timeline.grades]
        if over_time[0]:
            record["mark"] = over_time[0]
        if len(set(over_time)) > 1:
            record["marks"] = over_time


def _total(graph: PlanGraph, over: moments.Over) -> tuple[int, int]:
    """Nodes of the graph, and its edges; of a view of ties all that there are before it is cut."""
    edges = over.content.edges
    if not any("weight" in extra for extra in edges.values()):
        return len(graph.nodes), graph.edge_count
    return len(graph.nodes), sum(key not in over.when or over.when[key][0][0] == 0 for key in edges)


def _compared(
    old: PlanGraph, new: PlanGraph, view: View, settings: Settings, since: comparison.Comparison
) -> Picture:
    """Both versions in one, what differs marked with `change`.

    What is new on the map only because something else brought it there is not marked.
    """
    before, after = (view.content(each, settings) for each in (old, new))
    left = [_narrowed(c, each, settings) for c, each in ((after, new), (before, old))]
    whole = moments.over(left).content
    content = selection.most_connected(whole)
    known = records.nodes(old, content.nodes) | records.nodes(new, content.nodes)
    nodes = {node: known[node] | since.nodes.get(node, {}) for node in content.nodes}
    stated = _stated(old) | _stated(new)
    ties = comparison.between(before, after, stated)
    said = {
        **_edges(content, years.Timeline([], [old])),
        **_edges(replace(content, edges=after.edges), years.Timeline([], [new])),
    }
    edges = {key: said[key] | _both(since.edges.get(key), ties.get(key)) for key in content.edges}
    derived = any("weight" in extra for extra in whole.edges.values())
    total = len(set(old.nodes["id"]) | set(new.nodes["id"]))
    return Picture(content, nodes, edges, [], (total, len(whole.edges if derived else stated)))


def _narrowed(content: Content, graph: PlanGraph, settings: Settings) -> Content:
    """What is left of a version; nothing where it does not know what was asked for."""
    try:
        return narrowing.narrowed(content, graph, settings)
    except UnknownName:
        return Content()


def _stated(graph: PlanGraph) -> set[Key]:
    return set(records.every_assertion(graph))


def _both(stated: Json | None, derived: Json | None) -> Json:
    """What is known of an edge's change from its sources and from the view."""
    if stated is None or derived is None:
        return stated or derived or {}
    return {**stated, "was": [*stated.get("was", []), *derived.get("was", [])]}
