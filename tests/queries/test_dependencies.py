"""What depends on what, over chains, circles and municipal borders."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool.queries import chains
from tests.drawing import answered, drawn, notes

CHAIN = """
    Measure bru
    Plan reguleringsplan
    Resource tomt
    Actor grunneier
    bru DEPENDS_ON reguleringsplan status=met document=a line=1
    reguleringsplan DEPENDS_ON tomt status=pending document=b line=2
    tomt DEPENDS_ON grunneier document=c line=3
"""


def test_a_chain_is_followed_with_the_worst_status_along_it():
    assert answered("dependencies", drawn(CHAIN), "dependent dependee steps status") == [
        ("bru", "reguleringsplan", 1, "met"),
        ("bru", "tomt", 2, "pending"),
        ("bru", "grunneier", 3, "pending"),
        ("reguleringsplan", "tomt", 1, "pending"),
        ("reguleringsplan", "grunneier", 2, "pending"),
        ("tomt", "grunneier", 1, "unknown"),
    ]


def test_the_chain_is_told_in_names_and_cites_its_first_step():
    chains = answered("dependencies", drawn(CHAIN), "chain document line")
    assert chains[2] == ("bru → reguleringsplan → tomt → grunneier", "a", 1)


@pytest.mark.parametrize(("steps", "rows"), [(1, 3), (2, 5), (3, 6), (9, 6)])
def test_how_far_to_follow_is_an_option(steps, rows):
    assert len(answered("dependencies", drawn(CHAIN), "chain", steps=steps)) == rows


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("met", "met", "met"),
        ("met", "unknown", "unknown"),
        ("unknown", "pending", "pending"),
        ("pending", "met", "pending"),
    ],
)
def test_status_is_the_worst_along_the_chain(first, second, whole):
    graph = drawn(f"""
        Goal a
        Goal b
        Goal c
        a DEPENDS_ON b status={first}
        b DEPENDS_ON c status={second}
    """)
    assert ("a", "c", whole) in answered("dependencies", graph, "dependent dependee status")


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("stated", "derived", "derived"),
        ("derived", "planned", "planned"),
        ("aspiration", "stated", "aspiration"),
    ],
)
def test_modality_is_the_weakest_along_the_chain(first, second, whole):
    graph = drawn(f"""
        Goal a
        Goal b
        Goal c
        a DEPENDS_ON b modality={first}
        b DEPENDS_ON c modality={second}
    """)
    assert ("a", "c", whole) in answered("dependencies", graph, "dependent dependee modality")


def test_of_one_edges_assertions_the_worst_status_and_the_best_modality_count():
    graph = drawn("""
        Goal a
        Goal b
        a DEPENDS_ON b status=met modality=stated document=x line=5
        a DEPENDS_ON b status=pending modality=planned document=w line=1
        a DEPENDS_ON b status=met modality=stated document=x line=4
    """)
    assert answered("dependencies", graph, "status modality document line") == [
        ("pending", "stated", "x", 4)
    ]


RING = """
    Plan arealplan
    Project bane
    Resource tomt
    arealplan DEPENDS_ON bane
    bane DEPENDS_ON tomt
    tomt DEPENDS_ON arealplan
"""


def test_a_circle_is_told_once_for_each_and_named_in_the_notes():
    graph = drawn(RING)
    rows = answered("dependencies", graph, "dependent dependee steps")
    assert len(rows) == 9
    assert ("bane", "bane", 3) in rows
    assert "Én ring, der alle avhenger av hverandre: arealplan → bane → tomt → arealplan." in notes(
        "dependencies", graph
    )


@pytest.mark.parametrize("steps", [1, 2])
def test_a_circle_longer_than_the_longest_chain_is_found_and_told_once(steps):
    found = answered("dependencies", drawn(RING), "chain dependent dependee steps", steps=steps)
    back = [row for row in found if row[1] == row[2]]
    assert back == [("arealplan → bane → tomt → arealplan", "arealplan", "arealplan", 3)]
    assert len(found) == 3 * steps + 1


FOUR = """
    Goal g1
    Goal g2
    Goal g3
    Goal g4
    g1 DEPENDS_ON g2
    g2 DEPENDS_ON g3
    g3 DEPENDS_ON g4
    g4 DEPENDS_ON g1
