"""Recognition: what stands in the sheets that people keep, as the sheets of a dataset.

A worksheet is a `Grid` of cells. Its tables are found by their headings, whatever row they stand
in; each is read by the first shape that fits it (`shapes`), with the words of `words.toml`. What
comes of it are tables as a dataset has them, every row with the cell that it was read from, so
that from there on there is one way for all that is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Literal, NamedTuple

import pandas as pd

from graphtool import schema
from graphtool.errors import Problem
from graphtool.language import Language, Said, Text, listed, plain, same, shortened, together
from graphtool.recognition import (
    amounts,
    gathered,
    groups,
    headers,
    hints,
    identity,
    looks,
    meanings,
    namesakes,
    persons,
    sections,
    tables,
    timetable,
    wording,
)
from graphtool.recognition.aliases import Aliases
from graphtool.recognition.book import Book
from graphtool.recognition.details import PRIVATE
from graphtool.recognition.explaining import Explaining, explained, explaining
from graphtool.recognition.found import Cell
from graphtool.recognition.grid import ALL_SHOWN, Grid, Hidden
from graphtool.recognition.kept import as_kept
from graphtool.recognition.links import link
from graphtool.recognition.mapping import NOTHING, Settled
from graphtool.recognition.reasons import Left
from graphtool.recognition.shapes import SHAPES, matrix, outline, owners, plan
from graphtool.recognition.table import Table, taken_for

__all__ = ["TEMPLATE", "UNREAD_SHEETS", "Grid", "Recognised", "Understanding", "recognise"]


TEMPLATE = "template"
"""The shape of a sheet that graphtool made to be filled in: what its columns hold is no guess."""
TURNED = "turned-table"
"""The rule that a sheet breaks whose headings stand below each other."""
PIVOT = "pivot-table"
"""The rule that a sheet breaks which only counts what stands in others."""
UNREAD_TABLE = "unread-table"
"""The rule that a table breaks which is not understood, on a sheet of which another is read."""
UNREAD_SHEETS = (TURNED, PIVOT)
"""Rules whose messages say why a sheet is not read."""

_SHAPES = {
    TEMPLATE: Text("skjemaet fra graphtool", "skjemaet frå graphtool", TEMPLATE),
    "elements": Text("liste over elementer", "liste over element", "elements"),
    "parties": Text("liste over parter", "liste over partar", "parties"),
    "plan": Text("plan", "plan", "plan"),
    "outline": Text("plan i nivåer", "plan i nivå", "outline"),
    "matrix": Text("matrise", "matrise", "matrix"),
    "square": Text("matrise over par", "matrise over par", "matrix of pairs"),
    "shares": Text("matrise over eierandeler", "matrise over eigardelar", "matrix of shares"),
    "initials": Text(
        "forklaring til initialer og forkortelser",
        "forklaring til initialar og forkortingar",
        "what initials and short names mean",
    ),
    "letters": Text(
        "forklaring til bokstavene", "forklaring til bokstavane", "what the letters mean"
    ),
    "owners": Text("liste over eiere", "liste over eigarar", "owners"),
    "wheel": Text("årshjul", "årshjul", "annual wheel"),
    "connections": Text("liste over sammenhenger", "liste over samanhengar", "connections"),
}
_TURNED = Text(
    "overskriftene står under hverandre i første kolonne; snu tabellen så de står ved siden av"
    " hverandre i første rad (i Excel: kopier, Lim inn utvalg, Transponer)",
    "overskriftene står under kvarandre i første kolonne; snu tabellen så dei står ved sida av"
    " kvarandre i første rad (i Excel: kopier, Lim inn utval, Transponer)",
    "its headings stand below each other in the first column; turn the table so that they stand"
    " beside each other in the first row (in Excel: copy, Paste Special, Transpose)",
)
_PIVOT = Text(
    "er en pivottabell, som bare teller opp det som står et annet sted, og blir ikke lest; ta med"
    " arket som den er laget av",
    "er ein pivottabell, som berre tel opp det som står ein annan stad, og blir ikkje lesen; ta med"
    " arket som han er laga av",
    "is a pivot table, which only counts what stands elsewhere, and is not read; take along the"
    " sheet that it is made of",
)
_UNREAD_TABLE = Text(
    "tabellen med overskriftene {headings} er ikke forstått, og blir ikke lest; si hva kolonnene"
    " inneholder med check --columns",
    "tabellen med overskriftene {headings} er ikkje forstått, og blir ikkje lesen; sei kva"
    " kolonnane inneheld med check --columns",
    "the table with the headings {headings} is not understood, and not read; say what its columns"
    " hold with check --columns",
)
_READ = Text(
    "{sheet}: overskrifter i rad {header}, lest som {shape}; rader: {rows}, noder: {nodes},"
    " sammenhenger: {edges}",
    "{sheet}: overskrifter i rad {header}, lese som {shape}; rader: {rows}, nodar: {nodes},"
    " samanhengar: {edges}",
    "{sheet}: headings in row {header}, read as {shape}; rows: {rows}, nodes: {nodes}, edges:"
    " {edges}",
)
_READ_BARE = Text(
    "{sheet}: uten overskrifter, lest som {shape}; rader: {rows}, noder: {nodes},"
    " sammenhenger: {edges}",
    "{sheet}: utan overskrifter, lese som {shape}; rader: {rows}, nodar: {nodes},"
    " samanhengar: {edges}",
    "{sheet}: no headings, read as {shape}; rows: {rows}, nodes: {nodes}, edges: {edges}",
)
_TAKEN = same("{heading} → {meant}")
_UNHEADED = Text("(uten overskrift)", "(utan overskrift)", "(no heading)")
_LETTER = same("{letter} = {role}")
_KEPT = Text("tatt med som den står", "med som ho står", "kept as it stands")
UNREAD = Text("ikke lest", "ikkje lesen", "not read")
_LEFT = Text(
    "rad {row} («{text}»: {why})", "rad {row} («{text}»: {why})", "row {row} («{text}»: {why})"
)
_LEFT_OUT = Text("  ikke med: {rows}", "  ikkje med: {rows}", "  left out: {rows}")
_HIDDEN_SHEET = Text(
    "  arket er skjult, og er lest som de andre",
    "  arket er gøymt, og er lese som dei andre",
    "  the sheet is hidden, and read as others are",
)
_HIDDEN_ROWS = Text(
    "  skjulte rader, også lest: {rows}",
    "  gøymde rader, også lesne: {rows}",
    "  hidden rows, read too: {rows}",
)
_HIDDEN_COLUMNS = Text(
    "  skjulte kolonner, også lest: {columns}",
    "  gøymde kolonnar, også lesne: {columns}",
    "  hidden columns, read too: {columns}",
)


class Understanding(NamedTuple):
    """What a table was taken for, and what came of it."""

    sheet: str
    header: int
    """Number of the row that holds the headings; 0 where none does."""
    shape: str
    columns: tuple[tuple[str, str], ...]
    """Each heading and what it was taken for; empty where it is kept as it stands."""
    rows: int
    nodes: int
    edges: int
    left: tuple[Left, ...]
    """Rows that are left out: number, what stands in them and why."""
    above: tuple[str, ...] = ()
    """What stands above the headings."""
    totals: tuple[int, ...] = ()
    """Places of the columns that sum up others, counted from 0."""
    hidden: Hidden = ALL_SHOWN
    """What of it a person does not see who opens the sheet."""
    marks: tuple[tuple[str, str], ...] = ()
    """Each letter in the cells of a matrix and the role that it was taken for."""
    unseen: tuple[str, ...] = ()
    """Headings of the columns that a person does not see who opens the sheet."""

    def lines(self) -> list[Said]:
        """As a person reads it.

        >>> from graphtool.recognition import reasons
        >>> columns = (("Tiltak", "Measure"), ("Farge", ""), ("Kontakt", "contact"))
        >>> left = ((9, "Sum", reasons.TOTAL),)
        >>> for line in Understanding("Ark1", 4, "plan", columns, 3, 5, 4, left).lines():
        ...     print(line)
        Ark1: headings in row 4, read as plan; rows: 3, nodes: 5, edges: 4
          Tiltak → Measure; Farge → kept as it stands; Kontakt → not read
          left out: row 9 («Sum»: total)
        """
        shape = _SHAPES.get(self.shape, self.shape)
        counts = {"rows": self.rows, "nodes": self.nodes, "edges": self.edges}
        read = Said(_READ_BARE, sheet=self.sheet, shape=shape, **counts)
        if self.header:
            read = Said(_READ, sheet=self.sheet, header=self.header, shape=shape, **counts)
        columns = [
            Said(_TAKEN, heading=heading or _UNHEADED, meant=_shown(meant))
            for heading, meant in self.columns
        ]
        out = [read, together(["  ", together(columns, "; ")])]
        if self.marks:
            letters = [
                Said(_LETTER, letter=letter, role=_shown(role)) for letter, role in self.marks
            ]
            out.append(together(["  ", together(letters, "; ")]))
        if self.left:
            rows = [
                Said(_LEFT, row=row, text=shortened(text), why=why) for row, text, why in self.left
            ]
            out.append(Said(_LEFT_OUT, rows=together(rows, ", ")))
        if self.hidden.sheet:
            out.append(Said(_HIDDEN_SHEET))
        if self.unseen:
            out.append(Said(_HIDDEN_COLUMNS, columns=listed(plain(self.unseen))))
        if self.hidden.rows:
            out.append(Said(_HIDDEN_ROWS, rows=numbers(self.hidden.rows)))
        return out

    def record(self, language: Language) -> dict[str, object]:
        """Its fields by name, words in one language."""
        left = tuple((row, text, why.in_(language)) for row, text, why in self.left)
        return self._replace(left=())._asdict() | {"left": left, "hidden": self.hidden._asdict()}


@dataclass(frozen=True)
class Recognised:
    """What was read of all sheets, and what was not."""

    sheets: Mapping[str, pd.DataFrame]
    """By the names of a dataset's sheets, each row with `file` and `row`."""
    problems: tuple[Problem, ...]
    understood: tuple[Understanding, ...]
    strange: tuple[Grid, ...]
    """Sheets in which no table was found that is understood."""


