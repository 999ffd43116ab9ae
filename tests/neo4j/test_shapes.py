"""Graphs whose shape makes a plan multiply: chains, circles, diamonds, one network with all in it.

The server of these tests has 512 MB. A plan that multiplies does not end on any of them, or ends
for want of memory; so that they end at all is half of what is asked here.
"""

from __future__ import annotations

from itertools import pairwise, permutations
from typing import Any

import pytest
from pandas.testing import assert_frame_equal

from graphtool import PlanGraph, database, engine
from tests.neo4j.conftest import Home
from tests.neo4j.test_queries import steps_with_many_rows

Rows = list[dict[str, Any]]
CALLED = {"g": "Goal", "p": "Plan", "k": "Municipality", "n": "Actor"}


def graph_of(*edges: tuple[str, str, str] | tuple[str, str, str, str]) -> PlanGraph:
    """Source, relation, target and since when; the first letter of an id says the kind."""
    ids = sorted({end for source, _, target, *_ in edges for end in (source, target)})
    nodes = [
        {
            "id": name,
            "kind": CALLED[name[0]],
            "name": name.title(),
            "subkind": "network" if name[0] == "n" else "",
        }
        for name in ids
    ]
    said = [
        {
            "source": source,
            "relation": relation,
            "target": target,
            "valid_from": "".join(since),
            "line": line,
        }
        for line, (source, relation, target, *since) in enumerate(edges, start=1)
    ]
    return PlanGraph.from_tables(nodes, said, name="form")


def a_chain(length: int) -> PlanGraph:
    """Each goal part of the next; somebody answers for the last, which all the others inherit."""
    goals = [f"g{at:04}" for at in range(length)]
    parts = [(one, "PART_OF", whole) for one, whole in pairwise(goals)]
    return graph_of(*parts, ("k", "OWNS", goals[-1]))


def succeeded_plans(goals: int, length: int) -> PlanGraph:
    """Goals of a plan that another succeeded, and that one another, year after year."""
    plans = [f"p{at:03}" for at in range(length)]
    chain = enumerate(pairwise(plans), start=1900)
    return graph_of(
        *((f"g{at:03}", "PART_OF", plans[0]) for at in range(goals)),
        *((old, "SUCCEEDED_BY", new, str(year)) for year, (old, new) in chain),
        *(("k", "OWNS", plan) for plan in plans[::3]),
    )


def circular_successions() -> PlanGraph:
    """Each of five municipalities said twice to have succeeded each other; none succeeds the sixth.

    Nothing leads back to the sixth, which every way through the circle has to be tried to see.
    """
    five = [f"k{at}" for at in range(5)]
    years = [str(1990 + at) for at in range(40)]
    said = [*permutations(five, 2), *permutations(five, 2)]
    return graph_of(
        *((a, "SUCCEEDED_BY", b, year) for (a, b), year in zip(said, years, strict=True)),
        ("k9", "SUCCEEDED_BY", "k0", "1985"),
        *((one, "OWNS", f"g{one}") for one in five),
        *((one, "MEMBER_OF", "n") for one in [*five, "k9"]),
        *((f"g{one}", "PART_OF", f"g{five[0]}") for one in five[1:]),
    )


def diamonds(levels: int) -> PlanGraph:
    """Two goals a level, each part of both above: twice as many ways with each level."""
    sides = [(f"g{at:02}a", f"g{at:02}b") for at in range(levels)]
    return graph_of(
        *(
            (part, "PART_OF", whole)
            for below, above in pairwise(sides)
            for part in below
            for whole in above
        )
    )


def crowded(memberships: int) -> PlanGraph:
    """Municipalities in networks of about nine, each in two or three."""
    count, networks = memberships * 2 // 5, memberships // 9
    return graph_of(
        *dict.fromkeys(
            (f"k{at * 7919 % count}", "MEMBER_OF", f"n{at % networks}") for at in range(memberships)
        )
    )


def asked(name: str, source: PlanGraph | engine.Server, **options: Any) -> Rows:
    return engine.run(name, source, **options).records()


FOLLOWING = (
    "owners",
    "orphaned-goals",
    "orphaned-measures",
    "goals-without-measures",
    "measures-without-goals",
    "ended-parties",
)
"""The queries that follow relations over any number of steps."""


def test_two_thousand_goals_each_part_of_the_next(home: Home) -> None:
    graph = a_chain(2000)
    database.load(graph, home.address)
    with engine.server(home.address) as server:
        assert server.loaded.deep  # else Cypher would go through two million steps
        for name in FOLLOWING:
            for day in (None, "2015"):
                there = asked(name, server, as_of=day)
                assert there == asked(name, graph, as_of=day), (name, day)
        assert server.count("orphaned-goals") == 1999
        owners = asked("owners", server)
    assert [owners[0][field] for field in ("item", "party", "grade", "through")] == [
        "g0000",
        "k",
        "inherited",
        "G1999",
    ]


