"""Counts that are asked of a database beside a query: numbers travel, no rows."""

from __future__ import annotations

from functools import cache

from graphtool import schema
from graphtool.database import model, statements

_DATED = f"""// How many assertions are in force on a day, how many undated; does it leave out any?
MATCH (:{model.NODE})-[r]->(:{model.NODE})
WHERE type(r) IN $relations
WITH count(CASE WHEN in_force(r) THEN 1 END) AS assertions,
     count(CASE WHEN r.valid_from IS NULL AND r.valid_to IS NULL
       AND in_force(r) THEN 1 END) AS undated,
     count(CASE WHEN r.ever IS NULL AND r.since <= $day <= r.until
       OR r.ever = 0 AND NOT r.since <= $day <= r.until THEN 1 END) AS otherwise
RETURN assertions, undated,
       undated = assertions AND otherwise = 0 AND NOT EXISTS {{
         MATCH (n:{model.NODE})
         WHERE any(label IN labels(n) WHERE label IN $kinds) AND NOT n.since <= $day <= n.until
       }} AS all_time
"""


_TIED = f"""// Who is tied to what no named party answers for, as owners has it.
MATCH (item:{model.NODE}&$any($kind))
WHERE is_there(item) AND NOT owned(item)
tied(item)
WITH DISTINCT tie.party AS party WHERE party IS NOT NULL
RETURN collect(party.id) AS parties
"""


@cache
def tied_to_orphans() -> str:
    """The ids of the parties in the rows of `owners` about what is orphaned, each once."""
    return statements.expanded(_TIED)


@cache
def dated() -> str:
    """How many assertions of `$relations` are in force on `$day`, and how many without a date.

    And whether that day leaves out any of them, or of the nodes of `$kinds`.
    """
    return statements.expanded(_DATED)


def existing(kind: str) -> str:
    """How many nodes of a kind exist on `$day`."""
    return statements.expanded(
        f"MATCH (n:{model.NODE}&{schema.kind(kind).name}) WHERE in_force(n) RETURN count(n) AS n"
    )
