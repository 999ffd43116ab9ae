"""What the columns of a row make of its node: who is what to it, what it is part of, when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphtool import schema
from graphtool.errors import Problem
from graphtool.formats.template import layout
from graphtool.formats.template.directory import Directory
from graphtool.formats.template.marked import Marked
from graphtool.formats.template.statements import Record, Statements
from graphtool.language import Said, Text
from graphtool.recognition import details, reasons, wording, words
from graphtool.recognition.book import Book
from graphtool.recognition.figures import figure
from graphtool.recognition.found import Cell
from graphtool.recognition.grid import Row

_CANNOT_BE = Text(
    "«{name}» ({kind}) kan ikke stå som «{column}» for {own}; tatt med som en opplysning",
    "«{name}» ({kind}) kan ikkje stå som «{column}» for {own}; teke med som ei opplysning",
    "{name!r} is a {kind} and cannot be {column!r} of a {own}; kept as a fact",
)
_NO_PARTY = Text(
    "«{text}» er et tall, ingen som er eller gjør noe; tatt med som en opplysning",
    "«{text}» er eit tal, ingen som er eller gjer noko; teke med som ei opplysning",
    "{text!r} is a number, nobody who is or does anything; kept as a fact",
)
_NOT_LINKED = Text(
    "«{name}» står ikke i noen liste{hint}; ikke koblet til noe",
    "«{name}» står ikkje i noka liste{hint}; ikkje kopla til noko",
    "{name!r} is in no list{hint}; not linked",
)
_AMBIGUOUS = Text(
    "«{name}» kan bety {found}; gi dem hvert sitt navn",
    "«{name}» kan bety {found}; gi dei kvart sitt namn",
    "{name!r} may mean {found}; give them names of their own",
)


class Connections:
    """Reads the columns of the kinds' sheets."""

    def __init__(self, book: Book, directory: Directory, statements: Statements) -> None:
        self.book = book
        self.directory = directory
        self.statements = statements

    def of_row(self, sheet: Marked, row: Row, node: str, rests: Record) -> None:
        """Connections and facts from a row's columns; `rests` is the source that the row names."""
        heading = {column.at: column.heading for column in sheet.table.columns}
        for at, column, text in sheet.filled(row, "fact"):
            place = Cell("", sheet.sheet, row[0], heading[at], wording.plain(text))
            self.statements.state((node, column.name, text), rests, place)
        for at, column, text in sheet.filled(row, "relation"):
            place = Cell("", sheet.sheet, row[0], heading[at], wording.plain(text))
            kinds = layout.other_ends(column, self.directory.kinds[node])
            for part in self.directory.parts(text, kinds):
                for other in self._meant(part, kinds, node, place):
                    ends = (other, node) if column.end == "target" else (node, other)
                    self.statements.relate((ends[0], column.name, ends[1]), rests, place)
        details.tell(sheet.table, row, node, self.book, sheet.own)

    def _meant(self, part: str, kinds: Sequence[str], node: str, place: Cell) -> Iterator[str]:
        """Whom or what a part of a cell names; what cannot stand there is a fact, and said."""
        found = self._find(part, kinds, place)
        if not found and not words.names_nobody(part):
            if set(kinds) <= {*schema.PARTIES, "Region"}:
                if (number := figure(part)) and number.unit:
                    self.book.warn("not-allowed", Said(_NO_PARTY, text=part), place)
                    self.statements.state((node, place.column, part), {}, place)
                    return
                found = list(self._parties(place._replace(text=part)))
            else:
                found = list(self._things(part, kinds, place))
        fitting = [other for other in found if self.directory.kinds[other] in kinds]
        if len(fitting) > 1 and len(self.directory.find(part, kinds)) > 1:
            self._ask(part, fitting, place)
            return
        yield from fitting
        for other in found if not fitting else ():
            name, own = self.directory.named[other], self.directory.kinds[node]
            kind = self.directory.kinds[other]
            message = Said(
                _CANNOT_BE,
                name=name,
                kind=reasons.kind(kind),
                column=place.column,
                own=reasons.kind(own),
            )
            self.book.warn("not-allowed", message, place)
            self.statements.state((node, place.column, part), {}, place)

    def _find(self, name: str, kinds: Sequence[str], place: Cell) -> list[str]:
        """Whom a name may mean: of several of one title, that of the row's own plan or town."""
        found = self.directory.find(name, kinds)
        own = self.book.find(name, kinds, place) if len(found) > 1 else None
        return [own] if own in found else found

    def _parties(self, place: Cell) -> Iterator[str]:
        """Everyone whom a part of a cell names that is not one name of the lists."""
        for one in self.book.named(place):
            is_tied = one.office or one.person
            cell = self.statements.cited(place) if is_tied else place
            yield self.book.one(one, cell, self._party)

    def _party(self, name: str, cell: Cell, *, subkind: str = "", group: bool = False) -> str:
        """The party of a name, whether it is in the lists or not."""
        found = self.directory.find(name, schema.PARTIES)
        if found:
            return found[0]
        return self.statements.unlisted(name, cell, subkind=subkind, is_group=group)

    def _things(self, part: str, kinds: Sequence[str], place: Cell) -> Iterator[str]:
        """The things, or parties that are known, whose names a comma parts; others are said."""
        for one in filter(None, map(str.strip, part.split(","))):
            found = self._find(one, kinds, place)
            if len(found) == 1:
                yield found[0]
            elif found:
                self._ask(one, found, place)
            elif set(schema.PARTIES) & set(kinds) and self.book.knows(one):
                yield self.statements.unlisted(one, place)
            elif not words.names_nobody(one):
                hint = self.directory.nearest(one, kinds)
                self.book.warn("unknown-link", Said(_NOT_LINKED, name=one, hint=hint), place)

    def _ask(self, name: str, found: Sequence[str], place: Cell) -> None:
        """Says that a name is that of several, which only other names can mend."""
        message = Said(_AMBIGUOUS, name=name, found=", ".join(sorted(found)))
        where = (place.sheet, place.row, place.column)
        self.book.problems.append(Problem("error", "ambiguous-name", message, *where))
