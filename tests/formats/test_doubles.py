"""Whom a party may be entered twice as, however many others have its name."""

from __future__ import annotations

import hypothesis.strategies as st
import pandas as pd
from hypothesis import given, settings

from graphtool.formats.assembly import doubles
from graphtool.graph import cleaning, tables
from graphtool.graph.checker import FILE, ROW

PARTIES = st.sampled_from(
    [
        ("Municipality", "", "Tinn"),
        ("Municipality", "", "Herøy"),  # there are two
        ("Actor", "", "Tinn"),
        ("Actor", "company", "TINN"),
        ("Actor", "person", "Tinn"),
        ("Actor", "", "Herøy"),
        ("Actor", "forum", "Herøy kommune"),
        ("Actor", "person", "Herøy"),
        ("Goal", "", "Tinn"),  # is no party
    ]
)


def may_be_one(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    kinds, subkinds = {one[0], other[0]}, {one[1], other[1]}
    town = one[2].casefold().removesuffix(" kommune")
    if "Goal" in kinds or town != other[2].casefold().removesuffix(" kommune"):
        return False
    if len(kinds) == 2:
        return "person" not in subkinds
    if kinds == {"Municipality"}:
        return town == "tinn"
    return len(subkinds) == 1 or "" in subkinds


@settings(deadline=None)
@given(parties=st.lists(PARTIES, min_size=15, max_size=40))
def test_a_party_is_told_of_the_first_that_it_may_be_and_that_is_no_other_s_double(
    parties: list[tuple[str, str, str]],
) -> None:
    rows = [
        {"id": f"n{at}", "kind": kind, "subkind": subkind, "name": name}
        for at, (kind, subkind, name) in enumerate(parties)
    ]
    nodes = cleaning.frame(pd.DataFrame(rows), tables.NODE_COLUMNS)
    nodes[FILE], nodes[ROW] = "nodes.csv", range(2, len(rows) + 2)
    expected, firsts = [], list[int]()
    for at, party in enumerate(parties):
        met = [first for first in firsts if may_be_one(parties[first], party)]
        if met:
            expected.append((at + 2, f"{party[2]!r} is the name of 'n{met[0]}' too"))
        else:
            firsts.append(at)
    told = [(one.row, one.message.partition(" (")[0]) for one in doubles.doubles(nodes)]
    assert told == expected
