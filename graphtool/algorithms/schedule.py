"""The critical path method: when activities can and must start, and how much time there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Timing(NamedTuple):
    """When an activity can and must start, in days from any zero."""

    earliest: int
    latest: int
    days: int

    @property
    def slack(self) -> int:
        """How many days it may be late without the whole being late."""
        return self.latest - self.earliest


def scheduled(
    order: Sequence[str],
    ahead: Mapping[str, Sequence[str]],
    days: Mapping[str, int],
    released: Mapping[str, int],
    begin: int,
) -> dict[str, Timing]:
    """Earliest and latest starts of activities that wait for others (Kelley and Walker 1959).

    `order` has whom others wait for before these, `ahead` for whom each waits. Each starts at
    `begin` at the earliest, or on the day it is released, once all that it waits for is done; at
    the latest so that none that waits for it is late, nor the end of the whole: what takes no
    days starts on the last day of that, not on the one after, if it can.

    >>> scheduled("abc", {"c": ["a", "b"]}, {"a": 5, "b": 2, "c": 1}, {}, 0)["b"]
    Timing(earliest=0, latest=3, days=2)
    >>> scheduled("ab", {}, {"a": 5, "b": 0}, {}, 0)["b"]
    Timing(earliest=0, latest=4, days=0)
    """
    earliest: dict[str, int] = {}
    for node in order:
        done = (earliest[other] + days[other] for other in ahead.get(node, ()))
        earliest[node] = max([released.get(node, begin), begin, *done])
    end = max((earliest[node] + days[node] for node in order), default=begin)
    finish = {node: end if days[node] else max(earliest[node], end - 1) for node in order}
    for node in reversed(order):
        for other in ahead.get(node, ()):
            finish[other] = min(finish[other], finish[node] - days[node])
    return {node: Timing(earliest[node], finish[node] - days[node], days[node]) for node in order}
