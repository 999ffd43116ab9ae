"""Why one municipality depends on another: each kind of reason, its path, and what is none."""

from __future__ import annotations

import json
from itertools import product

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool import answers, engine
from graphtool.errors import GraphtoolError, SharedName, UnknownName
from graphtool.graph import PlanGraph, belonging
from graphtool.queries.homes import Homes
from graphtool.queries.links import Names
from tests.drawing import answered, drawn, notes
from tests.strategies import plan_graphs

QUERY = "municipal-dependencies"
THREE = """
    Municipality iveland name=Iveland
    Municipality lillesand name=Lillesand
    Municipality vennesla name=Vennesla
"""


def crossing(said: str, columns: str = "municipality depends_on kind", **options):
    """The rows of a drawing with three municipalities in it."""
    return answered(QUERY, drawn(THREE + said), columns, **options)


def paths(said: str, **options):
    return [path for (path,) in crossing(said, "path", **options)]


# What is said to depend on what


def test_a_dependency_goes_over_what_is_nobodys():
    said = """
        Goal vekst
        Plan plan
        Resource tomt
        iveland OWNS vekst
        vekst DEPENDS_ON plan status=met document=a line=1 quote=må
        plan DEPENDS_ON tomt status=pending modality=planned document=b line=2
        tomt LOCATED_IN vennesla
    """
    columns = "municipality depends_on kind steps status modality document line quote"
    assert crossing(said, columns) == [
        ("iveland", "vennesla", "stated", 2, "pending", "planned", "a", 1, "må")
    ]
    assert paths(said) == [
        "Iveland —OWNS→ vekst —DEPENDS_ON→ plan —DEPENDS_ON→ tomt —LOCATED_IN→ Vennesla"
    ]


def test_who_depends_on_one_depends_on_what_that_one_depends_on():
    said = """
        Project a
        Project b
        Project c
        iveland OWNS a
        lillesand OWNS b
        vennesla OWNS c
        a DEPENDS_ON b
        b DEPENDS_ON c
    """
    assert crossing(said, "municipality depends_on steps") == [
        ("iveland", "lillesand", 1),
        ("iveland", "vennesla", 2),
        ("lillesand", "vennesla", 1),
    ]


def test_a_path_ends_at_the_first_thing_of_the_others_and_begins_at_the_last_of_ones_own():
    said = """
        Project a
        Project a2
        Project b
        Project b2
        iveland OWNS a
        iveland OWNS a2
        vennesla OWNS b
        vennesla OWNS b2
        a DEPENDS_ON a2
        a2 DEPENDS_ON b
        b DEPENDS_ON b2
    """
    assert crossing(said, "through") == [("a2 → b",)]


def test_where_a_way_leads_past_a_thing_of_theirs_another_as_short_is_told():
    """By name b comes before n, but b is Vennesla's: that it needs v is Vennesla's own matter."""
    said = """
        Project a
        Project b
        Project n
        Project v
        iveland OWNS a
        vennesla OWNS b
        vennesla OWNS v
        a DEPENDS_ON b
        a DEPENDS_ON n
        b DEPENDS_ON v
        n DEPENDS_ON v
    """
    assert crossing(said, "steps path") == [
        (1, "Iveland —OWNS→ a —DEPENDS_ON→ b ←OWNS— Vennesla"),
        (2, "Iveland —OWNS→ a —DEPENDS_ON→ n —DEPENDS_ON→ v ←OWNS— Vennesla"),
    ]


def test_of_ways_as_short_one_is_told_by_name_and_every_direct_one():
    said = """
        Goal å
        Goal b
        Resource vann
        Resource rør
        Plan p
        iveland OWNS å
        iveland OWNS b
        vann LOCATED_IN vennesla
        rør LOCATED_IN vennesla
        å DEPENDS_ON vann
        b DEPENDS_ON vann
        å DEPENDS_ON p
        b DEPENDS_ON p
        p DEPENDS_ON rør
    """
    assert crossing(said, "through steps") == [("b → vann", 1), ("å → vann", 1), ("b → rør", 2)]


def test_how_far_is_followed_is_an_option():
    said = """
        Plan p1
        Plan p2
        iveland DEPENDS_ON p1
        p1 DEPENDS_ON p2
        p2 DEPENDS_ON vennesla
    """
    assert crossing(said, "steps", max_steps=2) == []
    assert crossing(said, "steps", max_steps=3) == [(3,)]


