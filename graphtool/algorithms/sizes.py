"""How large the nodes of a drawing are, and the screen that it is made for; lengths in pixels."""

from __future__ import annotations

from typing import NamedTuple

SYMBOL = 14.0
"""From the middle of a node's symbol to the label at its right."""
ROW = 22.0
"""Height of a label of one line."""
PAD = 16.0
"""Between a box and what it holds."""
ASPECT = 1.75
"""Width by height of what a projector leaves beside a legend; narrower screens lose little."""


class Size(NamedTuple):
    """The room that a label takes, or a box."""

    width: float
    height: float


class Spot(NamedTuple):
    """A node's place: its symbol's centre, and the room for its label."""

    x: float
    y: float
    width: float
    height: float
    """Room for the label: to the right of the symbol and centred on it, or below it."""
    below: bool = False
    """Label centred below the symbol rather than to its right."""
