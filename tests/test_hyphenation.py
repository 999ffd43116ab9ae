"""Where long words may be broken."""

from __future__ import annotations

from itertools import pairwise

import pytest

from graphtool.hyphenation import breaks, ways


def parts(word: str) -> str:
    return "·".join(word[i:j] for i, j in pairwise((0, *breaks(word), len(word))))


@pytest.mark.parametrize(
    "word",
    [
        "Kongsberg·region·samarbeidet",
        "moderniserings·departementet",
        "sysselsettings·tilbud",
        "Nærings·nettverket",
        "region·forsknings·instituttet",
    ],
)
def test_a_compound_is_broken_at_its_joints(word):
    assert parts(word.replace("·", "")) == word


@pytest.mark.parametrize("word", ["Kris·tian·sand", "Kom·mu·ni·ka·sjon", "Ås", ""])
def test_other_words_are_broken_before_the_consonant_that_begins_a_syllable(word):
    assert parts(word.replace("·", "")) == word


def test_no_piece_is_a_scrap_and_nothing_is_lost():
    hostile = ("İstanbulregionen", "x" * 300, "a" * 300, "ba" * 150, "-----", "2010-2021")
    for word in ("Iveland", "Tinn", *hostile):
        pieces = parts(word).split("·")
        assert "".join(pieces) == word
        assert all(len(piece) >= 2 for piece in pieces) or len(pieces) == 1


@pytest.mark.parametrize(
    "word", ["moder·ni·se·rings·depar·te·men·tet", "nærings·utvik·ling", "region·samar·bei·det"]
)
def test_the_parts_of_a_compound_may_be_broken_between_syllables_when_joints_do_not_do(word):
    whole = word.replace("·", "")
    at = [len(word[:n].replace("·", "")) for n, sign in enumerate(word) if sign == "·"]
    assert ways(whole) == (breaks(whole), tuple(at))
