"""What must hold of single queries, and of queries together, on every graph.

What must hold of each of them alike is in `test_every_query.py`.
"""

from __future__ import annotations

import itertools
import random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool import PlanGraph, engine, queries, schema
from graphtool.queries.answer_options import GRADES
from tests.strategies import NAMES, days_to_look_at, plan_rows

CALM = settings(derandomize=True, max_examples=5, deadline=None, database=None)
PLAIN = st.sampled_from(NAMES)
ROWS = plan_rows(texts=PLAIN, max_nodes=8)
DAYS = st.none() | days_to_look_at()
EVERY = sorted(queries.QUERIES)
GRADED = {"goal": "orphaned-goals", "measure": "orphaned-measures"}


def asked(name: str, graph: PlanGraph, as_of: str | None, **options: object) -> engine.Answer:
    return engine.run(name, graph, as_of=as_of, **options)


@given(ROWS, DAYS)
@CALM
def test_every_goal_is_either_orphaned_or_owned_and_never_twice(rows, as_of):
    graph = rows.graph()
    for item, name in GRADED.items():
        graded = asked(name, graph, as_of, all=True).records()
        every = [row[item] for row in graded]
        owned = [row[item] for row in graded if row["grade"] == "owned"]
        orphans = [row[item] for row in asked(name, graph, as_of).records()]
        assert len(every) == len(set(every))
        assert sorted(every) == sorted(orphans + owned)
        if as_of is None:
            assert set(every) == set(graph.of_kind(item.capitalize())["id"])


def ranks(graph: PlanGraph, item: str, as_of: str | None, **options: object) -> dict[str, int]:
    rows = asked(GRADED[item], graph, as_of, all=True, **options).records()
    return {row[item]: list(GRADES).index(row["grade"]) for row in rows}


@given(ROWS, DAYS, st.sampled_from(["none", "focus-area", "plan"]), st.data())
@CALM
def test_another_owner_makes_no_goals_grade_worse(rows, as_of, inherit, data):
    items = [n for n in rows.nodes if n["kind"] in ("Goal", "Measure", "Strategy", "FocusArea")]
    if not items:
        return
    owner = {"id": "ny part", "kind": "Municipality", "name": "Ny part"}
    edge = {
        "source": "ny part",
        "relation": "RESPONSIBLE_FOR",
        "target": data.draw(st.sampled_from(items))["id"],
    }
    more = rows._replace(nodes=[*rows.nodes, owner], edges=[*rows.edges, edge])
    for item in GRADED:
        before = ranks(rows.graph(), item, as_of, inherit=inherit)
        after = ranks(more.graph(), item, as_of, inherit=inherit)
        assert all(after[goal] <= rank for goal, rank in before.items())


@given(ROWS, DAYS)
@CALM
def test_inheriting_from_further_up_makes_no_goals_grade_worse(rows, as_of):
    graph = rows.graph()
    for item in GRADED:
        none, area, plan = (
            ranks(graph, item, as_of, inherit=far) for far in ("none", "focus-area", "plan")
        )
        assert all(plan[goal] <= area[goal] <= none[goal] for goal in none)


@given(ROWS, DAYS, st.booleans(), st.sampled_from(["party", "organisation", "municipality"]))
@CALM
def test_pairs_are_of_two_and_strength_is_the_sum_of_their_weights(rows, as_of, planned, level):
    graph = rows.graph()
    options = {"planned": planned, "level": level}
    pairs = asked("collaborations", graph, as_of, **options).records()
    found = [frozenset((row["party"], row["partner"])) for row in pairs]
    assert all(len(pair) == 2 for pair in found)
    assert len(found) == len(set(found))
    assert all(0 < row["weight"] <= row["activities"] for row in pairs)
    for row in asked("centrality", graph, as_of, **options).records():
        mine = [p for p in pairs if row["party"] in (p["party"], p["partner"])]
        assert row["degree"] == len(mine)
        assert row["strength"] == pytest.approx(sum(p["weight"] for p in mine), abs=1e-6)
        assert 0 <= row["betweenness"] <= 1
        assert 0 <= row["harmonic"] <= 1
        # As many activities as it shares with anybody: a whole number.
        assert row["strength"] == round(row["strength"])


@given(ROWS, DAYS)
@CALM
def test_ranks_count_on_and_equal_values_share_one(rows, as_of):
    records = asked("centrality", rows.graph(), as_of).records()
    for measure in ("degree", "strength", "betweenness", "harmonic", "eigenvector"):
        for row in records:
            better = sum(other[f"{measure}_rank"] < row[f"{measure}_rank"] for other in records)
            assert row[f"{measure}_rank"] == better + 1
            alike = sum(other[f"{measure}_rank"] == row[f"{measure}_rank"] for other in records)
            assert row[f"{measure}_ties"] == alike


@given(ROWS, DAYS)
@CALM
def test_longer_chains_only_add_to_the_shorter_ones(rows, as_of):
    graph = rows.graph()
    shorter: set[tuple[str, str]] = set()
    for steps in (1, 2, 3, 4):
        records = asked("dependencies", graph, as_of, steps=steps).records()
        pairs = {(row["dependent"], row["dependee"]) for row in records}
        assert len(pairs) == len(records)
        assert pairs >= shorter
        assert all(1 <= row["steps"] <= steps for row in records)
        shorter = pairs


@given(ROWS, DAYS)
@CALM
def test_what_is_missing_is_a_part_of_what_there_is(rows, as_of):
    graph = rows.graph()
    day = graph.as_of(as_of)
    ids = set(day.nodes["id"])
    for name, column in (
        ("goals-without-measures", "goal"),
        ("measures-without-goals", "measure"),
        ("unconnected", "node"),
        ("owners", "item"),
    ):
        assert {row[column] for row in asked(name, graph, as_of).records()} <= ids


