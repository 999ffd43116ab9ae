"""A picture says what the map says: every name, in its place, and nothing over another."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from functools import cache
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest
from PIL import Image

from graphtool.algorithms.geometry.boxes import Box
from graphtool.graph import PlanGraph
from graphtool.language import normalised
from graphtool.maps import Settings, excerpt
from graphtool.maps.build import build
from graphtool.maps.scene import Map
from graphtool.maps.story.steps import State
from graphtool.pictures import paper, parts, sheet, write, write_folder, writer
from graphtool.pictures.direction import visual
from graphtool.pictures.display import Path as Drawn
from graphtool.pictures.display import Picture, Words
from graphtool.pictures.drawing import labels, nodes
from graphtool.pictures.drawing.frame import fitted
from graphtool.pictures.format import Shot
from graphtool.pictures.writing import pdf, png, svg
from graphtool.slides import letters
from tests.pictures.conftest import of, region, shot, whole
from tests.pictures.reading import SVG, Text, said, texts

REGIONS = ("kongsbergregionen", "kristiansandsregionen")
VIEWS = (
    "overview",
    "collaboration",
    "ownership",
    "goals",
    "dependencies",
    "municipalities",
    "chain",
    "matrix",
)
LONG = "Styrke samarbeidet om næringsutvikling, kompetanse og infrastruktur i hele regionen " * 4
HOSTILE = '<script>alert("x")</script>&amp;\x00\x1b[2J\u202e]]>'


@cache
def drawn(name: str, view: str, size: str = "16:9") -> tuple[Picture, list[Text]]:
    """A view of a region as a picture, and the words in its SVG."""
    [picture] = shot(whole(name), view, size).drawn()
    return picture, texts(svg.text(picture))


def plan(*names: str) -> PlanGraph:
    """A municipality for each name, the first working with all others."""
    nodes = [{"id": f"k{at}", "kind": "Municipality", "name": n} for at, n in enumerate(names)]
    edges = [
        {"source": "k0", "relation": "COLLABORATES_WITH", "target": f"k{at}"}
        for at in range(1, len(names))
    ]
    return PlanGraph.from_tables(nodes, edges, name="test")


def _letters(words: str) -> str:
    """Without what breaking a long word into lines puts between its letters."""
    return re.sub(r"[\s\u00ad-]", "", words)


@pytest.mark.combined
@pytest.mark.parametrize("name", REGIONS)
@pytest.mark.parametrize("view", VIEWS)
def test_every_name_is_on_the_map_or_in_the_list_or_counted_as_in_neither(name, view):
    """Of a matrix that is too large for one picture in one of its parts."""
    made = shot(whole(name), view)
    pictures = [one for part in made.parted(parts.MOST) for one in part.drawn()]
    told = [" ".join(text.words for text in texts(svg.text(one))) for one in pictures]
    letters = _letters(" ".join(told))
    without = {name.name for one in pictures for name in one.unlisted}
    for symbol in made.excerpt.symbols:
        known = normalised(symbol.words.nb)
        assert _letters(known) in letters or known in without, known
    for one, words in zip(pictures, told, strict=True):
        assert not one.unlisted or f"og {len(one.unlisted)} navn til" in words


@pytest.mark.parametrize(
    ("name", "view", "size"),
    [
        *((name, view, "16:9") for name in REGIONS for view in VIEWS),
        ("kongsbergregionen", "overview", "A4"),
        ("kristiansandsregionen", "chain", "A4"),
    ],
)
def test_no_words_lie_over_others_or_outside_the_page(name, view, size):
    picture, found = drawn(name, view, size)
    page = picture.paper
    for text in found:
        assert text.left >= 0, text
        assert text.right <= page.width, text
        assert text.top >= 0, text
        assert text.bottom <= page.height, text
    for one, other in combinations(found, 2):
        assert not one.overlaps(other), (one, other)


@pytest.mark.parametrize("name", REGIONS)
def test_the_picture_has_a_line_for_each_relation_that_it_counts(name):
    """As the page has: none is left out, and each is drawn once."""
    made = shot(whole(name), "goals")
    picture, _ = drawn(name, "goals")
    lines = made.excerpt.lines
    strokes = [each for each in picture.items if isinstance(each, Drawn) and not each.is_closed]
    within = made.excerpt.bundles
    relations = {each.relation for each in (*lines, *within)}
    samples = len(relations) + len({line.modality for line in lines})
    assert len(strokes) == len(lines) + samples
    told = sum(each.count for each in (*lines, *within))
    assert f"{told} av {made.excerpt.scene.total[1]} sammenhenger" in picture.about


def test_the_legend_the_sources_and_the_day_stand_on_the_picture():
    made = build(region("kristiansandsregionen"), Settings(views=("goals",), told=(), as_of="2015"))
    words = said(svg.text(shot(made).drawn()[0]))
    for part in ("Kristiansandsregionen – Mål og tiltak", "mål", "er del av", "Slik sier kilden"):
        assert part in words
    assert "Kilder: " in words
    assert "slik det var 2015" in words


def test_an_svg_has_paths_and_words_only():
    tree = ElementTree.fromstring(svg.text(shot(whole("kongsbergregionen"), "overview").drawn()[0]))
    tags = {each.tag.removeprefix(SVG) for each in tree.iter()}
    assert tags == {"svg", "title", "desc", "rect", "g", "path", "text"}
    for each in tree.iter():
        assert not [name for name in each.attrib if name.startswith("on") or "href" in name]
        assert not any(re.search(r"url\(|javascript:|data:", v) for v in each.attrib.values())


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf", ".pptx"])
def test_the_same_graph_gives_the_same_bytes(suffix):
    files = [writer(suffix).write([of(plan("Tinn", "Notodden"))], None) for _ in range(2)]
    assert files[0].data == files[1].data


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf", ".pptx"])
@pytest.mark.parametrize(
    "graph",
    [
        plan("Tinn"),
        plan(HOSTILE, "Tinn"),
        plan(LONG[:300], "x" * 300),
        plan("שלום עולם", "مركز تن"),
    ],
    ids=["one node", "hostile", "300 letters", "from the right"],
)
def test_any_name_is_drawn(graph, suffix):
    assert len(writer(suffix).write([of(graph)], None).data) > 500


def test_hostile_names_are_words():
    text = svg.text(of(plan(HOSTILE, "Tinn")).drawn()[0])
    tree = ElementTree.fromstring(text)
    assert "<script" not in text
    assert any("<script>" in (each.text or "") for each in tree.iter(f"{SVG}text"))


def test_a_name_of_300_letters_is_cut_and_stands_whole_in_the_list():
    [picture] = of(plan(LONG[:300].strip(), "Tinn")).drawn()
    assert [one.name for one in picture.numbered] == [LONG[:300].strip()]
    assert "Navn som ikke fikk plass" in said(svg.text(picture))


def test_letters_that_no_font_has_are_told_and_shown_as_squares():
    made = of(plan("東京", "Tinn"))
    assert "U+6771" in png.written([made]).remarks[0]
    assert "東京" in svg.text(made.drawn()[0])
    found = pypdf.PdfReader(io.BytesIO(pdf.written([made]).data)).pages[0].extract_text()
    assert "□□" in found


def test_a_pdf_has_words_that_are_found_and_a_page_of_names():
    everything = Settings(views=("goals",), told=(), size_by="edges")  # nothing is folded
    made = shot(build(region("kongsbergregionen"), everything), "goals", "A4")
    reader = pypdf.PdfReader(io.BytesIO(pdf.written([made]).data))
    words = normalised(" ".join(page.extract_text() for page in reader.pages))
    assert len(reader.pages) == 2
    for name in ("Utvikling innen reiseliv", "Tjenesteutvikling", "Resten av navnene"):
        assert name in words
    assert reader.metadata.title == "Kongsbergregionen: strategiplan 2010-2021 – Mål og tiltak"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler")
def test_another_reader_finds_norwegian_and_sami_letters_once(tmp_path):
    names = ["Kárášjohka gielda", "Guovdageainnu suohkan ŋđŧžšč", "Ærøskøbing på Åsen"]
    write(plan(*names), tmp_path / "kart.pdf", Settings(views=("collaboration",)))
    run = subprocess.run(["pdftotext", tmp_path / "kart.pdf", "-"], capture_output=True, check=True)
    found = normalised(run.stdout.decode("utf-8"))
    for name in names[1:]:
        assert found.count(name) == 1
    assert names[0] in found


@pytest.mark.parametrize(
    ("size", "dpi", "dots"),
    [("16:9", None, (3840, 2160)), ("1600x900", None, (1600, 900)), ("A4", 72, (842, 595))],
)
def test_a_png_is_as_large_as_asked_and_says_how_fine_it_is(size, dpi, dots):
    made = of(plan("Tinn", "Notodden", "Hjartdal"))
    made = Shot(made.made, made.excerpt, paper.of(size))
    image = Image.open(io.BytesIO(png.written([made], dpi).data))
    assert image.size in (dots, dots[::-1])
    assert round(image.info["dpi"][0]) == (dpi or made.paper.dpi)


def test_a_png_has_each_symbol_in_its_colour_where_the_picture_has_it():
    made = of(plan("Tinn", "Notodden", "Hjartdal"))
    [picture] = made.drawn()
    image = Image.open(io.BytesIO(png.drawn(picture)))
    times = image.width / picture.paper.width
    symbols = [item for item in picture.items if isinstance(item, Drawn) and item.about]
    assert len(symbols) == 3
    for symbol in symbols:
        x, y = (sum(side) / len(symbol.points) * times for side in zip(*symbol.points, strict=True))
        assert "#{:02x}{:02x}{:02x}".format(*image.getpixel((round(x), round(y)))) == (
            symbol.fill.lower()
        )


def test_words_over_lines_have_a_rim_in_a_png_and_a_field_in_a_pdf_that_says_them_once():
    made = shot(whole("kristiansandsregionen"), "collaboration")
    [picture] = made.drawn()
    over = next(item for item in picture.items if isinstance(item, Words) and item.halo)
    rimmed = pypdf.PdfReader(io.BytesIO(pdf.of_dots(picture, (1280, 720)))).pages[0]
    assert rimmed.extract_text().count(over.text) > 1
    [page] = pypdf.PdfReader(io.BytesIO(pdf.written([made]).data)).pages
    assert page.extract_text().count(over.text) == 1


def test_a_sheet_of_paper_stands_upright_where_the_map_gets_larger_so():
    tall = shot(whole("kongsbergregionen"), "goals", "A3").drawn()[0]
    wide = shot(whole("kongsbergregionen"), "ownership", "A3").drawn()[0]
    assert wide.paper.width > wide.paper.height
    assert tall.letters >= 7


def test_a_step_shows_what_it_points_at_and_the_rest_paler():
    made = whole("kongsbergregionen")
    scene = next(scene for scene in made.scenes if scene.name == "collaboration")
    node = scene.symbols[0].node.id
    step = excerpt.excerpt(scene, State(view="collaboration", node=node), [])
    assert step.emphasis is not None
    assert node in step.emphasis.nodes
    plain = svg.text(Shot(made, excerpt.whole(scene), paper.SCREEN).drawn()[0])
    strong = svg.text(Shot(made, step, paper.SCREEN, sheet.Said("Steg", "Sagt")).drawn()[0])
    assert "Sagt" in said(strong)
    colours = [set(re.findall(r'stroke="(#\w+)"', text)) for text in (plain, strong)]
    assert colours[1] - colours[0]


def test_what_a_step_hides_is_not_drawn():
    made = whole("kongsbergregionen")
    scene = next(scene for scene in made.scenes if scene.name == "collaboration")
    step = excerpt.excerpt(scene, State(view="collaboration", hide=("Municipality",)), [])
    assert {symbol.node.kind for symbol in step.symbols} == {"Actor"}
    assert not step.lines


def test_a_folder_has_a_file_a_view_and_keeps_what_is_there(tmp_path: Path):
    folder = tmp_path / "bilder"
    folder.mkdir()
    (folder / "notat.txt").write_text("mitt", encoding="utf-8")
    made = write_folder(plan("Tinn", "Notodden"), folder, ".svg")
    assert (folder / "notat.txt").read_text(encoding="utf-8") == "mitt"
    files = sorted(path.name for path in folder.glob("*.svg"))
    views = ("collaboration", "municipalities", "overview")
    assert files == [f"test-{view}.svg" for view in views]
    assert len(made.files) == 3


def test_names_stay_clear_of_each_other_and_of_symbols_however_dense():
    """Sixty municipalities in a room for six: each is whole, cut, a number, or in the list."""
    made = of(plan(*(f"Kommune {'x' * (at % 9)} nummer {at}" for at in range(60))))
    frame = fitted(made.excerpt, Box(0, 0, 260, 200), "light", "nb")
    found = labels.placed(frame, [])
    boxes = [label.box for label in found.labels]
    boxes += [label.pill for label in found.labels if label.pill and label.lines]
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other)
    listed = {one.name for one in found.numbered}
    shown = {label.node for label in found.labels if not label.number}
    assert len(listed) + len(shown) == 60
    numbers = [one.number for one in found.numbered if one.number]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("name", REGIONS)
def test_the_name_of_a_fold_begins_beside_all_the_symbols_that_stand_for_it(name):
    frame = fitted(shot(whole(name), "overview").excerpt, Box(0, 0, 1500, 900), "light", "nb")
    right: dict[str, float] = {}
    folds = {each.words.nb for each in frame.excerpt.symbols if each.fold}
    behind: list[Drawn] = []
    for path in nodes.drawn(frame):
        # The two behind are drawn before the one that is told of; signs come after it.
        behind.append(path)
        if path.about in folds:
            right[path.about] = max(x for each in behind[-3:] for x, _ in each.points)
    found = [each for each in labels.placed(frame, []).labels if " ".join(each.lines) in right]
    assert len(found) > 5
    assert all(each.box.x > right[" ".join(each.lines)] for each in found if each.is_right)


def test_words_from_the_right_stand_in_the_order_of_paper():
    assert visual("שלום 12") == "12 םולש"
    assert visual("Tinn אב 3") == "Tinn 3 בא"
    assert [f"{ord(letter):x}" for letter in visual("مركز")] == ["feb0", "fedb", "feae", "fee3"]


def test_a_step_of_a_large_scene_shows_what_lies_around_what_stands_out():
    # Sized by a centrality it is drawn node by node.
    [scene] = build(
        region("kristiansandsregionen"), Settings(views=("chain",), size_by="degree")
    ).scenes
    line = scene.lines[0]
    step = excerpt.excerpt(scene, State(view=scene.name, edge=line.key), [])
    near = excerpt.around(step)
    ids = {symbol.node.id for symbol in near.symbols}
    assert {line.source, line.target} <= ids
    assert len(near.symbols) < len(scene.symbols)
    assert all({each.source, each.target} <= ids for each in near.lines)
    small = next(s for s in whole("kristiansandsregionen").scenes if s.name == "collaboration")
    ends = small.lines[0].key
    step = excerpt.excerpt(small, State(view="collaboration", edge=ends), [])
    assert excerpt.around(step) is step


def test_a_picture_lays_out_nothing_that_only_a_page_can_open():
    """Of Kongsberg's goals several boxes are folded; the picture is the same without their maps."""
    asked = {"views": ("goals",), "is_single": True, "told": ()}
    page = build(region("kongsbergregionen"), Settings(**asked))
    made = build(region("kongsbergregionen"), Settings(**asked, is_openable=False))
    assert len(page.parts) > 3
    assert made.parts == ()
    assert svg.text(shot(made, "goals").drawn()[0]) == svg.text(shot(page, "goals").drawn()[0])


