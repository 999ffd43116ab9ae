"""Which group each node of a large graph belongs to: by place, by plan, by community, or by kind.

A family (a plan with all that is in it, a municipality with its bodies) stays together. Families
stand with the municipality, or the region, that they have most edges to, where most have one.
Where places do not divide the graph, families stand for themselves, and small ones join the
larger one that they have most edges to.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graphtool import schema
from graphtool.language import Text
from graphtool.maps.aggregate import forest
from graphtool.maps.edges import Links

Ints = NDArray[np.int64]

MOST = 72
"""Groups in one scene: more cannot be read at once on a laptop."""
PLACES = 100
"""More municipalities than this are gathered by region."""
SMALL = 2000
"""A group of less than one in so many of all nodes is a small one, and so is one of two."""
FEW = 12
"""So few groups are all shown, however small."""
SHARE = 0.04
"""A group that holds more of all nodes takes in no small ones."""
ROUNDS = 3
"""So many steps from the placed ones outwards a family looks for its place."""

BY_PLACE = Text(
    "Gruppert etter kommunen eller regionen som hver plan og part har flest sammenhenger med",
    "Gruppert etter kommunen eller regionen som kvar plan og part har flest samanhengar med",
    "Grouped by the municipality or region that each plan and party has most relations to",
)
BY_FAMILY = Text(
    "Gruppert etter hva som er del av hva; små grupper står med den de har flest sammenhenger til",
    "Gruppert etter kva som er del av kva; små grupper står med den dei har flest samanhengar til",
    "Grouped by what is part of what; small groups stand with the one they have most relations to",
)
BY_COMMUNITY = Text(
    "Gruppert etter hvem som har flest sammenhenger med hverandre",
    "Gruppert etter kven som har flest samanhengar med kvarandre",
    "Grouped by who has most relations to one another",
)
BY_KIND = Text("Gruppert etter slag", "Gruppert etter slag", "Grouped by kind")


class Partition(NamedTuple):
    """The groups of a graph, the largest first; none for no nodes."""

    home: Ints
    """The group of each node."""
    heads: list[int]
    """The node that each group is named for; -1 for those of no name."""
    joined: list[int]
    """How many smaller groups are in each."""
    rule: Text
    """How they were found."""


def partition(kinds: NDArray[np.object_], links: Links, most: int = MOST) -> Partition:
    """The groups of nodes of these kinds, at most so many; `links` are the edges between them."""
    size = len(kinds)
    parent = forest.parents(size, links)
    ways: tuple[tuple[Callable[[], Ints | None], Text], ...] = (
        (lambda: _by_place(kinds, parent, links), BY_PLACE),
        (lambda: _by_family(parent), BY_FAMILY),
        (lambda: _by_community(size, links), BY_COMMUNITY),
    )
    for way, rule in ways:
        if (found := way()) is not None:
            return _reduced(found, links, rule, most)
    _, first, label = np.unique(kinds.astype(str), return_index=True, return_inverse=True)
    made = _reduced(first[label], links, BY_KIND, most)
    return made._replace(heads=[-1] * len(made.heads))


def _by_place(kinds: NDArray[np.object_], parent: Ints, links: Links) -> Ints | None:
    """The place or family of each node; None where places do not divide the graph."""
    size = len(kinds)
    towns = np.flatnonzero(kinds == "Municipality")
    if len(towns) < 2:
        return None
    alone = parent.copy()
    alone[np.isin(kinds, schema.PLACES)] = -1
    root = forest.roots(alone)
    place = np.full(size, -1, dtype=np.int64)
    for spots in (towns, np.flatnonzero(kinds == "Region")):
        place[spots] = spots
    ties = links.where(links.relation != list(schema.RELATIONS).index("SUCCEEDED_BY"))
    ends = np.stack([root[ties.source], root[ties.target]])
    for _ in range(ROUNDS):
        place = _voted(place, ends)
    if len(towns) > PLACES:
        lifted = np.arange(size)
        lifted[towns] = parent[towns]
        inside = (place >= 0) & (lifted[np.maximum(place, 0)] >= 0)
        place[inside] = lifted[place[inside]]
    home = np.where(place[root] >= 0, place[root], root)
    return home if _divides(place[root]) else None


def _voted(place: Ints, ends: Ints) -> Ints:
    """Each family without a place gets that of most of its edges; of equals the first."""
    families, votes = np.concatenate([ends, ends[::-1]], axis=1)
    open_ = (place[families] < 0) & (place[votes] >= 0)
    return _most(families[open_], place[votes[open_]], place)


def _most(who: Ints, what: Ints, given: Ints) -> Ints:
    """`given`, with for each of `who` what stands beside it most often; of equals the first."""
    found, size = given.copy(), len(given)
    key, count = np.unique(who * size + what, return_counts=True)
    who, what = key // size, key % size
    order = np.lexsort((what, -count, who))
    first = order[np.flatnonzero(np.diff(who[order], prepend=-1))]
    found[who[first]] = what[first]
    return found


def _divides(label: Ints) -> bool:
    """Whether at least three and less than `MOST` groups hold most nodes, and none most of them."""
    sizes = np.bincount(label[label >= 0])
    sizes = sizes[sizes > 0]
    return 3 <= len(sizes) < MOST and 2 * int(sizes.sum()) > len(label) > 2 * int(sizes.max())


def _by_family(parent: Ints) -> Ints | None:
    """The family of each node, one that holds most of them divided; None where few have one."""
    parent = parent.copy()
    for _ in range(3):
        sizes = np.bincount(forest.roots(parent), minlength=len(parent))
        large = int(sizes.argmax())
        if 3 * sizes[large] < len(parent):
            break
        parent[parent == large] = -1
    root = forest.roots(parent)
    sizes = np.bincount(root)
    several = int(sizes[sizes >= 3].sum())
    return root if 2 * several > len(parent) and (sizes >= 3).sum() > 1 else None


def _by_community(size: int, links: Links) -> Ints | None:
    """The community of each node, by its most connected member; None where it says nothing."""
    if not len(links.source):
        return None
    label = _spread_labels(size, links)
    order = np.lexsort((np.arange(size), -links.degree(size), label))
    first = order[np.flatnonzero(np.diff(label[order], prepend=-1))]
    head = np.zeros(size, dtype=np.int64)
    head[label[first]] = first
    sizes = np.bincount(label)
    several = int(sizes[sizes >= 3].sum())
    return head[label] if 2 * several > size > 2 * int(sizes.max()) else None


def _spread_labels(size: int, links: Links, rounds: int = 12) -> Ints:
    """Labels of communities, by label propagation: each node takes its neighbours' commonest.

    Raghavan, Albert and Kumara 2007, Physical Review E 76, 036106; here every other node in turn
    and the first of equals, so that nothing is left to chance.
    """
    label = np.arange(size)
    ends = np.stack([links.source, links.target])
    ends = ends[:, ends[0] != ends[1]]
    who, beside = np.concatenate([ends, ends[::-1]], axis=1)
    for step in range(rounds):
        moves = who % 2 == step % 2
        label = _most(who[moves], label[beside[moves]], label)
    return label


def _reduced(label: Ints, links: Links, rule: Text, most: int) -> Partition:
    """The largest groups as they are, each small one with one that it has most edges to.

    None grows beyond `SHARE` of all that way. What is then left stands together at the end.
    """
    groups, home = np.unique(label, return_inverse=True)
    sizes = np.bincount(home)
    order = np.lexsort((groups, -sizes))[: most - 1]
    large = order[sizes[order] >= max(3, len(label) // SMALL)]
    if not len(large) or len(groups) <= FEW:
        large = order
    into = np.full(len(groups), -1, dtype=np.int64)
    into[large] = large
    ends = np.stack([home[links.source], home[links.target]])
    for _ in range(2 * ROUNDS):
        grown = np.bincount(into[into >= 0], weights=sizes[into >= 0], minlength=len(groups))
        full = (grown > SHARE * len(label))[np.maximum(into, 0)] & (into >= 0)
        free = ends[:, ~full[ends[0]] & ~full[ends[1]]]
        into = _voted(into, free)
    place = np.full(len(groups) + 1, len(large), dtype=np.int64)
    place[large] = np.arange(len(large))
    at = place[into]
    heads = groups[large].tolist() + [-1] * int((at == len(large)).any())
    joined = np.bincount(at, minlength=len(heads))
    joined[: len(large)] -= 1
    return Partition(at[home], heads, joined.tolist(), rule)