def test_a_region_by_agreement_has_its_municipalities_cause_in_common_but_no_county():
    said = """
        Region samarbeidet subkind=region
        Region fylket subkind=county
        Goal vekst
        Project senter
        iveland PART_OF samarbeidet
        lillesand PART_OF fylket
        samarbeidet SUPPORTS vekst
        fylket SUPPORTS vekst
        vekst DEPENDS_ON senter
        senter LOCATED_IN vennesla
    """
    assert crossing(said, "municipality depends_on kind modality") == [
        ("iveland", "vennesla", "stated", "derived")
    ]
    assert crossing(said, modality="stated") == []


# What is carried out


@pytest.mark.parametrize(
    ("serves", "steps"),
    [
        ("m PART_OF g", 1),
        ("m CONTRIBUTES_TO g", 1),
        ("m IMPLEMENTS g", 1),
        ("m PART_OF s\ns CONTRIBUTES_TO g", 2),
        ("m CONTRIBUTES_TO e\ne CONTRIBUTES_TO g", 2),
        ("g PART_OF prosjekt", 1),  # the whole is what is done
        ("g PART_OF s\ns PART_OF f\nf PART_OF p", 3),
    ],
)
def test_a_goal_is_carried_out_by_what_another_answers_for(serves, steps):
    things = ("Goal g", "Measure m", "Strategy s", "FocusArea f", "Effect e", "Project prosjekt")
    done = ("m", "prosjekt", "p")
    said = "\n".join(
        [
            *things,
            "Plan p",
            serves,
            "iveland RESPONSIBLE_FOR g",
            *(f"vennesla OWNS {one}" for one in done),
        ]
    )
    assert crossing(said, "municipality depends_on kind steps modality") == [
        ("iveland", "vennesla", "carried out", steps, "derived")
    ]


def test_a_plan_is_carried_out_by_the_plan_that_builds_on_it_and_a_body_counts_for_its_owner():
    said = """
        Plan overplan
        Plan handlingsplan
        Actor etat subkind=department
        Actor datter subkind=company
        iveland HOSTS etat
        etat OWNS datter
        datter RESPONSIBLE_FOR overplan
        vennesla OWNS handlingsplan
        handlingsplan BASED_ON overplan modality=aspiration document=d line=3
    """
    assert crossing(said, "kind modality document line path") == [
        (
            "carried out",
            "aspiration",
            "d",
            3,
            "Iveland —HOSTS→ etat —OWNS→ datter —RESPONSIBLE_FOR→ overplan ←BASED_ON— handlingsplan"
            " ←OWNS— Vennesla",
        )
    ]


@pytest.mark.parametrize(
    "said",
    [
        "iveland OWNS g\nvennesla OWNS m\ng PART_OF p\nm PART_OF p",  # two parts of one whole
        "iveland OWNS g\nm LOCATED_IN vennesla\nm PART_OF g",  # whose it is, nobody says
        "iveland OWNS g\nvennesla SUPPORTS m\nm PART_OF g",
        "iveland OWNS g\nvennesla OWNS m modality=planned\nm PART_OF g",
        "iveland OWNS g\niveland OWNS m\nvennesla OWNS m\nm PART_OF g",  # both have it in common
        "iveland OWNS g\nvennesla OWNS annet\nannet CONTRIBUTES_TO g",  # a goal does nothing
    ],
)
def test_what_carries_out_nothing_of_anothers(said):
    things = "Goal g\nGoal annet\nMeasure m\nPlan p\n"
    assert crossing(things + said) == []


# Who pays, who leads


def test_who_pays_for_what_is_anothers_is_depended_on():
    said = """
        Actor etat subkind=department
        Measure m
        Project felles
        Actor bedrift subkind=company
        vennesla HOSTS etat
        iveland RESPONSIBLE_FOR m
        etat FUNDS m document=budsjett line=4
        vennesla FUNDS lillesand modality=planned
        iveland OWNS felles
        vennesla OWNS felles
        vennesla FUNDS felles
        bedrift LOCATED_IN lillesand
        iveland FUNDS bedrift
    """
    assert crossing(said, "municipality depends_on kind modality document line path") == [
        (
            "iveland",
            "vennesla",
            "funded",
            "derived",
            "budsjett",
            4,
            "Iveland —RESPONSIBLE_FOR→ m ←FUNDS— etat ←HOSTS— Vennesla",
        ),
        ("lillesand", "vennesla", "funded", "planned", None, None, "Lillesand ←FUNDS— Vennesla"),
    ]


