"""A matrix as a picture: of many cities, of one party, with names of any length and direction."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path

import pptx
import pytest

from graphtool.algorithms.geometry.boxes import Box
from graphtool.errors import GraphtoolError
from graphtool.graph import PlanGraph
from graphtool.language import normalised
from graphtool.maps import Settings
from graphtool.maps.build import build
from graphtool.pictures import tiling, write, write_folder
from graphtool.pictures.display import Picture, Words
from graphtool.pictures.drawing.frame import SMALLEST, zoom
from graphtool.pictures.remarks import POINT, READABLE
from graphtool.pictures.writing import pdf, png, svg
from tests.pictures.conftest import of, region, shot
from tests.pictures.reading import texts

LONG = "Styrke samarbeidet om næringsutvikling og kompetanse i hele regionen vår " * 4


def networks(cities: int) -> PlanGraph:
    """Cities in networks of six, a network for every fourth, the one city in several."""
    nodes = [{"id": f"k{n}", "kind": "Municipality", "name": f"Kommune {n}"} for n in range(cities)]
    count = max(cities // 4, 1)
    nodes += [
        {"id": f"n{n}", "kind": "Actor", "subkind": "network", "name": f"Nettverk {n}"}
        for n in range(count)
    ]
    pairs = {(f"k{at % cities}", f"n{n}") for n in range(count) for at in range(4 * n, 4 * n + 6)}
    edges = [{"source": k, "relation": "MEMBER_OF", "target": n} for k, n in sorted(pairs)]
    return PlanGraph.from_tables(nodes, edges)


def drawn(graph: PlanGraph, **wishes: object) -> Picture:
    [picture] = of(graph, views=("matrix",), **wishes).drawn()
    return picture


@pytest.mark.parametrize("cities", [190, 591])
def test_of_many_cities_every_name_and_every_sign_is_on_a_page(cities):
    graph = networks(cities)
    pages = of(graph, views=("matrix",)).drawn(is_paged=True)
    assert len(pages) > 3
    lines = [[text.words for text in texts(svg.text(page))] for page in pages]
    # Where few rows are left for the last page its letters are large, and a name has two lines.
    there = {" ".join(some) for page in lines for some in [*zip(page), *pairwise(page)]}
    listed = {one.name for page in pages for one in page.numbered}
    tied = {*graph.edges["source"], *graph.edges["target"]}
    for name in graph.nodes["name"].iloc[sorted(tied)]:
        assert name in there or name in listed, name
    assert not any(page.unlisted for page in pages)
    signs = [
        each
        for page in pages
        for each in page.items
        if isinstance(each, Words) and each.text == "M"
    ]
    assert len(signs) == graph.edge_count + len(pages)  # each page's legend has one too


@pytest.mark.parametrize("size", ["16:9", "A4", "800x600"])
@pytest.mark.parametrize("name", ["kristiansandsregionen", "networks"])
def test_no_letters_of_a_matrix_are_smaller_than_the_least_names_of_other_pictures(name, size):
    graph = networks(120) if name == "networks" else region(name)
    made = build(graph, Settings(views=("matrix",), told=()))
    for is_paged in (True, False):
        for page in shot(made, size=size).drawn(is_paged=is_paged):
            assert min(each.size for each in page.items if isinstance(each, Words)) >= SMALLEST


def test_each_page_says_which_rows_and_columns_it_has_and_all_are_on_one():
    pages = of(networks(120), views=("matrix",)).drawn(is_paged=True)
    said = [
        re.search(r"Del (\d) av 4: rad (\d+)–(\d+) av 120, kolonne 1–30 av 30", p.about)
        for p in pages
    ]
    assert [[int(part) for part in found.groups()] for found in said if found] == [
        [1, 1, 30],
        [2, 31, 60],
        [3, 61, 90],
        [4, 91, 120],
    ]
    assert [page.parts for page in pages] == [1, 1, 1, 1]


def test_one_picture_shows_the_fullest_part_and_says_how_many_there_are():
    made = of(networks(120), views=("matrix",))
    [picture] = made.drawn()
    assert picture.parts == 4
    assert re.search(r"Del \d av 4: rad \d+–\d+ av 120", picture.about)
    assert "den fylteste av 4 deler" in png.written([made]).remarks[0].in_("nb")


def test_a_matrix_too_large_for_one_picture_is_shared_out_over_several_files(tmp_path):
    """All four quarters of 120 cities, the first under the name that was asked for."""
    made = write(networks(120), tmp_path / "m.svg", Settings(views=("matrix",), told=()))
    names = ["m.svg", "m-2.svg", "m-3.svg", "m-4.svg"]
    assert made.files == tuple(str(tmp_path / name) for name in names)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    assert [remark.in_("nb").split(":")[0] for remark in made.remarks] == [
        "matrisen er delt på 4 bilder, så navnene kan leses"
    ]
    shown = [(tmp_path / name).read_text(encoding="utf-8") for name in names]
    for n, text in enumerate(shown, start=1):
        assert f"Del {n} av 4: rad {30 * n - 29}–{30 * n} av 120" in text
    cities = {f"Kommune {n}" for n in range(120)}
    assert cities <= {each for text in shown for each in re.findall(r">(Kommune \d+)<", text)}


def test_in_a_folder_the_parts_of_a_matrix_stand_beside_the_other_views(tmp_path):
    made = write_folder(networks(120), tmp_path / "b", ".svg", Settings(views=("matrix",), told=()))
    assert [name.rpartition("graphtool-")[2] for name in made.files] == [
        "matrix.svg",
        "matrix-2.svg",
        "matrix-3.svg",
        "matrix-4.svg",
    ]


@pytest.fixture(params=[".svg", ".png"])
def way(request, tmp_path):
    """Writes the matrix of so many cities: in one of the formats."""

    def made(cities):
        settings = Settings(views=("matrix",), told=())
        return write(networks(cities), tmp_path / f"m{request.param}", settings, size="800x600")

    return made


def test_no_file_of_somebody_elses_is_written_over_by_a_part(way, tmp_path):
    first, second, *_ = way(60).files
    kept = {}
    for name, data in {first: b"mine", second: Path(second).read_bytes() + b"changed"}.items():
        Path(name).write_bytes(data)
        kept[name] = data
    with pytest.raises(GraphtoolError, match="did not write the file as it is; move it") as caught:
        way(60)
    assert str(caught.value).startswith(second)
    assert {name: Path(name).read_bytes() for name in kept} == kept


def test_a_picture_that_was_asked_for_by_name_is_not_taken_for_a_part(way, tmp_path):
    first, second, *_ = way(60).files
    Path(first).replace(second)
    with pytest.raises(GraphtoolError, match="did not write the file as it is"):
        way(60)
    assert not Path(first).exists()


def test_earlier_parts_are_written_over_and_go_where_there_are_fewer(way, tmp_path):
    many = way(60)
    mine = tmp_path / Path(many.files[1]).name.replace("m-2", "m-8")
    mine.write_bytes(Path(many.files[1]).read_bytes())  # not under the name it was written by
    assert len(many.files) > 1
    assert way(60).files == many.files
    fewer = way(4)
    [one] = fewer.files
    assert [str(remark) for remark in fewer.remarks] == [
        f"files with earlier parts of the picture are removed: {Path(many.files[1]).name}"
    ]
    assert set(tmp_path.iterdir()) == {Path(one), mine}


def test_in_a_folder_too_parts_are_told_from_other_files(tmp_path):
    folder, settings = tmp_path / "b", Settings(views=("matrix",), told=())
    many = write_folder(networks(60), folder, ".svg", settings, size="800x600").files
    assert write_folder(networks(60), folder, ".svg", settings, size="800x600").files == many
    (folder / "notat.svg").write_bytes(b"mine")
    fewer = write_folder(networks(4), folder, ".svg", settings, size="800x600")
    [one] = fewer.files
    gone = ", ".join(Path(name).name for name in many[1:])
    assert f"earlier parts of the picture are removed: {gone}" in str(fewer.remarks[-1])
    assert sorted(path.name for path in folder.iterdir()) == [Path(one).name, "notat.svg"]
    Path(many[-1]).write_bytes(b"mine")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(GraphtoolError, match="did not write the file as it is"):
        write_folder(networks(60), folder, ".svg", settings, size="800x600")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf", ".pptx"])
def test_in_a_folder_no_file_of_somebody_elses_is_written_over(suffix, tmp_path):
    """Whoever names a folder has not named the files in it."""
    settings = Settings(views=("matrix",), told=())
    [name] = write_folder(networks(4), tmp_path, suffix, settings).files
    assert write_folder(networks(5), tmp_path, suffix, settings).files == (name,)
    if suffix == ".pptx":
        pptx.Presentation(name).save(name)  # as another program does
    else:
        Path(name).write_bytes(Path(name).read_bytes()[:-1] + b"!")
    mine = Path(name).read_bytes()
    with pytest.raises(GraphtoolError, match="did not write the file as it is; move it, or choose"):
        write_folder(networks(4), tmp_path, suffix, settings)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [mine]
    write(networks(4), Path(name), settings)  # asked for by its name
    assert Path(name).read_bytes() != mine


def test_of_a_matrix_with_very_many_parts_one_picture_is_made(tmp_path):
    made = write(networks(400), tmp_path / "m.svg", Settings(views=("matrix",), told=()))
    assert made.files == (str(tmp_path / "m.svg"),)
    assert "den fylteste av" in made.remarks[0].in_("nb")


@pytest.mark.parametrize("size", ["16:9", "A4"])
def test_names_of_kristiansands_matrix_are_read_without_effort(size):
    """Over 6 points, beside and under each other, and no relation of the legend is cut."""
    made = build(region("kristiansandsregionen"), Settings(views=("matrix",), told=()))
    pages = shot(made, size=size).drawn(is_paged=True)
    assert len(pages) > 1
    assert all(page.letters * POINT >= READABLE for page in pages)
    for page in pages:
        legend = [each.text for each in page.items if isinstance(each, Words) and not each.turned]
        assert not [text for text in legend if text.startswith("er avhengig") and "…" in text]


def test_a_municipality_that_is_row_and_column_keeps_its_signs_in_every_part():
    """Each depends on the next: the signs stand one beside the diagonal."""
    nodes = [{"id": f"k{n:02}", "kind": "Municipality", "name": f"By {n}"} for n in range(70)]
    nodes += [{"id": f"m{n:02}", "kind": "Measure", "name": f"Tiltak {n}"} for n in range(70)]
    edges = [
        {"source": f"k{n:02}", "relation": "OWNS", "target": f"m{n:02}"} for n in range(70)
    ] + [
        {"source": f"m{n:02}", "relation": "DEPENDS_ON", "target": f"m{n + 1:02}"}
        for n in range(69)
    ]
    made = of(PlanGraph.from_tables(nodes, edges), views=("matrix",))
    scene = made.excerpt.scene
    found = tiling.parts(made.excerpt, Box(0, 0, 900, 600))
    assert len(found) > 2
    drawn_ = [line.key for part in found for line in part.excerpt.lines]
    assert sorted(drawn_) == sorted(line.key for line in scene.lines)
    for part in found:
        assert all(part.excerpt.at[line.source].is_row for line in part.excerpt.lines)
        assert all(part.excerpt.at[line.target].head for line in part.excerpt.lines)
        assert zoom(part.excerpt, Box(0, 0, 900, 600)) >= tiling.LEAST


def test_the_turned_names_of_many_columns_lie_apart():
    found = [text for text in texts(svg.text(drawn(networks(40)))) if text.words[:4] == "Nett"]
    assert len(found) == 10
    for one, other in combinations(found, 2):
        assert not one.overlaps(other), (one, other)


def test_names_of_300_letters_are_cut_and_stand_whole_in_the_list():
    graph = PlanGraph.from_tables(
        [
            {"id": "a", "kind": "Municipality", "name": LONG + "A"},
            {"id": "b", "kind": "Actor", "name": LONG + "B"},
        ],
        [{"source": "a", "relation": "LEADS", "target": "b"}],
    )
    picture = drawn(graph)
    whole = {normalised(LONG + "A"), normalised(LONG + "B")}
    assert {one.name for one in picture.numbered} == whole
    assert any(isinstance(each, Words) and each.turned for each in picture.items)


def test_names_from_the_right_stand_in_every_format():
    graph = PlanGraph.from_tables(
        [
            {"id": "a", "kind": "Municipality", "name": "חיפה"},
            {"id": "b", "kind": "Actor", "name": "الشبكة"},
        ],
        [{"source": "a", "relation": "MEMBER_OF", "target": "b"}],
    )
    shot = of(graph, views=("matrix",))
    assert "חיפה" in svg.text(shot.drawn()[0])
    for written in (pdf.written, png.written):
        file = written([shot])
        assert len(file.data) > 1000
        assert not file.remarks


def test_the_same_sign_means_the_same_in_three_languages():
    graph = networks(6)
    for language, letter in (("nb", "M"), ("nn", "M"), ("en", "M")):
        picture = drawn(graph, lang=language)
        letters = [
            each for each in picture.items if isinstance(each, Words) and each.text == letter
        ]
        assert len(letters) == graph.edge_count + 1  # and that of the legend
