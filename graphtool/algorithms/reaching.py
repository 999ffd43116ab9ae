"""How many lead to each node of a directed graph, over any number of steps."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graphtool.algorithms.components import strong

BLOCK = 8_192
"""Nodes that are followed at a time: it takes a bit of each of them a node."""


def strong_parts(ahead: Sequence[Sequence[int]]) -> list[int]:
    """For each node the number of its strongly connected component.

    >>> parts = strong_parts([[1], [0, 2], []])
    >>> parts[0] == parts[1] != parts[2]
    True
    """
    source = np.repeat(np.arange(len(ahead)), [len(ends) for ends in ahead])
    target = np.array([end for ends in ahead for end in ends], dtype=np.int64)
    labels: list[int] = strong(source, target, len(ahead)).tolist()
    return labels


def leading_to(ahead: Sequence[Sequence[int]]) -> list[int]:
    """For each node how many others lead to it, over any number of steps.

    `ahead` has for each of the nodes 0 to n - 1 those that it leads to.

    >>> leading_to([[1], [2], [1], []])
    [0, 2, 2, 0]
    """
    label = strong_parts(ahead)
    members: dict[int, list[int]] = {}
    for node, part in enumerate(label):
        members.setdefault(part, []).append(node)
    below = {
        part: {label[end] for node in nodes for end in ahead[node]} - {part}
        for part, nodes in members.items()
    }
    order = _sources_first(below)
    count = dict.fromkeys(members, 0)
    for first in range(0, len(ahead), BLOCK):
        bits = dict.fromkeys(members, 0)
        for node in range(first, min(first + BLOCK, len(ahead))):
            bits[label[node]] |= 1 << node - first
        for part in order:
            for other in below[part]:
                bits[other] |= bits[part]
        for part in members:
            count[part] += bits[part].bit_count()
    return [count[part] - 1 for part in label]  # not counting itself


def _sources_first(below: dict[int, set[int]]) -> list[int]:
    """The parts of a graph without circles, each before those that it leads to."""
    waiting = dict.fromkeys(below, 0)
    for others in below.values():
        for other in others:
            waiting[other] += 1
    order = [part for part, count in waiting.items() if not count]
    for part in order:  # grows while it is walked
        for other in below[part]:
            waiting[other] -= 1
            if not waiting[other]:
                order.append(other)
    return order
