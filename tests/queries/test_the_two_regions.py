"""What is known of the two regions, and how the queries answer on them.

The facts are read from the documents and counted by hand, not taken from the queries.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from graphtool import engine, quotes
from tests.drawing import answered, notes

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
REGIONS = ("kristiansandsregionen", "kongsbergregionen")
KRISTIANSAND_SEVEN = {
    "Kristiansand",
    "Vennesla",
    "Songdalen",
    "Birkenes",
    "Iveland",
    "Lillesand",
    "Søgne",
}
KONGSBERG_SEVEN = {
    "Rollag",
    "Nore og Uvdal",
    "Kongsberg",
    "Flesberg",
    "Hjartdal",
    "Notodden",
    "Tinn",
}


@pytest.fixture(params=REGIONS)
def region(request, kristiansand, kongsberg):
    return {"kristiansandsregionen": kristiansand, "kongsbergregionen": kongsberg}[request.param]


def test_the_data_has_no_problem_and_no_warning(region):
    assert region.problems == ()


def test_nothing_is_unsourced(region):
    assert answered("unsourced", region.graph, "source relation target missing") == []


def test_no_name_in_the_data_is_unresolved(region):
    assert not (region.graph.nodes["subkind"] == "unresolved").any()


@pytest.mark.parametrize("name", REGIONS)
def test_there_is_no_telephone_number_and_no_address_to_write_to(name):
    for file in sorted((DATA / name).iterdir()):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"\S@\S+\.\S", text), file.name
        spaced = r"\b(?:\+47|0047)?\s?(?:\d{2} \d{2} \d{2} \d{2}|[49]\d{2} \d{2} \d{3})\b"
        assert not re.search(spaced, text), file.name
        assert not re.search(r"(?i)\b(?:tlf|telefon|phone|mobil)\b\W*\d", text), file.name


def documents() -> Path:
    """Where the source documents are at hand; else the test is skipped, with the reason."""
    named = os.environ.get("GRAPHTOOL_DOCUMENTS")
    place = Path(named) if named else ROOT.parent / "shared" / "documents"
    if not place.is_dir():
        pytest.skip(
            f"the source documents are not at hand: no folder {place.name}/ beside the"
            " checkout, and GRAPHTOOL_DOCUMENTS is not set"
        )
    return place


def test_every_quote_stands_in_its_line_of_its_document(region):
    place = documents()
    near = [place, *(p for p in (place.parent / "samples",) if p.is_dir())]
    found = quotes.check(region.cited, region.graph.documents, near)
    assert [problem.message for problem in found.problems] == []
    assert found.quotes > 150


def test_every_assertion_rests_on_a_document_that_is_listed(region):
    listed = set(region.graph.documents["id"])
    assert set(region.graph.edges["document"].astype(object)) <= listed


# Municipalities, counties and mergers


def municipalities(graph) -> set[str]:
    return set(graph.of_kind("Municipality")["name"])


def counties(graph) -> dict[str, str]:
    """Each municipality's county."""
    nodes, edges = graph.nodes, graph.related("PART_OF")
    county = (nodes["subkind"] == "county").to_numpy()
    rows = edges[county[edges["target"].to_numpy()]]
    names = nodes["name"]
    return dict(zip(names.take(rows["source"]), names.take(rows["target"]), strict=True))


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2015-06", {"Vest-Agder": 4, "Aust-Agder": 3}),
        ("2019-12-31", {"Vest-Agder": 4, "Aust-Agder": 3}),
        ("2020-01-01", {"Agder": 5}),
        ("2021", {"Agder": 5}),
        ("2024", {"Agder": 5}),
    ],
)
def test_counties_of_the_kristiansand_region(kristiansand, as_of, expected):
    assert Counter(counties(kristiansand.graph.as_of(as_of)).values()) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2015-06", {"Buskerud": 4, "Telemark": 3}),
        ("2021", {"Viken": 4, "Vestfold og Telemark": 3}),
        ("2024", {"Buskerud": 4, "Telemark": 3}),
    ],
)
def test_counties_of_the_kongsberg_region(kongsberg, as_of, expected):
    assert Counter(counties(kongsberg.graph.as_of(as_of)).values()) == expected


def test_the_county_lost_in_2020_and_won_back_in_2024_is_not_one_node(kongsberg):
    ids = set()
    for day in ("2015", "2024"):
        graph = kongsberg.graph.as_of(day)
        ids.add(graph.nodes["id"].iat[graph.position("Buskerud")])
    assert len(ids) == 2


