"""Every query that has Cypher gives the same rows on the server as in memory, to the last field."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphtool import database, engine, formats, queries, schema
from graphtool.database import model, statements
from graphtool.database.address import DatabaseError
from graphtool.findings import findings
from graphtool.graph import PlanGraph
from tests.drawing import drawn
from tests.neo4j.conftest import Home
from tests.neo4j.profiles import heard_of, parameters_of, sent, steps_of
from tests.queries.answers.fjords import fjords
from tests.strategies import days_to_look_at, plan_graphs

DATA = Path(__file__).parents[2] / "data"
REGIONS = sorted(folder.name for folder in DATA.iterdir() if folder.is_dir())
OPTIONS: dict[str, list[Any]] = {
    "as_of": [None, "2015", "2018-06", "2024-06-30"],
    "steps": [1, 3],
    "max_steps": [1, 3],
    "from_": [None],
    "to": [None],
    "most": [20, 1],
    "least": [1, 3],
    "measure": [(), ("degree", "constraint")],
    "node": [()],
    "resolution": [0.5, 2.0],
    "alike": [60.0],
    "share": [0.25, 1.0],
    "through": [(), ("MEMBER_OF",), ("LEADS", "COLLABORATES_WITH")],
    "kinds": [(), ("forum",), ("Plan", "Project")],
    "relations": [(), ("OWNS",), ("MEMBER_OF", "LEADS", "PART_OF", "COLLABORATES_WITH")],
}
"""Values of options that are not one word of a few; of those all words are taken."""


def values(parameter: Any) -> list[Any]:
    """Some values of an option, its default among them."""
    few = list(parameter.choices) if not parameter.multiple else []
    some = [parameter.choices[:1], parameter.choices[-2:]] if parameter.name == "kind" else few
    known = OPTIONS.get(parameter.name) or some or [False, True]
    if parameter.multiple and parameter.choices:
        known = [several for several in known if {*several} <= {*parameter.choices}]
    return list(dict.fromkeys([parameter.default, *known]))


def settings_of(name: str) -> Iterator[dict[str, Any]]:
    """Every day with either kind of successors; every value of the other options."""
    parameters = queries.find(name).parameters
    defaults = {parameter.name: parameter.default for parameter in parameters}
    for day, successors in itertools.product(OPTIONS["as_of"], ("carry", "keep")):
        yield defaults | {"as_of": day, "successors": successors}
    for parameter in parameters:
        if parameter.name not in ("as_of", "successors"):
            for value, day in itertools.product(values(parameter)[1:], (None, "2018-06")):
                yield defaults | {"as_of": day, parameter.name: value}


def test_every_cypher_file_is_a_query() -> None:
    """A query without one is computed here, from what the server gives."""
    functions = {query.function.__name__ for query in queries.QUERIES.values()}
    assert set(statements.names()) <= functions


Some = Callable[[Sequence[Any]], Sequence[Any]]


def fewer(name: str, cases: Sequence[Any], some: Some) -> Sequence[Any]:
    """Some of them; of a query that is computed here few, as only what it reads is the server's."""
    if statements.text(queries.find(name).function.__name__):
        return some(cases) or cases[:1]
    return some(some(cases)) or cases[:1]


@pytest.mark.many
@pytest.mark.combined
@pytest.mark.parametrize("region", REGIONS)
def test_the_regions_answer_alike(home: Home, some: Some, region: str) -> None:
    graph = formats.read(DATA / region).graph
    database.load(graph, home.address)
    differing = []
    # The same for all queries: what one asks for its notes, the server has planned for another.
    days = {*(some([None, "2018-06"]) or [None])}
    with engine.server(home.address) as server:
        for name in queries.QUERIES:
            for options in fewer(name, [*settings_of(name)], some):
                here, there = (
                    engine.rows(name, source, **options).records() for source in (graph, server)
                )
                if here != there:
                    differing.append((name, options))
            for day in days:
                here, there = (engine.run(name, source, as_of=day) for source in (graph, server))
                assert here.notes == there.notes, (name, day)
    assert differing == []


