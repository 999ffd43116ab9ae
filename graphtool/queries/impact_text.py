"""What a loss does, told in lines of text: the effects as headings, below them to what, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from graphtool import schema
from graphtool.language import QUOTED, Text, joined, listed, same, side_by_side
from graphtool.queries import columns
from graphtool.queries.answer_options import GRADES
from graphtool.queries.impact_words import EFFECTS
from graphtool.queries.paths import in_words
from graphtool.queries.phrases import in_figures

LOSES = Text("mister {what}", "mistar {what}", "loses {what}")
LOSE = LOSES._replace(en="lose {what}")
EACH_OTHER = Text("hverandre", "kvarandre", "each other")
RESTS = Text("hviler på {what}", "kviler på {what}", "rests on {what}")
KEEPS = Text("har igjen {what}", "har att {what}", "keeps {what}")
FROM_TO = same("{before} → {after}")
MEASURES = Text(
    "tiltak: {before} → {after}", "tiltak: {before} → {after}", "measures: {before} → {after}"
)
INDENT = "  "


def lines(records: Sequence[Mapping[str, Any]], notes: Sequence[Text]) -> list[Text]:
    """The notes, then every effect with what it is done to, by which path and where that is said.

    >>> row = dict.fromkeys(("kind", "before", "after", "lost", "left", "money", "path"))
    >>> row |= {"effect": "cut off", "name": "Iveland", "lost": "Vennesla", "document": None}
    >>> [text.en for text in lines([row], [])]
    ['', 'cut off from others', '  “Iveland”: loses Vennesla']
    """
    found = [*notes]
    for effect, some in groupby(records, key=lambda record: record["effect"]):
        found += [same(""), EFFECTS[effect]]
        for record in some:
            found += _indented(_told(record), 1)
            if record["path"]:
                found += _indented(_reason(record), 2)
    return found


def _indented(text: Text, depth: int) -> Iterator[Text]:
    yield Text(*(INDENT * depth + words for words in text))


def _told(record: Mapping[str, Any]) -> Text:
    """What it is done to, with what it loses and keeps."""
    # Those of several that it is done to have no kind in common.
    names = [record["name"]] if record["kind"] else record["name"].split(columns.SEPARATOR)
    name = listed([QUOTED.format(name=one) for one in names], most=None)
    kind = schema.KINDS[record["kind"]].label if record["kind"] else None
    parts = []
    if record["before"]:
        before, after = record["before"], record["after"]
        form = FROM_TO if before in GRADES else MEASURES
        parts.append(form.format(before=GRADES.get(before, before), after=GRADES.get(after, after)))
    loses = RESTS if record["effect"] == "exposed" else LOSES if len(names) == 1 else LOSE
    lost = record["lost"]
    if lost and len(names) > 1 and set(lost.split(columns.SEPARATOR)) == set(names):
        lost = EACH_OTHER
    for form, what in ((loses, lost), (KEEPS, record["left"])):
        if what:
            parts.append(form.format(what=what))
    if record["money"]:
        parts.append(in_figures(record["money"]))
    called = joined((kind, name), " ") if kind else name
    return joined((called, side_by_side(parts)), ": ") if parts else called


def _reason(record: Mapping[str, Any]) -> Text:
    """The path, and where its first step is said."""
    place = f"{record['document']}:{record['line']}" if record["line"] else record["document"]
    form = same("{path} ({place})" if place else "{path}")
    return form.format(path=in_words(record["path"]), place=place)
