"""The page's data: sheets of the graph, and the vocabulary, looks and words that they share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graphtool import language, schema
from graphtool.graph import PlanGraph, unread
from graphtool.language import Text, same
from graphtool.maps import records, style
from graphtool.maps.content import Json
from graphtool.maps.selection import LIMIT
from graphtool.maps.settings import Settings
from graphtool.maps.texts import FACTS, TEXTS
from graphtool.queries.responsibility import GRADES


def page_data(
    graph: PlanGraph,
    sheets: Sequence[Json],
    settings: Settings,
    *,
    why: Text | None = None,
    findings: Sequence[Json] | None = (),
    story: Sequence[Json] = (),
    below: Sequence[Json] = (),
) -> Json:
    """Everything the page shows: the first sheet's own data, and what all sheets share.

    `why` says why the first sheet is opened, where nobody asked for it; `findings` are None where
    the graph is too large for them; `below` are sheets of groups, opened from the others.
    """
    before = settings.before
    left = unread.sentences(
        unread.in_order([*graph.unread, *(before.unread if before is not None else ())])
    )
    documents = (records.documents(before) if before is not None else {}) | records.documents(graph)
    if len(graph.nodes) > LIMIT:
        cited = _cited([*sheets, *below])
        documents = {name: fields for name, fields in documents.items() if name in cited}
    return {
        "meta": {
            "title": title(graph, settings),
            "lang": settings.lang,
            "theme": settings.theme,
            "asOf": settings.as_of or "",
            "notes": [*settings.notes, *left],
            "why": why,
            "unread": left,
            "sheets": [[sheet["view"], sheet["title"], sheet["purpose"]] for sheet in sheets],
            "below": [[sheet["view"], sheet["title"]] for sheet in below],
            "findings": findings,
            "story": list(story),
            "before": None if before is None else settings.before_name or title(before, Settings()),
        },
        **sheets[0],
        "documents": documents,
        **vocabulary(),
    }


def _cited(value: Any) -> set[str]:
    """The documents that anything in a sheet names as its source."""
    found: set[str] = set()
    stack = [value]
    while stack:
        part = stack.pop()
        if isinstance(part, dict):
            if isinstance(name := part.get("document"), str):
                found.add(name)
            stack += part.values()
        elif isinstance(part, list | tuple):
            stack += part
    return found


def title(graph: PlanGraph, settings: Settings) -> Text:
    """What the map is called."""
    if settings.title:
        return same(settings.title)
    return graph.title if any(graph.title) else same("graphtool")


def vocabulary() -> Json:
    """What the page knows of the vocabulary, its looks and its words, whatever the graph."""
    return {
        "kinds": {
            kind.name: {
                "label": kind.label,
                "plural": kind.plural,
                "shape": kind.shape,
                "subkinds": kind.subkinds,
                "fill": {theme: style.fill(kind.name, theme) for theme in style.THEMES},
            }
            for kind in schema.KINDS.values()
        },
        "relations": {
            relation.name: {
                "label": relation.label,
                "inverse": relation.inverse,
                "undirected": relation.undirected,
                **relation.line._asdict(),
            }
            for relation in schema.RELATIONS.values()
        }
        | style.DERIVED,
        "modalities": schema.MODALITIES,
        "statuses": schema.STATUSES,
        "grades": {
            grade: {"label": GRADES[grade], "shape": shape, "colour": colour}
            for grade, (shape, colour) in style.BADGES.items()
        },
        "changes": style.CHANGES,
        "languages": language.LANGUAGES,
        "texts": TEXTS,
        "facts": FACTS,
        "fold": _folding(),
        "shapes": style.SHAPES,
        "arrows": style.ARROWS,
        "marks": style.MARKS,
        "radius": style.SYMBOL_RADIUS,
        "colours": style.COLOURS,
    }


def _folding() -> dict[str, str]:
    """Letters as `language.searchable` folds them, where lower case and no accent are not all."""
    odd = (c for c in map(chr, range(0x80, 0x2000)) if c.casefold() != c.lower())
    plain = {c: language.searchable(c) for c in odd}
    return plain | {chr(code): to for code, to in language._LETTERS.items()}
