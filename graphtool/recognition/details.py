"""What the other columns of a row say of its node: who is what to it, where, when, how much."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graphtool import municipalities, schema
from graphtool.language import Said, Text
from graphtool.recognition import amounts, meanings, periods, timetable, wording, words
from graphtool.recognition.beside_others import parties, party
from graphtool.recognition.book import ANYWHERE, Book
from graphtool.recognition.figures import figure
from graphtool.recognition.found import Cell, Link
from graphtool.recognition.grid import Row
from graphtool.recognition.labelled import is_prose, labelled
from graphtool.recognition.meanings import Meaning
from graphtool.recognition.moments import in_order, is_no_day
from graphtool.recognition.table import Column, Table, cell

PRIVATE = ("contact", meanings.UNREAD.word)
"""What is never read: how to reach people, and what a person does not want read."""
PERCENT = ("%", "prosent")
TIMES = ("deadline", "period")
LABELLED = ("deadline", "note", "status")
"""Details in whose cells may be said what is what: «Ansvarlig: Kari Dahl, frist: mai»."""
BESIDE = {"Need": "ADDRESSES", "Effect": "CONTRIBUTES_TO", "Effect.indicator": "INDICATES"}
"""Things beside a row's own, and how it is tied to them."""
_DEPENDING = re.compile(r"(?:avhenger av|avhengig av|forutsetter|depends on)\s+(.+)", re.IGNORECASE)
_NO_HEADING = Text(
    "«{text}» står ikke under noen overskrift og blir ikke lest",
    "«{text}» står ikkje under noka overskrift og blir ikkje lese",
    "{text!r} stands under no heading and is not read",
)
_GUESSED = Text(
    "«{text}» er lest som {value}; skriv det uten punktum om det er riktig",
    "«{text}» er lese som {value}; skriv det utan punktum om det er rett",
    "{text!r} is read as {value}; write it without the point if it is so",
)
_NO_SHARE = Text(
    "«{text}» er ingen andel: den skal være fra 0 til 100 prosent; tatt med som en opplysning",
    "«{text}» er ingen del: han skal vere frå 0 til 100 prosent; teken med som ei opplysning",
    "{text!r} is no share, which is from 0 to 100 per cent; it is kept as a fact",
)
_NO_DAY = Text(
    "«{text}» er ingen dag i kalenderen; tatt med som det står",
    "«{text}» er ingen dag i kalenderen; teke med som det står",
    "{text!r} is no day of the calendar; it is kept as it stands",
)
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+[.]\w+")
_UNIT = re.compile(r"\s*\([^()]*\)\s*$")


def located(table: Table, row: Row, column: Column | None, book: Book) -> Cell:
    """A cell as evidence."""
    grid = table.grid
    heading = column.heading if column else ""
    document = book.document(grid.file, grid.sheet)
    telling = table.telling
    beside = tuple(wording.plain(cell(row, one)) for one in telling) if telling else ()
    text = cell(row, column)
    lines = text if "\n" in text else ""
    return Cell(document, grid.sheet, row[0], heading, wording.plain(text), beside, lines)


def heading(table: Table, column: Column, below: Cell) -> Cell:
    """The heading of a column as what is read, for a cell below it."""
    return below._replace(row=table.header, text=column.heading)


def tell(table: Table, row: Row, node: str, book: Book, columns: Iterable[Column]) -> None:
    """Edges and facts from these columns of the row."""
    columns = list(columns)
    times = {} if book.nodes[node].kind in ANYWHERE else table.periods
    if any(column.at in times for column in columns):
        _times(table, row, node, book)
    for column in columns:
        if cell(row, column) and column.at not in times:
            _one(table, row, node, book, column)


def _one(table: Table, row: Row, node: str, book: Book, column: Column) -> None:
    text = cell(row, column)
    place = located(table, row, column, book)
    meant = column.meaning
    if ":" in text and _is_labelled(table, row, node, book, column):
        return
    needed = _needed(place.text) if " " in text else ""
    if needed or (meant and meant.group == "relation"):
        relation = "DEPENDS_ON" if needed else str(meant).upper()
        book.later.append(Link(node, relation, needed or text, place))
    if meant is None or meant.word in amounts.SAID:
        _free(table, column, node, book, place)
    elif meant.word == "share":
        _share(table, row, node, book, column)
    elif meant.group == "role":
        parties(book, node, schema.ROLES[meant.word], place)
    elif meant.group == "party":
        party(book, node, meant, place)
    elif meant.group == "thing":
        _beside(book, node, meant, place)
    elif meant.word in TIMES:
        _time(table, column, node, book, place)
    elif meant.group == "detail" and meant.word not in PRIVATE:
        _detail(book, node, meant.word, place)


def _is_labelled(table: Table, row: Row, node: str, book: Book, column: Column) -> bool:
    """Whether a cell says itself what stands in it; then that is told of the node."""
    meant, text = column.meaning, cell(row, column)
    if meant is not None and meant.group != "role" and meant.word not in LABELLED:
        return False
    pieces = labelled(text)
    if (meant is None or meant.word == "note") and is_prose(pieces):
        return False
    for one, said in pieces:
        cells = [said if at == column.at else other for at, other in enumerate(row[1])]
        _one(table, (row[0], cells), node, book, column._replace(meaning=one))
    return bool(pieces)


