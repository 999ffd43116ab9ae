"""Groups as cards: what each holds and what runs between them, counted and placed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from graphtool import language, schema
from graphtool.algorithms import overlap, stress
from graphtool.language import LANGUAGES, Text
from graphtool.maps.aggregate.groups import KINDS, RELATIONS, Group, Ints, Whole
from graphtool.maps.scene import Bundle, Card

UNDIRECTED = np.array([relation.undirected for relation in schema.RELATIONS.values()])
WIDTH, HEIGHT = 184.0, 76.0
"""A card's room, in pixels at zoom 1."""
AIR = (46.0, 40.0)
"""Between two cards, for the lines."""
MANY, CLOSE, ASPECT = 24, 26.0, 1.5
"""Of more cards than this a network is a tangle: they stand in rows, this near each other, and the
scene is so wide by high."""
STRONG = 3
"""So many of a group's strongest ties decide where it stands."""


def card_id(group: Group) -> str:
    """The id of a group's card: no node's, for those hold no semicolon."""
    return f";{group.id}"


def card(whole: Whole, group: Group, shown: Mapping[str, Ints]) -> Card:
    """A group as a card; it opens where it has parts, or nodes that are `shown` one by one."""
    label, names = group.names(whole)
    count = np.bincount(whole.kinds[group.rows], minlength=len(KINDS))
    head = int(whole.kinds[group.head]) if group.head >= 0 else int(count.argmax())
    opens = bool(group.parts) or group.id in shown
    return Card(
        id=card_id(group),
        label=label,
        names=dict(zip(LANGUAGES, names, strict=True)) if set(names) != {label} else {},
        kind=KINDS[head],
        find=_find(label, *names),
        nodes=len(group.rows),
        kinds={KINDS[at]: int(count[at]) for at in np.flatnonzero(count)},
        joined=group.joined,
        opens=group.id if opens else "",
        shown=sum(len(shown.get(leaf.id, ())) for leaf in group.leaves()) if opens else 0,
        width=WIDTH,
        height=HEIGHT,
    )


def plain(name: str, text: Text, nodes: int) -> Card:
    """A card that stands for what has no scene of its own."""
    return Card(
        id=name,
        label=text.nb,
        names=dict(zip(LANGUAGES, text, strict=True)),
        kind=KINDS[0],
        find=_find(*text),
        nodes=nodes,
        kinds={},
        width=WIDTH,
        height=HEIGHT,
    )


def _find(*names: str) -> str:
    return " ".join(dict.fromkeys(map(language.searchable, names)))


def bundles(whole: Whole, label: Ints, ids: Sequence[str]) -> tuple[Bundle, ...]:
    """The edges between groups, counted.

    `label` is the group of each node, -1 for none; `ids` are the cards. What runs within a group
    is an edge from it to itself.
    """
    size, kinds = len(ids), len(KINDS)
    a, b = label[whole.links.source], label[whole.links.target]
    known = (a >= 0) & (b >= 0)
    a, b, links = a[known], b[known], whole.links.where(known)
    ends = np.stack([whole.kinds[links.source], whole.kinds[links.target]])
    swap = UNDIRECTED[links.relation] & (a > b)
    a, b = np.where(swap, b, a), np.where(swap, a, b)
    ends = np.where(swap, ends[::-1], ends)
    key = ((a * size + b) * len(RELATIONS) + links.relation) * kinds**2 + ends[0] * kinds + ends[1]
    split: dict[int, list[tuple[int, int, int]]] = {}
    keys, counts = np.unique(key, return_counts=True)
    for value, count in zip(keys.tolist(), counts.tolist(), strict=True):
        split.setdefault(value // kinds**2, []).append(
            (value // kinds % kinds, value % kinds, count)
        )
    return tuple(
        Bundle(
            source=ids[value // len(RELATIONS) // size],
            target=ids[value // len(RELATIONS) % size],
            relation=RELATIONS[value % len(RELATIONS)],
            count=sum(count for _, _, count in parts),
            kinds=tuple(parts),
        )
        for value, parts in split.items()
    )


def place(count: int, edges: Sequence[tuple[int, int, int]]) -> list[tuple[float, float]]:
    """Middles of so many cards, those with many edges between them near; [] for none.

    `edges` are (card, card, how many).
    """
    if not count:
        return []
    weight = np.zeros((count, count))
    for a, b, n in edges:
        if a != b:
            weight[a, b] += n
            weight[b, a] += n
    ranked = np.argsort(-weight, axis=1, kind="stable")[:, :STRONG]
    strong = sorted(
        {(min(a, int(b)), max(a, int(b))) for a in range(count) for b in ranked[a] if weight[a, b]}
    )
    point = stress.positions(count, strong)
    if count > MANY:
        return _rows(point)
    spread = np.maximum(np.ptp(point, axis=0), 1e-6)
    width, height = WIDTH + AIR[0], HEIGHT + AIR[1]
    area = 1.5 * count * width * height
    point = point / spread * np.sqrt(area * np.array([1.6, 1 / 1.6]))
    boxed = overlap.removed(point, np.full(count, width), np.full(count, height))
    boxed -= boxed.min(axis=0) - np.array([WIDTH, HEIGHT]) / 2
    return [(round(float(x), 1), round(float(y), 1)) for x, y in boxed]


def _rows(point: NDArray[np.float64]) -> list[tuple[float, float]]:
    """Cards in rows and columns, as near as can be to where they would stand in a network."""
    width, height = WIDTH + CLOSE, HEIGHT + CLOSE
    columns = int(np.ceil(np.sqrt(len(point) * ASPECT * height / width)))
    order = np.lexsort((np.arange(len(point)), point[:, 1]))
    made = [(0.0, 0.0)] * len(point)
    for row, start in enumerate(range(0, len(point), columns)):
        line = sorted(order[start : start + columns].tolist(), key=lambda at: (point[at, 0], at))
        for column, at in enumerate(line):
            made[at] = (column * width + WIDTH / 2, row * height + HEIGHT / 2)
    return made
