"""The shortest path on the page is as short as NetworkX finds it in what is visible."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import networkx as nx
import pytest

from tests.maps import pages
from tests.maps.pages import REGIONS, VIEWS

MOST = 40
"""Pairs that are tried in each view."""
PATHS = "pairs => pairs.map(([a, b]) => [a, b, graphtool.path(a, b)])"


def shown(sheet: dict[str, Any], hidden: str = "") -> nx.Graph:
    """The sheet's graph for all of time, without directions and without a hidden relation."""
    graph = nx.Graph()
    graph.add_nodes_from(node["id"] for node in sheet["nodes"])
    graph.add_edges_from(edge[:2] for edge in sheet["edges"] if edge[2] != hidden)
    return graph


def some(graph: nx.Graph) -> list[tuple[str, str]]:
    """Pairs from all over the graph, every so many of all pairs in order."""
    pairs = list(combinations(sorted(graph), 2))
    return pairs[:: max(1, len(pairs) // MOST)]


def agrees(page: Any, graph: nx.Graph) -> None:
    for start, end, way in page.evaluate(PATHS, some(graph)):
        if not nx.has_path(graph, start, end):
            assert way is None
            continue
        assert (way[0], way[-1]) == (start, end)
        assert nx.is_path(graph, way)
        assert len(way) - 1 == nx.shortest_path_length(graph, start, end)


@pytest.mark.combined
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("region", REGIONS)
def test_paths_in_every_view_are_as_short_as_networkx_finds_them(turned, written, region, view):
    sheet = pages.sheets_of(written(region))[view]
    agrees(turned(region, view), shown(sheet))


@pytest.mark.parametrize("hidden", ["PART_OF", "RESPONSIBLE_FOR", "MEMBER_OF"])
def test_paths_go_through_nothing_that_is_hidden(turned, written, hidden):
    sheet = pages.sheets_of(written("kristiansandsregionen"))["overview"]
    page = turned("kristiansandsregionen", "overview", f"hideRel={hidden}")
    agrees(page, shown(sheet, hidden))


def test_a_path_is_told_in_words_and_steps(turned):
    page = turned("kristiansandsregionen", "overview")
    way = page.evaluate("graphtool.path('songdalen', 'sorlandets-kompetansefond')")
    assert f"{len(way) - 1} ledd fra Songdalen til" in page.inner_text("#way")
    assert page.locator("#way .neighbour").count() == len(way)
