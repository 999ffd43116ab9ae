"""All best partitions where each pair of nodes has a gain for being together: proved, not guessed.

Clique partitioning (M. Grötschel and Y. Wakabayashi, "A cutting plane algorithm for a clustering
problem", Mathematical Programming 45 (1989) 59-96), solved by column generation as D. Aloise and
others do for modularity ("Column generation algorithms for exact modularity maximization in
networks", Physical Review E 82 (2010) 046112). Its bound is nearly always the optimum itself, where
that of the triangle inequalities is not, and searching for ever in a dense network of twenty.

Every node gets a price. Where no set of nodes gains more than its members' prices, no partition
gains more than all prices together. And if that bound is G above the best partition known, a
partition as good consists of sets that fall short of their prices by no more than G: these are
listed, and put together in every way. What is alike to all others (see `twins`) has one price, and
of sets that are images of each other one is listed.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graphtool.algorithms import subsets
from graphtool.algorithms.exact_cover import covers
from graphtool.algorithms.twins import Twins

SCALE = 1_000.0
"""All gains above nought, in the numbers that are reckoned with here."""
NEAR = 1e-5
"""Partitions that are so much worse at most are compared as whole numbers: 1 in 10^8 of all."""
MARGIN = 2e-7
"""Added to the prices of the linear program, which keeps its bounds to 1e-7."""
NOISE = 1e-9
PULL = 0.3
"""What a price costs for being other than the last good one, beside its own 1.

