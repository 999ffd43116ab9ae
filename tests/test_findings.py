"""What the map says of itself, on graphs whose facts one can count."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphtool import PlanGraph, queries
from graphtool.findings import Finding, findings
from graphtool.maps import Settings
from graphtool.maps.build import build
from tests.drawing import drawn
from tests.strategies import NAMES, days_to_look_at, plan_rows


def keys(graph: PlanGraph, **options: str) -> list[str]:
    return [finding.key for finding in findings(graph, **options)]


def found(graph: PlanGraph, key: str) -> Finding:
    return next(finding for finding in findings(graph) if finding.key == key)


def said(graph: PlanGraph, key: str, language: str = "nb") -> str:
    return getattr(found(graph, key).text, language)


def test_an_empty_graph_says_nothing():
    assert findings(PlanGraph.from_tables([])) == []
    assert findings(drawn("Region r")) == []


# Who answers for what


def goals(count: int, *more: str) -> PlanGraph:
    """Goals g1, g2 and so on, and what else is drawn."""
    return drawn("\n".join([*(f"Goal g{n}" for n in range(1, count + 1)), *more]))


@pytest.mark.parametrize(
    ("count", "nb", "nn", "en"),
    [
        (
            1,
            "Det eneste målet står uten noen som svarer for det: «g1».",
            "Det einaste målet står utan nokon som svarer for det: «g1».",
            "The only goal has nobody to answer for it: “g1”.",
        ),
        (
            2,
            "Begge målene står uten noen som svarer for dem: «g1» og «g2».",
            "Begge måla står utan nokon som svarer for dei: «g1» og «g2».",
            "Both goals have nobody to answer for them: “g1” and “g2”.",
        ),
        (
            5,
            "Alle de 5 målene står uten noen som svarer for dem, blant dem «g1» og «g2».",
            "Alle dei 5 måla står utan nokon som svarer for dei, mellom dei «g1» og «g2».",
            "All 5 goals have nobody to answer for them, among them “g1” and “g2”.",
        ),
    ],
)
def test_goals_without_anybody_are_counted_as_one_counts(count, nb, nn, en):
    finding = found(goals(count), "orphaned-goals-none")
    assert finding.text == (nb, nn, en)
    assert finding.nodes == tuple(f"g{n}" for n in range(1, count + 1))
    assert finding.edges == ()
    assert finding.query == "orphaned-goals"


def test_each_grade_of_orphan_is_one_finding_the_gravest_first():
    graph = goals(
        6,
        "Municipality v name=Vennesla",
        "Actor alle subkind=group name=Alle",
        'Actor ukjent subkind=unresolved name="Ola N"',
        "FocusArea f",
        "v OWNS g1",
        "g2 PART_OF f",
        "v RESPONSIBLE_FOR f",
        "alle OWNS g3",
        "alle OWNS g4",
        "v OWNS g5 modality=planned",
        "ukjent OWNS g6",
    )
    about = [f for f in findings(graph) if f.key.startswith("orphaned-goals")]
    assert [f.text.nb for f in about] == [
        "Ett av 6 mål har en ansvarlig som vi ikke vet hvem er (Ola N).",
        "Ett av 6 mål er det bare planlagt eller ønsket at noen skal svare for (Vennesla).",
        "2 av 6 mål har bare en gruppe som svarer for dem, ingen navngitt part (Alle).",
        "Ett av 6 mål har Vennesla til å svare for det det er del av, men ingen som svarer direkte"
        " for det.",
    ]
    assert [f.text.nn for f in about][2:] == [
        "2 av 6 mål har berre ei gruppe som svarer for dei, ingen namngitt part (Alle).",
        "Eitt av 6 mål har Vennesla til å svare for det det er del av, men ingen som svarer direkte"
        " for det.",
    ]
    assert about[2].text.en == (
        "2 of 6 goals have only a group to answer for them, no named party (Alle)."
    )
    assert [f.edges for f in about] == [
        (("ukjent", "g6", "OWNS"),),
        (("v", "g5", "OWNS"),),
        (("alle", "g3", "OWNS"), ("alle", "g4", "OWNS")),
        (),
    ]


def test_what_has_lapsed_is_said_on_the_day():
    graph = goals(1, "Municipality v name=Vennesla", "v OWNS g1 valid_to=2015")
    assert "owned-goals" in keys(graph, as_of="2015")
    assert keys(graph, as_of="2016")[0] == "orphaned-goals-lapsed"
    assert findings(graph, as_of="2016")[0].text.nn == (
        "Det einaste målet har ikkje lenger nokon som svarer for det: ansvaret har gått ut"
        " (Vennesla)."
    )


def test_for_what_a_merged_municipality_owned_its_successor_answers_on_the_map_too():
    graph = drawn("""
        Goal g
        Municipality søgne valid_to=2019
        Municipality kristiansand
        søgne SUCCEEDED_BY kristiansand valid_from=2020
        søgne OWNS g
    """)
    sentences = {finding.key: finding for finding in findings(graph, as_of="2020")}
    assert sentences["owned-goals"].edges == (("kristiansand", "g", "OWNS"),)
    assert "only-owner-kristiansand" in sentences
    made = build(graph, Settings(as_of="2020", views=("goals",)))
    goal = next(symbol for symbol in made.scenes[0].symbols if symbol.node.id == "g")
    assert not goal.grade


def test_where_no_goal_is_orphaned_that_is_said():
    graph = goals(3, "Municipality v", "v OWNS g1", "v OWNS g2", "v OWNS g3")
    assert said(graph, "owned-goals") == (
        "Alle de 3 målene har en navngitt part som svarer for dem."
    )
    assert len(found(graph, "owned-goals").edges) == 3


def test_measures_are_told_in_one_sentence():
    graph = drawn("""
        Measure a
        Measure b
        Measure c
        Measure d
        Municipality v
        Actor alle subkind=group
        v OWNS d
        alle OWNS c
    """)
    assert found(graph, "orphaned-measures").text == (
        "3 av 4 tiltak mangler en navngitt part som svarer direkte for dem: 2 har ingen og 1 har"
        " bare en gruppe.",
        "3 av 4 tiltak manglar ein namngitt part som svarer direkte for dei: 2 har ingen og 1 har"
        " berre ei gruppe.",
        "3 of 4 measures lack a named party to answer for them directly: 2 with nobody and 1 with"
        " only a group.",
    )
    assert said(drawn("Measure a"), "orphaned-measures-none", "en") == (
        "The only measure has nobody to answer for it: “a”."
    )


def test_without_the_only_one_who_answers_a_goal_would_have_nobody():
    graph = goals(
        4,
        "Municipality v name=Vennesla",
        "Municipality s name=Søgne",
        "Actor alle subkind=group",
        "v OWNS g1",
        "v RESPONSIBLE_FOR g1",
        "v OWNS g2",
        "alle OWNS g2",
        "s OWNS g3",
        "v OWNS g3",
        "s OWNS g4",
        "v OWNS g4 modality=planned",
    )
    vennesla, sogne = (f for f in findings(graph) if f.key.startswith("only-owner"))
    assert vennesla.text.nb == (
        "Uten Vennesla ville 2 mål ikke ha noen navngitt som svarer direkte for dem: «g1» og «g2»."
    )
    assert vennesla.nodes == ("v", "g1", "g2")
    assert set(vennesla.edges) == {
        ("v", "g1", "OWNS"),
        ("v", "g1", "RESPONSIBLE_FOR"),
        ("v", "g2", "OWNS"),
    }
    assert sogne.text.nn == (
        "Utan Søgne ville eitt mål ikkje ha nokon namngitt som svarer direkte for det: «g4»."
    )
    assert sogne.nodes == ("s", "g4")


def test_of_many_sole_owners_five_are_named_and_the_rest_counted():
    lines = [f"Municipality m{n} name=M{n}\nm{n} OWNS g{n}" for n in range(1, 8)]
    graph = goals(7, *lines)
    about = [f for f in findings(graph) if f.key.startswith("only-owner")]
    assert len(about) == 6
    assert about[-1].text == (
        "2 parter er også alene om å svare direkte for mål: M6 og M7.",
        "2 partar er også åleine om å svare direkte for mål: M6 og M7.",
        "2 parties answer alone and directly for goals as well: M6 and M7.",
    )
    assert set(about[-1].nodes) == {"m6", "m7", "g6", "g7"}


# Who works with whom


def tied(pairs: str, *more: str) -> PlanGraph:
    """Actors of one letter that work together: `ab bc` is a path of three."""
    letters = sorted(set(pairs) - {" "})
    lines = [f"Actor {letter} name={letter.upper()}" for letter in letters]
    lines += [f"{one} COLLABORATES_WITH {other}" for one, other in pairs.split()]
    return drawn("\n".join([*lines, *more]))


@pytest.mark.parametrize(
    ("pairs", "nb", "who"),
    [
        ("ab bc", "B samarbeider med flest: 2 av 2 andre.", "b"),
        ("ab", "A og B arbeider sammen: ingen av dem er mer sentral enn den andre.", "ab"),
        (
            "ab bc ca",
            "Alle de 3 partene er knyttet til alle, og hver deler 2 aktiviteter med andre:"
            " målt slik er ingen mer sentral.",
            "abc",
        ),
        (
            "ab bc cd da",
            "Alle de 4 partene har like mange partnere, 2 av 3 mulige, og hver deler 2"
            " aktiviteter med andre: målt slik er ingen mer sentral.",
            "abcd",
        ),
        (
            "ab bc cd",
            "B og C har flest partnere, 2 av 3 mulige hver, og hver deler 2 aktiviteter"
            " med andre: målt slik står de likt.",
            "bc",
        ),
    ],
)
def test_who_works_with_most_or_why_nobody_does(pairs, nb, who):
    finding = found(tied(pairs), "best-connected")
    assert finding.text.nb == nb
    assert finding.nodes == tuple(who)


def test_municipalities_are_compared_among_themselves():
    graph = drawn("""
        Municipality a
        Municipality b
        Municipality c
        Actor d
        Project p
        a SUPPORTS p
        b SUPPORTS p
        c SUPPORTS p
        Project q
        a SUPPORTS q
        d SUPPORTS q
    """)
    assert said(graph, "best-connected", "en") == "a works with most: 3 of 3 others."
    assert said(graph, "best-connected-municipalities", "nn") == (
        "Alle dei 3 kommunane er knytte til alle gjennom p: målt slik er ingen meir sentral."
    )


UNEQUALLY_CLOSE = """
    Municipality a name=A
    Municipality b name=B
    Municipality c name=C
    Project p
    Project q
    a SUPPORTS p
    b SUPPORTS p
    c SUPPORTS p
    a SUPPORTS q
    b SUPPORTS q
