"""How quickly a map opens, moves and answers, beside plain pyvis on the same graph and browser.

`python -m tests.benchmarks.maps` prints a Markdown table; `--nation` adds the size of the file of
1 000 000 nodes, which takes minutes. Needs playwright and Debian's chromium.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pyvis.network import Network

from graphtool import PlanGraph, maps
from tests.benchmarks.measure import Line, as_markdown
from tests.benchmarks.nation import nation
from tests.conftest import FLAGS
from tests.maps.graphs import region

SIZES = (500, 2000)
FILES = (150, 500, 2000, 20_000)
PATIENCE = 60
"""Seconds that a page gets to draw its graph; pyvis lets physics run before it shows anything."""
FIRST_DRAW = {500: 1.0, 2000: 2.0}
SELECTION, FRAMES, MEBIBYTES = 0.3, 50, 6
PAN = """([x, y]) => new Promise((done) => {
  let frames = 0;
  const begun = performance.now();
  const step = (now) => {
    if (now - begun > 2000) return done(frames / (now - begun) * 1000);
    frames++;
    const turn = frames / 20;
    network_.moveTo({ position: { x: x + 300 * Math.sin(turn), y: y + 200 * Math.cos(turn) } });
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})"""
SELECT = """(id) => new Promise((done) => {
  const begun = performance.now();
  network_.once("afterDrawing", () => done((performance.now() - begun) / 1000));
  if (window.graphtool) graphtool.select(id);
  else { network_.selectNodes([id]); network_.redraw(); }
})"""
DRAWN = """(() => {
  const poll = () => {
    if (!window.network) return requestAnimationFrame(poll);
    network.once("stabilizationIterationsDone", () => network.once("afterDrawing", () => {
      window.drawnAt = performance.now();
    }));
  };
  poll();
})()"""


class Seen(NamedTuple):
    """What a browser says of one page."""

    first_draw: float
    """Seconds from the request until the graph is seen; infinite where patience ran out."""
    frames: float
    """Drawn a second while panning."""
    selection: float
    """Seconds from a selection until it is seen."""


def main() -> None:
    """Measures, and prints."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--nation", action="store_true", help="a million nodes as well")
    lines = []
    for line in measured(with_nation=parser.parse_args().nation):
        print(f"{line.what}: {line.measured}", file=sys.stderr, flush=True)
        lines.append(line)
    print(as_markdown(lines))


def measured(*, with_nation: bool = False) -> Iterator[Line]:
    """Sizes of files, then what a browser says; only the sizes where there is none."""
    with tempfile.TemporaryDirectory() as place:
        yield from files(Path(place), with_nation=with_nation)
        yield from pages(Path(place))


def files(place: Path, *, with_nation: bool) -> Iterator[Line]:
    """How large the file is, and how long it takes to write."""
    graphs = [region(size) for size in FILES]
    if with_nation:
        graphs.append(PlanGraph.from_tables(*nation()))
    for graph in graphs:
        begun = time.perf_counter()
        maps.write(graph, place / "map.html")
        taken = time.perf_counter() - begun
        size = (place / "map.html").stat().st_size / (1 << 20)
        what = f"map of {_spaced(len(graph.nodes))} nodes: the file"
        yield Line(
            what,
            "",
            f"{size:.1f} MiB, written in {taken:.1f} s",
            f"at most {MEBIBYTES} MiB",
            size <= MEBIBYTES,
        )


def pages(place: Path) -> Iterator[Line]:
    """First draw, frames and selection, beside pyvis."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        yield Line("maps in a browser", "", "no chromium: apt-get install chromium")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=[*FLAGS])
        for size in SIZES:
            graph = region(size)
            maps.write(graph, place / "ours.html")
            _pyvis(graph, place / "theirs.html")
            ours = _seen(browser, place / "ours.html", "g0")
            theirs = _seen(browser, place / "theirs.html", "g0")
            yield from _lines(size, ours, theirs)
        browser.close()


def _pyvis(graph: PlanGraph, path: Path) -> None:
    """Plain pyvis with its defaults; its own files in line, for the browser has no network."""
    plain = Network(cdn_resources="in_line")
    plain.from_nx(graph.to_networkx())
    path.write_text(plain.generate_html(), encoding="utf-8")


def _seen(browser: Any, path: Path, node: str) -> Seen:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.route("http*://**", lambda route: route.abort())
    page.add_init_script(DRAWN)
    page.goto(path.as_uri())
    ready = "window.graphtool ? graphtool.ready : window.drawnAt"
    try:
        page.wait_for_function(ready, timeout=PATIENCE * 1000)
        first = page.evaluate("(window.graphtool ? graphtool.state().firstDraw : drawnAt) / 1000")
    except Exception as error:
        if type(error).__name__ != "TimeoutError":
            raise
        page.close()
        return Seen(float("inf"), 0.0, float("inf"))
    page.evaluate("() => { window.network_ = window.graphtool ? graphtool.network : network; }")
    centre = page.evaluate("(({ x, y }) => [x, y])(network_.getViewPosition())")
    frames = page.evaluate(PAN, centre)
    chosen = page.evaluate(SELECT, node)
    page.close()
    return Seen(first, frames, chosen)


def _lines(size: int, ours: Seen, theirs: Seen) -> Iterator[Line]:
    beside, nodes = "plain pyvis", f"{_spaced(size)} nodes"
    times = theirs.first_draw / ours.first_draw
    faster = f"over {PATIENCE / ours.first_draw:.0f}" if times == float("inf") else f"{times:.0f}"
    yield Line(
        f"first draw of {nodes}",
        beside,
        f"{ours.first_draw:.2f} s, {faster} × faster",
        f"under {FIRST_DRAW[size]:g} s",
        ours.first_draw < FIRST_DRAW[size],
    )
    if not theirs.frames:
        beside = f"plain pyvis, which shows nothing within {PATIENCE} s"
    yield Line(
        f"frames a second while panning, {nodes}",
        beside,
        f"{ours.frames:.0f}"
        + (f", {ours.frames / theirs.frames:.1f} × as many" if theirs.frames else ""),
        f"at least {FRAMES}",
        ours.frames >= FRAMES,
    )
    yield Line(
        f"selection, {nodes}",
        beside,
        f"{ours.selection * 1000:.0f} ms"
        + (f", {ours.selection / theirs.selection:.1f} × as long" if theirs.frames else ""),
        f"under {SELECTION * 1000:.0f} ms",
        ours.selection < SELECTION,
    )


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ")


if __name__ == "__main__":
    main()
