"""What of an answer changed between two days or two datasets: rows added, gone, changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool import engine
from graphtool.changes.columns import row_type
from graphtool.changes.differing import PLACE, differences, joined
from graphtool.changes.notes import between, strangers, summary, undated
from graphtool.graph import PlanGraph
from graphtool.graph.known_again import known_again
from graphtool.language import collation_key
from graphtool.queries import columns

if TYPE_CHECKING:
    from graphtool.engine import Answer, Server


__all__ = ["between", "changes", "strangers"]


def changes(
    name: str,
    before: PlanGraph | Server,
    after: PlanGraph | Server,
    *,
    from_: str | None = None,
    to: str | None = None,
    called: tuple[str, str] | None = None,
    **options: Any,
) -> Answer:
    """What of a query's answer changed from one day or dataset to another.

    The query is asked of `before` as of the day `from_`, and of `after` as of `to`, with the same
    other options. Rows are the same where the text that orders them is, or else the first of these
    that tells the rows of each answer apart: that and the ids, that and all other text; where
    nothing does, rows are only added or gone. Of a row that both have, one row a column in which
    they differ; numbers count as the same to nine digits. Where something stands (document, line,
    quote) is not compared. `called` are the two datasets where their own names do not tell them
    apart. Raises as `engine.run` does.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "g", "kind": "Goal", "name": "Vekst"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g", "valid_from": "2018"}])
    >>> found = changes("orphaned-goals", graph, graph, from_="2020", to="2016")
    >>> [(row["change"], row["name"]) for row in found.records()]
    [('added', 'Vekst')]
    """
    if isinstance(before, PlanGraph) and isinstance(after, PlanGraph):
        before = known_again(before, after)
    old = engine.rows(name, before, as_of=from_, **options)
    new = engine.rows(name, after, as_of=to, **options)
    found = sorted(
        differences(old, new),
        key=lambda row: (PLACE[row.kind], collation_key(row.name), row.key, row.column),
    )
    row = row_type(old.query)
    table = columns.of_rows(
        row, ((PLACE[one.kind], one.kind, joined(map(str, one.key)), *one[2:]) for one in found)
    ).astype({"place": "int64"})
    query = old.query._replace(
        name="changes",
        function=changes,
        row=row,
        order=("place", "name", "key", "column"),
        notes=None,
        matrix=None,
    )
    itself = before is after
    notes = [summary(found, old, new, itself=itself, called=called)]
    if isinstance(before, PlanGraph) and isinstance(after, PlanGraph):
        notes += strangers(before, after)
    notes += [*undated(old, before, itself=itself), *undated(new, after, itself=itself)]
    notes = list(dict.fromkeys(notes))  # of one day with itself both say the same
    given = {**old.options, "as_of": new.as_of}
    return new._replace(query=query, rows=table, notes=notes, options=given)
