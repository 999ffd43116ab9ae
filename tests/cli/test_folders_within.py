"""Folders within a folder, as a team keeps them: what is read of them, and what is only named."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from graphtool import formats
from graphtool.errors import SourceNotFound
from graphtool.formats.syntax import folders
from graphtool.graph import interchange
from graphtool.live import watching
from tests.recognition.test_shapes import edges, kept

pytestmark = pytest.mark.usefixtures("english")

PLAN = [["Mål", "Tiltak", "Ansvarlig"], ["Flere i arbeid", "Fond", "Tinn kommune"]]
WHO = "Tiltak;Ansvarlig\nBrygge;Rollag kommune\n"


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A folder of a team: a workbook in the folder of one municipality, a text file in another."""
    path = tmp_path / "Strategi"
    (path / "Tinn" / "2025").mkdir(parents=True)
    (path / "Rollag").mkdir()
    kept(path / "Tinn" / "2025" / "plan.xlsx", Tiltak=PLAN)
    (path / "Rollag" / "tiltak.csv").write_text(WHO, encoding="utf-8")
    return path


def said(folder: Path) -> list[str]:
    return [f"{p.severity}: {p}" for p in formats.examine(folder)[1]]


def measures(folder: Path) -> list[str]:
    return sorted(formats.read(folder).graph.of_kind("Measure")["name"])


def test_workbooks_and_text_files_of_folders_within_are_read_with_their_path_as_evidence(
    team: Path,
) -> None:
    reading = formats.read(team)
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Fond": ["Tinn"], "Brygge": ["Rollag"]}
    rows = interchange.with_ids(reading.graph).set_index("target")
    columns = ["document", "line", "quote"]
    assert rows.loc["fond", columns].tolist() == ["Tinn/2025/plan.xlsx#Tiltak", 2, "Tinn kommune"]
    assert rows.loc["brygge", columns].tolist() == ["Rollag/tiltak.csv", 2, "Rollag kommune"]
    assert [one.file for one in reading.intake if one.understood] == [
        "Rollag/tiltak.csv",
        "Tinn/2025/plan.xlsx/Tiltak",
    ]
    assert reading.problems == ()


@pytest.mark.parametrize(
    "name", ["__MACOSX", ".git", "~backup", "$RECYCLE.BIN", "node_modules", "@eaDir"]
)
def test_folders_of_a_system_are_not_looked_into(team: Path, name: str) -> None:
    (team / name).mkdir()
    kept(team / name / "plan.xlsx", Tiltak=[["Tiltak", "Ansvarlig"], ["Skjult", "Tinn"]])
    assert measures(team) == ["Brygge", "Fond"]
    assert said(team) == []


@pytest.mark.parametrize("name", ["Arkiv", "99 Arkiv", "_gammelt", "Old", "Tidligere versjoner"])
def test_an_archive_is_not_read_and_said_to_be_left(team: Path, run, name: str) -> None:
    (team / "Tinn" / name / "2024").mkdir(parents=True)
    shutil.copy(team / "Tinn" / "2025" / "plan.xlsx", team / "Tinn" / name / "2024" / "plan.xlsx")
    assert said(team) == [
        f"warning: Tinn/{name}: the folder looks like an archive, and is not read"
        " (2024/plan.xlsx); move out what counts, or give the folder another name"
    ]
    assert formats.read(team).graph.unread[0].said().en == f"Not read: the folder Tinn/{name}."
    assert measures(team / "Tinn" / name) == ["Fond"]  # named itself, it is a source as any


@pytest.mark.parametrize("name", ["Arkiv", "Arkivtjenesten"])
def test_an_archive_is_known_by_its_whole_name_and_only_where_it_holds_sheets(
    team: Path, name: str
) -> None:
    (team / name).mkdir()
    (team / name / "notat.docx").write_bytes(b"")
    assert said(team) == []


def test_a_dataset_within_a_dataset_is_not_read_and_said_to_be_left(tmp_path: Path) -> None:
    (tmp_path / "kopi").mkdir()
    (tmp_path / "goals.csv").write_text("id,name\ng1,Vekst\n", encoding="utf-8")
    (tmp_path / "kopi" / "goals.csv").write_text("id,name\ng1,Ro\n", encoding="utf-8")
    assert formats.read(tmp_path).graph.nodes["name"].tolist() == ["Vekst"]
    assert said(tmp_path) == [
        "warning: kopi: the folder holds a dataset (goals.csv), and so does the folder that it lies"
        " in; only the outer one is read; name this folder to read the other"
    ]


def test_datasets_side_by_side_are_one_source(tmp_path: Path) -> None:
    for town, goal in (("Tinn", "Vekst"), ("Rollag", "Ro")):
        (tmp_path / town).mkdir()
        text = f"id,name\n{town.lower()}-1,{goal}\n"
        (tmp_path / town / "goals.csv").write_text(text, encoding="utf-8")
    assert formats.read(tmp_path).graph.nodes["name"].tolist() == ["Ro", "Vekst"]
    assert said(tmp_path) == []


