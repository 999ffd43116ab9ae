"""Who owns, answers for and coordinates every goal and measure, and through what."""

from __future__ import annotations

import pytest

from tests.drawing import answered, drawn, notes

COLUMNS = "item relation party through"


def test_every_relation_and_party_is_a_row_and_a_lonely_measure_one_too():
    graph = drawn("""
        Goal g
        Measure m
        Municipality v
        Municipality w
        v RESPONSIBLE_FOR g
        w RESPONSIBLE_FOR g
        v OWNS g
        v COORDINATES g
        v SUPPORTS m
    """)
    assert answered("owners", graph, COLUMNS) == [
        ("g", "COORDINATES", "v", None),
        ("g", "OWNS", "v", None),
        ("g", "RESPONSIBLE_FOR", "v", None),
        ("g", "RESPONSIBLE_FOR", "w", None),
        ("m", None, None, None),
    ]


GRADED = "item relation party grade through"


def test_who_answers_for_the_item_itself_hides_who_answers_above():
    graph = drawn("""
        FocusArea f
        Goal g
        Municipality v
        Municipality w
        g PART_OF f
        v RESPONSIBLE_FOR f
        w RESPONSIBLE_FOR g
    """)
    assert answered("owners", graph, GRADED) == [("g", "RESPONSIBLE_FOR", "w", "owned", None)]


@pytest.mark.parametrize(
    ("own", "grade"),
    [
        ("w OWNS g modality=planned", "planned"),
        ("w OWNS g modality=aspiration", "planned"),
        ("alle OWNS g", "collective"),
        ("ukjent OWNS g", "unresolved"),
    ],
)
def test_where_what_is_inherited_is_better_than_the_items_own_both_are_shown(own, grade):
    graph = drawn(f"""
        FocusArea f
        Goal g
        Municipality v
        Municipality w
        Actor alle subkind=group
        Actor ukjent subkind=unresolved
        g PART_OF f
        v RESPONSIBLE_FOR f
        {own}
    """)
    assert answered("owners", graph, GRADED) == [
        ("g", "OWNS", own.split()[0], grade, None),
        ("g", "RESPONSIBLE_FOR", "v", "inherited", "f"),
    ]


def test_what_is_inherited_is_not_shown_where_it_is_no_better():
    graph = drawn("""
        FocusArea f
        Goal g
        Municipality v
        Actor alle subkind=group
        g PART_OF f
        v RESPONSIBLE_FOR f modality=planned
        alle OWNS g
    """)
    assert answered("owners", graph, GRADED) == [("g", "OWNS", "alle", "collective", None)]


def test_what_has_lapsed_is_shown_only_where_there_is_nothing_better():
    lapsed = """
        Goal g
        FocusArea f
        Municipality v
        Municipality w
        g PART_OF f
        v OWNS g valid_to=2010
    """
    assert answered("owners", drawn(lapsed), GRADED, as_of="2015") == [
        ("g", "OWNS", "v", "lapsed", None)
    ]
    assert answered(
        "owners", drawn(lapsed + "w OWNS g modality=planned"), GRADED, as_of="2015"
    ) == [("g", "OWNS", "w", "planned", None)]
    assert answered("owners", drawn(lapsed + "w RESPONSIBLE_FOR f"), GRADED, as_of="2015") == [
        ("g", "RESPONSIBLE_FOR", "w", "inherited", "f")
    ]


def test_of_one_partys_assertions_the_best_graded_is_the_row():
    graph = drawn("""
        Goal g
        Municipality v
        v OWNS g document=a valid_to=2010
        v OWNS g document=b modality=planned
        v OWNS g document=c modality=derived
    """)
    assert answered("owners", graph, "grade modality document", as_of="2015") == [
        ("owned", "derived", "c")
    ]


# Who only keeps it together


def test_who_coordinates_is_shown_beside_and_answers_for_nothing():
    graph = drawn("""
        Goal g
        Goal h
        Municipality v
        Actor nett
        v OWNS g
        nett COORDINATES g
        nett COORDINATES h modality=planned
    """)
    assert answered("owners", graph, "item relation party grade modality") == [
        ("g", "COORDINATES", "nett", "none", "stated"),
        ("g", "OWNS", "v", "owned", "stated"),
        ("h", "COORDINATES", "nett", "none", "planned"),
    ]


def test_who_coordinates_above_is_shown_where_nobody_does_the_item_itself():
    graph = drawn("""
        FocusArea f
        Strategy s
        Goal g
        Goal h
        Municipality v
        Municipality w
        g PART_OF s
        h PART_OF s
        s PART_OF f
        v COORDINATES f
        w COORDINATES s
        v COORDINATES h
    """)
    assert answered("owners", graph, GRADED) == [
        ("g", "COORDINATES", "w", "none", "s"),
        ("h", "COORDINATES", "v", "none", None),
    ]
    assert answered("owners", graph, "item party", inherit="none") == [("g", None), ("h", "v")]


