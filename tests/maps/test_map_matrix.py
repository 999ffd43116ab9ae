"""The matrix: who has which role in what, and which municipality depends on which."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from graphtool import formats, maps, schema
from graphtool.graph import PlanGraph
from graphtool.maps import Settings, excerpt
from graphtool.maps.build import build
from graphtool.maps.layout import matrix
from graphtool.maps.scene import Scene, Symbol
from graphtool.maps.style import DERIVED, NEEDS
from graphtool.queries.border_kinds import KIND_WORDS
from graphtool.slides.build import Shown, of_map
from tests.maps import graphs as map_graphs
from tests.maps import pages
from tests.maps.pages import STATE

DATA = Path(__file__).parents[2] / "data"


def nodes(*rows: tuple[str, str]) -> list[dict[str, str]]:
    return [{"id": name.lower(), "kind": kind, "name": name} for kind, name in rows]


def edge(source: str, relation: str, target: str, **more: str) -> dict[str, str]:
    return {"source": source, "relation": relation, "target": target, **more}


def scene(graph: PlanGraph, **settings: object) -> Scene:
    made = build(graph, Settings(views=("matrix",), told=(), **settings))  # type: ignore[arg-type]
    return made.scenes[0]


def rows(shown: Scene) -> list[Symbol]:
    """From above."""
    return sorted((one for one in shown.symbols if one.is_row), key=lambda one: one.y)


def columns(shown: Scene) -> list[Symbol]:
    """From the left."""
    return sorted((one for one in shown.symbols if one.head), key=lambda one: one.head or (0.0,))


def letters(shown: Scene) -> list[str]:
    """Each row with the letters of its cells, `*` for a dependency, `.` for nothing."""
    cells: dict[tuple[str, str], str] = {}
    for line in shown.lines:
        known = schema.RELATIONS.get(line.relation)
        letter = known.letter.nb if known and known.letter else "*"
        cells[line.source, line.target] = cells.get((line.source, line.target), "") + letter
    return [
        " ".join(
            [row.node.label, *(cells.get((row.node.id, c.node.id), ".") for c in columns(shown))]
        )
        for row in rows(shown)
    ]


TWO_NETWORKS = PlanGraph.from_tables(
    nodes(
        ("Municipality", "Tinn"),
        ("Municipality", "Rollag"),
        ("Municipality", "Notodden"),
        ("Municipality", "Flesberg"),
        ("Actor", "Vest"),
        ("Actor", "Aust"),
    ),
    [
        edge("tinn", "MEMBER_OF", "vest"),
        edge("rollag", "MEMBER_OF", "aust"),
        edge("notodden", "MEMBER_OF", "vest"),
        edge("flesberg", "MEMBER_OF", "aust"),
        edge("notodden", "LEADS", "vest"),
    ],
)


def test_who_is_in_the_same_stands_together_with_the_letter_of_the_role():
    # Notodden leads Vest: Tinn, a member, depends on it by that.
    assert letters(scene(TWO_NETWORKS)) == [
        "Tinn M . *",
        "Notodden ML . .",
        "Flesberg . M .",
        "Rollag . M .",
    ]


def test_a_municipality_that_others_depend_on_is_row_and_column_but_one_node():
    graph = PlanGraph.from_tables(
        nodes(("Municipality", "A"), ("Municipality", "B")), [edge("a", "DEPENDS_ON", "b")]
    )
    shown = scene(graph)
    assert letters(shown) == ["A *", "B ."]
    [line] = shown.lines
    assert (line.relation, line.modality) == (NEEDS["stated"], "stated")
    assert [said.note for said in line.assertions] == ["A —DEPENDS_ON→ B"]
    # One of the graph's edges, and the one that is worked out.
    assert shown.total == (2, 2)


def test_every_sign_stands_where_its_row_meets_its_column():
    shown = scene(formats.read(DATA / "kristiansandsregionen").graph)
    at = {one.node.id: one for one in shown.symbols}
    for line in shown.lines:
        assert at[line.source].is_row
        assert at[line.target].head is not None
    for one in shown.symbols:
        assert one.is_row or one.head is not None


def test_names_of_rows_and_columns_lie_apart():
    shown = scene(formats.read(DATA / "kristiansandsregionen").graph)
    for above, below in pairwise(rows(shown)):
        assert above.y + above.room.height / 2 <= below.y - below.room.height / 2 + 0.1
    heads = [one.head for one in columns(shown) if one.head]
    for one, other in pairwise(heads):
        assert one.x + one.across / 2 <= other.x - other.across / 2 + 0.1


def test_the_seven_municipalities_of_kristiansand_are_told_apart():
    shown = scene(formats.read(DATA / "kristiansandsregionen").graph)
    kinds = [row.node.kind for row in rows(shown)]
    municipal = [
        line.split(" ", 1)[1]
        for line, kind in zip(letters(shown), kinds, strict=True)
        if kind == "Municipality"
    ]
    assert len(municipal) == len(set(municipal)) == 7


def test_no_two_letters_of_a_language_are_alike():
    for language in (0, 1, 2):
        said = [one.letter[language] for one in schema.RELATIONS.values() if one.letter]
        assert len(said) == len(set(said))


def test_every_kind_of_dependency_has_a_sign_and_its_own_words():
    assert set(NEEDS) == set(KIND_WORDS)
    signs = [DERIVED[relation]["sign"] for relation in NEEDS.values()]
    assert len(set(signs)) == len(signs)
    for kind, relation in NEEDS.items():
        for language in (0, 1, 2):
            said = DERIVED[relation]["label"][language]  # type: ignore[index]
            assert f"({KIND_WORDS[kind][language]})" in said


def test_a_role_that_is_over_is_passing_and_has_its_place():
    graph = PlanGraph.from_tables(
        nodes(("Municipality", "A"), ("Actor", "N"), ("Actor", "M")),
        [
            edge("a", "MEMBER_OF", "n"),
            edge("a", "LEADS", "m", valid_from="2012", valid_to="2014"),
            edge("a", "MEMBER_OF", "m", valid_from="2016"),
        ],
    )
    shown = scene(graph)
    assert {one.node.id for one in columns(shown)} == {"n", "m"}


def test_only_what_was_asked_for_is_in_the_matrix():
    shown = scene(TWO_NETWORKS, relations=("LEADS",))
    assert [line.key for line in shown.lines] == [("notodden", "vest", "LEADS")]


def test_what_is_new_in_the_matrix_is_marked_as_such():
    before = PlanGraph.from_tables(
        nodes(("Municipality", "Tinn"), ("Actor", "Vest")), [edge("tinn", "MEMBER_OF", "vest")]
    )
    after = PlanGraph.from_tables(
        nodes(("Municipality", "Tinn"), ("Actor", "Vest")),
        [edge("tinn", "MEMBER_OF", "vest"), edge("tinn", "LEADS", "vest")],
    )
    shown = scene(after, before=before)
    assert {line.relation: line.change and line.change.change for line in shown.lines} == {
        "MEMBER_OF": None,
        "LEADS": "added",
    }


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_as_a_slide_it_is_a_table_with_the_signs_and_what_they_mean(language):
    made = build(TWO_NETWORKS, Settings(views=("matrix",), told=(), lang=language))
    [slide] = of_map(made, [Shown(excerpt.whole(made.scenes[0]))]).slides
    assert slide.body.rows == ("Tinn", "Notodden", "Flesberg", "Rollag")
    assert slide.body.columns == ("Vest", "Aust", "Notodden")
    assert slide.body.cells[0] == ("M", "", "(■)")
    assert "M " + schema.RELATIONS["MEMBER_OF"].label.in_(language) in slide.body.legend


def test_more_rows_than_a_slide_has_room_for_go_on_on_the_next():
    members = [("Municipality", f"Kommune {n:02}") for n in range(20)]
    graph = PlanGraph.from_tables(
        nodes(*members, ("Actor", "Rådet")),
        [edge(name.lower(), "MEMBER_OF", "rådet") for _, name in members],
    )
    made = build(graph, Settings(views=("matrix",), told=()))
    slides = of_map(made, [Shown(excerpt.whole(made.scenes[0]))]).slides
    assert [len(slide.body.rows) for slide in slides] == [8, 8, 4]
    assert [slide.title[-8:] for slide in slides] == [f"({n} av 3)" for n in (1, 2, 3)]


PLACE = """([row, column]) => {
  const { scale } = graphtool.state();
  const [y, { x }] = [graphtool.dom(row.id).y, graphtool.dom(row.id)];
  const [right, down] = [column.head[0] - row.x, column.head[1] - row.y];
  return { x: x + right * scale, y: y + down * scale, cell: y };
}"""
"""Where on the screen a column's symbol stands, and the height of a row."""


