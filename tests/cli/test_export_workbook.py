"""A workbook that is exported: the data in her words, to be edited and read again, and answers."""

from __future__ import annotations

import json
import shutil

import openpyxl
import pytest
from click.testing import CliRunner

from graphtool import formats, queries
from graphtool.cli import group
from tests.office import saved_again

PLAN = "Mål;Ansvarlig\nVekst;Rollag kommune\nBolyst;\n"


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """A workbook that nobody may change."""
    folder = tmp_path_factory.mktemp("exported")
    (folder / "plan.csv").write_text(PLAN, encoding="utf-8")
    words = ["export", str(folder / "plan.csv"), str(folder / "ut.xlsx"), "--lang", "nb"]
    assert CliRunner().invoke(group, words).exit_code == 0
    return folder / "ut.xlsx"


@pytest.fixture(scope="module")
def read(exported):
    return openpyxl.load_workbook(exported)


@pytest.fixture
def book(exported, tmp_path):
    """One of one's own."""
    return shutil.copy2(exported, tmp_path / "ut.xlsx")


def column(sheet, heading: str) -> list[object]:
    headings = [cell.value for cell in sheet[1]]
    return [row[headings.index(heading)].value for row in sheet.iter_rows(min_row=2)]


def test_who_answers_for_a_goal_stands_in_the_goals_own_row(read):
    goals = read["Mål"]
    assert dict(zip(column(goals, "Navn"), column(goals, "Ansvarlig"), strict=True)) == {
        "Vekst": "Rollag",
        "Bolyst": None,
    }


def test_every_answer_has_its_sheet_and_a_link_to_it(read):
    asked = {name for name, query in queries.QUERIES.items() if not query.needs}
    assert asked <= set(read.sheetnames)
    links = {cell.hyperlink.location for cell in read["Innhold"]["A"]}
    assert links == {f"'{name}'!A1" for name in asked}
    orphans = read["orphaned-goals"]
    assert column(orphans, "navn") == ["Bolyst"]
    assert orphans.freeze_panes == "A2"
    assert orphans.auto_filter.ref.startswith("A1:")


def test_a_sheet_is_printed_as_wide_as_a_page_under_its_headings(read):
    for sheet in read.worksheets:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert read["Mål"].print_title_rows == read["orphaned-goals"].print_title_rows == "$1:$1"


@pytest.mark.parametrize("is_saved_again", [False, True], ids=["as written", "saved again"])
def test_it_reads_back_as_the_same_graph_the_answers_passed_over(book, plan, is_saved_again):
    before = formats.read(plan).graph
    reading, problems, _ = formats.examine(saved_again(book) if is_saved_again else book)
    assert problems == []
    assert reading.graph.nodes["id"].tolist() == before.nodes["id"].tolist()
    assert reading.graph.edge_count == before.edge_count == 1


def test_an_edit_is_all_that_has_changed(run, book, plan):
    edited = openpyxl.load_workbook(book)
    assert [edited["Mål"][at].value for at in ("A2", "C1", "C2")] == ["Bolyst", "Ansvarlig", None]
    edited["Mål"]["C2"] = "Rollag"
    edited.save(book)
    said = json.loads(run("changes", "owners", plan, book, "--format", "json").out)
    changed = {(row["change"], row["name"], row["before"]) for row in said["rows"]}
    assert changed == {
        ("added", "Bolyst; RESPONSIBLE_FOR; Rollag", None),
        ("gone", "Bolyst", "Goal; none"),
    }


def test_what_another_program_has_saved_is_not_written_over(run, book, plan):
    assert run("export", plan, book, "--lang", "nb").code == 0  # untouched: written anew
    edited = openpyxl.load_workbook(book)
    edited["Mål"]["C2"] = "Rollag"
    edited.save(book)
    before = book.read_bytes()
    refused = run("export", plan, book, "--lang", "en")
    assert (refused.code, book.read_bytes()) == (2, before)
    assert "was saved by another program" in refused.err


def test_answers_are_not_taken_for_data(run, plan, tmp_path):
    answer = tmp_path / "svar" / "owners.xlsx"
    answer.parent.mkdir()
    assert run("query", "owners", plan, "-o", answer).code == 0
    refused = run("query", "owners", answer, "--lang", "en")
    assert refused.code == 2
    assert "holds answers written by graphtool" in refused.err
    (answer.parent / "plan.csv").write_text(PLAN, encoding="utf-8")
    checked = run("check", answer.parent, "--lang", "en")
    assert checked.code == 1
    assert "owners.xlsx: holds answers written by graphtool" in checked.out + checked.err


def test_many_nodes_are_written_without_answers_and_that_is_said(run, tmp_path):
    many = tmp_path / "many.csv"
    many.write_text(
        "Mål;Merknad\n" + "".join(f"Mål {at};\n" for at in range(2_001)), encoding="utf-8"
    )
    said = run("export", many, tmp_path / "ut.xlsx", "--lang", "en")
    assert said.code == 0
    assert "the answers are left out" in said.err
    assert "owners" not in openpyxl.load_workbook(tmp_path / "ut.xlsx", read_only=True).sheetnames
