"""The workbook read: exact where it was written by us, lenient where somebody has filled it in.

Rows with a hidden id are what they were; rows without one get theirs from their names. What stands
in a column of names makes connections: those that the sheet of evidence says more of have that,
others have the cell itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import pandas as pd

from graphtool import municipalities, schema
from graphtool.errors import Problem, did_you_mean
from graphtool.errors import place as place_of
from graphtool.formats.sheets import Place, Sheets, added, title_from
from graphtool.formats.template import belonging, layout, marked
from graphtool.formats.template.connections import Connections
from graphtool.formats.template.directory import Directory
from graphtool.formats.template.marked import Marked
from graphtool.formats.template.statements import Record, Statements
from graphtool.graph import dataset, tables
from graphtool.graph.checker import FILE, ROW
from graphtool.language import LANGUAGES, Said, Text, folded
from graphtool.recognition import (
    TEMPLATE,
    Grid,
    Understanding,
    details,
    gathered,
    groups,
    identity,
    namesakes,
    reasons,
    words,
)
from graphtool.recognition.aliases import Aliases
from graphtool.recognition.book import ANYWHERE, SHARED, Book
from graphtool.recognition.found import Cell
from graphtool.recognition.grid import Row

_NO_SOURCE = Text(
    "«{cited}» står ikke i listen over kilder; tatt med som en kilde",
    "«{cited}» står ikkje i lista over kjelder; teken med som ei kjelde",
    "{cited!r} is no source in the list of sources; it is kept as one",
)
_ROW_TOO = Text(
    "«{name}» står også i rad {row}",
    "«{name}» står også i rad {row}",
    "{name!r} stands in row {row} too",
)
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


def joined(
    found: Sheets, grids: Sequence[Grid], spellings: Aliases | None = None
) -> tuple[Sheets, list[Grid]]:
    """What was read, with the sheets of the workbook, and the grids that are none of its sheets."""
    sheets, others = [], []
    for one in grids:
        sheet = marked.found(one)
        if sheet is None:
            others.append(one)
        elif sheet.name not in layout.UNREAD:
            sheets.append(sheet)
    return (_Workbook(sheets, spellings).joined(found) if sheets else found), others


class _Workbook:
    """The sheets as they are read, one after another."""

    def __init__(self, sheets: Sequence[Marked], spellings: Aliases | None) -> None:
        self.sheets = sheets
        self.book = Book(spellings)
        self.directory = Directory()
        self.nodes: dict[str, tuple[str, Record]] = {}
        """By id, the sheet and the row of every node that is listed, known or new."""
        self.rows: dict[tuple[str, int], tuple[str, Record]] = {}
        """By sheet and row, the node that the row is about, and what its connections rest on."""
        self.again: list[tuple[Marked, Row, str, schema.Kind]] = []
        """Rows of nodes that another file lists in the same words."""
        self.first: dict[str, int] = {}
        """How many nodes are met first in each sheet."""
        self.documents: dict[str, Record] = {}
        self.files = {sheet.sheet: sheet.table.grid.file for sheet in sheets}
        self.statements = Statements(self.book, self.directory, self.document, self.files)

    def of(self, *names: str) -> list[Marked]:
        """The sheets of these names."""
        return [sheet for sheet in self.sheets if sheet.name in names]

    def joined(self, found: Sheets) -> Sheets:
        """What was read, with what stands in these sheets."""
        for sheet in self.of("documents"):
            self._sources(sheet)
        kinds = [(sheet, kind) for sheet in self.sheets if (kind := layout.kind_of(sheet.name))]
        kinds.sort(key=lambda pair: pair[1].name not in schema.PARTIES)
        owners = _owners([sheet for sheet, _ in kinds])
        fresh = [
            (sheet, row, kind.name)
            for sheet, kind in kinds
            for row in self._listed(sheet, kind, owners)
        ]
        for sheet, row, node, kind in self.again:
            self._further(sheet, row, node, kind)
        belonging.tell(self.book, [sheet for sheet, _ in kinds])
        self._seed(found)
        for sheet, row, kind_name in fresh:
            self._new(sheet, row, kind_name)
        titles = self._told_apart()
        self._fold(titles)
        for sheet in self.of(layout.EVIDENCE):
            self.statements.behind(sheet)
        connections = Connections(self.book, self.directory, self.statements)
        for sheet, _ in kinds:
            for row in sheet.rows:
                node, rests = self.rows.get((sheet.sheet, row[0]), ("", {}))
                if node:
                    connections.of_row(sheet, row, node, rests)
        details.link(self.book)
        self._gather(kinds)
        for sheet in self.of("relations"):
            self.statements.relations(sheet)
        for sheet in self.of("facts"):
            self.statements.facts(sheet)
        self.statements.unused()
        return self._with(found)

    def document(self, cited: str, cell: Cell) -> str:
        """The id of a source that a cell cites by its id or title; made where there is none."""
        if not cited or cited in self.documents:
            return cited
        wanted = folded(cited)
        titled = [one for one, row in self.documents.items() if folded(str(row["title"])) == wanted]
        if len(titled) == 1:
            return titled[0]
        name = _source_id(cited)
        if name not in self.documents:
            self.book.warn("unlisted-source", Said(_NO_SOURCE, cited=cited), cell)
            place = {FILE: cell.sheet, ROW: cell.row}
            self.documents[name] = {"id": name, "title": name, **place}
        return name

    def _sources(self, sheet: Marked) -> None:
        for row in sheet.rows:
            fields = sheet.fields(row)
            name = fields.get("id") or _source_id(fields.get("title", ""))
            if not name:
                sheet.left.append((row[0], _first(row), reasons.NO_TITLE))
                continue
            if name in self.documents and not fields.get("id"):
                message = Said(_ROW_TOO, name=name, row=self.documents[name][ROW])
                self.book.problems.append(
                    Problem("warning", "doubled-row", message, sheet.sheet, row[0])
                )
                continue
            while name in self.documents:  # two of one id: for the graph's own rules to refuse
                name += " "
            place = {FILE: sheet.sheet, ROW: row[0]}
            self.documents[name] = {"title": "", **fields, "id": name.strip(), **place}

    def _listed(self, sheet: Marked, kind: schema.Kind, owners: Mapping[str, Place]) -> list[Row]:
        """Makes the nodes known that have an id; gives back the rows that have none."""
        fresh: list[Row] = []
        for row in sheet.rows:
            node = sheet.key(row, layout.mark(sheet.name))
            if not node or owners[node] != (sheet.sheet, row[0]):
                if node and self._is_again(sheet, row, owners[node]):
                    self.again.append((sheet, row, node, kind))
                    self.rows[sheet.sheet, row[0]] = (node, {})
                    continue
                if node:
                    _copied(self.book, sheet, row, owners[node])
                fresh.append(row)
                continue
            fields = sheet.fields(row)
            name, former = fields.get("name", ""), sheet.key(row, layout.FORMER)
            subkind = layout.understood(fields.get("subkind", ""), kind.subkinds)
            place = {FILE: sheet.sheet, ROW: row[0]}
            cell = Cell("", sheet.sheet, row[0], "", "")
            cited = self.document(fields.get("document", ""), cell)
            record: Record = {**fields, "id": node, "subkind": subkind, "document": cited, **place}
            record.setdefault("name", "")
            self.nodes[node] = (sheet.name, record)
            self.rows[sheet.sheet, row[0]] = (node, {})
            self._count(sheet)
            self.directory.add(node, kind.name, name, former, fields.get("aliases", ""))
        return fresh

    def _is_again(self, sheet: Marked, row: Row, owner: Place) -> bool:
        """Whether a row stands in another file too, which nothing in it contradicts."""
        if self.files[owner[0]] == self.files[sheet.sheet]:
            return False
        theirs, mine = self._fields[owner], sheet.fields(row)
        return all(theirs[name] == mine[name] for name in mine if mine[name] and theirs.get(name))

    @cached_property
    def _fields(self) -> dict[Place, dict[str, str]]:
        """The fields of every row that lists something, by its place."""
        kinds = [sheet for sheet in self.sheets if layout.kind_of(sheet.name)]
        return {(one.sheet, row[0]): one.fields(row) for one in kinds for row in one.rows}

    def _further(self, sheet: Marked, row: Row, node: str, kind: schema.Kind) -> None:
        """Gives a node what a further row says and those before leave open; tells what differs."""
        made = self.book.nodes.get(node)
        file, record = self.nodes.get(node, (sheet.name, {}))
        name = made.name if made else str(record["name"])
        for at, column in sheet.asked.items():
            said = text = marked.text(row, at)
            if not text or column.what != "field" or column.name not in (*REST, SUBKIND):
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

    def _seed(self, found: Sheets) -> None:
        """Makes the names known to those who read cells: the workbook's, and a dataset's own."""
        for kind in schema.KINDS.values():
            own = [record for name, record in self.nodes.values() if name == kind.file]
            if own:
                columns = ["id", "name", "aliases", FILE, ROW]
                self.book.seed(kind.name, pd.DataFrame(own).reindex(columns=columns, fill_value=""))
            if kind.file in found.by_name:
                self.book.seed(kind.name, found.by_name[kind.file])
        for node, known in self.book.nodes.items():
            self.directory.add(node, known.kind, known.name, "", "; ".join(known.aliases))
        listed = {
            node: record for node, (_, record) in self.nodes.items() if node in self.book.nodes
        }
        belonging.known(self.book, listed)

    def _new(self, sheet: Marked, row: Row, kind: str) -> None:
        """Makes the node of a row that has no id, or finds the one that has its name."""
        fields = sheet.fields(row)
        name = words.plain(fields.get("name", ""))
        if not name or words.names_nobody(name):
            sheet.left.append((row[0], _first(row), reasons.NOTHING))
            return
        subkind = layout.understood(fields.get(SUBKIND, ""), schema.KINDS[kind].subkinds)
        known = schema.KINDS[kind].subkinds
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
        cited = self.document(fields.get("document", ""), place)
        rests: Record = {k: fields[k] for k in ("line", "quote") if fields.get(k)}
        if cited:
            rests["document"] = cited
        self.rows[sheet.sheet, row[0]] = (node, rests)
        if node in before:
            self._met(sheet, node, place)
            self._further(sheet, row, node, schema.KINDS[kind])
            return
        self._count(sheet)
        if not rests:
            cell = place._replace(document=self._own(sheet))
            rests = {"document": cell.document, "line": str(row[0]), "quote": name}
        made = self.book.nodes[node]
        rest = {k: v for k, v in fields.items() if k in REST and v}
        self.nodes[node] = (schema.KINDS[made.kind].file, {**rests, **rest})

    def _no_type(self, sheet: Marked, row: Row, node: str, kind: schema.Kind, text: str) -> None:
        """Says that a type is none of ours, and keeps it as what it is: something said of it."""
        at = next(at for at, column in sheet.asked.items() if column.name == SUBKIND)
        cell = Cell(self._own(sheet), sheet.sheet, row[0], sheet.heading(at), text)
        labels = [word for label in kind.subkinds.values() for word in label]
        hint = did_you_mean(text, labels)
        self.book.warn(
            "unknown-subkind", Said(_NO_TYPE, text=text, kind=kind.label, hint=hint), cell
        )
        self.book.fact(node, "type", text, cell)

    def _met(self, sheet: Marked, node: str, place: Cell) -> None:
        """Says of a row that it is about what another is, but of a party that two files list."""
        known = self.book.nodes[node]
        where = place_of(known.cell.sheet, known.cell.row)
        if self.files.get(known.cell.sheet) == self.files[sheet.sheet]:
            text = _ONE if known.kind in namesakes.KINDS else _TOO
            self.book.warn("doubled-row", Said(text, name=place.text, place=where), place)
        elif known.kind not in ANYWHERE:
            self.book.warn("shared-title", Said(SHARED, name=place.text, place=where), place)

    def _told_apart(self) -> dict[str, str]:
        """Gives new things of one title names of their own; by id, what each stands as in its row.

        Only things that whose they are tells apart are two; others are one by now.
        """
        titles = {node: known.name for node, known in self.book.nodes.items()}
        ids = namesakes.tell_apart(self.book)
        self.nodes = {ids.get(node, node): row for node, row in self.nodes.items()}
        self.rows = {
            place: (ids.get(node, node), rests) for place, (node, rests) in self.rows.items()
        }
        return {ids.get(node, node): title for node, title in titles.items()}

    def _fold(self, titles: Mapping[str, str]) -> None:
        """Makes new rows of one party one, and all of them known by their names."""
        names = {node: known.name for node, known in self.book.nodes.items()}
        identity.fold_abbreviations(self.book)
        for place, (node, rests) in self.rows.items():
            if node not in self.book.nodes:
                other = self.book.find(names[node], schema.PARTIES) or ""
                self.rows[place] = (other, rests)
        for node, known in self.book.nodes.items():
            called = ";".join(known.aliases)
            self.directory.add(node, known.kind, known.name, titles.get(node, ""), called)

    def _gather(self, kinds: Sequence[tuple[Marked, schema.Kind]]) -> None:
        """Makes the municipalities that are listed members of a new group: «alle kommunene»."""
        made = [node for node in self.book.nodes.values() if not node.is_known]
        if not any(node.subkind == schema.COLLECTIVE for node in made):
            return
        for sheet, kind in kinds:
            if kind.name == "Municipality":
                places = {row[0]: marked.text(row, 0) for row in sheet.rows}
                cells = {
                    node: self.statements.cited(Cell("", name, row, "", places[row]))
                    for (name, row), (node, _) in self.rows.items()
                    if name == sheet.sheet and row in places
                }
                self.book.listed[sheet.sheet] = cells
        groups.tell_members(self.book)

    def _own(self, sheet: Marked) -> str:
        """The sheet itself as the document that is cited."""
        return self.book.document(sheet.table.grid.file, sheet.sheet)

    def _count(self, sheet: Marked) -> None:
        self.first[sheet.sheet] = self.first.get(sheet.sheet, 0) + 1

    def _with(self, found: Sheets) -> Sheets:
        found_by = {
            name: table.to_dict("records") for name, table in gathered.sheets(self.book).items()
        }
        if "documents" not in found_by:  # where nothing else of the book's own cites them
            found_by["documents"] = [
                {**row, FILE: row["title"], ROW: 0} for row in self.book.documents.values()
            ]
        rows: dict[str, list[Record]] = {}
        for name, table in found_by.items():
            is_kind = layout.kind_of(name) is not None
            for row in table:
                rest = self.nodes.get(str(row["id"]), ("", {}))[1] if is_kind else {}
                rows.setdefault(name, []).append({**row, **rest})
        for name, record in self.nodes.values():
            if "id" in record:
                rows.setdefault(name, []).append(record)
        for name, more in (
            ("relations", self.statements.related),
            ("facts", self.statements.stated),
            ("documents", self.documents.values()),
        ):
            if more:
                rows.setdefault(name, []).extend(more)
        about = {
            sheet.key(row, layout.mark(dataset.METADATA)): sheet.fields(row).get("value", "")
            for sheet in self.of(dataset.METADATA)
            for row in sheet.rows
        }
        left = [
            {**sheet.fields(row), FILE: sheet.sheet, ROW: row[0]}
            for sheet in self.of(dataset.UNREAD)
            for row in sheet.rows
        ]
        if left:
            rows[dataset.UNREAD] = left
        if len({sheet.table.grid.file for sheet in self.sheets}) > 1:
            about = {}  # of several files none says what all of them are called
        title, wrong = _title(about)
        return found._replace(
            by_name=added(found.by_name, {name: _frame(some) for name, some in rows.items()}),
            problems=[*found.problems, *self.book.problems, *wrong],
            name=about.get("name") or found.name,
            title=title or found.title,
            understood=[*found.understood, *map(self._understood, self.sheets)],
        )

    def _understood(self, sheet: Marked) -> Understanding:
        taken = [
            (column.heading, str(sheet.asked.get(column.at) or column.meaning or ""))
            for column in sheet.table.columns
            if column.heading and column.at not in sheet.hidden.values()
        ]
        edges = sum(row[FILE] == sheet.sheet for row in self.statements.related)
        edges += sum(
            cell.sheet == sheet.sheet
            for edge, cell in self.book.assertions()
            if edge not in self.book.derived
        )
        left = tuple(sorted(sheet.left))
        header, nodes = sheet.table.header, self.first.get(sheet.sheet, 0)
        rows = len(sheet.rows)  # those that are left out stand beside them
        return Understanding(sheet.sheet, header, TEMPLATE, tuple(taken), rows, nodes, edges, left)


REST = ("name_nb", "name_nn", "name_en", "aliases", "valid_from", "valid_to", "note")
"""Fields that a new row gives its node beside its name."""
SUBKIND = "subkind"


def _source_id(title: str) -> str:
    """The id of a source that has none of its own."""
    return " ".join(title.replace(";", ",").split())


def _owners(sheets: Iterable[Marked]) -> dict[str, Place]:
    """The row that a hidden id is of: of several, one that still has the name it was given to."""
    owners: dict[str, Place] = {}
    kept: set[str] = set()
    for sheet in sheets:
        for row in sheet.rows:
            node = sheet.key(row, layout.mark(sheet.name))
            name = sheet.fields(row).get("name", "")
            is_kept = folded(name) == folded(sheet.key(row, layout.FORMER))
            if node and (node not in owners or (is_kept and node not in kept)):
                owners[node] = (sheet.sheet, row[0])
                kept |= {node} if is_kept else set()
    return owners


def _copied(book: Book, sheet: Marked, row: Row, before: Place) -> None:
    message = Said(_COPY, place=place_of(*before))
    book.problems.append(Problem("warning", "copied-row", message, sheet.sheet, row[0]))


def _first(row: Row) -> str:
    return next((cell.strip() for cell in row[1] if cell.strip()), "")


def _title(about: dict[str, str]) -> tuple[Text | None, list[Problem]]:
    said = {word: text for word in LANGUAGES if (text := about.get(f"title_{word}"))}
    title: object = about.get("title") or said
    return title_from({"title": title} if title else {}, dataset.METADATA)


def _frame(rows: list[Record]) -> pd.DataFrame:
    table = pd.DataFrame(rows).fillna("")
    for column in table.columns:
        if column != ROW:
            table[column] = table[column].astype(tables.TEXT)
    return table
