"""What belongs to whom: who acts for a municipality, and what is its own."""

from __future__ import annotations

from hypothesis import given

from graphtool.graph import PlanGraph
from graphtool.graph.belonging import acts_for, belongs_to
from tests.drawing import drawn
from tests.strategies import EXAMPLES, plan_graphs


def acting(graph: PlanGraph) -> list[str]:
    """Who acts for which other, as `party municipality`, and among how many if it is shared."""
    ids = graph.nodes["id"].tolist()
    return sorted(
        f"{ids[party]} {ids[municipality]}" + (f" 1/{owners}" if owners > 1 else "")
        for party, municipality, owners in acts_for(graph).itertuples(index=False)
        if party != municipality
    )


def own(graph: PlanGraph) -> list[str]:
    """What belongs to which other, as `node municipality`."""
    ids = graph.nodes["id"].tolist()
    return sorted(f"{ids[a]} {ids[b]}" for a, b in belongs_to(graph).to_numpy().tolist() if a != b)


def test_a_hosted_council_acts_for_its_host_and_what_it_owns_is_the_hosts() -> None:
    graph = drawn("""
        Municipality k
        Actor raad subkind=council
        Resource vannverk
        k    HOSTS raad
        raad OWNS  vannverk
    """)
    assert acting(graph) == ["raad k"]
    assert own(graph) == ["raad k", "vannverk k"]


def test_an_intermunicipal_company_acts_for_each_owner_and_says_how_many_they_are() -> None:
    graph = drawn("""
        Municipality k
        Municipality l
        Municipality m
        Actor avfall  subkind=company
        Actor biogass subkind=company
        Actor ola     subkind=person
        k OWNS avfall
        l OWNS avfall
        avfall OWNS biogass
        ola AFFILIATED_WITH biogass
        ola AFFILIATED_WITH m
    """)
    assert acting(graph) == [
        "avfall k 1/2",
        "avfall l 1/2",
        "biogass k 1/2",
        "biogass l 1/2",
        "ola k 1/3",
        "ola l 1/3",
        "ola m 1/3",
    ]


def test_members_and_participants_do_not_act_for_each_other() -> None:
    graph = drawn("""
        Municipality k
        Actor nettverk subkind=network
        Actor bedrift  subkind=company
        k       MEMBER_OF nettverk
        bedrift MEMBER_OF nettverk
        k       FUNDS     bedrift
    """)
    assert acting(graph) == own(graph) == []


def test_companies_that_own_each_other_act_for_whom_owns_one_of_them() -> None:
    graph = drawn("""
        Municipality k
        Actor a subkind=company
        Actor b subkind=company
        Actor c subkind=company
        k OWNS a
        a OWNS b
        b OWNS c
        c OWNS a
    """)
    assert acting(graph) == ["a k", "b k", "c k"]


def test_a_group_that_names_nobody_acts_for_nobody_nor_does_what_is_under_it() -> None:
    graph = drawn("""
        Municipality k
        Actor alle   subkind=group
        Actor lag    subkind=association
        k    HOSTS alle
        alle OWNS  lag
    """)
    assert acting(graph) == []
    assert own(graph) == ["alle k"]


def test_what_is_planned_or_wished_makes_nothing_anybodys_and_what_is_derived_does() -> None:
    graph = drawn("""
        Municipality k
        Actor selskap subkind=company
        Actor havn    subkind=company
        Actor kai     subkind=company
        Resource tomt
        k OWNS selskap modality=planned
        k OWNS havn    modality=aspiration
        k OWNS kai     modality=derived
        k OWNS tomt    modality=planned
    """)
    assert acting(graph) == own(graph) == ["kai k"]


def test_an_advisers_own_company_is_not_the_municipalitys_but_what_she_answers_for_is() -> None:
    graph = drawn("""
        Municipality k
        Actor kari  subkind=person
        Actor firma subkind=company
        Measure kurs
        Project prosjekt
        kari AFFILIATED_WITH k
        kari OWNS firma
        kari OWNS kurs
        kari LEADS prosjekt
    """)
    assert acting(graph) == ["kari k"]
    assert own(graph) == ["kari k", "kurs k", "prosjekt k"]


def test_what_lies_in_a_municipality_is_its_own_but_what_that_has_is_not() -> None:
    graph = drawn("""
        Municipality k
        Region r
        Actor bedrift subkind=company
        Resource hall
        Goal vekst
        bedrift LOCATED_IN k
        hall    LOCATED_IN r
        bedrift OWNS vekst
    """)
    assert acting(graph) == []
    assert own(graph) == ["bedrift k"]


def test_coordinating_or_supporting_does_not_make_it_ones_own() -> None:
    graph = drawn("""
        Municipality k
        Measure a
        Measure b
        Measure c
        k COORDINATES a
        k SUPPORTS b
        k RESPONSIBLE_FOR c
    """)
    assert own(graph) == ["c k"]


def test_nothing_belongs_to_anybody_where_there_is_nobody() -> None:
    empty = PlanGraph.from_tables([])
    assert acts_for(empty).columns.tolist() == ["party", "municipality", "owners"]
    assert belongs_to(empty).columns.tolist() == ["node", "municipality"]
    assert acts_for(empty).empty
    assert belongs_to(empty).empty


def by_hand(graph: PlanGraph) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The definition, walked edge by edge from every municipality."""
    nodes = graph.nodes
    kind, subkind = nodes["kind"].astype(str).tolist(), nodes["subkind"].astype(str).tolist()
    said = [
        (row.source, row.relation, row.target)
        for row in graph.edges.itertuples()
        if row.modality in ("stated", "derived")
    ]
    acts, belongs = set(), set()
    for home in (at for at, word in enumerate(kind) if word == "Municipality"):
        ours, front = {home}, [home]
        while front:
            at = front.pop()
            near = {s for s, r, t in said if t == at and r == "AFFILIATED_WITH"}
            if subkind[at] != "person":
                near |= {t for s, r, t in said if s == at and r in ("OWNS", "HOSTS")}
            for node in near - ours:
                if kind[node] == "Actor" and subkind[node] != "group":
                    ours.add(node)
                    front.append(node)
        acts |= {(node, home) for node in ours}
        holds = ("OWNS", "HOSTS", "LEADS", "RESPONSIBLE_FOR")
        has = {
            t
            for s, r, t in said
            if s in ours
            and r in holds
            and not (r in ("OWNS", "HOSTS") and subkind[s] == "person" and kind[t] == "Actor")
        }
        here = {s for s, r, t in said if r == "LOCATED_IN" and t == home}
        belongs |= {(node, home) for node in ours | has | here}
    return acts, belongs


@EXAMPLES
@given(graph=plan_graphs())
def test_it_is_what_walking_edge_by_edge_finds(graph: PlanGraph) -> None:
    acts, belongs = by_hand(graph)
    found = acts_for(graph)
    assert [tuple(row) for row in found[["party", "municipality"]].to_numpy()] == sorted(acts)
    assert [tuple(row) for row in belongs_to(graph).to_numpy()] == sorted(belongs)
    for party, rows in found.groupby("party"):
        assert set(rows["owners"]) == {sum(node == party for node, _ in acts)}
