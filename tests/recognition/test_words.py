"""What headings and cells mean: each word of the tables below, as people write it."""

from __future__ import annotations

import pytest

from graphtool.recognition import heading_words, wording
from graphtool.recognition.figures import figure
from graphtool.recognition.moments import moment
from graphtool.recognition.names_in_cells import parties

HEADINGS = {
    "Mål": "Goal",
    "MÅL": "Goal",
    "Målsetting": "Goal",
    "Målsetjing": "Goal",
    "Goals": "Goal",
    "Hovedmål": "Goal.main",
    "Hovudmål *": "Goal.main",
    "Delmål": "Goal.sub",
    "Overordnet mål": "Goal.overall",
    "Overordna mål": "Goal.overall",
    "Hovedsatsinger": "FocusArea",
    "Hovudsatsingar": "FocusArea",
    "Hovedsatsing": "FocusArea",
    "Satsingsområde": "FocusArea",
    "Satsningsområde": "FocusArea",
    "Satsingsområder": "FocusArea",
    "Strategi": "Strategy",
    "Strategiar": "Strategy",
    "Tiltak": "Measure",
    "Tiltak:": "Measure",
    "Measures": "Measure",
    "Aktivitet": "Measure",
    "Tiltaksområde": "Measure.area",
    "Prosjekt": "Project",
    "Indikator": "Effect.indicator",
    "Plan": "Plan",
    "Ansvarlig": "responsible",
    "ANSVARLIG *": "responsible",
    "Ansvarleg": "responsible",
    "Ansvar": "responsible",
    "Hovedansvarlig": "responsible",
    "Ansvarlig (r)": "responsible",
    "Hvem?": "responsible",
    "Kven": "responsible",
    "Eier": "owner",
    "Eigar": "owner",
    "Eier(e)": "owner",
    "Tiltakseier": "owner",
    "Prosjektleder": "leader",
    "Koordinator": "coordinator",
    "Samarbeidspartner(e)": "participants",
    "Samarbeidspartnere": "participants",
    "Samarbeidspartnarar": "participants",
    "Deltakere": "participants",
    "Deltakarar": "participants",
    "Medlemmer": "members",
    "Frist": "deadline",
    "Tidspunkt": "deadline",
    "Tidsplan": "deadline",
    "Når": "deadline",
    "Når?": "deadline",
    "Status": "status",
    "Framdrift": "status",
    "Prioritet": "priority",
    "Kommune": "Municipality",
    "Kommuner": "Municipality",
    "Organisasjon": "Actor",
    "Aktør": "Actor",
    "Rolle": "role",
    "Merknad": "note",
    "Kommentar": "note",
    "Kontaktperson": "contact",
    "E-post": "contact",
    "Del av": "part_of",
    "Avhenger av": "depends_on",
    "Bidrar til": "contributes_to",
    "Ansvarlig/eier": "responsible",
    "Ressurser": "Resource",
    "Deltakere *": "participants",
    "Frist / tidspunkt": "deadline",
    "  ANSVARLIG (r)  ": "responsible",
    "Prio": "priority",
    "Ansv.": "responsible",
    "Kommunens mål": "Goal",
    "AnsvarligEnhet": "responsible",
    "🚦 Status": "status",
    "Hvem har hovedansvaret?": "responsible",
    "Kven skal vi samarbeide med?": "participants",
    "Lead organisation": "responsible",
    "Farge": None,
    "Budsjett (mill. kr)": None,
    "15.01.2025": None,
    "Kongsberg": None,
}


@pytest.mark.parametrize(("heading", "word"), HEADINGS.items())
def test_a_heading_is_known_however_it_is_written(heading, word):
    found = heading_words.meaning(heading)
    assert (str(found) if found else None) == word


def test_a_heading_in_letters_composed_otherwise_or_with_what_nobody_sees_is_the_same():
    for heading in ("Ma\u030al", "M\u00e5l", "\u200bMål\u00a0", "M\u00adål"):
        assert str(heading_words.meaning(heading)) == "Goal"


MOMENTS = {
    "16.04.15": "2015-04-16",
    "16.04.2015": "2015-04-16",
    "1.4.2015": "2015-04-01",
    "1. jan 2015": "2015-01-01",
    "1. januar 2015": "2015-01-01",
    "juni 2016": "2016-06",
    "Sept. 2016": "2016-09",
    "Q2 2016": "2016-Q2",
    "2. kvartal 2016": "2016-Q2",
    "K3 2025": "2025-Q3",
    "2015-2017": "2015/2017",
    "2015–2017": "2015/2017",
    "2015/16": "2015/2016",
    "2026": "2026",
    "2025-06-30": "2025-06-30",
    "2025-06-30 12:30:00": "2025-06-30",
    "2025-06-30T12:30:00": "2025-06-30",
    "1/7-2025": "2025-07-01",
    "06.2025": "2025-06",
    "31.02.2025": None,
    "Årlig": None,
    "Før lansering": None,
    "Høst 2025": None,
    "Løpende": None,
    "2. kvartal": None,
    "16.04.98": "1998-04-16",
    "jan.25": "2025-01",
    "des-25": "2025-12",
    "jan '25": "2025-01",
    "June 30": None,
    "Dec. 15": None,
    "juni 15": None,
    "juni 35": "2035-06",
    "25. des": None,
}