def test_seven_municipalities_until_2019_and_five_after(kristiansand):
    assert municipalities(kristiansand.graph.as_of("2019")) == KRISTIANSAND_SEVEN
    assert municipalities(kristiansand.graph.as_of("2020")) == KRISTIANSAND_SEVEN - {
        "Songdalen",
        "Søgne",
    }
    kept = kristiansand.graph.as_of("2020", successors="keep")
    assert municipalities(kept) == KRISTIANSAND_SEVEN


def test_kongsbergregionens_seven_are_seven_all_along(kongsberg):
    for day in ("2015-06", "2021", "2024"):
        assert municipalities(kongsberg.graph.as_of(day)) == KONGSBERG_SEVEN


def test_what_the_merged_ones_were_part_of_is_kristiansands_after_the_merger(kristiansand):
    graph = kristiansand.graph.as_of("2020")
    carried = graph.edges[graph.edges["carried_from"] != ""]
    old = {"songdalen", "sogne"}
    assert old <= set(carried["carried_from"].astype(object))
    ends = set(carried["source"]) | set(carried["target"])
    assert graph.position("kristiansand") in ends


# Goals


def test_kongsbergs_twenty_goals_have_no_named_party(kongsberg):
    grades = Counter(row[0] for row in answered("orphaned-goals", kongsberg.graph, "grade"))
    assert grades == {"none": 14, "collective": 6}
    assert notes("orphaned-goals", kongsberg.graph).startswith("20 av 20 mål")


def test_kongsbergs_collective_goals_are_those_of_two_focus_areas(kongsberg):
    rows = answered("orphaned-goals", kongsberg.graph, "grade parties through")
    collective = {row[1:] for row in rows if row[0] == "collective"}
    assert {parties for parties, _ in collective} == {
        "Den enkelte kommune",
        "Alle aktører i samfunnet",
    }
    assert len(collective) == 2


@pytest.mark.parametrize("as_of", ["2010-08", "2015", "2021", "2024"])
def test_on_no_day_does_anybody_answer_for_them(kongsberg, as_of):
    grades = {row[0] for row in answered("orphaned-goals", kongsberg.graph, "grade", as_of=as_of)}
    assert grades <= {"none", "collective", "lapsed"}


def test_the_plans_that_would_settle_it_are_named(kongsberg, kristiansand):
    assert "Årlige handlingsplaner" in notes("orphaned-goals", kongsberg.graph)
    assert "Lokal tiltaksplan, Iveland" in notes("orphaned-goals", kristiansand.graph)


def test_no_goal_of_the_kristiansand_region_is_owned_by_anybody_named(kristiansand):
    rows = answered("orphaned-goals", kristiansand.graph, "grade", all=True)
    assert {grade for (grade,) in rows} <= {"none", "planned", "collective", "inherited"}


# Who works with whom


def test_at_municipality_level_all_seven_are_equal(region):
    answer = engine.run("centrality", region.graph, level="municipality")
    rows = answer.records()
    assert len(rows) == 7
    for measure in ("degree", "strength", "betweenness", "harmonic", "eigenvector"):
        assert {(row[f"{measure}_rank"], row[f"{measure}_ties"]) for row in rows} == {(1, 7)}
    assert {row["degree"] for row in rows} == {6}
    said = [note.en for note in answer.notes]
    assert said[0].startswith("7 parties, 21 ties of 21 possible (density 1.00)")
    assert not any(line.startswith("First by") for line in said)


def test_at_municipality_level_every_pair_works_equally_much_together(region):
    rows = answered("collaborations", region.graph, "weight", level="municipality")
    assert len(rows) == 21
    assert len(set(rows)) == 1


def test_the_business_networks_nine_members_come_from_eight_organisations(kristiansand):
    graph = kristiansand.graph
    network = graph.position("naeringsnettverket")
    members = graph.related("MEMBER_OF")
    people = set(members["source"][members["target"] == network])
    assert len(people) == 9
    affiliated = graph.related("AFFILIATED_WITH")
    organisations = set(affiliated["target"][affiliated["source"].isin(people)])
    assert len(organisations) == 8
    assert set(graph.nodes["name"].take(sorted(organisations))) == {
        *KRISTIANSAND_SEVEN,
        "Knutepunkt Sørlandet",
    }


