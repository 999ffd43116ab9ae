"""Who works with whom: a network drawing in which communities stand together.

Each community is drawn by itself (`community`), as a convex hull around symbols and words. The
hulls are set side by side as a floor plan, near those that they have strong ties to; those who
work with nobody stand in rows below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from graphtool.algorithms import stress
from graphtool.algorithms.floorplan import search, slicing
from graphtool.algorithms.floorplan.slicing import GAP, Placed
from graphtool.algorithms.geometry.polyline import rounded
from graphtool.algorithms.sizes import ASPECT
from graphtool.language import Text
from graphtool.maps.layout import outline
from graphtool.maps.layout.network import community
from graphtool.maps.layout.network.community import PAD, TITLE, Drawing, Room, Tie
from graphtool.maps.layout.sheet import Hull, Layout, Point, Spot

Titled = tuple[tuple[int, ...], Text | None]
"""A group and its title."""

STRETCH = 1.3
"""How far a drawing may be pulled out to fill its cell."""
EDGE = 40.0
"""From a symbol to its hull's edge, roughly: what a saved place lacks of a saved hull."""


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
    alone = [node for node in range(len(names)) if node not in named]
    hulled = len(titled)
    titled += [((node,), None) for node in alone]
    space = community.room(names, sizes or [1.0] * len(names))
    spots, hulls = _communities(titled, ties, space, start or {})
    size = _size(hulls)
    hulls = hulls[:hulled]
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


def _communities(
    titled: Sequence[Titled], ties: Sequence[Tie], space: Room, start: Mapping[int, Point]
) -> tuple[dict[int, Spot], list[Hull]]:
    """Every group drawn and set in its cell of the floor plan.

    Twice: only when the cells are known is it known which way ties to other groups lead.
    """
    if not titled:
        return {}, []
    home = {member: at for at, (group, _) in enumerate(titled) for member in group}
    inner, between = _parted(titled, ties, home)
    pulls = {pair: max(1, round(10 * weight)) for pair, weight in between.items()}
    saved = _saved(titled, start)
    middle = _middles(titled, between, saved)
    starts = [{n: start[m] for n, m in enumerate(group) if m in start} for group, _ in titled]
    bases = [
        community.unscaled(len(group), inner[at], starts[at])
        for at, (group, _) in enumerate(titled)
    ]
    for _ in range(2 if between and len(titled) <= search.MANY else 1):
        outward = _outward(ties, home, middle)
        options = [
            community.drawings(
                bases[at],
                group,
                inner[at],
                space,
                title=title,
                start=starts[at],
                outward={n: outward[m] for n, m in enumerate(group) if m in outward},
            )
            for at, (group, title) in enumerate(titled)
        ]
        rooms = [[(drawing.width, drawing.height) for drawing in found] for found in options]
        plan = search.chosen(middle, rooms, pulls=pulls, saved=saved)
        cells = slicing.fitted(plan, len(titled)).cells
        middle = [(cell.x + cell.width / 2, cell.y + cell.height / 2) for cell in cells]
        saved = {at: (c.x, c.y, c.x + c.width, c.y + c.height) for at, c in enumerate(cells)}
    spots: dict[int, Spot] = {}
    hulls = []
    for at, cell in enumerate(cells):
        group, title = titled[at]
        own = Room(*(part[list(group)] for part in space))
        drawing = _filling(options[at][cell.option], cell, own, title)
        found, hull = _set(drawing, cell, group, title)
        spots |= found
        hulls.append(hull)
    return spots, hulls


def _parted(
    titled: Sequence[Titled], ties: Sequence[Tie], home: Mapping[int, int]
) -> tuple[dict[int, list[Tie]], dict[tuple[int, int], float]]:
    """Ties within each group, by places in it, and the strength between every two."""
    inner: dict[int, list[Tie]] = defaultdict(list)
    between: dict[tuple[int, int], float] = defaultdict(float)
    place = {member: n for group, _ in titled for n, member in enumerate(group)}
    for a, b, weight in ties:
        if a not in home or b not in home:
            continue
        if home[a] == home[b]:
            inner[home[a]].append((place[a], place[b], weight))
        else:
            between[min(home[a], home[b]), max(home[a], home[b])] += weight
    return inner, {pair: between[pair] for pair in sorted(between)}


