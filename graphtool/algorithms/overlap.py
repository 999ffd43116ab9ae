"""Boxes that overlap moved apart, neighbours staying neighbours."""

from __future__ import annotations

import numpy as np

from graphtool.algorithms.arrays import Array, Integers

PATIENCE = 12
"""Rounds in which boxes give way before the picture grows a little."""


def removed(place: Array, width: Array, height: Array, rounds: int = 200) -> Array:
    """The boxes centred on these places (`n` x 2) pushed until no two overlap.

    First all give way a little, round by round, so that neighbours stay neighbours, and the whole
    grows where that is not enough; what still overlaps is set on the nearest free place.

    >>> place = removed(np.zeros((2, 2)), np.array([40.0, 40.0]), np.array([20.0, 20.0]))
    >>> bool(abs(place[0, 1] - place[1, 1]) > 19)
    True
    """
    place = place.copy()
    size = np.column_stack([width, height])
    for turn in range(rounds):
        one, other, over = _overlaps(place, size)
        if not len(one):
            return place
        if turn % PATIENCE == PATIENCE - 1:
            place *= 1.03 + 0.25 * min(1.0, len(one) / len(place))
            continue
        push = np.zeros_like(place)
        least = (over[:, 1] <= over[:, 0]).astype(np.int64)
        rows = np.arange(len(one))
        step = over[rows, least] * 0.3
        step *= np.where(place[one, least] > place[other, least], 1, -1)
        np.add.at(push, (one, least), step)
        np.add.at(push, (other, least), -step)
        place += push
    return _settled(place, size)


def _overlaps(place: Array, size: Array) -> tuple[Integers, Integers, Array]:
    """Pairs of boxes that overlap by more than half a pixel both ways, and by how much."""
    from scipy.spatial import cKDTree

    if len(place) < 2:
        none = np.zeros(0, np.int64)
        return none, none, np.zeros((0, 2))
    near = cKDTree(place / size.max(axis=0)).query_pairs(1.0, p=np.inf, output_type="ndarray")
    near = near[np.lexsort((near[:, 1], near[:, 0]))]
    one, other = near[:, 0], near[:, 1]
    over = (size[one] + size[other]) / 2 - np.abs(place[one] - place[other])
    hit = (over > 0.5).all(axis=1)
    return one[hit], other[hit], over[hit]


def _settled(place: Array, size: Array) -> Array:
    """Every box at its place if that is free, else beside others, as near to it as can be."""
    done: list[int] = []
    middle = place.mean(axis=0)
    for node in np.lexsort((np.arange(len(place)), ((place - middle) ** 2).sum(axis=1))).tolist():
        gap = (size[done] + size[node]) / 2
        if done and (np.abs(place[done] - place[node]) < gap - 0.5).all(axis=1).any():
            place[node] = _nearest_free(place[node], place[done], gap)
        done.append(node)
    return place


def _nearest_free(wanted: Array, taken: Array, gap: Array) -> Array:
    """The free centre nearest to the wanted one: beside what is taken."""
    around = np.argsort(((taken - wanted) ** 2).sum(axis=1), kind="stable")
    for count in (24, 80):
        near = around[:count]
        sides = [
            np.concatenate(
                [[wanted[axis]], *(taken[near, axis] + way * gap[near, axis] for way in (-1, 1))]
            )
            for axis in (0, 1)
        ]
        spots = np.stack(np.meshgrid(*sides, indexing="ij"), axis=-1).reshape(-1, 2)
        spots = spots[np.argsort(((spots - wanted) ** 2).sum(axis=1), kind="stable")]
        for part in range(0, len(spots), 64):
            some = spots[part : part + 64]
            hit = (np.abs(taken[None] - some[:, None]) < gap - 0.25).all(axis=2).any(axis=1)
            if not hit.all():
                return np.asarray(some[int(hit.argmin())])
    return np.asarray([taken[:, 0].max() + gap[:, 0].max(), wanted[1]])