def test_goals_of_plans_that_succeed_each_other(home: Home) -> None:
    graph = succeeded_plans(200, 60)
    database.load(graph, home.address)
    with engine.server(home.address) as server:
        assert not server.loaded.deep
        for day in (None, "1905", "1930"):
            options = {"inherit": "plan", "as_of": day}
            for name in ("owners", "orphaned-goals"):
                assert asked(name, server, **options) == asked(name, graph, **options), (name, day)
    assert steps_with_many_rows(home, graph) == []


@pytest.mark.combined
@pytest.mark.parametrize("deep", [False, True])
def test_municipalities_that_succeeded_each_other_in_circles(home: Home, deep: bool) -> None:
    graph = circular_successions()
    database.load(graph, home.address)
    with engine.server(home.address) as server:
        server.loaded = server.loaded._replace(deep=deep)
        for name in (*FOLLOWING, "collaborations"):
            for day in (None, "2005"):
                assert asked(name, server, as_of=day) == asked(name, graph, as_of=day), (name, day)
        ended = asked("ended-parties", server)
    assert [(row["party"], row["successors"]) for row in ended] == [("k9", "K0")]
    assert steps_with_many_rows(home, graph) == []


@pytest.mark.combined
@pytest.mark.parametrize("deep", [False, True])
def test_goals_that_are_part_of_both_above(home: Home, deep: bool) -> None:
    """Over 20 levels there are a million ways from the lowest to the highest."""
    graph = diamonds(20)
    database.load(graph, home.address)
    with engine.server(home.address) as server:
        server.loaded = server.loaded._replace(deep=deep)
        for name in FOLLOWING:
            assert asked(name, server) == asked(name, graph), name


def test_everybody_in_a_few_networks(home: Home) -> None:
    graph = crowded(2400)
    database.load(graph, home.address)
    with engine.server(home.address) as server:
        for name in ("participations", "roles", "municipal-dependencies", "cut-points"):
            assert asked(name, server) == asked(name, graph), name
    assert steps_with_many_rows(home, graph) == []


def test_what_was_fetched_has_its_evidence_and_its_dates(home: Home) -> None:
    """What is worked out here cites and dates as Cypher does."""
    graph = PlanGraph.from_tables(
        [
            {
                "id": "g",
                "kind": "Goal",
                "name": "Lære",
                "document": "d",
                "line": 3,
                "quote": "lære",
            },
            {"id": "m", "kind": "Measure", "name": "Les", "valid_to": "2014"},
            {"id": "k", "kind": "Municipality", "name": "Søgne", "valid_to": "2019"},
        ],
        [
            {"source": "m", "relation": "PART_OF", "target": "g"},
            {"source": "k", "relation": "SUPPORTS", "target": "g"},
            {"source": "k", "relation": "COORDINATES", "target": "g", "valid_to": "2016"},
        ],
        [{"id": "d"}],
    )
    database.load(graph, home.address)
    with engine.server(home.address) as server:
        server.loaded = server.loaded._replace(deep=True)
        for name in FOLLOWING:
            for day in (None, "2013", "2017"):
                assert asked(name, server, as_of=day) == asked(name, graph, as_of=day), (name, day)
        (row,) = asked("orphaned-goals", server)
    assert (row["document"], row["line"], row["quote"]) == ("d", 3, "lære")


def test_what_is_fetched_has_what_is_said_of_its_relations(home: Home) -> None:
    """Shares of what is owned, amounts of what is paid; nothing where nothing is said."""
    graph = PlanGraph.from_tables(
        [
            {"id": "k", "kind": "Municipality", "name": "Vennesla"},
            *({"id": one, "kind": "Actor", "name": one.title()} for one in ("verk", "havn")),
        ],
        [
            {"source": "k", "relation": "OWNS", "target": "verk", "share": 0.4},
            {"source": "k", "relation": "OWNS", "target": "havn"},
            {
                "source": "k",
                "relation": "FUNDS",
                "target": "verk",
                "amount": 5000,
                "currency": "NOK",
            },
        ],
    )
    database.load(graph, home.address)
    with database.connect(home.address) as there:
        for relations in (["OWNS"], ["FUNDS"], ["OWNS", "FUNDS"]):
            found = database.part(there, relations, dated=False).edges
            said = graph.edges[graph.edges["relation"].isin(relations)]
            ours, theirs = (
                e.sort_values(["relation", "target"]).reset_index(drop=True) for e in (said, found)
            )
            assert_frame_equal(
                theirs, ours[theirs.columns], check_dtype=False, check_categorical=False
            )
