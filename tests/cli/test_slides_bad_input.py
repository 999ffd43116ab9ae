"""`graphtool slides` and what it cannot do: one clear line, exit code 2, the old file as it was."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pptx
import pytest

pytestmark = pytest.mark.usefixtures("english")

OLD = "the slides of last year"
MACRO = "application/vnd.ms-office.vbaProject"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Slides that are there already."""
    path = tmp_path / "deck.pptx"
    path.write_text(OLD, encoding="utf-8")
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A region, and nothing else."""
    path = tmp_path / "tom"
    path.mkdir()
    (path / "regions.csv").write_text("id,name\nr,Tomt\n", encoding="utf-8")
    return path


def refused(said, old: Path, *words: str) -> None:
    """Exit code 2, one line that says these words, nothing written."""
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1, said.err
    assert all(word in said.err for word in words), said.err
    assert old.read_text(encoding="utf-8") == OLD


def test_a_graph_with_nothing_to_show_is_refused(run, empty, old):
    refused(run("slides", empty, "-o", old), old, "nothing that slides could show")


def test_a_day_on_which_nothing_is_there_is_refused(run, tmp_path, old):
    path = tmp_path / "sen"
    path.mkdir()
    (path / "goals.csv").write_text("id,name,valid_from\ng,Vekst,2030\n", encoding="utf-8")
    refused(run("slides", path, "-o", old, "--as-of", "2001"), old, "holds no node as of 2001")


@pytest.mark.parametrize(("name", "word"), [("deck.ppt", "'.ppt'"), ("deck", "no suffix")])
def test_another_suffix_is_answered_before_anything_is_read(run, old, name, word):
    said = run("slides", "there is no such source", "-o", old.with_name(name))
    refused(said, old, word, ".pptx")


def test_an_unknown_query_is_answered_with_the_nearest(run, kongsberg, old):
    said = run("slides", kongsberg, "-o", old, "--query", "orphaned-gaols")
    refused(said, old, "orphaned-gaols", "'orphaned-goals'")


def test_append_adds_to_the_deck_itself_and_has_no_other_template(run, kongsberg, tmp_path):
    deck = tmp_path / "styre.pptx"
    run("slides", kongsberg, "-o", deck, "--view", "matrix")
    before = deck.read_bytes()
    said = run("slides", kongsberg, "--append", deck, "--template", deck)
    assert said.code == 2
    assert "this command reads" in said.err
    other = deck.with_name("mal.pptx")
    other.write_bytes(before)
    said = run("slides", kongsberg, "--append", deck, "--template", other)
    assert (said.code, deck.read_bytes()) == (2, before)
    assert "leave --template out" in said.err
    assert run("slides", kongsberg, "--append", deck, "--view", "matrix").code == 0
    assert len(pptx.Presentation(str(deck)).slides) == 2 * 2


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--compare", "2010"], ["--as-of"]),
        (["--compare", "2014", "--as-of", "2010"], ["swap the two"]),
        (["--compare", "borte"], ["no such file or folder"]),
        (["--compare", "2010", "--as-of", "2014", "--view", "matrix"], ["for the whole deck"]),
    ],
)
def test_what_it_cannot_be_compared_with_is_told(run, kongsberg, old, more, words):
    refused(run("slides", kongsberg, "-o", old, *more), old, *words)


def test_a_folder_that_is_not_there_is_told(run, kongsberg, old):
    refused(
        run("slides", kongsberg, "-o", old.parent / "borte" / "deck.pptx"), old, "make it first"
    )


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def presentation() -> bytes:
    out = io.BytesIO()
    pptx.Presentation().save(out)
    return out.getvalue()


def with_macros() -> bytes:
    out = io.BytesIO(presentation())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("ppt/vbaProject.bin", b"macro")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "is no PowerPoint presentation"),
        (b"%PDF-1.7", "is no PowerPoint presentation"),
        (zipped(a=b"b"), "is no PowerPoint presentation"),
        (presentation()[:9000], "is no PowerPoint presentation"),
        (with_macros(), "holds macros"),
    ],
    ids=["empty", "a PDF", "another archive", "half a file", "macros"],
)
def test_a_template_that_is_none_is_refused(run, kongsberg, old, content, word):
    template = old.with_name("mal.pptx")
    template.write_bytes(content)
    refused(run("slides", kongsberg, "-o", old, "--template", template), old, "mal.pptx", word)


@pytest.mark.parametrize("asked", [("-o", "deck.pptx", "--template"), ("--append",)])
def test_a_template_that_would_fill_the_memory_is_refused_before_it_is_unpacked(
    run, kongsberg, tmp_path, asked
):
    bomb = tmp_path / "bombe.pptx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/presentation.xml", bytes(257 << 20))
    asked = [tmp_path / each if each.endswith("pptx") else each for each in asked]
    said = run("slides", kongsberg, *asked, bomb)
    assert (said.code, "bombe.pptx: would unpack to 257 MiB" in said.err) == (2, True)


def test_a_template_is_never_written_over(run, kongsberg, tmp_path):
    template = tmp_path / "mal.pptx"
    before = presentation()  # once: a zip holds the time when it was made
    template.write_bytes(before)
    said = run("slides", kongsberg, "-o", template, "--template", template)
    assert said.code == 2
    assert template.read_bytes() == before


def test_a_missing_template_is_told(run, kongsberg, tmp_path, old):
    said = run("slides", kongsberg, "-o", old, "--template", tmp_path / "borte.pptx")
    refused(said, old, "borte.pptx", "cannot be read")


def test_what_would_be_in_vain_is_told_before_there_is_anything_to_wait_for(run, empty, old):
    refused(run("slides", "borte", "-o", old.parent / "ny" / "deck.pptx"), old, "make it first")
    template = old.with_name("mal.pptx")
    template.write_bytes(b"")
    said = run("slides", empty, "-o", old, "--template", template)
    refused(said, old, "mal.pptx", "is no PowerPoint presentation")


def test_what_is_said_of_a_day_without_another_works_as_it_is_written(run, small, tmp_path):
    deck = tmp_path / "deck.pptx"
    said = run("slides", small, "--compare", "2010", "-o", deck)
    assert said.code == 2
    advice = said.err.strip().split(": ")[-1].split()
    assert advice[:3] == ["--compare", "2010", "--as-of"]
    assert run("slides", small, *advice, "-o", deck).code == 0