@st.composite
def questions(draw: st.DrawFn) -> list[tuple[str, dict[str, Any]]]:
    """A third of the queries, each with some values of its options."""
    asked = []
    for name, query in list(queries.QUERIES.items())[draw(st.integers(0, 2)) :: 3]:
        options = {}
        for parameter in query.parameters:
            choices = st.sampled_from(values(parameter))
            options[parameter.name] = draw(
                st.none() | days_to_look_at() if parameter.name == "as_of" else choices
            )
        asked.append((name, options))
    return asked


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(plan_graphs(), questions())
def test_any_graph_answers_alike(
    home: Home, graph: PlanGraph, questions: list[tuple[str, dict[str, Any]]]
) -> None:
    database.load(graph, home.address, replace=True)
    with engine.server(home.address) as server:
        for name, options in questions:
            here, there = (
                engine.rows(name, source, **options).records() for source in (graph, server)
            )
            assert here == there, (name, options)


def test_goals_alike_in_another_language_are_found_there_too(home: Home) -> None:
    goals = [
        {"id": "a", "kind": "Goal", "name": "Flere boliger", "name_nn": "Fleire bustader"},
        {"id": "b", "kind": "Goal", "name": "Fleire bustader"},
    ]
    graph = PlanGraph.from_tables([*goals, {"id": "p", "kind": "Plan", "name": "Planen"}], [])
    database.load(graph, home.address, replace=True)
    with engine.server(home.address) as server:
        rows = engine.rows("alignment", server).records()
    assert [(row["goal"], row["other"], row["score"]) for row in rows if row["other"]] == [
        ("b", "a", 100.0)
    ]


def merged() -> PlanGraph:
    """Søgne was merged into Kristiansand in 2020, Lister split in 2018; a plan was succeeded too.

    Every relation that is carried over is there: membership, ownership, dependence, plans in
    plans, people of a municipality that is no more.
    """
    edge = [
        tuple(line.split())
        for line in """
        søgne SUCCEEDED_BY kristiansand 2020
        lister SUCCEEDED_BY farsund 2018
        lister SUCCEEDED_BY lyngdal 2018
        plan_a SUCCEEDED_BY plan_b 2019
        søgne MEMBER_OF nettverk
        kristiansand MEMBER_OF nettverk
        lister MEMBER_OF nettverk
        søgne COLLABORATES_WITH lister
        søgne COLLABORATES_WITH kristiansand
        søgne OWNS verk
        verk DEPENDS_ON lister
        lister DEPENDS_ON plan_a
        plan_a DEPENDS_ON havn
        havn LOCATED_IN søgne
        person AFFILIATED_WITH verk
        person RESPONSIBLE_FOR tiltak
        lister RESPONSIBLE_FOR plan_a
        søgne RESPONSIBLE_FOR mål
        plan_a PART_OF overplan
        kristiansand RESPONSIBLE_FOR overplan
        mål PART_OF område
        område PART_OF plan_a
        tiltak PART_OF mål
        tiltak2 PART_OF plan_a
        plan_a IMPLEMENTS overplan
        plan_b IMPLEMENTS overplan
    """.strip().splitlines()
    ]
    kinds = {
        "Municipality": ("søgne", "kristiansand", "lister", "farsund", "lyngdal"),
        "Actor": ("nettverk", "verk", "person"),
        "Plan": ("plan_a", "plan_b", "overplan"),
        "FocusArea": ("område",),
        "Goal": ("mål",),
        "Measure": ("tiltak", "tiltak2"),
        "Resource": ("havn",),
    }
    subkinds = {"nettverk": "network", "verk": "company", "person": "person"}
    nodes = [
        {"id": node, "kind": kind, "name": node.title(), "subkind": subkinds.get(node, "")}
        for kind, ids in kinds.items()
        for node in ids
    ]
    return PlanGraph.from_tables(
        nodes,
        [
            {
                "source": s,
                "relation": r,
                "target": t,
                "valid_from": "".join(day),
                "line": at,
                "document": "d",
            }
            for at, (s, r, t, *day) in enumerate(edge, start=1)
        ],
        [{"id": "d"}],
        name="sammenslått",
    )


