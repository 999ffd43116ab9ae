"""Municipalities where they lie: true places, true borders, words that cover nothing."""

from __future__ import annotations

import json
import math
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool.algorithms.clusters.labels import RADIUS
from graphtool.algorithms.geographic import APART
from graphtool.algorithms.geometry import projection, rings
from graphtool.errors import GraphtoolError, InvalidData, SourceNotFound
from graphtool.graph import PlanGraph
from graphtool.maps.geo import borders, coordinates, norway
from graphtool.maps.layout import geographic, outline
from graphtool.maps.layout.sheet import Layout, Spot
from tests.maps.test_map_clustered import box, overlap

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "municipalities"
SORLANDET = {
    "Birkenes": (58.4472, 8.1955),
    "Iveland": (58.4372, 7.9429),
    "Kristiansand": (58.1905, 8.0297),
    "Lillesand": (58.2375, 8.2971),
    "Songdalen": (58.2384, 7.7183),
    "Søgne": (58.1034, 7.7389),
    "Vennesla": (58.3309, 7.8299),
}


def square(lon: float, lat: float, side: float = 0.2) -> list[tuple[float, float]]:
    """A closed ring, its lower left corner first."""
    return [(lon, lat), (lon + side, lat), (lon + side, lat + side), (lon, lat + side), (lon, lat)]


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """On the ellipsoid, by its radii of curvature halfway; true within metres over 200 km."""
    middle = math.radians((one[0] + other[0]) / 2)
    curve = 1 - projection.SQUARED * math.sin(middle) ** 2
    north = projection.AXIS * (1 - projection.SQUARED) / curve**1.5
    east = projection.AXIS / curve**0.5 * math.cos(middle)
    return (
        math.hypot(math.radians(one[0] - other[0]) * north, math.radians(one[1] - other[1]) * east)
        / 1000
    )


def parts(spot: Spot) -> list[tuple[float, float, float, float]]:
    """The symbol's square and the words' rectangle: left, top, right, bottom."""
    radius = RADIUS
    left = spot.x - spot.width / 2 if spot.below else spot.x + outline.SYMBOL
    top = spot.y + radius + 3 if spot.below else spot.y - spot.height / 2
    return [
        (spot.x - radius, spot.y - radius, spot.x + radius, spot.y + radius),
        (left, top, left + spot.width, top + spot.height),
    ]


def assert_free(sheet: Layout) -> None:
    boxes = [box(spot) for spot in sheet.spots]
    for one, other in combinations(sheet.spots, 2):
        assert not any(overlap(a, b) for a in parts(one) for b in parts(other))
    for left, top, right, bottom in boxes:
        assert min(left, top) > -0.5
        assert right < sheet.width + 0.5
        assert bottom < sheet.height + 0.5


def test_no_municipality_is_an_empty_sheet():
    assert geographic.arrange([], []) == Layout((), {})


def test_one_municipality_is_a_sheet():
    sheet = geographic.arrange(["Søgne"], [(58.1, 7.7)])
    assert_free(sheet)


def test_a_region_fills_its_sheet():
    sheet = geographic.arrange(list(SORLANDET), list(SORLANDET.values()))
    assert_free(sheet)
    assert 1000 < sheet.width < 1250 or 700 < sheet.height < 900


def test_distances_are_proportional_within_one_per_cent():
    places = list(SORLANDET.values())
    sheet = geographic.arrange(list(SORLANDET), places)
    scale = [
        math.dist(sheet.spots[a][:2], sheet.spots[b][:2]) / kilometres(places[a], places[b])
        for a, b in combinations(range(7), 2)
    ]
    assert max(scale) / min(scale) < 1.01


def test_what_lies_north_is_above_and_what_lies_east_to_the_right():
    places = list(SORLANDET.values())
    sheet = geographic.arrange(list(SORLANDET), places)
    for a, b in combinations(range(7), 2):
        north, east = places[a][0] - places[b][0], (places[a][1] - places[b][1]) * 0.53
        if abs(north) > abs(east) / 20:
            assert (sheet.spots[a].y < sheet.spots[b].y) is (north > 0)
        if abs(east) > abs(north) / 20:
            assert (sheet.spots[a].x > sheet.spots[b].x) is (east > 0)


