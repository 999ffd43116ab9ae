"""The workbook read: exact where it was written by us, lenient where somebody has filled it in.

Rows with a hidden id are what they were; rows without one get theirs from their names. What stands
in a column of names makes connections: those that the sheet of evidence says more of have that,
others have the cell itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from graphtool import schema
from graphtool.formats.sheets import Sheets
from graphtool.formats.template import as_dataset, belonging, layout, marked
from graphtool.formats.template.connections import Connections
from graphtool.formats.template.directory import Directory
from graphtool.formats.template.listing import Listing
from graphtool.formats.template.marked import Marked
from graphtool.formats.template.sources import Sources
from graphtool.formats.template.statements import Statements
from graphtool.graph.checker import FILE, ROW
from graphtool.recognition import Grid, groups, identity, links, namesakes
from graphtool.recognition.aliases import Aliases
from graphtool.recognition.book import Book
from graphtool.recognition.found import Cell


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
        self.kinds = [(one, kind) for one in sheets if (kind := layout.kind_of(one.name))]
        self.kinds.sort(key=lambda pair: pair[1].name not in schema.PARTIES)
        self.listing = Listing(
            [sheet for sheet, _ in self.kinds], self.book, Sources(self.book), self.directory
        )
        files = {sheet.sheet: sheet.table.grid.file for sheet in sheets}
        self.statements = Statements(self.book, self.directory, self.listing.sources.id_of, files)

    def of(self, *names: str) -> list[Marked]:
        """The sheets of these names."""
        return [sheet for sheet in self.sheets if sheet.name in names]

    def joined(self, found: Sheets) -> Sheets:
        """What was read, with what stands in these sheets."""
        for sheet in self.of("documents"):
            self.listing.sources.read(sheet)
        fresh = [
            (sheet, row, kind.name)
            for sheet, kind in self.kinds
            for row in self.listing.known(sheet, kind)
        ]
        self.listing.told_again()
        belonging.tell(self.book, self.listing.sheets)
        self._seed(found)
        for sheet, row, kind_name in fresh:
            self.listing.new(sheet, row, kind_name)
        self._fold(self._told_apart())
        for sheet in self.of(layout.EVIDENCE):
            self.statements.behind(sheet)
        connections = Connections(self.book, self.directory, self.statements)
        for sheet in self.listing.sheets:
            for row in sheet.rows:
                node, rests = self.listing.rows.get((sheet.sheet, row[0]), ("", {}))
                if node:
                    connections.of_row(sheet, row, node, rests)
        links.link(self.book)
        self._gather()
        for sheet in self.of("relations"):
            self.statements.relations(sheet)
        for sheet in self.of("facts"):
            self.statements.facts(sheet)
        self.statements.unused()
        return as_dataset.joined(found, self.sheets, self.listing, self.statements)

    def _seed(self, found: Sheets) -> None:
        """Makes the names known to those who read cells: the workbook's, and a dataset's own."""
        for kind in schema.KINDS.values():
            own = [record for name, record in self.listing.nodes.values() if name == kind.file]
            if own:
                columns = ["id", "name", "aliases", FILE, ROW]
                self.book.seed(kind.name, pd.DataFrame(own).reindex(columns=columns, fill_value=""))
            if kind.file in found.by_name:
                self.book.seed(kind.name, found.by_name[kind.file])
        for node, known in self.book.nodes.items():
            self.directory.add(node, known.kind, known.name, "", "; ".join(known.aliases))
        listed = {
            node: record
            for node, (_, record) in self.listing.nodes.items()
            if node in self.book.nodes
        }
        belonging.known(self.book, listed)

    def _told_apart(self) -> dict[str, str]:
        """Gives new things of one title names of their own; by id, what each stands as in its row.

        Only things that whose they are tells apart are two; others are one by now.
        """
        titles = {node: known.name for node, known in self.book.nodes.items()}
        ids = namesakes.tell_apart(self.book)
        self.listing.rename(ids)
        return {ids.get(node, node): title for node, title in titles.items()}

    def _fold(self, titles: Mapping[str, str]) -> None:
        """Makes new rows of one party one, and all of them known by their names."""
        names = {node: known.name for node, known in self.book.nodes.items()}
        identity.fold_abbreviations(self.book)
        for place, (node, rests) in self.listing.rows.items():
            if node not in self.book.nodes:
                other = self.book.find(names[node], schema.PARTIES) or ""
                self.listing.rows[place] = (other, rests)
        for node, known in self.book.nodes.items():
            called = ";".join(known.aliases)
            self.directory.add(node, known.kind, known.name, titles.get(node, ""), called)

    def _gather(self) -> None:
        """Makes the municipalities that are listed members of a new group: «alle kommunene»."""
        made = [node for node in self.book.nodes.values() if not node.is_known]
        if not any(node.subkind == schema.COLLECTIVE for node in made):
            return
        for sheet, kind in self.kinds:
            if kind.name == "Municipality":
                places = {row[0]: marked.text(row, 0) for row in sheet.rows}
                cells = {
                    node: self.statements.cited(Cell("", name, row, "", places[row]))
                    for (name, row), (node, _) in self.listing.rows.items()
                    if name == sheet.sheet and row in places
                }
                self.book.listed[sheet.sheet] = cells
        groups.tell_members(self.book)
