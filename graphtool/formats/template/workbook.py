"""The workbook written: headings that stay in sight, lists to choose from, hidden columns, help."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from graphtool import schema
from graphtool.formats.syntax import written_cells
from graphtool.formats.template import layout
from graphtool.formats.template.filling import WORDS, Filled
from graphtool.formats.template.layout import Column
from graphtool.graph.markup import escaped
from graphtool.language import Language

if TYPE_CHECKING:
    from openpyxl import Workbook

ROOM, MOST = 300, 1_000
"""Rows below those that are filled in, for which there are lists to choose from, and the names that
a list of several sheets has at most: a longer one is no help to choose from."""
LONGEST_HELP = 110
GREY, HEAD = "FF767676", "FFDCE6F1"


def write(sheets: Iterable[Filled], language: Language, draft: Path) -> None:
    """Writes the workbook; the same rows give the same bytes.

    Raises `GraphtoolError` where a sheet has more rows or a cell more text than Excel can hold.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = "graphtool"
    filled = list(sheets)
    _help(book, filled, language)
    offers = _Offers(filled, language)
    for one in filled:
        _add(book, one, offers, language)
    offers.write(book)
    written_cells.save(book, draft)


def _add(book: Workbook, one: Filled, offers: _Offers, language: Language) -> None:
    from openpyxl.utils import get_column_letter

    name = layout.title(one.name).in_(language)
    written_cells.require_room(name, len(one.rows))
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "B2"
    headings = [column.heading.in_(language) for column in one.columns]
    for at, heading in enumerate(headings):
        dimension = sheet.column_dimensions[get_column_letter(at + 1)]
        values = pd.Series([row[at] for row in one.rows[: written_cells.SAMPLED]], dtype=object)
        least = 28 if one.columns[at].what == "relation" or at == 0 else written_cells.NARROW
        dimension.width = max(written_cells.width(heading, values), least)
        dimension.number_format = "@"
    for at in range(len(headings), len(headings) + len(one.hidden)):
        sheet.column_dimensions[get_column_letter(at + 1)].hidden = True
        sheet.column_dimensions[get_column_letter(at + 1)].number_format = "@"
    offers.choose(sheet, one)
    sheet.append(_headings(sheet, [*headings, *one.hidden]))
    for number, (row, keys) in enumerate(zip(one.rows, one.keys, strict=True), start=2):
        values = (*row, *keys)
        sheet.append(
            _greyed(sheet, values)
            if one.is_example
            else written_cells.cells(sheet, values, name, number)
        )
    last = get_column_letter(len(headings) + len(one.hidden))
    sheet.auto_filter.ref = f"A1:{last}{max(len(one.rows), 1) + 1}"


def _headings(sheet: Any, headings: Sequence[str]) -> list[Any]:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, PatternFill

    cells = []
    for heading in headings:
        cell = WriteOnlyCell(sheet, heading)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=HEAD)
        cells.append(cell)
    return cells


def _greyed(sheet: Any, row: Sequence[object]) -> list[Any]:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cells = []
    for value in row:
        cell = WriteOnlyCell(sheet, value or None)
        cell.font, cell.number_format = Font(italic=True, color=GREY), "@"
        cells.append(cell)
    return cells


