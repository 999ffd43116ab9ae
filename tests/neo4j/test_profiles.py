"""No query costs the server more than what is kept of it, whichever version is asked."""

from __future__ import annotations

import neo4j

from graphtool import database
from tests.neo4j import profiles
from tests.neo4j.conftest import Home

ROOM = 1.5
"""The planner goes by samples, and may choose another way that costs somewhat more."""


def test_no_query_costs_more_than_it_did(home: Home) -> None:
    """Rows as kept, and neither reads nor memory above; write the file anew to keep other costs."""
    kept = profiles.kept()[profiles.EDITION]
    assert list(kept) == profiles.names()
    database.load(profiles.graph(), home.address)
    with neo4j.GraphDatabase.driver(home.address, auth=(home.user, home.password)) as driver:
        found = {name: profiles.profiled(driver, name) for name in kept}
    assert {name: one.rows for name, one in found.items()} == {n: k.rows for n, k in kept.items()}
    dearer = {
        name: (one, kept[name])
        for name, one in found.items()
        if one.hits > ROOM * kept[name].hits or one.memory > ROOM * kept[name].memory
    }
    assert dearer == {}


def test_what_is_kept_is_of_both_versions() -> None:
    """They are asked the same, and give as many rows."""
    rows = [{name: one.rows for name, one in found.items()} for found in profiles.kept().values()]
    assert len(rows) >= 2
    assert all(one == rows[0] for one in rows)
