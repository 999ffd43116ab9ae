"""The slider: a year shows what stood then, and what was merged flows to its successor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from graphtool import PlanGraph, dates, maps
from graphtool.maps import Settings, records, timeline
from graphtool.maps.content import Spans
from graphtool.maps.options import Filters
from graphtool.maps.records import Assertion
from graphtool.maps.subject import Subject, frame, subject
from graphtool.maps.views import find
from tests.drawing import drawn
from tests.strategies import EXAMPLES, plan_graphs

FEW = settings(EXAMPLES, max_examples=15)
"""Every example asks all queries of every year."""

MERGED = """
    Municipality sogne name=Søgne valid_to=2019-12-31
    Municipality kristiansand name=Kristiansand
    Goal vekst name="Flere arbeidsplasser"
    Actor utvalget name="Utvalget for næring" valid_from=2015 valid_to=2021
    sogne OWNS vekst document=plan line=1 quote="Søgne eier målet"
    utvalget SUPPORTS vekst modality=planned document=plan line=2
    utvalget SUPPORTS vekst valid_from=2018 document=plan line=3
    sogne SUCCEEDED_BY kristiansand valid_from=2020-01-01
"""


def dated(*periods: str) -> PlanGraph:
    """A graph of lonely goals, each valid for one of these periods, `from/to`."""
    rows = [period.split("/") for period in periods]
    return PlanGraph.from_tables(
        [
            {"id": f"g{at}", "kind": "Goal", "name": "Mål", "valid_from": begins, "valid_to": ends}
            for at, (begins, ends) in enumerate(rows)
        ]
    )


@pytest.mark.parametrize(
    ("periods", "stops"),
    [
        (["/"], []),
        (["2015/"], ["2014", "2015"]),
        (["2015-04-16/"], ["2014", "2015"]),
        (["/2019-12-31"], ["2019", "2020"]),
        (["/2019"], ["2019", "2020"]),
        (["/2019-06-30"], ["2018", "2019"]),
        (["2015/2017", "2016/"], ["2014", "2015", "2016", "2018"]),
        (["2015/9999-12-31"], ["2014", "2015"]),
        (["2015-03-01/2015-04-01"], []),
        (["0001/"], []),
    ],
)
def test_a_stop_is_a_year_that_ends_unlike_the_one_before(
    periods: list[str], stops: list[str]
) -> None:
    assert timeline.stops(dated(*periods)) == tuple(stops)


def test_neither_a_document_nor_a_fact_makes_a_stop() -> None:
    graph = PlanGraph.from_tables(
        [{"id": "g", "kind": "Goal", "name": "Mål", "document": "d"}],
        documents=[{"id": "d", "date": "2015"}],
        facts=[{"node": "g", "property": "x", "value": "1", "valid_from": "2016"}],
    )
    assert timeline.stops(graph) == ()


def test_of_too_many_years_those_with_the_most_changes_are_kept() -> None:
    many = [f"{year}/" for year in range(1950, 2020)]
    stops = timeline.stops(dated(*many, "1960/", "1960/", "/1969", "/1969", "/1969"))
    assert len(stops) == timeline.MOST_STOPS
    assert {"1949", "1960", "1970", "2019"} <= set(stops)


def holds(assertion: Assertion, year: str, moment: int) -> bool:
    """Whether the page shows an assertion at a moment."""
    if assertion.when:
        return any(first <= moment <= last for first, last in assertion.when)
    return dates.has_begun(assertion.valid_from, year) and not dates.has_ended(
        assertion.valid_to, year
    )


def shown(names: Iterable[Any], when: Mapping[Any, Spans], moment: int) -> list[Any]:
    """What of a view's nodes or lines is there at a moment."""
    always = ((moment, moment),)
    return sorted(
        name
        for name in names
        if any(first <= moment <= last for first, last in when.get(name) or always)
    )


def nodes_at(seen: Subject, moment: int) -> list[str]:
    return shown(seen.nodes, seen.when, moment)


def lines_at(seen: Subject, moment: int) -> list[Any]:
    return shown(seen.lines, {key: line.when for key, line in seen.lines.items()}, moment)


def without_moments(found: Iterable[Assertion]) -> list[str]:
    return sorted(str(replace(assertion, when=())) for assertion in found)


