"""The two regions, read once for a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphtool import readers
from graphtool.readers import Reading

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="session")
def kristiansand() -> Reading:
    return readers.read(DATA / "kristiansandsregionen")


@pytest.fixture(scope="session")
def kongsberg() -> Reading:
    return readers.read(DATA / "kongsbergregionen")
