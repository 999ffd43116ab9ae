"""Rows below the headings that are none of the table's, and those that what is above counts for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING

from graphtool.language import Said
from graphtool.recognition import amounts, reasons, wording, words
from graphtool.recognition.figures import figure
from graphtool.recognition.reasons import Left

if TYPE_CHECKING:
    from graphtool.recognition.grid import Row
    from graphtool.recognition.table import Column

PRINTED = 3
"""Cells at most of what is printed at the head or the foot of each page."""
PAIR = 2
"""Cells at most of a row that says what a colour means."""
_PAGE = re.compile(r"(?:side|page|s[.])\s*\d{1,4}\s*(?:av|of|/)\s*\d{1,4}", re.IGNORECASE)


def parted(rows: Sequence[Row], columns: Sequence[Column]) -> tuple[list[Row], list[Left]]:
    """The rows of the table, and those that are left out: number, first cell and why."""
    places = frozenset(column.at for column in columns)
    telling = frozenset(one.at for one in columns if not _is_free(one))
    time = _time_column(columns)
    kept: list[Row] = []
    left: list[Left] = []
    closed = False
    why: Said | None = None
    for row in rows:
        first = next(text for text in row[1] if text.strip())
        closed = closed or _closes(row, first, is_summed_up=why is reasons.TOTAL)
        why = reasons.BELOW if closed else _why(row, first, places, telling)
        if why is None and time is not None and _is_only(row, time):
            why = reasons.NOTHING_THEN
        if why:
            left.append((row[0], wording.plain(first), why))
        else:
            kept.append(row)
    colours = [number for number, _, why in left if why is reasons.COLOUR]
    if named := frozenset(colours) - _legend(rows, colours):
        left = [one for one in left if one[0] not in named]
        kept = sorted([*kept, *(row for row in rows if row[0] in named)])
    return (kept if time is None else _carried(kept, time)), left


def _is_free(column: Column) -> bool:
    """Whether anything may stand below a heading: where in a report it is said, too."""
    return bool(column.heading) and (column.meaning is None or column.meaning.word == "note")


def _why(row: Row, first: str, places: frozenset[int], telling: frozenset[int]) -> Said | None:
    """Why a row below the headings is none of the table's; None where it is one."""
    if words.is_one("totals", first) or _sums_up(row, first):
        return reasons.TOTAL
    filled = [at for at, text in enumerate(row[1]) if text and not text.isspace()]
    if len(filled) <= PRINTED and (why := _aside(row, filled, telling)):
        return why
    if words.is_example(first):
        return reasons.EXAMPLE
    if filled and places.isdisjoint(filled):
        return reasons.BESIDE
    if any(words.is_one("formal", row[1][at]) for at in filled[:2]):
        return reasons.FORMAL
    return None


def _aside(row: Row, places: Sequence[int], telling: frozenset[int]) -> Said | None:
    """What a row of few cells is, if none of the table's: a note, or what a colour means.

    A page is one of the sheet's own where it stands alone, or where no page is looked for.
    """
    filled = [row[1][at].strip() for at in places]
    pages = [at for at in places if _PAGE.fullmatch(row[1][at].strip())]
    is_page = bool(pages) and (len(filled) == 1 or not telling.isdisjoint(pages))
    if is_page or (len(filled) == 1 and _is_note(filled[0])):
        return reasons.NOTE
    is_colour = 0 < len(filled) <= PAIR and words.explains_colour(filled[0])
    is_more = len(filled) == PAIR and not words.is_one("colours", filled[0])
    if is_colour and (not is_more or words.explains_colour(filled[1])):
        return reasons.COLOUR
    return None


def _legend(rows: Sequence[Row], colours: Sequence[int]) -> frozenset[int]:
    """The rows, of these that may explain colours, that do; the others name what is listed.

    «Grønn» and «Blå» are focus areas too. What explains colours stands last, or before a blank row;
    above it is a blank row, or it says a state, as «Gul: forsinket» does.

    >>> rows = [(2, ["Smart"]), (3, ["Grønn"]), (4, ["Blå"]), (6, ["Gul"]), (7, ["Rød"])]
    >>> sorted(_legend(rows, [3, 4, 6, 7]))
    [6, 7]
    """
    if not colours:
        return frozenset()
    texts = {number: [text.strip() for text in cells if text.strip()] for number, cells in rows}
    several = frozenset(colours)
    found: set[int] = set()
    for first in (one for one in colours if one - 1 not in several and one > rows[0][0]):
        last = next(one for one in count(first) if one + 1 not in several)
        run = [texts[one] for one in range(first, last + 1)]
        is_name = len(run) == 1 and words.is_one("colours", run[0][0])
        is_parted = first - 1 not in texts and not is_name
        if last + 1 not in texts and (is_parted or any(map(_says_state, run))):
            found.update(range(first, last + 1))
    return frozenset(found)


def _says_state(filled: Sequence[str]) -> bool:
    """Whether a colour is explained as no title is: «Gul = ...», or with a state behind it."""
    state = re.split(r"[=:–-]", filled[-1], maxsplit=1)[-1]
    return "=" in filled[0] or words.is_one("states", state)


def _is_note(text: str) -> bool:
    """Whether a text alone in its row begins as a note does: «* TBD = ...», «Merk: ...»."""
    head, colon, _ = text.partition(":")
    is_starred = text.lstrip().startswith(("*", *"¹²³⁴⁵⁶⁷⁸⁹")) and not text.rstrip().endswith("*")
    return is_starred or (bool(colon) and words.is_one("notes", head)) or amounts.is_note(text)


def _sums_up(row: Row, first: str) -> bool:
    """Whether a row is «Sum investeringer» before figures, and nothing else."""
    begin, _, rest = wording.plain(first).partition(" ")
    if not rest or not words.is_one("totals", begin):
        return False
    others = [text for text in row[1] if text.strip() and text != first]
    return bool(others) and all(figure(text) or words.names_nobody(text) for text in others)


def _closes(row: Row, first: str, *, is_summed_up: bool) -> bool:
    """Whether a row is a heading alone from which on the sheet is about something else."""
    is_end = words.is_one("filters", first) or words.is_one("explains", first)
    is_end = is_end or (is_summed_up and words.is_one("closes", first))
    return is_end and sum(bool(text.strip()) for text in row[1]) == 1


def _is_only(row: Row, place: int) -> bool:
    """Whether a row names a month, and nothing in it."""
    return not any(text.strip() for at, text in enumerate(row[1]) if at != place)


def _carried(rows: list[Row], at: int) -> list[Row]:
    """The rows, with a month that stands once in each of the rows below that it counts for."""
    out: list[Row] = []
    last = ""
    for number, cells in rows:
        text = cells[at] if at < len(cells) else ""
        last = text if text.strip() else last
        out.append((number, [*cells[:at], last, *cells[at + 1 :]]))
    return out


def _time_column(columns: Sequence[Column]) -> int | None:
    """The place of a column of months before all others; None for none."""
    first = next((one for one in columns if one.heading), None)
    is_time = first and first.meaning and first.meaning.word == "period"
    return first.at if first and is_time else None
