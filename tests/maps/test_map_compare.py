"""Two versions in one map: what was added, removed and changed, and what changed in words."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from graphtool import PlanGraph, cli, maps
from graphtool.errors import SharedName, UnknownName
from graphtool.language import same
from graphtool.maps import Settings, compare, records
from graphtool.maps.options import Filters
from graphtool.maps.records import Assertion
from graphtool.maps.scene import Change, Row
from graphtool.maps.subject import frame, subject
from graphtool.maps.views import find
from tests.drawing import drawn
from tests.strategies import EXAMPLES, plan_graphs

FEW = settings(EXAMPLES, max_examples=15)
"""Every example asks all queries of every year."""

OLD = """
    Municipality v name=Vennesla
    Municipality s name=Søgne
    Plan p name=Næringsplan
    Plan q name=Kystplan
    Goal g name=Vekst
    Goal h name=Ro
    g PART_OF p
    s OWNS g
    v OWNS h modality=planned document=plan line=7 quote="Vennesla skal eie"
"""
NEW = """
    Municipality v name=Vennesla
    Municipality å name=Åmli
    Plan p name=Næringsplan
    Plan q name=Kystplan
    Goal g name="Grønn vekst"
    Goal h name=Ro
    g PART_OF q
    å OWNS g
    v OWNS h modality=stated document=plan line=9 quote="Vennesla skal eie"
"""


def changes(old: str, new: str) -> compare.Comparison:
    return compare.compare(drawn(old), drawn(new))


def test_nodes_and_edges_are_new_gone_or_changed() -> None:
    found = changes(OLD, NEW)
    assert {node: each.change for node, each in found.nodes.items()} == {
        "å": "added",
        "s": "removed",
        "g": "changed",
    }
    assert {key: each.change for key, each in found.edges.items()} == {
        ("å", "g", "OWNS"): "added",
        ("s", "g", "OWNS"): "removed",
        ("g", "q", "PART_OF"): "added",
        ("g", "p", "PART_OF"): "removed",
        ("v", "h", "OWNS"): "changed",
    }


def test_a_goal_changed_its_name_its_plan_and_its_owner() -> None:
    assert changes(OLD, NEW).nodes["g"].was == (
        Row("label", "Vekst", "Grønn vekst"),
        Row("whole", same("Næringsplan"), same("Kystplan")),
        Row("owner", same("Søgne"), same("Åmli")),
    )


def test_the_same_sentence_said_more_firmly_is_the_same_assertion() -> None:
    edge = changes(OLD, NEW).edges["v", "h", "OWNS"]
    assert edge.was == (Row("modality", "planned", "stated"),)


def test_an_owner_more_is_no_new_owner() -> None:
    lone = "Municipality v\nMunicipality s\nGoal g\nv OWNS g"
    found = changes(lone, lone + "\ns RESPONSIBLE_FOR g")
    assert "g" not in found.nodes
    assert found.edges == {("s", "g", "RESPONSIBLE_FOR"): Change("added")}


def test_a_line_that_moved_is_no_change() -> None:
    goal = 'Goal g document=d quote="Vi vil vokse" line={}'
    assert not any(changes(goal.format(7), goal.format(9)))


def test_an_assertion_that_came_and_one_that_went() -> None:
    ends = "Municipality v\nGoal g\nv OWNS g document=a quote=før\n{}"
    [edge] = changes(
        ends.format("v OWNS g document=b quote=borte"),
        ends.format("v OWNS g document=c quote=ny amount=5 currency=NOK"),
    ).edges.values()
    [gone, come] = edge.was
    said = {"amount": 5, "currency": "NOK"}
    assert gone == Row("assertion", Assertion("stated", document="b", quote="borte"), None)
    assert come == Row("assertion", None, Assertion("stated", document="c", quote="ny", **said))


def test_a_fact_that_is_said_otherwise() -> None:
    def people(number: str, north: str) -> PlanGraph:
        facts = [
            {"node": "v", "property": "population", "value": number, "unit": "innbyggere"},
            {"node": "v", "property": "lat", "value": north},
        ]
        return drawn("Municipality v", facts=facts)

    found = compare.compare(people("100", "58.1"), people("120", "58.2")).nodes["v"]
    assert found.was == (Row("fact", "100 innbyggere", "120 innbyggere", "population"),)


@given(plan_graphs())
@FEW
def test_a_graph_differs_in_nothing_from_itself(graph: PlanGraph) -> None:
    assert not any(compare.compare(graph, graph))


@given(plan_graphs(), plan_graphs())
@FEW
def test_what_one_way_is_new_is_gone_the_other_way(one: PlanGraph, other: PlanGraph) -> None:
    there, back = compare.compare(one, other), compare.compare(other, one)
    opposite = {"added": "removed", "removed": "added", "changed": "changed"}
    pairs: list[tuple[dict[Any, Any], dict[Any, Any]]] = list(zip(there, back, strict=True))
    for forwards, backwards in pairs:
        assert {name: opposite[each.change] for name, each in forwards.items()} == {
            name: each.change for name, each in backwards.items()
        }


@given(plan_graphs(), plan_graphs())
@FEW
def test_the_overview_shows_both_versions_and_every_change(old: PlanGraph, new: PlanGraph) -> None:
    seen = subject(frame(new, before=old), find("overview"))
    found = compare.compare(old, new)
    assert set(seen.nodes) == {*old.nodes["id"], *new.nodes["id"]}
    assert set(seen.lines) == {*records.every_assertion(old), *records.every_assertion(new)}
    assert seen.changes == found.nodes
    lines = {key: line.change for key, line in seen.lines.items() if line.change}
    assert lines == found.edges


APART = """
    Municipality a
    Municipality b
    Project p name=Havn
    Project q name=Tog
    a PARTICIPATES_IN p
    b PARTICIPATES_IN p
