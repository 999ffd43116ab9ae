"""What a view shows of a graph over all its moments, with everything that is known of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graphtool.errors import UnknownName
from graphtool.graph import PlanGraph
from graphtool.maps import compare, filters, grouping, places, records, timeline
from graphtool.maps.content import Content, Key, Spans
from graphtool.maps.edges import Links
from graphtool.maps.options import EVERYTHING, LIMIT, Filters, GroupBy
from graphtool.maps.records import Assertion, Node
from graphtool.maps.scene import Change, Line
from graphtool.maps.timeline import Timeline
from graphtool.maps.union import union
from graphtool.maps.views.view import View


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What a view shows; not placed yet."""

    content: Content
    nodes: dict[str, Node]
    lines: dict[Key, Line]
    when: Mapping[str, Spans] = field(default_factory=dict)
    """Of nodes that are not shown at every moment."""
    changes: Mapping[str, Change] = field(default_factory=dict)
    """What became of nodes, where versions are compared."""
    stops: tuple[str, ...] = ()
    """Years of the slider; () for none."""
    total: tuple[int, int]
    """Nodes of the graph, and edges that the view has before it is cut."""

    @cached_property
    def in_order(self) -> list[Node]:
        """The nodes in the order of the content."""
        return [self.nodes[node] for node in self.content.nodes]

    @cached_property
    def years(self) -> dict[str, str]:
        """What tells nodes of one name apart, by id."""
        return records.years(self.in_order)

    def keeping(self, nodes: set[str]) -> Subject:
        """Only these nodes, and the lines between them."""
        content = self.content.keeping(nodes.__contains__)
        return replace(
            self,
            content=content,
            nodes={node: self.nodes[node] for node in content.nodes},
            lines={key: line for key, line in self.lines.items() if key in content.edges},
            when={node: spans for node, spans in self.when.items() if node in nodes},
            changes={node: change for node, change in self.changes.items() if node in nodes},
        )


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What all views of a map share: what is shown of which graphs."""

    graph: PlanGraph
    """Of the day, if one is given."""
    timeline: Timeline
    before: PlanGraph | None = None
    """What it is compared with."""
    since: compare.Comparison = compare.NOTHING
    """What differs from that."""
    filters: Filters = EVERYTHING
    group_by: GroupBy = "plan"

    @property
    def as_of(self) -> str | None:
        """The day, if one is given."""
        return self.timeline.as_of

    @property
    def graphs(self) -> list[PlanGraph]:
        """The graph, and what it is compared with."""
        return [self.graph, *([self.before] if self.before is not None else [])]

    @cached_property
    def focus(self) -> str:
        """The id of the node that all is to be around; empty for none."""
        for graph in self.graphs if self.filters.focus else ():
            try:
                return filters.id_of(graph, str(self.filters.focus))
            except UnknownName:
                continue  # the other version may know it
        return ""

    @cached_property
    def held(self) -> list[list[tuple[str, list[str]]]]:
        """Of each graph the municipalities and regions, by id, and what concerns each of them."""
        found = []
        for graph in self.graphs:
            spots, matrix = places.held(graph)
            ids = graph.nodes["id"].tolist()
            rows = np.split(matrix.indices, matrix.indptr[1:-1]) if spots else []
            found.append(
                [
                    (ids[spot], [ids[at] for at in row.tolist()])
                    for spot, row in zip(spots, rows, strict=True)
                ]
            )
        return found

    @cached_property
    def towns(self) -> dict[str, set[str]]:
        """The municipalities of each of those, by ids: of a municipality itself."""
        found: dict[str, set[str]] = {}
        for graph in self.graphs:
            ids = graph.nodes["id"].tolist()
            for place, towns in places.towns(graph).items():
                found.setdefault(ids[place], set()).update(ids[town] for town in towns)
        return found

    @cached_property
    def places(self) -> dict[str, Node]:
        """What is known of those municipalities and regions, by the first graph that knows them."""
        every = {place for held in self.held for place, _ in held}
        known: dict[str, Node] = {}
        for graph in self.graphs[::-1]:
            known |= records.nodes(graph, every)
        return known

    @cached_property
    def successions(self) -> list[tuple[str, str]]:
        """Who came after whom, by ids."""
        return timeline.successions(self.graph)

    @cached_property
    def left(self) -> tuple[NDArray[np.bool_], Links]:
        """What the filters leave of the graph's nodes, a mask, and of its edges."""
        return filters.everything(self.graph, self.filters)


