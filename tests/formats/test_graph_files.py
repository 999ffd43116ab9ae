"""JSON and GraphML that other hands made, or broke: every problem with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from graphtool.errors import SourceNotFound
from graphtool.formats.sheets import title_from
from graphtool.graph import interchange
from graphtool.language import Text

NODES = [
    {"id": "sogne", "kind": "Municipality", "name": "Søgne"},
    {"id": "vekst", "kind": "Goal", "name": "Vekst"},
]
OWNS = {"source": "sogne", "target": "vekst", "relation": "OWNS"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "region.json"


def said(path: Path) -> list[str]:
    return [f"{p.severity}: {p}" for p in formats.examine(path)[1]]


def said_of(path: Path, content: Any) -> list[str]:
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return said(path)


def test_nodes_and_edges_are_enough(path: Path) -> None:
    assert said_of(path, {"nodes": NODES, "edges": [OWNS]}) == []
    reading = formats.read(path)
    assert (reading.graph.name, reading.graph.edge_count) == ("region", 1)
    assert [tuple(count)[:5] for count in reading.intake] == [("region.json", 3, 0, 0, 0)]


def test_a_node_may_have_attributes_of_its_own_lists_of_names_and_related_nodes(path: Path) -> None:
    node = {
        "id": "nettverket",
        "kind": "Actor",
        "name": "Næringsnettverket",
        "medlemmer": 7,
        "aliases": ["Nettverket", "Næringsnett"],
        "members": ["sogne"],
    }
    assert said_of(path, {"nodes": [*NODES, node]}) == []
    graph = formats.read(path).graph
    actor = graph.of_kind("Actor").iloc[0]
    assert actor["aliases"] == "Nettverket;Næringsnett"
    assert [(f.property, f.value) for f in actor["facts"]] == [("medlemmer", "7")]
    assert graph.related("MEMBER_OF")[["source", "target"]].to_numpy().tolist() == [[0, 1]]


def test_a_kind_is_known_whatever_its_capitals_in_every_row(path: Path) -> None:
    nodes = [
        {"id": "g", "kind": "GOAL", "name": "G"},
        {"id": "f", "kind": "focus area", "name": "F"},
    ]
    assert said_of(path, {"nodes": nodes}) == []
    assert formats.read(path).graph.nodes["kind"].tolist() == ["FocusArea", "Goal"]


def test_of_a_wrong_value_the_first_sixty_characters_are_shown(path: Path) -> None:
    assert said_of(path, {"nodes": [*NODES, "å" * 61]}) == [
        f"error: region.json#/nodes/2: is the text {'å' * 60!r}; expected an object"
    ]


def test_a_document_is_cited_in_other_capitals_only_where_one_is_meant(path: Path) -> None:
    edges = [{**OWNS, "document": "PLAN"}]
    assert said_of(path, {"nodes": NODES, "edges": edges, "documents": [{"id": "plan"}]}) == []
    assert formats.read(path).graph.edges["document"].tolist() == ["plan"]
    documents = [{"id": "plan"}, {"id": "Plan"}]
    (line,) = said_of(path, {"nodes": NODES, "edges": edges, "documents": documents})
    assert line.startswith("error: region.json#/edges/0: document: 'PLAN' is no document")


def test_whom_nobody_has_described_stands_where_the_name_stands_first(path: Path) -> None:
    quotes = [{"document": "plan", "line": at, "quote": f"sitat {at}"} for at in (5, 9)]
    edges = [{**OWNS, "source": "Havna", **quote} for quote in quotes]
    edges[1]["relation"] = "SUPPORTS"
    assert len(said_of(path, {"nodes": NODES, "edges": edges, "documents": [{"id": "plan"}]})) == 1
    (actor,) = formats.read(path).graph.of_kind("Actor").to_dict("records")
    assert (actor["line"], actor["quote"]) == (5, "sitat 5")


def test_actors_entered_twice_are_of_one_subkind_and_undated(path: Path) -> None:
    def doubled(**other: str) -> list[str]:
        nodes = [
            {"id": "a", "kind": "Actor", "name": "Rådet", "subkind": "council"},
            {"id": "b", "kind": "Actor", "name": "RÅDET", "subkind": "council", **other},
        ]
        path.write_text(json.dumps({"nodes": nodes}), encoding="utf-8")
        return [str(p) for p in formats.examine(path)[1] if p.rule == "doubled-party"]

    assert doubled() == [
        "region.json#/nodes/1: name: 'RÅDET' is the name of 'a' too (region.json#/nodes/0); if"
        " they are one, give them one row and list the other spelling in aliases"
    ]
    assert doubled(subkind="network") == []
    assert doubled(valid_from="2015") == []
    assert doubled(valid_to="2015") == []
    assert doubled(kind="Goal") == []
    assert doubled(id="a") == []


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        ("Vekst", Text("Vekst", "Vekst", "Vekst")),
        ({"nb": " ", "nn": "Vokster"}, Text("Vokster", "Vokster", "Vokster")),
        ({"nb": "Vekst", "en": "Growth"}, Text("Vekst", "Vekst", "Growth")),
        ({"nb": " "}, None),
    ],
)
def test_a_title_in_some_languages_stands_in_for_the_others(title: Any, read_as: Any) -> None:
    assert title_from({"title": title}, "m.json#") == (read_as, [])
    assert title_from({}, "m.json#") == (None, [])


@pytest.mark.parametrize("title", [7, ["Vekst"], {}, {"nb": 7}, {"nb": "Vekst", "en": None}])
def test_what_is_no_title(title: Any) -> None:
    assert [str(problem) for problem in title_from({"title": title}, "m.json#")[1]] == [
        "m.json#: title: the title is to be one text, or one for each of nb, nn, en"
    ]


BAD_JSON = {
    "a broken file": (
        '{"nodes": [\n  {"id": "a" "b"}\n]}',
        ["error: region.json:2: is no JSON: Expecting ',' delimiter (column 14)"],
    ),
    "an empty file": ("", ["error: region.json:1: is no JSON: Expecting value (column 1)"]),
    "a list": (
        "[]",
        [
            "error: region.json: is a list; expected one object {name, title, documents, nodes, "
            "edges}"
        ],
    ),
    "ten thousand levels": (
        "[" * 10_000 + "]" * 10_000,
        ["error: region.json: is nested too deep to be a plan graph"],
    ),
    "no nodes": ({"edges": []}, ["error: region.json#: nodes: there is no list 'nodes'"]),
    "a key that is not read": (
        {"nodes": NODES, "links": [], "nods": []},
        ["warning: region.json#: nods: 'nods' is not read; did you mean 'nodes'?"],
    ),
    "wrong types": (
        {
            "nodes": {"id": "a"},
            "edges": [7, None],
            "documents": [["plan"]],
            "name": ["x"],
            "title": [3],
        },
        [
            "error: region.json#: name: is a list; expected a text",
            (
                "error: region.json#: title: the title is to be one text, or one for "
                "each of nb, nn, en"
            ),
            "error: region.json#/documents/0: is a list; expected an object",
            "error: region.json#/edges/0: is the text '7'; expected an object",
            "error: region.json#/edges/1: is null; expected an object",
            "error: region.json#/nodes: is an object; expected a list of objects",
        ],
    ),
    "wrong types within": (
        {
            "nodes": [
                {
                    "id": "a",
                    "kind": "Goal",
                    "name": ["A"],
                    "aliases": ["B", 7, None],
                    "facts": [{"property": "number", "value": {"nb": "1"}}, "x"],
                }
            ]
        },
        [
            "error: region.json#/nodes/0: aliases: is a list; expected a text or a number",
            "warning: region.json#/nodes/0: id: 'a' has no name; its id stands in",
            "error: region.json#/nodes/0: name: is a list; expected a text or a number",
            "error: region.json#/nodes/0/facts/0: value: is an object; expected a text or a number",
            "error: region.json#/nodes/0/facts/0: value: no value given",
            "error: region.json#/nodes/0/facts/1: is the text 'x'; expected an object",
        ],
    ),
    "what the vocabulary forbids": (
        {
            "nodes": [*NODES, {"id": "g", "kind": "Gaol", "name": "G"}],
            "edges": [{**OWNS, "relation": "OWNZ"}, {**OWNS, "share": 1.5, "weight": 2}],
        },
        [
            "error: region.json#/edges/0: relation: 'OWNZ' is no relation; did you mean 'OWNS'?",
            "error: region.json#/edges/1: share: '1.5' is not a share from 0 to 1",
            "warning: region.json#/edges/1: weight: 'weight' is not read",
            "error: region.json#/nodes/2: kind: 'Gaol' is no kind; did you mean 'Goal'?",
        ],
    ),
    "a key twice": (
        '{"nodes": [{"id": "a", "kind": "Goal", "name": "A", "name": "B"}]}',
        ["error: region.json#/nodes/0: name: 'name' stands there twice"],
    ),
    "a node without a kind": (
        {"nodes": [{"id": "a", "name": "A"}]},
        ["error: region.json#/nodes/0: kind: no kind given"],
    ),
}


@pytest.mark.parametrize("what", BAD_JSON)
def test_bad_json(path: Path, what: str) -> None:
    content, expected = BAD_JSON[what]
    assert said_of(path, content) == expected


def test_json_in_a_wrong_encoding(path: Path) -> None:
    path.write_bytes('{\n"name": "Søgne"}'.encode("cp1252"))
    assert said(path) == ["error: region.json:2: is not UTF-8: byte 0xf8"]
    path.write_bytes('\n{"name": "Søgne"}'.encode("cp1252"))
    assert said(path) == ["error: region.json:2: is not UTF-8: byte 0xf8"]
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"nodes": NODES}).encode())
    assert said(path) == []


def test_numbers_that_overflow_everything_are_text_until_they_are_checked(path: Path) -> None:
    long = "9" * 5000
    edges = f'[{{"source": "sogne", "target": "vekst", "relation": "OWNS", "line": {long}}}]'
    assert said_of(path, f'{{"nodes": {json.dumps(NODES)}, "edges": {edges}}}') == [
        f"error: region.json#/edges/0: line: '{long[:200]}…' is not a line number (a whole number"
        " from 1)"
    ]


def test_half_a_surrogate_pair_becomes_a_replacement_character(path: Path) -> None:
    assert said_of(path, '{"nodes": [{"id": "a", "kind": "Goal", "name": "\\ud83d!"}]}') == []
    assert formats.read(path).graph.nodes["name"].tolist() == ["\N{REPLACEMENT CHARACTER}!"]


def test_places_are_in_the_order_of_the_file(path: Path) -> None:
    nodes = [{"id": f"g{at}", "kind": "Gaol", "name": "G"} for at in range(12)]
    places = [line.split("/")[2].split(":")[0] for line in said_of(path, {"nodes": nodes})]
    assert places == [str(at) for at in range(12)]


def test_lists_that_hold_nothing_are_not_said_to_have_been_seen(path: Path) -> None:
    path.write_text('{"nodes": [], "edges": []}', encoding="utf-8")
    with pytest.raises(SourceNotFound, match="not one node; it is empty"):
        formats.understood(path)


GRAPHML = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="k" for="node" attr.name="kind" attr.type="string"><default>Municipality</default></key>
<key id="n" for="node" attr.name="name" attr.type="string"/>
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="e" for="edge" attr.name="relation" attr.type="string"/>
<key id="l" for="edge" attr.name="line" attr.type="int"/>
<key id="x" for="node" attr.name="x" attr.type="float"/>
<graph edgedefault="directed">
<node id="sogne"><data key="label">Søgne</data><data key="x">0.25</data></node>
<node id="vekst"><data key="k">Goal</data><data key="n">Vekst &amp; «verdi»</data></node>
<edge source="sogne" target="vekst"><data key="e">OWNS</data><data key="l">7</data></edge>
</graph></graphml>"""


