"""Groups as outlines in boxes, the boxes laid out as a floor plan: all of a graph, readable."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import ceil

from graphtool.algorithms.floorplan import content, layout
from graphtool.algorithms.sizes import Size
from graphtool.maps.layout import outline
from graphtool.maps.layout.boxed import groups as grouping
from graphtool.maps.layout.boxed.groups import Group, Grouping
from graphtool.maps.layout.sheet import Edge, Hull, Layout, Point, Spot, Strand

__all__ = ["Grouping", "arrange"]

NARROWER = 0.7
"""How wide words below a symbol may be, of those beside one."""


def arrange(
    names: Sequence[str],
    edges: Sequence[Edge],
    *,
    groups: Sequence[Grouping] | None = None,
    start: Mapping[int, Point] | None = None,
    routed: bool = True,
    parties: Collection[int] = (),
    foremost: Sequence[str] = (),
    counts: Sequence[int] | None = None,
) -> Layout:
    """The layout of nodes with these names, in order; nothing for no nodes.

    `groups` says what stands together instead of the families. `start` says where some nodes
    stood on an earlier sheet: their boxes keep their sides, so that little moves. Where
    lines are not `routed` only those within an outline have corners, which is five times as quick.
    `parties` stand in boxes of their own, apart from what they do. Of more lines than can be
    followed those between boxes are gathered; within one those of the `foremost` relations stay.
    With `counts`, how many each edge stands for, few of those gathered are drawn: the most.

    >>> sheet = arrange(["Plan", "Mål"], [(1, 0, "PART_OF")])
    >>> len(sheet.hulls), sheet.routes[0][0] == sheet.spots[1][:2]
    (1, True)
    """
    if not names:
        return Layout((), {})
    parent, found = (
        grouping.groups(len(names), edges, parties)
        if groups is None
        else grouping.given(len(names), edges, groups)
    )
    heads = {group.root for group in found}
    room = [outline.words(name, head=node in heads) for node, name in enumerate(names)]
    labels = content.Labels([words.size for words in room], [_below(words) for words in room])
    place = {group.root: at for at, group in enumerate(found) if group.root >= 0}
    boxes = [
        content.Group(group.members, group.root, group.cluster, place.get(group.inside, -1))
        for group in found
    ]
    drawing = layout.drawing(
        labels, edges, parent, boxes, start or {}, routed=routed, foremost=foremost, counts=counts
    )
    return _layout(found, boxes, drawing)


def _below(words: outline.Words) -> Size:
    """The room below a symbol; words that are narrowed take more lines."""
    width = min(words.width, outline.LABEL * NARROWER)
    lines = min(outline.LINES, ceil(words.lines * words.width / width))
    return Size(width, outline.LINE * lines)


def _layout(
    found: Sequence[Group], boxes: Sequence[content.Group], drawing: layout.Drawing
) -> Layout:
    hulls: list[Hull] = []
    for cell, group, box in zip(drawing.cells, found, boxes, strict=True):
        hulls.append(
            Hull(
                *cell[:4],
                group.members,
                group.root,
                group.title,
                group.cluster,
                box.inside,
                _depth(boxes, box),
                centre=group.centre,
            )
        )
    return Layout(
        tuple(Spot(*spot[:4], spot.below) for spot in drawing.spots),
        drawing.routes,
        tuple(hulls),
        width=drawing.width,
        height=drawing.height,
        strands=tuple(Strand(*strand) for strand in drawing.strands),
        waiting=drawing.waiting,
        placed=drawing.placed,
    )


def _depth(boxes: Sequence[content.Group], box: content.Group) -> int:
    return 0 if box.inside < 0 else 1 + _depth(boxes, boxes[box.inside])
