"""Matrices: forums and other parties across, ticks, and headings that name nobody."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from graphtool.errors import GraphtoolError
from tests.recognition.test_shapes import edges, facts, kept
from tests.recognition.test_sheets_of_the_office import named, read, said

pytestmark = pytest.mark.usefixtures("english")


def test_forums_across_are_actors_with_members_and_an_activity_is_a_project(tmp_path: Path) -> None:
    head = ["Kommune", "Regionrådet", "Næringsnettverket", "Arbeidsgruppe plan", "Ny skolebuss"]
    rows = [["Tinn", "x", "x", None, "x"], ["Vinje", "x", None, "x", None]]
    graph = read(tmp_path, head, *rows).graph
    subkinds = graph.nodes.set_index("name")["subkind"]
    assert subkinds[head[1:4]].tolist() == ["council", "network", "network"]
    assert edges(graph, "MEMBER_OF") == {
        "Regionrådet": ["Tinn", "Vinje"],
        "Næringsnettverket": ["Tinn"],
        "Arbeidsgruppe plan": ["Vinje"],
    }
    assert named(graph, "Project") == ["Ny skolebuss"]


def test_a_meeting_of_a_forum_is_no_forum(tmp_path: Path) -> None:
    head = ["Kommune", "Møte i regionrådet", "Samling næringsforum"]
    graph = read(tmp_path, head, ["Tinn", "x", "x"], ["Vinje", "x", None]).graph
    assert named(graph, "Project") == ["Møte i regionrådet", "Samling næringsforum"]


def test_what_ends_as_a_forum_does_and_is_done_or_for_somebody_is_no_forum(tmp_path: Path) -> None:
    head = ["Bosetting", "Råd og veiledning", "Målgruppe barn", "Team-bygging", "Network analysis"]
    marks = ["x"] * len(head)
    graph = read(tmp_path, ["Kommune", *head], ["Tinn", *marks], ["Vinje", *marks]).graph
    assert named(graph, "Project") == sorted(head)
    assert edges(graph, "MEMBER_OF") == {}


def test_people_below_municipalities_and_offices_are_of_these(tmp_path: Path) -> None:
    rows = [["Navn", "Tinn", "Vinje", "NAV"], ["Kari Hansen", "x", None, None]]
    graph = read(tmp_path, *rows, ["Ola Berg", None, "x", "x"]).graph
    assert edges(graph, "AFFILIATED_WITH") == {
        "Tinn": ["Kari Hansen"],
        "Vinje": ["Ola Berg"],
        "NAV": ["Ola Berg"],
    }
    assert named(graph, "Project") == []


def test_what_actors_are_to_municipalities_is_asked_and_settled(tmp_path: Path) -> None:
    rows = [["Aktør", "Tinn", "Vinje"], ["Visit Telemark", "x", "x"], ["NAV", None, "x"]]
    path = kept(tmp_path / "m.xlsx", Ark1=rows)
    with pytest.raises(GraphtoolError, match='check --relation "Ark1='):
        formats.read(path)
    formats.settle(path, {"relations": {"Ark1": "COLLABORATES_WITH"}})
    graph = formats.read(path).graph
    pairs = graph.related("COLLABORATES_WITH")
    assert len(pairs) == 3


def test_an_x_below_a_company_is_an_owner_where_the_corner_says_so(tmp_path: Path) -> None:
    rows = [["Eier", "Vei AS", "Renovest IKS"], ["Tinn", "x", "x"], ["Vinje", None, "x"]]
    graph = read(tmp_path, *rows).graph
    assert edges(graph, "OWNS") == {"Vei AS": ["Tinn"], "Renovest IKS": ["Tinn", "Vinje"]}


@pytest.mark.parametrize(("yes", "no"), [(True, False), ("☑", "☐"), ("☒", "☐"), ("Ja", "Nei")])
def test_ticks_below_municipalities_are_marks_and_a_tick_of_being_done_is_none(
    tmp_path: Path, yes: Any, no: Any
) -> None:
    rows = [["Tiltak", "Tinn", "Vinje", "Ferdig", "Vedtatt"], ["Vei", yes, no, no, yes]]
    graph = read(tmp_path, *rows, ["Bru", no, yes, yes, no]).graph
    assert edges(graph, "PARTICIPATES_IN") == {"Vei": ["Tinn"], "Bru": ["Vinje"]}
    assert named(graph, "Actor") == []
    assert facts(graph, "deadline") == {}
    ticks = facts(graph, "Ferdig"), facts(graph, "Vedtatt")
    assert [one.keys() for one in ticks] == [{"Vei", "Bru"}] * 2


def test_yes_below_what_is_no_party_is_a_fact_beside_municipalities(tmp_path: Path) -> None:
    rows = [["Tiltak", "Tinn", "NHO", "Telemark Vekst AS", "Egne penger"]]
    graph = read(tmp_path, *rows, ["Vei", "Ja", "Ja", "Ja", "Ja"]).graph
    assert edges(graph, "PARTICIPATES_IN") == {"Vei": ["NHO", "Telemark Vekst AS", "Tinn"]}
    assert facts(graph, "Egne penger") == {"Vei": "Ja"}


def test_a_matrix_in_colours_alone_is_told(tmp_path: Path) -> None:
    reading = read(tmp_path, ["Tiltak", "Tinn", "Vinje"], ["Vei"], ["Bru"])
    assert named(reading.graph, "Measure") == ["Bru", "Vei"]
    assert said(reading) == [
        "Ark1:1: nothing stands under Tinn and Vinje; the colour of cells is not read: write an x,"
        " or what they are, where somebody takes part"
    ]
