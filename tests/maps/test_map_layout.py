"""Where things stand: boxes that hold their nodes, words with room, neighbours together."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from graphtool.graph import PlanGraph
from graphtool.maps.layout import outline, sheet
from graphtool.maps.layout.boxed import boxes, families, groups
from tests.maps import graphs as map_graphs


def arranged(graph: PlanGraph) -> tuple[list[str], sheet.Layout]:
    rows = graph.edges[["source", "target", "relation"]].drop_duplicates()
    edges = [(int(s), int(t), str(r)) for s, t, r in rows.itertuples(index=False)]
    return graph.nodes["id"].tolist(), boxes.arrange(graph.nodes["name"].tolist(), edges)


SIZES = [20, 120, 500]


@pytest.mark.parametrize("size", SIZES)
def test_every_node_stands_once_in_its_own_box(size):
    ids, sheet = arranged(map_graphs.region(size))
    assert sorted(m for hull in sheet.hulls for m in hull.members) == list(range(len(ids)))
    for hull in sheet.hulls:
        for member in hull.members:
            spot = sheet.spots[member]
            assert hull.x < spot.x < hull.x + hull.width
            assert hull.y < spot.y < hull.y + hull.height


@pytest.mark.parametrize("size", SIZES)
def test_boxes_overlap_only_where_one_holds_the_other(size):
    _, sheet = arranged(map_graphs.region(size))
    for (i, a), (j, b) in combinations(enumerate(sheet.hulls), 2):
        apart = (
            a.x + a.width <= b.x
            or b.x + b.width <= a.x
            or a.y + a.height <= b.y
            or b.y + b.height <= a.y
        )
        assert apart or holds(sheet, i, j) or holds(sheet, j, i)


def holds(sheet: sheet.Layout, outer: int, inner: int) -> bool:
    while inner >= 0:
        inner = sheet.hulls[inner].inside
        if inner == outer:
            return True
    return False


@pytest.mark.parametrize("size", SIZES)
def test_no_room_for_words_overlaps_another(size):
    _, sheet = arranged(map_graphs.region(size))
    boxes = sorted(
        (
            s.x - outline.SYMBOL / 2,
            s.y - s.height / 2,
            s.x + outline.SYMBOL + s.width,
            s.y + s.height / 2,
        )
        for s in sheet.spots
        if not s.below
    )
    for n, a in enumerate(boxes):
        for b in boxes[n + 1 :]:
            if b[0] >= a[2] - 0.5:
                break
            assert a[3] <= b[1] + 0.5 or b[3] <= a[1] + 0.5


@pytest.mark.parametrize("size", SIZES)
def test_the_sheet_fits_a_wide_screen(size):
    _, sheet = arranged(map_graphs.region(size))
    assert 1.1 < sheet.width / sheet.height < 2.3


def test_neighbours_stand_nearer_than_others():
    graph = map_graphs.region(300)
    _, sheet = arranged(graph)
    place = np.array([(s.x, s.y) for s in sheet.spots])
    ends = graph.edges[["source", "target"]].to_numpy()
    joined = np.hypot(*(place[ends[:, 0]] - place[ends[:, 1]]).T).mean()
    middle = np.hypot(*(place[:, None] - place[None]).transpose(2, 0, 1)).mean()
    assert joined < middle * 0.6


def test_parts_hang_on_their_whole_by_a_line_with_one_corner():
    names = ["Plan", "Mål", "Delmål"]
    sheet = boxes.arrange(names, [(1, 0, "PART_OF"), (2, 1, "PART_OF")])
    for child, above in ((1, 0), (2, 1)):
        corner = (sheet.spots[above].x, sheet.spots[child].y)
        assert sheet.routes[child - 1] == (sheet.spots[child][:2], corner, sheet.spots[above][:2])


def test_what_only_one_party_owns_stands_with_it():
    parent, _ = groups.groups(3, [(0, 2, "OWNS"), (1, 0, "AFFILIATED_WITH")])
    assert parent == [-1, 0, 0]


def test_what_two_parties_own_stands_with_neither():
    assert families.parents(3, [(0, 2, "OWNS"), (1, 2, "OWNS")]) == [-1, -1, -1]


def test_a_circle_of_claims_still_ends_at_somebody():
    parent = families.parents(3, [(0, 1, "DEPENDS_ON"), (1, 2, "DEPENDS_ON"), (2, 0, "DEPENDS_ON")])
    assert -1 in parent


def test_a_forum_with_members_stands_for_itself():
    edges = [(1, 0, "MEMBER_OF"), (2, 0, "MEMBER_OF"), (3, 0, "MEMBER_OF"), (4, 0, "LEADS")]
    assert families.parents(5, edges)[0] == -1


def test_actors_who_only_collaborate_are_laid_out_as_a_net():
    edges = [
        (0, 1, "COLLABORATES_WITH"),
        (1, 2, "COLLABORATES_WITH"),
        (2, 3, "COLLABORATES_WITH"),
        (3, 0, "COLLABORATES_WITH"),
    ]
    sheet = boxes.arrange(["Acciaiuoli", "Medici", "Pazzi", "Salviati"], edges)
    (hull,) = sheet.hulls
    assert hull.is_cluster
    assert len({(s.x, s.y) for s in sheet.spots}) == 4


def test_one_node_is_a_map_and_none_is_nothing():
    assert len(boxes.arrange(["Vennesla"], []).hulls) == 1
    assert boxes.arrange([], []) == sheet.Layout((), {})


def test_a_chain_of_two_thousand_parts_is_still_a_map():
    sheet = boxes.arrange(
        [f"mål {n}" for n in range(2000)], [(n + 1, n, "PART_OF") for n in range(1999)]
    )
    assert len(sheet.spots) == 2000
    assert max(hull.depth for hull in sheet.hulls) <= 2


def test_a_thousand_nodes_without_relations_are_a_map():
    sheet = boxes.arrange([f"aktør {n}" for n in range(1000)], [])
    assert len(sheet.hulls) == 1
