"""The questions that a plan graph answers, one plain function each.

A query is added by adding a module here whose function is marked with `@query`.
"""

from importlib import import_module
from pkgutil import iter_modules

from graphtool.queries.query import Query
from graphtool.queries.registry import QUERIES, answering, ask, count, find, further

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

__all__ = ["QUERIES", "Query", "answering", "ask", "count", "find", "further"]
