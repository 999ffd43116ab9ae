"""All best partitions of a few nodes, beside every partition there is and beside the search."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from graphtool.algorithms import clique_partition, subsets


def gains(count: int, seed: int, most: int) -> np.ndarray:
    drawn = np.random.default_rng(seed).integers(-most, most + 1, (count, count))
    above = np.triu(drawn, 1)
    return (above + above.T).astype(object)


def every(count: int, labels: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """All partitions of so many nodes."""
    if len(labels) == count:
        yield labels
        return
    for label in range(max(labels, default=-1) + 2):
        yield from every(count, (*labels, label))


def worth(gain: np.ndarray, labels: tuple[int, ...]) -> int:
    home = np.array(labels)
    return int(gain[home[:, None] == home].sum())


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("count", [1, 2, 5, 7])
def test_they_are_those_of_all_partitions_that_gain_most(count, seed):
    gain = gains(count, seed, 2)
    most = max(worth(gain, labels) for labels in every(count))
    expected = [labels for labels in every(count) if worth(gain, labels) == most]
    assert subsets.partitions(gain) == expected


@pytest.mark.parametrize("seed", range(4))
def test_the_search_by_prices_finds_the_same(seed, monkeypatch):
    gain = gains(11, seed, 5)
    few = clique_partition.best(gain, np.arange(11))
    monkeypatch.setattr(subsets, "FEW", 0)
    assert subsets.partitions(gain) is None
    assert clique_partition.best(gain, np.arange(11)) == few


def test_what_is_too_much_is_left_to_the_search():
    assert subsets.partitions(gains(subsets.FEW + 1, 0, 1)) is None
    assert subsets.partitions(gains(4, 0, 1) * 2**61) is None
    nothing = np.zeros((8, 8), dtype=object)
    assert subsets.partitions(nothing) is None  # 4 140 partitions are as good as each other
