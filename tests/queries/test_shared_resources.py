"""What several others rest on."""

from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drawing import answered, drawn, notes

# senter and bro both need the site; bo needs the centre alone, bud the centre and the bridge.
SITE = """
    Municipality v name=Vennesla
    Municipality k name=Kristiansand
    Goal bo name=Bo
    Goal bud name=Budskap
    Project senter name=Senter
    Project bro name=Bro
    Resource tomt name=Tomt
    Resource stål name=Stål
    v OWNS bo
    k OWNS bud
    bo DEPENDS_ON senter
    bud DEPENDS_ON senter
    bud DEPENDS_ON bro
    senter DEPENDS_ON tomt modality=derived document=plan line=7
    bro DEPENDS_ON tomt status=met
    bro DEPENDS_ON stål
"""


def test_all_that_leads_to_it_rests_on_it_and_some_of_that_on_nothing_beside():
    # To the site lead four; of these senter and bo have no other end, bro and bud have the steel.
    assert answered("shared-resources", drawn(SITE), "node rests only directly home_names") == [
        ("tomt", 4, 2, "Bro; Senter", "Kristiansand; Vennesla"),
        ("senter", 2, 1, "Bo; Budskap", "Kristiansand; Vennesla"),
        ("stål", 2, 0, "Bro", "Kristiansand"),
    ]
    said = notes("shared-resources", drawn(SITE)).splitlines()
    assert said[:2] == ["På hver av 3 ting hviler minst 2 andre.", "Flest, 4, hviler på «Tomt»."]
    assert said[-1].startswith("Hver avhengighet er lest som nødvendig.")


def test_the_best_said_dependency_on_it_is_cited():
    told = answered("shared-resources", drawn(SITE), "node modality document", least=3)
    assert told == [("tomt", "stated", None)]


def test_where_many_rest_on_one_thing_and_on_nothing_beside_that_is_said():
    graph = drawn("Goal a\nGoal b\nResource r\na DEPENDS_ON r\nb DEPENDS_ON r")
    assert answered("shared-resources", graph, "rests only homes") == [(2, 2, 0)]
    only = (
        "Alle kjeder av avhengigheter fra det som hviler på «r», går gjennom det eller ender i det."
    )
    assert only in notes("shared-resources", graph).splitlines()


def test_in_a_circle_all_rest_on_each_other_and_none_is_the_only_way():
    graph = drawn("Goal a\nGoal b\nGoal c\na DEPENDS_ON b\nb DEPENDS_ON c\nc DEPENDS_ON a")
    assert answered("shared-resources", graph, "node rests only") == [
        ("a", 2, 0),
        ("b", 2, 0),
        ("c", 2, 0),
    ]
    assert "Like mange, 2, hviler på hver av dem." in notes("shared-resources", graph)


def test_a_thing_that_depends_on_itself_alone_rests_on_nothing():
    graph = drawn("Goal a\nGoal b\na DEPENDS_ON a\nb DEPENDS_ON a")
    assert answered("shared-resources", graph, "node rests", least=1) == [("a", 1)]


def test_where_there_is_none_that_is_said():
    graph = drawn("Goal a\nGoal b\na DEPENDS_ON b")
    assert notes("shared-resources", graph) == "Det er ingenting som minst 2 andre hviler på."
    assert notes("shared-resources", graph, "en", least=1).startswith(
        "One thing is needed by at least 1 other."
    )
    assert notes("shared-resources", drawn("Goal a")) == "Ingen avhengigheter i dataene."


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=14))
def test_it_counts_ancestors_and_those_that_reach_no_end_without_it(pairs):
    arcs = sorted((one, other) for one, other in pairs if one != other)
    lines = [f"Goal g{at}" for at in range(7)]
    lines += [f"g{one} DEPENDS_ON g{other}" for one, other in arcs]
    told = answered("shared-resources", drawn("\n".join(lines)), "node rests only", least=1)
    graph = nx.DiGraph(arcs)
    parts = list(nx.strongly_connected_components(graph))
    ends = {
        node
        for part in parts
        if all(end in part for at in part for end in graph[at])
        for node in part
    }
    expected = []
    for node in graph:
        above = nx.ancestors(graph, node)
        rest = graph.subgraph(set(graph) - {node})
        free = {at for at in above if (nx.descendants(rest, at) | {at}) & ends}
        if above:
            expected.append((f"g{node}", len(above), len(above - free)))
    assert sorted(told) == sorted(expected)


def test_what_rests_on_several_of_them_is_told_of_each():
    graph = drawn(
        "Goal a\nGoal b\nGoal c\nResource r\nResource q\n"
        "a DEPENDS_ON b\nb DEPENDS_ON r\nb DEPENDS_ON q\nc DEPENDS_ON a"
    )
    assert "Flest, 3, hviler på hver av disse: «q» og «r»." in notes("shared-resources", graph)
