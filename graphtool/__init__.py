"""Who owns what, who works with whom and what depends on what, in regional strategy work.

>>> import graphtool
>>> graph = graphtool.PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": "Vekst"}])
>>> graphtool.run("orphaned-goals", graph).rows["grade"].tolist()
['none']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphtool.engine import run
    from graphtool.graph import PlanGraph
    from graphtool.readers import read

__all__ = ["PlanGraph", "__version__", "read", "run"]
__version__ = "0.1.0"

_HOMES = {"PlanGraph": "graphtool.graph", "read": "graphtool.readers", "run": "graphtool.engine"}


def __getattr__(name: str) -> Any:
    # Found on first use: pandas takes longer to import than `graphtool --help` may take.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'graphtool' has no attribute {name!r}")