def test_a_click_on_a_sign_shows_its_sentence_and_on_a_column_its_node(turned, written):
    page = turned("kristiansandsregionen", "matrix")
    sheet = pages.sheets_of(written("kristiansandsregionen"))["matrix"]
    by_id = {node["id"]: node for node in sheet["nodes"]}
    cells = Counter(tuple(edge[:2]) for edge in sheet["edges"])
    edge_ = next(edge for edge in sheet["edges"] if edge[2] == "MEMBER_OF" and edge[4])
    assert cells[edge_[0], edge_[1]] == 1
    page.evaluate("graphtool.fit()")
    spot = page.evaluate(PLACE, [by_id[edge_[0]], by_id[edge_[1]]])
    page.mouse.click(spot["x"], spot["cell"])
    assert page.evaluate(STATE)["selectedEdge"] == edge_[:3]
    assert edge_[4][0]["quote"] in page.inner_text("#panel")
    page.keyboard.press("Escape")
    page.evaluate("graphtool.fit()")
    # One that is a row too: pressed over its column it is the same node.
    both = next(n for n in sheet["nodes"] if "head" in n and n["head"][:2] != [n["x"], n["y"]])
    spot = page.evaluate(PLACE, [both, both])
    page.mouse.click(spot["x"], spot["y"] - 3)
    assert page.evaluate(STATE)["selected"] == both["id"]
    assert page.evaluate("graphtool.state().drawn.single") == len(sheet["edges"])


