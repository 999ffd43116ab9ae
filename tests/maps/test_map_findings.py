"""The map's own facts in words, each of which points at the map."""

from __future__ import annotations

from typing import Any

import pytest

from graphtool import maps
from graphtool.graph import PlanGraph
from graphtool.maps import Settings, wire
from graphtool.maps import findings as on_map
from graphtool.maps.build import build
from tests.maps import graphs as map_graphs
from tests.maps.pages import VIEWS

STATE = "graphtool.state()"
ALONE = "[data-finding=orphaned-goals-none]"


def harbour() -> PlanGraph:
    """A council that Kari leads answers for one of three goals; two municipalities are in it."""
    return PlanGraph.from_tables(
        nodes=[
            {"id": "a", "kind": "Municipality", "name": "Ås"},
            {"id": "b", "kind": "Municipality", "name": "Bø"},
            {"id": "rad", "kind": "Actor", "name": "Havnerådet"},
            {"id": "kari", "kind": "Actor", "subkind": "person", "name": "Kari Nes"},
            {"id": "plan", "kind": "Plan", "name": "Havneplanen"},
            {"id": "kai", "kind": "Goal", "name": "Ny kai"},
            {"id": "ferje", "kind": "Goal", "name": "Flere ferjer"},
            {"id": "vann", "kind": "Goal", "name": "Rent vann"},
        ],
        edges=[
            {"source": "a", "relation": "MEMBER_OF", "target": "rad"},
            {"source": "b", "relation": "MEMBER_OF", "target": "rad"},
            {"source": "kari", "relation": "LEADS", "target": "rad"},
            {"source": "rad", "relation": "OWNS", "target": "plan"},
            {"source": "rad", "relation": "RESPONSIBLE_FOR", "target": "kai"},
            {"source": "kari", "relation": "SUPPORTS", "target": "kai", "modality": "planned"},
            {"source": "kai", "relation": "PART_OF", "target": "plan"},
            {"source": "ferje", "relation": "PART_OF", "target": "plan"},
            {"source": "vann", "relation": "PART_OF", "target": "plan"},
        ],
        name="havna",
    )


def findings(**settings: Any) -> dict[str, Any]:
    """The findings on a map of the harbour, by key."""
    data, _ = wire.page(build(harbour(), Settings(**settings)))
    return {finding["key"]: finding for finding in data["meta"]["findings"]}


def test_each_finding_says_of_how_many_nodes_each_view_has_one():
    alone = findings(views=("overview", "collaboration", "ownership"))["orphaned-goals-none"]
    assert alone["nodes"] == ("ferje", "vann")
    assert alone["shown"] == {"overview": 2, "ownership": 2}
    assert alone["query"] == "orphaned-goals"


def test_a_finding_that_the_map_has_nothing_of_is_left_out():
    assert "orphaned-goals-none" in findings(views=("overview",))
    assert "orphaned-goals-none" not in findings(views=("collaboration",))


def test_findings_are_about_the_whole_graph_whatever_is_shown_of_it():
    alone = findings(views=("overview",), focus="ferje", hops=1)["orphaned-goals-none"]
    assert alone["nodes"] == ("ferje", "vann")
    assert alone["shown"] == {"overview": 1}


def test_people_who_are_not_to_be_named_are_in_no_finding():
    everything = findings(views=("overview",))
    about = {
        key
        for key, each in everything.items()
        if "kari" in str(each["nodes"]) or "kari" in str(each["edges"])
    }
    assert about
    hidden = findings(views=("overview",), hide_persons=True)
    assert set(hidden) == set(everything) - about
    assert "Kari" not in str(hidden)


def test_of_a_graph_that_is_too_large_no_findings_are_sought():
    assert on_map.shown(map_graphs.region(2100), [], as_of=None, hide_persons=False) is None


@pytest.fixture(scope="module")
def harbour_map(tmp_path_factory):
    """The map of the harbour in a file, all of its views."""
    path = tmp_path_factory.mktemp("findings") / "harbour.html"
    maps.write(harbour(), path)
    return path


def narrow(opened: Any, path: Any, address: str = "", **size: int) -> Any:
    """A window in which the findings are closed at first."""
    return opened(path, address, width=1200, height=800, **size)


@pytest.mark.parametrize("view", VIEWS)
def test_beside_a_map_on_a_wide_screen_the_findings_stand_open_and_hide_nothing(opened, view):
    page = opened("kongsbergregionen", f"#view={view}", width=1920, height=1080)
    assert page.is_visible("#findings")
    room = page.locator("#findings").bounding_box()["x"] - page.locator("#map").bounding_box()["x"]
    ends = page.evaluate("graphtool.labels().map(({ x, w }) => x + w)")
    assert ends
    assert max(ends) < room


def test_findings_that_opened_by_themselves_give_way_when_the_window_gets_smaller(opened):
    page = opened("kongsbergregionen", "#view=ownership", width=1920, height=1080)
    assert page.is_visible("#findings")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.wait_for_selector("#findings", state="hidden")
    assert page.get_attribute("#tell", "aria-expanded") == "false"
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.wait_for_selector("#findings", state="visible")


def test_findings_that_somebody_opened_or_closed_stay_so_whatever_the_window(opened):
    page = opened("kongsbergregionen", "#view=ownership", width=1280, height=720)
    page.click("#tell")
    page.set_viewport_size({"width": 1400, "height": 720})
    assert page.is_visible("#findings")
    page.click("#tell")
    page.set_viewport_size({"width": 1920, "height": 1080})
    assert not page.is_visible("#findings")


