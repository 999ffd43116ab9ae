"""Which spellings are one is settled by a person, beside the source, and never by a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphtool import formats
from graphtool.recognition import aliases
from tests.recognition.test_identity import actors, dataset, plan
from tests.recognition.test_shapes import edges

pytestmark = pytest.mark.usefixtures("english")


def test_a_near_spelling_is_asked_about_and_never_merged_by_itself(tmp_path: Path, run) -> None:
    owners = ["Kongsberg Innovasjon", "Kongsberg Innovasjn", "Kongsberg Innovasjon"]
    path = plan(tmp_path / "m.xlsx", *owners)
    assert len(actors(formats.read(path))) == 2
    assert formats.read(path).problems == ()
    code, said, _ = run("check", path)
    assert code == 1
    assert "'Kongsberg Innovasjn' is nearly 'Kongsberg Innovasjon' (97 of 100)" in said


def test_no_column_is_named_that_the_sheet_does_not_have(tmp_path: Path, run) -> None:
    # The names stand under «Ansvarlig» here; a dataset's own sheet of actors has a column `name`.
    path = plan(tmp_path / "m.xlsx", "Kongsberg Innovasjon", "Kongsberg Innovasjn")
    near = next(one for one in formats.examine(path)[1] if one.rule == "near-name")
    assert (near.row, near.column) == (3, "")
    (tmp_path / "d").mkdir()
    dataset(
        tmp_path / "d",
        actors="id,name\nr,Kongsberg Innovasjon\ns,Kongsberg Innovasjn\n",
        goals="id,name\ng,M1\n",
    )
    (near,) = formats.examine(tmp_path / "d")[1]
    assert (near.rule, near.file, near.row, near.column) == ("near-name", "actors.csv", 3, "name")


def test_what_is_accepted_is_one_from_then_on(tmp_path: Path, run) -> None:
    owners = ["Kongsberg Innovasjon", "Kongsberg Innovasjn", "Kongsberg Innovasjon"]
    path = plan(tmp_path / "m.xlsx", *owners)
    assert run("check", path, "--accept").code == 0
    reading = formats.read(path)
    assert actors(reading) == ["Kongsberg Innovasjon"]
    assert reading.graph.of_kind("Actor")["aliases"].tolist() == ["Kongsberg Innovasjn"]
    written = (tmp_path / aliases.FILE).read_text(encoding="utf-8")
    assert written.endswith('"Kongsberg Innovasjn" = "Kongsberg Innovasjon"  # 97 of 100\n')
    assert run("check", path, "--accept").code == 0
    assert (tmp_path / aliases.FILE).read_text(encoding="utf-8") == written


def test_what_a_person_wrote_is_never_written_over(tmp_path: Path, run) -> None:
    path = plan(tmp_path / "m.xlsx", "Tinn Vekst", "Tinn Veksst", "Rollag Vekst", "Rollag Veksst")
    mine = b'# sp\xc3\xb8r Kari\r\n"Tinn Veksst"   = "Tinn Veksst" # er to\r\n'
    (tmp_path / aliases.FILE).write_bytes(mine)
    run("check", path, "--accept")
    written = (tmp_path / aliases.FILE).read_bytes()
    assert written.startswith(mine)
    assert written[len(mine) :] == b'"Rollag Veksst" = "Rollag Vekst"  # 96 of 100\r\n'
    assert actors(formats.read(path)) == ["Rollag Vekst", "Tinn Veksst", "Tinn Vekst"]


@pytest.mark.parametrize("text", ["a = ", "a = 1", "[a]\nb = 'c'", '"a" = "b"\n"b" = "a"', "\xff"])
def test_a_table_that_cannot_be_meant_is_said_and_left(tmp_path: Path, text: str, run) -> None:
    path = plan(tmp_path / "m.xlsx", "Tinn Vekst", "Tinn Veksst")
    (tmp_path / aliases.FILE).write_bytes(text.encode("latin-1"))
    code, _, said = run("check", path, "--accept", "--alias", "KI=Kongsberg Innovasjon")
    assert code == 2
    assert "aliases.toml: " in said
    assert (tmp_path / aliases.FILE).read_bytes() == text.encode("latin-1")
    assert "bad-aliases" in {problem.rule for problem in formats.examine(path)[1]}


def test_an_alias_may_be_of_anybody_also_of_a_municipality(tmp_path: Path, run) -> None:
    path = plan(tmp_path / "m.xlsx", "Bergstaden", "Tinn")
    assert run("check", path, "--alias", "Bergstaden=Kongsberg kommune").code == 0
    assert edges(formats.read(path).graph, "RESPONSIBLE_FOR")["Tiltak 1"] == ["Kongsberg"]


def test_a_misspelt_municipality_is_asked_about(tmp_path: Path, run) -> None:
    said = run("check", plan(tmp_path / "m.xlsx", "Kongsbergg kommune")).out
    assert "'Kongsbergg kommune' is nearly 'Kongsberg' (95 of 100)" in said


def test_a_datasets_own_rows_are_one_where_a_person_says_so(tmp_path: Path, run) -> None:
    dataset(
        tmp_path,
        actors="id,name,subkind\na1,Rådet,\na2,RÅDET,council\na3,Regionrådet,council\n",
        goals="id,name,responsible\ng1,M1,a1\ng2,M2,a2\ng3,M3,Regionrådet\ng4,M4,A3\n",
        relations="source,relation,target\na1,COLLABORATES_WITH,a2\n",
    )
    rules = [problem.rule for problem in formats.examine(tmp_path)[1]]
    assert rules == ["doubled-party"]
    assert run("check", tmp_path, "--alias", "a2=a1", "--alias", "a3=a1").code == 0
    graph = formats.read(tmp_path).graph
    (one,) = graph.of_kind("Actor").to_dict("records")
    assert (one["id"], one["name"], one["subkind"], one["aliases"]) == (
        "a1",
        "Rådet",
        "council",
        "Regionrådet",
    )
    assert edges(graph, "RESPONSIBLE_FOR") == {g: ["Rådet"] for g in ("M1", "M2", "M3", "M4")}
    assert len(graph.related("COLLABORATES_WITH")) == 0
