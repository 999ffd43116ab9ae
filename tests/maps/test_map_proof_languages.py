"""Three languages: every word is there, none is left in another language, and no key is bare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from graphtool.language import LANGUAGES, Text
from graphtool.maps import wire
from graphtool.maps.texts import TEXTS
from tests.maps import pages
from tests.maps.pages import VIEWS

REGION = "kristiansandsregionen"
PIECES = """() => {
  const found = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { parentElement, nodeValue } = walk.currentNode;
    if (parentElement.checkVisibility() && !parentElement.closest("#say, script, style, noscript"))
      found.add(nodeValue.trim());
  }
  for (const one of [...document.querySelectorAll("*")].filter(all => all.checkVisibility())) {
    for (const name of ["title", "aria-label", "placeholder", "aria-valuetext"])
      found.add(one.getAttribute(name) || "");
  }
  found.delete("");
  return [...found];
}"""
STATES: dict[str, Any] = {
    "plain": lambda page: page.wait_for_selector("#relation-table td", state="attached"),
    "node": lambda page: page.evaluate("graphtool.select('kristiansand')"),
    "evidence": lambda page: (
        page.evaluate("graphtool.select('kristiansand')"),
        page.locator("#panel .source").first.click(),
    ),
    "path": lambda page: page.evaluate("graphtool.path('songdalen', 'vennesla')"),
    "start of a path": lambda page: (
        page.evaluate("graphtool.select('songdalen')"),
        page.locator("#panel .actions button").first.click(),
    ),
    "no hits": lambda page: page.fill("#search", "finnes ikke"),
    "help": lambda page: page.locator("#tools button[aria-label]").first.click(),
    "nothing left": lambda page: page.click("#legend .kinds .switch button:last-child"),
    "year": lambda page: (page.focus("#years"), page.keyboard.press("ArrowRight")),
    "findings": lambda page: (
        page.is_visible("#findings") or page.click("#tell"),
        page.locator("#findings .finding").first.click(),
    ),
}


def texts_in(value: Any) -> Iterator[Text]:
    """Every text in three languages of some data."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_in(each)


def interface() -> list[Text]:
    """The words of the page that are not the graph's."""
    return [*texts_in(wire.vocabulary())]


def pattern(words: str) -> str:
    """Words with places to fill in as a regular expression."""
    return ".+".join(map(re.escape, re.split(r"\{\w+\}", words)))


def leftovers(pieces: list[str], lang: str) -> list[str]:
    """Pieces that are words of the interface in another language, and none in this one."""
    at = LANGUAGES.index(lang)
    mine = {text[at].casefold() for text in interface()}
    others = {words.casefold() for text in interface() for n, words in enumerate(text) if n != at}
    fixed = {words for words in others if "{" not in words} - mine
    filled = [pattern(words) for words in others - mine if re.search(r"\w{3}.*\{|\}.*\w{3}", words)]
    own = [pattern(words) for words in mine if "{" in words]
    return [
        piece
        for piece in map(str.casefold, pieces)
        if piece in fixed
        or (
            any(re.fullmatch(one, piece) for one in filled)
            and not any(re.fullmatch(one, piece) for one in own)
        )
    ]


def pieces_of(page: Any, lang: str) -> list[str]:
    """What is written on the page and on its elements, the tables included when they have come."""
    heading = TEXTS["name"].in_(lang)
    page.wait_for_function(
        "text => document.querySelector('#node-table th').textContent === text", arg=heading
    )
    return page.evaluate(PIECES)


@pytest.mark.combined
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_nothing_on_the_page_is_bare_or_in_another_language(turned, written, state, lang):
    page = turned(REGION, "overview", f"lang={lang}")
    STATES[state](page)
    pieces = pieces_of(page, lang)
    page.keyboard.press("Escape")
    page.fill("#search", "")
    assert len(pieces) > 50
    data = pages.data_of(written(REGION).read_text(encoding="utf-8"))
    names = {node["label"].casefold() for node in data["nodes"]}
    bare = {key for key in TEXTS if "_" in key}
    odd = re.compile(r"undefined|\bnull\b|NaN|\[object|\{\w+\}")
    assert [piece for piece in pieces if piece in bare or odd.search(piece)] == []
    key = {"p"} if state == "help" else set()  # in English a role's letter in the matrix too
    allowed = names | {"bokmål", "nynorsk", "english"} | key
    assert sorted(set(leftovers(pieces, lang)) - allowed) == []


@pytest.mark.combined
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_view_speaks_one_language(turned, written, view, lang):
    page = turned(REGION, view, f"lang={lang}")
    sheet = pages.sheets_of(written(REGION))[view]
    page.evaluate("id => graphtool.select(id)", sheet["nodes"][0]["id"])
    pieces = pieces_of(page, lang)
    names = {node["label"].casefold() for node in sheet["nodes"]}
    allowed = names | {"bokmål", "nynorsk", "english"}
    assert sorted(set(leftovers(pieces, lang)) - allowed) == []
    at = LANGUAGES.index(lang)
    drawn = page.evaluate("graphtool.svg()")
    for heading in sheet["headings"]:
        if heading[3]:
            assert heading[3][at].split()[0].rstrip(",") in drawn


@pytest.mark.combined
@pytest.mark.parametrize("state", ["node", "evidence", "path", "start of a path", "findings"])
def test_what_is_open_is_told_anew_when_the_language_is_switched(turned, written, state):
    page = turned(REGION, "overview")
    STATES[state](page)
    page.select_option("#language", "en")
    data = pages.data_of(written(REGION).read_text(encoding="utf-8"))
    allowed = {node["label"].casefold() for node in data["nodes"]} | {"bokmål", "nynorsk"}
    assert sorted(set(leftovers(pieces_of(page, "en"), "en")) - allowed) == []
