"""The official list: every name and number of a municipality since 1972, as people write it."""

from __future__ import annotations

import pytest

from graphtool import municipalities
from graphtool.municipalities import are_several, entries, find


@pytest.mark.parametrize(
    ("day", "count"),
    [("2015-07-01", 428), ("2019-07-01", 422), ("2020-07-01", 356), ("2024-07-01", 357)],
)
def test_there_are_as_many_municipalities_as_there_were(day, count):
    there = [one for one in entries() if one.since <= day <= (one.until or "9999")]
    assert len(there) == count == len({one.number for one in there})


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("Kongsberg", "3303"), ("kongsberg kommune", "3303"), ("Kongsberg kommunes", "3303"),
        ("KONGSBERG", "3303"), ("0301", "0301"), ("301", "0301"), ("0301 Oslo", "0301"),
        ("0633 - Nore og Uvdal", "0633"), ("Evje og Hornnes", "4219"), ("Songdalen", "1017"),
        ("Karasjok", "5610"), ("Kárášjohka", "5610"), ("Karasjok - Kárášjohka", "5610"),
        ("Karasjok/Kárášjohka", "5610"), ("Herøy (Nordland)", "1818"), ("Herøy i Nordland", "1818"),
        ("Va\u030aler (Hedmark)", "0426"),
    ],
)  # fmt: skip
def test_a_municipality_is_found_by_any_of_its_names_and_numbers(word, number):
    assert number in [one.number for one in find(word)][:1]


@pytest.mark.parametrize(
    "word", ["Kongsberg Innovasjon", "0301 Bergen", "9999", "", "kommune", "12"]
)
def test_what_is_no_municipality_is_not_found(word):
    assert find(word) == ()


@pytest.mark.parametrize("name", ["Herøy", "Våler", "Os", "Bø", "Nes", "Sande"])
def test_a_name_of_several_is_known_to_be_so(name):
    assert are_several(find(name))


@pytest.mark.parametrize("name", ["Kongsberg", "Ålesund", "Haram", "Oslo"])
def test_new_numbers_and_a_split_make_no_other_municipality(name):
    assert not are_several(find(name))


def test_what_a_municipality_became_stands_in_its_row():
    assert find("Songdalen")[0].successors == ("4204",)
    assert set(find("1507")[0].successors) == {"1508", "1580"}


def test_every_successor_is_in_the_list():
    numbers = {one.number for one in entries()}
    assert {number for one in entries() for number in one.successors} <= numbers
    assert all(one.successors for one in entries() if one.until)


def test_numbers_stand_in_the_list_once_at_a_time():
    for one in municipalities.entries():
        same = [other for other in entries() if other.number == one.number]
        assert not are_several(same)
