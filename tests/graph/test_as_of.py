"""The graph of one day: who was there, what was in force, and what merged parties left behind."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graphtool import dates
from graphtool.errors import GraphtoolError, UnknownName
from graphtool.graph import PlanGraph, interchange
from tests.drawing import drawn
from tests.strategies import EXAMPLES, days_to_look_at, plan_graphs

MERGER = """
    Municipality kristiansand
    Municipality sogne     valid_to=2019-12-31
    Municipality songdalen valid_to=2019-12-31
    Actor nettverket subkind=network
    Goal vekst
    sogne     SUCCEEDED_BY kristiansand valid_from=2020-01-01
    songdalen SUCCEEDED_BY kristiansand valid_from=2020-01-01
    kristiansand MEMBER_OF nettverket
    sogne        MEMBER_OF nettverket
    songdalen    MEMBER_OF nettverket valid_to=2018
    nettverket OWNS vekst valid_from=2015-04
    sogne COLLABORATES_WITH kristiansand
"""
"""Søgne and Songdalen became part of Kristiansand on 1 January 2020."""


def nodes(graph: PlanGraph) -> list[str]:
    return graph.nodes["id"].tolist()


def edges(graph: PlanGraph) -> list[str]:
    """Every assertion as `source RELATION target`, and whom it was taken over from."""
    return [
        f"{e['source']} {e['relation']} {e['target']}"
        + (f" (from {e['carried_from']})" if "carried_from" in e else "")
        for e in interchange.named_ends(graph)
    ]


def test_before_a_merger_all_three_are_there_and_none_has_been_succeeded() -> None:
    graph = drawn(MERGER).as_of("2019-12-31")
    assert nodes(graph) == ["kristiansand", "sogne", "songdalen", "nettverket", "vekst"]
    assert edges(graph) == [
        "kristiansand MEMBER_OF nettverket",
        "sogne MEMBER_OF nettverket",
        "nettverket OWNS vekst",
        "kristiansand COLLABORATES_WITH sogne",
    ]


def test_after_a_merger_the_successor_carries_the_edges_but_does_not_work_with_itself() -> None:
    graph = drawn(MERGER).as_of("2020-01-01")
    assert nodes(graph) == ["kristiansand", "nettverket", "vekst"]
    assert edges(graph) == [
        "kristiansand MEMBER_OF nettverket",
        "kristiansand MEMBER_OF nettverket (from sogne)",
        "nettverket OWNS vekst",
    ]
    assert graph.edge_count == 2, "Kristiansand is one member, on the word of two assertions"


def test_keeping_leaves_the_merged_with_their_edges_and_says_what_became_of_them() -> None:
    graph = drawn(MERGER).as_of("2020-01-01", successors="keep")
    assert nodes(graph) == ["kristiansand", "sogne", "songdalen", "nettverket", "vekst"]
    assert edges(graph) == [
        "kristiansand MEMBER_OF nettverket",
        "sogne MEMBER_OF nettverket",
        "nettverket OWNS vekst",
        "kristiansand COLLABORATES_WITH sogne",
        "sogne SUCCEEDED_BY kristiansand",
        "songdalen SUCCEEDED_BY kristiansand",
    ]


def test_a_split_gives_the_edges_to_each_part() -> None:
    graph = drawn("""
        Municipality snillfjord
        Municipality heim
        Municipality hitra
        Municipality orkland
        Plan kystplan
        snillfjord SUCCEEDED_BY heim    valid_from=2020
        snillfjord SUCCEEDED_BY hitra   valid_from=2020
        snillfjord SUCCEEDED_BY orkland valid_from=2020
        snillfjord ADOPTED kystplan
    """).as_of("2020")
    assert edges(graph) == [
        f"{part} ADOPTED kystplan (from snillfjord)" for part in ("heim", "hitra", "orkland")
    ]


def test_a_chain_gives_the_edges_to_the_last_that_is_there() -> None:
    graph = drawn("""
        Municipality lensvik
        Municipality agdenes
        Municipality orkland
        Plan kystplan
        lensvik SUCCEEDED_BY agdenes valid_from=1964
        agdenes SUCCEEDED_BY orkland valid_from=2020
        lensvik ADOPTED kystplan
    """)
    assert edges(graph.as_of("1963")) == ["lensvik ADOPTED kystplan"]
    assert edges(graph.as_of("2019")) == ["agdenes ADOPTED kystplan (from lensvik)"]
    assert edges(graph.as_of("2020")) == ["orkland ADOPTED kystplan (from lensvik)"]


def test_both_ends_of_an_edge_may_have_been_merged() -> None:
    graph = drawn("""
        Municipality nord
        Municipality sor
        Municipality ny-nord
        Municipality ny-sor
        nord SUCCEEDED_BY ny-nord valid_from=2020
        sor  SUCCEEDED_BY ny-sor  valid_from=2020
        nord COLLABORATES_WITH sor
    """).as_of("2021")
    assert edges(graph) == ["ny-nord COLLABORATES_WITH ny-sor (from sor;nord)"]


def test_what_lies_in_a_merged_municipality_lies_in_its_successor() -> None:
    graph = drawn("""
        Municipality kristiansand
        Municipality sogne
        Resource hallen
        sogne SUCCEEDED_BY kristiansand valid_from=2020
        hallen LOCATED_IN sogne
    """).as_of("2020")
    assert edges(graph) == ["hallen LOCATED_IN kristiansand (from sogne)"]


def test_one_that_was_merged_and_split_off_again_is_there_again() -> None:
    graph = drawn("""
        Municipality haram
        Municipality alesund
        Actor nettverket
        haram   SUCCEEDED_BY alesund valid_from=2020
        alesund SUCCEEDED_BY haram   valid_from=2024
        haram MEMBER_OF nettverket
    """)
    assert nodes(graph.as_of("2019")) == ["alesund", "haram", "nettverket"]
    assert edges(graph.as_of("2023")) == ["alesund MEMBER_OF nettverket (from haram)"]
    assert nodes(graph.as_of("2024")) == ["alesund", "haram", "nettverket"]
    assert "haram MEMBER_OF nettverket" in edges(graph.as_of("2024"))


def test_a_renaming_to_itself_ends_nobody() -> None:
    graph = drawn("""
        Municipality tjome
        tjome SUCCEEDED_BY tjome valid_from=2018
    """)
    assert nodes(graph.as_of("2020")) == ["tjome"]


def test_a_successor_that_is_itself_over_leaves_nobody_to_carry_to() -> None:
    graph = drawn("""
        Actor nettverket  valid_to=2017
        Actor prosjektrad valid_to=2019
        Goal vekst
        nettverket SUCCEEDED_BY prosjektrad valid_from=2018
        nettverket OWNS vekst
    """)
    assert edges(graph.as_of("2018")) == ["prosjektrad OWNS vekst (from nettverket)"]
    assert nodes(graph.as_of("2020")) == ["vekst"]
    assert nodes(graph.as_of("2020", successors="keep")) == ["vekst"]


@pytest.mark.parametrize(
    ("day", "there"),
    [
        ("2015-03-31", False),
        ("2015-03", False),
        ("2015-04-01", True),
        ("2015-04", True),
        ("2015", True),
        ("2017-12-31", True),
        ("2017", True),
        ("2018-01-01", False),
        ("2018", False),
    ],
)
def test_a_month_begins_with_its_first_day_and_a_year_ends_with_its_last(
    day: str, there: bool
) -> None:
    graph = drawn("Project fase-2 valid_from=2015-04 valid_to=2017").as_of(day)
    assert nodes(graph) == (["fase-2"] if there else [])


def test_facts_are_those_of_the_day() -> None:
    graph = PlanGraph.from_tables(
        [{"id": "k", "kind": "Municipality"}],
        facts=[
            {"node": "k", "property": "number", "value": "1001", "valid_to": "2019-12-31"},
            {"node": "k", "property": "number", "value": "4204", "valid_from": "2020-01-01"},
        ],
    )
    assert [f.value for f in graph.as_of("2019").nodes["facts"].iat[0]] == ["1001"]
    assert [f.value for f in graph.as_of("2020").nodes["facts"].iat[0]] == ["4204"]


def test_no_day_is_all_of_time_and_a_day_that_is_none_is_refused() -> None:
    graph = drawn(MERGER)
    assert graph.as_of(None) is graph
    with pytest.raises(GraphtoolError, match=r"'16\.04\.2015' is no date; expected a year, month"):
        graph.as_of("16.04.2015")


MODES = st.sampled_from(("carry", "keep"))


@EXAMPLES
@given(graph=plan_graphs(), day=days_to_look_at(), successors=MODES)
def test_the_graph_of_a_day_is_its_own_graph_of_that_day(
    graph: PlanGraph, day: str, successors: str
) -> None:
    once = graph.as_of(day, successors=successors)
    # One that is kept from its end until its succession has none in the graph of a day between.
    succeeded = set(once.related("SUCCEEDED_BY")["source"])
    ended = {at for at, end in enumerate(once.nodes["valid_to"]) if dates.has_ended(end, day)}
    assume(ended <= succeeded)
    assert once.as_of(day, successors=successors) == once


@EXAMPLES
@given(graph=plan_graphs(), day=days_to_look_at(), successors=MODES)
def test_nothing_is_there_before_it_begins_and_only_the_succeeded_are_after_they_end(
    graph: PlanGraph, day: str, successors: str
) -> None:
    on_day = graph.as_of(day, successors=successors)
    # With keep one that ended before it was succeeded goes on in between: periods have no holes.
    old = graph.nodes["id"].iloc[graph.related("SUCCEEDED_BY")["source"]]
    merged = set(old) if successors == "keep" else set()
    for node, begins, ends in on_day.nodes[["id", "valid_from", "valid_to"]].itertuples(
        index=False
    ):
        assert dates.has_begun(begins, day)
        assert node in merged or not dates.has_ended(ends, day)
    for begins, ends in zip(on_day.edges["valid_from"], on_day.edges["valid_to"], strict=True):
        assert dates.has_begun(begins, day)
        assert not dates.has_ended(ends, day)


@EXAMPLES
@given(graph=plan_graphs(), day=days_to_look_at())
def test_carrying_loses_no_edge_between_those_that_are_there_or_have_a_successor(
    graph: PlanGraph, day: str
) -> None:
    kept, carried = graph.as_of(day, successors="keep"), graph.as_of(day)
    there = set(nodes(carried))
    heirs = {node: {node} for node in there}
    followed: dict[str, set[str]] = {}
    for e in interchange.named_ends(graph):
        if e["relation"] == "SUCCEEDED_BY" and dates.has_begun(e.get("valid_from", ""), day):
            followed.setdefault(e["source"], set()).add(e["target"])
    heirs |= {node: _heirs(node, followed, there) for node in set(nodes(graph)) - there}
    have = {(e["source"], e["relation"], e["target"]) for e in interchange.named_ends(carried)}
    have |= {(t, r, s) for s, r, t in have if r == "COLLABORATES_WITH"}
    for e in interchange.named_ends(kept):
        if e["relation"] == "SUCCEEDED_BY":
            continue  # history, not something that is inherited
        for source, target in product(heirs[e["source"]], heirs[e["target"]]):
            is_loop = source == target and e["source"] != e["target"]
            assert is_loop or (source, e["relation"], target) in have


def _heirs(node: str, followed: dict[str, set[str]], there: set[str]) -> set[str]:
    """Who is there in its place: the first on each way along the successions."""
    found, seen, front = set[str](), {node}, [node]
    while front:
        for heir in followed.get(front.pop(), set()) - seen:
            seen.add(heir)
            if heir in there:
                found.add(heir)
            else:
                front.append(heir)
    return found


def test_what_successors_carry_on_stands_among_the_other_assertions_in_their_order():
    """Five are in all of six; the second is in the last alone, and is followed by the third."""
    members = "\n".join(f"{a} MEMBER_OF {b}" for a, b in product("acdef", "abcdef") if a != b)
    actors = "\n".join(f"Actor {a}" for a in "abcdef")
    graph = drawn(f"{actors}\n{members}\nb MEMBER_OF f\nb SUCCEEDED_BY c valid_from=2000")
    later = graph.as_of("2010").edges
    assert list(later.columns) == list(graph.edges.columns)
    ends = later[later["relation"] == "MEMBER_OF"][["source", "target"]].to_numpy().tolist()
    assert ends == sorted(ends)
    assert len(ends) == 5 * 4 + 1 + 4  # what the five say, what c is in for b, who is in c for b


def test_who_is_no_more_on_a_day_is_not_said_never_to_have_been() -> None:
    """Also of a part of that day's graph; of all of time the name is known."""
    graph = drawn("Municipality old name=Søgne valid_to=2019\nMunicipality v name=Vennesla")
    assert graph.position("Søgne") >= 0
    day = graph.as_of("2021")
    for one in (day, day.subgraph(["v"])):
        with pytest.raises(UnknownName, match="'Søgne' does not exist as of 2021"):
            one.position("Søgne")
