"""What a person says of her own sheets is kept beside them, and found again."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphtool import formats
from graphtool.errors import GraphtoolError
from graphtool.recognition import mapping, meanings
from tests.recognition.test_shapes import edges, facts, kept

pytestmark = pytest.mark.usefixtures("english")

ROWS = [
    ["Eining", "Tiltak", "Frist"],
    ["Et notat"],
    ["Tiltak", "Eining", "Kode"],
    ["Fond", "Tinn kommune", "k1"],
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return kept(tmp_path / "plan.xlsx", Plan=ROWS, Gammelt=[["Tiltak", "Eier"], ["Kai", "Tinn"]])


def test_a_heading_a_row_and_a_sheet_are_settled_once_for_all_commands(path: Path, run) -> None:
    said = ("--columns", "Eining=responsible", "--columns", "Kode=not read")
    code, output, _ = run("check", path, *said, "--header-row", "Plan=3", "--sheet", "plan")
    assert code == 0
    assert "Plan: headings in row 3" in output
    assert "Kode → not read" in output
    graph = formats.read(path).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Fond": ["Tinn"]}
    assert facts(graph, "Kode") == {}
    assert "Kai" not in list(graph.nodes["name"])


def test_what_is_said_later_joins_what_was_said(path: Path) -> None:
    formats.settle(path, {"header_rows": {"Plan": 3}})
    formats.settle(path, {"columns": {"Eining": "responsible"}})
    kept = (path.parent / "mapping.toml").read_text(encoding="utf-8")
    assert kept == '[columns]\nEining = "responsible"\n\n[header_rows]\nPlan = 3\n'


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"columns": {"Eining": "respnsible"}}, "Eining: meaning 'respnsible' does not exist; did"),
        ({"header_rows": {"Plan": "tre"}}, "Plan: 'tre' is no number of a row"),
        ({"farger": {}}, "'farger' is nothing that is known; known are sheets, columns, header_r"),
    ],
)
def test_what_cannot_be_meant_is_told_and_nothing_is_kept(path: Path, said, wrong: str) -> None:
    with pytest.raises(GraphtoolError) as error:
        formats.settle(path, said)
    assert str(error.value).startswith(f"mapping.toml: {wrong}")
    assert not (path.parent / "mapping.toml").exists()


@pytest.mark.parametrize("text", ["columns = 3", "sheets = 3", "[columns", "[columns]\na = 3"])
def test_a_mapping_that_somebody_broke_is_one_problem(path: Path, run, text: str) -> None:
    (path.parent / "mapping.toml").write_text(text, encoding="utf-8")
    code, output, _ = run("check", path)
    assert code == 1
    assert "error: mapping.toml: " in output


def test_two_words_are_needed(path: Path, run) -> None:
    assert run("check", path, "--columns", "Eining").code == 2


def test_it_is_settled_from_the_command_line_and_kept(tmp_path: Path, run) -> None:
    path = kept(tmp_path / "m.xlsx", Ark1=[["Source", "Target"], ["Tinn", "USN"]])
    assert run("check", path, "--relation", "Ark1=samarbeid").code == 0
    said = (tmp_path / "mapping.toml").read_text(encoding="utf-8")
    assert said == '[relations]\nArk1 = "COLLABORATES_WITH"\n'
    assert run("check", path, "--relation", "Ark1=kjenner").code == 2


@pytest.mark.parametrize(
    ("lang", "word", "said"),
    [
        ("nb", "ansvarlig", "Tiltak → tiltak; Eining → ansvarlig; Kode → ikke lest"),
        ("nn", "Ansvarleg", "Tiltak → tiltak; Eining → ansvarleg; Kode → ikkje lesen"),
        ("en", "responsible", "Tiltak → Measure; Eining → responsible; Kode → not read"),
    ],
)
def test_meanings_are_said_and_taken_in_the_users_language(
    path: Path, run, lang: str, word: str, said: str
) -> None:
    unread = said.rpartition("→ ")[2]
    asked = ("--columns", f"Eining={word}", "--columns", f"Kode={unread}", "--header-row", "Plan=3")
    code, output, _ = run("check", path, "--lang", lang, *asked)
    assert code == 0
    assert said in output
    kept = (path.parent / "mapping.toml").read_text(encoding="utf-8")
    assert kept.startswith('[columns]\nEining = "responsible"\nKode = "not read"\n')


def test_every_word_that_check_says_of_a_column_is_one_that_it_takes() -> None:
    for meant, one in meanings.by_word().items():
        for called in meanings.label(meant):
            assert mapping.meaning(called).word == one.word, called


def test_a_word_that_is_nearly_one_of_ours_is_asked_about_in_norwegian_too() -> None:
    with pytest.raises(GraphtoolError, match="'ansvarlg' does not exist; did you mean 'ansvarlig'"):
        mapping.meaning("ansvarlg")