@pytest.mark.parametrize(("cell", "date"), MOMENTS.items())
def test_a_date_is_read_as_it_is_meant_and_other_words_are_kept(cell, date):
    assert moment(cell) == date


FIGURES = {
    "91,5": ("91.5", ""),
    "135.802": ("135802", ""),
    "2.027 km²": ("2027", "km²"),
    "16.500": ("16500", ""),
    "91,5 millioner": ("91.5", "millioner"),
    "91,5 mill. kr": ("91.5", "mill. kr"),
    "33,3 %": ("33.3", "%"),
    "kr 500 000,-": ("500000", "kr"),
    "1 200,50": ("1200.5", ""),
    "1\u00a0200": ("1200", ""),
    "-5": ("-5", ""),
    "0,25": ("0.25", ""),
    "1.1 Felles fond": None,
    "12. mars": None,
    "3 av 5": None,
    "ca. 10": None,
    "": None,
}


@pytest.mark.parametrize(("cell", "found"), FIGURES.items())
def test_a_figure_is_read_as_norwegians_write_it(cell, found):
    number = figure(cell)
    assert (number and number[:2]) == found


def test_a_point_that_may_be_a_decimal_point_is_said_to_be_a_guess():
    guesses = [figure(cell).may_be_decimal for cell in ("2.027", "2.027 km²", "2,027")]
    assert guesses == [True, False, False]


KNOWN = {"kongsberg", "kongsberg kommune", "rollag", "nore og uvdal", "tinn", "usn", "vi & vår, as"}

NAMES = {
    "Kongsberg": ["Kongsberg"],
    "Rollag, Nore og Uvdal, Kongsberg": ["Rollag", "Nore og Uvdal", "Kongsberg"],
    "Nore og Uvdal": ["Nore og Uvdal"],
    "Rollag/Tinn": ["Rollag", "Tinn"],
    "Rollag og Tinn": ["Rollag", "Tinn"],
    "Nore og Uvdal og Tinn": ["Nore og Uvdal", "Tinn"],
    "USN & Tinn": ["USN", "Tinn"],
    "USN + NAV": ["USN", "NAV"],
    "NHO; LO": ["NHO", "LO"],
    "Rollag\nTinn": ["Rollag", "Tinn"],
    "Kari/Ola": ["Kari", "Ola"],
    "**Kongsberg kommune**": ["Kongsberg kommune"],
    "Vi & Vår, AS": ["Vi & Vår, AS"],
    "Vi & Vår, AS og Tinn": ["Vi & Vår, AS", "Tinn"],
    "Plan og bygg": ["Plan og bygg"],
    "[Navn]": [],
    "TBD": [],
    "-": [],
    "?": [],
    "ukjent": [],
    "ikke avklart": [],
    "NN": [],
    "…": [],
    "Tinn, TBD": ["Tinn"],
    "": [],
}


@pytest.mark.parametrize(("cell", "names"), NAMES.items())
def test_who_is_named_in_a_cell(cell, names):
    found = parties(cell, lambda name: name.casefold() in KNOWN)
    assert [one.name for one in found.named] == names


GROUPS = ("Alle kommunene", "alle kommunane", "Samtlige kommuner", "Hele teamet", "Alle")


@pytest.mark.parametrize("cell", GROUPS)
def test_a_group_names_nobody_in_it(cell):
    assert [one.is_group for one in parties(cell, lambda _: False).named] == [True]


def test_what_may_be_two_names_or_one_is_said_to_be_a_guess():
    assert parties("Vekst og vilje", lambda _: False).named[0].is_guess
    assert not parties("Plan og bygg", lambda _: False).named[0].is_guess  # a listed office


PLAIN = ["Navn", "Tittel", "Hvem", "Når", "År", "Dato", "Status", "Sak", "Ansvarlig", "Frist"]


@pytest.mark.parametrize("thing", ["Tiltak", "Aktivitet", "Mål", "Tiltaksnavn"])
def test_beside_a_column_of_measures_or_goals_plain_headings_mean_what_they_mean(thing):
    contexts = heading_words._contexts()
    triggers = {word for one in contexts for several in one.when for word in several}
    turned = {
        (one, other, heading)
        for one in PLAIN
        for other in triggers
        for heading, meant in heading_words.context([thing, one, other]).items()
        if heading in map(wording.key, (thing, one)) and meant != heading_words.meaning(heading)
    }
    titled = {one for one in turned if thing == "Mål" and one[0] == "Tittel" and "tiltak" in one[1]}
    assert turned == titled  # the titles of measures, of which the goals stand beside them
