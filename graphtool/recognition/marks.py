"""Marks of a matrix: what x, words and letters in its cells say, by the sheet's own legend first.

«A = Ansvarlig» above, below or beside the table says what A means in it. Where no legend does, the
letters of RACI are read as everybody reads them, and what is left is a guess that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from graphtool.recognition import words

LEAST = 2
"""So many letters with parts that are known make a legend: one alone may be anything."""
RACI = frozenset("RASCI")
"""Letters that mean the same to all who use them together."""
_ENTRY = re.compile(
    r"(?:[^=:]*:\s*)?\(?(?P<sign>[A-ZÆØÅ]{1,2})\)?(?:\s*[=:]\s*|\s+[-–—]\s*|[-–—]\s+)(?P<words>\S.*)"
)
_BETWEEN = re.compile(r"[;,|\n]|\s(?=[A-ZÆØÅ]{1,2}\s?=)")
_AFTER = frozenset(["=", ":", " ", "-", "–", "—", ")", ""])
"""What may stand behind a letter or two that are explained, or that stand alone."""
_SIGN = re.compile(r"[A-ZÆØÅ]{1,2}")
Row = tuple[int, list[str]]


class Legend(NamedTuple):
    """What a sheet says of its letters."""

    letters: Mapping[str, str | None] = {}
    """The role that each gives: empty for none, None where what it says is no known part."""
    cells: frozenset[tuple[int, int]] = frozenset()
    """Where it stands, each cell by its row and place."""


def legend(rows: Iterable[Row]) -> Legend:
    """The legend of a sheet; an empty one where it has none.

    >>> legend([(1, ["Tiltak", "Tinn"]), (2, ["Fond", "A"]), (4, ["A = Ansvarlig, D = Deltar"])])
    Legend(letters={'A': 'responsible', 'D': 'participants'}, cells=frozenset({(4, 0)}))
    """
    found: dict[str, str | None] = {}
    cells: set[tuple[int, int]] = set()
    for number, row in rows:
        for at, text in enumerate(row):
            # Nearly all cells are none: a sheet may have twenty million, most of them empty.
            if not text or not ("=" in text or text[1:2] in _AFTER or text[2:3] in _AFTER):
                continue
            for sign, said, places in _entries(row, at, text):
                found.setdefault(sign, words.part(said))
                cells.update((number, place) for place in places)
    known = [role for role in found.values() if role is not None]
    is_one = len(known) >= LEAST and 2 * len(known) >= len(found)
    return Legend(found, frozenset(cells)) if is_one else Legend()


def _entries(row: Sequence[str], at: int, text: str) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Each letter that a cell explains, in how many words, and in which places they stand."""
    bare = text.strip()
    if len(bare) < len("A=x"):
        after = row[at + 1].strip() if at + 1 < len(row) else ""
        alone = not any(one.strip() for one in (*row[max(at - 1, 0) : at], *row[at + 2 : at + 3]))
        if after and alone and _SIGN.fullmatch(bare):
            yield bare, after, (at, at + 1)
    elif "=" in bare or _ENTRY.match(bare):
        parts: list[list[str]] = []
        for piece in _BETWEEN.split(bare):
            if entry := _ENTRY.fullmatch(piece.strip()):
                parts.append([entry["sign"], entry["words"]])
            elif not parts and not piece.rstrip().endswith(":"):
                return  # begins otherwise: told in words, and no legend
        yield from ((sign, said, (at,)) for sign, said in parts)


def without(rows: Sequence[Row], one: Legend) -> Sequence[Row]:
    """The rows without the cells of the legend, those that hold nothing else left out."""
    if not one.cells:
        return rows
    bare = (
        (number, ["" if (number, at) in one.cells else text for at, text in enumerate(row)])
        for number, row in rows
    )
    return [(number, row) for number, row in bare if any(text.strip() for text in row)]


def letters(text: str) -> list[str]:
    """The letters of a mark: «A/R» is two.

    >>> letters("A/R"), letters("**D**, K")
    (['A', 'R'], ['D', 'K'])
    """
    plain = words.plain(text).upper()
    return [part for part in re.split(r"[\s/,;+&]+", plain) if part]


def roles(text: str, meant: Mapping[str, str | None]) -> list[str] | None:
    """The roles that a mark gives, none for «nei» and the like; None where it is no mark.

    `meant` says what letters mean here.

    >>> roles("x", {}), roles("A/D", {"A": "owner", "D": ""}), roles("Deltek", {}), roles("Q", {})
    (['participants'], ['owner'], ['participants'], None)
    """
    several = [meant.get(letter) for letter in letters(text)]
    if several and None not in several:
        return [role for role in dict.fromkeys(several) if role]
    if words.is_one("present", text):
        return ["participants"]
    if words.is_one("absent", text):
        return []
    role = words.part(text, is_whole=True)
    return None if role is None else [role] if role else []


def is_raci(used: Iterable[str]) -> bool:
    """Whether these letters are RACI's, with who is responsible and who is accountable.

    >>> is_raci("RAC"), is_raci("ACI"), is_raci("RAK")
    (True, False, False)
    """
    return {"R", "A"} <= set(used) <= RACI