"""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Én ring, der alle avhenger av hverandre: g1 → g2 → g3 → g4 → g1."),
        ("nn", "Éin ring, der alle er avhengige av kvarandre: g1 → g2 → g3 → g4 → g1."),
        ("en", "One circle, in which all depend on each other: g1 → g2 → g3 → g4 → g1."),
    ],
)
def test_four_goals_in_a_circle_are_found_without_asking_for_four_steps(language, said):
    graph = drawn(FOUR)
    assert ("g1 → g2 → g3 → g4 → g1", 4) in answered("dependencies", graph, "chain steps")
    assert said in notes("dependencies", graph, language)


def test_of_a_circle_with_a_short_cut_the_shortest_way_round_is_told():
    graph = drawn(FOUR + "g4 DEPENDS_ON g3\nGoal h\nh DEPENDS_ON h\ng2 DEPENDS_ON h")
    back = [
        row
        for row in answered("dependencies", graph, "chain dependent dependee", steps=1)
        if row[1] == row[2]
    ]
    assert [chain for chain, _, _ in back] == ["g3 → g4 → g3", "h → h"]
    assert (
        "2 ringer, der alle i ringen avhenger av hverandre; den korteste i hver: g3 → g4 → g3;"
        " h → h." in notes("dependencies", graph)
    )


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("g4 DEPENDS_ON g2", "g2 → g3 → g4 → g2"),  # one step shorter than all round
        ("g2 DEPENDS_ON g1\ng4 DEPENDS_ON g3", "g1 → g2 → g1"),  # of two as short the first
    ],
)
def test_of_a_circle_with_several_ways_round_the_first_of_the_shortest_is_told(more, told):
    graph = drawn(f"{FOUR}\n{more}")
    found = answered("dependencies", graph, "chain dependent dependee", steps=1)
    assert [chain for chain, one, other in found if one == other] == [told]


def test_nothing_is_shorter_than_what_leads_to_itself():
    assert chains.shortest_circle({"a": ["b"], "b": ["a", "b"]}, ["a", "b"]) == ("b", "b")


@pytest.mark.parametrize(("count", "more"), [(5, ""), (6, "; and 1 more"), (7, "; and 2 more")])
def test_of_many_circles_five_are_spelt_out_and_the_rest_counted(count, more):
    rings = "\n".join(f"Goal h{n}\nh{n} DEPENDS_ON h{n}" for n in range(count))
    told = "h0 → h0; h1 → h1; h2 → h2; h3 → h3; h4 → h4"
    assert f": {told}{more}." in notes("dependencies", drawn(rings), "en")


def test_a_ring_of_many_is_found_before_anybody_gets_tired():
    count = 3000
    ring = "\n".join(
        f"Goal g{n:04}\ng{n:04} DEPENDS_ON g{(n + 1) % count:04}" for n in range(count)
    )
    rows = answered("dependencies", drawn(ring), "dependent dependee steps", steps=1)
    assert ("g0000", "g0000", count) in rows
    assert len(rows) == count + 1


def test_a_chain_that_was_cut_says_that_it_goes_on():
    graph = drawn(CHAIN)
    assert answered("dependencies", graph, "dependent dependee goes_on", steps=1) == [
        ("bru", "reguleringsplan", "goes on"),
        ("reguleringsplan", "tomt", "goes on"),
        ("tomt", "grunneier", None),
    ]
    assert "2 kjeder er kuttet etter 1 ledd og går videre." in notes("dependencies", graph, steps=1)
    assert "1 chain goes on beyond 2 steps and is cut there." in notes(
        "dependencies", graph, "en", steps=2
    )
    assert "kuttet" not in notes("dependencies", graph, steps=3)


def test_a_chain_does_not_go_on_to_what_is_reached_otherwise():
    graph = drawn("""
        Goal a
        Goal b
        Goal c
        a DEPENDS_ON b
        a DEPENDS_ON c
        b DEPENDS_ON c
    """)
    assert set(answered("dependencies", graph, "goes_on", steps=1)) == {(None,)}


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14))
def test_circles_are_the_components_and_their_shortest_ways_round(pairs):
    links: dict[int, list[int]] = {}
    for one, other in sorted(pairs):
        links.setdefault(one, []).append(other)
    graph = nx.DiGraph(pairs)
    every = list(nx.simple_cycles(graph))
    found = chains.circles(links)
    assert {frozenset(circle) for circle in found} == {
        frozenset(part)
        for part in nx.strongly_connected_components(graph)
        if any(set(cycle) <= part for cycle in every)
    }
    for circle in found:
        chain = chains.shortest_circle(links, circle)
        shortest = [len(cycle) for cycle in every if set(cycle) <= set(circle)]
        first = min(min(c) for c in every if set(c) <= set(circle) and len(c) == min(shortest))
        assert (len(chain) - 1, chain[0], chain[-1]) == (min(shortest), first, first)
        assert all(pair in pairs for pair in pairwise(chain))


# When a status was said

SAID = [{"id": "gammel", "date": "2014"}, {"id": "ny", "date": "2016-06"}, {"id": "udatert"}]
STANDS = """
    Project senter
    Plan plan
    Resource tomt
    senter DEPENDS_ON plan status=pending document=ny
    senter DEPENDS_ON plan status=pending document=gammel
    senter DEPENDS_ON plan status=met document=udatert
    plan DEPENDS_ON tomt status=pending document=gammel
