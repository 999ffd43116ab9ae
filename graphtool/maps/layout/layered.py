"""Layered layouts: nodes in columns from left to right, lines between the rows and in the gaps.

A line turns only in the gaps between columns and passes a column only between two rows, so that
none runs through a name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphtool.algorithms import forest
from graphtool.algorithms.layered import layout
from graphtool.language import Text
from graphtool.maps.layout import outline
from graphtool.maps.layout.sheet import SCREEN, Edge, Heading, Layout, Point, Spot

WIDTHS = ((outline.LABEL, outline.LINES), (150.0, 4), (120.0, 4), (96.0, 5))
"""How wide names may be, and in how many lines: narrower where columns are many."""
FEW = 50
"""Of more nodes it is not worth to try them all."""
HEADING_SIZE = 16.0
"""Letters of a heading."""


def columns(
    names: Sequence[str],
    edges: Sequence[Edge],
    column: Sequence[int],
    headings: Sequence[Text | None],
    *,
    start: Mapping[int, Point] | None = None,
) -> Layout:
    """Each node in the column given (0 at the left), few lines crossing, joined nodes level.

    Every edge has a route but a self-loop. A column far taller than the rest is broken into
    several side by side, and parts that no edge joins may stand beside each other, each with
    `headings` of its own. Nodes of `start` keep their order in a column. Empty for no names.

    >>> sheet = columns(["Vei", "Vekst"], [(0, 1, "CONTRIBUTES_TO")], [0, 1], [None, None])
    >>> sheet.spots[0].x < sheet.spots[1].x, sheet.spots[0].y == sheet.spots[1].y
    (True, True)
    """
    saved = start or {}
    order = {node: y for node, (_, y) in saved.items()}
    return _drawn(names, edges, column, headings, (order, saved))


def tree(
    names: Sequence[str],
    edges: Sequence[Edge],
    parent: Sequence[int],
    column: Sequence[int],
    headings: Sequence[Text | None],
    *,
    start: Mapping[int, Point] | None = None,
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
    return _drawn(names, edges, column, headings, (numbers, saved))


def _drawn(
    names: Sequence[str],
    edges: Sequence[Edge],
    column: Sequence[int],
    headings: Sequence[Text | None],
    kept: tuple[Mapping[int, float], Mapping[int, Point]],
) -> Layout:
    """The layout in which an order and places are kept, where they are known.

    With names as wide as a sheet has room for; where it has for none, as it is largest.
    """
    best, largest = None, 0.0
    for widest, most in WIDTHS if len(names) <= FEW else WIDTHS[:1]:
        room = [outline.words(name, widest=widest, most=most) for name in names]
        made = _columns(room, edges, column, headings, kept, most=widest * outline.LONGER)
        scale = min(SCREEN[0] / max(made.width, 1.0), SCREEN[1] / max(made.height, 1.0), 1.0)
        if best is None or scale > largest:
            best, largest = made, scale
        if largest == 1.0:
            break
    return best or Layout((), {})


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
