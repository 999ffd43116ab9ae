"""Decks held against ECMA-376's transitional schemas, which are stricter than LibreOffice.

The schemas are those that Apache POI compiles for XmlBeans, from Maven Central; kept outside the
checkout, as the tests' Neo4j is.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

from tests import maven

HERE = Path(__file__).parent
VERSION = re.findall(r"<version>(\d.+\d)</version>", (HERE / "pom.xml").read_text("utf-8"))[-1]


class Checked(NamedTuple):
    """What the schemas do not allow."""

    errors: list[str]
    """File, part and what is wrong."""
    parts: int
    """How many parts were held against them."""


def checked(files: Sequence[Path]) -> Checked:
    """The files' parts, all in one run; skips where there is no Java or Maven, but not in CI."""
    command = [_java(), "-XX:TieredStopAtLevel=1", "-cp", f"{_jars()}/*", HERE / "Validate.java"]
    run = subprocess.run([*command, *files], capture_output=True, text=True, check=True)
    *errors, last = run.stdout.splitlines()
    said = [
        " ".join(Path(part).name if n == 0 else part for n, part in enumerate(line.split("\t")))
        for line in errors
    ]
    return Checked(said, int(last.removeprefix("parts validated: ")))


def _java() -> str:
    found = shutil.which("java")
    if not found:
        _unavailable("no java: apt-get install openjdk-17-jdk-headless")
    return str(found)


def _jars() -> Path:
    try:
        return maven.jars(HERE / "pom.xml", "POI", VERSION, missing=_missing)
    except maven.Unavailable as error:
        _unavailable(str(error))


def _missing() -> str:
    return "" if shutil.which("mvn") else "no mvn: apt-get install maven"


def _unavailable(reason: str) -> NoReturn:
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(reason)
    pytest.skip(reason)
