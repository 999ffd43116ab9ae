"""A real browser for the map's tests, and maps written once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
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


HEARD: dict[str, Callable[[Any, Any], object]] = {
    "request": lambda page, request: page.requests.append(request.url),
    "console": lambda page, line: (
        page.complaints.append(line.text) if line.type in ("error", "warning") else None
    ),
    "pageerror": lambda page, error: page.complaints.append(str(error)),
    "dialog": lambda page, dialog: (page.complaints.append(dialog.message), dialog.dismiss()),
}
"""What is kept of what a page does."""


class Lent:
    """Pages of a browser, each lent to one test after another.

    To open a further page takes three times as long as to go elsewhere in one. A page that is
    given back goes nowhere, so that whoever has it next finds nothing of what was there.
    """

    def __init__(self, browser: Any) -> None:
        self._browser = browser
        self._free: list[Any] = []

    def take(self, *, width: int, height: int, moving: bool) -> Any:
        page = self._free.pop() if self._free else self._browser.new_page()
        page.set_viewport_size({"width": width, "height": height})
        motion = "no-preference" if moving else "reduce"
        page.emulate_media(media="null", reduced_motion=motion)
        page.mouse.move(0, 0)
        page.requests, page.complaints = [], []
        page.heard = {name: partial(keep, page) for name, keep in HEARD.items()}
        for name, keep in page.heard.items():
            page.on(name, keep)
        return page

    def give(self, page: Any) -> None:
        for name, keep in page.heard.items():
            page.remove_listener(name, keep)
        page.goto("about:blank")
        self._free.append(page)

    def close(self) -> None:
        for page in self._free:
            page.close()


@pytest.fixture(scope="session")
def lent(browser: Any) -> Iterator[Lent]:
    pages = Lent(browser)
    yield pages
    pages.close()


def _opened(page: Any, path: Path, address: str = "") -> Any:
    page.goto(path.as_uri() + address)
    page.wait_for_function("() => window.graphtool && window.graphtool.ready", timeout=60_000)
    return page


@pytest.fixture
def opened(lent: Lent, written: Callable[[str], Path]) -> Iterator[Callable[..., Any]]:
    """Open a map by name or path; `page.requests` and `page.complaints` are kept.

    `prepare` is called with the page before it goes anywhere; whoever has it next is not to find
    it so.
    """
    pages: list[tuple[Any, bool]] = []

    def open_(
        name: str | Path,
        address: str = "",
        *,
        width: int = 1440,
        height: int = 900,
        moving: bool = True,
        prepare: Callable[[Any], object] | None = None,
    ) -> Any:
        path = name if isinstance(name, Path) else written(name)
        page = lent.take(width=width, height=height, moving=moving)
        pages.append((page, prepare is None))
        if prepare:
            prepare(page)
        return _opened(page, path, address)

    yield open_
    for page, as_before in pages:
        lent.give(page) if as_before else page.close()


FOLLOW = """async hash => {
  const followed = new Promise(done => addEventListener("hashchange", done, { once: true }));
  if (location.hash === hash) dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = hash;
  await followed;
  document.getElementById("search").value = "";
}"""


@pytest.fixture(scope="session")
def turned(lent: Lent, written: Callable[[str], Path]) -> Iterator[Callable[..., Any]]:
    """A map by name, opened once for all tests and turned to a view by a link.

    Whoever turns it finds nothing selected, hidden or filtered but what the link says, and the
    camera at rest.
    """
    pages: dict[str, Any] = {}

    def turn(name: str, view: str, address: str = "") -> Any:
        if name not in pages:
            page = lent.take(width=1440, height=900, moving=False)
            pages[name] = _opened(page, written(name))
        page = pages[name]
        page.evaluate(FOLLOW, f"#view={view}{address and '&' + address}")
        assert page.evaluate("graphtool.state().view") == view
        return page

    yield turn
    for page in pages.values():
        assert page.complaints == []
        page.close()
