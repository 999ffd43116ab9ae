"""When what depends on each other can and must start, by the dates that are said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, Unpack

from graphtool import dates
from graphtool.algorithms.components import connected
from graphtool.algorithms.levels import levels
from graphtool.algorithms.schedule import Timing, scheduled
from graphtool.language import collation_key
from graphtool.queries import chains, columns
from graphtool.queries.critical_columns import Timed
from graphtool.queries.critical_notes import CIRCLING, CRITICAL, TIMED, critical_notes
from graphtool.queries.direct_dependencies import READS
from graphtool.queries.fields import TimeOptions
from graphtool.queries.needs import NeedGraph
from graphtool.queries.registry import query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


YEAR = 10_000


@query(Timed, order=("earliest", "node"), notes=critical_notes, reads=READS)
def critical_path(graph: PlanGraph, **when: Unpack[TimeOptions]) -> pd.DataFrame:
    """When what depends on each other can and must start, what may not be late, what conflicts.

    By the critical path method (Kelley and Walker 1959) over DEPENDS_ON, without what is met: a
    row for everything that waits for something or is waited for. What is done or to be reached (no
    party, place or resource) takes the days from its first (`valid_from`) to its last
    (`valid_to`), where both are said; else its time is not known and counts as none, which the
    notes say. It can start on its own first day at the earliest, or
    where none is said, that of what hangs together with it, once all that it waits for is done; at
    the latest so that nothing that waits for it is late, nor the last day of all that hangs
    together. What has no slack is critical. Where of what hangs together nothing has a first
    day, or nothing has both, or all wait in a circle, there are no such days. Two conflict where
    one waits for another that, as said, ends no sooner than it begins.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "m", "kind": "Measure", "valid_from": "2020-01-01", "valid_to": "2020-01-10"},
    ...      {"id": "p", "kind": "Plan", "valid_from": "2020-01-01", "valid_to": "2020-01-05"}],
    ...     [{"source": "m", "relation": "DEPENDS_ON", "target": "p"}])
    >>> critical_path(graph)[["node", "days", "earliest", "conflicts"]].values.tolist()
    [['m', 10, '2020-01-06', 'p'], ['p', 5, '2020-01-01', '']]
    """
    graph = graph.as_of(**when)
    needs = NeedGraph.asked(graph, as_of=None, successors="keep")
    waits = needs.waits
    nodes = graph.nodes.set_index("id")
    order = sorted({*waits, *(other for others in waits.values() for other in others)})
    spans = {node: _span(nodes, node) for node in order}
    circling = {node for circle in chains.circles(waits) for node in circle}
    times = _times(waits, [node for node in order if node not in circling], spans)
    rows = [_row(node, nodes, spans, times, waits.get(node, [])) for node in order]
    table = columns.of_rows(Timed, rows)
    table.attrs[CIRCLING] = len(circling)
    return table


class Span(NamedTuple):
    """First and last day as ordinals, where they are said."""

    first: int | None
    last: int | None

    @property
    def days(self) -> int:
        """How long it takes, 0 where that is not said."""
        known = self.first is not None and self.last is not None
        return self.last - self.first + 1 if known else 0  # type: ignore[operator]


def _span(nodes: pd.DataFrame, node: str) -> Span:
    """The time of what takes time; how long a party has existed is no such time."""
    begins, ends = nodes["valid_from"][node], nodes["valid_to"][node]
    if nodes["kind"][node] not in TIMED:
        begins = ends = ""
    first = _ordinal(dates.first_number(begins)) if begins else None
    return Span(first, _ordinal(dates.last_number(ends)) if ends else None)


def _ordinal(number: int) -> int:
    return date(number // YEAR, number // 100 % 100, number % 100).toordinal()


def _times(
    waits: Mapping[str, list[str]], free: list[str], spans: Mapping[str, Span]
) -> dict[str, Timing]:
    """The timing of each of these, which are in no circle, that hangs together with a first day."""
    here = set(free)
    ahead = {node: [other for other in waits.get(node, ()) if other in here] for node in free}
    source, target = chains.ends(ahead, free)
    level = dict(zip(free, levels(source, target, len(free)).level.tolist(), strict=True))
    found: dict[str, Timing] = {}
    for members in connected(len(free), [*zip(source.tolist(), target.tolist(), strict=True)]):
        part = [free[at] for at in members]
        begins = [first for node in part if (first := spans[node].first) is not None]
        if begins and any(spans[node].days for node in part):
            released = {node: first for node in part if (first := spans[node].first) is not None}
            days = {node: spans[node].days for node in part}
            part.sort(key=lambda node: (level[node], node))
            found |= scheduled(part, ahead, days, released, min(begins))
    return found


def _row(
    node: str,
    nodes: pd.DataFrame,
    spans: Mapping[str, Span],
    times: Mapping[str, Timing],
    waits: list[str],
) -> Timed:
    time, first = times.get(node), spans[node].first
    against = [
        other
        for other in waits
        if first is not None and (last := spans[other].last) is not None and last >= first
    ]
    names = sorted((str(nodes["name"][other]) for other in against), key=collation_key)
    return Timed(
        node=node,
        name=str(nodes["name"][node]),
        kind=str(nodes["kind"][node]),
        begins=str(nodes["valid_from"][node]) if spans[node].first else "",
        ends=str(nodes["valid_to"][node]) if spans[node].last else "",
        days=spans[node].days,
        earliest=_day(time.earliest) if time else "",
        latest=_day(time.latest) if time else "",
        slack=str(time.slack) if time else "",
        critical=CRITICAL if time and not time.slack else "",
        conflicts=columns.SEPARATOR.join(names),
    )


def _day(ordinal: int) -> str:
    """The date of an ordinal, the last that there is beyond it."""
    if ordinal > date.max.toordinal():
        return date.max.isoformat()
    return (date.min + timedelta(days=ordinal - 1)).isoformat()
