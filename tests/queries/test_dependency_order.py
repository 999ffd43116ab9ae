"""What waits in circles, what breaks them, and in which order the rest can be taken."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool.algorithms.feedback import EXACT_UP_TO, feedback_arcs
from tests.drawing import answered, drawn, notes

TWO_ROUNDS = """
    Plan plan name=Plan
    Project bane name=Bane
    Resource tomt name=Tomt
    Measure skole name=Skole
    plan DEPENDS_ON bane document=a line=1
    bane DEPENDS_ON tomt modality=planned document=b
    tomt DEPENDS_ON plan
    bane DEPENDS_ON plan modality=aspiration
    skole DEPENDS_ON plan
"""


def test_a_circle_has_a_smallest_way_round_and_the_fewest_dependencies_that_keep_it():
    """Both ways round go over Plan → Bane; without it nothing waits for itself."""
    columns = "members_names size cycle steps cut cuts found modality document line"
    assert answered("dependency-cycles", drawn(TWO_ROUNDS), columns) == [
        (
            "Bane; Plan; Tomt",
            3,
            "Bane → Plan → Bane",
            2,
            "Plan → Bane",
            1,
            "fewest",
            "aspiration",
            None,
            None,
        )
    ]


def test_each_circle_is_a_row_the_largest_first_and_one_alone_can_be_one():
    graph = drawn(TWO_ROUNDS + "Goal høne\nhøne DEPENDS_ON høne")
    assert answered("dependency-cycles", graph, "members size cuts") == [
        ("bane; plan; tomt", 3, 1),
        ("høne", 1, 1),
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Én ring der alle venter på hverandre; uten 1 avhengighet kunne alt tas i"),
        ("nn", "Éin ring der alle ventar på kvarandre; utan 1 avhengnad kunne alt takast i"),
        ("en", "One circle in which all wait for each other; without 1 dependency all could"),
    ],
)
def test_the_notes_say_how_little_would_have_to_go(language, said):
    assert notes("dependency-cycles", drawn(TWO_ROUNDS), language).startswith(said)


def test_of_what_waits_for_itself_alone_nobody_else_is_spoken_of():
    graph = drawn("Goal høne\nGoal egg\nhøne DEPENDS_ON høne\negg DEPENDS_ON høne")
    assert notes("dependency-cycles", graph) == (
        "Én ring der noe venter på seg selv; uten 1 avhengighet kunne alt tas i rekkefølge."
    )
    assert notes("dependency-layers", graph, "en").endswith(
        "\n1 waits for itself and cannot start before that circle is broken"
        " (see dependency-cycles)."
    )


def test_where_there_is_no_circle_or_nothing_at_all_that_is_said():
    line = "Goal a\nGoal b\na DEPENDS_ON b"
    assert notes("dependency-cycles", drawn(line)).startswith("Ingen ring")
    assert notes("dependency-cycles", drawn("Goal a")) == "Ingen avhengigheter i dataene."
    assert notes("dependency-layers", drawn("Goal a"), "en") == "No dependencies in the data."


def test_in_a_large_circle_the_cuts_are_found_greedily_and_the_answer_says_so():
    n = EXACT_UP_TO + 1
    ring = "\n".join(f"Goal g{at:02}\ng{at:02} DEPENDS_ON g{(at + 1) % n:02}" for at in range(n))
    assert answered("dependency-cycles", drawn(ring), "size cuts found") == [(n, 1, "few")]
    assert "det kan finnes færre" in notes("dependency-cycles", drawn(ring))


def broken(count, arcs, gone):
    graph = nx.DiGraph(sorted(set(arcs) - set(gone)))
    graph.add_nodes_from(range(count))
    return nx.is_directed_acyclic_graph(graph)


ARCS = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12).map(sorted)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(ARCS)
def test_no_fewer_arcs_break_all_circles(arcs):
    found = feedback_arcs(6, arcs)
    assert broken(6, arcs, found)
    fewer = (gone for size in range(len(found)) for gone in combinations(arcs, size))
    assert not any(broken(6, arcs, gone) for gone in fewer)


@settings(derandomize=True, max_examples=30, deadline=None)
@given(ARCS)
def test_of_a_large_graph_none_of_the_arcs_found_is_needless(arcs):
    """Nodes that nothing leads to make it large without changing what has to go."""
    count = EXACT_UP_TO + 6
    found = feedback_arcs(count, arcs)
    assert broken(count, arcs, found)
    for arc in found:
        assert not broken(count, arcs, [one for one in found if one != arc])


CHAIN = """
    Measure bru name=Bru
    Plan plan name=Plan
    Plan analyse name=Analyse
    Resource tomt name=Tomt
    bru DEPENDS_ON plan
    bru DEPENDS_ON analyse
    plan DEPENDS_ON tomt status=pending
    analyse DEPENDS_ON tomt status=met
