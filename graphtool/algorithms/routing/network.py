"""The free strips of a drawing, upright or level, in which lines may run."""

from __future__ import annotations

from typing import NamedTuple

Key = tuple[str, int, int]
"""What a channel is, as whoever made it calls it."""


class Channel(NamedTuple):
    """A free strip, upright or level."""

    key: Key
    upright: bool
    low: float
    high: float
    """Its borders across: x of an upright one, y of a level one."""
    weight: float = 1.0
    """How much longer than it is a way along it counts."""

    @property
    def middle(self) -> float:
        """Its middle line."""
        return (self.low + self.high) / 2


class Port(NamedTuple):
    """One way out of a node."""

    channel: int
    onto: tuple[int, ...]
    """The upright channels that a level one leads to; none where it is upright itself."""


class Network(NamedTuple):
    """All channels of a drawing."""

    channels: list[Channel]
    meets: list[tuple[int, int, float]]
    """An upright and a level channel that meet, and what it costs to turn there beyond the bend."""
    ports: dict[int, list[Port]]
    """The ways out of each node that was asked for."""
