"""The shortest circle among some that depend on each other."""

from __future__ import annotations

import pytest

from graphtool.queries.chains import shortest_circle


@pytest.mark.parametrize(
    ("links", "shortest"),
    [
        ({"a": "b", "b": "ac", "c": "d", "d": "b"}, "aba"),  # the later one is longer
        ({"a": "b", "b": "ac", "c": "b"}, "aba"),  # as long
        ({"a": "b", "b": "ca", "c": "d", "d": "ac"}, "aba"),
        ({"a": "b", "b": "c", "c": "da", "d": "c"}, "cdc"),  # shorter
        ({"a": "b", "b": "c", "c": "ca"}, "cc"),
    ],
)
def test_a_circle_that_is_found_later_is_taken_only_where_it_is_shorter(links, shortest):
    assert shortest_circle(links, tuple(links)) == tuple(shortest)
