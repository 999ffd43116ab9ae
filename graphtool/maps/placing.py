"""What a layout has placed, as parts of a scene."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphtool import schema
from graphtool.language import Text
from graphtool.maps.layout.sheet import Hull as Box
from graphtool.maps.layout.sheet import Layout, Route, Spot
from graphtool.maps.records import Node
from graphtool.maps.scene import Area, Hull, Line, Room
from graphtool.maps.texts import TEXTS
from graphtool.maps.ties import AROUND


def room(spot: Spot) -> Room:
    """The room that a node's words were given."""
    return Room(spot.width, spot.height, spot.below)


def lines(drawn: Iterable[Line], routes: dict[int, Route]) -> tuple[Line, ...]:
    """The lines with their corners; only those that all of time has took part in the layout."""
    made, at = [], 0
    for line in drawn:
        made.append(replace(line, corners=routes.get(at, ())) if line.is_lasting else line)
        at += line.is_lasting
    return tuple(made)


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
            is_cluster=box.net,
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
