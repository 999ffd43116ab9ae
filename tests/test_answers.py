"""An answer as JSON, CSV, Markdown and a workbook: what programs read and what people read."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pytest

from graphtool import PlanGraph, answers, engine
from graphtool.graph import examples
from graphtool.language import same
from tests.drawing import drawn

AWKWARD = {
    "comma": "Vei, bane og kai",
    "quotes": 'Målet om «vekst» og "samarbeid"',
    "pipe": "enten | eller",
    "markup": "<b>viktig</b>",
    "formula": "=1+1",
    "backslash": "a\\b",
    "sámi": "Čáhcesuolu",
    "newline": "to\nlinjer",
}


@pytest.fixture(scope="module")
def answer() -> engine.Answer:
    nodes = [{"id": id_, "kind": "Goal", "name": name} for id_, name in AWKWARD.items()]
    return engine.run("orphaned-goals", PlanGraph.from_tables(nodes, name="vanskelige"))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_data_reads_back_as_it_was_in_every_language(answer, language):
    whole = json.loads(answers.as_json(answer, language))
    lines = [json.loads(line) for line in answers.as_ndjson(answer, language).splitlines()]
    rows = list(csv.DictReader(io.StringIO(answers.as_csv(answer, language))))
    assert whole["rows"] == lines == answer.records()
    assert [row["name"] for row in rows] == [row["name"] for row in lines]
    assert {row["name"] for row in rows} == {" ".join(name.split()) for name in AWKWARD.values()}
    assert {row["grade"] for row in rows} == {"none"}  # our words stay what programs know


def test_nothing_is_null_in_json_and_empty_in_csv(answer):
    assert answer.records()[0]["parties"] is None
    (row, *_) = csv.DictReader(io.StringIO(answers.as_csv(answer, "nb")))
    assert row["parties"] == row["line"] == ""


@pytest.mark.parametrize(
    ("language", "nobody", "nothing"),
    [("nb", "ingen", "ingen"), ("nn", "ingen", "inga"), ("en", "nobody", "none")],
)
def test_where_nobody_answers_people_read_that_in_words(answer, language, nobody, nothing):
    fields = [field.name for field in answer.query.fields]
    rows = answers.cells(answer, language)
    assert {row[fields.index("parties")] for row in rows} == {nobody}
    assert {row[fields.index("through")] for row in rows} == {""}
    book = openpyxl.load_workbook(io.BytesIO(answers.as_workbook(answer, language)))
    assert book["orphaned-goals"].cell(2, 1 + fields.index("parties")).value == nobody
    assert book["orphaned-goals"].cell(2, 1 + fields.index("through")).value is None
    assert book["orphaned-goals"].cell(2, 1 + fields.index("measures")).value == 0
    lone = engine.run("owners", drawn("Measure m"))
    (row,) = answers.cells(lone, language)
    names = [field.name for field in lone.query.fields]
    assert row[names.index("party_name")] == nobody
    assert row[names.index("relation")] == nothing
    assert lone.records()[0]["party_name"] is None


def test_markdown_keeps_to_one_line_a_row_and_shows_no_markup(answer):
    lines = answers.as_markdown(answer, "nb").splitlines()
    table = [line for line in lines if line.startswith("|")]
    assert len(table) == 2 + len(AWKWARD)
    text = "\n".join(table)
    assert "enten \\| eller" in text
    assert "&lt;b>viktig" in text
    assert "to linjer" in text
    assert "a\\\\b" in text


def test_in_a_workbook_text_is_text_and_our_words_are_translated(answer):
    book = openpyxl.load_workbook(io.BytesIO(answers.as_workbook(answer, "nn")))
    header, *rows = book["orphaned-goals"].iter_rows()
    assert [cell.value for cell in header][:4] == ["mål-id", "namn", "del av", "grad"]
    assert all(cell.font.bold for cell in header)
    names = {row[1].value: row[1] for row in rows}
    assert names["=1+1"].data_type == "s"
    assert {row[3].value for row in rows} == {"ingen"}
    about = dict(row[:2] for row in book["definisjon"].values)
    assert about["kjelde"] == "vanskelige"
    assert about["orphaned-goals"].startswith("Mål som ingen namngitt part svarer for")
    assert about["definisjon"].startswith("Ein part svarer for eit mål")
    assert about["grad"] == "kor nær nokon er å svare for det"


def test_what_a_workbook_cannot_hold_is_shown_as_such():
    graph = PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": "a\x01b"}])
    book = openpyxl.load_workbook(
        io.BytesIO(answers.as_workbook(engine.run("unconnected", graph), "nb"))
    )
    assert book["unconnected"]["C2"].value == "a\ufffdb"


@pytest.mark.parametrize(
    ("language", "weight"), [("nb", "0,3333"), ("nn", "0,3333"), ("en", "0.3333")]
)
def test_people_read_numbers_as_their_language_writes_them(language, weight):
    graph = drawn("\n".join(["Project p", *(f"Municipality {m}\n{m} SUPPORTS p" for m in "abcd")]))
    answer = engine.run("collaborations", graph)
    assert answers.cells(answer, language)[0][5] == weight
    assert answer.records()[0]["weight"] == pytest.approx(1 / 3)


def test_a_list_that_holds_one_of_our_words_is_read_in_the_language():
    graph = drawn("""
        Municipality a
        Municipality b
        Project p name="Felles vei"
        a SUPPORTS p
        b SUPPORTS p
        a COLLABORATES_WITH b
    """)
    answer = engine.run("collaborations", graph)
    assert answer.records()[0]["shared"] == "Felles vei; COLLABORATES_WITH"
    shared = [field.name for field in answer.query.fields].index("shared")
    assert answers.cells(answer, "nb")[0][shared] == "Felles vei; samarbeider med"


def test_a_shared_rank_is_spelled_out_where_there_is_room_for_it():
    answer = engine.run("centrality", examples.three_in_a_row())
    ends = {row[0]: row[2] for row in answers.shown(answer, "nb").rows}
    assert ends == {"A": "2 (delt av 2)", "B": "1", "C": "2 (delt av 2)"}
    short = {row[0]: row[2] for row in answers.shown(answer, "nb", is_short=True).rows}
    assert short == {"A": "2 =2", "B": "1", "C": "2 =2"}


HOSTILE = ['=HYPERLINK("http://x")', "+1", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)"]


@pytest.fixture(scope="module")
def hostile() -> engine.Answer:
    """Names, quotes, a dataset and a note that begin with what Excel takes for a formula."""
    graph = PlanGraph.from_tables(
        [{"id": f"a{at}", "kind": "Actor", "name": name} for at, name in enumerate(HOSTILE)]
        + [{"id": "p", "kind": "Project", "name": "=p"}],
        [
            {"source": f"a{at}", "relation": "LEADS", "target": "p", "document": "d", "quote": name}
            for at, name in enumerate(HOSTILE)
        ],
        documents=[{"id": "d", "title": "=d"}],
        name="=data",
    )
    answer = engine.run("roles", graph)
    return answer._replace(notes=[*answer.notes, same("=1+1 er først.")])


def test_in_no_sheet_of_a_workbook_is_a_text_a_formula(hostile):
    book = openpyxl.load_workbook(io.BytesIO(answers.as_workbook(hostile, "nb")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {*HOSTILE, "=data", "=1+1 er først."} <= {cell.value for cell in cells}
    assert {cell.coordinate for cell in cells if cell.data_type == "f"} == set()


def test_csv_has_each_cell_as_the_data_have_it(hostile):
    rows = list(csv.DictReader(io.StringIO(answers.as_csv(hostile, "nb"))))
    assert {row["party_name"] for row in rows} == set(HOSTILE)
