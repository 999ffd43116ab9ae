"""A matrix as a picture: of many cities, of one party, with names of any length and direction."""

from __future__ import annotations

from itertools import combinations

import pytest

from graphtool.graph import PlanGraph
from graphtool.language import normalised
from graphtool.pictures.display import Picture, Words
from graphtool.pictures.writing import pdf, png, svg
from tests.pictures.conftest import of
from tests.pictures.reading import texts

LONG = "Styrke samarbeidet om næringsutvikling og kompetanse i hele regionen vår " * 4


def networks(cities: int) -> PlanGraph:
    """Cities in networks of six, a network for every fourth, the one city in several."""
    nodes = [{"id": f"k{n}", "kind": "Municipality", "name": f"Kommune {n}"} for n in range(cities)]
    count = max(cities // 4, 1)
    nodes += [
        {"id": f"n{n}", "kind": "Actor", "subkind": "network", "name": f"Nettverk {n}"}
        for n in range(count)
    ]
    pairs = {(f"k{at % cities}", f"n{n}") for n in range(count) for at in range(4 * n, 4 * n + 6)}
    edges = [{"source": k, "relation": "MEMBER_OF", "target": n} for k, n in sorted(pairs)]
    return PlanGraph.from_tables(nodes, edges)


def drawn(graph: PlanGraph, **wishes: object) -> Picture:
    [picture] = of(graph, views=("matrix",), **wishes).drawn()
    return picture


@pytest.mark.parametrize("cities", [190, 591])
def test_of_many_cities_every_name_is_there_or_counted(cities):
    graph = networks(cities)
    picture = drawn(graph)
    there = {text.words for text in texts(svg.text(picture))}
    listed = {one.name for one in (*picture.numbered, *picture.unlisted)}
    tied = {*graph.edges["source"], *graph.edges["target"]}
    for name in graph.nodes["name"].iloc[sorted(tied)]:
        assert name in there or name in listed, name
    assert f"Viser {len(tied)} av {len(graph.nodes)} noder" in picture.about
    assert f"{graph.edge_count} av {graph.edge_count} sammenhenger" in picture.about


def test_the_turned_names_of_many_columns_lie_apart():
    found = [text for text in texts(svg.text(drawn(networks(40)))) if text.words[:4] == "Nett"]
    assert len(found) == 10
    for one, other in combinations(found, 2):
        assert not one.overlaps(other), (one, other)


def test_names_of_300_letters_are_cut_and_stand_whole_in_the_list():
    graph = PlanGraph.from_tables(
        [
            {"id": "a", "kind": "Municipality", "name": LONG + "A"},
            {"id": "b", "kind": "Actor", "name": LONG + "B"},
        ],
        [{"source": "a", "relation": "LEADS", "target": "b"}],
    )
    picture = drawn(graph)
    whole = {normalised(LONG + "A"), normalised(LONG + "B")}
    assert {one.name for one in picture.numbered} == whole
    assert any(isinstance(each, Words) and each.turned for each in picture.items)


def test_names_from_the_right_stand_in_every_format():
    graph = PlanGraph.from_tables(
        [
            {"id": "a", "kind": "Municipality", "name": "חיפה"},
            {"id": "b", "kind": "Actor", "name": "الشبكة"},
        ],
        [{"source": "a", "relation": "MEMBER_OF", "target": "b"}],
    )
    shot = of(graph, views=("matrix",))
    assert "חיפה" in svg.text(shot.drawn()[0])
    for write in (pdf.written, png.written):
        file = write([shot])
        assert len(file.data) > 1000
        assert not file.remarks


def test_the_same_sign_means_the_same_in_three_languages():
    graph = networks(6)
    for language, letter in (("nb", "M"), ("nn", "M"), ("en", "M")):
        picture = drawn(graph, lang=language)
        letters = [
            each for each in picture.items if isinstance(each, Words) and each.text == letter
        ]
        assert len(letters) == graph.edge_count + 1  # and that of the legend