@given(plan_graphs())
@FEW
def test_the_slider_at_a_year_shows_the_graph_of_that_year(graph: PlanGraph) -> None:
    seen = subject(frame(graph), find("overview"))
    assert seen.stops == timeline.stops(graph)
    for moment, year in enumerate(seen.stops, start=1):
        then = graph.as_of(year)
        edges = records.every_assertion(then)
        assert nodes_at(seen, moment) == sorted(then.nodes["id"])
        assert lines_at(seen, moment) == sorted(edges)
        for key in edges:
            said = [one for one in seen.lines[key].assertions if holds(one, year, moment)]
            assert without_moments(said) == without_moments(edges[key])


@given(plan_graphs())
@FEW
def test_at_first_the_map_shows_all_of_time(graph: PlanGraph) -> None:
    seen = subject(frame(graph), find("overview"))
    assert nodes_at(seen, 0) == sorted(graph.nodes["id"])
    assert lines_at(seen, 0) == sorted(records.every_assertion(graph))


def test_a_tie_weighs_what_the_two_share_in_that_year() -> None:
    graph = drawn("""
        Municipality a
        Municipality b
        Project p
        Project q
        a PARTICIPATES_IN p
        b PARTICIPATES_IN p
        a PARTICIPATES_IN q valid_from=2018
        b PARTICIPATES_IN q valid_from=2018
    """)
    seen = subject(frame(graph), find("collaboration"))
    [tie] = seen.lines.values()
    assert seen.stops == ("2017", "2018")
    assert [(first, last, each.shared) for first, last, each in tie.over] == [
        (0, 0, ("p", "q")),
        (1, 1, ("p",)),
        (2, 2, ("p", "q")),
    ]
    assert tie.over[1][2].weight < tie.over[2][2].weight


def test_around_a_node_that_is_gone_there_is_what_came_after_it() -> None:
    seen = subject(frame(drawn(MERGED), filters=Filters(focus="Søgne", hops=1)), find("overview"))
    assert seen.stops == ("2014", "2015", "2018", "2020", "2022")
    assert nodes_at(seen, 3) == ["kristiansand", "sogne", "vekst"]
    assert nodes_at(seen, 4) == ["kristiansand", "vekst"]
    assert lines_at(seen, 4) == [("kristiansand", "vekst", "OWNS")]


def test_one_day_has_no_slider() -> None:
    assert subject(frame(drawn(MERGED), as_of="2018"), find("overview")).stops == ()


# In the browser.


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("time") / "merged.html"
    maps.write(drawn(MERGED), path, Settings(views=("overview", "goals")))
    return path


def state(page: Any) -> dict[str, Any]:
    return dict(page.evaluate("window.graphtool.state()"))


def move_slider(page: Any, moment: int) -> dict[str, Any]:
    """Move the slider, and say what is shown at once."""
    return dict(
        page.evaluate(
            "moment => { const slider = document.getElementById('years'); slider.value = moment;"
            " slider.dispatchEvent(new Event('input')); return window.graphtool.state(); }",
            moment,
        )
    )


def test_each_stop_of_a_region_counts_as_its_graph_does(
    opened: Callable[..., Any], graph_of: Callable[[str], PlanGraph]
) -> None:
    graph = graph_of("kristiansandsregionen")
    page = opened("kristiansandsregionen", "#view=overview")
    page.emulate_media(reduced_motion="reduce")
    for moment, year in enumerate(timeline.stops(graph), start=1):
        then = graph.as_of(year)
        now = move_slider(page, moment)
        assert (now["year"], now["visibleNodes"], now["visibleEdges"]) == (
            year,
            len(then.nodes),
            then.edge_count,
        )
    assert move_slider(page, 0)["visibleEdges"] == graph.edge_count
    assert page.complaints == []


def test_arrow_keys_on_the_slider_walk_through_the_years(
    opened: Callable[..., Any], merged: Path
) -> None:
    page = opened(merged)
    page.locator("#years").focus()
    years = []
    for _ in range(6):
        page.keyboard.press("ArrowRight")
        years.append(state(page)["year"])
    assert years == ["2014", "2015", "2018", "2020", "2022", "2022"]
    page.keyboard.press("Home")
    assert state(page)["year"] is None
    assert page.locator("#years").get_attribute("aria-valuetext") == "alle år"
    assert page.get_by_label("År", exact=True).count() == 1