@pytest.mark.many
@pytest.mark.combined
@pytest.mark.parametrize("day", [None, "2017", "2018", "2019", "2020-01-01"])
def test_merged_split_and_succeeded_on_any_day(home: Home, some: Some, day: str | None) -> None:
    graph = merged()
    database.load(graph, home.address)
    with engine.server(home.address) as server:
        for name in queries.QUERIES:
            kinds = [options for options in settings_of(name) if options["as_of"] is None]
            for options in fewer(name, kinds, some):
                asked = options | {"as_of": day}
                here, there = (
                    engine.rows(name, source, **asked).records() for source in (graph, server)
                )
                assert here == there, (name, asked)
        for name in some([*queries.QUERIES] * 2):
            here, there = (engine.run(name, source, as_of=day) for source in (graph, server))
            assert here.notes == there.notes, (name, day)


def test_what_breaks_without_a_node_is_the_same_there(home: Home) -> None:
    graph = fjords()
    database.load(graph, home.address)
    nodes = graph.nodes.drop_duplicates("kind")["id"].tolist()
    with engine.server(home.address) as server:
        for at, node in enumerate([*nodes, "fond", "nett"]):
            asked = {"node": (node,), "late": at % 3 == 2, "as_of": (None, "2016-12")[at % 2]}
            here, there = (engine.run("impact", source, **asked) for source in (graph, server))
            assert here.records() == there.records(), node
            assert here.notes == there.notes, node


def test_what_the_merged_municipality_owned_is_its_successors(home: Home) -> None:
    """By hand: on New Year's Day 2020 Søgne's goal is Kristiansand's, and Lister's ties are two."""
    database.load(merged(), home.address)
    with engine.server(home.address) as server:
        owners = engine.run("owners", server, as_of="2020-01-01").records()
        ties = engine.run(
            "assertions", server, as_of="2020-01-01", successors="carry", relations=("MEMBER_OF",)
        ).records()
    first = owners[0]
    assert (first["item"], first["party"], first["through"]) == ("mål", "kristiansand", None)
    assert [row["source"] for row in ties] == ["farsund", "kristiansand", "kristiansand", "lyngdal"]


@pytest.mark.parametrize(("day", "lone"), [(None, [2, 1]), ("2015", [4, 2]), ("2017", [2, 1])])
def test_a_measure_serves_through_its_effects_there_too(
    home: Home, day: str | None, lone: list[int]
) -> None:
    """A results chain that begins in 2016, an indicator, and a goal that only lends its measure."""
    graph = drawn("""
        Goal luft
        Goal helse
        Goal stille
        Goal vekst
        Goal velferd
        Measure busser
        Measure idle
        Measure bygging
        Effect reiser
        Effect eksos
        Effect arbeid
        Effect desibel subkind=indicator
        busser CONTRIBUTES_TO reiser
        reiser CONTRIBUTES_TO eksos valid_from=2016
        eksos CONTRIBUTES_TO luft
        luft PART_OF helse
        desibel INDICATES stille
        idle CONTRIBUTES_TO desibel
        bygging IMPLEMENTS vekst
        vekst CONTRIBUTES_TO arbeid
        arbeid CONTRIBUTES_TO velferd
    """)
    database.load(graph, home.address, replace=True)
    with engine.server(home.address) as server:
        names = ("goals-without-measures", "measures-without-goals")
        for name, count in zip(names, lone, strict=True):
            here, there = (engine.run(name, one, as_of=day) for one in (graph, server))
            assert here.records() == there.records(), name
            assert len(here.rows) == count


def test_the_facts_in_words_are_the_same_from_the_server(home: Home) -> None:
    graph = merged()
    database.load(graph, home.address)
    with engine.server(home.address) as server:
        for day in (None, "2020-01-01"):
            assert findings(server, as_of=day) == findings(graph, as_of=day) != [], day


ENDED: list[tuple[str, dict[str, Any], list[str]]] = [
    ("orphaned-goals", {}, ["Songdalen"]),
    ("orphaned-measures", {}, ["Søgne"]),
    ("orphaned-measures", {"inherit": "none"}, []),
    ("orphans", {}, ["Songdalen", "Søgne"]),
    ("orphans", {"kind": ("Goal",)}, ["Songdalen"]),
    ("orphans", {"kind": ("Measure",), "relations": ("LEADS",)}, []),
]