"""


def test_a_status_is_as_old_as_the_latest_document_that_says_it():
    graph = drawn(STANDS, documents=SAID)
    assert answered("direct-dependencies", graph, "dependent dependee status status_said") == [
        ("plan", "tomt", "pending", "2014"),
        ("senter", "plan", "pending", "2016-06"),
    ]


def test_along_a_chain_it_is_as_old_as_the_oldest_that_makes_it_so():
    graph = drawn(STANDS, documents=SAID)
    said = dict(answered("dependencies", graph, "chain status_said"))
    assert said["senter → plan → tomt"] == "2014"
    undated = drawn(STANDS.replace("document=gammel", "document=udatert"), documents=SAID)
    assert dict(answered("dependencies", undated, "chain status_said")) == {
        "plan → tomt": None,
        "senter → plan": "2016-06",
        "senter → plan → tomt": None,
    }


def test_where_no_status_is_said_there_is_no_date_of_it():
    graph = drawn("Goal a\nGoal b\na DEPENDS_ON b document=ny", documents=SAID)
    assert answered("direct-dependencies", graph, "status status_said") == [("unknown", None)]
    assert "Status" not in notes("dependencies", graph, as_of="2020")


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        (
            "2020",
            [
                "Status for 2 av 2 er fra 2014 – 2016-06; om den fortsatt gjaldt 2020, sier"
                " ingen kilde."
            ],
        ),
        (
            "2016-06",
            ["Status for 1 av 2 er fra 2014; om den fortsatt gjaldt 2016-06, sier ingen kilde."],
        ),
        (
            "2015",
            [
                "Status for 1 av 2 er fra 2014; om",
                "Status for 1 av 2 er fra 2016-06, etter 2015; hva den var da, sier ingen kilde.",
            ],
        ),
    ],
)
def test_on_another_day_the_notes_say_how_old_a_status_is(as_of, said):
    told = notes("dependencies", drawn(STANDS, documents=SAID), as_of=as_of)
    assert all(sentence in told for sentence in said)
    assert told.count("Status for") == len(said)


def test_of_statuses_from_several_years_the_first_and_the_last_are_said():
    needs = "\n".join(f"Goal {a}\n{a} DEPENDS_ON z status=met document={a}" for a in "cab")
    dates = [
        {"id": a, "date": date} for a, date in zip("abc", ("2013", "2011", "2012"), strict=True)
    ]
    told = notes("dependencies", drawn(f"Goal z\n{needs}", documents=dates), "en", as_of="2020")
    assert "2011 – 2013" in told


def test_without_a_day_the_column_says_it_and_no_note():
    assert "Status for" not in notes("dependencies", drawn(STANDS, documents=SAID))


def test_a_status_from_a_source_without_a_date_is_said_to_be_so():
    told = notes(
        "dependencies",
        drawn(STANDS.replace("gammel", "udatert"), documents=SAID),
        "nn",
        as_of="2020",
    )
    assert "Status for 1 av 2 står i kjelder utan dato; om han galdt 2020, er ukjent." in told


def test_what_depends_on_itself_is_one_row():
    graph = drawn("Goal høna\nhøna DEPENDS_ON høna")
    assert answered("dependencies", graph, "chain steps") == [("høna → høna", 1)]


def test_of_several_chains_the_shortest_and_then_the_first_by_id_is_told():
    graph = drawn("""
        Goal a
        Goal b
        Goal c
        Goal d
        Goal e
        a DEPENDS_ON c
        a DEPENDS_ON b
        b DEPENDS_ON e
        c DEPENDS_ON e
        a DEPENDS_ON d
        d DEPENDS_ON b
    """)
    chains = dict(answered("dependencies", graph, "chain steps"))
    assert chains["a → b → e"] == 2
    assert "a → c → e" not in chains
    assert "a → d → b" not in chains  # a depends on b directly


def test_dependencies_of_another_day_are_left_out():
    graph = drawn("""
        Goal a
        Goal b
        Goal c
        a DEPENDS_ON b valid_to=2014
        b DEPENDS_ON c
    """)
    assert answered("dependencies", graph, "chain", as_of="2015") == [("b → c",)]


def test_the_notes_count_direct_ones_by_status():
    assert "3" in notes("dependencies", drawn(CHAIN))
    assert "oppfylt 1, gjenstår 1, ukjent 1" in notes("dependencies", drawn(CHAIN))
    assert "oppfylt 1, står att 1, ukjend 1" in notes("dependencies", drawn(CHAIN), "nn")
    assert notes("dependencies", drawn(""), "en") == "No dependencies in the data."


# Across municipal borders

TWO = """
    Municipality iveland name=Iveland
    Municipality vennesla name=Vennesla
