"""Municipalities where they lie; those of which nobody knows it in rows beside the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from graphtool.algorithms import geographic, packing
from graphtool.algorithms.geographic import MARGIN, Place, Rings
from graphtool.algorithms.sizes import ASPECT
from graphtool.language import Text
from graphtool.maps.layout import clustered, outline
from graphtool.maps.layout.sheet import Area, Heading, Layout, Point, Spot

MISSING = Text("Uten koordinater", "Utan koordinatar", "Without coordinates")


def arrange(
    names: Sequence[str],
    places: Sequence[Place | None],
    *,
    borders: Sequence[tuple[int, Rings]] = (),
    credit: Text | None = None,
    start: Mapping[int, Point] | None = None,
) -> Layout:
    """The map of places with these names (the widest each has); empty for none.

    `borders` are those of the places, by position, and of land around them (-1), which is cut
    off at the sheet's edge; `credit` says whose they are, below the map. Who has no place stands
    in rows beside the map, under a heading.
    `start` changes nothing: what lies somewhere stays there.

    >>> sheet = arrange(["Vennesla", "Søgne"], [(58.33, 7.83), (58.10, 7.74)])
    >>> sheet.spots[0].y < sheet.spots[1].y, sheet.spots[0].x > sheet.spots[1].x
    (True, True)
    """
    if not names:
        return Layout((), {})
    found = {at: place for at, place in enumerate(places) if place is not None}
    lost = [at for at in range(len(names)) if at not in found]
    spots: dict[int, Spot] = {}
    areas: tuple[Area, ...] = ()
    size = (0.0, 0.0)
    if found:
        at = {node: n for n, node in enumerate(found)}
        known = [(at.get(node, -1), rings) for node, rings in borders]
        room = clustered.room([names[node] for node in found])
        drawn = geographic.drawing([*found.values()], room, known)
        nodes = [*found]
        spots = dict(zip(nodes, drawn.spots, strict=True))
        areas = tuple(Area(nodes[n] if n >= 0 else -1, rings) for n, rings in drawn.areas)
        size = drawn.width, drawn.height
    headings: tuple[Heading, ...] = ()
    if areas and credit:
        headings = (Heading(MARGIN, round(size[1], 1), round(size[0] - 2 * MARGIN, 1), credit),)
        size = size[0], size[1] + MARGIN
    if lost:
        beside, heading, size = _rows(names, lost, size)
        spots, headings = spots | beside, (*headings, heading)
    return Layout(
        tuple(spots[node] for node in range(len(names))),
        {},
        (),
        headings,
        areas,
        round(size[0], 1),
        round(size[1], 1),
    )


def _rows(
    names: Sequence[str], lost: Sequence[int], size: Point
) -> tuple[dict[int, Spot], Heading, Point]:
    """Columns at the right of the map, as high as it, and the sheet's size with them."""
    room = [outline.words(names[node]) for node in lost]
    wide = max([outline.text_width(t, 15) for t in MISSING] + [w.width for w in room])
    wide += 2 * outline.SYMBOL
    alone = (sum(w.height for w in room) * wide / ASPECT) ** 0.5
    left = size[0] + 2 * MARGIN if size[0] else MARGIN
    parts = packing.balanced(
        [w.height for w in room],
        max(1, ceil(sum(w.height for w in room) / max(size[1] - 60, alone, 120))),
    )
    spots, bottom = {}, 0.0
    for column, part in enumerate(parts):
        y = MARGIN + 30
        for at in part:
            x = left + outline.SYMBOL / 2 + column * wide
            spots[lost[at]] = Spot(
                round(x, 1),
                round(y + room[at].height / 2, 1),
                round(room[at].width, 1),
                round(room[at].height, 1),
            )
            y += room[at].height
        bottom = max(bottom, y)
    heading = Heading(round(left, 1), MARGIN, round(wide, 1), MISSING)
    return spots, heading, (left + len(parts) * wide, max(size[1], bottom + MARGIN))
