"""What the overview shows while nobody asks for more: lines that can be followed one by one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cache
from itertools import pairwise

import pytest

from graphtool import maps
from graphtool.algorithms.geometry.parallels import crowded
from graphtool.algorithms.geometry.polyline import Route
from graphtool.graph import PlanGraph
from graphtool.maps import Settings
from graphtool.maps.build import build
from graphtool.maps.excerpt import excerpt, whole
from graphtool.maps.layout import layered, outline
from graphtool.maps.layout.sheet import scale
from graphtool.maps.scene import Map, Scene
from graphtool.maps.story.steps import State
from tests.drawing import drawn
from tests.maps import graphs as map_graphs
from tests.maps.pages import REGIONS

MOST, PARALLEL = 60, 4
"""Lines at rest, and lines that may run side by side."""


def valley() -> PlanGraph:
    """A region as a newcomer enters it: who takes part in which measure, what waits for what."""
    towns = ["Dal", "Fjell", "Nes", "Vik", "Ås"]
    rows = [f"Municipality {town}" for town in towns]
    rows += ["Plan plan", *(f"Goal g{n}" for n in range(6)), *(f"Measure m{n}" for n in range(12))]
    rows += [f"Actor a{n}" for n in range(8)]
    rows += [f"g{n} PART_OF plan" for n in range(6)]
    rows += [f"m{n} PART_OF g{n // 2}" for n in range(12)]
    rows += [f"a{n} LOCATED_IN {towns[n % 3]}" for n in range(5)]
    rows += [f"{towns[n % 5]} PARTICIPATES_IN m{m}" for m in range(12) for n in (m, m + 2, m + 3)]
    rows += [f"a{n} RESPONSIBLE_FOR m{m}" for n, m in zip(range(8), range(1, 9), strict=True)]
    rows += [f"m{n} DEPENDS_ON m{n - 1}" for n in (1, 3, 5, 7, 9, 11)] + ["m11 DEPENDS_ON m2"]
    return drawn("\n".join(rows))


@pytest.fixture(scope="module")
def built(graph_of: Callable[[str], PlanGraph]) -> Callable[[str], Map]:
    @cache
    def made(name: str) -> Map:
        graph = valley() if name == "valley" else graph_of(name)
        return build(graph, Settings(views=("overview",)))

    return made


@pytest.fixture
def overview(built: Callable[[str], Map]) -> Callable[[str], Scene]:
    return lambda name: built(name).scenes[0]


def strokes_of(scene: Scene) -> dict[Hashable, Route]:
    """What is seen at rest: strands, and lines by themselves.

    Lines that hang on one node by one upright are one trunk.
    """
    found: dict[Hashable, Route] = {strand.ends: strand.corners for strand in scene.strands}
    return found | {line.key: line.corners for line in whole(scene).drawn if line.corners}


def trunk(route: Route) -> Hashable:
    """What lines to one parent share: where they turn, and that they meet there."""
    uprights = [(a[0], min(a[1], b[1])) for a, b in pairwise(route) if a[0] == b[0]]
    return uprights[-1] if uprights else route


NAMES = (*REGIONS, "valley")


@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_lost_in_a_crowd(overview, name):
    scene = overview(name)
    found = strokes_of(scene)
    assert crowded(found, PARALLEL) == []
    assert len(scene.strands) + len({trunk(line.corners) for line in whole(scene).drawn}) <= MOST


def test_what_is_measured_would_be_seen(overview):
    """Were every line of the region drawn, they would be a coil."""
    scene = overview(REGIONS[0])
    every = {line.key: line.corners for line in scene.lines if line.corners}
    assert max(stretch.lines for stretch in crowded(every, PARALLEL)) > 8


@pytest.mark.parametrize("name", NAMES)
def test_every_edge_is_drawn_gathered_placed_or_counted(overview, name):
    scene = overview(name)
    rest = {line.key: line.rest for line in scene.lines}
    folded = sum(bundle.count for bundle in scene.bundles)
    gathered = [key for strand in scene.strands for key in strand.edges]
    assert sorted(gathered) == sorted(key for key, how in rest.items() if how == "gathered")
    picture = whole(scene)
    placed = sum(line.count for line in scene.lines if line.rest == "placed")
    drawn_ = sum(line.count for line in picture.drawn)
    counted = drawn_ + sum(n for _, n in picture.strands) + placed + folded
    lasting = sum(line.count for line in scene.lines if line.is_lasting) + folded
    waiting = sum(line.count for line in scene.lines if line.key in picture.waiting)
    assert counted + waiting == lasting
    assert counted > 0.8 * lasting


@pytest.mark.parametrize("name", NAMES)
def test_a_strand_runs_from_border_to_border_of_what_it_joins(overview, name):
    scene = overview(name)
    hulls = scene.hulls
    for strand in scene.strands:
        for end in (strand.corners[0], strand.corners[-1]):
            assert any(
                (end[0] in (hull.x, round(hull.x + hull.width, 1), hull.x + hull.width))
                or (end[1] in (hull.y, round(hull.y + hull.height, 1), hull.y + hull.height))
                for hull in (hulls[at] for at in strand.ends)
            ), strand
        for source, target, _ in strand.edges:
            assert {outer(scene, source, strand.ends), outer(scene, target, strand.ends)} == {
                *strand.ends
            }


@pytest.mark.parametrize("name", NAMES)
def test_a_line_between_two_of_one_box_stays_in_it(built, name):
    """Around it, the line would seem to come from elsewhere; in whatever is opened, too."""
    seen = 0
    for scene in (*built(name).scenes, *built(name).parts):
        home = {node: hull for hull in scene.hulls for node in hull.members}
        for line in scene.lines:
            hull = home.get(line.source)
            if hull and hull is home.get(line.target):
                seen += bool(line.corners)
                assert all(
                    hull.x <= x <= hull.x + hull.width and hull.y <= y <= hull.y + hull.height
                    for x, y in line.corners
                ), (scene.name, line.key)
    assert seen > 20


def outer(scene: Scene, node: str, among: tuple[int, int]) -> int:
    """Which of these hulls a node stands in, however deep."""
    at = next(at for at, hull in enumerate(scene.hulls) if node in hull.members)
    while at not in among:
        at = scene.hulls[at].inside
    return at


def test_places_stand_beside_what_they_take_part_in(overview):
    """Not around: a municipality under the only measure that it takes part in would seem its."""
    scene = overview("valley")
    home = {node: at for at, hull in enumerate(scene.hulls) for node in hull.members}
    plan = home["plan"]
    assert all(home[f"m{n}"] == plan for n in range(12))
    assert plan not in {home[town] for town in ("Dal", "Fjell", "Nes", "Vik", "Ås")}


def test_what_waits_comes_with_what_is_selected(overview):
    scene = overview(REGIONS[0])
    line = next(line for line in scene.lines if line.rest == "waiting")
    asked = excerpt(scene, State(node=line.source), ())
    assert line.key in {shown.key for shown in asked.drawn}
    assert line.key in whole(scene).waiting


def test_few_lines_are_drawn_one_by_one():
    scene = build(map_graphs.coast(), Settings(views=("overview",))).scenes[0]
    assert {line.rest for line in scene.lines} == {"drawn"}
    assert scene.strands == ()


LETTERS = """([view, step]) => new Promise(done => {
  addEventListener("hashchange", () => setTimeout(() => {
    graphtool.network.redraw();
    const labels = graphtool.labels();
    done([Math.min(...labels.map(({ size }) => size)), labels.length]);
  }, 50), { once: true });
  location.hash = "view=" + view + (step ? "&step=1" : "");
})"""
"""The smallest letters of a view as it opens, alone or in a presentation, and how many names."""
WITHOUT_DEPENDENCIES = (
    "overview",
    "collaboration",
    "ownership",
    "goals",
    "municipalities",
    "chain",
)


@pytest.mark.parametrize("name", [*REGIONS, "valley"])
def test_names_are_14_pixels_high_on_a_projector_and_16_in_a_presentation(name, opened, tmp_path):
    """Of every view: what has no room is folded, or the map begins larger than the window."""
    path = tmp_path / "kart.html"
    if name == "valley":
        maps.write(valley(), path)
    page = opened(path if name == "valley" else name, width=1280, height=720, moving=False)
    views = page.evaluate(
        "[...document.querySelectorAll('#views button')].map(b => b.dataset.view)"
    )
    assert {*WITHOUT_DEPENDENCIES, "dependencies", "matrix"} == set(views)
    for least, step in ((14, 0), (16, 1)):
        found = {view: page.evaluate(LETTERS, [view, step]) for view in views}
        assert {view: size for view, (size, count) in found.items() if size < least} == {}
        assert {view for view, (_, count) in found.items() if not count} == set()
    assert page.complaints == []


BELOW = "JSON.parse(document.getElementById('gt-data').textContent).meta.below.map(([n]) => n)"


@pytest.mark.parametrize("region", REGIONS)
def test_what_a_fold_opens_into_is_read_on_a_projector_too(region, opened):
    """However deep one lies in another."""
    page = opened(region, width=1280, height=720, moving=False)
    folds = page.evaluate(BELOW)
    assert len(folds) > 25
    found = {name: page.evaluate(LETTERS, [name, 0]) for name in folds}
    assert {name: size for name, (size, count) in found.items() if size < 14 or not count} == {}
    assert page.complaints == []


@pytest.fixture(scope="module")
def chain(graph_of: Callable[[str], PlanGraph]) -> Callable[[str], Scene]:
    @cache
    def made(name: str) -> Scene:
        graph = valley() if name == "valley" else graph_of(name)
        return build(graph, Settings(views=("chain",), told=(), is_openable=False)).scenes[0]

    return made


@pytest.mark.parametrize("name", NAMES)
def test_a_chain_fits_on_a_projector_and_its_lines_can_be_followed(chain, name):
    scene = chain(name)
    drawn_ = {line.key: line.corners for line in scene.lines if line.rest == "drawn"}
    assert scale(scene) == 1.0
    assert len(drawn_) <= MOST
    assert crowded(drawn_, PARALLEL) == []
    assert len(scene.lines) > len(drawn_)


def test_in_a_chain_of_many_columns_a_goal_uses_the_room_beside_it(chain):
    goals = [symbol for symbol in chain(REGIONS[0]).symbols if symbol.node.kind == "Goal"]
    single = [symbol for symbol in goals if not symbol.fold]
    assert len(single) == 2
    for symbol in single:
        lines = int(1 + (symbol.room.height - outline.ROW) / layered.TALL_LEADING)
        assert not outline.is_cut(symbol.node.label, outline.Words(symbol.room.width, lines))
        assert symbol.room.width > 200


@pytest.mark.parametrize("name", NAMES)
def test_of_a_chain_nothing_stands_alone_at_rest_that_is_tied_to_something(chain, name):
    scene = chain(name)
    tied = {end for line in scene.lines for end in line.key[:2]}
    drawn_ = {end for line in scene.lines if line.rest == "drawn" for end in line.key[:2]}
    assert drawn_ == tied


def test_what_waits_in_a_chain_comes_with_what_is_selected_and_is_counted(chain):
    scene = chain(REGIONS[0])
    waiting = [line for line in scene.lines if line.rest == "waiting" and line.is_lasting]
    picture = whole(scene)
    assert {line.key for line in waiting} == {*picture.waiting}
    line = waiting[0]
    asked = excerpt(scene, State(node=line.source), ())
    assert line.key in {shown.key for shown in asked.drawn}


def test_of_two_relations_between_the_same_two_the_one_that_says_more_is_drawn():
    """Each of five municipalities owns and takes part in twelve measures: too many to follow."""
    rows = [f"Municipality k{n}" for n in range(5)] + [f"Measure m{n}" for n in range(12)]
    for n in range(5):
        for m in range(12):
            rows += [f"k{n} PARTICIPATES_IN m{m}", f"k{n} OWNS m{m}"]
    asked = Settings(views=("chain",), told=(), is_openable=False)
    [scene] = build(drawn("\n".join(rows)), asked).scenes
    rest = {line.relation: set[str]() for line in scene.lines}
    for line in scene.lines:
        rest[line.relation].add(line.rest)
    assert rest["PARTICIPATES_IN"] == {"waiting"}
    assert "drawn" in rest["OWNS"]