"""


def test_what_waits_is_one_layer_after_the_last_that_it_waits_for():
    """That the analysis has its site is met: it waits for nothing any more."""
    columns = "name layer start waits_for holds_up"
    assert answered("dependency-layers", drawn(CHAIN), columns) == [
        ("Analyse", 1, "now", None, 1),
        ("Tomt", 1, "now", None, 1),
        ("Plan", 2, "after", "Tomt", 1),
        ("Bru", 3, "after", "Analyse; Plan", 0),
    ]
    assert notes("dependency-layers", drawn(CHAIN)) == (
        "3 lag; 2 av 4 venter ikke på noe. Blant dem er det andre venter på: Analyse og Tomt."
    )


def test_those_in_a_circle_share_a_layer_and_cannot_start():
    assert answered("dependency-layers", drawn(TWO_ROUNDS), "node layer start") == [
        ("bane", 1, "circle"),
        ("plan", 1, "circle"),
        ("tomt", 1, "circle"),
        ("skole", 2, "after"),
    ]
    assert "3 venter på hverandre i ring" in notes("dependency-layers", drawn(TWO_ROUNDS))


@settings(derandomize=True, max_examples=40, deadline=None)
@given(ARCS)
def test_layers_are_the_longest_chains_of_the_condensation(arcs):
    lines = [f"Goal g{at}" for at in range(6)]
    lines += [f"g{one} DEPENDS_ON g{other}" for one, other in arcs]
    rows = dict(answered("dependency-layers", drawn("\n".join(lines)), "node layer"))
    whole = nx.condensation(nx.DiGraph([(f"g{one}", f"g{other}") for one, other in arcs]))
    longest = {
        part: 1 + max((len(nx.dag_longest_path(whole.subgraph(nx.descendants(whole, part)))),))
        for part in whole
    }
    assert rows == {
        node: longest[part] for part, data in whole.nodes(data=True) for node in data["members"]
    }


def test_a_chain_of_many_is_laid_out_without_getting_tired():
    count = 3000
    lines = [f"Goal g{at:04}" for at in range(count + 1)]
    lines += [f"g{at:04} DEPENDS_ON g{at + 1:04}" for at in range(count)]
    rows = answered("dependency-layers", drawn("\n".join(lines)), "layer")
    assert rows[-1] == (count + 1,)


# When what can and must start

BUILDING = """
    Plan plan name=Plan valid_from=2020-01-01 valid_to=2020-01-10
    Measure kjøp name="Kjøpe tomt" valid_from=2020-01-01 valid_to=2020-01-04
    Measure bygg name="Bygge skole" valid_from=2020-01-08 valid_to=2020-01-27
    Measure veg name="Bygge veg"
    Resource stein name=Stein valid_from=1990 valid_to=2050
    Municipality k name=Iveland valid_from=1960
    bygg DEPENDS_ON plan
    bygg DEPENDS_ON kjøp
    veg DEPENDS_ON kjøp
    veg DEPENDS_ON stein
    veg DEPENDS_ON k
