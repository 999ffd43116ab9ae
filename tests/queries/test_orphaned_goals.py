"""Goals that no named party answers for: each grade alone, against the others, and inherited."""

from __future__ import annotations

import pytest

from graphtool.errors import GraphtoolError
from graphtool.queries.answer_options import GRADES
from tests.drawing import answered, drawn, notes

ONE_GOAL = """
    Goal g
    Municipality v name=Vennesla
    Actor alle subkind=group name="Alle aktører"
    Actor hvem subkind=unresolved name="Regionstyret"
"""


def grades(graph, **options):
    return dict(answered("orphaned-goals", graph, "goal grade", all=True, **options))


@pytest.mark.parametrize(
    ("said", "grade", "parties"),
    [
        ("", "none", None),
        ("v OWNS g", "owned", "Vennesla"),
        ("v RESPONSIBLE_FOR g", "owned", "Vennesla"),
        ("v OWNS g modality=derived", "owned", "Vennesla"),
        ("alle RESPONSIBLE_FOR g", "collective", "Alle aktører"),
        ("v RESPONSIBLE_FOR g modality=planned", "planned", "Vennesla"),
        ("v RESPONSIBLE_FOR g modality=aspiration", "planned", "Vennesla"),
        ("hvem OWNS g", "unresolved", "Regionstyret"),
        ("v COORDINATES g", "none", None),
        ("v SUPPORTS g", "none", None),
        ("v PARTICIPATES_IN g", "none", None),
    ],
)
def test_each_grade_alone(said, grade, parties):
    graph = drawn(ONE_GOAL + said)
    assert answered("orphaned-goals", graph, "goal grade parties", all=True) == [
        ("g", grade, parties)
    ]


def test_an_owned_goal_is_listed_only_when_all_are_asked_for():
    graph = drawn(ONE_GOAL + "v OWNS g")
    assert answered("orphaned-goals", graph, "goal") == []
    assert answered("orphaned-goals", graph, "goal", all=True) == [("g",)]


@pytest.mark.parametrize(
    ("said", "grade"),
    [
        ("alle OWNS g modality=planned", "planned"),  # a group, and only planned
        ("hvem OWNS g modality=planned", "unresolved"),
        ("v OWNS g modality=planned valid_to=2010", "lapsed"),
        ("hvem OWNS g valid_to=2010", "unresolved"),
        ("alle OWNS g valid_to=2010", "lapsed"),
    ],
)
def test_an_assertion_counts_as_the_worst_that_holds_of_it(said, grade):
    assert grades(drawn(ONE_GOAL + said), as_of="2015") == {"g": grade}


@pytest.mark.parametrize(
    ("better", "worse", "grade"),
    [
        ("v OWNS g", "alle OWNS g", "owned"),
        ("alle RESPONSIBLE_FOR g", "v OWNS g modality=planned", "collective"),
        ("v OWNS g modality=planned", "hvem OWNS g", "planned"),
        ("v OWNS g valid_to=2010", "hvem OWNS g", "lapsed"),
    ],
)
def test_a_goal_counts_as_its_best_assertion(better, worse, grade):
    assert grades(drawn(ONE_GOAL + better + "\n" + worse), as_of="2015") == {"g": grade}


def test_two_documents_of_one_edge_count_as_the_better_one():
    graph = drawn(
        ONE_GOAL
        + """
        v OWNS g modality=planned document=plan line=1
        v OWNS g modality=stated document=vedtak line=2
    """
    )
    assert answered("orphaned-goals", graph, "grade document line", all=True) == [
        ("owned", "vedtak", 2)
    ]


LADDER = """
    Plan p
    FocusArea f
    Strategy s
    Goal g
    Municipality v
    Municipality w
    Actor alle subkind=group
    g PART_OF s
    s PART_OF f
    f PART_OF p
"""
"""A goal, its strategy, its focus area and its plan, one above the other."""


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_responsibility_is_inherited_over_any_number_of_steps(steps):
    above = "sfp"[steps - 1]
    graph = drawn(LADDER + f"v RESPONSIBLE_FOR {above}")
    found = answered("orphaned-goals", graph, "grade parties through", inherit="plan")
    assert found == [("inherited", "v", above)]


