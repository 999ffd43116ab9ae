"""What depends on what, over chains, circles and municipal borders."""

from __future__ import annotations

import pytest

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


def test_a_circle_is_told_once_for_each_and_named_in_the_notes():
    graph = drawn("""
        Plan arealplan
        Project bane
        Resource tomt
        arealplan DEPENDS_ON bane
        bane DEPENDS_ON tomt
        tomt DEPENDS_ON arealplan
    """)
    rows = answered("dependencies", graph, "dependent dependee steps")
    assert len(rows) == 9
    assert ("bane", "bane", 3) in rows
    said = notes("dependencies", graph)
    assert "I ring, slik at ingen kan begynne: arealplan, bane, tomt." in said
    assert len(answered("dependencies", graph, "chain", steps=2)) == 6


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
        ("iveland DEPENDS_ON x", "vennesla HOSTS råd\nråd OWNS x"),
        ("iveland DEPENDS_ON x", "vennesla OWNS etat\netat HOSTS råd\nråd OWNS x"),
        ("iveland DEPENDS_ON x", "person AFFILIATED_WITH vennesla\nperson LEADS x"),
        (
            "iveland DEPENDS_ON x",
            "vennesla HOSTS etat\nperson AFFILIATED_WITH etat\nperson LEADS x",
        ),
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


def test_what_both_own_ties_neither_to_the_other_but_a_third_to_both():
    graph = drawn(f"""{TWO}
        Municipality lillesand
        Resource vannverk
        iveland OWNS vannverk share=0.5
        vennesla OWNS vannverk share=0.5
        iveland DEPENDS_ON vannverk
        lillesand DEPENDS_ON vannverk
    """)
    found = answered("municipal-dependencies", graph, "municipality depends_on")
    assert found == [("lillesand", "iveland"), ("lillesand", "vennesla")]


def test_only_direct_dependencies_cross_the_border():
    graph = drawn(f"""{TWO}
        Resource a
        Resource b
        b LOCATED_IN vennesla
        iveland DEPENDS_ON a
        a DEPENDS_ON b
    """)
    assert answered("municipal-dependencies", graph, "municipality") == []


def test_a_municipal_dependency_says_what_hangs_on_what_and_how_it_stands():
    graph = drawn(f"""{TWO}
        Measure skulebygg name="Ny skule"
        Resource vannverk name=Vannverket
        iveland OWNS skulebygg
        vannverk LOCATED_IN vennesla
        skulebygg DEPENDS_ON vannverk status=pending modality=planned document=p line=8 quote="må"
    """)
    columns = "name depends_on_name through status modality document line quote"
    assert answered("municipal-dependencies", graph, columns) == [
        ("Iveland", "Vennesla", "Ny skule → Vannverket", "pending", "planned", "p", 8, "må")
    ]
    assert "Ingen kilde" not in notes("municipal-dependencies", graph)


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