def under(picture: Picture) -> list[str]:
    """The lines between the title and the map, as they stand."""
    return [
        item.text
        for item in picture.items
        if isinstance(item, Words) and item.size == sheet.TEXT and item.x == sheet.MARGIN
    ]


@cache
def overview(name: str, language: str) -> Map:
    """The overview of a region in a language."""
    return build(region(name), Settings(views=("overview",), lang=language, told=()))


@pytest.mark.parametrize("size", ["16:9", "A4", "800x600"])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", REGIONS)
def test_what_is_said_of_a_map_is_whole_whatever_its_paper(name, language, size):
    """In lines that end where a part of the sentence does, with nothing cut off."""
    [picture] = shot(overview(name, language), size=size).drawn()
    lines = under(picture)
    said = " · ".join(lines)
    assert said.endswith(picture.about.removeprefix(f"{picture.title}. ").removesuffix("."))
    assert not any("…" in line for line in lines)
    room = picture.paper.width - 2 * sheet.MARGIN
    assert all(letters.width(line, sheet.TEXT) <= room for line in lines)


def test_a_picture_of_a_municipality_says_so_and_what_is_left_out():
    settings = Settings(views=("ownership",), municipalities=("vennesla",), told=())
    [picture] = shot(build(region(REGIONS[1]), settings)).drawn()
    assert picture.title == "Kristiansandsregionen – Vennesla – Ansvar"
    assert "Bare det som angår Vennesla: 49 av 94 noder er utelatt" in " · ".join(under(picture))
    whole = shot(build(region(REGIONS[1]), Settings(views=("ownership",), told=()))).drawn()
    assert "utelatt" not in whole[0].about
