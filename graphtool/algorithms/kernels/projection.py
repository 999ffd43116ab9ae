"""From members of groups to pairs that share a group."""

from __future__ import annotations

import numpy as np

from graphtool.algorithms.arrays import AnyIntegers, Array
from graphtool.algorithms.kernels.compiling import compiled


@compiled
def memberships(
    member: AnyIntegers, group: AnyIntegers
) -> tuple[AnyIntegers, AnyIntegers, AnyIntegers, AnyIntegers, AnyIntegers]:
    """As `projection.Memberships`: sorted by group, then by member, as cards are."""
    names, row = _numbered(member)
    groups, column = _numbered(group)
    begun, by_group = _sorted(column, np.arange(len(column)), len(groups))
    start, by_member = _sorted(row, by_group, len(names))
    # The same pair, said twice, now stands side by side.
    kept, many = np.empty(len(row), np.int64), 0
    for entry in by_member:
        if (
            many == 0
            or row[entry] != row[kept[many - 1]]
            or column[entry] != column[kept[many - 1]]
        ):
            kept[many] = entry
            many += 1
    kept = kept[:many]
    start[:], begun[:] = 0, 0
    for entry in kept:
        start[row[entry] + 1] += 1
    begun, by_group = _sorted(column, kept, len(groups))
    return (
        names,
        np.cumsum(start),
        column[kept].astype(np.uint32),
        begun,
        row[by_group].astype(np.uint32),
    )


@compiled
def _numbered(values: AnyIntegers) -> tuple[AnyIntegers, AnyIntegers]:
    """The different ones, sorted, and which of them each is."""
    most = -1
    for value in values:
        most = max(most, value)
    number = np.zeros(most + 1, np.int64)
    for value in values:
        number[value] = 1
    names = np.flatnonzero(number)
    for place, value in enumerate(names):
        number[value] = place
    return names, number[values]


@compiled
def _sorted(key: AnyIntegers, order: AnyIntegers, many: int) -> tuple[AnyIntegers, AnyIntegers]:
    """Where each key begins, and the entries in the order of their keys, else as they were."""
    start = np.zeros(many + 1, np.int64)
    for entry in order:
        start[key[entry] + 1] += 1
    start = np.cumsum(start)
    following, found = start.copy(), np.empty(len(order), np.int64)
    for entry in order:
        found[following[key[entry]]] = entry
        following[key[entry]] += 1
    return start, found


@compiled
def shared(
    start: AnyIntegers, groups: AnyIntegers, begun: AnyIntegers, members: AnyIntegers, most: int
) -> tuple[AnyIntegers, AnyIntegers, AnyIntegers, Array]:
    """As `projection.Shared`; there are at most so many pairs."""
    n, many = len(start) - 1, 0
    later, earlier = np.empty(most, np.int32), np.empty(most, np.int32)
    count, weight = np.zeros(n, np.int64), np.zeros(n)
    counts, weights = np.empty(most, np.int32), np.empty(most)
    following = np.zeros(n + 1, np.int64)
    for member in range(n):
        first = many
        for entry in range(start[member], start[member + 1]):
            group = groups[entry]
            part = 1 / max(begun[group + 1] - begun[group] - 1, 1)
            for place in range(begun[group], begun[group + 1]):
                other = members[place]
                if other >= member:
                    break
                if count[other] == 0:
                    earlier[many] = other
                    many += 1
                count[other] += 1
                weight[other] += part
        for pair in range(first, many):
            other = earlier[pair]
            later[pair], counts[pair], weights[pair] = member, count[other], weight[other]
            count[other], weight[other] = 0, 0.0
            following[other + 1] += 1
    # Those of each earlier one together: the later ones then follow in order.
    following = np.cumsum(following)
    ones, others = np.empty(many, np.int64), np.empty(many, np.int64)
    numbers, newman = np.empty(many, np.int64), np.empty(many)
    for pair in range(many):
        place = following[earlier[pair]]
        following[earlier[pair]] += 1
        ones[place], others[place] = earlier[pair], later[pair]
        numbers[place], newman[place] = counts[pair], weights[pair]
    return ones, others, numbers, newman
