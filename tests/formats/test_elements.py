"""What a GraphML file says of its graph, nodes and edges, element by element."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphtool.formats.syntax.elements import Handler, parse


def read(folder: Path, inner: str) -> tuple[list[tuple[str, int, dict[str, str]]], list[str]]:
    """The elements of a file whose graphml element holds this, and its problems."""
    path = folder / "m.graphml"
    path.write_text(f"<graphml>{inner}</graphml>", encoding="utf-8")
    handler = Handler(path.name)
    problems = [*parse(path, handler), *handler.problems]
    elements = [(one.tag, one.line, one.fields) for one in handler.elements]
    return elements, [f"{problem.severity} {problem}" for problem in problems]


KEYS = (
    '<key id="k" for="node" attr.name="kind"><default>Goal</default></key>'
    '<key id="r" for="edge" attr.name="relation"><default> OWNS </default></key>'
    '<key id="a" for="all" attr.name="note"><default>se planen</default></key>'
    '<key id="own" for="node"/>'
)


def test_defaults_are_those_of_their_own_elements_where_nothing_is_said(tmp_path: Path) -> None:
    elements, problems = read(
        tmp_path,
        KEYS + '<graph edgedefault="directed" id="g">\n<node id="a"><data key="k">Plan</data>'
        '<data key="own">7</data></node>\n<edge source="a" target="a"/></graph>',
    )
    assert problems == []
    assert elements == [
        ("graph", 1, {"id": "g", "note": "se planen"}),
        ("node", 2, {"id": "a", "kind": "Plan", "own": "7", "note": "se planen"}),
        ("edge", 3, {"source": "a", "target": "a", "relation": " OWNS ", "note": "se planen"}),
    ]


def test_data_belongs_to_the_element_that_it_stands_in(tmp_path: Path) -> None:
    elements, problems = read(
        tmp_path,
        '<graph><data key="name">region</data><node id="a"><graph id="under"><node id="b">'
        '<data key="x y">B</data></node></graph><data key="name">A</data></node>'
        '<data key="mode">static</data></graph>',
    )
    assert problems == []
    assert [fields for _, _, fields in elements] == [
        {"name": "region", "mode": "static"},
        {"id": "a", "name": "A"},
        {"id": "under"},
        {"id": "b", "x y": "B"},
    ]


def test_text_is_whole_and_what_a_program_draws_is_not_in_it(tmp_path: Path) -> None:
    elements, _ = read(
        tmp_path,
        '<key id="n" attr.name="name"><desc>hva den heter</desc></key><graph>'
        '<node id="a"><data key="n">Vekst &amp; <b>fet</b>verdi</data> løst </node>'
        '<node id="b"><data key="n"><!-- ? -->To<b><default>x</default></b></data></node></graph>',
    )
    assert [fields.get("name") for _, _, fields in elements] == [None, "Vekst & verdi", "To"]


def test_nothing_within_data_or_a_key_is_an_element(tmp_path: Path) -> None:
    elements, problems = read(
        tmp_path,
        '<key id="k" attr.name="kind"><desc><node id="x"/><data key="k">Y</data></desc></key>'
        '<data key="k">Z</data><graph><key id="q" for="node" attr.name="note"/><node id="a">'
        '<data key="d"><y><node id="b"/><port/><data key="k">Plan</data></y></data></node></graph>',
    )
    assert problems == []
    assert elements == [("graph", 1, {}), ("node", 1, {"id": "a", "d": ""})]


def test_an_attribute_and_data_of_one_name_are_two_unless_they_agree(tmp_path: Path) -> None:
    def of(first: str, second: str, name: str = "kind") -> tuple[str | None, list[str]]:
        elements, problems = read(
            tmp_path,
            f'<graph><node id="a"><data key="{name}">{first}</data>\n'
            f'<data key="{name}">{second}</data></node></graph>',
        )
        return elements[1][2].get(name), problems

    twice = "error m.graphml:2: kind: 'kind' stands there twice"
    assert of("Goal", "Plan") == ("Plan", [twice])
    assert of("Goal", "Goal") == ("Goal", [])
    assert of("Goal", " ") == ("Goal", [])
    assert of(" ", "Goal") == ("Goal", [twice])
    assert of("", "") == ("", [])
    assert of("1", "2", "x") == ("2", []), "where it is drawn may be said twice"


@pytest.mark.parametrize("tag", ["hyperedge", "port"])
def test_what_has_no_place_is_said_with_its_line(tmp_path: Path, tag: str) -> None:
    elements, problems = read(tmp_path, f'<graph>\n<node id="a"/>\n<{tag}/></graph>')
    assert [one[0] for one in elements] == ["graph", "node"]
    assert problems == [
        f"warning m.graphml:3: {tag}: a {tag} has no place in a plan graph; it is not read"
    ]
