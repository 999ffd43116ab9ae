"""What a deck says, compared with answers worked out by hand."""

from __future__ import annotations

import pytest

from graphtool.errors import GraphtoolError
from graphtool.graph import PlanGraph
from graphtool.slides.build import build
from graphtool.slides.deck import Drawing, Lanes, Points, Table
from graphtool.slides.writing.file import written
from tests.drawing import drawn
from tests.slides import graphs
from tests.slides.reading import words


def titles(graph: PlanGraph, **options) -> list[str]:
    return [slide.title for slide in build(graph, **options).slides]


def the_chain(graph: PlanGraph) -> Drawing:
    return next(s.body for s in build(graph).slides if isinstance(s.body, Drawing))


def ties(drawing: Drawing) -> set[tuple[str, str, bool]]:
    labels = [box.label for box in drawing.boxes]
    return {(labels[tie.source], labels[tie.target], tie.is_firm) for tie in drawing.ties}


def test_each_title_is_a_finding():
    assert titles(graphs.answered()) == [
        "svart",
        "Kort sagt: det eneste målet står uten noen som svarer for det",
        "Det eneste målet står uten noen som svarer for det",
        "Ingen svarer for «Flere i arbeid»",
        "Alle de 8 påstandene mangler dokument, linje eller sitat",
    ]


def test_data_that_nobody_gave_a_name_have_a_title_too():
    unnamed = PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": "Vekst"}])
    deck = build(unnamed, language="nn")
    assert (deck.title, deck.slides[0].title) == ("Dataa", "Dataa")


def test_the_chain_runs_from_the_plan_to_who_answers():
    assert ties(the_chain(graphs.answered())) == {
        ("Planen", "Flere i arbeid", True),
        ("Flere i arbeid", "Målet selv", True),
        *(("Flere i arbeid", f"Tiltak {n}", True) for n in range(4)),
        ("Målet selv", "Ingen", False),
        ("Tiltak 0", "Vennesla", True),
        ("Tiltak 1", "Vennesla", False),  # only planned
        ("Tiltak 2", "Ola Nordmann", True),
        ("Tiltak 3", "Ingen", False),
    }


def test_of_forty_levels_the_nearest_three_are_drawn_and_the_rest_is_said():
    slide = next(s for s in build(graphs.chain_of_forty()).slides if isinstance(s.body, Drawing))
    # Mål 0 to 39 are alike; the chain is that of the first, with three of the 39 above it.
    assert [box.label for box in slide.body.boxes[:4]] == ["Mål 3", "Mål 2", "Mål 1", "Mål 0"]
    assert "36 nivåer over er utelatt" in slide.caption


def test_of_more_who_answer_than_have_room_one_box_stands_for_the_rest():
    graph = PlanGraph.from_tables(
        [
            {"id": "g", "kind": "Goal", "name": "Rent vann"},
            {"id": "m", "kind": "Measure", "name": "Nytt rør"},
            *({"id": f"l{n}", "kind": "Actor", "name": f"Lag {n:02}"} for n in range(20)),
        ],
        [
            {"source": "m", "relation": "PART_OF", "target": "g"},
            *({"source": f"l{n}", "relation": "RESPONSIBLE_FOR", "target": "m"} for n in range(20)),
        ],
    )
    deck = build(graph, language="nb")
    slide = next(
        s for s in deck.slides if isinstance(s.body, Drawing) and "Tiltak" in s.body.headings
    )
    assert isinstance(slide.body, Drawing)
    boxes = [box.label for box in slide.body.boxes]
    assert "10 andre parter" in boxes
    assert sum(box.startswith("Lag") for box in boxes) == 10
    assert len(ties(slide.body)) == 2 + 1 + 10 + 1  # below the goal, to nobody, to each box
    assert [name for name in slide.notes if name.startswith("Lag")] == [
        f"Lag {n:02}" for n in range(20) if f"Lag {n:02}" not in boxes
    ]


def test_what_has_no_room_in_a_table_is_in_the_notes():
    rows = [{"id": f"g{n:02}", "kind": "Goal", "name": f"Mål {n:02}"} for n in range(11)]
    slide = next(s for s in build(PlanGraph.from_tables(rows)).slides if isinstance(s.body, Table))
    assert [row[0] for row in slide.body.rows] == [f"Mål {n:02}" for n in range(8)]
    assert slide.caption == "Viser 8 av 11; de andre står i notatene."
    assert all(any(f"Mål {n:02}" in line for line in slide.notes) for n in (8, 9, 10))


def test_municipalities_that_take_part_in_the_same_stand_in_one_box():
    names = ["Bygland", "Evje", "Iveland", "Valle", "Vegårshei", "Åmli"]
    nodes = [{"id": name, "kind": "Municipality", "name": name} for name in names]
    nodes += [
        {"id": f"n{n}", "kind": "Actor", "subkind": "network", "name": f"Nett {n}"} for n in "ab"
    ]
    edges = [
        {"source": name, "relation": "MEMBER_OF", "target": net}
        for name in names
        for net in ("na", "nb")
    ]
    drawing = the_chain(PlanGraph.from_tables(nodes, edges))
    all_six = "6 kommuner: Bygland, Evje, Iveland, Valle, Vegårshei og Åmli"
    assert ties(drawing) == {
        (all_six, "Nett a (6 parter er med)", True),
        (all_six, "Nett b (6 parter er med)", True),
    }


