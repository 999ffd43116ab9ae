"""Which node a name in a cell means."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from graphtool.errors import did_you_mean
from graphtool.language import folded

NAME_COLUMNS = ("name", "name_nb", "name_nn", "name_en", "aliases")
TOO_MANY_TO_SUGGEST = 20_000


class Names:
    """Ids, names and aliases of all nodes, looked up with case and spacing folded."""

    def __init__(self, nodes: pd.DataFrame) -> None:
        self.kind_of = dict(zip(nodes["id"], nodes["kind"], strict=True))
        self._by_name: dict[str, set[str]] | None = None
        self._nodes = nodes

    def find(self, word: str, kinds: Iterable[str]) -> list[str]:
        """Ids that the word may mean: the node of that id, else those of that name.

        Of several, those of the kinds asked for; none where no node has the name.
        """
        if word in self.kind_of:
            return [word]
        ids = self._named().get(folded(word), set())
        fitting = {node for node in ids if self.kind_of[node] in set(kinds)}
        return sorted(fitting or ids)

    def suggestion(self, word: str, kinds: Iterable[str]) -> str:
        """The end of a message: the nearest names of nodes of these kinds."""
        if len(self.kind_of) > TOO_MANY_TO_SUGGEST:
            return ""
        fitting = self._nodes[self._nodes["kind"].isin(list(kinds))]
        return did_you_mean(word, [*fitting["name"], *fitting["id"]])

    def _named(self) -> dict[str, set[str]]:
        if self._by_name is None:
            self._by_name = {}
            for column in NAME_COLUMNS:
                filled = self._nodes[self._nodes[column] != ""]
                for node, cell in zip(filled["id"], filled[column], strict=True):
                    for name in cell.split(";") if column == "aliases" else (cell,):
                        self._by_name.setdefault(folded(name), set()).add(node)
            self._by_name.pop("", None)
        return self._by_name
