"""A plan graph in Neo4j: loaded, read back, asked. Nothing else in graphtool imports neo4j.

Importing this package is cheap; the driver is imported where an address is first opened.
"""

from graphtool.database.address import is_address, repeated
from graphtool.database.connection import Database, connect
from graphtool.database.loading import LoadSummary, load, unload
from graphtool.database.part import part
from graphtool.database.reading import read

__all__ = [
    "Database",
    "LoadSummary",
    "connect",
    "is_address",
    "load",
    "part",
    "read",
    "repeated",
    "unload",
]
