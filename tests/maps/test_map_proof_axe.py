"""axe finds nothing against WCAG 2.2 AA, nor against good practice, in any view and theme."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.maps import pages
from tests.maps.pages import VIEWS

REGION = "kristiansandsregionen"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEMES = ("light", "dark", "bw")
"""What they change is colours: in those but the first only the rules of colours are asked."""
OF_COLOURS = ["color-contrast", "link-in-text-block"]


def violations(page: Any, theme: str = THEMES[0], *, whole: bool = True) -> list[str]:
    """What axe finds, each with the first element that it found it at.

    Without `whole` the long tables below the map are left out; they are the same in every state.
    """
    context = None if whole else {"exclude": [["#tables"]]}
    rules = {"type": "rule", "values": OF_COLOURS}
    options = {"runOnly": TAGS if theme == THEMES[0] else rules, "resultTypes": ["violations"]}
    found = Axe().run(page, context=context, options=options).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.mark.combined
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_in_any_view(turned, written, view, theme):
    page = turned(REGION, view, f"theme={theme}")
    assert violations(page, theme, whole=False) == []
    node = pages.sheets_of(written(REGION))[view]["nodes"][0]["id"]
    page.evaluate("id => graphtool.select(id)", node)
    assert violations(page, theme, whole=False) == []


STATES: dict[str, Any] = {
    "tables": lambda page: page.wait_for_selector("#relation-table td", state="attached"),
    "evidence": lambda page: (
        page.evaluate("graphtool.select('kristiansand')"),
        page.locator("#panel .source").first.click(),
    ),
    "path": lambda page: page.evaluate("graphtool.path('songdalen', 'vennesla')"),
    "search": lambda page: (
        page.fill("#search", "kommune"),
        page.locator("#search").press("ArrowDown"),
    ),
    "no hits": lambda page: page.fill("#search", "finnes ikke"),
    "help": lambda page: page.click("#tools button:has-text('?')"),
    "nothing left": lambda page: page.click("#legend .kinds .switch button:last-child"),
    "year": lambda page: (page.focus("#years"), page.keyboard.press("ArrowRight")),
    "findings": lambda page: (
        page.click("#tell"),
        page.locator("#findings .finding").first.click(),
    ),
}


@pytest.mark.combined
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_whatever_is_open(opened, state, theme):
    page = opened(REGION, f"#view=overview&theme={theme}")
    STATES[state](page)
    page.wait_for_timeout(100)
    assert violations(page, theme, whole=state == "tables") == []


def test_axe_finds_nothing_in_a_tie_or_on_a_narrow_screen(opened):
    page = opened(REGION, "#view=collaboration", width=700)
    page.evaluate("graphtool.select('vennesla')")
    page.locator("#panel .source").first.click()
    assert violations(page, whole=False) == []
