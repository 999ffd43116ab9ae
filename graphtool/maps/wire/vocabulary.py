"""What the page knows of the vocabulary, its looks and its words, in the wire form."""

from __future__ import annotations

from graphtool import language, schema
from graphtool.maps import style
from graphtool.maps.layout import matrix
from graphtool.maps.texts import FACTS, TEXTS
from graphtool.maps.wire.records import Json
from graphtool.queries.answer_options import GRADES


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
                **({"letter": relation.letter} if relation.letter else {}),
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
        "borders": style.BORDERS,
        "radius": style.SYMBOL_RADIUS,
        "cell": {
            "step": matrix.SIGN,
            "half": matrix.HALF,
            "broad": matrix.BROAD,
            "letters": matrix.LETTERS,
        },
        "colours": style.COLOURS,
    }


def _folding() -> dict[str, str]:
    """Letters as `language.searchable` folds them, where lower case and no accent are not all."""
    odd = (c for c in map(chr, range(0x80, 0x2000)) if c.casefold() != c.lower())
    plain = {c: language.searchable(c) for c in odd}
    return plain | {chr(code): to for code, to in language.LETTERS.items()}
