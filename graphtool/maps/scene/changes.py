"""What became of a node or an edge since the version that a map is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from graphtool.language import Text
from graphtool.maps.records import Assertion


class Row(NamedTuple):
    """One thing that changed: None stands for nothing."""

    field: str
    before: Text | Assertion | str | float | None
    after: Text | Assertion | str | float | None
    about: str = ""
    """Of a fact, its property."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a node or an edge since the version that the map is compared with."""

    change: str
    """`added`, `removed` or `changed`."""
    was: tuple[Row, ...] = ()
    """Of what changed, each thing that did."""