"""


@pytest.mark.parametrize(
    ("of_one", "of_other"),
    [
        ("iveland DEPENDS_ON vennesla", ""),
        ("iveland DEPENDS_ON x", "vennesla OWNS x"),
        ("iveland DEPENDS_ON x", "vennesla RESPONSIBLE_FOR x"),
        ("iveland DEPENDS_ON x", "vennesla LEADS x"),
        ("iveland DEPENDS_ON x", "vennesla HOSTS x"),
        ("iveland DEPENDS_ON x", "x LOCATED_IN vennesla"),
        ("y DEPENDS_ON x\niveland OWNS y", "x LOCATED_IN vennesla"),
        ("y DEPENDS_ON vennesla\niveland OWNS y", ""),
        # through a body of the municipality's, and through its people
        ("iveland DEPENDS_ON x", "vennesla HOSTS etat\netat RESPONSIBLE_FOR x"),
        # through councils and companies, over any number of steps
        ("iveland DEPENDS_ON x", "vennesla OWNS etat\netat HOSTS råd\nråd OWNS x"),
        ("iveland DEPENDS_ON x", "person AFFILIATED_WITH vennesla\nperson LEADS x"),
        (
            "iveland DEPENDS_ON x",
            "vennesla HOSTS etat\nperson AFFILIATED_WITH etat\nperson LEADS x",
        ),
        # through councils and companies, over any number of steps
        ("iveland DEPENDS_ON x", "vennesla OWNS etat\netat OWNS råd\nråd OWNS x"),
    ],
)
def test_one_depends_on_the_other_through_what_is_theirs(of_one, of_other):
    graph = drawn(f"""{TWO}
        Project x
        Project y
        Actor etat subkind=department
        Actor råd subkind=council
        Actor person subkind=person
        {of_one}
        {of_other}
    """)
    found = answered("municipal-dependencies", graph, "municipality depends_on")
    assert found == [("iveland", "vennesla")]


@pytest.mark.parametrize(
    "said",
    [
        "iveland MEMBER_OF nett\nvennesla MEMBER_OF nett",
        "iveland COLLABORATES_WITH vennesla",
        "iveland DEPENDS_ON x",  # x is nobody's
        "iveland DEPENDS_ON x\nx LOCATED_IN r",  # a region is no municipality
        "iveland DEPENDS_ON x\nx LOCATED_IN iveland",
        "iveland DEPENDS_ON x\niveland OWNS x\nvennesla OWNS x\nvennesla DEPENDS_ON x",
        "iveland DEPENDS_ON x\nvennesla SUPPORTS x",  # support makes it not theirs
        "iveland DEPENDS_ON x\nvennesla COORDINATES x",  # nor does it to keep it together
        "iveland DEPENDS_ON x\nalle RESPONSIBLE_FOR x\nalle AFFILIATED_WITH vennesla",
    ],
)
def test_what_is_no_dependency_between_municipalities(said):
    graph = drawn(f"""{TWO}
        Region r
        Project x
        Actor nett subkind=network
        Actor alle subkind=group
        {said}
    """)
    assert answered("municipal-dependencies", graph, "municipality depends_on") == []


def test_after_a_merger_what_was_between_the_two_is_no_longer_across_a_border():
    graph = drawn("""
        Municipality søgne valid_to=2019-12-31
        Municipality kristiansand
        Municipality vennesla
        søgne SUCCEEDED_BY kristiansand valid_from=2020-01-01
        søgne DEPENDS_ON kristiansand
        søgne DEPENDS_ON vennesla
    """)
    columns = "municipality depends_on"
    assert answered("municipal-dependencies", graph, columns, as_of="2019") == [
        ("søgne", "kristiansand"),
        ("søgne", "vennesla"),
    ]
    assert answered("municipal-dependencies", graph, columns, as_of="2020") == [
        ("kristiansand", "vennesla")
    ]


SHARED = f"""{TWO}
    Actor nett subkind=network name=Næringsnettverket
    Actor leder subkind=person name="Kari Nordmann"
    Actor avdeling subkind=department name=Næringsavdelingen
    iveland MEMBER_OF nett
    vennesla MEMBER_OF nett
    leder LEADS nett
    vennesla HOSTS avdeling
