"""Asking by name: options, order and plain values."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import graphtool
from graphtool import engine
from graphtool.errors import GraphtoolError, UnknownName
from tests.drawing import drawn


def test_an_answer_holds_what_was_asked_and_every_default():
    answer = graphtool.run("owners", drawn("Goal g", name="prøve"), as_of="2015")
    assert answer.query.name == "owners"
    assert answer.source == "prøve"
    assert answer.as_of == "2015"
    assert answer.options["successors"] == "carry"
    assert answer.options["inherit"] == "focus-area"


def test_unknown_query_and_option():
    with pytest.raises(UnknownName, match="did you mean 'owners'"):
        engine.run("owner", drawn(""))
    with pytest.raises(GraphtoolError, match="has no option 'day'"):
        engine.run("owners", drawn(""), day="2015")


def test_records_are_plain_python_values():
    (row,) = engine.run("dependencies", drawn("Goal g\ng DEPENDS_ON g")).records()
    assert {type(value) for value in row.values()} <= {str, int, type(None)}
    assert row["line"] is None


def test_order_is_norwegian_for_text_and_largest_first_where_marked():
    rows = pd.DataFrame({"name": ["ål", "Zoo", "øl", "ær", "al", "áltá"], "n": [1, 2, 3, 3, 2, 1]})
    assert engine.in_order(rows, ("name",))["name"].tolist() == [
        "al",
        "áltá",
        "Zoo",
        "ær",
        "øl",
        "ål",
    ]
    by_number = engine.in_order(rows, ("-n", "name"))
    assert by_number["name"].tolist() == ["ær", "øl", "al", "Zoo", "áltá", "ål"]
    assert np.array_equal(rows.index, np.arange(6)), "the caller's rows stay as they were"


def test_a_missing_query_never_touches_the_graph():
    graph = drawn("Municipality v\nGoal g\nv OWNS g")
    before = graph.edges
    with pytest.raises(UnknownName):
        engine.run("nope", graph)
    pd.testing.assert_frame_equal(before, graph.edges)


@pytest.mark.parametrize(
    ("level", "less"),
    [("organisation", "on a day, at level municipality,"), ("municipality", "on a day")],
)
def test_where_memory_ends_one_line_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, level: str, less: str
) -> None:
    """As of a graph that needs more than any machine has."""
    monkeypatch.setattr(engine.queries, "ask", lambda *_, **__: np.empty(1 << 58))
    with pytest.raises(GraphtoolError) as told:
        engine.rows("cohesion", drawn("Goal g"), level=level)
    assert str(told.value) == (
        "cohesion: the graph is too large for the memory of this machine;"
        f" ask {less} or on a machine with more"
    )
