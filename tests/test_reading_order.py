"""The order in which to read the code leads to what is there, and past nothing."""

from __future__ import annotations

import re
from pathlib import Path

import graphtool

HERE = Path(graphtool.__file__).parent
ORDER = (graphtool.__doc__ or "").partition("in this order")[2]
NAMED = set(re.findall(r"`([a-z_.]+)`", ORDER))


def test_every_module_that_is_named_is_there():
    commands = {"check", "demo", "new"}
    missing = {
        name
        for name in NAMED - commands
        if not (path := HERE / name.replace(".", "/")).is_dir()
        and not path.with_suffix(".py").is_file()
    }
    assert missing == set()


def test_every_package_and_every_module_beside_them_is_named():
    there = {path.parent.name for path in HERE.glob("*/__init__.py")}
    there |= {path.stem for path in HERE.glob("*.py")} - {"__init__"}
    assert there - {name.split(".")[0] for name in NAMED} == set()