@pytest.mark.parametrize(
    ("inherit", "from_strategy", "from_focus_area", "from_plan"),
    [
        ("none", "none", "none", "none"),
        ("focus-area", "inherited", "inherited", "none"),
        ("plan", "inherited", "inherited", "inherited"),
    ],
)
def test_how_far_up_it_is_inherited_is_an_option(
    inherit, from_strategy, from_focus_area, from_plan
):
    for above, grade in zip("sfp", (from_strategy, from_focus_area, from_plan), strict=True):
        graph = drawn(LADDER + f"v RESPONSIBLE_FOR {above}")
        assert grades(graph, inherit=inherit) == {"g": grade}


def test_the_plan_lends_nothing_unless_asked():
    graph = drawn(LADDER + "v OWNS p")
    assert answered("orphaned-goals", graph, "grade through") == [("none", None)]


@pytest.mark.parametrize("above", ["Project", "Programme"])
def test_a_goal_of_a_project_or_programme_inherits_with_plan_only(above):
    graph = drawn(f"""
        {above} x
        Goal g
        Actor a
        g PART_OF x
        a OWNS x
    """)
    assert grades(graph) == {"g": "none"}
    assert grades(graph, inherit="plan") == {"g": "inherited"}


@pytest.mark.parametrize(
    ("said", "grade"),
    [
        ("alle RESPONSIBLE_FOR f", "collective"),
        ("v RESPONSIBLE_FOR f modality=planned", "planned"),
        ("v RESPONSIBLE_FOR f valid_to=2010", "lapsed"),
    ],
)
def test_what_is_inherited_is_as_good_as_what_is_said_above(said, grade):
    assert grades(drawn(LADDER + said), as_of="2015") == {"g": grade}


def test_a_named_party_above_is_better_than_a_group_below():
    graph = drawn(LADDER + "alle RESPONSIBLE_FOR g\nv RESPONSIBLE_FOR f")
    assert answered("orphaned-goals", graph, "grade parties through") == [("inherited", "v", "f")]


def test_at_equal_grade_the_goals_own_comes_first():
    graph = drawn(LADDER + "alle RESPONSIBLE_FOR g\nalle RESPONSIBLE_FOR f")
    assert answered("orphaned-goals", graph, "grade through") == [("collective", None)]


def test_at_equal_grade_the_nearer_one_lends():
    graph = drawn(LADDER + "v RESPONSIBLE_FOR f\nw RESPONSIBLE_FOR s")
    assert answered("orphaned-goals", graph, "parties through") == [("w", "s")]


def test_a_better_grade_further_up_beats_a_worse_one_nearby():
    graph = drawn(LADDER + "v RESPONSIBLE_FOR f\nw RESPONSIBLE_FOR s modality=planned")
    assert answered("orphaned-goals", graph, "grade parties through") == [("inherited", "v", "f")]


def test_at_equal_grade_and_distance_the_earlier_node_lends():
    graph = drawn("""
        Strategy s1
        Strategy s2
        FocusArea z
        Goal g
        Goal h
        Municipality v
        Municipality w
        g PART_OF s2
        g PART_OF s1
        h PART_OF s1
        h PART_OF z
        v RESPONSIBLE_FOR s1
        w RESPONSIBLE_FOR s2
        w RESPONSIBLE_FOR z
    """)
    assert answered("orphaned-goals", graph, "goal parties through part_of") == [
        ("g", "v", "s1", "s1; s2"),
        ("h", "w", "z", "z; s1"),  # a focus area comes before a strategy
    ]


def test_a_sub_goal_inherits_from_its_goal_and_not_the_other_way():
    graph = drawn("""
        Goal hovedmål
        Goal delmål
        Municipality v
        delmål PART_OF hovedmål
        v OWNS hovedmål
    """)
    assert grades(graph) == {"hovedmål": "owned", "delmål": "inherited"}
    assert grades(
        drawn("""
        Goal hovedmål
        Goal delmål
        Municipality v
        delmål PART_OF hovedmål
        v OWNS delmål
    """)
    ) == {"hovedmål": "none", "delmål": "owned"}


def test_contributing_to_something_owned_inherits_nothing():
    graph = drawn("""
        Goal g
        FocusArea f
        Municipality v
        g CONTRIBUTES_TO f
        v RESPONSIBLE_FOR f
    """)
    assert grades(graph) == {"g": "none"}


