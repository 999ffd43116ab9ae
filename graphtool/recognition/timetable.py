"""What a row says in columns of times: in which it is done, and what more stands there."""

from __future__ import annotations

from typing import NamedTuple

from graphtool.errors import Problem
from graphtool.language import Said, Text, listed, plain
from graphtool.recognition import periods, words
from graphtool.recognition.figures import figure
from graphtool.recognition.grid import Row
from graphtool.recognition.moments import order
from graphtool.recognition.table import Column, Table, cell

_EMPTY = Text(
    "ingenting står under {columns}; farge i celler leses ikke: skriv en x der noe skjer",
    "ingenting står under {columns}; farge i celler blir ikkje lesen: skriv ein x der noko skjer",
    "nothing stands under {columns}; the colour of cells is not read: write an x where it happens",
)
_ORDERS = ("day", "month")
_MIXED = Text(
    "noen datoer har dagen først og andre måneden, som {dates}; de som kan leses begge veier, er"
    " tatt med som de står: skriv datoene på én måte, som 2026-03-25, eller si hva som står først"
    ' med check --dates "{heading}=dag" eller "{heading}=måned"',
    "nokre datoar har dagen først og andre månaden, som {dates}; dei som kan lesast begge vegar, er"
    " tekne med som dei står: skriv datoane på éin måte, som 2026-03-25, eller sei kva som står"
    ' først med check --dates "{heading}=dag" eller "{heading}=månad"',
    "in some dates the day stands first and in others the month, as {dates}; those that can be read"
    " both ways are kept as they stand: write the dates in one way, as 2026-03-25, or say what"
    ' stands first with check --dates "{heading}=day" or "{heading}=month"',
)


class Times(NamedTuple):
    """When a row is done."""

    runs: list[tuple[str, Column]]
    """Times without a gap as one, each with the column that it begins in."""
    said: list[Column]
    """The columns that hold more than a mark: a day, a figure, what is done then."""


def of_row(table: Table, row: Row) -> Times:
    """When a row's thing is done, by the marks and words in its columns of times."""
    out = Times([], [])
    together: list[Column] = []
    for column in [c for c in table.columns if c.at in table.periods]:
        text = cell(row, column)
        is_mark = bool(text) and words.is_one("present", text)
        is_empty = not text or words.is_one("absent", text) or words.names_nobody(text)
        is_amount = not is_mark and not is_empty and figure(text) is not None
        if not is_mark and not is_empty:
            out.said.append(column)
        if is_empty or is_amount:
            _end(table, together, out)
        else:
            together.append(column)
    _end(table, together, out)
    return out


def _end(table: Table, together: list[Column], out: Times) -> None:
    if together:
        times = [table.periods[column.at] for column in together]
        out.runs.append((periods.run(times), together[0]))
        together.clear()


def problems(table: Table) -> list[Problem]:
    """What is to be said of columns of times: nothing stands in them, or dates in two orders."""
    return [*_coloured(table), *_mixed(table)]


def _mixed(table: Table) -> list[Problem]:
    """A question for each column in which days stand first in some dates, and months in others."""
    found = []
    for column in table.columns:
        if table.date_orders.get(column.at) != "mixed":
            continue
        texts = [cell(row, column) for row in table.rows]
        told = [next((text for text in texts if order([text]) == one), "") for one in _ORDERS]
        message = Said(_MIXED, dates=listed(plain(told)), heading=column.heading)
        where = table.grid.sheet, table.header, column.heading
        found.append(Problem("warning", "mixed-dates", message, *where))
    return found


def _coloured(table: Table) -> list[Problem]:
    """A problem where nothing stands in any column of times: they are coloured."""
    times = [column for column in table.columns if column.at in table.periods]
    if not times or any(cell(row, column) for row in table.rows for column in times):
        return []
    columns = f"{times[0].heading} – {times[-1].heading}"
    message = Said(_EMPTY, columns=columns)
    return [Problem("warning", "empty-times", message, table.grid.sheet, table.header)]
