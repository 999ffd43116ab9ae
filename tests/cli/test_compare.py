"""`graphtool compare OLD [NEW]`: what changed, as rows, workbook, slides and map."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from pptx import Presentation

from tests.cli.conftest import DATA

REGION = DATA / "kristiansandsregionen"
HEAD = "Kommune;Mål;Tiltak;Ansvarlig;Frist\n"


@pytest.fixture
def plans(tmp_path: Path) -> tuple[Path, Path]:
    """Last year's plan and this year's: another answers for Vekst, and Ro is left out."""
    made = []
    for name, rows in (
        ("old", "Tinn;Vekst;Buss;Tinn kommune;2027\nTinn;Ro;Benk;Tinn kommune;2027\n"),
        ("new", "Tinn;Vekst;Buss;Hjartdal kommune;2027\n"),
    ):
        made.append(tmp_path / f"{name}.csv")
        made[-1].write_text(HEAD + rows, encoding="utf-8")
    return made[0], made[1]


def test_two_workbooks_are_compared(run, plans) -> None:
    said = run("compare", *plans, "--format", "json", "--lang", "nb")
    assert said.code == 0
    found = json.loads(said.out)
    told = {(row["change"], row["name"]) for row in found["rows"]}
    assert {("gone", "Ro"), ("gone", "Benk"), ("owner", "Buss")} <= told
    assert found["notes"][0].startswith("Fra old til new: ")


def test_two_days_of_a_region_say_what_the_merger_did(run) -> None:
    said = run(
        "compare", REGION, "--from", "2015", "--to", "2021", "--format", "csv", "--lang", "en"
    )
    assert "From 2015 to 2021: " in said.err
    changed = "Who answers has changed for: “Lokal tiltaksplan, Songdalen” (before: Songdalen, now:"
    assert changed in said.err
    rows = said.out.splitlines()
    assert rows[0] == "node,change,kind,name,what,before,after,document,line,quote"
    assert any(row.startswith("songdalen,gone,Municipality,Songdalen") for row in rows)


def test_a_day_compared_with_itself_says_once_what_has_no_date(run) -> None:
    said = run("compare", REGION, "--from", "2015", "--to", "2015", "--format", "json")
    notes = json.loads(said.out)["notes"]
    assert len(notes) == len(set(notes)) == 2


def test_it_becomes_a_workbook_slides_and_a_map(run, plans, tmp_path) -> None:
    for name in ("c.xlsx", "c.pptx", "c.html", "c.svg"):
        assert run("compare", *plans, "-o", tmp_path / name, "--lang", "nb").code == 0
    book = openpyxl.load_workbook(tmp_path / "c.xlsx")
    assert ("borte", "mål", "Ro") in {
        row[1:4] for row in book["compare"].iter_rows(values_only=True)
    }
    slides = Presentation(tmp_path / "c.pptx").slides
    words = "\n".join(
        shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame
    )
    assert "Hvem som svarer, er endret for: «Buss»" in words
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    gone = [cell.text for table in tables for row in table.rows for cell in row.cells]
    assert {"Ro", "Benk", "Buss"} <= set(gone)
    assert '"Ro"' in (tmp_path / "c.html").read_text(encoding="utf-8")  # as what is gone


def test_people_can_be_left_out_of_whatever_is_written(run, tmp_path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, people in ((old, "kari,Kari Nordmann,person\n"), (new, "")):
        folder.mkdir()
        (folder / "actors.csv").write_text(
            f"id,name,subkind\nskei,Skei,\n{people}", encoding="utf-8"
        )
    wishes = ("compare", old, new, "--hide-persons", "--lang", "nb")
    shown = run(*wishes)
    said = [shown.out, shown.err]
    for name in ("c.csv", "c.html", "c.svg", "c.pptx"):
        found = run(*wishes, "-o", tmp_path / name)
        assert found.code == 0, found.err
        said += [found.out, found.err]
    said += [(tmp_path / name).read_text(encoding="utf-8") for name in ("c.csv", "c.html", "c.svg")]
    slides = Presentation(tmp_path / "c.pptx").slides
    said += [etree.tostring(slide._element, encoding="unicode") for slide in slides]
    assert [name for name in said if "Nordmann" in name] == []
    assert "Borte: 1 aktør («[navn utelatt]»)." in shown.out + shown.err
    assert sum("[navn utelatt]" in words for words in said) >= 5


def test_of_the_same_data_nothing_changed_and_that_is_a_slide_too(run, plans, tmp_path) -> None:
    old, _ = plans
    shutil.copy(old, tmp_path / "again.csv")
    said = run("compare", old, tmp_path / "again.csv", "-o", tmp_path / "c.pptx", "--lang", "nb")
    assert said.code == 0
    assert "Fra old til again er ingenting endret." in said.err


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "name another dataset, or two days"),
        (("--from", "2021", "--to", "2015"), "--from 2021 is after --to 2015; swap the two"),
        (("--from", "yesterday"), "yesterday"),
        (("--from", "2015", "-o", "c.docx"), ".docx"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_line(run, words, why) -> None:
    said = run("compare", REGION, *words)
    assert (said.code, said.out) == (2, "")
    assert why in said.err
    assert len(said.err.strip().splitlines()) <= 4


@pytest.mark.usefixtures("english")
def test_a_map_of_a_municipality_that_only_the_old_data_know_is_made_and_said(
    run, tmp_path
) -> None:
    head = "source,relation,target\n"
    for name, towns in (("old", ("nes", "vik")), ("new", ("nes",))):
        folder = tmp_path / name
        folder.mkdir()
        files = {
            "municipalities": "id,name\n" + "".join(f"{town},{town}\n" for town in towns),
            "projects": "id,name\nk,Kurs\n",
            "relations": head + "".join(f"{town},PARTICIPATES_IN,k\n" for town in towns),
        }
        for sheet, text in files.items():
            (folder / f"{sheet}.csv").write_text(text, encoding="utf-8")
    made = tmp_path / "m.html"
    said = run(
        "map", tmp_path / "new", "--compare", tmp_path / "old", "--municipality", "vik", "-o", made
    )
    assert said.code == 0
    assert "only what concerns vik" in said.err
    assert made.exists()


@pytest.mark.usefixtures("english")
def test_neither_of_the_two_is_written_over(run, plans) -> None:
    old, new = plans
    before = new.read_bytes()
    assert run("compare", old, new, "-o", new).code == 2
    assert new.read_bytes() == before