def test_the_hub_by_either_of_its_names_is_one_node(kristiansand):
    graph = kristiansand.graph
    assert graph.position("Node Sørlandet") == graph.position("Knutepunkt Sørlandet")


# What hangs on what


@pytest.mark.parametrize("as_of", [None, "2015-06", "2021", "2024"])
def test_in_one_region_no_municipality_depends_on_another(kongsberg, as_of):
    answer = engine.run("municipal-dependencies", kongsberg.graph, as_of=as_of)
    assert answer.records() == []
    assert answer.notes[0].nb.startswith("Ingen kilde sier noe som gjør en kommune avhengig")


def test_what_its_plan_takes_for_granted_is_told_though_it_names_no_municipality(kongsberg):
    said = notes("municipal-dependencies", kongsberg.graph)
    assert "«Strategiplan for Kongsbergregionsamarbeidet 2010-2021» av Kongsbergregionen" in said
    for end in (
        "Kommunene (sagt som fakta)",
        "Den enkelte kommune (sagt som fakta)",
        "Kongsbergregionen (utledet)",
    ):
        assert f"«Utvikling innen reiseliv» av {end}" in said


SIX = [name for name in KRISTIANSAND_SEVEN if name != "Kristiansand"]


@pytest.mark.parametrize(
    ("needed", "modality", "cited", "way"),
    [
        (
            "plan-strategisk-naeringsplan",
            "derived",
            ("byregionprogrammet", 3),
            "—ADOPTED→ Strategisk næringsplan for Kristiansandsregionen ←RESPONSIBLE_FOR— Business"
            " Region Kristiansand ←HOSTS— Kristiansand",
        ),
        (
            "kristiansands-internasjonale-nettverk",
            "planned",
            ("business-region", 26),
            "—MEMBER_OF→ Kristiansands internasjonale nettverk ←HOSTS— Kristiansand",
        ),
        (
            "naeringsnettverket",
            "derived",
            ("naeringsnettverket", 7),
            "—MEMBER_OF→ Næringsnettverket ←LEADS— Lukas Wedemeyer —AFFILIATED_WITH→ Kristiansand",
        ),
    ],
)
def test_the_six_others_depend_on_what_kristiansand_hosts_leads_and_answers_for(
    kristiansand, needed, modality, cited, way
):
    columns = "name needed kind modality document line path"
    rows = answered("municipal-dependencies", kristiansand.graph, columns, to="Kristiansand")
    found = [row for row in rows if row[1] == needed]
    assert sorted(row[0] for row in found) == sorted(SIX)
    assert {row[2:6] for row in found} == {("hosted", modality, *cited)}
    assert all(row[-1].endswith(way) for row in found)


def test_the_spin_off_goal_that_the_region_supports_depends_on_venneslas_data_centre(kristiansand):
    columns = "name through kind status modality"
    rows = answered(
        "municipal-dependencies", kristiansand.graph, columns, to="vennesla", kind="stated"
    )
    assert sorted(row[0] for row in rows) == sorted(set(KRISTIANSAND_SEVEN) - {"Vennesla"})
    assert {row[1:] for row in rows} == {
        (
            "Få ut spin-off-effektar frå datalagringssenteret til andre forretningsområde"
            " → Grønt datalagringssenter i Vennesla",
            "stated",
            "pending",
            "planned",
        )
    }


def test_the_plan_that_kristiansand_follows_up_is_carried_out_by_the_others_own(kristiansand):
    rows = answered(
        "municipal-dependencies",
        kristiansand.graph,
        "name depends_on_name modality",
        kind="carried out",
    )
    assert sorted(rows) == [("Kristiansand", name, "derived") for name in sorted(SIX)]


def test_the_note_names_what_the_municipalities_share(kristiansand, kongsberg):
    said = notes("municipal-dependencies", kristiansand.graph)
    assert "Næringsnettverket (7 kommuner, ledet av Lukas Wedemeyer)" in said
    assert "Kristiansand for Business Region Kristiansand" in said
    assert "(7 kommuner)" in notes("municipal-dependencies", kongsberg.graph)


