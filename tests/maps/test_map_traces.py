"""What one did before leaves no trace in what one does next: views, years, searches, keys."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

from tests.maps.pages import STATE, legend

DRAWN = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return document.querySelector("#map canvas").toDataURL();
}"""


def drawn(page: Any) -> int:
    """The picture on the screen, as a checksum."""
    return zlib.crc32(page.evaluate(DRAWN).encode())


def region(opened: Callable[..., Any], address: str = "#view=overview") -> Any:
    """The map of a region with everything, in which nothing glides."""
    return opened("kristiansandsregionen", address, moving=False)


def test_what_was_highlighted_is_drawn_as_before_when_the_highlight_is_gone(opened):
    page = region(opened)
    before = drawn(page)
    page.locator(".keyrow").first.click()
    page.mouse.move(700, 5)
    assert drawn(page) != before
    page.keyboard.press("Escape")
    assert drawn(page) == before


def test_a_dragged_node_and_its_lines_are_where_they_were_put_after_other_views(opened):
    page = region(opened)
    at = page.evaluate("graphtool.dom('naeringsnettverket')")
    page.mouse.move(at["x"], at["y"])
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(at["x"] + 5 * step, at["y"] + 6 * step)
        page.wait_for_timeout(20)
    page.mouse.up()
    page.mouse.move(700, 5)
    page.keyboard.press("Escape")
    page.evaluate("graphtool.fit()")
    before = drawn(page)
    for view in ("goals", "overview"):
        page.locator(f"#views [data-view={view}]").click()
    assert page.evaluate(STATE)["view"] == "overview"
    page.mouse.move(700, 5)
    page.evaluate("graphtool.fit()")
    assert drawn(page) == before


def test_who_is_looked_up_in_a_year_without_them_is_shown_in_all_of_time(opened):
    page = region(opened, "#view=overview&year=2020")
    before = legend(page)
    assert page.evaluate("graphtool.select('fylke-09-aust-agder')")
    assert page.evaluate(STATE)["year"] is None
    assert legend(page) != before


def test_a_year_stays_where_who_is_looked_up_is_there(opened):
    page = region(opened, "#view=overview&year=2020")
    assert page.evaluate("graphtool.select('fylke-42-agder')")
    assert page.evaluate(STATE)["year"] == "2020"


def test_a_list_of_hits_that_was_closed_is_not_chosen_from(opened):
    page = region(opened)
    page.locator("#search").fill("kristiansand")
    page.keyboard.press("Escape")
    page.locator("#search").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(STATE)["selected"] is None


def test_escape_in_the_help_closes_the_help_and_nothing_else(opened):
    page = region(opened)
    page.evaluate("graphtool.select('kristiansand')")
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    assert page.evaluate(STATE)["selected"] == "kristiansand"


def test_after_a_click_on_the_map_the_keys_are_the_maps(opened):
    page = region(opened)
    page.locator("#map").click(position={"x": 4, "y": 4})
    assert page.evaluate("document.activeElement.id") == "map"
    before = page.evaluate(STATE)["scale"]
    page.keyboard.press("+")
    assert page.evaluate(STATE)["scale"] > before
    assert page.locator("#map [tabindex]").count() == 0


def test_a_switch_for_all_keeps_the_focus(opened):
    page = region(opened)
    page.locator("[data-none=kinds]").press("Enter")
    assert page.evaluate(STATE)["visibleNodes"] == 0
    assert page.evaluate("document.activeElement.dataset.none") == "kinds"


def test_an_edge_that_is_picked_ends_the_choice_of_a_path(opened):
    page = region(opened)
    page.evaluate("graphtool.select('kristiansand')")
    page.get_by_role("button", name="Vei herfra").click()
    page.locator("#panel .source").first.click()
    page.evaluate("graphtool.select('naeringsnettverket')")
    now = page.evaluate(STATE)
    assert (now["path"], now["selected"]) == (None, "naeringsnettverket")


def test_the_panel_is_read_on_where_it_was_when_the_legend_changes(opened):
    page = region(opened)
    page.evaluate("graphtool.select('kristiansand')")
    page.locator("#panel").evaluate("panel => { panel.scrollTop = 120; }")
    page.locator("#legend [data-name=Goal]").uncheck()
    assert page.locator("#panel").evaluate("panel => panel.scrollTop") == 120
    page.evaluate("graphtool.select('naeringsnettverket')")
    assert page.locator("#panel").evaluate("panel => panel.scrollTop") == 0


def test_an_appearance_named_by_the_link_that_ends_a_presentation_is_taken(opened):
    page = region(opened, "#step=2")
    page.evaluate("location.hash = '#theme=dark'")
    page.wait_for_function("() => graphtool.state().step === null")
    assert page.evaluate(STATE)["theme"] == "dark"


def test_the_exported_sheet_names_its_view_and_explains_who_answers(opened):
    said = region(opened, "#view=goals").evaluate("graphtool.svg()")
    assert "Mål og tiltak" in said
    assert "Hvem svarer for det?" in said
