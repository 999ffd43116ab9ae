"""Folds: what does not fit at a size that can be read is one symbol until somebody opens it."""

from __future__ import annotations

import pytest

from graphtool import maps
from graphtool.graph import PlanGraph
from graphtool.language import same
from graphtool.maps import Settings
from graphtool.maps.build import build
from graphtool.maps.compose import SCREEN
from graphtool.maps.excerpt import excerpt, of_step
from graphtool.maps.scene import Map, Scene
from graphtool.maps.story.steps import State, Step, Story
from tests.drawing import drawn

FERRY = """
    Municipality Nes · Municipality Ås
    Actor havn
    Plan plan
    Goal ferje · Goal vei
    Measure kai · Measure billett · Measure rute · Measure bru
    ferje PART_OF plan · vei PART_OF plan
    kai PART_OF ferje · billett PART_OF ferje · rute PART_OF ferje · bru PART_OF vei
    Nes RESPONSIBLE_FOR kai · havn RESPONSIBLE_FOR kai · havn RESPONSIBLE_FOR rute
    Ås RESPONSIBLE_FOR vei
"""
"""Nobody answers for the ferry, but somebody for two of its three measures."""


def ferry() -> PlanGraph:
    """The drawing above, a row at a time."""
    return drawn(FERRY.replace(" · ", "\n"))


def wide_plan(areas: int = 5, goals: int = 4, measures: int = 5) -> PlanGraph:
    """A plan that no screen has room for: each measure in a goal, each goal in a focus area."""
    rows = ["Plan plan", "Municipality Nes", "Actor råd", "råd LOCATED_IN Nes"]
    for a in range(areas):
        rows += [f"FocusArea f{a}", f"f{a} PART_OF plan", f"Nes RESPONSIBLE_FOR f{a}"]
        for g in range(goals):
            rows += [f"Goal f{a}g{g}", f"f{a}g{g} PART_OF f{a}"]
            for m in range(measures):
                rows += [f"Measure f{a}g{g}m{m}", f"f{a}g{g}m{m} PART_OF f{a}g{g}"]
    return drawn("\n".join(rows))


def made(graph: PlanGraph, view: str, **asked: object) -> Map:
    return build(graph, Settings(views=(view,), **asked))  # type: ignore[arg-type]


def folds(scene: Scene) -> list[tuple[str, tuple[str, ...]]]:
    """The words of each fold in a scene, and what is in it."""
    return [(each.words.nb, each.fold.members) for each in scene.symbols if each.fold]


def test_who_answers_for_measures_is_folded_with_them_until_it_is_opened():
    found = made(ferry(), "ownership")
    scene = found.scenes[0]
    assert {name: set(members) for name, members in folds(scene)} == {
        "3\u00a0tiltak, 2 med ansvarlig": {"kai", "billett", "rute", "Nes", "havn"},
        "1\u00a0tiltak, ansvarlig: arvet": {"bru"},
    }
    assert {symbol.node.id for symbol in scene.symbols if not symbol.fold} == {
        "plan",
        "ferje",
        "vei",
        "Ås",
    }
    [opened] = [part for part in found.parts if "kai" in part.ids]
    assert opened.ids == {"kai", "billett", "rute", "Nes", "havn", "ferje", "plan"}
    assert ("havn", "rute", "RESPONSIBLE_FOR") in {line.key for line in opened.lines}


def test_a_goal_without_owner_says_that_its_measures_have_some():
    scene = made(ferry(), "ownership").scenes[0]
    at = {symbol.node.id: symbol for symbol in scene.symbols}
    assert at["ferje"].grade == "none"
    [line] = [line for line in scene.lines if line.target == "ferje"]
    assert at[line.source].words == (
        "3\u00a0tiltak, 2 med ansvarlig",
        "3\u00a0tiltak, 2 med ansvarleg",
        "3\u00a0measures, 2 answered for",
    )
    assert line.count == 3
    assert at[line.source].grade == "none"  # of one of them nobody does
    assert at[line.source].fold.grades == ({"none": 1},)


