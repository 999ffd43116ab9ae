"""Which node a name in the workbook means: by what it is called now, was called, or its id."""

from __future__ import annotations

import re
from collections.abc import Collection

from graphtool.errors import NOTHING, did_you_mean
from graphtool.language import Said, folded
from graphtool.recognition.names import numbered

TOO_MANY_TO_SUGGEST = 20_000
_HARD = re.compile(r"[;\n]")


class Directory:
    """All nodes of the workbook by their names."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        """The kind of every node that is known, by id."""
        self.former: dict[str, str] = {}
        """What a node was called when the workbook was written."""
        self.named: dict[str, str] = {}
        """What it is called now."""
        self._now: dict[str, list[str]] = {}
        self._then: dict[str, list[str]] = {}

    def add(self, node: str, kind: str, name: str, former: str = "", aliases: str = "") -> None:
        """Makes a node known; one that is known keeps what it is called."""
        if node in self.kinds:
            return
        self.kinds[node] = kind
        self.named[node], self.former[node] = name, former or name
        self._now.setdefault(folded(name), []).append(node)
        number = numbered(name) or ()
        for other in filter(None, (former, *map(str.strip, aliases.split(";")), node, *number)):
            self._then.setdefault(folded(other), []).append(node)

    def find(self, name: str, kinds: Collection[str]) -> list[str]:
        """The nodes that a name may mean, those of these kinds first; [] where nobody has it.

        What is called so now comes before what was, or has it as an alias, an id or a number.
        """
        wanted = folded(name)
        fitting: list[str] = []
        for names in (self._now, self._then):
            found = list(dict.fromkeys(names.get(wanted, ())))
            fitting = [node for node in found if self.kinds[node] in kinds]
            if fitting:
                return fitting
        return list(dict.fromkeys([*self._now.get(wanted, ()), *self._then.get(wanted, ())]))

    def parts(self, cell: str, kinds: Collection[str]) -> list[str]:
        """The names in a cell: what stands between semicolons and on lines, or else the whole.

        >>> known = Directory()
        >>> known.add("a", "Actor", "Vann; avløp")
        >>> known.parts("Vann; avløp", ["Actor"]), known.parts("Tinn; Vann", ["Actor"])
        (['Vann; avløp'], ['Tinn', 'Vann'])
        """
        several = [part for one in _HARD.split(cell) if (part := one.strip())]
        if len(several) > 1 and not all(self.find(part, kinds) for part in several):
            return [cell.strip()] if self.find(cell, kinds) else several
        return several

    def nearest(self, name: str, kinds: Collection[str]) -> Said:
        """The end of a message: the nearest names of nodes of these kinds."""
        if len(self.kinds) > TOO_MANY_TO_SUGGEST:
            return NOTHING
        return did_you_mean(
            name, [self.named[n] for n, kind in self.kinds.items() if kind in kinds]
        )

    def by_key(self, key: str, shown: str) -> str:
        """The node of a hidden id, if its row still shows the node's name; else empty."""
        if key not in self.kinds:
            return ""
        names = {folded(self.named[key]), folded(self.former[key])}
        return key if folded(shown) in names else ""
