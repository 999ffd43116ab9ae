"""Who works with whom, drawn: communities in hulls, nothing on anything else, words with room."""

from __future__ import annotations

import math
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool import formats
from graphtool.algorithms.clusters import labels
from graphtool.algorithms.clusters.labels import RADIUS
from graphtool.algorithms.geometry.hull import convex
from graphtool.language import same
from graphtool.maps import Settings
from graphtool.maps.build import build
from graphtool.maps.layout import clustered, outline
from graphtool.maps.layout.sheet import Hull, Layout, Spot
from tests.maps.pages import REGIONS

DATA = Path(__file__).parents[2] / "data"
TOWNS = ("Birkenes", "Iveland", "Kristiansand", "Lillesand", "Songdalen", "Søgne", "Vennesla")


def clique(members: list[int], weight: float = 1.0) -> list[tuple[int, int, float]]:
    return [(a, b, weight) for a, b in combinations(members, 2)]


def box(spot: Spot, size: float = 1.0) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a symbol with its words."""
    radius = RADIUS * size
    if spot.below:
        half = max(radius, spot.width / 2)
        return (spot.x - half, spot.y - radius, spot.x + half, spot.y + radius + 3 + spot.height)
    high = max(radius, spot.height / 2)
    return (spot.x - radius, spot.y - high, spot.x + radius + 6.5 + spot.width, spot.y + high)


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 0.5
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.5
    )


def frame(hull: Hull) -> tuple[float, float, float, float]:
    return (hull.x, hull.y, hull.x + hull.width, hull.y + hull.height)


def is_in(polygon: tuple[tuple[float, float], ...], x: float, y: float) -> bool:
    """Whether a point lies in a polygon whose corners run clockwise on the screen."""
    following = [*polygon[1:], polygon[0]]
    return all(
        (bx - ax) * (y - ay) - (by - ay) * (x - ax) > -0.35 * math.hypot(bx - ax, by - ay)
        for (ax, ay), (bx, by) in zip(polygon, following, strict=True)
    )


def assert_readable(sheet: Layout, sizes: list[float] | None = None) -> None:
    """No words or symbols on others, each in its own hull, titles free, all on the sheet."""
    boxes = [box(s, sizes[n] if sizes else 1.0) for n, s in enumerate(sheet.spots)]
    for one, other in combinations(boxes, 2):
        assert not overlap(one, other)
    for one, other in combinations(sheet.hulls, 2):
        assert not overlap(frame(one), frame(other))
    for hull in sheet.hulls:
        for member in hull.members:
            left, top, right, bottom = boxes[member]
            corners = [(x, y) for x in (left, right) for y in (top, bottom)]
            if hull.outline:
                assert all(is_in(hull.outline, x, y) for x, y in corners)
            assert not overlap(boxes[member], (-1e9, -1e9, hull.x, 1e9))
            assert not overlap(boxes[member], (hull.x + hull.width, -1e9, 1e9, 1e9))
            if hull.title:
                wide = max(outline.text_width(words, 13.5) for words in hull.title)
                head = (hull.x + 8, hull.y + 5, hull.x + 8 + wide, hull.y + 20)
                assert not overlap(boxes[member], head)
    for left, top, right, bottom in boxes:
        assert left > -0.5
        assert top > -0.5
        assert right < sheet.width + 0.5
        assert bottom < sheet.height + 0.5


def test_nobody_is_an_empty_sheet():
    assert clustered.arrange([], [], []) == Layout((), {})


def test_one_party_is_a_sheet_of_its_own():
    sheet = clustered.arrange(["Søgne"], [], [(0,)], [same("Alene")])
    assert_readable(sheet)
    assert len(sheet.hulls) == 1


def test_two_partners_stand_side_by_side():
    sheet = clustered.arrange(["Søgne", "Vennesla"], [(0, 1, 1.0)], [(0, 1)])
    assert_readable(sheet)
    assert sheet.spots[0].y == sheet.spots[1].y
    assert abs(sheet.spots[0].x - sheet.spots[1].x) > 60


@pytest.mark.parametrize("size", [3, 7, 14])
def test_all_tied_to_all_stand_on_a_ring(size):
    names = [TOWNS[n % 7] for n in range(size)]
    sheet = clustered.arrange(names, clique(list(range(size))), [tuple(range(size))])
    assert_readable(sheet)
    place = np.array([(spot.x, spot.y) for spot in sheet.spots])
    corners = convex([(float(x), float(y)) for x, y in place])
    assert len(corners) == size  # nobody stands in the middle of the others
    assert 1.0 < sheet.width / sheet.height < 2.3


def test_a_party_with_one_tie_stands_next_to_its_partner_on_the_ring():
    ties = [*clique(list(range(9))), (9, 4, 1.0)]
    names = [f"Part {n}" for n in range(10)]
    sheet = clustered.arrange(names, ties, [tuple(range(10))])
    lone = sheet.spots[9]
    nearest = min(range(9), key=lambda n: math.dist(sheet.spots[n][:2], lone[:2]))
    second = sorted(range(9), key=lambda n: math.dist(sheet.spots[n][:2], lone[:2]))[:2]
    assert 4 in (nearest, *second)


def test_nearest_in_a_hull_are_its_own():
    """Two communities of seven, one tie between them: they stand apart."""
    ties = [*clique(list(range(7))), *clique(list(range(7, 14))), (0, 7, 1.0)]
    groups = [tuple(range(7)), tuple(range(7, 14))]
    sheet = clustered.arrange([*TOWNS, *TOWNS], ties, groups, [same("Vest"), same("Øst")])
    assert_readable(sheet)
    # Who has a tie to the other community faces it.
    gap = math.dist(sheet.spots[0][:2], sheet.spots[7][:2])
    others = [
        math.dist(sheet.spots[a][:2], sheet.spots[b][:2]) for a in range(7) for b in range(7, 14)
    ]
    assert gap < np.median(others)


def test_strongly_tied_communities_are_neighbours():
    """Four in a row of strength: the ends are further apart than neighbours are."""
    groups = [tuple(range(5 * n, 5 * n + 5)) for n in range(4)]
    ties = [tie for group in groups for tie in clique(list(group))]
    ties += [(5 * n + 4, 5 * n + 5, 5.0) for n in range(3)]
    sheet = clustered.arrange([f"Part {n}" for n in range(20)], ties, groups)
    middle = [(h.x + h.width / 2, h.y + h.height / 2) for h in sheet.hulls]
    ways = [math.dist(middle[n], middle[n + 1]) for n in range(3)]
    assert max(ways) < math.dist(middle[0], middle[3]) + 120


def test_those_without_ties_stand_in_rows_of_their_own_box():
    names = [*TOWNS, "NIBR", "Oxford Research", "Knutepunkt Sørlandet"]
    title = same("Samarbeider ikke med noen")
    sheet = clustered.arrange(
        names, clique(list(range(7))), [tuple(range(7)), (7, 8, 9)], [None, title]
    )
    assert_readable(sheet)
    last = sheet.hulls[-1]
    assert (last.members, last.title, last.outline, last.is_cluster) == (
        (7, 8, 9),
        title,
        (),
        False,
    )
    assert not any(sheet.spots[n].below for n in (7, 8, 9))
    columns = {sheet.spots[n].x for n in (7, 8, 9)}
    rows = {sheet.spots[n].y for n in (7, 8, 9)}
    assert len(columns) * len(rows) >= 3 > len(columns) * (len(rows) - 1)


def test_no_ties_at_all_is_one_tidy_box():
    sheet = clustered.arrange([f"Part {n}" for n in range(60)], [], [tuple(range(60))])
    assert_readable(sheet)
    assert 0.9 < sheet.width / sheet.height < 2.6


def test_a_party_in_no_group_stands_free():
    sheet = clustered.arrange(["A", "B", "C"], [(0, 1, 1.0), (1, 2, 1.0)], [(0, 1)])
    assert_readable(sheet)
    assert [hull.members for hull in sheet.hulls] == [(0, 1)]


def test_twenty_parties_fit_the_canvas_at_zoom_1():
    groups = [tuple(range(10)), tuple(range(10, 17)), (17, 18, 19)]
    ties = [tie for group in groups for tie in clique(list(group))] + [(0, 10, 1.0), (3, 17, 1.0)]
    sheet = clustered.arrange(
        [f"{TOWNS[n % 7]} næringsforening" for n in range(20)], ties, groups, [same("Felles")] * 3
    )
    assert_readable(sheet)
    assert sheet.width <= 1300
    assert sheet.height <= 900


def test_a_hub_has_room_for_its_symbol():
    sizes = [2.4, *[1.0] * 8]
    ties = [(0, n, 1.0) for n in range(1, 9)]
    sheet = clustered.arrange([f"Part {n}" for n in range(9)], ties, [tuple(range(9))], sizes=sizes)
    assert_readable(sheet, sizes)


def chain(size: int) -> tuple[list[str], list[tuple[int, int, float]], list[tuple[int, ...]]]:
    """Communities of eleven, each a crooked net, tied one to the next."""
    ties = [(n, n // 11 * 11 + (n * 7 + 3) % 11, 1.0 + n % 3) for n in range(size)]
    ties += [(n, n + 1, 0.5) for n in range(size - 1)]
    ties = [tie for tie in ties if tie[0] != tie[1] and tie[1] < size]
    groups = [tuple(range(n, min(n + 11, size))) for n in range(0, size, 11)]
    return [f"{TOWNS[n % 7]} bondelag {n}" for n in range(size)], ties, groups


@pytest.mark.parametrize("size", [40, 300])
def test_a_larger_network_is_readable_and_of_a_sheets_shape(size):
    names, ties, groups = chain(size)
    sheet = clustered.arrange(names, ties, groups, [same("Fellesskap")] * len(groups))
    assert_readable(sheet)
    assert 1.1 < sheet.width / sheet.height < 2.3


def test_the_same_network_gives_the_same_sheet():
    assert clustered.arrange(*chain(40)) == clustered.arrange(*chain(40))


def test_from_saved_places_a_new_tie_moves_little():
    names, ties, groups = chain(44)
    first = clustered.arrange(names, ties, groups)
    start = {n: (spot.x, spot.y) for n, spot in enumerate(first.spots)}
    again = clustered.arrange(names, [*ties, (2, 30, 0.5)], groups, start=start)
    assert_readable(again)
    moved = [math.dist(a[:2], b[:2]) for a, b in zip(first.spots, again.spots, strict=True)]
    assert np.median(moved) < 0.12 * math.hypot(first.width, first.height)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_nothing_ever_overlaps(data):
    size = data.draw(st.integers(1, 24))
    node = st.integers(0, size - 1)
    ties = data.draw(st.lists(st.tuples(node, node, st.floats(0.01, 9)), max_size=50))
    home = data.draw(st.lists(st.integers(0, 3), min_size=size, max_size=size))
    names = data.draw(
        st.lists(st.text("abc dæøåMW ", min_size=0, max_size=70), min_size=size, max_size=size)
    )
    sizes = data.draw(st.lists(st.floats(1, 2.4), min_size=size, max_size=size))
    tied = {end for a, b, _ in ties if a != b for end in (a, b)}
    groups = [tuple(n for n in range(size) if home[n] == g and n in tied) for g in range(4)]
    groups.append(tuple(n for n in range(size) if n not in tied))
    sheet = clustered.arrange(names, ties, groups, [same("Fellesskap")] * 5, sizes=sizes)
    assert_readable(sheet, [1.0 if n not in tied else s for n, s in enumerate(sizes)])


@pytest.mark.parametrize("region", REGIONS)
def test_no_name_would_be_crossed_by_far_fewer_ties_on_the_other_side_of_its_symbol(region):
    """Ties to other communities too: those from the network of the region's business pass by."""
    graph = formats.read(DATA / region).graph
    asked = Settings(views=("collaboration",), told=(), is_openable=False)
    scene = build(graph, asked).scenes[0]
    at = {symbol.node.id: row for row, symbol in enumerate(scene.symbols)}
    place = np.array([(symbol.x, symbol.y) for symbol in scene.symbols])
    pairs = np.array([(at[line.source], at[line.target]) for line in scene.lines])
    names = [symbol.node.label for symbol in scene.symbols]
    space = clustered.room(names, [symbol.size for symbol in scene.symbols])
    below, beside = labels.crossed(place, pairs, space)
    under = np.array([symbol.room.below for symbol in scene.symbols])
    now, then = np.where(under, below, beside), np.where(under, beside, below)
    assert now.sum() > 0
    assert not labels.is_won(now, then).any()
