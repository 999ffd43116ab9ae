"""Titles that are sentences, and the slide of a table."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool.language import shortened
from graphtool.slides import words
from graphtool.slides.asked import Asked
from graphtool.slides.deck import Column, Slide, Table

LONGEST = 150
"""Letters of a title; a longer sentence is cut where a part of it ends, and noted whole."""
ROWS = 8
"""Of a table."""


def headline(sentence: str) -> str:
    """A sentence as a title: without its full stop, cut before a list where it is too long.

    >>> headline("Ingen svarer for det.")
    'Ingen svarer for det'
    >>> headline("Skien skiller seg ut ved rollene: " + "leder alt mulig, " * 20)
    'Skien skiller seg ut ved rollene'
    """
    whole = sentence.strip().removesuffix(".")
    if len(whole) <= LONGEST:
        return whole
    ends = [at for mark in (": ", "; ") if 0 < (at := whole.find(mark)) <= LONGEST]
    if ends:
        return whole[: min(ends)]
    return whole[:LONGEST].rpartition(" ")[0].rstrip(" ,;:.–-") + "…"


def lowered(sentence: str) -> str:
    """The sentence as it goes on after a colon."""
    return sentence[:1].lower() + sentence[1:]


def whole(asked: Asked, sentence: str) -> tuple[str, ...]:
    """A note with the sentence, where its title cut it."""
    title = headline(sentence)
    if title == sentence.strip().removesuffix("."):
        return ()
    return (asked.say(words.WHOLE).format(text=sentence),)


def table(
    asked: Asked,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    *,
    notes: Sequence[str] = (),
    caption: str = "",
    is_small: bool = False,
) -> Slide:
    """A slide of a table; rows that it has no room for are in the notes, and that is said.

    A column that says nothing in any row is left out.
    """
    used = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    shown, rest = rows[:ROWS], rows[ROWS:]
    if rest:
        more = asked.say(words.shown_of(len(shown), len(rows)))
        caption = " ".join(filter(None, (caption, more)))
        left = [" – ".join(row[at] for at in used if row[at]) for row in rest]
        notes = [*notes, asked.say(words.NOT_SHOWN), *asked.shortened(left)]
    return Slide(
        title=title,
        caption=caption,
        body=Table(
            columns=tuple(columns[at] for at in used),
            rows=tuple(tuple(row[at] for at in used) for row in shown),
            about=asked.say(words.TABLE).format(title=shortened(title)),
            left_out=len(rest),
            is_small=is_small,
        ),
        notes=tuple(notes),
    )