def test_dependencies_across_borders_are_lanes_and_a_matrix():
    slides = build(graphs.across_borders()).slides
    lanes = next(s.body for s in slides if isinstance(s.body, Lanes))
    assert lanes.lanes == ("Birkenes", "Iveland", "Vennesla")
    boxes = [(lanes.lanes[box.lane], box.label) for box in lanes.boxes]
    assert {(boxes[tie.source], boxes[tie.target], tie.is_firm) for tie in lanes.ties} == {
        (("Birkenes", "Birkenes"), ("Vennesla", "Vannverket"), True),
        (("Iveland", "Iveland"), ("Vennesla", "Vannverket"), True),
        (("Iveland", "Næringsparken"), ("Birkenes", "Ny vei til næringsparken"), False),
    }
    drawn = next(s for s in slides if isinstance(s.body, Lanes))
    assert drawn.caption.endswith("Ett par som trenger det samme hos en tredje, står i notatene.")
    table = next(s for s in slides if isinstance(s.body, Table))
    assert table.title == "2 av 3 kommuner er avhengige av en annen"
    assert table.caption.endswith("Også det som bare er planlagt eller ønsket, er talt med.")
    matrix = table.body
    # Birkenes and Iveland need the same waterworks of Vennesla's: so each depends on the other.
    headings = [column.heading for column in matrix.columns]
    assert headings == ["Kommune", "Birkenes", "Iveland", "Vennesla"]
    assert matrix.rows == (("Birkenes", "", "1", "1"), ("Iveland", "2", "", "1"))


def test_of_one_municipality_that_depends_on_another_it_is_said_as_of_one():
    nodes = [{"id": n, "kind": "Municipality", "name": n} for n in ("Evje", "Valle")]
    edge = {"source": "Evje", "relation": "DEPENDS_ON", "target": "Valle"}
    said = titles(PlanGraph.from_tables(nodes, [edge]))
    assert "Én av 2 kommuner er avhengig av en annen" in said


def test_a_company_that_municipalities_own_together_is_among_what_they_share():
    """One that a single municipality owns is not."""
    graph = drawn("""
        Municipality Dal
        Municipality Fjell
        Municipality Nes
        Actor havn name=Fjordhavn
        Actor brann name=Brannvesenet
        Actor råd name=Vannrådet subkind=network
        Dal OWNS havn
        Fjell OWNS havn
        Dal OWNS brann
        Dal MEMBER_OF råd
        Nes MEMBER_OF råd
        Fjell MEMBER_OF råd
    """)
    shared = next(
        slide.body
        for slide in build(graph).slides
        if isinstance(slide.body, Table) and slide.body.columns[0].heading == "Det kommunene deler"
    )
    assert [row[:3] for row in shared.rows] == [
        ("Vannrådet", "alle 3", "Dal, Fjell og Nes"),
        ("Fjordhavn (eies sammen)", "2", "Dal og Fjell"),
    ]


def test_without_dependencies_the_slide_says_why_and_what_is_shared(kongsberg):
    slide = next(s for s in build(kongsberg.graph).slides if "avhengig" in s.title)
    assert slide.title == "Ingen kilde sier at en av kommunene er avhengig av en annen"
    assert isinstance(slide.body, Table)
    assert [row[:2] for row in slide.body.rows] == [("Regionrådet for Kongsbergregionen", "alle 7")]


def test_every_finding_is_on_the_slide_of_findings(kristiansand):
    from graphtool.findings import findings

    points = build(kristiansand.graph).slides[1].body
    assert isinstance(points, Points)
    said = {sentence for theme in points.themes for sentence in theme.sentences}
    assert said == {found.text.nb for found in findings(kristiansand.graph)}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Ingen svarer for «Flere i arbeid»"),
        ("nn", "Ingen svarer for «Flere i arbeid»"),
        ("en", "Nobody answers for “Flere i arbeid”"),
    ],
)
def test_a_deck_is_in_the_language_asked_for(language, said):
    assert said in titles(graphs.answered(), language=language)


def test_a_person_who_is_not_to_be_shown_is_named_nowhere():
    shown, hidden = (
        words(written(build(graphs.answered(), hide_persons=hide))) for hide in (False, True)
    )
    assert "Ola Nordmanns sak" in shown
    assert "Nordmann" not in hidden
    assert "[navn utelatt]" in hidden


def test_a_deck_is_of_its_day():
    goals = [
        {"id": "a", "kind": "Goal", "name": "Gammelt", "valid_to": "2015"},
        {"id": "b", "kind": "Goal", "name": "Nytt", "valid_from": "2016"},
    ]
    deck = build(PlanGraph.from_tables(goals), as_of="2020")
    said = words(written(deck))
    assert "Nytt" in said
    assert "Gammelt" not in said
    assert "slik det var 2020" in deck.footer


def test_a_query_asked_for_is_a_slide_of_its_rows():
    (slide,) = build(graphs.answered(), queries=["orphaned-measures"]).slides
    said = "2 av 4 tiltak har ingen navngitt part som svarer direkte for dem"
    assert slide.title == f"{said}: bare planlagt 1, ingen 1"
    assert isinstance(slide.body, Table)
    assert slide.body.columns[0].heading == "Navn"
    assert [row[0] for row in slide.body.rows] == ["Tiltak 1", "Tiltak 3"]


def test_a_query_without_rows_makes_no_slide():
    with pytest.raises(GraphtoolError, match="cut-points has no rows for a slide"):
        build(graphs.one_goal(), queries=["cut-points"])


def test_the_notes_hold_the_quotes(kongsberg):
    slide = next(s for s in build(kongsberg.graph).slides if s.title.startswith("6 av 20 mål"))
    assert any(
        "selv om den enkelte kommune fortsatt vil ha hovedansvaret" in line for line in slide.notes
    )
