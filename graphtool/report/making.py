"""The parts of a report, each made when it is asked for, from what all of them share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graphtool import maps, slides
from graphtool.errors import GraphtoolError, Problem
from graphtool.maps.redact import Redaction
from graphtool.maps.settings import Settings
from graphtool.report import build, pages, workbook
from graphtool.report.contents import Report, Table
from graphtool.report.files import CHANGES, DECK, INDEX, MAP, TABLES

if TYPE_CHECKING:
    from graphtool.comparison import Compared, Since
    from graphtool.engine import Answer
    from graphtool.findings import Finding
    from graphtool.graph import PlanGraph


class Making:
    """A report in the making: queries are asked once, and findings looked for once.

    >>> from graphtool.graph import PlanGraph
    >>> made = Making(PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": "Vekst"}]))
    >>> [task.text.nb for task in made.said.tasks[0].tasks]
    ['«Vekst» (nå: ingen)']
    """

    def __init__(
        self,
        graph: PlanGraph,
        settings: Settings | None = None,
        problems: Sequence[Problem] = (),
        since: Since | None = None,
    ) -> None:
        """With `since`, what changed from that is told too."""
        self.graph, self.settings, self.problems = graph, settings or Settings(), problems
        self.since = since
        self.shown: dict[str, tuple[str, ...]] = {}
        """By map, the keys of the findings that it shows; known once it is made."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The files beside the pages, which it may be that cannot be made."""
        return (MAP, DECK) if self.since is None else (MAP, CHANGES, DECK)

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """The answer of every query that needs no question of its own, by name."""
        found = build.asked(self.graph, as_of=self.settings.as_of)
        if self.compared is not None:
            found[self.compared.answer.query.name] = self.compared.answer
        if self._redaction is None:
            return found
        return {name: _redacted(answer, self._redaction) for name, answer in found.items()}

    @cached_property
    def findings(self) -> list[Finding]:
        """What a strategist would say of it."""
        return build.findings_of(self.graph, as_of=self.settings.as_of)

    @cached_property
    def compared(self) -> Compared | None:
        """What changed; None where nothing is compared."""
        return self.since.until(self.graph, self.settings.as_of) if self.since else None

    @cached_property
    def _redaction(self) -> Redaction | None:
        graphs = [self.graph, *([self.since.graph] if self.since else [])]
        return Redaction(graphs, self.settings.lang) if self.settings.hide_persons else None

    @property
    def said(self) -> Report:
        """What the pages say."""
        said = build.build(
            self.graph,
            self.answers,
            told=[*(self.compared.findings if self.compared else ()), *self.findings],
            shown={key for keys in self.shown.values() for key in keys},
            as_of=self.settings.as_of,
            problems=self.problems,
        )
        return self._redaction.of(said) if self._redaction else said

    def paths(self, said: Report) -> list[str]:
        """Where the pages lie in the report's folder, the index first."""
        return [INDEX, *(f"{TABLES}/{table.query}.html" for table in said.tables)]

    def page(self, path: str, said: Report, missing: Mapping[str, str]) -> str:
        """The text of a page that lies there; `missing` says why a file is not there."""
        if path == INDEX:
            return pages.index(said, self.settings.lang, missing=missing)
        query = path.removeprefix(f"{TABLES}/").removesuffix(".html")
        return pages.table(said, self._table(query), self.settings.lang, missing=missing)

    def single(self, said: Report, missing: Mapping[str, str], files: Mapping[str, bytes]) -> str:
        """All of it as one page, with the maps and the files in it."""
        tables = [self._table(table.query) for table in said.tables]
        return pages.single(said, tables, self.settings.lang, missing=missing, files=files)

    def _table(self, query: str) -> Table:
        table = build.table(self.answers[query], self._ids, self.settings.lang)
        return self._redaction.of(table) if self._redaction else table

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(self.graph.nodes["id"])

    def workbook(self) -> bytes:
        """All tables as an Excel workbook."""
        return workbook.workbook(build.ordered(self.answers), self.settings.lang)

    def map(self, path: Path) -> None:
        """Writes the map; raises `GraphtoolError` where there is nothing to show."""
        settings = replace(self.settings, told=self.findings)
        self.shown[MAP] = maps.write(self.graph, path, settings).findings

    def changes(self, path: Path) -> None:
        """Writes the map of what changed; raises `GraphtoolError` where it shows nothing."""
        assert self.since is not None
        assert self.compared is not None
        settings = replace(
            self.settings,
            before=self.since.beside(self.graph),
            before_name=self.since.name,
            told=self.compared.findings,
            story=None,
        )
        self.shown[CHANGES] = maps.write(self.graph, path, settings).findings

    def slides(self, path: Path) -> None:
        """Writes the slides; raises `GraphtoolError` where there is nothing to tell."""
        slides.write(
            self.graph,
            path,
            language=self.settings.lang,
            as_of=self.settings.as_of,
            hide_persons=self.settings.hide_persons,
            told=self.findings,
            compared=self.compared,
        )

    def write(self, path: Path) -> str:
        """Writes a part, as the file is called; why, where it cannot be made."""
        try:
            {MAP: self.map, CHANGES: self.changes, DECK: self.slides}[path.name](path)
        except GraphtoolError as error:
            return error.in_(self.settings.lang).replace(str(path), path.name)
        return ""


def _redacted(answer: Answer, redaction: Redaction) -> Answer:
    """The answer with the names of people left out, but for ids, which no page shows."""
    rows = answer.rows.copy()
    for field in answer.query.fields:
        if field.base is str and field.column.in_tables:
            words = {word: redaction.of(word) for word in rows[field.name].unique()}
            rows[field.name] = rows[field.name].map(words).astype(rows[field.name].dtype)
    return answer._replace(rows=rows, notes=[redaction.of(note) for note in answer.notes])
