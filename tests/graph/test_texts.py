"""What is found of whole columns is what is found of their texts one by one."""

from __future__ import annotations

import unicodedata

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from graphtool import dates, municipalities, spellings
from graphtool.formats.assembly import doubles
from graphtool.graph import PlanGraph, cleaning, tables, texts
from graphtool.graph.checker import Checker
from graphtool.language import natural, normalised
from tests.strategies import AWKWARD, EXAMPLES, NAMES, TEXTS

SPACED = st.lists(st.sampled_from([*NAMES, *AWKWARD, "Ås  by", " Ås", "a\u0085b", "x\u00a0y"]))
IDS = st.lists(
    st.from_regex(r"\A[a-z]{0,2}-?[0-9]{0,3}(0{9}[0-9]{4})?[a-z]?\Z") | st.sampled_from(NAMES),
    unique=True,
)


def column(words: list[str]) -> pd.Series:
    return pd.Series(words, dtype=texts.TEXT)


@EXAMPLES
@given(words=SPACED)
def test_names_are_tidied_as_one_by_one_whatever_else_stands_in_the_column(
    words: list[str],
) -> None:
    rows = cleaning.frame([{"name": word} for word in words], ["name"])
    alone = [cleaning.frame([{"name": word}], ["name"])["name"].iat[0] for word in words]
    assert rows["name"].tolist() == alone
    seen = "".join(alone).replace("\ufffd", "")
    assert unicodedata.is_normalized("NFC", seen)
    assert [normalised(word) for word in alone if word.isprintable()] == [
        word for word in alone if word.isprintable()
    ]


SPACES = [sign for sign in map(chr, range(0x3100)) if sign.isspace()]
WITHIN = st.sampled_from(["", "a", "å", "Å", "đ", "–", "𝄞", "a b"])


@EXAMPLES
@given(
    words=st.lists(st.tuples(*[st.sampled_from([*SPACES, "", "", ""]), WITHIN] * 2)),
    cut=st.integers(0, 3),
)
def test_a_column_is_trimmed_of_every_sort_of_space(words: list[tuple[str, ...]], cut: int) -> None:
    whole = ["".join(word) for word in words]
    ours = column(whole)[cut:]  # a part of a longer array
    assert texts.trimmed(ours).tolist() == [word.strip() for word in whole[cut:]]


def test_every_sort_of_space_is_seen_at_either_end() -> None:
    for space in SPACES:
        assert texts.trimmed(column([f"{space}a", "b"])).tolist() == ["a", "b"], ascii(space)
        assert texts.trimmed(column(["a", f"b{space}"])).tolist() == ["a", "b"], ascii(space)


def test_what_has_no_space_around_it_is_not_made_anew() -> None:
    held = column(["Nore og Uvdal", "", "Ås"])
    assert texts.trimmed(held) is held


def test_a_note_that_is_missing_is_empty_in_the_graph() -> None:
    """As pandas reads an empty cell of a file, among notes of which none needs tidying."""
    nodes = pd.DataFrame({"id": ["g", "h"], "kind": "Goal", "name": ["A", "B"]})
    nodes["note"] = pd.Series(["x", None], dtype=texts.TEXT)
    assert PlanGraph.from_tables(nodes).nodes["note"].tolist() == ["x", ""]


def test_two_spaces_are_seen_wherever_they_stand() -> None:
    for before in range(4):
        rows = [{"name": "x" * before}, {"name": "a  b"}, {"name": "c"}]
        tidied = cleaning.frame(rows, ["name"])["name"].tolist()
        assert tidied == ["x" * before, "a b", "c"]


@EXAMPLES
@given(ids=IDS)
def test_ids_stand_in_the_order_of_their_numbers(ids: list[str]) -> None:
    rows = cleaning.frame([{"id": one, "kind": "Goal"} for one in ids], tables.NODE_COLUMNS)
    typed, place = tables.typed_nodes(rows, [()] * len(rows))
    assert typed["id"].iloc[place].tolist() == rows["id"].tolist()
    assert typed["id"].tolist() == sorted(rows["id"], key=lambda one: (natural(one), one))


@EXAMPLES
@given(words=st.lists(TEXTS), known=st.lists(TEXTS))
def test_the_place_of_each_text_among_others_is_the_first(
    words: list[str], known: list[str]
) -> None:
    ours, theirs = column(words), column(known)
    places = [known.index(word) if word in known else -1 for word in words]
    assert texts.positions(ours, known).tolist() == places
    assert texts.positions(ours, theirs).tolist() == places
    assert texts.positions(ours, theirs).tolist() == places  # as remembered


def test_what_was_found_of_a_column_is_not_told_of_it_once_it_has_changed() -> None:
    kinds = column(["Goal", "Goal"])
    assert texts.distinct(kinds)[0].tolist() == ["Goal"]
    kinds[1] = "Plan"
    assert texts.distinct(kinds)[0].tolist() == ["Goal", "Plan"]
    assert texts.among(kinds, ["Plan"]).tolist() == [False, True]


def test_nothing_is_remembered_of_a_column_that_is_gone() -> None:
    before = len(texts._remembered)
    kinds = column(["Goal", "Plan"])
    texts.codes(kinds), texts.positions(kinds, column(["Plan"])), texts.trimmed(kinds)
    assert len(texts._remembered) > before
    del kinds
    assert len(texts._remembered) == before


@EXAMPLES
@given(names=st.lists(st.from_regex(rf"\A{spellings.PLAIN}\Z").map(normalised)))
def test_plain_names_are_compared_in_small_letters(names: list[str]) -> None:
    assert [spellings.key(name) for name in names] == [name.lower() for name in names]


CALLED = [*NAMES, "Tinn", "TINN", "Tinn kommune", "Kárášjoga gielda", "«Tinn»", "Vekst & Vilje"]


@EXAMPLES
@given(names=st.lists(st.sampled_from(CALLED) | st.text(), min_size=1))
def test_parties_of_one_name_are_found_among_many_as_among_two(names: list[str]) -> None:
    rows = [
        {"id": f"a{at}", "kind": "Actor", "subkind": "company", "name": name}
        for at, name in enumerate(names)
    ]
    nodes = cleaning.frame(rows, tables.NODE_COLUMNS).assign(
        **{"in file": "actors.csv", "in row": range(2, len(rows) + 2)}
    )
    keys = [spellings.key(municipalities.bare(name)) for name in nodes["name"]]
    again = [
        at + 2 for at, key in enumerate(keys) if nodes["name"].iat[at] and key in _named(nodes, at)
    ]
    assert [problem.row for problem in doubles.doubles(nodes)] == again


def _named(nodes: pd.DataFrame, end: int) -> set[str]:
    return {spellings.key(municipalities.bare(name)) for name in nodes["name"].head(end) if name}


@EXAMPLES
@given(said=st.lists(st.tuples(*[st.sampled_from(["", "2015", "2015-04-16", "i fjor"])] * 2)))
def test_dates_of_a_column_are_judged_as_one_by_one(said: list[tuple[str, str]]) -> None:

    check = Checker(pd.DataFrame(said, columns=["valid_from", "valid_to"], dtype=texts.TEXT), "x")
    check.require_dates()
    bad = sum(bool(one) and not dates.is_partial_date(one) for pair in said for one in pair)
    assert sum(problem.rule == "bad-date" for problem in check.problems) == bad