def test_which_relations_count_is_an_option():
    graph = drawn(ONE_GOAL + "v COORDINATES g")
    assert grades(graph, relations=("COORDINATES",)) == {"g": "owned"}
    assert grades(graph, relations=("OWNS", "RESPONSIBLE_FOR", "COORDINATES")) == {"g": "owned"}
    assert grades(drawn(ONE_GOAL + "v OWNS g"), relations=("RESPONSIBLE_FOR",)) == {"g": "none"}
    assert grades(drawn(ONE_GOAL + "v OWNS g"), relations=()) == {"g": "none"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"relations": ("OWN",)}, "did you mean 'OWNS'"),
        ({"inherit": "plans"}, "did you mean 'plan'"),
        ({"as_of": "16.04.2015"}, "'16.04.2015' is no date; expected a year, month or day"),
        ({"inherits": "plan"}, "no option 'inherits'; did you mean 'inherit'"),
    ],
)
def test_a_wrong_option_is_answered_with_the_nearest(options, message):
    with pytest.raises(GraphtoolError, match=message):
        grades(drawn("Goal g"), **options)


# Days


@pytest.mark.parametrize(
    ("as_of", "grade"),
    [
        (None, "owned"),  # without a day nothing has lapsed
        ("2014-12-31", "planned"),  # not yet begun
        ("2015", "owned"),
        ("2019-06-30", "owned"),  # the last day counts
        ("2019-06", "owned"),
        ("2019-07-01", "lapsed"),
        ("2019", "lapsed"),  # its last day
    ],
)
def test_an_edge_counts_from_its_first_day_to_its_last(as_of, grade):
    graph = drawn(ONE_GOAL + "v OWNS g valid_from=2015-01-01 valid_to=2019-06-30")
    assert grades(graph, as_of=as_of) == {"g": grade}


def test_a_party_that_has_ended_leaves_a_lapsed_goal():
    graph = drawn("""
        Goal g
        Actor næringsavdelingen valid_to=2016
        næringsavdelingen RESPONSIBLE_FOR g
    """)
    assert grades(graph, as_of="2016-12-31") == {"g": "owned"}
    assert answered("orphaned-goals", graph, "grade parties", as_of="2017") == [
        ("lapsed", "næringsavdelingen")
    ]


def test_a_party_that_has_not_begun_leaves_a_planned_goal():
    graph = drawn("""
        Goal g
        Actor næringsavdelingen valid_from=2016
        næringsavdelingen RESPONSIBLE_FOR g
    """)
    assert grades(graph, as_of="2015") == {"g": "planned"}
    assert grades(graph, as_of="2016") == {"g": "owned"}


MERGER = """
    Goal g
    Municipality kristiansand name=Kristiansand
    Municipality søgne name=Søgne valid_to=2019-12-31
    søgne SUCCEEDED_BY kristiansand valid_from=2020-01-01
    søgne OWNS g document=plan line=3
"""


def test_for_a_merged_municipalitys_goal_the_successor_answers_and_that_is_said():
    graph = drawn(MERGER)
    assert grades(graph, as_of="2019") == {"g": "owned"}
    assert answered("orphaned-goals", graph, "goal", as_of="2020") == []
    found = answered("orphaned-goals", graph, "grade parties document line", as_of="2020", all=True)
    assert found == [("owned", "Kristiansand", "plan", 3)]
    said = "Det disse svarte for, regnes nå som etterfølgerens: Søgne (til 2019-12-31, etterfulgt"
    for name in ("orphaned-goals", "owners"):
        assert said in notes(name, graph, as_of="2020")
        assert said not in notes(name, graph, as_of="2019")
        assert said not in notes(name, graph)
        assert said not in notes(name, graph, as_of="2020", successors="keep")
    assert said not in notes("orphaned-measures", graph, as_of="2020")


def test_what_had_lapsed_before_the_merger_is_not_said_to_be_the_successors():
    graph = drawn(MERGER.replace("søgne OWNS g", "søgne OWNS g valid_to=2015"))
    assert grades(graph, as_of="2020") == {"g": "lapsed"}
    assert "etterfølgerens" not in notes("orphaned-goals", graph, as_of="2020")


