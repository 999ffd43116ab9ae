"""The answer of any query as one slide."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from graphtool import answers
from graphtool.errors import GraphtoolError
from graphtool.language import Said, Text
from graphtool.slides.asked import Asked
from graphtool.slides.chapters.sentences import headline, table, whole
from graphtool.slides.deck import Column, Slide

if TYPE_CHECKING:
    from graphtool.engine import Answer

_NO_ROWS = Text(
    "{query} har ingen rader til et lysbilde{said}",
    "{query} har ingen rader til eit lysbilete{said}",
    "{query} has no rows for a slide{said}",
)
_NONE_OF_THEIRS = Text(
    "{query} har ingen rader om {names}",
    "{query} har ingen rader om {names}",
    "{query} has no rows about {names}",
)

COLUMNS = 6
"""Of a table; more leave no room for words."""


def answer(asked: Asked, query: str) -> Slide:
    """The rows of a query under its first remark; what has no room is in the notes.

    Of a part of the graph it stands under what the query answers: what is remarked is of the whole.

    Raises `UnknownName` where there is no such query, `GraphtoolError` where it has no rows.
    """
    found = asked.own(query)
    if asked.part and found.rows.empty:
        raise GraphtoolError(Said(_NONE_OF_THEIRS, query=query, names=asked.part.narrowed.names))
    remarks = asked.remarks(query)
    if found.rows.empty:
        said = f": {remarks[0]}" if remarks else ""
        raise GraphtoolError(Said(_NO_ROWS, query=query, said=said))
    return of(asked, found, remarks)


def of(
    asked: Asked, found: Answer, remarks: Sequence[str], *, without: Collection[str] = ()
) -> Slide:
    """The rows of an answer, which has some, under the first of what is said beside them.

    `without` are columns that say nothing here.
    """
    shown = answers.shown(found, asked.language)
    # The quote is for the notes; of the others those at the left say what a row is about.
    left_out = {"quote", *without}
    kept = [at for at, field in enumerate(shown.fields) if field.name not in left_out][:COLUMNS]
    columns = [Column(shown.headings[at].capitalize(), _share(shown, at)) for at in kept]
    cells = [[row[at] for at in kept] for row in shown.rows]
    is_said = remarks and not asked.part
    sentence = remarks[0] if is_said else found.query.answers.in_(asked.language)
    quotes: tuple[str, ...] = ()
    if {"document", "line", "quote"} <= set(found.rows.columns):
        quotes = asked.quoted(asked.row_quotes(found.rows, shown.fields[shown.title].name))
    notes = [*whole(asked, sentence), *remarks, *quotes]
    return table(asked, headline(sentence), columns, cells, notes=notes)


def _share(shown: answers.Shown, at: int) -> float:
    """A column's share of the width: by how long its words are, though no more than some lines."""
    longest = max(len(shown.headings[at]), *(min(len(row[at]), 60) for row in shown.rows))
    return float(max(longest, 8) ** 0.7)
