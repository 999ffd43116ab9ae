"""What a change between two graphs says, column by column, and what it is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, NamedTuple, get_args, get_type_hints

from graphtool import schema
from graphtool.comparison.state import State
from graphtool.language import Text, same
from graphtool.maps.compare import Comparison
from graphtool.maps.texts import FACTS, TEXTS
from graphtool.queries import columns
from graphtool.queries.answer_options import GRADES
from graphtool.queries.fields import Document, Line, NodeName, Quote, col, node_id
from graphtool.queries.owner_columns import KIND_WORDS, RELATION_WORDS, Kind

if TYPE_CHECKING:
    import pandas as pd


CHANGES = {
    "added": Text("ny", "ny", "added"),
    "gone": Text("borte", "borte", "gone"),
    "moved": Text("flyttet", "flytta", "moved"),
    "owner": Text("hvem som svarer", "kven som svarer", "who answers"),
    "worse": Text("dårligere svart for", "dårlegare svart for", "worse answered for"),
    "better": Text("bedre svart for", "betre svart for", "better answered for"),
    "renamed": Text("nytt navn", "nytt namn", "renamed"),
    "changed": Text("endret", "endra", "changed"),
    "tied": Text("ny sammenheng", "ny samanheng", "new relation"),
    "untied": Text("sammenheng borte", "samanheng borte", "relation gone"),
}
"""What may have become of something, in the order in which it is told."""
WORDS = {**KIND_WORDS, **schema.MODALITIES, **schema.STATUSES, **GRADES}
PAIR = "{} – {}"
"""What a relation is called, by the names of its ends."""
_FIELDS = {name[6:]: text for name, text in TEXTS.items() if name.startswith("field_")}


class Changed(NamedTuple):
    """A change, and the node that it is about."""

    node: Annotated[
        str,
        node_id(
            ("id", "id-en til noden det gjelder"),
            ("id", "id-en til noden det gjeld"),
            ("node", "id of the node that it is about"),
        ),
    ]
    change: Annotated[
        str,
        col(
            ("endring", "hva det ble til"),
            ("endring", "kva det blei til"),
            ("change", "what became of it"),
            CHANGES,
        ),
    ]
    kind: Kind
    name: NodeName
    what: Annotated[
        str | None,
        col(
            ("hva", "sammenhengen eller feltet som er endret"),
            ("kva", "samanhengen eller feltet som er endra"),
            ("what", "the relation or the field that changed"),
            {**FACTS, **_FIELDS, **RELATION_WORDS},
        ),
    ]
    before: Annotated[
        str | None,
        col(("før", "hva det var"), ("før", "kva det var"), ("before", "what it was"), WORDS),
    ]
    after: Annotated[
        str | None,
        col(("etter", "hva det er"), ("etter", "kva det er"), ("after", "what it is"), WORDS),
    ]
    document: Document
    line: Line
    quote: Quote


def table(rows: Iterable[Changed]) -> pd.DataFrame:
    """The rows as an answer has them."""
    return columns.of_rows(Changed, rows).astype({"line": "int64"})


def row_type(called: Mapping[str, Text]) -> type:
    """A row of changes whose names are also ours: what each is called in the other languages."""
    if not called:
        return Changed
    fields = get_type_hints(Changed, include_extras=True)
    for name in ("name", "before", "after"):
        kind, column = get_args(fields[name])
        fields[name] = Annotated[kind, column._replace(words={**called, **column.words})]
    made: type = NamedTuple("Changed", list(fields.items()))  # type: ignore[misc]
    return made


def called(old: State, new: State, found: Comparison) -> dict[str, Text]:
    """By name, what a node or a pair that changed is called in each language, where that differs.

    A name stands as it is where it is of several that are called differently, as of one that was
    renamed: of that the name itself is told.
    """
    named: dict[str, set[Text]] = {}
    for known in (*old.nodes.values(), *new.nodes.values()):
        named.setdefault(known.label, set()).add(known.words)
    words = {
        label: several.pop()
        for label, several in named.items()
        if len(several) == 1 and several != {same(label)}
    }
    for node, change in found.nodes.items():
        if any(row.field == "label" for row in change.was):
            for state in (old, new):
                words.pop(state.nodes[node].label, None)
    for source, target, _ in found.edges if words else ():
        if source in new.nodes and target in new.nodes:
            ends = [new.nodes[end].label for end in (source, target)]
            if not words.keys().isdisjoint(ends):
                both = (words.get(end, same(end)) for end in ends)
                words[PAIR.format(*ends)] = Text(*map(PAIR.format, *both))
    return words
