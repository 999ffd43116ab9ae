"""`graphtool map -o map.svg` and its kin: the suffix decides; what cannot be is one clear line."""

from __future__ import annotations

from pathlib import Path

import pptx
import pypdf
import pytest

pytestmark = pytest.mark.usefixtures("english")
OLD = b"last year's"
DATA = Path(__file__).parents[2] / "data" / "kongsbergregionen"
STORY = """[[step]]
title = "Hvem samarbeider?"
text = "De sju kommunene."
view = "collaboration"
node = "kongsberg"

[[step]]
title = "Hvem svarer?"
view = "ownership"
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Two municipalities that work together, and a goal."""
    folder = tmp_path / "region"
    folder.mkdir()
    (folder / "municipalities.csv").write_text(
        "id,name\nkongsberg,Kongsberg\ntinn,Tinn\n", encoding="utf-8"
    )
    (folder / "goals.csv").write_text("id,name,owner\nvekst,Vekst,tinn\n", encoding="utf-8")
    (folder / "relations.csv").write_text(
        "source,relation,target\nkongsberg,COLLABORATES_WITH,tinn\n", encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize(
    ("name", "starts"),
    [("m.svg", b"<?xml"), ("m.png", b"\x89PNG"), ("m.PDF", b"%PDF"), ("m.pptx", b"PK")],
)
def test_the_suffix_decides(run, small, tmp_path, name, starts):
    said = run("map", small, "-o", tmp_path / name)
    assert said.code == 0, said.err
    assert (tmp_path / name).read_bytes().startswith(starts)
    assert f"{name}: 3 nodes and 2 relations" in said.err


@pytest.mark.parametrize("name", ["m.html", "m.png"])
def test_what_is_left_out_for_one_municipality_is_said(run, small, tmp_path, name):
    (small / "actors.csv").write_text("id,name\nnve,NVE\n", encoding="utf-8")
    said = run("map", small, "-o", tmp_path / name, "--municipality", "Tinn")
    assert (
        "only what concerns Tinn, what that is part of, and who answers for it: 2 of 4 nodes, and"
        " in views of collaboration and dependencies the other party too; the rest is left out"
        in said.err
    )


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("m.svg --dpi 300", ["--dpi", ".svg has no dots"]),
        ("m.pdf --dpi 300", [".png"]),
        ("m.html --size A4", ["--size is for pictures"]),
        ("m.png --size A5", ["'A5'", "16:9, A4, A3"]),
        ("m.png --size 10x10", ["200 to 20000"]),
        ("m.png --size A3 --dpi 1200", ["too large", "--dpi 880"]),
        ("m.pptx --size A4", ["16:9"]),
        ("m.gif", ["'.gif'", ".svg"]),
        ("bilder", ["--format"]),
        ("m.svg --format png", ["--format is for a folder"]),
        ("m.png --view overview --view ownership", ["several views", ".pdf"]),
        ("borte/m.svg", ["there is no folder"]),
        ("m.svg --view chain --kinds Project", ["no nodes to show"]),
    ],
)
def test_what_cannot_be_drawn_is_one_line_and_the_old_file_stays(
    run, small, tmp_path, asked, words
):
    output, *options = asked.split()
    old = tmp_path / output
    if old.parent.is_dir() and old.suffix:
        old.write_bytes(OLD)
    said = run("map", small, "-o", old, *options)
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1, said.err
    for word in words:
        assert word in said.err
    assert not old.exists() or old.read_bytes() == OLD


def test_nothing_is_written_over_or_into_the_source(run, small):
    before = sorted(path.name for path in small.iterdir())
    for words in (["-o", small, "--format", "svg"], ["-o", small / "x", "--format", "svg"]):
        said = run("map", small, *words)
        assert said.code == 2
        assert "a dataset cannot be written over" in said.err
    assert sorted(path.name for path in small.iterdir()) == before


def test_a_story_is_a_page_or_a_file_a_step(run, small, tmp_path):
    story = tmp_path / "story.toml"
    story.write_text(STORY, encoding="utf-8")
    said = run("map", small, "-o", tmp_path / "m.pdf", "--story", story)
    assert said.code == 0, said.err
    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "m.pdf").pages]
    assert len(pages) == 2
    assert "De sju kommunene." in pages[0]
    said = run("map", small, "-o", tmp_path / "steg", "--format", "svg", "--story", story)
    assert said.code == 0, said.err
    files = sorted(path.name for path in (tmp_path / "steg").iterdir())
    assert files == ["region-01-hvem-samarbeider.svg", "region-02-hvem-svarer.svg"]


def test_a_story_that_names_an_unknown_node_writes_nothing(run, small, tmp_path):
    story = tmp_path / "story.toml"
    story.write_text(STORY.replace('"kongsberg"', '"kongsbrg"'), encoding="utf-8")
    said = run("map", small, "-o", tmp_path / "m.pdf", "--story", story)
    assert said.code == 2
    assert "step 1: node" in said.err
    assert not (tmp_path / "m.pdf").exists()


def test_slides_of_a_view_and_of_a_story(run, small, tmp_path):
    story = tmp_path / "story.toml"
    story.write_text(STORY, encoding="utf-8")
    said = run("slides", small, "-o", tmp_path / "d.pptx", "--view", "collaboration")
    assert "1 slide\n  region – Collaboration" in said.err
    said = run("slides", small, "-o", tmp_path / "d.pptx", "--story", story)
    assert "2 slides\n  Hvem samarbeider?\n  Hvem svarer?" in said.err
    said = run("slides", small, "-o", tmp_path / "d.pptx", "--story", story, "--view", "chain")
    assert said.code == 2
    assert "choose one of them" in said.err


def test_a_space_at_which_no_line_ends_is_a_space_on_a_terminal(run, tmp_path):
    said = run("slides", DATA, "-o", tmp_path / "d.pptx", "--view", "ownership")
    assert "Under “Kunnskapsutvikling”: 4 strategies, 4 goals and 15 measures" in said.err


def test_each_slide_that_is_made_is_told(run, small, tmp_path):
    goals = [f"vekst{n},Vekst {n},{'tinn' if n % 2 else 'kongsberg'}" for n in range(40)]
    (small / "goals.csv").write_text("\n".join(["id,name,owner", *goals]), encoding="utf-8")
    deck = tmp_path / "d.pptx"
    said = run("slides", small, "-o", deck, "--view", "matrix")
    made = pptx.Presentation(str(deck)).slides
    assert len(made) > 1
    told = [f"  {slide.shapes.title.text}" for slide in made]
    assert said.err.splitlines() == [f"{deck}: {len(made)} slides", *told]
