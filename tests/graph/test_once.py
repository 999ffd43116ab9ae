"""What is worked out of a graph once: the same again, and nobody can spoil it for the next."""

from __future__ import annotations

import copy
import pickle

import numpy as np
import pandas as pd
import pytest

from graphtool import engine, queries
from graphtool.graph import once, representation
from tests.drawing import drawn


def network():
    return drawn("""
        Municipality tinn
        Actor nettverk subkind=network
        Actor kari subkind=person
        Goal vekst
        tinn MEMBER_OF nettverk
        kari AFFILIATED_WITH tinn
        tinn OWNS vekst valid_to=2015
    """)


def kept(graph, function: str) -> int:
    """How many answers of a function are kept with a graph."""
    return sum(key[0].__name__ == function for key in graph.kept)


def test_a_graph_is_asked_the_same_once() -> None:
    graph = network()
    answers = [engine.rows("orphaned-goals", graph, as_of=day).rows for day in ("2015", "2016")]
    once_asked = kept(graph, "_asked")
    for day, rows in zip(("2015", "2016"), answers, strict=True):
        assert engine.rows("orphaned-goals", graph, as_of=day).rows.equals(rows)
    assert kept(graph, "_asked") == once_asked == 2
    assert not answers[1].equals(answers[0])
    assert kept(network(), "_asked") == 0  # another graph, though it says the same


def test_who_changes_an_answer_changes_a_copy() -> None:
    graph = network()
    first = queries.ask(graph, "participations", level="party")
    first.loc[:, "party_name"] = "spoilt"
    first["more"] = 1
    again = queries.ask(graph, "participations", level="party")
    assert "more" not in again
    assert "spoilt" not in set(again["party_name"])
    with pytest.raises(ValueError, match="read-only"):
        representation.named(graph)[0] = False


def test_a_day_of_a_graph_is_one_graph_and_each_day_its_own() -> None:
    graph = network()
    assert graph.as_of("2014") is graph.as_of("2014")
    assert graph.as_of("2014") == graph.as_of("2015") != graph.as_of("2016")
    assert graph.as_of("2016", successors="keep") is not graph.as_of("2016")


def test_of_a_large_graph_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "LARGEST", 1)
    graph = network()
    assert isinstance(queries.ask(graph, "owners"), pd.DataFrame)
    assert isinstance(representation.named(graph), np.ndarray)
    assert graph.kept == {}


def test_answers_of_many_days_are_kept_up_to_so_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = network()
    day = once.EACH + graph.as_of("2014").size
    monkeypatch.setattr(once, "MOST", 2 * day)
    first, second = graph.as_of("2014"), graph.as_of("2013")
    assert graph.as_of("2014") is first
    graph.as_of("2012")
    assert graph.as_of("2014") is first
    assert graph.as_of("2013") is not second  # the one longest not asked for went
    assert graph.as_of("2013") == second
    assert len(graph.kept) == 2


def test_a_graph_that_was_asked_can_be_sent_and_copied_without_its_answers() -> None:
    graph = network()
    rows = queries.ask(graph, "participations", level="party")
    for other in (pickle.loads(pickle.dumps(graph)), copy.deepcopy(graph)):
        assert other == graph
        assert other.kept == {}
        assert queries.ask(other, "participations", level="party").equals(rows)
