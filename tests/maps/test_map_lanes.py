"""Dependencies in lanes: each thing in its municipality's, a line across lanes seen as such."""

from __future__ import annotations

from itertools import pairwise

import pytest

from graphtool.maps import Settings
from graphtool.maps.build import build
from graphtool.maps.scene import Scene
from tests.drawing import drawn

THREE_TOWNS = """
    Municipality nes name=Nes
    Municipality as name=Ås
    Municipality vik name=Vik
    Measure kurs name="Kurs for etablerere"
    Measure fond name="Felles fond"
    Measure buss
    Measure fiber
    Measure alene
    nes OWNS kurs
    nes OWNS buss
    as OWNS fond
    vik OWNS fiber
    nes OWNS fiber
    kurs DEPENDS_ON fond
    kurs DEPENDS_ON buss
    buss DEPENDS_ON fiber
    fiber DEPENDS_ON fond
    alene DEPENDS_ON kurs
"""


@pytest.fixture(scope="module")
def scene() -> Scene:
    return build(drawn(THREE_TOWNS), Settings(views=("dependencies",))).scenes[0]


def test_each_thing_lies_in_its_municipality_s_lane(scene):
    found = {hull.title.nb: set(hull.members) for hull in scene.hulls if hull.title}
    assert list(found.items()) == [
        ("Nes", {"kurs", "buss"}),
        ("Ås", {"fond"}),
        ("Flere kommuner", {"fiber"}),
        ("Ingen bestemt kommune", {"alene"}),
    ]


def test_lanes_lie_below_each_other_as_wide_as_the_sheet(scene):
    assert {hull.width for hull in scene.hulls} == {scene.width}
    for upper, lower in pairwise(scene.hulls):
        assert upper.y + upper.height < lower.y


def test_lines_run_level_and_upright_and_through_no_name(scene):
    boxes = [
        (s.x - 8, s.y - s.room.height / 2, s.x + 14 + s.room.width, s.y + s.room.height / 2)
        for s in scene.symbols
    ]
    for line in scene.lines:
        ends = {line.source, line.target}
        for (ax, ay), (bx, by) in pairwise(line.corners):
            assert ax == bx or ay == by
            for symbol, (left, top, right, bottom) in zip(scene.symbols, boxes, strict=True):
                if symbol.node.id in ends:
                    continue
                assert not (
                    min(ax, bx) < right
                    and max(ax, bx) > left
                    and min(ay, by) < bottom
                    and max(ay, by) > top
                ), (line.key, symbol.node.id)


def test_things_of_one_municipality_need_no_lanes():
    one = "Municipality nes\nMeasure a\nMeasure b\nnes OWNS a\nnes OWNS b\na DEPENDS_ON b"
    assert build(drawn(one), Settings(views=("dependencies",))).scenes[0].hulls == ()