def recognise(
    grids: Iterable[Grid],
    known: Mapping[str, pd.DataFrame] | None = None,
    said: Settled = NOTHING,
    aliases: Aliases | None = None,
) -> Recognised:
    """What stands in these sheets; `known` are sheets of the dataset's own, whose names count.

    `said` is what a person has settled of the sheets, `aliases` of spellings of names.

    >>> rows = [(1, ["Tiltak", "Ansvarlig"]), (2, ["Ny buss", "Tinn kommune"])]
    >>> found = recognise([Grid("Ark1", "Ark1", "plan.xlsx", rows)])
    >>> found.sheets["relations"][["source", "relation", "target"]].values.tolist()
    [['tinn', 'RESPONSIBLE_FOR', 'ny-buss']]
    >>> found.understood[0].columns
    (('Tiltak', 'Measure'), ('Ansvarlig', 'responsible'))
    """
    book = Book(aliases)
    book.relation = said.relation
    grids = [each for each in grids if said.reads(*_names(each), each.file)]
    told = [explaining(each) for each in grids]
    only = [one for one in told if one]
    said_of_signs = explained(only)
    found = [
        (each, said_of_signs.lettered(each, _tables(each, said)))
        for each, one in zip(grids, told, strict=True)
        if one is None
    ]
    read = [(table, shape) for _, several in found for table in several for shape in _shape(table)]
    if not read and not known:  # nothing is told by initials alone
        found += [(one.grid, _tables(one.grid, said)) for one in only]
        only.clear()
    book.problems += said_of_signs.problems if only else []
    if read:  # names of a million nodes are gone through only where others may refer to them
        for kind in schema.KINDS.values():
            if known and kind.file in known:
                book.seed(kind.name, known[kind.file])
    # Parties are listed in some sheets and only named in others: the lists come first.
    # What is nobody's in particular comes before what may be a municipality's own.
    for table, _ in read:
        if names := {**said_of_signs.names(table.grid), **table.grid.initials.names}:
            book.initials[table.grid.sheet] = names
        book.titles.sheets.setdefault(table.grid.sheet, namesakes.whose(table))
        towns = namesakes.of_rows(table)
        book.titles.towns |= {(table.grid.sheet, row): town for row, town in towns.items()}
    order = sorted(read, key=lambda one: (_RANK[one[1].NAME], _is_somebodys(one[0], book)))
    left = {id(table): shape.read(table, book) for table, shape in order}
    for table, shape in order:
        taken = shape.taken(table)
        is_matrix = shape is matrix
        book.problems += matrix.problems(table, book) if is_matrix else matrix.unread(table, taken)
        book.problems += owners.problems(table) if shape is owners else []
        if shape in (outline, plan):
            book.problems += outline.problems(table, is_read=shape is outline)
            book.problems += sections.problems(table) if shape is plan else []
        book.problems += [*hints.problems(table, taken), *timetable.problems(table)]
        book.problems += [*amounts.problems(table, taken), *looks.problems(table)]
    unread = [each for each, several in found if not several]
    heads = {wording.key(column.heading) for table, _ in read for column in table.columns}
    book.problems += _turned(unread, heads, is_all=not read)
    identity.fold_abbreviations(book)
    identity.report_mixed_years(book)
    namesakes.tell_apart(book)
    link(book)
    persons.tell_people(book)
    groups.tell_members(book)
    done = {id(table.grid) for table, _ in read}
    for each, several in found:
        rest = [one for one in several if one.rows and id(one) not in left]
        book.problems += map(_unread, rest if id(each) in done else ())
    return Recognised(
        gathered.sheets(book),
        tuple(book.problems),
        (
            *(_understood(table, shape, left[id(table)], book) for table, shape in read),
            *map(_explained, only),
        ),
        tuple(each for each, _ in found if id(each) not in done),
    )


