"""Who has which role in what as tables: a sign where a row meets a column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from graphtool import schema
from graphtool.language import Language, number, shortened
from graphtool.maps.excerpt import Excerpt
from graphtool.maps.scene import Line, Map, Symbol
from graphtool.maps.style import DERIVED, relation_label
from graphtool.slides import letters, words
from graphtool.slides.asked import MORE, QUOTES
from graphtool.slides.chapters.sentences import ROWS
from graphtool.slides.chapters.view import quotes_of
from graphtool.slides.deck import Matrix, Slide

MOST = 8
"""Slides of one matrix; what has no room on them is in the notes of the last."""
WIDE, NARROW, BROAD, AIR = 690.0, 23.0, 34.0, 7.0
"""Points for the columns of a slide, for one at least, for one whose name needs two lines, and
beside the signs of a cell."""
LONG = 125.0
"""The longest name over a column that needs one line, in points."""
SIGNS = {"dot": "●", "triangle": "▲", "diamond": "◊", "square": "■", "hexagon": "►"}
"""Letters for the shapes of a matrix."""
FIRM = "stated"
SIZE = 12.0
"""Letters, in points."""


def matrix(made: Map, excerpt: Excerpt, *, title: str = "", text: str = "") -> list[Slide]:
    """The slides of a matrix, some rows on each with the columns that say something of them.

    `title` and `text` are a step's, else the map's and the view's.
    """
    language, scene = made.lang, excerpt.scene
    cells = _cells(excerpt)
    parts = list(_parts(excerpt, cells, language))
    title = letters.on_one_line(
        title or f"{made.title.in_(language)} – {scene.title.in_(language)}"
    )
    shown, rest = parts[:MOST], parts[MOST:]
    total = len({row.node.id for rows, _ in parts for row in rows})
    slides = []
    for at, (rows, columns) in enumerate(shown, start=1):
        page = words.CONTINUED.in_(language).format(title=title, n=at, total=len(shown))
        form = words.ONE_ROW if len(rows) == 1 else words.MATRIX_ROWS
        counted = form.format(n=len(rows), rows=number(total, *words.N_ROWS))
        drawn = [line for row in rows for one in columns for line in _cell(cells, row, one)]
        notes = list(quotes_of(excerpt.scene, drawn, language))
        if rest and at == len(shown):
            notes += _left_out(rest, cells, language)
        slides.append(
            Slide(
                title=page if len(shown) > 1 else title,
                caption=" ".join(filter(None, (text, counted.in_(language)))),
                body=_body(cells, rows, columns, title, language),
                notes=tuple(notes),
            )
        )
    return slides


Cells = dict[tuple[str, str], list[Line]]


def _cells(excerpt: Excerpt) -> Cells:
    """What is said between two, by their ids; only what stands out where something does."""
    strong = excerpt.emphasis.edges if excerpt.emphasis else None
    found: Cells = {}
    for line in excerpt.lines:
        if strong is None or line.key in strong:
            found.setdefault((line.source, line.target), []).append(line)
    return found


def _cell(cells: Cells, row: Symbol, column: Symbol) -> list[Line]:
    return cells.get((row.node.id, column.node.id), [])


def _parts(
    excerpt: Excerpt, cells: Cells, language: Language
) -> Iterator[tuple[list[Symbol], list[Symbol]]]:
    """Rows and columns of a slide each: kinds together where there is room, none too wide."""
    said = {source for source, _ in cells}
    rows = sorted((s for s in excerpt.symbols if s.is_row and s.node.id in said), key=lambda s: s.y)
    heads = sorted((s for s in excerpt.symbols if s.head), key=lambda s: s.head or (0.0,))
    for some in _together(rows):
        used = [head for head in heads if any(_cell(cells, row, head) for row in some)]
        broad = {head.node.id: _broad(cells, some, head, language) for head in used}
        if sum(broad.values()) <= WIDE:
            yield some, used
            continue
        # Rather where one kind of columns ends than where the slide does.
        for _, block in groupby(used, key=lambda head: head.node.kind == "Municipality"):
            for part in _packed([*block], broad):
                yield _used(cells, some, part), part


def _broad(cells: Cells, rows: Sequence[Symbol], head: Symbol, language: Language) -> float:
    """How broad a column is, in points."""
    name = letters.width(head.words.in_(language), SIZE)
    signs = (_width(_cell(cells, row, head), language) for row in rows)
    return max(BROAD if name > LONG else NARROW, *signs)


def _packed(columns: Sequence[Symbol], broad: Mapping[str, float]) -> Iterator[list[Symbol]]:
    """The columns in parts as wide as a slide at most."""
    part: list[Symbol] = []
    for head in columns:
        if part and sum(broad[one.node.id] for one in part) + broad[head.node.id] > WIDE:
            yield part
            part = []
        part.append(head)
    yield part


def _used(cells: Cells, rows: Sequence[Symbol], columns: Sequence[Symbol]) -> list[Symbol]:
    """The rows of which these columns say something."""
    return [row for row in rows if any(_cell(cells, row, column) for column in columns)]


def _width(cell: Sequence[Line], language: Language) -> float:
    """How wide its signs are, in points; a shape is as wide as a W."""
    signs = " ".join(_sign(line, language) for line in cell)
    plain = "".join("W" if each in SIGNS.values() else each for each in signs)
    return letters.width(plain, SIZE, bold=True) + AIR


def _together(rows: Sequence[Symbol]) -> Iterator[list[Symbol]]:
    """The rows in parts, those of one kind in one part where there is room."""
    part: list[Symbol] = []
    for _, alike in groupby(rows, key=lambda row: row.node.kind):
        block = list(alike)
        if part and len(part) + len(block) > ROWS:
            yield part
            part = []
        while len(part) + len(block) > ROWS:
            yield block[:ROWS]
            block = block[ROWS:]
        part += block
    if part:
        yield part


def _body(
    cells: Cells, rows: Sequence[Symbol], columns: Sequence[Symbol], title: str, language: Language
) -> Matrix:
    every = [[_cell(cells, row, column) for column in columns] for row in rows]
    return Matrix(
        rows=tuple(row.words.in_(language) for row in rows),
        columns=tuple(column.words.in_(language) for column in columns),
        cells=tuple(
            tuple(" ".join(_sign(line, language) for line in cell) for cell in row) for row in every
        ),
        about=words.TABLE.in_(language).format(title=shortened(title)),
        legend=_legend([line for row in every for cell in row for line in cell], language),
    )


def _letter(relation: str, language: Language) -> str:
    if relation in DERIVED:
        return SIGNS[str(DERIVED[relation]["sign"])]
    letter = schema.relation(relation).letter
    return letter.in_(language) if letter else "?"


def _sign(line: Line, language: Language) -> str:
    """The letter, in brackets where no source states it as a fact."""
    letter = _letter(line.relation, language)
    return letter if line.modality == FIRM else f"({letter})"


def _legend(lines: Sequence[Line], language: Language) -> str:
    """What the letters stand for, in the vocabulary's order."""
    used = {line.relation for line in lines}
    known = [name for name in (*schema.RELATIONS, *DERIVED) if name in used]
    parts = [f"{_letter(name, language)} {relation_label(name).in_(language)}" for name in known]
    if any(line.modality != FIRM for line in lines):
        parts.append(words.IN_BRACKETS.in_(language))
    return " · ".join(parts)


def _left_out(
    rest: Sequence[tuple[Sequence[Symbol], Sequence[Symbol]]], cells: Cells, language: Language
) -> Iterator[str]:
    """In words what the slides have no room for."""
    yield words.NOT_SHOWN.in_(language)
    said = [
        f"{row.words.in_(language)} {relation_label(line.relation).in_(language)}"
        f" {column.words.in_(language)}"
        for rows, columns in rest
        for row in rows
        for column in columns
        for line in _cell(cells, row, column)
    ]
    yield from said[:QUOTES]
    if len(said) > QUOTES:
        yield MORE.in_(language).format(n=len(said) - QUOTES)
