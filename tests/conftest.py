"""The two regions, read once for a run; a browser; how many examples a property is tried on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import settings

from graphtool import formats
from graphtool.formats import Reading

DATA = Path(__file__).parents[1] / "data"
os.environ.setdefault("GRAPHTOOL_LANG", "nb")  # whatever language this machine speaks
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
)
"""With which the browser starts."""
FEWEST = 4
"""Examples that a property is tried on however few are asked for."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--examples",
        type=float,
        default=0.1,
        metavar="SHARE",
        help="of the examples that each property has, try this share (default: 0.1; 1 for all)",
    )
    parser.addoption(
        "--combinations",
        type=float,
        default=0.1,
        metavar="SHARE",
        help="of a test of many combinations, try this share (default: 0.1; 1 for all)",
    )
    parser.addoption(
        "--rare", action="store_true", help="try too what costs much and seldom finds anything"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Fewer examples and combinations in everyday runs; `.ci/run` tries more, and all of these."""
    _fewer_examples(config, items)
    left = _left_out(items, every=max(1, round(1 / config.getoption("--combinations"))))
    if not config.getoption("--rare"):
        left += [item for item in items if item.get_closest_marker("rare")]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in {*left}]


def _left_out(items: list[pytest.Item], *, every: int) -> list[pytest.Item]:
    """Of the items of each test marked `combined` all but each so-and-so-manieth.

    Not the same of each test, but the same in each run: the first goes by the test's name.
    """
    tests: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.get_closest_marker("combined"):
            tests.setdefault(item.nodeid.partition("[")[0], []).append(item)
    left = []
    for name, some in tests.items():
        first = crc32(name.encode()) % min(every, len(some))
        left += [item for at, item in enumerate(some) if at % every != first]
    return left


def _fewer_examples(config: pytest.Config, items: list[pytest.Item]) -> None:
    functions = {getattr(item.obj, "__func__", item.obj) for item in items if hasattr(item, "obj")}
    for function in functions:  # each once: several items may be one function's
        asked = getattr(function, "_hypothesis_internal_use_settings", None)
        if asked is not None:
            few = max(FEWEST, round(asked.max_examples * config.getoption("--examples")))
            function._hypothesis_internal_use_settings = settings(
                asked, max_examples=min(few, asked.max_examples)
            )


@pytest.fixture
def some(request: pytest.FixtureRequest) -> Callable[[Sequence[Any]], Sequence[Any]]:
    """Of many cases evenly as many as are asked for, from another first one each time.

    For tests marked `many`, of which `.ci/run` tries more.
    """
    every = max(1, round(1 / request.config.getoption("--examples")))
    turns = count()

    def chosen(cases: Sequence[Any]) -> Sequence[Any]:
        return cases[next(turns) % every :: every]

    return chosen


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever types the commands reads English."""
    monkeypatch.setenv("GRAPHTOOL_LANG", "en")


@pytest.fixture(scope="session")
def kristiansand() -> Reading:
    return formats.read(DATA / "kristiansandsregionen")


@pytest.fixture(scope="session")
def kongsberg() -> Reading:
    return formats.read(DATA / "kongsbergregionen")


def _cannot_browse(reason: str) -> None:
    # In CI a browser that is missing is a fault of the build, not a reason to skip.
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(f"no browser in CI: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium; skips with a reason where there is none, fails where CI=true."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _cannot_browse("playwright is not installed")
    found = (
        shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    if not found:
        _cannot_browse("no chromium: apt-get install chromium")
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=found, args=[*FLAGS])
        yield running
        running.close()
