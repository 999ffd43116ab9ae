"""Every line that the page counts is on the canvas: by itself, or in one that says how many.

What is on the canvas is noted stroke by stroke by the painter (`graphtool.painted`), apart from
what the header counts, and once compared with the pixels.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from graphtool import maps
from graphtool.graph import PlanGraph
from graphtool.maps.options import GROUPINGS
from tests.drawing import drawn
from tests.maps import graphs as map_graphs
from tests.maps import pages
from tests.maps.pages import REGIONS, VIEWS

WINDOWS = ((1280, 720), (1440, 900), (1920, 1080))
ZOOMS = (0.4, 1, 1.5, 2.5, 4)
PIECES = 2.5
"""Of the zoom at which all of a map is seen: farther, and nearer until names can be read."""
GENERATED: dict[str, Callable[[], PlanGraph]] = {
    "ring 190": lambda: map_graphs.ring(190),
    "ring 356": lambda: map_graphs.ring(356),
    "cities": map_graphs.cities,
}
"""Collaboration only, where every group is a community, each node drawn by itself."""
CONDENSED = "condensed cities"
"""The cities as they are drawn where nobody asks for each of them."""
SIX = (*REGIONS, *GENERATED, CONDENSED, "region 2300")

LOOK = """([zoom, isEverywhere]) => {
  const { network } = graphtool, map = document.getElementById("map");
  graphtool.fit();
  const scale = network.getScale() * zoom, middle = network.getViewPosition();
  // All places of the camera from which what is seen from afar is seen piece by piece.
  const reach = isEverywhere ? Math.ceil((zoom - 1) / 2) : 0;
  const step = [map.clientWidth, map.clientHeight].map(side => side / scale * 0.8);
  const [edges, lines, unseen, said] = [new Set(), new Map(), [], new Set()];
  for (let across = -reach; across <= reach; across++) {
    for (let down = -reach; down <= reach; down++) {
      network.moveTo({ scale, position: { x: middle.x + across * step[0],
                                          y: middle.y + down * step[1] } });
      network.redraw();
      const painted = graphtool.painted();
      painted.edges.forEach(k => edges.add(k));
      const numbered = new Set(painted.numbered.map(String));
      painted.lines.forEach(ks => lines.set(String(ks), ks));
      unseen.push(painted.lines.filter(ks => !numbered.has(String(ks))));
      said.add(document.getElementById("shown").textContent);
    }
  }
  const ticked = "#legend .relations input:is(:checked, :indeterminate)";
  const rows = [...document.querySelectorAll(ticked)];
  return { edges: [...edges], lines: [...lines.values()], unnumbered: unseen[0], said: [...said],
    note: document.getElementById("drawn")?.textContent || "",
    legend: rows.map(row => row.parentElement.querySelector(".count").textContent),
    visible: graphtool.state().visibleEdges };
}"""


def number(text: str) -> int:
    return int(re.sub(r"\s", "", text))


def numbers(text: str) -> list[int]:
    return [number(found) for found in re.findall(r"\d+(?:\s\d{3})*", text)]


def told(note: str, words: str) -> int:
    """What the legend's note says of these words, 0 where it does not name them."""
    found = re.search(r"(\d+(?:\s\d{3})*) " + re.escape(words), note)
    return number(found[1]) if found else 0


class Looked:
    """What was seen of a map from one zoom, and what the page said meanwhile.

    `everywhere` looks at the whole map piece by piece, else only at its middle.
    """

    def __init__(
        self,
        page: Any,
        times: list[int],
        inside: set[int],
        zoom: float = 1,
        everywhere: bool = True,
    ) -> None:
        seen = page.evaluate(LOOK, [zoom, everywhere])
        self.note = seen["note"]
        (header,) = seen["said"]  # the same wherever the camera stands
        self.said = numbers(header.split(" noder ")[1])[0]
        self.legend = sum(map(number, seen["legend"]))
        self.visible = seen["visible"]
        self.single = set(seen["edges"])
        self.gathered = {k for line in seen["lines"] for k in line} - self.single
        self.drawn = sum(times[k] for k in self.single | self.gathered)
        self.within = sum(times[k] for k in inside)
        loose = [sum(times[k] for k in line) for line in seen["unnumbered"]]
        self.unnumbered = sum(n for n in loose if n > 1)
        self.unseen = told(self.note, "som symbolene dekker") + told(self.note, "i andre linjer")
        # Left until somebody asks, where not all could be followed.
        found = re.search(r"ikke tegnet: (\d+(?:\s\d{3})*)", self.note)
        self.waiting = number(found[1]) if found else 0
        self.unseen += self.waiting
        self.placed = told(self.note, "vist ved at")
        self.drawn += self.placed


