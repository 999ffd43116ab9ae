"""Layered layouts: nodes in columns from left to right, lines between the rows and in the gaps.

A line turns only in the gaps between columns and passes a column only between two rows, so that
none runs through a name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf

from graphtool.algorithms import forest
from graphtool.algorithms.geometry import boxes
from graphtool.algorithms.geometry.boxes import Box
from graphtool.algorithms.layered import layout
from graphtool.language import Text
from graphtool.maps.layout import outline
from graphtool.maps.layout.sheet import SCREEN, Edge, Heading, Layout, Point, Spot, scale

WIDTHS = ((outline.LABEL, outline.LINES), (150.0, 4), (120.0, 4), (96.0, 5))
"""How wide names may be, and in how many lines: narrower where columns are many."""
BROKEN = (72.0, 8, 72.0)
"""As narrow, with long words broken at their joints: where whole ones leave a column too little."""
TALL = 9
"""Lines of a name where a sheet has room for so many."""
FEW = 50
"""Of more nodes it is not worth to try them all."""
LEADING, TALL_LEADING = 15.0, 17.0
"""From line to line of a name, and of one in very many lines, where no row's own room helps out."""
MOST_ROWS = 0.8
"""How much of a screen's height the rows of a column take at most where names get more lines."""
BETWEEN = 40.0
"""Between the words of a column and the symbols of the next, at least: lines and their arrows."""
NEAR, HEADED = 6.0, 40.0
"""From words that get more room to what stands beside them; and the height of headings."""
BESIDE = 10.0
"""At the right of all: the name of a symbol that stands for several stands farther from it."""
HEADING_SIZE = 16.0
"""Letters of a heading."""


def columns(
    names: Sequence[str],
    edges: Sequence[Edge],
    column: Sequence[int],
    headings: Sequence[Text | None],
    *,
    start: Mapping[int, Point] | None = None,
    must_fit: bool = False,
) -> Layout:
    """Each node in the column given (0 at the left), few lines crossing, joined nodes level.

    Every edge has a route but a self-loop. A column far taller than the rest is broken into
    several side by side, and parts that no edge joins may stand beside each other, each with
    `headings` of its own. Nodes of `start` keep their order in a column. Empty for no names. With
    `must_fit` a layout that does not fit on a screen need only be too large.

    >>> sheet = columns(["Vei", "Vekst"], [(0, 1, "CONTRIBUTES_TO")], [0, 1], [None, None])
    >>> sheet.spots[0].x < sheet.spots[1].x, sheet.spots[0].y == sheet.spots[1].y
    (True, True)
    """
    saved = start or {}
    order = {node: y for node, (_, y) in saved.items()}
    kept = (order, saved)
    return _drawn(names, edges, column, headings, kept, must_fit=must_fit, beside=BESIDE)


def tree(
    names: Sequence[str],
    edges: Sequence[Edge],
    parent: Sequence[int],
    column: Sequence[int],
    headings: Sequence[Text | None],
    *,
    start: Mapping[int, Point] | None = None,
    must_fit: bool = False,
) -> Layout:
    """A forest from left to right, children of one parent together; -1 is the parent of a root.

    As `columns`, but the order is that of the trees whatever the other edges are.

    >>> names, edges = ["Plan", "Mål", "Mer"], [(1, 0, "PART_OF"), (2, 0, "PART_OF")]
    >>> [spot.y for spot in tree(names, edges, [-1, 0, 0], [0, 1, 1], [None, None]).spots]
    [11.0, 11.0, 33.0]
    """
    saved = start or {}
    last = (float("inf"), float("inf"))

    def key(node: int) -> tuple[float, int]:
        return saved.get(node, last)[1], node

    below = [sorted(nodes, key=key) for nodes in forest.children(parent)]
    order = forest.preorder(below, sorted(forest.roots(parent), key=key))
    numbers = {node: float(at) for at, node in enumerate(order)}
    return _drawn(names, edges, column, headings, (numbers, saved), must_fit=must_fit)


def _drawn(
    names: Sequence[str],
    edges: Sequence[Edge],
    column: Sequence[int],
    headings: Sequence[Text | None],
    kept: tuple[Mapping[int, float], Mapping[int, Point]],
    *,
    must_fit: bool,
    beside: float = 0.0,
) -> Layout:
    """The layout in which an order and places are kept, where they are known.

    With names as wide as a sheet has room for; where it has for none, as most can be read: a name
    that is cut counts for nothing. Of those that cannot fit none is made until none is left that
    might, and none at all where a layout `must_fit`: then what is returned is too wide.
    """
    # Widths that leave the same room to names and to headings are tried once.
    tried = dict.fromkeys(
        (wide, tuple(_rooms(names, column, wide, most, word)))
        for wide, most, word in _widths(names)
    )
    widths, rooms = zip(*tried, strict=True)
    made: dict[int, Layout] = {}

    def layout(room: Sequence[outline.Words], at: int) -> Layout:
        most = widths[at] * outline.LONGER
        made = _columns(room, edges, column, headings, kept, most=most)
        return made._replace(width=made.width + beside) if names else made

    for at, room in enumerate(rooms):
        if _least_width(room, column) > SCREEN[0]:
            continue
        made[at] = layout(room, at)
        if scale(made[at]) == 1.0:
            if not any(map(outline.is_cut, names, room)):
                return made[at]
            taller = layout(_tall(names, column, room, widths[at]), at)
            return taller if scale(taller) == 1.0 else made[at]
    if must_fit:
        return next(iter(made.values()), Layout((), {}, width=inf))

    def read(at: int) -> float:
        if at not in made:
            made[at] = layout(rooms[at], at)
        whole = sum(not cut for cut in map(outline.is_cut, names, rooms[at]))
        return scale(made[at]) * whole

    return made[max(range(len(rooms)), key=read)]