def test_who_coordinated_then_is_not_shown_now_nor_who_will():
    graph = drawn("""
        Goal g
        Municipality v
        Municipality w
        v COORDINATES g valid_to=2010
        w COORDINATES g valid_from=2020
    """)
    assert answered("owners", graph, "party", as_of="2015") == [(None,)]
    assert answered("owners", graph, "party", as_of="2020") == [("w",)]


def test_coordinating_is_answering_where_it_is_said_to_count():
    graph = drawn("Goal g\nMunicipality v\nv COORDINATES g")
    assert answered("owners", graph, "grade", relations=("COORDINATES",)) == [("owned",)]


def test_everybody_tied_to_the_nearest_thing_above_is_listed():
    graph = drawn("""
        FocusArea f
        Strategy s
        Goal g
        Municipality u
        Municipality v
        Municipality w
        g PART_OF s
        s PART_OF f
        u RESPONSIBLE_FOR f
        v RESPONSIBLE_FOR s
        w COORDINATES s
    """)
    assert answered("owners", graph, COLUMNS) == [
        ("g", "COORDINATES", "w", "s"),
        ("g", "RESPONSIBLE_FOR", "v", "s"),
    ]  # not u, further up


def test_at_equal_distance_the_earlier_node_lends():
    graph = drawn("""
        Strategy s1
        Strategy s2
        Goal g
        Municipality v
        Municipality w
        g PART_OF s2
        g PART_OF s1
        v OWNS g valid_to=2010
        v RESPONSIBLE_FOR s2
        w RESPONSIBLE_FOR s1
    """)
    assert answered("owners", graph, COLUMNS, as_of="2015") == [("g", "RESPONSIBLE_FOR", "w", "s1")]


@pytest.mark.parametrize(
    ("inherit", "party"), [("none", None), ("focus-area", None), ("plan", "v")]
)
def test_the_plans_owner_is_named_only_with_inherit_plan(inherit, party):
    graph = drawn("""
        Plan p
        Goal g
        Municipality v
        g PART_OF p
        v OWNS p
    """)
    assert answered("owners", graph, "party", inherit=inherit) == [(party,)]


def test_which_relations_count_is_an_option():
    graph = drawn("""
        Measure m
        Municipality v
        v FUNDS m
        v OWNS m
    """)
    assert answered("owners", graph, "relation", relations=("FUNDS",)) == [("FUNDS",)]
    assert answered("owners", graph, "relation", relations=()) == [(None,)]


def test_of_several_documents_the_best_said_is_cited_then_the_earliest():
    graph = drawn("""
        Goal g
        Municipality v
        v OWNS g modality=planned document=a line=1
        v OWNS g modality=derived document=b line=2
        v OWNS g modality=stated document=d line=9
        v OWNS g modality=stated document=c line=5 quote="eig målet"
        v OWNS g modality=stated document=c line=7
    """)
    assert answered("owners", graph, "modality document line quote") == [
        ("stated", "c", 5, "eig målet")
    ]


def test_a_merged_municipalitys_measures_are_its_successors():
    graph = drawn("""
        Measure m
        Municipality songdalen valid_to=2019-12-31
        Municipality kristiansand
        songdalen SUCCEEDED_BY kristiansand valid_from=2020-01-01
        songdalen OWNS m
    """)
    assert answered("owners", graph, "party") == [("songdalen",)]
    assert answered("owners", graph, "party", as_of="2020") == [("kristiansand",)]
    assert answered("owners", graph, "party", as_of="2020", successors="keep") == [("songdalen",)]


def test_a_split_county_leaves_the_measure_to_each_part():
    graph = drawn("""
        Measure m
        Actor viken valid_to=2023
        Actor akershus valid_from=2024
        Actor buskerud valid_from=2024
        viken SUCCEEDED_BY akershus valid_from=2024
        viken SUCCEEDED_BY buskerud valid_from=2024
        viken OWNS m
    """)
    assert answered("owners", graph, "party", as_of="2024") == [("akershus",), ("buskerud",)]


def test_kind_and_names_stand_beside_the_ids():
    graph = drawn("""
        Measure m name="Bygge Čáhcesuolu bru"
        Municipality k name="Kárášjohka"
        k OWNS m
    """)
    assert answered("owners", graph, "item kind name party party_name") == [
        ("m", "Measure", "Bygge Čáhcesuolu bru", "k", "Kárášjohka")
    ]


def test_no_goals_and_no_measures_give_no_rows():
    assert answered("owners", drawn("Municipality v"), COLUMNS) == []
    assert answered("owners", drawn(""), COLUMNS) == []


