"""A plan graph to work with, in Python and in notebooks: what is read can be asked and shown."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import fields
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from graphtool import atomic, database, engine, formats, queries
from graphtool.errors import GraphtoolError, Problem, did_you_mean
from graphtool.formats import Intake
from graphtool.graph import PlanGraph
from graphtool.language import Said, Text, preferred

if TYPE_CHECKING:
    from graphtool.engine import Answer

_NO_SETTING = Text(
    "et kart har ingen innstilling «{name}»{hint}",
    "eit kart har inga innstilling «{name}»{hint}",
    "a map has no setting {name!r}{hint}",
)
_TAKES = Text("; det har {known}", "; det har {known}", "; it takes {known}")
_NO_PATH = Text(
    "en sti eller en adresse leses, ikke {what}; se PlanGraph.from_tables",
    "ein stig eller ei adresse blir lesen, ikkje {what}; sjå PlanGraph.from_tables",
    "a path or an address is read, not {what}; see PlanGraph.from_tables",
)
HEIGHT = 640
"""Pixels that a map takes in a notebook."""


class Plan(PlanGraph):
    """A plan graph that is asked and shown by its own methods; what is cut of one is one, too.

    >>> plan = Plan.from_tables([{"id": "g", "kind": "Goal", "name": "Vekst"}])
    >>> plan.query("orphaned-goals").records()[0]["grade"]
    'none'
    >>> plan.subgraph(["Vekst"])
    Plan(1 node, 0 edges, 0 documents)
    """

    problems: tuple[Problem, ...] = ()
    """What was doubtful in its source."""
    intake: tuple[Intake, ...] = ()
    """What became of the rows of each of its files; () where it comes from a database."""

    @classmethod
    def of(
        cls, graph: PlanGraph, problems: Iterable[Problem] = (), intake: Iterable[Intake] = ()
    ) -> Plan:
        """The same graph as a `Plan`, sharing its tables."""
        plan = cls(
            graph.nodes,
            graph.edges,
            graph.documents,
            name=graph.name,
            title=graph.title,
            unread=graph.unread,
        )
        plan.problems, plan.intake = tuple(problems), tuple(intake)
        return plan

    def query(self, name: str, **options: Any) -> Answer:
        """The answer to the query of that name; `plan.queries` lists them with their options.

        Raises `UnknownName` with the nearest names where there is no such query, `GraphtoolError`
        for an option that it does not take or a value that is not allowed.
        """
        return engine.run(name, self, **options)

    @property
    def queries(self) -> pd.DataFrame:
        """One row a query: name, what it answers, the options that it takes.

        >>> Plan.from_tables([]).queries.loc["unsourced", "options"]
        'as_of, successors'
        """
        rows = [
            (
                query.name,
                query.answers.in_(preferred()),
                ", ".join(each.name for each in query.parameters),
            )
            for _, query in sorted(queries.QUERIES.items())
        ]
        return pd.DataFrame(rows, columns=["query", "answers", "options"]).set_index("query")

    def map(self, *views: str, **settings: Any) -> MapPage:
        """The interactive map, which a notebook shows; views and settings as `maps.Settings` has.

        Raises `GraphtoolError` for a setting that there is not, and where nothing is to be shown.

        >>> plan = Plan.from_tables([{"id": "g", "kind": "Goal", "name": "Vekst"}])
        >>> page = plan.map("overview", lang="en")
        >>> "Vekst" in page.html
        True
        """
        from graphtool import maps

        known = [each.name for each in fields(maps.Settings)]
        for name in settings:
            if name not in known:
                hint = did_you_mean(name, known) or Said(_TAKES, known=", ".join(known))
                raise GraphtoolError(Said(_NO_SETTING, name=name, hint=hint))
        given = {"views": views, "lang": preferred()} | settings
        return MapPage(maps.html(self, maps.Settings(**given)))

    def _restricted(self, keep: np.ndarray, edges: pd.DataFrame) -> Plan:
        return Plan.of(super()._restricted(keep, edges), self.problems, self.intake)

    def __repr__(self) -> str:
        return f"Plan{super().__repr__().removeprefix('PlanGraph')}"


class MapPage(NamedTuple):
    """A map as a page of its own; a notebook shows it in a frame."""

    html: str

    def save(self, path: str | Path) -> Path:
        """Writes the page, whole or not at all; raises `GraphtoolError` for another suffix."""
        from graphtool import maps

        atomic.require_suffix(path, maps.SUFFIXES)
        atomic.write(Path(path), self.html)
        return Path(path)

    def __repr__(self) -> str:
        return f"MapPage({len(self.html):,} characters; save(path) writes it)"

    def _repr_html_(self) -> str:
        frame = f'<iframe width="100%" height="{HEIGHT}" style="border:0"'
        frame += ' sandbox="allow-scripts allow-downloads"'  # nothing of the notebook's own
        return f'{frame} srcdoc="{escape(self.html)}"></iframe>'


def read(source: str | os.PathLike[str]) -> Plan:
    """The plan graph at a path or a `neo4j://` or `bolt://` address, to be asked and shown.

    What was doubtful in it is in `problems`, what became of each file's rows in `intake`. Raises
    `SourceNotFound` where there is nothing that is understood, `InvalidData` with every problem
    where it cannot be a graph, `DatabaseError` where a server cannot be asked.
    """
    if not isinstance(source, (str, os.PathLike)):
        raise GraphtoolError(Said(_NO_PATH, what=type(source).__name__))
    place = os.fspath(source)
    if database.is_address(place):
        return Plan.of(database.read(place))
    reading = formats.understood(place)
    return Plan.of(reading.graph, reading.problems, reading.intake)
