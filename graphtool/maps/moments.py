"""Several moments of a view as one: all that is ever shown, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from graphtool.maps.content import Content, Group, Json, Key

Spans = list[tuple[int, int]]
"""First and last moment of each stretch in which something is shown."""


class Over(NamedTuple):
    """A view at several moments."""

    content: Content
    """All that is shown at any of them."""
    when: dict[Hashable, Spans]
    """Of nodes (by id) and edges (by key) that are not shown at every moment."""
    extras: dict[Key, list[tuple[int, int, Json]]]
    """What is known of an edge in each stretch of moments, where it is not always the same."""


def over(contents: Sequence[Content]) -> Over:
    """The union of a view's moments; the first decides on order and groups."""
    nodes = list(dict.fromkeys(node for content in contents for node in content.nodes))
    edges = {key: extra for content in reversed(contents) for key, extra in content.edges.items()}
    ordered = dict.fromkeys(key for content in contents for key in content.edges)
    when: dict[Hashable, Spans] = {}
    _note(when, nodes, [set(content.nodes) for content in contents])
    _note(when, ordered, [set(content.edges) for content in contents])
    union = replace(
        contents[0],
        nodes=tuple(nodes),
        edges={key: edges[key] for key in ordered},
        groups=_groups(contents),
        activities=_activities(contents),
    )
    return Over(union, when, _extras(contents, ordered))


def _extras(
    contents: Sequence[Content], keys: Iterable[Key]
) -> dict[Key, list[tuple[int, int, Json]]]:
    made: dict[Key, list[tuple[int, int, Json]]] = {}
    for key in keys:
        stretches: list[tuple[int, int, Json]] = []
        for moment, content in enumerate(contents):
            if key not in content.edges:
                continue
            extra = content.edges[key]
            if stretches and stretches[-1][1:] == (moment - 1, extra):
                stretches[-1] = stretches[-1][0], moment, extra
            else:
                stretches.append((moment, moment, extra))
        if any(extra != stretches[0][2] for _, _, extra in stretches):
            made[key] = stretches
    return made


def _groups(contents: Sequence[Content]) -> tuple[Group, ...]:
    """The first moment's groups; what only a later one shows joins those it is grouped with."""
    groups = list(contents[0].groups)
    home = {member: at for at, group in enumerate(groups) for member in group.members}
    shown = set(contents[0].nodes)
    for content in contents[1:]:
        for group in content.groups:
            new = tuple(member for member in group.members if member not in shown)
            if not new:
                continue
            near = Counter(home[member] for member in group.members if member in home)
            if group.root in home:
                place = home[group.root]
            elif near:
                place = min(near, key=lambda at: (-near[at], at))
            else:
                place = len(groups)
                groups.append(group._replace(members=()))
            groups[place] = groups[place]._replace(members=(*groups[place].members, *new))
            home |= dict.fromkeys(new, place)
            shown |= set(new)
    return tuple(groups)


def _activities(contents: Sequence[Content]) -> dict[str, Json]:
    """What ties rest on, with all who take part at any moment."""
    made: dict[str, Json] = {}
    for content in contents:
        for name, activity in content.activities.items():
            known = made.setdefault(name, {**activity, "who": {}})
            known["who"] = {**activity["who"], **known["who"]}
    return made


def _note(
    when: dict[Hashable, Spans], names: Iterable[Hashable], shown: Sequence[Container[Hashable]]
) -> None:
    for name in names:
        spans = spans_of([name in moment for moment in shown])
        if spans != [(0, len(shown) - 1)]:
            when[name] = spans


def spans_of(shown: Sequence[bool]) -> Spans:
    """Stretches of True.

    >>> spans_of([True, False, True, True])
    [(0, 0), (2, 3)]
    """
    spans: Spans = []
    for at, is_shown in enumerate(shown):
        if is_shown and spans and spans[-1][1] == at - 1:
            spans[-1] = spans[-1][0], at
        elif is_shown:
            spans.append((at, at))
    return spans