def test_kept_with_the_merged_municipality_its_goal_is_lapsed():
    kept = {"as_of": "2020", "successors": "keep"}
    assert answered("orphaned-goals", drawn(MERGER), "grade parties", **kept) == [
        ("lapsed", "Søgne")
    ]


def test_over_all_of_time_a_succeeded_party_still_answers():
    assert grades(drawn(MERGER)) == {"g": "owned"}


def test_a_succession_without_an_end_date_ends_the_party_too():
    graph = drawn(MERGER.replace(" valid_to=2019-12-31", ""))
    assert grades(graph, as_of="2019-12-31") == {"g": "owned"}
    assert grades(graph, as_of="2020-01-01", successors="keep") == {"g": "lapsed"}


def test_one_that_is_split_off_again_answers_for_what_it_had():
    graph = drawn("""
        Goal g
        Municipality a
        Municipality b
        a SUCCEEDED_BY b valid_from=1990
        b SUCCEEDED_BY a valid_from=2000
        a OWNS g
    """)
    assert grades(graph, as_of="1985", successors="keep") == {"g": "owned"}
    assert grades(graph, as_of="1995", successors="keep") == {"g": "lapsed"}
    assert grades(graph, as_of="2005", successors="keep") == {"g": "owned"}


def test_goals_of_another_day_are_left_out():
    graph = drawn("""
        Goal før valid_to=2014
        Goal nå valid_from=2015 valid_to=2020
        Goal siden valid_from=2021
    """)
    assert list(grades(graph, as_of="2015")) == ["nå"]
    assert list(grades(graph)) == ["før", "nå", "siden"]


def test_what_the_goal_was_part_of_on_another_day_lends_nothing():
    graph = drawn("""
        Goal g
        FocusArea f
        Municipality v
        g PART_OF f valid_to=2014
        v RESPONSIBLE_FOR f
    """)
    assert grades(graph, as_of="2014") == {"g": "inherited"}
    assert answered("orphaned-goals", graph, "grade part_of", as_of="2015") == [("none", None)]


def test_a_focus_area_that_has_ended_lends_nothing():
    graph = drawn("""
        Goal g
        FocusArea f valid_to=2014
        Municipality v
        g PART_OF f
        v RESPONSIBLE_FOR f
    """)
    assert grades(graph, as_of="2015") == {"g": "none"}


# Evidence


def test_the_evidence_is_the_sentence_that_the_grade_rests_on():
    graph = drawn(
        LADDER
        + """
        alle RESPONSIBLE_FOR g document=notat line=9 quote="alle har ansvar"
        v RESPONSIBLE_FOR f document=plan line=4 quote="Vennesla svarer for området"
    """
    )
    assert answered("orphaned-goals", graph, "grade document line quote") == [
        ("inherited", "plan", 4, "Vennesla svarer for området")
    ]


def test_where_nobody_answers_the_evidence_is_the_goals_own():
    graph = drawn("""
        Goal g document=plan line=12 quote="Mål: flere arbeidsplasser"
        Municipality v
        v SUPPORTS g document=plan line=13 quote="Vennesla støtter målet"
    """)
    assert answered("orphaned-goals", graph, "document line quote") == [
        ("plan", 12, "Mål: flere arbeidsplasser")
    ]


def test_nothing_of_others_stands_in_the_row_of_a_goal():
    graph = drawn("""
        Municipality v name=Vennesla document=kart line=1 quote="Vennesla kommune"
        Municipality w name=Iveland
        Goal g document=plan line=12 quote="Flere i arbeid"
        Goal h document=plan line=13 quote="Flere hoteller"
        Measure m
        m CONTRIBUTES_TO g
        v OWNS h modality=planned document=avtale line=4 quote="Vennesla skal eie målet"
        v OWNS m document=avtale line=5 quote="Vennesla eier tiltaket"
        w OWNS m modality=planned
    """)
    columns = "goal grade parties through document line quote measure_parties"
    assert answered("orphaned-goals", graph, columns) == [
        ("g", "none", None, None, "plan", 12, "Flere i arbeid", "Vennesla"),
        ("h", "planned", "Vennesla", None, "avtale", 4, "Vennesla skal eie målet", None),
    ]


