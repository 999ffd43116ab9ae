"""A real browser for the map's tests, and maps written once for all of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graphtool import maps
from tests.maps import graphs as map_graphs

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
GRAPHS: dict[str, Callable[[], Any]] = {
    "coast": map_graphs.coast,
    "hostile": map_graphs.hostile,
    "region 120": lambda: map_graphs.region(120),
    "region 500": lambda: map_graphs.region(500),
    "region 2300": lambda: map_graphs.region(2300),
}


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


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The map of a graph of `GRAPHS`, written at its first use."""
    made: dict[str, Path] = {}

    def write(name: str) -> Path:
        if name not in made:
            made[name] = tmp_path_factory.mktemp("maps") / f"{name.replace(' ', '-')}.html"
            maps.write(GRAPHS[name](), made[name])
        return made[name]

    return write


@pytest.fixture
def opened(browser: Any, written: Callable[[str], Path]) -> Iterator[Callable[..., Any]]:
    """Open a map by name or path; `page.requests` and `page.complaints` are kept."""
    pages = []

    def open_(name: str | Path, address: str = "", width: int = 1440, height: int = 900) -> Any:
        path = name if isinstance(name, Path) else written(name)
        page = browser.new_page(viewport={"width": width, "height": height})
        pages.append(page)
        page.requests, page.complaints = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("console", lambda line: page.complaints.append(line.text)
                if line.type in ("error", "warning") else None)  # fmt: skip
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (page.complaints.append(dialog.message), dialog.dismiss()))
        page.goto(path.as_uri() + address)
        page.wait_for_function("window.graphtool && window.graphtool.ready", timeout=20_000)
        return page

    yield open_
    for page in pages:
        page.close()
