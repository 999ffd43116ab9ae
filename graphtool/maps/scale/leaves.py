"""The sheet of one group: its nodes one by one, beside cards of the groups that they lead to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from graphtool.maps import records, sheets
from graphtool.maps.content import Json
from graphtool.maps.layout.boxed import boxes
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.scale import cards
from graphtool.maps.scale.cards import RELATIONS, Group, Ints, Whole
from graphtool.maps.scale.details import Details
from graphtool.maps.texts import TEXTS

RIM = 10
"""Other groups that are shown by name; the rest are one card."""
REST, OTHERS = ";rest", ";others"
"""Ids of the cards for what else is in the group, and for all other groups."""

Record = Callable[[Group], Json]
"""The card of a group, which says what it opens into."""


class Beside(NamedTuple):
    """The groups that a leaf is one of: all nodes' groups, as seen from there."""

    label: Ints
    """For each node the place of its group."""
    groups: Sequence[Group]


def sheet(whole: Whole, known: Details, leaf: Group, beside: Beside, record: Record) -> Json:
    """Everything that the page needs of one group."""
    rows = known.shown[leaf.id]
    nodes = [known.nodes[known.ids[row]] for row in rows.tolist()]
    records.tell_apart(nodes)
    edges, ends = _inside(known, leaf, rows)
    layout = boxes.arrange([node["label"] for node in nodes], ends, routed=False)
    for at, route in layout.routes.items():
        edges[at][5] = {"corners": [value for corner in route for value in corner]}
    for node, spot in zip(nodes, layout.spots, strict=True):
        node.update(x=spot.x, y=spot.y, room=[spot.width, spot.height, int(spot.below)])
    rim, led = _rim(whole, known, leaf, beside, record)
    _stack(rim, led, nodes, layout)
    total = len(leaf.rows), int(_at(whole, leaf).sum())
    return {
        **cards.blank(leaf.id, leaf.title(whole), total),
        "nodes": [*nodes, *rim],
        "edges": [*edges, *led],
        "hulls": [sheets.hull_record(hull, nodes) for hull in layout.hulls],
        "size": [round(layout.width, 1), round(layout.height, 1)],
        "part": {"trimmed": int(known.trimmed)},
    }


def _at(whole: Whole, leaf: Group) -> np.ndarray:
    """Whether each edge has an end in the group."""
    member = np.zeros(len(whole.rows), dtype=bool)
    member[leaf.rows] = True
    return np.asarray(member[whole.links.source] | member[whole.links.target])


def _inside(
    known: Details, leaf: Group, rows: Ints
) -> tuple[list[list[object]], list[tuple[int, int, str]]]:
    """The edges between the nodes that are shown: for the page, and for the layout."""
    mine = np.flatnonzero(known.home[known.links.source] == list(known.shown).index(leaf.id))
    links = known.links.where(mine)
    edges: list[list[object]] = []
    for at in mine.tolist():
        key = known.key(at)
        said = known.assertions.get(key, [])
        edges.append([*key, records.strongest(said), said, {}])
    source, target = np.searchsorted(rows, links.source), np.searchsorted(rows, links.target)
    names = [RELATIONS[at] for at in links.relation.tolist()]
    return edges, list(zip(source.tolist(), target.tolist(), names, strict=True))


def _rim(
    whole: Whole, known: Details, leaf: Group, beside: Beside, record: Record
) -> tuple[list[Json], list[list[object]]]:
    """Cards of what the nodes that are shown have edges to, and those edges, counted."""
    at = list(known.shown).index(leaf.id)
    home, links = known.home, known.leading
    out, back = (home[links.source] == at), (home[links.target] == at)
    links = links.where(out != back)
    out = out[out != back]
    near, far = np.where(out, links.source, links.target), np.where(out, links.target, links.source)
    label = beside.label[far]
    count = np.bincount(label, minlength=len(beside.groups))
    named = np.argsort(-count, kind="stable")[:RIM]
    named = named[count[named] > 0]
    mine = beside.label[leaf.rows[0]]
    ids = np.full(len(count), OTHERS, dtype=object)
    rim = []
    for group in named.tolist():
        made = _rest(leaf, known) if group == mine else record(beside.groups[group])
        ids[group] = made["id"]
        rim.append(made)
    if (count > 0).sum() > len(named):
        rim.append(_others(int((count > 0).sum()) - len(named)))
    key = ((near * len(count) + label) * len(RELATIONS) + links.relation) * 2 + out
    led: dict[tuple[str, str, str], int] = {}
    keys, times = np.unique(key, return_counts=True)
    for value, n in zip(keys.tolist(), times.tolist(), strict=True):
        pair, relation = divmod(value // 2, len(RELATIONS))
        node, other = known.ids[pair // len(count)], ids[pair % len(count)]
        ends = (node, other) if value % 2 else (other, node)
        edge = (*ends, RELATIONS[relation])
        led[edge] = led.get(edge, 0) + n
    return rim, [[*edge, "", [], {"count": n}] for edge, n in led.items()]


def _rest(leaf: Group, known: Details) -> Json:
    more = len(leaf.rows) - len(known.shown[leaf.id])
    return cards.plain(REST, TEXTS["rest_of_group"].format(n=cards.spaced(more)), more)


def _others(groups: int) -> Json:
    return cards.plain(OTHERS, cards.counted("other_groups", groups), 0)


def _stack(rim: list[Json], led: list[list[object]], nodes: list[Json], layout: Layout) -> None:
    """The cards in a column to the right, each near what leads to it."""
    height = {node["id"]: node["y"] for node in nodes}
    pulls: dict[str, list[float]] = {}
    for source, target, *_ in led:
        node, card = (source, target) if source in height else (target, source)
        pulls.setdefault(str(card), []).append(height[str(node)])
    rim.sort(key=lambda card: sum(pulls[card["id"]]) / len(pulls[card["id"]]))
    step = max(cards.HEIGHT + 22, layout.height / max(1, len(rim)))
    for at, card in enumerate(rim):
        x = layout.width + 120 + cards.WIDTH / 2
        card.update(x=round(x, 1), y=round(step * (at + 0.5), 1), room=cards.room())
