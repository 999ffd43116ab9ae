"""How what a deck shows looks: outlines and colours of kinds and marks, lines of ties."""

from __future__ import annotations

from graphtool import schema
from graphtool.maps.style import COLOURS
from graphtool.slides.deck import Mark
from graphtool.slides.sheet import Look, Rect

TINT = 0.16
"""How much of a kind's colour its boxes have; the rest is white, so that words stand out."""
OUTLINES = {
    "Municipality": "rect",
    "Region": "rect",
    "Actor": "flowChartAlternateProcess",
    "Plan": "flowChartProcess",
    "Programme": "flowChartProcess",
    "Project": "flowChartProcess",
    "Goal": "roundRect",
    "Measure": "roundRect",
}
"""Preset geometries whose sites 1 and 3 are the middles of the left and the right side."""
CORNER = 0.0489
"""Of a rounded outline's lesser side, what its corners keep free of words on every side: both are
rounded by a sixth of it, and words keep within the chord (ECMA-376, presetShapeDefinitions)."""
SITES = {"top": 0, "left": 1, "bottom": 2, "right": 3}
"""Of all these outlines, by ECMA-376's presetShapeDefinitions: top, left, bottom, right."""
INK = COLOURS["light"]["ink"]
SOFT = COLOURS["light"]["soft"]
RULE = COLOURS["light"]["rule"]
ACCENT = COLOURS["light"]["accent"]
ALARM = COLOURS["light"]["alarm"]
LINE = COLOURS["light"]["structure"]
PANEL = COLOURS["light"]["panel"]


def mixed(colour: str, share: float = TINT) -> str:
    """The colour with white, so much of it.

    >>> mixed("#000000", 0.5)
    '#808080'
    """
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)


def box(kind: str, mark: Mark) -> Look:
    """How the box of a kind is drawn; one that nobody answers in is dashed in the alarm colour."""
    if mark == "nobody":
        return Look("roundRect", mixed(ALARM, 0.08), ALARM, 1.5, is_dashed=True)
    colour = schema.kind(kind).colour if kind else SOFT
    outline = OUTLINES.get(kind, "rect")
    if mark == "weak":
        return Look(outline, "#ffffff", colour, 1.5, is_dashed=True)
    return Look(outline, mixed(colour), colour, 2.25 if mark == "more" else 1.25)


def corner(outline: str, place: Rect) -> int:
    """What the corners of an outline keep free of words on each side; 0 where they are square."""
    is_round = outline in ("roundRect", "flowChartAlternateProcess")
    return round(min(place.width, place.height) * CORNER) if is_round else 0


def sign(name: str) -> Look:
    """How a sign of the legend is drawn."""
    if name == "nobody":
        return box("", "nobody")
    if name == "weak":
        return Look("roundRect", "#ffffff", SOFT, 1.5, is_dashed=True)
    if name == "more":
        return Look("rect", PANEL, SOFT, 2.25)
    if name in schema.KINDS:
        return box(name, "")
    return Look("rect", LINE if name == "firm" else "", LINE, 0.75, is_dashed=name == "loose")
