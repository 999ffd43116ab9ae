"""Who works with whom: a network drawing in which communities stand together.

Each community is a cluster, drawn by itself within a convex polygon; the polygons are set side by
side, near those that they have strong ties to. Those who work with nobody stand in rows below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from graphtool.algorithms.clusters import plan
from graphtool.algorithms.clusters.drawing import PAD, TITLE
from graphtool.algorithms.clusters.labels import RADIUS, Room, crossed, is_won
from graphtool.algorithms.clusters.ring import Tie
from graphtool.algorithms.floorplan.slicing import GAP
from graphtool.algorithms.geometry import boxes, rings
from graphtool.algorithms.geometry.boxes import Box
from graphtool.algorithms.geometry.polyline import rounded
from graphtool.algorithms.sizes import ASPECT
from graphtool.language import Text
from graphtool.maps.layout import outline
from graphtool.maps.layout.sheet import Hull, Layout, Point, Spot

Titled = tuple[tuple[int, ...], Text | None]
"""A group and its title."""

WORDS = 132.0
"""Widest line of words below a symbol."""
TITLE_SIZE = 13.5
"""Letters of a title."""
FEW = 150
"""Of more symbols words stay on the side where they were set first, for the sake of time."""


def arrange(
    names: Sequence[str],
    ties: Sequence[Tie],
    groups: Sequence[tuple[int, ...]],
    titles: Sequence[Text | None] = (),
    *,
    sizes: Sequence[float] | None = None,
    start: Mapping[int, Point] | None = None,
) -> Layout:
    """The layout of parties with these names (the widest each has); empty for none.

    `ties` are (party, party, weight) by position, `groups` communities as positions, with a title
    each or None; a party in none of them stands alone, without a hull. A last group whose members
    have no ties is set as a tidy box of rows. `sizes` are factors of a symbol's radius, 1 without;
    `start` has saved places, from which the picture moves as little as it must.

    >>> sheet = arrange(["Iveland", "Vennesla", "Søgne"], [(0, 1, 1.0)], [(0, 1), (2,)])
    >>> len(sheet.hulls), sheet.spots[0].y == sheet.spots[1].y
    (2, True)
    """
    if not names:
        return Layout((), {})
    ties = [(a, b, weight) for a, b, weight in ties if a != b]
    tied = {end for a, b, _ in ties for end in (a, b)}
    titled = [
        (group, title)
        for group, title in zip(groups, [*titles, *[None] * len(groups)], strict=False)
        if group
    ]
    rest = titled.pop() if titled and not tied & set(titled[-1][0]) else None
    named = {member for group, _ in [*titled, *([rest] if rest else [])] for member in group}
    alone = [((node,), None) for node in range(len(names)) if node not in named]
    space = room(names, sizes)
    spots, hulls = _clusters([*titled, *alone], ties, space, start or {})
    if ties and len(spots) <= FEW:
        spots = _aside(spots, hulls, ties, space)
    size = _size(hulls)
    hulls = hulls[: len(titled)]
    if rest:
        found, hull = _beside_or_below(rest, names, size)
        spots |= found
        hulls.append(hull)
        size = _size([Hull(0, 0, *size, ()), hull])
    return Layout(
        tuple(spots[node] for node in range(len(names))),
        {},
        tuple(hulls),
        width=round(size[0], 1),
        height=round(size[1], 1),
    )


def room(names: Sequence[str], sizes: Sequence[float] | None = None) -> Room:
    """The room for symbols of these sizes (1 = the usual radius, without them) and names."""
    beside = [outline.words(name) for name in names]
    below = []
    for name in names:
        width = outline.text_width(name, TITLE_SIZE) + 4
        longest = max((outline.text_width(w, TITLE_SIZE) + 4 for w in name.split()), default=0.0)
        lines = min(outline.LINES, int(-(-width // WORDS)))
        if lines > 1:
            width = max(min(longest, WORDS * 1.3), min(WORDS, width / lines * 1.3))
        below.append((width, outline.LINE * 1.1 * (lines + (lines == 2 and width < longest))))
    return Room(
        RADIUS * np.asarray(sizes or [1.0] * len(names), dtype=np.float64),
        np.array([(w.width, w.height) for w in beside], dtype=np.float64).reshape(-1, 2),
        np.array(below, dtype=np.float64).reshape(-1, 2),
    )


def _clusters(
    titled: Sequence[Titled], ties: Sequence[Tie], space: Room, start: Mapping[int, Point]
) -> tuple[dict[int, Spot], list[Hull]]:
    spots: dict[int, Spot] = {}
    hulls = []
    clusters = [plan.Cluster(group, _wide(title)) for group, title in titled]
    for (group, title), (x, y, drawing) in zip(
        titled, plan.placed_clusters(clusters, ties, space, start), strict=True
    ):
        for member, spot in zip(group, drawing.spots, strict=True):
            spots[member] = spot._replace(x=round(spot.x + x, 1), y=round(spot.y + y, 1))
        corners = rounded([(px + x, py + y) for px, py in drawing.hull])
        size = drawing.width, drawing.height
        hulls.append(Hull(x, y, *size, group, title=title, is_cluster=True, outline=corners))
    return spots, hulls


def _aside(
    spots: dict[int, Spot], hulls: Sequence[Hull], ties: Sequence[Tie], space: Room
) -> dict[int, Spot]:
    """The spots with words where fewer ties cross them, those to other clusters too.

    A cluster is drawn before it is known where these lead. Words move to where there is room.
    """
    order = sorted(spots)
    at = {node: row for row, node in enumerate(order)}
    place = np.array([spots[node][:2] for node in order])
    pairs = np.array([(at[a], at[b]) for a, b, _ in ties], dtype=np.int64).reshape(-1, 2)
    own = space.of(order)
    below, beside = crossed(place, pairs, own)
    is_better = {True: is_won(below, beside), False: is_won(beside, below)}
    found = dict(spots)
    for hull in hulls:
        for node in hull.members:
            spot = found[node]
            if not is_better[spot.below][at[node]]:
                continue
            size = space.beside[node] if spot.below else space.below[node]
            wide, high = np.round(size, 1).tolist()
            turned = Spot(spot.x, spot.y, wide, high, not spot.below)
            words = _words(turned, space.radius[node])
            others = [_taken(found[n], space.radius[n]) for n in order if n != node]
            if hull.title:
                others.append(Box(hull.x, hull.y, _wide(hull.title) + PAD, TITLE))
            if _holds(hull, words) and not any(words.overlaps(other) for other in others):
                found[node] = turned
    return found


def _words(spot: Spot, radius: float) -> Box:
    """The room for the words of a symbol of this radius."""
    if spot.below:
        return Box(spot.x - spot.width / 2, spot.y + radius + 3, spot.width, spot.height)
    return Box(spot.x + radius + 6.5, spot.y - spot.height / 2, spot.width, spot.height)


def _taken(spot: Spot, radius: float) -> Box:
    """The room for a symbol and its words."""
    symbol = Box(spot.x - radius, spot.y - radius, 2 * radius, 2 * radius)
    return boxes.around([symbol, _words(spot, radius)]) or symbol


def _holds(hull: Hull, words: Box) -> bool:
    """Whether the polygon around a cluster holds these words."""
    return all(rings.contains([hull.outline], corner) for corner in words.corners)


def _wide(title: Text | None) -> float:
    """The width of a title in the language in which it is longest."""
    return max((outline.text_width(words, TITLE_SIZE) for words in title or ()), default=0.0)


def _size(hulls: Sequence[Hull]) -> Point:
    right = max((hull.x + hull.width for hull in hulls), default=0.0)
    return right, max((hull.y + hull.height for hull in hulls), default=0.0)


def _beside_or_below(
    rest: Titled, names: Sequence[str], size: Point
) -> tuple[dict[int, Spot], Hull]:
    """Those without ties in rows, below the rest or beside it: what fits a sheet better."""
    room = [outline.words(names[node]) for node in rest[0]]
    column = max(words.width for words in room) + 2 * outline.SYMBOL
    alone = (column * sum(words.height + 4 for words in room) * ASPECT) ** 0.5
    below = _rows(rest, names, (0.0, size[1] + GAP if size[1] else 0.0), max(size[0], alone))
    if not size[1]:
        return below
    made = [below]
    for columns in range(1, 5):
        spots, hull = _rows(rest, names, (size[0] + GAP, 0.0), columns * column)
        if hull.height <= size[1] * 1.1:
            made.append((spots, hull))
            break

    def unlike(found: tuple[dict[int, Spot], Hull]) -> float:
        wide, tall = _size([Hull(0, 0, *size, ()), found[1]])
        return max(wide, tall * ASPECT)

    return min(made, key=unlike)


def _rows(
    rest: Titled, names: Sequence[str], corner: Point, width: float
) -> tuple[dict[int, Spot], Hull]:
    """Rows in a box of at most this width (one column is the least), words to the right."""
    group, title = rest
    room = [outline.words(names[node]) for node in group]
    cell = max(words.width for words in room) + 2 * outline.SYMBOL
    columns = min(len(group), max(1, int((width - PAD) / cell)))
    y = corner[1] + (TITLE + 2 if title else PAD)
    spots: dict[int, Spot] = {}
    for first in range(0, len(group), columns):
        row = room[first : first + columns]
        tall = max(words.height for words in row) + 4
        for n, words in enumerate(row):
            x = corner[0] + PAD + outline.SYMBOL / 2 + n * cell
            spot = (x, y + tall / 2, words.width, words.height)
            spots[group[first + n]] = Spot(*np.round(spot, 1).tolist())
        y += tall
    wide = max(columns * cell + PAD, _wide(title) + 2 * PAD)
    x, y, wide, tall = np.round([*corner, wide, y + PAD / 2 - corner[1]], 1).tolist()
    return spots, Hull(x, y, wide, tall, group, title=title)