def _share(table: Table, row: Row, node: str, book: Book, column: Column) -> None:
    """The part of it that the row's owner has; of several owners, or none, it is a fact.

    Without a unit of its own it is percent where a number in the column is above 1.
    """
    place = located(table, row, column, book)
    owner, found = table.one("owner"), figure(place.text)
    whose = book.named(located(table, row, owner, book)) if owner else []
    unit = found.unit.casefold() if found else ""
    is_percent = unit in PERCENT or (not unit and column.at in table.of_hundred)
    number = float(found.value) / (100 if is_percent else 1) if found else None
    number = number if is_percent or not unit else None  # an amount of money
    if number is not None and not 0 <= number <= 1:
        book.warn("not-a-share", Said(_NO_SHARE, text=place.text), place)
    elif len(whose) == 1 and number is not None:
        party = book.one(whose[0], located(table, row, owner, book))
        book.edge(party, "OWNS", node, located(table, row, owner, book))
        book.shares[party, "OWNS", node] = f"{number:.6g}"
        return
    _free(table, column, node, book, place)


def _time(table: Table, column: Column, node: str, book: Book, place: Cell) -> None:
    """When a task is done; of a party or a region a year is none's deadline, but of its figures."""
    if book.nodes[node].kind in ANYWHERE:
        _free(table, column, node, book, place)
        return
    is_period = column.meaning is not None and column.meaning.word == "period"
    told = table.date_orders.get(column.at, "")
    text = periods.numbered(column.heading, place.text) if is_period else place.text
    time = periods.period(text, table.year) if is_period else in_order(text, told)
    tell_no_day(book, place)
    book.fact(node, "deadline", time or text, place)


def tell_no_day(book: Book, place: Cell) -> None:
    """Warns of a cell that is written as a day which no month has: it may be a slip of the pen."""
    if is_no_day(place.text):
        book.warn("not-a-day", Said(_NO_DAY, text=place.text), place)


def _times(table: Table, row: Row, node: str, book: Book) -> None:
    """When it is done, by the columns of months or years in which something stands."""
    found = timetable.of_row(table, row)
    for value, column in found.runs:
        book.fact(node, "deadline", value, located(table, row, column, book))
    for column in found.said:
        place = located(table, row, column, book)
        _free(table, column, node, book, place)


def _needed(text: str) -> str:
    """What a cell says that its row depends on: «Avhenger av 2.1»; empty where it does not."""
    found = _DEPENDING.fullmatch(text.rstrip("."))
    return found[1] if found else ""


def _beside(book: Book, node: str, meant: Meaning, place: Cell) -> None:
    """A need, an effect or an indicator beside the row's own thing."""
    if words.names_nobody(place.text):
        return
    relation = BESIDE.get(str(meant))
    if relation is not None and not words.is_one("ratings", place.text):
        other = book.node(meant.word, place.text, place, subkind=meant.subkind)
        ends = (other, node) if relation == "INDICATES" else (node, other)
        if book.edge(ends[0], relation, ends[1], place):
            return
    book.fact(node, place.column, place.text, place)


def _detail(book: Book, node: str, word: str, place: Cell) -> None:
    if word == "aliases":
        for name in place.text.split(";"):
            book.alias(node, name)
    elif word == "id":
        is_town = book.nodes[node].kind == "Municipality"
        is_its_own = not is_town or municipalities.find(place.text)  # else of its row in the list
        if place.text != node:
            book.fact(node, "number" if is_its_own else place.column, place.text, place)
    elif word == "number":
        lost_zero = place.text.isdecimal() and len(place.text) == len("604")
        book.fact(node, "number", f"0{place.text}" if lost_zero else place.text, place)
    elif word == "tags":
        for tag in re.split(r"[|;,]", place.text):
            if tag.strip():
                book.fact(node, "tag", tag.strip(), place)
    else:
        book.fact(node, word, place.text, place)


def _free(table: Table, column: Column, node: str, book: Book, place: Cell) -> None:
    """A fact under its own heading: a figure with its unit, a date, or words."""
    heading = place.column
    if _ADDRESS.fullmatch(place.text):
        return  # how to reach somebody, whatever the heading
    if not heading:
        book.warn("nameless-column", Said(_NO_HEADING, text=place.text), place)
        return
    scale, is_decimal = table.amounts.get(column.at), column.at in table.decimal
    found = figure(place.text, "" if scale else heading, is_decimal=is_decimal)
    if found is None:
        time = in_order(place.text, table.date_orders.get(column.at, ""))
        book.fact(node, heading, time or place.text, place)
        return
    if found.may_be_decimal:
        message = Said(_GUESSED, text=place.text, value=found.value)
        book.warn("guessed-number", message, place)
    own = amounts.of_heading(heading) if scale else None
    name = _UNIT.sub("", heading) if found.unit and found.unit in heading else heading
    name = own[1] if own else name
    if scale and not found.unit:
        found = scale.of(found)
    elif scale and scale.is_large and words.is_one("currencies", found.unit):
        book.warn("guessed-amount", amounts.in_kroner(place.text, scale), place)
    book.fact(node, name, found.value, place, unit=found.unit)
