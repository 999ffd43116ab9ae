"""A real click on the canvas selects what lies under it: the nodes of every view."""

from __future__ import annotations

from typing import Any

import pytest

from tests.maps import pages
from tests.maps.pages import REGIONS, STATE, VIEWS

MANY = 100
"""Of so many nodes every third is clicked."""
BACK = """id => {
  document.getElementById("map").focus();
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  graphtool.fit();
  const spot = graphtool.dom(id);
  const there = document.elementFromPoint(spot.x, spot.y);
  return { ...spot, covered: !(there && there.tagName === "CANVAS") };
}"""


def clicked(page: Any, node: str) -> str | None:
    """What is selected after a click on a node's symbol."""
    spot = page.evaluate(BACK, node)
    assert not spot["covered"]
    page.mouse.click(spot["x"], spot["y"])
    return page.evaluate(STATE)["selected"]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("region", REGIONS)
def test_a_click_on_any_node_of_a_view_selects_it(turned, written, region, view):
    sheet = pages.sheets_of(written(region))[view]
    nodes = [node["id"] for node in sheet["nodes"] if "fold" not in node]  # which a click opens
    page = turned(region, view)
    missed = nodes[:: 1 if len(nodes) < MANY else 3]
    for _ in range(3):  # on a busy machine a click can last so long that it is none
        missed = [node for node in missed if clicked(page, node) != node]
    assert missed == []


@pytest.mark.parametrize("view", VIEWS)
def test_a_click_beside_everything_clears_the_choice(turned, written, view):
    page = turned("kristiansandsregionen", view)
    node = pages.sheets_of(written("kristiansandsregionen"))[view]["nodes"][0]["id"]
    page.evaluate("id => graphtool.select(id)", node)
    assert page.evaluate(STATE)["selected"] == node
    frame = page.locator("#map").bounding_box()
    page.mouse.click(frame["x"] + 4, frame["y"] + frame["height"] - 4)
    assert page.evaluate(STATE)["selected"] is None
