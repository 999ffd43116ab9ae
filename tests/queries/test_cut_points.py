"""Whose leaving would split the network, on graphs that one can draw."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from scipy.sparse import csr_array

from graphtool import PlanGraph
from graphtool.algorithms import articulation
from tests.drawing import answered, drawn, notes

COLUMNS = "party parts cut_off cut_off_names"


def tied(pairs: str) -> PlanGraph:
    """Municipalities of one letter that work together: `ab bc` is a path of three."""
    letters = sorted(set(pairs) - {" "})
    return PlanGraph.from_tables(
        [{"id": letter, "kind": "Municipality", "name": letter.upper()} for letter in letters],
        [
            {"source": one, "relation": "COLLABORATES_WITH", "target": other}
            for one, other in pairs.split()
        ],
    )


def cut_points(pairs: str) -> list[tuple]:
    return answered("cut-points", tied(pairs), COLUMNS)


def test_the_two_that_join_two_triangles_each_cut_off_two():
    assert cut_points("ab ac bc cd de df ef") == [("c", 2, 2, "A; B"), ("d", 2, 2, "E; F")]


def test_along_a_path_the_smaller_side_is_cut_off():
    assert cut_points("ab bc cd de") == [
        ("c", 2, 4, "A; B | D; E"),  # equal sides: neither is the rest
        ("b", 2, 1, "A"),
        ("d", 2, 1, "E"),
    ]


def test_without_the_middle_of_a_star_each_stands_alone():
    assert cut_points("ma mb mc md") == [("m", 4, 4, "A | B | C | D")]


def test_the_larger_of_those_cut_off_come_first():
    assert cut_points("mx my xy mp mq pq mr rs st tu ur mz") == [
        ("m", 4, 5, "P; Q | X; Y | Z"),
        ("r", 2, 3, "S; T; U"),
    ]


@pytest.mark.parametrize("pairs", ["ab", "ab bc ca", "ab bc cd da", "ab ac ad bc bd cd"])
def test_where_everybody_has_another_way_nobody_is_a_cut_point(pairs):
    assert cut_points(pairs) == []
    assert "Ingen enkelt part holder nettet sammen" in notes("cut-points", tied(pairs))


def test_only_the_own_part_of_the_network_falls_apart():
    assert cut_points("ab bc xy xz yz") == [("b", 2, 2, "A | C")]


def test_those_cut_off_are_named_in_norwegian_order_and_their_ids_follow():
    graph = drawn("""
        Actor m
        Actor 1 name="Åmot"
        Actor 2 name="Ærdal"
        Actor 3 name="Zulu"
        Actor 4
        Actor 5
        Actor 6
        Actor 7
        Project p
        1 SUPPORTS p
        2 SUPPORTS p
        3 SUPPORTS p
        m SUPPORTS p
        Project q
        4 SUPPORTS q
        5 SUPPORTS q
        6 SUPPORTS q
        7 SUPPORTS q
        m SUPPORTS q
    """)
    columns = "party cut_off_ids cut_off_names"
    assert answered("cut-points", graph, columns) == [("m", "3; 2; 1", "Zulu; Ærdal; Åmot")]


def test_a_network_of_activities_hangs_together_by_whoever_is_in_both():
    graph = drawn("""
        Actor a
        Actor b
        Actor both
        Actor c
        Actor d
        Actor e
        Project p
        Project q
        a SUPPORTS p
        b SUPPORTS p
        both SUPPORTS p
        both LEADS q
        c SUPPORTS q
        d SUPPORTS q
        e SUPPORTS q modality=planned
    """)
    assert answered("cut-points", graph, COLUMNS) == [("both", 2, 4, "a; b | c; d")]
    assert answered("cut-points", graph, COLUMNS, planned=True) == [("both", 2, 2, "a; b")]


def test_nobody_and_nobody_tied():
    for language, words in (
        ("nb", "Ingen parter deltar i noe."),
        ("nn", "Ingen partar deltek i noko."),
        ("en", "No party takes part in anything."),
    ):
        assert notes("cut-points", drawn("Goal g"), language) == words
    assert answered("cut-points", drawn("Goal g"), "party") == []
    lonely = drawn("Actor a\nProject p\na OWNS p")
    assert answered("cut-points", lonely, "party") == []
    assert "det er ikkje noko nett å dele" in notes("cut-points", lonely, "nn")


def test_the_note_says_how_many_of_how_many():
    said = [notes("cut-points", tied("ab bc cd"), language) for language in ("nb", "nn", "en")]
    assert said == [
        "Nettet ville dele seg om én av disse sluttet: 2 av 4 parter.",
        "Nettet ville dele seg om éin av desse slutta: 2 av 4 partar.",
        "The network would split if one of these left: 2 of 4 parties.",
    ]


def test_every_graph_of_up_to_seven_falls_apart_as_networkx_says():
    for ties in nx.graph_atlas_g():
        if not ties.size():
            continue
        matrix = csr_array(nx.to_scipy_sparse_array(ties, nodelist=range(len(ties))))
        found = articulation.splits(matrix)
        assert set(found) == set(nx.articulation_points(ties)), ties.edges
        for node, split in found.items():
            own = nx.node_connected_component(ties, node) - {node}
            left = sorted(map(sorted, nx.connected_components(ties.subgraph(own))))
            assert split == (len(left), all_but_the_largest(left))


def test_of_some_nodes_alone_it_is_told_what_parts_them():
    """The even ones hold together, and only the odd are counted as cut off from each other."""
    for ties in nx.graph_atlas_g()[::3]:
        if not ties.size():
            continue
        matrix = csr_array(nx.to_scipy_sparse_array(ties, nodelist=range(len(ties))))
        wanted = {}
        for node in nx.articulation_points(ties):
            own = nx.node_connected_component(ties, node) - {node}
            left = [
                sorted(n for n in part if n % 2)
                for part in nx.connected_components(ties.subgraph(own))
            ]
            if len(odd := sorted(filter(None, left))) > 1:
                wanted[node] = (len(odd), all_but_the_largest(odd))
        assert articulation.splits(matrix, np.arange(len(ties)) % 2 == 1) == wanted, ties.edges


def all_but_the_largest(parts: list[list[int]]) -> list[list[int]]:
    sizes = [len(part) for part in parts]
    return parts if sizes.count(max(sizes)) > 1 else [p for p in parts if len(p) < max(sizes)]


def test_in_a_ring_of_ten_thousand_with_one_more_at_each_nobody_lists_all_the_others():
    ring = np.arange(10_000)
    one, other = np.append(ring, ring), np.append(np.roll(ring, 1), ring + len(ring))
    both = np.append(one, other), np.append(other, one)
    found = articulation.splits(csr_array((np.ones(len(both[0])), both)))
    assert found == {node: (2, [[node + len(ring)]]) for node in range(len(ring))}


def test_a_chain_of_three_thousand_is_not_too_deep():
    chain = csr_array(nx.to_scipy_sparse_array(nx.path_graph(3000)))
    assert list(articulation.splits(chain)) == list(range(1, 2999))


def test_families_of_florence_that_married_through_one_other_only():
    # By hand in the drawing of the marriages: each of these is the only way to somebody.
    marriages = nx.florentine_families_graph()
    graph = PlanGraph.from_tables(
        [{"id": family, "kind": "Actor", "name": family} for family in marriages],
        [{"source": a, "relation": "COLLABORATES_WITH", "target": b} for a, b in marriages.edges],
    )
    assert answered("cut-points", graph, "party cut_off_names") == [
        ("Medici", "Pazzi; Salviati | Acciaiuoli"),
        ("Albizzi", "Ginori"),
        ("Guadagni", "Lamberteschi"),
        ("Salviati", "Pazzi"),
    ]


def test_in_the_kristiansand_region_only_kristiansand_holds_others_on(kristiansand):
    # SMARTSKOG AS has Birkenes and the network beside it in its initiative: it loses nobody.
    assert answered("cut-points", kristiansand.graph, "party cut_off_names") == [
        ("kristiansand", "Sørlandets kompetansefond")
    ]


def test_a_network_is_tied_to_its_members_so_that_nobody_hangs_on_one_of_them():
    graph = drawn("""
        Municipality k1
        Municipality k2
        Municipality k3
        Actor n1 subkind=network
        Actor a1
        Project j1
        k1 MEMBER_OF n1
        k2 MEMBER_OF n1
        k3 MEMBER_OF n1
        n1 SUPPORTS j1
        k1 SUPPORTS j1
        a1 RESPONSIBLE_FOR j1
    """)
    assert answered("cut-points", graph, "party") == []


def test_who_meets_the_others_only_through_a_network_loses_touch_without_it():
    graph = drawn("""
        Municipality a
        Municipality b
        Actor n subkind=network
        Actor x
        Project p
        a MEMBER_OF n
        b MEMBER_OF n
        n SUPPORTS p
        x SUPPORTS p
    """)
    assert answered("cut-points", graph, "party cut_off_names") == [("n", "x")]


def test_where_all_meet_in_one_forum_only_that_is_said():
    graph = drawn("""
        Municipality a
        Municipality b
        Actor n subkind=council name=Rådet
        a MEMBER_OF n
        b MEMBER_OF n
    """)
    said = [notes("cut-points", graph, language) for language in ("nb", "nn", "en")]
    assert said == [
        "Ingen enkelt part holder nettet sammen: det deler seg ikke mer om én slutter, så lenge"
        " Rådet består. Bare dette knytter dem sammen.",
        "Ingen enkelt part held nettet saman: det deler seg ikkje meir om éin sluttar, så lenge"
        " Rådet står ved lag. Berre dette knyter dei saman.",
        "No single party holds the network together: it splits no further if one leaves, as long"
        " as there is Rådet. That alone ties them together.",
    ]
    assert "består" not in notes("cut-points", tied("ab bc ca"))


MEMBERS = """
    Municipality a
    Municipality b
    Actor nett subkind=network name="Det lange næringsnettverket"
    Measure bru
    a MEMBER_OF nett
    b MEMBER_OF nett
    a OWNS bru
