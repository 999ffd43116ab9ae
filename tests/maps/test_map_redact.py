"""People who are not to be named are named nowhere in the file."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from graphtool import PlanGraph, maps
from graphtool.maps import Settings
from graphtool.maps.build import build
from graphtool.maps.records import Assertion
from graphtool.maps.redact import Redaction
from tests.maps.pages import data_of

PERSON: dict[str, Any] = {"kind": "Actor", "subkind": "person"}
QUOTE = "Bjørn Åsens utvalg, TOR  VIK og Kari Ek sa det"


def graph() -> PlanGraph:
    """Three people named wherever one can be; by 2017 one has left and one has not come."""

    def said(source: str, relation: str, target: str) -> dict[str, Any]:
        return {
            "source": source,
            "relation": relation,
            "target": target,
            "document": "d",
            "line": 3,
            "quote": QUOTE,
        }

    nodes = [
        {"id": "bjorn-asen", "name": "Bjørn Åsen", "aliases": "B. Å.; Bjørnen", **PERSON},
        {"id": "tor-vik", "name": "Tor Vik", "valid_to": "2015-12-31", **PERSON},
        {"id": "kari-ek", "name": "Kari Ek", "valid_from": "2019", **PERSON},
        {"id": "u", "kind": "Actor", "name": "Utvalget til Bjørn Åsen", "note": "Bjørnens"},
        {"id": "v", "kind": "Municipality", "name": "Vennesla", "note": "B. Å. ba om det"},
        {"id": "k", "kind": "Municipality", "name": "Kristiansand"},
        {"id": "p", "kind": "Project", "name": "Prosjekt Kari Ek"},
        {"id": "g", "kind": "Goal", "name": "Vekst"},
    ]
    edges = [
        *(said(who, "PARTICIPATES_IN", "p") for who in ("bjorn-asen", "tor-vik", "v", "k", "u")),
        said("bjorn-asen", "COLLABORATES_WITH", "k"),
        said("tor-vik", "COLLABORATES_WITH", "k"),
        said("bjorn-asen", "AFFILIATED_WITH", "v"),
        said("tor-vik", "AFFILIATED_WITH", "v"),
        said("bjorn-asen", "OWNS", "g"),
        said("kari-ek", "LEADS", "u"),
        said("u", "COLLABORATES_WITH", "v"),
    ]
    document = {
        "id": "d",
        "title": "Notat fra Bjørn Åsen",
        "file": "notat_bjorn-asen.pdf",
        "publisher": "Kari Ek",
        "url": "https://example.no/tor-vik",
    }
    facts = [{"node": "u", "property": "leder", "value": "Tor Vik"}]
    return PlanGraph.from_tables(nodes, edges, documents=[document], facts=facts)


@pytest.mark.combined
@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"as_of": "2017"},
        {"as_of": "2020", "before": graph().as_of("2012")},
        {"colour_by": "community", "group_by": "community"},
        {"title": "Kartet til Kari Ek"},
    ],
)
def test_no_name_of_anybody_is_left_in_any_spelling(asked: dict[str, Any]) -> None:
    page = maps.html(graph(), Settings(hide_persons=True, **asked))
    blocks = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', page)
    words = json.dumps([json.loads(block) for block in blocks], ensure_ascii=False)
    words += page.split("<title>")[1].split("</title>")[0]
    named = r"bjørn|bjorn|åsen|asen\b|tor[ -]+vik|kari[ -]+ek|b\. å\."
    assert re.findall(named, words, re.IGNORECASE) == []


def test_what_two_share_through_people_is_still_counted() -> None:
    """The project, and the word of two people of Vennesla that they work with Kristiansand."""
    [shown], [hidden] = (
        build(graph(), Settings(views=("municipalities",), hide_persons=hide)).scenes
        for hide in (False, True)
    )
    [tie], [discreet] = shown.lines, hidden.lines
    assert len(tie.derived.shared) == len(set(discreet.derived.shared)) == 3
    assert set(discreet.derived.shared) <= set(hidden.activities)


def test_what_refers_to_something_goes_on_doing_so() -> None:
    nodes = [{"id": "plan", "kind": "Plan", "name": "Plan"}, {"id": "x", "name": "Plan", **PERSON}]
    data = data_of(maps.html(PlanGraph.from_tables(nodes), Settings(hide_persons=True)))
    assert [(node["id"], node["kind"]) for node in data["nodes"]] == [("plan", "Plan")]


def test_words_that_only_begin_like_a_name_stay() -> None:
    person = PlanGraph.from_tables([{"id": "o", "name": "Ola Li", **PERSON}])
    for text in ("Ola Lien", "Viola Li", "ola", "Li"):
        said = Assertion("stated", quote=text)
        assert Redaction([person], "nb").of(said) == said