def test_links_in_a_circle_end_and_no_folder_is_read_twice(team: Path) -> None:
    (team / "Rollag" / "opp").symlink_to(team, target_is_directory=True)
    (team / "Alle").symlink_to(team / "Tinn", target_is_directory=True)
    (team / "ring").symlink_to(team / "ring")
    assert folders.found(team).files == ["Rollag/tiltak.csv", "Tinn/2025/plan.xlsx"]
    assert said(team) == []


def test_a_link_to_a_folder_elsewhere_is_read_under_its_own_name(team: Path) -> None:
    (team / "Rollag").rename(team.parent / "Rollag")
    (team / "felles").symlink_to(team.parent / "Rollag", target_is_directory=True)
    assert folders.found(team).files == ["Tinn/2025/plan.xlsx", "felles/tiltak.csv"]


def test_what_lies_too_deep_is_said(team: Path) -> None:
    deep = team.joinpath(*["ned"] * (folders.DEEPEST + 1))
    deep.mkdir(parents=True)
    (deep / "tiltak.csv").write_text(WHO.replace("Brygge", "Kai"), encoding="utf-8")
    assert measures(team) == ["Brygge", "Fond"]
    assert said(team) == [
        f"warning: {'/'.join(['ned'] * 9)}: lies more than 8 folders down, and is not read; name a"
        " folder further in"
    ]


@pytest.mark.parametrize(
    ("bound", "why"),
    [
        ("MOST_FILES", "here and in the folders in it are more than 1 files that hold sheets"),
        ("MOST_FOLDERS", "here are more than 1 folders"),
    ],
)
def test_a_tree_that_is_too_large_is_refused_and_not_read_in_part(
    team: Path, monkeypatch: pytest.MonkeyPatch, run, bound: str, why: str
) -> None:
    monkeypatch.setattr(folders, bound, 1)
    kept(team / "plan.xlsx", Tiltak=[["Tiltak", "Ansvarlig"], ["Kurs", "Tinn"]])
    assert [line for line in said(team) if line.startswith("error")] == [
        f"error: {why}; name a folder further in"
    ]
    code, output, error = run("query", "owners", team)
    assert (code, output) == (2, "")
    assert why in error


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever may do everything opens every folder")
def test_a_folder_that_cannot_be_opened_is_an_error(team: Path) -> None:
    (team / "Rollag").chmod(0)
    try:
        assert said(team)[0].startswith("error: Rollag: cannot be opened")
    finally:
        (team / "Rollag").chmod(0o755)


def test_a_report_among_the_files_is_no_source(team: Path, run) -> None:
    before = said(team)
    assert run("report", team, "-o", team.parent / "rapport").code == 0
    (team.parent / "rapport").rename(team / "rapport")
    assert said(team) == before == []
    assert measures(team) == ["Brygge", "Fond"]


def test_files_sheets_and_headings_are_named_with_their_folder(team: Path, run) -> None:
    assert run("check", team, "--sheet", "Tinn/").code == 0
    assert measures(team) == ["Fond"]
    assert run("check", team, "--sheet", "rollag/tiltak.csv").code == 0
    assert measures(team) == ["Brygge"]
    assert run("check", team, "--sheet", "Tinn/2025/plan.xlsx/Tiltak").code == 0
    assert measures(team) == ["Fond"]
    columns = "Tinn/2025/plan.xlsx/Ansvarlig=owner"
    assert run("check", team, "--columns", columns).code == 0
    assert edges(formats.read(team).graph, "OWNS") == {"Fond": ["Tinn"]}


def test_what_is_settled_in_a_folder_within_is_said_not_to_count(team: Path) -> None:
    (team / "Tinn" / "aliases.toml").write_text('"A" = "B"\n', encoding="utf-8")
    assert said(team) == [
        "warning: Tinn/aliases.toml: what is said here counts only where the folder itself is the"
        " source; say the same in aliases.toml at the top"
    ]


def test_nothing_is_written_over_a_file_within_nor_beside_it(team: Path, run) -> None:
    for name in ("Rollag/tiltak.csv", "Tinn/svar.xlsx", "Tinn/2025/svar.csv"):
        code, _, error = run("query", "owners", team, "-o", team / name)
        assert code == 2
        assert "which this command reads" in error
    assert run("map", team, "-o", team / "Tinn" / "kart.html").code == 0


def test_a_change_of_a_file_within_is_seen(team: Path) -> None:
    before = watching.state(team)
    (team / "Rollag" / "tiltak.csv").write_text(WHO + "Kai;Tinn\n", encoding="utf-8")
    assert watching.state(team) != before


def test_a_folder_without_any_says_so_and_what_was_left(tmp_path: Path) -> None:
    (tmp_path / "Arkiv").mkdir()
    kept(tmp_path / "Arkiv" / "plan.xlsx", Tiltak=PLAN)
    with pytest.raises(SourceNotFound) as refused:
        formats.read(tmp_path)
    assert "holds no CSV file and no workbook that is read" in str(refused.value)
    assert "Arkiv: the folder looks like an archive, and is not read (plan.xlsx)" in str(
        refused.value
    )
