"""Python and notebooks: what is read can be asked, shown and cut, and says what it expected."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

import graphtool
from graphtool import Plan
from graphtool.errors import GraphtoolError, InvalidData, SourceNotFound, UnknownName

DATA = Path(__file__).parents[1] / "data"
NODES = [
    {"id": "v", "kind": "Municipality", "name": "Vennesla"},
    {"id": "g", "kind": "Goal", "name": "<b>Vekst</b>"},
]
OWNS = [{"source": "v", "relation": "OWNS", "target": "g", "valid_from": "2015"}]


@pytest.fixture
def plan() -> Plan:
    return Plan.from_tables(NODES, OWNS)


def test_what_there_is_is_what_is_shown_first():
    assert dir(graphtool) == ["Plan", "PlanGraph", "__version__", "read", "run"]
    assert all(hasattr(graphtool, name) for name in dir(graphtool))


def test_what_is_read_is_the_graph_with_what_was_doubtful_in_it(tmp_path):
    (tmp_path / "goals.csv").write_text("id,name\ng,Vekst\n", encoding="utf-8")
    (tmp_path / "notes.csv").write_text("hva\nfrost\n", encoding="utf-8")
    read = graphtool.read(tmp_path)
    assert read.of_kind("Goal")["name"].tolist() == ["Vekst"]
    assert [problem.file for problem in read.problems] == ["notes.csv"]
    assert [(one.file, one.read, one.unread) for one in read.intake] == [
        ("goals.csv", 1, 0),
        ("notes.csv", 0, 1),
    ]
    assert read == graphtool.formats.read(tmp_path).graph


def test_what_is_asked_says_the_same_as_the_query_does(plan):
    asked = plan.query("owners")
    assert asked.records() == graphtool.run("owners", plan).records()
    assert repr(asked) == "Answer(owners: 1 row, 1 note)"
    assert repr(plan.query("unsourced", as_of="2014")).startswith("Answer(unsourced: 0 rows")


def test_what_is_cut_of_it_can_be_asked_too(plan):
    assert [row["relation"] for row in plan.query("owners").records()] == ["OWNS"]
    assert [row["relation"] for row in plan.as_of("2014").query("owners").records()] == [None]
    assert type(plan.subgraph(["g"])) is Plan
    assert type(plan.neighbourhood("v")) is Plan
    assert plan.as_of(None) is plan


def test_an_answer_shows_itself_in_a_notebook_with_its_notes_and_no_markup_of_the_data(plan):
    shown = plan.query("orphaned-goals", all=True)._repr_html_()
    assert "&lt;b&gt;Vekst&lt;/b&gt;" in shown
    assert "<b>" not in shown
    assert "<th" in shown
    nothing = plan.query("contested")._repr_html_()
    assert "<table" not in nothing
    assert nothing.startswith("<p>")


def test_a_map_shows_itself_apart_from_the_notebook_and_is_saved_whole(plan, tmp_path):
    page = plan.map("overview", lang="en", title="Agder")
    frame = page._repr_html_()
    assert frame.startswith("<iframe")
    assert "allow-same-origin" not in frame
    assert page.save(tmp_path / "map.html").read_text(encoding="utf-8") == page.html
    with pytest.raises(GraphtoolError, match=r"cannot write '\.pgn'"):
        page.save(tmp_path / "map.pgn")


def test_a_wrong_argument_is_told_what_was_expected(plan, tmp_path):
    with pytest.raises(UnknownName, match="did you mean 'owners'"):
        plan.query("ownres")
    with pytest.raises(GraphtoolError, match="no option 'as_off'; did you mean 'as_of'"):
        plan.query("owners", as_off="2015")
    with pytest.raises(GraphtoolError, match="no setting 'colour'; did you mean 'colour_by'"):
        plan.map(colour="kind")
    with pytest.raises(UnknownName, match="did you mean 'overview'"):
        plan.map("overwiev")
    with pytest.raises(GraphtoolError, match="not DataFrame; see PlanGraph"):
        graphtool.read(plan.nodes)
    with pytest.raises(SourceNotFound, match="no such file"):
        graphtool.read(tmp_path / "plan.xlsx")
    (tmp_path / "goals.csv").write_text("id,name\ng,Vekst\ng,Vern\n", encoding="utf-8")
    with pytest.raises(InvalidData, match="'g'"):
        graphtool.read(tmp_path)


def test_the_notebook_runs_and_every_cell_that_shows_something_does():
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    notebook = nbformat.read(DATA / "notebook.ipynb", as_version=4)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the notebook's own machinery, which is not ours
        nbclient.NotebookClient(
            notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": DATA}}
        ).execute()
    shown = [list(cell.outputs) for cell in notebook.cells if cell.cell_type == "code"]
    assert all(outputs and outputs[0].output_type == "execute_result" for outputs in shown)
    html = "".join(outputs[0].data.get("text/html", "") for outputs in shown)
    assert "Kompetanseutvikling" in html
    assert "<iframe" in html