def _saved(titled: Sequence[Titled], start: Mapping[int, Point]) -> dict[int, search.Box]:
    """Where groups lay whose members have saved places."""
    found: dict[int, search.Box] = {}
    for at, (group, _) in enumerate(titled):
        known = [start[member] for member in group if member in start]
        if known:
            x, y = zip(*known, strict=True)
            found[at] = (min(x) - EDGE, min(y) - EDGE, max(x) + EDGE, max(y) + EDGE)
    return found


def _middles(
    titled: Sequence[Titled],
    between: Mapping[tuple[int, int], float],
    saved: Mapping[int, search.Box],
) -> list[Point]:
    """A place for each group: by stress, strong ties short, or where it lay before.

    A group that is new stands amid those that it has ties to.
    """
    if not saved:
        pairs = sorted(between)
        long = community.lengths([(a, b, between[a, b]) for a, b in pairs])
        return [(float(x), float(y)) for x, y in stress.positions(len(titled), pairs, long)]
    known = {at: ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for at, box in saved.items()}
    found = []
    for at in range(len(titled)):
        near = [
            known[b if a == at else a]
            for a, b in sorted(between)
            if at in (a, b) and (b if a == at else a) in known
        ]
        x, y = np.mean([known[at]] if at in known else near or list(known.values()), axis=0)
        found.append((float(x), float(y)))
    return found


def _outward(
    ties: Sequence[Tie], home: Mapping[int, int], middle: Sequence[Point]
) -> dict[int, Point]:
    """For each member with ties to other groups the direction that they pull it in."""
    pull: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for a, b, weight in ties:
        for one, other in ((a, b), (b, a)):
            if one in home and other in home and home[one] != home[other]:
                way = np.subtract(middle[home[other]], middle[home[one]])
                far = max(float(np.hypot(way[0], way[1])), 1e-9)
                for axis in (0, 1):
                    pull[one][axis] += weight * float(way[axis]) / far
    return {node: (x, y) for node, (x, y) in pull.items()}


def _filling(drawing: Drawing, cell: Placed, own: Room, title: Text | None) -> Drawing:
    """The drawing pulled out towards its cell's size; what stood apart still does."""
    if len(drawing.spots) < 2:
        return drawing
    place = np.array([(spot.x, spot.y) for spot in drawing.spots])
    beside = np.array([not spot.below for spot in drawing.spots])
    for axis, (has, may) in enumerate(((drawing.width, cell.width), (drawing.height, cell.height))):
        inner = float(np.ptp(place[:, axis]))
        if inner > 1:
            place[:, axis] *= min(STRETCH, 1 + (may - has) / inner)
    pulled = community.framed(place, beside, own, title)
    fits = pulled.width <= cell.width + 0.2 and pulled.height <= cell.height + 0.2
    return pulled if fits else drawing


def _set(
    drawing: Drawing, cell: Placed, group: tuple[int, ...], title: Text | None
) -> tuple[dict[int, Spot], Hull]:
    """The drawing in the middle of its cell."""
    x = round(cell.x + max(0.0, cell.width - drawing.width) / 2, 1)
    y = round(cell.y + max(0.0, cell.height - drawing.height) / 2, 1)
    spots = {
        member: spot._replace(x=round(spot.x + x, 1), y=round(spot.y + y, 1))
        for member, spot in zip(group, drawing.spots, strict=True)
    }
    corners = rounded(tuple((px + x, py + y) for px, py in drawing.hull))
    return spots, Hull(
        x, y, drawing.width, drawing.height, group, title=title, net=True, outline=corners
    )


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
    head = max((outline.text_width(t, community.TITLE_SIZE) for t in title or ()), default=0.0)
    wide = max(columns * cell + PAD, head + 2 * PAD)
    x, y, wide, tall = np.round([*corner, wide, y + PAD / 2 - corner[1]], 1).tolist()
    return spots, Hull(x, y, wide, tall, group, title=title)