@pytest.mark.parametrize("joins", ["MEMBER_OF nett", "PARTICIPATES_IN program", "ADOPTED plan"])
@pytest.mark.parametrize("runs", ["LEADS", "HOSTS", "COORDINATES", "RESPONSIBLE_FOR"])
def test_what_one_has_joined_and_another_runs(joins, runs):
    thing = joins.split()[1]
    if (thing, runs) in {("nett", "COORDINATES"), ("nett", "RESPONSIBLE_FOR")}:
        runs = "LEADS"  # these are not said of actors
    said = f"""
        Actor nett subkind=network
        Programme program
        Plan plan
        Actor kari subkind=person
        kari AFFILIATED_WITH vennesla
        iveland {joins} modality=derived document=a
        kari {runs} {thing} document=b line=2
    """
    assert crossing(said, "municipality depends_on kind steps modality document line path") == [
        (
            "iveland",
            "vennesla",
            "hosted",
            2,
            "derived",
            "b",
            2,
            f"Iveland —{joins.split()[0]}→ {thing} ←{runs}— kari —AFFILIATED_WITH→ Vennesla",
        )
    ]


@pytest.mark.parametrize(
    "said",
    [
        "iveland MEMBER_OF nett\nvennesla MEMBER_OF nett",
        "iveland MEMBER_OF nett\niveland LEADS nett\nvennesla HOSTS nett",  # it runs it as well
        "bedrift LOCATED_IN iveland\nbedrift MEMBER_OF nett\nvennesla LEADS nett",
        "alle AFFILIATED_WITH iveland\nalle MEMBER_OF nett\nvennesla LEADS nett",
        "iveland OWNS havn\nvennesla OWNS havn\nhavn MEMBER_OF nett\nvennesla LEADS nett",
        "iveland COLLABORATES_WITH vennesla",
        "iveland PART_OF r\nvennesla PART_OF r",
    ],
)
def test_what_makes_nobody_depend_on_another(said):
    things = """
        Actor nett subkind=network
        Actor bedrift subkind=company
        Actor havn subkind=company
        Actor alle subkind=group
        Region r
    """
    assert crossing(things + said) == []


def test_who_plans_to_lead_is_depended_on_as_planned():
    said = "Actor nett subkind=network\niveland MEMBER_OF nett\n"
    assert crossing(said + "vennesla LEADS nett modality=planned", "kind modality") == [
        ("hosted", "planned")
    ]


# What both need


def test_what_both_own_ties_neither_to_the_other_but_a_third_to_both():
    said = """
        Resource vannverk
        iveland OWNS vannverk share=0.5
        vennesla OWNS vannverk share=0.5
        iveland DEPENDS_ON vannverk
        lillesand DEPENDS_ON vannverk
    """
    assert crossing(said) == [
        ("lillesand", "iveland", "shared"),  # which needs it too
        ("lillesand", "iveland", "stated"),
        ("lillesand", "vennesla", "stated"),
    ]


def test_two_that_need_what_is_a_thirds_depend_on_each_other_and_the_third_is_named():
    said = """
        Actor ekspert subkind=person
        Measure m
        lillesand OWNS m
        ekspert AFFILIATED_WITH vennesla
        iveland DEPENDS_ON ekspert status=met
        m DEPENDS_ON ekspert status=pending
    """
    columns = "municipality depends_on steps status modality third_names path"
    path = "Iveland —DEPENDS_ON→ ekspert ←DEPENDS_ON— m ←OWNS— Lillesand"
    rows = crossing(said, columns, kind="shared")
    assert rows[0] == ("iveland", "lillesand", 2, "pending", "derived", "Vennesla", path)
    assert [row[:2] for row in rows] == [("iveland", "lillesand"), ("lillesand", "iveland")]
    assert crossing(said, kind="shared", max_steps=1) == []


def test_whom_a_member_depends_on_is_two_steps_away():
    said = """
        Municipality a
        Municipality b
        Actor n subkind=network
        b HOSTS n
        a MEMBER_OF n
    """
    assert crossing(said, "kind steps", kind="hosted", max_steps=2) == [("hosted", 2)]
    assert crossing(said, "kind steps", kind="hosted", max_steps=1) == []


