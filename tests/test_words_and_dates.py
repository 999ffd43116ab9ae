"""Dates of every precision, Norwegian letters, nearest words: what everything rests on."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool import dates, language, schema
from graphtool.errors import (
    SHOWN_PER_RULE,
    InvalidData,
    Problem,
    UnknownName,
    did_you_mean,
    listing,
)
from tests.strategies import NAMES

CALM = settings(derandomize=True, max_examples=60, deadline=None, database=None)


@pytest.mark.parametrize("text", ["2015", "2015-04", "2015-04-16", "2016-02-29", "0001"])
def test_dates_of_three_precisions(text):
    assert dates.is_partial_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "15",
        "2015-4",
        "2015-13",
        "2015-00",
        "2015-02-29",
        "2015-04-31",
        "2015/04/16",
        " 2015",
        "16.04.2015",
        "2015-04-16T00:00",
        "0000",
        "٢٠١٥",
        "-2015",
        "2015-",
        "vår 2015",
    ],
)
def test_what_is_no_date(text):
    assert not dates.is_partial_date(text)


@pytest.mark.parametrize(
    ("valid_from", "day", "begun"),
    [
        ("", "1900", True),
        ("2015", "2015-01-01", True),
        ("2015", "2014-12-31", False),
        ("2015-04", "2015-03-31", False),
        ("2015-04", "2015-04", True),
        ("2015-04-16", "2015-04", True),  # a month is looked at on its last day
        ("2015-04-16", "2015", True),
        ("2015-04-16", "2015-04-15", False),
        ("2016-01-01", "2015", False),
    ],
)
def test_what_has_begun(valid_from, day, begun):
    assert dates.has_begun(valid_from, day) is begun


@pytest.mark.parametrize(
    ("valid_to", "day", "ended"),
    [
        ("", "3000", False),
        ("2015", "2015-12-31", False),
        ("2015", "2016-01-01", True),
        ("2015-04", "2015-04-30", False),
        ("2015-04", "2015-05-01", True),
        ("2015-04-16", "2015-04-16", False),
        ("2015-04-16", "2015-04", True),
        ("2015-12-31", "2015", False),
        ("2015-12-31", "2015-12", False),
        ("2015-01-31", "2015-01", False),
        ("2015-11", "2015", True),
        ("2015-04-30", "2015-04", False),
        ("2015-02-28", "2015-02", False),
        ("2016-02-28", "2016-02", True),
    ],
)
def test_what_has_ended(valid_to, day, ended):
    assert dates.has_ended(valid_to, day) is ended


DAYS = st.dates().map(str)
PARTIAL = DAYS.flatmap(lambda day: st.sampled_from((day, day[:7], day[:4])))


@given(PARTIAL, DAYS)
@CALM
def test_a_single_date_is_in_force_exactly_on_its_own_days(date, day):
    in_force = dates.has_begun(date, day) and not dates.has_ended(date, day)
    assert in_force == day.startswith(date)


@given(PARTIAL, PARTIAL)
@CALM
def test_nothing_has_ended_before_it_has_begun(date, day):
    assert dates.has_begun(date, day) or not dates.has_ended(date, day)


@given(PARTIAL, PARTIAL)
@CALM
def test_two_dates_run_backwards_one_way_at_most(one, other):
    assert not (dates.runs_backwards(one, other) and dates.runs_backwards(other, one))
    assert not dates.runs_backwards(one, one)
    assert not dates.runs_backwards("", other)
    assert not dates.runs_backwards(one, "")


# Letters


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_the_same_however_its_letters_are_stored(name):
    for form in ("NFC", "NFD", "NFKC"):
        stored = unicodedata.normalize(form, f"  {name} ")
        assert language.normalised(stored) == unicodedata.normalize("NFC", name)
        assert language.folded(stored) == language.folded(name.upper())
        assert language.searchable(stored) == language.searchable(name)


def test_norwegian_letters_are_letters_of_their_own_when_names_are_looked_up():
    assert language.folded("Våle") != language.folded("Vale")
    assert language.folded("Øyer") != language.folded("Oyer")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sogne", "Søgne"),
        ("SOEGNE", "Søgne"),
        ("karasjohka", "Kárášjohka"),
        ("aas", "Ås"),
        ("as", "Ås"),
        ("naroy", "Nærøy"),
        ("porsangu", "Porsáŋgu"),
        ("deatnu", "Deatnu"),
    ],
)
def test_a_search_finds_a_name_without_its_letters(typed, meant):
    assert language.searchable(typed) == language.searchable(meant)


def test_the_alphabet_ends_in_its_three_own_letters():
    names = ["Ål", "Øy", "Ær", "Zz", "Aa", "Å", "Äl", "Öy"]
    assert sorted(names, key=language.collation_key) == [
        "Aa",
        "Zz",
        "Äl",
        "Ær",
        "Öy",
        "Øy",
        "Å",
        "Ål",
    ]


@given(st.text(max_size=8), st.text(max_size=8))
@CALM
def test_two_texts_sort_equal_only_where_they_are_the_same(one, other):
    if language.collation_key(one) == language.collation_key(other):
        assert one == other


def test_a_text_is_filled_in_per_language():
    said = language.Text("{what}: {n}", "{what}: {n}", "{what}: {n}")
    goal = schema.KINDS["Goal"].label
    assert said.format(what=goal, n=2) == ("mål: 2", "mål: 2", "goal: 2")


# Errors


def test_the_nearest_words_are_named_with_their_own_letters():
    assert did_you_mean("GAOL", ["Goal", "Plan"]) == "; did you mean 'Goal'?"
    assert did_you_mean("", ["Goal"]) == ""
    assert did_you_mean("sogne", ["Søgne", "Vennesla"]) == "; did you mean 'Søgne'?"
    assert str(UnknownName("kind", "Measur", schema.KINDS)) == (
        "kind 'Measur' does not exist; did you mean 'Measure'?"
    )


def test_every_problem_is_listed_and_a_flood_is_counted():
    flood = [Problem("error", "bad-date", "x", "goals.csv", row) for row in range(2, 100)]
    lines = listing([*flood, Problem("error", "doubled-id", "y", "goals.csv", 7, "id")])
    assert len(lines) == SHOWN_PER_RULE + 2
    assert lines[0] == "goals.csv:2: x"
    assert "goals.csv:7: id: y" in lines
    assert lines[-1] == f"... and {98 - SHOWN_PER_RULE} more of the rule bad-date"


def test_invalid_data_counts_errors_and_keeps_warnings():
    error = InvalidData([Problem("warning", "a", "w"), Problem("error", "b", "e", "f.csv")])
    assert str(error) == "1 problem in the data:\nf.csv: e"
    assert len(error.problems) == 2


# Vocabulary


@pytest.mark.parametrize("relation", schema.RELATIONS.values(), ids=lambda r: r.name)
def test_a_relation_runs_between_kinds_that_exist(relation):
    assert relation.sources
    assert relation.sources | relation.targets <= set(schema.KINDS)
    for source in schema.KINDS:
        for target in schema.KINDS:
            allowed = relation.name in schema.nearest_allowed(source, target)
            assert relation.allows(source, target) is allowed


def test_roles_files_and_shapes_are_unique():
    assert len(schema.ROLES) == len(schema.RELATIONS)
    assert len({kind.file for kind in schema.KINDS.values()}) == len(schema.KINDS)
    assert len({kind.shape for kind in schema.KINDS.values()}) == len(schema.KINDS)
    assert not set(schema.ROLES) & {name.lower() for name in schema.RELATIONS}


@pytest.mark.parametrize(
    "name", ["OWNS", "LEADS", "RESPONSIBLE_FOR", "APPLIED_FOR", "COLLABORATES_WITH"]
)
def test_only_parties_own_lead_answer_and_collaborate(name):
    assert schema.RELATIONS[name].sources == set(schema.PARTIES)


@pytest.mark.parametrize(
    ("name", "source", "target", "allowed"),
    [
        ("PART_OF", "Municipality", "Region", True),
        ("PART_OF", "Goal", "FocusArea", True),
        ("PART_OF", "Goal", "Measure", False),
        ("PART_OF", "Region", "Region", True),
        ("OWNS", "Region", "Goal", False),
        ("SUPPORTS", "Region", "Goal", True),
        ("SUCCEEDED_BY", "Municipality", "Municipality", True),
        ("SUCCEEDED_BY", "Municipality", "Region", False),
        ("ADOPTED", "Municipality", "Plan", True),
        ("DEPENDS_ON", "Programme", "Goal", True),
        ("DEPENDS_ON", "Region", "Programme", True),
        ("DEPENDS_ON", "Need", "Goal", False),
        ("FUNDS", "Actor", "Plan", True),
        ("FUNDS", "Actor", "Goal", True),
        ("FUNDS", "Region", "Goal", False),
        ("IMPLEMENTS", "Measure", "Goal", True),
        ("IMPLEMENTS", "Project", "Goal", True),
        ("IMPLEMENTS", "Goal", "Goal", False),
        ("PART_OF", "Measure", "FocusArea", True),
        ("OWNS", "Municipality", "FocusArea", True),
        ("APPLIED_FOR", "Municipality", "Programme", True),
        ("APPLIED_FOR", "Region", "Programme", False),
        ("ADDRESSES", "Goal", "Need", True),
        ("ADDRESSES", "Need", "Goal", False),
        ("CONTRIBUTES_TO", "Measure", "Effect", True),
        ("CONTRIBUTES_TO", "Effect", "Goal", True),
        ("INDICATES", "Effect", "Goal", True),
        ("COLLABORATES_WITH", "Region", "Region", False),
    ],
)
def test_which_ends_are_allowed(name, source, target, allowed):
    assert schema.relation(name).allows(source, target) is allowed


@pytest.mark.parametrize(("look", "word"), [("kind", "Gol"), ("relation", "OWN")])
def test_an_unknown_word_is_answered_with_the_nearest(look, word):
    with pytest.raises(UnknownName, match=f"{look} '{word}' does not exist; did you mean"):
        getattr(schema, look)(word)
