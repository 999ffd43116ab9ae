"""The map on a telephone: read by moving it, its legend and its evidence in sheets from below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.maps.pages import REGIONS, STATE, VIEWS, sheets_of
from tests.maps.test_map_proof_axe import violations

WIDE, HIGH = 390, 844
LEAST = 12
"""Pixels of a letter that is read on a telephone."""
SHEET = """id => {
  const { left, right, top, bottom } = document.getElementById(id).getBoundingClientRect();
  return { left, right, top, bottom };
}"""
WIDEST = "document.documentElement.scrollWidth"


@pytest.fixture
def phone(opened: Callable[..., Any]) -> Callable[..., Any]:
    return lambda name, address="": opened(name, address, width=WIDE, height=HIGH, moving=False)


def is_apart(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether one name ends where the other begins, to within what stands between lines."""
    return one["x"] + one["w"] <= other["x"] or one["y"] + one["h"] <= other["y"] + 3


def turn(page: Any, view: str) -> None:
    page.evaluate("view => document.querySelector(`#views [data-view=${view}]`).click()", view)
    page.wait_for_timeout(150)


@pytest.mark.parametrize("region", REGIONS)
def test_every_view_begins_so_large_that_its_names_are_read(phone, region):
    page = phone(region)
    for view in VIEWS:
        turn(page, view)
        # Over the columns of a matrix names stand that are reached by moving it.
        labels = [one for one in page.evaluate("graphtool.labels()") if 0 <= one["x"] < WIDE]
        assert len(labels) >= 3, view
        assert min(label["size"] for label in labels) >= LEAST, view
        assert page.evaluate(WIDEST) <= WIDE, view
        for at, one in enumerate(labels):
            assert view == "matrix" or one["x"] + one["w"] <= WIDE, (view, one)
            for other in labels[at + 1 :]:
                assert is_apart(one, other) or is_apart(other, one), (view, one, other)


def test_all_of_it_is_one_press_away(phone):
    page = phone(REGIONS[0])
    near = page.evaluate(STATE)["scale"]
    page.click("#fit")
    page.wait_for_timeout(200)
    assert page.evaluate(STATE)["scale"] < near / 2


def test_the_legend_opens_over_the_map_and_switches_it(phone):
    page = phone(REGIONS[0])
    assert not page.is_visible("#legend")
    page.click("#key")
    assert page.get_attribute("#key", "aria-expanded") == "true"
    sheet = page.evaluate(SHEET, "legend")
    assert (sheet["left"], sheet["right"], round(sheet["bottom"])) == (0, WIDE, HIGH)
    before = page.evaluate(STATE)["visibleNodes"]
    page.click("#legend .kinds li:first-child input")
    assert page.evaluate(STATE)["visibleNodes"] < before
    assert page.is_visible("#legend")
    page.keyboard.press("Escape")
    assert not page.is_visible("#legend")
    assert page.evaluate("document.activeElement.id") == "key"
    page.click("#key")
    page.click("#legend > .close")
    assert not page.is_visible("#legend")


def test_what_is_chosen_is_read_in_a_sheet_that_does_not_cover_it(phone):
    page = phone(REGIONS[0])
    for name in page.evaluate("graphtool.labels().slice(0, 4).map(label => label.id)"):
        assert page.evaluate("id => graphtool.select(id)", name)
        page.wait_for_timeout(100)
        sheet = page.evaluate(SHEET, "panel")
        assert (sheet["left"], sheet["right"], round(sheet["bottom"])) == (0, WIDE, HIGH)
        spot = page.evaluate("id => graphtool.dom(id)", name)
        assert 0 < spot["x"] < WIDE
        assert page.evaluate(SHEET, "map")["top"] < spot["y"] < sheet["top"]
        there = page.evaluate("s => document.elementFromPoint(s.x, s.y).tagName", spot)
        assert there == "CANVAS"


def test_a_finger_need_not_meet_the_symbol_exactly(browser, written):
    page = browser.new_page(viewport={"width": WIDE, "height": HIGH}, has_touch=True)
    page.goto(written(REGIONS[0]).as_uri())
    page.wait_for_function("window.graphtool && graphtool.ready")
    drawn = sheets_of(written(REGIONS[0]))[page.evaluate(STATE)["view"]]["nodes"]
    loose = {node["id"] for node in drawn if "fold" not in node}
    labelled = page.evaluate("graphtool.labels().map(({ id }) => id)")
    name = next(at for at in labelled if at in loose)
    spot = page.evaluate("id => graphtool.dom(id)", name)
    page.touchscreen.tap(spot["x"] - 15, spot["y"] - 8)
    page.wait_for_timeout(200)
    assert page.evaluate(STATE)["selected"] == name
    page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_a_telephone(phone, theme):
    page = phone(REGIONS[0], f"#theme={theme}")
    assert violations(page) == []
    page.click("#key")
    assert violations(page, whole=False) == []
    page.click("#key")
    page.evaluate("graphtool.select('kristiansand')")
    assert violations(page, whole=False) == []
    page.click("#tell")
    assert violations(page, whole=False) == []
