"""Initials and short names that a sheet explains itself: «KH = Kari Hansen», below or above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from graphtool.recognition import graph_words, heading_words, role_words, wording, words
from graphtool.recognition.explanations import Explanation, explanations

if TYPE_CHECKING:
    from graphtool.recognition.grid import Row

NEAR = 200
"""So many rows from the top and from the end may hold such a legend."""
LONGEST = 60
"""Letters of a name."""
SEVERAL = 2
"""So many that are explained with no more than a dash are no title."""
_LEAD = re.compile(r"(?:[^\W\d_]+:\s*)?[A-ZÆØÅ]{2,5}\s*[–—:-]\s")
"""How a text begins that may explain some so."""
MOST = 500
"""Rows of a sheet that only explains such names."""
_LETTERS = "[A-ZÆØÅ]{2,5}"
_SIGN = re.compile(_LETTERS)
_SHORT = re.compile(r"[^\W_]{2,6}")
"""What may stand under «Initialer»: «KaHa», too."""


class Initials(NamedTuple):
    """What short names mean, and the cells that say so."""

    names: Mapping[str, str] = {}
    cells: frozenset[tuple[int, int]] = frozenset()
    """Each by its row and place."""


def legend(rows: Sequence[Row]) -> Initials:
    """The names that a sheet explains; those of no heading must have these initials.

    >>> legend([(1, ["Tiltak", "Ansvarlig"]), (2, ["Vei", "KH"]), (4, ["KH = Kari Hansen"])])
    Initials(names={'KH': 'Kari Hansen'}, cells=frozenset({(4, 0)}))
    """
    found: dict[str, str] = {}
    cells: set[tuple[int, int]] = set()
    is_explained = False
    for number, row in rows if len(rows) <= 2 * NEAR else [*rows[:NEAR], *rows[-NEAR:]]:
        filled = [at for at, text in enumerate(row) if text.strip()]
        is_alone = len(filled) == 1
        is_explained = is_explained or (is_alone and words.is_one("explains", row[filled[0]]))
        for sign, name, places in _entries(row, filled, is_explained=is_explained):
            found.setdefault(sign, name)
            cells.update((number, at) for at in places)
    return Initials(found, frozenset(cells))


def of_sheet(title: str, rows: Sequence[Row]) -> tuple[int, dict[str, str]]:
    """The names that a sheet explains of which that is all, and the row of its headings, if any.

    It is called «Forkortelser», or its first column is, or all are the initials of the names beside
    them.

    >>> of_sheet("Ark2", [(1, ["Initialer", "Navn"]), (2, ["KaHa", "Kari Hansen"])])
    (1, {'KaHa': 'Kari Hansen'})
    >>> of_sheet("Ark2", [(1, ["KH", "Kari Hansen"]), (2, ["Vei", "Tinn"])])
    (0, {})
    >>> of_sheet("Ark2", [(1, ["Kortnavn", "Organisasjon"]), (2, ["KS", "Kommunesektoren"])])
    (0, {})
    """
    if not 0 < len(rows) <= MOST:
        return 0, {}
    pairs = [(number, [text.strip() for text in row if text.strip()]) for number, row in rows]
    if any(len(cells) != 2 for _, cells in pairs):
        return 0, {}
    number, (first, second) = pairs[0]
    meant, beside = heading_words.meaning(first), heading_words.meaning(second)
    if graph_words.kind(title) or (meant and beside and beside.group == "party"):
        return 0, {}  # who is listed there is somebody, also where no other sheet names them
    is_headed = words.is_one("explains", first) or (meant is not None and meant.word == "aliases")
    is_explained = is_headed or words.is_one("explains", title)
    said = [(sign, wording.plain(name)) for _, (sign, name) in pairs[is_headed:]]
    sure = _SHORT if is_explained else _SIGN
    are_signs = bool(said) and all(sure.fullmatch(sign) for sign, _ in said)
    if not are_signs or not _are_names(said, is_explained=is_explained):
        return 0, {}
    return number if is_headed else 0, dict(said)


def _entries(
    row: Sequence[str], filled: Sequence[int], *, is_explained: bool
) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Each short name that a row explains, its name, and where they stand."""
    if is_explained and len(filled) == 2 and _SIGN.fullmatch(row[filled[0]].strip()):
        name = wording.plain(row[filled[1]])
        if _may_be(name):
            yield row[filled[0]].strip(), name, tuple(filled)
    for at in filled:
        text = row[at].strip()
        is_told = "=" in text or (is_explained and len(filled) == 1)
        if not is_told and not (len(filled) == 1 and _LEAD.match(text)):
            continue
        several = explanations(text, _LETTERS)
        explained = [one for one in several if isinstance(one, Explanation)]
        if not is_told and len(explained) < SEVERAL:
            continue
        parts = [(one.sign, wording.plain(one.said)) for one in explained]
        is_whole = len(parts) == len(several)
        is_legend = is_whole and _are_names(parts, is_explained=is_explained)
        yield from ((sign, name, (at,)) for sign, name in parts if is_legend)


def _are_names(several: Iterable[tuple[str, str]], *, is_explained: bool) -> bool:
    """Whether those beside short names may be names, and the initials theirs if nothing says so."""
    return all(_may_be(name) and (is_explained or _has(sign, name)) for sign, name in several)


def _may_be(name: str) -> bool:
    """Whether it may be a name: short, and no part in something."""
    return 0 < len(name) <= LONGEST and name[0].isalnum() and role_words.part(name) is None


def _has(sign: str, name: str) -> bool:
    """Whether the words of a name begin with these letters, or those in capitals do.

    >>> _has("KH", "Kari Hansen"), _has("NU", "Nore og Uvdal"), _has("KH", "Klar til høring")
    (True, True, False)
    """
    begins = "".join(word[0] for word in name.replace("-", " ").split())
    return sign == "".join(letter for letter in begins if letter.isupper())
