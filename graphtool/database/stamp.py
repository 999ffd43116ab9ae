"""A stamp: what was loaded, and that nobody has written to the database since.

With it a load that has nothing to do compares two numbers instead of every row. A fingerprint of
the graph alone would not do: somebody may have changed a value by hand. But a database counts what
is committed to it, and tells the count with each transaction (in its bookmark), also to one that
only reads. A load writes down, last of all, the fingerprint and the count that this very writing
will bring about. As long as the count is that one, not a single write has come in between, by
whomever: a value changed, data of others, an index. Once it is another, or cannot be read, the
stamp says nothing any more and every row is compared, as without it.

A load stamps only if nobody else wrote while it was at work.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

import graphtool
from graphtool import schema
from graphtool.database import state
from graphtool.database.derived import Derived

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


def fingerprint(graph: PlanGraph, derived: Derived) -> str:
    """A digest of all that a load writes, what is `derived` of the graph included.

    Equal graphs that are read alike have the same.

    Two that differ have not; nor have two versions of graphtool, which may work out other things.
    """
    layout = (graphtool.__version__, state.FORMAT, [*schema.KINDS], [*schema.RELATIONS])
    digest = blake2b(json.dumps(layout).encode(), digest_size=16)
    for table in (
        graph.nodes.drop(columns="facts"),
        derived.facts,
        graph.documents,
        derived.edges,
        derived.ties,
        graph.periods.nodes,
        graph.periods.again,
    ):
        digest.update(_bytes(table))
    return digest.hexdigest()


def _bytes(table: pd.DataFrame) -> memoryview:
    """The table as Arrow writes it to a file, its columns' types included."""
    found = pa.Table.from_pandas(table, preserve_index=False).replace_schema_metadata()
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, found.schema) as stream:
        stream.write_table(found)
    return memoryview(sink.getvalue())