COUNTED = """
    Goal a
    Goal b
    Goal c
    Goal d
    Municipality v
    Actor alle subkind=group
    v OWNS a
    v OWNS b modality=planned
    alle OWNS c
"""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nb",
            "Av 4 mål og tiltak, regnet etter det beste som sies: har ansvarlig 1, bare"
            " kollektivt 1, bare planlagt 1, ingen 1.",
        ),
        (
            "nn",
            "Av 4 mål og tiltak, rekna etter det beste som blir sagt: har ansvarleg 1,"
            " berre kollektivt 1, berre planlagt 1, ingen 1.",
        ),
        (
            "en",
            "Of 4 goals and measures, each by the best that is said of it: owned 1, collective"
            " 1, planned 1, none 1.",
        ),
    ],
)
def test_the_notes_count_each_by_its_best_grade(language, said):
    assert notes("owners", drawn(COUNTED), language) == said


def test_owners_that_have_ended_are_named_where_no_day_is_chosen():
    graph = drawn("""
        Goal g
        Goal h
        Municipality kristiansand name=Kristiansand
        Municipality søgne name=Søgne valid_to=2019-12-31
        Municipality lund name=Lund
        Actor kontoret valid_to=2017
        Actor annet valid_to=2017
        søgne SUCCEEDED_BY kristiansand valid_from=2020-01-01
        lund SUCCEEDED_BY kristiansand valid_from=1965
        søgne OWNS g
        lund OWNS g
        kontoret OWNS h
    """)
    said = (
        "Ingen dag er valgt: også de som har opphørt eller skal opphøre, er med: kontoret (til"
        " 2017); Lund (etterfulgt av Kristiansand fra 1965); Søgne (til 2019-12-31, etterfulgt av"
        " Kristiansand fra 2020-01-01)."
    )
    assert said in notes("owners", graph)
    assert "Ingen dag" not in notes("owners", graph, as_of="2020")
    every = notes("orphaned-goals", graph, all=True, inherit="plan")
    assert "Ingen dag" not in every  # none of the two is an orphan


@pytest.mark.parametrize(
    ("count", "named", "more"), [(8, 8, ""), (9, 9, ""), (10, 8, "; and 2 more")]
)
def test_of_many_owners_that_have_ended_eight_are_named_and_the_rest_counted(count, named, more):
    ended = "\n".join(f"Actor a{n} valid_to=2017\na{n} OWNS g" for n in range(count))
    told = "; ".join(f"a{n} (until 2017)" for n in range(named))
    assert notes("owners", drawn(f"Goal g\n{ended}"), "en").endswith(f": {told}{more}.")


SUCCEEDED = """
    Municipality kristiansand
    Municipality lund
    Municipality søgne valid_to=2019-12-31
    Municipality tveit
    Plan gammel
    Plan ny
    lund SUCCEEDED_BY kristiansand valid_from=1970 document=b
    lund SUCCEEDED_BY kristiansand valid_from=1965-01-01 document=c
    søgne SUCCEEDED_BY kristiansand valid_from=2020-01-01
    tveit SUCCEEDED_BY kristiansand document=a
    tveit SUCCEEDED_BY kristiansand valid_from=1972 document=b
    gammel SUCCEEDED_BY ny valid_from=1950
"""
LUND = ("lund", None, "kristiansand", "1965-01-01")
TVEIT = ("tveit", None, "kristiansand", "1972")


@pytest.mark.parametrize(
    ("as_of", "ended"),
    [
        ("1964-12-31", [("tveit", None, "kristiansand", None)]),
        ("1965-01-01", [LUND, ("tveit", None, "kristiansand", None)]),
        ("2019-12-31", [LUND, TVEIT]),
        ("2020-01-01", [LUND, ("søgne", "2019-12-31", "kristiansand", "2020-01-01"), TVEIT]),
        (None, [LUND, ("søgne", "2019-12-31", "kristiansand", "2020-01-01"), TVEIT]),
    ],
)
def test_a_party_has_ended_after_its_last_day_and_from_the_day_it_is_succeeded(as_of, ended):
    columns = "party last_day successors succeeded"
    assert answered("ended-parties", drawn(SUCCEEDED), columns, as_of=as_of) == ended


def test_one_that_was_split_off_again_has_not_ended():
    graph = drawn("""
        Goal g
        Municipality a
        Municipality b
        a SUCCEEDED_BY b valid_from=1990
        b SUCCEEDED_BY a valid_from=2000
        a OWNS g
    """)
    assert "Ingen dag" not in notes("owners", graph)
    assert answered("ended-parties", graph, "party", as_of="1995") == [("a",)]
    assert answered("ended-parties", graph, "party", as_of="2005") == []
