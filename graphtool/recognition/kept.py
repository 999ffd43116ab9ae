"""What a role stands as in the graph: the vocabulary does not allow each of them everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from graphtool import schema

if TYPE_CHECKING:
    from graphtool.recognition.book import Book
    from graphtool.recognition.table import Table


def as_kept(table: Table, book: Book) -> Callable[[str], str]:
    """What a role that the table gives was kept as: itself, what stood in for it, or both.

    A measure has no host: who is said to be one is kept as taking part, and `check` says so.

    >>> from graphtool.recognition import Grid, recognise
    >>> rows = [(1, ["Tiltak", "Vert"]), (2, ["Vei", "Tinn"])]
    >>> recognise([Grid("Ark1", "Ark1", "plan.xlsx", rows)]).understood[0].columns
    (('Tiltak', 'Measure'), ('Vert', 'participants'))
    """
    sheet, rows = table.grid.sheet, {number for number, _ in table.rows}

    def kept(role: str) -> str:
        said = schema.ROLES.get(role, "")
        others = [
            schema.RELATIONS[other].role
            for (where, asked, other), numbers in book.instead.items()
            if where == sheet and asked == said and not rows.isdisjoint(numbers)
        ]
        is_so_too = bool(others) and any(
            relation == said and cell.sheet == sheet and cell.row in rows
            for (_, relation, _), cell in book.edges.items()
        )
        return ", ".join([role, *others] if is_so_too else others or [role])

    return kept
