"""Answers on the small region, worked out by hand from its drawing.

What else it is asked is kept in `answers/fjordane` and was read through beside the drawing.
"""

from __future__ import annotations

import pytest

from tests.drawing import answered, notes
from tests.queries.answers.fjords import fjords

FJORDS = fjords()


def test_every_grade_has_its_goal():
    rows = answered("orphaned-goals", FJORDS, "goal grade parties through", all=True)
    assert rows == [
        ("g1", "owned", "Elvdal", None),
        ("g2", "inherited", "Heim", "Boliger"),
        ("g3", "collective", "alle aktører", None),
        ("g4", "planned", "Sund", None),
        ("g5", "owned", "Foss", None),
        ("g6", "unresolved", "Kystrådet", None),
        ("g7", "none", None, None),
        ("g8", "none", None, None),
        ("g9", "inherited", "Heim", "Boliger"),
        ("g10", "owned", "Elvdal", None),
    ]


def test_of_what_a_plan_is_answered_for_its_goals_inherit_only_if_wanted():
    rows = answered("orphaned-goals", FJORDS, "goal grade parties through", inherit="plan")
    assert rows[1:3] + rows[5:6] == [
        ("g3", "inherited", "Elvdal", "Fjordplanen"),
        ("g4", "inherited", "Elvdal", "Fjordplanen"),
        ("g8", "inherited", "Departementet", "Byprogrammet"),
    ]


@pytest.mark.parametrize(
    ("day", "successors", "graded"),
    [
        # Elvdal is to own the houses on the quay from 2022, Foss answered for the fjord until 2016.
        ("2013", "keep", {"g1": "owned", "g4": "planned", "g5": "owned", "g10": "inherited"}),
        ("2019", "keep", {"g1": "lapsed", "g4": "lapsed", "g5": "lapsed", "g10": "inherited"}),
        ("2019", "carry", {"g1": "owned", "g4": "planned", "g5": "lapsed", "g10": "inherited"}),
        ("2023", "keep", {"g1": "lapsed", "g4": "lapsed", "g5": "lapsed", "g10": "inherited"}),
        ("2023", "carry", {"g1": "owned", "g4": "planned", "g5": "lapsed", "g10": "owned"}),
    ],
)
def test_what_a_merged_municipality_answered_for_has_lapsed_unless_it_is_carried(
    day, successors, graded
):
    options = {"as_of": day, "successors": successors, "all": True}
    rows = dict(answered("orphaned-goals", FJORDS, "goal grade", **options))
    assert {goal: rows[goal] for goal in graded} == graded
    assert "g8" not in rows  # the clever cities were a goal from 2015 to 2017


def test_goals_are_served_by_measures_effects_and_their_own_parts():
    assert answered("goals-without-measures", FJORDS, "goal") == [
        (goal,) for goal in ("g5", "g6", "g7", "g8", "g9", "g10")
    ]
    assert answered("measures-without-goals", FJORDS, "measure") == [("m6",)]


def test_the_water_council_gives_each_of_its_five_a_quarter():
    weight = {
        (one, other): weight
        for one, other, weight in answered("collaborations", FJORDS, "party partner weight")
    }
    # Council (1/4), programme (1/3) and plan (1).
    assert weight["elv", "sund"] == pytest.approx(1 / 4 + 1 / 3 + 1)
    # Council (1/4) and network (1/5): Elvdal is there itself and by Kari, Heim itself and by Ola.
    assert weight["elv", "heim"] == pytest.approx(1 / 4 + 1 / 5)
    assert weight["heim", "vann"] == 1 / 4
    # 10 of the council, 15 of the network, 6 of the programme, 3 of the bridge and 3 of the
    # farmers, one each of plan and stated tie; five of these are of two who share more than one.
    assert len(weight) == 10 + 15 + 6 + 3 + 3 + 1 + 1 - 5


