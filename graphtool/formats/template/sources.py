"""The sources that a workbook lists, and those that its cells cite."""

from __future__ import annotations

from graphtool.errors import Problem
from graphtool.formats.template.marked import Marked, first_text
from graphtool.formats.template.statements import Record
from graphtool.graph.checker import FILE, ROW
from graphtool.language import Said, Text, folded
from graphtool.recognition import reasons
from graphtool.recognition.book import Book
from graphtool.recognition.found import Cell

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


class Sources:
    """The documents of a workbook."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.documents: dict[str, Record] = {}
        """By id."""

    def read(self, sheet: Marked) -> None:
        """Reads the sheet that lists them."""
        for row in sheet.rows:
            fields = sheet.fields(row)
            name = fields.get("id") or _source_id(fields.get("title", ""))
            if not name:
                sheet.left.append((row[0], first_text(row), reasons.NO_TITLE))
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

    def id_of(self, cited: str, cell: Cell) -> str:
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


def _source_id(title: str) -> str:
    """The id of a source that has none of its own."""
    return " ".join(title.replace(";", ",").split())
