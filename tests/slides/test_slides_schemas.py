"""What PowerPoint is strict about: every part of every deck is as ECMA-376 allows."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from graphtool import formats, slides
from graphtool.maps import Settings, excerpt
from graphtool.maps.build import build
from graphtool.slides.build import Shown, of_map
from graphtool.slides.writing.file import written
from tests.slides import graphs
from tests.slides.conftest import DATA, GRAPHS, deck
from tests.slides.schemas.checking import Checked, checked

TRIED = tuple(GRAPHS)
SPOILT = {
    "a fraction": (b' cx="', b' cx="0.5'),
    "a name that is none": (b"<p:cSld", b"<p:cSlide"),
    "an element in the wrong place": (b"<p:nvSpPr>", b"<p:spPr/><p:nvSpPr>"),
}
"""A part's bytes, and what they are made into, the first time they stand there."""


def matrix() -> bytes:
    graph = formats.read(DATA / "kristiansandsregionen").graph
    made = build(graph, Settings(views=("matrix", "chain"), told=()))
    return written(of_map(made, [Shown(excerpt.whole(scene)) for scene in made.scenes]))


def spoilt(data: Path, into: Path, before: bytes, after: bytes) -> Path:
    """The deck with its second slide made wrong."""
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(into, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "ppt/slides/slide2.xml":
                assert before in part
                part = part.replace(before, after, 1)
                if before == b"<p:cSld":
                    part = part.replace(b"</p:cSld>", b"</p:cSlide>")
            new.writestr(name, part)
    return into


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """All decks in one run of Java."""
    folder = tmp_path_factory.mktemp("schemas")
    files = [folder / f"{name.replace(' ', '-')}.pptx" for name in TRIED]
    for name, path in zip(TRIED, files, strict=True):
        path.write_bytes(deck(name))
    (folder / "matrix.pptx").write_bytes(matrix())
    (folder / "added.pptx").write_bytes(deck("one goal"))
    slides.write(graphs.answered(), folder / "added.pptx", onto=folder / "added.pptx")
    spoils = [
        spoilt(files[0], folder / f"spoilt-{name.replace(' ', '-')}.pptx", *how)
        for name, how in SPOILT.items()
    ]
    return checked([*files, folder / "matrix.pptx", folder / "added.pptx", *spoils])


def test_no_part_of_any_deck_is_against_the_schemas(found: Checked):
    assert [line for line in found.errors if not line.startswith("spoilt-")] == []
    # Slides, notes, layouts, masters, themes, what the presentation says of itself.
    assert found.parts > 20 * len(TRIED)


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_wrong_is_found(found: Checked, name: str):
    file = f"spoilt-{name.replace(' ', '-')}.pptx"
    assert any(line.startswith(f"{file} ppt/slides/slide2.xml") for line in found.errors)
