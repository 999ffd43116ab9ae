"""A list that is parted the quick way holds whom the careful way finds in it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphtool.recognition import Grid, plain_lists, recognise, wording, words
from graphtool.recognition.names_in_cells import Named, parties

TOWNS = ("Tinn", "Rollag", "Nore og Uvdal")
NAMES = (*TOWNS, "Numedal Bedrift AS", "NHO Viken", "Bedrift 12", "Vinje vedlikehold", "I Tinn")
OTHERS = ("Kari Dahl", "Tinn kommune", "x", "TBD", "[Navn]", "Visit Numedal v/ leder", "¹", "Ås.")
WORDS = tuple(sorted(words._by_word()))
"""Every word of every list that cells are compared with."""
parts = st.sampled_from([*NAMES, *OTHERS, *WORDS, *(word.capitalize() for word in WORDS)])


def known(name: str) -> bool:
    return name.removesuffix(" kommune") in TOWNS


@given(
    st.lists(parts | st.text("aB1 .-og,v", max_size=6), max_size=4), st.sampled_from([",", ", "])
)
def test_whom_a_list_names(several: list[str], between: str) -> None:
    cell = wording.plain(between.join(several))
    found = plain_lists.named(cell)
    assert found is None or (found, []) == tuple(parties(cell, known))


@pytest.mark.parametrize("shape", ["{}, Tinn", "Tinn, {}", "{} Tinn, Rollag", "Tinn {}, Rollag"])
def test_no_word_that_says_something_else_is_taken_for_a_name(shape: str) -> None:
    cells = [shape.format(one) for word in WORDS for one in (word, word.capitalize())]
    found = {cell: plain_lists.named(cell) for cell in cells}
    assert {
        cell
        for cell, names in found.items()
        if names and (names, []) != tuple(parties(cell, known))
    } == set()


def test_the_lists_of_a_plan_are_parted_so() -> None:
    cells = [", ".join(some) for some in product(("Tinn", "Rollag"), ("Bedrift 1 AS", "NHO"))]
    assert [plain_lists.named(cell) for cell in cells] == [
        [Named(name) for name in cell.split(", ")] for cell in cells
    ]


def test_a_name_with_a_comma_in_it_stays_whole_in_a_list() -> None:
    listed = [(1, ["Organisasjon", "Type"]), (2, ["Bygg, Anlegg AS", "bedrift"])]
    rows = [(1, ["Tiltak", "Ansvarlig"]), (2, ["Ny bru", "Tinn, Bygg, Anlegg AS"])]
    grids = [Grid("Liste", "Liste", "a.xlsx", listed), Grid("Plan", "Plan", "a.xlsx", rows)]
    responsible = recognise(grids).sheets["relations"]["source"].tolist()
    assert responsible == ["tinn", "bygg-anlegg-as"]