LADDER = [
    *(
        {"id": name, "kind": kind}
        for name, kind in (
            ("p", "Plan"),
            ("f", "FocusArea"),
            ("s", "Strategy"),
            ("g", "Goal"),
            ("h", "Goal"),
            ("m", "Measure"),
            ("v", "Municipality"),
            ("w", "Municipality"),
        )
    ),
    {"id": "alle", "kind": "Actor", "subkind": "group"},
    {"id": "ukjent", "kind": "Actor", "subkind": "unresolved"},
    {"id": "før", "kind": "Actor", "valid_to": "2012"},
]
"""A plan, a focus area, a strategy, goals and a measure, and who may answer for them."""
STEPS = [tuple(pair.split()) for pair in ("f p", "s f", "g s", "g f", "h g", "h p", "m h", "m s")]


def answered_ladder(chance: random.Random) -> PlanGraph:
    """The ladder with most of its steps, and six who answer or coordinate somewhere on it."""
    steps = [pair for pair in STEPS if chance.random() < 0.8]
    edges = [{"source": a, "relation": "PART_OF", "target": b} for a, b in steps]
    edges += [
        {
            "source": chance.choice(["v", "w", "alle", "ukjent", "før"]),
            "relation": chance.choice(["RESPONSIBLE_FOR", "RESPONSIBLE_FOR", "COORDINATES"]),
            "target": chance.choice("pfsghm"),
            "modality": chance.choice(["stated", "stated", "planned"]),
            "valid_from": chance.choice(["", "", "2018"]),
            "valid_to": chance.choice(["", "", "2019"]),
        }
        for _ in range(6)
    ]
    if chance.random() < 0.5:
        merged = {"source": "w", "relation": "SUCCEEDED_BY", "target": "v", "valid_from": "2014"}
        edges.append(merged)
    return PlanGraph.from_tables(LADDER, edges)


@pytest.mark.combined
@pytest.mark.parametrize("successors", ["carry", "keep"])
@pytest.mark.parametrize("inherit", ["none", "focus-area", "plan"])
@pytest.mark.parametrize("as_of", [None, "2011", "2015", "2020"])
def test_owners_grade_everything_as_the_queries_of_orphans_do(as_of, inherit, successors):
    chance = random.Random(f"{as_of} {inherit} {successors}")
    graph = answered_ladder(chance)
    relations = chance.choice([("RESPONSIBLE_FOR",), ("COORDINATES", "RESPONSIBLE_FOR")])
    options = {"successors": successors, "inherit": inherit, "relations": relations}
    assert_they_agree(graph, as_of=as_of, **options)


@pytest.mark.combined
@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("as_of", [None, "2011", "2015", "2020"])
def test_unasked_for_anything_else_they_say_the_same_of_a_goal_too(as_of, seed):
    """Also where its owner has been merged into another."""
    assert_they_agree(answered_ladder(random.Random(f"{as_of} {seed}")), as_of=as_of)


def assert_they_agree(graph, **options):
    best: dict[str, tuple[int, str, set[str]]] = {}
    rows = queries.ask(graph, "owners", **options)
    said = (rows[name] for name in ("item", "party_name", "grade", "through"))
    for item, party, word, through in zip(*said, strict=True):
        grade = list(GRADES).index(word)
        assert party or word == "none"
        if word == "none":
            best.setdefault(item, (grade, "", set()))
            continue
        if grade < best.get(item, (99,))[0]:
            best[item] = (grade, through, set())
        if grade == best[item][0] and through == best[item][1]:
            best[item][2].add(party)
    expected = {}
    for kind, name in GRADED.items():
        rows = queries.ask(graph, name, all=True, **options)
        said = (rows[name] for name in (kind, "grade", "through", "parties"))
        for item, word, through, parties in zip(*said, strict=True):
            expected[item] = (
                list(GRADES).index(word),
                through,
                set(filter(None, parties.split("; "))),
            )
    assert best == expected


TWO_OF_EACH = [{"id": f"{kind} {n}", "kind": kind} for kind in schema.KINDS for n in (1, 2)]
MEETING = {"id": "Actor nett", "kind": "Actor", "subkind": "network"}
EDGES = [
    {"source": one["id"], "relation": relation, "target": other["id"]}
    for one, other in itertools.product([*TWO_OF_EACH, MEETING], repeat=2)
    for relation in schema.nearest_allowed(one["kind"], other["kind"])
    # Nothing is part of itself, and nobody is over.
    if relation != "SUCCEEDED_BY" and (relation != "PART_OF" or one["id"][:-1] > other["id"][:-1])
]
"""Every edge between two nodes of each kind and a network, structure in one direction only."""


@pytest.mark.combined
@pytest.mark.parametrize("share", [0.05, 0.2])
@pytest.mark.parametrize("name", EVERY)
def test_a_query_rests_on_the_relations_that_it_says_and_on_no_other(name, share):
    chance = random.Random(name)
    edges = [edge for edge in EDGES if chance.random() < share]
    read = queries.find(name).relations()
    assert {edge["relation"] for edge in edges} - set(read) or len(read) > 9
    only = [edge for edge in edges if edge["relation"] in read]
    answer, fewer = (
        queries.ask(PlanGraph.from_tables([*TWO_OF_EACH, MEETING], rows), name)
        for rows in (edges, only)
    )
    order = queries.find(name).order
    pd.testing.assert_frame_equal(engine.in_order(answer, order), engine.in_order(fewer, order))