def test_of_several_parties_all_are_named_once_and_the_earliest_sentence_is_cited():
    graph = drawn("""
        Goal g
        Actor alle subkind=group name="Alle kommunane"
        Actor rådgjevarane subkind=group name=Næringsrådgjevarane
        rådgjevarane RESPONSIBLE_FOR g document=b line=1
        rådgjevarane RESPONSIBLE_FOR g document=a line=8
        alle RESPONSIBLE_FOR g document=c line=2
    """)
    assert answered("orphaned-goals", graph, "grade parties document line") == [
        ("collective", "Alle kommunane; Næringsrådgjevarane", "c", 2)
    ]


# Order and notes


def test_rows_come_in_norwegian_order_of_the_goals_ids():
    graph = drawn("\n".join(f"Goal {name}" for name in ("øl", "ål", "zoo", "ær", "al")))
    assert answered("orphaned-goals", graph, "goal") == [
        ("al",),
        ("zoo",),
        ("ær",),
        ("øl",),
        ("ål",),
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nb",
            "2 av 3 mål har ingen navngitt part som svarer direkte for dem:"
            " bare kollektivt 1, ingen 1.",
        ),
        (
            "nn",
            "2 av 3 mål har ingen namngitt part som svarer direkte for dei:"
            " berre kollektivt 1, ingen 1.",
        ),
        (
            "en",
            "2 of 3 goals have no named party that answers for them directly:"
            " collective 1, none 1.",
        ),
    ],
)
def test_the_notes_count_the_grades_in_three_languages(language, said):
    graph = drawn(ONE_GOAL + "Goal h\nGoal i\nv OWNS g\nalle OWNS h")
    assert notes("orphaned-goals", graph, language) == said
    assert notes("orphaned-goals", graph, language, all=True) == said


def test_the_notes_of_a_region_where_everything_is_owned_and_of_one_without_goals():
    assert notes("orphaned-goals", drawn(ONE_GOAL + "v OWNS g")) == (
        "Det eneste målet har en navngitt part som svarer for det."
    )
    assert notes("orphaned-goals", drawn("Municipality v"), "nn") == "Ingen mål i dataa."


def test_a_plan_that_is_named_but_not_read_is_where_to_look():
    graph = drawn("""
        Plan strategiplan
        Plan handlingsplan name="Årlig handlingsplan"
        Goal g
        g PART_OF strategiplan
        handlingsplan IMPLEMENTS strategiplan document=plan line=97
    """)
    assert "«Årlig handlingsplan» (plan:97)" in notes("orphaned-goals", graph)
    read = drawn("""
        Plan strategiplan
        Plan handlingsplan
        Goal g
        Goal h
        g PART_OF strategiplan
        h PART_OF handlingsplan
        handlingsplan IMPLEMENTS strategiplan
    """)
    assert "handlingsplan" not in notes("orphaned-goals", read)


def test_measures_are_graded_as_goals_are_and_inherit_from_goal_and_measure():
    graph = drawn("""
        FocusArea f
        Goal g
        Measure t
        Measure t.a
        Measure alene
        Municipality v
        g PART_OF f
        t PART_OF g
        t.a PART_OF t
        v RESPONSIBLE_FOR f
    """)
    assert answered("orphaned-measures", graph, "measure grade through part_of") == [
        ("alene", "none", None, None),
        ("t", "inherited", "f", "g"),
        ("t.a", "inherited", "f", "t"),
    ]
    assert notes("orphaned-measures", graph).startswith("3 av 3 tiltak")


def test_the_grades_are_those_of_the_definition_best_first():
    assert list(GRADES) == [
        "owned",
        "inherited",
        "collective",
        "planned",
        "lapsed",
        "unresolved",
        "none",
    ]


# What there is nevertheless


def test_a_goal_that_nobody_answers_for_says_who_at_least_coordinates_it():
    graph = drawn("""
        Goal g name="Flere i arbeid"
        FocusArea f
        Actor nett name=Nettet
        Actor råd name=Rådet
        g PART_OF f
        nett COORDINATES g modality=planned
        råd COORDINATES f
    """)
    columns = "grade parties coordinators coordination"
    assert answered("orphaned-goals", graph, columns) == [("none", None, "Nettet", "planned")]
    nb, en = notes("orphaned-goals", graph), notes("orphaned-goals", graph, "en")
    assert (
        "Samordnes i det minste, eller skal samordnes: «Flere i arbeid» (Nettet, planlagt)." in nb
    )
    assert "At least coordinated, or to be coordinated: “Flere i arbeid” (Nettet, planned)." in en


