"""Legends: what a sheet itself says of the letters in its cells, and where it says so.

«A = Ansvarlig» above, below or beside a table says what A means in it. But goals and measures are
lettered too: «A: Samarbeid på tvers» is one. So a legend explains a letter that stands as a mark
in some cell, and nothing within a table that its headings know is taken for one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from graphtool.recognition import marks, role_words, wording, words
from graphtool.recognition.explanations import Explanation, explanations

if TYPE_CHECKING:
    from graphtool.recognition.grid import Row

_AFTER = frozenset(["=", ":", " ", "-", "–", "—", ")", ""])
"""What may stand behind a letter or two that are explained, or that stand alone."""
_MAY_BE = re.compile(r"(?:[^=:]*:\s*)?\(?[A-ZÆØÅ]{1,2}\)?(?:\s*[=:–—-]|\s)")
"""How a text begins that explains letters, without going through all of it."""
_LETTERS = "[A-ZÆØÅ]{1,2}"
_SIGN = re.compile(_LETTERS)
MOST = 60
"""Rows of a sheet that only explains letters."""
_LONGEST = len("A / B, C")
"""Letters of a cell that holds marks alone."""
Place = tuple[int, int]
"""The number of a row in the sheet, and the place in it."""


class Entry(NamedTuple):
    """A letter and what is said of it."""

    sign: str
    role: str | None
    """Empty for none, None where it is no known part."""
    is_equal: bool
    """Whether «=» stands between them, which nobody writes in a title."""
    is_whole: bool
    """Whether nothing follows the part: «Ansvarlig», and not «Samarbeid om skole»."""


@dataclass
class Block:
    """Letters that are explained beside or below each other."""

    entries: list[Entry] = field(default_factory=list)
    cells: list[Place] = field(default_factory=list)
    is_used: bool = False
    """Whether one of its letters stands as a mark in the sheet."""

    @property
    def is_legend(self) -> bool:
        """Whether this is one: half of its letters are parts that are known, and one surely."""
        known = [one for one in self.entries if one.role is not None]
        if self.is_used:
            is_sure = any(one.is_equal or one.is_whole for one in known)
            return is_sure and 2 * len(known) >= len(self.entries)
        return self.is_sure

    @property
    def is_sure(self) -> bool:
        """Whether it is none of the titles that somebody gives: «A = Ansvarlig»."""
        return all(one.is_equal and one.is_whole for one in self.entries)


class Legend(NamedTuple):
    """What a sheet says of its letters."""

    letters: Mapping[str, str | None] = {}
    """The role that each gives: empty for none, None where what it says is no known part."""
    cells: frozenset[Place] = frozenset()
    """Where it stands."""


NONE = Legend()


class Under(NamedTuple):
    """A table, as far as it bears on what may be a legend in it."""

    rows: range
    """Numbers of the rows from its headings to the next ones."""
    filled: Mapping[int, int]
    """How many cells each of them fills beside legends, where it fills any."""
    telling: frozenset[int]
    """Places of the columns whose meaning is known."""
    marked: frozenset[int]
    """Places of the columns in which marks may stand."""


def blocks(rows: Sequence[Row]) -> list[Block]:
    """What may be legends in a sheet; [] where nothing may.

    >>> rows = [(1, ["Tiltak", "Tinn"]), (2, ["Fond", "A"]), (4, ["A = Ansvarlig, D = Deltar"])]
    >>> legend(blocks(rows))
    Legend(letters={'A': 'responsible', 'D': 'participants'}, cells=frozenset({(4, 0)}))
    >>> blocks([(1, ["Delmål"]), (2, ["A: Samarbeid på tvers"]), (3, ["B: Støtte til gründere"])])
    []
    """
    found = _together(rows)
    if not found:
        return []
    explained = {cell for one in found for cell in one.cells}
    used = {sign for sign, _ in _used(rows, explained)}
    for one in found:
        one.is_used = any(entry.sign in used for entry in one.entries)
    return [one for one in found if one.is_legend]


def legend(several: Iterable[Block]) -> Legend:
    """What these say together; an empty one of none."""
    letters: dict[str, str | None] = {}
    cells: set[Place] = set()
    for one in several:
        cells.update(one.cells)
        for entry in one.entries if one.is_used else ():
            letters.setdefault(entry.sign, entry.role)
    return Legend(letters, frozenset(cells))


def of_sheet(title: str, rows: Sequence[Row]) -> tuple[int, dict[str, str | None]]:
    """What a sheet says of letters of which that is all, and the row of its headings, if any.

    Half of the letters at least are known parts; where neither the title nor a heading says that
    it explains, all are.

    >>> of_sheet("Ark2", [(1, ["Bokstav", "Betydning"]), (2, ["A", "Ansvarlig"])])
    (1, {'A': 'responsible'})
    >>> of_sheet("Ark2", [(1, ["A = Ansvarlig, D = Deltar"])]), of_sheet("Ark2", [(1, ["A = Å"])])
    ((0, {'A': 'responsible', 'D': 'participants'}), (0, {}))
    """
    if not 0 < len(rows) <= MOST or any(sum(map(bool, row)) > 2 for _, row in rows):
        return 0, {}
    heads = {wording.key(text) for text in rows[0][1] if text.strip()}
    is_headed = any(words.is_one("explains", head) or words.is_one("signs", head) for head in heads)
    found: list[Entry] = []
    for _, row in rows[is_headed:]:
        filled = [at for at, text in enumerate(row) if text.strip()]
        several, width = _entries(row, filled[0], row[filled[0]])
        if not several or len(filled) > width:
            return 0, {}
        found += several
    known = [one for one in found if one.role is not None and (one.is_equal or one.is_whole)]
    is_told = is_headed or words.is_one("explains", title)
    if not known or 2 * len(known) < len(found) * (1 if is_told else 2):
        return 0, {}
    letters: dict[str, str | None] = {}
    for one in found:
        letters.setdefault(one.sign, one.role)
    return rows[0][0] if is_headed else 0, letters


def _together(rows: Iterable[Row]) -> list[Block]:
    """All letters that are explained, those beside or right below each other as one.

    Not where the one row holds something else and the other none: below lettered measures with
    their marks may stand what the marks mean.
    """
    found: list[Block] = []
    above: tuple[int, bool, set[int]] = (0, False, set())
    for number, row in rows:
        entries: list[Entry] = []
        places: list[int] = []
        for at, text in enumerate(row):
            # Nearly all cells are none: a sheet may have twenty million, most of them empty.
            if not text or not ("=" in text or text[1:2] in _AFTER or text[2:3] in _AFTER):
                continue
            several, width = _entries(row, at, text)
            if several:
                entries += several
                places += range(at, at + width)
        if not entries:
            continue
        is_alone = len(places) == sum(map(bool, map(str.strip, row)))
        last, was_alone, columns = above
        if number > last + 1 or is_alone != was_alone or columns.isdisjoint(places):
            found.append(Block())
        found[-1].entries += entries
        found[-1].cells += [(number, place) for place in places]
        above = (number, is_alone, set(places))
    return found


def _entries(row: Sequence[str], at: int, text: str) -> tuple[list[Entry], int]:
    """The letters that a cell explains, and over how many cells."""
    bare = text.strip()
    if len(bare) < len("A=x"):
        after = row[at + 1].strip() if at + 1 < len(row) else ""
        alone = not any(one.strip() for one in (*row[max(at - 1, 0) : at], *row[at + 2 : at + 3]))
        is_pair = after and alone and _SIGN.fullmatch(bare)
        return ([_entry(bare, after, is_equal=False)] if is_pair else []), 2
    entries: list[Entry] = []
    if "=" in bare or _MAY_BE.match(bare):
        for piece in explanations(bare, _LETTERS):
            if isinstance(piece, Explanation):
                entries.append(_entry(piece.sign, piece.said, is_equal=piece.is_equal))
            elif not entries:
                break  # begins otherwise: told in words, and no legend
    return entries, 1


def _entry(sign: str, said: str, *, is_equal: bool) -> Entry:
    first = re.split(r"[,/;–-]|\s\(", said)[0]
    is_whole = any(role_words.part(one, is_whole=True) is not None for one in (said, first))
    return Entry(sign, role_words.part(said), is_equal, is_whole)


def _used(rows: Iterable[Row], explained: set[Place]) -> Iterator[tuple[str, Place]]:
    """The letters that stand alone in a cell as marks do, and where."""
    for number, row in rows:
        for at, text in enumerate(row):
            if text and len(text) <= _LONGEST and (number, at) not in explained:
                for letter in marks.letters(text):
                    yield letter, (number, at)


def apart(several: Sequence[Block], tables: Sequence[Under], rows: Sequence[Row]) -> list[Block]:
    """Those of the blocks that are none of what these tables list."""
    explained = {cell for one in several for cell in one.cells}
    used = list(_used(rows, explained))
    blank = _blank(rows)
    return [one for one in several if not any(_holds(table, one, blank, used) for table in tables)]


def _blank(rows: Sequence[Row]) -> frozenset[int]:
    """Numbers of the rows that have a blank one above them."""
    return frozenset(after[0] for before, after in pairwise(rows) if after[0] > before[0] + 1)


def _holds(
    table: Under, one: Block, blank: frozenset[int], used: Iterable[tuple[str, Place]]
) -> bool:
    """Whether what stands under known headings is the table's own, and no legend below it.

    Right below the last row, with no blank one between, it explains marks of that table.
    """
    places = [number for number, at in one.cells if number in table.rows and at in table.telling]
    if not places:
        return False
    last = max((row for row, count in table.filled.items() if count > 1), default=sys.maxsize)
    is_beside = not table.filled.keys().isdisjoint(places)
    if is_beside or one.is_sure:
        return is_beside
    if min(places) <= last:
        return True
    if not one.is_used or any(last < number <= min(places) for number in blank):
        return False
    signs = {entry.sign for entry in one.entries}
    return not any(
        sign in signs and number in table.filled and at in table.marked
        for sign, (number, at) in used
    )


def without(rows: Sequence[Row], one: Legend) -> Sequence[Row]:
    """The rows without the cells of the legend, those that hold nothing else left out."""
    if not one.cells:
        return rows
    bare = (
        (number, ["" if (number, at) in one.cells else text for at, text in enumerate(row)])
        for number, row in rows
    )
    return [(number, row) for number, row in bare if any(text.strip() for text in row)]