"""


def test_what_may_not_be_late_and_how_long_the_rest_can_wait():
    """Ten days of planning, then twenty of building: 30 January. The site may be six days late.

    How long the road takes is not said: that day is the last on which it can begin.
    """
    columns = "name days earliest latest slack critical conflicts"
    assert answered("critical-path", drawn(BUILDING), columns) == [
        ("Iveland", None, "2020-01-01", "2020-01-30", "29", None, None),
        ("Kjøpe tomt", 4, "2020-01-01", "2020-01-07", "6", None, None),
        ("Plan", 10, "2020-01-01", "2020-01-01", "0", "critical", None),
        ("Stein", None, "2020-01-01", "2020-01-30", "29", None, None),
        ("Bygge veg", None, "2020-01-05", "2020-01-30", "25", None, None),
        ("Bygge skole", 20, "2020-01-11", "2020-01-11", "0", "critical", "Plan"),
    ]


def test_what_takes_no_time_and_waits_for_the_last_of_all_begins_the_day_after():
    graph = drawn("""
        Plan plan name=Plan valid_from=2020-01-01 valid_to=2020-01-10
        Measure flytt name=Flytte
        Measure fest name=Feire
        flytt DEPENDS_ON plan
        fest DEPENDS_ON flytt
    """)
    assert answered("critical-path", graph, "name earliest latest slack") == [
        ("Plan", "2020-01-01", "2020-01-01", "0"),
        ("Feire", "2020-01-11", "2020-01-11", "0"),
        ("Flytte", "2020-01-11", "2020-01-11", "0"),
    ]


def test_the_notes_say_what_is_critical_what_conflicts_and_what_has_no_time():
    assert notes("critical-path", drawn(BUILDING)).splitlines() == [
        "2 av 4 har ingen slakk: «Plan» og «Bygge skole». Blir en av dem forsinket, blir helheten"
        " det.",
        "1 begynner, slik det er sagt, før noe som det venter på, er slutt: «Bygge skole».",
        "Av 4 tiltak, prosjekter, programmer og planer her mangler 1 første eller siste dag; tiden"
        " er regnet som ingen: «Bygge veg».",
    ]


def test_where_nothing_has_both_days_none_of_all_is_said_to():
    graph = drawn("Measure a name=A\nMeasure b name=B valid_from=2020\na DEPENDS_ON b")
    assert notes("critical-path", graph).splitlines()[-1] == (
        "Ingen av de 2 tiltakene, prosjektene, programmene og planene her har både første og siste"
        " dag; tiden deres er regnet som ingen: «A» og «B»."
    )


def test_a_party_that_a_plan_waits_for_is_not_said_to_be_late():
    graph = drawn("""
        Municipality k name=Rollag
        Plan plan name=Plan valid_from=2020-01-01 valid_to=2020-01-10
        plan DEPENDS_ON k
    """)
    assert notes("critical-path", graph, "en").splitlines() == [
        "1 of 1 has no slack: “Plan”. If it is late, the whole is."
    ]


def test_of_one_thing_the_notes_on_time_speak_as_of_one():
    graph = drawn("""
        Plan plan name=Plan valid_from=2020-01-01 valid_to=2020-01-10
        Measure bygg name=Bygge valid_from=2020-01-20 valid_to=2020-01-27
        Measure veg name=Veg valid_from=2020-01-05
        bygg DEPENDS_ON plan
        veg DEPENDS_ON plan
    """)
    assert notes("critical-path", graph, "en").splitlines() == [
        "1 of 3 has no slack: “Bygge”. If it is late, the whole is.",
        "1 begins, as it is said, before something that it waits for has ended: “Veg”.",
        "Of 3 measures, projects, programmes and plans here 1 lacks a first or last day; its time"
        " counts as none: “Veg”.",
    ]


@pytest.mark.parametrize(
    ("said", "language", "note"),
    [
        ("Goal a", "en", "Nothing waits for anything else that is not met."),
        (
            "Measure a valid_from=2020 valid_to=2021\nMeasure b\na DEPENDS_ON b status=met",
            "nn",
            "Ingenting ventar på noko anna som ikkje er oppfylt.",
        ),
        ("Measure a\nMeasure b valid_from=2020\na DEPENDS_ON b", "nb", "Det er sagt for lite om"),
    ],
)
def test_where_nothing_can_be_said_of_time_that_is_said(said, language, note):
    assert notes("critical-path", drawn(said), language).startswith(note)


def test_a_circle_and_a_time_beyond_all_dates_give_no_nonsense():
    graph = drawn("""
        Measure a valid_from=2020 valid_to=2020
        Measure b valid_from=2020 valid_to=9999
        Measure c valid_from=0001 valid_to=9999
        Measure d valid_from=2020 valid_to=2020
        a DEPENDS_ON d
        d DEPENDS_ON a
        c DEPENDS_ON b
    """)
    rows = answered("critical-path", graph, "node earliest latest slack")
    assert rows[:2] == [("a", None, None, None), ("d", None, None, None)]
    assert ("b", "2020-01-01", "2020-01-01", "0") in rows[2:]
    assert ("c", "9999-12-31", "9999-12-31", "0") in rows[2:]


def test_what_waits_in_a_circle_has_no_days_for_that_and_not_because_too_little_is_said():
    dated = """
        Measure a name=A valid_from=2020-01-01 valid_to=2020-01-10
        Measure b name=B valid_from=2020-01-11 valid_to=2020-01-20
        b DEPENDS_ON a
    """
    assert notes("critical-path", drawn(dated + "a DEPENDS_ON b"), "en").splitlines() == [
        "2 wait for each other in circles and cannot start before these are broken"
        " (see dependency-cycles).",
        "1 begins, as it is said, before something that it waits for has ended: “A”.",
    ]
    assert notes("critical-path", drawn(dated + "a DEPENDS_ON a"), "en").splitlines()[:2] == [
        "1 waits for itself and cannot start before that circle is broken (see dependency-cycles).",
        "1 of 1 has no slack: “B”. If it is late, the whole is.",
    ]
    beside = "\nMeasure c\nMeasure d\na DEPENDS_ON b\nc DEPENDS_ON d"
    said = notes("critical-path", drawn(dated + beside), "en").splitlines()
    assert [line.split()[0] for line in said] == ["Too", "2", "1", "Of"]


@settings(derandomize=True, max_examples=40, deadline=None)
@given(ARCS, st.lists(st.integers(1, 9), min_size=6, max_size=6))
def test_the_longest_chain_is_as_long_as_the_whole(arcs, days):
    """Against every path of the graph: none is longer, and nothing on the longest has slack."""
    arcs = [(one, other) for one, other in arcs if one < other]
    lines = [
        f"Measure m{at} valid_from=2020-01-01 valid_to=2020-01-0{n}" for at, n in enumerate(days)
    ]
    lines += [f"m{one} DEPENDS_ON m{other}" for one, other in arcs]
    rows = answered("critical-path", drawn("\n".join(lines)), "node earliest slack")
    graph = nx.DiGraph(arcs)
    for part in map(graph.subgraph, nx.weakly_connected_components(graph)):
        paths = [
            path for one in part for other in part for path in nx.all_simple_paths(part, one, other)
        ]
        longest = max(sum(days[at] for at in path) for path in paths)
        ends = {
            node: int(day[-2:]) + days[int(node[1])] - 1
            for node, day, _ in rows
            if int(node[1]) in part
        }
        assert max(ends.values()) == longest
        tight = {int(node[1]) for node, _, slack in rows if slack == "0"}
        assert any(sum(days[at] for at in path) == longest and tight >= set(path) for path in paths)
