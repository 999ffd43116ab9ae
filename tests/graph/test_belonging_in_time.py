"""What belongs to whom over time: the rows of a day are what the graph of that day says."""

from __future__ import annotations

from typing import Any, Literal

import pandas as pd
from hypothesis import given

from graphtool import dates
from graphtool.graph import PlanGraph
from graphtool.graph.belonging import acts_for, belongs_to
from graphtool.graph.belonging_in_time import acts_for_in_time, belongs_to_in_time
from tests.drawing import drawn
from tests.graph.test_periods import MANY, text
from tests.queries.answers.fjords import fjords
from tests.strategies import changing_graphs


def of(graph: PlanGraph, rows: pd.DataFrame) -> list[tuple[Any, ...]]:
    """Pairs by id, and how many share the first; not of somebody with itself."""
    ids = graph.nodes["id"].tolist()
    owners = rows["owners"] if "owners" in rows else [0] * len(rows)
    pairs = zip(rows.iloc[:, 0], rows.iloc[:, 1], owners, strict=True)
    return sorted((ids[a], ids[b], n) for a, b, n in pairs if a != b)


def on(rows: pd.DataFrame, day: int, successors: Literal["carry", "keep"]) -> pd.DataFrame:
    last = rows["until" if successors == "carry" else "kept"]
    return rows[(rows["since"] <= day) & (day <= last)]


def changes(*tables: pd.DataFrame) -> list[int]:
    """The first day of all, and every day on which one of these periods begins or is over."""
    days = {dates.ALWAYS}
    for table in tables:
        days |= {int(day) for day in table["since"]}
        days |= {dates.after(int(day)) for name in ("until", "kept") for day in table[name]}
    return sorted(day for day in days if day <= dates.FOREVER)


@MANY
@given(graph=changing_graphs())
def test_on_every_day_that_changes_something_the_rows_are_those_of_the_graph_of_that_day(
    graph: PlanGraph,
) -> None:
    agree_on_every_day(graph)


def agree_on_every_day(graph: PlanGraph) -> None:
    acting, own = acts_for_in_time(graph), belongs_to_in_time(graph)
    assert of(graph, acting[~acting["further"]]) == of(graph, acts_for(graph))
    assert of(graph, own[~own["further"]]) == of(graph, belongs_to(graph))
    for day in changes(graph.periods.nodes, graph.periods.edges, acting, own):
        for mode in ("carry", "keep"):
            dated = graph.as_of(text(day), successors=mode)
            assert of(graph, on(acting, day, mode)) == of(dated, acts_for(dated)), (day, mode)
            assert of(graph, on(own, day, mode)) == of(dated, belongs_to(dated)), (day, mode)


def test_so_they_are_in_the_small_region() -> None:
    agree_on_every_day(fjords())


def said(graph: PlanGraph, rows: pd.DataFrame) -> list[tuple[Any, ...]]:
    ids = graph.nodes["id"].tolist()
    return [
        (ids[source], ids[target], *rest)
        for source, target, *rest in rows.itertuples(index=False, name=None)
    ]


A, F = dates.ALWAYS, dates.FOREVER


def test_a_company_of_two_that_merge_is_the_successors_alone() -> None:
    graph = drawn("""
        Municipality nord
        Municipality sor
        Municipality ny
        Actor avfall subkind=company
        nord OWNS avfall valid_from=2010
        sor  OWNS avfall valid_from=2015
        nord SUCCEEDED_BY ny valid_from=2020
        sor  SUCCEEDED_BY ny valid_from=2020
    """)
    assert said(graph, acts_for_in_time(graph)) == [
        ("avfall", "nord", 20100101, 20141231, 20141231, True, 1),
        ("avfall", "nord", 20150101, 20191231, F, False, 2),
        ("avfall", "ny", 20200101, F, 0, True, 1),
        ("avfall", "sor", 20150101, 20191231, F, False, 2),
    ]


def test_what_was_never_owned_and_held_on_one_day_is_there_in_all_of_time_only() -> None:
    graph = drawn("""
        Municipality k
        Actor a subkind=company
        Resource hall
        k OWNS a    valid_to=2012
        a OWNS hall valid_from=2015
    """)
    assert said(graph, belongs_to_in_time(graph)) == [
        ("a", "k", A, 20121231, 20121231, False),
        ("hall", "k", A, 0, 0, False),
    ]


def test_two_periods_of_one_pair_are_two_rows_of_which_one_is_of_all_of_time() -> None:
    graph = drawn("""
        Municipality k
        Resource hall
        k OWNS hall valid_to=2012
        k OWNS hall valid_from=2015
        k HOSTS raad valid_from=2014
        Actor raad subkind=council valid_to=2016
        raad OWNS hall
    """)
    assert said(graph, belongs_to_in_time(graph))[1:] == [
        ("hall", "k", A, 20121231, 20121231, False),
        ("hall", "k", 20140101, F, F, True),
    ]


def test_a_municipality_that_is_split_off_again_acts_for_itself_again() -> None:
    graph = drawn("""
        Municipality heim
        Municipality lund
        Actor havn subkind=company
        lund OWNS havn
        lund SUCCEEDED_BY heim valid_from=2019
        heim SUCCEEDED_BY lund valid_from=2021
    """)
    # What it hands over while it is under another, and has again afterwards.
    assert [row[:4] for row in said(graph, acts_for_in_time(graph))] == [
        ("havn", "heim", 20190101, 20201231),
        ("havn", "lund", A, 20181231),
        ("havn", "lund", 20210101, F),
    ]
    agree_on_every_day(graph)


def test_a_body_that_is_split_off_again_is_no_municipality() -> None:
    graph = drawn("""
        Municipality k
        Actor a subkind=company
        Actor b subkind=company
        Resource hall
        k OWNS a
        a OWNS hall
        a SUCCEEDED_BY b valid_from=2019
        b SUCCEEDED_BY a valid_from=2021
    """)
    assert [row[:4] for row in said(graph, belongs_to_in_time(graph))] == [
        ("a", "k", A, 20181231),
        ("a", "k", 20210101, F),
        ("b", "k", 20190101, 20201231),
        ("hall", "k", A, F),
    ]
    agree_on_every_day(graph)


def test_one_that_its_own_employer_succeeds_is_kept_though_nothing_is_carried_on() -> None:
    graph = drawn("""
        Municipality k
        Actor kontoret
        Actor verket
        k HOSTS verket
        kontoret AFFILIATED_WITH verket
        kontoret SUCCEEDED_BY verket valid_from=2020
    """)
    assert said(graph, acts_for_in_time(graph)) == [
        ("kontoret", "k", A, 20191231, F, False, 1),
        ("verket", "k", A, F, F, False, 1),
    ]
    agree_on_every_day(graph)
