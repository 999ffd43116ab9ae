"""Who of those that are tied alike stands apart by the roles."""

from __future__ import annotations

from graphtool.queries import key_parties
from tests.drawing import drawn, notes
from tests.queries.test_roles import A_NETWORK


def test_who_stands_apart_is_told_with_each_role_and_who_has_it():
    said = [notes("roles", drawn(A_NETWORK), language) for language in ("nb", "nn", "en")]
    assert said == [
        "Kristiansand skiller seg ut ved rollene: leder Nettverket (ved Kari Ek), er vert for"
        " Avdelingen og står for 2 av 3 medlemmer i Nettverket. Lillesand har ingen slike roller.",
        "Kristiansand skil seg ut ved rollene: leier Nettverket (ved Kari Ek), er vert for"
        " Avdelingen og står for 2 av 3 medlemmer i Nettverket. Lillesand har ingen slike roller.",
        "Kristiansand stands apart by the roles: leads Nettverket (through Kari Ek), hosts"
        " Avdelingen and accounts for 2 of 3 members of Nettverket. Lillesand has no such roles.",
    ]


def several(*lines: str) -> str:
    """Five municipalities in one project, and what more is said of them."""
    places = "\n".join(f"Municipality {m} name={m.upper()}\n{m} SUPPORTS p" for m in "abcde")
    return notes(
        "roles", drawn("\n".join(["Project p name=P", "Project q name=Q", places, *lines]))
    )


def test_one_party_alone_stands_apart_from_nobody():
    alone = notes("roles", drawn("Municipality a name=A\nProject p name=P\na LEADS p"))
    assert alone == "Bare én part har noen rolle: det er ingen å skille seg ut fra."


def test_a_role_that_many_have_tells_nobody_apart():
    assert several() == (
        "Ingen av de 5 skiller seg ut ved rollene: ingen kilde slår fast at noen av dem,"
        " nevnt ved navn, leder, er vert for, eier, samordner, svarer for, finansierer eller er"
        " søker til noe."
    )
    assert several("a OWNS p", "b OWNS p") == (
        "Ingen av de 5 skiller seg ut ved rollene: så mange leder, eier, svarer for eller"
        " finansierer like mye."
    )


def test_two_who_have_as_many_roles_are_named_and_told_to_be_equal():
    two = "Municipality a name=A\nMunicipality b name=B\nProject p\nProject q\na LEADS p\nb LEADS q"
    assert notes("roles", drawn(two)) == (
        "A og B står likt ved rollene: de leder, eier, svarer for eller finansierer like mye."
    )


def test_of_a_group_that_answers_its_members_are_said_to_do_so_by_no_name():
    # «Den enkelte kommune» answers for the project: each of the five does, and none is named.
    told = several("Actor g subkind=group name=Kommunene", "g RESPONSIBLE_FOR p")
    assert "ingen kilde slår fast at noen av dem, nevnt ved navn, leder" in told


def test_what_roles_are_in_is_named_in_the_order_of_the_graph_whoever_has_them():
    graph = drawn("""
        Municipality a name=A
        Municipality b name=B
        Actor kari subkind=person name=Kari
        Actor ola subkind=person name=Ola
        Project p name=P
        Project q name=Q
        kari AFFILIATED_WITH a
        ola AFFILIATED_WITH a
        kari LEADS q
        ola LEADS p
        b SUPPORTS p
    """)
    assert key_parties.among(graph, ("a", "b")).text.nb == (
        "A skiller seg ut ved rollene: leder P (ved Ola) og Q (ved Kari). B har ingen slike roller."
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
    much = (
        "a LEADS p modality=derived",
        "a OWNS p",
        "a OWNS q",
        "a RESPONSIBLE_FOR q",
        "a FUNDS q",
        "a COORDINATES p modality=derived",
        "a SUPPORTS q",
        "Actor h name=H",
        "a HOSTS h modality=derived",
    )
    assert several(*much) == (
        "A skiller seg ut ved rollene: eier P og Q, har ansvar for Q, finansierer Q og har 3 roller"
        " til, ingen av dem sagt som fakta. Ingen av de 4 andre har slike roller."
    )
    # One more kind is told rather than counted; and a few of many things.
    assert several(*much[1:6], "Project r name=R", "Project s name=S", "a OWNS r", "a OWNS s") == (
        "A skiller seg ut ved rollene: eier P, Q og 2 til, har ansvar for Q, finansierer Q og"
        " samordner P (utledet). Ingen av de 4 andre har slike roller."
    )
