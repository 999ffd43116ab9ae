"""What an answer for a day owes to what has no date."""

from __future__ import annotations

import pytest

from graphtool import PlanGraph, engine, queries, schema
from tests.drawing import drawn

OWNED = """
    Municipality v
    Municipality w
    Goal g
    Goal h
    v OWNS g
    w OWNS h valid_from=2015
    w SUPPORTS h
"""
SOME = (
    "Svaret er lest ut av 2 påstander, 1 av dem uten dato; de uten dato regnes med så lenge de det"
    " gjelder, finnes, enten de gjaldt da eller ikke."
)
ALL = (
    "Svaret er lest ut av 1 påstand uten dato; slike regnes med så lenge de det gjelder, finnes,"
    " enten de gjaldt da eller ikke."
)


def dated(graph: PlanGraph, day: str | None, name: str = "owners", **options: str) -> str:
    return engine.run(name, graph, as_of=day, **options).notes[-1].nb


def test_an_answer_for_a_day_says_how_many_of_the_assertions_that_it_reads_have_no_date():
    assert dated(drawn(OWNED), "2016") == SOME
    assert dated(drawn(OWNED), "1950") == ALL
    assert dated(drawn(OWNED), "2016", "orphaned-goals", all=True) == SOME
    assert dated(drawn("Goal g\nMunicipality v\nv OWNS g valid_from=2015"), "2016") == (
        "Svaret er lest ut av 1 påstand, ingen uten dato."
    )


def test_an_answer_without_a_day_or_without_assertions_owes_nothing():
    assert "Svaret" not in dated(drawn(OWNED), None)
    assert "Svaret" not in dated(drawn("Goal g"), "2016")


def test_where_no_day_leaves_anything_out_the_answer_is_said_to_be_that_of_all_time():
    undated = OWNED.replace(" valid_from=2015", "")
    assert dated(drawn(undated), "1950").endswith(
        "Svaret er det samme som for all tid og sier ikke noe særskilt om 1950."
    )
    # A party that is over, or an edge of another day, makes the day's answer its own.
    for other in ("Municipality x valid_to=1940", "v RESPONSIBLE_FOR h valid_to=1940"):
        assert "all tid" not in dated(drawn(f"{undated}\n{other}"), "1950")
    merged = drawn(f"{undated}\nMunicipality k\nv SUCCEEDED_BY k valid_from=1940")
    for successors in ("carry", "keep"):
        assert "all tid" not in dated(merged, "1950", successors=successors)


@pytest.mark.combined
@pytest.mark.parametrize("name", sorted(queries.QUERIES))
def test_every_query_says_what_its_answer_for_a_day_owes(name):
    edges = [
        {"source": kinds[0], "relation": relation.name, "target": kinds[1]}
        for relation in schema.RELATIONS.values()
        for sources, targets in relation.endpoints[:1]
        for kinds in [(max(sources) + "1", max(targets) + "2")]
        if not relation.same_kind or kinds[0][:-1] == kinds[1][:-1]
    ]
    nodes = [{"id": f"{kind}{n}", "kind": kind} for kind in schema.KINDS for n in (1, 2)]
    answer = engine.run(name, PlanGraph.from_tables(nodes, edges), as_of="2015")
    assert answer.notes[-1].en.startswith("The answer is read from ")
