"""What lies behind the nodes: borders of places, and the boxes and outlines of groups."""

from __future__ import annotations

from collections.abc import Iterator

from graphtool.pictures.display import Path
from graphtool.pictures.drawing.frame import Frame, rounded_box


def drawn(frame: Frame) -> Iterator[Path]:
    """Land first, then groups, inner ones above those that hold them."""
    colours = frame.colours
    for area in frame.excerpt.scene.areas:
        for ring in area.rings:
            yield Path(frame.line(ring), colours["land"], colours["hull_edge"], 1.0)
    left = 1.0 if frame.excerpt.emphasis is None else 0.5
    for hull in sorted(frame.excerpt.hulls, key=lambda one: one.depth):
        box = frame.box(hull.x, hull.y, hull.width, hull.height)
        border = frame.line(hull.outline) or rounded_box(box, min(10.0, 10.0 * frame.scale + 2))
        fill = colours["page" if hull.depth % 2 else "hull"]
        yield Path(border, frame.faded(fill, left), frame.faded(colours["hull_edge"], left), 1.0)
