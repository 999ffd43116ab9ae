"""What changed since another version or day: findings that are new or over, nodes and relations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.language import Text, number
from graphtool.maps import compare
from graphtool.maps.content import Key
from graphtool.maps.records import Assertion
from graphtool.maps.scene import Change, Row
from graphtool.maps.texts import FACTS, TEXTS
from graphtool.slides import words
from graphtool.slides.asked import Asked
from graphtool.slides.chapters.sentences import headline, table
from graphtool.slides.deck import Column, Points, Slide, Theme


class Earlier(NamedTuple):
    """What a graph is compared with."""

    graph: PlanGraph
    """On its day, where it has one."""
    name: Text
    """What it is called: a day, a dataset."""


def since(asked: Asked, earlier: Earlier) -> list[Slide]:
    """What findings say now and did not, or no longer say; then what became of each part.

    One slide that says so where nothing differs.
    """
    name = asked.say(earlier.name)
    found = compare.compare(earlier.graph, asked.today)
    before = Asked(earlier.graph, asked.language, None, asked.hide_persons)
    told = _told(asked, before)
    if not any(told) and not any(found):
        nothing = asked.say(words.NOTHING_SINCE).format(name=name)
        same = tuple(asked.say(each.text) for each in asked.findings)
        themes = (Theme(asked.say(words.STILL), same),) if same else ()
        return [Slide(title=nothing, body=Points(themes=themes), notes=(nothing,))]
    return [*_findings(asked, told, name), *_parts(asked, before, found, name)]


class _Told(NamedTuple):
    """Sentences of findings."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    """As they read now; what they are about is the same."""
    over: tuple[str, ...]


def _told(asked: Asked, before: Asked) -> _Told:
    was = {each.key: asked.say(each.text) for each in before.findings}
    now = {each.key: asked.say(each.text) for each in asked.findings}
    return _Told(
        tuple(text for key, text in now.items() if key not in was),
        tuple(text for key, text in now.items() if key in was and was[key] != text),
        tuple(text for key, text in was.items() if key not in now),
    )


def _findings(asked: Asked, told: _Told, name: str) -> list[Slide]:
    """The sentences, under how many there are; [] where the findings are the same."""
    themes = tuple(
        Theme(asked.say(heading), said)
        for heading, said in (
            (words.NEW_SINCE, told.new),
            (words.CHANGED_SINCE, told.changed),
            (words.OVER_SINCE, told.over),
        )
        if said
    )
    if not themes:
        return []
    parts = [
        asked.say(number(len(said), *forms))
        for said, forms in (
            (told.new, words.N_NEW),
            (told.changed, words.N_CHANGED),
            (told.over, words.N_OVER),
        )
        if said
    ]
    title = asked.say(words.SINCE).format(name=name, what=", ".join(parts))
    notes = tuple(line for theme in themes for line in (theme.heading + ":", *theme.sentences))
    return [Slide(title=title, body=Points(themes=themes), notes=notes)]


def _parts(asked: Asked, before: Asked, found: compare.Comparison, name: str) -> list[Slide]:
    """A table each of what is new, what is gone and what changed, where there is any."""
    slides = []
    rows = list(_Rows(asked, before).rows(found))
    headings = ((words.WHAT, 0.4), (words.BEFORE, 0.2), (words.NOW, 0.2), (words.SOURCE, 0.2))
    columns = [Column(asked.say(heading), share) for heading, share in headings]
    for change, forms in words.PARTS_SINCE.items():
        cells = [row[1:] for row in rows if row[0] == change]
        if cells:
            form = forms[len(cells) > 1]
            title = asked.say(form.format(n=len(cells), name=name))
            slides.append(table(asked, headline(title), columns, cells))
    return slides


Cells = tuple[str, str, str, str, str]


class _Rows:
    """Changes in words: what kind of change, then what, before, now, and its source."""

    def __init__(self, asked: Asked, before: Asked) -> None:
        self._asked = asked
        self._nodes = before.nodes | asked.nodes
        self._said = before.assertions | asked.assertions
        self._hidden = before.people | asked.people

    def rows(self, found: compare.Comparison) -> Iterator[Cells]:
        """Of each node, then of each relation."""
        for node, change in found.nodes.items():
            if node not in self._hidden:
                known = self._nodes[node]
                kind = self._asked.say(schema.kind(known.kind).label)
                source = self._asked.where(known.document, known.line)
                yield change.change, f"{kind}: {self._name(node)}", *self._values(change), source
        for key, change in found.edges.items():
            if not self._hidden & set(key[:2]):
                first = self._said[key][0]
                source = self._asked.where(first.document, first.line)
                yield change.change, self._sentence(key), *self._values(change), source

    def _name(self, node: str) -> str:
        return self._asked.say(self._nodes[node].words)

    def _sentence(self, key: Key) -> str:
        relation = self._asked.say(schema.relation(key[2]).label)
        return f"{self._name(key[0])} {relation} {self._name(key[1])}"

    def _values(self, change: Change) -> tuple[str, str]:
        """Of what changed in it, what it was and what it is; "" for what is new or gone."""
        if change.change != "changed":
            return "", ""
        sides = [[self._value(row, side) for row in change.was] for side in (0, 1)]
        return "; ".join(filter(None, sides[0])), "; ".join(filter(None, sides[1]))

    def _value(self, row: Row, side: int) -> str:
        asked = self._asked
        value = (row.before, row.after)[side]
        if isinstance(value, Assertion):
            return asked.cited(value.document, value.line, value.quote) or asked.say(
                schema.MODALITIES[value.modality]
            )
        if row.field == "assertion":
            return ""
        known = FACTS.get(row.about) if row.field == "fact" else TEXTS[f"field_{row.field}"]
        field = asked.say(known) if known else row.about.replace("_", " ")
        if value is None:
            return f"{field}: –"
        return f"{field}: {self._word(row.field, value)}"

    def _word(self, field: str, value: Text | str | float) -> str:
        asked = self._asked
        if isinstance(value, Text):
            return asked.say(value)
        tables = {"modality": schema.MODALITIES, "status": schema.STATUSES}
        if field == "kind":
            return asked.say(schema.kind(str(value)).label)
        known = tables.get(field, {}).get(str(value))
        if known:
            return asked.say(known)
        return f"{value:g}" if isinstance(value, int | float) else value
