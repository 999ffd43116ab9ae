"""A plan in a sheet: goals, measures and whatever stands between them, and who answers for each.

A row is about the last thing in it, in the order of a plan: focus area, strategy, goal, measure.
What stands once and counts for the rows below it, merged or blank, is the whole that they are
part of.
"""

from __future__ import annotations

from graphtool import schema
from graphtool.recognition import words
from graphtool.recognition.book import Book, numbered
from graphtool.recognition.details import located, tell
from graphtool.recognition.grid import Column, Row, Table, cell
from graphtool.recognition.words import Meaning

NAME = "plan"
ORDER = (
    "Plan",
    "Programme",
    "Project",
    "FocusArea",
    "Strategy",
    "Goal.overall",
    "Goal.main",
    "Goal",
    "Goal.sub",
    "Measure.area",
    "Measure",
)
"""From the whole to its parts."""


def fits(table: Table) -> bool:
    """Whether the table has a column of things, or of names on a sheet that is called so."""
    return bool(chain(table))


def chain(table: Table) -> list[tuple[Column, Meaning]]:
    """The columns of things and what they hold, from the whole to its parts."""
    own = [(c, c.meaning) for c in table.of("thing") if c.meaning]
    found = sorted(
        ((column, meant) for column, meant in own if str(meant) in ORDER),
        key=lambda pair: ORDER.index(str(pair[1])),
    )
    if found:
        return found
    titled = words.kind(table.grid.title)
    name = table.one("name")
    if titled and name and titled[0] not in (*schema.PARTIES, "Region"):
        return [(name, Meaning("thing", *titled))]
    return own[:1]


def taken(table: Table) -> dict[int, str]:
    """What the rows are about, by the places of the columns."""
    return {column.at: str(meant) for column, meant in chain(table)}


def read(table: Table, book: Book) -> list[tuple[int, str, str]]:
    """A node for each thing, and its edges; rows that are about nothing are given back."""
    order = chain(table)
    used = {column.at for column, _ in order}
    others = [column for column in table.columns if column.at not in used]
    above: dict[int, str] = {}
    """By place in the chain, the thing that counts for the rows below."""
    left = []
    for row in table.rows:
        node = thing(table, row, order, above, book)
        if node is None:
            left.append((row[0], next(t for t in row[1] if t.strip()), "no goal or measure in it"))
        else:
            tell(table, row, node, book, others)
    return left


def thing(
    table: Table, row: Row, order: list[tuple[Column, Meaning]], above: dict[int, str], book: Book
) -> str | None:
    """What the row is about, tied to what it is part of; None where it names nothing."""
    node = None
    last = max((at for at, (column, _) in enumerate(order) if cell(row, column)), default=0)
    for place, (column, meant) in enumerate(order):
        text = words.plain(cell(row, column))
        if not text or words.names_nobody(text):
            continue
        where = located(table, row, column, book)
        own = cell(row, table.one("id")) if place == last else ""
        node = book.node(meant.word, text, where, subkind=meant.subkind, own_id=own)
        if found := numbered(text):
            book.numbers.setdefault((table.grid.sheet, found[0]), node)
        whole = next((above[at] for at in range(place - 1, -1, -1) if at in above), None)
        if whole is not None and above.get(place) != node:
            for relation in schema.nearest_allowed(meant.word, book.nodes[whole].kind)[:1]:
                book.edge(node, relation, whole, where)
        above[place] = node
        for at in [at for at in above if at > place]:
            del above[at]
    return node
