"""What alone ties parties together, and whose goals it hits."""

from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool import PlanGraph
from tests.drawing import answered, drawn, notes

TWO_TOWNS = """
    Municipality a name=Arendal
    Municipality b name=Bykle
    Municipality c name=Cappelen
    Municipality d name=Dal
    Municipality e name=Eid
    Actor råd subkind=council name=Rådet
    Project p name=Brua
    Goal g name=Vekst
    Goal h name=Vern
    a MEMBER_OF råd document=plan line=4
    b MEMBER_OF råd
    c MEMBER_OF råd
    c LEADS p document=plan line=9
    d PARTICIPATES_IN p
    d COLLABORATES_WITH e document=brev
    e OWNS g
    a OWNS h modality=planned
"""


def test_an_activity_is_a_bridge_where_nothing_else_ties_those_that_it_ties():
    # The council ties a, b and c; the bridge c and d; a letter says that d works with e.
    columns = "name parties parts cut_off_names goal_names evidence"
    assert answered("bridges", drawn(TWO_TOWNS), columns) == [
        ("Brua", 2, 2, "Dal; Eid", "Vekst", "plan:9"),
        ("Rådet", 3, 3, "Arendal | Bykle", None, "plan:4"),
        ("Dal – Eid", 2, 2, "Eid", "Vekst", "brev"),
    ]
    assert notes("bridges", drawn(TWO_TOWNS)).splitlines() == [
        "Om én av disse 3 aktivitetene tok slutt, ville nettet dele seg.",
        "Flest, 2 parter, ville miste kontakten med de andre uten en av disse: «Brua» og «Rådet».",
        "Blant dem som mister kontakten, er noen som svarer for mål: 1 uten «Brua» og 1 uten"
        " «Dal – Eid».",
    ]


def test_what_two_others_tie_too_is_none():
    graph = drawn("""
        Municipality a
        Municipality b
        Municipality c
        Project p
        Project q
        Project r
        a LEADS p
        b LEADS p
        b LEADS q
        c LEADS q
        c LEADS r
        a LEADS r
    """)
    assert answered("bridges", graph, "name") == []
    assert notes("bridges", graph, "en") == (
        "The network hangs on no single activity: it does not split if one ends."
    )


def test_all_that_the_same_two_alone_share_is_one_bridge():
    graph = drawn("""
        Municipality a
        Municipality b
        Project p
        Project q
        a LEADS p
        b LEADS p
        a LEADS q
        b LEADS q
    """)
    assert answered("bridges", graph, "bridge name kind cut_off_names") == [
        ("p; q", "p; q", None, "a | b")
    ]


def test_nobody_at_all():
    assert notes("bridges", drawn("Goal g")) == "Ingen parter deltar i noe."


@settings(derandomize=True, max_examples=25, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 4)), min_size=1, max_size=12))
def test_they_are_those_without_which_the_network_has_more_parts(pairs):
    graph = PlanGraph.from_tables(
        [
            *({"id": f"a{at}", "kind": "Actor", "name": f"a{at}"} for at in range(6)),
            *({"id": f"p{at}", "kind": "Project", "name": f"p{at}"} for at in range(5)),
        ],
        [{"source": f"a{one}", "relation": "LEADS", "target": f"p{other}"} for one, other in pairs],
    )
    told = {name for (names,) in answered("bridges", graph, "bridge") for name in names.split("; ")}
    meeting = nx.Graph([(f"a{one}", f"p{other}") for one, other in pairs])
    parties = {node for node in meeting if node.startswith("a")}

    def parts(without: set[str]) -> int:
        left = meeting.subgraph(set(meeting) - without)
        return sum(bool(part & parties) for part in nx.connected_components(left))

    alone: dict[frozenset[str], set[str]] = {}
    for node in meeting:
        if node.startswith("p"):
            alone.setdefault(frozenset(meeting[node]), set()).add(node)
    expected = set()
    for members, same in alone.items():
        for group in [same] if len(members) == 2 else [{one} for one in same]:
            if parts(group) > parts(set()):
                expected |= group
    assert told == expected


def test_where_one_thing_alone_ties_all_they_would_lose_each_other():
    graph = drawn(
        "Actor r subkind=council\n" + "".join(f"Municipality {m}\n{m} MEMBER_OF r\n" for m in "abc")
    )
    assert notes("bridges", graph).splitlines() == [
        "Det er én aktivitet som nettet ville dele seg uten.",
        "Uten «r» ville 3 parter miste kontakten med hverandre.",
    ]


def test_who_would_lose_touch_and_has_a_host_is_said_to_keep_it():
    """The office answers for the plan and is in nothing else, but it is the town that houses it."""
    graph = drawn("""
        Municipality t name=Byen
        Municipality u
        Plan p
        Actor office name=Kontoret
        t ADOPTED p
        u ADOPTED p
        u COLLABORATES_WITH t
        office RESPONSIBLE_FOR p
        t HOSTS office
    """)
    assert answered("bridges", graph, "bridge cut_off_ids") == [("p", "office")]
    kept = "Byen er vert for Kontoret: den kontakten ville bestå"
    assert kept in notes("bridges", graph)
    assert kept not in notes("bridges", graph, level="municipality")  # there it is the town


def test_who_is_hosted_by_what_ends_keeps_nothing():
    graph = drawn("""
        Actor forum name=Klyngen subkind=network
        Actor office name=Kontoret
        Municipality a
        Municipality b
        a MEMBER_OF forum
        b MEMBER_OF forum
        office MEMBER_OF forum
        forum HOSTS office
    """)
    assert answered("bridges", graph, "bridge cut_off_ids") == [("forum", "a; b; office")]
    assert "er vert for" not in notes("bridges", graph)


def test_two_things_that_each_tie_all_of_theirs_leave_nobody_over():
    """Nobody is «the others» where all that a thing ties would be left each alone."""
    council = "".join(f"Municipality {m}\n" for m in "abcdef") + "Actor r subkind=council\n"
    two = council + "Actor s subkind=council\n"
    members = [f"{m} MEMBER_OF {'r' if m in 'abc' else 's'}\n" for m in "abcdef"]
    graph = drawn(two + "".join(members))
    assert notes("bridges", graph).splitlines()[1] == (
        "3 parter ville miste kontakten med hverandre uten hver av disse: «r» og «s»."
    )
    smaller = drawn(two + "".join(members[:-1]))
    assert notes("bridges", smaller).splitlines()[1] == (
        "Flest, 3 parter, ville miste kontakten med hverandre uten «r»."
    )


def test_where_each_hits_as_many_none_hits_most():
    graph = drawn("""
        Municipality a
        Municipality b
        Municipality c
        Project p
        Project q
        a LEADS p
        b LEADS p
        b LEADS q
        c LEADS q
    """)
    assert notes("bridges", graph).splitlines()[1] == (
        "1 part ville miste kontakten med de andre uten hver av disse: «p» og «q»."
    )