def test_over_the_whole_country_distances_are_true_within_half_a_per_cent():
    """Pairs half a degree apart, from Lindesnes to the North Cape."""
    lat, lon = np.meshgrid(np.arange(58.0, 71.5, 0.5), np.arange(5.0, 31.0, 1.0), indexing="ij")
    here = projection.around(lat.ravel(), lon.ravel())
    place = here(lon.ravel(), lat.ravel()).reshape(*lat.shape, 2)
    for row, column in np.ndindex(lat.shape[0] - 1, lat.shape[1] - 1):
        ends = [(row, column), (row + 1, column + 1)]
        one, other = ((float(lat[end]), float(lon[end])) for end in ends)
        drawn = math.dist(place[ends[0]], place[ends[1]]) / 1000
        assert drawn == pytest.approx(kilometres(one, other), rel=0.006)


def test_who_has_no_place_stands_beside_the_map():
    sheet = geographic.arrange(["Søgne", "Vennesla", "Et sted"], [(58.1, 7.7), (58.3, 7.8), None])
    assert_free(sheet)
    [heading] = sheet.headings
    assert heading.text.nb == "Uten koordinater"
    assert sheet.spots[2].x > max(box(spot)[2] for spot in sheet.spots[:2])
    assert sheet.spots[2].y > heading.y


@pytest.mark.parametrize("count", [1, 30, 400])
def test_none_with_a_place_is_a_sheet_of_columns(count):
    sheet = geographic.arrange([f"Kommune {n}" for n in range(count)], [None] * count)
    assert_free(sheet)
    assert len(sheet.headings) == 1


@pytest.mark.parametrize("place", [(0.0, 0.0), (7.7, 58.1), (59.3, 45.0), (float("nan"), 8)])
def test_what_lies_elsewhere_has_no_place(place):
    assert not norway.contains(place)
    lat, lon = place
    town = PlanGraph.from_tables([{"id": "a", "kind": "Municipality", "name": "Et sted"}])
    border = ([(lon, lat), (lon + 1, lat), (lon + 1, lat + 1), (lon, lat + 1), (lon, lat)],)
    assert coordinates.coordinates(town, borders.Borders({"a": border})).places == {}


def test_svalbard_is_in_norway():
    assert all(norway.contains(place) for place in [(78.22, 15.65), (70.98, -8.67)])


