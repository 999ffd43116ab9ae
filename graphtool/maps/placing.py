"""What a layout has placed, as parts of a scene."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphtool import schema
from graphtool.algorithms.floorplan.rest import siblings
from graphtool.language import Text
from graphtool.maps.content import Key
from graphtool.maps.layout.sheet import Hull as Box
from graphtool.maps.layout.sheet import Layout, Spot
from graphtool.maps.records import Node
from graphtool.maps.scene import Area, Head, Hull, Line, Rest, Room, Strand
from graphtool.maps.texts import TEXTS
from graphtool.maps.ties import AROUND


def room(spot: Spot) -> Room:
    """The room that a node's words were given."""
    return Room(spot.width, spot.height, spot.below)


def head(spot: Spot | None) -> Head | None:
    """Where a node heads a column; None where it does not."""
    return None if spot is None else Head(spot.x, spot.y, spot.width, spot.height)


def lines(
    drawn: Iterable[Line], layout: Layout, nodes: Sequence[Node]
) -> tuple[tuple[Line, ...], tuple[Strand, ...]]:
    """The lines with their corners, and the strands in which some of them are gathered at rest.

    Only lines that all of time has took part in the layout; the others are in the strand between
    the same two hulls. What changed is always drawn by itself.
    """
    strand_of = {at: n for n, strand in enumerate(layout.strands) for at in strand.edges}
    between = {strand.ends: n for n, strand in enumerate(layout.strands)}
    home = {nodes[node].id: at for at, hull in enumerate(layout.hulls) for node in hull.members}
    inside = [hull.inside for hull in layout.hulls]
    gathered: list[list[Key]] = [[] for _ in layout.strands]
    made, at = [], -1
    for line in drawn:
        at += line.is_lasting
        place = at if line.is_lasting else -1
        found = strand_of.get(place)
        if layout.strands and place < 0 and {line.source, line.target} <= home.keys():
            found = between.get(siblings(home[line.source], home[line.target], inside))
        rest: Rest = "drawn"
        if line.change is None:
            if found is not None:
                rest = "gathered"
                gathered[found].append(line.key)
            elif place in layout.waiting or (place < 0 and layout.waiting):
                rest = "waiting"
            elif place in layout.placed:
                rest = "placed"
        made.append(replace(line, corners=layout.routes.get(place, ()), rest=rest))
    strands = (
        Strand(ends=strand.ends, edges=tuple(edges), corners=strand.route)
        for strand, edges in zip(layout.strands, gathered, strict=True)
        if edges
    )
    return tuple(made), tuple(strands)


def hulls(layout: Layout, nodes: Sequence[Node]) -> tuple[Hull, ...]:
    """The boxes and outlines, in the layout's order."""
    return tuple(
        Hull(
            x=box.x,
            y=box.y,
            width=box.width,
            height=box.height,
            members=tuple(nodes[member].id for member in box.members),
            root=nodes[box.root].id if box.root >= 0 else "",
            title=None if box.root >= 0 else box.title or _title(box, nodes),
            is_cluster=box.is_cluster,
            inside=box.inside,
            depth=box.depth,
            outline=box.outline,
        )
        for box in layout.hulls
    )


def _title(box: Box, nodes: Sequence[Node]) -> Text:
    """The node in the middle of a cluster, the kind that all share, or others."""
    if box.centre >= 0:
        return AROUND.format(name=nodes[box.centre].words)
    kinds = {nodes[member].kind for member in box.members}
    return schema.kind(kinds.pop()).plural if len(kinds) == 1 else TEXTS["others"]


def areas(layout: Layout, nodes: Sequence[Node]) -> tuple[Area, ...]:
    """The borders of places."""
    return tuple(
        Area(nodes[area.node].id if area.node >= 0 else "", area.rings) for area in layout.areas
    )
