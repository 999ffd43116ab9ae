"""Which nodes stand together in one box: families cut to a readable size, nets, and the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from graphtool.maps import families
from graphtool.maps.families import Edge

LIMITS = 40, 60
"""A group holds a third of the nodes, but not fewer or more than this before it is cut."""
SHARE = 6
"""A branch is cut off where it holds at least one part in so many of the limit."""
LEVELS = 8
"""So deep may an outline be before it is cut."""
NESTED = 2
"""So many boxes may hold each other."""
HUB = 4
"""A node with so many neighbours and no family gets a box of its own."""
NET = 3
"""So few nodes that hang together are no net yet."""


class Group(NamedTuple):
    """Nodes that stand together."""

    root: int
    """The node that heads them; -1 where they have nothing but their kind, or a net, in common."""
    members: tuple[int, ...]
    net: bool = False
    """Members that hang together without a head: placed as a net, not as an outline."""
    inside: int = -1
    """Head of the group of which this one is a part that was cut off; -1 for none."""


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
    below, extent = families.children(parent), families.sizes(parent)
    head, level, nested = [-1] * len(parent), [0] * len(parent), [0] * len(parent)
    inside = {}
    for node in families.preorder(below, families.roots(parent)):
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


def groups(size: int, edges: Sequence[Edge]) -> tuple[list[int], list[Group]]:
    """The parent of each node within its group (-1 for none), and the groups.

    A node without a family joins the group that holds all its neighbours; the rest form nets
    where they hang together, and one group without a head where they do not. No nodes, no groups.
    """
    parent = families.parents(size, edges)
    head, inside = cut(parent)
    near = _neighbours(size, edges)
    _join(parent, head, near)
    for node in range(size):
        if parent[node] >= 0 and head[parent[node]] != head[node]:
            parent[node] = -1
    count = Counter(head)
    part = {*inside, *inside.values()}
    single = [node for node in range(size) if count[head[node]] == 1 and node not in part]
    nets, rest = _nets(single, near)
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
    made += [Group(-1, tuple(net), net=True) for net in nets]
    made += [Group(hub, (hub,)) for hub in hubs]
    if rest:
        made.append(Group(rest[0] if len(rest) == 1 else -1, tuple(rest)))
    return parent, made


def _neighbours(size: int, edges: Sequence[Edge]) -> list[set[int]]:
    near: list[set[int]] = [set() for _ in range(size)]
    for source, target, _ in edges:
        if source != target:
            near[source].add(target)
            near[target].add(source)
    return near


def _join(parent: list[int], head: list[int], near: Sequence[set[int]]) -> None:
    """Put each node that stands alone into the group that holds all its neighbours."""
    count = Counter(head)
    for node, others in enumerate(near):
        homes = {head[other] for other in others}
        if count[head[node]] == 1 and parent[node] < 0 and len(homes) == 1:
            home = homes.pop()
            if count[home] > 1 and home != node:
                count[head[node]] -= 1
                parent[node] = home if home in others else min(others)
                head[node] = home
                count[home] += 1


def _nets(single: list[int], near: Sequence[set[int]]) -> tuple[list[list[int]], list[int]]:
    """Single nodes that hang together, cut into communities; and those that do not."""
    import networkx as nx

    inside = set(single)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(single)
    graph.add_edges_from((a, b) for a in single for b in sorted(near[a]) if b in inside and a < b)
    nets, rest = [], []
    for part in sorted(map(sorted, nx.connected_components(graph))):
        if len(part) < NET:
            rest += part
        elif len(part) <= LIMITS[1]:
            nets.append(part)
        else:
            found = nx.community.louvain_communities(graph.subgraph(part), seed=1, resolution=1.2)
            nets += sorted(sorted(community) for community in found)
    return nets, sorted(rest)
