"""Long rows as a matrix: a row a thing, a column a party, and in a cell what the two are."""

from __future__ import annotations

from typing import Annotated, get_args, get_type_hints

import pandas as pd

from graphtool.errors import GraphtoolError
from graphtool.graph.tables import TEXT
from graphtool.language import Said, Text, collation_key, same
from graphtool.queries import columns
from graphtool.queries.fields import Column

_TOO_LARGE = Text(
    "matrisen ville få {rows} rader og {columns} kolonner, for mange til å leses; spør om færre"
    " typer, eller skriv radene uten --matrix",
    "matrisa ville få {rows} rader og {columns} kolonnar, for mange til å lesast; spør om færre"
    " typar, eller skriv radene utan --matrix",
    "the matrix would have {rows} rows and {columns} columns, too many to read; ask for fewer"
    " kinds, or write the rows without --matrix",
)

MOST_CELLS = 5_000_000
"""More than this nobody reads, and no workbook opens."""
MOST_COLUMNS = 16_000
"""What a sheet of Excel holds, less what stands before them."""


def require_readable(rows: int, columns: int) -> None:
    """Raises `GraphtoolError` for a matrix of so many rows and columns if nobody could read it.

    >>> require_readable(300, 16_000)
    """
    if columns > MOST_COLUMNS or columns * rows > MOST_CELLS:
        raise GraphtoolError(Said(_TOO_LARGE, rows=rows, columns=columns))


def crossed(
    rows: pd.DataFrame, row: type, *, things: tuple[str, str], across: tuple[str, str], cell: str
) -> tuple[type, pd.DataFrame]:
    """The row type and the rows of the matrix of these rows, whose type is `row`.

    `things` and `across` are the columns with the id and the name of what has a row, and a column.
    Rows stand in the order in which things come, columns by name in Norwegian order, called by
    their ids; a cell holds every different value of the column `cell` where the two meet, and is
    empty where there is none. A row without what is across leaves its thing's row empty. Raises
    `GraphtoolError` for a matrix that nobody could read.

    >>> from graphtool.queries.responsibility_matrix import Responsibility
    >>> rows = pd.DataFrame({
    ...     "item": ["g", "m"], "name": ["Lære", "Les"], "party": ["v", ""],
    ...     "party_name": ["Vennesla", ""], "letter": ["O", ""]})
    >>> _, found = crossed(rows, Responsibility, things=("item", "name"),
    ...                    across=("party", "party_name"), cell="letter")
    >>> found.to_dict("list")
    {'item': ['g', 'm'], 'name': ['Lære', 'Les'], 'v': ['O', '']}
    """
    thing_id, column_id, column_name = things[0], *across
    listed = rows.drop_duplicates(thing_id)
    there = rows[rows[column_id] != ""]
    called = dict(zip(there[column_id], there[column_name], strict=True))
    require_readable(len(listed), len(called))
    cells: dict[tuple[str, str], dict[str, None]] = {}
    for thing, party, value in zip(there[thing_id], there[column_id], there[cell], strict=True):
        cells.setdefault((thing, party), {})[value] = None
    hints = get_type_hints(row, include_extras=True)
    fields: dict[str, object] = {name: hints[name] for name in things}
    table = {name: listed[name].tolist() for name in things}
    of = get_args(hints[cell])[1]
    for party in sorted(called, key=lambda at: (collation_key(called[at]), at)):
        key = party
        while key in fields:  # a party may be called by an id that is a column's name already
            key += " "
        heading = Column(same(called[party]), of.meaning, of.words, said=of.said)
        fields[key] = Annotated[str | None, heading]
        table[key] = [columns.SEPARATOR.join(cells.get((at, party), ())) for at in listed[thing_id]]
    return type("Crossed", (), {"__annotations__": fields}), pd.DataFrame(table, dtype=TEXT)
