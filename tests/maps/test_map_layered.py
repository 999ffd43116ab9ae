"""Layered layouts: columns in order, few crossings, and lines that run through no name."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool.language import same
from graphtool.maps.layout import layered, outline
from graphtool.maps.layout.sheet import Edge, Layout, Point, Spot
from tests.maps import graphs as map_graphs

RELATIONS = ["PART_OF", "OWNS", "DEPENDS_ON"]
HEADINGS = [same("Plan"), None, same("Mål"), same("Tiltak"), None]
SLACK = 0.15
"""Coordinates are rounded to a tenth of a pixel."""

CALM = settings(max_examples=60, deadline=None, derandomize=True)

Box = tuple[float, float, float, float]


def symbol(spot: Spot) -> Box:
    return spot.x - 7.5, spot.y - 7.5, spot.x + 7.5, spot.y + 7.5


def words(spot: Spot) -> Box:
    left, half = spot.x + outline.SYMBOL, spot.height / 2
    return left, spot.y - half, left + spot.width, spot.y + half


def overlap(one: Box, other: Box) -> bool:
    return (
        one[0] + SLACK < other[2]
        and other[0] + SLACK < one[2]
        and one[1] + SLACK < other[3]
        and other[1] + SLACK < one[3]
    )


def piece(a: Point, b: Point) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]) - SLACK, max(a[0], b[0]), max(a[1], b[1]) + SLACK


def check_rooms(sheet: Layout) -> None:
    rooms = [(spot.x - 7.5, spot.y - spot.height / 2, *words(spot)[2:]) for spot in sheet.spots]
    for one, other in combinations(rooms, 2):
        assert not overlap(one, other)
    for left, top, right, bottom in rooms:
        assert min(left, top) >= -SLACK
        assert right <= sheet.width + SLACK
        assert bottom <= sheet.height + SLACK


def check_routes(sheet: Layout, edges: list[Edge]) -> None:
    """Every line joins its nodes by level and upright pieces that meet no name on the way."""
    assert set(sheet.routes) == {k for k, (s, t, _) in enumerate(edges) if s != t}
    for k, route in sheet.routes.items():
        source, target, _ = edges[k]
        for end, node in ((route[0], source), (route[-1], target)):
            spot = sheet.spots[node]
            assert end[0] in (spot.x, pytest.approx(words(spot)[2], abs=SLACK))
            assert abs(end[1] - spot.y) <= 7
        for a, b in pairwise(route):
            assert a[0] == b[0] or a[1] == b[1]
            for node, spot in enumerate(sheet.spots):
                assert not overlap(piece(a, b), words(spot))
                assert node in (source, target) or not overlap(piece(a, b), symbol(spot))


@st.composite
def drawn(draw: st.DrawFn) -> tuple[list[str], list[Edge], list[int]]:
    size = draw(st.integers(1, 14))
    node = st.integers(0, size - 1)
    names = draw(st.lists(st.text("aåW mnø\u0301字", max_size=90), min_size=size, max_size=size))
    edges = draw(st.lists(st.tuples(node, node, st.sampled_from(RELATIONS)), max_size=24))
    return names, edges, draw(st.lists(st.integers(0, 4), min_size=size, max_size=size))


@CALM
@given(drawn())
def test_in_columns_no_name_stands_on_another_and_no_line_through_one(graph):
    names, edges, column = graph
    sheet = layered.columns(names, edges, column, HEADINGS)
    check_rooms(sheet)
    check_routes(sheet, edges)


@st.composite
def grown(draw: st.DrawFn) -> tuple[list[str], list[Edge], list[int], list[int]]:
    """A forest, each child one or two columns right of its parent, and other edges besides."""
    names, edges, _ = draw(drawn())
    parent, column = [], []
    for node in range(len(names)):
        above = draw(st.integers(-1, node - 1))
        parent.append(above)
        column.append(column[above] + draw(st.integers(1, 2)) if above >= 0 else 0)
    edges = [(n, above, "PART_OF") for n, above in enumerate(parent) if above >= 0] + edges[:6]
    return names, edges, parent, column


@CALM
@given(grown())
def test_a_tree_has_room_for_names_and_lines_as_well(forest):
    names, edges, parent, column = forest
    sheet = layered.tree(names, edges, parent, column, HEADINGS)
    check_rooms(sheet)
    check_routes(sheet, edges)
    for node, above in enumerate(parent):
        assert above < 0 or sheet.spots[above].x < sheet.spots[node].x


@CALM
@given(drawn(), st.randoms())
def test_the_order_of_the_edges_changes_nothing(graph, random):
    names, edges, column = graph
    order = list(range(len(edges)))
    random.shuffle(order)
    sheet = layered.columns(names, edges, column, HEADINGS)
    other = layered.columns(names, [edges[k] for k in order], column, HEADINGS)
    assert other.spots == sheet.spots
    assert {order[at]: route for at, route in other.routes.items()} == sheet.routes


@CALM
@given(drawn(), st.data())
def test_saved_places_keep_their_order_when_a_node_is_added(graph, data):
    names, edges, column = graph
    sheet = layered.columns(names, edges, column, HEADINGS)
    start = {node: (spot.x, spot.y) for node, spot in enumerate(sheet.spots)}
    near = data.draw(st.integers(0, len(names) - 1))
    column = [*column, data.draw(st.integers(0, 4))]
    more = [*edges, (len(names), near, "OWNS")]
    grown = layered.columns([*names, "Ny"], more, column, HEADINGS, start=start)
    check_rooms(grown)
    check_routes(grown, more)
    parts = nx.Graph([(s, t) for s, t, _ in edges])
    for one, other in combinations(sorted(parts), 2):
        if not nx.has_path(parts, one, other):
            continue
        before, now = (sheet.spots[one], sheet.spots[other]), (grown.spots[one], grown.spots[other])
        if before[0].x == before[1].x and now[0].x == now[1].x:
            assert (before[0].y < before[1].y) == (now[0].y < now[1].y)


def test_what_was_there_hardly_moves_when_a_node_is_added():
    names, edges, column = region(120)
    sheet = layered.columns(names, edges, column, [])
    start = {node: (spot.x, spot.y) for node, spot in enumerate(sheet.spots)}
    more = [*edges, (len(names), edges[-1][1], "CONTRIBUTES_TO")]
    grown = layered.columns([*names, "Nytt tiltak"], more, [*column, 2], [], start=start)
    pairs = list(zip(sheet.spots, grown.spots, strict=False))
    sideways, down = (sorted(abs(a[i] - b[i]) for a, b in pairs) for i in (0, 1))
    assert down[len(down) // 2] < 1
    assert down[-1] < 2 * outline.ROW
    assert sideways[-1] < 3 * outline.ROW


def test_a_chain_runs_level_from_left_to_right():
    edges = [(0, 1, "RESPONSIBLE_FOR"), (1, 2, "CONTRIBUTES_TO")]
    sheet = layered.columns(["Osen", "Kurs", "Vekst"], edges, [0, 1, 2], [])
    assert sheet.spots[0].x < sheet.spots[1].x < sheet.spots[2].x
    assert len({spot.y for spot in sheet.spots}) == 1
    assert sheet.routes[0] == ((words(sheet.spots[0])[2], 11.0), (sheet.spots[1].x, 11.0))


def test_columns_that_nobody_stands_in_take_no_room():
    edges = [(0, 1, "OWNS")]
    near = layered.columns(["Osen", "Vekst"], edges, [0, 1], [same("Eier"), same("Mål")])
    far = [same("Eier"), same("Plan"), same("Strategi"), None, same("Mål")]
    assert layered.columns(["Osen", "Vekst"], edges, [0, 4], far) == near


def test_a_long_line_passes_between_the_rows_of_the_column_between():
    edges = [(0, 2, "OWNS"), (1, 4, "OWNS"), (0, 3, "OWNS"), (1, 3, "OWNS")]
    sheet = layered.columns(["A", "B", "C", "D", "E"], edges, [0, 0, 1, 1, 2], [])
    check_routes(sheet, edges)
    middle = sheet.spots[2].x
    passing = {a[1] for a, b in pairwise(sheet.routes[1]) if a[0] <= middle <= b[0]}
    assert len(passing) == 1
    assert passing.isdisjoint({sheet.spots[2].y, sheet.spots[3].y})


def test_lines_of_one_relation_share_the_way_to_their_goal_and_others_keep_apart():
    names = ["Kurs", "Pilot", "Nett", "Vekst"]
    edges = [(n, 3, "CONTRIBUTES_TO") for n in range(3)] + [(0, 3, "DEPENDS_ON")]
    sheet = layered.columns(names, edges, [0, 0, 0, 1], [])
    assert sheet.routes[0][-2:] == sheet.routes[2][-2:]
    assert sheet.routes[1][-1] == sheet.routes[2][-1]
    assert not confused(sheet, edges)


def test_within_a_column_a_line_goes_round_at_the_left():
    sheet = layered.columns(["Mål", "Delmål"], [(1, 0, "PART_OF")], [0, 0], [])
    (start, turn, back, end) = sheet.routes[0]
    assert start == (sheet.spots[1].x, sheet.spots[1].y)
    assert end == (sheet.spots[0].x, sheet.spots[0].y)
    assert turn[0] == back[0] < start[0] - 7.5


def confused(sheet: Layout, edges: list[Edge]) -> list[tuple[int, int]]:
    """Edges that lie on each other although they share neither relation and source nor target."""
    pieces = sorted(
        (a[0] == b[0], a[a[0] != b[0]], *sorted((a[a[0] == b[0]], b[a[0] == b[0]])), k)
        for k, route in sheet.routes.items()
        for a, b in pairwise(route)
    )
    found = []
    for at, (upright, across, low, high, k) in enumerate(pieces):
        for other_upright, other_across, other_low, other_high, j in pieces[at + 1 :]:
            if other_upright != upright or other_across > across + 1.5:
                break
            one, other = edges[k], edges[j]
            shared = one[2] == other[2] and (one[0] == other[0] or one[1] == other[1])
            if not shared and min(high, other_high) - max(low, other_low) > 2:
                found.append((k, j))
    return found


def region(size: int) -> tuple[list[str], list[Edge], list[int]]:
    graph = map_graphs.region(size)
    kinds = ["Municipality", "Actor", "Measure", "Goal", "Strategy", "Region"]
    rows = graph.edges[["source", "target", "relation"]].drop_duplicates()
    edges = [(int(s), int(t), str(r)) for s, t, r in rows.itertuples(index=False)]
    return graph.nodes["name"].tolist(), edges, [kinds.index(k) for k in graph.nodes["kind"]]


@pytest.mark.parametrize("size", [120, 500])
def test_in_a_region_no_line_seems_to_go_on_as_another_and_the_sheet_fits_a_screen(size):
    names, edges, column = region(size)
    sheet = layered.columns(names, edges, column, [])
    check_rooms(sheet)
    assert not confused(sheet, edges)
    assert 0.9 < sheet.width / sheet.height < 2.3


def test_a_column_of_sixty_goals_is_broken_and_headed_once():
    edges = [(n, 0, "PART_OF") for n in range(1, 61)]
    names = ["Kommuneplan", *(f"Styrke bosettingen mot {2000 + n}" for n in range(60))]
    headings = [same("Plan"), same("Mål")]
    sheet = layered.tree(names, edges, [-1] + [0] * 60, [0] + [1] * 60, headings)
    assert 1 < sheet.width / sheet.height < 2.3
    assert [heading.text.nb for heading in sheet.headings] == ["Plan", "Mål"]
    assert len({spot.x for spot in sheet.spots[1:]}) > 1
    check_routes(sheet, edges)


def test_whole_trees_stand_side_by_side_each_under_headings_of_its_own():
    parent = [-1] * 30 + [n // 2 for n in range(60)]
    edges = [(n, parent[n], "PART_OF") for n in range(30, 90)]
    names = [f"Plan {n}" if n < 30 else f"Mål {n}" for n in range(90)]
    headings = [same("Plan"), same("Mål")]
    sheet = layered.tree(names, edges, parent, [0] * 30 + [1] * 60, headings)
    panels = sorted({spot.x for spot in sheet.spots[:30]})
    assert len(panels) > 1
    assert Counter(heading.text.nb for heading in sheet.headings) == {
        "Plan": len(panels),
        "Mål": len(panels),
    }
    assert 1 < sheet.width / sheet.height < 2.3


def test_a_parent_stands_in_the_middle_of_its_children():
    edges = [(1, 0, "PART_OF"), (2, 0, "PART_OF"), (3, 0, "PART_OF"), (4, 1, "PART_OF")]
    sheet = layered.tree(["A", "B", "C", "D", "E"], edges, [-1, 0, 0, 0, 1], [0, 1, 1, 1, 2], [])
    y = [spot.y for spot in sheet.spots]
    assert y[1] < y[2] < y[3]
    assert y[0] == y[2]
    assert y[4] == y[1]


def test_nothing_at_all_and_one_lonely_node():
    assert layered.columns([], [], [], []) == Layout((), {})
    assert layered.tree([], [], [], [], []) == Layout((), {})
    alone = layered.columns(["Vekst"], [(0, 0, "DEPENDS_ON")], [3], [])
    assert len(alone.spots) == 1
    assert alone.routes == {}
    check_rooms(alone)


def test_ten_thousand_parallel_edges_run_in_one_lane():
    sheet = layered.columns(["Osen", "Vekst"], [(0, 1, "OWNS")] * 10_000, [0, 1], [])
    assert len(sheet.routes) == 10_000
    assert len(set(sheet.routes.values())) == 1


def test_long_names_and_none():
    names = ["W" * 2000, "", "\U0001f600 " * 500, "مرحبا"]
    edges = [(0, 1, "OWNS"), (1, 2, "OWNS"), (0, 3, "OWNS"), (2, 0, "OWNS")]
    sheet = layered.columns(names, edges, [0, 1, 2, 2], [same("x" * 2000)] * 3)
    check_rooms(sheet)
    check_routes(sheet, edges)
    assert sheet.width < 1500


def test_two_thousand_nodes():
    names, edges, column = region(2000)
    sheet = layered.columns(names, edges, column, [])
    assert len(sheet.routes) == len(edges)
    boxes = sorted(words(spot) for spot in sheet.spots)
    for at, box in enumerate(boxes):
        for other in boxes[at + 1 :]:
            if other[0] > box[2]:
                break
            assert not overlap(box, other)


def test_a_name_over_several_lines_grows_into_free_room_but_over_no_line_or_name():
    name = "Deltakerne skal komme fram til og iverksette lokalt forankrede strategier"
    narrow = outline.words(name, widest=90.0, most=6)
    assert narrow.lines > 3
    free, behind, beside = (Spot(8.0, y, *narrow.size) for y in (100.0, 300.0, 500.0))
    line = ((150.0, 250.0), (150.0, 350.0))
    other = Spot(160.0, 500.0, 60.0, 22.0)
    made = Layout((free, behind, beside, other), {0: line}, width=600.0, height=600.0)
    found = layered.widened([name] * 3 + ["Nes"], made)
    widths = [spot.width for spot in found.spots]
    assert widths[0] == pytest.approx(outline.words(name).width, abs=0.1)
    assert narrow.width < widths[1] < 150 - 8
    assert narrow.width < widths[2] < 160 - 8
    assert found.spots[3] == other
    assert [spot[:2] for spot in found.spots] == [spot[:2] for spot in made.spots]
