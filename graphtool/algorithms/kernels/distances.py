"""How many nodes each node reaches in so many steps."""

from __future__ import annotations

import numpy as np

from graphtool.algorithms.arrays import AnyIntegers, Array
from graphtool.algorithms.kernels.compiling import compiled


@compiled
def by_step(
    start: AnyIntegers, ends: AnyIntegers, first: int, last: int, most: int
) -> tuple[AnyIntegers, bool]:
    """A row a step: how many of the targets from the first to the last each node comes to in it.

    And whether that is all: False, and of no use, where some lie so many steps away or more.

    M. Then et al., "The more the merrier: efficient multi-source graph traversal", Proceedings of
    the VLDB Endowment 8 (2014) 449-460, section 3.1 (p. 452), 512 targets at a time.
    """
    n, longest = len(start) - 1, 0
    counts = np.zeros((most, n), np.int32)
    ring, following = np.zeros((n, 8), np.uint64), np.zeros((n, 8), np.uint64)
    met = np.zeros((n, 8), np.uint64)
    for block in range(first, last, 512):
        ring[:], met[:] = np.uint64(0), np.uint64(0)
        for target in range(block, min(block + 512, last)):
            word, bit = (target - block) >> 6, np.uint64(1) << np.uint64((target - block) & 63)
            ring[target, word] = met[target, word] = bit
        step, going = 0, True
        while going:
            if step == most:
                return counts, False
            going = _step(start, ends, ring, following, met, counts[step]) > 0
            ring, following = following, ring
            step += 1
        longest = max(longest, step - 1)
    return counts[:longest], True


@compiled
def _step(
    start: AnyIntegers,
    ends: AnyIntegers,
    ring: AnyIntegers,
    following: AnyIntegers,
    met: AnyIntegers,
    counts: AnyIntegers,
) -> int:
    """One step outwards of all nodes; gives how many targets they come to in it."""
    found = 0
    for node in range(len(start) - 1):
        a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = np.uint64(0)
        for arc in range(start[node], start[node + 1]):
            other = ends[arc]
            a0, a1 = a0 | ring[other, 0], a1 | ring[other, 1]
            a2, a3 = a2 | ring[other, 2], a3 | ring[other, 3]
            a4, a5 = a4 | ring[other, 4], a5 | ring[other, 5]
            a6, a7 = a6 | ring[other, 6], a7 | ring[other, 7]
        into = following[node]
        into[0], into[1], into[2], into[3] = a0, a1, a2, a3
        into[4], into[5], into[6], into[7] = a4, a5, a6, a7
        here = 0
        for word in range(8):
            into[word] &= ~met[node, word]
            met[node, word] |= into[word]
            here += _bits(into[word])
        counts[node] += here
        found += here
    return found


@compiled
def _bits(word: np.uint64) -> int:
    """How many bits of it are set (H. S. Warren, "Hacker's Delight", 2013, figure 5-2)."""
    word -= (word >> np.uint64(1)) & np.uint64(0x5555555555555555)
    fours = np.uint64(0x3333333333333333)
    word = (word & fours) + ((word >> np.uint64(2)) & fours)
    word = (word + (word >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return int((word * np.uint64(0x0101010101010101)) >> np.uint64(56))


@compiled
def from_each(
    start: AnyIntegers, ends: AnyIntegers, first: int, last: int
) -> tuple[AnyIntegers, Array, Array, AnyIntegers]:
    """As `distances.Distances`, of the nodes from the first to the last, searched from in turn."""
    n, size = len(start) - 1, last - first
    reached, farthest = np.zeros(size, np.int64), np.zeros(size, np.int64)
    total, harmonic = np.zeros(size), np.zeros(size)
    met, order = np.full(n, -1, np.int32), np.empty(n, np.int32)
    for source in range(first, last):
        order[0], met[source] = source, source
        begun, ended, step, place = 0, 1, 0, source - first
        while begun < ended:
            if step:
                total[place] += (ended - begun) * step
                harmonic[place] += (ended - begun) / step
                farthest[place] = step
            many = ended
            for entry in range(begun, ended):
                node = order[entry]
                for arc in range(start[node], start[node + 1]):
                    other = ends[arc]
                    if met[other] != source:
                        met[other], order[many] = source, other
                        many += 1
            begun, ended = ended, many
            step += 1
        reached[place] = ended - 1
    return reached, total, harmonic, farthest
