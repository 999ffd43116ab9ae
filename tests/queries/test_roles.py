"""Who has which role in what, and who stands apart by the roles."""

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


@pytest.mark.parametrize("line", [
    "k COLLABORATES_WITH l", "kari AFFILIATED_WITH k", "k DEPENDS_ON l", "alle LEADS p",
    "avd OWNS avd", "kari AFFILIATED_WITH avd\nkari LEADS avd", "k LEADS p modality=planned",
])  # fmt: skip
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


# Who stands apart


def test_who_stands_apart_is_told_with_each_role_and_who_has_it():
    said = [notes("roles", drawn(A_NETWORK), language) for language in ("nb", "nn", "en")]
    assert said == [
        "Kristiansand skiller seg ut ved rollene: leder Nettverket (ved Kari Ek), er vert for"
        " Avdelingen og står for 2 av 3 medlemmer i Nettverket. Lillesand har ingen slike roller.",
        "Kristiansand skil seg ut ved rollene: leier Nettverket (ved Kari Ek), er vert for"
        " Avdelingen og står for 2 av 3 medlemer i Nettverket. Lillesand har ingen slike roller.",
        "Kristiansand stands apart by the roles: leads Nettverket (through Kari Ek), hosts"
        " Avdelingen and accounts for 2 of 3 members of Nettverket. Lillesand has no such roles.",
    ]


def several(*lines: str) -> str:
    """Five municipalities in one project, and what more is said of them."""
    places = "\n".join(f"Municipality {m} name={m.upper()}\n{m} SUPPORTS p" for m in "abcde")
    return notes(
        "roles", drawn("\n".join(["Project p name=P", "Project q name=Q", places, *lines]))
    )


def test_a_role_that_many_have_tells_nobody_apart():
    assert several() == (
        "Ingen av de 5 skiller seg ut ved rollene: ingen kilde sier som fakta at noen av dem leder,"
        " er vert for, eier, samordner, svarer for, finansierer eller er søker til noe."
    )
    assert several("a OWNS p", "b OWNS p") == (
        "Ingen av de 5 skiller seg ut ved rollene: så mange leder, eier, svarer for eller"
        " finansierer like mye."
    )


def test_who_has_fewer_of_these_is_named():
    assert several("a OWNS p", "a OWNS q", "b OWNS p") == (
        "A skiller seg ut ved rollene: eier P og Q. B har færre slike roller."
    )


def test_who_has_most_of_what_tells_apart_stands_apart():
    assert several("a LEADS p", "a LEADS q", "b OWNS p") == (
        "A skiller seg ut ved rollene: leder P og Q. Ingen av de 4 andre har slike roller."
    )


def test_two_may_stand_apart_each_by_a_role_of_its_own():
    assert several("a OWNS p", "b LEADS q modality=derived") == (
        "A og B skiller seg ut ved rollene: A eier P; B leder Q (utledet)."
        " Ingen av de 3 andre har slike roller."
    )


def test_of_many_that_stand_apart_three_are_told_with_their_roles_and_the_rest_counted():
    three = ("a OWNS p", "b LEADS q", "c FUNDS p")
    told = "skiller seg ut ved rollene: A eier P; B leder Q; C finansierer P"
    assert several(*three) == f"A, B og C {told}. Ingen av de 2 andre har slike roller."
    four = (*three, "d COORDINATES q")
    assert several(*four) == f"A, B, C og D {told}; D samordner Q. E har ingen slike roller."
    assert several(*four, "e HOSTS p").endswith(f"{told}; og 2 til.")


def test_kristiansand_stands_apart_as_its_documents_have_it(kristiansand):
    # Applicant, host, leader of network and project, answering for the plan, paying for half a
    # position, home of two of nine members; the other six have one member each and none of these.
    said = notes("roles", kristiansand.graph, level="municipality")
    assert said == KRISTIANSAND


KRISTIANSAND = (
    "Kristiansand skiller seg ut ved rollene: leder Næringsnettverket (ved Lukas Wedemeyer), er"
    " vert for Business Region Kristiansand, har ansvar for Strategisk næringsplan for"
    " Kristiansandsregionen (ved Business Region Kristiansand) og har 5 roller til, 3 av dem ikke"
    " sagt som fakta. Ingen av de 6 andre har slike roller."
)


def test_of_many_roles_those_said_as_facts_are_told_first_and_the_rest_are_counted():
    """One that leads, owns, answers for and funds things; of what is derived not all is named."""
    much = ("a LEADS p modality=derived", "a OWNS p", "a OWNS q", "a RESPONSIBLE_FOR q",
            "a FUNDS q", "a COORDINATES p modality=derived", "a SUPPORTS q",
            "Actor h name=H", "a HOSTS h modality=derived")  # fmt: skip
    assert several(*much) == (
        "A skiller seg ut ved rollene: eier P og Q, har ansvar for Q, finansierer Q og har 3 roller"
        " til, ingen av dem sagt som fakta. Ingen av de 4 andre har slike roller."
    )
    # One more kind is told rather than counted; and a few of many things.
    assert several(*much[1:6], "Project r name=R", "Project s name=S", "a OWNS r", "a OWNS s") == (
        "A skiller seg ut ved rollene: eier P, Q og 2 til, har ansvar for Q, finansierer Q og"
        " samordner P (utledet). Ingen av de 4 andre har slike roller."
    )


def test_the_network_has_nine_members_from_eight_organisations(kristiansand):
    rows = engine.run("roles", kristiansand.graph).rows
    rows = rows[(rows["activity"] == "naeringsnettverket") & (rows["member"] > 0)]
    members = dict(zip(rows["party_name"], rows["member"], strict=True))
    assert members == {
        "Kristiansand": 2, "Vennesla": 1, "Songdalen": 1, "Birkenes": 1, "Iveland": 1,
        "Lillesand": 1, "Søgne": 1, "Knutepunkt Sørlandet": 1,
    }  # fmt: skip
    assert (rows["people"] == rows["member"]).all()