def test_the_goal_of_the_data_centre_hangs_on_the_centre_and_its_fibre(kristiansand):
    chains = [row[0] for row in answered("dependencies", kristiansand.graph, "chain")]
    assert any("Grønt datalagringssenter i Vennesla" in chain for chain in chains)
    longest = max(answered("dependencies", kristiansand.graph, "steps chain"))
    assert longest[0] == 3
    assert longest[1].count(" → ") == 3


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_note_is_said_in_every_language(region, language):
    for name in ("orphaned-goals", "owners", "collaborations", "centrality", "dependencies"):
        for note in engine.run(name, region.graph).notes:
            said = getattr(note, language)
            assert said.strip()
            assert "{" not in said


# What an answer for a day owes to what has no date


@pytest.mark.combined
@pytest.mark.parametrize("as_of", ["1950", "2014", "2015", "2017", "2020", "2024"])
@pytest.mark.parametrize(
    "name",
    ["dependencies", "municipal-dependencies", "owners", "orphaned-goals", "orphaned-measures"],
)
def test_every_answer_for_a_day_says_how_much_of_it_is_undated(region, name, as_of):
    graph = region.graph
    answer = engine.run(name, graph, as_of=as_of)
    then = graph.as_of(as_of, successors=answer.options["successors"])
    edges = then.related(*answer.query.relations(answer.options))
    undated = int(((edges["valid_from"] == "") & (edges["valid_to"] == "")).sum())
    if len(edges):
        said = answer.notes[-1].en
        assert said.startswith(f"The answer is read from {len(edges)} assertion")
        assert f"{undated} of them undated" in said or undated == len(edges)


def test_the_data_centres_status_in_2020_is_said_to_be_as_old_as_its_sources(kristiansand):
    said = notes("dependencies", kristiansand.graph, as_of="2020")
    assert "Status for 6 av 7 er fra 2016; om den fortsatt gjaldt 2020, sier ingen kilde." in said
    assert "Status for 1 av 7 står i kilder uten dato; om den gjaldt 2020, er ukjent." in said
    plan = ("plan-omradeplan-datalagring", "pending", "2016")
    rows = answered("direct-dependencies", kristiansand.graph, "dependee status status_said")
    assert plan in rows
    assert "Status" not in notes("dependencies", kristiansand.graph)


def test_without_a_day_the_two_merged_municipalities_are_said_to_be_no_more(kristiansand):
    said = notes("municipal-dependencies", kristiansand.graph, "nn")
    for name in ("Søgne", "Songdalen"):
        merged = f"{name} (til 2019-12-31, etterfølgd av Kristiansand frå 2020-01-01)"
        assert merged in said
        assert name not in notes("municipal-dependencies", kristiansand.graph, "nn", as_of="2024")


def test_the_third_sub_goal_is_to_be_coordinated_by_the_network_and_answered_for_by_nobody(
    kristiansand,
):
    rows = answered("orphaned-goals", kristiansand.graph, "goal grade coordinators coordination")
    assert ("goal-3-delmal-3", "none", "Næringsnettverket", "planned") in rows
    assert [row[2] for row in rows if row[2]] == ["Næringsnettverket"]


def test_through_the_plan_the_business_region_answers_beside_the_groups_and_the_planned_network(
    kristiansand,
):
    rows = answered("owners", kristiansand.graph, "item party grade", inherit="plan")
    joint = {row[1:] for row in rows if row[0] == "measure-fellestiltaka"}
    assert ("business-region-kristiansand", "inherited") in joint
    assert ("naeringsnettverket", "planned") in joint
    assert ("group-alle-kommunane", "collective") in joint


def test_no_chain_of_the_regions_is_cut_and_none_runs_in_a_circle(region):
    rows = answered("dependencies", region.graph, "dependent dependee goes_on", steps=9)
    assert all(one != other and goes_on is None for one, other, goes_on in rows)


# How it is said


def rows_of(region, relation, source=None, target=None) -> list[tuple[str, str, str, str]]:
    """`(source, target, modality, document:line)` of every assertion of a relation."""
    nodes, found = region.graph.nodes["id"], []
    for row in region.graph.related(relation).itertuples():
        ends = nodes.iat[row.source], nodes.iat[row.target]
        if source in (None, ends[0]) and target in (None, ends[1]):
            found.append((*ends, str(row.modality), f"{row.document}:{row.line}"))
    return found


def test_what_is_derived_says_how_and_what_is_stated_is_not_derived(region):
    for row in region.graph.edges.itertuples():
        is_derived = row.modality == "derived"
        assert is_derived == ("utledet" in str(row.note).casefold()), row.note


