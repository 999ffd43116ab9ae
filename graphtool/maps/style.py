"""How things look, defined once: shapes of kinds, colours and lines of relations, themes.

Everything is told apart twice, by colour and without it: a shape per kind, and a combination of
dash, width and arrow per relation. Colours are from Okabe and Ito (2008), darkened or lightened
for lines until they stand out from the page at least 3:1 (WCAG 2.2, 1.4.11).
"""

from __future__ import annotations

import re
from math import cos, pi, sin
from typing import Literal, get_args

from graphtool import schema
from graphtool.language import Text

Theme = Literal["light", "dark", "bw"]
THEMES: tuple[Theme, ...] = get_args(Theme)
Polygon = tuple[tuple[float, float], ...]

SYMBOL_RADIUS = 7.5
"""Half the height of a symbol at zoom 1, in pixels."""


def _ring(corners: int, turn: float = -90.0, radius: float = 1.0, inner: float = 0.0) -> Polygon:
    """A regular polygon, or a star where an inner radius is given."""
    count = corners * 2 if inner else corners
    return tuple(
        (
            round(
                (inner if inner and i % 2 else radius) * cos(pi * (turn + 360 * i / count) / 180), 3
            ),
            round(
                (inner if inner and i % 2 else radius) * sin(pi * (turn + 360 * i / count) / 180), 3
            ),
        )
        for i in range(count)
    )


SHAPES: dict[str, Polygon] = {
    "dot": _ring(24, radius=0.95),
    "square": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    "hexagon": _ring(6, turn=0, radius=1.05),
    "triangle": ((0, -1.05), (1.05, 0.85), (-1.05, 0.85)),
    "triangleDown": ((0, 1.05), (1.05, -0.85), (-1.05, -0.85)),
    "diamond": ((0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)),
    "star": _ring(5, radius=1.25, inner=0.55),
    "cross": (
        (-0.36, -1),
        (0.36, -1),
        (0.36, -0.36),
        (1, -0.36),
        (1, 0.36),
        (0.36, 0.36),
        (0.36, 1),
        (-0.36, 1),
        (-0.36, 0.36),
        (-1, 0.36),
        (-1, -0.36),
        (-0.36, -0.36),
    ),
    "bar": ((-1, -0.35), (1, -0.35), (1, 0.35), (-1, 0.35)),
    "ring": (*_ring(16), *((x * 0.5, y * 0.5) for x, y in reversed(_ring(16)))),
    "bowl": (
        (-1.15, -0.6),
        (1.15, -0.6),
        (1.1, -0.15),
        (0.9, 0.3),
        (0.5, 0.68),
        (0, 0.8),
        (-0.5, 0.68),
        (-0.9, 0.3),
        (-1.1, -0.15),
    ),
    "chevron": ((-1, -0.95), (0.15, -0.95), (1.1, 0), (0.15, 0.95), (-1, 0.95), (-0.1, 0)),
    "hourglass": ((-0.9, -1), (0.9, -1), (0.22, 0), (0.9, 1), (-0.9, 1), (-0.22, 0)),
    "book": (
        (-1.15, -0.85),
        (-0.2, -0.85),
        (0, -0.62),
        (0.2, -0.85),
        (1.15, -0.85),
        (1.15, 0.85),
        (0.2, 0.85),
        (0, 1.05),
        (-0.2, 0.85),
        (-1.15, 0.85),
    ),
    "database": (
        (-0.9, -0.65),
        (-0.6, -0.9),
        (0, -1),
        (0.6, -0.9),
        (0.9, -0.65),
        (0.9, 0.65),
        (0.6, 0.9),
        (0, 1),
        (-0.6, 0.9),
        (-0.9, 0.65),
    ),
}
"""Outlines by the shape's name in the vocabulary, in a box from -1 to 1, y downwards."""

