"""How far from the whole each row of a column stands, by its number, its word or its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from graphtool.recognition import graph_words, heading_words, wording
from graphtool.recognition.grid import Row
from graphtool.recognition.meanings import Meaning
from graphtool.recognition.shapes import plan
from graphtool.recognition.table import STEP, Column, Table, cell, indent_of

_WORD = re.compile(r"(?P<word>[^\W\d]+)\s*(?P<number>\d+(?:[.]\d+)*)?(?P<end>\s*[.:–-])?\s+\S.*")
_DIGITS = r"\d+(?:[.]\d+)*[.][a-zæøå]|\d+(?:[.]\d+)+[a-zæøå]?|\d+"
_NUMBER = re.compile(rf"(?P<number>{_DIGITS})[.:)]?\s+\S.*")
_LETTER = re.compile(r"[a-zæøå][.)]\s+\S.*")
_PARTS = re.compile(r"[/,&+\n]|\s(?:og|and|med)\s")


class Title(NamedTuple):
    """What a cell says of its place in the plan."""

    text: str
    kind: Meaning | None
    """By the word that it begins with."""
    number: str
    """Empty for none."""
    indent: int
    """Spaces before it, and those that stand for the level of its row."""
    is_lettered: bool = False
    """Whether a letter is the last part of its number, or all of it."""


class Place(NamedTuple):
    """What a row is about, and how far from the whole it stands."""

    meant: Meaning | None
    """None where nothing in it says so."""
    level: int
    """From 0; 0 where neither a number nor its place tells."""


def titles_of(table: Table, column: Column) -> dict[int, Title]:
    """What the cells of a column say, by the numbers of their rows; {} where all are empty."""
    return {row[0]: title_of(row, column, table) for row in table.rows if cell(row, column)}


def places(table: Table, column: Column) -> dict[int, Place]:
    """What each row is about, by its number; {} where all cells of the column are empty."""
    titles = titles_of(table, column)
    levels = steps(titles)
    by_level = kinds_at(table, column, kinds_named(column), levels)
    found: dict[int, Place] = {}
    for number, title in titles.items():
        level = levels[number]
        by_place = by_level[level] if level is not None and by_level else None
        found[number] = Place(title.kind or by_place, level or 0)
    return found


def steps(titles: dict[int, Title]) -> dict[int, int | None]:
    """By the number of a row, its level from 0; None where nothing tells it from the others.

    Letters are the last level, however many numbers stand before them.
    """
    depths = sorted({_depth(one) for one in titles.values() if one.number or one.is_lettered})
    indents = sorted({one.indent for one in titles.values()})
    found: dict[int, int | None] = {}
    for row, title in titles.items():
        is_numbered = bool(title.number or title.is_lettered)
        found[row] = None
        if is_numbered and len(depths) > 1:
            found[row] = depths.index(_depth(title))
        elif not is_numbered and len(indents) > 1:
            found[row] = indents.index(title.indent)
    return found


_LAST = 1 << 10
"""Deeper than any number is."""


def _depth(title: Title) -> int:
    return _LAST if title.is_lettered else title.number.count(".")


def kinds_at(
    table: Table, column: Column, kinds: list[Meaning], levels: dict[int, int | None]
) -> list[Meaning]:
    """The kind of each level; [] where the heading names one alone.

    Of more levels than kinds, those below the last but one are of the last, but for those that
    nobody answers for, by no time, while somebody does for what is below them: these are parts of
    the last but one.
    """
    count = 1 + max((one for one in levels.values() if one is not None), default=0)
    if not kinds or count <= len(kinds):
        return kinds
    said = [one for one in table.of("role", "detail") if _says_who_or_when(one)]
    told = {
        level
        for row in table.rows
        if (level := levels.get(row[0])) and any(cell(row, one) for one in said)
    }
    first = max(min(told, default=0), len(kinds) - 1)
    between = plan.part(kinds[-2])
    return [*kinds[:-1], *[between] * (first - len(kinds) + 1), *[kinds[-1]] * (count - first)]


def _says_who_or_when(column: Column) -> bool:
    meant = column.meaning
    return meant is not None and (meant.group == "role" or meant.word == "deadline")


def whole_of(number: str) -> str:
    """The number of what a number is a part of; empty for none.

    >>> [whole_of(number) for number in ("1.1.a", "1.1a", "1.2", "1")]
    ['1.1', '1.1', '1', '']
    """
    if number[-1:].isalpha():
        return number[:-1].rstrip(".")
    return number.rpartition(".")[0]


def kinds_named(column: Column) -> list[Meaning]:
    """The kinds that a heading names, from the whole to its parts: «Mål/tiltak»; [] for one."""
    parts = (heading_words.meaning(part) for part in _PARTS.split(column.heading))
    found = {meant for meant in parts if meant and str(meant) in plan.ORDER}
    return sorted(found, key=lambda one: plan.ORDER.index(str(one))) if len(found) > 1 else []


def title_of(row: Row, column: Column, table: Table) -> Title:
    """What a cell says of its place: by its first word, its number, and how far in it is."""
    indent, text = indent_of(row, column), wording.plain(cell(row, column))
    indent = indent or STEP * table.outlined.get(row[0], 0)
    own = cell(row, table.one("id")).rstrip(".")
    number = own if re.fullmatch(_DIGITS, own) else ""
    if found := _WORD.fullmatch(text):
        kind = graph_words.kind(found["word"])
        if (
            kind
            and (found["number"] or found["end"])
            and str(Meaning("thing", *kind)) in plan.ORDER
        ):
            return Title(text, Meaning("thing", *kind), found["number"] or number, indent)
    if found := _NUMBER.fullmatch(text):
        number = number or found["number"]
    is_lettered = number[-1:].isalpha() or (not number and bool(_LETTER.fullmatch(text)))
    return Title(text, None, number, indent, is_lettered)
