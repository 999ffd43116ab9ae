"""The command line as it is used: words in; exit code, stdout and stderr out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from graphtool import cli

DATA = Path(__file__).parents[2] / "data"
CONSOLE = [sys.executable, "-c", "from graphtool.cli import main; main()"]
"""What the `graphtool` script does, wherever it is installed."""


class Said(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(monkeypatch, capsys) -> Run:
    """The command line in this process, its exit code included."""

    def call(*words: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["graphtool", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        return Said(left.value.code, *capsys.readouterr())

    return call


@pytest.fixture
def console() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """The command line in a process of its own, for what only a process has."""

    def call(*words: object, **options) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, **options.pop("env", {})}
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        return subprocess.run([*CONSOLE, *map(str, words)], env=environment, check=False, **streams)

    return call


@pytest.fixture
def kongsberg() -> Path:
    return DATA / "kongsbergregionen"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A dataset to draw: two goals of a plan, one of them a municipality's, one a group's."""
    folder = tmp_path / "småregionen"
    folder.mkdir()
    for name, text in {
        "municipalities": "id,name\nv,Våle\n",
        "actors": "id,name,subkind\nalle,Alle aktører,group\n",
        "plans": "id,name\np,Strategiplan\n",
        "goals": "id,name,part_of,document,line,quote\n"
        "g1,Ærlig samarbeid,p,plan,1,Ærlig samarbeid\n"
        "g2,Øke folketallet,p,plan,2,Øke folketallet\n",
        "relations": "source,relation,target,document,line,quote\n"
        "v,OWNS,g1,plan,3,Våle eier målet\n"
        "alle,RESPONSIBLE_FOR,g2,plan,4,alle svarer for det\n",
        "documents": "id,file\nplan,plan.txt\n",
    }.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder
