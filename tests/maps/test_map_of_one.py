"""A map of one municipality: what concerns it, and the others that it is tied to."""

from __future__ import annotations

import pytest

from graphtool import maps
from graphtool.graph import PlanGraph
from graphtool.language import same
from graphtool.maps import Settings
from graphtool.maps.build import build
from graphtool.maps.excerpt import excerpt
from graphtool.maps.narrowing import Narrowed
from graphtool.maps.scene import Map
from graphtool.maps.story.steps import State
from tests.drawing import drawn
from tests.maps.pages import STATE, shown

OF_NES = {
    "collaboration": ({"Nes", "Vik"}, {("Nes", "Vik")}),
    "municipalities": ({"Nes", "Vik"}, {("Nes", "Vik")}),
    "matrix": ({"Nes", "Vik", "kurs", "buss"}, {("Nes", "kurs"), ("Nes", "buss"), ("Nes", "Vik")}),
    "dependencies": ({"buss", "vei"}, {("buss", "vei")}),
}
"""What each view has of Nes: nodes and edges."""
VIEWS = tuple(OF_NES)
DRAWN = "['single', 'gathered', 'inside', 'placed'].map(how => graphtool.state().drawn[how])"


def valley() -> PlanGraph:
    """Nes has a course with Vik, and its bus waits for Vik's road; Vik works with Ås and Dal.

    Ås waits for Dal.
    """
    return drawn(
        """
        Municipality Nes
        Municipality Vik
        Municipality Ås
        Municipality Dal
        Project kurs
        Project fond
        Nes PARTICIPATES_IN kurs
        Vik PARTICIPATES_IN kurs
        Vik PARTICIPATES_IN fond
        Ås PARTICIPATES_IN fond
        Dal PARTICIPATES_IN fond
        Measure buss
        Measure vei
        Measure bro
        Measure kai
        Nes OWNS buss
        Vik OWNS vei
        Ås OWNS bro
        Dal OWNS kai
        buss DEPENDS_ON vei
        bro DEPENDS_ON kai
        """
    )


def made(view: str, *, of: tuple[str, ...] = ()) -> Map:
    return build(valley(), Settings(views=(view,), municipalities=of, is_single=True))


@pytest.mark.parametrize("view", VIEWS)
def test_its_ties_are_kept_with_the_other_end_and_those_of_others_are_not(view):
    [scene] = made(view, of=("Nes",)).scenes
    assert (scene.ids, {line.key[:2] for line in scene.lines}) == OF_NES[view]


@pytest.mark.parametrize("view", VIEWS)
def test_a_step_of_a_story_keeps_the_same(view):
    [scene] = made(view).scenes
    kept = excerpt(scene, State(view=view, municipalities=("Nes",)), ())
    nodes, edges = {each.node.id for each in kept.symbols}, {line.key[:2] for line in kept.lines}
    assert (nodes, edges) == OF_NES[view]


def test_what_is_kept_for_a_tie_is_not_said_to_be_left_out():
    """Nes, its course and its bus concern it; Vik and its road are tied to that."""
    said = "bare det som angår Nes: {n} av 10 noder er utelatt"
    assert made("collaboration", of=("Nes",)).narrowed.nb == said.format(n=6)
    assert made("dependencies", of=("Nes",)).narrowed.nb == said.format(n=6)
    assert made("overview", of=("Nes",)).narrowed.nb == said.format(n=7)


@pytest.mark.parametrize(
    ("kept", "total", "nb", "nn", "en"),
    [
        (1, 1, "0 av 1 node er utelatt", "0 av 1 node er utelaten", "0 of 1 node is left out"),
        (1, 2, "1 av 2 noder er utelatt", "1 av 2 nodar er utelaten", "1 of 2 nodes is left out"),
        (1, 3, "2 av 3 noder er utelatt", "2 av 3 nodar er utelatne", "2 of 3 nodes are left out"),
        (3, 3, "0 av 3 noder er utelatt", "0 av 3 nodar er utelatne", "0 of 3 nodes are left out"),
    ],
)
def test_how_many_are_left_out_agrees_with_its_verb(kept, total, nb, nn, en):
    said = Narrowed(same("Nes"), kept, total).short
    assert [text.rpartition(": ")[2] for text in said] == [nb, nn, en]


def test_of_a_single_node_all_is_kept():
    said = Narrowed(same("Nes"), 1, 1).whole
    assert ": 1 av 1 node, og" in said.nb
    assert ": 1 av 1 node, og" in said.nn
    assert ": 1 of 1 node, and" in said.en


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("one") / "kart.html"
    maps.write(valley(), path, Settings(views=VIEWS))
    return path


@pytest.mark.parametrize("view", VIEWS)
def test_ticked_on_the_page_the_same_is_kept_drawn_and_counted(opened, path, view):
    page = opened(path, f"#view={view}", width=1280, height=720, moving=False)
    page.check("#legend input[data-place=Nes]")
    nodes, edges = OF_NES[view]
    assert page.evaluate(STATE)["visibleNodes"] == len(nodes)
    assert shown(page)[0::2][:2] == (len(nodes), len(edges))
    assert sum(page.evaluate(DRAWN)) == len(edges)
    left = {"collaboration": 2, "municipalities": 2, "matrix": 6, "dependencies": 2}
    assert f"Utelatt: {left[view]} noder" in page.text_content("#left")
    assert page.complaints == []
