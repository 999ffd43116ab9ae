"""What the deck rests on: its documents, and how much each says."""

from __future__ import annotations

from typing import Any

from graphtool.language import number
from graphtool.slides import letters, words
from graphtool.slides.asked import Asked
from graphtool.slides.chapters.sentences import headline, table
from graphtool.slides.deck import Column, Slide

SOURCED = ("all-sourced", "unsourced")
NAMED = 2
"""Documents that the footer names."""
FOOT, WIDE = 10.0, 180.0
"""Letters of the footer, and the room for a title in it, in points."""


def sources(asked: Asked) -> Slide | None:
    """The documents, those that say most first; None where the data name none."""
    documents = _ranked(asked)
    if not documents:
        return None
    found = next((f for f in asked.findings if f.key in SOURCED), None)
    form = words.ONE_SOURCE if len(documents) == 1 else words.SOURCES
    title = headline(asked.say(found.text)) if found else asked.say(form).format(n=len(documents))
    columns = [
        Column(asked.say(words.DOCUMENT), 0.48),
        Column(asked.say(words.CALLED), 0.16),
        Column(asked.say(words.PUBLISHER), 0.16),
        Column(asked.say(words.DATED), 0.1),
        Column(asked.say(words.ASSERTIONS), 0.1),
    ]
    cells = [
        [
            row["title"] or row["file"] or row["id"],
            row["id"],
            row["publisher"],
            row["date"],
            str(said),
        ]
        for row, said in documents
    ]
    notes = [
        ": ".join(filter(None, (row["id"], row["title"], row["file"], row["url"])))
        for row, _ in documents
    ]
    return table(asked, title, columns, cells, notes=asked.shortened(notes), is_small=True)


def _ranked(asked: Asked) -> list[tuple[dict[Any, Any], int]]:
    """The documents with the number of assertions that rest on each, most first."""
    counts = asked.own("assertions").rows["document"].astype(object).value_counts()
    rows = asked.today.documents.to_dict("records")
    ranked = [(row, int(counts.get(row["id"], 0))) for row in rows]
    if asked.part:
        ranked = [one for one in ranked if one[1]]
    return sorted(ranked, key=lambda one: -one[1])


def footer(asked: Asked) -> str:
    """What stands at the foot of every slide: the documents, the day, the counts."""
    graph = asked.today
    titles = [row["title"] or row["id"] for row, said in _ranked(asked) if said]
    first = "; ".join(letters.cut(title, WIDE, FOOT, 1) for title in titles[:NAMED])
    if len(titles) > NAMED:
        first = asked.say(words.AND_MORE).format(first=first, n=len(titles) - NAMED)
    named = words.FROM.format(names=first) if titles else words.NO_DOCUMENTS
    day = words.DAY.format(day=asked.as_of) if asked.as_of else words.ALL_TIME
    counts = [(len(graph.nodes), words.NODES), (graph.edge_count, words.EDGES)]
    counted = ", ".join(asked.say(number(count, *forms)) for count, forms in counts)
    if asked.part:
        counted = asked.say(asked.kept_of_all())
    return " · ".join((asked.say(named), asked.say(day), counted))
