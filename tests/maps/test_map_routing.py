"""Lines between the rows: along free strips, off all names, from symbol to symbol."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest

from graphtool.graph import PlanGraph
from graphtool.language import same
from graphtool.maps.layout import outline
from graphtool.maps.layout.boxed import boxes, groups
from graphtool.maps.layout.sheet import Edge, Layout, Spot
from tests.maps import graphs as map_graphs

Rectangle = tuple[float, float, float, float]


def given(graph: PlanGraph) -> tuple[list[str], list[Edge]]:
    rows = graph.edges[["source", "target", "relation"]].drop_duplicates()
    edges = [(int(s), int(t), str(r)) for s, t, r in rows.itertuples(index=False)]
    return graph.nodes["name"].tolist(), edges


def families_of_florence() -> tuple[list[str], list[Edge]]:
    """Who married whom: a net without heads (Padgett and Ansell 1993)."""
    graph = nx.florentine_families_graph()
    names = sorted(graph)
    return names, [(names.index(a), names.index(b), "COLLABORATES_WITH") for a, b in graph.edges]


CASES = {
    "coast": lambda: given(map_graphs.coast()),
    "hostile": lambda: given(map_graphs.hostile()),
    "region of 20": lambda: given(map_graphs.region(20)),
    "region of 120": lambda: given(map_graphs.region(120)),
    "region of 300": lambda: given(map_graphs.region(300)),
    "Florence": families_of_florence,
}


@pytest.fixture(scope="module", params=CASES.values(), ids=CASES.keys())
def case(request) -> tuple[list[Edge], Layout]:
    names, edges = request.param()
    return edges, boxes.arrange(names, edges)


def words(spot: Spot) -> Rectangle:
    if spot.below:
        half = spot.width / 2
        return spot.x - half, spot.y + 9, spot.x + half, spot.y + spot.height
    left = spot.x + outline.SYMBOL
    return left, spot.y - spot.height / 2, left + spot.width, spot.y + spot.height / 2


def symbol(spot: Spot) -> Rectangle:
    return spot.x - 7, spot.y - 7, spot.x + 7, spot.y + 7


def runs_through(line, box: Rectangle) -> bool:
    left, top, right, bottom = box
    return any(
        min(a[0], b[0]) < right - 0.2
        and max(a[0], b[0]) > left + 0.2
        and min(a[1], b[1]) < bottom - 0.2
        and max(a[1], b[1]) > top + 0.2
        for a, b in pairwise(line)
    )


def test_every_edge_has_a_line(case):
    edges, sheet = case
    assert sorted(sheet.routes) == [at for at, (s, t, _) in enumerate(edges) if s != t]


def test_lines_run_level_and_upright_from_source_to_target(case):
    edges, sheet = case
    for at, line in sheet.routes.items():
        source, target, _ = edges[at]
        assert line[0] == (sheet.spots[source].x, sheet.spots[source].y)
        assert line[-1] == (sheet.spots[target].x, sheet.spots[target].y)
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(line))


def test_no_line_runs_through_words(case):
    _, sheet = case
    rooms = [words(spot) for spot in sheet.spots]
    assert [
        at for at, line in sheet.routes.items() if any(runs_through(line, r) for r in rooms)
    ] == []


def test_no_line_runs_through_the_symbol_of_another_node(case):
    edges, sheet = case
    for at, line in sheet.routes.items():
        others = (s for n, s in enumerate(sheet.spots) if n not in edges[at][:2])
        assert not any(runs_through(line, symbol(spot)) for spot in others)


def test_all_lines_lie_on_the_sheet(case):
    _, sheet = case
    for line in sheet.routes.values():
        assert all(0 <= x <= sheet.width and 0 <= y <= sheet.height for x, y in line)


def test_a_line_between_two_of_one_box_stays_in_it(case):
    edges, sheet = case
    home = {node: hull for hull in sheet.hulls for node in hull.members}
    inside = {at for at in sheet.routes if home[edges[at][0]] is home[edges[at][1]]}
    assert inside
    for at in inside:
        hull = home[edges[at][0]]
        assert all(
            hull.x <= x <= hull.x + hull.width and hull.y <= y <= hull.y + hull.height
            for x, y in sheet.routes[at]
        )


def test_the_same_graph_has_the_same_lines():
    names, edges = given(map_graphs.region(120))
    assert repr(boxes.arrange(names, edges)) == repr(boxes.arrange(names, edges))


def test_edges_of_one_relation_that_meet_at_a_node_arrive_as_one_line():
    """Three municipalities of a region are members of a forum, which stands beside it."""
    names = ["Region", "Søgne", "Vennesla", "Iveland", "Forum", "Leder"]
    edges = [(n, 0, "PART_OF") for n in (1, 2, 3)]
    edges += [(5, 4, "AFFILIATED_WITH"), *((n, 4, "MEMBER_OF") for n in (1, 2, 3))]
    sheet = boxes.arrange(names, edges)
    assert len({sheet.routes[at][-2:] for at in (4, 5, 6)}) == 1


def test_parallel_edges_share_one_line():
    sheet = boxes.arrange(["a", "b"], [(0, 1, "OWNS")] * 10_000)
    assert len(sheet.routes) == 10_000
    assert len(set(sheet.routes.values())) <= 2


def test_ten_thousand_relations_between_two_nodes_are_still_a_map():
    sheet = boxes.arrange(["a", "b"], [(0, 1, f"R{n}") for n in range(10_000)])
    assert len(sheet.routes) == 10_000
    assert sheet.width < 500


def test_an_edge_from_a_node_to_itself_has_no_line():
    assert boxes.arrange(["a", "b"], [(0, 0, "OWNS"), (0, 1, "OWNS")]).routes.keys() == {1}


def test_a_name_of_two_thousand_letters_takes_no_more_than_its_room():
    sheet = boxes.arrange(["å" * 2000, "ord " * 500], [(0, 1, "OWNS")])
    assert sheet.width < 600


def test_of_very_many_edges_between_boxes_only_those_inside_have_lines():
    names, edges = given(map_graphs.region(1000))
    sheet = boxes.arrange(names, edges)
    home = {node: at for at, hull in enumerate(sheet.hulls) for node in hull.members}
    inside = {at for at, (s, t, _) in enumerate(edges) if home[s] == home[t]}
    assert inside <= sheet.routes.keys()
    assert len(sheet.routes) < len(edges)


def saved(sheet: Layout) -> dict[int, tuple[float, float]]:
    return {node: (spot.x, spot.y) for node, spot in enumerate(sheet.spots)}


@pytest.mark.parametrize("size", [60, 120, 300])
def test_one_node_more_moves_others_little(size):
    names, edges = given(map_graphs.region(size))
    before = boxes.arrange(names, edges)
    edges += [(size, 3, "SUPPORTS"), (size, size // 2, "SUPPORTS")]
    after = boxes.arrange([*names, "Ny aktør"], edges, start=saved(before))
    moves = [
        abs(a.x - b.x) / before.width + abs(a.y - b.y) / before.height
        for a, b in zip(before.spots, after.spots, strict=False)
    ]
    assert sum(moves) / len(moves) < 0.12


def test_boxes_keep_their_sides_whatever_the_edges_ask_for():
    """Four strategies that hang on each other in a chain, saved in the opposite order."""
    names = [f"Strategi {n}" for n in range(4)] + [f"mål {n}" for n in range(16)]
    edges = [(4 + n, n // 4, "PART_OF") for n in range(16)]
    edges += [(n, n + 1, "SUPPORTS") for n in range(3)]
    places = {n: (2000.0 - 600 * n, 0.0) for n in range(4)}
    sheet = boxes.arrange(names, edges, start=places)
    assert [sheet.spots[n].x for n in range(4)] == sorted(
        (sheet.spots[n].x for n in range(4)), reverse=True
    )


def test_groups_that_are_given_replace_the_families():
    names = ["Plan", "Mål", "Vennesla", "Søgne"]
    title = same("Kysten")
    sheet = boxes.arrange(
        names,
        [(1, 0, "PART_OF"), (3, 2, "COLLABORATES_WITH")],
        groups=[
            groups.Grouping((0, 1)),
            groups.Grouping((2,), 2),
            groups.Grouping((3,), -1, title),
        ],
    )
    assert [hull.members for hull in sheet.hulls] == [(0, 1), (2,), (3,)]
    assert [hull.title for hull in sheet.hulls] == [None, None, title]
    assert sheet.spots[1].x > sheet.spots[0].x
    assert sorted(sheet.routes) == [0, 1]


def test_who_is_in_no_group_that_is_given_stands_apart():
    sheet = boxes.arrange(["a", "b", "c"], [], groups=[groups.Grouping((2,))])
    assert [hull.members for hull in sheet.hulls] == [(2,), (0, 1)]


def test_counties_of_a_regions_municipalities_stand_in_its_box_but_not_under_it():
    """Two counties that became one, of which four municipalities of a region are parts too."""
    edges = [(n, 0, "PART_OF") for n in (1, 2, 3, 4)]
    edges += [(1, 5, "PART_OF"), (2, 5, "PART_OF"), (3, 6, "PART_OF"), (4, 6, "PART_OF")]
    edges += [(5, 7, "SUCCEEDED_BY"), (6, 7, "SUCCEEDED_BY")]
    edges += [(1, 7, "PART_OF"), (5, 8, "PART_OF"), (6, 8, "PART_OF"), (7, 8, "PART_OF")]
    parent, found = groups.groups(8, [edge for edge in edges if 8 not in edge])
    (group,) = found
    assert group.root == 0
    assert group.members == tuple(range(8))
    assert parent[7] != 0