def test_who_has_ended_is_said_of_what_is_orphaned_alone(home: Home) -> None:
    """Songdalen was to have a goal; Søgne owns another, and so the measure of it has only that."""
    graph = PlanGraph.from_tables(
        [
            {"id": "so", "kind": "Municipality", "name": "Songdalen", "valid_to": "2019"},
            {"id": "sg", "kind": "Municipality", "name": "Søgne", "valid_to": "2019"},
            {"id": "lære", "kind": "Goal", "name": "Lære"},
            {"id": "vekst", "kind": "Goal", "name": "Vekst"},
            {"id": "les", "kind": "Measure", "name": "Les"},
        ],
        [
            {"source": "so", "relation": "OWNS", "target": "lære", "modality": "planned"},
            {"source": "sg", "relation": "OWNS", "target": "vekst"},
            {"source": "les", "relation": "PART_OF", "target": "vekst"},
        ],
    )
    database.load(graph, home.address)
    with engine.server(home.address) as server:
        whole = server.loaded
        for (query, options, ended), deep in itertools.product(ENDED, (False, True)):
            # Where things lie deep in each other it is worked out here.
            server.loaded = whole._replace(deep=deep)
            here, there = (engine.run(query, source, **options) for source in (graph, server))
            assert there.rows.equals(here.rows), (query, options)
            assert there.notes == here.notes, (query, options)
            said = "".join(note.en for note in there.notes if "No day is chosen" in note.en)
            assert [name for name in ("Songdalen", "Søgne") if name in said] == ended


def test_a_month_ends_on_its_own_last_day(home: Home) -> None:
    """What is valid to the 28th is over in February of a leap year, and not in another."""
    ends = (
        "2015-02-28",
        "2015-04-29",
        "2015-04-30",
        "2015-12-30",
        "2015-12-31",
        "2016-02-28",
        "2016-02-29",
    )
    graph = PlanGraph.from_tables(
        [
            {"id": "v", "kind": "Municipality", "name": "Vennesla"},
            *({"id": end, "kind": "Goal", "name": end} for end in ends),
        ],
        [{"source": "v", "relation": "OWNS", "target": end, "valid_to": end} for end in ends],
    )
    database.load(graph, home.address)
    with engine.server(home.address) as server:
        for last_day in ("2015-02-28", "2016-02-29", "2015-04-30", "2015-12-31"):
            here, there = (
                engine.run("assertions", source, as_of=last_day[:7]) for source in (graph, server)
            )
            left = [end for end in ends if end >= last_day]
            assert [row["target"] for row in there.records()] == left, last_day
            assert here.records() == there.records(), last_day


def test_others_goals_are_not_ours(home: Home) -> None:
    """What lies beside the plan graph with the same labels and types answers no question."""
    graph = merged()
    database.load(graph, home.address)
    home.cypher("""MATCH (n:PlanNode) CREATE (n)-[:OWNS]->(:Goal {id: 'fremmed', name: 'Fremmed'}),
                   (:Municipality {id: 'x'})-[:DEPENDS_ON]->(n), (n)-[:RATES {stars: 5}]->(n)""")
    with engine.server(home.address) as server:
        for name in queries.QUERIES:
            here, there = (engine.rows(name, source).records() for source in (graph, server))
            assert here == there, name


def test_who_is_asked_about_is_found_there_by_any_name(home: Home) -> None:
    graph = formats.read(DATA / "kristiansandsregionen").graph
    database.load(graph, home.address)
    questions: list[tuple[str, dict[str, Any]]] = [
        ("municipal-dependencies", {"to": "Kristiansand kommune"}),  # one of its other names
        ("municipal-dependencies", {"from_": "Iveland", "to": "vennesla", "max_steps": 1}),
        ("municipal-dependencies", {"kind": ("stated",), "modality": "planned", "as_of": "2024"}),
        ("paths", {"from_": "Node Sørlandet", "to": "Grønt datalagringssenter i Vennesla"}),
    ]
    with engine.server(home.address) as server:
        for name, asked in questions:
            here, there = (engine.run(name, source, **asked) for source in (graph, server))
            assert here.records() == there.records() != [], asked
            assert here.notes == there.notes, asked


NOT_INDEXED = ("AllNodesScan", "UndirectedAllRelationshipsScan", "DirectedAllRelationshipsScan")


