"""The nodes, edges and facts that are found in people's own sheets, each with its cell.

A party is one under all spellings that surely mean it; a municipality is known by the official
list, whatever name or number it is called by.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from graphtool import municipalities, schema, spellings
from graphtool.errors import Problem
from graphtool.errors import place as place_of
from graphtool.graph.checker import FILE, ROW
from graphtool.language import Said, Text, folded, slug
from graphtool.recognition import name_forms, names, namesakes, plain_lists, reasons, wording, words
from graphtool.recognition.aliases import Aliases
from graphtool.recognition.found import Cell, Edge, Link, Node, Party
from graphtool.recognition.names_in_cells import Named, Parties, parties
from graphtool.recognition.namesakes import NOBODYS, Titles, Whose

if TYPE_CHECKING:
    import pandas as pd

LONGEST_ID = 60
ANYWHERE = (*schema.PARTIES, "Region")
"""Kinds of which there is one of a name, whichever file lists it."""
_ID = re.compile(r"[^\W\d][\w.-]*")
"""What a sheet may call a row so that it can be its id: a word, not a mere number."""

_GUESSED = Text(
    "«{name}» er tatt med som {what}; skill flere navn med semikolon",
    "«{name}» er teken med som {what}; skil fleire namn med semikolon",
    "{name!r} is kept as {what}; part several names by semicolons",
)
_PERSON_OF = Text("en person i {office}", "ein person i {office}", "a person of {office}")
_ONE_NAME = Text("ett navn", "eitt namn", "one name")
_SEVERAL = Text(
    "flere kommuner heter «{name}»; føy til nummeret: {which}",
    "fleire kommunar heiter «{name}»; føy til nummeret: {which}",
    "{name!r} is the name of several municipalities; add the number: {which}",
)
SHARED = Text(
    "«{name}» står også i {place}; de regnes som ett; er de to, så la titlene si det, for eksempel"
    " med kommunens navn",
    "«{name}» står også i {place}; dei blir rekna som eitt; er dei to, så la titlane seie det, til"
    " dømes med namnet på kommunen",
    "{name!r} stands in {place} too; they are taken for one; if they are two, let their titles say"
    " so, as by the municipality's name",
)
_PARTED = Text(
    "{name} ble delt etter {until}; den er tatt med som den var; skriv hvilken du mener: {parts}",
    "{name} blei delt etter {until}; han er teken med som han var; skriv kven du meiner: {parts}",
    "{name} was parted after {until}; it is kept as it was; write which is meant: {parts}",
)


@lru_cache(maxsize=1 << 12)
def _allows(relation: str, source: str, target: str) -> bool:
    return schema.RELATIONS[relation].allows(source, target)


class Book:
    """What is gathered; nothing is in it twice."""

    def __init__(self, aliases: Aliases | None = None) -> None:
        self.aliases = aliases or Aliases()
        """What a person has said of spellings."""
        self.relation: Callable[..., str] = lambda *_: ""
        """What a person has said that the connections of a sheet are; empty for nothing."""
        # By sheet, the names that it explains initials in it to mean.
        self.initials: dict[str, Mapping[str, str]] = {}
        self.nodes: dict[str, Node] = {}
        self.documents: dict[str, dict[str, str]] = {}
        self._cited: dict[tuple[str, str], str] = {}
        """By file and sheet, the document that it is."""
        self._files: dict[str, str] = {}
        """By document, the file that it is in."""
        self.edges: dict[Edge, Cell] = {}
        self._again: dict[tuple[Edge, str], Cell] = {}
        """By edge and file, where files beside the first say it too."""
        self.shares: dict[Edge, str] = {}
        """Of an owner, the part from 0 to 1 that is its."""
        self.derived: dict[Edge, tuple[str, str]] = {}
        """Of edges that no cell says outright, how they are meant and why they are there."""
        self.instead: dict[tuple[str, str, str], set[int]] = {}
        """By sheet, the relation that it says and the one that is kept instead, in which rows."""
        self.facts: dict[tuple[str, str, str], tuple[str, Cell]] = {}
        # By sheet, row and words, the cell in which they stand for somebody and name nobody.
        self.unnamed: dict[tuple[str, int, str], tuple[Cell, Said]] = {}
        self.later: list[Link] = []
        """What is tied once every row is read."""
        self.problems: list[Problem] = []
        self.numbers: dict[tuple[str, str], str] = {}
        """By sheet and the number of a title or a row, the node that has it."""
        self._own_ids: dict[str, dict[str, str]] = {}
        """By what sheets call their rows, the node that is called so in each file."""
        self._shared: set[tuple[str, str]] = set()
        """Nodes, and files in which they are listed too, of which it is said."""
        self.mentions: dict[
            str, dict[tuple[str, tuple[municipalities.Municipality, ...]], Cell]
        ] = {}
        """By sheet, the municipalities that are named in it, what each may be, and first where."""
        self.listed: dict[str, dict[str, Cell]] = {}
        """By sheet whose title says that it lists municipalities, those in it, each with where."""
        # By sheet and name, the municipality that is meant, where it is clear.
        self._clear: dict[tuple[str, str], str] = {}
        self.short: dict[str, dict[str, tuple[str, Cell]]] = {}
        """By an abbreviation, the nodes whose full name stands beside it, as what and where."""
        self.titles = Titles()
        self._by_name: dict[tuple[str, str], str] = {}
        self._met: set[str] = set()
        """Names as they stand in cells that are known to be a party's."""
        self._known = 0
        """How many names of parties are known."""
        # Signs within them that part the names of a list.
        self._signs: set[str] = set()
        self._used: dict[str, int] = {}
        """By the name that an id is made of, the last number that one was given."""
        self._parted: dict[str, tuple[int, Parties]] = {}
        """Whom a cell names, and how many parties' names were known when it was found."""
        # By sheet, municipality and name, the party that it means each time it stands there.
        self._settled: dict[tuple[str, str, str], str] = {}

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
                    self._call(kind, called, node)

    def document(self, file: str, sheet: str) -> str:
        """The document that cells of a sheet are cited from."""
        if (file, sheet) in self._cited:
            return self._cited[file, sheet]
        title = sheet.removeprefix(f"{file}/")  # of a folder, sheets are named with their file
        name = file if title == file else f"{file}#{title}"
        self.documents.setdefault(name, {"id": name, "file": file, "title": sheet})
        self._files.setdefault(name, file)
        self._cited[file, sheet] = name
        return name

    def knows(self, name: str) -> bool:
        """Whether a name is a party's: a municipality's, a county's, or one that was met."""
        if name in self._met or any(name in names for names in self.initials.values()):
            return True
        signs = names.LISTING.findall(name)
        if signs and name[0].isalpha() and not self.aliases.meant and self._signs.isdisjoint(signs):
            return False  # no name that is known, and no official one, holds them
        called = ("party", names.key("Actor", name)) in self._by_name
        if called or self.aliases.settles(name) or names.is_official(name):
            self._met.add(name)  # what is known once is known from then on
            return True
        return False

    def named(self, cell: Cell) -> list[Named]:
        """Everyone whom a cell names; what is guessed in it is a problem that says so."""
        text = cell.lines or cell.text
        if self._signs.isdisjoint(plain_lists.SIGN) and not (self.initials or self.aliases.meant):
            several = plain_lists.named(text)
            if several is not None:
                return several
        known, found = self._parted.get(text, (-1, Parties([], [])))
        if known != self._known:
            found = parties(text, self.knows)
            self._parted[text] = (self._known, found)
        for one in found.named:
            # «Barn og andre» is one name, and others.
            if one.is_guess and words.without_others(one.name) == one.name:
                what = Said(_PERSON_OF, office=one.office) if one.office else _ONE_NAME
                self.warn("guessed-name", Said(_GUESSED, name=one.name, what=what), cell)
        return found.named

    def one(self, named: Named, cell: Cell, party: Party | None = None) -> str:
        """The node of one whom a cell names, and of whom he or she represents or is by.

        `party` makes or finds the node of each; without it the book does.
        """
        party = party or self.party
        if named.behind:
            self.unnamed[cell.sheet, cell.row, named.behind] = cell, reasons.BEHIND
        if named.unsure:
            self.unnamed[cell.sheet, cell.row, named.unsure] = cell, reasons.UNSURE
        if (name := words.without_others(named.name)) != named.name:
            others = named.name[len(name) :].strip(" ,")
            self.unnamed[cell.sheet, cell.row, others] = cell, reasons.OTHERS
            named = named._replace(name=name)
        subkind = schema.PERSON if named.office else ""
        node = party(named.name, cell, subkind=subkind, group=named.is_group)
        if named.office:
            self.edge(node, "AFFILIATED_WITH", party(named.office, cell), cell)
        if named.of:
            self.edge(node, "AFFILIATED_WITH", party(named.of, cell), cell)
        if named.person:
            person = party(named.person, cell, subkind=schema.PERSON)
            self.edge(person, "AFFILIATED_WITH", node, cell)
        return node

    def party(
        self, name: str, cell: Cell, *, subkind: str = "", group: bool = False, own_id: str = ""
    ) -> str:
        """The node of a party that is called so, made where there is none.

        What a person has settled of a spelling counts, and an abbreviation is no part of a name.
        """
        place = (cell.sheet, self.titles.town(cell.sheet, cell.row), name)
        is_plain = not (subkind or group or own_id)
        if is_plain and (settled := self._settled.get(place)):
            return settled
        name = self.initials.get(cell.sheet, {}).get(name, name)
        name = namesakes.of_town(name, place[1])
        meant = self.aliases.name(name)
        if meant == name and not group:
            meant = name_forms.one_name(name)
        if meant != name:
            node = self.party(meant, cell, subkind=subkind, own_id=own_id)
            self.alias(node, name)
            return node
        if group:
            return self.node("Actor", name, cell, subkind=schema.COLLECTIVE, own_id=own_id)
        known = self._by_name.get(("party", names.key("Actor", name)))
        if known is None and (both := spellings.abbreviation(name)):
            node = self.party(both[0], cell, subkind=subkind, own_id=own_id)
            self.short.setdefault(spellings.key(both[1]), {}).setdefault(node, (both[1], cell))
            return node
        node = self._party(name, known, cell, subkind, own_id)
        # Of a municipality something may be asked each time that it is named.
        if is_plain and (self.nodes[node].kind == "Actor" or (cell.sheet, name) in self._clear):
            self._settled[place] = node
        return node

    def _party(self, name: str, known: str | None, cell: Cell, subkind: str, own_id: str) -> str:
        """The node of a party by its plain name; `known` is one that is called so."""
        clear = self._clear.get((cell.sheet, name))
        if clear and not own_id and subkind != schema.PERSON:
            return clear
        is_town = known is not None and self.nodes[known].kind == "Municipality"
        may_be_town = (known is None and subkind != schema.PERSON) or is_town
        found = municipalities.find(name) if may_be_town else ()
        if is_town and (not found or self.nodes[known or ""].is_known):
            return self.node("Municipality", name, cell, own_id=own_id)
        if not found:
            return self.node("Actor", name, cell, subkind=subkind, own_id=own_id)
        if not municipalities.are_several(found):
            node = self._municipality(found, cell, own_id)
            self.alias(node, name)
            if len(municipalities.after(found[0])) < 2:  # what was parted is asked about each time
                self._clear[cell.sheet, name] = node
            return node
        return self._municipality(municipalities.told_apart(found, cell.beside), cell, own_id)

    def _municipality(
        self, found: tuple[municipalities.Municipality, ...], cell: Cell, own_id: str
    ) -> str:
        """The node of what a name or a number means; what is not clear of it is asked about."""
        called = municipalities.title(found[0])
        later = municipalities.after(found[0])
        if municipalities.are_several(found):
            called = found[0].name
            which = ", ".join(sorted({f"{one.number} {one.county}".strip() for one in found}))
            message = Said(_SEVERAL, name=called, which=which)
            self.warn("ambiguous-municipality", message, cell)
        elif len(later) > 1 and found[0].number in cell.text:
            parts = ", ".join(f"{one.number} {one.name}" for one in later)
            name = f"{found[0].number} {called}"
            message = Said(_PARTED, name=name, until=found[0].until, parts=parts)
            self.warn("ambiguous-municipality", message, cell)
        node = self.node("Municipality", called, cell, own_id=own_id)
        self.mentions.setdefault(cell.sheet, {}).setdefault((node, found), cell)
        return node

    def node(self, kind: str, name: str, cell: Cell, *, subkind: str = "", own_id: str = "") -> str:
        """The node of this kind and name, made where there is none.

        `own_id` is what its sheet calls it: it is found by that too, and has it as its id where
        that is more than a number.
        """
        name = wording.plain(name)
        whose = self._whose(kind, name, cell)
        known = self._titled(kind, name, whose)
        if known is None:
            may_be_id = _ID.fullmatch(own_id) and own_id not in self.nodes
            made = "" if may_be_id else slug(name)[:LONGEST_ID].strip("-") or kind.lower()
            known = own_id if may_be_id else self._free_id(made)
            self.nodes[known] = Node(known, kind, name, subkind, cell, made_of_title=made)
            self._call(kind, name, known, whose)
            number = names.numbered(name)
            if number and kind not in schema.PARTIES:
                self.alias(known, number[1])
        elif kind in namesakes.KINDS:
            self.titles.met(known, whose)
        if own_id:
            self.numbers.setdefault((cell.sheet, own_id.rstrip(".")), known)
            called = self._own_ids.setdefault(folded(own_id), {})
            called.setdefault(self._file(cell), known)
        node = self.nodes[known]
        node.subkind = node.subkind or subkind
        return known

    def _whose(self, kind: str, name: str, cell: Cell) -> Whose:
        """Which municipality's and plan's a thing is, by where it stands."""
        if kind not in namesakes.KINDS or namesakes.is_proper(name) or self.aliases.settles(name):
            return NOBODYS
        return self.titles.at(kind, cell.sheet, cell.row)

    def _titled(self, kind: str, name: str, whose: Whose) -> str | None:
        """The one node of a kind that is called so and may be this one's; None for none."""
        title = names.family(kind), names.key(kind, name)
        if kind not in namesakes.KINDS:
            return self._by_name.get(title)
        found = self.titles.of(title, whose)
        return found[0] if len(found) == 1 else None

    def alias(self, node: str, name: str) -> None:
        """Another name of a node."""
        mine = self.nodes[node]
        called = wording.plain(name).replace(";", ",")
        if called and folded(called) != folded(mine.name):
            mine.aliases[called] = None
            self._call(mine.kind, called, node)

    def listed_in(self, node: str, cell: Cell) -> None:
        """Says of a thing that several files list under one title that it is taken for one."""
        mine = self.nodes[node]
        file = self._file(cell)
        if mine.kind in ANYWHERE:
            return
        if mine.is_known or file == self._file(mine.cell) or (node, file) in self._shared:
            return
        self._shared.add((node, file))
        other = place_of(mine.cell.sheet, mine.cell.row)
        self.warn("shared-title", Said(SHARED, name=mine.name, place=other), cell)

    def _file(self, cell: Cell) -> str:
        return self._files.get(cell.document, "")

    def unclear(self, name: str, cell: Cell) -> Said | None:
        """Why it is not clear what a cell means by an id or a title; None where it is.

        Several files call something by the id, and the cell's own is none of them; or things of
        several municipalities or plans have the title, and the cell stands with none of these.
        """
        called = self._own_ids.get(folded(name), {})
        if len({*called.values()}) > 1 and self._file(cell) not in called:
            return reasons.unclear_id(name)
        for kind in namesakes.KINDS:
            if (
                len(self.titles.of((kind, names.key(kind, name)), self._whose(kind, name, cell)))
                > 1
            ):
                return reasons.unclear_title(name)
        return None

    def find(
        self, name: str, kinds: Iterable[str] = schema.KINDS, cell: Cell | None = None
    ) -> str | None:
        """The node of one of these kinds that is called so, or has this id; None for none.

        `cell` is where the name stands: an id is first that of its own file, and in a third what
        several files call something by is nobody's.
        """
        name = self.aliases.name(name)
        called = self._own_ids.get(folded(name), {})
        own = called.get(self._file(cell)) if cell else None
        known = own or (name if name in self.nodes else next(iter(called.values()), None))
        if cell and self.unclear(name, cell):
            return None
        if known and self.nodes[known].kind in set(kinds):
            return known
        for kind in kinds:
            title = wording.plain(name)
            found = self._titled(kind, title, self._whose(kind, title, cell)) if cell else None
            found = found or self._by_name.get((names.family(kind), names.key(kind, title)))
            if found and self.nodes[found].kind in set(kinds):
                return found
        return None

    def edge(self, source: str, relation: str, target: str, cell: Cell) -> bool:
        """Keeps an assertion; False where the vocabulary does not allow it."""
        one, other = self.nodes[source].kind, self.nodes[target].kind
        if source == target or not _allows(relation, one, other):
            return False
        first = self.edges.setdefault((source, relation, target), cell)
        if first is cell:
            return True
        file = self._file(cell)
        if file != self._file(first):
            self._again.setdefault(((source, relation, target), file), cell)
        return True

    def assertions(self) -> Iterator[tuple[Edge, Cell]]:
        """Every edge with the cell that says it, once a file."""
        yield from self.edges.items()
        yield from ((edge, cell) for (edge, _), cell in self._again.items())

    def kept_as(self, relation: str, other: str, cell: Cell) -> None:
        """Says that what a cell says is kept as another relation: its own is not allowed there."""
        if other != relation:
            self.instead.setdefault((cell.sheet, relation, other), set()).add(cell.row)

    def fact(self, node: str, name: str, value: str, cell: Cell, unit: str = "") -> None:
        """What a cell says of a node besides its edges."""
        self.facts.setdefault((node, name, value), (unit, cell))

    def merge(self, node: str, *, into: str) -> None:
        """Takes a node's edges, facts and names over to another, and the node away."""
        gone = self.nodes.pop(node)
        self._refer({node: into})
        for name in (gone.name, *gone.aliases):
            self.alias(into, name)

    def warn(self, rule: str, message: Said, cell: Cell) -> None:
        """Something to be told of a cell."""
        self.problems.append(Problem("warning", rule, message, cell.sheet, cell.row, cell.column))

    def rename(self, ids: Mapping[str, str]) -> None:
        """Gives things other ids."""
        if not ids:
            return
        for node in self.nodes.values():
            node.id = ids.get(node.id, node.id)
        self.nodes = {node.id: node for node in self.nodes.values()}
        self._refer(ids)

    def _refer(self, ids: Mapping[str, str]) -> None:
        """What led to a node leads to another; an edge that would lead to itself is gone."""

        def named(one: str) -> str:
            return ids.get(one, one)

        self._settled.clear()
        edges, facts = list(self.assertions()), self.facts
        self.edges, self._again, self.facts = {}, {}, {}
        for (source, relation, target), place in edges:
            self.edge(named(source), relation, named(target), place)
        for (about, name, value), (unit, place) in facts.items():
            self.fact(named(about), name, value, place, unit)
        self.derived = {
            (named(source), relation, named(target)): how
            for (source, relation, target), how in self.derived.items()
        }
        self.shares = {
            (named(source), relation, named(target)): share
            for (source, relation, target), share in self.shares.items()
        }
        self.later = [one._replace(node=named(one.node)) for one in self.later]
        self.numbers = {number: named(one) for number, one in self.numbers.items()}
        for called in self._own_ids.values():
            called.update({file: named(one) for file, one in called.items()})
        self._by_name = {name: named(one) for name, one in self._by_name.items()}
        self.titles.rename(ids)

    def call(self, node: Node, name: str) -> None:
        """Makes a node known by another name, which is its own."""
        self._call(node.kind, name, node.id)

    def _call(self, kind: str, name: str, node: str, whose: Whose = NOBODYS) -> None:
        """Makes a node known by a name, unless another has it."""
        place = (names.family(kind), names.key(kind, name))
        if kind in namesakes.KINDS:
            self.titles.add(place, node, whose)
        if place not in self._by_name:
            self._by_name[place] = node
            if place[0] == "party":
                self._known += 1
                self._signs.update(names.LISTING.findall(place[1]))

    def _free_id(self, base: str) -> str:
        found = base
        while found in self.nodes:
            self._used[base] = self._used.get(base, 1) + 1
            found = f"{base}-{self._used[base]}"
        return found
