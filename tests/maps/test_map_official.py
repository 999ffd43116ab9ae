"""Municipalities lie where they lie without a file: the borders that are in the package."""

from __future__ import annotations

import json
import lzma
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphtool import municipalities
from graphtool.algorithms.geometry import rings
from graphtool.graph import PlanGraph
from graphtool.maps import Settings
from graphtool.maps.build import build
from graphtool.maps.geo import coordinates, norway, official, packing
from tests.strategies import EXAMPLES

PLACES = {  # latitude and longitude of what everybody knows to lie there
    "Oslo": (59.91, 10.75),
    "Kongsberg": (59.67, 9.65),
    "Bergen": (60.39, 5.33),
    "Tromsø": (69.65, 18.96),
    "Nore og Uvdal": (60.42, 8.97),
    "Karasjok": (69.47, 25.51),
    "Rollag": (60.02, 9.27),
    "Lindesnes": (58.03, 7.45),
    "Vardø": (70.37, 31.11),
}


def graph(*names: str, **facts: str) -> PlanGraph:
    """Municipalities of these names; `facts` are of the first."""
    nodes = [{"id": f"k{n}", "kind": "Municipality", "name": name} for n, name in enumerate(names)]
    rows = [{"node": "k0", "property": name, "value": value} for name, value in facts.items()]
    return PlanGraph.from_tables(nodes, facts=rows)


def test_every_municipality_of_today_has_a_border_and_a_place_in_norway():
    now = [one for one in municipalities.entries() if not one.until]
    everybody = graph(*(municipalities.title(one) for one in now))
    found = official.borders(everybody)
    assert found is not None
    assert len(found.rings) == len(now) == 357
    places = coordinates.located(everybody, found)
    assert len(places) == 357
    assert all(map(norway.contains, places.values()))
    assert len(set(places.values())) == 357


@pytest.mark.parametrize(("name", "place"), PLACES.items())
def test_a_town_lies_within_the_border_of_its_municipality(name, place):
    found = official.borders(graph(name))
    assert found is not None
    assert rings.contains(found.rings["k0"], place[::-1])


def test_the_file_is_small_and_says_its_borders_once():
    content = files("graphtool.maps.geo").joinpath(official.FILE).read_bytes()
    assert len(content) < 60_000
    topology = json.loads(lzma.decompress(content))
    used = [
        abs(~a if a < 0 else a)
        for g in topology["objects"]["municipalities"]["geometries"]
        for p in g["arcs"]
        for r in p
        for a in r
    ]
    assert set(used) == set(range(len(topology["arcs"])))
    assert len(used) > 1.3 * len(topology["arcs"])


def test_the_time_is_that_at_which_most_were_there():
    """Songdalen and Søgne became Kristiansand in 2020: beside them it is the smaller one."""
    names = ("Kristiansand", "Songdalen", "Søgne", "Vennesla")
    before, now = official.borders(graph(*names)), official.borders(graph("Kristiansand"))
    assert before is not None
    assert now is not None
    assert len(before.rings) == 4
    songdalen = (7.7, 58.25)
    assert rings.contains(before.rings["k1"], songdalen)
    assert not rings.contains(before.rings["k0"], songdalen)
    assert rings.contains(now.rings["k0"], songdalen)
    assert official.borders(graph("Kristiansand"), "2015").rings == {"k0": before.rings["k0"]}  # type: ignore[union-attr]


def test_what_a_municipality_became_part_of_is_not_drawn_over_it():
    found = official.borders(graph("Songdalen"))
    assert found is not None
    point = (7.7, 58.25)
    assert [rings.contains(land, point) for land in found.around].count(True) == 0
    soegne = (7.8, 58.1)
    assert [rings.contains(land, soegne) for land in found.around].count(True) == 1


def test_where_no_border_is_known_it_is_said():
    found = official.borders(graph("Lindås", "Bergen", "Herøy"))
    assert found is not None
    assert [*found.rings] == ["k1"]
    assert [problem.message for problem in found.problems] == [
        "no border is known of Lindås (until 2019-12-31): it became part of a larger one",
        "Herøy: several municipalities are called so; give its number",
    ]


def test_of_several_without_a_border_it_is_said_as_of_several():
    found = official.borders(graph("Lindås", "Radøy", "Bergen"))
    assert found is not None
    assert [problem.message for problem in found.problems] == [
        "no border is known of Lindås (until 2019-12-31), Radøy (until 2019-12-31): they became"
        " part of larger ones"
    ]


@pytest.mark.parametrize("fact", [{"number": "1818"}, {"county": "Nordland"}])
def test_of_several_of_a_name_the_number_or_the_county_decides(fact):
    found = official.borders(graph("Herøy", **fact))
    assert found is not None
    lat, _ = coordinates.located(graph("Herøy", **fact), found)["k0"]
    assert 65.5 < lat < 66.5


def test_a_municipality_that_was_split_has_all_its_land():
    found = official.borders(graph("Ålesund"), "2021")
    assert found is not None
    haram = (6.3, 62.55)
    assert rings.contains(found.rings["k0"], haram)
    now = official.borders(graph("Ålesund"))
    assert now is not None
    assert not rings.contains(now.rings["k0"], haram)


def test_towns_that_nobody_knows_have_no_borders():
    assert official.borders(graph("Kommune 1")) is None
    assert official.borders(graph()) is None


def test_the_municipality_map_of_a_region_needs_no_file_and_says_whose_borders_it_shows():
    nodes = graph("Rollag", "Nore og Uvdal", "Kongsberg")
    (scene,) = build(nodes, Settings(views=("municipalities",))).scenes
    assert {area.node for area in scene.areas} >= {"k0", "k1", "k2"}
    assert [heading.text.nb for heading in scene.headings] == [official.CREDIT.nb]
    where = {symbol.node.label: (symbol.x, symbol.y) for symbol in scene.symbols}
    assert where["Nore og Uvdal"][1] < where["Rollag"][1] < where["Kongsberg"][1]
    assert where["Nore og Uvdal"][0] < where["Rollag"][0] < where["Kongsberg"][0]


SQUARES = st.dictionaries(
    st.sampled_from(("0301", "3303", "4204")),
    st.tuples(st.integers(0, 40), st.integers(0, 40)),
    min_size=1,
)


@EXAMPLES
@given(corners=SQUARES)
def test_what_is_packed_comes_back_and_neighbours_share_what_they_shared(corners):
    places = {}
    for number, (x, y) in corners.items():
        lon, lat = 5 + x / 10, 58 + y / 10
        ring = ((lon, lat), (lon + 0.1, lat), (lon + 0.1, lat + 0.1), (lon, lat + 0.1), (lon, lat))
        places[number] = [tuple((round(a, 3), round(b, 3)) for a, b in ring)]
    back = packing.unpacked(packing.packed(places))
    assert {n: {frozenset(r) for r in rs} for n, rs in back.items()} == {
        n: {frozenset(r) for r in rs} for n, rs in places.items()
    }
