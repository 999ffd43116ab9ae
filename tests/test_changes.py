"""What of an answer changed: rows added, gone, and cells that say something else."""

from __future__ import annotations

import pytest

from graphtool import PlanGraph, changes
from tests.drawing import drawn
from tests.queries.answers.fjords import fjords

FJORDS = fjords()
COMPARED = (
    "assertions",
    "brokers",
    "centrality",
    "cohesion",
    "collaborations",
    "critical-path",
    "dependencies",
    "forums",
    "municipal-dependencies",
    "orphaned-measures",
    "owners",
    "roles",
    "shared-resources",
    "succession-risk",
    "unsourced",
)
"""Queries of every sort: of ids, of words, of numbers, of sets, of paths."""

BUSY = """
    Municipality v name=Vennesla
    Municipality k name=Kristiansand
    Goal g name=Vekst
    Goal h name=Vern
    Goal i name=Vei valid_to=2015
    Goal j name=Bo valid_from=2018
    v OWNS h valid_to=2016
    k RESPONSIBLE_FOR h modality=planned valid_from=2017
"""


NETWORK = """
    Municipality a
    Municipality b
    Municipality c
    a COLLABORATES_WITH b
    """


def told(found: changes.Answer) -> list[tuple]:
    columns = ("change", "name", "column", "before", "after")
    return [tuple(row[name] for name in columns) for row in found.records()]


def test_rows_are_added_and_gone_and_cells_change():
    # In 2015 Vei is there and Vern has an owner; in 2020 Bo is there and Vern is only planned for.
    graph = drawn(BUSY)
    found = changes.changes("orphaned-goals", graph, graph, from_="2015", to="2020", all=True)
    assert told(found) == [
        ("added", "Bo", None, None, "none"),
        ("gone", "Vei", None, "none", None),
        ("changed", "Vern", "grade", "owned", "planned"),
        ("changed", "Vern", "parties", "Vennesla", "Kristiansand"),
    ]
    assert found.notes[0].nb == "Fra 2015 til 2020: rader nye 1, borte 1, endret 1."
    assert found.notes[1].nb.startswith("Per 2015: ")
    assert found.options["all"] is True


def test_two_datasets_are_compared_without_days():
    old = drawn("Goal g name=Vekst", name="gammel")
    new = drawn("Goal g name=Vekst\nGoal h name=Vern", name="ny")
    found = changes.changes("orphaned-goals", old, new)
    assert told(found) == [("added", "Vern", None, None, "none")]
    assert found.notes[0].en == "From gammel to ny: rows added 1, gone 0, changed 0."


def test_two_datasets_that_share_nothing_are_said_to():
    old, new = drawn("Goal g name=Vekst", name="Nord"), drawn("Goal h name=Vern", name="Sør")
    assert (
        "De to datasettene har ingen id felles" in changes.changes("owners", old, new).notes[1].nb
    )
    shared = drawn("Goal g name=Vekst\nGoal h name=Vern", name="Sør")
    for one, other in ((old, shared), (old, old), (old, drawn("")), (drawn(""), new)):
        found = changes.changes("owners", one, other)
        assert not any("ingen id felles" in note.nb for note in found.notes)


def test_a_column_that_is_called_like_others_is_told_with_what_it_is_of():
    # c loses its tie to b, so that its rank by degree is another, and its rank by betweenness not.
    old = drawn(NETWORK + "b COLLABORATES_WITH c")
    new = drawn(NETWORK + "a COLLABORATES_WITH c")
    found = changes.changes("centrality", old, new)
    said = dict(found.query.fields[4].column.words)
    assert said["degree_rank"].en == "degree: rank"
    assert said["betweenness_rank"].nb == "mellom: plass"
    assert said["degree"].en == "degree"


def test_a_day_is_not_compared_with_itself_in_silence():
    graph = drawn(BUSY)
    found = changes.changes("owners", graph, graph, from_="2015", to="2015")
    assert told(found) == []
    assert found.notes[0].en == "One and the same day is compared with itself."
    same = changes.changes("owners", graph, drawn(BUSY), from_="2015", to="2015")
    assert same.notes[0].en.endswith("nothing changed.")


@pytest.mark.parametrize("to", ["2015-12", "2015-12-31"])
def test_a_day_is_the_same_however_it_is_written(to):
    graph = drawn(BUSY)
    found = changes.changes("owners", graph, graph, from_="2015", to=to)
    assert found.notes[0].en == "One and the same day is compared with itself."


def test_what_is_said_of_a_day_says_in_which_of_two_datasets():
    old = drawn("Municipality v\nGoal h\nv OWNS h", name="gammel")
    new = drawn("Municipality v\nGoal h\nv OWNS h valid_from=2010", name="ny")
    notes = changes.changes("owners", old, new, from_="2015", to="2015").notes
    assert [note.en.split(":")[0] for note in notes[1:]] == ["gammel as of 2015", "ny as of 2015"]
    assert [note.nn.split(":")[0] for note in notes[1:]] == ["gammel per 2015", "ny per 2015"]


def test_numbers_that_differ_by_rounding_are_the_same():
    def network(ends: list[str]) -> PlanGraph:
        return drawn(
            "\n".join(
                [
                    *(f"Municipality {m}" for m in "abc"),
                    "Project p",
                    "Project q",
                    *(f"{m} LEADS p" for m in ends),
                    "a LEADS q",
                    "b LEADS q",
                ]
            )
        )

    one, other = network(["a", "b", "c"]), network(["c", "b", "a"])
    assert told(changes.changes("centralities", one, other)) == []


@pytest.mark.parametrize("name", COMPARED)
def test_what_is_added_one_way_is_gone_the_other_way(name):
    there = changes.changes(name, FJORDS, FJORDS, from_="2016-12", to="2023")
    back = changes.changes(name, FJORDS, FJORDS, from_="2023", to="2016-12")
    turned = {"added": "gone", "gone": "added", "changed": "changed"}
    assert sorted(told(there), key=str) == sorted(
        ((turned[kind], *cells, after, before) for kind, *cells, before, after in told(back)),
        key=str,
    )
    for record in there.records():
        assert set(record) == {field.name for field in there.query.fields}
