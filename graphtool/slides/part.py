"""What of a graph a deck is about, where it is about some municipalities: rows and findings.

Queries are asked of the whole graph first: who answers for a goal, and who is tied to whom, does
not change because a deck leaves somebody out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphtool.findings import Finding, findings
from graphtool.maps import filters, narrowing
from graphtool.maps.options import Filters

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from graphtool.engine import Answer
    from graphtool.graph import PlanGraph
    from graphtool.maps.narrowing import Narrowed

WHOLE = ("cut-points", "communities", "roles")
"""Queries whose findings are about everybody: told where they name one that is asked for."""
BETWEEN = ("municipality", "depends_on")
"""Columns of dependencies between municipalities."""
ENDS = ("party", *BETWEEN, "dependent", "needed")
"""Columns that may name who and what a part is tied to: nodes that are shown though none of its."""
TYING = ("participations", "municipal-dependencies")
"""Queries that have such columns, of which a deck tells."""


@dataclass(frozen=True)
class Part:
    """What concerns some municipalities, what that is part of, and who answers for it."""

    narrowed: Narrowed
    municipalities: frozenset[str]
    """Ids of those, and of the municipalities of a region."""
    nodes: frozenset[str]
    """Ids of all that is kept."""
    everything: frozenset[str]
    """Ids of all that there is."""

    @classmethod
    def found(cls, graph: PlanGraph, places: Sequence[str]) -> Part | None:
        """What a graph has of these places; None where none are asked for.

        Raises `GraphtoolError` for a name that is none, or no municipality's or region's.

        >>> from graphtool import PlanGraph
        >>> nodes = [{"id": name, "kind": "Municipality", "name": name} for name in ("nes", "rø")]
        >>> found = Part.found(PlanGraph.from_tables(nodes), ["Nes"])
        >>> sorted(found.nodes), sorted(found.municipalities)
        (['nes'], ['nes'])
        """
        filters.checked(graph, Filters(municipalities=tuple(places)))
        narrowed = narrowing.narrowed(graph, places)
        if narrowed is None:
            return None
        nodes = filters.concerned(graph, places)
        towns = filters.towns(graph, places)
        return cls(narrowed, frozenset(towns), frozenset(nodes), frozenset(graph.nodes["id"]))

    def of(self, answer: Answer) -> Answer:
        """The rows that are about these, as their first column of nodes says; none without one.

        Of who takes part in what, all that a municipality takes part in, with everybody who does.
        Of dependencies between municipalities, those of theirs and on them.
        """
        return answer._replace(rows=answer.rows[self._meant(answer.rows)])

    def with_ends(self, answers: Iterable[Answer]) -> frozenset[str]:
        """Ids of what is kept, and of the other ends of ties that these answers show."""
        rows = [self.of(answer).rows for answer in answers]
        shown = {node for each in rows for name in ENDS if name in each for node in each[name]}
        return self.nodes | (shown & self.everything)

    def _meant(self, rows: pd.DataFrame) -> pd.Series:
        if set(BETWEEN) <= set(rows.columns):
            return rows[list(BETWEEN)].isin(self.municipalities).any(axis=1)
        if {"party", "activity"} <= set(rows.columns):
            theirs = rows.loc[rows["party"].isin(self.municipalities), "activity"]
            return rows["activity"].isin(set(theirs))
        if {"source", "target"} <= set(rows.columns):
            return rows["source"].isin(self.nodes) & rows["target"].isin(self.nodes)
        ids = (rows[name] for name in rows if self._are_nodes(rows[name]))
        return next(ids, rows.iloc[:, 0]).isin(self.nodes)

    def _are_nodes(self, column: pd.Series) -> bool:
        """Whether ids stand in a column, and nothing else: no words, no lists of steps."""
        return all(isinstance(value, str) and value in self.everything for value in column)

    def findings(self, graph: PlanGraph, as_of: str | None) -> list[Finding]:
        """What is said of these: counted among what is kept, of the network where it names them."""
        return [
            found
            for found in findings(graph, as_of=as_of, narrowed=self.of)
            if self.municipalities & set(found.nodes)
            or found.query not in (*WHOLE, "municipal-dependencies")
        ]
