"""The scenes of a graph too large to be drawn: its groups, and what is in each.

The first scene shows groups with what they hold and what runs between them, all of it counted. A
group opens into a scene of its own: into groups again where it is large, and at last into the most
connected of its nodes with their sources, beside the groups that these have edges to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from graphtool.language import Text
from graphtool.maps.aggregate import cards, detail, groups, partition, sample
from graphtool.maps.aggregate.detail import Beside
from graphtool.maps.aggregate.groups import KINDS, Group, Ints, Whole
from graphtool.maps.aggregate.sample import Sample
from graphtool.maps.options import LIMIT
from graphtool.maps.scene import Groups, Part, Scene
from graphtool.maps.subject import Frame
from graphtool.maps.views.view import View

DIVIDED = 600
"""A group of more nodes is divided again, where its own parts divide it."""
FEW = 40
"""So many groups are divided, at most, and into so many parts."""


def is_needed(frame: Frame, view: View) -> bool:
    """Whether a view shows more of the graph than can be drawn, and can show it by groups."""
    if not view.shows_all or frame.before is not None or len(frame.graph.nodes) <= LIMIT:
        return False
    return int(frame.left[0].sum()) > LIMIT


def scenes(frame: Frame, view: View) -> list[Scene]:
    """The first scene, then those of the groups."""
    whole = Whole.of(frame.graph, *frame.left)
    top, rule = _groups(whole, np.arange(len(whole.rows)), "group", partition.MOST)
    if len(top) <= FEW:
        top = [_divided(whole, group) for group in top]
    leaves = [leaf for group in top for leaf in group.leaves()]
    known = sample.chosen(whole, leaves, frame.timeline.grades[0])
    first = _scene(whole, known, top, rule, (view.name, view.title))
    held = sum(map(len, known.shown.values()))
    return [
        replace(
            first,
            purpose=view.purpose,
            total=(len(frame.graph.nodes), frame.graph.edge_count),
            groups=first.groups and first.groups._replace(held=held),
        ),
        *(scene for group in top for scene in _opened(whole, view.name, top, group, known)),
    ]


def _groups(whole: Whole, rows: Ints, name: str, most: int) -> tuple[list[Group], Text]:
    """These nodes in groups, and the rule."""
    part = whole.within(rows) if len(rows) < len(whole.rows) else whole
    found = partition.partition(np.array(KINDS, dtype=object)[part.kinds], part.links, most)
    order = np.argsort(found.home, kind="stable")
    bounds = np.searchsorted(found.home[order], np.arange(len(found.heads) + 1))
    groups = [
        Group(
            f"{name}-{at + 1}",
            rows[order[bounds[at] : bounds[at + 1]]],
            int(rows[head]) if head >= 0 else -1,
            found.joined[at],
        )
        for at, head in enumerate(found.heads)
    ]
    return groups, found.rule


def _divided(whole: Whole, group: Group) -> Group:
    if len(group.rows) <= DIVIDED:
        return group
    parts, rule = _groups(whole, group.rows, group.id, FEW)
    largest = max(len(part.rows) for part in parts)
    if len(parts) < 3 or largest > 0.9 * len(group.rows):
        return group
    return replace(group, parts=tuple(parts), rule=rule)


def _scene(
    whole: Whole, known: Sample, groups_: Sequence[Group], rule: Text, called: tuple[str, Text]
) -> Scene:
    """Groups as cards, and the edges between them: all of a view, or of a larger group."""
    ids = [cards.card_id(group) for group in groups_]
    bundles = cards.bundles(whole, groups.labels(whole, groups_), ids)
    at = {card: row for row, card in enumerate(ids)}
    places = cards.place(len(ids), [(at[b.source], at[b.target], b.count) for b in bundles])
    nodes, inner = sum(len(group.rows) for group in groups_), sum(b.count for b in bundles)
    return Scene(
        name=called[0],
        title=called[1],
        purpose=called[1],
        cards=tuple(
            replace(cards.card(whole, group, known.shown), x=x, y=y)
            for group, (x, y) in zip(groups_, places, strict=True)
        ),
        bundles=bundles,
        width=max(x for x, _ in places),
        height=max(y for _, y in places),
        total=(nodes, inner),
        groups=Groups(rule, nodes, inner),
    )


def _opened(
    whole: Whole, above: str, top: Sequence[Group], group: Group, known: Sample
) -> list[Scene]:
    """The scenes below one of the first scene's groups."""
    made = []
    if group.parts and group.rule:
        _, title = group.names(whole)
        scene = _scene(whole, known, group.parts, group.rule, (group.id, title))
        made.append(replace(scene, part=Part(above)))
    beside = [other for other in top if other.id != group.id or not group.parts]
    beside += group.parts
    around = Beside(groups.labels(whole, beside), beside)
    over = group.id if group.parts else above
    return made + [
        detail.scene(whole, known, leaf, around, over)
        for leaf in group.leaves()
        if leaf.id in known.shown
    ]
