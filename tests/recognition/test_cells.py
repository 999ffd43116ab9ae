"""Cells as people fill them in: groups, people with their office, cells drawn over several."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from graphtool.graph import PlanGraph, interchange
from graphtool.recognition.names_in_cells import Named, parties
from tests.recognition.test_shapes import edges, facts, kept

KNOWN = {
    "kongsberg",
    "kongsberg kommune",
    "rollag",
    "nore og uvdal",
    "tinn",
    "tinn kommune",
    "usn",
    "vi & vår, as",
    "agder fylkeskommune",
    "evje og hornnes",
}


def one(name: str, **more: Any) -> list[Named]:
    return [Named(name, **more)]


CELLS: dict[str, list[Named]] = {
    "Kongsberg": one("Kongsberg"),
    "Kongsberg kommune": one("Kongsberg kommune"),
    "  Kongsberg\u00a0 kommune ": one("Kongsberg kommune"),
    "Kongs\u00adberg": one("Kongsberg"),
    "**Kongsberg kommune**": one("Kongsberg kommune"),
    "_Tinn_": one("Tinn"),
    "***Tinn***": one("Tinn"),
    "`USN`": one("USN"),
    "- Tinn": one("Tinn"),
    "1. Tinn": one("Tinn"),
    "[USN](https://www.usn.no)": one("USN"),
    "Nore og Uvdal": one("Nore og Uvdal"),
    "Vi & Vår, AS": one("Vi & Vår, AS"),
    "Rollag; Tinn": [Named("Rollag"), Named("Tinn")],
    "Rollag, Tinn": [Named("Rollag"), Named("Tinn")],
    "Rollag/Tinn": [Named("Rollag"), Named("Tinn")],
    "Rollag & Tinn": [Named("Rollag"), Named("Tinn")],
    "Rollag + Tinn": [Named("Rollag"), Named("Tinn")],
    "Rollag og Tinn": [Named("Rollag"), Named("Tinn")],
    "Rollag\nTinn": [Named("Rollag"), Named("Tinn")],
    "- Rollag\n- Tinn": [Named("Rollag"), Named("Tinn")],
    "Rollag, Nore og Uvdal, Kongsberg": [
        Named("Rollag"),
        Named("Nore og Uvdal"),
        Named("Kongsberg"),
    ],
    "Kari/Ola": [Named("Kari"), Named("Ola")],
    "Kari Nordmann, Kongsberg kommune": one("Kari Nordmann", office="Kongsberg kommune"),
    "Kari Nordmann (Tinn kommune)": one("Kari Nordmann", office="Tinn kommune"),
    "Kari Nordmann – Tinn kommune": one("Kari Nordmann", office="Tinn kommune"),
    "Kari Nordmann, rådgiver i Tinn kommune": one("Kari Nordmann", office="Tinn kommune"),
    "Fornavn Etternavn, Kongsberg kommune": one("Fornavn Etternavn", office="Kongsberg kommune"),
    "Oda Nordmann, Tinn kommune": one("Oda Nordmann", office="Tinn kommune", is_guess=True),
    "Tinn kommune v/ Kari Nordmann": one("Tinn kommune", person="Kari Nordmann"),
    "Vinje v/ rådmannen og NAV": [Named("Vinje", behind="rådmannen"), Named("NAV")],
    "Tinn kommune v/avd. teknisk/plan": one("Tinn kommune", behind="avd. teknisk/plan"),
    "Tinn kommune ved rådmannen": one("Tinn kommune", behind="rådmannen"),
    "Tinn kommune (v/ rådmannen), NAV": [Named("Tinn kommune", behind="rådmannen"), Named("NAV")],
    "NAV v/ Kari Nordmann, Ola Hansen": [
        Named("NAV", person="Kari Nordmann"),
        Named("NAV", person="Ola Hansen"),
    ],
    "Tinn kommune v/ Kari Nordmann, NAV v/ Ola Hansen": [
        Named("Tinn kommune", person="Kari Nordmann"),
        Named("NAV", person="Ola Hansen"),
    ],
    "Rollag, Tinn kommune v/Kari Nordmann": [
        Named("Rollag"),
        Named("Tinn kommune", person="Kari Nordmann"),
    ],
    "Tinn kommune v/ leder og Turlaget": [Named("Tinn kommune", behind="leder"), Named("Turlaget")],
    "v/ Kari Nordmann": one("Kari Nordmann"),
    "USN ved Kari Nordmann": one("USN", person="Kari Nordmann"),
    "Kari Nordmann, Tinn kommune, Rollag": [
        Named("Kari Nordmann", office="Tinn kommune"),
        Named("Rollag"),
    ],
    "Visit Numedal, Tinn kommune": [Named("Visit Numedal"), Named("Tinn kommune")],
    "Kari Nordmann, USN": [Named("Kari Nordmann"), Named("USN")],
    "Kongsberg, Tinn kommune": [Named("Kongsberg"), Named("Tinn kommune")],
    "Plan og bygg": one("Plan og bygg"),
    "Vekst og vilje": one("Vekst og vilje", is_guess=True),
    "Alle kommunene": one("Alle kommunene", is_group=True),
    "alle kommunane": one("alle kommunane", is_group=True),
    "Samtlige kommuner": one("Samtlige kommuner", is_group=True),
    "Kommunene i Numedal": one("Kommunene i Numedal", is_group=True),
    "Hele teamet": one("Hele teamet", is_group=True),
    "Tinn og alle kommunene": [Named("Tinn"), Named("alle kommunene", is_group=True)],
    "Tinn og alle kommuner": [Named("Tinn"), Named("alle kommuner", is_group=True)],
    "[Navn]": [],
    "<navn>": [],
    "TBD": [],
    "(avklares)": [],
    "-": [],
    "?": [],
    "ukjent": [],
    "ikke avklart": [],
    "NN": [],
    "…": [],
    "xxx": [],
    "": [],
    "Tinn, TBD": one("Tinn"),
}


@pytest.mark.parametrize(("cell", "named"), CELLS.items())
def test_who_is_named_in_a_cell_and_how(cell: str, named: list[Named]) -> None:
    assert parties(cell, lambda name: name.casefold() in KNOWN).named == named


def test_there_are_forty_kinds_of_cells_at_least() -> None:
    assert len(CELLS) >= 40


def read(path: Path, merged: tuple[str, ...] = (), **sheets: list[list[Any]]) -> PlanGraph:
    return formats.read(kept(path / "m.xlsx", merged, **sheets)).graph


def test_a_person_of_a_municipality_is_one_and_answers(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansvarlig"], ["Fond", "Kari Nordmann, Tinn kommune"]]
    rows += [["Buss", "Rollag kommune v/ Per Berg"]]
    graph = read(tmp_path, Ark1=rows)
    assert edges(graph, "RESPONSIBLE_FOR") == {"Fond": ["Kari Nordmann"], "Buss": ["Rollag"]}
    assert edges(graph, "AFFILIATED_WITH") == {"Tinn": ["Kari Nordmann"], "Rollag": ["Per Berg"]}
    people = graph.of_kind("Actor").query("subkind == 'person'")
    assert sorted(people["name"]) == ["Kari Nordmann", "Per Berg"]


PLAN = [["Tiltak", "Ansvarlig"], ["Øvelse", "Alle kommunene"], ["Kurs", "Hele teamet"]]


def test_all_municipalities_are_the_regions_where_a_sheet_says_who_these_are(
    tmp_path: Path,
) -> None:
    towns = [["Kommune", "Region"], ["Rollag", "Numedal"], ["Flesberg", "Numedal"]]
    graph = read(tmp_path, Plan=PLAN, Kommuner=[*towns, ["Tinn", None]])
    assert edges(graph, "PART_OF") == {"Numedal": ["Flesberg", "Rollag"]}
    assert edges(graph, "MEMBER_OF") == {"Alle kommunene": ["Flesberg", "Rollag"]}
    rows = interchange.with_ids(graph)
    found = rows[rows["relation"] == "MEMBER_OF"]
    assert set(found["modality"]) == {"derived"}
    assert set(found["note"]) == {"one of «Alle kommunene» as it is part of Numedal"}
    assert found[["document", "line"]].to_numpy().tolist() == [
        ["m.xlsx#Kommuner", 3],
        ["m.xlsx#Kommuner", 2],
    ]


def test_all_municipalities_are_those_of_the_only_list(tmp_path: Path) -> None:
    towns = [["Navn", "Innbyggere"], ["Rollag", 1400], ["Tinn", 5600]]
    graph = read(tmp_path, Plan=PLAN, Kommuner=towns)
    assert edges(graph, "MEMBER_OF") == {"Alle kommunene": ["Rollag", "Tinn"]}


def test_of_two_regions_the_one_that_is_named_is_meant_and_else_nobody(tmp_path: Path) -> None:
    towns = [["Kommune", "Region"], ["Rollag", "Numedal"], ["Flesberg", "Numedal"]]
    towns += [["Skien", "Grenland"], ["Porsgrunn", "Grenland"]]
    plan = [*PLAN, ["Kai", "Kommunene i Grenland"]]
    graph = read(tmp_path, Plan=plan, Liste=towns)
    assert edges(graph, "MEMBER_OF") == {"Kommunene i Grenland": ["Porsgrunn", "Skien"]}


def test_a_group_names_nobody_where_no_sheet_says_who_is_in_it(tmp_path: Path) -> None:
    graph = read(tmp_path, Plan=[*PLAN, ["Buss", "Tinn"]])
    assert edges(graph, "MEMBER_OF") == {}
    groups = graph.of_kind("Actor").query("subkind == 'group'")
    assert sorted(groups["name"]) == ["Alle kommunene", "Hele teamet"]


def test_a_cell_drawn_over_several_columns_counts_in_each_of_its_sort(tmp_path: Path) -> None:
    rows = [
        ["Mål", "Tiltak", "Ansvarlig", "Samarbeidspartnere", "Frist", "Status"],
        ["Vekst", "Fond", "Tinn", None, "2025", "Pågår"],
        ["Bedre buss", None, None, None, None, "Pågår"],
        [None, "Rute", "Rollag", "Brakar", "Løpende", None],
    ]
    graph = read(tmp_path, ("C2:D2", "A3:E3", "E4:F4"), Plan=rows)
    assert edges(graph, "RESPONSIBLE_FOR") == {"Fond": ["Tinn"], "Rute": ["Rollag"]}
    assert edges(graph, "PARTICIPATES_IN") == {"Fond": ["Tinn"], "Rute": ["Brakar"]}
    assert facts(graph, "status") == {"Fond": "Pågår", "Bedre buss": "Pågår", "Rute": "Løpende"}
    assert edges(graph, "PART_OF") == {"Vekst": ["Fond"], "Bedre buss": ["Rute"]}


def test_a_heading_drawn_over_two_columns_is_that_of_both(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansvarlig", None, "Frist"], ["Fond", "Tinn", "Rollag", "2025"]]
    graph = read(tmp_path, ("B1:C1",), Plan=rows)
    assert edges(graph, "RESPONSIBLE_FOR") == {"Fond": ["Rollag", "Tinn"]}


def test_a_block_is_drawn_over_rows_and_columns(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansvarlig", "Eier"], ["Fond", "Tinn", None], ["Kai", None, None]]
    graph = read(tmp_path, ("B2:C3",), Plan=rows)
    assert edges(graph, "RESPONSIBLE_FOR") == {"Fond": ["Tinn"], "Kai": ["Tinn"]}
    assert edges(graph, "OWNS") == {"Fond": ["Tinn"], "Kai": ["Tinn"]}
