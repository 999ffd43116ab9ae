"""Who owns what, who works with whom and what depends on what, in regional strategy work.

>>> import graphtool
>>> plan = graphtool.Plan.from_tables([{"id": "g", "kind": "Goal", "name": "Vekst"}])
>>> plan.query("orphaned-goals").rows["grade"].tolist()
['none']

`graphtool.read` gives such a plan from a file, a folder or a server, `plan.map()` its map.

To read the code in half an hour, in this order (imports run the other way):

1. `schema`: the vocabulary, a row a kind and a relation; everything else is driven by it.
2. `graph.plangraph`: the three tables and what they can be asked; then `graph.periods`, what is in
   force on a day, and `graph.belonging`, what belongs to whom.
3. `formats` and `formats.assembly`: from sheets to a graph, with all problems at once. Sheets that
   are none of ours are read by `recognition`, which knows `municipalities` and `spellings`.
4. `queries.query`: what a query is; `queries.unsourced` is a small one, `queries.owners` a
   large one, `queries.responsibility` what several of them rest on; `algorithms` has what they
   count with, and `algorithms.compiled` says when a large network is counted in a compiled loop.
5. `engine`: a query asked, in memory or on a server; `database.statements` and `cypher/` say the
   same questions to Neo4j, `own_cypher` one of your own; `changes` tells two answers apart.
6. `findings`: answers as sentences; `answers`: answers as files; `description`: what there is.
7. `maps.build`: from a graph to scenes; `maps.scene`: what a picture is made of; one of
   `maps.views`; `maps.wire` and `maps/page/main.js`: what the browser does with it.
   `comparison`: what changed between two graphs or two days, as rows and as sentences.
8. `slides.build`: from a graph to what a deck says; `slides.placing`: where that stands;
   `slides.writing`: the file. `pictures.filling`: a scene on a page; `pictures.drawing.labels`:
   where names stand; one of `pictures.writing`.
9. `report.build`: all of this for one meeting, as a folder; `live.desk` keeps it up to date;
   `rules.judging`: what a plan is to keep.
10. `interactive` and `cli`: the same for those who write Python, and for those who do not. `check`
    goes through `quotes` and makes a `worklist`, `new` a dataset of one's `beginning` (some are
    `known_regions`), `demo` copies the example data (`demonstration`).

`errors`, `dates`, `language` (texts in three languages), `hyphenation`, `atomic` (nothing half
written) and `archives` (the same bytes again) are small and used by many: look them up when you
meet them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphtool.engine import run
    from graphtool.graph import PlanGraph
    from graphtool.interactive import Plan, read

__all__ = ["Plan", "PlanGraph", "__version__", "read", "run"]
__version__ = "0.1.0"

_HOMES = {
    "Plan": "graphtool.interactive",
    "PlanGraph": "graphtool.graph",
    "read": "graphtool.interactive",
    "run": "graphtool.engine",
}


def __getattr__(name: str) -> Any:
    # Found on first use: pandas takes longer to import than `graphtool --help` may take.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'graphtool' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
