"""Several moments of a view as one: all that is ever shown, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from graphtool.maps.content import Activity, Content, Derived, Group, Key, Spans

Name = TypeVar("Name", bound=Hashable)
Stretches = tuple[tuple[int, int, Derived], ...]
"""First and last moment of each stretch, and what is derived meanwhile."""


class Union(NamedTuple):
    """A view at several moments."""

    content: Content
    """All that is shown at any of them."""
    nodes: Mapping[str, Spans]
    """When, by id, of nodes that are not shown at every moment."""
    edges: Mapping[Key, Spans]
    """When, by key, of edges that are not shown at every moment."""
    derived: Mapping[Key, Stretches]
    """What is derived of an edge over time, where it is not always the same."""


def union(contents: Sequence[Content]) -> Union:
    """A view's moments as one; the first decides on order and groups.

    >>> union([Content(("a", "b")), Content(("a",))]).nodes
    {'b': ((0, 0),)}
    """
    nodes = list(dict.fromkeys(node for content in contents for node in content.nodes))
    edges = {key: extra for content in reversed(contents) for key, extra in content.edges.items()}
    ordered = dict.fromkeys(key for content in contents for key in content.edges)
    whole = replace(
        contents[0],
        nodes=tuple(nodes),
        edges={key: edges[key] for key in ordered},
        groups=_groups(contents),
        activities=_activities(contents),
    )
    return Union(
        whole,
        _spans(nodes, [set(content.nodes) for content in contents]),
        _spans(ordered, [set(content.edges) for content in contents]),
        _derived(contents, ordered),
    )


def _derived(contents: Sequence[Content], keys: Iterable[Key]) -> dict[Key, Stretches]:
    made: dict[Key, Stretches] = {}
    for key in keys:
        stretches: list[tuple[int, int, Derived]] = []
        for moment, content in enumerate(contents):
            if key not in content.edges:
                continue
            found = content.edges[key]
            if stretches and stretches[-1][1:] == (moment - 1, found):
                stretches[-1] = stretches[-1][0], moment, found
            else:
                stretches.append((moment, moment, found))
        if any(found != stretches[0][2] for _, _, found in stretches):
            made[key] = tuple(stretches)
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


def _activities(contents: Sequence[Content]) -> dict[str, Activity]:
    """What ties rest on, with all who take part at any moment."""
    made: dict[str, Activity] = {}
    for content in contents:
        for name, activity in content.activities.items():
            known = made.get(name, activity)
            made[name] = replace(known, who={**activity.who, **known.who})
    return made


def _spans(names: Iterable[Name], shown: Sequence[Container[Name]]) -> dict[Name, Spans]:
    """Of what is not shown at every moment the stretches in which it is."""
    always = ((0, len(shown) - 1),)
    found = {name: spans([name in moment for moment in shown]) for name in names}
    return {name: when for name, when in found.items() if when != always}


def spans(shown: Sequence[bool]) -> Spans:
    """Stretches of True.

    >>> spans([True, False, True, True])
    ((0, 0), (2, 3))
    """
    found: list[tuple[int, int]] = []
    for at, is_shown in enumerate(shown):
        if is_shown and found and found[-1][1] == at - 1:
            found[-1] = found[-1][0], at
        elif is_shown:
            found.append((at, at))
    return tuple(found)
