"""A report from a plan graph: every query asked once, and what its answers come to in chapters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from graphtool import answers, comparison, engine, queries
from graphtool.description import describe, sentences
from graphtool.errors import Problem
from graphtool.findings import Finding, findings
from graphtool.language import Language, Text, same, together, with_options
from graphtool.maps.options import LIMIT
from graphtool.queries.answer_options import GRADES
from graphtool.queries.dated import is_dating
from graphtool.report.chapters import Heading, headings
from graphtool.report.contents import (
    Chapter,
    Listed,
    Report,
    Row,
    Sentence,
    Source,
    Table,
    Task,
    Tasks,
)
from graphtool.report.files import CHANGES, MAP
from graphtool.report.texts import TEXTS

if TYPE_CHECKING:
    from graphtool.engine import Answer
    from graphtool.graph import PlanGraph
    from graphtool.queries import Query

LONGEST = 1000
"""Rows of a table that a page shows."""
MOST = 25
"""Things of one kind that are listed one by one as to be settled."""
NOTHING = Text(
    "Kildene sier ikke noe om dette.",
    "Kjeldene seier ikkje noko om dette.",
    "The sources say nothing of this.",
)
TO_SETTLE = Text("«{name}» (nå: {grade})", "«{name}» (no: {grade})", "“{name}” (now: {grade})")
UNANSWERED = {
    "orphaned-goals": Text(
        "Avklar hvem som svarer for disse målene",
        "Avklar kven som svarer for desse måla",
        "Settle who answers for these goals",
    ),
    "orphaned-measures": Text(
        "Avklar hvem som svarer for disse tiltakene",
        "Avklar kven som svarer for desse tiltaka",
        "Settle who answers for these measures",
    ),
}
MEND = Text(
    "Rett eller avklar dette i kilden",
    "Rett eller avklar dette i kjelda",
    "Mend or settle this in the source",
)


def asked(graph: PlanGraph, *, as_of: str | None = None) -> dict[str, Answer]:
    """The answer of every query with its default options, on a day if one is given, by name.

    Not of those that say nothing until they are told of whom.
    """
    names = [name for name, query in queries.QUERIES.items() if not query.needs]
    return {
        name: engine.noted(engine.rows(name, graph, as_of=as_of), graph, say=with_options)
        for name in names
    }


def ordered(found: Mapping[str, Answer]) -> list[Answer]:
    """The answers in the order of the chapters that they belong to.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> found = {name: engine.run(name, graph) for name in ("unsourced", "owners")}
    >>> [answer.query.name for answer in ordered(found)]
    ['owners', 'unsourced']
    """
    return [found[name] for one in headings(found) for name in one.tables]


def findings_of(graph: PlanGraph, *, as_of: str | None = None) -> list[Finding]:
    """What a strategist would say of it; nothing of a graph that is too large to look for that."""
    return findings(graph, as_of=as_of) if len(graph.nodes) <= LIMIT else []


def build(
    graph: PlanGraph,
    found: Mapping[str, Answer],
    *,
    told: Sequence[Finding],
    shown: Collection[str],
    as_of: str | None = None,
    problems: Sequence[Problem] = (),
) -> Report:
    """What is said of a graph, whose queries' answers are `found`; an empty one says that it is.

    `told` are its findings, `shown` the keys of those that a map can show, `problems` those of
    the source.
    """
    return Report(
        graph.title if any(graph.title) else same(graph.name) if graph.name else TEXTS["report"],
        as_of or "",
        tuple(sentences(describe(graph.as_of(as_of)))),
        tuple(_chapter(one, told, found, shown) for one in headings(found)),
        tuple(_tasks(found, problems)),
        tuple(map(_listed, ordered(found))),
        tuple(_sources(graph)),
    )


def _chapter(
    heading: Heading, told: Iterable[Finding], found: Mapping[str, Answer], shown: Collection[str]
) -> Chapter:
    """Findings of its queries; where there are none, what its tables' notes say first.

    Not how much of an answer is undated, which says nothing apart from its rows.
    """
    said = [
        Sentence(
            one.text,
            one.query,
            one.key if one.key in shown else "",
            CHANGES if one.query == comparison.NAME else MAP,
        )
        for one in told
        if one.query in heading.tables
    ]
    first: dict[Text, str] = {}
    for name in heading.tables:
        for note in found[name].notes[:1]:
            if not is_dating(note):
                first.setdefault(note, name)  # several tables may have the same to say
    noted = (Sentence(note, name) for note, name in first.items())
    return Chapter(
        heading.key, heading.title, tuple(said or noted) or (Sentence(NOTHING),), heading.tables
    )


def _listed(answer: Answer) -> Listed:
    return Listed(answer.query.name, answer.query.title, len(answer.rows))


def table(answer: Answer, ids: Collection[str], lang: Language) -> Table:
    """An answer as its page shows it; rows about one of the nodes with these ids lead to it.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> table(engine.run("owners", graph), set(graph.nodes["id"]), "en").rows[0].cells[0]
    'Lære'
    """
    some = answer._replace(rows=answer.rows.head(LONGEST))
    read = answers.shown(some, lang)
    about = [_about(first, ids) for first in some.rows.iloc[:, 0]]
    return Table(
        answer.query.name,
        answer.query.title,
        _defined(answer.query, lang),
        tuple(read.headings),
        tuple(Row(tuple(cells), node) for cells, node in zip(read.rows, about, strict=True)),
        tuple(read.numbers),
        read.title,
        tuple(answer.notes),
        len(answer.rows),
    )


def _defined(query: Query, lang: Language) -> tuple[str, ...]:
    """What it answers and how it is defined, a line a paragraph."""
    parts = query.definition.in_(lang).split("\n\n")
    return query.answers.in_(lang), *(" ".join(part.split()) for part in parts if part)


def _about(first: object, ids: Collection[str]) -> str:
    """The node whose id stands first in a row; empty where none does."""
    return first if isinstance(first, str) and first in ids else ""


def _tasks(found: Mapping[str, Answer], problems: Sequence[Problem]) -> Iterable[Tasks]:
    for name, title in UNANSWERED.items():
        rows = found[name].records() if name in found else []
        tasks = [
            Task(
                TO_SETTLE.format(name=row["name"], grade=GRADES[row["grade"]]),
                row[found[name].query.fields[0].name],
                f"{row['document']}:{row['line']}" if row["document"] else "",
            )
            for row in rows[:MOST]
        ]
        if tasks:
            yield Tasks(title, tuple(tasks), name, len(rows) - len(tasks))
    if problems:
        told = [
            Task(_mend(one), "", f"{one.file}:{one.row}" if one.row else one.file)
            for one in problems[:MOST]
        ]
        yield Tasks(MEND, tuple(told), "", len(problems) - len(told))


def _mend(problem: Problem) -> Text:
    """What is wrong in the source, behind the column that it is wrong in."""
    column = [f"{problem.column}: "] if problem.column else []
    return together([*column, problem.message]).text


def _sources(graph: PlanGraph) -> Iterable[Source]:
    columns = (graph.documents[name] for name in ("id", "title", "date", "file", "url"))
    for name, title, date, file, url in zip(*columns, strict=True):
        yield Source(str(title or name), str(date), str(url or file))
