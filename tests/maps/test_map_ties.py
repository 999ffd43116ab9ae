"""Who works together, on the map: people with those whom they work for, forums among members."""

from __future__ import annotations

from graphtool.maps import Settings
from graphtool.maps.build import build
from graphtool.maps.content import Participation
from graphtool.maps.views import collaboration, municipalities
from tests.drawing import drawn

NETWORK = """
    Municipality k name=Kristiansand
    Municipality l name=Lillesand
    Actor kari subkind=person name="Kari Ek"
    Actor eva subkind=person name="Eva Ås"
    Actor nett subkind=network name=Nettverket
    kari AFFILIATED_WITH k document=d line=1
    eva AFFILIATED_WITH l document=d line=2
    kari MEMBER_OF nett document=d line=3 quote="Kari Ek, Kristiansand"
    eva MEMBER_OF nett document=d line=4
"""


def test_people_stand_with_those_whom_they_represent_and_a_network_with_its_members():
    content = collaboration.content(drawn(NETWORK))
    assert content.nodes == ("k", "l", "nett")
    assert {frozenset(edge[:2]) for edge in content.edges} == {
        frozenset("kl"),
        frozenset(("k", "nett")),
        frozenset(("l", "nett")),
    }
    assert all(edge.shared == ("nett",) for edge in content.edges.values())


def test_a_tie_says_through_whom_and_where_that_stands():
    who = collaboration.content(drawn(NETWORK)).activities["nett"].who
    assert who["k"] == Participation("d", 3, "Kari Ek, Kristiansand", "Kari Ek")
    assert who["nett"] == Participation()  # that it meets itself nobody needs to say


def test_municipalities_are_tied_through_their_people():
    content = municipalities.content(drawn(NETWORK))
    assert [edge[:2] for edge in content.edges] == [("k", "l")]


def test_who_is_not_to_be_named_is_not_named_as_the_one_who_takes_part():
    made = build(drawn(NETWORK), Settings(views=("collaboration",), hide_persons=True))
    assert "Kari" not in repr(made.scenes)
    assert "[navn utelatt]" in repr(made.scenes)
