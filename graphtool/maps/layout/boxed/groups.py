"""Which nodes stand together in one box: families of a readable size, clusters, and the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from graphtool.algorithms import forest
from graphtool.language import Text
from graphtool.maps.layout.boxed import families, joining
from graphtool.maps.layout.sheet import Edge

LIMITS = 40, joining.LARGE
"""A group holds a third of the nodes, but not fewer or more than this before it is cut."""
SHARE = 6
"""A branch is cut off where it holds at least one part in so many of the limit."""
LEVELS = 8
"""So deep may an outline be before it is cut."""
NESTED = 2
"""So many boxes may hold each other."""
HUB = 4
"""A node with so many neighbours and no family gets a box of its own."""


class Group(NamedTuple):
    """Nodes that stand together."""

    root: int
    """The node that heads them; -1 where they have none, as in a cluster."""
    members: tuple[int, ...]
    cluster: bool = False
    """Members that hang together without a head: placed as a cluster, not as an outline."""
    inside: int = -1
    """Head of the group of which this one is a part that was cut off; -1 for none."""

    title: Text | None = None
    """Words that head it where no node does; None leaves them to the page."""
    centre: int = -1
    """The node of a cluster with most neighbours in it, of equals the first; -1 for no cluster."""


class Grouping(NamedTuple):
    """Nodes that are to stand together, whatever families they are of."""

    members: tuple[int, ...]
    root: int = -1
    """The member that heads them; -1 for none."""
    title: Text | None = None
    is_listed: bool = False
    """Whether they stand in rows, though they hang together."""


class Cut(NamedTuple):
    """A forest cut into groups."""

    head: list[int]
    """For each node the head of its group."""
    inside: dict[int, int]
    """For a head that was cut off from another's group and stands in its box: that other."""