def test_two_at_one_spot_are_spread_only_so_far_that_both_are_seen():
    place = (58.3, 7.8)
    sheet = geographic.arrange(["Gamle", "Nye", "Søgne"], [place, place, (58.1, 7.7)])
    assert_free(sheet)
    apart = math.dist(sheet.spots[0][:2], sheet.spots[1][:2])
    assert 2 * RADIUS < apart < 2 * APART


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.floats(57.8, 71.4), st.floats(4.2, 31.4)), min_size=1, max_size=30),
    st.integers(1, 60),
)
def test_words_never_cover_anything_wherever_places_are(places, letters):
    sheet = geographic.arrange(["Nordre Å " * (letters // 9 + 1)] * len(places), places)
    assert_free(sheet)
    assert sheet == geographic.arrange(["Nordre Å " * (letters // 9 + 1)] * len(places), places)


def test_places_well_apart_are_true_wherever_they_are():
    """A grid of forty kilometres: no word is in the way, so that no symbol moves."""
    places = [(60 + n % 4 * 0.36, 9 + n // 4 * 0.72) for n in range(12)]
    sheet = geographic.arrange([f"Kommune {n}" for n in range(12)], places)
    scale = [
        math.dist(sheet.spots[a][:2], sheet.spots[b][:2]) / kilometres(places[a], places[b])
        for a, b in combinations(range(12), 2)
    ]
    assert max(scale) / min(scale) < 1.01


def test_a_border_lies_where_its_municipality_lies():
    sheet = geographic.arrange(
        ["Søgne", "Vest"],
        [(58.1, 7.7), (58.1, 7.3)],
        borders=[(0, [square(7.6, 58.0)]), (1, [square(7.2, 58.0)])],
    )
    for area in sheet.areas:
        [ring] = area.rings
        spot = sheet.spots[area.node]
        assert min(x for x, _ in ring) < spot.x < max(x for x, _ in ring)
        assert min(y for _, y in ring) < spot.y < max(y for _, y in ring)
        assert ring[0] == ring[-1]
    assert [area.node for area in sheet.areas] == [0, 1]


def test_neighbours_share_their_border_after_thinning():
    """A crooked coast between two: both keep the same points of it."""
    crooked = [(8.0 + 0.02 * math.sin(n * 1.7), 58.0 + n * 0.004) for n in range(101)]
    west = [*crooked, (7.6, 58.4), (7.6, 58.0), crooked[0]]
    east = [*crooked[::-1], (8.4, 58.0), (8.4, 58.4), crooked[-1]]
    sheet = geographic.arrange(
        ["Vest", "Øst"], [(58.2, 7.8), (58.2, 8.2)], borders=[(0, [west]), (1, [east])]
    )
    (one,), (other,) = (area.rings for area in sheet.areas)
    lines = [{frozenset(pair) for pair in pairwise(ring)} for ring in (one, other)]
    shared = lines[0] & lines[1]
    # All but the three outer sides of each are the other's, too.
    assert len(lines[0] - shared) == len(lines[1] - shared) == 3
    assert len(shared) > 50


def test_a_straight_border_of_a_thousand_points_is_drawn_with_its_corners():
    ring = [(7.6 + n * 0.0004, 58.0) for n in range(1001)] + [(8.0, 58.3), (7.6, 58.3), (7.6, 58.0)]
    sheet = geographic.arrange(["Søgne"], [(58.1, 7.8)], borders=[(0, [ring])])
    assert len(sheet.areas[0].rings[0]) <= 8  # a parallel is bowed a little


def test_land_far_away_is_cut_off_at_the_sheets_edge():
    near, far = square(7.5, 57.9, 3.0), square(25.0, 70.0)
    sheet = geographic.arrange(
        ["Søgne", "Vennesla"], [(58.1, 7.7), (58.3, 7.8)], borders=[(-1, [near]), (-1, [far])]
    )
    [area] = sheet.areas
    assert area.node == -1
    for ring in area.rings:
        for x, y in ring:
            assert -0.1 <= x <= sheet.width + 0.1
            assert -0.1 <= y <= sheet.height + 0.1


# Borders from a file


def feature(rings: Any, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": rings},
    }


def written(folder: Path, *features: Any) -> Path:
    path = folder / "kommuner.geojson"
    content = {"type": "FeatureCollection", "features": list(features)}
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def towns(*names: str, facts: Any = (), **more: str) -> PlanGraph:
    nodes = [
        {"id": f"m{n}", "kind": "Municipality", "name": name, **more}
        for n, name in enumerate(names)
    ]
    return PlanGraph.from_tables(nodes, facts=facts)


def fact(node: str, name: str, value: str, **more: str) -> dict[str, str]:
    return {"node": node, "property": name, "value": value, **more}


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("Søgne", "Søgne"),
        ("SØGNE", "Søgne kommune"),
        ("So\u0308gne".replace("o\u0308", "ø"), "Søgne"),
        ("Kárášjohka - Karasjok", "Karasjok"),
        ("Ka\u0301ra\u0301s\u030cjohka \u2013 Karasjok", "Kárášjohka"),
        ("Karasjok", "Kárášjohka – Karasjok"),
        ("Snåase - Snåsa", "Sna\u030asa kommune"),
        ("Midt-Telemark", "Midt-Telemark"),
    ],
)
def test_a_border_is_found_by_any_of_its_names(tmp_path, called, name):
    path = written(tmp_path, feature([square(8, 60)], navn=called, fylke="Agder"))
    assert list(borders.read(path, towns(name)).rings) == ["m0"]


@pytest.mark.parametrize("key", ["kommunenummer", "kommunenr", "Kommunenummer", "id", "KNR"])
@pytest.mark.parametrize("value", ["0301", 301])
def test_a_border_is_found_by_number_whatever_that_is_called(tmp_path, key, value):
    path = written(tmp_path, feature([square(10.6, 59.8)], **{key: value, "aar": 2024}))
    graph = towns("Oslo", facts=[fact("m0", "number", "0301")])
    assert list(borders.read(path, graph).rings) == ["m0"]


def test_of_two_places_of_one_name_the_number_tells(tmp_path):
    path = written(
        tmp_path,
        feature([square(12, 66)], navn="Herøy", nr="1818"),
        feature([square(5.6, 62.3)], navn="Herøy", nr="1515"),
    )
    known = borders.read(path, towns("Herøy", facts=[fact("m0", "number", "1515")]))
    assert known.rings["m0"][0][0] == (5.6, 62.3)
    assert len(known.around) == 1
    unknown = borders.read(path, towns("Herøy"))
    assert unknown.rings == {}
    assert "1515, 1818" in unknown.problems[0].message


def test_islands_in_features_of_their_own_are_one_municipality(tmp_path):
    path = written(
        tmp_path,
        feature([square(8, 58)], nr="4204", navn="Kristiansand"),
        feature([square(8.3, 58)], nr="4204", navn="Kristiansand"),
    )
    assert len(borders.read(path, towns("Kristiansand")).rings["m0"]) == 2


def test_who_has_no_border_is_told(tmp_path):
    path = written(tmp_path, feature([square(8, 58)], navn="Søgne"))
    read = borders.read(path, towns("Søgne", "Songdalen"))
    assert [problem.message for problem in read.problems] == ["no border for m1"]


def test_a_collection_of_geometries_and_a_byte_order_mark_are_read(tmp_path):
    path = tmp_path / "kommuner.geojson"
    inner = [
        {"type": "Point", "coordinates": [8, 58]},
        {"type": "MultiPolygon", "coordinates": [[square(8, 58)], [square(9, 58)]]},
    ]
    content = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"navn": [{"navn": "Søgne"}]},
                "geometry": {"type": "GeometryCollection", "geometries": inner},
            }
        ],
    }
    path.write_text(json.dumps(content), encoding="utf-8-sig")
    assert len(borders.read(path, towns("Søgne")).rings["m0"]) == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "no JSON"),
        ("[]", "no GeoJSON FeatureCollection"),
        ('{"type": "FeatureCollection", "features": []}', "no features"),
        ('{"type": "FeatureCollection", "features": [{"geometry": null}]}', "has a polygon"),
        ("[" * 200_000, "nested too deeply"),
    ],
)
def test_what_is_no_geojson_is_refused_in_one_line(tmp_path, content, said):
    path = tmp_path / "kommuner.geojson"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GraphtoolError, match=said) as found:
        borders.read(path, towns("Søgne"))
    assert "\n" not in str(found.value)


