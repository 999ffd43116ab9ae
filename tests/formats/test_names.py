"""Which node a word means, and where a cell that holds several is taken apart."""

from __future__ import annotations

import pandas as pd
import pytest

from graphtool.formats.assembly import names as module
from graphtool.formats.assembly.names import Names
from graphtool.graph import cleaning

ROWS = [
    ("as", "Municipality", "Ås", "Åas", ""),
    ("bo", "Municipality", "Bø", "", "Bøherad;;Bø i Telemark"),
    ("rad", "Actor", "Rådet", "", ""),
    ("Rad", "Actor", "Utvalget", "", "Ås;Nemnda"),
    ("bokom", "Actor", "Bø kommune", "", ""),
    ("vekst", "Goal", "Vekst", "", ""),
    ("as-vekst", "Goal", "Ås, vekst", "", ""),
]
PARTIES = ("Municipality", "Actor")


def names() -> Names:
    nodes = pd.DataFrame(ROWS, columns=["id", "kind", "name", "name_en", "aliases"])
    return Names(cleaning.frame(nodes, ["id", "kind", *module.NAME_COLUMNS]))


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("rad", ["rad"]),  # an id before one in other capitals
        ("RAD", ["Rad", "rad"]),
        ("ÅAS", ["as"]),
        ("bøherad", ["bo"]),
        ("Bø i  telemark", ["bo"]),
        ("Bøherad;Bø i Telemark", []),
        ("nemnda", ["Rad"]),
        ("Ås", ["Rad", "as"]),  # of both kinds that may stand here
        ("åas kommune", ["as"]),  # a municipality by any of its names
        ("ås kommune", ["as"]),
        ("Bø kommune", ["bokom"]),  # unless something else is called so
        ("rådet kommune", []),
        ("Bøherad kommune", []),
        ("", []),
    ],
)
def test_whom_a_word_means(word, found):
    assert names().find(word, PARTIES) == found


def test_of_several_of_a_name_those_of_the_kind_asked_for():
    assert names().find("Ås", ["Municipality"]) == ["as"]
    assert names().find("Ås", ["Goal"]) == ["Rad", "as"]


@pytest.mark.parametrize(
    ("cell", "apart"),
    [
        ("Ås;Rådet", ["Ås", "Rådet"]),
        ("Bø og Rådet", ["Bø", "Rådet"]),
        ("Bø, Rådet & Utvalget", ["Bø", "Rådet", "Utvalget"]),
        ("Bø samt Rådet;Åas", ["Bø", "Rådet", "Åas"]),
        ("Bø, Havna", ["Bø, Havna"]),
        ("Ås, vekst", ["Ås, vekst"]),
        ("Rådet,", ["Rådet,"]),
        ("Rådet", ["Rådet"]),
        (" Rådet", [" Rådet"]),
        ("", [""]),
    ],
)
def test_what_a_cell_lists(cell, apart):
    assert names().apart(cell, PARTIES) == apart


def test_a_cell_lists_somebody_known_only_if_it_lists():
    assert names().lists_known("Bø og Havna")
    assert not names().lists_known("Bø")
    assert not names().lists_known("Havna, Kaia")


def test_near_names_are_those_of_the_kinds_asked_for(monkeypatch):
    assert names().suggestion("Rådt", PARTIES) == "; did you mean 'Rådet'?"
    assert names().suggestion("Vekt", ["Goal"]).startswith("; did you mean 'vekst' or ")
    assert names().suggestion("Vekt", PARTIES) == ""
    monkeypatch.setattr(module, "TOO_MANY_TO_SUGGEST", len(ROWS))
    assert names().suggestion("Rådt", PARTIES) == "; did you mean 'Rådet'?"
    monkeypatch.setattr(module, "TOO_MANY_TO_SUGGEST", len(ROWS) - 1)
    assert names().suggestion("Rådt", PARTIES) == ""
