"""Connections and facts that are rows of the workbook, and what stands behind the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from graphtool import schema
from graphtool.formats.template import layout
from graphtool.formats.template.directory import Directory
from graphtool.formats.template.filling import RELATION_WORDS, WORDS
from graphtool.formats.template.marked import Marked, text
from graphtool.graph.checker import FILE, ROW
from graphtool.language import Said, Text
from graphtool.recognition import details, graph_words, reasons, wording, words
from graphtool.recognition.book import Book
from graphtool.recognition.figures import figure
from graphtool.recognition.found import Cell
from graphtool.recognition.grid import Row
from graphtool.recognition.moments import moment

Record = dict[str, object]
Key = tuple[str, str, str]
"""Source, relation and target; of a fact its node, its property and its value."""
NUMBERS = ("share", "amount")
DATES = ("valid_from", "valid_to")
_UNUSED = Text(
    "«{text}» står ikke lenger i kolonnen sin, og er derfor ikke med",
    "«{text}» står ikkje lenger i kolonnen sin, og er derfor ikkje med",
    "{text!r} no longer stands in its column; left out with it",
)
_UNLISTED = Text(
    "«{name}» står ikke i noen liste{hint}; tatt med som {kind}",
    "«{name}» står ikkje i noka liste{hint}; teken med som {kind}",
    "{name!r} is in no list{hint}; it is kept as {kind}",
)


class Statements:
    """What is said, each with its row, as a dataset's sheets of relations and facts have it."""

    def __init__(
        self,
        book: Book,
        directory: Directory,
        document: Callable[[str, Cell], str],
        files: Mapping[str, str],
    ) -> None:
        """`document` gives the id of a source that a cell cites, `files` each sheet's file."""
        self.book = book
        self.files = files
        self.directory = directory
        self.document = document
        self.related: list[Record] = []
        self.stated: list[Record] = []
        self._behind: dict[Key, list[tuple[Record, Cell]]] = {}
        self._used: set[Key] = set()

    def behind(self, sheet: Marked) -> None:
        """Reads the sheet of evidence."""
        for row in sheet.rows:
            fields = sheet.fields(row)
            ends = self._ends(sheet, row, ("source", "target"))
            said = fields.get("relation", "")
            place = _place(sheet, row)
            if found := _relation(said):
                relation, is_backwards = found
                source, target = reversed(ends) if is_backwards else ends
                key = (source, relation, target)
            else:
                key = (ends[0], self._property(said), fields.get("target", ""))
            self._behind.setdefault(key, []).append((self._record(fields, place), place))

    def relate(self, key: Key, rests: Record, place: Cell) -> None:
        """A connection that stands in a column: as the evidence says it, or resting on the cell."""
        source, relation, target = key
        ends = {"source": source, "relation": relation, "target": target}
        for row in self._known(key) or [self._resting(rests, place)]:
            self.related.append({**row, **ends, FILE: place.sheet, ROW: place.row})

    def state(self, key: Key, rests: Record, place: Cell) -> None:
        """A fact that stands in a column, in the same way."""
        node, name, value = key
        known = self._known(key)
        if not known and name == "deadline":
            details.tell_no_day(self.book, place)
            value = moment(value) or value
        said = {"node": node, "property": name, "value": value}
        for row in known or [self._resting(rests, place)]:
            self.stated.append({**row, **said, FILE: place.sheet, ROW: place.row})

    def relations(self, sheet: Marked) -> None:
        """Reads the sheet of connections."""
        both = ("source", "target")
        for row in sheet.rows:
            fields, place = sheet.fields(row), _place(sheet, row)
            found = _relation(fields.get("relation", ""))
            shown = " – ".join(fields.get(end, "") for end in ("source", "relation", "target"))
            if not all(fields.get(end) or sheet.key(row, layout.ENDS[end]) for end in both):
                sheet.left.append((row[0], shown, reasons.NO_END))
            elif found is None:
                why = reasons.no_connection(fields.get("relation", ""))
                sheet.left.append((row[0], shown, why))
            else:
                self._connect(sheet, row, found, place._replace(text=shown))

    def facts(self, sheet: Marked) -> None:
        """Reads the sheet of facts."""
        for row in sheet.rows:
            fields, place = sheet.fields(row), _place(sheet, row)
            shown = ": ".join(fields.get(name, "") for name in ("node", "property", "value"))
            place = place._replace(text=shown)
            node = self._end(sheet, row, "node", schema.KINDS)
            if not node or not fields.get("property") or not fields.get("value"):
                why = reasons.NOT_LISTED if not node else reasons.SAYS_NOTHING
                sheet.left.append((row[0], shown, why))
                continue
            own = {name: fields[name] for name in ("property", "value")} | {"node": node}
            record = self._record(fields, place)
            if not sheet.key(row, layout.ENDS["node"]) and not record.get("document"):
                record |= self._resting({}, place)
            self.stated.append({**record, **own, FILE: place.sheet, ROW: place.row})

    def unused(self) -> None:
        """Says of which evidence the connection or the fact no longer stands in its column."""
        for key, rows in self._behind.items():
            if key not in self._used:
                for _, place in rows:
                    message = Said(_UNUSED, text=place.text)
                    self.book.warn("unused-evidence", message, place)

    def _known(self, key: Key) -> list[Record]:
        self._used.add(key)
        return [row for row, _ in self._behind.get(key, ())]

    def _resting(self, rests: Record, place: Cell) -> Record:
        """What that rests on of which nothing more is said: its row's source, or the cell."""
        if rests:
            return rests
        place = self.cited(place)
        return {"document": place.document, "line": str(place.row), "quote": place.text}

    def cited(self, place: Cell) -> Cell:
        """The cell with its own sheet as the document that it stands in."""
        return place._replace(document=self.book.document(self.files[place.sheet], place.sheet))

    def _connect(self, sheet: Marked, row: Row, found: tuple[str, bool], place: Cell) -> None:
        relation, is_backwards = found
        ways = schema.RELATIONS[relation]
        kinds = (ways.targets, ways.sources) if is_backwards else (ways.sources, ways.targets)
        ends = [
            self._end(sheet, row, end, allowed) or self._party(sheet, row, end, allowed, place)
            for end, allowed in zip(("source", "target"), kinds, strict=True)
        ]
        if not all(ends):
            sheet.left.append((row[0], place.text, reasons.END_NOT_LISTED))
            return
        source, target = reversed(ends) if is_backwards else ends
        kind = self.directory.kinds
        if not ways.allows(kind[source], kind[target]):
            others = schema.nearest_allowed(kind[source], kind[target])
            why = reasons.runs_not(relation, kind[source], kind[target], others)
            sheet.left.append((row[0], place.text, why))
            return
        record = self._record(sheet.fields(row), place)
        is_written = sheet.key(row, layout.ENDS["source"]) and sheet.key(row, layout.ENDS["target"])
        if not is_written and not record.get("document"):
            record |= self._resting({}, place)
        own = {"source": source, "relation": relation, "target": target}
        self.related.append({**record, **own, FILE: place.sheet, ROW: place.row})

    def _ends(self, sheet: Marked, row: Row, ends: Iterable[str]) -> list[str]:
        return [self._end(sheet, row, end, schema.KINDS) for end in ends]

    def _end(self, sheet: Marked, row: Row, end: str, kinds: Iterable[str]) -> str:
        """The node that an end of a row shows; empty where it is none, or several."""
        shown = sheet.fields(row).get(end, "")
        key = self.directory.by_key(sheet.key(row, layout.ENDS[end]), shown)
        if key:
            return key
        found = self.directory.find(shown, tuple(kinds)) if shown else []
        return found[0] if len(found) == 1 else ""

    def _party(self, sheet: Marked, row: Row, end: str, kinds: Iterable[str], place: Cell) -> str:
        """A party that is listed nowhere, made where one may stand; empty where not."""
        shown = wording.plain(sheet.fields(row).get(end, ""))
        several = len(self.directory.find(shown, tuple(kinds))) > 1
        if several or "Actor" not in set(kinds) or not shown or words.names_nobody(shown):
            return ""
        return self.unlisted(shown, place)

    def unlisted(self, name: str, place: Cell, *, subkind: str = "", is_group: bool = False) -> str:
        """The party of a name that stands in no list; said, as it may be a slip."""
        before, hint = len(self.book.nodes), self.directory.nearest(name, schema.PARTIES)
        node = self.book.party(name, self.cited(place), subkind=subkind, group=is_group)
        made = self.book.nodes[node]
        if len(self.book.nodes) > before:
            self.directory.add(node, made.kind, made.name, name)
            if not is_group:
                message = Said(_UNLISTED, name=name, hint=hint, kind=reasons.kind(made.kind))
                self.book.warn("unlisted-party", message, place)
        return node

    def _property(self, said: str) -> str:
        """The property that a column's heading stands for."""
        headings = layout.table()["facts"].items()
        return next((name for name, row in headings if said in row["heading"].values()), said)

    def _record(self, fields: dict[str, str], place: Cell) -> Record:
        """The fields of a statement as a dataset has them."""
        out: Record = {}
        for name, value in fields.items():
            if name in ("modality", "status"):
                out[name] = layout.understood(value, WORDS[name])
            elif name in NUMBERS:
                out[name] = _number(value)
            elif name in DATES:
                out[name] = moment(value) or value
            elif name == "document":
                out[name] = self.document(value, place)
            elif name not in ("source", "relation", "target", "node", "property", "value"):
                out[name] = value
        return out


@lru_cache(maxsize=wording.MANY)
def _relation(said: str) -> tuple[str, bool] | None:
    """The relation that a word means, and whether it is read backwards; None for none."""
    word = layout.understood(said, RELATION_WORDS)
    return (word, False) if word in schema.RELATIONS else graph_words.connection(said)


def _number(value: str) -> str:
    """A number as it is computed with; what is none as it stands, to be refused with its row."""
    try:
        float(value)
    except ValueError:
        found = figure(value)
        if found and found.unit == "%":
            return f"{float(found.value) / 100:.9g}"
        return found.value if found else value
    return value


def _place(sheet: Marked, row: Row) -> Cell:
    shown = [at for at in sheet.asked if text(row, at)][:3]
    said = " – ".join(text(row, at) for at in shown)
    column = sheet.asked[shown[0]].heading.nb if shown else ""
    return Cell("", sheet.sheet, row[0], column, said)