@pytest.fixture
def graphml(tmp_path: Path) -> Path:
    path = tmp_path / "region.graphml"
    path.write_text(GRAPHML, encoding="utf-8")
    return path


def test_graphml_of_another_program(graphml: Path) -> None:
    assert said(graphml) == []
    graph = formats.read(graphml).graph
    assert graph.nodes["name"].tolist() == ["Søgne", "Vekst & «verdi»"]
    assert graph.nodes["kind"].tolist() == ["Municipality", "Goal"], "the first by default"
    assert graph.nodes["facts"].tolist() == [(), ()], "where it is drawn is no fact about it"
    assert graph.edges["line"].tolist() == [7]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("</graphml>", "", ["error: region.graphml:13: is no XML: no element found (column 9)"]),
        ("<graph ", "<graf ", ["error: region.graphml:13: is no XML: mismatched tag (column 3)"]),
        (
            "OWNS",
            "OWNZ",
            ["error: region.graphml:12: relation: 'OWNZ' is no relation; did you mean 'OWNS'?"],
        ),
        (
            ">7<",
            ">syv<",
            ["error: region.graphml:12: line: 'syv' is not a line number (a whole number from 1)"],
        ),
        (' source="sogne"', "", ["error: region.graphml:12: source: no source given"]),
        (
            '<data key="n">',
            '<data key="k">',
            [
                "error: region.graphml:11: kind: 'kind' stands there twice",
                "warning: region.graphml:11: id: 'vekst' has no name; its id stands in",
                "error: region.graphml:11: kind: 'Vekst & «verdi»' is no kind; "
                "expected one of Region, "
                "Municipality, Actor, Programme, Project, Plan, Need, FocusArea, Strategy, Goal, "
                "Measure, Effect, Resource",
            ],
        ),
        (
            "</graph>",
            "<hyperedge/></graph>",
            [
                "warning: region.graphml:13: hyperedge: a hyperedge has no place in a "
                "plan graph; it is"
                " not read"
            ],
        ),
        (
            'attr.name="line"',
            'attr.name="vekt"',
            ["warning: region.graphml:12: vekt: 'vekt' is not read"],
        ),
        (
            'attr.name="name"',
            'attr.name="facts"',
            [
                "error: region.graphml:11: facts: 'Vekst & «verdi»' is no JSON list of "
                "objects that "
                "hold texts and numbers",
                "warning: region.graphml:11: id: 'vekst' has no name; its id stands in",
            ],
        ),
    ],
    ids=["cut off", "tags", "relation", "line", "no end", "twice", "hyperedge", "unread", "facts"],
)
def test_bad_graphml(graphml: Path, old: str, new: str, expected: list[str]) -> None:
    graphml.write_text(GRAPHML.replace(old, new, 1), encoding="utf-8")
    assert sorted(said(graphml)) == sorted(expected)