def _unread(table: Table) -> Problem:
    """What to say of a table that is not understood, on a sheet of which another one was read."""
    heads = listed(plain([column.heading for column in table.columns if column.heading]))
    sheet, row = table.grid.sheet, table.header
    return Problem("warning", UNREAD_TABLE, Said(_UNREAD_TABLE, headings=heads), sheet, row)


def _turned(unread: Iterable[Grid], heads: set[str], *, is_all: bool) -> list[Problem]:
    """A problem for each sheet whose headings run down, and for each pivot table.

    An error where nothing else was read.
    """
    severity: Literal["error", "warning"] = "error" if is_all else "warning"
    found = []
    for each in unread:
        if headers.is_pivot(each.rows):
            found.append(Problem(severity, PIVOT, Said(_PIVOT), each.sheet, each.rows[0][0]))
        elif headers.is_turned(each.rows) and not headers.explains(each.rows, heads):
            found.append(Problem(severity, TURNED, Said(_TURNED), each.sheet, each.rows[0][0]))
    return found


def _is_somebodys(table: Table, book: Book) -> bool:
    """Whether a sheet is known to be a municipality's or a plan's."""
    return book.titles.sheets[table.grid.sheet] != namesakes.NOBODYS


def _shown(meant: str) -> Text:
    """What a column was taken for, as a person reads it."""
    return UNREAD if meant in PRIVATE else meanings.label(meant) if meant else _KEPT