"""


def test_where_all_are_tied_to_all_what_they_share_may_tell_them_apart():
    assert found(drawn(UNEQUALLY_CLOSE), "best-connected").text == (
        "Alle de 3 partene er knyttet til alle, men A og B deler flere aktiviteter med andre (2)"
        " enn C (1).",
        "Alle dei 3 partane er knytte til alle, men A og B deler fleire aktivitetar med andre (2)"
        " enn C (1).",
        "All 3 parties are tied to all, but A and B share more activities with others (2) than C"
        " (1).",
    )
    closer = drawn(
        UNEQUALLY_CLOSE + "Project r\nProject s\na SUPPORTS r\nc SUPPORTS r\n"
        "a SUPPORTS s\nb SUPPORTS s"
    )
    assert said(closer, "best-connected", "nn") == (
        "Alle dei 3 partane er knytte til alle, men A deler flest aktivitetar med andre (4) og C"
        " færrest (2)."
    )


def test_where_ranks_are_equal_the_roles_are_told():
    about = found(drawn(UNEQUALLY_CLOSE + "b LEADS q"), "roles")
    assert about.text.nb == "B skiller seg ut ved rollene: leder q. A har ingen slike roller."
    assert about.nodes == ("b", "q")
    assert about.query == "roles"
    assert "roles" not in keys(tied("ab bc"))  # one is first: its rank tells
    none = found(drawn(UNEQUALLY_CLOSE), "roles")
    assert none.text.en.startswith("None of the 2 stands apart by the roles")
    assert none.nodes == ("a", "b")


def test_roles_that_tell_the_same_at_two_levels_are_told_once():
    graph = drawn(UNEQUALLY_CLOSE + "Actor d\nd SUPPORTS p\nd SUPPORTS q\na LEADS q")
    assert [key for key in keys(graph) if key.startswith("roles")] == ["roles-municipalities"]


def test_who_is_alone_does_not_hide_that_the_others_are_tied_to_all():
    graph = drawn("""
        Municipality a
        Municipality b
        Actor rad subkind=council name=Rådet
        Actor x
        Plan p
        a MEMBER_OF rad
        b MEMBER_OF rad
        x PARTICIPATES_IN p
    """)
    assert found(graph, "best-connected").text == (
        "De 2 partene i Rådet er alle knyttet til hverandre, men bare ved at de er med der: målt"
        " slik er ingen mer sentral.",
        "Dei 2 partane i Rådet er alle knytte til kvarandre, men berre ved at dei er med der: målt"
        " slik er ingen meir sentral.",
        "The 2 parties in Rådet are all tied to each other, but only by taking part in it: so"
        " measured nobody is more central.",
    )
    assert said(graph, "no-cut-point", "nn") == (
        "Ingen ville misse sambandet med dei andre om éin part gjekk ut, så lenge Rådet står"
        " ved lag: berre dette knyter dei saman."
    )


def test_what_a_party_hosts_hangs_on_it_and_that_is_no_news():
    lines = """
        Municipality k name=K
        Municipality l
        Municipality m
        Actor nett subkind=network
        Project p
        k HOSTS nett
        k SUPPORTS p
        l SUPPORTS p
        m SUPPORTS p
    """
    assert "cut-point-k" not in keys(drawn(lines))
    assert "no-cut-point" in keys(drawn(lines))
    fund = drawn(lines + "Actor x name=X\nk COLLABORATES_WITH x")
    assert said(fund, "cut-point-k") == "Uten K ville X miste forbindelsen til de andre."
    assert found(fund, "cut-point-k").nodes == ("k", "x")


def test_an_adviser_is_not_lost_without_the_municipality_that_he_works_for():
    graph = drawn("""
        Municipality k
        Municipality l
        Municipality m
        Actor kari subkind=person
        Project p
        Project q
        kari AFFILIATED_WITH k
        kari SUPPORTS p
        k SUPPORTS p
        k SUPPORTS q
        l SUPPORTS q
        m SUPPORTS q
    """)
    assert not [key for key in keys(graph) if key.startswith("cut-point")]


def test_what_the_map_does_not_show_is_no_fact_about_the_world():
    graph = drawn("Municipality a\nMunicipality b")
    assert said(graph, "best-connected-municipalities", "nn") == (
        "Kartet viser ikkje noko samarbeid mellom dei 2 kommunane."
    )
    assert said(graph, "nothing-across-borders") == (
        "Ingen kilde sier at en av kommunene er avhengig av en annen."
    )


def test_communities_are_told_where_they_mean_something():
    graph = tied("ab ac bc cd de df ef")
    assert said(graph, "communities") == "De som samarbeider, samler seg i 2 fellesskap:" + (
        " C, A og B; D, E og F. Ingen annen inndeling er like god, men andre kan være"
        " nesten like gode."
    )
    assert found(graph, "communities").nodes == tuple("abcdef")
    assert "communities" not in keys(tied("ab bc cd da"))


def test_what_a_community_gathers_around_is_named():
    members = {"Nettverket": "abc", "Rådet": "def"}
    lines = [f'Actor {n} subkind=network name="{n}"' for n in members]
    lines += [f"{m} MEMBER_OF {n}" for n, letters in members.items() for m in letters]
    lines += [f"Actor {letter}" for letter in "abcdef"]
    assert said(drawn("\n".join(lines)), "communities", "nn") == (
        "Dei som samarbeider, samlar seg i 2 fellesskap: 3 rundt Nettverket; 3 rundt Rådet."
        " Inga anna inndeling er like god, men andre kan vere nesten like gode."
    )


def test_of_communities_it_is_said_where_others_are_as_good_and_where_none_is_proved():
    path = tied("ab bc cd de ef fg")
    assert said(path, "communities", "nn").endswith(
        " 4 inndelingar er like gode, så kven som høyrer saman, er ikkje eintydig."
    )
    people = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQ"
    long = tied(" ".join(one + other for one, other in pairwise(people)))
    assert said(long, "communities", "en").endswith(
        " The partition was found by search; there may be a better one."
    )


def test_whom_the_network_would_lose():
    graph = tied("ab bc cd ce de")
    cut_b, cut_c = (found(graph, key) for key in ("cut-point-b", "cut-point-c"))
    assert cut_b.text == (
        "Uten B ville A miste forbindelsen til de andre.",
        "Utan B ville A misse sambandet med dei andre.",
        "Without B, A would lose touch with the others.",
    )
    assert cut_b.nodes == ("b", "a")
    assert cut_c.text.nb == (
        "Uten C ville nettet falle fra hverandre i 2 deler, og ingen av dem er størst."
    )
    assert cut_c.nodes == ("c", "a", "b", "d", "e")


def test_of_many_cut_points_five_have_a_sentence_and_the_rest_one():
    graph = tied("ab bc cd de ef fg gh hi ij")
    about = [f for f in findings(graph) if f.key.startswith("cut-point")]
    assert len(about) == 6
    assert about[-1].text.nn == "Nettet ville dele seg også utan H, B og I."


def test_a_network_that_holds_without_any_one_is_said_to():
    assert said(tied("ab bc ca"), "no-cut-point") == (
        "Ingen ville miste forbindelsen til de andre om én part gikk ut."
    )
    assert not {"no-cut-point", "cut-points"} & set(keys(tied("ab")))


# What depends on what, what is missing, what it rests on


def chain(*links: str) -> PlanGraph:
    nodes = sorted({end for link in links for end in link.split()[:2]})
    lines = [f"Measure {node} name={node.upper()}" for node in nodes]
    for link in links:
        one, other, *fields = link.split()
        lines.append(f"{one} DEPENDS_ON {other} {' '.join(fields)}")
    return drawn("\n".join(lines))


def test_what_is_pending_is_named():
    graph = chain("a b status=pending", "b c status=met", "c d")
    finding = found(graph, "pending-dependencies")
    assert finding.text == (
        "Én av 3 avhengigheter gjenstår: «A» venter på «B».",
        "Éin av 3 avhengnader står att: «A» ventar på «B».",
        "One of 3 dependencies is pending: “A” waits for “B”.",
    )
    assert finding.edges == (("a", "b", "DEPENDS_ON"),)
    assert finding.nodes == ("a", "b")
    assert "pending-dependencies" not in keys(chain("a b status=met"))


def test_a_circle_of_any_length_is_found_and_only_its_own_members_are_in_it():
    ring = [f"{one} {other}" for one, other in zip("abcdef", "bcdefa", strict=True)]
    graph = chain(*ring, "x a", "f y")
    finding = found(graph, "circle-a")
    assert finding.nodes == tuple("abcdef")
    assert len(finding.edges) == 6
    assert finding.text.nn == (
        "«A», «B», «C» og 3 til ventar på kvarandre i ring: ingen av dei kan byrje først."
    )
    assert not any(key.startswith("circle") for key in keys(chain("a b", "b c", "a c")))


def test_a_circle_in_which_something_is_met_holds_nobody_up():
    met = chain("a b status=met", "b a status=pending")
    assert found(met, "circle-a").text == (
        "«A» og «B» avhenger av hverandre i ring, men noe av det er oppfylt.",
        "«A» og «B» er avhengige av kvarandre i ring, men noko av det er oppfylt.",
        "“A” and “B” depend on each other in a circle, but some of it is met.",
    )
    alone = said(chain("a a status=met"), "circle-a", "en")
    assert alone == "“A” depends on itself, but that is met."
    still = chain("a b status=met", "a c", "c b", "b a")
    assert "ingen av dem kan begynne" in said(still, "circle-a")


@pytest.mark.parametrize(
    ("dates", "as_of", "when"),
    [
        (("2014", "2016"), None, " ifølge kilder fra 2014 – 2016"),
        (("2014", "2014"), "2020", " ifølge kilder fra 2014"),
        (("", "2014"), "2020", " ifølge kilder fra 2014 og uten dato"),
        (("", ""), "2020", " ifølge kilder uten dato"),
        (("", ""), None, ""),
    ],
)
def test_what_is_pending_is_as_old_as_its_sources(dates, as_of, when):
    graph = drawn(
        """
        Measure a
        Measure b
        a DEPENDS_ON b status=pending document=x
        b DEPENDS_ON a status=pending document=y
        """,
        documents=[{"id": name, "date": date} for name, date in zip("xy", dates, strict=True)],
    )
    (finding,) = (f for f in findings(graph, as_of=as_of) if f.key == "pending-dependencies")
    assert finding.text.nb.startswith(f"Begge avhengighetene gjenstår{when}: ")


def test_a_map_of_a_day_says_how_much_of_it_has_no_date():
    graph = drawn("""
        Goal g
        Municipality v
        Municipality w
        v OWNS g
        w OWNS g valid_from=2010
    """)
    (finding,) = (f for f in findings(graph, as_of="2015") if f.key == "undated")
    assert finding.text == (
        "Én av 2 påstander har ingen dato: om den gjaldt 2015, er ikke sagt.",
        "Éin av 2 påstandar har ingen dato: om han galdt 2015, er ikkje sagt.",
        "One of 2 assertions has no date: whether it held as of 2015 is not said.",
    )
    assert "undated" not in keys(graph)


def test_goals_that_nobody_answers_for_say_who_coordinates_and_who_has_measures():
    graph = goals(
        3,
        "Municipality v name=Vennesla",
        "Actor n name=Nettet",
        "Measure m",
        "n COORDINATES g1 modality=planned",
        "n COORDINATES g2",
        "m PART_OF g3",
        "v OWNS m",
    )
    assert found(graph, "orphaned-goals-none").text == (
        "Alle de 3 målene står uten noen som svarer for dem: «g1», «g2» og «g3»; Nettet samordner"
        " ett av dem; Nettet skal etter planen samordne ett av dem; Vennesla svarer for tiltak"
        " under ett av dem.",
        "Alle dei 3 måla står utan nokon som svarer for dei: «g1», «g2» og «g3»; Nettet samordnar"
        " eitt av dei; Nettet skal etter planen samordne eitt av dei; Vennesla svarer for tiltak"
        " under eitt av dei.",
        "All 3 goals have nobody to answer for them: “g1”, “g2” and “g3”; with Nettet coordinating"
        " one of them; with Nettet planned to coordinate one of them; with Vennesla answering for"
        " measures under one of them.",
    )


def test_dependencies_across_municipal_borders():
    lines = """
        Municipality i name=Iveland
        Municipality v name=Vennesla
        Municipality s name=Søgne
        Resource r name=Vannverket
        r LOCATED_IN v
        i DEPENDS_ON r
    """
    finding = found(drawn(lines), "across-borders")
    assert finding.text.nb == (
        "Iveland er avhengig av Vennesla: «Iveland → Vannverket» (forutsetning)."
    )
    assert finding.nodes == ("i", "v")
    assert finding.query == "municipal-dependencies"
    two = drawn(lines + "s FUNDS v modality=planned\nv FUNDS i")
    assert said(two, "across-borders", "nn") == (
        "I 2 tilfelle er ein kommune avhengig av ein annan: Vennesla av Søgne (finansiering, ikkje"
        " sagt som fakta) og Iveland av Vennesla (føresetnad og finansiering)."
    )
    ring = "\n".join(
        f"Municipality m{n}\nm{n} FUNDS m{(n + 1) % 6}\nv FUNDS m{n}" for n in range(6)
    )
    assert said(drawn(lines + ring), "across-borders", "en") == (
        "In 13 cases a municipality depends on another: 7 on Vennesla (prerequisite and funded), m1"
        " on m0 (funded, not stated as fact), m2 on m1 (funded, not stated as fact) and 4 more."
    )


def test_goals_without_measures_and_goals_that_all_have_one():
    served = goals(2, "Measure m", "m PART_OF g1")
    assert found(served, "goals-without-measures").text == (
        "Ett av 2 mål står uten tiltak: «g2».",
        "Eitt av 2 mål står utan tiltak: «g2».",
        "One of 2 goals has no measures: “g2”.",
    )
    assert said(goals(1, "Measure m", "m PART_OF g1"), "goals-with-measures", "nn") == (
        "Det einaste målet har minst eitt tiltak."
    )


def test_how_much_is_planned_and_how_much_can_be_looked_up():
    sourced = "document=plan line=3 quote=ord"
    graph = goals(
        2, "Municipality v", f"v OWNS g1 {sourced}", f"v OWNS g2 modality=planned {sourced}"
    )
    assert found(graph, "only-planned").text == (
        "Én av 2 påstander er bare planlagt eller ønsket.",
        "Éin av 2 påstandar er berre planlagd eller ønskt.",
        "One of 2 assertions is only planned or wished for.",
    )
    assert found(graph, "only-planned").edges == (("v", "g2", "OWNS"),)
    assert said(graph, "all-sourced", "nn") == (
        "Begge påstandane kan slåast opp: dokument, linje og sitat er oppgitt."
    )
    bare = goals(1, "Municipality v", "v OWNS g1 document=plan")
    assert found(bare, "unsourced").text.en == (
        "The only assertion lacks a document, a line or a quote."
    )
    assert found(bare, "unsourced").edges == (("v", "g1", "OWNS"),)


# What holds of all


def test_names_are_words_and_never_a_pattern_to_fill_in():
    graph = goals(1, 'Municipality v name="{n} {share} %s"', "v OWNS g1")
    assert "{n} {share} %s" in said(graph, "only-owner-v")


def test_a_long_name_is_cut_after_a_word():
    name = "Bidra til økt kunnskap om samspill mellom by og omland og styrke regional vekstkraft"
    graph = drawn(f'Goal g name="{name}"')
    assert said(graph, "orphaned-goals-none").endswith(
        "«Bidra til økt kunnskap om samspill mellom by og omland og…»."
    )


ROWS = plan_rows(texts=st.sampled_from(NAMES), max_nodes=8)


@given(ROWS, st.none() | days_to_look_at(), st.randoms(use_true_random=False))
@settings(derandomize=True, max_examples=10, deadline=None, database=None)
def test_findings_point_into_the_graph_and_care_not_in_which_order_it_is_written(rows, day, random):
    graph = rows.graph()
    about = findings(graph, as_of=day)
    ids = set(graph.nodes["id"])
    assert len({finding.key for finding in about}) == len(about)
    for finding in about:
        assert set(finding.nodes) <= ids
        assert {end for one, other, _ in finding.edges for end in (one, other)} <= ids
        assert finding.query in queries.QUERIES
        for text in finding.text:
            assert text.endswith(".")
            assert not {"{", "}"} & set(text)
            assert "  " not in text
            assert "()" not in text
    nodes, edges = list(rows.nodes), list(rows.edges)
    random.shuffle(nodes)
    random.shuffle(edges)
    assert findings(rows._replace(nodes=nodes, edges=edges).graph(), as_of=day) == about


def test_the_kristiansand_region_in_words(kristiansand):
    assert [finding.text.nb for finding in findings(kristiansand.graph)][1:] == [
        "2 av 10 mål er det bare planlagt eller ønsket at noen skal svare for (Prosjektpartnerne).",
        "2 av 10 avhengigheter gjenstår ifølge kilder fra 2016: «Få ut spin-off-effektar frå"
        " datalagringssenteret til andre…» venter på «Grønt datalagringssenter i Vennesla»; «Grønt"
        " datalagringssenter i Vennesla» venter på «Områdeplanen på 3100 daa».",
        "8 av 10 mål står uten tiltak, blant dem «Delmål 1: prosjektpartnerne skal komme frem til"
        " modeller…» og «Delmål 2: Det skal etableres et næringsnettverk mellom…».",
        "Det eneste tiltaket har bare grupper som svarer for det, ingen navngitt part (Alle"
        " kommunane i Kristiansandregionen og Næringsrådgjevarane i dei sju kommunane).",
        "Uten Kristiansand ville Sørlandets kompetansefond miste forbindelsen til de andre.",
        "Birkenes og Kristiansand har flest partnere, 11 av 12 mulige hver, og hver deler 5"
        " aktiviteter med andre: målt slik står de likt.",
        "Alle de 7 kommunene er knyttet til alle, og hver deler 4 aktiviteter med andre: målt slik"
        " er ingen mer sentral.",
        "Kristiansand skiller seg ut ved rollene: leder Næringsnettverket (ved Lukas Wedemeyer), er"
        " vert for Business Region Kristiansand, har ansvar for Strategisk næringsplan for"
        " Kristiansandsregionen (ved Business Region Kristiansand) og har 5 roller til, 3 av dem"
        " ikke sagt som fakta. Ingen av de 6 andre har slike roller.",
        "I 17 tilfeller er en kommune avhengig av en annen: 6 av Kristiansand (drift og ledelse,"
        " ikke sagt som fakta), 6 av Vennesla (forutsetning og gjennomføring, ikke sagt som fakta),"
        " Kristiansand av Birkenes (gjennomføring, ikke sagt som fakta) og 4 til.",
        "26 av 220 påstander er bare planlagt eller ønsket.",
        "Alle de 220 påstandene kan slås opp: dokument, linje og sitat er oppgitt.",
    ]


def test_the_kongsberg_region_in_words(kongsberg):
    about = findings(kongsberg.graph)
    assert [(finding.key, len(finding.nodes)) for finding in about] == [
        ("orphaned-goals-none", 14),
        ("orphaned-goals-collective", 6),
        ("goals-without-measures", 2),
        ("orphaned-measures", 79),
        ("no-cut-point", 8),
        ("best-connected", 8),
        ("best-connected-municipalities", 7),
        ("roles-municipalities", 7),
        ("nothing-across-borders", 7),
        ("only-planned", 0),
        ("all-sourced", 0),
    ]
    assert about[3].text.nn == (
        "Alle dei 79 tiltaka manglar ein namngitt part som svarer direkte for dei: 50 har ingen"
        " og 29 har berre ei gruppe."
    )


def test_two_that_need_the_same_of_a_third_are_one_pair_and_neither_depends_on_the_other():
    graph = drawn("""
        Municipality a name=Arendal
        Municipality b name=Bykle
        Municipality c name=Cappelen
        Resource r name=Vannverket
        Goal g
        Goal h
        c OWNS r
        a OWNS g
        b OWNS h
        g DEPENDS_ON r
        h DEPENDS_ON r
    """)
    assert said(graph, "same-of-a-third") == (
        "Arendal og Bykle trenger begge noe som er hos Cappelen."
    )
    assert said(graph, "across-borders", "en").startswith(
        "In 2 cases a municipality depends on another: 2 on Cappelen"
    )
