"""What changed since another version, as `comparison` tells it; then findings new or over."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from graphtool.comparison import Compared
from graphtool.comparison.columns import CHANGES
from graphtool.comparison.sentences import MANY, ONE
from graphtool.engine import Answer
from graphtool.language import number
from graphtool.maps.options import LIMIT
from graphtool.slides import words
from graphtool.slides.asked import Asked
from graphtool.slides.chapters import table
from graphtool.slides.chapters.sentences import headline, whole
from graphtool.slides.deck import Points, Slide, Theme


def since(asked: Asked, compared: Compared) -> list[Slide]:
    """What changed, then what findings say now and did not, or no longer say.

    One slide that says so where nothing differs, with the findings that are so still.
    """
    changed = changes(asked, compared)
    told = _told(asked, compared)
    if any(told):
        return [*changed, _findings(asked, told, compared)]
    if not compared.answer.rows.empty or not asked.findings:
        return changed
    said = tuple(asked.say(each.text) for each in asked.findings)
    return [
        replace(one, body=Points(themes=(Theme(asked.say(words.STILL), said),))) for one in changed
    ]


def changes(asked: Asked, compared: Compared) -> list[Slide]:
    """All sentences, then for each kind of change its sentence over its rows.

    One slide that says so where nothing changed.
    """
    title, *said = (asked.say(one.text) for one in compared.findings)
    theme = Theme(asked.say(compared.answer.query.title), tuple(said or [title]))
    notes = tuple(asked.say(note) for note in compared.answer.notes)
    slides = [Slide(title=headline(title), body=Points(themes=(theme,)), notes=notes)]
    for finding, answer in compared.parts:
        without = ("change",) if answer.rows["change"].nunique() == 1 else ()
        slide = table.of(asked, answer, [asked.say(finding.text)], without=without)
        slides.append(replace(slide, title=_title(asked, asked.say(finding.text), answer)))
    return slides


def _title(asked: Asked, sentence: str, answer: Answer) -> str:
    """The sentence; where that is too long, what changed and how often: half of it says nothing."""
    title = headline(sentence)
    if not whole(asked, sentence):
        return title
    kind = asked.say(CHANGES[answer.rows["change"].iloc[0]].begun())
    return f"{kind}: {asked.say(number(len(answer.rows), ONE, MANY))}"


class _Told(NamedTuple):
    """Sentences of findings."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    """As they read now; what they are about is the same."""
    over: tuple[str, ...]


def _told(asked: Asked, compared: Compared) -> _Told:
    """Nothing where either graph is too large to look for findings in both."""
    if max(len(asked.graph.nodes), len(compared.old.nodes)) > LIMIT:
        return _Told((), (), ())
    before = Asked(compared.old, asked.language, compared.day, asked.hide_persons)
    was = {each.key: asked.say(each.text) for each in before.findings}
    now = {each.key: asked.say(each.text) for each in asked.findings}
    return _Told(
        tuple(text for key, text in now.items() if key not in was),
        tuple(text for key, text in now.items() if key in was and was[key] != text),
        tuple(text for key, text in was.items() if key not in now),
    )


def _findings(asked: Asked, told: _Told, compared: Compared) -> Slide:
    """The sentences, under how many there are."""
    kinds = (
        (words.NEW_SINCE, words.N_NEW, told.new),
        (words.CHANGED_SINCE, words.N_CHANGED, told.changed),
        (words.OVER_SINCE, words.N_OVER, told.over),
    )
    themes = tuple(Theme(asked.say(heading), said) for heading, _, said in kinds if said)
    counts = ", ".join(asked.say(number(len(said), *forms)) for _, forms, said in kinds if said)
    title = f"{asked.say(compared.over)}: {counts}"
    notes = tuple(line for theme in themes for line in (theme.heading + ":", *theme.sentences))
    return Slide(title=title, body=Points(themes=themes), notes=notes)
