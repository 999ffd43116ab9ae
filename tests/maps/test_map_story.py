"""A story is read with all that is wrong in it, and presented step by step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool import formats, maps, queries
from graphtool.errors import GraphtoolError
from graphtool.graph import PlanGraph
from graphtool.maps import Settings, wire
from graphtool.maps.build import build
from graphtool.maps.story import read as story

DATA = Path(__file__).parents[2] / "data"
REGIONS = ("kongsbergregionen", "kristiansandsregionen")
STATE = "graphtool.state()"


def fjord() -> PlanGraph:
    """Ås, merged into Bø in 2020; the council of both owns a plan with two goals."""
    return PlanGraph.from_tables(
        nodes=[
            {"id": "as", "kind": "Municipality", "name": "Ås", "valid_to": "2019-12-31"},
            {"id": "bo", "kind": "Municipality", "name": "Bø"},
            {"id": "rad", "kind": "Actor", "name": "Fjordrådet"},
            {"id": "kari", "kind": "Actor", "subkind": "person", "name": "Kari Nes"},
            {"id": "plan", "kind": "Plan", "name": "Fjordplanen"},
            {"id": "ren", "kind": "Goal", "name": "Ren fjord"},
            {"id": "ferje", "kind": "Goal", "name": "Flere ferjer"},
            {"id": "alene", "kind": "Resource", "name": "Ferjekaia"},
        ],
        edges=[
            {"source": "as", "relation": "SUCCEEDED_BY", "target": "bo"},
            {"source": "as", "relation": "MEMBER_OF", "target": "rad"},
            {"source": "bo", "relation": "MEMBER_OF", "target": "rad"},
            {"source": "kari", "relation": "LEADS", "target": "rad"},
            {"source": "rad", "relation": "OWNS", "target": "plan"},
            {"source": "ren", "relation": "PART_OF", "target": "plan"},
            {"source": "ferje", "relation": "PART_OF", "target": "plan"},
            {"source": "rad", "relation": "RESPONSIBLE_FOR", "target": "ren"},
        ],
        name="fjorden",
    )


STORY = """
[[step]]
title = "Fjorden"
text = "To kommuner og et råd."

[[step]]
title = {nb = "Rådet", en = "The council"}
text = "Fjordrådet binder dem sammen."
view = "overview"
node = "fjordrådet"
steps = 2

[[step]]
title = "Ingen svarer for ferjene"
text = "Ett av to mål har ingen."
view = "ownership"
finding = "orphaned-goals-none"

[[step]]
title = "Veien fra Bø til målet"
text = "Tre ledd."
view = "overview"
from = "Bø"
to = "Flere ferjer"
hide = "Resource"

[[step]]
title = "Ås var med i rådet"
text = "Slik det var i 2019."
view = "overview"
edge = ["Ås", "Fjordrådet", "MEMBER_OF"]
year = 2019
municipality = ["Ås"]
hide-relations = ["LEADS"]
theme = "dark"
"""


@pytest.fixture
def told_by(tmp_path):
    """Reads a story about the fjord that is written to a file."""

    def read(text: str, **options: Any) -> story.Story:
        file = tmp_path / "tur.toml"
        file.write_text(text, encoding="utf-8")
        return story.read(file, fjord(), **options)

    return read


def complaints(read, text: str) -> list[str]:
    with pytest.raises(GraphtoolError) as caught:
        read(text)
    return str(caught.value).splitlines()


def test_names_become_ids_and_words_are_there_in_every_language(told_by):
    steps = told_by(STORY).steps
    assert [step.title.nb for step in steps][:2] == ["Fjorden", "Rådet"]
    assert steps[1].title == ("Rådet", "Rådet", "The council")
    assert steps[0].state == story.State()
    assert steps[1].state == story.State(view="overview", node="rad", steps=2)
    assert steps[3].state.path == ("bo", "ferje")
    assert steps[3].state.hide == ("Resource",)
    assert steps[4].state == story.State(
        view="overview",
        edge=("as", "rad", "MEMBER_OF"),
        year="2019",
        municipalities=("as",),
        hide_relations=("LEADS",),
        theme="dark",
    )


def test_every_problem_is_told_with_its_step_and_its_key(told_by):
    assert complaints(
        told_by,
        """