def test_no_measure_is_missing_where_it_is_asked_who_answers_for_them():
    """Parts of measures, and measures of a plan alone, have somebody to answer for them too."""
    graph = drawn("""
        Municipality Nes
        Municipality Ås
        Plan plan
        Plan annen
        Goal ferje
        Measure kai
        Measure kran
        Measure skilt
        Measure buss
        Measure alene
        ferje PART_OF plan
        kai PART_OF ferje
        kran PART_OF kai
        skilt PART_OF annen
        buss IMPLEMENTS ferje
        skilt CONTRIBUTES_TO plan
        Nes OWNS kran
        Ås OWNS skilt
    """)
    scene = made(graph, "ownership").scenes[0]
    shown = {symbol.node.id for symbol in scene.symbols if not symbol.fold}
    folded = {name for _, members in folds(scene) for name in members}
    everything = {"kai", "kran", "skilt", "buss", "alene", "ferje", "plan", "annen", "Nes", "Ås"}
    assert shown | folded == everything
    hung = {name: set(members) for name, members in folds(scene)}
    assert hung["3\u00a0tiltak, 1 med ansvarlig"] == {"kai", "kran", "buss", "Nes"}


def test_what_fits_is_not_folded():
    for view in ("goals", "overview"):
        found = made(ferry(), view)
        assert folds(found.scenes[0]) == []
        assert found.parts == ()


@pytest.mark.parametrize("view", ["goals", "overview", "ownership"])
def test_a_large_plan_is_folded_until_it_fits_and_nothing_is_lost(view):
    graph = wide_plan()
    found = made(graph, view)
    scene = found.scenes[0]
    assert scene.width <= SCREEN[0]
    assert scene.height <= SCREEN[1]
    inside = [member for _, members in folds(scene) for member in members]
    apart = [symbol.node.id for symbol in scene.symbols if not symbol.fold]
    assert len(set(inside + apart)) == len(inside + apart)
    lost = {"Nes", "råd"} if view == "goals" else {"råd"} if view == "ownership" else set()
    assert {*inside, *apart} == set(graph.nodes["id"]) - lost
    edges = sum(line.count for line in scene.lines) + sum(each.count for each in scene.bundles)
    assert edges == 125 + (0 if view == "goals" else 5) + (view == "overview")


def test_what_is_folded_twice_is_opened_twice():
    """A fold that holds more than fits opens into a scene that is folded again."""
    found = made(wide_plan(areas=3, goals=6, measures=6), "goals")
    shown = {name for part in (*found.scenes, *found.parts) for name in part.ids}
    assert shown >= {f"f{a}g{g}m{m}" for a in range(3) for g in range(6) for m in range(6)}
    names = {part.name for part in found.parts}
    assert all(part.part.above in {"goals", *names} for part in found.parts)


def test_municipalities_are_never_folded():
    rows = [f"Municipality k{n}\nk{n} PART_OF r" for n in range(30)]
    rows += [
        f"Actor k{n}a{m} name='Foreningen for utvikling og samarbeid {n}'\nk{n}a{m} LOCATED_IN k{n}"
        for n in range(30)
        for m in range(4)
    ]
    scene = made(drawn("Region r\n" + "\n".join(rows)), "overview").scenes[0]
    assert {f"k{n}" for n in range(30)} <= scene.ids
    assert {name for name, _ in folds(scene)} == {"4\u00a0aktører"}
    assert len(scene.folded) == 120


def test_what_changed_is_not_folded():
    before = ferry()
    after = drawn(FERRY.replace(" · ", "\n") + "\nMeasure vekt\nvekt PART_OF ferje")
    scene = made(after, "ownership", before=before).scenes[0]
    assert "vekt" in scene.ids
    assert "vekt" not in scene.folded


def test_a_step_about_what_is_folded_is_shown_where_it_was_opened():
    step = Step(same("Kaia"), same(""), State(view="ownership", node="kai"))
    found = made(ferry(), "ownership", story=Story((step,)))
    [placed] = found.story
    assert placed.state.view == next(part.name for part in found.parts if "kai" in part.ids)
    assert "kai" in of_step(found, placed.state).emphasis.nodes


