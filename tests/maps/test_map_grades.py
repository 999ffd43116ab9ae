"""What a map says of a day or of a part: the same in its marks, its findings and its words."""

from __future__ import annotations

from typing import Any

import pytest

from graphtool import PlanGraph
from graphtool.language import Text
from graphtool.maps import Settings
from graphtool.maps.build import build
from tests.drawing import drawn


def lapsed() -> PlanGraph:
    """A goal that a body answered for until 2015."""
    return drawn("Goal vekst\nActor utvalget\nutvalget OWNS vekst valid_from=2010 valid_to=2015")


@pytest.mark.parametrize("asked", [{}, {"before": lapsed().as_of("2012")}])
def test_what_lapsed_before_the_day_is_marked_so_as_the_findings_say(asked: dict[str, Any]) -> None:
    made = build(lapsed(), Settings(as_of="2020", views=("overview",), colour_by="grade", **asked))
    goal = next(symbol for symbol in made.scenes[0].symbols if symbol.node.id == "vekst")
    assert (goal.grade, goal.tint) == ("lapsed", "lapsed")
    assert "orphaned-goals-lapsed" in [each.finding.key for each in made.findings or ()]


def test_the_reason_counts_what_is_shown() -> None:
    made = build(drawn("Actor a\nActor b\nGoal g\na OWNS g"), Settings(focus="g"))
    assert made.why is not None
    assert made.why.en == "All 2 nodes fit on one sheet."


def test_the_reason_is_of_the_view_that_is_opened() -> None:
    """Municipalities and an actor only, of whom none works with another."""
    made = build(drawn("Municipality a\nMunicipality b\nActor c\na SUCCEEDED_BY b"), Settings())
    assert made.scenes[0].name == "overview"
    assert made.why is not None
    assert made.why.en == "All 3 nodes fit on one sheet."


def test_a_part_knows_only_what_its_own_take_part_in() -> None:
    graph = drawn(
        "Actor a\nActor b\nActor c\nActor d\nProject p\nProject q\nProject r\n"
        "a PARTICIPATES_IN p\nb PARTICIPATES_IN p\nc PARTICIPATES_IN p\n"
        "c PARTICIPATES_IN q\nd PARTICIPATES_IN r"
    )
    asked = Settings(views=("collaboration",), kinds=("Actor",), focus="a", hops=1)
    activities = build(graph, asked).scenes[0].activities
    assert {name: sorted(each.who) for name, each in activities.items()} == {
        "p": ["a", "b", "c"],
        "q": ["c"],
    }


def test_communities_of_municipalities_are_coloured_in_the_view_of_municipalities() -> None:
    """Two share a project through their bodies alone: as parties they are in no community."""
    graph = drawn(
        "Municipality v\nMunicipality k\nActor a\nActor b\nProject p\n"
        "v HOSTS a\nk HOSTS b\na PARTICIPATES_IN p\nb PARTICIPATES_IN p"
    )
    scene = build(graph, Settings(views=("municipalities",), colour_by="community")).scenes[0]
    assert {symbol.node.id: symbol.tint for symbol in scene.symbols} == {"v": "1", "k": "1"}


def test_a_stated_tie_that_is_gone_is_named() -> None:
    nodes = "Actor a\nActor b\nProject p\na PARTICIPATES_IN p\nb PARTICIPATES_IN p"
    asked = Settings(before=drawn(f"{nodes}\na COLLABORATES_WITH b"), views=("collaboration",))
    [tie] = build(drawn(nodes), asked).scenes[0].lines
    assert tie.change is not None
    [_, (field, gone, come, _)] = tie.change.was
    assert isinstance(gone, Text)
    assert (field, gone.en, come) == ("shared", "collaborates with", None)