def test_a_file_that_is_missing_a_folder_or_no_text_is_refused(tmp_path):
    with pytest.raises(SourceNotFound, match="no such file"):
        borders.read(tmp_path / "ingen.geojson", towns("Søgne"))
    with pytest.raises(SourceNotFound, match="cannot be read"):
        borders.read(tmp_path, towns("Søgne"))
    (tmp_path / "latin.geojson").write_bytes('{"navn": "Søgne"}'.encode("latin-1"))
    with pytest.raises(GraphtoolError, match="not UTF-8 at byte 11"):
        borders.read(tmp_path / "latin.geojson", towns("Søgne"))


def test_metres_are_refused_with_what_to_do(tmp_path):
    path = written(tmp_path, feature([square(84_000, 6_465_000, 900)], navn="Søgne"))
    with pytest.raises(GraphtoolError, match=r"no degrees .*84000, 6465000.*EPSG:4326"):
        borders.read(path, towns("Søgne"))


def test_latitude_before_longitude_is_refused(tmp_path):
    path = written(tmp_path, feature([square(58, 8)], navn="Søgne"))
    with pytest.raises(GraphtoolError, match="lon, lat"):
        borders.read(path, towns("Søgne"))


def test_none_that_is_known_is_refused_with_what_the_file_has(tmp_path):
    path = written(tmp_path, feature([square(8, 58)], navn="Sogne"))
    with pytest.raises(GraphtoolError, match=r"none of its 1 features.*did you mean 'Søgne'"):
        borders.read(path, towns("Søgne"))


