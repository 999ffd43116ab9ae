"""A graph style sheet for Neo4j Browser: the captions and colours of the map, by label and type.

Browser reads its sheets letter by letter: no comments, and no colon in a value.
"""

from __future__ import annotations

from collections.abc import Mapping

from graphtool import schema
from graphtool.algorithms.contrast import contrast
from graphtool.maps.style import COLOURS, fill

LIGHT = COLOURS["light"]
BLACK = COLOURS["bw"]["ink"]
SIZE, BORDER, LETTERS = "54px", "2px", "10px"


def sheet(captions: Mapping[str, str], derived: Mapping[str, str]) -> str:
    """The sheet: a rule for every kind and relation, and for what only a database has.

    `captions` are of labels that are no kinds, as `{title}`; `derived` are the families of types
    that are no relations.

    >>> print(sheet({"Fact": "{value}"}, {"HAS_FACT": "structure"}).partition("node.Fact ")[2])
    {
      color: #d4dbe3;
      border-color: #66717d;
      text-color-internal: #000000;
      caption: '{value}';
    }
    relationship.HAS_FACT {
      color: #66717d;
      shaft-width: 1px;
    }
    <BLANKLINE>
    """
    rules = [_default_node(), _default_relationship()]
    rules += [_node(kind, fill(kind, "light"), LIGHT["outline"], "{name}") for kind in schema.KINDS]
    rules += [
        _rule(
            f"relationship.{name}", {"color": LIGHT[line.family], "shaft-width": f"{line.width}px"}
        )
        for name, line in ((row.name, row.line) for row in schema.RELATIONS.values())
    ]
    rules += [
        _node(label, LIGHT["rule"], LIGHT["structure"], caption)
        for label, caption in captions.items()
    ]
    rules += [
        _rule(f"relationship.{name}", {"color": LIGHT[family], "shaft-width": "1px"})
        for name, family in derived.items()
    ]
    return "".join(rules)


def _default_node() -> str:
    return _rule(
        "node",
        {
            "diameter": SIZE,
            "color": LIGHT["bundle"],
            "border-color": LIGHT["outline"],
            "border-width": BORDER,
            "text-color-internal": LIGHT["page"],
            "font-size": LETTERS,
        },
    )


def _default_relationship() -> str:
    return _rule(
        "relationship",
        {
            "color": LIGHT["bundle"],
            "shaft-width": "1px",
            "font-size": "8px",
            "padding": "3px",
            "text-color-external": LIGHT["ink"],
            "text-color-internal": LIGHT["page"],
            "caption": "'<type>'",
        },
    )


def _node(label: str, colour: str, border: str, caption: str) -> str:
    ink = max((BLACK, LIGHT["page"]), key=lambda text: contrast(text, colour))
    values = {"color": colour, "border-color": border, "text-color-internal": ink}
    return _rule(f"node.{label}", {**values, "caption": f"'{caption}'"})


def _rule(selector: str, values: Mapping[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in values.items())
    return f"{selector} {{\n{lines}}}\n"
