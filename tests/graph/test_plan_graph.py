"""What a plan graph is made of, how it is cut, and that the order of its rows means nothing."""

from __future__ import annotations

import datetime
import random
import re
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphtool.errors import InvalidData, SharedName, UnknownName
from graphtool.graph import PlanGraph, cleaning, sorted_rows, tables
from graphtool.graph.unread import Unread
from tests.drawing import drawn
from tests.strategies import EXAMPLES, PlanRows, plan_graphs, plan_rows

PATH = """
    Municipality sogne name=Søgne
    Actor nettverket name=Næringsnettverket aliases="Nettverket;Business network"
    Goal vekst
    Measure kurs
    Goal ensom
    sogne MEMBER_OF nettverket
    nettverket OWNS vekst
    kurs PART_OF vekst
"""
"""Søgne - Næringsnettverket - vekst - kurs in a row, whichever way the arrows run; ensom alone."""


@pytest.mark.parametrize(
    ("node", "hops", "expected"),
    [
        ("vekst", 0, ["vekst"]),
        ("vekst", 1, ["nettverket", "vekst", "kurs"]),
        ("vekst", 2, ["sogne", "nettverket", "vekst", "kurs"]),
        ("sogne", 1, ["sogne", "nettverket"]),
        ("sogne", 99, ["sogne", "nettverket", "vekst", "kurs"]),
        ("ensom", 99, ["ensom"]),
        ("SØGNE", 0, ["sogne"]),
        ("So\u0338gne", 0, None),
        ("business network", 0, ["nettverket"]),
    ],
)
def test_a_neighbourhood_is_what_lies_within_so_many_steps(
    node: str, hops: int, expected: list[str] | None
) -> None:
    graph = drawn(PATH)
    if expected is None:  # ø is a letter, not an o with a stroke put on it
        with pytest.raises(UnknownName):
            graph.neighbourhood(node, hops)
    else:
        assert graph.neighbourhood(node, hops).nodes["id"].tolist() == expected


def test_a_subgraph_keeps_the_edges_between_its_nodes_and_no_others() -> None:
    part = drawn(PATH).subgraph(["sogne", "vekst", "nettverket"])
    assert part == drawn("""
        Municipality sogne name=Søgne
        Actor nettverket name=Næringsnettverket aliases="Nettverket;Business network"
        Goal vekst
        sogne MEMBER_OF nettverket
        nettverket OWNS vekst
    """)
    assert drawn(PATH).subgraph([]) == PlanGraph.from_tables([])
    with pytest.raises(UnknownName, match="node 'vokst' does not exist; did you mean 'vekst'"):
        drawn(PATH).subgraph(["vokst"])


TWICE = """
    Region f06 subkind=county name=Buskerud
    Region f33 subkind=county name=Buskerud
    FocusArea so4 name=Kunnskap
    Measure t name=kunnskap
"""


@pytest.mark.parametrize(("name", "node"), [("Kunnskap", "so4"), ("kunnskap", "t"), ("F33", "f33")])
def test_of_names_that_differ_in_capitals_alone_the_one_that_is_spelled_so_is_meant(
    name: str, node: str
) -> None:
    graph = drawn(TWICE)
    assert graph.nodes["id"].iat[graph.position(name)] == node


@pytest.mark.parametrize("name", ["Buskerud", "KUNNSKAP"])
def test_a_name_that_several_have_is_not_said_to_be_missing(name: str) -> None:
    with pytest.raises(SharedName, match=f"several are called '{name}': give the id, "):
        drawn(TWICE).position(name)
    with pytest.raises(SharedName) as caught:
        drawn(TWICE).position("buskerud")
    assert caught.value.in_("nb") == (
        "flere heter «buskerud»: oppgi id-en, «f06» (region) eller «f33» (region)"
    )


def test_of_kind_and_related_pick_rows_and_keep_their_positions() -> None:
    graph = drawn(PATH)
    assert graph.of_kind("Goal").index.tolist() == [2, 3]
    assert graph.of_kind("Goal", "Municipality").index.tolist() == [0, 2, 3]
    assert graph.of_kind("Plan").empty
    assert graph.related("OWNS", "PART_OF").index.tolist() == [0, 2]
    assert graph.related("FUNDS").empty
    apart = graph.related("OWNS", "PART_OF")
    with pytest.MonkeyPatch.context() as patched:  # as of a table with very many rows
        patched.setattr(sorted_rows, "FEW", 0)
        pd.testing.assert_frame_equal(graph.related("OWNS", "PART_OF"), apart)
    with pytest.raises(UnknownName, match="kind 'Gaol' does not exist; did you mean 'Goal'"):
        graph.of_kind("Gaol")