def test_what_a_source_says_of_the_seven_together_is_derived_for_each(kristiansand, kongsberg):
    seven = set(kristiansand.graph.of_kind("Municipality")["id"])
    said = rows_of(kristiansand, "ADOPTED") + [
        row
        for row in rows_of(kristiansand, "PARTICIPATES_IN")
        if row[0] in seven and row[3] == "naeringsnettverket:15"
    ]
    assert Counter(row[0] for row in said) == dict.fromkeys(seven, 3)
    assert {modality for _, _, modality, _ in said} == {"derived"}
    members = rows_of(kongsberg, "MEMBER_OF")
    assert [modality for _, _, modality, _ in members] == ["derived"] * 7


def test_the_six_that_are_named_as_partners_are_stated_to_take_part(kristiansand):
    rows = rows_of(kristiansand, "PARTICIPATES_IN", target="byregionprogrammet")
    named = {row[0] for row in rows if row[2] == "stated" and row[0] != "kristiansandsregionen"}
    assert named == {"vennesla", "songdalen", "birkenes", "iveland", "lillesand", "sogne"}


def test_kristiansand_is_the_applicant(kristiansand):
    assert rows_of(kristiansand, "APPLIED_FOR") == [
        ("kristiansand", "byregionprogrammet", "stated", "byregionprogrammet:49"),
        ("kristiansand", "byregionprogrammet", "stated", "samarbeid:14"),
    ]


def test_thirteen_persons_and_a_position_that_names_nobody(kristiansand):
    subkind = kristiansand.graph.nodes["subkind"].astype(str)
    assert Counter(subkind)["person"] == 13
    assert kristiansand.graph.nodes["name"][subkind == "position"].tolist()[:1] == [
        "Samfunnsrådgjevar i Birkenes kommune"
    ]


def test_the_ties_of_smartskog_and_wedemeyer_cite_every_line_that_says_them(kristiansand):
    tie = rows_of(kristiansand, "SUPPORTS", "naeringsnettverket", "initiativ-smartskog")
    assert {line for _, _, _, line in tie} == {"samarbeid:50", "samarbeid:83"}
    his = rows_of(kristiansand, "AFFILIATED_WITH", "person-lukas-wedemeyer")
    assert {line for _, _, _, line in his} == {"samarbeid:31", "naeringsnettverket:7"}


def test_a_dependency_is_stated_only_where_the_sentence_says_one(kristiansand, kongsberg):
    """No page on Kristiansand has such a word; the plan for Kongsberg has «forutsetter»."""
    assert {row[2] for row in rows_of(kristiansand, "DEPENDS_ON")} == {"derived"}
    rows = rows_of(kongsberg, "DEPENDS_ON")
    assert {row[3] for row in rows} == {f"strategiplan:{n}" for n in (97, 128, 163, 331)}
    edges = kongsberg.graph.related("DEPENDS_ON")
    for quote, modality in zip(edges["quote"], edges["modality"], strict=True):
        if modality == "stated":
            assert "forutsette" in quote
    assert [row[:3] for row in rows if row[2] == "stated"] == [
        ("plan-2010-2021", "kongsbergregionen", "stated"),
        ("plan-2010-2021", "plan-prosjekt-og-programplaner", "stated"),
        ("so1.s1", "gruppe-den-enkelte-kommune", "stated"),
        ("so1.s1", "gruppe-kommunene", "stated"),
    ]


def test_the_others_are_only_to_be_let_into_kristiansands_network(kristiansand):
    rows = rows_of(kristiansand, "MEMBER_OF", target="kristiansands-internasjonale-nettverk")
    assert len(rows) == 6
    assert {modality for _, _, modality, _ in rows} == {"planned"}
    assert rows_of(kristiansand, "HOSTS", target="kristiansands-internasjonale-nettverk") == [
        ("kristiansand", "kristiansands-internasjonale-nettverk", "derived", "business-region:26")
    ]


def test_the_needs_that_the_analysis_points_to(kristiansand):
    assert {row[0] for row in rows_of(kristiansand, "PART_OF", target="plan-samfunnsanalysen")} == {
        "need-kompetanse",
        "need-innovasjon",
        "need-attraktivitet",
        "need-konkurranseevne",
    }
    assert {row[2] for row in rows_of(kristiansand, "ADDRESSES")} == {"derived", "planned"}
