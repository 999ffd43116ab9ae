"""The two regions, read once for a run; and how many examples a property is tried on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from graphtool import formats
from graphtool.formats import Reading

DATA = Path(__file__).parents[1] / "data"
FEWEST = 4
"""Examples that a property is tried on however few are asked for."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--examples",
        type=float,
        default=0.25,
        metavar="SHARE",
        help="of the examples that each property has, try this share (default: 0.25; 1 for all)",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Fewer examples a property in everyday runs; `-m hypothesis --examples 1` tries all."""
    functions = {getattr(item.obj, "__func__", item.obj) for item in items if hasattr(item, "obj")}
    for function in functions:  # each once: several items may be one function's
        asked = getattr(function, "_hypothesis_internal_use_settings", None)
        if asked is not None:
            few = max(FEWEST, round(asked.max_examples * config.getoption("--examples")))
            function._hypothesis_internal_use_settings = settings(
                asked, max_examples=min(few, asked.max_examples)
            )


@pytest.fixture(scope="session")
def kristiansand() -> Reading:
    return formats.read(DATA / "kristiansandsregionen")


@pytest.fixture(scope="session")
def kongsberg() -> Reading:
    return formats.read(DATA / "kongsbergregionen")
