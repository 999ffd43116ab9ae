"""A matrix: who stands in rows, in what in columns, each edge where its row meets its column.

Rows and columns stand in an order that brings out blocks (`algorithms.seriation`); the names over
the columns are turned, so that a column is hardly wider than its signs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from graphtool.algorithms.seriation import seriation
from graphtool.language import Text
from graphtool.maps.layout import outline
from graphtool.maps.layout.sheet import Edge, Heading, Layout, Route, Spot, largest

MARGIN, GAP = 10.0, 18.0
"""Around the sheet, and between the columns of one kind and another."""
SIGN, HALF, AIR = 25.0, 10.1, 8.0
"""Between the signs of a cell, half the height of one, and the air beside those of a cell."""
BROAD, LETTERS = 1.15, 1.5
"""Of half its height half a sign's width, and its letters: read on a projector where names are."""
APART = 7.0
"""Between the rows of one kind and another."""
HEADING, BADGE = 24.0, 6.0
"""Above the names of the columns, and between them and a sign beside a symbol."""
LINE, SHORT = 17.0, 150.0
"""Of turned words: the height of a line, and the longest that stands in one."""
DENSE = ((270.0, 3, 25.0), (225.0, 4, 25.0), (215.0, 4, 22.0), (190.0, 5, 22.0), (160.0, 6, 22.0))
"""How long turned words may be, in how many lines, and how high a row is."""
ONE, LARGER = 250.0, 1.1
"""The longest name of a row that stands in one line, and how much larger letters may get."""


class Titled(NamedTuple):
    """Columns that stand together under a heading."""

    title: Text
    members: tuple[int, ...]


def arrange(
    names: Sequence[str],
    edges: Sequence[Edge],
    rows: Sequence[Sequence[int]],
    columns: Sequence[Titled],
) -> Layout:
    """The matrix of nodes with these names (all that each is called, a line each); empty for none.

    `rows` and `columns` are the nodes of each block, in any order: within a block they are put in
    that of the seriation. A node may stand in a row and a column. Every edge runs from a row to a
    column; several of the same two stand side by side in their cell.

    >>> from graphtool.language import same
    >>> sheet = arrange(["Vennesla", "Rådet"], [(0, 1, "LEADS")], [[0]], [Titled(same("I"), (1,))])
    >>> sheet.spots[0].y > sheet.heads[1].y, sheet.spots[0].x < sheet.heads[1].x, len(sheet.grid)
    (True, True, 4)
    """
    if not names:
        return Layout((), {})
    place, across = _orders(len(names), edges)
    blocks = [sorted(block, key=place.__getitem__) for block in rows if block]
    titled = [
        each._replace(members=tuple(sorted(each.members, key=across.__getitem__)))
        for each in columns
        if each.members
    ]
    # What is row and column both stands in one order in both.
    standing = {node: at for at, node in enumerate(node for block in blocks for node in block)}
    titled = [
        each._replace(members=tuple(sorted(each.members, key=standing.__getitem__)))
        if standing.keys() >= set(each.members)
        else each
        for each in titled
    ]
    return _drawn(names, _signs(edges), blocks, titled)


def _orders(size: int, edges: Sequence[Edge]) -> tuple[list[int], list[int]]:
    """Of each node its place among rows, and among columns."""
    from scipy.sparse import coo_array

    pairs = np.array([edge[:2] for edge in dict.fromkeys(edges)], dtype=np.int64).reshape(-1, 2)
    ones = np.ones(len(pairs))
    found = seriation(coo_array((ones, (pairs[:, 0], pairs[:, 1])), shape=(size, size)).tocsr())
    return np.argsort(found.rows).tolist(), np.argsort(found.columns).tolist()


def _signs(edges: Sequence[Edge]) -> Counter[int]:
    """Of each column, how many signs its fullest cell has."""
    most: Counter[int] = Counter()
    for (_, column), count in Counter(edge[:2] for edge in edges).items():
        most[column] = max(most[column], count)
    return most


