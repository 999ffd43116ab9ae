"""Every part of the address: what is set on the page stands in it, and opens the same again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.maps import pages
from tests.maps.pages import STATE, VIEWS

REGION = "kristiansandsregionen"
SEEN = """() => ({ ...graphtool.state(), firstDraw: 0, scale: 0,
  legend: document.getElementById("legend").innerText,
  shown: document.getElementById("shown").innerText,
  panel: document.getElementById("panel").innerText,
  findings: document.getElementById("findings").innerText,
  way: document.getElementById("way").innerText })"""


def hide(name: str) -> Any:
    """Presses the box until it is empty: one that is partly drawn is ticked first."""
    box = f"#legend input[data-name={name}]"
    emptied = "box => { for (let at; (at = document.querySelector(box)).checked;) at.click(); }"
    return lambda page: page.evaluate(emptied, box)


DONE: dict[str, Any] = {
    "node": lambda page: page.evaluate("graphtool.select('songdalen')"),
    "steps": lambda page: (
        page.evaluate("graphtool.select('songdalen')"),
        page.select_option("#steps", "3"),
    ),
    "from": lambda page: page.evaluate("graphtool.path('songdalen', 'vennesla')"),
    "edge": lambda page: (
        page.evaluate("graphtool.select('songdalen')"),
        page.locator("#panel .source").first.click(),
    ),
    "hide": lambda page: (hide("Goal")(page), hide("Actor")(page)),
    "hideRel": lambda page: (hide("PART_OF")(page), hide("MEMBER_OF")(page)),
    "mun": lambda page: (
        page.check("#legend input[data-place=songdalen]"),
        page.check("#legend input[data-place=vennesla]"),
    ),
    "lang": lambda page: page.select_option("#language", "nn"),
    "theme": lambda page: page.select_option("#theme", "bw"),
    "view": lambda page: page.click("#views [data-view=chain]"),
    "year": lambda page: (page.focus("#years"), page.keyboard.press("ArrowRight")),
    "finding": lambda page: (page.click("#tell"), page.locator("#findings .finding").first.click()),
}
"""What a person does for each key of the address."""


@pytest.mark.combined
@pytest.mark.parametrize("key", DONE)
def test_what_is_chosen_stands_in_the_address_and_opens_again(opened, turned, key):
    page = opened(REGION, "#view=overview")
    plain = page.evaluate(SEEN)
    DONE[key](page)
    page.wait_for_timeout(50)
    assert f"{key}=" in page.evaluate("location.href").partition("#")[2]
    seen = page.evaluate(SEEN)
    assert seen != plain
    again = opened(REGION, "#" + page.evaluate("location.href").partition("#")[2])
    assert again.evaluate(SEEN) == seen
    assert (
        again.evaluate("location.href").partition("#")[2]
        == page.evaluate("location.href").partition("#")[2]
    )
    assert page.complaints == again.complaints == []


def test_all_keys_together_open_again(opened):
    page = opened(REGION)
    for key in ("view", "lang", "theme", "mun"):
        DONE[key](page)
    hide("Project")(page)
    hide("LEADS")(page)
    page.locator("#years").press("ArrowRight")
    page.evaluate("graphtool.select(graphtool.labels()[0].id)")
    keys = {
        part.partition("=")[0]
        for part in page.evaluate("location.href").partition("#")[2].split("&")
    }
    assert keys == {"view", "lang", "theme", "mun", "hide", "hideRel", "year", "node"}
    again = opened(REGION, "#" + page.evaluate("location.href").partition("#")[2])
    assert again.evaluate(SEEN) == page.evaluate(SEEN)


def test_a_link_followed_on_the_open_page_forgets_what_was_hidden_by_hand(turned):
    page = turned(REGION, "overview")
    everything = page.evaluate(STATE)["visibleNodes"]
    page.evaluate("graphtool.select('songdalen')")
    page.click("#panel button:has-text('Vis bare dette')")
    assert page.evaluate(STATE)["visibleNodes"] < everything
    page = turned(REGION, "chain")
    page = turned(REGION, "overview")
    assert page.evaluate(STATE)["visibleNodes"] == everything


@pytest.mark.combined
@pytest.mark.parametrize("view", VIEWS)
def test_a_node_that_is_chosen_stays_chosen_in_a_view_that_has_it(turned, written, view):
    sheets = pages.sheets_of(written(REGION))
    page = turned(REGION, "overview")
    page.evaluate("graphtool.select('kristiansand')")
    page.click(f"#views [data-view={view}]")
    there = "kristiansand" in {node["id"] for node in sheets[view]["nodes"]}
    assert page.evaluate(STATE)["selected"] == ("kristiansand" if there else None)
    assert page.is_visible("#panel") == there