def test_comma_and_full_stop_walk_through_the_years_from_the_map(
    opened: Callable[..., Any], merged: Path
) -> None:
    page = opened(merged)
    page.locator("#map").focus()
    for _ in range(3):
        page.keyboard.press(".")
    page.keyboard.press(",")
    assert state(page)["year"] == "2015"
    page.keyboard.press("?")
    assert "året før, året etter" in page.locator("#help").inner_text()


def test_a_year_is_said_and_seen(opened: Callable[..., Any], merged: Path) -> None:
    page = opened(merged, "#year=2018")
    move_slider(page, 4)
    assert page.locator("#say").inner_text() == (
        "2020: noder: 1 borte · sammenhenger: 1 ny, 1 borte"
    )
    assert page.locator("#year").inner_text() == "2020"
    assert page.locator("#shown").inner_text().endswith("Slik det var i 2020")
    assert "year=2020" in page.evaluate("location.hash")
    # The tables are made a little later.
    page.wait_for_function(
        "() => document.getElementById('node-table')?.innerText.includes('Søgne') === false"
    )


def test_a_link_names_a_year_and_any_year_is_shown_as_it_was(
    opened: Callable[..., Any], merged: Path
) -> None:
    assert state(opened(merged, "#year=2020"))["year"] == "2020"
    assert state(opened(merged, "#year=2019"))["year"] == "2018"
    assert state(opened(merged, "#year=1990"))["year"] == "2014"
    assert state(opened(merged, "#year=hvert"))["year"] is None


def test_the_year_stays_when_another_view_is_opened(
    opened: Callable[..., Any], merged: Path
) -> None:
    page = opened(merged, "#year=2018")
    page.locator('#views [data-view="goals"]').click()
    assert state(page)["year"] == "2018"


def test_what_was_merged_flows_to_its_successor_and_back(
    opened: Callable[..., Any], merged: Path
) -> None:
    page = opened(merged, "#year=2018")
    before = page.evaluate("window.graphtool.dom('kristiansand')")
    assert move_slider(page, 4)["moving"] == 1
    page.wait_for_function("() => window.graphtool.state().moving === 0")
    assert page.evaluate("window.graphtool.dom('kristiansand')") == before
    assert move_slider(page, 3)["moving"] == 1
    page.wait_for_function("() => window.graphtool.state().moving === 0")


def test_nothing_flows_where_motion_is_unwanted(opened: Callable[..., Any], merged: Path) -> None:
    page = opened(merged, "#year=2018")
    page.emulate_media(reduced_motion="reduce")
    now = move_slider(page, 4)
    assert (now["year"], now["moving"]) == ("2020", 0)


def test_the_carried_edge_says_whom_it_was_carried_from(
    opened: Callable[..., Any], merged: Path
) -> None:
    page = opened(merged, "#year=2020")
    page.evaluate("window.graphtool.select('vekst')")
    page.get_by_role("button", name="Vis kilden: Kristiansand eier Flere arbeidsplasser").click()
    assert "Overført fra Søgne" in page.locator("#panel").inner_text()
    assert "Søgne eier målet" in page.locator("#panel").inner_text()


def test_an_edge_is_as_firm_as_its_sources_of_that_year(
    opened: Callable[..., Any], merged: Path
) -> None:
    page = opened(merged, "#year=2015&node=utvalget")
    assert page.locator("#panel .relation em").inner_text() == "planlagt"
    page = opened(merged, "#year=2018&node=utvalget")
    assert page.locator("#panel .relation em").count() == 0


def test_play_walks_to_the_last_year_and_stops(opened: Callable[..., Any], merged: Path) -> None:
    page = opened(merged, "#year=2020")
    page.locator("#play").click()
    assert page.locator("#play").get_attribute("aria-label") == "Stopp"
    page.wait_for_function("() => window.graphtool.state().year === '2022'")
    page.wait_for_function("() => document.getElementById('play').ariaLabel !== 'Stopp'")
    page.locator("#play").click()
    assert state(page)["year"] == "2014"
    page.locator("#play").click()
    assert page.locator("#play").get_attribute("aria-label") == "Gå gjennom årene"


def test_a_graph_without_dates_has_no_slider(opened: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "still.html"
    maps.write(drawn("Goal g"), path, Settings(views=("overview",)))
    assert opened(path).locator("#time").is_hidden()