ARROWS: dict[str, Polygon] = {
    "triangle": ((0, 0), (-9, -4), (-9, 4)),
    "slim": ((0, 0), (-11, -2.8), (-11, 2.8)),
    "barbed": ((0, 0), (-10, -4.6), (-7, 0), (-10, 4.6)),
    "diamond": ((0, 0), (-6, -3.6), (-12, 0), (-6, 3.6)),
    "ball": tuple((x * 4 - 4, y * 4) for x, y in _ring(10, turn=0)),
    "bar": ((0, -5), (-3, -5), (-3, 5), (0, 5)),
    "square": ((0, -3.6), (-7.2, -3.6), (-7.2, 3.6), (0, 3.6)),
    "none": (),
}
"""Arrowheads with the tip at the origin, pointing along x, in pixels."""


COLOURS: dict[Theme, dict[str, str]] = {
    "light": {
        "page": "#ffffff",
        "hull": "#f4f7fb",
        "hull_edge": "#c3d0de",
        "ink": "#15202b",
        "soft": "#4a5663",
        "outline": "#15202b",
        "accent": "#005a9c",
        "panel": "#f7f9fb",
        "rule": "#d4dbe3",
        "bundle": "#6b7885",
        "structure": "#66717d",
        "answering": "#b45309",
        "taking_part": "#0072b2",
        "money": "#a13a78",
        "effect": "#00795a",
        "needing": "#c2331c",
        "alarm": "#c2331c",
        "warn": "#8a5a00",
        "added": "#00795a",
        "removed": "#a13a78",
        "changed": "#b45309",
        "land": "#f8f6ef",
    },
    "dark": {
        "page": "#11161c",
        "hull": "#19212a",
        "hull_edge": "#3b4a5a",
        "ink": "#f1f5f9",
        "soft": "#b3bfcb",
        "outline": "#f1f5f9",
        "accent": "#7cc4ff",
        "panel": "#171e26",
        "rule": "#34414f",
        "bundle": "#93a1af",
        "structure": "#9aa7b4",
        "answering": "#f2a541",
        "taking_part": "#62b8f0",
        "money": "#e795c4",
        "effect": "#3ecf9f",
        "needing": "#ff8a70",
        "alarm": "#ff8a70",
        "warn": "#f0c05a",
        "added": "#3ecf9f",
        "removed": "#e795c4",
        "changed": "#f2a541",
        "land": "#1b232c",
    },
    "bw": {
        "page": "#ffffff",
        "hull": "#ffffff",
        "hull_edge": "#8a8a8a",
        "ink": "#000000",
        "soft": "#333333",
        "outline": "#000000",
        "accent": "#000000",
        "panel": "#ffffff",
        "rule": "#777777",
        "bundle": "#555555",
        "structure": "#555555",
        "answering": "#000000",
        "taking_part": "#000000",
        "money": "#000000",
        "effect": "#000000",
        "needing": "#000000",
        "alarm": "#000000",
        "warn": "#000000",
        "added": "#000000",
        "removed": "#000000",
        "changed": "#000000",
        "land": "#ffffff",
    },
}
"""Colours by theme and use; the keys are the same in every theme."""

CONTROLS: dict[Theme, dict[str, str]] = {
    "light": {"button": "#ffffff", "field": "#7b8894", "shadow": "#00000033", "haze": "#00000011"},
    "dark": {"button": "#222c37", "field": "#7d8b99", "shadow": "#00000033", "haze": "#00000011"},
    "bw": {"button": "#ffffff", "field": "#555555", "shadow": "#00000033", "haze": "#00000011"},
}
"""Colours of the page around the map: buttons, borders of fields, shadows dark and faint."""

MARKS: dict[str, str] = {"stated": "", "planned": "dot", "aspiration": "star", "derived": "square"}
"""Hollow mark in the middle of an edge, by how its source says it; none for a stated fact."""


BADGES: dict[str, tuple[str, str]] = {
    "none": ("cross", "alarm"),
    "unresolved": ("hexagon", "alarm"),
    "lapsed": ("hourglass", "alarm"),
    "planned": ("dot", "warn"),
    "collective": ("square", "warn"),
    "inherited": ("triangle", "soft"),
}
"""Small sign and use of colour beside what nobody answers for, by grade, the worst first."""

