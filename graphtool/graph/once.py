"""What is worked out of a graph, once: a graph never changes, and many ask it the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from graphtool.graph.plangraph import PlanGraph

Function = TypeVar("Function", bound=Callable[..., Any])

LARGEST = 200_000
"""Nodes and assertions of a graph of which answers are kept; those of a larger one fill memory."""
MOST = 5_000_000
"""Cells that are kept of one graph: who asks for a hundred days must not fill memory either."""
EACH = 1_000
"""Cells that an answer takes the place of beside its own."""
_NONE = object()


class Kept(dict[Hashable, Any]):
    """Answers by what was asked, up to so many cells; the one longest not asked for goes first.

    Where the graph is copied or sent elsewhere they stay behind.

    >>> kept = Kept()
    >>> kept.put("a", 1)
    >>> kept.take("a"), kept.take("b", "none")
    (1, 'none')
    """

    def __init__(self) -> None:
        super().__init__()
        self._cells = 0
        self._lock = Lock()  # a server answers several at a time

    def take(self, key: Hashable, default: Any = None) -> Any:
        """The answer; the default where it is not kept."""
        with self._lock:
            found = self.pop(key, _NONE)
            if found is _NONE:
                return default
            self[key] = found
            return found

    def put(self, key: Hashable, answer: Any) -> None:
        """Keeps an answer, and as many of the others as there is room for."""
        with self._lock:
            self._cells += _cells(answer) - (_cells(self.pop(key)) if key in self else 0)
            self[key] = answer
            while self._cells > MOST:
                self._cells -= _cells(self.pop(next(iter(self))))

    def __reduce__(self) -> tuple[type[Kept], tuple[()]]:
        return Kept, ()


def _cells(answer: Any) -> int:
    """How much room an answer takes: a table's or an array's cells, a graph's rows."""
    return EACH + int(getattr(answer, "size", 0))


def once(function: Function) -> Function:
    """The function of a graph, whose answers are kept for as long as the graph is.

    Who changes a table that it gives changes a copy; an array that it gives cannot be written to.
    What it takes besides is words, numbers, truths and tuples of them: each is written differently.

    >>> from graphtool.graph import examples
    >>> graph, asked = examples.owned_goal(), []
    >>> @once
    ... def kinds(graph):
    ...     asked.append(graph)
    ...     return graph.nodes["kind"].tolist()
    >>> kinds(graph) == kinds(graph), len(asked)
    (True, 1)
    """

    @wraps(function)
    def kept(graph: PlanGraph, *given: Any, **options: Any) -> Any:
        if graph.size > LARGEST:
            return function(graph, *given, **options)
        key = function, repr((given, sorted(options.items())))
        found = graph.kept.take(key, _NONE)
        if found is _NONE:
            found = _safe(function(graph, *given, **options))
            graph.kept.put(key, found)
        return found.copy(deep=False) if isinstance(found, pd.DataFrame) else found

    return cast("Function", kept)


def _safe(found: Any) -> Any:
    if isinstance(found, np.ndarray):
        found.setflags(write=False)
    return found