def test_the_server_plans_each_without_a_warning_or_a_scan_of_everything(home: Home) -> None:
    """What it costs is kept in `profiles.toml`."""
    database.load(formats.read(DATA / REGIONS[0]).graph, home.address)
    for name in statements.names():
        ((text, parameters),) = heard_of(name)
        # By the driver with its own settings: ours asks not to be told of unknown names.
        found = home.driver.execute_query(f"EXPLAIN {text}", parameters_=parameters).summary
        warned = [status for status in found.gql_status_objects if status.is_notification]
        assert [status.status_description for status in warned] == [], name
        assert not {*of_plan(found.plan)} & {*NOT_INDEXED}, name


def of_plan(plan: dict[str, Any]) -> Iterator[str]:
    return (step["operatorType"].removesuffix("@neo4j") for step in steps_of(plan))


def test_relations_that_cypher_spells_out_are_the_vocabularys() -> None:
    """Where Cypher cannot derive a list, at least no word of it is unknown."""
    import re

    for name in statements.names():
        text = statements.text(name)
        assert text is not None
        words = set(re.findall(r"\b[A-Z]+_[A-Z_]+\b", text))
        assert words <= {*schema.RELATIONS, *model.DERIVED}, name
        kinds = set(re.findall(r"(?<=[:|&(])[A-Z][a-z]+[A-Za-z]*\b", text))
        assert kinds <= {*schema.KINDS, model.NODE, model.DOCUMENT}, name


def test_cypher_is_short() -> None:
    """What several questions need lies in the database as a number, a rank or a relation."""
    lengths = [len(lines) for lines in cypher_files().values()]
    assert statistics.median(lengths) <= 20
    assert max(lengths) <= 40


def cypher_files() -> dict[str, list[str]]:
    """The lines of every file but the constraints' and those to explore with, as it stands."""
    files = Path(__file__).parents[2].joinpath("cypher").rglob("*.cypher")
    found = {
        file.stem: file.read_text(encoding="utf-8").splitlines()
        for file in files
        if file.stem not in statements.RULES and file.parent.name != "explore"
    }
    assert {*statements.names(), *statements.shared()} == set(found)
    return found


def test_no_block_of_cypher_stands_in_two_files() -> None:
    """Six lines are written once: what is shared is called by its name."""
    where: dict[tuple[str, ...], list[str]] = {}
    for name, lines in cypher_files().items():
        stripped = [line.strip() for line in lines]
        for first in range(len(stripped) - 5):
            where.setdefault(tuple(stripped[first : first + 6]), []).append(name)
    assert [names for names in where.values() if len(names) > 1] == []


def test_what_is_shared_is_called_and_leaves_no_call_behind() -> None:
    files = cypher_files()
    calls = {
        name: sum(f"{name}(" in "\n".join(lines) for lines in files.values()) - 1
        for name in statements.shared()
    }
    assert min(calls.values()) >= 1, calls
    for name in statements.names():
        text = statements.text(name) or ""
        assert [piece for piece in statements.shared() if f"{piece}(" in text] == [], name


def test_whether_something_holds_is_spelled_in_one_way() -> None:
    """Only these three compare a period with the day; and what is there `again`."""
    named = {
        name
        for name, lines in cypher_files().items()
        for line in lines
        if "<= $day" in line and "again" not in line
    }
    assert named == {"in_force", "held", "is_there"}


MANY = 10
"""Rows that an operator may have for each node, assertion and row of the answer."""


def steps_with_many_rows(home: Home, graph: PlanGraph) -> list[tuple[str, str | None, str, int]]:
    """Query, day, operator and rows, where these are many times what is there and what is asked."""
    size = len(graph.nodes) + len(graph.periods.edges)
    exceeding: list[tuple[str, str | None, str, int]] = []
    for name in statements.names():
        for day in (None, "2018"):
            asked = parameters_of(name) | engine.in_time(as_of=day, successors="carry")
            found = home.driver.execute_query(f"PROFILE {sent(name, asked)}", parameters_=asked)
            limit = MANY * (size + len(found.records))
            exceeding += [
                (name, day, step["operatorType"], step["args"]["Rows"])
                for step in steps_of(found.summary.profile)
                if step["args"]["Rows"] > limit
            ]
    return exceeding


def test_a_server_without_a_plan_graph_is_told_before_any_query(home: Home) -> None:
    with pytest.raises(DatabaseError, match="holds no plan graph"), engine.server(home.address):
        pass
