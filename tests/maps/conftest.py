"""A real browser for the map's tests, and maps written once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graphtool import formats, maps
from graphtool.graph import PlanGraph
from tests.maps import graphs as map_graphs

DATA = Path(__file__).parents[2] / "data"
REGIONS = ("kristiansandsregionen", "kongsbergregionen")

GRAPHS: dict[str, Callable[[], PlanGraph]] = {
    "coast": map_graphs.coast,
    "hostile": map_graphs.hostile,
    "region 120": lambda: map_graphs.region(120),
    "region 500": lambda: map_graphs.region(500),
    "region 2300": lambda: map_graphs.region(2300),
    **{region: lambda region=region: formats.read(DATA / region).graph for region in REGIONS},
}
"""Each is drawn once, all of its views in one file."""


@pytest.fixture(scope="session")
def graph_of() -> Callable[[str], PlanGraph]:
    """A graph of `GRAPHS`, made at its first use; nobody may change it."""
    return cache(lambda name: GRAPHS[name]())


@pytest.fixture(scope="session")
def written(
    tmp_path_factory: pytest.TempPathFactory, graph_of: Callable[[str], PlanGraph]
) -> Callable[[str], Path]:
    """The map of a graph of `GRAPHS`, written at its first use."""

    @cache
    def write(name: str) -> Path:
        path = tmp_path_factory.mktemp("maps") / f"{name.replace(' ', '-')}.html"
        maps.write(graph_of(name), path)
        return path

    return write


def _page(
    browser: Any,
    path: Path,
    address: str = "",
    *,
    width: int = 1440,
    height: int = 900,
    moving: bool = True,
    prepare: Callable[[Any], object] = lambda page: None,
) -> Any:
    motion = "no-preference" if moving else "reduce"
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion=motion)
    prepare(page)
    page.requests, page.complaints = [], []
    page.on("request", lambda request: page.requests.append(request.url))
    page.on(
        "console",
        lambda line: (
            page.complaints.append(line.text) if line.type in ("error", "warning") else None
        ),
    )
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("dialog", lambda dialog: (page.complaints.append(dialog.message), dialog.dismiss()))
    page.goto(path.as_uri() + address)
    page.wait_for_function("() => window.graphtool && window.graphtool.ready", timeout=60_000)
    return page


@pytest.fixture
def opened(browser: Any, written: Callable[[str], Path]) -> Iterator[Callable[..., Any]]:
    """Open a map by name or path; `page.requests` and `page.complaints` are kept.

    `prepare` is called with the page before it goes anywhere.
    """
    pages = []

    def open_(name: str | Path, address: str = "", **options: Any) -> Any:
        path = name if isinstance(name, Path) else written(name)
        pages.append(_page(browser, path, address, **options))
        return pages[-1]

    yield open_
    for page in pages:
        page.close()


FOLLOW = """async hash => {
  const followed = new Promise(done => addEventListener("hashchange", done, { once: true }));
  if (location.hash === hash) dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = hash;
  await followed;
  document.getElementById("search").value = "";
}"""


@pytest.fixture(scope="session")
def turned(browser: Any, written: Callable[[str], Path]) -> Iterator[Callable[..., Any]]:
    """A map by name, opened once for all tests and turned to a view by a link.

    Whoever turns it finds nothing selected, hidden or filtered but what the link says, and the
    camera at rest.
    """
    pages: dict[str, Any] = {}

    def turn(name: str, view: str, address: str = "") -> Any:
        if name not in pages:
            pages[name] = _page(browser, written(name), moving=False)
        page = pages[name]
        page.evaluate(FOLLOW, f"#view={view}{address and '&' + address}")
        assert page.evaluate("graphtool.state().view") == view
        return page

    yield turn
    for page in pages.values():
        assert page.complaints == []
        page.close()