def numbers(rows: Iterable[int]) -> str:
    """Numbers of rows as a person lists them, those that follow each other as a range.

    >>> numbers([3, 4, 5, 9])
    '3-5, 9'
    """
    runs: list[list[int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return ", ".join(str(one) if one == other else f"{one}-{other}" for one, other in runs)


_RANK = {
    "elements": 0,
    "parties": 1,
    "plan": 2,
    "outline": 2,
    "matrix": 3,
    "wheel": 3,
    "connections": 4,
    "square": 4,
    "shares": 4,
    "owners": 4,
}
"""In which order tables are read: those that list parties, then things, then what ties them."""


def _tables(each: Grid, said: Settled) -> list[Table]:
    """The tables of a sheet, headings and their row as a person has said."""
    known = said.meanings(each.file, each.sheet)
    found = tables.of(each, known, said.header_row(*_names(each)))
    if not said.marks and not said.dates:
        return found
    orders = said.orders(each.file, each.sheet)
    return [replace(table, said=said.marks, dates=orders) for table in found]


def _names(each: Grid) -> tuple[str, str]:
    """What a person may call a sheet: with its file, where there are several, and without."""
    return each.sheet, each.title


def _shape(table: Table) -> list[ModuleType]:
    """The first shape that fits the table; [] where none does."""
    return [shape for shape in SHAPES if table.rows and shape.fits(table)][:1]


def _explained(one: Explaining) -> Understanding:
    """What came of a sheet that explains letters or names."""
    said = dict(one.grid.rows).get(one.header, [])
    heads = [*(text.strip() for text in said if text.strip()), "", ""]
    shape, first, second = (
        ("letters", "marks", "role") if one.letters else ("initials", "aliases", "name")
    )
    columns = (heads[0], first), (heads[1], second)
    marks = tuple((letter, role) for letter, role in one.letters.items() if role)
    count = len(one.letters or one.names)
    return Understanding(one.grid.sheet, one.header, shape, columns, count, 0, 0, (), marks=marks)


def _unnamed(book: Book, here: Callable[[Cell], bool]) -> list[Left]:
    """What stands beside names in the cells of a table, and names nobody itself."""
    return [(row, said, why) for (_, row, said), (cell, why) in book.unnamed.items() if here(cell)]


def _understood(table: Table, shape: ModuleType, left: Sequence[Left], book: Book) -> Understanding:
    """What came of a table: the nodes that are met first in it, and the edges that stand there."""
    rows = range(table.header, max((row for row, _ in table.rows), default=0) + 1)

    headings = {column.heading for column in table.columns}

    def here(cell: Cell) -> bool:
        is_ours = not table.is_beside or cell.column in headings
        return is_ours and cell.sheet == table.grid.sheet and cell.row in rows

    kept = as_kept(table, book)
    said = taken_for(table, shape.taken(table))
    read_as = matrix.read_as(table) if shape is matrix else {}
    return Understanding(
        table.grid.sheet,
        table.header,
        shape.NAME,
        tuple((heading, kept(meant)) for heading, meant in said),
        len(table.rows),
        sum(here(node.cell) for node in book.nodes.values() if not node.is_known),
        sum(here(cell) for edge, cell in book.assertions() if edge not in book.derived),
        (*table.left, *left, *_unnamed(book, here)),
        table.above,
        table.totals,
        table.grid.hidden._replace(
            rows=tuple(row for row in table.grid.hidden.rows if row in rows and row != table.header)
        ),
        tuple((letter, kept(role)) for letter, role in read_as.items()),
        tuple(c.heading for c in table.columns if c.heading and c.at in table.grid.hidden.columns),
    )
