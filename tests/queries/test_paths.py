"""How two nodes hang together."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool import engine
from graphtool.errors import UnknownName
from tests.drawing import answered, drawn, notes

TWO_WAYS = """
    Municipality iveland name=Iveland aliases="Iveland kommune"
    Municipality vennesla name=Vennesla
    Actor råd subkind=council name=Rådet
    Actor nett subkind=network name=Nettet
    Goal g
    iveland MEMBER_OF råd document=a line=1 quote=med
    iveland MEMBER_OF råd modality=planned document=a
    vennesla LEADS råd modality=derived document=b
    iveland PARTICIPATES_IN p
    Plan p
    vennesla ADOPTED p
    nett OWNS g
"""


def test_all_the_shortest_paths_are_told_by_name_whichever_way_they_run():
    graph = drawn(TWO_WAYS)
    columns = "path steps modality document line quote nodes"
    assert answered("paths", graph, columns, from_="Iveland kommune", to="vennesla") == [
        (
            "Iveland —MEMBER_OF→ Rådet ←LEADS— Vennesla",
            2,
            "derived",
            "a",
            1,
            "med",
            "iveland; råd; vennesla",
        ),
        (
            "Iveland —PARTICIPATES_IN→ p ←ADOPTED— Vennesla",
            2,
            "stated",
            None,
            None,
            None,
            "iveland; p; vennesla",
        ),
    ]
    assert notes("paths", graph, from_="iveland", to="vennesla").startswith("2 korteste veier")
    one = answered("paths", graph, "nodes", from_="vennesla", to="iveland", most=1)
    assert len(one) == 1
    assert "det kan finnes flere" in notes("paths", graph, from_="vennesla", to="iveland", most=1)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "Ask with from and to"),
        ({"from_": "iveland"}, "Ask with from and to"),
        ({"from_": "iveland", "to": "iveland"}, "iveland and iveland are one."),
        ({"from_": "Iveland kommune", "to": "iveland"}, "Iveland kommune and iveland are one."),
        ({"from_": "iveland", "to": "nett"}, "Nothing ties iveland to nett within 6 steps."),
        ({"from_": "iveland", "to": "vennesla", "max_steps": 1}, "Nothing ties iveland to"),
    ],
)
def test_where_there_is_no_path_that_is_said(asked, said):
    graph = drawn(TWO_WAYS)
    assert engine.run("paths", graph, **asked).records() == []
    assert notes("paths", graph, "en", **asked).startswith(said)


def test_one_path_and_one_step_are_spoken_of_as_one():
    graph = drawn(TWO_WAYS)
    asked = {"from_": "iveland", "to": "vennesla"}
    assert notes("paths", graph, most=1, **asked).startswith("Den første av de korteste veiene, på")
    said = notes("paths", graph, "en", max_steps=1, **asked)
    assert said == "Nothing ties iveland to vennesla within 1 step."


def test_an_unknown_node_is_met_with_the_nearest():
    with pytest.raises(UnknownName, match="did you mean 'Iveland'"):
        answered("paths", drawn(TWO_WAYS), "path", from_="Ivland", to="vennesla")


def test_that_one_succeeded_another_ties_them_not():
    graph = drawn("Municipality a\nMunicipality b\na SUCCEEDED_BY b valid_from=2020")
    assert answered("paths", graph, "path", from_="a", to="b") == []


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=14))
def test_they_are_those_that_networkx_finds(pairs):
    arcs = sorted((one, other) for one, other in pairs if one != other)
    lines = [f"Goal g{at}" for at in range(7)]
    lines += [f"g{one} DEPENDS_ON g{other}" for one, other in arcs]
    found = answered("paths", drawn("\n".join(lines)), "nodes", from_="g0", to="g6", most=99)
    graph = nx.Graph(arcs)
    graph.add_nodes_from(range(7))
    expected = list(nx.all_shortest_paths(graph, 0, 6)) if nx.has_path(graph, 0, 6) else []
    assert sorted(found) == sorted(("; ".join(f"g{at}" for at in path),) for path in expected)
