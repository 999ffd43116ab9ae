"""Who has which role in what."""

from __future__ import annotations

import pytest

from graphtool import engine
from graphtool.queries.roles import ROLES
from tests.drawing import answered, drawn, notes

HELD = "party activity leads hosts owns member people through"

A_NETWORK = """
    Municipality k name=Kristiansand
    Municipality l name=Lillesand
    Actor kari subkind=person name="Kari Ek"
    Actor ola subkind=person name="Ola Li"
    Actor eva subkind=person name="Eva Ås"
    Actor nett subkind=network name=Nettverket
    Actor avd subkind=department name=Avdelingen
    kari AFFILIATED_WITH k document=d line=1
    ola AFFILIATED_WITH k document=d line=2
    eva AFFILIATED_WITH l document=d line=3
    kari MEMBER_OF nett document=d line=4
    ola MEMBER_OF nett document=d line=5
    eva MEMBER_OF nett document=d line=6
    kari LEADS nett document=d line=7
    k HOSTS avd document=d line=8
"""


def test_a_party_has_the_roles_of_its_people_each_counted():
    assert answered("roles", drawn(A_NETWORK), HELD) == [
        ("k", "avd", None, 1, None, None, None, None),
        ("k", "nett", 1, None, None, 2, 2, "Kari Ek; Ola Li"),
        ("l", "nett", None, None, None, 1, 1, "Eva Ås"),
    ]


def test_the_evidence_says_who_has_the_role_and_that_they_are_theirs():
    rows = answered("roles", drawn(A_NETWORK), "party activity evidence")
    assert rows[1:] == [("k", "nett", "d:1; d:2; d:4; d:5; d:7"), ("l", "nett", "d:3; d:6")]


def test_at_level_party_everybody_has_their_own():
    rows = answered("roles", drawn(A_NETWORK), HELD, level="party")
    assert rows == [
        ("eva", "nett", None, None, None, 1, None, None),
        ("kari", "nett", 1, None, None, 1, None, None),
        ("k", "avd", None, 1, None, None, None, None),
        ("ola", "nett", None, None, None, 1, None, None),
    ]


def test_per_party_it_is_said_in_how_many_things():
    graph = drawn(A_NETWORK + "Project p\nkari LEADS p\nk OWNS p\nk LEADS p")
    assert answered("roles", graph, HELD, per="party") == [
        ("k", None, 2, 1, 1, 1, 2, "Kari Ek; Ola Li"),
        ("l", None, None, None, None, 1, 1, "Eva Ås"),
    ]


def test_at_level_municipality_its_bodies_count_as_well():
    graph = drawn(A_NETWORK + "Plan p\navd RESPONSIBLE_FOR p document=d line=9")
    columns = "party activity answers_for people through evidence"
    rows = answered("roles", graph, columns, level="municipality")
    assert ("k", "p", 1, None, "Avdelingen", "d:8; d:9") in rows
    organisations = answered("roles", graph, columns)
    assert ("avd", "p", 1, None, None, "d:9") in organisations


@pytest.mark.parametrize(("column", "relation"), ROLES.items())
def test_every_role_has_its_column(column, relation):
    target = {"ADOPTED": "Plan", "MEMBER_OF": "Actor"}.get(relation, "Project")
    graph = drawn(f"Municipality k\n{target} x\nk {relation} x")
    (row,) = engine.run("roles", graph).records()
    assert {name for name in ROLES if row[name]} == {column}


@pytest.mark.parametrize(
    "line",
    [
        "k COLLABORATES_WITH l",
        "kari AFFILIATED_WITH k",
        "k DEPENDS_ON l",
        "alle LEADS p",
        "avd OWNS avd",
        "kari AFFILIATED_WITH avd\nkari LEADS avd",
        "k LEADS p modality=planned",
    ],
)
def test_what_is_no_role(line):
    graph = drawn(f"""
        Municipality k
        Municipality l
        Actor kari subkind=person
        Actor avd subkind=department
        Actor alle subkind=group
        Project p
        {line}
    """)
    assert answered("roles", graph, "party activity") == []
    assert notes("roles", graph, "nn") == "Ingen har noka rolle i noko."


def test_what_is_only_planned_is_there_when_asked_for_and_says_so():
    graph = drawn("""
        Municipality k
        Project p
        k LEADS p modality=planned
        k OWNS p
        k OWNS p modality=aspiration
    """)
    columns = "leads owns modality"
    assert answered("roles", graph, columns) == [(None, 1, "stated")]
    assert answered("roles", graph, columns, planned=True) == [(1, 1, "stated; planned")]


def test_a_merged_partys_roles_are_its_successors():
    graph = drawn("""
        Municipality søgne valid_to=2019
        Municipality kristiansand
        Project p
        søgne LEADS p
        søgne SUCCEEDED_BY kristiansand valid_from=2020
    """)
    assert answered("roles", graph, "party leads", as_of="2019") == [("søgne", 1)]
    assert answered("roles", graph, "party leads", as_of="2020") == [("kristiansand", 1)]


def test_the_network_has_nine_members_from_eight_organisations(kristiansand):
    rows = engine.run("roles", kristiansand.graph).rows
    rows = rows[(rows["activity"] == "naeringsnettverket") & (rows["member"] > 0)]
    members = dict(zip(rows["party_name"], rows["member"], strict=True))
    assert members == {
        "Kristiansand": 2,
        "Vennesla": 1,
        "Songdalen": 1,
        "Birkenes": 1,
        "Iveland": 1,
        "Lillesand": 1,
        "Søgne": 1,
        "Knutepunkt Sørlandet": 1,
    }
    assert (rows["people"] == rows["member"]).all()
