"""The whole map without a mouse."""

from __future__ import annotations

from typing import Any

import pytest

from tests.maps.pages import STATE, VIEWS

REGION = "kristiansandsregionen"
HERE = """() => {
  const here = document.activeElement;
  if (here === document.body) return null;
  const look = getComputedStyle(here);
  const box = here.getBoundingClientRect();
  const all = [...document.querySelectorAll("*")];
  return { at: all.indexOf(here),
    seen: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    what: here.id || here.textContent.slice(0, 30) };
}"""
CONTROLS = """() => {
  const all = [...document.querySelectorAll("*")];
  const kinds = "button, input, select, a[href], summary, [tabindex='0']";
  return [...document.querySelectorAll(kinds)]
    .filter(one => one.checkVisibility() && !one.disabled).map(one => all.indexOf(one));
}"""


def walk(page: Any, key: str = "Tab", most: int = 900) -> list[dict[str, Any]]:
    """Where the key leads from the beginning of the page until it leaves it."""
    page.evaluate("document.activeElement.blur(), scrollTo(0, 0)")
    steps = []
    for _ in range(most):
        page.keyboard.press(key)
        here = page.evaluate(HERE)
        if here is None or (steps and here["at"] == steps[0]["at"]):
            return steps
        steps.append(here)
    raise AssertionError("the keyboard does not leave the page")


@pytest.mark.parametrize("state", ["plain", "panel", "path"])
def test_tab_reaches_every_control_in_order_with_a_visible_focus_and_leaves(opened, state):
    page = opened(REGION, "#view=dependencies")
    first, second = page.evaluate("graphtool.labels().slice(0, 2).map(box => box.id)")
    if state == "panel":
        page.evaluate("id => graphtool.select(id)", first)
    elif state == "path":
        page.evaluate("pair => graphtool.path(...pair)", [first, second])
    page.wait_for_timeout(300)
    steps = walk(page)
    assert sorted(one["at"] for one in steps) == page.evaluate(CONTROLS)
    assert [one["at"] for one in steps] == sorted(one["at"] for one in steps)
    assert [one["what"] for one in steps if not (one["seen"] and one["inView"])] == []


def test_shift_tab_goes_the_same_way_back(opened):
    page = opened(REGION, "#view=dependencies")
    page.wait_for_timeout(300)
    there = [one["at"] for one in walk(page)]
    back = [one["at"] for one in walk(page, "Shift+Tab")]
    assert back == there[::-1]


def test_views_are_turned_by_keyboard(opened):
    page = opened(REGION)
    page.focus("#views button:first-child")
    for view in VIEWS[1:]:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate(STATE)["view"] == view
        focused = "document.activeElement.dataset.view"
        assert page.evaluate(focused) == view
        assert page.get_attribute(f"#views [data-view={view}]", "aria-pressed") == "true"


def test_the_legend_keeps_the_focus_while_it_is_switched(opened):
    page = opened(REGION)
    page.focus("#legend input[data-name=Goal]")
    page.keyboard.press("Space")
    assert "hide=Goal" in page.evaluate("location.href")
    assert page.evaluate("document.activeElement.dataset.name") == "Goal"
    page.keyboard.press("Space")
    assert "hide=Goal" not in page.evaluate("location.href")


def test_a_person_searches_reads_the_source_and_comes_back(opened):
    page = opened(REGION)
    page.keyboard.press("/")
    page.keyboard.type("songdalen")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") == "hit-0"
    page.keyboard.press("Enter")
    assert page.evaluate(STATE)["selected"] == "songdalen"
    page.focus("#map")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.focus("#panel .source")
    page.keyboard.press("Enter")
    assert page.evaluate(STATE)["selectedEdge"] is not None
    assert "Det kildene sier" in page.inner_text("#panel")
    page.keyboard.press("Escape")
    assert page.evaluate(STATE)["selectedEdge"] is None
    assert page.evaluate("document.activeElement.id") == "map"


def test_a_path_is_found_by_keyboard(opened):
    page = opened(REGION, "#view=overview")
    page.evaluate("graphtool.select('songdalen')")
    page.focus("#panel button:has-text('Vei herfra')")
    page.keyboard.press("Enter")
    page.keyboard.press("/")
    page.keyboard.type("vennesla")
    page.keyboard.press("Enter")
    way = page.evaluate(STATE)["path"]
    assert (way[0], way[-1]) == ("songdalen", "vennesla")
    page.focus("#map")
    page.keyboard.press("Escape")
    assert page.evaluate(STATE)["path"] is None


def test_arrows_move_the_map_and_signs_its_size(opened):
    page = opened(REGION, "#view=overview")
    page.focus("#map")
    before = page.evaluate("graphtool.dom('songdalen')")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("graphtool.dom('songdalen')")["x"] < before["x"]
    scale = page.evaluate(STATE)["scale"]
    page.keyboard.press("+")
    assert page.evaluate(STATE)["scale"] > scale
    page.keyboard.press("-")
    page.keyboard.press("-")
    assert page.evaluate(STATE)["scale"] < scale
    page.keyboard.press("0")
    page.wait_for_function("scale => Math.abs(graphtool.state().scale - scale) < 1e-6", arg=scale)


def test_help_keeps_the_focus_until_it_is_closed(opened):
    page = opened(REGION)
    page.focus("#map")
    page.keyboard.press("?")
    assert page.is_visible("#help")
    for _ in range(4):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('body, #help *')")
    page.keyboard.press("Escape")
    assert not page.is_visible("#help")
    assert page.evaluate("document.activeElement.id") == "map"


def test_tables_are_reached_and_lead_back_to_the_map(opened):
    page = opened(REGION)
    page.focus("#map")
    page.keyboard.press("t")
    assert page.evaluate("document.activeElement.id") == "tables"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(STATE)["selected"] is not None
    assert page.evaluate("document.activeElement.id") == "map"
    assert page.evaluate("scrollY") == 0


def test_letters_typed_into_the_search_are_no_commands(opened):
    page = opened(REGION)
    page.focus("#search")
    page.keyboard.type("t?+-0")
    assert page.input_value("#search") == "t?+-0"
    assert not page.is_visible("#help")
    assert page.evaluate("document.activeElement.id") == "search"
