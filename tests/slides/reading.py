"""A deck as python-pptx reads it back: what stands where, what is glued to what, what is said."""

from __future__ import annotations

import io
from typing import Any, NamedTuple

import pptx
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

SITES = {0: (0.5, 0.0), 1: (0.0, 0.5), 2: (0.5, 1.0), 3: (1.0, 0.5)}
"""Of a rectangle, by ECMA-376: shares of its width and height."""


class Place(NamedTuple):
    x: int
    y: int
    width: int
    height: int

    def overlaps(self, other: Place) -> bool:
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def holds(self, other: Place) -> bool:
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.width <= self.x + self.width
            and other.y + other.height <= self.y + self.height
        )


def opened(data: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(data))


def place(shape: Any) -> Place:
    return Place(shape.left, shape.top, shape.width, shape.height)


class Read(NamedTuple):
    """A slide and what is on it, sorted by what it is."""

    slide: Any
    every: list[Any]
    """All shapes, those of groups too."""
    solid: list[Any]
    """Shapes that are no lines, groups as one."""
    boxes: list[Any]
    """Shapes with words that are no placeholder, and in no group."""
    connectors: list[Any]
    tables: list[Any]

    @property
    def title(self) -> str:
        found: str = self.slide.shapes.title.text
        return found

    @property
    def notes(self) -> str:
        found: str = self.slide.notes_slide.notes_text_frame.text
        return found


def read(slide: Any) -> Read:
    shapes = list(slide.shapes)
    inner = [
        shape
        for group in shapes
        if group.shape_type == MSO_SHAPE_TYPE.GROUP
        for shape in group.shapes
    ]
    lines = [shape for shape in shapes if shape._element.tag == qn("p:cxnSp")]
    solid = [shape for shape in shapes if shape._element.tag != qn("p:cxnSp")]
    boxes = [
        shape
        for shape in solid
        if shape.has_text_frame and not shape.is_placeholder and shape.text_frame.text
    ]
    tables = [shape for shape in solid if shape.has_table]
    return Read(slide, shapes + inner, solid, boxes, lines, tables)


def about(shape: Any) -> str:
    """The words for who does not see it."""
    found: str = shape._element._nvXxPr.cNvPr.get("descr", "")
    return found


def ends(connector: Any) -> tuple[tuple[int, int], tuple[int, int]]:
    """Id and site of the shape at each end."""
    properties = connector._element.find(".//" + qn("p:cNvCxnSpPr"))
    found = [properties.find(qn(f"a:{end}Cxn")) for end in ("st", "end")]
    first, last = ((int(each.get("id")), int(each.get("idx"))) for each in found)
    return first, last


def words(data: bytes) -> str:
    """All that is written on the slides and in their notes, and told to who does not see."""
    said = []
    for one in map(read, opened(data).slides):
        said += [about(shape) for shape in one.every]
        said += [shape.text_frame.text for shape in one.every if shape.has_text_frame]
        said += [
            cell.text for table in one.tables for row in table.table.rows for cell in row.cells
        ]
        said.append(one.notes)
    return "\n".join(said)
