"""One name in several spellings: what is surely one, and what is only near."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphtool import spellings
from graphtool.spellings import abbreviation, key, near
from tests.strategies import EXAMPLES

ONE = [
    ("Vekst & Vilje", "Vekst og Vilje"),
    ("Vekst&Vilje", "VEKST OG VILJE"),
    ("Ski\u00adlag\u00a0", "skilag"),
    ("K\u00e5re", "Ka\u030are"),
    ("\u200bUSN\ufeff", "usn"),
    ("Vest-Agder", "Vest\u2013Agder"),
    ("«Løft»", "Løft"),
    ("ＵＳＮ", "USN"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_spellings_that_surely_are_one_are_folded(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Våle", "Vale"),
        ("Kongsbergregionen", "Kongsberg"),
        ("Nettverk 1", "Nettverk 2"),
        ("Fondet", "Fond"),
        ("Tinn Vekst", "Tinnvekst"),
    ],
)
def test_what_is_not_sure_is_not_folded(one, other):
    assert key(one) != key(other)


@EXAMPLES
@given(name=st.text(max_size=30))
def test_folding_is_done_after_once_and_heeds_no_way_of_composing(name):
    assert key(key(name)) == key(name)
    assert key(unicodedata.normalize("NFD", name)) == key(unicodedata.normalize("NFC", name))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Kongsberg Innovasjon (KI)", ("Kongsberg Innovasjon", "KI")),
        ("KI (Kongsberg Innovasjon)", ("Kongsberg Innovasjon", "KI")),
        ("Universitetet i Sørøst-Norge (USN)", ("Universitetet i Sørøst-Norge", "USN")),
        ("Næringslivets Hovedorganisasjon (NHO)", ("Næringslivets Hovedorganisasjon", "NHO")),
        ("Ålesund og omland (ÅO)", ("Ålesund og omland", "ÅO")),
        ("Herøy (Nordland)", None),
        ("Kari Nordmann (NAV)", None),
        ("Fondet (se side 2)", None),
        ("Rådet (R)", None),
        ("Sør (SØR)", None),
        ("(KI)", None),
        ("KI", None),
        ("", None),
        ("Statens vegvesen (SV", None),
    ],
)
def test_an_abbreviation_is_one_where_its_letters_are_the_names(name, found):
    assert abbreviation(name) == found


NEAR = [
    ("Kongsberg Innovasjn", "Kongsberg Innovasjon"),
    ("Kari Normann", "Kari Nordmann"),
    ("Kongsberg Innovasjon AS", "Kongsberg Innovasjon"),
    ("Nærings rådet", "Næringsrådet"),
    ("Regionrådet i Numedal", "Regionråd i Numedal"),
    ("Nordmann Kari", "Kari Nordmann"),
    ("Naeringsraadet", "Næringsrådet"),
]


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_names_that_may_be_one_are_near(one, other):
    (found,) = near([one, other])
    assert spellings.NEAR <= found.score <= 100


FAR = [
    ("Vest-Agder fylkeskommune", "Aust-Agder fylkeskommune"),
    ("Nettverk 1", "Nettverk 2"),
    ("Kongsbergregionen", "Kongsberg"),
    ("Per Hansen", "Per Jansen"),
    ("NHO Viken", "NHO Agder"),
    ("Kongsberg Innovasjon", "Kongsberg Innovasjon Vest"),
    ("USN", "UiN"),
    ("", ""),
    ("Kongsberg kommune", "Notodden kommune"),
    ("Vekst & Vilje", "vekst og vilje"),
]


@pytest.mark.parametrize(("one", "other"), FAR)
def test_names_of_two_are_not_near(one, other):
    assert near([one, other]) == []


def test_of_many_names_the_nearest_come_first_and_of_too_many_none():
    names = ["Kari Nordmann", "Kari Normann", "Fondet", "Kari Nordman"]
    assert [(pair.one, pair.other) for pair in near(names)] == [(0, 1), (0, 3), (1, 3)]
    assert near(["a"] * (spellings.MOST + 1)) == []
