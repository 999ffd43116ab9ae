"""How unevenly a whole is shared among those who have a part in it."""

from __future__ import annotations

import numpy as np

from graphtool.algorithms.arrays import Array


def herfindahl(parts: Array) -> float:
    """The Herfindahl-Hirschman index of parts of a whole: the sum of their squared shares, 0 to 1.

    Parts are amounts above 0 of any unit; 1/n where all n are equal, 1 where one has all, and 0 of
    nothing. Its inverse is the number of equal parts that would give the same (A. O. Hirschman,
    "The Paternity of an Index", American Economic Review 54, 1964, p. 761; M. Laakso and
    R. Taagepera, Comparative Political Studies 12, 1979, p. 4).

    >>> herfindahl(np.array([40.0, 30.0, 15.0, 15.0])), herfindahl(np.array([]))
    (0.295, 0.0)
    """
    total = float(np.sum(parts))
    return round(float(np.sum((parts / total) ** 2)), 12) if total else 0.0


def gini(parts: Array) -> float:
    """The Gini coefficient of amounts: half their mean difference over their mean, 0 to 1 - 1/n.

    0 where all are equal, of one part and of nothing (C. Gini, "Measurement of Inequality of
    Incomes", Economic Journal 31, 1921, p. 124; computed from the sorted amounts).

    >>> gini(np.array([1.0, 1.0, 2.0])), gini(np.array([0.0, 0.0, 0.0, 1.0]))
    (0.166666666667, 0.75)
    """
    n, total = len(parts), float(np.sum(parts))
    if not total:
        return 0.0
    place = np.arange(1, n + 1)
    return round(float(np.sum((2 * place - n - 1) * np.sort(parts))) / (n * total), 12)
