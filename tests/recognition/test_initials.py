"""Initials in cells, and the names that the workbook itself says they mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from graphtool.errors import SourceNotFound
from tests.recognition.test_shapes import edges, facts, kept
from tests.recognition.test_sheets_of_the_office import named, read, said

pytestmark = pytest.mark.usefixtures("english")

PLAN = [["Tiltak", "Ansv."], ["Kystplan", "KH"], ["Vei", "KH/SVV"], ["Bru", "KH og SVV"]]


@pytest.mark.parametrize(
    "legend",
    [
        [["Initialer:"], ["KH", "Kari Hansen"], ["SVV", "Statens vegvesen"]],
        [["Forkortelser"], ["KH = Kari Hansen; SVV = Statens vegvesen"]],
        [["Forkortelser"], ["KH: Kari Hansen"], ["SVV – Statens vegvesen"]],
    ],
)
def test_initials_are_the_names_of_the_legend(tmp_path: Path, legend: list[list[Any]]) -> None:
    reading = read(tmp_path, *PLAN, [], *legend)
    both = ["Kari Hansen", "Statens vegvesen"]
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {
        "Kystplan": ["Kari Hansen"],
        "Vei": both,
        "Bru": both,
    }
    assert named(reading.graph, "Measure") == ["Bru", "Kystplan", "Vei"]
    assert said(reading) == []


def test_initials_below_no_heading_are_those_of_the_name(tmp_path: Path) -> None:
    reading = read(tmp_path, *PLAN[:2], [], ["KH = Kari Hansen"])
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Kystplan": ["Kari Hansen"]}
    assert named(reading.graph, "Measure") == ["Kystplan"]


def test_initials_above_the_table(tmp_path: Path) -> None:
    above = ["Ansvar: KH = Kari Hansen, ON = Ola Nordmann"]
    reading = read(tmp_path, above, ["Tiltak", "Ansvarlig"], ["Vei", "KH"], ["Bru", "ON, KH"])
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {
        "Vei": ["Kari Hansen"],
        "Bru": ["Kari Hansen", "Ola Nordmann"],
    }


def test_initials_in_a_list_of_people_are_theirs(tmp_path: Path) -> None:
    people = [["Navn", "Initialer", "Organisasjon"], ["Kari Hansen", "KH", "Tinn kommune"]]
    path = kept(tmp_path / "m.xlsx", Folk=people, Ark1=PLAN[:2])
    graph = formats.read(path).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Kystplan": ["Kari Hansen"]}


def test_what_an_abbreviation_means_elsewhere_is_not_told_by_a_goal(tmp_path: Path) -> None:
    reading = read(tmp_path, ["Tiltak", "Ansv."], ["CO = Mindre utslipp", "CO"])
    assert named(reading.graph, "Measure") == ["CO = Mindre utslipp"]
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"CO = Mindre utslipp": ["CO"]}


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Ark2", [["Initialer", "Navn"], ["KaHa", "Kari Hansen"], ["SVV", "Statens vegvesen"]]),
        (
            "Ark2",
            [["Forkortelse", "Betydning"], ["KaHa", "Kari Hansen"], ["SVV", "Statens vegvesen"]],
        ),
        ("Forkortelser", [["KaHa", "Kari Hansen"], ["SVV", "Statens vegvesen"]]),
    ],
)
def test_initials_explained_on_a_sheet_of_their_own(
    tmp_path: Path, title: str, rows: list[list[Any]]
) -> None:
    plan = [["Tiltak", "Ansv."], ["Kystplan", "KaHa"], ["Vei", "SVV, KaHa"]]
    reading = formats.read(kept(tmp_path / "m.xlsx", Plan=plan, **{title: rows}))
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {
        "Kystplan": ["Kari Hansen"],
        "Vei": ["Kari Hansen", "Statens vegvesen"],
    }
    assert named(reading.graph, "Actor") == ["Kari Hansen", "Statens vegvesen"]
    assert said(reading) == []
    tables = [table for count in reading.intake for table in count.understood]
    assert [(table.sheet, table.shape) for table in tables] == [
        ("Plan", "plan"),
        (title, "initials"),
    ]


def test_initials_explained_in_a_file_of_their_own_are_those_of_its_folder(tmp_path: Path) -> None:
    """Not of another folder, where KH may be somebody else."""
    for folder, plan in {".": "Kystplan;KH", "vei": "Bro;KH"}.items():
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "plan.csv").write_text(f"Tiltak;Ansv.\n{plan}\n", encoding="utf-8")
    (tmp_path / "navn.csv").write_text("Initialer;Navn\nKH;Kari Hansen\n", encoding="utf-8")
    assert edges(formats.read(tmp_path).graph, "RESPONSIBLE_FOR") == {
        "Kystplan": ["Kari Hansen"],
        "Bro": ["KH"],
    }


def test_initials_explained_in_one_workbook_are_not_those_of_another(tmp_path: Path) -> None:
    kept(tmp_path / "a.xlsx", Ark1=PLAN[:2])
    bridge = [["Tiltak", "Ansv."], ["Bro", "KH"]]
    kept(tmp_path / "b.xlsx", Ark1=bridge, Ark2=[["Initialer", "Navn"], ["KH", "Kari Hansen"]])
    assert edges(formats.read(tmp_path).graph, "RESPONSIBLE_FOR") == {
        "Kystplan": ["KH"],
        "Bro": ["Kari Hansen"],
    }


def test_initials_that_two_sheets_explain_differently_are_nobodys_and_told(tmp_path: Path) -> None:
    head, own = ["Initialer", "Navn"], [["Tiltak", "Ansv."], ["Bro", "KH"], [], ["KH = Kåre Hol"]]
    path = kept(
        tmp_path / "m.xlsx",
        Plan=[["Tiltak", "Ansv."], ["Kystplan", "KH"], ["Kai", "ON"]],
        Bro=own,
        Nord=[head, ["KH", "Kari Hansen"], ["ON", "Ola Nes"]],
        Sør=[head, ["KH", "Knut Holm"], ["ON", "Ola Nes"]],
    )
    reading = formats.read(path)
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {
        "Kystplan": ["KH"],
        "Kai": ["Ola Nes"],
        "Bro": ["Kåre Hol"],
    }
    (problem,) = reading.problems
    assert (problem.rule, problem.file, problem.row) == ("explained-twice", "Sør", 2)
    assert "as «Kari Hansen» in Nord, and as «Knut Holm» here" in str(problem)


def test_initials_under_no_title_are_those_of_the_names(tmp_path: Path) -> None:
    path = kept(tmp_path / "m.xlsx", Ark1=PLAN[:2], Ark2=[["KH", "Kari Hansen"], ["ON", "Ola Nes"]])
    assert edges(formats.read(path).graph, "RESPONSIBLE_FOR") == {"Kystplan": ["Kari Hansen"]}
    other = kept(tmp_path / "o.xlsx", Ark1=PLAN[:2], Ark2=[["KH", "Klar til høring"]])
    assert edges(formats.read(other).graph, "RESPONSIBLE_FOR") == {"Kystplan": ["KH"]}


@pytest.mark.parametrize(
    ("title", "heads"), [("Ark2", ["Kortnavn", "Organisasjon"]), ("Aktører", ["Kortnavn", "Navn"])]
)
def test_a_list_of_parties_with_their_short_names_lists_also_whom_no_plan_names(
    tmp_path: Path, title: str, heads: list[str]
) -> None:
    rows = [heads, ["SVV", "Statens vegvesen"], ["KS", "Kommunesektorens organisasjon"]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Plan=PLAN[:3], **{title: rows})).graph
    assert "Kommunesektorens organisasjon" in named(graph, "Actor")
    assert edges(graph, "RESPONSIBLE_FOR")["Vei"] == ["KH", "Statens vegvesen"]


def test_initials_alone_are_nothing_to_answer_over(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        read(tmp_path, ["Initialer", "Navn"], ["KH", "Kari Hansen"])


def test_a_list_of_people_and_what_they_do_is_one(tmp_path: Path) -> None:
    rows = [["Navn", "Funksjon", "Telefon"], ["Kari Hansen", "Leder", "99 99 99 99"]]
    graph = read(tmp_path, *rows, title="Kriseledelse").graph
    assert graph.nodes[["name", "subkind"]].to_numpy().tolist() == [["Kari Hansen", "person"]]
    assert facts(graph, "role") == {"Kari Hansen": "Leder"}


def test_of_initials_without_headings_no_row_of_headings_is_told(tmp_path: Path) -> None:
    path = kept(tmp_path / "m.xlsx", Ark1=PLAN[:2], Ark2=[["KH", "Kari Hansen"], ["ON", "Ola Nes"]])
    (table,) = (
        one for count in formats.read(path).intake for one in count.understood if one.header == 0
    )
    assert [str(line) for line in table.lines()] == [
        "Ark2: no headings, read as what initials and short names mean;"
        " rows: 2, nodes: 0, edges: 0",
        "  (no heading) → aliases; (no heading) → name",
    ]


def test_initials_beside_each_other_with_spaces_alone(tmp_path: Path) -> None:
    legend = ["KH = Kari Hansen ON = Ola Nes"]
    reading = read(tmp_path, ["Tiltak", "Ansv."], ["Vei", "KH"], ["Bru", "ON"], [], legend)
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Vei": ["Kari Hansen"], "Bru": ["Ola Nes"]}
