"""Who asks what the thirty measures of a folded box are, finds them in the deck, one by one."""

from __future__ import annotations

from functools import cache

import pytest

from graphtool.graph import PlanGraph
from graphtool.maps import Settings, excerpt
from graphtool.maps.build import build
from graphtool.maps.scene import Map
from graphtool.slides.build import Shown, of_map
from graphtool.slides.chapters import folds
from graphtool.slides.chapters.held import Inside
from graphtool.slides.deck import Slide, Table
from tests.slides.conftest import GRAPHS

REGION = "kongsbergregionen"


@cache
def made_of(name: str, view: str, lang: str = "nb") -> Map:
    return build(GRAPHS[name](), Settings(views=(view,), lang=lang, told=()))


def slides_of(made: Map) -> tuple[Slide, ...]:
    return of_map(made, [Shown(excerpt.whole(scene)) for scene in made.scenes]).slides


def plan(areas: int, measures: int) -> PlanGraph:
    """A plan of focus areas with a goal each, and each goal with measures; one has an owner."""
    nodes = [{"id": "p", "kind": "Plan", "name": "Planen"}]
    nodes += [{"id": "r", "kind": "Actor", "name": "Rådet"}]
    edges = [{"source": "r", "relation": "RESPONSIBLE_FOR", "target": "m0-0"}]
    for area in range(areas):
        nodes.append({"id": f"a{area}", "kind": "FocusArea", "name": f"Område {area}"})
        nodes.append({"id": f"g{area}", "kind": "Goal", "name": f"Mål {area}"})
        edges.append({"source": f"a{area}", "relation": "PART_OF", "target": "p"})
        edges.append({"source": f"g{area}", "relation": "PART_OF", "target": f"a{area}"})
        for at in range(measures):
            nodes.append({"id": f"m{area}-{at}", "kind": "Measure", "name": f"Tiltak {area}.{at}"})
            edges.append({"source": f"m{area}-{at}", "relation": "PART_OF", "target": f"g{area}"})
    return PlanGraph.from_tables(nodes, edges)


@pytest.mark.parametrize("view", ["goals", "overview", "ownership", "chain"])
def test_every_node_of_a_map_is_said_somewhere_in_its_deck(view):
    made = made_of(REGION, view)
    [scene] = made.scenes
    first, *rest = slides_of(made)
    said = " ".join(
        [*(box.label for box in first.body.boxes), *first.notes]
        + [cell for slide in rest for row in slide.body.rows for cell in row]
    )
    inside = Inside(made)
    folded = [symbol for symbol in scene.symbols if symbol.fold]
    assert folded
    for symbol in folded:
        held = inside.symbols(symbol.fold)
        assert len(held) == symbol.count
        assert all(" ".join(each.words.nb.split()) in said for each in held)


def test_a_box_is_a_row_of_what_hangs_on_it_and_says_whether_anybody_answers():
    first, second, third = slides_of(build(plan(10, 12), Settings(views=("goals",), told=())))
    assert [box.label for box in first.body.boxes].count("12\u00a0tiltak") == 10
    rows = [*second.body.rows, *third.body.rows]
    every = {f"Mål {at}": "; ".join(f"Tiltak {at}.{n}" for n in range(12)) for at in range(10)}
    assert {row[:2] for row in rows} == set(every.items())
    assert [row[-1] for row in rows] == ["1 av 12 har ansvarlig", *["ingen"] * 9]
    assert [column.heading for column in second.body.columns] == ["Under", "Tiltak", "Ansvar"]
    assert second.title == (
        "Under «Mål 0», «Mål 1», «Mål 2» og 5 til ligger 96\u00a0tiltak; 95 av 96 tiltak mangler"
        " ansvarlig"
    )


def test_a_large_box_has_its_own_slides_with_what_hangs_on_what_within_it():
    _, first, second, *_ = slides_of(made_of(REGION, "goals"))
    assert [column.heading for column in first.body.columns] == ["Mål", "Tiltak", "Ansvar"]
    assert first.title.endswith("(1 av 2)")
    assert second.title.endswith("(2 av 2)")
    assert (
        first.body.rows[0][0] == "Utvikling innen reiseliv › Styrke konkurranseevnen hos aktørene"
    )
    assert any(note.startswith("internasjonalisering og salg – ") for note in first.notes)


def test_the_map_says_how_many_are_drawn_and_where_the_folded_are():
    first, *_ = slides_of(build(plan(10, 12), Settings(views=("goals",), told=())))
    # A plan, ten areas and ten goals; the council is in no plan.
    assert first.caption == (
        "Viser 21 av 142 noder. 120 til er foldet inn i bokser med antall, og står én for én"
        " bakerst."
    )


def test_what_is_folded_is_told_once_though_two_views_fold_it():
    graph = plan(10, 12)
    made = build(graph, Settings(views=("goals", "overview"), told=()))
    slides = slides_of(made)
    tables = [slide for slide in slides if isinstance(slide.body, Table)]
    once = build(graph, Settings(views=("goals",), told=()))
    assert [slide.title for slide in tables] == [slide.title for slide in slides_of(once)[1:]]


def test_a_deck_has_only_so_many_slides_of_what_is_folded_and_notes_have_the_rest():
    made = build(plan(40, 30), Settings(views=("goals",), told=()))
    first, *rest = slides_of(made)
    assert len(rest) <= folds.MOST
    assert "foldede til står i notatene" in first.caption
    told = " ".join([*first.notes, *(cell for s in rest for row in s.body.rows for cell in row)])
    assert all(f"Tiltak {area}.{at}" in told for area in range(40) for at in range(30))


@pytest.mark.parametrize("lang", ["nn", "en"])
def test_it_is_told_in_the_language_of_the_deck(lang):
    first, second, *_ = slides_of(made_of(REGION, "goals", lang))
    expected = {
        "nn": ("falda inn i boksar", "ligg 4\u00a0strategiar"),
        "en": ("folded into", "4\u00a0strateg"),
    }
    assert expected[lang][0] in first.caption
    assert expected[lang][1] in second.title
