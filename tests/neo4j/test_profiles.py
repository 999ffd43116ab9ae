"""No query costs the server more than what is kept of it, whichever version is asked."""

from __future__ import annotations

import pytest

from graphtool import database
from tests.neo4j import profiles
from tests.neo4j.conftest import Home
from tests.neo4j.test_queries import steps_with_many_rows

ROOM = 1.5
"""The planner goes by samples, and may choose another way that costs somewhat more."""


@pytest.mark.rare  # the server plans every query anew
def test_no_query_costs_more_than_it_did(home: Home) -> None:
    """Rows as kept, and neither reads nor memory above; write the file anew to keep other costs.

    Nor has any step many times the rows of the graph: there is enough of everything that a plan
    which multiplies is seen to.
    """
    kept = profiles.kept()[profiles.EDITION]
    assert list(kept) == profiles.names()
    nation = profiles.graph()
    database.load(nation, home.address)
    found = profiles.profiles(home.driver)
    assert {name: one.rows for name, one in found.items()} == {n: k.rows for n, k in kept.items()}
    dearer = {
        name: (one, kept[name])
        for name, one in found.items()
        if one.hits > ROOM * kept[name].hits or one.memory > ROOM * kept[name].memory
    }
    assert dearer == {}
    assert steps_with_many_rows(home, nation) == []


def test_what_is_kept_is_of_both_versions() -> None:
    """They are asked the same, and give as many rows."""
    rows = [{name: one.rows for name, one in found.items()} for found in profiles.kept().values()]
    assert len(rows) >= 2
    assert all(one == rows[0] for one in rows)