@pytest.mark.parametrize(
    ("count", "named", "more"), [(5, 5, ""), (6, 6, ""), (7, 5, "; and 2 more")]
)
def test_of_many_goals_that_somebody_coordinates_five_are_named(count, named, more):
    goals = "\n".join(f"Goal g{n}\nnett COORDINATES g{n} modality=planned" for n in range(count))
    told = "; ".join(f"“g{n}” (nett, planned)" for n in range(named))
    said = notes("orphaned-goals", drawn(f"Actor nett\n{goals}"), "en")
    assert said.endswith(f"or to be coordinated: {told}{more}.")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (f"{'mål ' * 14}reis", f"{'mål ' * 14}reis"),  # sixty letters
        (f"{'mål ' * 14}reise", f"{'mål ' * 13}mål…"),
    ],
)
def test_a_goal_that_is_called_by_a_whole_sentence_is_shortened_in_the_notes(name, told):
    graph = drawn(f'Goal g name="{name}"\nActor nett\nnett COORDINATES g')
    assert f": «{told}» (nett, " in notes("orphaned-goals", graph)


def test_coordination_is_as_well_said_as_the_best_of_it_and_of_the_day():
    graph = drawn("""
        Measure m
        Actor a
        Actor b
        Actor c
        a COORDINATES m modality=planned
        b COORDINATES m modality=derived
        c COORDINATES m valid_to=2010
    """)
    found = answered("orphaned-measures", graph, "coordinators coordination", as_of="2015")
    assert found == [("a; b", "derived")]


MEASURES = """
    Goal g name="Flere i arbeid"
    Goal h
    Municipality v name=Vennesla
    Municipality w name=Iveland
    Actor alle subkind=group
    Measure a
    Measure b
    Measure c
    Measure d
    Measure e
    a PART_OF g
    a CONTRIBUTES_TO g
    b CONTRIBUTES_TO g
    c PART_OF g
    d PART_OF g
    e PART_OF b
    v OWNS a
    w OWNS b valid_from=2018
    v OWNS b modality=planned
    alle OWNS c
    w OWNS e
"""


def test_a_goal_that_nobody_answers_for_says_how_many_of_its_measures_have_owners_and_who():
    columns = "goal measures measures_owned measure_parties"
    assert answered("orphaned-goals", drawn(MEASURES), columns) == [
        ("g", 4, 2, "Vennesla; Iveland"),
        ("h", 0, 0, None),
    ]
    assert answered("orphaned-goals", drawn(MEASURES), columns, as_of="2015")[0] == (
        "g",
        4,
        1,
        "Vennesla",
    )
    assert (
        "Uten egen ansvarlig, men noen svarer for tiltak: «Flere i arbeid» (2 av 4 tiltak:"
        " Vennesla; Iveland)." in notes("orphaned-goals", drawn(MEASURES))
    )


def test_a_measure_of_another_day_is_none_of_the_goals():
    graph = drawn(
        MEASURES.replace("Measure d", "Measure d valid_to=2010").replace(
            "c PART_OF g", "c PART_OF g valid_from=2020"
        )
    )
    found = answered("orphaned-goals", graph, "goal measures", as_of="2015")
    assert found == [("g", 2), ("h", 0)]


def test_an_ended_party_behind_an_orphan_is_named_where_no_day_is_chosen():
    graph = drawn("""
        Goal g
        Actor kontoret name=Kontoret valid_to=2017
        Actor annet valid_to=2017
        kontoret OWNS g modality=planned
    """)
    assert "er med: Kontoret (til 2017)." in notes("orphaned-goals", graph)


def test_an_ended_party_is_named_by_the_relations_that_count():
    graph = drawn("""
        Goal g
        Actor kontoret name=Kontoret valid_to=2017
        kontoret SUPPORTS g modality=planned
    """)
    assert "Kontoret" not in notes("orphaned-goals", graph)
    assert "er med: Kontoret (til 2017)." in notes("orphaned-goals", graph, relations=("SUPPORTS",))
