"""PNG, drawn from the SVG by resvg with the shipped fonts only: the same dots on every computer."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

from graphtool.pictures import typeface
from graphtool.pictures.display import Picture
from graphtool.pictures.format import File, Shot, Writer
from graphtool.pictures.paper import require_room
from graphtool.pictures.remarks import remarks
from graphtool.pictures.writing import svg

INCHES = 39.37007874
"""In a metre."""
BEFORE = 33
"""Bytes of a PNG before its second chunk: signature and header."""


def written(shots: Sequence[Shot], dpi: int | None = None) -> File:
    """The first as PNG of so many dots per inch, which it says too.

    Raises `GraphtoolError` where those are more than a computer can hold.
    """
    require_room(shots[0].paper, dpi)
    pictures = shots[0].drawn()
    return File(drawn(pictures[0], dpi), tuple(remarks(pictures)))


def drawn(picture: Picture, dpi: int | None = None) -> bytes:
    """A picture as PNG."""
    import resvg_py

    data = resvg_py.svg_to_bytes(
        svg_string=svg.text(typeface.drawable(picture), picture.paper.dots(dpi)),
        background=picture.ground,
        skip_system_fonts=True,
        font_files=[str(file) for file in typeface.FILES.values()],
        font_family=typeface.FAMILY,
        sans_serif_family=typeface.FAMILY,
    )
    return _with_size(bytes(data), dpi or picture.paper.dpi)


def _with_size(data: bytes, dpi: int) -> bytes:
    """The picture with its dots per metre, so that it is printed as large as it is meant."""
    metre = round(dpi * INCHES)
    said = b"pHYs" + struct.pack(">IIB", metre, metre, 1)
    chunk = struct.pack(">I", 9) + said + struct.pack(">I", zlib.crc32(said))
    return data[:BEFORE] + chunk + data[BEFORE:]


WRITER = Writer(".png", written, has_dots=True)
