"""Strings that mean harm, in every field of every kind, are words on the page and nothing else."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphtool import maps
from graphtool.graph import PlanGraph
from graphtool.language import same
from graphtool.maps import Settings
from graphtool.maps.story import read as story
from tests.maps import graphs as map_graphs
from tests.maps import pages
from tests.maps.graphs import HOSTILE
from tests.maps.pages import VIEWS

HANDLERS = """[...document.querySelectorAll('*')].flatMap(element => [...element.attributes]
  .filter(({ name }) => name.startsWith('on') || (name === 'style' && !element.closest('#map'))))
  .length"""


def later(graph: PlanGraph) -> PlanGraph:
    """The same graph with another hostile string in every field that can change."""
    other = graph.to_networkx()
    turned = dict(zip(HOSTILE, (*HOSTILE[1:], HOSTILE[0]), strict=True))
    for _, fields in other.nodes(data=True):
        for name in ("subkind", "note", "quote", "name_nn"):
            if fields.get(name) in turned:
                fields[name] = turned[fields[name]]
    return PlanGraph.from_networkx(other)


def told(graph: PlanGraph, path: Path) -> story.Story:
    """A story whose every step is titled and told in a hostile string."""
    steps = [f"[[step]]\ntitle = {quoted(text)}\ntext = {quoted(text)}\n" for text in HOSTILE]
    path.write_text("\n".join(steps), encoding="utf-8")
    return story.read(path, graph)


def quoted(text: str) -> str:
    """A TOML string."""
    return '"' + "".join(f"\\U{ord(letter):08X}" for letter in text) + '"'


@pytest.fixture(scope="session")
def harm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map in which everything that takes a string has a hostile one."""
    folder = tmp_path_factory.mktemp("hostile")
    graph = map_graphs.hostile_everywhere()
    asked = Settings(
        views=VIEWS,
        title=HOSTILE[0],
        notes=[same(text) for text in HOSTILE],
        colour_by="municipality",
        size_by="edges",
        before=later(graph),
        story=told(graph, folder / "fortelling.toml"),
    )
    maps.write(graph, folder / "kart.html", asked)
    return folder / "kart.html"


def unharmed(page: Any) -> None:
    assert page.evaluate("window.owned") is None
    assert page.evaluate("[Object.prototype.label, Object.prototype.title]") == [None, None]
    assert page.locator("img, iframe, object, embed, form, base, link").count() == 0
    assert page.locator("script:not([type='application/json'])").count() == 2
    links = page.eval_on_selector_all("a[href]", "found => found.map(a => a.protocol)")
    assert set(links) <= {"https:"}
    assert page.evaluate(HANDLERS) == 0
    assert len(page.requests) == 1
    assert page.complaints == []


def pick_each(page: Any, nodes: list[str]) -> None:
    """Select nodes one after another, each with the source of its first relation."""
    for node in nodes:
        page.evaluate("id => graphtool.select(id)", node)
        if page.locator("#panel .source").count():
            page.locator("#panel .source").first.click()


@pytest.mark.combined
@pytest.mark.parametrize("view", VIEWS)
def test_no_view_runs_or_loads_what_a_string_says(opened, harm, view):
    page = opened(harm, f"#view={view}")
    sheet = pages.sheets_of(harm)[view]
    by_kind: dict[str, list[str]] = {}
    for node in sheet["nodes"]:
        by_kind.setdefault(node["kind"], []).append(node["id"])
    pick_each(page, [node for found in by_kind.values() for node in found[:4]])
    for text in HOSTILE:
        page.fill("#search", text)
    page.evaluate(
        "ids => graphtool.path(...ids)", [sheet["nodes"][0]["id"], sheet["nodes"][-1]["id"]]
    )
    ET.fromstring(page.evaluate("graphtool.svg()").encode())
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    unharmed(page)


def show_findings(page: Any) -> None:
    """A window that is wide enough has them open from the start."""
    if page.get_attribute("#tell", "aria-expanded") == "false":
        page.click("#tell")
    click_each(page, "#findings .finding")


def click_each(page: Any, selector: str, most: int = 6) -> None:
    for at in range(min(most, page.locator(selector).count())):
        page.locator(selector).nth(at).click()


OPENED: dict[str, Callable[[Any], object]] = {
    "help": lambda page: page.keyboard.press("?"),
    "findings": show_findings,
    "presentation": lambda page: [
        page.keyboard.press(key) for key in ("p", "PageDown", "PageDown")
    ],
    "places": lambda page: click_each(page, "#legend input[data-place]"),
    "tables": lambda page: page.keyboard.press("t"),
}


@pytest.mark.combined
@pytest.mark.parametrize("what", OPENED)
def test_nothing_that_is_opened_runs_what_a_string_says(opened, harm, what):
    page = opened(harm)
    page.focus("#map")
    OPENED[what](page)
    page.wait_for_timeout(100)
    unharmed(page)


def test_the_strings_are_shown_as_they_are(opened, harm):
    page = opened(harm)
    assert page.text_content("h1") == HOSTILE[0]
    page.wait_for_selector("#relation-table tbody td", state="attached")
    said = page.text_content("#tables")
    for text in HOSTILE:
        assert text in said
