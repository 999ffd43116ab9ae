"""Rules of a plan: what breaks them, by hand; what is excepted; what programs are told."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from graphtool import PlanGraph, formats, rules
from graphtool.errors import GraphtoolError
from graphtool.rules import baseline, telling

DATA = Path(__file__).parents[2] / "data"
NODES = [
    {"id": "r", "kind": "Municipality", "name": "Rollag"},
    {"id": "t", "kind": "Municipality", "name": "Tinn"},
    {"id": "p", "kind": "Plan", "name": "Næringsplan", "valid_from": "2015", "document": "d"},
    {"id": "q", "kind": "Plan", "name": "Veiplan"},
    {"id": "g", "kind": "Goal", "name": "Vekst", "document": "d", "line": 7},
    {"id": "h", "kind": "Goal", "name": "Vern"},
    {"id": "m", "kind": "Measure", "name": "Bygge vei"},
    {"id": "n", "kind": "Measure", "name": "Bygge bro"},
]
EDGES = [
    {"source": "r", "relation": "OWNS", "target": "g"},
    {"source": "t", "relation": "OWNS", "target": "m"},
    {"source": "g", "relation": "PART_OF", "target": "p"},
    {"source": "m", "relation": "PART_OF", "target": "g"},
    {"source": "m", "relation": "PART_OF", "target": "p"},
    {"source": "m", "relation": "PART_OF", "target": "q"},
    {"source": "m", "relation": "DEPENDS_ON", "target": "n"},
    {"source": "n", "relation": "DEPENDS_ON", "target": "m"},
]
DOCUMENTS = [{"id": "d", "file": "plan æ.txt", "title": "Plan"}]


@pytest.fixture
def graph() -> PlanGraph:
    return PlanGraph.from_tables(NODES, EDGES, DOCUMENTS)


def written(tmp_path: Path, text: str) -> list[rules.Rule]:
    (tmp_path / "rules.toml").write_text(text, encoding="utf-8")
    return rules.read(str(tmp_path / "rules.toml"))


def broken(graph: PlanGraph, several: list[rules.Rule], **options: str) -> list[tuple[str, str]]:
    return [(one.rule.name, one.name) for one in rules.judge(graph, several, **options)]


def test_the_rules_of_a_regional_plan(graph):
    found = broken(graph, rules.shipped())
    assert [one for one in found if one[0] != "unsourced"] == [
        ("goal-without-owner", "Vern"),
        ("measure-without-owner", "Bygge bro"),
        ("goal-without-measure", "Vern"),
        ("plan-without-date", "Veiplan"),
        ("circle", "Bygge vei"),
        ("measure-in-several-plans", "Bygge vei"),
    ]
    assert ("unsourced", "Rollag → Vekst") in found
    assert len([one for one in found if one[0] == "unsourced"]) == len(EDGES)


def test_what_is_broken_is_said_in_three_languages(graph):
    told = {one.rule.name: one.said() for one in rules.judge(graph, rules.shipped())}
    assert told["goal-without-owner"].nb == (
        "Hvert mål har en navngitt part som svarer for det: Vern (nå: ingen)"
    )
    assert told["plan-without-date"].nn == (
        "Kvar plan seier frå når han gjeld: Veiplan (manglar startdato)"
    )
    assert told["measure-in-several-plans"].en == (
        "Every measure is in at most one plan: Bygge vei"
        " (“is part of” 2 plans; at most 1 is allowed)"
    )


def test_a_rule_of_one_plan_or_one_municipality_is_about_nothing_else(graph, tmp_path):
    several = written(
        tmp_path,
        """
        [in-plan]
        query = "measures-without-goals"
        plan = "Næringsplan"

        [of-tinn]
        kind = "Measure"
        needs = ["valid_from"]
        municipality = "Tinn"

        [of-all]
        kind = "Measure"
        needs = ["valid_from", "cost"]
        """,
    )
    assert broken(graph, several) == [
        ("of-tinn", "Bygge vei"),
        ("of-all", "Bygge vei"),
        ("of-all", "Bygge bro"),
    ]


def test_only_rows_that_are_as_the_rule_says_break_it(graph, tmp_path):
    (rule,) = written(
        tmp_path, '[x]\nquery = "eierløse-mål"\nwhere = {grade = ["planned", "lapsed"]}\n'
    )
    assert rule.query == "orphaned-goals"
    assert broken(graph, [rule]) == []


def test_a_row_about_several_is_told_and_known_by_all_of_them(tmp_path):
    towns = [{"id": m, "kind": "Municipality", "name": m.upper()} for m in "abc"]
    ties = [{"source": "a", "relation": "DEPENDS_ON", "target": m} for m in "bc"]
    graph = PlanGraph.from_tables(towns, ties)
    several = written(tmp_path, '[x]\nquery = "missing-ties"\n[y]\nquery = "centralities"\n')
    found = rules.judge(graph, several[:1])
    assert [(one.node, one.name, one.key) for one in found] == [
        ("a", "A → B", "x:a:b"),
        ("a", "A → C", "x:a:c"),
    ]
    tied = {"source": "a", "relation": "COLLABORATES_WITH", "target": "b"}
    graph = PlanGraph.from_tables(towns, [tied])
    assert {one.name for one in rules.judge(graph, several[1:])} == {"A", "B"}


def test_an_exception_counts_up_to_its_last_day(graph, tmp_path):
    several = written(
        tmp_path,
        """
        [owner]
        query = "orphaned-goals"
        [[owner.except]]
        node = "Vern"
        reason = "avklares i juni"
        until = 2027-06-30
        """,
    )
    assert broken(graph, several, today="2027-06-30") == []
    assert broken(graph, several, today="2027-07-01") == [("owner", "Vern")]


def test_a_day_is_looked_at(tmp_path):
    goal = {"id": "g", "kind": "Goal", "name": "Vekst"}
    owned = {"source": "r", "relation": "OWNS", "target": "g", "valid_to": "2015"}
    graph = PlanGraph.from_tables([NODES[0], goal], [owned])
    several = written(tmp_path, '[owner]\nquery = "orphaned-goals"\n')
    assert broken(graph, several, as_of="2015") == []
    assert broken(graph, several, as_of="2016") == [("owner", "Vekst")]


def test_what_is_known_is_not_told_again_and_what_is_new_is(graph, tmp_path):
    found = rules.judge(graph, rules.shipped())
    baseline.write(tmp_path / "known.json", found[1:])
    known = baseline.read(tmp_path / "known.json")
    assert baseline.new(found, known) == found[:1]
    assert len({one.key for one in found}) == len(found)
    renamed = [{**node, "name": f"{node['name']} 2"} for node in NODES]
    again = rules.judge(PlanGraph.from_tables(renamed, EDGES, DOCUMENTS), rules.shipped())
    assert [one.key for one in again] == [one.key for one in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no rule"),
        ("[x]\n", "is to have one of query, needs and relation"),
        ('[x]\nquery = "owners"\nneeds = ["a"]\n', "one of query, needs and relation"),
        ('[x]\nquery = "ownres"\n', "did you mean 'owners'"),
        ('[x]\nquery = "owners"\nwhere = {grad = "none"}\n', "no column 'grad'"),
        ('[x]\nquery = "owners"\noptions = {as_off = "2015"}\n', "did you mean 'as_of'"),
        ('[x]\nquery = "owners"\noptions = 3\n', "options is to be a table, as {level ="),
        ('[x]\nquery = "owners"\nwhere = "grade"\n', "where is to be a table, as {grade ="),
        ('[x]\nquery = "owners"\nseverty = "error"\n', "did you mean 'severity'"),
        ('[x]\nquery = "owners"\nseverity = "fatal"\n', "expected error or warning"),
        ('[x]\nneeds = ["valid_from"]\n', "of which kind"),
        ('[x]\nkind = "Gaol"\nneeds = ["valid_from"]\n', "did you mean 'Goal'"),
        ('[x]\nkind = "Goal"\nneeds = []\n', "needs is a list of fields"),
        ('[x]\nkind = "Goal"\nrelation = "PART_OF"\n', "at_least or at_most"),
        ('[x]\nkind = "Goal"\nrelation = "PART_OF"\nat_least = true\n', "as a whole number"),
        ('[x]\nkind = "Goal"\nrelation = "PART_OFF"\nat_most = 1\n', "did you mean 'PART_OF'"),
        ('[x]\nquery = "owners"\n[[x.except]]\nnode = "g"\n', "names a node and a reason"),
        ('[x]\nquery = "owners"\nexcept = ["g"]\n', "tables of their own"),
        (
            '[x]\nquery = "owners"\n[[x.except]]\nnode = "g"\nreason = "r"\nuntil = "soon"\n',
            "until soon is no date",
        ),
        ("x = 1\n", "is no table"),
        ("[x\n", "is no TOML file"),
    ],
)
def test_a_rule_that_cannot_be_meant_is_refused_in_a_line(tmp_path, text, said):
    with pytest.raises(GraphtoolError) as wrong:
        written(tmp_path, text)
    assert said in str(wrong.value)
    assert "rules.toml" in str(wrong.value)
    assert "\n" not in str(wrong.value)


def test_all_rules_that_cannot_be_meant_are_told_at_once(tmp_path):
    with pytest.raises(GraphtoolError) as wrong:
        written(tmp_path, '[a]\nquery = "x"\n[b]\nquery = "y"\n')
    assert [line.split("]")[0] for line in str(wrong.value).splitlines()] == [
        f"{tmp_path}/rules.toml: [a",
        f"{tmp_path}/rules.toml: [b",
    ]


def test_a_node_that_is_not_there_is_told(graph, tmp_path):
    several = written(tmp_path, '[x]\nquery = "owners"\nplan = "Næringsplanen"\n')
    with pytest.raises(GraphtoolError, match=r"\[x\] node 'Næringsplanen' does not exist; did you"):
        rules.judge(graph, several)
    with pytest.raises(GraphtoolError, match="in the package there is regional"):
        rules.read(str(tmp_path / "none.toml"))
    with pytest.raises(GraphtoolError, match="is no baseline"):
        baseline.read(tmp_path / "rules.toml")


def test_a_name_that_several_have_is_told_with_the_rule_that_has_it(tmp_path):
    both = [{"id": id_, "kind": "Plan", "name": "Næringsplan"} for id_ in ("p", "q")]
    several = written(tmp_path, '[x]\nquery = "owners"\nplan = "Næringsplan"\n')
    with pytest.raises(GraphtoolError, match=r"\[x\] several are called 'Næringsplan'"):
        rules.judge(PlanGraph.from_tables(both), several)


def test_sarif_says_where_in_which_document(graph):
    found = rules.judge(graph, rules.shipped())
    log = json.loads(telling.as_sarif(found, rules.shipped(), {"d": "plan æ.txt"}, "nb"))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert {one["ruleId"] for one in run["results"]} <= {
        rule["id"] for rule in run["tool"]["driver"]["rules"]
    }
    assert all(one["level"] in ("error", "warning") for one in run["results"])
    assert all(one["message"]["text"] for one in run["results"])
    owner = rules.judge(PlanGraph.from_tables(NODES, EDGES[1:], DOCUMENTS), rules.shipped()[:1])
    places = [telling._location(one, {"d": "plan æ.txt"}) for one in owner]
    assert places[0]["physicalLocation"] == {
        "artifactLocation": {"uri": "plan%20%C3%A6.txt"},
        "region": {"startLine": 7},
    }
    assert "physicalLocation" not in places[1]


def test_junit_has_a_case_for_each_rule_and_fails_where_an_error_breaks_it(graph):
    found = rules.judge(graph, rules.shipped())
    suite = ET.fromstring(telling.as_junit(found, rules.shipped(), {}, "en"))
    assert suite.attrib.items() >= {"tests": "7", "errors": "0", "failures": "2"}.items()
    failed = [case.get("name") for case in suite if case.find("failure") is not None]
    assert failed == ["goal-without-owner", "circle"]
    assert "Vern" in (suite[0].find("failure").text or "")


def test_hostile_names_stay_text(tmp_path):
    graph = PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": "</failure>\x1b[2J&\x00"}])
    found = rules.judge(graph, rules.shipped())
    suite = ET.fromstring(telling.as_junit(found, rules.shipped(), {}, "nb"))
    assert "</failure>" in (suite[0].find("failure").text or "")
    assert json.loads(telling.as_json(found, rules.shipped(), {}, "nb"))["violations"]


def test_an_empty_graph_breaks_no_rule():
    graph = PlanGraph.from_tables([])
    assert rules.judge(graph, rules.shipped()) == []
    assert telling.as_table([], rules.shipped(), {}, "nb") == ""


def test_both_regions_are_judged_and_their_rows_are_those_of_the_queries():
    for name, owners in (("kongsbergregionen", 20), ("kristiansandsregionen", 10)):
        graph = formats.read(DATA / name).graph
        found = rules.judge(graph, rules.shipped())
        assert sum(one.rule.name == "goal-without-owner" for one in found) == owners
        assert all(one.node in set(graph.nodes["id"]) for one in found)