def test_an_entity_is_refused_before_it_can_multiply(graphml: Path) -> None:
    bomb = '<!DOCTYPE g [<!ENTITY a "hei"><!ENTITY b "&a;&a;&a;">]>\n<graphml '
    graphml.write_text(
        GRAPHML.replace("<graphml ", bomb, 1).replace("Vekst", "&b;"), encoding="utf-8"
    )
    assert said(graphml) == [
        "error: region.graphml:2: declares an entity, which GraphML has no use for; remove the "
        "declaration"
    ]


def test_a_title_and_facts_nested_too_deep_are_text_and_a_problem(graphml: Path) -> None:
    deep = "[" * 100_000
    key = '<key id="t" for="graph" attr.name="title"/>'
    titled = GRAPHML.replace("<graph ", f"{key}<graph ").replace(
        "<node ", f'<data key="t">{deep}</data><node ', 1
    )
    graphml.write_text(titled, encoding="utf-8")
    assert formats.read(graphml).graph.title == (deep, deep, deep)
    facts = GRAPHML.replace('attr.name="x"', 'attr.name="facts"').replace("0.25", deep)
    graphml.write_text(facts, encoding="utf-8")
    assert said(graphml) == [
        f"error: region.graphml:10: facts: {deep[:60]!r} is no JSON list of objects that hold texts"
        " and numbers"
    ]