def test_municipalities_meet_in_what_their_shared_company_takes_part_in():
    rows = answered(
        "collaborations", FJORDS, "party partner activities weight through", level="municipality"
    )
    assert rows[:2] == [
        (
            "elv",
            "sund",
            4,
            pytest.approx(1 / 3 + 1 / 2 + 1 / 2 + 1),
            "Planavdelingen; Daglig leder",
        ),
        (
            "elv",
            "heim",
            3,
            pytest.approx(1 / 3 + 1 / 2 + 1 / 2),
            "Fjordhavn AS; Kari; Daglig leder; Ola",
        ),
    ]


def test_who_is_cut_off_by_whose_leaving():
    assert answered("cut-points", FJORDS, "party parts cut_off_names") == [
        ("elv", 2, "Bondelaget; Per"),  # whom only Kari meets
        ("havn", 2, "Fjordfondet; Planavdelingen"),  # whom only its manager meets
        ("uni", 2, "Fjordforsk"),
    ]


def test_the_merged_municipality_does_not_depend_on_itself():
    pairs = "municipality depends_on through steps"
    # Kaia is Kaidrift's, that is Fjordhavn's, and that is Elvdal's and Heim's; Sund leads the
    # programme, the bridge lies in Heim, and Fjordane, which Elvdal and Foss are part of, joins it.
    assert answered("municipal-dependencies", FJORDS, pairs, kind="stated") == [
        ("elv", "heim", "Bygge hus → Vannavtalen", 4),
        ("elv", "sund", "Kaidrift AS → Planavdelingen", 1),
        ("elv", "sund", "Brua → Byprogrammet", 1),
        ("elv", "sund", "Bygge hus → Tomta", 3),
        ("foss", "heim", "Foss → Vannavtalen", 2),
        ("foss", "sund", "Foss → Tomta", 1),
        ("foss", "sund", "Brua → Byprogrammet", 1),
        ("heim", "sund", "Kaidrift AS → Planavdelingen", 1),
        ("heim", "sund", "Brua → Byprogrammet", 1),
        ("sund", "elv", "Sund → Kaia", 1),
        ("sund", "elv", "Planavdelingen → Kari", 1),
        ("sund", "heim", "Sund → Kaia", 1),
        ("sund", "heim", "Tomta → Vannavtalen", 1),
    ]
    assert answered("municipal-dependencies", FJORDS, pairs, kind="stated", as_of="2019") == [
        ("fossnord", "heim", "Foss nord → Vannavtalen", 2),
        ("fossnord", "nysund", "Foss nord → Tomta", 1),
        ("fossør", "heim", "Foss sør → Vannavtalen", 2),
        ("fossør", "nysund", "Foss sør → Tomta", 1),
        ("nysund", "heim", "Tomta → Vannavtalen", 1),
    ]
    # Before Heim had its share of the harbour, it depended on Elvdal's.
    assert ("heim", "elv", "Heim → Fjordhavn AS", 1) in answered(
        "municipal-dependencies", FJORDS, pairs, as_of="2013"
    )


def test_who_else_depends_on_whom_in_the_small_region():
    """Heim hosts the council, Nysund has the plan, and both parts of Foss need its site."""
    columns = "municipality depends_on kind modality thirds path"
    kinds = ("carried out", "hosted", "shared", "funded")
    rows = answered("municipal-dependencies", FJORDS, columns, as_of="2019", kind=kinds)
    council = "—MEMBER_OF→ Vannrådet ←HOSTS— Heim"
    plan = "—ADOPTED→ Fjordplanen ←RESPONSIBLE_FOR— Nysund"
    house = (
        "←DEPENDS_ON— Arealplanen ←DEPENDS_ON— Regulere tomt ←DEPENDS_ON— Bygge hus"
        " ←RESPONSIBLE_FOR— Kari —AFFILIATED_WITH→ Nysund"
    )
    north, south = "Foss nord —DEPENDS_ON→ Tomta", "Foss sør —DEPENDS_ON→ Tomta"
    assert rows == [
        ("fossnord", "fossør", "shared", "derived", "nysund", f"{north} ←DEPENDS_ON— Foss sør"),
        ("fossnord", "heim", "hosted", "derived", None, f"Foss nord {council}"),
        ("fossnord", "nysund", "hosted", "derived", None, f"Foss nord {plan}"),
        ("fossnord", "nysund", "shared", "derived", None, f"{north} {house}"),
        ("fossør", "fossnord", "shared", "derived", "nysund", f"{south} ←DEPENDS_ON— Foss nord"),
        ("fossør", "heim", "hosted", "derived", None, f"Foss sør {council}"),
        ("fossør", "nysund", "hosted", "derived", None, f"Foss sør {plan}"),
        ("fossør", "nysund", "shared", "derived", None, f"{south} {house}"),
        (
            "heim",
            "nysund",
            "carried out",
            "derived",
            None,
            "Heim —RESPONSIBLE_FOR→ Boliger —PART_OF→ Fjordplanen ←RESPONSIBLE_FOR— Nysund",
        ),
        ("nysund", "heim", "hosted", "derived", None, f"Nysund {council}"),
    ]