@pytest.mark.parametrize(
    "said",
    [
        "iveland DEPENDS_ON veg\nvennesla DEPENDS_ON veg",  # nobody's
        "iveland DEPENDS_ON p\nvennesla DEPENDS_ON p\nlillesand OWNS p",  # no resource
        "iveland OWNS a\nvennesla OWNS a\na DEPENDS_ON veg\nveg LOCATED_IN lillesand",
    ],
)
def test_what_is_no_shared_resource(said):
    things = "Resource veg\nPlan p\nProject a\n"
    assert crossing(things + said, kind="shared") == []


def test_who_needs_it_only_through_the_other_shares_nothing_with_it():
    """That Iveland needs the road is for what is Lillesand's: that is the stated kind."""
    said = """
        Resource veg
        Project b
        lillesand OWNS b
        iveland DEPENDS_ON b
        b DEPENDS_ON veg
        veg LOCATED_IN vennesla
    """
    assert crossing(said, kind="shared") == []


def test_where_both_need_another_resource_first_they_share_that_and_not_what_it_rests_on():
    said = """
        Resource tomt
        Resource vann
        tomt LOCATED_IN vennesla
        vann LOCATED_IN vennesla
        iveland DEPENDS_ON tomt
        lillesand DEPENDS_ON tomt
        tomt DEPENDS_ON vann
    """
    assert crossing(said, "municipality depends_on needed", kind="shared") == [
        ("iveland", "lillesand", "tomt"),
        ("lillesand", "iveland", "tomt"),
    ]


def test_a_hub_that_all_need_is_no_reason_to_share_each_thing_that_it_needs():
    """Else there were a row for every two municipalities and every resource of every third."""
    rows = answered(QUERY, county(8, 2), "kind")
    assert set(rows) == {("stated",)}
    assert len(rows) == 8 * 7


# What is asked for

MANY = """
    Actor nett subkind=network
    Resource vann
    iveland MEMBER_OF nett
    lillesand MEMBER_OF nett
    vennesla LEADS nett
    vann LOCATED_IN vennesla
    iveland DEPENDS_ON vann
    iveland FUNDS lillesand
"""


@pytest.mark.parametrize(
    ("options", "rows"),
    [
        (
            {"from_": "Iveland"},
            [("iveland", "vennesla", "hosted"), ("iveland", "vennesla", "stated")],
        ),
        ({"to": "iveland"}, [("lillesand", "iveland", "funded")]),
        ({"from_": "lillesand", "to": "VENNESLA"}, [("lillesand", "vennesla", "hosted")]),
        (
            {"kind": ("stated", "funded")},
            [("iveland", "vennesla", "stated"), ("lillesand", "iveland", "funded")],
        ),
        ({"kind": "hosted", "to": "iveland"}, []),
        ({"modality": "stated"}, [("iveland", "vennesla", "stated")]),
        ({"max_steps": 1}, [("iveland", "vennesla", "stated"), ("lillesand", "iveland", "funded")]),
        ({"from_": "iveland", "to": "iveland"}, []),
    ],
)
def test_only_what_was_asked_for(options, rows):
    assert crossing(MANY, **options) == rows


def test_an_unknown_municipality_is_met_with_the_nearest_and_one_alone_with_a_sentence():
    with pytest.raises(UnknownName, match="'Vennsla' does not exist; did you mean 'Vennesla'"):
        crossing(MANY, from_="Vennsla")
    with pytest.raises(UnknownName, match="municipality"):
        crossing(MANY, to="nett")  # a name, but of a network
    with pytest.raises(GraphtoolError, match="there is none in the data"):
        answered(QUERY, drawn("Goal g"), "path", to="Vennesla")
    told = notes(QUERY, drawn(THREE + MANY), from_="iveland", to="iveland")
    assert told.startswith("Spurt om én og samme kommune (iveland)")
    told = notes(QUERY, drawn(THREE + MANY), "en", kind=("shared",), to="iveland")
    assert told.startswith(
        "No dependency between municipalities is as asked for: kind shared, to iveland."
    )


def test_a_municipality_that_is_no_more_on_the_day_depends_on_nobody():
    said = MANY + "Municipality søgne valid_to=2019\nsøgne DEPENDS_ON vann"
    assert len(crossing(said, from_="søgne", as_of="2018", kind="stated")) == 1
    assert crossing(said, from_="søgne", as_of="2021") == []


