"""A plan in a sheet: goals, measures and whatever stands between them, and who answers for each.

A row is about the last thing in it, in the order of a plan: focus area, strategy, goal, measure.
What stands once and counts for the rows below it, merged or blank, is the whole that they are
part of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graphtool import schema
from graphtool.language import Said, Text
from graphtool.recognition import (
    graph_words,
    headers,
    heading_words,
    reasons,
    sections,
    wording,
    words,
)
from graphtool.recognition.book import Book
from graphtool.recognition.details import located, tell
from graphtool.recognition.figures import figure
from graphtool.recognition.found import Cell
from graphtool.recognition.grid import Row
from graphtool.recognition.meanings import Meaning
from graphtool.recognition.names import numbered
from graphtool.recognition.reasons import Left
from graphtool.recognition.table import Column, Table, cell, indent_of

_PLACEHOLDER = Text(
    "«{text}» er lest som en plass til et navn, og er ikke tatt med; skriv navnet uten klammer om"
    " det er et",
    "«{text}» er lese som ein plass til eit namn, og er ikkje teken med; skriv namnet utan klammer"
    " om det er eit",
    "{text!r} is read as room for a name, and left out; write it without brackets if it is one",
)
_BULLET = re.compile(r"[-–•*·▪]\s+(\S.*)")
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
NOWHERE = 1 << 20
"""The place from which columns stand that no row has."""


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
        return _as_they_stand(found)
    titled = graph_words.kind(table.grid.title)
    name = table.one("name")
    if titled and name and titled[0] not in (*schema.PARTIES, "Region"):
        return [(name, Meaning("thing", *titled))]
    return [pair for pair in own if not _is_rated(table, pair[0])][:1]


def _is_rated(table: Table, column: Column) -> bool:
    """Whether a column says how much there is of something, and what it is in no cell."""
    filled = [text for row in table.rows if (text := cell(row, column))]
    return bool(filled) and all(words.is_one("ratings", text) or figure(text) for text in filled)


def _as_they_stand(order: list[tuple[Column, Meaning]]) -> list[tuple[Column, Meaning]]:
    """The chain, with strategies behind the goals that stand left of them: they serve these."""
    strategies = [pair for pair in order if pair[1].word == "Strategy"]
    goals = [pair for pair in order if pair[1].word == "Goal"]
    if not strategies or not goals or strategies[0][0].at < max(c.at for c, _ in goals):
        return order
    rest = [pair for pair in order if pair not in strategies]
    last = max(rest.index(pair) for pair in goals) + 1
    return [*rest[:last], *strategies, *rest[last:]]


def taken(table: Table) -> dict[int, str]:
    """What the rows are about, by the places of the columns; parts that are set in after these."""
    return {
        column.at: f"{meant}, {part(meant)}" if column.at in table.nested else str(meant)
        for column, meant in chain(table)
    }


def part(meant: Meaning) -> Meaning:
    """What a thing is that is part of another of its own column: of a goal a sub-goal.

    >>> str(part(Meaning("thing", "Goal"))), str(part(Meaning("thing", "Measure")))
    ('Goal.sub', 'Measure')
    """
    return meant._replace(subkind="sub") if meant.word == "Goal" else meant


class Above:
    """What counts for the rows below: in each place of the chain, from the whole to its parts."""

    def __init__(self) -> None:
        self._stacks: dict[int, list[tuple[int, str]]] = {}

    def last(self) -> dict[int, str]:
        """By place in the chain, the innermost thing that stands there."""
        return {at: stack[-1][1] for at, stack in self._stacks.items() if stack}

    def whole(self, place: int, indent: int) -> tuple[str | None, bool]:
        """What a thing here is part of, and whether that stands in the same column."""
        if indent:
            outer = [node for step, node in self._stacks.get(place, ()) if step < indent]
            if outer:
                return outer[-1], True
        for at in range(place - 1, -1, -1):
            if stack := self._stacks.get(at):
                return stack[-1][1], False
        return None, False

    def plan(self, order: list[tuple[Column, Meaning]], book: Book) -> str:
        """The plan that counts for what stands in its row and below; empty for none."""
        stack = self._stacks.get(0) if order[0][1].word == "Plan" else None
        return book.nodes[stack[-1][1]].name if stack else ""

    def stands(self, place: int, indent: int, node: str) -> bool:
        """Whether this very thing stands there already."""
        return bool(self._stacks.get(place)) and self._stacks[place][-1] == (indent, node)

    def put(self, place: int, indent: int, node: str) -> None:
        """From here on the thing counts, and what was further in does not."""
        outer = [one for one in self._stacks.get(place, ()) if one[0] < indent]
        self._stacks[place] = [*outer, (indent, node)]

    def end(self, place: int) -> None:
        """Nothing counts any more at this place, nor at those after it."""
        for at in [at for at in self._stacks if at >= place]:
            del self._stacks[at]


def read(table: Table, book: Book) -> list[Left]:
    """A node for each thing, and its edges; rows that are about nothing are given back."""
    above = Above()
    order = _titled(table, _with_sections(table, chain(table)), above, book)
    used = {column.at for column, _ in order}
    numbers = [_number(table, order, place, is_last=False) for place in range(len(order) - 1)]
    used |= {column.at for column in numbers if column}
    others = [column for column in table.columns if column.at not in used]
    wholes = _wholes(table, order)
    others = [column for column in others if column.at not in wholes]
    has_sections = len({column.at for column, _ in order}) < len(order)
    left = []
    for row in _each(table, order[-1][0]):
        node = thing(table, row, order, above, book)
        if node is None:
            left.append((row[0], next(t for t in row[1] if t.strip()), reasons.NO_THING))
            continue
        if has_sections and _section(table, row, *order[-1]):
            continue  # says nothing but what it is called
        tell(table, row, node, book, others)
        last = above.last()
        for column in table.columns:
            if column.at in wholes and (whole := last.get(wholes[column.at])):
                tell(table, row, whole, book, [column])
    return left


def _wholes(table: Table, order: list[tuple[Column, Meaning]]) -> dict[int, int]:
    """By the place of a column of a role, the place in the chain of the whole that it is of.

    Its heading says so, as «Måleier» does, or it stands right of that whole and left of the next
    thing, while another of the same role stands right of all: that is of the row's own.
    """
    roles = table.of("role")
    found: dict[int, int] = {}
    for column in roles:
        kind = heading_words.whose(column.heading)
        named = [at for at, (_, meant) in enumerate(order[:-1]) if meant.word == kind]
        if kind and kind != order[-1][1].word and named:
            found[column.at] = named[-1]
            continue
        left = [at for at, (thing, _) in enumerate(order) if thing.at < column.at]
        is_again = any(one.meaning == column.meaning and one.at > order[-1][0].at for one in roles)
        if left and left[-1] < len(order) - 1 and is_again and column.at < order[-1][0].at:
            found[column.at] = left[-1]
    return found


def _each(table: Table, column: Column) -> Iterator[Row]:
    """The rows, one with several things in its cell as one each: those with a bullet each."""
    for row in table.rows:
        text = cell(row, column)
        lines = text.split("\n") if "\n" in text else ()
        several = [found[1] for line in lines if (found := _BULLET.fullmatch(line.strip()))]
        if len(several) < 2 or len(several) < sum(bool(line.strip()) for line in lines):
            yield row
            continue
        for one in several:
            yield row[0], [one if at == column.at else said for at, said in enumerate(row[1])]


def _titled(
    table: Table, order: list[tuple[Column, Meaning]], above: Above, book: Book
) -> list[tuple[Column, Meaning]]:
    """The chain, and before it the goals and focus areas that the titles of the whole table name.

    The outermost is first; each is part of the one above it.
    """
    named: list[tuple[int, str, Meaning]] = []
    for number, text in table.titles:
        meant = headers.titled(text)
        if meant is None or _rank(meant) > _rank(order[0][1]):
            continue
        is_one = str(meant) == str(order[0][1])  # of the headings that stand among the rows
        if is_one and order[0][0].at != order[-1][0].at:
            continue
        if named and str(named[-1][2]) == str(meant):
            named.pop()  # the nearer one counts
        if not named or _is_within(meant, named[-1][2]):
            named.append((number, text, meant))
    outer = [
        (Column(NOWHERE + at, "", meant), meant)
        for at, (_, _, meant) in enumerate(named)
        if str(meant) != str(order[0][1])
    ]
    for place, (number, text, meant) in enumerate(named):
        where = located(table, (number, []), None, book)._replace(text=wording.plain(text))
        node = book.node(meant.word, text, where, subkind=meant.subkind)
        whole, _ = above.whole(place, 0)
        if whole is not None and (relation := part_of(meant.word, book.nodes[whole].kind)):
            book.edge(node, relation, whole, where)
        above.put(place, 0, node)
        book.listed_in(node, where)
    return [*outer, *order]


def _is_within(inner: Meaning, outer: Meaning) -> bool:
    """Whether a title of one kind below one of another is of a part of it, or serves it."""
    return _rank(inner) > _rank(outer) or (inner.word == "Strategy" and outer.word == "Goal")


def _with_sections(
    table: Table, order: list[tuple[Column, Meaning]]
) -> list[tuple[Column, Meaning]]:
    """The chain, and before it what rows of the last column name that are headings in it.

    «Hovedmål A: Et robust næringsliv», alone in its row among measures, is the goal of those below.
    """
    column, meant = order[-1]
    found = {str(one): one for row in table.rows if (one := _section(table, row, column, meant))}
    earlier = [(column, found[word]) for word in ORDER if word in found]
    return sorted([*order, *earlier], key=lambda one: _rank(one[1])) if earlier else order


def _rank(meant: Meaning) -> int:
    return ORDER.index(str(meant)) if str(meant) in ORDER else len(ORDER)


def _section(table: Table, row: Row, column: Column, meant: Meaning) -> Meaning | None:
    """What a row is that is only a heading of what stands below it; None for another."""
    named = {column.at, *(one.at for one in [table.one("id")] if one)}
    if any(text.strip() for at, text in enumerate(row[1]) if at not in named):
        return None
    kind = headers.section(_heading(table, row, column))
    if kind is None and row[0] in table.sections:
        kind = sections.MEANT
    is_above = kind is not None and str(kind) in ORDER and _rank(kind) < _rank(meant)
    return kind if is_above else None


def _heading(table: Table, row: Row, column: Column) -> str:
    """What a row that is only a heading says: in the column itself, or where numbers stand."""
    return cell(row, column) or cell(row, table.one("id"))


@lru_cache(maxsize=256)
def part_of(kind: str, whole: str) -> str:
    """How a thing of one kind is tied to one of another that it stands under; empty for not.

    >>> part_of("Measure", "Goal"), part_of("Goal", "Effect")
    ('PART_OF', 'CONTRIBUTES_TO')
    """
    return next(iter(schema.nearest_allowed(kind, whole)), "")


def thing(
    table: Table, row: Row, order: list[tuple[Column, Meaning]], above: Above, book: Book
) -> str | None:
    """What the row is about, tied to what it is part of; None where it names nothing."""
    node = None
    filled = _filled(table, row, order)
    last = max((at for at, text in enumerate(filled) if text), default=0)
    for place, (column, meant) in enumerate(order):
        text = wording.title(filled[place])
        if not text:
            continue
        where = located(table, row, column, book)
        if place and (plan := above.plan(order, book)):
            book.titles.under(plan, (table.grid.sheet, row[0]))
        if words.names_nobody(text):
            _unnamed(text, place, where, above, book)
            continue
        number = _number(table, order, place, is_last=place == last)
        own = cell(row, number)
        own = "" if own == text else own
        step = indent_of(row, column) if column.at in table.nested else 0
        whole, is_part = above.whole(place, step)
        subkind = (part(meant) if is_part else meant).subkind
        node = book.node(meant.word, text, where, subkind=subkind, own_id=own)
        if found := numbered(text):
            book.numbers.setdefault((table.grid.sheet, found[0]), node)
        if whole is not None and not above.stands(place, step, node):
            relation = part_of(meant.word, book.nodes[whole].kind)
            if relation:
                book.edge(node, relation, whole, where)
        above.put(place, step, node)
        above.end(place + 1)
        book.listed_in(node, where)
    return node


def _number(
    table: Table, order: list[tuple[Column, Meaning]], place: int, *, is_last: bool
) -> Column | None:
    """The column of a thing's numbers: the one, or of several that which stands left of it."""
    numbers = table.numbers
    if len(numbers) < 2:
        return numbers[0] if numbers and is_last else None
    at = order[place][0].at
    before = max((column.at for column, _ in order if column.at < at), default=-1)
    return next((one for one in reversed(numbers) if before < one.at < at), None)


def _filled(table: Table, row: Row, order: list[tuple[Column, Meaning]]) -> list[str]:
    """What a row holds in each place of the chain.

    Where headings stand in the column of measures, a row has either of the two.
    """
    filled = [cell(row, column) for column, _ in order]
    if len({column.at for column, _ in order}) == len(order):
        return filled
    section = _section(table, row, *order[-1])
    place = len(order) - 1 if section is None else [meant for _, meant in order].index(section)
    shared = order[-1][0].at
    if section is not None:
        filled[place] = _heading(table, row, order[-1][0])
    return [
        text if at == place or order[at][0].at != shared else "" for at, text in enumerate(filled)
    ]


def _unnamed(text: str, place: int, where: Cell, above: Above, book: Book) -> None:
    """A thing that is to be named yet: what stood above it no longer counts from here on.

    Said only where it may have been meant as a name.
    """
    above.end(place)
    if words.PLACEHOLDER.fullmatch(text) and any(sign.isalpha() for sign in text):
        book.warn("placeholder", Said(_PLACEHOLDER, text=text), where)