def cut(parent: Sequence[int]) -> Cut:
    """The forest with branches cut off where a family is too large or too deep for one box.

    >>> cut([-1, 0, 0])
    Cut(head=[0, 0, 0], inside={})
    """
    least, most = LIMITS
    limit = min(most, max(least, len(parent) // 3))
    below, extent = forest.children(parent), forest.sizes(parent)
    head, level, nested = [-1] * len(parent), [0] * len(parent), [0] * len(parent)
    inside = {}
    for node in forest.preorder(below, forest.roots(parent)):
        above = parent[node]
        if above < 0:
            head[node] = node
            continue
        large = [child for child in below[above] if extent[child] >= limit // SHARE]
        branches = node in large and len(large) > 1 and level[above] < NESTED
        if level[above] >= LEVELS or (branches and extent[head[above]] > limit):
            head[node], nested[node] = node, nested[head[above]] + 1
            if nested[node] <= NESTED:
                inside[node] = head[above]
        else:
            head[node], level[node] = head[above], level[above] + 1
    return Cut(head, inside)


def groups(
    size: int, edges: Sequence[Edge], parties: Collection[int] = ()
) -> tuple[list[int], list[Group]]:
    """The parent of each node within its group (-1 for none), and the groups.

    A node without a family, a few that hang together, or a small family joins the group that
    holds all its neighbours; the rest form clusters where they hang together, and one group
    without a head where they do not. No nodes, no groups.

    `parties` join none but each other: what somebody does stands beside them, not around.
    """
    parties = frozenset(parties)
    parent = families.parents(size, edges, parties)
    head, inside = cut(parent)
    near = joining.neighbours(size, edges)
    joining.join(parent, head, near, parties)
    part = {*inside, *inside.values()}
    joining.join_clusters(parent, head, near, part, parties)
    joining.join_families(head, near, part, parties)
    _part(parent, head)
    count = Counter(head)
    single = [node for node in range(size) if count[head[node]] == 1 and node not in part]
    clusters, rest = joining.clusters(single, near)
    hubs = [node for node in rest if len(near[node]) >= HUB]
    rest = [node for node in rest if len(near[node]) < HUB]
    members: dict[int, list[int]] = {}
    for node in range(size):
        members.setdefault(head[node], []).append(node)
    made = [
        Group(root, tuple(found), inside=inside.get(root, -1))
        for root, found in members.items()
        if len(found) > 1 or root in part
    ]
    made += [
        Group(-1, tuple(cluster), cluster=True, centre=_centre(cluster, near))
        for cluster in clusters
    ]
    made += [Group(hub, (hub,)) for hub in hubs]
    for alike in ([n for n in rest if n in parties], [n for n in rest if n not in parties]):
        if alike:
            made.append(Group(alike[0] if len(alike) == 1 else -1, tuple(alike)))
    return parent, made


def given(
    size: int, edges: Sequence[Edge], groupings: Sequence[Grouping]
) -> tuple[list[int], list[Group]]:
    """As `groups`, but with these groups; nodes in none of them stand together, without a head.

    Within a group families decide who stands under whom; who stands under nobody stands under
    its root where it has one. Who is named in two groups stands in the first.

    >>> given(3, [(1, 0, "PART_OF")], [Grouping((0, 1, 2), 2)])[0]
    [2, 0, -1]
    """
    home = [-1] * size
    for at, grouping in enumerate(groupings):
        for node in (*grouping.members, grouping.root):
            if node >= 0 and home[node] < 0:
                home[node] = at
    parent = families.parents(size, edges)
    near = joining.neighbours(size, edges)
    members: dict[int, list[int]] = {}
    for node, at in enumerate(home):
        members.setdefault(at, []).append(node)
        if parent[node] >= 0 and home[parent[node]] != at:
            parent[node] = -1
    roots = {at: _root(groupings, at, found) for at, found in members.items()}
    for at, root in roots.items():
        if root >= 0:
            _place_under(root, members[at], parent)
    head, inside = cut(parent)
    made = []
    for at, found in sorted(members.items(), key=lambda item: (item[0] < 0, item[0])):
        # Branches too large for one box stand in boxes of their own.
        own = [node for node in found if parent[head[node]] < 0]
        title = groupings[at].title if at >= 0 else None
        is_listed = at >= 0 and groupings[at].is_listed
        cluster = not is_listed and _is_cluster(own, parent, near, roots[at])
        centre = _centre(own, near) if cluster else -1
        made.append(Group(roots[at], tuple(own), cluster, -1, title, centre))
        branches: dict[int, list[int]] = {}
        for node in sorted(set(found) - set(own)):
            branches.setdefault(head[node], []).append(node)
        made += [
            Group(top, tuple(below), inside=inside.get(top, -1)) for top, below in branches.items()
        ]
    _part(parent, head)
    return parent, made


def _root(groupings: Sequence[Grouping], at: int, found: Sequence[int]) -> int:
    return groupings[at].root if at >= 0 and groupings[at].root in found else -1


def _place_under(root: int, found: Sequence[int], parent: list[int]) -> None:
    """Give those who stand under nobody the root as parent."""
    parent[root] = -1
    for node in found:
        if parent[node] < 0 and node != root:
            parent[node] = root


def _part(parent: list[int], head: Sequence[int]) -> None:
    """Nobody stands under one of another group."""
    for node, above in enumerate(parent):
        if above >= 0 and head[above] != head[node]:
            parent[node] = -1


def _centre(cluster: Sequence[int], near: Sequence[set[int]]) -> int:
    inside = set(cluster)
    return max(cluster, key=lambda node: len(near[node] & inside))


def _is_cluster(
    found: Sequence[int], parent: Sequence[int], near: Sequence[set[int]], root: int
) -> bool:
    """Whether members hang together, as a few at least and not too many, without a head."""
    if (
        root >= 0
        or not joining.CLUSTER <= len(found) <= joining.LARGE
        or any(parent[n] >= 0 for n in found)
    ):
        return False
    return len(joining.together(found, near)) == 1