tittel = "Fjorden"

[[step]]
title = "En"
node = "Fjordradet"
view = "goal"
hide = ["Gaol", "Mesure"]
hide-relations = "OWN"
municipality = ["Bo", "Fjordplanen"]
year = 1814
theme = "drak"
finding = "orphaned-goals-non"

[[step]]
text = ""
from = "Bø"
edge = ["rad", "plan", "LEADS"]
muncipality = "Bø"
""",
    ) == [
        "tur.toml: tittel: key 'tittel' does not exist",
        "tur.toml: step 1: node: node 'Fjordradet' does not exist;"
        " did you mean 'Fjordrådet' or 'Fjordplanen'?",
        "tur.toml: step 1: view: view 'goal' does not exist; did you mean 'goals'?",
        "tur.toml: step 1: hide: kind 'Gaol' does not exist; did you mean 'Goal'?",
        "tur.toml: step 1: hide: kind 'Mesure' does not exist; did you mean 'Measure'?",
        "tur.toml: step 1: hide-relations: relation 'OWN' does not exist; did you mean 'OWNS'?",
        "tur.toml: step 1: municipality: 'Fjordplanen' is no municipality or region, but a Plan",
        "tur.toml: step 1: year: '1814' is no year of the slider; something changes in 2019, 2020",
        "tur.toml: step 1: theme: theme 'drak' does not exist; did you mean 'dark'?",
        "tur.toml: step 1: finding: finding 'orphaned-goals-non' does not exist;"
        " did you mean 'orphaned-goals-none'?",
        "tur.toml: step 1: finding: cannot stand beside 'node'; make a step of each",
        "tur.toml: step 2: text: '' is no text; expected one in quotation marks",
        "tur.toml: step 2: edge: rad LEADS plan is no edge; the data has only OWNS",
        "tur.toml: step 2: muncipality: key 'muncipality' does not exist;"
        " did you mean 'municipality'?",
        "tur.toml: step 2: title: is missing; a step has a title and a text",
        "tur.toml: step 2: from: needs 'to' beside it",
        "tur.toml: step 2: edge: cannot stand beside 'from'; make a step of each",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[step", "cannot be read as a story"),
        ("", "has no steps; each begins with a line [[step]]"),
        ('step = "en"', "has no steps"),
        ("step = []", "has no steps"),
    ],
)
def test_what_is_no_story_says_so_in_one_line(told_by, text, said):
    [line] = complaints(told_by, text)
    assert "tur.toml" in line
    assert said in line


def test_a_story_that_is_not_there(tmp_path):
    with pytest.raises(GraphtoolError, match=r"borte\.toml: cannot be read as a story: No such"):
        story.read(tmp_path / "borte.toml", fjord())


def meta(told: story.Story, **settings: Any) -> Any:
    return wire.page(build(fjord(), Settings(story=told, **settings)))[0]["meta"]


def test_the_page_gets_each_step_with_the_view_that_it_is_shown_in(told_by):
    found = meta(told_by(STORY), views=("goals",))
    # The story's own views are in the file beside the one that was asked for.
    assert [name for name, *_ in found["sheets"]] == ["goals", "overview", "ownership"]
    assert [step["state"] for step in found["story"]] == [
        {"view": "goals"},
        {"view": "overview", "node": "rad", "steps": 2},
        {"view": "ownership", "finding": "orphaned-goals-none"},
        {"view": "overview", "from": "bo", "to": "ferje", "hide": ("Resource",)},
        {
            "view": "overview",
            "edge": ("as", "rad", "MEMBER_OF"),
            "year": "2019",
            "mun": ("as",),
            "hideRel": ("LEADS",),
            "theme": "dark",
        },
    ]


def test_a_step_without_a_view_is_shown_where_its_node_is(told_by):
    told = told_by('[[step]]\ntitle = "Rådet"\nnode = "rad"')
    [step] = meta(told, views=("goals", "ownership"))["story"]
    assert step["state"] == {"view": "ownership", "node": "rad"}


@pytest.mark.combined
@pytest.mark.parametrize(
    ("step", "settings", "said"),
    [
        (
            'node = "ren"',
            {"kinds": ("Plan",)},
            "step 1: node: view 'overview' does not show 'ren'; ask for more than kinds leaves",
        ),
        (
            'node = "rad"\nview = "goals"',
            {},
            "step 1: node: view 'goals' does not show 'rad', but overview and ownership do; choose",
        ),
        (
            'node = "as"\nyear = 2020',
            {},
            "step 1: node: the step itself leaves 'as' out: see its year",
        ),
        (
            'node = "ren"\nhide = "Goal"',
            {},
            "step 1: node: the step itself leaves 'ren' out: see its hide",
        ),
        (
            'from = "bo"\nto = "Ferjekaia"',
            {},
            "step 1: to: no path leads there from 'bo' in this step",
        ),
        (
            'edge = ["rad", "plan", "OWNS"]\nhide-relations = "OWNS"',
            {},
            "step 1: edge: rad OWNS plan is not shown in this step",
        ),
        (
            "year = 2019",
            {"as_of": "2018"},
            "step 1: year: view 'overview' has no slider through the years",
        ),
        (
            'node = "Kari Nes"',
            {"hide_persons": True},
            "view 'overview' does not show 'kari'; ask for more than hide_persons leaves",
        ),
        ('view = "dependencies"', {}, "step 1: view: view 'dependencies' has no nodes to show"),
    ],
)
def test_what_a_filter_or_the_step_leaves_out_is_told(told_by, step, settings, said):
    told = told_by(f'[[step]]\ntitle = "En"\n{step}')
    settings = {"views": ("overview", "ownership"), **settings}
    with pytest.raises(GraphtoolError) as caught:
        meta(told, **settings)
    assert said in str(caught.value)


def test_people_who_are_not_to_be_named_are_not_named_by_a_step(told_by):
    told = told_by('[[step]]\ntitle = "Kari Nes leder"\ntext = "Leder er Kari Nes."')
    [step] = meta(told, views=("overview",), hide_persons=True)["story"]
    assert "Kari" not in str(step)
    assert "leder" in step["title"].nb


@pytest.mark.parametrize("region", REGIONS)
def test_the_stories_of_the_regions_can_be_shown(region):
    graph = formats.read(DATA / region).graph
    told = story.read(DATA / region / "story.toml", graph)
    views = tuple(dict.fromkeys(step.state.view for step in told.steps))
    made = build(graph, Settings(story=told, views=views))
    assert len(made.story) == len(told.steps) >= 4
    for step in told.steps:
        assert all(step.title + step.text)


@pytest.mark.parametrize(
    ("region", "none", "goals"), [("kristiansandsregionen", 8, 10), ("kongsbergregionen", 14, 20)]
)
def test_the_stories_of_the_regions_count_as_the_queries_do(region, none, goals):
    graph = formats.read(DATA / region).graph
    orphaned = queries.ask(graph, "orphaned-goals")
    assert (orphaned["grade"] == "none").sum() == none
    assert len(graph.of_kind("Goal")) == goals
    words = {8: "Åtte", 14: "Fjorten"}
    assert words[none] in (DATA / region / "story.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def presented(tmp_path_factory):
    """The map of the fjord with its story, and without."""
    folder = tmp_path_factory.mktemp("story")
    (folder / "tur.toml").write_text(STORY, encoding="utf-8")
    told = story.read(folder / "tur.toml", fjord())
    maps.write(fjord(), folder / "with.html", Settings(story=told))
    maps.write(fjord(), folder / "without.html")
    return folder


def shown(page: Any) -> tuple[Any, ...]:
    state = page.evaluate(STATE)
    return state["step"], state["view"], page.text_content("#present h1")


def test_a_presentation_goes_by_keyboard_through_the_steps(opened, presented):
    page = opened(presented / "with.html")
    page.keyboard.press("p")
    assert shown(page) == (1, "overview", "Fjorden")
    page.keyboard.press("PageDown")
    assert shown(page) == (2, "overview", "Rådet")
    assert page.evaluate(STATE)["selected"] == "rad"
    page.keyboard.press("Space")
    assert shown(page) == (3, "ownership", "Ingen svarer for ferjene")
    assert page.evaluate(STATE)["finding"] == "orphaned-goals-none"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(STATE)["path"] == ["bo", "rad", "plan", "ferje"]
    assert page.evaluate(STATE)["visibleNodes"] == 7
    page.keyboard.press("End")
    state = page.evaluate(STATE)
    assert (state["step"], state["year"], state["theme"]) == (5, "2019", "dark")
    assert state["selectedEdge"] == ["as", "rad", "MEMBER_OF"]
    page.keyboard.press("PageDown")
    assert page.evaluate(STATE)["step"] == 5
    page.keyboard.press("PageUp")
    assert page.evaluate(STATE)["step"] == 4
    assert page.evaluate(STATE)["theme"] == "light"
    page.keyboard.press("Home")
    assert shown(page) == (1, "overview", "Fjorden")
    assert page.evaluate(STATE)["path"] is None
    page.keyboard.press("Escape")
    assert page.evaluate(STATE)["step"] is None
    assert not page.is_visible("#present")
    assert page.complaints == []


AT_REST = """async () => {
  let frames = 0;
  graphtool.network.on("afterDrawing", () => frames++);
  for (let tries = 0; tries < 30; tries++) {
    frames = 0;
    await new Promise(done => setTimeout(done, 300));
    if (!frames) return true;
  }
  return false;
}"""


def test_a_step_that_is_shown_is_not_drawn_again_and_again(opened, presented):
    """The camera is sent on before it has begun to move to where it was first sent."""
    page = opened(presented / "with.html")
    page.keyboard.press("p")
    assert page.evaluate(AT_REST)
    page.keyboard.press("PageDown")
    assert page.evaluate(AT_REST)


def test_a_presentation_fills_the_window_and_is_large_enough_to_read(opened, presented):
    page = opened(presented / "with.html", width=1280, height=720)
    page.click("#begin")
    assert not any(page.is_visible(part) for part in ("header", "#legend", "#bar", "#views"))
    sizes = page.eval_on_selector_all(
        "#present h1, #present p, #present button",
        "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))",
    )
    assert min(sizes) >= 22
    assert page.evaluate("document.getElementById('map').clientHeight") >= 720 * 0.6
    assert page.evaluate("document.scrollingElement.scrollHeight") <= 720
    page.click("#present button:last-child")
    assert page.is_visible("#legend")


def test_a_step_is_read_aloud(opened, presented):
    page = opened(presented / "with.html")
    page.keyboard.press("p")
    page.keyboard.press("PageDown")
    assert page.text_content("#say") == "Steg 2 av 5. Rådet. Fjordrådet binder dem sammen."
    assert page.get_attribute("#say", "aria-live") == "polite"


def test_what_stands_out_in_a_step_is_on_the_screen(opened, presented):
    page = opened(presented / "with.html")
    page.keyboard.press("p")
    page.keyboard.press("PageDown")
    page.wait_for_timeout(600)
    height = page.evaluate("document.getElementById('map').clientHeight")
    for node in ("rad", "as", "bo", "plan", "kari"):
        spot = page.evaluate(f"graphtool.dom('{node}')")
        assert 0 < spot["x"] < 1440
        assert 0 < spot["y"] < height


def test_what_the_viewer_changes_lasts_until_the_next_step(opened, presented):
    page = opened(presented / "with.html", "#step=2")
    page.evaluate("graphtool.select('ren')")
    state = page.evaluate(STATE)
    assert (state["step"], state["selected"]) == (2, "ren")
    assert page.is_visible("#panel")
    page.keyboard.press("PageDown")
    page.keyboard.press("PageUp")
    assert page.evaluate(STATE)["selected"] == "rad"
    assert not page.is_visible("#panel")


def test_a_link_to_a_step_opens_it(opened, presented):
    page = opened(presented / "with.html")
    page.keyboard.press("p")
    for number in range(1, 6):
        state, address = page.evaluate(STATE), page.evaluate("location.hash")
        again = opened(presented / "with.html", address).evaluate(STATE)
        for key in (
            "step",
            "view",
            "selected",
            "selectedEdge",
            "path",
            "finding",
            "year",
            "theme",
            "visibleNodes",
            "visibleEdges",
        ):
            assert again[key] == state[key], (number, key)
        page.keyboard.press("PageDown")


def test_a_step_in_the_address_is_enough(opened, presented):
    page = opened(presented / "with.html")
    page.keyboard.press("p")
    page.keyboard.press("PageDown")
    state = page.evaluate(STATE)
    bare = opened(presented / "with.html", "#step=2").evaluate(STATE)
    assert (bare["view"], bare["selected"]) == (state["view"], state["selected"])


@pytest.mark.combined
@pytest.mark.parametrize("step", ["0", "6", "-1", "x", "1.5"])
def test_a_link_to_a_step_that_is_not_there_shows_the_map(opened, presented, step):
    page = opened(presented / "with.html", f"#step={step}")
    assert page.evaluate(STATE)["step"] is None
    assert page.complaints == []


def test_without_a_story_the_findings_are_presented(opened, presented):
    page = opened(presented / "without.html")
    told = page.evaluate("JSON.parse(document.getElementById('gt-data').textContent).meta.findings")
    page.keyboard.press("p")
    assert page.text_content("#present h1") == "fjorden"
    page.keyboard.press("PageDown")
    title, _, grounds = told[0]["text"][0].partition(": ")  # what it says is the title
    assert page.text_content("#present h1") == title
    assert page.text_content("#present .told p") == f"{grounds} · Ansvar"
    assert page.evaluate(STATE)["finding"] == told[0]["key"]


def test_a_step_that_is_larger_than_the_window_says_so(opened, presented):
    page = opened("kristiansandsregionen", "#step=1", width=1280, height=400)
    assert page.is_visible("#present .beyond")
    assert page.text_content("#present .beyond") == "Dra kartet for å se resten"


@pytest.mark.parametrize("region", ["kongsbergregionen", "kristiansandsregionen"])
def test_the_first_step_shows_the_whole_overview_in_letters_for_the_back_row(opened, region):
    page = opened(region, "#step=1", width=1280, height=720)
    labels = page.evaluate("graphtool.labels()")
    stage = page.locator("#map").bounding_box()
    assert len(labels) == page.evaluate(STATE)["symbols"]
    assert not page.is_visible("#present .beyond")
    assert min(label["size"] for label in labels) >= 16
    assert min(label["y"] for label in labels) >= 0
    assert max(label["y"] + label["h"] for label in labels) <= stage["height"]
    assert max(label["x"] + label["w"] for label in labels) <= stage["width"]


@pytest.mark.parametrize(
    ("lang", "title", "more"),
    [
        ("nb", "14 av 20 mål står uten noen som svarer for dem", "Blant dem «Vekst i"),
        ("nn", "14 av 20 mål står utan nokon som svarer for dei", "Mellom dei «Vekst i"),
        ("en", "14 of 20 goals have nobody to answer for them", "Among them “Vekst i"),
    ],
)
def test_a_title_ends_before_the_names_that_it_goes_on_with(opened, lang, title, more):
    page = opened("kongsbergregionen", f"#lang={lang}", width=1280, height=720)
    page.keyboard.press("p")
    page.keyboard.press("PageDown")
    assert page.text_content("#present h1") == title
    assert page.text_content("#present .told p").startswith(more)


def test_a_name_beside_a_panel_is_whole_in_more_lines(opened):
    page = opened(
        "kristiansandsregionen", "#view=collaboration&node=vennesla", width=1280, height=720
    )
    [name] = page.evaluate("graphtool.labels().filter(({ id }) => id === 'kmd')")
    assert name["h"] > 2.5 * name["size"]  # Kommunal- og moderniserings-departementet