def test_a_weaker_shorter_way_gives_way_to_a_better_said_one_where_that_is_asked_for():
    said = """
        Plan p
        iveland DEPENDS_ON vennesla modality=planned
        iveland DEPENDS_ON p
        p DEPENDS_ON vennesla
    """
    assert crossing(said, "steps modality") == [(1, "planned")]
    assert crossing(said, "steps modality", modality="stated") == [(2, "stated")]


# Who on whom


def test_the_matrix_counts_the_paths_of_each_kind():
    answer = engine.run(QUERY, drawn(THREE + MANY))
    whole = answer.as_matrix()
    assert whole.records() == [
        {
            "municipality": "iveland",
            "name": "Iveland",
            "iveland": None,
            "vennesla": "stated 1; hosted 1",
            "paths": 2,
        },
        {
            "municipality": "lillesand",
            "name": "Lillesand",
            "iveland": "funded 1",
            "vennesla": "hosted 1",
            "paths": 2,
        },
    ]
    assert whole.notes == answer.notes
    table = answers.as_markdown(whole, "nn").splitlines()
    assert table[0] == "| kommune-id | avhengig | Iveland | Vennesla | vegar |"
    assert table[2] == "| iveland | Iveland |  | føresetnad 1; drift og leiing 1 | 2 |"
    assert engine.run(QUERY, drawn(THREE)).as_matrix().records() == []


def test_a_municipality_that_is_called_as_a_column_is_has_a_column_of_its_own():
    graph = drawn("Municipality a\nMunicipality paths name=Stier\na DEPENDS_ON paths")
    assert engine.run(QUERY, graph).as_matrix().records() == [
        {"municipality": "a", "name": "a", "paths ": "stated 1", "paths": 1}
    ]


def test_only_who_is_tied_to_whom_is_a_matrix():
    with pytest.raises(GraphtoolError, match="owners is no matrix"):
        engine.run("owners", drawn("Goal g")).as_matrix()


# What is said of it


def test_json_has_the_evidence_of_every_step_and_a_table_the_words():
    said = """
        Goal g
        Resource r
        iveland OWNS g document=a line=1 quote=eier
        g DEPENDS_ON r document=b line=2
        r LOCATED_IN vennesla
    """
    answer = engine.run(QUERY, drawn(THREE + said))
    (row,) = json.loads(answers.as_json(answer, "nb"))["rows"]
    assert [
        (s["source"], s["relation"], s["target"], s["document"], s["line"], s["quote"])
        for s in row["evidence"]
    ] == [
        ("iveland", "OWNS", "g", "a", 1, "eier"),
        ("g", "DEPENDS_ON", "r", "b", 2, None),
        ("r", "LOCATED_IN", "vennesla", None, None, None),
    ]
    assert json.loads(answers.as_ndjson(answer, "nb")) == row
    assert "Iveland —eier→ g —avhenger av→ r —ligger i→ Vennesla" in answers.as_markdown(
        answer, "nb"
    )
    assert "a:1; b:2; –" in answers.as_csv(answer, "nb")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nb",
            [
                "I 3 tilfeller er en kommune avhengig av en annen. 4 grunner til det:"
                " forutsetning 1, finansiering 1, drift og ledelse 2.",
                "Hvordan det er sagt: sagt som fakta 1, utledet 3. Alt annet enn",
            ],
        ),
        (
            "nn",
            [
                "I 3 tilfelle er ein kommune avhengig av ein annan. 4 grunnar til det:"
                " føresetnad 1, finansiering 1, drift og leiing 2.",
                "Korleis det er sagt: sagt som fakta 1, utleidd 3. Alt anna enn",
            ],
        ),
        (
            "en",
            [
                "In 3 cases a municipality depends on another. 4 reasons for it: prerequisite 1,"
                " funded 1, run or led 2.",
                "How it is said: stated as fact 1, derived 3. All but",
            ],
        ),
    ],
)
def test_the_notes_count_pairs_and_kinds_and_how_they_are_said(language, said):
    told = notes(QUERY, drawn(THREE + MANY), language).splitlines()
    assert [line[: len(one)] for line, one in zip(told, said, strict=False)] == said


def test_what_depends_on_all_of_them_without_naming_any_is_told_beside():
    said = """
        Goal g name=Reiseliv
        Actor alle subkind=group name=Kommunene
        Region r name=Regionen
        g DEPENDS_ON alle
        g DEPENDS_ON r modality=derived
    """
    assert crossing(said) == []
    assert (
        "ikke av én bestemt kommune: «Reiseliv» av Kommunene (sagt som fakta); «Reiseliv» av"
        " Regionen (utledet)."
    ) in notes(QUERY, drawn(THREE + said))


