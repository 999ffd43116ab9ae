"""The nodes, edges and facts that are found in people's own sheets, each with its cell.

A party is one under all spellings that surely mean it; a municipality is known by the official
list, whatever name or number it is called by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from graphtool import municipalities, schema
from graphtool.errors import Problem
from graphtool.graph import tables
from graphtool.graph.checker import FILE, ROW
from graphtool.language import folded, searchable
from graphtool.recognition import words
from graphtool.recognition.names_in_cells import Named, parties

LONGEST_ID = 60
_NUMBER = re.compile(
    r"(?:(?P<word>[^\W\d]+)\s+)?(?P<number>\d+(?:[.]\d+)*[a-z]?)(?P<end>[.:)]*)\s+(?P<name>.+)"
)
_ID = re.compile(r"[^\W\d][\w.-]*")
"""What a sheet may call a row so that it can be its id: a word, not a mere number."""
_AMPERSAND = re.compile(r"\s*&\s*")


class Cell(NamedTuple):
    """Where something is read: what every edge leads back to."""

    document: str
    sheet: str
    row: int
    column: str
    text: str


class Link(NamedTuple):
    """A cell that leads from a row's node to others, which may stand in rows yet to be read."""

    node: str
    relation: str
    names: str
    """Names, numbers or ids, as they stand."""
    place: Cell


@dataclass
class Node:
    """A node as it is gathered from all the cells that name it."""

    id: str
    kind: str
    name: str
    subkind: str
    cell: Cell
    aliases: dict[str, None] = field(default_factory=dict)
    is_known: bool = False
    """It stands in a sheet of the dataset's own, and only is referred to."""


