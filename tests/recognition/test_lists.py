"""Lists of pairs and of members, as programs and people write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphtool import formats
from graphtool.errors import SourceNotFound
from graphtool.graph import PlanGraph
from tests.recognition.test_shapes import edges, kept

PAIRS = {
    "plain": [["Source", "Target"], ["Tinn kommune", "USN"], ["USN", "Rollag"]],
    "Gephi": [
        ["Source", "Target", "Type", "Id", "Weight"],
        ["Tinn kommune", "USN", "Undirected", 1, 1.0],
        ["USN", "Rollag", "Undirected", 2, 1.0],
    ],
    "NodeXL": [["Vertex 1", "Vertex 2"], ["Tinn kommune", "USN"], ["USN", "Rollag"]],
    "Norwegian": [["Fra", "Til"], ["Tinn kommune", "USN"], ["USN", "Rollag"]],
}


@pytest.mark.parametrize("program", PAIRS)
def test_pairs_of_which_nothing_says_what_they_are_are_refused_with_a_question(
    tmp_path: Path, program: str
) -> None:
    path = kept(tmp_path / "m.xlsx", Ark1=PAIRS[program])
    reading, problems, _ = formats.examine(path)
    assert reading is None
    assert problems[0].rule == "unread-relations"
    assert 'its relation is not said), or for all of them with check --relation "Ark1=sam' in str(
        problems[0]
    )


@pytest.mark.parametrize("program", PAIRS)
def test_they_are_what_a_person_says_that_they_are(tmp_path: Path, program: str) -> None:
    path = kept(tmp_path / "m.xlsx", Ark1=PAIRS[program])
    formats.settle(path, {"relations": {"Ark1": "samarbeid"}})
    graph = formats.read(path).graph
    assert graph.edge_count == 2
    assert set(graph.edges["relation"]) == {"COLLABORATES_WITH"}
    assert sorted(graph.nodes["name"]) == ["Rollag", "Tinn", "USN"]


def test_what_a_pair_cannot_be_is_left_and_said(tmp_path: Path) -> None:
    plan = [["Tiltak", "Eier"], ["Fond", "Tinn"]]
    pairs = [["Fra", "Til"], ["Tinn", "USN"], ["Tinn", "Fond"]]
    path = kept(tmp_path / "m.xlsx", Tiltak=plan, Ark2=pairs)
    formats.settle(path, {"relations": {"Ark2": "COLLABORATES_WITH"}})
    reading = formats.read(path)
    assert edges(reading.graph, "COLLABORATES_WITH") == {"USN": ["Tinn"]}
    assert [(p.rule, p.file, p.row) for p in reading.problems] == [("row-left", "Ark2", 3)]


def read(path: Path, *rows: list[str | None]) -> PlanGraph:
    return formats.read(kept(path / "m.xlsx", Ark1=[*rows])).graph


def test_a_network_and_its_members_a_row_each(tmp_path: Path) -> None:
    rows = [["Nettverk", "Organisasjon"], ["Klubben", "USN"], [None, "Tinn kommune"]]
    graph = read(tmp_path, *rows, ["Laget", "USN"])
    assert edges(graph, "MEMBER_OF") == {"Klubben": ["Tinn", "USN"], "Laget": ["USN"]}


def test_a_network_and_its_members_in_one_cell(tmp_path: Path) -> None:
    graph = read(tmp_path, ["Nettverk", "Medlemmer"], ["Klubben", "USN; Tinn, Nore og Uvdal"])
    assert edges(graph, "MEMBER_OF") == {"Klubben": ["Nore og Uvdal", "Tinn", "USN"]}


def test_a_member_and_its_networks(tmp_path: Path) -> None:
    graph = read(tmp_path, ["Organisasjon", "Nettverk"], ["USN", "Klubben"], ["NHO", "Klubben"])
    assert edges(graph, "MEMBER_OF") == {"Klubben": ["NHO", "USN"]}
    networks = graph.of_kind("Actor").query("subkind == 'network'")
    assert networks["name"].tolist() == ["Klubben"]


def test_goals_alone_below_one_heading_are_a_list_of_goals(tmp_path: Path) -> None:
    graph = read(tmp_path, ["Mål"], ["Flere innbyggere"], ["Trygge skoleveier"])
    assert graph.of_kind("Goal")["name"].tolist() == ["Flere innbyggere", "Trygge skoleveier"]


def test_prose_in_one_column_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound, match="nothing in it was understood"):
        read(tmp_path, ["Kommentar fra møtet"], ["Vi ble enige om lite."])
