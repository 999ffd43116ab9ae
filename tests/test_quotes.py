"""Whether every quote stands in its line of its document."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pandas as pd
import pytest

from graphtool import quotes
from graphtool.errors import SourceNotFound
from graphtool.graph.checker import FILE, ROW

TEXT = "Næringsnettverket\nKommunane har ansvar\nlike eins\nlike eins\n"


def checked(folder: Path, *cited: tuple[str, int, str], file: str = "plan.txt") -> quotes.Checked:
    rows = [
        {"document": document, "line": line, "quote": quote, FILE: "goals.csv", ROW: at}
        for at, (document, line, quote) in enumerate(cited, start=2)
    ]
    listed = pd.DataFrame({"id": ["plan"], "file": [file]})
    return quotes.check(pd.DataFrame(rows), listed, [folder])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        (1, "Næringsnettverket"),
        (2, "har ansvar"),
        (2, "Kommunane"),
        (4, "like eins"),
        (1, unicodedata.normalize("NFD", "Næringsnettverket")),
    ],
)
def test_a_quote_that_stands_in_its_line(folder, line, quote):
    assert checked(folder, ("plan", line, quote)) == quotes.Checked([], 1, {})


@pytest.mark.parametrize(
    ("line", "quote", "said"),
    [
        (1, "har ansvar", "does not stand in plan:1; it stands in line 2"),
        (2, "hadde ansvar", "does not stand in plan:2; it stands nowhere in it"),
        (2, "har Ansvar", "it stands nowhere in it"),  # verbatim
        (9, "Næringsnettverket", "plan:9 (the document has 4 lines); it stands in line 1"),
        (2, "ansvar\nlike", "it stands nowhere in it"),  # one line, not two
        (0, "borte", "does not stand in plan; it stands nowhere in it"),
    ],
)
def test_a_quote_that_does_not(folder, line, quote, said):
    (problem,) = checked(folder, ("plan", line, quote)).problems
    assert said in problem.message
    assert (problem.severity, problem.file, problem.row) == ("error", "goals.csv", 2)


def test_a_quote_without_a_line_may_stand_anywhere(folder):
    assert checked(folder, ("plan", 0, "like eins")).problems == []


def test_every_wrong_quote_is_reported_at_once(folder):
    found = checked(folder, ("plan", 1, "a-b-c"), ("plan", 2, "har ansvar"), ("plan", 3, "d-e-f"))
    assert [problem.row for problem in found.problems] == [2, 4]
    assert found.quotes == 3


def test_a_document_that_is_elsewhere_is_named_and_its_quotes_not_judged(folder):
    found = checked(folder, ("plan", 1, "Næringsnettverket"), ("brev", 3, "x"), ("brev", 4, "y"))
    assert found == quotes.Checked([], 1, {"brev": 2})


def test_what_has_no_quote_or_no_document_is_not_compared(folder):
    assert checked(folder, ("plan", 1, ""), ("", 0, "noe")).quotes == 0


def test_files_are_sought_below_the_folder_and_whatever_form_their_names_letters_have(tmp_path):
    below = tmp_path / "underlag"
    below.mkdir()
    name = "økonomiplan.txt"
    (below / unicodedata.normalize("NFD", name)).write_text(TEXT, encoding="utf-8")
    assert checked(tmp_path, ("plan", 1, "Næringsnettverket"), file=name).problems == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_old_encodings_and_line_ends_are_read(tmp_path, encoding, ending):
    (tmp_path / "plan.txt").write_bytes(TEXT.replace("\n", ending).encode(encoding))
    found = checked(tmp_path, ("plan", 1, "Næringsnettverket"), ("plan", 2, "Kommunane"))
    assert found.problems == []


def test_no_folder_and_a_folder_without_any_of_them(tmp_path):
    with pytest.raises(SourceNotFound, match="there is no such folder of documents"):
        checked(tmp_path / "borte", ("plan", 1, "x"))
    with pytest.raises(SourceNotFound, match="holds none of the documents"):
        checked(tmp_path, ("plan", 1, "x"))
