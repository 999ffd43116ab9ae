"""Goals and measures in one column, told apart by number, by word or by how far in they are.

«Mål 1 Vekst» and «Tiltak 1.1 Fond», «1 Vekst», «1.1 Arbeid» and «1.1.a Fond», or measures some
spaces, or a level of Excel's outline, further in. A row of which none of these says what it is, is
given back: it is not guessed; but under «Tiltak», where only goals and focus areas say so before
their titles, the others are measures. Where there are more levels than the heading names kinds,
those between are goals if nobody answers for any of them, and it is said.
"""

from __future__ import annotations

from graphtool.errors import Problem
from graphtool.language import Said, Text
from graphtool.recognition import meanings, reasons, wording
from graphtool.recognition.book import Book
from graphtool.recognition.details import located, tell
from graphtool.recognition.meanings import Meaning
from graphtool.recognition.reasons import Left
from graphtool.recognition.shapes import levels, plan
from graphtool.recognition.table import Column, Table, cell

NAME = "outline"
_LEVELS = Text(
    "overskriften nevner {kinds}, men radene har {count} nivåer; «{title}» og de andre på nivå"
    " {level} er lest som {meant}; er de noe annet, så skriv «Mål:» eller «Tiltak:» foran dem,"
    " eller overskriften med ett ord for hvert nivå, som «Mål/delmål/tiltak»",
    "overskrifta nemner {kinds}, men radene har {count} nivå; «{title}» og dei andre på nivå"
    " {level} er lesne som {meant}; er dei noko anna, så skriv «Mål:» eller «Tiltak:» framfor dei,"
    " eller overskrifta med eitt ord for kvart nivå, som «Mål/delmål/tiltak»",
    "the heading names {kinds}, and the rows have {count} levels; {title!r} and the others on"
    " level {level} are read as {meant}; if they are another thing, write 'Goal:' or 'Measure:'"
    " before them, or a heading with a word for each level, as 'Goal/sub-goal/measure'",
)
_NO_LEVELS = Text(
    "overskriften nevner {kinds}, men verken nummer, ord eller innrykk sier hvilken rad som er hva;"
    " alle er lest som {meant}; skriv «Mål:» eller «Tiltak:» foran titlene, eller si hva alle er,"
    ' med check --columns "{heading}=tiltak"',
    "overskrifta nemner {kinds}, men verken nummer, ord eller innrykk seier kva rad som er kva;"
    " alle er lesne som {meant}; skriv «Mål:» eller «Tiltak:» framfor titlane, eller sei kva alle"
    ' er, med check --columns "{heading}=tiltak"',
    "the heading names {kinds}, and no number, word or indent says which row is which; all are read"
    " as {meant}; write 'Goal:' or 'Measure:' before the titles, or say what all of them are, with"
    ' check --columns "{heading}=measure"',
)


def fits(table: Table) -> bool:
    """Whether one column holds things of two kinds at least, and its cells say which is which."""
    column = _column(table)
    if column is None:
        return False
    found = {str(one.meant) for one in levels.places(table, column).values() if one.meant}
    return len(found) > 1


def taken(table: Table) -> dict[int, str]:
    """The kinds that the column holds."""
    column = _column(table)
    assert column is not None
    several, rest = levels.places(table, column).values(), _else(table, column)
    found = {str(meant) for one in several if (meant := one.meant or rest)}
    return {column.at: ", ".join(sorted(found, key=plan.ORDER.index))}


def _column(table: Table) -> Column | None:
    """The only column of things of the table."""
    things = [column for column, meant in plan.chain(table) if str(meant) in plan.ORDER]
    return things[0] if len(things) == 1 else None


def _else(table: Table, column: Column) -> Meaning | None:
    """What a row is that says nothing of itself: what the heading does, if no other row says it."""
    said = {one.kind for one in levels.titles_of(table, column).values()}
    is_one = not levels.kinds_named(column) and column.meaning not in said
    return column.meaning if is_one else None


def read(table: Table, book: Book) -> list[Left]:
    """A node a row, part of what stands above it in the plan; rows that are not clear come back."""
    column = _column(table)
    assert column is not None
    places, rest = levels.places(table, column), _else(table, column)
    others = [one for one in table.columns if one.at != column.at]
    above: dict[tuple[int, int], str] = {}
    left = []
    for row in table.rows:
        meant, level = places.get(row[0], levels.Place(None, 0))
        meant = meant or rest
        text = wording.plain(cell(row, column))
        if meant is None or not text:
            why = reasons.NO_LEVEL if text else reasons.NO_TITLE
            left.append((row[0], text or next(t for t in row[1] if t.strip()), why))
            continue
        where, own = located(table, row, column, book), cell(row, table.one("id"))
        node = book.node(meant.word, text, where, subkind=meant.subkind, own_id=own)
        book.listed_in(node, where)
        rank = plan.ORDER.index(str(meant)), level
        number = levels.title_of(row, column, table).number
        if number:
            book.numbers.setdefault((table.grid.sheet, number), node)
        nearest = next((above[at] for at in sorted(above, reverse=True) if at < rank), None)
        whole = book.numbers.get((table.grid.sheet, levels.whole_of(number))) or nearest
        if whole is not None:
            relation = plan.part_of(meant.word, book.nodes[whole].kind)
            if relation:
                book.edge(node, relation, whole, where)
        above = {at: one for at, one in above.items() if at < rank} | {rank: node}
        tell(table, row, node, book, others)
    return left


def problems(table: Table, *, is_read: bool) -> list[Problem]:
    """What is guessed of a column whose heading names goals and measures.

    `is_read` is whether it was read as such: else nothing told them apart.
    """
    column = _column(table)
    kinds = levels.kinds_named(column) if column else []
    if column is None or not _are_both(kinds):
        return []
    where = table.grid.sheet, table.header, column.heading
    called = meanings.label(", ".join(map(str, kinds)))
    if not is_read:
        meant = meanings.label(str(column.meaning or kinds[0]))
        said = Said(_NO_LEVELS, kinds=called, meant=meant, heading=column.heading)
        return [Problem("warning", "guessed-level", said, *where)]
    titles = levels.titles_of(table, column)
    steps = levels.steps(titles)
    count = 1 + max((one for one in steps.values() if one is not None), default=0)
    between = len(kinds) - 1
    if count <= len(kinds):
        return []
    meant = meanings.label(str(levels.kinds_at(table, column, kinds, steps)[between]))
    title = next((titles[row].text for row, step in steps.items() if step == between), "")
    said = Said(_LEVELS, kinds=called, count=count, title=title, level=len(kinds), meant=meant)
    return [Problem("warning", "guessed-level", said, *where)]


def _are_both(kinds: list[Meaning]) -> bool:
    return {"Goal", "Measure"} <= {one.word for one in kinds}
