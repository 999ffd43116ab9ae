"""Rows below the headings that are none of the table's, and those that what is above counts for."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_PAGE = re.compile(r"(?:side|page|s[.])\s*\d{1,4}\s*(?:av|of|/)\s*\d{1,4}", re.IGNORECASE)


def parted(rows: Sequence[Row], columns: Sequence[Column]) -> tuple[list[Row], list[Left]]:
    """The rows of the table, and those that are left out: number, first cell and why."""
    places = frozenset(column.at for column in columns)
    time = _time_column(columns)
    kept: list[Row] = []
    left: list[Left] = []
    closed = False
    why: Said | None = None
    for row in rows:
        first = next(text for text in row[1] if text.strip())
        closed = closed or _closes(row, first, is_summed_up=why is reasons.TOTAL)
        why = reasons.BELOW if closed else _why(row, first, places)
        if why is None and time is not None and _is_only(row, time):
            why = reasons.NOTHING_THEN
        if why:
            left.append((row[0], wording.plain(first), why))
        else:
            kept.append(row)
    colours = [one for one in left if one[2] is reasons.COLOUR]
    if len(colours) == 1 and words.is_one("colours", colours[0][1]):
        # One alone explains nothing: «Grønn» is a focus area beside «Smart».
        left.remove(colours[0])
        kept = sorted([*kept, *(row for row in rows if row[0] == colours[0][0])])
    return (kept if time is None else _carried(kept, time)), left


def _why(row: Row, first: str, places: frozenset[int]) -> Said | None:
    """Why a row below the headings is none of the table's; None where it is one."""
    if words.is_one("totals", first) or _sums_up(row, first):
        return reasons.TOTAL
    filled = [at for at, text in enumerate(row[1]) if text and not text.isspace()]
    if len(filled) <= PRINTED and (why := _aside([row[1][at].strip() for at in filled])):
        return why
    if words.is_example(first):
        return reasons.EXAMPLE
    if filled and places.isdisjoint(filled):
        return reasons.BESIDE
    if any(words.is_one("formal", row[1][at]) for at in filled[:2]):
        return reasons.FORMAL
    return None


def _aside(filled: Sequence[str]) -> Said | None:
    """What a row of few cells is, if none of the table's: a note, or what a colour means."""
    if any(map(_PAGE.fullmatch, filled)) or (len(filled) == 1 and _is_note(filled[0])):
        return reasons.NOTE
    is_pair = 0 < len(filled) <= 2
    return reasons.COLOUR if is_pair and words.explains_colour(filled[0]) else None


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
