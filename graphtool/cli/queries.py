"""`graphtool queries`."""

from __future__ import annotations

from graphtool.cli.common import command as make


@make("graphtool queries")
def command() -> None:
    """The list of queries."""
    from graphtool import queries
    from graphtool.cli import table

    rows = [(name, queries.QUERIES[name].summary) for name in sorted(queries.QUERIES)]
    table.show(("query", "answers"), rows)
