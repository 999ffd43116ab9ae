"""A view as a scene: what it shows, encoded, arranged and put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphtool.graph import PlanGraph
from graphtool.maps import encode, places, placing, records, timeline
from graphtool.maps.encode import Sizes
from graphtool.maps.layout import outline
from graphtool.maps.layout.sheet import Edge, Layout
from graphtool.maps.options import ColourBy, SizeBy
from graphtool.maps.records import Node
from graphtool.maps.scene import Line, Place, Scene, Symbol
from graphtool.maps.subject import Frame, Subject, subject
from graphtool.maps.texts import TEXTS
from graphtool.maps.views.view import Grouped, Unplaced, View

if TYPE_CHECKING:
    from graphtool.maps.geo.borders import Borders
    from graphtool.maps.positions import Positions


class Look(NamedTuple):
    """How scenes look: what sizes and colours stand for, and what lies beneath or came before."""

    size_by: SizeBy = "none"
    """`none` for what a view has by default."""
    colour_by: ColourBy = "kind"
    positions: Positions | None = None
    """Where nodes stood in an earlier map."""
    borders: Borders | None = None


PLAIN = Look()


def scene(frame: Frame, view: View, look: Look = PLAIN) -> Scene | None:
    """The view of a graph, nodes in the graph's order; None where it shows no node."""
    shown = subject(frame, view)
    if not shown.nodes:
        return None
    graph, nodes = frame.graph, shown.in_order
    orphans = frame.timeline.grades[0]
    size_by = view.size_by if look.size_by == "none" else look.size_by
    sizes = encode.sizes(graph, shown.content, size_by, level=view.level)
    tints, legend = encode.tints(graph, shown.content, look.colour_by, orphans, level=view.level)
    layout = view.arrange(_unplaced(frame, view, look, shown, sizes))
    concerned, symbols = _symbols(frame, shown, layout, sizes, tints)
    lines, strands = placing.lines(shown.lines.values(), layout, nodes)
    return Scene(
        name=view.name,
        title=view.title,
        purpose=view.purpose,
        symbols=symbols,
        lines=lines,
        strands=strands,
        hulls=placing.hulls(layout, nodes),
        headings=layout.headings,
        areas=placing.areas(layout, nodes),
        grid=layout.grid,
        width=round(layout.width, 1),
        height=round(layout.height, 1),
        places=concerned,
        activities=shown.content.activities,
        stops=shown.stops,
        successions=timeline.successions(graph, shown.nodes) if shown.stops else (),
        tints=legend,
        sizes=sizes.label,
        total=shown.total,
        is_compared=frame.before is not None,
    )


def _symbols(
    frame: Frame, shown: Subject, layout: Layout, sizes: Sizes, tints: Mapping[str, str]
) -> tuple[tuple[Place, ...], tuple[Symbol, ...]]:
    """The nodes where they stand, and the places that they concern."""
    concerned, near = _places(frame.graphs, shown.in_order)
    grades = frame.timeline.grades
    return concerned, tuple(
        Symbol(
            node=node,
            x=spot.x,
            y=spot.y,
            room=placing.room(spot),
            size=sizes.factor(node.id),
            value=round(sizes.value[node.id], 4) if node.id in sizes.value else None,
            tint=tints.get(node.id),
            grade=grades[0].get(node.id, ""),
            grades=_over_time(grades, node.id),
            change=shown.changes.get(node.id),
            when=shown.when.get(node.id, ()),
            years=shown.years.get(node.id, ""),
            places=near.get(node.id, ()),
            head=placing.head(layout.heads.get(at)),
        )
        for at, (node, spot) in enumerate(zip(shown.in_order, layout.spots, strict=True))
    )


def _over_time(grades: Sequence[Mapping[str, str]], node: str) -> tuple[str, ...]:
    """A node's grade at each moment; () where it is always the same."""
    found = tuple(moment.get(node, "") for moment in grades)
    return found if len(set(found)) > 1 else ()


def _unplaced(frame: Frame, view: View, look: Look, shown: Subject, sizes: Sizes) -> Unplaced:
    """What is to be arranged: lines that only some year shows take no part in it."""
    at = {node: row for row, node in enumerate(shown.content.nodes)}
    lasting = [line for line in shown.lines.values() if line.is_lasting]
    start = look.positions.of(view.name) if look.positions else {}
    return Unplaced(
        frame.graph,
        shown.in_order,
        [_longest(node, shown.years.get(node.id, "")) for node in shown.in_order],
        [_edge(line, at) for line in lasting],
        [line.derived for line in lasting],
        _groups(shown, at),
        [sizes.factor(node) for node in at],
        {at[node]: point for node, point in start.items() if node in at},
        look.borders,
        [_edge(line, at) for line in shown.lines.values() if not line.is_lasting],
    )


def _edge(line: Line, at: Mapping[str, int]) -> Edge:
    return at[line.source], at[line.target], line.relation


def _groups(shown: Subject, at: Mapping[str, int]) -> list[Grouped]:
    """The content's groups by positions, and the rest as one more; [] where there are none."""
    groups = [
        Grouped(
            tuple(at[member] for member in group.members if member in at),
            group.title,
            at.get(group.root, -1),
        )
        for group in shown.content.groups
    ]
    grouped = {member for group in groups for member in group.members}
    rest = tuple(row for row in at.values() if row not in grouped)
    return [*groups, Grouped(rest, TEXTS["others"])] if groups and rest else groups


def _longest(node: Node, years: str) -> str:
    """The widest of a node's names, so that there is room for it in every language."""
    longest = max([node.label, *node.names.values()], key=outline.text_width)
    return f"{longest} ({years})" if years else longest


def _places(
    graphs: Sequence[PlanGraph], nodes: Sequence[Node]
) -> tuple[tuple[Place, ...], dict[str, tuple[int, ...]]]:
    """Municipalities and regions of these graphs that concern something shown, the first's first.

    And which of them each node concerns, by their place in that list.
    """
    shown = [node.id for node in nodes]
    near: dict[str, set[str]] = {}
    for graph in graphs:
        spots, matrix = places.held(graph)
        ids = graph.nodes["id"].to_numpy(dtype=object)
        at = np.flatnonzero(graph.nodes["id"].isin(shown))
        for spot, members in zip(spots, matrix[:, at].tolil().rows if spots else (), strict=True):
            if members:
                near.setdefault(ids[spot], set()).update(ids[at[member]] for member in members)
    concerned: dict[str, tuple[int, ...]] = {}
    for row, members in enumerate(near.values()):
        for member in members:
            concerned[member] = (*concerned.get(member, ()), row)
    known = {id_: one for graph in graphs[::-1] for id_, one in records.nodes(graph, near).items()}
    years = records.years(known.values())
    return tuple(Place(known[place], years.get(place, "")) for place in near), concerned