def edges_of(path: Path, view: str) -> tuple[list[int], set[int]]:
    """How many edges each line of a view stands for, and which are within a card."""
    sheet = pages.sheets_of(path)[view]
    rows = sheet["edges"] + sheet["passing"]
    times = [row[5].get("count", row[5].get("stands", [1])[0]) for row in rows]
    return times, {k for k, row in enumerate(rows) if "count" in row[5] and row[0] == row[1]}


def total(path: Path, view: str = "") -> int:
    """How many edges a view has in all of time; the first view where none is named."""
    sheets = pages.sheets_of(path)
    rows = sheets[view or next(iter(sheets))]["edges"]
    return sum(row[5].get("count", row[5].get("stands", [1])[0]) for row in rows)


@pytest.fixture(scope="module")
def file_of(written: Callable[[str], Path], tmp_path_factory) -> Callable[[str], Path]:
    """The map of one of the six."""

    @cache
    def write(name: str) -> Path:
        if name not in (*GENERATED, CONDENSED):
            return written(name)
        path = tmp_path_factory.mktemp("lines") / f"{name.replace(' ', '-')}.html"
        asked = maps.Settings(views=("collaboration",), size_by="strength")
        if name == CONDENSED:
            maps.write(map_graphs.cities(), path, replace(asked, size_by="none"))
        else:
            maps.write(GENERATED[name](), path, asked)
        return path

    return write


@pytest.fixture
def looking(opened, file_of) -> Iterator[Callable[..., Any]]:
    """One of the six, opened; whatever is done there must not complain."""
    found = []

    def look(name: str, **window: int) -> tuple[Any, list[int], set[int]]:
        page = opened(file_of(name), moving=False, **window)
        found.append(page)
        return page, *edges_of(file_of(name), page.evaluate("graphtool.state().view"))

    yield look
    assert [page.complaints for page in found] == [[] for _ in found]


@pytest.mark.combined
@pytest.mark.parametrize("name", SIX)
def test_lines_drawn_are_lines_counted_at_every_zoom_and_window(looking, file_of, name):
    page, times, inside = looking(name)
    whole = total(file_of(name))
    for width, height in WINDOWS:
        page.set_viewport_size({"width": width, "height": height})
        for zoom in ZOOMS:
            everywhere = zoom == PIECES and (width, height) == WINDOWS[0]
            seen = Looked(page, times, inside, zoom, everywhere)
            what = (name, width, zoom, seen.note)
            assert seen.legend == seen.said, what
            assert seen.said + seen.unseen == whole, what
            if everywhere or zoom <= 1:
                assert seen.drawn + seen.within == seen.said, what
            else:
                assert seen.drawn + seen.within <= seen.said, what
            if zoom < 1:
                assert told(seen.note, "der det ikke er plass") == seen.unnumbered, what
            if zoom == 1:  # where all of the map is seen, every line has its number
                assert told(seen.note, "der det ikke er plass") == seen.unnumbered == 0, what


@pytest.mark.parametrize("name", GENERATED)
def test_a_map_of_communities_opens_with_every_line(looking, name):
    page, times, inside = looking(name, width=1280, height=720)
    seen = Looked(page, times, inside)
    assert page.evaluate("graphtool.state().overview")
    assert seen.drawn == seen.said == len(times) > 600
    assert seen.unnumbered == 0
    assert (len(seen.gathered) > 0) == (name == "cities")


