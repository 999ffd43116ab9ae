"""Positions whose distances are as near as can be to the steps between nodes (stress).

Two steps, both without random numbers: PivotMDS gives a start (Brandes and Pich 2007, "Eigensolver
methods for progressive multidimensional scaling of large data"), SMACOF mends it (de Leeuw 1977;
Gansner, Koren and North 2005, "Graph drawing by stress majorization", equation 9).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from graphtool.algorithms.arrays import Array

PIVOTS = 50
STEPS = 60
"""Rounds of SMACOF; the picture no longer changes to the eye after some forty."""
MANY = 600
"""Of more nodes than this a round takes long, and fewer have to do."""


def distances(
    size: int, edges: Sequence[tuple[int, int]], lengths: Sequence[float] | None = None
) -> Array:
    """Steps between all pairs, `size` x `size`; what does not hang together lies one step beyond.

    `lengths` gives each edge its own, above 0; without, each is one step.

    >>> distances(3, [(0, 1)]).tolist()
    [[0.0, 1.0, 2.0], [1.0, 0.0, 2.0], [2.0, 2.0, 0.0]]
    >>> distances(2, [(0, 1)], [0.5]).tolist()
    [[0.0, 0.5], [0.5, 0.0]]
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import shortest_path

    if not size:
        return np.zeros((0, 0))
    ends = np.array(edges, dtype=np.int64).reshape(-1, 2)
    long = np.ones(len(ends)) if lengths is None else np.asarray(lengths, dtype=np.float64)
    matrix = coo_array((long, (ends[:, 0], ends[:, 1])), shape=(size, size))
    steps: Array = shortest_path(matrix.tocsr(), directed=False, unweighted=lengths is None)
    reached = steps[np.isfinite(steps)]
    steps[~np.isfinite(steps)] = float(reached.max()) + 1
    return steps


def _pivot_mds(steps: Array) -> Array:
    """A first picture, `n` x 2, from the distances to some pivots; zeros for fewer than 2 nodes.

    >>> place = _pivot_mds(distances(3, [(0, 1), (1, 2)]))
    >>> np.abs(np.round(place, 6)).tolist()  # a path lies on a line, its middle in the middle
    [[1.0, 0.0], [0.0, 0.0], [1.0, 0.0]]
    """
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


def _smacof(steps: Array, start: Array) -> Array:
    """The start moved until the distances fit the steps; pairs count by 1 / steps squared.

    >>> steps = distances(3, [(0, 1), (1, 2)])
    >>> x = _smacof(steps, _pivot_mds(steps))
    >>> round(float(np.hypot(*(x[0] - x[2]))), 2)
    2.0
    """
    from scipy.linalg import cho_factor, cho_solve

    size = len(steps)
    if size < 2:
        return start
    # Nodes on one spot have no direction to leave it in; a fixed spiral gives each its own.
    turn = np.arange(size) * 2.399963
    place = start + 0.01 * np.column_stack([np.cos(turn), np.sin(turn)])
    weight = np.where(steps > 0, 1 / np.maximum(steps, 1e-9) ** 2, 0.0)
    wanted = weight * steps
    # The Laplacian is singular, as a picture may lie anywhere: the first node is held.
    solver = cho_factor((np.diag(weight.sum(axis=1)) - weight)[1:, 1:])
    for _ in range(STEPS if size <= MANY else max(10, STEPS * MANY // size)):
        across, down = (np.subtract.outer(axis, axis) for axis in place.T)
        apart = np.sqrt(across * across + down * down)
        ratio = np.divide(wanted, apart, out=np.zeros_like(wanted), where=apart > 1e-9)
        pull = ratio.sum(axis=1)[:, None] * place - ratio @ place
        place = np.vstack([np.zeros((1, 2)), cho_solve(solver, pull[1:])])
        place -= place.mean(axis=0)
    return place


def positions(
    size: int,
    edges: Sequence[tuple[int, int]],
    lengths: Sequence[float] | None = None,
    start: Mapping[int, tuple[float, float]] | None = None,
) -> Array:
    """Stress positions, `size` x 2, wide rather than tall; rounded, so that machines agree.

    Where `start` holds saved places of at least two nodes, the picture begins from them and is
    not turned: it stays as near to them as the steps allow.

    >>> place = positions(3, [(0, 1), (1, 2)])
    >>> np.hypot(*(place[0] - place[2])).round(3).tolist()
    2.0
    """
    steps = distances(size, edges, lengths)
    if start and len(start) > 1:
        return np.round(_smacof(steps, resumed(steps, start)), 3)
    place = _smacof(steps, _pivot_mds(steps))
    if size > 2:
        place = place - place.mean(axis=0)
        _, _, axes = np.linalg.svd(place, full_matrices=False)
        place = place @ axes.T
        for axis in range(2):
            if place[np.abs(place[:, axis]).argmax(), axis] < 0:
                place[:, axis] *= -1
    return np.round(place, 3)


def resumed(steps: Array, start: Mapping[int, tuple[float, float]]) -> Array:
    """Saved places in the unit of the steps; a new node stands amid those nearest to it.

    >>> steps = distances(3, [(0, 1), (1, 2)])
    >>> resumed(steps, {0: (0.0, 0.0), 2: (40.0, 0.0)}).tolist()  # the new one amid its neighbours
    [[-1.0, 0.0], [0.0, 0.0], [1.0, 0.0]]
    """
    known = sorted(start)
    place = np.zeros((len(steps), 2))
    saved = np.array([start[node] for node in known], dtype=np.float64)
    saved -= saved.mean(axis=0)
    long = np.hypot(*(saved[:, None] - saved[None]).transpose(2, 0, 1)).mean()
    place[known] = saved * (steps[np.ix_(known, known)].mean() / (long or 1.0))
    for node in sorted(set(range(len(steps))) - set(known)):
        to = steps[node, known]
        place[node] = place[known][to <= to.min() + 1e-9].mean(axis=0)
    return place