def frame(
    graph: PlanGraph,
    *,
    as_of: str | None = None,
    before: PlanGraph | None = None,
    filters: Filters = EVERYTHING,
    group_by: GroupBy = "plan",
) -> Frame:
    """A graph of all days with its years, or on one day, or what became of it since another."""
    dated = graph.as_of(as_of)
    is_still = before is not None or bool(as_of)
    return Frame(
        graph=dated,
        timeline=Timeline((), (dated,), as_of, graph) if is_still else timeline.timeline(dated),
        before=before,
        since=compare.NOTHING if before is None else compare.compare(before, dated),
        filters=filters,
        group_by=group_by,
    )


def subject(frame: Frame, view: View) -> Subject:
    """What the view shows of a graph, of its years, or beside what it is compared with."""
    if frame.before is not None:
        return _compared(frame, frame.before, view)
    over = frame.timeline.union(lambda graph: _content(frame, graph, view))
    left = filters.narrowed(over.content, frame.graph, frame.filters, view.tying)
    content = filters.most_connected(left)
    lines = {
        key: replace(line, when=over.edges.get(key, ()), over=over.derived.get(key, ()))
        for key, line in _lines(content, frame.timeline).items()
    }
    lasting = [key not in over.edges or over.edges[key][0][0] == 0 for key in over.content.edges]
    stated = frame.graph.edge_count + over.content.inferred
    edges = sum(lasting) if over.content.is_derived else stated
    return Subject(
        content=content,
        nodes=records.nodes(frame.graph, content.nodes),
        lines=lines,
        when={node: over.nodes[node] for node in content.nodes if node in over.nodes},
        stops=frame.timeline.stops,
        total=(len(frame.graph.nodes), edges),
    )


def _content(frame: Frame, graph: PlanGraph, view: View) -> Content:
    """What the view shows of one of the graphs, before it is narrowed."""
    if not view.shows_all:
        return view.content(graph)
    # Narrowing a large graph at once is quick, and the same as narrowing all that it shows.
    is_large = len(graph.nodes) > LIMIT
    shown = filters.whole(graph, frame.filters) if is_large else view.content(graph)
    return grouping.grouped(shown, graph, frame.group_by)


def _lines(content: Content, timeline: Timeline) -> dict[Key, Line]:
    """Each edge with the assertions of all of time, then those that a successor carries."""
    found = records.assertions(timeline.graphs[0], content.edges)
    return {key: _line(content, key, found.get(key, []), timeline) for key in content.edges}


def _line(content: Content, key: Key, own: Sequence[Assertion], timeline: Timeline) -> Line:
    derived = content.edges[key]
    said = derived.said or (*own, *timeline.carried.get(key, []))
    return Line(
        source=key[0],
        target=key[1],
        relation=key[2],
        # What an edge is in all of time is said by its own sources, where it has some.
        modality=derived.modality or records.strongest(own or said),
        assertions=said,
        derived=derived,
    )


def _compared(frame: Frame, old: PlanGraph, view: View) -> Subject:
    """Both versions in one, what differs marked as changed.

    What is new on the map only because something else brought it there is not marked.
    """
    new, since = frame.graph, frame.since
    before, after = (_content(frame, graph, view) for graph in (old, new))
    left = [_narrowed(shown, graph, frame, view) for shown, graph in ((after, new), (before, old))]
    whole = union(left).content
    content = filters.most_connected(whole)
    known = records.nodes(old, content.nodes) | records.nodes(new, content.nodes)
    stated = {*records.every_assertion(old), *records.every_assertion(new)}
    ties = compare.between(before, after, stated)
    lines = {
        **_lines(content, Timeline((), (old,))),
        **_lines(replace(content, edges=after.edges), Timeline((), (new,))),
    }
    nodes = len({*old.nodes["id"], *new.nodes["id"]})
    return Subject(
        content=content,
        nodes={node: known[node] for node in content.nodes},
        lines={
            key: replace(lines[key], change=_both(since.edges.get(key), ties.get(key)))
            for key in content.edges
        },
        changes={node: since.nodes[node] for node in content.nodes if node in since.nodes},
        total=(nodes, len(whole.edges) if whole.is_derived else len(stated) + whole.inferred),
    )


def _narrowed(content: Content, graph: PlanGraph, frame: Frame, view: View) -> Content:
    """What is left of a version; nothing where it does not know what was asked for."""
    try:
        return filters.narrowed(content, graph, frame.filters, view.tying)
    except UnknownName:
        return Content()


def _both(stated: Change | None, derived: Change | None) -> Change | None:
    """What is known of an edge's change from its sources and from the view."""
    if stated is None or derived is None:
        return stated or derived
    return replace(stated, was=(*stated.was, *derived.was))
