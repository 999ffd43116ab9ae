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


SPOTS = """([corners, shares]) => {
  const [first] = graphtool.labels();
  const here = graphtool.dom(first.id);
  const { x, y } = graphtool.network.getPosition(first.id);
  const scale = graphtool.state().scale;
  const legs = corners.slice(2).map((_, i) => i).filter(i => i % 2 === 0)
    .map(i => corners.slice(i, i + 4));
  const longest = legs.sort((one, other) => Math.hypot(other[2] - other[0], other[3] - other[1])
    - Math.hypot(one[2] - one[0], one[3] - one[1]))[0];
  return shares.map(share => [
    here.x + (longest[0] + (longest[2] - longest[0]) * share - x) * scale,
    here.y + (longest[1] + (longest[3] - longest[1]) * share - y) * scale]);
}"""
"""On the screen, places along the longest stretch of a line."""


def is_chosen(page: Any, x: float, y: float, edges: list[list[str]]) -> bool:
    """Whether clicks on a place choose the line of these edges: one of several that run there."""
    for _ in range(6):
        page.mouse.click(x, y)
        found = page.evaluate(STATE)["selectedStrand"]
        if found is None or sorted(found) == edges:
            break
        page.wait_for_timeout(350)  # two clicks that follow at once are a double click
    return found is not None and sorted(found) == edges


def clicked(page: Any, node: str) -> str | None:
    """What is selected after a click on a node's symbol."""
    spot = page.evaluate(BACK, node)
    assert not spot["covered"]
    page.mouse.click(spot["x"], spot["y"])
    return page.evaluate(STATE)["selected"]


@pytest.mark.combined
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


@pytest.mark.parametrize("region", REGIONS)
def test_a_click_on_a_line_that_gathers_several_says_what_each_of_them_rests_on(
    opened, written, region
):
    sheet = pages.sheets_of(written(region))["overview"]
    # So wide that the panel covers none of the map.
    page = opened(region, "#view=overview", width=2400, moving=False)
    strands = sheet["strands"]
    assert len(strands) > 3
    for _, corners, among in strands:
        # What only was so for some years is in the file behind the others.
        edges = [sheet["edges"][k] for k in among if k < len(sheet["edges"])]
        if not edges:
            continue
        for x, y in page.evaluate(SPOTS, [corners, [0.5, 0.35, 0.65, 0.2, 0.8]]):
            if is_chosen(page, x, y, sorted(edge[:3] for edge in edges)):
                break
        else:
            raise AssertionError(f"the line of {edges} is met nowhere")
        said = page.inner_text("#panel")
        quotes = {one["quote"] for edge in edges for one in edge[4] if one.get("quote")}
        assert [
            quote for quote in quotes if " ".join(quote.split()) not in " ".join(said.split())
        ] == []
        assert page.locator("#panel .gathered").count() == len(edges)


def test_from_what_a_line_gathers_one_goes_on_to_one_of_it(turned):
    page = turned("kongsbergregionen", "overview")
    page.focus("#map")
    page.keyboard.press("l")
    first = page.evaluate(STATE)["selectedStrand"]
    page.keyboard.press("l")
    assert page.evaluate(STATE)["selectedStrand"] not in (first, None)
    page.keyboard.press("Shift+L")
    assert page.evaluate(STATE)["selectedStrand"] == first
    assert "strand=" in page.evaluate("location.hash")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.click("#panel .gathered .neighbour >> nth=0")
    chosen = page.evaluate(STATE)
    assert chosen["selectedEdge"] in first
    assert chosen["selectedStrand"] is None


def test_a_link_to_a_line_that_gathers_several_opens_it_and_a_filter_takes_from_it(turned, written):
    sheet = pages.sheets_of(written("kongsbergregionen"))["overview"]
    _, _, among = max(sheet["strands"], key=lambda one: len({sheet["edges"][k][2] for k in one[2]}))
    edges = [sheet["edges"][k][:3] for k in among]
    page = turned("kongsbergregionen", "overview", f"strand={','.join(edges[-1])}")
    assert sorted(page.evaluate(STATE)["selectedStrand"]) == sorted(edges)
    hidden = edges[0][2]
    page.click(f"#legend .relations [data-name={hidden}]")
    page.click(f"#legend .relations [data-name={hidden}]")
    left = [edge for edge in edges if edge[2] != hidden]
    assert (page.evaluate(STATE)["selectedStrand"] or []) == left
    page.keyboard.press("Escape")


@pytest.mark.parametrize("view", VIEWS)
def test_a_click_beside_everything_clears_the_choice(turned, written, view):
    page = turned("kristiansandsregionen", view)
    node = pages.sheets_of(written("kristiansandsregionen"))[view]["nodes"][0]["id"]
    page.evaluate("id => graphtool.select(id)", node)
    assert page.evaluate(STATE)["selected"] == node
    frame = page.locator("#map").bounding_box()
    page.mouse.click(frame["x"] + 4, frame["y"] + frame["height"] - 4)
    assert page.evaluate(STATE)["selected"] is None
