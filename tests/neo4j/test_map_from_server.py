"""A map drawn from a server is the map of the dataset that was loaded into it, to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphtool import database, formats, maps
from graphtool.maps import Settings
from tests.maps import graphs as map_graphs
from tests.neo4j.conftest import Home

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize("region", ["kristiansandsregionen", "kongsbergregionen"])
def test_every_view_of_a_region_is_the_same_from_a_server(home: Home, region: str) -> None:
    graph = formats.read(DATA / region).graph
    database.load(graph, home.address)
    assert maps.html(database.read(home.address)) == maps.html(graph)


def test_narrowed_coloured_and_compared_it_is_the_same_too(home: Home) -> None:
    graph = formats.read(DATA / "kristiansandsregionen").graph
    database.load(graph, home.address)
    there = database.read(home.address)
    for asked in (
        {"views": ("ownership", "goals"), "municipalities": ("Songdalen",), "lang": "nn"},
        {"views": ("collaboration",), "size_by": "betweenness", "colour_by": "municipality"},
        {"views": ("goals",), "as_of": "2018", "hide_persons": True, "theme": "dark"},
    ):
        assert maps.html(there, Settings(**asked)) == maps.html(graph, Settings(**asked))
    compared = [
        maps.html(now, Settings(views=("chain",), as_of="2020", before=now.as_of("2014")))
        for now in (graph, there)
    ]
    assert compared[0] == compared[1]


def test_hostile_text_comes_back_as_it_was(home: Home) -> None:
    graph = map_graphs.hostile()
    database.load(graph, home.address)
    assert maps.html(database.read(home.address)) == maps.html(graph)