@pytest.mark.parametrize("view", VIEWS)
def test_on_a_projector_the_map_has_the_room_and_a_button_the_findings(opened, view):
    page = opened("kongsbergregionen", f"#view={view}", width=1280, height=720)
    assert not page.is_visible("#findings")
    assert page.get_attribute("#tell", "aria-expanded") == "false"
    page.click("#tell")
    findings, tabs, bar = (
        page.locator(part).bounding_box() for part in ("#findings", "#views", "#bar")
    )
    assert findings["y"] >= tabs["y"] + tabs["height"] - 1
    assert findings["y"] + findings["height"] <= bar["y"] + 1


def test_the_panel_lists_every_finding_in_the_language_of_the_moment(opened, harbour_map):
    page = narrow(opened, harbour_map)
    page.keyboard.press("f")
    shown = page.eval_on_selector_all("#findings .finding", "all => all.map(e => e.textContent)")
    assert shown == [each["text"].nb for each in findings().values()]
    assert f"Funn ({len(shown)})" in page.text_content("#tell")
    page.select_option("#language", "nn")
    shown = page.eval_on_selector_all("#findings .finding", "all => all.map(e => e.textContent)")
    assert shown == [each["text"].nn for each in findings().values()]
    assert "Kartet opnar i «Oversyn»" in page.text_content("#findings")


def test_a_finding_points_at_the_map(opened, harbour_map):
    page = narrow(opened, harbour_map)
    page.click("#tell")
    page.click(ALONE)
    assert page.evaluate(STATE)["finding"] == "orphaned-goals-none"
    assert page.get_attribute(ALONE, "aria-pressed") == "true"
    assert page.evaluate("document.activeElement.dataset.finding") == "orphaned-goals-none"
    assert page.text_content("#say") == findings()["orphaned-goals-none"]["text"].nb
    assert "finding=orphaned-goals-none" in page.evaluate("location.href")
    page.click(ALONE)
    assert page.evaluate(STATE)["finding"] is None
    assert page.get_attribute(ALONE, "aria-pressed") == "false"
    assert page.complaints == []


def test_a_finding_turns_to_the_view_that_shows_it_and_stays_where_that_is_open(
    opened, harbour_map
):
    page = narrow(opened, harbour_map, "#view=collaboration")
    page.keyboard.press("f")
    page.click(ALONE)
    assert page.evaluate(STATE)["view"] == "ownership"
    page = narrow(opened, harbour_map, "#view=overview")
    page.keyboard.press("f")
    page.click(ALONE)
    assert page.evaluate(STATE)["view"] == "overview"


def test_what_is_hidden_of_a_finding_is_said(opened, harbour_map):
    page = narrow(opened, harbour_map)
    page.keyboard.press("f")
    page.click(ALONE)
    assert "er vist slik kartet er nå" not in page.text_content("#findings")
    page.uncheck("#legend input[data-name=Goal]")
    assert "0 av 2 er vist slik kartet er nå." in page.text_content("#findings")
    assert page.evaluate(STATE)["finding"] == "orphaned-goals-none"


def test_a_link_to_a_finding_opens_it_with_its_words(opened, harbour_map):
    page = narrow(opened, harbour_map, "#view=ownership&finding=orphaned-goals-none")
    state = page.evaluate(STATE)
    assert (state["view"], state["finding"]) == ("ownership", "orphaned-goals-none")
    assert page.get_attribute(ALONE, "aria-pressed") == "true"
    nothing = narrow(opened, harbour_map, "#finding=__proto__")
    assert nothing.evaluate(STATE)["finding"] is None
    assert nothing.complaints == []


def test_evidence_takes_the_place_of_the_findings_and_gives_it_back(opened, harbour_map):
    page = narrow(opened, harbour_map)
    page.keyboard.press("f")
    page.evaluate("graphtool.select('kai')")
    assert page.is_visible("#panel")
    assert not page.is_visible("#findings")
    page.click("#panel .close")
    assert page.is_visible("#findings")


def test_findings_by_keyboard_alone(opened, harbour_map):
    page = narrow(opened, harbour_map)
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.id") == "findings"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(STATE)["finding"] == next(iter(findings()))
    page.keyboard.press("Escape")
    assert page.evaluate(STATE)["finding"] is None
    assert page.is_visible("#findings")
    page.keyboard.press("Escape")
    assert not page.is_visible("#findings")


def test_help_says_why_the_map_opens_as_it_does(opened, harbour_map):
    page = narrow(opened, harbour_map)
    page.keyboard.press("?")
    assert "Kartet åpner i «Oversikt»: Alle 8 noder får plass" in page.text_content("#help")


def test_a_finding_is_told_in_the_view_that_shows_it_with_least_beside(graph_of):
    """Goals without owners among who answers for what, not amid everything there is."""
    made = build(graph_of("kristiansandsregionen"), Settings())
    best = {each.finding.key: next(iter(each.scenes)) for each in made.findings if each.scenes}
    assert best["orphaned-goals-none"] == best["orphaned-goals-planned"] == "ownership"
    assert best["goals-without-measures"] == "goals"
    assert best["pending-dependencies"] == "dependencies"
    assert best["across-borders"] == "municipalities"
    for each in made.findings:  # what shows most of it comes first
        assert [*each.scenes.values()] == sorted(each.scenes.values(), reverse=True)
