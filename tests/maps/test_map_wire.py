"""What the page reads is what the schema says, field by field, whatever the map shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator, meta

from graphtool import formats, maps
from graphtool.graph import PlanGraph
from graphtool.hyphenation import ways
from graphtool.maps import Settings, style, wire
from graphtool.maps.build import build
from graphtool.maps.story import read as story
from tests.maps import graphs
from tests.maps.pages import REGIONS

DATA = Path(__file__).parents[2] / "data"
SCHEMA = json.loads(Path(wire.__file__).with_name("wire.schema.json").read_text(encoding="utf-8"))


def told(region: str) -> tuple[PlanGraph, Settings]:
    graph = formats.read(DATA / region).graph
    return graph, Settings(story=story.read(DATA / region / "story.toml", graph))


def compared() -> tuple[PlanGraph, Settings]:
    graph = formats.read(DATA / REGIONS[0]).graph
    return graph, Settings(before=graph.as_of("2014"), as_of="2020", hide_persons=True)


MAPS: dict[str, Callable[[], tuple[PlanGraph, Settings]]] = {
    **{f"{region}, told": lambda region=region: told(region) for region in REGIONS},
    "a region compared with itself": compared,
    "a large graph": lambda: (graphs.region(2300), Settings()),
    "a large graph in part": lambda: (graphs.region(2300), Settings(views=("overview", "goals"))),
    "hostile strings": lambda: (graphs.hostile_everywhere(), Settings(size_by="edges")),
}


def valid(part: str) -> Draft202012Validator:
    definitions = {"$schema": SCHEMA["$schema"], "$defs": SCHEMA["$defs"]}
    return Draft202012Validator({**definitions, "$ref": f"#/$defs/{part}"})


def wrong(part: str, data: Any) -> Iterator[str]:
    """The first places where data differs from the schema, and how."""
    as_read = json.loads(json.dumps(data))
    for error in list(valid(part).iter_errors(as_read))[:5]:
        yield f"{part}/{'/'.join(map(str, error.instance_path))}: {error.message[:200]}"


def test_the_schema_is_one():
    meta.validate(SCHEMA)


@pytest.mark.combined
@pytest.mark.parametrize("name", MAPS)
def test_the_page_reads_what_the_schema_says(name):
    first, later = wire.page(build(*MAPS[name]()))
    found = [*wrong("page", first)]
    for scene in later:
        found += wrong("index" if scene["view"] == "group-index" else "scene", scene)
    assert found == []


def test_the_schema_refuses_what_is_unknown_or_missing():
    first, _ = wire.page(build(graphs.coast(), Settings(views=("overview",))))
    assert [*wrong("page", first)] == []
    for broken in ({**first, "colour": 1}, {k: v for k, v in first.items() if k != "total"}):
        assert len([*wrong("page", broken)]) == 1
    node = {**first["nodes"][0], "size": "large"}
    assert [*wrong("page", {**first, "nodes": [node]})]


def test_a_scene_says_what_a_picture_of_it_needs():
    """Shape, colour and words of every symbol, as the page works them out."""
    made = build(graphs.coast(), Settings(views=("overview",), colour_by="grade"))
    first, _ = wire.page(made)
    [scene] = made.scenes
    for symbol, node in zip(scene.symbols, first["nodes"], strict=True):
        assert first["shapes"][symbol.shape] == style.SHAPES[first["kinds"][node["kind"]]["shape"]]
        for theme in style.THEMES:
            kind, tint = first["kinds"][node["kind"]]["fill"], first["tints"].get(node.get("tint"))
            assert scene.fill(symbol, theme) == (kind if tint is None else tint)[theme]
    said = {symbol.node.id: symbol.words for symbol in scene.symbols}
    assert said["nett"] == ("Næringsnettverket", "Næringsnettverket", "Business network")
    assert scene.cited == {"plan", "avis"}


def test_the_data_block_is_the_wire_form():
    asked = Settings(views=("overview",))
    first, _ = wire.page(build(graphs.coast(), asked))
    page = maps.html(graphs.coast(), asked)
    block = page.split('id="gt-data">')[1].split("</script>")[0]
    assert json.loads(block) == json.loads(json.dumps(first))


def test_the_page_knows_where_the_long_words_of_headings_may_be_broken(kongsberg):
    """In «Ansvar» a column is headed «Satsingsområde»."""
    first, _ = wire.page(build(kongsberg.graph, Settings(views=("ownership",))))
    assert first["breaks"]["Satsingsområde"] == ways("Satsingsområde")
    assert ways("Satsingsområde")[0] == (8,)