# What must hold of any graph


def expected(graph: PlanGraph, longest: int) -> set[tuple[str, str, str, int]]:
    """Who depends on what of whose, in how many steps, by looking at every path: stated kind."""
    own: dict[int, set[int]] = {}
    for node, home in belonging.belongs_to(graph).itertuples(index=False):
        own.setdefault(node, set()).add(home)
    edges = graph.related("DEPENDS_ON")
    ahead = nx.DiGraph(zip(edges["source"], edges["target"], strict=True))
    ids = graph.nodes["id"].tolist()
    found: dict[tuple[int, int, int], int] = {}
    homes = graph.of_kind("Municipality").index.tolist()
    for start, end in product(ahead, ahead):
        if start == end:
            continue
        for path in nx.all_simple_paths(ahead, start, end, cutoff=longest):
            for one, other in product(homes, homes):
                between = [own.get(node, set()) for node in path]
                other_before = any(other in of for of in between[:-1])
                mine_again = any(one in of for of in between[1:])
                crosses = one in between[0] and other in between[-1] and one != other
                if crosses and not (other_before or mine_again):
                    key = one, other, path[-1]
                    found[key] = min(found.get(key, 99), len(path) - 1)
    return {(ids[a], ids[b], ids[end], steps) for (a, b, end), steps in found.items()}


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 4))
def test_every_path_there_is_is_found_once_at_its_shortest(random, longest):
    things = [f"t{at}" for at in range(8)]
    homes = ["iveland", "lillesand", "vennesla"]
    lines = [f"Project {thing}" for thing in things]
    lines += [f"{random.choice(homes)} OWNS {random.choice(things)}" for _ in range(7)]
    pairs = {(random.choice(things + homes), random.choice(things + homes)) for _ in range(14)}
    lines += [f"{one} DEPENDS_ON {other}" for one, other in sorted(pairs)]
    graph = drawn(THREE + "\n".join(dict.fromkeys(lines)))
    rows = answered(
        QUERY, graph, "municipality depends_on needed steps", kind="stated", max_steps=longest
    )
    assert set(rows) == expected(graph, longest)


@settings(derandomize=True, max_examples=30, deadline=None)
@given(plan_graphs())
def test_the_ways_home_lead_to_all_that_belongs_to_a_municipality_and_to_nothing_else(graph):
    names = Names(graph)
    homes = Homes(graph, names)
    source, target = graph.edges["source"].tolist(), graph.edges["target"].tolist()
    for node, home in belonging.belongs_to(graph).itertuples(index=False):
        assert homes.own[node] & homes.bit(home)
        at = home
        for hop in homes.way(node, home):
            begin, end = (source, target) if hop.forward else (target, source)
            assert begin[hop.edge] == at
            at = end[hop.edge]
        assert at == node


def county(municipalities: int, things: int) -> PlanGraph:
    """Municipalities with goals that all need a common decision, which needs something of each."""
    homes = range(municipalities)
    lines = ["Plan vedtak"]
    for home in homes:
        lines += [f"Municipality k{home:02}", f"Resource r{home:02}"]
        lines += [f"r{home:02} LOCATED_IN k{home:02}", f"vedtak DEPENDS_ON r{home:02}"]
        for at in range(things):
            goal = f"g{home:02}{at:02}"
            lines += [f"Goal {goal}", f"k{home:02} OWNS {goal}", f"{goal} DEPENDS_ON vedtak"]
    return drawn("\n".join(lines))


def test_a_hub_makes_one_row_a_pair_and_thing_however_many_ways_there_are():
    rows = answered(QUERY, county(12, 5), "municipality depends_on steps", kind="stated")
    assert len(rows) == 12 * 11
    assert set(rows) == {
        (f"k{a:02}", f"k{b:02}", 2) for a in range(12) for b in range(12) if a != b
    }


def test_two_with_nothing_in_common_give_no_row():
    assert crossing("Goal a\nGoal b\niveland OWNS a\nvennesla OWNS b") == []


def test_of_several_of_one_name_the_municipality_is_asked_for():
    one = drawn("Measure m name=Kongsberg\nMunicipality k name=Kongsberg")
    assert engine.run("municipal-dependencies", one, from_="Kongsberg").rows.empty
    two = drawn("Municipality a name=Våler\nMunicipality b name=Våler")
    with pytest.raises(SharedName, match=r"give the id, 'a' \(municipality\) or 'b' "):
        engine.run("municipal-dependencies", two, from_="Våler")