PIXELS = """() => {
  const canvas = document.querySelector("#map canvas"), ratio = canvas.width / canvas.clientWidth;
  const taken = () => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
    copy.drawImage(canvas, 0, 0);
    return copy.getImageData(0, 0, canvas.width, canvas.height);
  };
  const data = JSON.parse(document.getElementById("gt-data").textContent);
  const frame = canvas.getBoundingClientRect();
  const spot = Object.fromEntries(data.nodes.map(({ id }) => [id, graphtool.dom(id)]));
  const box = () => document.querySelector("#legend input[data-name=TIE]");
  const on = taken();
  box().click();
  const off = taken(), shown = document.getElementById("shown").textContent;
  box().click();
  // Bare ground without the lines; and whether a line has left ink on it, or right beside.
  const at = (x, y) => 4 * (Math.round(y) * canvas.width + Math.round(x));
  const names = graphtool.labels();  // the pale rim around letters looks bare, and covers lines
  const isNamed = (x, y) => names.some(box => x > box.x * ratio - 4 && y > box.y * ratio - 4
    && x < (box.x + box.w) * ratio + 4 && y < (box.y + box.h) * ratio + 4);
  const isBare = (x, y) => [0, 1, 2].every(n => off.data[at(x, y) + n] > 240) && !isNamed(x, y);
  const isDark = (x, y) => on.data[at(x, y)] < 200;
  const isInked = (x, y) => [-1, 0, 1].some(dx => [-1, 0, 1].some(dy => isDark(x + dx, y + dy)));
  // How much of the bare ground between two has ink; null where all lies under symbols and names.
  const share = ([s, t]) => {
    const [a, b] = [spot[s], spot[t]].map(
      ({ x, y }) => [(x - frame.left) * ratio, (y - frame.top) * ratio]);
    const spots = Array.from({ length: 59 }, (_, part) =>
      [0, 1].map(n => a[n] + (b[n] - a[n]) * (part + 1) / 60)).filter(([x, y]) => isBare(x, y));
    return spots.length ? spots.filter(([x, y]) => isInked(x, y)).length / spots.length : null;
  };
  const tied = new Set(data.edges.map(([s, t]) => s + " " + t));
  const ids = data.nodes.map(({ id }) => id);
  const free = ids.slice(9).map((id, at) => [ids[at], id])
    .filter(([s, t]) => !tied.has(s + " " + t) && !tied.has(t + " " + s));
  return { tied: data.edges.map(share), free: free.map(share), shown };
}"""


def test_the_pixels_along_every_line_of_190_municipalities_are_those_of_a_line(looking):
    page, times, _ = looking("ring 190")
    found = page.evaluate(PIXELS)
    # 659 pairs of municipalities, and 47 networks with six members each.
    assert len(found["tied"]) == len(times) == 659 + 47 * 6
    tied, free = ([share for share in found[key] if share is not None] for key in ("tied", "free"))
    assert len(tied) > 0.9 * len(times)
    assert min(tied) > 0.9
    # So the ink is not there by chance: pairs without a tie have as much hardly ever.
    assert sum(share > 0.9 for share in free) < 0.1 * len(free)
    assert "0 av 941 sammenhenger" in found["shown"]


@pytest.mark.combined
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", [*REGIONS, "region 500"])
def test_every_view_draws_what_it_counts(turned, written, name, view):
    page = turned(name, view)
    times, inside = edges_of(written(name), view)
    seen = Looked(page, times, inside)
    lasting = page.evaluate("graphtool.state().visibleEdges")
    assert seen.drawn + seen.within == seen.said == seen.legend == lasting - seen.waiting


@pytest.mark.combined
@pytest.mark.parametrize("name", [*REGIONS, "ring 190", "cities", "region 2300"])
def test_what_stands_out_leaves_nothing_out_that_is_counted(looking, file_of, name):
    page, times, inside = looking(name)
    middle = page.evaluate("""() => { const at = graphtool.network.body.nodes;
      return Object.keys(at).find(id => graphtool.network.getConnectedEdges(id).length > 3); }""")
    for zoom in (1, 2):
        assert page.evaluate("id => graphtool.select(id)", middle)
        seen = Looked(page, times, inside, zoom)
        assert seen.drawn + seen.within == seen.said == seen.legend
        assert seen.said + seen.unseen == total(file_of(name))


STEP = """() => { graphtool.fit(); graphtool.network.redraw();
  return [graphtool.state(), graphtool.painted()]; }"""


def test_filters_moments_and_steps_draw_what_they_count(opened, graph_of, tmp_path):
    path = tmp_path / "kart.html"
    whole = maps.Settings(size_by="edges")  # of which nothing is folded
    maps.write(graph_of("kristiansandsregionen"), path, whole)
    page = opened(path, moving=False)
    sheet = pages.sheets_of(path)["overview"]
    times = [1] * (len(sheet["edges"]) + len(sheet["passing"]))
    for _ in range(2):  # from a part of them to all, and from all to none
        page.click("#legend input[data-name=PART_OF]")
    page.uncheck("#legend input[data-name=Goal]")
    fewer = Looked(page, times, set())
    assert fewer.drawn == fewer.said == fewer.legend < len(sheet["edges"])
    assert fewer.said + fewer.waiting == fewer.visible
    page.evaluate("document.querySelectorAll('#legend [data-all]').forEach(one => one.click())")
    counts = Counter()
    for moment in range(len(sheet["stops"]) + 1):
        page.evaluate(f"""() => {{ const slider = document.getElementById("years");
          slider.value = {moment}; slider.dispatchEvent(new Event("input")); }}""")
        seen = Looked(page, times, set())
        assert seen.drawn == seen.said == seen.legend == seen.visible - seen.waiting, moment
        counts[seen.said] += 1
    assert len(counts) > 2
    page.click("#begin")
    while True:
        state, painted = page.evaluate(STEP)
        gathered = {k for line in painted["lines"] for k in line}
        left = state["drawn"]["waiting"] + state["drawn"]["placed"]
        assert len({*painted["edges"], *gathered}) == state["visibleEdges"] - left
        if page.locator("[data-turn=next]").is_disabled():
            break
        page.click("[data-turn=next]")