def test_several_documents_may_say_one_thing_and_one_may_say_it_once() -> None:
    row = {"source": "a", "relation": "OWNS", "target": "g", "document": "d"}
    graph = PlanGraph.from_tables(
        [{"id": "a", "kind": "Actor"}, {"id": "g", "kind": "Goal"}],
        [{**row, "line": 7}, {**row, "line": 9}, {**row, "line": 7}],
        [{"id": "d"}],
    )
    assert (len(graph.edges), graph.edge_count) == (2, 1)


def test_an_edge_after_another_counts_once_however_often_it_is_said() -> None:
    graph = drawn("""
        Actor a
        Goal g
        Goal h
        a OWNS g
        a OWNS h document=x
        a OWNS h document=y
    """)
    assert (len(graph.edges), graph.edge_count) == (3, 2)


def test_an_undirected_edge_is_the_same_both_ways() -> None:
    nodes = "Municipality sogne\nMunicipality vennesla\n"
    assert drawn(f"{nodes} sogne COLLABORATES_WITH vennesla") == drawn(
        f"{nodes} vennesla COLLABORATES_WITH sogne"
    )


def test_the_tables_that_are_given_out_can_be_changed_without_changing_the_graph() -> None:
    graph = drawn(PATH)
    nodes, edges = graph.nodes, graph.edges
    nodes.loc[0, "name"] = "Songdalen"
    edges["target"] = 0
    assert graph == drawn(PATH)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (float("nan"), ""),
        (np.nan, ""),
        (pd.NA, ""),
        (pd.NaT, ""),
        (7, "7"),
        (7.0, "7"),
        (np.float64(0.25), "0.25"),
        (np.int64(7), "7"),
        (0.1, "0.1"),
        (np.float32(0.5), "0.5"),
        (True, "true"),
        (np.bool_(False), "false"),
        (10**30, "1" + "0" * 30),
        (datetime.date(2015, 4, 16), "2015-04-16"),
        (pd.Timestamp("2015-04-16"), "2015-04-16"),
        (datetime.datetime(2015, 4, 16, 12), "2015-04-16T12:00:00"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("Ska\u030anland", "Skånland"),
        ("  luft\u00a0 ", "luft"),
        ("\0", "\ufffd"),
        ("\ud83d", "\ufffd"),
        ("side\x0cskift", "side\x0cskift"),
    ],
)
def test_any_value_becomes_text_in_one_way(value: Any, text: str) -> None:
    rows = [{"quote": value}, {"quote": "x"}]
    assert cleaning.frame(rows, ["quote"])["quote"].tolist() == [text, "x"]
    if text != "\ufffd":  # half a surrogate pandas itself refuses in a table
        as_object = pd.DataFrame({"quote": pd.Series([value, "x"], dtype=object, index=[9, 3])})
        assert cleaning.frame(as_object, ["quote"])["quote"].tolist() == [text, "x"]


def test_rows_of_a_table_with_an_index_of_its_own_keep_their_values() -> None:
    nodes = pd.DataFrame({"id": ["a", "b"], "kind": ["Goal", "Goal"]}, index=[70, 3])
    assert PlanGraph.from_tables(nodes).nodes["id"].tolist() == ["a", "b"]
    few = pd.DataFrame({"kind": pd.Categorical(["Goal", None, "Plan"])}, index=[5, 5, 1])
    assert cleaning.frame(few, ["kind", "id"])["kind"].tolist() == ["Goal", "", "Plan"]


@pytest.mark.parametrize(
    "text", ["0.1", "1e5", "5e-324", "1.7976931348623157e308", "123456789.123456789", "-0.5", ".5"]
)
def test_numbers_are_read_to_the_last_digit(text: str) -> None:
    assert tables.numbers(pd.Series([text, ""], dtype=tables.TEXT)).tolist()[0] == float(text)


