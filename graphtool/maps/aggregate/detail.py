"""The scene of one group: its nodes one by one, beside cards of the groups that they lead to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from graphtool.maps import placing, records
from graphtool.maps.aggregate import cards, groups
from graphtool.maps.aggregate.groups import RELATIONS, Group, Ints, Whole
from graphtool.maps.aggregate.sample import Sample
from graphtool.maps.content import Derived
from graphtool.maps.layout.boxed import boxes
from graphtool.maps.layout.sheet import Edge, Layout
from graphtool.maps.records import Node
from graphtool.maps.scene import Bundle, Card, Line, Part, Scene, Symbol
from graphtool.maps.texts import TEXTS

RIM = 10
"""Other groups that are shown by name; the rest are one card."""
REST, OTHERS = ";rest", ";others"
"""Ids of the cards for what else is in the group, and for all other groups."""


class Beside(NamedTuple):
    """The groups that a leaf is one of: all nodes' groups, as seen from there."""

    label: Ints
    """For each node the place of its group."""
    groups: Sequence[Group]


def scene(whole: Whole, known: Sample, leaf: Group, beside: Beside, above: str) -> Scene:
    """One group, opened from the scene `above`."""
    rows = known.shown[leaf.id]
    nodes = [known.nodes[known.ids[row]] for row in rows.tolist()]
    lines, ends = _inside(known, leaf, rows)
    layout = boxes.arrange([node.label for node in nodes], ends, routed=False)
    symbols = _symbols(nodes, known, layout)
    rim, led = _rim(whole, known, leaf, beside)
    _, title = leaf.names(whole)
    return Scene(
        name=leaf.id,
        title=title,
        purpose=title,
        symbols=symbols,
        cards=_stacked(rim, led, symbols, layout),
        lines=placing.lines(lines, layout, nodes)[0],
        bundles=led,
        hulls=placing.hulls(layout, nodes),
        width=round(layout.width, 1),
        height=round(layout.height, 1),
        total=(len(leaf.rows), int(_at(whole, leaf).sum())),
        part=Part(above, known.is_trimmed),
    )


def _symbols(nodes: Sequence[Node], known: Sample, layout: Layout) -> tuple[Symbol, ...]:
    years = records.years(nodes)
    return tuple(
        Symbol(
            node=node,
            x=spot.x,
            y=spot.y,
            room=placing.room(spot),
            grade=known.grades.get(node.id, ""),
            years=years.get(node.id, ""),
        )
        for node, spot in zip(nodes, layout.spots, strict=True)
    )


def _at(whole: Whole, leaf: Group) -> np.ndarray:
    """Whether each edge has an end in the group."""
    member = np.zeros(len(whole.rows), dtype=bool)
    member[leaf.rows] = True
    return np.asarray(member[whole.links.source] | member[whole.links.target])


def _inside(known: Sample, leaf: Group, rows: Ints) -> tuple[list[Line], list[Edge]]:
    """The edges between the nodes that are shown: as lines, and for the layout."""
    mine = np.flatnonzero(known.home[known.links.source] == list(known.shown).index(leaf.id))
    links = known.links.where(mine)
    source, target = np.searchsorted(rows, links.source), np.searchsorted(rows, links.target)
    names = [RELATIONS[at] for at in links.relation.tolist()]
    return [_line(known, at) for at in mine.tolist()], list(
        zip(source.tolist(), target.tolist(), names, strict=True)
    )


def _line(known: Sample, at: int) -> Line:
    source, target, relation = key = known.key(at)
    said = known.assertions.get(key, ())
    return Line(
        source=source,
        target=target,
        relation=relation,
        modality=records.strongest(said),
        assertions=tuple(said),
        derived=Derived(),
    )


def _rim(
    whole: Whole, known: Sample, leaf: Group, beside: Beside
) -> tuple[list[Card], tuple[Bundle, ...]]:
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
        is_mine = group == mine
        other = beside.groups[group]
        card = _rest(leaf, known) if is_mine else cards.card(whole, other, known.shown)
        ids[group] = card.id
        rim.append(card)
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
    return rim, tuple(
        Bundle(source=source, target=target, relation=relation, count=n)
        for (source, target, relation), n in led.items()
    )


def _rest(leaf: Group, known: Sample) -> Card:
    more = len(leaf.rows) - len(known.shown[leaf.id])
    return cards.plain(REST, TEXTS["rest_of_group"].format(n=groups.spaced(more)), more)


def _others(count: int) -> Card:
    return cards.plain(OTHERS, groups.counted("other_groups", count), 0)


def _stacked(
    rim: Sequence[Card], led: Sequence[Bundle], symbols: Sequence[Symbol], layout: Layout
) -> tuple[Card, ...]:
    """The cards in a column to the right, each near what leads to it."""
    height = {symbol.node.id: symbol.y for symbol in symbols}
    pulls: dict[str, list[float]] = {}
    for bundle in led:
        ends = bundle.source, bundle.target
        node, card = ends if ends[0] in height else ends[::-1]
        pulls.setdefault(card, []).append(height[node])
    ordered = sorted(rim, key=lambda card: sum(pulls[card.id]) / len(pulls[card.id]))
    step = max(cards.HEIGHT + 22, layout.height / max(1, len(rim)))
    x = round(layout.width + 120 + cards.WIDTH / 2, 1)
    return tuple(
        replace(card, x=x, y=round(step * (at + 0.5), 1)) for at, card in enumerate(ordered)
    )
