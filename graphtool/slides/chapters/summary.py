"""The first slides: what this is, and every finding in one sentence."""

from __future__ import annotations

from graphtool import schema
from graphtool.findings import Finding
from graphtool.findings.responsibility import SAID, of_grade
from graphtool.language import Text, number
from graphtool.slides import words
from graphtool.slides.asked import Asked
from graphtool.slides.chapters.sentences import headline, lowered
from graphtool.slides.deck import Cover, Points, Slide, Theme

THEMES: dict[str, Text] = {
    **dict.fromkeys(
        ("orphaned-goals", "owners", "goals-without-measures", "orphaned-measures"), words.ANSWERING
    ),
    **dict.fromkeys(("cut-points", "communities", "roles", "collaborations"), words.TOGETHER),
    **dict.fromkeys(
        ("direct-dependencies", "dependencies", "municipal-dependencies"), words.DEPENDING
    ),
}
"""Which theme the findings of a query belong to; those of others are about the map itself."""
ORDER = (words.ANSWERING, words.TOGETHER, words.DEPENDING, words.BASIS)


def cover(asked: Asked, title: str) -> Slide:
    """The title, what the deck is about, and what it rests on."""
    graph = asked.today
    counts = " · ".join(
        asked.say(number(count, *forms))
        for count, forms in (
            (len(graph.nodes), words.NODES),
            (graph.edge_count, words.EDGES),
            (len(graph.documents), words.DOCUMENTS),
        )
    )
    nodes = graph.nodes
    if asked.part:
        counts = asked.say(asked.kept_of_all().begun())
        nodes = nodes[nodes["id"].isin(asked.kept)]
    kinds = nodes["kind"].astype(object).value_counts()
    each = [
        f"{kinds[kind.name]} {asked.say(kind.label if kinds[kind.name] == 1 else kind.plural)}"
        for kind in schema.KINDS.values()
        if kind.name in kinds
    ]
    return Slide(
        title=title,
        body=Cover(subtitle=asked.say(words.SUBTITLE), lines=(counts, day(asked))),
        notes=(counts, " · ".join(each), *asked.remarks("assertions")),
    )


def day(asked: Asked) -> str:
    """The day that all is said of, as it begins a line."""
    said = words.DAY.format(day=asked.as_of) if asked.as_of else words.ALL_TIME
    text = asked.say(said)
    return text[:1].upper() + text[1:]


def summary(asked: Asked) -> list[Slide]:
    """All findings by theme, under the gravest; [] where there are none."""
    found = asked.findings
    if not found:
        return []
    sentences: dict[str, list[str]] = {asked.say(theme): [] for theme in ORDER}
    for finding in found:
        theme = asked.say(THEMES.get(finding.query, words.BASIS))
        sentences[theme].append(asked.say(finding.text))
    themes = tuple(Theme(theme, tuple(said)) for theme, said in sentences.items() if said)
    notes = [line for finding in found for line in _evidence(asked, finding)]
    return [Slide(title=_gravest(asked, found[0]), body=Points(themes=themes), notes=tuple(notes))]


def _gravest(asked: Asked, first: Finding) -> str:
    answer = asked.own("orphaned-goals", all=True)
    for grade in SAID:
        orphans = answer.rows[answer.rows["grade"] == grade]
        if len(orphans):
            said = asked.say(of_grade(grade, orphans, len(answer.rows), "goal"))
            return asked.say(words.IN_SHORT).format(what=headline(lowered(said)))
    return headline(asked.say(first.text))


def _evidence(asked: Asked, finding: Finding) -> list[str]:
    """A finding's sentence, the query that says it, and the first of what it rests on."""
    said = [f"{asked.say(finding.text)} [graphtool query {finding.query}]"]
    return [*said, *(f"    {line}" for line in asked.edge_quotes(finding.edges)[:3])]