def test_every_broken_border_is_told_at_once(tmp_path):
    path = written(
        tmp_path,
        feature([[[8, 58], [9, 58]]]),
        feature([[["x", 58]]]),
        "nothing",
        feature([[[8, float("nan")]] * 4]),
    )
    with pytest.raises(InvalidData) as found:
        borders.read(path, towns("Søgne"))
    assert len(found.value.problems) == 4


# Coordinates from the data


def test_of_several_coordinates_the_latest_in_force_counts():
    graph = towns(
        "Kristiansand",
        facts=[
            fact("m0", "lat", "58.19", valid_to="2019-12-31"),
            fact("m0", "lon", "8.03", valid_to="2019-12-31"),
            fact("m0", "lat", "58.18", valid_from="2020-01-01"),
            fact("m0", "lon", "7.85", valid_from="2020-01-01"),
        ],
    )
    assert coordinates.coordinates(graph).places == {0: (58.18, 7.85)}
    assert coordinates.located(graph.as_of("2015")) == {"m0": (58.19, 8.03)}
    # Borders of 2019 hold the place of 2019.
    old = borders.Borders({"m0": (tuple(square(7.95, 58.1)),)})
    assert coordinates.coordinates(graph, old).places == {0: (58.19, 8.03)}


def test_without_coordinates_the_border_tells():
    border = borders.Borders({"m0": (tuple(square(8, 58)), tuple(square(20, 58, 0.01)))})
    assert coordinates.located(towns("Søgne"), border) == {"m0": (58.1, 8.1)}


def test_a_bent_land_has_its_place_within_it():
    bent = (
        (8.0, 58.0),
        (9.0, 58.0),
        (9.0, 59.0),
        (8.9, 59.0),
        (8.9, 58.1),
        (8.0, 58.1),
        (8.0, 58.0),
    )
    place = rings.middle((bent,))
    assert rings.contains((bent,), place)


@pytest.mark.parametrize(
    ("lat", "lon", "said"),
    [
        ("58,19", "8.03", "'58,19' is no number"),
        ("nord", "8.03", "'nord' is no number"),
        ("8.03", "58.19", "is not in Norway"),
        ("nan", "8.03", "is not in Norway"),
        ("58.19", None, "only one is given"),
    ],
)
def test_a_value_that_is_no_coordinate_is_told(lat, lon, said):
    facts = [fact("m0", "lat", lat), *([fact("m0", "lon", lon)] if lon else [])]
    found = coordinates.coordinates(towns("Søgne", facts=facts))
    assert found.places == {}
    assert [problem.severity for problem in found.problems] == ["warning"]
    assert said in found.problems[0].message


def test_both_regions_are_located(kristiansand, kongsberg):
    for reading in (kristiansand, kongsberg):
        graph = reading.graph
        found = coordinates.coordinates(graph)
        assert sorted(found.places) == graph.of_kind("Municipality").index.tolist()
        assert found.problems == ()


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="no shared samples beside the repository")
@pytest.mark.parametrize("name", ["seed14_2019_fhimaps.geojson", "Kommuner-S.geojson"])
@pytest.mark.parametrize("region", ["kristiansand", "kongsberg"])
def test_real_borders_are_matched_and_stay_small(request, name, region):
    graph = request.getfixturevalue(region).graph.as_of("2015")
    known = borders.read(SAMPLES / name, graph)
    place = coordinates.located(graph, known)
    nodes = graph.of_kind("Municipality")
    merged = {"sogne", "songdalen"} if name.startswith("Kommuner") else set()
    assert set(nodes["id"]) - set(known.rings) == merged & set(nodes["id"])
    ids = list(nodes["id"])
    sheet = geographic.arrange(
        list(nodes["name"]),
        [place[node] for node in ids],
        borders=[
            *((-1, rings) for rings in known.around),
            *((ids.index(node), rings) for node, rings in known.rings.items()),
        ],
    )
    assert_free(sheet)
    assert len(json.dumps([area.rings for area in sheet.areas])) < 60_000
