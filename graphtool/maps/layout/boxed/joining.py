"""Where nodes without a family stand: with the only one they have to do with, or in a cluster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np

from graphtool.algorithms import louvain
from graphtool.maps.layout.boxed import families
from graphtool.maps.layout.sheet import Edge

CLUSTER, LARGE = 3, 60
"""So many nodes that hang together are a cluster; of more than the latter several."""
SMALL = 6
"""A family of so many joins another's box."""


def neighbours(size: int, edges: Sequence[Edge]) -> list[set[int]]:
    """The other ends of each node's edges."""
    near: list[set[int]] = [set() for _ in range(size)]
    for source, target, _ in edges:
        if source != target:
            near[source].add(target)
            near[target].add(source)
    return near


def join(
    parent: list[int], head: list[int], near: Sequence[set[int]], parties: Collection[int] = ()
) -> None:
    """Put each node that stands alone into the group that holds all its neighbours.

    Of `parties` none joins a group that another than a party heads; so below.
    """
    count = Counter(head)
    for node, others in enumerate(near):
        homes = {head[other] for other in others}
        if count[head[node]] == 1 and parent[node] < 0 and len(homes) == 1:
            home = homes.pop()
            is_apart = node in parties and home not in parties
            if count[home] > 1 and home != node and not is_apart:
                count[head[node]] -= 1
                parent[node] = home if home in others else min(others)
                head[node] = home
                count[home] += 1


def join_clusters(
    parent: list[int],
    head: list[int],
    near: Sequence[set[int]],
    part: set[int],
    parties: Collection[int] = (),
) -> None:
    """Put what hangs together outside of all families, and only on one of them, into its box.

    It stands level with the head there, for it belongs to the same matter but to nobody in it:
    the counties that a region's municipalities are also part of.
    """
    count = Counter(head)
    single = [n for n in range(len(head)) if count[head[n]] == 1 and n not in part]
    for found in together(single, near):
        homes = {head[other] for node in found for other in near[node]} - set(found)
        if len(homes) != 1 or not CLUSTER <= len(found) <= families.MOVABLE:
            continue
        home = homes.pop()
        is_apart = home not in parties and any(node in parties for node in found)
        if count[home] > len(found) and not is_apart:
            for node, above in _hung(found, near):
                parent[node], head[node] = above, home


def join_families(
    head: list[int], near: Sequence[set[int]], part: set[int], parties: Collection[int] = ()
) -> None:
    """Put each small family that has to do with one larger one only into its box.

    It stands level with the head there: an institute with its people beside the plan they wrote.
    """
    families_of: dict[int, list[int]] = {}
    for node, at in enumerate(head):
        families_of.setdefault(at, []).append(node)
    count = Counter(head)
    for at, found in families_of.items():
        homes = {head[other] for node in found for other in near[node]} - {at}
        if at in part or at in parties or len(homes) != 1 or not 2 <= count[at] <= SMALL:
            continue
        home = homes.pop()
        if home != at and count[at] < count[home] <= LARGE - count[at]:
            for node in found:
                head[node] = home
            count[home] += count.pop(at)


def _hung(found: Sequence[int], near: Sequence[set[int]]) -> list[tuple[int, int]]:
    """Nodes that hang together, each after the one it hangs on; -1 for the one with most ties."""
    inside = set(found)
    first = max(found, key=lambda node: (len(near[node] & inside), -node))
    return _reached(first, near, inside)


def together(single: Sequence[int], near: Sequence[set[int]]) -> list[list[int]]:
    """The nodes parted into those that hang together, each in order."""
    left, found = set(single), []
    for node in single:
        if node in left:
            part = [one for one, _ in _reached(node, near, left)]
            left -= set(part)
            found.append(sorted(part))
    return found


def _reached(node: int, near: Sequence[set[int]], inside: set[int]) -> list[tuple[int, int]]:
    """All that a node reaches within some, and from where."""
    order, seen = [(node, -1)], {node}
    for at, _ in order:
        for other in sorted(near[at] & inside - seen):
            seen.add(other)
            order.append((other, at))
    return order


def clusters(single: list[int], near: Sequence[set[int]]) -> tuple[list[list[int]], list[int]]:
    """Single nodes that hang together, cut into communities; and those that do not."""
    clusters, rest = [], []
    for part in together(single, near):
        if len(part) < CLUSTER:
            rest += part
        elif len(part) <= LARGE:
            clusters.append(part)
        else:
            clusters += _communities(part, near)
    return clusters, sorted(rest)


def _communities(part: Sequence[int], near: Sequence[set[int]]) -> list[list[int]]:
    from scipy.sparse import csr_array

    place = {node: at for at, node in enumerate(part)}
    pairs = [(place[a], place[b]) for a in part for b in sorted(near[a]) if b in place and a != b]
    ends = tuple(np.array(pairs, dtype=np.int64).reshape(-1, 2).T)
    ties = csr_array((np.ones(len(pairs)), ends), shape=(len(part), len(part)))
    home = louvain.communities(ties, resolution=1.2)
    return sorted(
        [part[at] for at in np.flatnonzero(home == label).tolist()] for label in np.unique(home)
    )
