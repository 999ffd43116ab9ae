"""Which row of a worksheet holds headings, by the words that are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from graphtool.recognition import graph_words, heading_words, periods, wording, words
from graphtool.recognition.grid import Row
from graphtool.recognition.meanings import Meaning

LONGEST = 120
"""Letters of a cell from which its row holds no headings."""


def meaning(
    heading: str, given: Mapping[str, Meaning], beside: Mapping[str, Meaning | None]
) -> Meaning | None:
    """What a heading means, as a person has said, or beside the others, or by itself."""
    if not heading.strip():
        return None
    key = wording.key(heading)
    if key in given:
        return given[key]
    several = [key, *heading_words.several(heading)] if beside else []
    said = next((one for one in several if one in beside), None)
    return heading_words.meaning(heading) if said is None else beside[said]


def score(row: Row, given: Mapping[str, Meaning]) -> int:
    """How many of a row's cells are headings that are known."""
    filled = [bare for text in row[1] if (bare := text.strip())]
    if len(filled) < 2 or any(len(text) > LONGEST for text in filled):
        return 0
    months = len(filled) if len(filled) >= periods.MONTHS and periods.is_header(filled) else 0
    return months or sum(_is_known(text, given) for text in filled)


def may_head(row: Row, given: Mapping[str, Meaning]) -> bool:
    """Whether half of a row's cells may be headings: the shortest are looked at first.

    In most rows these are none, and the sentences beside them need not be understood.
    """
    filled = [bare for text in row[1] if (bare := text.strip())]
    if len(filled) >= periods.MONTHS and periods.is_header(filled):
        return True
    others = len(filled) // 2
    for text in sorted(filled, key=len):
        others -= not _is_known(text, given)
        if others < 0:
            return False
    return True


def _is_known(text: str, given: Mapping[str, Meaning]) -> bool:
    """Whether a cell is a heading that a person has said or the list of words has."""
    may_be = text[0].isalpha() or text[0] in "*#(" or text[0] > "\u2000"
    return may_be and (_is_heading(text) or (bool(given) and wording.key(text) in given))


@lru_cache(maxsize=wording.MANY)
def _is_heading(text: str) -> bool:
    is_listed = words.is_one("totals", text) or words.is_one("headings", text)
    return is_listed or bool(heading_words.meaning(text) or graph_words.link(text))


def is_header(row: Row, score: int) -> bool:
    """Whether a row surely holds headings: most of its cells are known ones, and different."""
    if score < 2:
        return False
    filled = [wording.key(text) for text in row[1] if text.strip()]
    return 2 * score >= len(filled) == len(set(filled))


def best(rows: Sequence[Row], scores: Sequence[int], given: Mapping[str, Meaning]) -> int:
    """The place of the row with most headings that are known, one that recurs counted once."""
    apart = [
        len({key for key in map(wording.key, row[1]) if key in given or _is_heading(key)})
        if score
        else 0
        for row, score in zip(rows, scores, strict=True)
    ]
    return apart.index(max(apart)) if any(apart) else scores.index(max(scores))
