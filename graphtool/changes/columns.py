"""The row of an answer's changes, its words those of the query."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from graphtool.changes.differing import KINDS
from graphtool.language import Text, same
from graphtool.queries.fields import col, node_id

if TYPE_CHECKING:
    from graphtool.queries import Query


OF_COLUMN = same("{of}: {label}")


def row_type(query: Query) -> type:
    """A row of changes of that query: its words are ours here too."""
    words = {word: text for field in query.fields for word, text in field.column.words.items()}
    labels = _labels(query)
    shown: dict[str, Any] = {
        "place": Annotated[
            int,
            col(
                ("nr.", "endringens plass"),
                ("nr.", "plassen til endringa"),
                ("no.", "place of the change"),
                in_tables=False,
            ),
        ],
        "change": Annotated[
            str,
            col(
                ("endring", "hva som skjedde"),
                ("endring", "kva som skjedde"),
                ("change", "what happened"),
                KINDS,
            ),
        ],
        "key": Annotated[
            str,
            node_id(
                ("nøkkel", "det raden kjennes på"),
                ("nøkkel", "det rada er kjend på"),
                ("key", "what the row is known by"),
            ),
        ],
        "name": Annotated[
            str,
            col(
                ("hva", "hva raden gjelder"),
                ("kva", "kva rada gjeld"),
                ("name", "what the row is about"),
                words,
            ),
        ],
        "column": Annotated[
            str | None,
            col(
                ("felt", "kolonnen som er endret"),
                ("felt", "kolonnen som er endra"),
                ("column", "the column that changed"),
                labels,
            ),
        ],
        "before": Annotated[
            str | None,
            col(("før", "hva den sa"), ("før", "kva han sa"), ("before", "what it said"), words),
        ],
        "after": Annotated[
            str | None,
            col(
                ("etter", "hva den sier"),
                ("etter", "kva han seier"),
                ("after", "what it says"),
                words,
            ),
        ],
    }
    made: type = NamedTuple("Change", list(shown.items()))  # type: ignore[misc]
    return made


def _labels(query: Query) -> dict[str, Text]:
    """What each column is called; where several are called alike, after the one that it is of."""
    shown = [field for field in query.fields if field.column.in_tables]
    times = Counter(field.column.label for field in shown)
    labels = {field.name: field.column.label for field in query.fields}
    of = shown[0].column.label if shown else same("")
    for field in shown:
        if times[field.column.label] == 1:
            of = field.column.label
        else:
            labels[field.name] = OF_COLUMN.format(of=of, label=field.column.label)
    return labels
