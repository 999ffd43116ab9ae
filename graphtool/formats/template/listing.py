"""The rows that list parties and things: known ones by hidden ids, new ones by their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from graphtool import municipalities, schema
from graphtool.errors import Problem, did_you_mean
from graphtool.errors import place as place_of
from graphtool.formats.sheets import Place
from graphtool.formats.template import layout, marked
from graphtool.formats.template.directory import Directory
from graphtool.formats.template.marked import Marked, first_text
from graphtool.formats.template.sources import Sources
from graphtool.formats.template.statements import Record
from graphtool.graph.checker import FILE, ROW
from graphtool.language import Said, Text, folded
from graphtool.recognition import namesakes, reasons, wording, words
from graphtool.recognition.book import ANYWHERE, SHARED, Book
from graphtool.recognition.found import Cell
from graphtool.recognition.grid import Row

_TOO = Text(
    "«{name}» står også i {place}; de regnes som én",
    "«{name}» står også i {place}; dei blir rekna som éin",
    "{name!r} stands in {place} too; they are one",
)
_ONE = Text(
    "«{name}» står også i {place}; de regnes som ett; er de to, så la hver være del av sin plan"
    " («Del av»), eller la titlene si det: «{name} (Tinn)»",
    "«{name}» står også i {place}; dei blir rekna som eitt; er dei to, så la kvar vere del av sin"
    " plan («Del av»), eller la titlane seie det: «{name} (Tinn)»",
    "{name!r} stands in {place} too; they are taken for one; if they are two, let each be part of"
    " its own plan ('Part of'), or let their titles say so: '{name} (Tinn)'",
)
_NOT_KEPT = Text(
    "«{text}» er ikke med: «{name}» har allerede «{kept}»",
    "«{text}» er ikkje med: «{name}» har alt «{kept}»",
    "{text!r} is left out: {name!r} has {kept!r} already",
)
_NO_TYPE = Text(
    "«{text}» er ingen kjent type {kind}: velg fra listen i cellen{hint}; tatt med som en"
    " opplysning",
    "«{text}» er ingen kjend type {kind}: vel frå lista i cella{hint}; teken med som ei opplysning",
    "{text!r} is no known type of {kind}: choose from the list in the cell{hint}; kept as a fact",
)
_COPY = Text(
    "er en kopi av {place}; den leses som en egen rad",
    "er ein kopi av {place}; ho blir lesen som ei eiga rad",
    "is a copy of {place}; it is read as a row of its own",
)
REST = ("name_nb", "name_nn", "name_en", "aliases", "valid_from", "valid_to", "note")
"""Fields that a new row gives its node beside its name."""
SUBKIND = "subkind"


class Listing:
    """What the sheets of a workbook list, by its rows."""

    def __init__(
        self, sheets: Iterable[Marked], book: Book, sources: Sources, directory: Directory
    ) -> None:
        """`sheets` are those that list parties or things."""
        self.sheets = tuple(sheets)
        self.book = book
        self.sources = sources
        self.directory = directory
        self.nodes: dict[str, tuple[str, Record]] = {}
        """By id, the sheet and the row of every node that is listed, known or new."""
        self.rows: dict[Place, tuple[str, Record]] = {}
        """By sheet and row, the node that the row is about, and what its connections rest on."""
        self.first: dict[str, int] = {}
        """How many nodes are met first in each sheet."""
        self._again: list[tuple[Marked, Row, str, schema.Kind]] = []
        """Rows of nodes that another file lists in the same words."""

    @cached_property
    def _owners(self) -> dict[str, Place]:
        """The row that a hidden id is of: of several, one that still has the name it had then."""
        owners: dict[str, Place] = {}
        kept: set[str] = set()
        for sheet in self.sheets:
            for row in sheet.rows:
                node = sheet.key(row, layout.mark(sheet.name))
                name = sheet.fields(row).get("name", "")
                is_kept = folded(name) == folded(sheet.key(row, layout.FORMER))
                if node and (node not in owners or (is_kept and node not in kept)):
                    owners[node] = (sheet.sheet, row[0])
                    kept |= {node} if is_kept else set()
        return owners

    def known(self, sheet: Marked, kind: schema.Kind) -> list[Row]:
        """Makes the nodes known that have an id; gives back the rows that have none."""
        fresh: list[Row] = []
        for row in sheet.rows:
            node = sheet.key(row, layout.mark(sheet.name))
            if not node or self._owners[node] != (sheet.sheet, row[0]):
                if node and self._is_again(sheet, row, self._owners[node]):
                    self._again.append((sheet, row, node, kind))
                    self.rows[sheet.sheet, row[0]] = (node, {})
                    continue
                if node:
                    self._copied(sheet, row, self._owners[node])
                fresh.append(row)
                continue
            fields = sheet.fields(row)
            name, former = fields.get("name", ""), sheet.key(row, layout.FORMER)
            subkind = layout.understood(fields.get("subkind", ""), kind.subkinds)
            place = {FILE: sheet.sheet, ROW: row[0]}
            cell = Cell("", sheet.sheet, row[0], "", "")
            cited = self.sources.id_of(fields.get("document", ""), cell)
            record: Record = {**fields, "id": node, "subkind": subkind, "document": cited, **place}
            record.setdefault("name", "")
            self.nodes[node] = (sheet.name, record)
            self.rows[sheet.sheet, row[0]] = (node, {})
            self._count(sheet)
            self.directory.add(node, kind.name, name, former, fields.get("aliases", ""))
        return fresh

    def told_again(self) -> None:
        """Gives what other files list in the same words what these say besides."""
        for sheet, row, node, kind in self._again:
            self._further(sheet, row, node, kind)

    def new(self, sheet: Marked, row: Row, kind: str) -> None:
        """Makes the node of a row that has no id, or finds the one that has its name."""
        fields = sheet.fields(row)
        name = wording.plain(fields.get("name", ""))
        if not name or words.names_nobody(name):
            sheet.left.append((row[0], first_text(row), reasons.NOTHING))
            return
        known = schema.KINDS[kind].subkinds
        subkind = layout.understood(fields.get(SUBKIND, ""), known)
        unknown = subkind if known and subkind == fields.get(SUBKIND) not in known else ""
        subkind = "" if unknown else subkind
        column = next((one.heading for one in sheet.table.columns if one.heading), "")
        place = Cell("", sheet.sheet, row[0], column, name)
        before = set(self.book.nodes)
        if kind == "Municipality" and not municipalities.find(name):
            node = self.book.node(kind, name, place)
        elif kind in schema.PARTIES and subkind != schema.PERSON:
            group = words.names_everybody(name)
            node = self.book.party(name, place, subkind=subkind, group=group)
        else:
            node = self.book.node(kind, name, place, subkind=subkind)
        if unknown:
            self._no_type(sheet, row, node, schema.KINDS[kind], unknown)
        cited = self.sources.id_of(fields.get("document", ""), place)
        rests: Record = {k: fields[k] for k in ("line", "quote") if fields.get(k)}
        if cited:
            rests["document"] = cited
        self.rows[sheet.sheet, row[0]] = (node, rests)
        if node in before:
            self._met(sheet, node, place)
            self._further(sheet, row, node, schema.KINDS[kind], told=SUBKIND if unknown else "")
            return
        self._count(sheet)
        if not rests:
            cell = place._replace(document=self._own(sheet))
            rests = {"document": cell.document, "line": str(row[0]), "quote": name}
        made = self.book.nodes[node]
        rest = {k: v for k, v in fields.items() if k in REST and v}
        self.nodes[node] = (schema.KINDS[made.kind].file, {**rests, **rest})

    def _own(self, sheet: Marked) -> str:
        """The sheet itself as the document that is cited."""
        return self.book.document(sheet.table.grid.file, sheet.sheet)

    def _no_type(self, sheet: Marked, row: Row, node: str, kind: schema.Kind, text: str) -> None:
        """Says that a type is none of ours, and keeps it as what it is: something said of it."""
        at = next(at for at, column in sheet.asked.items() if column.name == SUBKIND)
        cell = Cell(self._own(sheet), sheet.sheet, row[0], sheet.heading(at), text)
        labels = [word for label in kind.subkinds.values() for word in label]
        said = Said(_NO_TYPE, text=text, kind=kind.label, hint=did_you_mean(text, labels))
        self.book.warn("unknown-subkind", said, cell)
        self.book.fact(node, "type", text, cell)

    def rename(self, ids: Mapping[str, str]) -> None:
        """Gives nodes other ids."""
        self.nodes = {ids.get(node, node): row for node, row in self.nodes.items()}
        self.rows = {
            place: (ids.get(node, node), rests) for place, (node, rests) in self.rows.items()
        }

    @cached_property
    def _files(self) -> dict[str, str]:
        return {sheet.sheet: sheet.table.grid.file for sheet in self.sheets}

    def _is_again(self, sheet: Marked, row: Row, owner: Place) -> bool:
        """Whether a row stands in another file too, which nothing in it contradicts."""
        if self._files[owner[0]] == sheet.table.grid.file:
            return False
        theirs, mine = self._fields[owner], sheet.fields(row)
        return all(theirs[name] == mine[name] for name in mine if mine[name] and theirs.get(name))

    @cached_property
    def _fields(self) -> dict[Place, dict[str, str]]:
        """The fields of every row that lists something, by its place."""
        return {(one.sheet, row[0]): one.fields(row) for one in self.sheets for row in one.rows}

    def _further(
        self, sheet: Marked, row: Row, node: str, kind: schema.Kind, *, told: str = ""
    ) -> None:
        """Gives a node what a further row says and those before leave open; tells what differs.

        Not of the field that is told of already.
        """
        made = self.book.nodes.get(node)
        file, record = self.nodes.get(node, (sheet.name, {}))
        name = made.name if made else str(record["name"])
        for at, column in sheet.asked.items():
            said = text = marked.text(row, at)
            is_asked = column.what == "field" and column.name in (*REST, SUBKIND)
            if not text or not is_asked or column.name == told:
                continue
            if column.name == SUBKIND:
                said = layout.understood(text, kind.subkinds)
            if column.name == SUBKIND and made and "id" not in record:
                kept = made.subkind  # the book has it from the first row that says it
            else:
                kept = str(record.get(column.name) or said)
                record[column.name] = kept
            if kept not in ("", said):
                place = Cell("", sheet.sheet, row[0], sheet.heading(at), text)
                message = Said(_NOT_KEPT, text=text, name=name, kept=kind.subkinds.get(kept, kept))
                self.book.warn("doubled-row", message, place)
        if made and not made.is_known:
            self.nodes[node] = (file, record)

    def _met(self, sheet: Marked, node: str, place: Cell) -> None:
        """Says of a row that it is about what another is, but of a party that two files list."""
        known = self.book.nodes[node]
        where = place_of(known.cell.sheet, known.cell.row)
        if self._files.get(known.cell.sheet) == sheet.table.grid.file:
            text = _ONE if known.kind in namesakes.KINDS else _TOO
            self.book.warn("doubled-row", Said(text, name=place.text, place=where), place)
        elif known.kind not in ANYWHERE:
            self.book.warn("shared-title", Said(SHARED, name=place.text, place=where), place)

    def _count(self, sheet: Marked) -> None:
        self.first[sheet.sheet] = self.first.get(sheet.sheet, 0) + 1

    def _copied(self, sheet: Marked, row: Row, before: Place) -> None:
        message = Said(_COPY, place=place_of(*before))
        self.book.problems.append(Problem("warning", "copied-row", message, sheet.sheet, row[0]))
