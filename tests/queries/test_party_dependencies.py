"""Which party depends on which, by the same kinds and rules as municipalities do."""

from __future__ import annotations

import pytest

from graphtool import engine
from graphtool.errors import GraphtoolError, UnknownName
from graphtool.queries import matrix
from tests.drawing import answered, drawn, notes

HARBOUR = """
    Municipality k name=Kommunen
    Actor havn name="Havna AS" subkind=company
    Actor kari name=Kari subkind=person
    Actor fond name=Fondet subkind=fund
    Actor alle name=Alle subkind=group
    Goal g name="Ren fjord"
    Measure m name=Rensing
    Resource kai name=Kaia
    k OWNS havn
    k OWNS g
    kari AFFILIATED_WITH havn
    kari RESPONSIBLE_FOR m
    m CONTRIBUTES_TO g
    fond FUNDS m amount=5
    m DEPENDS_ON kai status=pending
    havn OWNS kai
    alle RESPONSIBLE_FOR g
"""
SAID = "name depends_on_name kind path modality"


def test_a_company_is_a_party_of_its_own_and_its_people_count_for_it():
    assert answered("party-dependencies", drawn(HARBOUR), SAID) == [
        (
            "Havna AS",
            "Fondet",
            "funded",
            "Havna AS ←AFFILIATED_WITH— Kari —RESPONSIBLE_FOR→ Rensing ←FUNDS— Fondet",
            "derived",
        ),
        (
            "Kommunen",
            "Havna AS",
            "carried out",
            "Kommunen —OWNS→ Ren fjord ←CONTRIBUTES_TO— Rensing"
            " ←RESPONSIBLE_FOR— Kari —AFFILIATED_WITH→ Havna AS",
            "derived",
        ),
    ]
    assert notes("party-dependencies", drawn(HARBOUR)).splitlines()[0] == (
        "I 2 tilfeller er en part avhengig av en annen: gjennomføring 1, finansiering 1."
    )


def test_of_municipalities_alone_it_says_what_municipal_dependencies_says():
    graph = drawn("""
        Municipality a
        Municipality b
        Goal g
        Measure m
        a OWNS g
        b OWNS m
        m PART_OF g
        g DEPENDS_ON b
        b FUNDS a
    """)
    same = "kind path steps status modality"
    assert answered("party-dependencies", graph, same) == (
        answered("municipal-dependencies", graph, same)
    )


def test_it_is_asked_of_one_party_of_some_kinds_and_of_what_is_stated():
    graph = drawn(HARBOUR + "fond DEPENDS_ON havn")
    rows = answered("party-dependencies", graph, "name depends_on kind", to="Havna AS")
    assert rows == [("Fondet", "havn", "stated"), ("Kommunen", "havn", "carried out")]
    # What is the company's is not its owner's; the company itself is.
    stated = answered("party-dependencies", graph, "name depends_on kind", modality="stated")
    assert stated == [("Fondet", "havn", "stated"), ("Fondet", "k", "stated")]
    funded = answered("party-dependencies", graph, "name kind", kind=("funded",))
    assert funded == [("Havna AS", "funded")]
    assert notes("party-dependencies", graph, from_="fond", kind=("hosted",)) == (
        "Ingen avhengighet mellom parter er slik det er spurt om (kind og from)."
    )


def test_an_unknown_party_or_a_goal_is_no_party():
    with pytest.raises(UnknownName, match="did you mean 'Fondet'"):
        answered("party-dependencies", drawn(HARBOUR), "name", to="Fondett")
    with pytest.raises(UnknownName, match="party 'Ren fjord'"):
        answered("party-dependencies", drawn(HARBOUR), "name", from_="Ren fjord")
    with pytest.raises(GraphtoolError, match="there is none in the data"):
        answered("party-dependencies", drawn("Goal g"), "name", from_="x")


def test_the_matrix_counts_who_depends_on_whom_by_kind():
    whole = engine.run("party-dependencies", drawn(HARBOUR)).as_matrix()
    assert whole.records() == [
        {"party": "havn", "name": "Havna AS", "fond": "funded 1", "havn": None, "paths": 1},
        {"party": "k", "name": "Kommunen", "fond": None, "havn": "carried out 1", "paths": 1},
    ]
    none = engine.run("party-dependencies", drawn("Municipality k")).as_matrix()
    assert none.records() == []
    assert list(none.rows.columns) == ["party", "name", "paths"]


def test_a_matrix_that_nobody_could_read_is_refused(monkeypatch):
    monkeypatch.setattr(matrix, "MOST_COLUMNS", 1)
    with pytest.raises(GraphtoolError, match="2 rows and 2 columns, too many to read"):
        engine.run("party-dependencies", drawn(HARBOUR)).as_matrix()