@EXAMPLES
@given(number=st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_written_out_is_read_back_equal(number: float) -> None:
    text = pd.Series([cleaning.as_text(number)], dtype=tables.TEXT)
    assert tables.numbers(text).tolist() == [number]


@pytest.mark.parametrize("text", ["1_000", "inf", "nan", "0x10", "1,5", "1 000", "True", "1e999"])
def test_what_python_alone_takes_for_a_number_is_none(text: str) -> None:
    with pytest.raises(InvalidData, match="is not an amount"):
        PlanGraph.from_tables(
            [{"id": "a", "kind": "Actor"}],
            [{"source": "a", "relation": "FUNDS", "target": "a", "amount": text}],
        )


def test_networkx_knows_everything_and_a_graph_of_its_own_becomes_one() -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("sogne", kind="Municipality", name="Søgne", population=11321)
    graph.add_node("vekst", kind="Goal")
    graph.add_edge("sogne", "vekst", "OWNS", share=0.5, modality="planned")
    found = PlanGraph.from_networkx(graph)
    assert [(f.property, f.value) for f in found.nodes["facts"].iat[0]] == [("population", "11321")]
    assert found.edges[["share", "modality"]].to_numpy().tolist() == [[0.5, "planned"]]
    assert PlanGraph.from_networkx(found.to_networkx()) == found
    data = found.to_networkx().edges["sogne", "vekst", "OWNS"]
    assert data["assertions"] == [{"modality": "planned", "share": 0.5}]


def test_what_was_not_read_goes_along_to_networkx_and_back() -> None:
    nodes, unread = [{"id": "a", "kind": "Actor"}], [Unread("sheet", "Budsjett", ("Sum",), 12)]
    graph = PlanGraph.from_tables(nodes, unread=unread)
    there = graph.to_networkx()
    assert there.graph["unread"] == [
        {"what": "sheet", "file": "Budsjett", "names": "Sum", "number": "12"}
    ]
    assert PlanGraph.from_networkx(there) == graph
    assert list(PlanGraph.from_networkx(there).unread) == unread
    assert "unread" not in PlanGraph.from_tables(nodes).to_networkx().graph


@EXAMPLES
@given(rows=plan_rows(), seed=st.integers(0, 999))
def test_the_order_of_rows_means_nothing(rows: PlanRows, seed: int) -> None:
    shuffle = random.Random(seed).sample
    shuffled = [shuffle(table, len(table)) for table in rows[:4]]
    assert PlanRows(*shuffled, rows.name, rows.title).graph() == rows.graph()


@EXAMPLES
@given(graph=plan_graphs(), data=st.data())
def test_a_neighbourhood_grows_with_its_radius_up_to_the_whole_that_hangs_together(
    graph: PlanGraph, data: st.DataObject
) -> None:
    if graph.nodes.empty:
        return
    node = data.draw(st.sampled_from(graph.nodes["id"].tolist()))
    sizes = [len(graph.neighbourhood(node, hops).nodes) for hops in range(len(graph.nodes) + 1)]
    assert sizes[0] == 1
    assert sizes == sorted(sizes)
    whole = nx.node_connected_component(graph.to_networkx().to_undirected(), node)
    assert sizes[-1] == len(whole)


@EXAMPLES
@given(graph=plan_graphs())
def test_a_graph_shows_itself_without_letting_a_name_out(graph: PlanGraph) -> None:
    html = graph._repr_html_()
    assert "<b>" not in html
    assert html.count("<table>") == 1
    assert repr(graph).startswith("PlanGraph(")


def test_a_notebook_shows_kinds_with_five_names_and_relations_with_their_assertions() -> None:
    goals = "\n".join(f"Goal g{n}" for n in range(6))
    measures = "\n".join(f"Measure m{n}" for n in range(5))
    graph = drawn(f"""
        {goals}
        {measures}
        Actor a name="A & B"
        a OWNS g0 document=x
        a OWNS g0 document=y
        a SUPPORTS g1
        a SUPPORTS g2
    """)
    cells = [re.sub("<[^>]*>", "|", row) for row in graph._repr_html_().split("<tr>")]
    assert [[cell for cell in row.split("|") if cell] for row in cells] == [
        ["PlanGraph(12 nodes, 3 edges, 2 documents)"],
        ["actors", "1", "A &amp; B"],
        ["goals", "6", "g0, g1, g2, g3, g4, …"],
        ["measures", "5", "m0, m1, m2, m3, m4"],
        ["OWNS", "1", "2 assertions"],
        ["SUPPORTS", "2"],
    ]