def test_that_all_paths_are_longer_than_was_followed_is_not_told_as_if_there_were_none():
    """Arna's goal rests on Bø's by six dependencies; four are followed where nothing is said."""
    lines = ["Municipality a name=Arna", "Municipality b name=Bø"]
    lines += [f"Goal g{at}" for at in range(7)]
    lines += [f"g{at} DEPENDS_ON g{at + 1}" for at in range(6)]
    graph = drawn("\n".join([*lines, "a OWNS g0", "b OWNS g6"]))
    assert notes("municipal-dependencies", graph, "en").splitlines()[0] == (
        "No dependency between municipalities is as asked for: max_steps 4."
        " By longer paths there are some: max_steps 6."
    )
    assert notes("party-dependencies", graph, "nb").splitlines()[0] == (
        "Ingen avhengighet mellom parter er slik det er spurt om (max_steps)."
        " Langs lengre veier finnes det noen: max_steps 6."
    )
    assert notes("municipal-dependencies", graph, "en", to="a").splitlines()[0] == (
        "No dependency between municipalities is as asked for: to a."
    )


def test_where_there_is_no_municipality_that_is_said_and_not_that_none_depends_on_another():
    graph = drawn("Actor x\nActor y\nx DEPENDS_ON y")
    assert notes("municipal-dependencies", graph, "nb") == "Ingen kommuner i dataene."
    later = drawn("Municipality a valid_from=2000\nMunicipality b valid_from=2000")
    said = notes("municipal-dependencies", later, "en", as_of="1999").splitlines()
    assert said[0] == "No municipalities are in force as of 1999."
    assert notes("municipal-dependencies", later, "en").startswith("No source says")


def test_a_company_that_municipalities_own_together_is_what_they_share():
    """The waste company is two's; what one owns, or two are only to own, is nobody's in common."""
    said = """
        Actor avfall subkind=company name="Avfall IKS"
        Actor vann subkind=council name=Vannrådet
        Actor havn subkind=company name="Havn KF"
        Actor museum subkind=company name="Museum IKS"
        iveland OWNS avfall
        vennesla OWNS avfall share=0.5
        iveland OWNS vann
        lillesand MEMBER_OF vann
        vennesla OWNS vann
        lillesand OWNS havn
        iveland OWNS museum
        vennesla OWNS museum modality=planned
    """
    told = notes(QUERY, drawn(THREE + said), "nb").splitlines()
    shared = "Vannrådet (3 kommuner); Avfall IKS (eid av 2 kommuner)."
    assert told[1] == f"Det kommunene deler: {shared}"


def test_what_is_shared_beyond_what_a_note_has_room_for_is_counted():
    bodies = [f"b{at}" for at in range(8)]
    said = [f"Actor {body}\niveland OWNS {body}\nvennesla OWNS {body}" for body in bodies]
    told = notes(QUERY, drawn("\n".join([THREE, *said])), "en").splitlines()[1]
    assert told.count("owned by 2 municipalities") == 6
    assert told.endswith("and 2 more.")


@pytest.mark.parametrize("name", ["municipal-dependencies", "party-dependencies"])
def test_where_there_are_some_it_is_said_how_far_paths_were_followed(name):
    """Arna's goal rests on Bø's in one step, and on Dal's in six, which four do not reach."""
    lines = [f"Municipality {m}" for m in "abd"] + [f"Goal g{at}" for at in range(7)]
    lines += [f"g{at} DEPENDS_ON g{at + 1}" for at in range(6)]
    graph = drawn("\n".join([*lines, "a OWNS g0", "d OWNS g6", "g0 DEPENDS_ON b"]))
    far = "Bare veier på opptil 4 ledd er fulgt; max_steps følger lengre."
    assert notes(name, graph).splitlines()[-1] == far
    (one_step,) = (
        note for note in notes(name, graph, "en", max_steps=1).splitlines() if "paths" in note
    )
    assert one_step == "Only paths of one step are followed; max_steps follows longer ones."


def test_of_kinds_without_chains_nothing_is_said_of_longer_paths():
    graph = drawn(THREE + "iveland FUNDS vennesla")
    assert "max_steps" not in notes(QUERY, graph, kind=("funded",))
    assert "max_steps" in notes(QUERY, graph)
