"""Annual wheels and schedules: what is done when, by months, quarters or years in a sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from graphtool.graph import PlanGraph
from tests.recognition.test_shapes import edges, kept

pytestmark = pytest.mark.usefixtures("english")

MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Des"]


def when(graph: PlanGraph) -> dict[str, list[str]]:
    """By the name of a thing, the times that are said of it."""
    rows = zip(graph.nodes["name"], graph.nodes["facts"], strict=True)
    found = {name: [f.value for f in facts if f.property == "deadline"] for name, facts in rows}
    return {name: times for name, times in found.items() if times}


def marked(*months: str, mark: str = "x") -> list[str | None]:
    return [mark if month in months else None for month in MONTHS]


def test_months_as_columns_are_times_and_nobody(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Årshjul 2025 – vedtatt 12.12.2024"],
        ["Aktivitet", "Ansvarlig", *MONTHS],
        ["Budsjett", "Daglig leder", *marked("Aug", "Sep", "Okt")],
        ["Rådsmøte", "Regionrådet", *marked("Feb", "Mai")],
        ["Årsmelding", "Tinn kommune", *marked("Mar", mark="frist 1.3.")],
    ]
    graph = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows)).graph
    assert when(graph) == {
        "Budsjett": ["2025-08/2025-10"],
        "Rådsmøte": ["2025-02", "2025-05"],
        "Årsmelding": ["2025-03"],
    }
    parties = {*graph.of_kind("Actor")["name"], *graph.of_kind("Municipality")["name"]}
    assert parties == {"Daglig leder", "Regionrådet", "Tinn"}
    assert edges(graph, "PARTICIPATES_IN") == {}
    facts = dict(zip(graph.nodes["name"], graph.nodes["facts"], strict=True))["Årsmelding"]
    assert ("Mar", "frist 1.3.") in [(fact.property, fact.value) for fact in facts]


@pytest.mark.parametrize("heads", [["2025", "2026", "2027", "2028"], [2025, 2026, 2027, 2028]])
def test_years_as_columns_are_times_and_no_numbers_of_municipalities(
    tmp_path: Path, heads: list[Any]
) -> None:
    rows = [["Tiltak", "Ansvar", *heads], ["Gågate", "Notodden", "x", "x", None, "x"]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows)).graph
    assert when(graph) == {"Gågate": ["2025/2026", "2028"]}
    assert list(graph.of_kind("Municipality")["name"]) == ["Notodden"]


def test_years_over_amounts_say_what_it_costs_in_each(tmp_path: Path) -> None:
    rows = [["Tiltak", 2025, 2026], ["Skole", "12 000", 45000], ["Vei", "-", 3500]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows)).graph
    assert when(graph) == {}
    facts = {(f.property, f.value) for found in graph.nodes["facts"] for f in found}
    assert facts == {("2025", "12000"), ("2026", "45000"), ("2026", "3500"), ("2025", "-")}


@pytest.mark.parametrize(
    ("heads", "time"),
    [
        (["Q1 2025", "Q2 2025", "Q3 2025"], "2025-Q1/2025-Q2"),
        (["1. kvartal", "2. kvartal", "3. kvartal"], "1. kvartal – 2. kvartal"),
        (["vår", "haust", "vinter"], "vår – haust"),
        (["Uke 3", "Uke 4", "Uke 5"], "Uke 3 – Uke 4"),
    ],
)
def test_quarters_seasons_and_weeks_without_a_year_keep_their_words(
    tmp_path: Path, heads: list[str], time: str
) -> None:
    rows = [["Tiltak", "Ansvarlig", *heads], ["Fond", "Tinn", "x", "X", None]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows)).graph
    assert when(graph) == {"Fond": [time]}


def test_twelve_initials_are_the_months(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansvarlig", *"JFMAMJJASOND"], ["Fond", "Tinn", *marked("Jun")]]
    graph = formats.read(kept(tmp_path / "m.xlsx", **{"Årshjul 2026": rows})).graph
    assert when(graph) == {"Fond": ["2026-06"]}


def test_a_month_that_stands_once_counts_for_the_rows_below(tmp_path: Path) -> None:
    rows = [
        ["Årshjul 2026"],
        ["Måned", "Aktivitet", "Ansvarlig"],
        ["Januar", "Oppstart", "Tinn"],
        [None, "Rapport", "Rollag"],
        ["April"],
        ["Mai/juni", "Næringsdag", "Visit Numedal"],
    ]
    reading = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows))
    assert when(reading.graph) == {
        "Oppstart": ["2026-01"],
        "Rapport": ["2026-01"],
        "Næringsdag": ["2026-05/2026-06"],
    }
    assert edges(reading.graph, "RESPONSIBLE_FOR")["Rapport"] == ["Rollag"]
    assert not reading.problems


def test_bodies_over_months_take_part_in_what_stands_below_them(tmp_path: Path) -> None:
    rows = [
        ["Måned", "Kommunestyret", "Plan og økonomi"],
        ["Januar", "Strategisamling", None],
        ["Februar", None, "Rullering; Høring"],
    ]
    graph = formats.read(kept(tmp_path / "m.xlsx", **{"Årshjul 2025": rows})).graph
    assert when(graph) == {
        "Strategisamling": ["2025-01"],
        "Rullering": ["2025-02"],
        "Høring": ["2025-02"],
    }
    assert edges(graph, "PARTICIPATES_IN") == {"Strategisamling": ["Kommunestyret"]}
    themes = {f.value for found in graph.nodes["facts"] for f in found if f.property == "tema"}
    assert themes == {"Plan og økonomi"}


@pytest.mark.parametrize("head", ["Hvem", "Ansvarleg"])
def test_who_stands_before_months_answers_for_what_stands_in_them(
    tmp_path: Path, head: str
) -> None:
    rows: list[list[Any]] = [
        ["Årshjul 2025"],
        [head, *MONTHS],
        ["Rådet", "Årsmøte", *[None] * 10, "Budsjett"],
        ["Tinn kommune", None, "Møte\nHøring"],
    ]
    graph = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows)).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {
        "Årsmøte": ["Rådet"],
        "Budsjett": ["Rådet"],
        "Møte": ["Tinn"],
        "Høring": ["Tinn"],
    }
    assert when(graph)["Budsjett"] == ["2025-12"]


def test_months_that_are_only_coloured_are_said(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansvarlig", "Jan", "Feb", "Mar"], ["Fond", "Tinn"]]
    reading = formats.read(kept(tmp_path / "m.xlsx", Ark1=rows))
    assert [str(problem) for problem in reading.problems] == [
        "Ark1:1: nothing stands under Jan – Mar; the colour of cells is not read: write an x where"
        " it happens"
    ]


def test_dates_over_marks_are_meetings_of_those_who_came(tmp_path: Path) -> None:
    rows = [["Organisasjon", "Jan", "Mar", "Mai"], ["USN", "x", None, "x"], ["NAV", "x", "x"]]
    graph = formats.read(kept(tmp_path / "m.xlsx", Møter=rows)).graph
    assert len(graph.of_kind("Project")) == 3
    assert when(graph) == {}
