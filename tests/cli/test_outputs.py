"""No command writes over what it reads, or one format under the name of another."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from graphtool import cli, formats
from graphtool.cli.commands import COMMANDS
from graphtool.cli.outputs import require_apart
from graphtool.cli.parameters import Command, Input, Output
from graphtool.errors import GraphtoolError
from tests.drawing import drawn

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workbook `m.xlsx`, a dataset `Ås` in CSV files, and a folder `annet` of other things."""
    graph = drawn("Goal g\nMunicipality v\nv OWNS g")
    formats.write(graph, tmp_path / "m.xlsx")
    formats.write(graph, tmp_path / "Ås")
    (tmp_path / "annet").mkdir()
    (tmp_path / "annet" / "brev.txt").write_text("hei", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def linked(path: Path) -> str:
    path.symlink_to("m.xlsx")
    return path.name


def doubled(path: Path) -> str:
    os.link("Ås/goals.csv", path)
    return path.name


TAKEN: dict[str, Callable[[Path], str]] = {
    "the source itself": lambda _: "m.xlsx",
    "the source from the root": lambda here: str(here / "m.xlsx"),
    "the source by way of another folder": lambda _: "annet/../m.xlsx",
    "the source in capitals": lambda _: "M.XLSX",
    "a link to the source": lambda here: linked(here / "lenke.xlsx"),
    "a file of the dataset": lambda _: "Ås/goals.csv",
    "a file of the dataset in capitals": lambda _: "Ås/GOALS.CSV",
    "a file of the dataset, its folder's å in two letters": lambda _: unicodedata.normalize(
        "NFD", "Ås/goals.csv"
    ),
    "a file that the dataset would be read with": lambda _: "Ås/svar.csv",
    "a kind's file that is not there yet": lambda _: "Ås/plans.csv",
    "a file that would be read of a folder in the dataset": lambda _: "Ås/ut/svar.xlsx",
    "what the dataset says of itself": lambda _: "Ås/dataset.toml",
    "another name of one of its files": lambda here: doubled(here / "kopi.csv"),
    "the dataset": lambda _: "Ås",
    "a folder in the dataset": lambda _: "Ås/ny",
    "a folder around the dataset": lambda _: ".",
    "a document": lambda _: "annet/brev.txt",
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_read_is_not_written_over(here: Path, name: str) -> None:
    output = TAKEN[name](here)
    if unicodedata.normalize("NFC", output) != output and not os.path.exists(output):
        os.symlink("Ås", unicodedata.normalize("NFD", "Ås"))  # as a disk does that folds names
    with pytest.raises(GraphtoolError, match="choose"):
        require_apart(output, ["m.xlsx", "Ås", "annet", "neo4j://localhost", "2015"])


@pytest.mark.parametrize(
    "output",
    ["ny.xlsx", "Ås/kart.html", "Ås/ut/kart.html", "ny", "annet2", "annet/svar.html", "Åse"],
)
def test_what_is_not_read_may_be_written(here: Path, output: str) -> None:
    require_apart(output, ["m.xlsx", "Ås", "annet", "neo4j://localhost", "2015"])


def test_a_folder_of_csv_files_does_not_take_over_one_that_was_read(here: Path) -> None:
    (here / "annet" / "dataset.toml").write_text("", encoding="utf-8")
    with pytest.raises(GraphtoolError, match=r"dataset\.toml"):
        require_apart("annet", ["annet/dataset.toml"])
    require_apart("annet", ["annet/brev.txt"])


REFUSED = {
    "a map over its source": ["map", "m.xlsx", "-o", "m.xlsx"],
    "an answer over its source": ["query", "owners", "m.xlsx", "-o", "m.xlsx"],
    "an answer among the dataset's files": ["query", "owners", "Ås", "-o", "Ås/goals.csv"],
    "the data over itself": ["export", "m.xlsx", "M.xlsx"],
    "the dataset over itself": ["export", "Ås", "Ås"],
    "the dataset into itself": ["export", "Ås", "Ås/kopi"],
    "a map over its story": ["map", "Ås", "--story", "f.html", "-o", "f.html"],
    "a map over its borders": ["map", "Ås", "--borders", "f.html", "-o", "f.html"],
    "a map over where things stood": ["map", "Ås", "--positions", "f.html", "-o", "./f.html"],
    "a map over what it is compared with": ["map", "Ås", "--compare", "f.html", "-o", "f.html"],
    "a map in a map's name by default": ["map", "Ås", "--positions", "map.html"],
    "a map as a document": ["map", "Ås", "-o", "kart.docx"],
    "pictures in the dataset": ["map", "Ås", "--format", "svg", "-o", "Ås/bilder"],
    "a page as pictures": ["map", "Ås", "--format", "svg", "-o", "kart.html"],
    "a map as nothing": ["map", "Ås", "-o", "kart"],
    "rows as a document": ["query", "owners", "Ås", "-o", "svar.docx"],
    "CSV in a workbook's name": ["query", "owners", "Ås", "--format", "csv", "-o", "svar.xlsx"],
    "a file where a folder stands": ["map", "Ås", "-o", "mappe.html"],
    "a workbook where a folder stands": ["export", "Ås", "mappe.xlsx"],
    "a file that is called a folder": ["query", "owners", "Ås", "-o", "svar.csv/"],
    "the data as text": ["export", "Ås", "ut.txt"],
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_output_leaves_everything_as_it_was(run, here: Path, name: str) -> None:
    for file in ("f.html", "map.html"):
        (here / file).write_text("mitt", encoding="utf-8")
    for folder in ("mappe.html", "mappe.xlsx"):
        (here / folder).mkdir()
    before = contents(here)
    said = run(*REFUSED[name])
    assert (said.code, said.out) == (2, "")
    assert REFUSED[name][-1].strip("./") in said.err
    assert contents(here) == before
    assert "Traceback" not in said.err


@pytest.mark.parametrize("output", ["KART.HTML", "svar.XLSX", "ut.Json"])
def test_capitals_of_a_suffix_do_not_matter(run, here: Path, output: str) -> None:
    words = {"K": ["map", "Ås", "-o"], "s": ["query", "owners", "Ås", "-o"], "u": ["export", "Ås"]}
    assert run(*words[output[0]], output).code == 0
    assert (here / output).stat().st_size
    if output[0] == "u":
        assert formats.read(here / output).graph == formats.read(here / "Ås").graph


def commands() -> list[click.Command]:
    group = cli.group
    found = [group.get_command(click.Context(group), name) for name in COMMANDS]
    groups = [command for command in found if isinstance(command, click.Group)]
    inner = [
        one.get_command(context, name)
        for one in groups
        for context in (click.Context(one),)
        for name in one.list_commands(context)
    ]
    return [command for command in (*found, *inner) if command not in groups]


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.name)
def test_every_path_that_a_command_takes_is_read_or_written(command: click.Command) -> None:
    """So that an option which is added later is compared too."""
    assert isinstance(command, Command)
    words = {"FILE", "DIR", "SOURCE", "DEST", "PATH"}
    for parameter in command.params:
        names_a_path = isinstance(parameter.type, click.Path) or words & set(
            (parameter.metavar or "").replace("|", " ").split()
        )
        assert not names_a_path or isinstance(parameter.type, (Input, Output)), parameter.name
