"""Whether a compiled kernel answers, and over how many threads; without it the other way does.

numba is optional (`pip install 'graphtool-regional[large]'`), and loading it takes longer than the
answer about a small graph: it is loaded where the other way would take longer still. Both ways give
the same bytes, and so do any number of threads: each has its piece of the work, and what comes of
the pieces is taken in their order.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from graphtool.algorithms.arrays import Array, Integers

if TYPE_CHECKING:
    from scipy.sparse import csr_array

WORTH, WORTH_LOADED = 1.0, 0.1
"""Seconds that the other way would take, from which numba is loaded for it, or a kernel is where
numba is loaded; one that has run already always answers."""
MOST_AT_ONCE = 4_000_000
"""Nodes times threads: each thread keeps some hundred bytes a node."""

Found = TypeVar("Found")


def kernel(name: str, seconds: float) -> Callable[..., Any] | None:
    """The kernel of this name in `kernels`, or None where the other way is to answer.

    `seconds` is about how long that would take: it decides how, never what.

    >>> kernel("positions.core_numbers", seconds=0.0) is None or "numba" in sys.modules
    True
    """
    if "numba" not in sys.modules and (seconds < WORTH or find_spec("numba") is None):
        return None
    module, function = name.split(".")
    try:
        found = getattr(import_module(f"graphtool.algorithms.kernels.{module}"), function)
    except ImportError:  # of a version that does not go with this numpy
        return None
    # None too where NUMBA_DISABLE_JIT says that nothing is to be compiled.
    run_before = getattr(found, "signatures", None)
    if run_before is None or (not run_before and seconds < WORTH_LOADED):
        return None

    def called(*arguments: Any) -> Any:
        try:
            return found(*arguments)
        except OSError:  # compiled, but not kept: the disk is full
            return found(*arguments)

    return called


def _threads(nodes: int) -> int:
    """How many threads work on a graph of so many nodes: the cores that this process may use."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return max(1, min(cores, MOST_AT_ONCE // max(nodes, 1)))


def in_order(work: Callable[[int, int], Found], size: int, piece: int) -> Iterator[Found]:
    """What comes of the work from one place to another, a piece at a time, in their order.

    >>> list(in_order(lambda first, last: (first, last), 5, piece=2))
    [(0, 2), (2, 4), (4, 5)]
    """
    firsts = range(0, size, piece)
    lasts = [min(first + piece, size) for first in firsts]
    at_once = _threads(size)
    if at_once == 1 or len(lasts) < 2:
        yield from map(work, firsts, lasts)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(at_once) as pool:
        yield from pool.map(work, firsts, lasts)


def joined(work: Callable[[int, int], Array], size: int, seconds: float) -> Array:
    """What comes of the work from the first place to the last, in one array.

    Less than a second's work is done before threads have shared it.

    >>> joined(lambda first, last: np.arange(first, last) / 2.0, 3, seconds=9.0).tolist()
    [0.0, 0.5, 1.0]
    """
    piece = max(1, int(size / max(1.0, seconds)))
    return np.concatenate([*in_order(work, size, piece), np.zeros(0)])


def rows(matrix: csr_array) -> tuple[Integers, Integers]:
    """Where each row starts, and its columns, of the types that kernels are compiled for.

    >>> from scipy.sparse import csr_array
    >>> found = rows(csr_array(([1.0, 1.0], ([0, 2], [2, 1])), shape=(3, 3)))
    >>> [part.tolist() for part in found]  # the second row is empty
    [[0, 1, 1, 2], [2, 1]]
    """
    return matrix.indptr.astype(np.int64), matrix.indices.astype(np.uint32)
