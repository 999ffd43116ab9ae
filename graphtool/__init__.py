"""Who owns what, who works with whom and what depends on what, in regional strategy work.

>>> import graphtool
>>> graph = graphtool.PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": "Vekst"}])
>>> graphtool.run("orphaned-goals", graph).rows["grade"].tolist()
['none']

To read the code in half an hour, in this order (imports run the other way):

1. `schema`: the vocabulary, a row a kind and a relation; everything else is driven by it.
2. `graph.plangraph`: the three tables and what they can be asked; then `graph.periods`, what is in
   force on a day, and `graph.belonging`, what belongs to whom.
3. `formats` and `formats.assembly`: from sheets to a graph, with all problems at once.
4. `queries.query`: what a query is; `queries.unsourced` is a small one, `queries.owners` a
   large one, `queries.responsibility` what several of them rest on; `algorithms` has what they
   count with.
5. `engine`: a query asked, in memory or on a server; `database.statements` and `cypher/` say the
   same questions to Neo4j.
6. `findings`: answers as sentences; `answers`: answers as files.
7. `maps.build`: from a graph to scenes; `maps.scene`: what a picture is made of; one of
   `maps.views`; `maps.wire` and `maps/page/main.js`: what the browser does with it.
8. `cli`: options and errors around all this.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphtool.engine import run
    from graphtool.formats import read
    from graphtool.graph import PlanGraph

__all__ = ["PlanGraph", "__version__", "read", "run"]
__version__ = "0.1.0"

_HOMES = {"PlanGraph": "graphtool.graph", "read": "graphtool.formats", "run": "graphtool.engine"}


def __getattr__(name: str) -> Any:
    # Found on first use: pandas takes longer to import than `graphtool --help` may take.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'graphtool' has no attribute {name!r}")