"""


@pytest.mark.parametrize(
    ("language", "shared", "host"),
    [
        ("nb", "Næringsnettverket (2 kommuner, ledet av Kari Nordmann)", "Vennesla for"),
        ("nn", "Næringsnettverket (2 kommunar, leidd av Kari Nordmann)", "Vennesla for"),
        ("en", "Næringsnettverket (2 municipalities, led by Kari Nordmann)", "Vennesla of"),
    ],
)
def test_where_there_is_none_the_notes_say_why_and_what_they_do_share(language, shared, host):
    said = notes("municipal-dependencies", drawn(SHARED), language)
    assert said.startswith(("Ingen kilde", "Inga kjelde", "No source"))
    assert shared in said
    assert f"{host} Næringsavdelingen" in said


def test_with_rows_the_notes_still_say_what_they_share_and_who_hosts():
    graph = drawn(SHARED + "iveland DEPENDS_ON vennesla status=pending document=ny", documents=SAID)
    assert notes("municipal-dependencies", graph, as_of="2020").splitlines()[2:5] == [
        "Den eneste statusen er fra 2016-06; om den fortsatt gjaldt 2020, sier ingen kilde.",
        "Det kommunene deler: Næringsnettverket (2 kommuner, ledet av Kari Nordmann).",
        "Vert: Vennesla for Næringsavdelingen.",
    ]


def test_a_leader_whose_time_is_over_and_one_only_planned_are_said_to_be_so():
    graph = drawn(
        SHARED.replace("leder LEADS nett", "leder LEADS nett valid_to=2016")
        + """
        Actor ny subkind=person name="Ola Nordmann"
        ny LEADS nett modality=planned
    """
    )
    said = notes("municipal-dependencies", graph, "en")
    assert "led by Kari Nordmann until 2016, Ola Nordmann (only planned))" in said
    assert "Kari" not in notes("municipal-dependencies", graph, "en", as_of="2017")


def test_a_leader_is_named_once_by_the_best_that_is_said():
    graph = drawn(
        SHARED.replace("leder LEADS nett", "leder LEADS nett document=c")
        + """
        leder LEADS nett modality=derived document=a
        leder LEADS nett valid_to=2016 document=b
        leder LEADS nett modality=planned document=d
    """
    )
    said = notes("municipal-dependencies", graph, "en")
    assert "(2 municipalities, led by Kari Nordmann)" in said


def test_municipalities_that_are_no_more_are_named_where_no_day_is_chosen():
    graph = drawn(
        SHARED
        + """
        Municipality kristiansand name=Kristiansand
        Municipality søgne name=Søgne valid_to=2019-12-31
        søgne SUCCEEDED_BY kristiansand valid_from=2020-01-01
        søgne MEMBER_OF nett
    """
    )
    said = notes("municipal-dependencies", graph)
    assert "Næringsnettverket (3 kommuner" in said
    assert said.endswith(
        "Ingen dag er valgt: også de som har opphørt eller skal opphøre, er med: Søgne (til"
        " 2019-12-31, etterfulgt av Kristiansand fra 2020-01-01)."
    )
    assert "Søgne" not in notes("municipal-dependencies", graph, as_of="2020")
