"""A layered drawing from sizes and edges: the best of several ways to break and stack it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphtool.algorithms.geometry.polyline import Point, Route
from graphtool.algorithms.layered import wrapping
from graphtool.algorithms.layered.component import connected, first_order, need
from graphtool.algorithms.layered.routes import route
from graphtool.algorithms.layered.stack import Stack, columns, least, stacked
from graphtool.algorithms.routing.hyperedges import Edge
from graphtool.algorithms.sizes import Size

TRIED = 3
"""Plans that are weighed before the best is taken, up to so many nodes:"""
SMALL = 400
ROUNDED = 1 + 1e-9
"""Sums of the same numbers may differ by so much."""


class Head(NamedTuple):
    """Room for a heading."""

    layer: int
    x: float
    """Its left end; all begin at the upper edge."""
    width: float


class Drawing(NamedTuple):
    """Where everything stands; all zero and empty for no nodes."""

    points: list[Point]
    """The middle of each node's symbol."""
    routes: dict[int, Route]
    """By the edge's place in the list given, from source to target; none for a self-loop."""
    heads: list[Head]
    width: float
    height: float


def drawing(
    sizes: Sequence[Size],
    edges: Sequence[Edge],
    layer: Sequence[int],
    *,
    heads: Mapping[int, float],
    order: Mapping[int, float],
    start: Mapping[int, Point],
) -> Drawing:
    """The plan that gives the largest picture on a screen, carried out; lengths in pixels.

    `sizes` are those of the labels, to the right of each node's symbol; `layer` is 0 at the left.
    `heads` has the width of each layer's heading where it has one. Nodes of `order` keep the order
    of their numbers within a layer, and those of `start` stay near where they stood before.

    >>> found = drawing([Size(30, 22)] * 2, [(0, 1, "")], [0, 1], heads={}, order={}, start={})
    >>> found.points[0], found.routes[0]
    ((8.0, 11.0), ((52.0, 11.0), (92.0, 11.0)))
    """
    if not sizes:
        return Drawing([], {}, [], 0.0, 0.0)
    made = [(part, first_order(part)) for part in connected(sizes, edges, layer, order, start)]
    before = _parts(layer, start)
    needs = [need(*one) for one in made]
    lowest, best = float("inf"), list[Stack]()
    for plan in wrapping.plans(needs, TRIED if len(sizes) <= SMALL else 1, before):
        broken = [
            columns([made[at] for at in stack], parts)
            for stack, parts in zip(plan.stacks, plan.parts, strict=True)
        ]
        if _cost([least(one, heads) for one in broken], plan, before) > lowest * ROUNDED:
            continue  # whatever its lines, it asks for more
        parts = [stacked(one, heads) for one in broken]
        cost = _cost(parts, plan, before)
        if cost < lowest:
            lowest, best = cost, parts
    return _side_by_side(len(sizes), best)


def _cost(parts: Sequence[Stack | Size], plan: wrapping.Plan, before: Mapping[int, int]) -> float:
    """What stacks of this width and height ask of a screen, side by side."""
    width = sum(part.width for part in parts) + wrapping.STACK_GAP * (len(parts) - 1)
    return wrapping.cost(width, max(part.height for part in parts), plan, before)


def _parts(layer: Sequence[int], start: Mapping[int, Point]) -> dict[int, int]:
    """Into how many columns each layer was broken before."""
    places: dict[int, set[float]] = {}
    for node, (x, _) in start.items():
        places.setdefault(layer[node], set()).add(round(x))
    return {c: len(xs) for c, xs in sorted(places.items())}


def _side_by_side(size: int, parts: Sequence[Stack]) -> Drawing:
    points = [(0.0, 0.0)] * size
    lines: dict[int, Route] = {}
    heads = []
    left = 0.0
    for stack in parts:
        for layer, (start, end) in stack.heads.items():
            heads.append(Head(layer, round(left + start, 1), round(end - start, 1)))
        for component, placed, top in stack.placed:
            for at, node in enumerate(component.nodes):
                x, y = left + stack.x[placed.graph.column[at]], top + placed.level[at]
                points[node] = (round(x, 1), round(y, 1))
            for at, k in enumerate(component.places):
                if placed.graph.hyperedge_of[at] >= 0:
                    lines[k] = route(stack, (left, top), (component, placed), at)
        left += stack.width + wrapping.STACK_GAP
    height = max(stack.height for stack in parts)
    return Drawing(points, lines, heads, round(left - wrapping.STACK_GAP, 1), round(height, 1))
