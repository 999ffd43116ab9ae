"""Positions whose distances are as near as can be to the steps between nodes (stress).

Two steps, both without random numbers: PivotMDS gives a start (Brandes and Pich 2007, "Eigensolver
methods for progressive multidimensional scaling of large data"), SMACOF mends it (de Leeuw 1977;
Gansner, Koren and North 2005, "Graph drawing by stress majorization").
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

PIVOTS = 50
STEPS = 60
"""Rounds of SMACOF; the picture no longer changes to the eye after some forty."""


def distances(size: int, edges: list[tuple[int, int]]) -> Array:
    """Steps between all pairs, `size` x `size`; what does not hang together lies one step beyond.

    >>> distances(3, [(0, 1)]).tolist()
    [[0.0, 1.0, 2.0], [1.0, 0.0, 2.0], [2.0, 2.0, 0.0]]
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import shortest_path

    if not size:
        return np.zeros((0, 0))
    ends = np.array(edges, dtype=np.int64).reshape(-1, 2)
    matrix = coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(size, size))
    steps: Array = shortest_path(matrix.tocsr(), directed=False, unweighted=True)
    reached = steps[np.isfinite(steps)]
    steps[~np.isfinite(steps)] = float(reached.max()) + 1
    return steps


def pivot_mds(steps: Array) -> Array:
    """A first picture, `n` x 2, from the distances to some pivots; zeros for fewer than 2 nodes."""
    size = len(steps)
    if size < 2:
        return np.zeros((size, 2))
    pivots, nearest = [0], steps[:, 0].copy()
    while len(pivots) < min(PIVOTS, size):
        pivots.append(int(nearest.argmax()))
        nearest = np.minimum(nearest, steps[:, pivots[-1]])
    square = steps[:, pivots] ** 2
    centred = square - square.mean(axis=0) - square.mean(axis=1)[:, None] + square.mean()
    left, values, _ = np.linalg.svd(-centred / 2, full_matrices=False)
    first: Array = (left * values)[:, :2]
    if first.shape[1] < 2:
        first = np.column_stack([first, np.zeros(size)])
    # The sign of an eigenvector is the library's whim; the largest entry is made positive.
    for axis in range(2):
        if first[np.abs(first[:, axis]).argmax(), axis] < 0:
            first[:, axis] *= -1
    spread = np.abs(first).max() or 1.0
    return first / spread * (steps.max() / 2 or 1.0)


def smacof(steps: Array, start: Array) -> Array:
    """The start moved until the distances fit the steps; pairs count by 1 / steps squared.

    >>> steps = distances(3, [(0, 1), (1, 2)])
    >>> x = smacof(steps, pivot_mds(steps))
    >>> round(float(np.hypot(*(x[0] - x[2]))), 2)
    2.0
    """
    size = len(steps)
    if size < 2:
        return start
    # Nodes on one spot have no direction to leave it in; a fixed spiral gives each its own.
    turn = np.arange(size) * 2.399963
    place = start + 0.01 * np.column_stack([np.cos(turn), np.sin(turn)])
    weight = np.where(steps > 0, 1 / np.maximum(steps, 1e-9) ** 2, 0.0)
    laplacian = np.diag(weight.sum(axis=1)) - weight
    inverse = np.linalg.pinv(laplacian)
    for _ in range(STEPS):
        apart = np.hypot(*(place[:, None] - place[None]).transpose(2, 0, 1))
        ratio = np.where(apart > 1e-9, weight * steps / np.maximum(apart, 1e-9), 0.0)
        pull = np.diag(ratio.sum(axis=1)) - ratio
        place = inverse @ (pull @ place)
    return place


def positions(size: int, edges: list[tuple[int, int]]) -> Array:
    """Stress positions, `size` x 2, wide rather than tall; rounded, so that machines agree."""
    steps = distances(size, edges)
    place = smacof(steps, pivot_mds(steps))
    if size > 2:
        place = place - place.mean(axis=0)
        _, _, axes = np.linalg.svd(place, full_matrices=False)
        place = place @ axes.T
        for axis in range(2):
            if place[np.abs(place[:, axis]).argmax(), axis] < 0:
                place[:, axis] *= -1
    return np.round(place, 3)


def apart(place: Array, width: Array, height: Array, rounds: int = 200) -> Array:
    """The boxes centred on these places (`n` x 2) pushed until no two overlap, or rounds are up."""
    place = place.copy()
    for _ in range(rounds):
        delta = place[:, None] - place[None]
        over_x = (width[:, None] + width[None]) / 2 - np.abs(delta[..., 0])
        over_y = (height[:, None] + height[None]) / 2 - np.abs(delta[..., 1])
        hit = (over_x > 0.5) & (over_y > 0.5)
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        upper = np.triu(np.ones_like(hit), 1)
        sign = np.where(delta != 0, np.sign(delta), np.where(upper, -1, 1)[..., None])
        along_x = hit & (over_x < over_y)
        along_y = hit & ~along_x
        place[:, 0] += (np.where(along_x, over_x, 0) * sign[..., 0]).sum(axis=1) * 0.3
        place[:, 1] += (np.where(along_y, over_y, 0) * sign[..., 1]).sum(axis=1) * 0.3
    return place
