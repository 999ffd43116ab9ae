"""Layered layouts: nodes in columns from left to right, lines between the rows and in the gaps.

What hangs together is a band; bands stand below each other in panels, panels side by side. A line
turns only in the gaps between columns and passes a column only in a lane between two rows, so
that none runs through a name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphtool.language import Text
from graphtool.maps.layout import outline
from graphtool.maps.layout.boxed import families
from graphtool.maps.layout.layers import bands, courses, panels, wrap
from graphtool.maps.layout.layers.panels import Panel
from graphtool.maps.layout.sheet import Edge, Heading, Layout, Point, Route, Spot, rounded

TRIED = 3
"""Plans that are carried out before the best is taken, up to so many nodes:"""
SMALL = 400


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
    saved = dict(start or {})
    known = {node: y for node, (_, y) in saved.items()}
    return _best(names, edges, column, headings, (known, saved))


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
    saved = dict(start or {})
    below = families.children(parent)
    last = (float("inf"), float("inf"))

    def rank(node: int) -> tuple[float, int]:
        return saved.get(node, last)[1], node

    order = families.preorder(
        [sorted(nodes, key=rank) for nodes in below], sorted(families.roots(parent), key=rank)
    )
    known = {node: float(at) for at, node in enumerate(order)}
    return _best(names, edges, column, headings, (known, saved))


def _best(
    names: Sequence[str],
    edges: Sequence[Edge],
    column: Sequence[int],
    headings: Sequence[Text | None],
    kept: tuple[Mapping[int, float], Mapping[int, Point]],
) -> Layout:
    """The sheet of the plan that gives the largest picture; order and places kept where known."""
    if not names:
        return Layout((), {})
    known, saved = kept
    room = [outline.words(name) for name in names]
    made = [
        (band, bands.first_order(band)) for band in bands.bands(room, edges, column, known, saved)
    ]
    heads = {c: text for c, text in enumerate(headings) if text and c in set(column)}
    before = _parts(column, saved)
    needs = [bands.need(*one) for one in made]
    found: list[tuple[float, int, list[Panel]]] = []
    for plan in wrap.plans(needs, TRIED if len(names) <= SMALL else 1, before):
        parts = [
            panels.panel([made[at] for at in panel], broken, heads)
            for panel, broken in zip(plan.panels, plan.parts, strict=True)
        ]
        width = sum(panel.width for panel in parts) + wrap.PANEL_GAP * (len(parts) - 1)
        cost = wrap.cost(width, max(panel.height for panel in parts), plan, before)
        found.append((cost, len(found), parts))
    return _sheet(len(names), heads, min(found, key=lambda one: one[:2])[2])


def _parts(column: Sequence[int], saved: Mapping[int, Point]) -> dict[int, int]:
    """Into how many columns each column was broken on an earlier sheet."""
    places: dict[int, set[float]] = {}
    for node, (x, _) in saved.items():
        places.setdefault(column[node], set()).add(round(x))
    return {c: len(xs) for c, xs in sorted(places.items())}


def _sheet(size: int, heads: Mapping[int, Text], parts: Sequence[Panel]) -> Layout:
    """All panels side by side."""
    spots = [Spot(0, 0, 0, 0)] * size
    routes: dict[int, Route] = {}
    headings = []
    left = 0.0
    for panel in parts:
        for c, (start, end) in panel.heads.items():
            headings.append(Heading(round(left + start, 1), 0.0, round(end - start, 1), heads[c]))
        for band, laid, top in panel.laid:
            for at, node in enumerate(band.nodes):
                x, y = left + panel.x[laid.grid.column[at]], top + laid.level[at]
                words = band.room[at]
                spots[node] = Spot(
                    round(x, 1), round(y, 1), round(words.width, 1), round(words.height, 1)
                )
            for at, k in enumerate(band.places):
                if laid.grid.home[at] >= 0:
                    way = courses.course(panel, band, laid, at)
                    routes[k] = rounded(tuple((x + left, y + top) for x, y in way))
        left += panel.width + wrap.PANEL_GAP
    return Layout(
        tuple(spots),
        routes,
        headings=tuple(headings),
        width=round(left - wrap.PANEL_GAP, 1),
        height=round(max(panel.height for panel in parts), 1),
    )
