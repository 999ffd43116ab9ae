"""Periods: worked out once as numbers, they say of every day what the rule of that day says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from graphtool import dates, formats
from graphtool.graph import PlanGraph, periods
from tests.drawing import drawn
from tests.strategies import changing_graphs

MANY = settings(
    max_examples=40, deadline=None, derandomize=True, phases=(Phase.explicit, Phase.generate)
)
LASTING = ("Programme", "Project", "Plan")


class Rule:
    """What is in force on a day, told node by node and edge by edge, without any number kept."""

    def __init__(self, graph: PlanGraph) -> None:
        nodes, self.edges = graph.nodes, list(graph.edges.itertuples(index=False))
        self.ids, self.kinds = nodes["id"].tolist(), nodes["kind"].astype(str).tolist()
        self.said = list(zip(nodes["valid_from"], nodes["valid_to"], strict=True))
        self.lasts = [self.period(at) for at in range(len(nodes))]
        self.days = sorted(set(self._days()))

    def period(self, at: int) -> tuple[int, int]:
        """Its own dates, or where it has none those of its phases and parts."""
        begins, ends = self.said[at]
        parts = [
            self.period(e.source)
            for e in self.edges
            if e.relation == "PART_OF" and e.target == at and self.kinds[e.source] in LASTING
        ]
        if begins or ends or not parts or self.kinds[at] not in LASTING:
            return dates.first_number(begins), dates.last_number(ends)
        return min(a for a, _ in parts), max(b for _, b in parts)

    def _days(self) -> Iterator[int]:
        """The first day of all, and every day on which something may begin or be over."""
        yield dates.ALWAYS
        own = [
            (dates.first_number(e.valid_from), dates.last_number(e.valid_to)) for e in self.edges
        ]
        for begins, ends in (*self.lasts, *own):
            yield begins
            if ends < dates.FOREVER:
                yield dates.after(ends)

    def followed(self, day: int) -> set[tuple[int, int]]:
        """The successions that have happened and do not run in a circle."""
        steps = {
            (e.source, e.target)
            for e in self.edges
            if e.relation == "SUCCEEDED_BY" and dates.first_number(e.valid_from) <= day
        }
        return {(a, b) for a, b in steps if a not in self._reached(b, steps)}

    @staticmethod
    def _reached(start: int, steps: set[tuple[int, int]]) -> set[int]:
        seen, front = {start}, [start]
        while front:
            at = front.pop()
            fresh = {b for a, b in steps if a == at} - seen
            seen |= fresh
            front += fresh
        return seen

    def over(self, day: int) -> set[int]:
        """Those that have begun, have a successor and no later end of their own."""
        return {
            old
            for old, _ in self.followed(day)
            if self.lasts[old][0] <= day and (self.lasts[old][1] < day or not self.said[old][1])
        }

    def exists(self, at: int, day: int) -> bool:
        """Whether it is there, not succeeded."""
        return self.lasts[at][0] <= day <= self.lasts[at][1] and at not in self.over(day)

    def heirs(self, at: int, day: int) -> set[int]:
        """Who is there in the place of one that is over."""
        over, found = self.over(day), set[int]()
        for heir in (b for a, b in self.followed(day) if a == at and at in over):
            found |= {heir} if self.exists(heir, day) else self.heirs(heir, day)
        return found

    def kept(self, at: int, day: int) -> bool:
        """Whether it is there with `keep`: from its first day there to its last, without a gap."""
        there = [d for d in self.days if self.exists(at, d) or self.heirs(at, d)]
        return bool(there) and there[0] <= day <= there[-1]

    def carried(self, day: int) -> tuple[set[str], set[tuple[Any, ...]]]:
        """Nodes and edges of a day, what the succeeded had with their successors."""
        nodes = {self.ids[at] for at in range(len(self.ids)) if self.exists(at, day)}
        found = set()
        for e in self._in_force(day):
            stand = [
                [(at, "")]
                if self.exists(at, day)
                else [(heir, self.ids[at]) for heir in self.heirs(at, day)]
                for at in (e.source, e.target)
            ]
            for (source, one), (target, other) in product(*stand):
                origin = ";".join(name for name in (other, one) if name)
                if origin and (source == target or e.relation == "SUCCEEDED_BY"):
                    continue
                both_ways = e.relation == "COLLABORATES_WITH"
                ends = sorted((source, target)) if both_ways else (source, target)
                found.add(self._row(e, *ends, origin))
        return nodes, found

    def left(self, day: int) -> tuple[set[str], set[tuple[Any, ...]]]:
        """Nodes and edges of a day, the succeeded kept."""
        there = {at for at in range(len(self.ids)) if self.kept(at, day)}
        edges = (e for e in self._in_force(day) if {e.source, e.target} <= there)
        return {self.ids[at] for at in there}, {self._row(e, e.source, e.target, "") for e in edges}

    def _in_force(self, day: int) -> list[Any]:
        return [
            e
            for e in self.edges
            if dates.first_number(e.valid_from) <= day <= dates.last_number(e.valid_to)
        ]

    def _row(self, e: Any, source: int, target: int, origin: str) -> tuple[Any, ...]:
        ends = self.ids[source], self.ids[target]
        return (e.relation, *ends, e.modality, e.valid_from, e.valid_to, origin)


def shown(graph: PlanGraph) -> tuple[set[str], set[tuple[Any, ...]]]:
    """The nodes and edges of a graph as the rule gives them; no row twice."""
    ids, edges = graph.nodes["id"].tolist(), list(graph.edges.itertuples(index=False))
    rows = [
        (
            e.relation,
            ids[e.source],
            ids[e.target],
            e.modality,
            e.valid_from,
            e.valid_to,
            e.carried_from,
        )
        for e in edges
    ]
    assert len(set(rows)) == len(rows)
    return set(ids), set(rows)


def text(day: int) -> str:
    return f"{day // 10_000:04}-{day // 100 % 100:02}-{day % 100:02}"


@MANY
@given(graph=changing_graphs())
def test_on_every_day_that_changes_something_the_numbers_say_what_the_rule_says(
    graph: PlanGraph,
) -> None:
    rule = Rule(graph)
    for day in rule.days:
        assert shown(graph.as_of(text(day))) == rule.carried(day), text(day)
        assert shown(graph.as_of(text(day), successors="keep")) == rule.left(day), text(day)


@MANY
@given(graph=changing_graphs())
def test_without_a_day_the_rows_are_the_assertions_and_further_rows_are_for_successors_only(
    graph: PlanGraph,
) -> None:
    rows = graph.periods.edges
    count = len(graph.edges)
    for name in ("source", "target", "carried_from"):
        assert rows[name].tolist()[:count] == graph.edges[name].tolist()
    assert rows["edge"].tolist()[:count] == list(range(count))
    assert rows["further"].tolist() == [False] * count + [True] * (len(rows) - count)
    assert not rows["kept"][rows["further"]].any()
    assert (rows["since"] <= rows["until"])[rows["further"]].all(), "no further row for nothing"
    assert (graph.periods.nodes["until"] <= graph.periods.nodes["kept"]).all()


def spans(graph: PlanGraph, table: str = "nodes") -> dict[str, tuple[int, ...]]:
    found = getattr(graph.periods, table)
    return dict(zip(graph.nodes["id"], found.itertuples(index=False, name=None), strict=True))


ALWAYS, FOREVER = dates.ALWAYS, dates.FOREVER


def test_a_period_goes_from_the_first_day_of_its_beginning_to_the_last_of_its_end() -> None:
    graph = drawn("""
        Actor a valid_from=2015-04 valid_to=2016-02
        Actor b valid_from=2015
        Actor c
    """)
    assert spans(graph) == {
        "a": (20150401, 20160229, 20160229),
        "b": (20150101, FOREVER, FOREVER),
        "c": (ALWAYS, FOREVER, FOREVER),
    }


def test_a_merged_municipality_ends_the_day_before_and_is_kept_as_long_as_its_successor() -> None:
    graph = drawn("""
        Municipality sogne
        Municipality kristiansand valid_to=2030
        sogne SUCCEEDED_BY kristiansand valid_from=2020
    """)
    assert spans(graph)["sogne"] == (ALWAYS, 20191231, 20301231)


def test_one_that_ended_before_it_was_succeeded_is_kept_in_between() -> None:
    graph = drawn("""
        Actor utvalget valid_to=2017
        Actor raadet
        utvalget SUCCEEDED_BY raadet valid_from=2020
    """)
    assert spans(graph)["utvalget"] == (ALWAYS, 20171231, FOREVER)
    assert graph.as_of("2018").nodes["id"].tolist() == ["raadet"]
    assert graph.as_of("2018", successors="keep").nodes["id"].tolist() == ["raadet", "utvalget"]


def test_a_programme_without_dates_lasts_from_its_first_phase_to_its_last() -> None:
    graph = drawn("""
        Programme program
        Programme del
        Programme forste subkind=phase valid_from=2010 valid_to=2011
        Programme mellom subkind=phase valid_from=2012 valid_to=2012
        Programme annen  subkind=phase valid_from=2015 valid_to=2017-06
        Project prosjekt valid_from=2016
        Plan plan
        Goal vekst
        forste PART_OF del
        mellom PART_OF del
        annen  PART_OF del
        del PART_OF program
        prosjekt PART_OF plan
        vekst PART_OF program
    """)
    found = spans(graph)
    assert found["del"] == found["program"] == (20100101, 20170630, 20170630)
    assert found["plan"] == (20160101, FOREVER, FOREVER)
    assert "program" in set(graph.as_of("2013").nodes["id"]), "between its phases it goes on"
    assert "program" not in set(graph.as_of("2017").nodes["id"])


@pytest.mark.parametrize("own", ["valid_from=2011", "valid_to=2030"])
def test_what_says_a_date_of_its_own_is_not_asked_for_its_parts(own: str) -> None:
    graph = drawn(f"""
        Programme program {own}
        Programme fase valid_from=2015 valid_to=2017
        fase PART_OF program
    """)
    since, until, _ = spans(graph)["program"]
    assert (since, until) == ((20110101, FOREVER) if "from" in own else (ALWAYS, 20301231))


def test_one_undated_part_leaves_it_open() -> None:
    graph = drawn("""
        Programme program
        Programme fase-1 valid_from=2015 valid_to=2017
        Project oppfolging
        fase-1 PART_OF program
        oppfolging PART_OF program
    """)
    assert spans(graph)["program"] == (ALWAYS, FOREVER, FOREVER)


def test_the_programme_of_the_kristiansand_region_ends_with_its_second_phase() -> None:
    graph = formats.read("data/kristiansandsregionen").graph
    assert "byregionprogrammet" in set(graph.as_of("2017").nodes["id"])
    assert "byregionprogrammet" not in set(graph.as_of("2018").nodes["id"])


def test_of_no_relation_there_are_no_rows():
    graph = PlanGraph.from_tables(
        [{"id": "v", "kind": "Municipality"}, {"id": "g", "kind": "Goal"}],
        [{"source": "v", "relation": "OWNS", "target": "g"}],
    )
    assert len(periods.rows_of(graph, "OWNS")) == 1
    assert periods.rows_of(graph).empty
