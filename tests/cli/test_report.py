"""`graphtool report SOURCE`: a folder, one file, or the browser; from an empty template too."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import click
import openpyxl
import pytest


def fill(sheet: Any, rows: list[dict[str, str]]) -> None:
    """Writes rows under the sheet's headings, in place of its example."""
    for cell in sheet[2]:
        cell.value = None
    at = {cell.value: cell.column for cell in sheet[1]}
    for number, row in enumerate(rows, start=2):
        for name, value in row.items():
            sheet.cell(number, at[name], value or None)


def test_without_a_place_it_opens_in_the_browser(run, small, monkeypatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    assert run("report", small).code == 0
    assert run("report", small, "--single-file").code == 0
    pages = [Path(unquote(urlsplit(address).path)) for address in opened]
    assert [page.name for page in pages] == ["index.html", "report.html"]
    assert all(page.is_file() for page in pages)


def test_a_name_that_ends_in_html_is_one_file(run, small, tmp_path) -> None:
    said = run("report", small, "-o", tmp_path / "møte.html", "--lang", "nb")
    assert said.code == 0
    assert "møte.html: " in said.err
    assert (tmp_path / "møte.html").is_file()


@pytest.mark.usefixtures("english")
def test_one_file_is_no_folder_and_a_day_needs_another(run, small, tmp_path) -> None:
    said = run("report", small, "--single-file", "-o", tmp_path / "report")
    assert said.code == 2
    assert ".html" in said.err
    said = run("report", small, "--compare", "2015")
    assert said.code == 2
    assert "--compare with a day needs --as-of" in said.err
    said = run("report", small, "--compare", tmp_path / "gone.xlsx")
    assert said.code == 2
    assert not list(tmp_path.glob("report*"))


@pytest.mark.usefixtures("english")
def test_no_folder_is_called_like_a_document(run, small, tmp_path) -> None:
    said = run("report", small, "-o", tmp_path / "møte.pdf")
    assert said.code == 2
    assert "known are .html, .htm, or a folder, whose name has no suffix" in said.err
    assert not list(tmp_path.glob("møte*"))


def test_a_newcomer_gets_from_the_template_to_the_report_within_a_minute(run, tmp_path) -> None:
    plan, before = tmp_path / "plan.xlsx", time.process_time()
    assert run("template", "-o", plan, "--lang", "nb").code == 0
    book = openpyxl.load_workbook(plan)
    fill(book["Kommuner"], [{"Navn": "Tinn"}])
    goals = [{"Navn": f"Mål {at}", "Ansvarlig": "Tinn" if at else ""} for at in range(4)]
    fill(book["Mål"], goals)
    measures = [
        {"Navn": f"Tiltak {at}", "Ansvarlig": "Tinn" if at % 5 else "", "Del av": f"Mål {at % 4}"}
        for at in range(26)
    ]
    fill(book["Tiltak"], measures)
    book.save(plan)
    said = run("report", plan, "-o", tmp_path / "møte", "--lang", "nb")
    assert said.code == 0, said.err
    page = (tmp_path / "møte" / "index.html").read_text(encoding="utf-8")
    assert "Ett av 4 mål står uten noen som svarer for det: «Mål 0»" in page
    assert time.process_time() - before < 60
