"""Where nodes stood in an earlier map, so that a new one moves little from it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from graphtool.errors import GraphtoolError, reason
from graphtool.language import Said, Text
from graphtool.maps.layout.sheet import Point

_NOT_READ = Text(
    "kan ikke leses som et kart: {why}",
    "kan ikkje lesast som eit kart: {why}",
    "cannot be read as a map: {why}",
)
_NO_MAP = Text(
    "er ikke et kart fra graphtool; ventet en fil som `map` har skrevet",
    "er ikkje eit kart frå graphtool; venta ei fil som `map` har skrive",
    "no map of graphtool; expected a file that `map` has written",
)

_BLOCK = re.compile(r'<script type="application/json" id="gt-(?:data|sheet-[a-z]+)">(.*?)</script>')


class Positions(NamedTuple):
    """Places of nodes by view and id."""

    views: Mapping[str, Mapping[str, Point]]

    def of(self, view: str) -> Mapping[str, Point]:
        """The places in one view; {} for a view that the earlier map does not have."""
        return self.views.get(view, {})


def read(path: Path) -> Positions:
    """The positions in a map that was written before.

    Raises `GraphtoolError` where the file cannot be read or is no map.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GraphtoolError.at(path, Said(_NOT_READ, why=reason(error))) from None
    found: dict[str, dict[str, Point]] = {}
    try:
        for block in _BLOCK.findall(text):
            data = json.loads(block)
            found[str(data["view"])] = {
                str(node["id"]): (float(node["x"]), float(node["y"])) for node in data["nodes"]
            }
    except (ValueError, TypeError, KeyError):
        found = {}
    if not found:
        raise GraphtoolError.at(path, Said(_NO_MAP))
    return Positions(found)