def _drawn(
    names: Sequence[str],
    signs: Counter[int],
    rows: Sequence[Sequence[int]],
    columns: Sequence[Titled],
) -> Layout:
    """Everything in its place, the orders being known.

    The words over the columns as long, and the rows as high, as a screen has room for; where it has
    for none, as it is largest.
    """
    return largest(_placed(names, signs, rows, columns, dense) for dense in DENSE)


def _placed(
    names: Sequence[str],
    signs: Counter[int],
    rows: Sequence[Sequence[int]],
    columns: Sequence[Titled],
    dense: tuple[float, int, float],
) -> Layout:
    """Everything in its place, so dense."""
    long, lines, tall = dense
    room = [_level(name) for name in names]
    turned = {node: _turned(names[node], long, lines) for each in columns for node in each.members}
    head = max((words.width for words in turned.values()), default=0.0)
    wide = max((room[node].width for block in rows for node in block), default=0.0)
    first = MARGIN + outline.SYMBOL * 2 + wide + 8
    under = MARGIN + HEADING + head + outline.SYMBOL + BADGE
    left, heads, headings = first, {}, []
    ways: list[float] = []
    for each in columns:
        begun = left
        for node in each.members:
            broad = max(signs[node] * SIGN, turned[node].lines * LINE - 4) + AIR
            ways += [left, left + broad]
            heads[node] = _spot(left + broad / 2, under, head, broad)
            left += broad
        headings.append(Heading(_r(begun), MARGIN, _r(max(left - begun, 150.0)), each.title))
        left += GAP
    top = under + outline.SYMBOL
    spots, levels = dict(heads), []
    for block in rows:
        for node in block:
            high = max(tall, room[node].height)
            levels += [top, top + high]
            spots[node] = _spot(
                MARGIN + outline.SYMBOL, top + high / 2, room[node].width, room[node].height
            )
            top += high
        top += APART
    right, bottom = left - GAP, top - APART
    grid = [*_across(levels, MARGIN, right), *_down(ways, under + outline.SYMBOL, bottom)]
    return Layout(
        tuple(spots[node] for node in range(len(names))),
        {},
        headings=tuple(headings),
        heads=heads,
        grid=tuple(grid),
        width=_r(max(right, first + 150) + MARGIN),
        height=_r(bottom + MARGIN),
    )


def _level(name: str) -> outline.Words:
    """The room for a name of a row: in one line up to a length that most names stay below."""
    long = outline.text_width(name, outline.SIZE)
    found = outline.Words(long + 4, 1) if long <= ONE else outline.words(name)
    return found._replace(width=found.width * LARGER, leading=LINE)


def _turned(name: str, long: float, most: int) -> outline.Words:
    """The room for a name over a column, in as few lines as it needs.

    >>> _turned("Vennesla", 270, 3).lines
    1
    >>> _turned("Strategisk næringsplan for hele regionen vår", 270, 3).lines
    2
    """
    whole = outline.text_width(name, outline.SIZE)
    longest = max((outline.text_width(word, outline.SIZE) for word in name.split()), default=0.0)
    width = whole
    for lines in range(1, most + 1):
        # However the words fall, no line has more than its share and half a word on each side.
        width = whole if lines == 1 else max(longest, whole / lines + longest / 2)
        if width <= (SHORT if lines == 1 else long):
            return outline.Words(width + 4, lines)
    return outline.Words(min(width, long) + 4, most)


def _across(levels: Sequence[float], left: float, right: float) -> list[Route]:
    """Lines over and under every row, each once."""
    return [((left, y), (_r(right), y)) for y in _once(levels)]


def _down(ways: Sequence[float], top: float, bottom: float) -> list[Route]:
    """Lines beside every column, each once."""
    return [((x, _r(top)), (x, _r(bottom))) for x in _once(ways)]


def _once(values: Sequence[float]) -> list[float]:
    """The values rounded and in order, without those that are as good as the one before."""
    order = sorted(map(_r, values))
    return order[:1] + [value for last, value in pairwise(order) if value - last > 0.5]


def _spot(x: float, y: float, width: float, height: float) -> Spot:
    return Spot(_r(x), _r(y), _r(width), _r(height))


def _r(value: float) -> float:
    return round(float(value), 1)
