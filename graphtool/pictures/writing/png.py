"""PNG: the PDF's page drawn by pdfium with the shipped fonts, the same dots for the same picture.

pdfium draws 4K in a tenth of the time of a renderer of SVG, and gives the dots themselves: they
are packed here, rows as they are, since a map is mostly ground and filters only cost time.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from threading import Lock
from typing import Any

from graphtool.pictures import typeface
from graphtool.pictures.display import Picture
from graphtool.pictures.format import File, Mark, Shot, Writer
from graphtool.pictures.paper import require_room
from graphtool.pictures.remarks import remarks
from graphtool.pictures.writing import pdf

INCHES = 39.37007874
"""In a metre."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"
DEPTH, RGB = 8, 2
"""Bits of a colour, and what says that a dot has red, green and blue."""
PACKED = 3
"""How hard the dots are packed: 1 to 9. Harder is a fifth smaller and takes twice as long."""
ROWS = 256
"""Packed at once, to hold a large picture in memory only once."""
_ONE_AT_A_TIME = Lock()
"""pdfium is not made for threads."""


def written(shots: Sequence[Shot], dpi: int | None = None) -> File:
    """The first as PNG of so many dots per inch, which it says too.

    Raises `GraphtoolError` where those are more than a computer can hold.
    """
    require_room(shots[0].paper, dpi)
    pictures = shots[0].drawn()
    return File(drawn(pictures[0], dpi), tuple(remarks(pictures)))


def drawn(picture: Picture, dpi: int | None = None) -> bytes:
    """A picture as PNG."""
    import pypdfium2

    paper = picture.paper
    page = pdf.of_dots(typeface.drawable(picture), paper.dots(dpi))
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(page)
        try:
            dots = document[0].render(rev_byteorder=True, may_draw_forms=False).to_numpy()
        finally:
            document.close()
    return b"".join(_chunks(dots, dpi or paper.dpi))


def _chunks(dots: Any, dpi: int) -> Iterator[bytes]:
    """The parts of a PNG, of dots as rows by columns by colours."""
    high, wide, _ = dots.shape
    metre = round(dpi * INCHES)
    yield SIGNATURE
    yield _chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, DEPTH, RGB, 0, 0, 0))
    # So that it is printed as large as it is meant.
    yield _chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1))
    yield _chunk(b"IDAT", b"".join(_packed(dots.reshape(high, -1))))
    yield END


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(data, zlib.crc32(name))
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


def _packed(rows: Any) -> Iterator[bytes]:
    """The rows, each after a byte that says that it is not filtered."""
    import numpy as np

    packing = zlib.compressobj(PACKED)
    for at in range(0, len(rows), ROWS):
        some = rows[at : at + ROWS]
        plain = np.zeros((len(some), some.shape[1] + 1), np.uint8)
        plain[:, 1:] = some
        yield packing.compress(plain.data)
    yield packing.flush()


def _mark(said: str) -> bytes:
    """A text of Latin letters beside the dots: what made them."""
    return _chunk(b"tEXt", b"Software\0" + said.encode("latin-1"))


END = _chunk(b"IEND", b"")
WRITER = Writer(".png", written, has_dots=True, mark=Mark(END, _mark))