Without it prices swing from end to end, and need ten times the rounds (O. du Merle and others,
"Stabilized column generation", Discrete Mathematics 194 (1999) 229-237).
"""
WIDEST = 100_000
"""Sets that a listing keeps at once; where there are more it gives up."""
WORK = 4_000_000
"""Sets that all listings keep together; seconds."""
ROUNDS = 300
LISTED = 5_000
"""Sets that partitions are put together from."""


class Best(NamedTuple):
    """The best partitions; rows of labels from 0 in the order of the nodes."""

    partitions: list[tuple[int, ...]]
    proved: bool
    """Whether none is better."""
    complete: bool
    """Whether there is no other as good."""


def best(gain: np.ndarray, start: np.ndarray) -> Best:
    """The partitions whose pairs within parts have the largest sum of gains.

    `gain` is a symmetric array of whole numbers of Python, of any size, nothing on the diagonal;
    `start` the labels of a partition known, the better the quicker. What cannot be proved within
    the limits above is that one, or a better one met on the way.

    >>> two = np.array([[0, 3, -1], [3, 0, -1], [-1, -1, 0]], dtype=object)
    >>> best(two, np.array([0, 1, 2]))
    Best(partitions=[(0, 0, 1)], proved=True, complete=True)
    """
    every = int(np.maximum(gain, 0).sum()) // 2
    known = _labels(start.tolist())
    if len(gain) < 2 or not every:
        alone = tuple(range(len(gain)))
        neutral = bool((gain == 0).sum() > len(gain))
        return Best([alone], proved=True, complete=not neutral)
    few = subsets.partitions(gain)
    if few is not None:
        return Best(few, proved=True, complete=True)
    share = np.array([[SCALE * (one / every) for one in row] for row in gain.tolist()])
    search = _Search(share, np.array(known), Twins(gain, _outwards(share)))
    found, complete = search.run()
    worth = {one: _worth(gain, one) for one in {_labels(labels) for labels in found}}
    most = max(worth.values())
    kept = sorted(one for one, value in worth.items() if value == most)
    return Best(kept, search.proved, complete)


def _labels(labels: list[int]) -> tuple[int, ...]:
    """The labels as they come, from 0."""
    number: dict[int, int] = {}
    return tuple(number.setdefault(label, len(number)) for label in labels)


def _worth(gain: np.ndarray, labels: tuple[int, ...]) -> int:
    home = np.array(labels)
    return int(gain[home[:, None] == home].sum())


class _Search:
    """A search for the best partitions of one graph.

    Prices averaged over all images of a graph bound no worse than others: twins may share theirs.
    """

    def __init__(self, gain: np.ndarray, start: np.ndarray, twins: Twins) -> None:
        together = start[:, None] == start
        alone = np.eye(len(gain), dtype=bool)
        self.gain, self.best, self.twins = gain, start, twins
        self.lower = float((gain * together).sum()) / 2
        self.proved = False
        self.sets = twins.first(np.concatenate([alone, together]))
        self.starts: np.ndarray = np.concatenate([alone, alone | (gain > 0), together])
        # What each has from its own part: all of it together is what the partition gains.
        self.middle = np.maximum((gain * together).sum(axis=1) / 2, 0)
        self.order = _outwards(gain)
        self.work = 0

    def run(self) -> tuple[list[list[int]], bool]:
        """Partitions among which all best ones are, and whether they are; or the best known."""
        pull = PULL
        for _ in range(ROUNDS):
            price = _prices(self.twins, self.sets, self._gains(self.sets), self.middle, pull)
            price += MARGIN
            dear = self._climbed(price)
            if not len(dear):
                listed = self._listed(price, NOISE)
                if listed is None:
                    break
                dear = listed[:100]
            if len(dear):
                self.sets = np.concatenate([self.sets, dear])
                continue
            self._improve()
            short = float(price.sum()) - self.lower
            self.proved = short <= NEAR
            listed = self._listed(price, -short - NEAR)
            covers = None if listed is None else self._covers(listed, price, short + NEAR)
            if covers is not None:
                self.proved = True
                return covers, True
            if self.proved or pull < 1e-3 * PULL:
                break
            self.middle, pull = price, pull / 4
        return [self.best.tolist()], False

    def _gains(self, sets: np.ndarray) -> np.ndarray:
        gains: np.ndarray = np.einsum("si,si->s", sets @ self.gain, sets) / 2
        return gains

    def _climbed(self, price: np.ndarray) -> np.ndarray:
        """Sets that gain more than their prices, by adding and dropping nodes one at a time."""
        sets = np.concatenate([self.starts, self.sets[-60:]])
        each, change = np.arange(len(sets)), sets @ self.gain - price
        for _ in range(2 * len(price)):
            more = np.where(sets, -change, change)
            node = more.argmax(axis=1)
            rising = more[each, node] > NOISE
            if not rising.any():
                break
            row, node = each[rising], node[rising]
            change[row] += np.where(sets[row, node], -1.0, 1.0)[:, None] * self.gain[node]
            sets[row, node] ^= True
        sets = self.twins.first(sets[sets.any(axis=1)])
        beyond = self._gains(sets) - sets @ price
        first = np.argsort(-beyond, kind="stable")[:60]
        return sets[first[beyond[first] > NOISE]]

    def _listed(self, price: np.ndarray, least: float) -> np.ndarray | None:
        """All sets that gain at least so much beyond their prices, most first; None if too many.

        Of images of each other, the first. Node by node, each in or out; what is left can add no
        more than its own gains above nought, those among themselves shared by halves.
        """
        gain, price = self.gain[np.ix_(self.order, self.order)], price[self.order]
        twins = [self.twins.predecessor(node) for node in self.order]
        twin = [None if one is None else self.order.index(one) for one in twins]
        count = len(price)
        beyond, adds = np.zeros(1), -price[None, :]
        sets = np.zeros((1, count), dtype=bool)
        for node in range(count):
            later = gain[node + 1 :, node + 1 :]
            may = np.ones(len(sets), dtype=bool) if twin[node] is None else sets[:, twin[node]]
            beyond = np.concatenate([beyond, beyond[may] + adds[may, 0]])
            adds = np.concatenate([adds[:, 1:], adds[may, 1:] + gain[node, node + 1 :]])
            sets = np.concatenate([sets, sets[may]])
            sets[len(may) :, node] = True
            halves = np.maximum(later, 0).sum(axis=1) / 2
            able = beyond + np.maximum(adds + halves, 0).sum(axis=1) >= least
            beyond, adds, sets = beyond[able], adds[able], sets[able]
            self.work += len(sets)
            if len(sets) > WIDEST or self.work > WORK:
                return None
        some = sets.any(axis=1)
        beyond, sets = beyond[some], sets[some]
        found = np.zeros_like(sets)
        found[:, self.order] = sets
        return found[np.argsort(-beyond, kind="stable")]

    def _improve(self) -> None:
        """The best partition that the sets known and their images make."""
        from scipy.optimize import Bounds, LinearConstraint, milp

        gains, counts = self._gains(self.sets), self.twins.counts(self.sets)
        found = milp(
            -gains,
            integrality=np.ones(len(gains)),
            bounds=Bounds(0, np.inf),
            constraints=LinearConstraint(counts.T, self.twins.sizes, self.twins.sizes),
            options={"mip_rel_gap": 0.0, "node_limit": 1_000},
        )
        if found.x is None:
            return
        times = np.rint(found.x).astype(int)
        whole = (times @ counts == self.twins.sizes).all()
        if whole and times @ gains > self.lower:
            self.lower = float(times @ gains)
            self.best = self.twins.dealt(np.repeat(counts, times, axis=0).astype(int))

    def _covers(self, listed: np.ndarray, price: np.ndarray, most: float) -> list[list[int]] | None:
        """All partitions into these sets and their images that lack no more; None if too many."""
        lacking = price @ listed.T - self._gains(listed)
        images = list(self.twins.images(listed, LISTED))
        if not images:
            return None
        of, sets = zip(*images, strict=True)
        return covers(np.array(sets), lacking[list(of)], most)


def _outwards(gain: np.ndarray) -> list[int]:
    """The nodes, each as near as can be to those before it."""
    above = np.maximum(gain, 0)
    near, order = above.sum(axis=1), [int(above.sum(axis=1).argmax())]
    near = above[order[0]].copy()
    while len(order) < len(gain):
        near[order] = -1
        order.append(int(near.argmax()))
        near += above[order[-1]]
    return order


def _prices(
    twins: Twins, sets: np.ndarray, gains: np.ndarray, middle: np.ndarray, pull: float
) -> np.ndarray:
    """The least prices, near the middle, that no set known gains more than; of twins the same."""
    from scipy.optimize import linprog

    sizes, count = twins.sizes, len(twins.sizes)
    middle = middle @ twins.of / sizes
    of = twins.counts(sets)
    found = linprog(
        np.concatenate([sizes * (1 + pull), sizes * (pull - 1)]),
        A_ub=np.hstack([-of, of]),
        b_ub=of @ middle - gains,
        bounds=[(0, None)] * count + [(0, most) for most in middle],
        method="highs-ds",
    )
    prices: np.ndarray = middle + found.x[:count] - found.x[count:]
    return prices[twins.home]