class Book:
    """What is gathered; nothing is in it twice."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.documents: dict[str, dict[str, str]] = {}
        self.edges: dict[tuple[str, str, str], Cell] = {}
        self.facts: dict[tuple[str, str, str], tuple[str, Cell]] = {}
        self.later: list[Link] = []
        """What is tied once every row is read."""
        self.problems: list[Problem] = []
        self.numbers: dict[tuple[str, str], str] = {}
        """By sheet and the number of a title or a row, the node that has it; ids under no sheet."""
        self._by_name: dict[tuple[str, str], str] = {}

    def seed(self, kind: str, rows: pd.DataFrame) -> None:
        """Makes the nodes of a dataset's own sheet known by their names."""
        for row in rows.to_dict("records"):
            node = str(row.get("id", ""))
            if not node:
                continue
            cell = Cell("", str(row[FILE]), int(row[ROW]), "id", node)
            name = str(row.get("name") or node)
            self.nodes[node] = Node(node, kind, name, "", cell, is_known=True)
            for called in (name, *str(row.get("aliases") or "").split(";")):
                if called.strip():
                    self._by_name.setdefault((_family(kind), _key(kind, called)), node)

    def document(self, file: str, sheet: str) -> str:
        """The document that cells of a sheet are cited from."""
        name = file if sheet == file else f"{file}#{sheet}"
        self.documents.setdefault(name, {"id": name, "file": file, "title": sheet})
        return name

    def knows(self, name: str) -> bool:
        """Whether a name is a party's: a municipality's, a county's, or one that was met."""
        bare = folded(name).removesuffix(" fylkeskommune").removesuffix(" fylke")
        return (
            ("party", _key("Actor", name)) in self._by_name
            or bool(municipalities.find(name))
            or words.is_one("counties", bare)
        )

    def named(self, cell: Cell) -> list[Named]:
        """Everyone whom a cell names; what is guessed in it is a problem that says so."""
        found = parties(cell.text, self.knows)
        for one in found.named:
            if one.is_guess:
                message = f"{one.name!r} is kept as one name; part several names by semicolons"
                self.warn("guessed-name", message, cell)
        return found.named

    def party(
        self, name: str, cell: Cell, *, subkind: str = "", group: bool = False, own_id: str = ""
    ) -> str:
        """The node of a party that is called so, made where there is none."""
        if group:
            return self.node("Actor", name, cell, subkind=schema.COLLECTIVE, own_id=own_id)
        known = ("party", _key("Actor", name)) in self._by_name
        found = [] if known or subkind == schema.PERSON else municipalities.find(name)
        if not found:
            return self.node("Actor", name, cell, subkind=subkind, own_id=own_id)
        called = municipalities.title(found[0])
        if municipalities.are_several(found):
            called = found[0].name
            which = ", ".join(sorted({f"{one.number} {one.county}".strip() for one in found}))
            message = f"{name!r} is the name of several municipalities; add the number: {which}"
            self.warn("ambiguous-municipality", message, cell)
        node = self.node("Municipality", called, cell, own_id=own_id)
        self.alias(node, name)
        return node

    def node(self, kind: str, name: str, cell: Cell, *, subkind: str = "", own_id: str = "") -> str:
        """The node of this kind and name, made where there is none.

        `own_id` is what its sheet calls it: it is found by that too, and has it as its id where
        that is more than a number.
        """
        name = words.plain(name)
        place = (_family(kind), _key(kind, name))
        known = self._by_name.get(place)
        if known is None:
            may_be_id = _ID.fullmatch(own_id) and own_id not in self.nodes
            known = own_id if may_be_id else self._new_id(name, kind)
            self.nodes[known] = Node(known, kind, name, subkind, cell)
            self._by_name[place] = known
            number = numbered(name)
            if number and kind not in schema.PARTIES:
                self.alias(known, number[1])
        if own_id:
            self.numbers.setdefault((cell.sheet, own_id.rstrip(".")), known)
            self.numbers.setdefault(("", folded(own_id)), known)
        node = self.nodes[known]
        node.subkind = node.subkind or subkind
        return known

    def alias(self, node: str, name: str) -> None:
        """Another name of a node."""
        mine = self.nodes[node]
        called = words.plain(name).replace(";", ",")
        if called and folded(called) != folded(mine.name):
            mine.aliases[called] = None
            self._by_name.setdefault((_family(mine.kind), _key(mine.kind, called)), node)

    def find(self, name: str, kinds: Iterable[str] = schema.KINDS) -> str | None:
        """The node of one of these kinds that is called so, or has this id; None for none."""
        known = name if name in self.nodes else self.numbers.get(("", folded(name)))
        if known and self.nodes[known].kind in set(kinds):
            return known
        for kind in kinds:
            found = self._by_name.get((_family(kind), _key(kind, words.plain(name))))
            if found and self.nodes[found].kind in set(kinds):
                return found
        return None

    def edge(self, source: str, relation: str, target: str, cell: Cell) -> bool:
        """Keeps an assertion; False where the vocabulary does not allow it."""
        one, other = self.nodes[source].kind, self.nodes[target].kind
        if source == target or not schema.RELATIONS[relation].allows(one, other):
            return False
        self.edges.setdefault((source, relation, target), cell)
        return True

    def fact(self, node: str, name: str, value: str, cell: Cell, unit: str = "") -> None:
        """What a cell says of a node besides its edges."""
        self.facts.setdefault((node, name, value), (unit, cell))

    def warn(self, rule: str, message: str, cell: Cell) -> None:
        """Something to be told of a cell."""
        self.problems.append(Problem("warning", rule, message, cell.sheet, cell.row, cell.column))

    def sheets(self) -> dict[str, pd.DataFrame]:
        """What was gathered as the sheets of a dataset, with `file` and `row` of every row."""
        out: dict[str, list[dict[str, object]]] = {}
        for node in self.nodes.values():
            if node.is_known:
                continue
            out.setdefault(schema.KINDS[node.kind].file, []).append(
                {
                    "id": node.id,
                    "name": node.name,
                    "subkind": node.subkind,
                    "aliases": "; ".join(node.aliases),
                    **_evidence(node.cell),
                }
            )
        for (source, relation, target), cell in self.edges.items():
            ends = {"source": source, "relation": relation, "target": target}
            out.setdefault("relations", []).append({**ends, **_evidence(cell)})
        for (known, name, value), (unit, cell) in self.facts.items():
            fact = {"node": known, "property": name, "value": value, "unit": unit}
            out.setdefault("facts", []).append({**fact, **_evidence(cell)})
        if out:
            out["documents"] = [
                {**row, FILE: row["title"], ROW: 0} for row in self.documents.values()
            ]
        return {name: _frame(rows) for name, rows in out.items()}

    def _new_id(self, name: str, kind: str) -> str:
        slug = re.sub(r"[^\w]+", "-", searchable(name)).strip("-")[:LONGEST_ID].strip("-")
        base = slug or kind.lower()
        found, number = base, 1
        while found in self.nodes:
            number += 1
            found = f"{base}-{number}"
        return found


def numbered(name: str) -> tuple[str, str] | None:
    """The number that a title begins with, and the rest of it; None where it has none.

    >>> numbered("1.2 Etablererkurs"), numbered("Mål 1: Vekst"), numbered("3 nye busser")
    (('1.2', 'Etablererkurs'), ('1', 'Vekst'), None)
    """
    found = _NUMBER.fullmatch(name)
    if found is None or (found["word"] and words.kind(found["word"]) is None):
        return None
    is_title = bool(found["word"] or found["end"] or "." in found["number"])
    return (found["number"], found["name"]) if is_title else None


def _family(kind: str) -> str:
    """Municipalities and actors are looked up together."""
    return "party" if kind in schema.PARTIES else kind


def _key(kind: str, name: str) -> str:
    text = _AMPERSAND.sub(" og ", folded(words.plain(name)))
    if kind in schema.PARTIES:
        return text.removesuffix(" kommune") if kind == "Municipality" else text
    return text.rstrip(" .:")


def _evidence(cell: Cell) -> dict[str, object]:
    line = str(cell.row) if cell.row else ""
    return {
        "document": cell.document,
        "line": line,
        "quote": cell.text,
        FILE: cell.sheet,
        ROW: cell.row,
    }


def _frame(rows: list[dict[str, object]]) -> pd.DataFrame:
    table = pd.DataFrame(rows)
    for column in table.columns:
        if column != ROW:
            table[column] = table[column].astype(tables.TEXT)
    return table