def _help(book: Workbook, filled: Sequence[Filled], language: Language) -> None:
    """The first sheet: how to fill in, what each sheet is for, and what each column means."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(layout.title("help").in_(language))
    sheet.column_dimensions["A"].width = 26
    sheet.column_dimensions["B"].width = LONGEST_HELP
    sheet.column_dimensions["C"].hidden = True
    first, *lines = layout.table()["help"]["lines"][language]
    head = WriteOnlyCell(sheet, first)
    head.font = Font(bold=True, size=14)
    sheet.append([head, None, layout.mark("help")])
    for line in lines:
        number, _, words = line.partition(" ")
        text = WriteOnlyCell(sheet, escaped(words))
        text.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.append([number, text])
    for one in filled:
        title = WriteOnlyCell(sheet, layout.title(one.name).in_(language))
        title.font = Font(bold=True)
        kind = layout.kind_of(one.name)
        sheet.append([])
        sheet.append([title, kind.meaning.in_(language) if kind else None])
        for column in one.columns:
            meaning = _meaning(column, one, language)
            if meaning:
                sheet.append([column.heading.in_(language), meaning])


def _meaning(column: Column, one: Filled, language: Language) -> str:
    """What a column means, in a line; empty where its heading says it."""
    kind = layout.kind_of(one.name)
    if column.what == "relation":
        return schema.RELATIONS[column.name].meaning.in_(language)
    if kind and column.name == "subkind" and kind.subkinds:
        return ", ".join(text.in_(language) for text in kind.subkinds.values())
    return ""


class _Offers:
    """The lists that cells offer to choose from, each a column of a hidden sheet.

    Names of several sheets are gathered by formulas, so that what is added is offered too.
    """

    def __init__(self, filled: Sequence[Filled], language: Language) -> None:
        self.language = language
        self.sheets = {one.name: one for one in filled}
        self.columns: dict[tuple[str, ...], list[str]] = {}
        """The cells of each list, by what it lists."""
        self.names: dict[str, str] = {}
        """What a defined name stands for."""

    def choose(self, sheet: Any, one: Filled) -> None:
        """Gives the columns of a sheet their lists; what is in none may be written all the same."""
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.datavalidation import DataValidation

        kind = layout.kind_of(one.name)
        last = len(one.rows) + ROOM + 1
        for at, column in enumerate(one.columns, start=1):
            known = self._offered(column, one.name, kind)
            if not known:
                continue
            rule = DataValidation(type="list", formula1=known, allow_blank=True)
            rule.showErrorMessage = False
            letter = get_column_letter(at)
            rule.add(f"{letter}2:{letter}{last}")
            sheet.data_validations.append(rule)

    def _offered(self, column: Column, name: str, kind: schema.Kind | None) -> str:
        """The name of the list for a column; empty where there is none."""
        if column.what == "relation" and kind:
            others = layout.other_ends(column, kind.name)
            parties = [other for other in others if other in schema.PARTIES]
            return self._gathered([*(other for other in others if other not in parties), *parties])
        if column.name in ("source", "target", "node") and name in ("relations", "facts"):
            return self._gathered(schema.KINDS)
        if column.name == "document" and "documents" in self.sheets:
            return self._range("documents")
        return self._plain(self._words(column, name, kind))

    def _words(self, column: Column, name: str, kind: schema.Kind | None) -> list[str]:
        """The words that a column offers; [] where it holds no words of ours."""
        if column.what == "fact":
            offered = layout.table()["facts"][column.name].get("offered", {})
            return list(offered.get(self.language, []))
        known = WORDS.get(column.name, {}) if name == "relations" else {}
        if column.name == "subkind" and kind:
            known = kind.subkinds
        return [text.in_(self.language) for text in known.values()]

    def _plain(self, words: list[str]) -> str:
        return self._listed(("", *words), words, 0) if words else ""

    def _range(self, name: str) -> str:
        """The names of one sheet as they stand."""
        from openpyxl.utils import get_column_letter

        one = self.sheets[name]
        wanted = ("id",) if any(c.name == "id" for c in one.columns) else ("title", "name")
        at = next((at for at, c in enumerate(one.columns, start=1) if c.name in wanted), 1)
        letter = get_column_letter(at)
        title = layout.title(name).in_(self.language)
        first = 3 if one.is_example else 2
        return f"'{title}'!${letter}${first}:${letter}${len(one.rows) + ROOM + 1}"

    def _gathered(self, kinds: Iterable[str]) -> str:
        """The names of the sheets of these kinds, one after another, without blanks between."""
        sheets = [file for kind in kinds if (file := schema.KINDS[kind].file) in self.sheets]
        if len(sheets) < 2:
            return self._range(sheets[0]) if sheets else ""
        ranges = [self._range(name) for name in sheets]
        room = min(sum(len(self.sheets[name].rows) for name in sheets) + ROOM, MOST)
        letter = self._letter(tuple(sheets))
        counts = [f"COUNTA({one})" for one in ranges]
        passed = [f"={'+'.join(counts[: at + 1])}" for at in range(len(counts))]
        names = [_nth(ranges, letter, at) for at in range(1, room + 1)]
        return self._listed(tuple(sheets), [*passed, *names], len(passed))

    def _letter(self, key: tuple[str, ...]) -> str:
        """The column of the sheet of lists that this list has, or is to have."""
        from openpyxl.utils import get_column_letter

        known = list(self.columns)
        return get_column_letter(known.index(key) + 1 if key in known else len(known) + 1)

    def _listed(self, key: tuple[str, ...], cells: list[str], counts: int) -> str:
        """The defined name of a list; above its words stand so many counts, the last of all."""
        letter = self._letter(key)
        name = f"liste_{letter}"
        if key not in self.columns:
            self.columns[key] = cells
            title = layout.title("lists").in_(self.language)
            first, last = f"'{title}'!${letter}${counts + 2}", f"${letter}${len(cells) + 1}"
            count = f"MAX(1,MIN('{title}'!${letter}${counts + 1},{len(cells) - counts}))"
            end = f"INDEX({first}:{last},{count})" if counts else last
            self.names[name] = f"{first}:{end}"
        return name

    def write(self, book: Workbook) -> None:
        """Adds the hidden sheet of lists."""
        from openpyxl.workbook.defined_name import DefinedName

        sheet = book.create_sheet(layout.title("lists").in_(self.language))
        sheet.sheet_state = "hidden"
        columns = list(self.columns.values())
        sheet.append([*self.names, layout.mark("lists")])
        for at in range(max(map(len, columns), default=0)):
            sheet.append([cells[at] if at < len(cells) else None for cells in columns])
        for name, range_ in self.names.items():
            book.defined_names[name] = DefinedName(name, attr_text=range_)


def _nth(ranges: Sequence[str], letter: str, at: int) -> str:
    """The formula for the name at this place, counted from 1, of several ranges laid end to end.

    How many names the ranges up to each hold stands in the column's first cells.
    """
    out = '""'
    for number in range(len(ranges), 0, -1):
        place = f"{at}-{letter}${number}" if number > 1 else str(at)
        out = f'IF({at}<={letter}${number + 1},INDEX({ranges[number - 1]},{place})&"",{out})'
    return f"={out}"