def _widths(names: Sequence[str]) -> list[tuple[float, int, float]]:
    """How wide names may be, in how many lines, and how wide a word that is not broken."""
    widths = WIDTHS if len(names) <= FEW else WIDTHS[:1]
    words = {word for name in names for word in name.split()}
    wide = (outline.text_width(word, outline.SIZE) for word in words)
    is_long = any(outline.LONGEST < each <= outline.WHOLE for each in wide)
    longest = (outline.WHOLE, outline.LONGEST) if is_long else (outline.LONGEST,)
    # Where names are as wide as they may be, words are whole in any case.
    found = [
        (wide, most, word)
        for wide, most in widths
        for word in (longest if wide < outline.LABEL else longest[-1:])
    ]
    return [*found, BROKEN] if len(names) <= FEW else found


def _least_width(room: Sequence[outline.Words], column: Sequence[int]) -> float:
    """What a layout of words of these sizes takes at least, whatever lines run between."""
    wide = _widest(room, column)
    return sum(wide.values()) + len(wide) * (outline.SYMBOL + BETWEEN) - BETWEEN


def _widest(room: Sequence[outline.Words], column: Sequence[int]) -> dict[int, float]:
    """Of each column the width of its widest words."""
    wide: dict[int, float] = {}
    for words, at in zip(room, column, strict=True):
        wide[at] = max(wide.get(at, 0.0), words.width)
    return wide


def _rooms(
    names: Sequence[str], column: Sequence[int], widest: float, most: int, longest: float
) -> list[outline.Words]:
    """The room for each name; one that would be cut has all the room that its column takes."""
    room = [
        outline.words(name, widest=widest, most=most, longest=longest)._replace(leading=LEADING)
        for name in names
    ]
    wide = _widest(room, column)
    return [
        words._replace(width=wide[at]) if outline.is_cut(name, words) else words
        for name, words, at in zip(names, room, column, strict=True)
    ]


def _tall(
    names: Sequence[str], column: Sequence[int], room: Sequence[outline.Words], widest: float
) -> list[outline.Words]:
    """The room for each name whole in as many lines as it needs, in columns that have that room."""
    tall = [
        outline.words(name, widest=widest, most=TALL)._replace(leading=TALL_LEADING)
        if outline.is_cut(name, words)
        else words
        for name, words in zip(names, room, strict=True)
    ]
    high: dict[int, float] = {}
    for words, at in zip(tall, column, strict=True):
        high[at] = high.get(at, 0.0) + words.height
    return [
        taller if high[at] <= MOST_ROWS * SCREEN[1] else words
        for taller, words, at in zip(tall, room, column, strict=True)
    ]


def widened(names: Sequence[str], made: Layout) -> Layout:
    """The layout with longer lines for names that go over several, where nothing stands beside.

    The room grows to the right until another name or symbol, a heading, a line or the border.

    >>> name = "Omdømme i hele regionen"
    >>> low = outline.words(name, widest=60.0, most=4)
    >>> narrow = Layout((Spot(8.0, 40.0, *low.size),), {}, width=400.0, height=80.0)
    >>> [round(spot.width) for made in (narrow, widened([name], narrow)) for spot in made.spots]
    [75, 180]
    """
    taken = [_box(spot) for spot in made.spots]
    taken += [Box(head.x, 0.0, head.width, HEADED) for head in made.headings]
    steps = [step for route in made.routes.values() for step in pairwise(route)]
    taken += [boxes.of_points(step).grown(NEAR) for step in steps]

    def longer(name: str, spot: Spot) -> Spot:
        own = _box(spot)
        if spot.below or spot.height <= outline.ROW:
            return spot
        level = (box for box in taken if box.y < own.bottom and own.y < box.bottom)
        right = min([made.width, *(box.x for box in level if box.right > own.right)])
        wide = min(spot.width + right - NEAR - own.right, outline.words(name).width)
        return spot._replace(width=round(max(spot.width, wide), 1))

    return made._replace(spots=tuple(map(longer, names, made.spots)))


def _box(spot: Spot) -> Box:
    """A symbol and the room for its words."""
    left = spot.x - outline.SYMBOL / 2
    return Box(left, spot.y - spot.height / 2, outline.SYMBOL + 6.0 + spot.width, spot.height)


def _columns(
    room: Sequence[outline.Words],
    edges: Sequence[Edge],
    column: Sequence[int],
    headings: Sequence[Text | None],
    kept: tuple[Mapping[int, float], Mapping[int, Point]],
    *,
    most: float,
) -> Layout:
    """The layout of words of these sizes, headings no wider than a name may be."""
    order, saved = kept
    sizes = [words.size for words in room]
    texts = {c: text for c, text in enumerate(headings) if text and c in set(column)}
    wide = {
        c: min(most, max(outline.text_width(words, HEADING_SIZE) for words in text))
        for c, text in texts.items()
    }
    found = layout.drawing(sizes, edges, column, heads=wide, order=order, start=saved)
    return Layout(
        tuple(
            Spot(x, y, round(size.width, 1), round(size.height, 1))
            for (x, y), size in zip(found.points, sizes, strict=True)
        ),
        found.routes,
        headings=tuple(Heading(h.x, 0.0, h.width, texts[h.layer]) for h in found.heads),
        width=found.width,
        height=found.height,
    )