CHANGES = {
    "added": {"label": Text("nytt", "nytt", "added"), "shape": "cross", "colour": "added"},
    "removed": {"label": Text("borte", "borte", "removed"), "shape": "bar", "colour": "removed"},
    "changed": {"label": Text("endret", "endra", "changed"), "shape": "ring", "colour": "changed"},
}
"""Sign and use of colour for what became of a node or an edge."""

BORDERS: dict[str, tuple[float, ...] | None] = {
    "stated": None,
    "planned": (),
    "aspiration": (3, 2),
    "derived": (1.2, 1.8),
}
"""How a sign in a matrix is drawn, by how its source says it: filled, else the border's dashes."""


def _needing(how: Text, sign: str) -> dict[str, object]:
    """A dependency across municipal borders of this kind, drawn as a sign in a matrix."""
    return {
        "label": Text(
            f"er avhengig ({how.nb}) av", f"er avhengig ({how.nn}) av", f"depends ({how.en}) on"
        ),
        "inverse": Text(
            f"trengs ({how.nb}) av", f"trengst ({how.nn}) av", f"is needed ({how.en}) by"
        ),
        "dash": (),
        "undirected": False,
        "family": "needing",
        "width": 1.2,
        "arrow": "none",
        "sign": sign,
    }


NEEDS = {
    "stated": "NEEDS",
    "carried out": "NEEDS_WORK",
    "funded": "NEEDS_MONEY",
    "hosted": "NEEDS_HOST",
    "shared": "NEEDS_SAME",
}
"""The derived relation of each kind of dependency across municipal borders."""

DERIVED: dict[str, dict[str, object]] = {
    "TIE": {
        "label": Text("deler aktivitet med", "deler aktivitet med", "shares an activity with"),
        "inverse": Text("deler aktivitet med", "deler aktivitet med", "shares an activity with"),
        "dash": (),
        "undirected": True,
        "family": "taking_part",
        "width": 1.2,
        "arrow": "none",
    },
    NEEDS["stated"]: _needing(Text("forutsetning", "føresetnad", "prerequisite"), "dot"),
    NEEDS["carried out"]: _needing(
        Text("gjennomføring", "gjennomføring", "carried out"), "triangle"
    ),
    NEEDS["funded"]: _needing(Text("finansiering", "finansiering", "funded"), "diamond"),
    NEEDS["hosted"]: _needing(Text("drift og ledelse", "drift og leiing", "run or led"), "square"),
    NEEDS["shared"]: _needing(
        Text("felles ressurs", "felles ressurs", "shared resource"), "hexagon"
    ),
}
"""Relations that no source states and a query works out."""


def relation_label(relation: str) -> Text:
    """What a relation is called, also one that is derived.

    >>> relation_label("OWNS").en, relation_label("TIE").en
    ('owns', 'shares an activity with')
    """
    if relation not in DERIVED:
        return schema.relation(relation).label
    found = DERIVED[relation]["label"]
    assert isinstance(found, Text)
    return found


def fill(kind: str, theme: Theme) -> str:
    """The fill of a kind's symbol: its colour, or white where there is to be none.

    >>> fill("Goal", "light"), fill("Goal", "bw")
    ('#009E73', '#ffffff')
    """
    return "#ffffff" if theme == "bw" else schema.kind(kind).colour


def css(sheet: str) -> str:
    """The colours that a style sheet asks for, as custom properties of each theme.

    Raises `KeyError` for a colour that is in neither `COLOURS` nor `CONTROLS`.

    >>> print(css("p { color: var(--ink); }"))
    :root { color-scheme: light; --ink: #15202b; }
    [data-theme="dark"] { color-scheme: dark; --ink: #f1f5f9; }
    [data-theme="bw"] { color-scheme: light; --ink: #000000; }
    <BLANKLINE>
    """
    names = sorted(set(re.findall(r"var\(--([a-z]+)\)", sheet)))
    rows = []
    for theme in THEMES:
        colours = COLOURS[theme] | CONTROLS[theme]
        where = ":root" if theme == "light" else f'[data-theme="{theme}"]'
        scheme = "dark" if theme == "dark" else "light"
        values = "".join(f" --{name}: {colours[name]};" for name in names)
        rows.append(f"{where} {{ color-scheme: {scheme};{values} }}\n")
    return "".join(rows)