SIGNS = """() => {
  const pen = CanvasRenderingContext2D.prototype, fillText = pen.fillText, found = [];
  pen.fillText = function (text, ...at) {
    if (this.textAlign === "center") {
      const high = parseFloat(/([0-9.]+)px/.exec(this.font)[1]);
      found.push([text, high, this.measureText(text).width]);
    }
    return fillText.call(this, text, ...at);
  };
  graphtool.network.redraw();
  pen.fillText = fillText;
  return found;
}"""
"""Of all letters in cells what they are, how high, and how wide."""


@pytest.mark.parametrize("region", pages.REGIONS)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_letters_in_cells_are_14_pixels_high_on_a_projector_and_within_their_signs(
    opened, region, lang
):
    page = opened(region, f"#view=matrix&lang={lang}", width=1280, height=720, moving=False)
    found = page.evaluate(SIGNS)
    assert len(found) == page.evaluate("graphtool.state().drawn.single") - _shapes(page)
    assert min(high for _, high, _ in found) >= 14
    room = 2 * matrix.HALF * matrix.BROAD * page.evaluate("graphtool.state().scale")
    assert max(wide for *_, wide in found) <= room


def _shapes(page: Any) -> int:
    """How many signs are shapes: those of dependencies."""
    counts = pages.legend(page)
    return sum(int(counts[name]) for name in counts if name.startswith("NEEDS"))


def test_a_step_about_cells_shows_them_in_letters_that_are_read(opened):
    """The only measure has two groups that answer for it: two letters A in its column."""
    page = opened("kristiansandsregionen", "#step=6", width=1280, height=720, moving=False)
    assert page.evaluate(STATE)["view"] == "matrix"
    labels = {label["id"]: label for label in page.evaluate("graphtool.labels()")}
    stage = page.locator("#map").bounding_box()
    for group in ("group-alle-kommunane", "group-naeringsradgjevarane"):
        assert labels[group]["size"] >= 16
        assert 0 < labels[group]["y"] < stage["height"] - labels[group]["h"]
    assert min(high for _, high, _ in page.evaluate(SIGNS)) >= 16


def test_a_matrix_of_many_begins_in_letters_that_are_read_and_says_that_there_is_more(
    opened, tmp_path
):
    path = tmp_path / "byer.html"
    maps.write(map_graphs.cities(190, 60), path, Settings(views=("matrix",), told=()))
    page = opened(path, width=1280, height=720, moving=False)
    assert min(high for _, high, _ in page.evaluate(SIGNS)) >= 14
    assert "større enn vinduet" in page.text_content("#hint")
