"""How large a picture is: a screen, a sheet of paper, or so many pixels.

Everything is drawn in units of a 96th of an inch, as a browser's pixels. A screen or a sheet has
as many as its inches say; a size in pixels is drawn on a sheet of about a screen's area with its
proportions, and made larger or smaller as a whole.
"""

from __future__ import annotations

import re
from math import sqrt
from typing import NamedTuple

from graphtool.errors import GraphtoolError, did_you_mean
from graphtool.language import Said, Text

_UNKNOWN = Text(
    "--size «{size}» finnes ikke{near}; kjente er {known}, eller piksler som 1600x900",
    "--size «{size}» finst ikkje{near}; kjende er {known}, eller pikslar som 1600x900",
    "--size {size!r} is none{near}; known are {known}, or pixels as 1600x900",
)
_SIDES = Text(
    "--size «{size}»: en side har {least} til {most} piksler, og er høyst {times} ganger den andre",
    "--size «{size}»: ei side har {least} til {most} pikslar, og er høgst {times} gonger den andre",
    "--size {size!r}: a side has {least} to {most} pixels, and is at most {times} times the other",
)
_TOO_LARGE = Text(
    "et bilde på {width} × {height} punkter er for stort; be om --dpi {most} eller mindre",
    "eit bilete på {width} × {height} punkt er for stort; be om --dpi {most} eller mindre",
    "a picture of {width} × {height} dots is too large; ask for --dpi {most} or less",
)
UNIT = 96
"""Units in an inch."""
MILLIMETRES = 25.4
FINE, PLAIN = 288, 96
"""Dots per inch of a .png: of a screen or a sheet (16:9 is then 3840 × 2160), of asked pixels."""
LEAST, MOST = 200, 20000
"""Of a side, in pixels."""
SLIMMEST = 4.0
"""The longer side by the shorter."""
LARGEST = 150_000_000
"""Dots of a .png: more takes gigabytes of memory."""
_PIXELS = re.compile(r"(\d{1,6})\s*[x×]\s*(\d{1,6})", re.IGNORECASE)


class Paper(NamedTuple):
    """What a picture is drawn on."""

    width: float
    height: float
    times: float = 1.0
    """How much larger it is shown than it is drawn."""
    may_turn: bool = False
    """Whether it may stand upright where the map gets larger so."""
    dpi: int = FINE
    """Dots per inch where none are asked for."""

    def turned(self) -> Paper:
        """The same on its other side."""
        return self._replace(width=self.height, height=self.width)

    def dots(self, dpi: int | None = None) -> tuple[int, int]:
        """Width and height in dots.

        >>> of("16:9").dots(), of("1600x900").dots(), of("A4").dots(100)
        ((3840, 2160), (1600, 900), (1169, 827))
        """
        share = self.times * (dpi or self.dpi) / UNIT
        return round(self.width * share), round(self.height * share)


SCREEN = Paper(1280, 720)
SIZES = {
    "16:9": SCREEN,
    "A4": Paper(297 / MILLIMETRES * UNIT, 210 / MILLIMETRES * UNIT, may_turn=True),
    "A3": Paper(420 / MILLIMETRES * UNIT, 297 / MILLIMETRES * UNIT, may_turn=True),
}


def of(size: str) -> Paper:
    """The paper of this size: a name of `SIZES`, or pixels as `1600x900`.

    >>> of("a4").may_turn, [round(side) for side in of("2560x1440")[:2]]
    (True, [1280, 720])

    Raises `GraphtoolError` for what is no size, and for one that is too small, large or slim.
    """
    name = size.strip().upper()
    if name in SIZES:
        return SIZES[name]
    found = _PIXELS.fullmatch(size.strip())
    if found is None:
        near = did_you_mean(name, list(SIZES))
        raise GraphtoolError(Said(_UNKNOWN, size=size, near=near, known=", ".join(SIZES)))
    width, height = int(found[1]), int(found[2])
    low, high = sorted((width, height))
    if low < LEAST or high > MOST or high > low * SLIMMEST:
        raise GraphtoolError(Said(_SIDES, size=size, least=LEAST, most=MOST, times=f"{SLIMMEST:g}"))
    times = sqrt(width * height / (SCREEN.width * SCREEN.height))
    return Paper(width / times, height / times, times, dpi=PLAIN)


def require_room(paper: Paper, dpi: int | None) -> None:
    """Raises `GraphtoolError` where so many dots per inch are more than a computer can hold."""
    width, height = paper.dots(dpi)
    if width * height > LARGEST:
        most = int((dpi or paper.dpi) * sqrt(LARGEST / (width * height)))
        raise GraphtoolError(Said(_TOO_LARGE, width=width, height=height, most=most))