"""
CLOSER = APART + "\na PARTICIPATES_IN q\nb PARTICIPATES_IN q"


def test_a_tie_that_grew() -> None:
    seen = subject(frame(drawn(CLOSER), before=drawn(APART)), find("collaboration"))
    [tie] = seen.lines.values()
    assert tie.change == Change(
        "changed", (Row("weight", 1.0, 2.0), Row("shared", None, same("Tog")))
    )


def test_what_a_new_edge_brings_near_is_not_new_itself() -> None:
    nodes = "Municipality v\nGoal g\nGoal h"
    old, new = drawn(nodes + "\nv OWNS g"), drawn(nodes + "\nv OWNS g\nv OWNS h")
    near = Filters(focus="v", hops=1)
    seen = subject(frame(new, before=old, filters=near), find("overview"))
    assert set(seen.nodes) == {"v", "g", "h"}
    assert not seen.changes
    assert seen.lines["v", "h", "OWNS"].change == Change("added")


def test_around_a_node_that_only_one_version_has() -> None:
    old, new = drawn(OLD), drawn(NEW)
    for focus, node in (("Søgne", "s"), ("Åmli", "å")):
        asked = Settings(before=old, focus=focus, hops=1, views=("overview",))
        near = frame(new, before=old, filters=asked.filters)
        assert set(subject(near, find("overview")).nodes) == {node, "g"}
        assert maps.html(new, asked)
    with pytest.raises(UnknownName):
        maps.html(new, Settings(before=old, focus="Ølen"))


def test_people_of_either_version_are_left_out() -> None:
    old = drawn('Actor k name="Kari Moe" subkind=person\nGoal g quote="Kari Moe vil vokse"')
    page = maps.html(drawn("Goal g"), Settings(before=old, hide_persons=True, views=("overview",)))
    assert "Kari" not in page


# On the command line.


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    for name, goal in (("old", "Vekst"), ("new", "Mer vekst")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "goals.csv").write_text(f"id,name\ng,{goal}\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, list[str]]]:
    """The command line: its exit code, and the lines of its talk."""

    def call(*words: object) -> tuple[int, list[str]]:
        monkeypatch.setattr(sys, "argv", ["graphtool", "map", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        return int(left.value.code or 0), capsys.readouterr().err.splitlines()

    return call


@pytest.mark.usefixtures("english")
def test_the_command_says_what_changed(
    folders: Path, run: Callable[..., tuple[int, list[str]]]
) -> None:
    old, new = folders / "old", folders / "new"
    options = ("--view", "overview", "-o", folders / "map.html")
    code, said = run(new, "--compare", old, *options)
    assert code == 0
    assert any("0 added, 0 removed, 1 changed (nodes)" in line for line in said)
    code, said = run(new, "--compare", new, *options)
    assert code == 0
    assert any("nothing differs" in line for line in said)


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("--compare", "elsewhere"), "elsewhere"),
        (("--compare", "2019"), "--as-of"),
        (("--compare", "2021", "--as-of", "2019"), "2021 is after --as-of 2019; swap the two"),
        (("--compare", "2019-13", "--as-of", "2020"), "'2019-13' is no dataset and no date"),
        (("--compare", "2019", "--as-of", "2020-13"), "'2020-13' is no date"),
    ],
)
def test_what_cannot_be_compared_with_is_one_clear_line(
    folders: Path, run: Callable[..., tuple[int, list[str]]], words: tuple[str, ...], what: str
) -> None:
    page = folders / "map.html"
    code, [line] = run(folders / "new", *words, "-o", page)
    assert code == 2
    assert what in line
    assert not page.exists()


# In the browser.


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("compare") / "compared.html"
    old = drawn(OLD, title=same("Planen fra 2015"))
    maps.write(drawn(NEW), path, Settings(before=old, views=("overview", "goals")))
    return path


def test_the_page_says_what_it_is_compared_with_and_how_much_changed(
    opened: Callable[..., Any], compared: Path
) -> None:
    page = opened(compared)
    assert page.locator("#since").inner_text() == (
        "Siden Planen fra 2015: noder: 1 ny, 1 borte, 1 endret"
        " · sammenhenger: 2 nye, 2 borte, 1 endret"
    )
    rows = page.locator("#changes .keyrow").all_inner_texts()
    assert [re.sub(r"\s+", " ", row).strip() for row in rows] == [
        "nytt 1 · 2",
        "borte 1 · 2",
        "endret 1 · 1",
    ]
    assert page.complaints == []


def test_a_row_of_the_legend_shows_its_nodes_and_edges(
    opened: Callable[..., Any], compared: Path
) -> None:
    page = opened(compared)
    page.locator('#changes [data-key="removed"]').click()
    assert page.locator("#say").inner_text().endswith("borte")


def test_only_what_changed(opened: Callable[..., Any], compared: Path) -> None:
    page = opened(compared)
    page.get_by_label("Vis bare det som er endret").check()
    now = page.evaluate("window.graphtool.state()")
    # All but nothing: p, q, v and h stand at the ends of edges that changed.
    assert (now["visibleNodes"], now["visibleEdges"]) == (7, 5)
    assert "changed=1" in page.evaluate("location.hash")
    again = opened(compared, "#changed=1").evaluate("window.graphtool.state()")
    assert (again["visibleNodes"], again["visibleEdges"]) == (7, 5)


def test_the_panel_says_what_changed_in_three_languages(
    opened: Callable[..., Any], compared: Path
) -> None:
    lines = {
        "nb": "Ansvarlig (skiftet): Søgne → Åmli",
        "nn": "Ansvarleg (skifta): Søgne → Åmli",
        "en": "Answered for by (changed): Søgne → Åmli",
    }
    for lang, line in lines.items():
        page = opened(compared, f"#node=g&lang={lang}")
        assert line in page.locator("#panel .change").inner_text()
        assert page.locator("#panel .change").inner_text().count("undefined") == 0


def test_every_change_has_a_sign_in_the_picture(opened: Callable[..., Any], compared: Path) -> None:
    page = opened(compared, "#theme=bw")
    svg = page.evaluate("window.graphtool.svg()")
    # Gone are two edges and a node, dotted and dashed as nothing else on the map is.
    assert svg.count('stroke-dasharray="1.5 3.5"') == 2 + 1
    assert svg.count('stroke-dasharray="3 2"') == 1


def test_the_tables_tell_what_changed(opened: Callable[..., Any], compared: Path) -> None:
    page = opened(compared)
    page.wait_for_selector("#node-table tbody tr")
    rows = page.locator("#node-table tbody tr").all_inner_texts()
    assert sum(row.endswith("nytt") for row in rows) == 1
    assert sum(row.endswith("borte") for row in rows) == 1


def test_the_panel_of_a_tie_says_that_it_grew(opened: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "ties.html"
    maps.write(drawn(CLOSER), path, Settings(before=drawn(APART), views=("collaboration",)))
    page = opened(path)
    page.wait_for_selector("#relation-table tbody button")
    page.locator("#relation-table tbody button").click()
    said = page.locator("#panel .change").inner_text()
    assert "Vekt: 1 → 2" in said
    assert "Det de deler: ikke oppgitt → Tog" in said
    assert page.complaints == []


@pytest.mark.parametrize("is_now", [True, False])
def test_a_name_that_two_have_on_one_side_is_asked_about_and_nobody_is_shown_as_gone(
    tmp_path: Path, is_now: bool
) -> None:
    one = drawn("Municipality bu name=Bu")
    two = drawn("Municipality bu name=Bu\nRegion r name=Bu")
    now, before = (two, one) if is_now else (one, two)
    with pytest.raises(SharedName, match="several are called 'Bu'"):
        maps.write(now, tmp_path / "m.html", Settings(before=before, municipalities=("Bu",)))
