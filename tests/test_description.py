"""What a plan graph holds, in figures."""

from __future__ import annotations

from graphtool.description import describe, sentences
from tests.drawing import drawn


def test_counts_by_kind_subkind_relation_and_modality():
    found = describe(
        drawn(
            """
        Goal g subkind=main
        Goal h subkind=sub
        Goal i
        Municipality v
        Actor x subkind=unresolved
        v OWNS g document=plan line=1 quote=eier
        v OWNS g modality=planned document=notat line=2
        v OWNS h
        x SUPPORTS h
    """,
            name="prøve",
        )
    )
    assert found["name"] == "prøve"
    assert (found["nodes"], found["edges"], found["assertions"]) == (5, 3, 4)
    assert (found["documents"], found["sourced"], found["unresolved"]) == (2, 1, 1)
    assert found["kinds"] == {
        "Municipality": {"nodes": 1, "subkinds": {}},
        "Actor": {"nodes": 1, "subkinds": {"unresolved": 1}},
        "Goal": {"nodes": 3, "subkinds": {"main": 1, "sub": 1}},
    }
    assert found["relations"]["OWNS"] == {
        "edges": 2,
        "assertions": 3,
        "modalities": {"planned": 1, "stated": 2},
    }
    assert list(found["relations"]) == ["OWNS", "SUPPORTS"]


def test_the_period_runs_from_the_earliest_date_of_nodes_and_assertions_to_the_latest():
    # People were counted before there was a plan.
    counted = {"node": "v", "property": "population", "value": "1", "valid_from": "2013"}
    graph = drawn(
        """
        Goal g valid_from=2015-04
        Municipality v valid_to=2019-12-31
        v OWNS g valid_from=2016
    """,
        facts=[counted],
    )
    found = describe(graph)
    assert found["period"] == ["2015-04", "2019-12-31"]
    assert [getattr(sentences(found)[1], language) for language in ("nb", "nn", "en")] == [
        "Periode for noder og sammenhenger: 2015-04 til 2019-12-31.",
        "Periode for nodar og samanhengar: 2015-04 til 2019-12-31.",
        "Period of nodes and edges: 2015-04 to 2019-12-31.",
    ]


def test_an_empty_graph_is_described_too():
    found = describe(drawn(""))
    assert (found["nodes"], found["edges"], found["period"]) == (0, 0, None)
    assert found["kinds"] == found["relations"] == {}