def test_a_comparison_draws_what_is_new_and_what_is_gone(opened, tmp_path):
    old = drawn("Goal g\nActor a\nActor b\na OWNS g\na COLLABORATES_WITH b")
    new = drawn("Goal g\nActor a\nActor b\nb OWNS g\na COLLABORATES_WITH b")
    maps.write(new, tmp_path / "kart.html", maps.Settings(before=old, views=("overview",)))
    page = opened(tmp_path / "kart.html", moving=False)
    seen = Looked(page, [1, 1, 1], set())
    assert seen.drawn == seen.said == seen.legend == 3
    page.check("#changes input[data-only=changed]")
    only = Looked(page, [1, 1, 1], set())
    assert only.drawn == only.said == only.visible == 2


def test_a_group_that_is_opened_draws_what_it_counts(looking, file_of):
    page, _, _ = looking("region 2300")
    assert page.evaluate("graphtool.open(';group-1')")
    detail = page.evaluate("JSON.parse(document.getElementById('gt-sheet-group-1').textContent)")
    times = [row[5].get("count", 1) for row in detail["edges"]] + [r[3] for r in detail["lines"]]
    inside = {
        len(detail["edges"]) + at for at, row in enumerate(detail["lines"]) if row[0] == row[1]
    }
    for zoom in (0.5, 1, 2):
        seen = Looked(page, times, inside, zoom)
        assert seen.drawn + seen.within == seen.said == seen.legend, zoom
        assert seen.said + seen.unseen == sum(times)


def test_a_line_that_leaves_the_picture_is_cut_short_and_said(looking):
    page, times, inside = looking("cities")
    seen = Looked(page, times, inside, 4, everywhere=False)
    assert 0 < told(seen.note, "går ut av bildet") <= len(seen.single)
    assert not seen.gathered


NETS = """
    Actor a name=Alfa
    Actor b name=Beta
    Actor c name=Gamma
    Actor d name=Delta
    Project p
    Project q
    Project r
    Plan s
    Project t
    Project u
    Plan v
    a SUPPORTS p
    b SUPPORTS p
    a ADOPTED s
    b ADOPTED s
    a SUPPORTS q
    b SUPPORTS q
    c SUPPORTS t
    d SUPPORTS t
    c ADOPTED v
    d ADOPTED v
    d SUPPORTS u
    c SUPPORTS u
    Goal x
    Resource y
"""
"""Two nets of the same kinds, and two nodes that have nothing to do with anything."""


@pytest.mark.combined
@pytest.mark.parametrize("by", GROUPINGS)
@pytest.mark.parametrize("name", ["nets", "kristiansandsregionen", "region 500"])
def test_no_two_boxes_have_the_same_heading(graph_of, tmp_path, name, by):
    graph = drawn(NETS) if name == "nets" else graph_of(name)
    path = tmp_path / "kart.html"
    maps.write(graph, path, maps.Settings(views=("overview", "collaboration"), group_by=by))
    for sheet in pages.sheets_of(path).values():
        # Nodes of one name may each head a box; titles have to differ.
        titles = [hull["title"][0] for hull in sheet["hulls"] if "title" in hull]
        roots = [hull["root"] for hull in sheet["hulls"] if "root" in hull]
        assert len(set(titles)) == len(titles), titles
        assert len(set(roots)) == len(roots), roots
        assert not set(titles) & {"", "samarbeider med"}


def test_communities_without_a_name_of_their_own_are_named_by_their_centre(file_of):
    sheet = pages.sheets_of(file_of("ring 190"))["collaboration"]
    titles = [hull["title"][0] for hull in sheet["hulls"]]
    assert len(set(titles)) == len(titles) > 5
    named = {node["label"]: node["id"] for node in sheet["nodes"]}
    for hull, title in zip(sheet["hulls"], titles, strict=True):
        members = set(hull["nodes"])
        strength: Counter[str] = Counter()
        for source, target, _, _, _, more in sheet["edges"]:
            if {source, target} <= members:
                strength.update({source: more["weight"], target: more["weight"]})
        centre = named[title.removeprefix("Rundt ")]
        assert strength[centre] == pytest.approx(max(strength.values()), abs=1e-3)