def test_a_circle_longer_than_the_steps_is_a_row_and_its_chain_does_not_go_on():
    rows = answered("dependencies", FJORDS, "dependent dependee steps goes_on")
    circle = [row for row in rows if row[0] in ("g3", "m3", "vei", "idé") and row[2] > 2]
    # What g3's chain was cut before is g3 itself, and that is a row.
    assert circle == [
        ("g3", "idé", 3, None),
        ("g3", "g3", 4, None),
        ("idé", "vei", 3, "goes on"),
        ("m3", "g3", 3, "goes on"),
        ("vei", "m3", 3, "goes on"),
    ]
    assert "5 kjeder er kuttet etter 3 ledd og går videre." in notes("dependencies", FJORDS)


def test_the_worst_status_counts_and_the_oldest_of_a_chain():
    said = "status status_said modality"
    chains = {
        (one, other): rest
        for one, other, *rest in answered("dependencies", FJORDS, f"dependent dependee {said}")
    }
    assert chains["foss", "tomt"] == ["pending", "2015-06", "stated"]  # met in 2014
    assert chains["foss", "midler"] == ["pending", "2015-06", "aspiration"]
    assert chains["m2", "tomt"] == ["unknown", None, "stated"]
    assert chains["g4", "g4"] == ["met", "2015-06", "derived"]


def test_who_has_ended_on_which_day_whoever_carries_on():
    ended = {
        day: [party for (party,) in answered("ended-parties", FJORDS, "party", as_of=day)]
        for day in ("2016-12", "2019", "2023")
    }
    assert ended == {
        "2016-12": [],  # its last day is the Ministry's last
        "2019": ["dep", "elv", "foss", "lund", "sund"],
        "2023": ["dep", "elv", "foss", "sund"],
    }
    kept, carried = (
        notes("ended-parties", FJORDS, as_of="2023", successors=word) for word in ("keep", "carry")
    )
    assert kept == carried == "Svaret er lest ut av 8 påstander, ingen uten dato."


def test_a_programme_lasts_as_long_as_its_phases():
    days = {
        day: answered("participations", FJORDS, "party activity", as_of=day)
        for day in ("2013", "2014", "2016-02", "2018", "2019")
    }
    taking_part = {day: {party for party, at in rows if at == "by"} for day, rows in days.items()}
    assert taking_part == {
        "2013": set(),
        "2014": {"dep", "elv", "foss", "sund"},
        "2016-02": {"dep", "elv", "foss", "sund"},  # between the phases
        "2018": {"fossnord", "fossør", "nysund"},
        "2019": set(),
    }


def test_what_has_no_tie_and_what_has_no_source():
    assert answered("unconnected", FJORDS, "node") == [("g7",), ("ytre",), ("stilling",)]
    assert answered("unsourced", FJORDS, "source target missing") == [
        ("alle", "m3", "document; line; quote"),
        ("fond", "elv", "line; quote"),
        ("idé", "plan", "document; line; quote"),
        ("kari", "lag", "quote"),
        ("uni", "alle", "document; line; quote"),
        ("uni", "fjordane", "document; line; quote"),
    ]
    assert answered("referred-plans", FJORDS, "plan implements") == [
        ("hp", "Fjordplanen"),
        ("hp", "Fortetting"),
    ]
