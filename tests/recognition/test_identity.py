"""One party in several spellings: folded where it is sure, asked about where it is near."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from graphtool.formats import Reading
from tests.recognition.test_shapes import edges, kept


def plan(path: Path, *owners: str) -> Path:
    """A workbook with a measure for each of these owners."""
    rows: list[list[Any]] = [["Tiltak", "Ansvarlig"]]
    return kept(path, Ark1=[*rows, *([f"Tiltak {n}", who] for n, who in enumerate(owners, 1))])


def read(path: Path, *owners: str) -> Reading:
    return formats.read(plan(path / "m.xlsx", *owners))


def actors(reading: Reading) -> list[str]:
    return sorted(reading.graph.of_kind("Actor")["name"])


@pytest.mark.parametrize("order", [1, -1])
def test_an_abbreviation_with_its_full_name_is_that_name(tmp_path: Path, order: int) -> None:
    owners = ["KI", "Kongsberg Innovasjon (KI)", "kongsberg innovasjon"][::order]
    reading = read(tmp_path, *owners)
    assert [name.casefold() for name in actors(reading)] == ["kongsberg innovasjon"]
    assert reading.graph.of_kind("Actor")["aliases"].tolist() == ["KI"]
    assert len(edges(reading.graph, "RESPONSIBLE_FOR")) == 3
    assert reading.problems == ()


def test_an_abbreviation_of_two_is_neither_and_is_asked_about(tmp_path: Path) -> None:
    reading = read(tmp_path, "Kongsberg Innovasjon (KI)", "Krafla Industri (KI)", "KI")
    assert actors(reading) == ["KI", "Kongsberg Innovasjon", "Krafla Industri"]
    assert [(p.rule, p.row) for p in reading.problems] == [("ambiguous-abbreviation", 3)]


def test_a_municipality_with_an_abbreviation_is_the_municipality(tmp_path: Path) -> None:
    graph = read(tmp_path, "KK", "Kongsberg kommune (KK)").graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Tiltak 1": ["Kongsberg"], "Tiltak 2": ["Kongsberg"]}


def test_a_region_is_not_its_centre(tmp_path: Path) -> None:
    path = plan(tmp_path / "m.xlsx", "Kongsbergregionen", "Kongsberg")
    reading, problems, _ = formats.examine(path)
    assert reading is not None
    assert actors(reading) == ["Kongsbergregionen"]
    assert problems == []


def dataset(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def test_names_of_a_dataset_are_found_in_any_sure_spelling(tmp_path: Path) -> None:
    dataset(
        tmp_path,
        actors="id,name\nki,Kongsberg Innovasjon (KI)\nv,Vekst & Vilje\n",
        municipalities="id,name\nk,Kongsberg\nkj,Karasjok\n",
        goals="id,name,responsible\na,A,ki\nb,B,kongsberg innovasjon\nc,C,Vekst og vilje\n"
        "d,D,3303 Kongsberg\ne,E,Kongsberg kommunes\nf,F,Kárášjohka\n",
    )
    reading = formats.read(tmp_path)
    assert reading.problems == ()
    owners = edges(reading.graph, "RESPONSIBLE_FOR")
    assert [owners[goal] for goal in "ABCDEF"] == [
        ["Kongsberg Innovasjon (KI)"],
        ["Kongsberg Innovasjon (KI)"],
        ["Vekst & Vilje"],
        ["Kongsberg"],
        ["Kongsberg"],
        ["Karasjok"],
    ]


def test_a_municipality_that_is_entered_as_an_actor_too_is_reported(tmp_path: Path) -> None:
    dataset(
        tmp_path,
        municipalities="id,name\nk,Kongsberg\nh1,Herøy\nh2,Herøy\n",
        actors="id,name,subkind\nkk,Kongsberg kommune,organisation\np,Kongsberg,person\n",
    )
    problems = formats.examine(tmp_path)[1]
    assert [(p.rule, p.file, p.row) for p in problems] == [("doubled-party", "actors.csv", 2)]


def test_ids_that_stand_twice_are_refused_also_where_another_is_said_to_be_one(
    tmp_path: Path,
) -> None:
    dataset(tmp_path, actors="id,name\na,Alfa\na,Alfa\nb,Beta\n")
    (tmp_path / "aliases.toml").write_text('"Beta" = "Alfa"\n', encoding="utf-8")
    problems = formats.examine(tmp_path)[1]
    assert [(p.rule, p.row) for p in problems if p.severity == "error"] == [("doubled-id", 3)]
