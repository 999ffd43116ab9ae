"""Goals and measures of one title: two where whose they are differs, one where it may not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool import changes, formats
from graphtool.comparison import Since, compare
from graphtool.graph import interchange
from graphtool.maps.compare import compare as on_a_map
from tests.recognition.test_shapes import edges, kept

pytestmark = pytest.mark.usefixtures("english")

HEADINGS = ["Mål", "Tiltak"]
TITLE = "Økt verdiskaping"


def plan(measure: str, title: str = TITLE) -> list[list[Any]]:
    return [HEADINGS, [title, measure]]


def goals(path: Path) -> list[tuple[str, str]]:
    found = formats.read(path).graph.of_kind("Goal")
    return sorted(zip(found["id"], found["name"], strict=True))


def wholes(path: Path) -> dict[str, str]:
    rows = interchange.with_ids(formats.read(path).graph)
    rows = rows[rows["relation"] == "PART_OF"]
    return dict(zip(rows["source"], rows["target"], strict=True))


def said(path: Path) -> list[str]:
    return [str(problem) for problem in formats.examine(path)[1]]


BOTH = [
    ("okt-verdiskaping-rollag", "Økt verdiskaping (Rollag)"),
    ("okt-verdiskaping-tinn", "Økt verdiskaping (Tinn)"),
]


def files(path: Path) -> Path:
    kept(path / "Handlingsplan Tinn 2025.xlsx", Ark1=plan("Kurs"))
    kept(path / "rollag_kommune.xlsx", Ark1=plan("Kai"))
    return path


def within(path: Path) -> Path:
    for town, measure in (("Tinn", "Kurs"), ("Rollag", "Kai")):
        (path / town).mkdir()
        kept(path / town / "plan.xlsx", Ark1=plan(measure))
    return path


def tabs(path: Path) -> Path:
    kept(path / "region.xlsx", Tinn=plan("Kurs"), Rollag=plan("Kai"))
    return path / "region.xlsx"


def above(path: Path) -> Path:
    for name, town, measure in (("a", "Tinn", "Kurs"), ("b", "Rollag", "Kai")):
        kept(path / f"{name}.xlsx", Ark1=[[f"Mål for {town} kommune"], *plan(measure)])
    return path


def column(path: Path) -> Path:
    rows = [["Kommune", *HEADINGS], ["Tinn", TITLE, "Kurs"], ["Rollag", TITLE, "Kai"]]
    kept(path / "flat.xlsx", Ark1=rows)
    return path / "flat.xlsx"


@pytest.mark.parametrize("told_by", [files, within, tabs, above, column])
def test_of_two_municipalities_they_are_two_and_said_to_be(tmp_path: Path, told_by: Any) -> None:
    path = told_by(tmp_path)
    assert goals(path) == BOTH
    assert wholes(path) == {"kurs": BOTH[1][0], "kai": BOTH[0][0]}
    (line,) = said(path)
    assert "(Tinn)" in line
    assert "(Rollag)" in line
    assert "they are taken for 2; if they are one and the same, say so with check" in line


@pytest.mark.parametrize("told_by", [files, within, tabs, above, column])
def test_a_person_may_say_that_they_are_one(tmp_path: Path, told_by: Any) -> None:
    path = told_by(tmp_path)
    formats.settle_names(path, [(TITLE, TITLE, "")])
    assert goals(path) == [("okt-verdiskaping", TITLE)]
    assert wholes(path) == {"kurs": "okt-verdiskaping", "kai": "okt-verdiskaping"}
    assert not any("taken for 2" in line for line in said(path))


def test_of_two_plans_in_a_column_or_by_the_names_of_files_they_are_two(tmp_path: Path) -> None:
    rows = [["Plan", *HEADINGS], ["Klimaplan", TITLE, "Kurs"], ["Næringsplan", TITLE, "Kai"]]
    kept(tmp_path / "flat.xlsx", Ark1=rows)
    two = ["Økt verdiskaping (Klimaplan)", "Økt verdiskaping (Næringsplan)"]
    assert [name for _, name in goals(tmp_path / "flat.xlsx")] == two
    (tmp_path / "flat.xlsx").unlink()
    kept(tmp_path / "Klimaplan 2025.xlsx", Ark1=plan("Kurs"))
    kept(tmp_path / "Næringsplan v2.xlsx", Ark1=plan("Kai"))
    assert [name for _, name in goals(tmp_path)] == two


@pytest.mark.parametrize(
    ("one", "other"),
    [("a", "b"), ("Handlingsplan 2024", "Handlingsplan 2025"), ("Tinn mål", "Tinn tiltak")],
)
def test_where_nothing_tells_them_apart_they_are_one_and_said_to_be(
    tmp_path: Path, one: str, other: str
) -> None:
    kept(tmp_path / f"{one}.xlsx", Ark1=plan("Kurs"))
    kept(tmp_path / f"{other}.xlsx", Ark1=plan("Kai"))
    assert goals(tmp_path) == [("okt-verdiskaping", TITLE)]
    assert ["they are taken for one" in line for line in said(tmp_path)] == [True]


@pytest.mark.parametrize("name", ["A felles", "Z felles"])
def test_a_goal_that_a_common_sheet_lists_is_the_one_that_all_speak_of(
    tmp_path: Path, name: str
) -> None:
    files(tmp_path)
    kept(tmp_path / f"{name}.xlsx", Ark1=[["Mål", "Frist"], [TITLE, "2027"]])
    assert goals(tmp_path) == [("okt-verdiskaping", TITLE)]


def test_a_title_that_names_its_place_is_one_wherever_it_stands(tmp_path: Path) -> None:
    for town in ("Tinn", "Rollag"):
        kept(tmp_path / f"{town}.xlsx", Ark1=plan(f"Kurs {town}", "Vekst i hele Kongsbergregionen"))
    assert len(goals(tmp_path)) == 1


def test_a_municipality_to_the_right_is_that_of_the_measure_and_the_goal_stays_one(
    tmp_path: Path,
) -> None:
    rows = [[*HEADINGS, "Kommune"], [TITLE, "Kurs", "Tinn"], [TITLE, "Kai", "Rollag"]]
    kept(tmp_path / "flat.xlsx", Ark1=rows)
    assert goals(tmp_path / "flat.xlsx") == [("okt-verdiskaping", TITLE)]
    assert said(tmp_path / "flat.xlsx") == []


def test_a_reference_means_the_one_of_its_own_sheet_and_elsewhere_is_a_question(
    tmp_path: Path,
) -> None:
    needs = [["Tiltak", "Avhenger av"], ["Kurs", None], ["Fond", "Kurs"]]
    kept(tmp_path / "Tinn.xlsx", Ark1=needs)
    kept(tmp_path / "Rollag.xlsx", Ark1=[["Tiltak", "Frist"], ["Kurs", "2026"]])
    kept(tmp_path / "x.xlsx", Ark1=[["Tiltak", "Avhenger av"], ["Vei", "Kurs"]])
    assert edges(formats.read(tmp_path).graph, "DEPENDS_ON") == {"Kurs (Tinn)": ["Fond"]}
    assert any("'Kurs' is the title of different things" in line for line in said(tmp_path))
    kept(tmp_path / "x.xlsx", Ark1=[["Tiltak", "Avhenger av"], ["Vei", "Kurs (Rollag)"]])
    assert edges(formats.read(tmp_path).graph, "DEPENDS_ON") == {
        "Kurs (Tinn)": ["Fond"],
        "Kurs (Rollag)": ["Vei"],
    }


def test_ids_are_the_same_in_whatever_order_the_files_come_and_ids_of_a_sheet_stay(
    tmp_path: Path,
) -> None:
    files(tmp_path)
    (tmp_path / "rollag_kommune.xlsx").rename(tmp_path / "A rollag kommune.xlsx")
    assert goals(tmp_path) == BOTH
    rows = [["id", "Mål", "Frist"], ["R7", TITLE, "2027"]]
    kept(tmp_path / "A rollag kommune.xlsx", Ark1=rows)
    assert goals(tmp_path) == [("R7", "Økt verdiskaping (Rollag)"), BOTH[1]]


def test_a_goal_and_a_measure_of_one_title_have_ids_of_their_own(tmp_path: Path) -> None:
    for town in ("Tinn", "Rollag"):
        kept(tmp_path / f"{town}.xlsx", Ark1=plan("Vekst", "Vekst"))
    ids = sorted(formats.read(tmp_path).graph.nodes["id"])
    assert ids == ["vekst-rollag", "vekst-rollag-2", "vekst-tinn", "vekst-tinn-2"]


def test_an_office_in_the_sheet_of_a_municipality_is_its_own(tmp_path: Path) -> None:
    for town, who in (("Tinn", "Ordføreren; kommunen"), ("Rollag", "Ordføreren, Visit Rollag")):
        rows = [["Tiltak", "Ansvarlig"], [f"Kai i {town}", who]]
        kept(tmp_path / f"{town}.xlsx", Ark1=rows)
    kept(tmp_path / "felles.xlsx", Ark1=[["Tiltak", "Ansvarlig"], ["Bro", "Ordføreren"]])
    assert edges(formats.read(tmp_path).graph, "RESPONSIBLE_FOR") == {
        "Kai i Tinn": ["Ordføreren i Tinn", "Tinn"],
        "Kai i Rollag": ["Ordføreren i Rollag", "Visit Rollag"],
        "Bro": ["Ordføreren"],
    }


def test_an_office_to_the_right_of_a_municipality_that_the_row_is_of_is_its_own(
    tmp_path: Path,
) -> None:
    rows = [
        ["Kommune", "Tiltak", "Ansvarlig"],
        ["Tinn", "Kai", "Rådmannen"],
        ["Rollag", "Bro", "?"],
    ]
    kept(tmp_path / "flat.xlsx", Ark1=rows)
    found = edges(formats.read(tmp_path / "flat.xlsx").graph, "RESPONSIBLE_FOR")
    assert found == {"Kai": ["Rådmannen i Tinn"]}


def test_a_goal_is_known_again_when_another_municipality_has_one_of_its_title(
    tmp_path: Path,
) -> None:
    one, both = tmp_path / "one", tmp_path / "both"
    one.mkdir()
    both.mkdir()
    rows = [["Mål", "Tiltak", "Ansvarlig"], [TITLE, "Kurs", "USN"]]
    for path in (one, both):
        kept(path / "Tinn.xlsx", Ark1=rows)
    kept(both / "Rollag.xlsx", Ark1=[*rows[:1], [TITLE, "Kai", "NAV"]])
    before, after = formats.read(one).graph, formats.read(both).graph
    assert goals(one) == [("okt-verdiskaping", TITLE)]
    found = compare(before, after).answer.records()
    told = {(row["change"], row["name"]) for row in found}
    assert told == {("added", "Økt verdiskaping (Rollag)"), ("added", "Kai"), ("added", "NAV")}
    back = {(row["change"], row["name"]) for row in compare(after, before).answer.records()}
    assert ("gone", "Økt verdiskaping (Rollag)") in back
    assert not any(change == "gone" and name == TITLE for change, name in back)
    on_the_map = on_a_map(Since(before).beside(after), after).nodes
    assert {change.change for change in on_the_map.values()} == {"added"}
    rows_changed = changes.changes("orphaned-goals", before, after).records()
    assert [(row["change"], row["name"]) for row in rows_changed] == [
        ("added", "Økt verdiskaping (Rollag)")
    ]