def test_a_file_of_another_world_is_one_line(graphml: Path) -> None:
    graphml.write_bytes(b"<?xml version='1.0' encoding='klingon'?><graphml/>")
    assert said(graphml) == ["error: region.graphml:1: cannot be read: unknown encoding: klingon"]
    graphml.write_text("<html/>", encoding="utf-8")
    assert said(graphml) == ["error: region.graphml: there is no <graph>"]


def test_a_relation_may_be_a_label_or_a_key_as_networkx_writes_it(graphml: Path) -> None:
    graphml.write_text(
        GRAPHML.replace("<edge ", '<edge id="OWNS" ').replace('<data key="e">OWNS</data>', ""),
        encoding="utf-8",
    )
    assert formats.read(graphml).graph.edges["relation"].tolist() == ["OWNS"]


def test_graphml_nested_as_yed_nests_groups_lies_flat(graphml: Path) -> None:
    inner = '<node id="g"><data key="n">Gruppe</data><graph edgedefault="directed">'
    text = GRAPHML.replace('<node id="vekst">', f'{inner}<node id="vekst">', 1)
    text = text.replace("«verdi»</data></node>", "«verdi»</data></node></graph></node>")
    graphml.write_text(text, encoding="utf-8")
    assert said(graphml) == []
    assert formats.read(graphml).graph.nodes["id"].tolist() == ["g", "sogne", "vekst"]