"""
NOBODY = "Ingen enkelt part holder nettet sammen: det deler seg ikke mer om én slutter"


def test_where_all_meet_in_one_forum_only_that_is_what_holds_them_together():
    assert notes("cut-points", drawn(MEMBERS)) == (
        f"{NOBODY}, så lenge Det lange næringsnettverket består. Bare dette knytter dem sammen."
    )


@pytest.mark.parametrize("more", ["b OWNS bru", "a COLLABORATES_WITH b"])
def test_where_they_meet_twice_nothing_is_said_of_either(more):
    assert notes("cut-points", drawn(f"{MEMBERS}\n{more}")) == f"{NOBODY}."


def test_a_stated_tie_is_nothing_that_could_cease_to_be():
    assert notes("cut-points", tied("ab")) == f"{NOBODY}."


def test_what_would_stay_without_its_host_is_said():
    graph = drawn("""
        Municipality v name=Vennesla
        Municipality a name=Amli
        Municipality b name=Bykle
        Actor råd name=Rådet subkind=council
        v HOSTS råd
        v COLLABORATES_WITH a
        v COLLABORATES_WITH b
    """)
    said = notes("cut-points", graph, "en")
    assert "Vennesla hosts Rådet. Whatever it hosts counts here as if it stayed without" in said
    assert "hosts" not in notes(
        "cut-points",
        drawn("""
        Municipality v name=Vennesla
        Municipality a name=Amli
        Municipality b name=Bykle
        v COLLABORATES_WITH a
        v COLLABORATES_WITH b
    """),
        "en",
    )
