"""Exact covers: the ways to divide nodes into sets that are given, each node in one of them.

D. E. Knuth, "Dancing links", Millennial Perspectives in Computer Science (2000) 187-214: for the
first node that is in no set yet, each set that holds it and none that is taken.
"""

from __future__ import annotations

import numpy as np

STEPS = 100_000
"""Steps in which covers are looked for."""
MOST = 2_000
"""Covers that are counted."""


def covers(sets: np.ndarray, lacking: np.ndarray, most: float) -> list[list[int]] | None:
    """Every way to divide the nodes into these sets that lacks no more; None if too many.

    `sets` has a row of flags a set, `lacking` what each lacks. What is found are labels: for each
    node which of the sets chosen it is in, counted from 0.

    >>> sets = np.array([[True, True, False], [False, False, True], [True, False, False]])
    >>> covers(sets, np.array([0.5, 0.0, 0.0]), 1.0)
    [[0, 0, 1]]
    """
    starting: dict[int, list[tuple[float, int]]] = {}
    for members, lack in zip(sets, lacking.tolist(), strict=True):
        nodes = np.flatnonzero(members).tolist()
        starting.setdefault(nodes[0], []).append((lack, sum(1 << node for node in nodes)))
    count = sets.shape[1]
    whole, steps = (1 << count) - 1, 0
    found: list[list[int]] = []
    waiting: list[tuple[int, float, tuple[int, ...]]] = [(0, 0.0, ())]
    while waiting:
        covered, lacks, chosen = waiting.pop()
        steps += 1
        if steps > STEPS or len(found) > MOST:
            return None
        if covered == whole:
            found.append(
                [
                    next(at for at, mask in enumerate(chosen) if mask >> node & 1)
                    for node in range(count)
                ]
            )
            continue
        first = (~covered & (covered + 1)).bit_length() - 1
        for lack, mask in starting.get(first, ()):
            if not mask & covered and lacks + lack <= most:
                waiting.append((covered | mask, lacks + lack, (*chosen, mask)))
    return found