def test_what_yed_draws_is_no_attribute(graphml: Path) -> None:
    drawing = '<data key="d6"><y:Shape xmlns:y="y"><y:Label>Søgne<b/></y:Label></y:Shape>\n</data>'
    key = '<key id="d6" for="node" yfiles.type="nodegraphics"/>\n<graph '
    text = GRAPHML.replace("<graph ", key).replace(
        '<node id="sogne">', f'<node id="sogne">{drawing}'
    )
    graphml.write_text(text, encoding="utf-8")
    assert said(graphml) == []
    assert formats.read(graphml).graph.nodes["facts"].tolist() == [(), ()]


DATABASE = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="id" for="node" attr.name="id" attr.type="string"/>
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="labels" for="node" attr.name="labels" attr.type="string"/>
<graph id="G" edgedefault="directed">
<node id="n0" labels=":PlanNode:Actor"><data key="labels">:PlanNode:Actor</data>
<data key="id">r</data><data key="name">Rådet</data></node>
<node id="n1" labels=":Goal"><data key="labels">:Goal</data><data key="id">n0</data>
<data key="name">Vekst</data></node>
<edge id="e0" source="n0" target="n1" label="RESPONSIBLE_FOR">
<data key="label">RESPONSIBLE_FOR</data></edge>
</graph></graphml>"""


def test_graphml_of_a_database_has_ids_and_kinds_of_its_own(tmp_path: Path) -> None:
    """What edges call a node by is not its id, even where another has that as its own."""
    path = tmp_path / "apoc.graphml"
    path.write_text(DATABASE, encoding="utf-8")
    reading = formats.read(path)
    nodes = reading.graph.nodes
    assert sorted(zip(nodes["id"], nodes["kind"], nodes["name"], strict=True)) == [
        ("n0", "Goal", "Vekst"),
        ("r", "Actor", "Rådet"),
    ]
    (edge,) = interchange.with_ids(reading.graph).to_dict("records")
    assert (edge["source"], edge["relation"], edge["target"]) == ("r", "RESPONSIBLE_FOR", "n0")
    assert reading.problems == ()
