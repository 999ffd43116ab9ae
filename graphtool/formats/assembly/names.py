"""Which node a name in a cell means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from graphtool import municipalities, schema, spellings
from graphtool.errors import NOTHING, did_you_mean
from graphtool.graph import texts
from graphtool.language import Said, folded, normalised
from graphtool.recognition.aliases import Aliases

NAME_COLUMNS = ("name", "name_nb", "name_nn", "name_en", "aliases")
TOO_MANY_TO_SUGGEST = 20_000
_LISTING = re.compile(r"\s*[,/&+\n]\s*|\s+(?:og|and|samt)\s+", re.IGNORECASE)


class Names:
    """Ids, names and aliases of all nodes, looked up as `spellings.key` has them.

    What `aliases` settle of a spelling comes after what the data itself calls by it.
    """

    def __init__(self, nodes: pd.DataFrame, aliases: Aliases | None = None) -> None:
        self._aliases = aliases or Aliases()
        self._by_name: dict[str, set[str]] | None = None
        self._by_id: dict[str, set[str]] | None = None
        self._nodes = nodes

    @cached_property
    def kind_of(self) -> dict[str, str]:
        """The kind of each node, by its id."""
        return dict(zip(self._nodes["id"].tolist(), self._nodes["kind"].tolist(), strict=True))

    def is_id(self, column: pd.Series[Any]) -> np.ndarray:
        """Which cells of a column hold a node's id."""
        return texts.among(column, self._nodes["id"])

    def find(self, word: str, kinds: Iterable[str]) -> list[str]:
        """Ids that the word may mean: the node of that id, else those of that name.

        An id in other capitals, or in letters composed otherwise, counts after the names. Of
        several, those of the kinds asked for; none where no node has the name.
        """
        if word in self.kind_of:
            return [word]
        ids = self._called(word) or self._called(self._aliases.name(word))
        fitting = {node for node in ids if self.kind_of[node] in set(kinds)}
        return sorted(fitting or ids)

    def _called(self, word: str) -> set[str]:
        """By a name, else by an id, else by what is surely the same name said at greater length."""
        if word in self.kind_of:
            return {word}
        ids = self._named().get(spellings.key(word)) or self._by_folded_id().get(folded(word))
        if ids or not word:
            return ids or set()
        if both := spellings.abbreviation(word):
            return self._called(both[0])
        return self._municipality(word)

    def _municipality(self, word: str) -> set[str]:
        """The municipality that a number, or an official name in whatever form, must mean."""
        found = municipalities.find(word)
        if not found or municipalities.are_several(found):
            return set()
        named = {spellings.key(name) for one in found for name in municipalities.names(one)}
        ids = {node for name in named for node in self._named().get(name, ())}
        return {node for node in ids if self.kind_of[node] == "Municipality"}

    def apart(self, cell: str, kinds: Iterable[str]) -> list[str]:
        """The names in a cell: what stands between semicolons, and between words that list.

        A comma, a stroke, «og» or a new line parts names only where all parts are known, as many
        a name holds one of them.
        """
        found: list[str] = []
        for part in cell.split(";"):
            several = [word for word in _LISTING.split(part) if word]
            is_list = len(several) > 1 and not self.find(normalised(part), kinds)
            known = is_list and all(self.find(normalised(word), kinds) for word in several)
            found += several if known else [part]
        return found

    def lists_known(self, cell: str) -> bool:
        """Whether a cell that is no name lists several, one of them known."""
        several = _LISTING.split(cell)
        return len(several) > 1 and any(self.find(word, schema.PARTIES) for word in several)

    def suggestion(self, word: str, kinds: Iterable[str]) -> Said:
        """The end of a message: the nearest names of nodes of these kinds."""
        if len(self._nodes) > TOO_MANY_TO_SUGGEST:
            return NOTHING
        fitting = self._nodes[self._nodes["kind"].isin(list(kinds))]
        return did_you_mean(word, [*fitting["name"], *fitting["id"]])

    def _named(self) -> dict[str, set[str]]:
        if self._by_name is None:
            self._by_name = {}
            for column in NAME_COLUMNS:
                filled = self._nodes[self._nodes[column] != ""]
                for node, cell in zip(filled["id"].tolist(), filled[column].tolist(), strict=True):
                    for name in cell.split(";") if column == "aliases" else (cell,):
                        self._by_name.setdefault(spellings.key(name), set()).add(node)
            self._add_municipalities(self._by_name)
            self._add_abbreviations(self._by_name)
            self._by_name.pop("", None)
        return self._by_name

    def _add_municipalities(self, by_name: dict[str, set[str]]) -> None:
        """«Kongsberg kommune» is Kongsberg, unless something else is called so."""
        own = self._nodes[self._nodes["kind"] == "Municipality"]
        called: dict[str, set[str]] = {}
        for column in NAME_COLUMNS[:-1]:
            for node, name in zip(own["id"], own[column], strict=True):
                if name:
                    called.setdefault(f"{spellings.key(name)} kommune", set()).add(node)
        for name, nodes in called.items():
            by_name.setdefault(name, nodes)

    def _add_abbreviations(self, by_name: dict[str, set[str]]) -> None:
        """«Kongsberg Innovasjon (KI)» is called by either, unless something else is."""
        called: dict[str, set[str]] = {}
        own = self._nodes[self._nodes["name"].str.endswith(")")]
        for node, name in zip(own["id"], own["name"], strict=True):
            for part in spellings.abbreviation(name) or ():
                called.setdefault(spellings.key(part), set()).add(node)
        for name, nodes in called.items():
            by_name.setdefault(name, nodes)

    def _by_folded_id(self) -> dict[str, set[str]]:
        if self._by_id is None:
            self._by_id = {}
            for node in self.kind_of:
                self._by_id.setdefault(folded(node), set()).add(node)
        return self._by_id