def test_a_fold_is_opened_by_click_and_by_keyboard_and_an_address_says_so(opened, tmp_path):
    path = tmp_path / "kart.html"
    maps.write(ferry(), path, Settings(views=("ownership",)))
    page = opened(path, width=1280, height=720, moving=False)
    assert page.text_content("#shown").startswith("Viser 4 av 10 noder")
    assert "6 er foldet sammen" in page.text_content("#shown")
    fold = ";ferje;Measure"
    spot = page.evaluate("id => graphtool.dom(id)", fold)
    page.mouse.click(spot["x"], spot["y"])
    assert page.evaluate("graphtool.state().view") == "ownership-1"
    assert page.url.endswith("#view=ownership-1")
    page.click('#views [data-view="ownership"]')
    assert page.evaluate("id => graphtool.select(id)", fold)
    assert "rute" in page.text_content("#panel")
    page.focus("#map")
    page.keyboard.press("Enter")
    assert page.evaluate("graphtool.state().view") == "ownership-1"
    assert page.evaluate("graphtool.state().visibleNodes") == 7
    assert page.complaints == []


def test_what_is_folded_is_found_by_search_and_opened(opened, tmp_path):
    path = tmp_path / "kart.html"
    maps.write(ferry(), path, Settings(views=("ownership",)))
    page = opened(path, moving=False)
    assert page.evaluate("graphtool.elsewhere('rute')") == [["ownership-1", "rute"]]
    assert page.complaints == []


COUNCILS = """
    Municipality Nes · Municipality Ås
    Plan plan
    Goal ferje
    Measure kai · Measure rute · Measure bru · Measure bom
    ferje PART_OF plan · Nes RESPONSIBLE_FOR ferje
    kai PART_OF ferje · rute PART_OF ferje · bru PART_OF ferje · bom PART_OF ferje
    Nes RESPONSIBLE_FOR kai · Nes RESPONSIBLE_FOR rute · Ås RESPONSIBLE_FOR bru
"""
"""Of four measures for a ferry two are Nes', one is Ås', one is nobody's."""


def councils() -> PlanGraph:
    return drawn(COUNCILS.replace(" · ", "\n"))


def test_a_picture_of_one_municipality_has_of_a_fold_what_hangs_on_it():
    scene = made(councils(), "ownership").scenes[0]
    every = excerpt(scene, State(view="ownership"), ())
    [fold] = [symbol for symbol in every.symbols if symbol.fold]
    assert fold.words.nb == "4\u00a0tiltak, 3 med ansvarlig"
    only = excerpt(scene, State(view="ownership", municipalities=("Ås",)), ())
    [fold] = [symbol for symbol in only.symbols if symbol.fold]
    assert fold.words == ("1\u00a0tiltak (av 5)", "1\u00a0tiltak (av 5)", "1\u00a0measure (of 5)")
    assert set(fold.fold.members) == {"bru", "Ås"}
    [line] = [line for line in only.lines if line.source == fold.node.id]
    assert line.count == 1


def test_a_map_of_one_municipality_has_what_its_parts_serve_and_who_answers_for_that():
    """Ås' only measure serves the ferry of the plan, for which Nes answers."""
    scene = build(councils(), Settings(views=("overview",), municipalities=("Ås",))).scenes[0]
    every = {each.node.id for each in scene.symbols} | scene.folded.keys()
    assert {each for each in every if each[0] != ";"} == {"bru", "Ås", "ferje", "plan", "Nes"}


def test_a_filter_by_municipality_looks_into_what_is_folded(opened, tmp_path):
    path = tmp_path / "kart.html"
    maps.write(councils(), path, Settings(views=("ownership",)))
    page = opened(path, "#mun=%C3%85s", width=1280, height=720, moving=False)
    [fold] = {label["id"] for label in page.evaluate("graphtool.labels()") if label["id"][0] == ";"}
    assert page.evaluate("id => graphtool.select(id)", fold)
    panel = page.text_content("#panel")
    assert "1\u00a0tiltak (av 5)" in panel
    assert "bru" in panel
    assert "kai" not in panel
    # The two measures that are Nes', and the one that is nobody's; Nes answers for the ferry.
    assert "Utelatt: 3 noder" in page.text_content("#left")
    page.focus("#map")
    page.keyboard.press("Enter")
    assert page.evaluate("graphtool.state().view") == "ownership-1"
    assert (
        page.evaluate("graphtool.state().visibleNodes") == 5
    )  # bru, Ås, the ferry, its plan and Nes
    assert page.complaints == []
