"""The years that a map walks through, and the graph in each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container
from dataclasses import dataclass, replace
from functools import cached_property

from graphtool import dates
from graphtool.graph import PlanGraph
from graphtool.graph.carrying import SUCCESSION
from graphtool.maps import grades, records
from graphtool.maps.content import Content, Key, Spans
from graphtool.maps.options import LIMIT
from graphtool.maps.records import Assertion
from graphtool.maps.union import Union, spans, union

MOST_STOPS = 20
"""Of more years than this those with the most changes are kept: a slider has no room for all."""
FOREVER = 9999
"""Ends in this year are said of what has no end."""


@dataclass(frozen=True)
class Timeline:
    """The graph at each moment of the slider: all of time, then every stop."""

    stops: tuple[str, ...]
    """Years; () where there is no slider."""
    graphs: tuple[PlanGraph, ...]
    as_of: str | None = None
    """The day that all of time is, where the map is of one day."""
    whole: PlanGraph | None = None
    """The graph of all days, where that of the first moment is of one: what lapsed stands there."""

    def union(self, content: Callable[[PlanGraph], Content]) -> Union:
        """A view at all of these moments."""
        return union([content(graph) for graph in self.graphs])

    @cached_property
    def grades(self) -> list[dict[str, str]]:
        """At each moment, the grade of what nobody answers for."""
        days = [self.as_of, *self.stops]
        graph = self.graphs[0] if self.whole is None else self.whole
        return [grades.grades(graph, as_of=day) for day in days]

    @cached_property
    def carried(self) -> dict[Key, list[Assertion]]:
        """Assertions that a successor has from its predecessor, each with `when` it has them."""
        shown: dict[Key, dict[Assertion, set[int]]] = {}
        for moment, graph in enumerate(self.graphs[1:], start=1):
            for key, found in records.carried(graph).items():
                known = shown.setdefault(key, {})
                for assertion in found:
                    known.setdefault(assertion, set()).add(moment)
        return {
            key: [replace(one, when=self._spans(at)) for one, at in known.items()]
            for key, known in shown.items()
        }

    def _spans(self, shown: Container[int]) -> Spans:
        return spans([moment in shown for moment in range(len(self.graphs))])


def timeline(graph: PlanGraph) -> Timeline:
    """A graph at every stop of the slider; all of time alone where it does not change."""
    stops: list[str] = []
    graphs = [graph]
    for year in _dated(graph):
        now = graph.as_of(year)
        if not stops or not _is_alike(graphs[-1], now):
            stops.append(year)
            graphs.append(now)
    return Timeline(tuple(stops), tuple(graphs)) if len(stops) > 1 else Timeline((), (graph,))


def stops(graph: PlanGraph) -> tuple[str, ...]:
    """The years whose end looks unlike the stop before, at most `MOST_STOPS`; () for no change.

    The year before the first change is the first, so that the change can be seen. Only what is
    valid for a time changes: the date of a document does not count, nor a fact's.

    >>> stops(PlanGraph.from_tables([
    ...     {"id": "s", "kind": "Municipality", "name": "Søgne", "valid_to": "2019-12-31"},
    ...     {"id": "u", "kind": "Actor", "name": "Utvalget", "valid_to": "2017-06-30"}]))
    ('2016', '2017', '2020')
    """
    return timeline(graph).stops


def _dated(graph: PlanGraph) -> list[str]:
    """Years in which something begins or is over at the end; of too many those with the most."""
    if len(graph.nodes) > LIMIT:  # every stop asks all queries again
        return []
    changes: Counter[int] = Counter()
    for table in (graph.nodes, graph.edges):
        changes.update(int(day[:4]) for day in table["valid_from"] if day)
        # A year that goes on after the end shows it; what lasts to its last day ends with the next.
        changes.update(
            int(day[:4]) + (not dates.has_ended(day, day[:4])) for day in table["valid_to"] if day
        )
    found = [year for year in changes if year <= FOREVER]
    if not found:
        return []
    kept = sorted(found, key=lambda year: (-changes[year], -year))[: MOST_STOPS - 1]
    return [f"{year:04d}" for year in sorted({max(1, min(found) - 1), *kept})]


def successions(graph: PlanGraph) -> list[tuple[str, str]]:
    """Who came after whom, by ids."""
    ids = graph.nodes["id"].tolist()
    rows = graph.related(SUCCESSION)[["source", "target"]].drop_duplicates()
    return [(ids[old], ids[new]) for old, new in rows.itertuples(index=False)]


def _is_alike(one: PlanGraph, other: PlanGraph) -> bool:
    """Whether two moments of one graph show the same nodes and assertions."""
    if one.nodes["id"].tolist() != other.nodes["id"].tolist():
        return False
    return one.edges.astype(object).equals(other.edges.astype(object))
