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
        ("Kongsberg", "3303"),
        ("kongsberg kommune", "3303"),
        ("Kongsberg kommunes", "3303"),
        ("KONGSBERG", "3303"),
        ("0301", "0301"),
        ("301", "0301"),
        ("0301 Oslo", "0301"),
        ("0633 - Nore og Uvdal", "0633"),
        ("Evje og Hornnes", "4219"),
        ("Songdalen", "1017"),
        ("Karasjok", "5610"),
        ("Kárášjohka", "5610"),
        ("Karasjok - Kárášjohka", "5610"),
        ("Karasjok/Kárášjohka", "5610"),
        ("Herøy (Nordland)", "1818"),
        ("Herøy i Nordland", "1818"),
        ("Va\u030aler (Hedmark)", "0426"),
    ],
)
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


def test_every_municipality_lay_in_a_county_of_its_time():
    for one in entries():
        if one.number == "1301":  # Bergen was a county of its own until 1971
            continue
        county = municipalities.counties()[one.number[:2]]
        assert county.since <= one.since or not county.since
        assert (one.until or "9999") <= (county.until or "9999")
        assert one.county in ("", county.name)


@pytest.mark.parametrize(
    ("name", "beside", "numbers"),
    [
        ("Nes", ["Akershus"], ["3228", "3034", "0236"]),
        ("Nes", ["0616"], ["0616"]),
        ("Os", ["Innlandet"], ["3430", "0441"]),
        ("Os", ["Hordaland"], ["1243"]),
        ("Våler", ["Østfold fylke"], ["3114", "3018", "0137"]),
        ("Bø", ["821"], ["0821"]),
    ],
)
def test_namesakes_are_told_apart_with_all_their_numbers(name, beside, numbers):
    found = municipalities.told_apart(find(name), beside)
    assert [one.number for one in found] == numbers


def test_the_same_land_is_that_of_one_or_several_of_today_or_of_none():
    now = {one.number: one for one in entries() if not one.until}
    for one in entries():
        land = municipalities.same_land(one)
        assert all(now[part.number] is part for part in land)
    assert municipalities.same_land(find("1001")[0]) == ()
