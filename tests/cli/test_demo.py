"""`graphtool demo`: example data that can be used at once, and nothing written over."""

from __future__ import annotations

import shlex
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import DATA

ROOT = DATA.parent


def test_what_it_says_to_try_can_be_tried(run, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = run("demo", "min mappe", "--lang", "nb")
    assert (said.code, said.out) == (0, "")
    lines = [line.strip().split("   ")[0] for line in said.err.splitlines()[1:]]
    tried = {
        words[1]: words[1:] for line in lines if (words := shlex.split(line))[0] == "graphtool"
    }
    assert set(tried) == {"report", "query", "check", "compare", "open"}
    for name in ("query", "check", "compare"):
        assert run(*tried[name]).code == 0
    assert Path(tried["open"][1]).is_file()
    assert Path(tried["report"][1]).is_dir()


@pytest.mark.usefixtures("english")
def test_nothing_that_is_there_is_written_over(run, tmp_path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    for place in (tmp_path, tmp_path / "mine.txt"):
        said = run("demo", place)
        assert said.code == 2
        assert "choose a name that is not in use" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    assert run("demo", tmp_path / "empty").code == 0


def test_the_wheel_holds_what_it_copies() -> None:
    from graphtool import demonstration

    shipped = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]
    held = shipped["targets"]["wheel"]["force-include"]
    for name in (*demonstration.REGIONS, demonstration.PLAN):
        assert held[f"data/{name}"] == f"graphtool/data/{name}"
        assert (ROOT / "data" / name).exists()
