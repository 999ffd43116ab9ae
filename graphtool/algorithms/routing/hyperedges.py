"""Edges that share an end, and may share their way there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

Edge = tuple[int, int, str]
"""Source, target (positions of nodes), and its class: only edges of one class share their way."""


def larger(ends: Sequence[tuple[Key, Key] | None]) -> list[Key | None]:
    """Of the two hyperedges that each edge could be part of, the one that more edges could be.

    Of equals the first; parallel edges count once. None stays None.

    >>> larger([("to b", "from a"), ("to c", "from a"), None])
    ['from a', 'from a', None]
    """
    count = Counter(key for pair in dict.fromkeys(ends) if pair for key in pair)
    return [pair and (pair[0] if count[pair[0]] >= count[pair[1]] else pair[1]) for pair in ends]
