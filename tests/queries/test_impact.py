"""What breaks if some nodes leave, end or are delayed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool import PlanGraph, engine, queries, schema
from graphtool.answers import texts
from graphtool.errors import UnknownName
from graphtool.queries import impact_text
from graphtool.queries.impact import READS
from tests.drawing import answered, drawn, notes
from tests.queries.answers.fjords import fjords
from tests.related import related_rows
from tests.strategies import EXAMPLES

HARBOUR = """
    Municipality sund name=Sund
    Municipality heim name=Heim
    FocusArea kyst name=Kyst
    Goal ren name="Ren fjord"
    Goal lev name="Levende kyst"
    Goal mat name="Lokal mat"
    Measure rens name=Rensing
    Measure tang name=Tangsamling
    sund RESPONSIBLE_FOR kyst document=plan line=3
    ren PART_OF kyst
    heim OWNS lev
    sund OWNS lev document=plan line=4
    sund COORDINATES rens modality=derived
    tang PART_OF ren
    rens PART_OF ren
    rens CONTRIBUTES_TO lev
    mat DEPENDS_ON rens status=met document=plan line=9
    heim PARTICIPATES_IN tang
"""


def effects(graph: PlanGraph, columns: str, *node: str, **options: object) -> list[tuple]:
    return answered("impact", graph, f"effect item {columns}", node=node, **options)


def test_goals_and_measures_lose_those_who_answer_and_those_lose_who_need_them():
    # Sund alone answers for the coast and the goal within, shares one, and alone leads rens,
    # which is one of two measures of ren and the only one of lev, and which mat depends on.
    assert effects(drawn(HARBOUR), "before after lost left steps", "Sund") == [
        ("orphaned", "kyst", "owned", "none", "Sund", None, 1),
        ("orphaned", "ren", "inherited", "none", "Sund", None, 2),
        ("orphaned", "rens", "inherited", "none", "Sund", None, 3),
        ("orphaned", "tang", "inherited", "none", "Sund", None, 3),
        ("stopped", "rens", None, None, "Sund", None, 1),
        ("unserved", "lev", "1", "0", "Rensing", None, 2),
        ("unmet", "mat", None, None, "Rensing", None, 2),
        ("weakened", "lev", "owned", "owned", "Sund", "Heim", 1),
        ("less served", "ren", "2", "1", "Rensing", "Tangsamling", 2),
    ]
    assert notes("impact", drawn(HARBOUR), node=("sund",)) == (
        "Uten Sund: 1 satsingsområde, 1 mål og 2 tiltak har ingen ansvarlig lenger; 1 tiltak har"
        " ingen igjen som driver arbeidet; 1 mål står uten tiltak; 1 mål mister en forutsetning;"
        " ansvaret for 1 mål blir svakere; 1 mål mister noen av tiltakene."
    )


def test_each_has_its_path_the_weakest_modality_along_it_and_where_it_is_said():
    told = effects(drawn(HARBOUR), "modality document line path", "sund")
    assert [said for said in told if said[1] in ("ren", "mat")] == [
        ("orphaned", "ren", "stated", "plan", 3, "Sund —RESPONSIBLE_FOR→ Kyst ←PART_OF— Ren fjord"),
        (
            "unmet",
            "mat",
            "derived",
            None,
            None,
            "Sund —COORDINATES→ Rensing ←DEPENDS_ON— Lokal mat",
        ),
        (
            "less served",
            "ren",
            "derived",
            None,
            None,
            "Sund —COORDINATES→ Rensing —PART_OF→ Ren fjord",
        ),
    ]
    (row, *_) = engine.run("impact", drawn(HARBOUR), node=("rens",)).records()
    assert row["path"] == "Rensing —CONTRIBUTES_TO→ Levende kyst"


def test_what_ends_takes_what_is_part_of_nothing_else_and_what_inherits_through_it():
    graph = drawn("""
        Municipality v
        Plan p
        Plan q
        FocusArea f
        Strategy s
        Goal g
        Goal h
        f PART_OF p
        s PART_OF f
        g PART_OF s
        h PART_OF s
        h PART_OF q
        v RESPONSIBLE_FOR f
    """)
    assert effects(graph, "after path", "f") == [
        ("orphaned", "s", "none", "f ←PART_OF— s"),
        ("orphaned", "g", "none", "f ←PART_OF— s ←PART_OF— g"),
        ("orphaned", "h", "none", "f ←PART_OF— s ←PART_OF— h"),
        ("uprooted", "s", None, "f ←PART_OF— s"),
        ("uprooted", "g", None, "f ←PART_OF— s ←PART_OF— g"),
    ]


def test_a_measure_serves_through_effects_and_goals_within_goals():
    graph = drawn("""
        Measure buss
        Measure sykkel
        Effect luft
        Goal ren
        Goal helse
        buss CONTRIBUTES_TO luft
        luft CONTRIBUTES_TO ren
        ren PART_OF helse
        sykkel PART_OF helse
    """)
    assert effects(graph, "before after path", "buss") == [
        ("unserved", "ren", "1", "0", "buss —CONTRIBUTES_TO→ luft —CONTRIBUTES_TO→ ren"),
        (
            "less served",
            "helse",
            "2",
            "1",
            "buss —CONTRIBUTES_TO→ luft —CONTRIBUTES_TO→ ren —PART_OF→ helse",
        ),
    ]
    assert ("unserved", "ren", "buss") in effects(graph, "lost", "luft")
    assert [item for _, item in effects(graph, "", "buss", late=True)] == ["luft", "ren", "helse"]


def test_a_measure_stops_only_where_nobody_is_left_who_has_a_hand_in_it():
    graph = drawn("""
        Municipality a
        Municipality b
        Measure m
        Measure n
        Measure o
        Goal g
        a COORDINATES m
        b SUPPORTS m
        a COORDINATES n
        b PARTICIPATES_IN n
        a COORDINATES o
        o PART_OF g
        b OWNS g
        b OWNS m modality=planned
    """)
    assert [row for row in effects(graph, "lost", "a") if row[0] == "stopped"] == [
        ("stopped", "m", "a")  # to support it or plan to own it is no hand in it
    ]


def test_what_rests_on_what_is_theirs_alone_is_told_apart_from_what_rests_on_them():
    graph = drawn("""
        Municipality v
        Municipality k
        Resource senter
        Resource kai
        Goal g
        Goal h
        Goal i
        senter LOCATED_IN v
        v OWNS kai
        k OWNS kai
        g DEPENDS_ON senter
        h DEPENDS_ON g
        i DEPENDS_ON kai
    """)
    told = [row for row in effects(graph, "lost path", "v") if row[0] in ("unmet", "exposed")]
    assert told == [
        ("exposed", "g", "senter", "v ←LOCATED_IN— senter ←DEPENDS_ON— g"),
        ("exposed", "h", "senter", "v ←LOCATED_IN— senter ←DEPENDS_ON— g ←DEPENDS_ON— h"),
    ]
    both = effects(graph, "lost", "v", "k")
    assert ("exposed", "i", "kai") in both
    assert "i" not in [item for effect, item, _ in effects(graph, "lost", "v")]


def test_an_amount_beyond_all_money_is_not_written_with_three_hundred_digits():
    graph = drawn("""
        Actor fond
        Project p
        fond FUNDS p amount=1e308 currency=NOK
    """)
    assert answered("impact", graph, "money", node=("fond",))[0] == ("1e+308 NOK",)


def test_money_that_goes_is_told_with_its_amount_and_who_else_pays():
    graph = drawn("""
        Actor fond subkind=fund name=Fondet
        Municipality v name=Vennesla
        Project p
        fond FUNDS p amount=2000000 currency=NOK
        v FUNDS p
    """)
    columns = "lost left money amount"
    asked = [row for row in effects(graph, columns, "fond") if row[0] == "unfunded"]
    assert asked == [("unfunded", "p", "Fondet", "Vennesla", "2 000 000 NOK", 2_000_000.0)]
    asked = [row for row in effects(graph, columns, "v") if row[0] == "unfunded"]
    assert asked == [("unfunded", "p", "Vennesla", "Fondet", None, None)]


def test_part_of_a_krone_is_written_with_a_comma_in_norwegian():
    graph = drawn("""
        Actor fond subkind=fund name=Fondet
        Project p
        fond FUNDS p amount=1000.5 currency=NOK
    """)
    answer = engine.run("impact", graph, node=("fond",))
    for language, money in (("nb", "1 000,5 NOK"), ("nn", "1 000,5 NOK"), ("en", "1 000.5 NOK")):
        assert f"| {money} |" in texts.as_markdown(answer, language)
        told = impact_text.lines(answer.records(), answer.notes)
        assert any(money in getattr(line, language) for line in told)


def test_who_met_only_there_loses_each_other_and_who_hung_on_it_is_cut_off():
    # a, b and c meet in the council alone; b and d have a project of their own.
    graph = drawn("""
        Municipality a
        Municipality b
        Municipality c
        Municipality d
        Actor råd subkind=council
        Project p
        a MEMBER_OF råd
        b MEMBER_OF råd
        c MEMBER_OF råd
        b LEADS p
        d PARTICIPATES_IN p
    """)
    assert effects(graph, "lost path", "råd") == [
        ("cut off", "a", "b; c; d", None),
        ("cut off", "c", "a; b; d", None),
        ("apart", "a; b; c", "råd", "råd ←MEMBER_OF— a"),
        ("apart", "a; b; c", "a; b; c", "b —MEMBER_OF→ råd ←MEMBER_OF— a"),
    ]
    assert effects(graph, "lost", "b")[-2:] == [
        ("cut off", "d", "a; c; råd"),
        ("apart", "a; c; d; råd", "b"),
    ]


def test_what_is_late_delays_what_waits_and_what_it_serves_but_not_what_has_been_met():
    chain = """
        Measure grave
        Measure bygge
        Measure male
        Goal bo
        Goal flytte
        Resource tomt
        bygge DEPENDS_ON grave
        male DEPENDS_ON grave status=met
        bygge PART_OF bo
        flytte DEPENDS_ON bo status=pending
    """
    assert effects(drawn(chain), "path", "grave", late=True) == [
        ("delayed", "bygge", "grave ←DEPENDS_ON— bygge"),
        ("delayed", "bo", "grave ←DEPENDS_ON— bygge —PART_OF→ bo"),
        ("delayed", "flytte", "grave ←DEPENDS_ON— bygge —PART_OF→ bo ←DEPENDS_ON— flytte"),
    ]
    short = drawn(chain)
    assert [item for _, item in effects(short, "", "grave", late=True, max_steps=2)] == [
        "bygge",
        "bo",
    ]
    said = notes("impact", short, node=("grave",), late=True, max_steps=2)
    assert said.endswith("Kjeder av avhengigheter er fulgt i 2 ledd og går videre.")
    assert notes("impact", short, "en", node=("tomt",), late=True) == (
        "If tomt is late: nothing in the data waits for it."
    )


def test_those_who_act_for_nobody_else_stay_unless_they_are_taken_along():
    graph = drawn("""
        Municipality v name=Vennesla
        Municipality k
        Actor avd subkind=department name=Avdelingen
        Actor kari subkind=person name=Kari
        Actor begge subkind=company
        Plan p
        v HOSTS avd
        kari AFFILIATED_WITH avd
        v OWNS begge
        k OWNS begge
        avd RESPONSIBLE_FOR p
    """)
    assert "p" not in [item for _, item in effects(graph, "", "v")]
    assert ("orphaned", "p", "Avdelingen") in effects(graph, "lost", "v", bodies=True)
    assert "Avdelingen og Kari. Med bodies regnes de som borte." in notes(
        "impact", graph, node=("v",)
    )
    assert "begge" not in notes("impact", graph, node=("v",), bodies=True)


FALLING_APART = """
    Municipality a name=Byen
    Municipality b
    Municipality c
    Actor k name=Kontoret
    Project p1
    Project p2
    a LEADS p1
    r LEADS p1
    a LEADS p2
    b LEADS p2
    c LEADS p2
    k HOSTS r
    Actor r name=Rådet"""


def test_that_a_host_keeps_touch_is_said_where_hosting_is_no_meeting():
    body = drawn(FALLING_APART)
    assert ("cut off", "r") in effects(body, "", "a")
    assert "Kontoret er vert for Rådet: den kontakten ville bestå" in notes(
        "impact", body, node=("a",)
    )
    # Who hosts a council meets it there: the two are cut off together.
    council = drawn(FALLING_APART + " subkind=council")
    assert ("cut off", "k; r") in effects(council, "", "a")
    assert "er vert for" not in notes("impact", council, node=("a",))


def test_whoever_is_late_is_not_told_to_leave():
    graph = drawn("Municipality v name=Vennesla\nActor k name=Kari\nk AFFILIATED_WITH v\nGoal g")
    late = notes("impact", graph, "en", node=("v",), late=True)
    assert "act for none but Vennesla are not taken to be late: Kari." in late
    assert "leave" not in late
    both = notes("impact", graph, "en", node=("v",), late=True, bodies=True)
    assert "Taken to be late are also those who act for none but Vennesla: Kari." in both


def test_on_a_day_it_is_asked_of_those_who_are_there():
    graph = drawn("""
        Municipality s name=Søgne valid_to=2019
        Municipality k name=Kristiansand
        Goal g
        s SUCCEEDED_BY k valid_from=2020
        s OWNS g
    """)
    assert ("orphaned", "g") in effects(graph, "", "Kristiansand", as_of="2021")
    assert effects(graph, "", "Søgne", as_of="2021") == []
    assert notes("impact", graph, node=("Søgne",), as_of="2021").startswith(
        "Per 2021 finnes ikke Søgne (til 2019, etterfulgt av Kristiansand fra 2020)."
    )
    assert ("orphaned", "g") in effects(graph, "", "Søgne", as_of="2018")


def test_without_a_node_it_asks_for_one_and_an_unknown_one_is_met_with_the_nearest():
    assert notes("impact", drawn(HARBOUR), "en") == "Ask with node who or what is meant."
    with pytest.raises(UnknownName, match="did you mean 'Sund'"):
        effects(drawn(HARBOUR), "", "Sunn")


def test_it_is_told_in_lines():
    answer = engine.run("impact", drawn(HARBOUR), node=("rens",))
    assert [line.nb for line in impact_text.lines(answer.records(), answer.notes)] == [
        "Uten Rensing: 1 mål står uten tiltak; 1 mål mister en forutsetning; 1 mål mister noen av"
        " tiltakene.",
        "",
        "mister alle tiltakene",
        "  mål «Levende kyst»: tiltak: 1 → 0; mister Rensing",
        "    Rensing —bidrar til→ Levende kyst",
        "",
        "mister det som det avhenger av",
        "  mål «Lokal mat»: mister Rensing",
        "    Rensing —er forutsetning for→ Lokal mat (plan:9)",
        "",
        "mister tiltak",
        "  mål «Ren fjord»: tiltak: 2 → 1; mister Rensing; har igjen Tangsamling",
        "    Rensing —er del av→ Ren fjord",
    ]


def test_where_no_part_is_the_largest_all_lose_each_other_and_each_is_named_by_itself():
    apart = "Municipality a\nMunicipality b\nActor råd subkind=council\n"
    graph = drawn(apart + "a MEMBER_OF råd\nb MEMBER_OF råd")
    answer = engine.run("impact", graph, node=("råd",))
    assert answer.notes[0].nb == (
        "Uten råd: 2 parter mister kontakten med hverandre; 2 parter mister noen å samarbeide med."
    )
    told = [line.nb for line in impact_text.lines(answer.records(), answer.notes)]
    assert "  «a» og «b»: mister råd" in told


def test_every_kind_of_node_can_leave():
    relations = [schema.RELATIONS[name] for name in READS]
    assert {kind for one in relations for kind in (*one.sources, *one.targets)} == {*schema.KINDS}
    graph = fjords()
    for at, node in enumerate(graph.nodes.drop_duplicates("kind")["id"]):
        told = engine.run("impact", graph, node=(node,), late=at % 2 == 1)
        assert told.notes[0].en.startswith(("Without", "If"))


@settings(EXAMPLES, max_examples=8)
@given(related_rows(queries.find("impact").relations()), st.integers(0, 99))
def test_it_says_what_the_other_queries_say_of_the_graph_without_the_node(rows, at):
    graph = rows.graph()
    node = graph.nodes["id"].iat[at % len(graph.nodes)]
    said = effects(graph, "before after", node, inherit="none")
    rest = graph.subgraph(n for n in graph.nodes["id"] if n != node)
    grades = [
        dict(answered("orphaned-goals", one, "goal grade", inherit="none", all=True))
        for one in (graph, rest)
    ]
    worse = {
        goal: (grades[0][goal], grade)
        for goal, grade in grades[1].items()
        if grades[0][goal] != grade
    }
    fallen = {
        item: (before, after)
        for effect, item, before, after in said
        if effect in ("orphaned", "weakened") and item in grades[1] and before != after
    }
    assert fallen == worse
    bare = {goal for (goal,) in answered("goals-without-measures", rest, "goal")}
    bare -= {goal for (goal,) in answered("goals-without-measures", graph, "goal")}
    stops = any(effect == "stopped" for effect, *_ in said)
    unserved = {item for effect, item, *_ in said if effect == "unserved"}
    assert bare == unserved if not stops else bare <= unserved
    before, after = (partners(one) for one in (graph, rest))
    losing = {party for party, others in before.items() if others - after.get(party, set())}
    told = {party for effect, items, *_ in said if effect == "apart" for party in items.split("; ")}
    assert told == losing - {node}


def partners(graph: PlanGraph) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in answered("collaborations", graph, "party partner"):
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return found


def test_what_lies_deeper_loses_the_plan_and_not_what_it_is_itself_part_of():
    graph = drawn("Plan p\nGoal g\nMeasure m\ng PART_OF p\nm PART_OF g")
    assert effects(graph, "lost", "p") == [("uprooted", "g", "p"), ("uprooted", "m", "p")]
    assert notes("impact", graph, node=("p",)) == (
        "Uten p: det som 1 mål og 1 tiltak er del av, er borte, direkte eller lenger opp."
    )


def test_who_only_leads_a_network_is_missed_there_though_no_effect_says_so():
    graph = drawn("""
        Actor n subkind=network
        Municipality v
        Actor kari subkind=person
        Actor ola subkind=person
        kari AFFILIATED_WITH v
        ola AFFILIATED_WITH v
        ola MEMBER_OF n
        kari LEADS n
    """)
    assert notes("impact", graph, node=("kari",)).endswith(
        "hvem som leder et nettverk eller et råd, er ikke regnet med."
    )


def test_those_who_lose_each_other_are_not_said_to_lose_themselves():
    graph = drawn(
        "Actor r subkind=council\n" + "".join(f"Actor {m}\n{m} MEMBER_OF r\n" for m in "ab")
    )
    records = engine.run("impact", graph, node=("r",)).records()
    told = [text.en for text in impact_text.lines(records, []) if text.en.startswith("  “a” and")]
    assert told == ["  “a” and “b”: lose r", "  “a” and “b”: lose each other"]


def test_the_plans_and_measures_that_carry_out_a_plan_or_build_on_it_lose_their_ground():
    """A carries out P alone; B builds on P and Q; C carries out A, which stays."""
    graph = drawn("""
        Plan p name=P
        Plan q name=Q
        Plan a name=A
        Measure b name=B
        Plan c name=C
        a IMPLEMENTS p document=vedtak line=3
        b BASED_ON p modality=planned
        b BASED_ON q
        c IMPLEMENTS a
    """)
    assert effects(graph, "lost left path modality document line", "p") == [
        ("groundless", "a", "P", None, "P ←IMPLEMENTS— A", "stated", "vedtak", 3),
        ("groundless", "b", "P", "Q", "P ←BASED_ON— B", "planned", None, None),
    ]
    assert notes("impact", graph, node=("P",)).splitlines()[0] == (
        "Uten P: 1 plan og 1 tiltak mister noe å gjennomføre eller bygge på."
    )
