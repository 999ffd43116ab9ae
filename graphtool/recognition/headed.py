"""The table below a row of headings: columns by what they hold, rows without notes and totals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graphtool.recognition import (
    crossed,
    heading_rows,
    heading_words,
    leaving,
    meanings,
    wording,
    words,
)
from graphtool.recognition.grid import Grid, Row
from graphtool.recognition.meanings import Meaning
from graphtool.recognition.table import Column, Table, cell


def below(grid: Grid, header: Row, rows: Iterable[Row], given: Mapping[str, Meaning]) -> Table:
    """The table of these rows; `given` says what headings mean, before the list of words does."""
    rows = list(rows)
    width = max(len(cells) for _, cells in [header, *rows])
    headings = [*header[1], *[""] * (width - len(header[1]))]
    for start, end in grid.wide.get(header[0], {}).items():
        headings[start : end + 1] = [name or headings[start] for name in headings[start : end + 1]]
    filled = {at for _, cells in rows for at, text in enumerate(cells) if text.strip()}
    beside = heading_words.context(headings)
    columns = tuple(
        Column(at, wording.plain(heading), heading_rows.meaning(heading, given, beside))
        for at, heading in enumerate(headings)
        if heading.strip() or at in filled
    )
    if not any(one.meaning and one.meaning.group in ("thing", "party") for one in columns):
        places = crossed.unnamed(headings, rows[: crossed.SOME])
        if places is not None and header[0] not in grid.wide:
            long = crossed.unfolded(headings, rows, places)
            if long:
                return below(grid, (header[0], long[0]), long[1], given)
        towns = meanings.by_word()["Municipality"]
        columns = tuple(one._replace(meaning=towns) if one.at == places else one for one in columns)
    columns = tuple(_as_filled(one, rows) for one in columns)
    rows = [
        _drawn_over(row, columns, grid.wide[row[0]]) if row[0] in grid.wide else row for row in rows
    ]
    rows, columns = _with_whole_names(rows, columns, given)
    kept, left = leaving.parted(rows, columns)
    return Table(grid, header[0], columns, tuple(kept), tuple(left))


def _as_filled(column: Column, rows: Sequence[Row]) -> Column:
    """The column; not one of deadlines where nothing but ticks stand under «Ferdig»."""
    if column.meaning is None or column.meaning.word != "deadline":
        return column
    is_ticked = False
    for row in rows:
        text = cell(row, column)
        if not text or words.is_one("absent", text):
            continue
        if text.isdecimal() or not words.is_one("present", text):
            return column
        is_ticked = True
    return column._replace(meaning=None) if is_ticked else column


def _with_whole_names(
    rows: list[Row], columns: tuple[Column, ...], given: Mapping[str, Meaning]
) -> tuple[list[Row], tuple[Column, ...]]:
    """Given names and surnames of two columns as one column of persons."""
    keys = ((wording.key(column.heading), column) for column in columns)
    named = {key: column for key, column in keys if key not in given}
    pairs = ((named.get(one), named.get(other)) for one, other in words.name_pairs())
    first, last = next((pair for pair in pairs if all(pair)), (None, None))
    if first is None or last is None:
        return rows, columns
    person = Column(first.at, f"{first.heading} {last.heading}", meanings.by_word()["Actor.person"])
    others = [person if one == first else one for one in columns if one != last]
    out: list[Row] = []
    for number, cells in rows:
        wide = [*cells, *[""] * (1 + max(first.at, last.at) - len(cells))]
        wide[first.at] = f"{wide[first.at]} {wide[last.at]}".strip()
        wide[last.at] = ""
        if any(text.strip() for text in wide):
            out.append((number, wide))
    return out, tuple(others)


def _drawn_over(row: Row, columns: Sequence[Column], ranges: Mapping[int, int]) -> Row:
    """The row with what is drawn over several columns in each that holds the same sort of thing.

    Not in a column of goals or measures: a title is drawn over what belongs to it.
    """
    sorts = {column.at: column.meaning.group if column.meaning else "" for column in columns}
    width = 1 + max(sorts, default=-1)
    cells = [*row[1], *[""] * (width - len(row[1]))]
    for first, last in ranges.items():
        sort = sorts.get(first)
        for at in range(first + 1, min(last + 1, width)):
            if not cells[at] and sort != "thing" and sorts.get(at, "thing") == sort:
                cells[at] = cells[first]
    return row[0], cells
