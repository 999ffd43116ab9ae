"""What of any kind nobody answers for, and who owns plans, projects and resources."""

from __future__ import annotations

from tests.drawing import answered, drawn, notes

REGION = """
    Municipality v name=Vennesla
    Actor brk name="Business Region"
    Programme prog name=Byregionprogrammet
    Project vekst name=Vekst
    Plan plan name=Næringsplan
    Resource senter name=Datasenteret
    Resource avtale name=Kraftavtalen
    v OWNS plan
    brk RESPONSIBLE_FOR prog
    vekst PART_OF prog
    v OWNS avtale modality=planned
"""


def test_nobody_owns_the_data_centre_and_the_agreement_is_only_to_be_owned():
    graph = drawn(REGION)
    assert answered("orphans", graph, "kind name grade parties", kind=("Resource",)) == [
        ("Resource", "Kraftavtalen", "planned", "Vennesla"),
        ("Resource", "Datasenteret", "none", None),
    ]


def test_a_project_inherits_from_its_programme_only_where_that_is_asked_for():
    graph = drawn(REGION)
    asked = {"kind": ("Project",)}
    assert answered("orphans", graph, "item grade through", **asked) == [("vekst", "none", None)]
    assert answered("orphans", graph, "item grade through", inherit="plan", **asked) == [
        ("vekst", "inherited", "Byregionprogrammet")
    ]


def test_every_kind_that_there_is_has_its_sentence_and_no_other():
    said = notes("orphans", drawn(REGION)).splitlines()
    assert said == [
        "Det eneste programmet har en navngitt part som svarer for det.",
        "Det eneste prosjektet har ingen navngitt part som svarer direkte for det, og heller ingen"
        " annen.",
        "Den eneste planen har en navngitt part som svarer for den.",
        "2 av 2 ressurser har ingen navngitt part som svarer direkte for dem:"
        " bare planlagt 1, ingen 1.",
    ]


def test_who_at_least_leads_what_nobody_answers_for_is_named():
    graph = drawn("""
        Actor tina subkind=person name=Tina
        Actor ola subkind=person name=Ola
        Project p name=Prosjektet
        Project q name=Planlagt
        Project r name=Eid
        tina LEADS p modality=derived
        ola LEADS p modality=planned
        ola LEADS q modality=planned
        ola LEADS r
        ola OWNS r
    """)
    assert notes("orphans", graph).splitlines()[1:] == [
        "Ledes i det minste, eller skal ledes: «Prosjektet» (Ola og Tina, utledet); «Planlagt»"
        " (Ola, planlagt)."
    ]
    assert "Ledes" not in notes("orphans", graph, kind=("Goal",))


def test_where_all_is_answered_for_that_is_said_and_what_a_successor_carries():
    graph = drawn("""
        Municipality v name=Vennesla valid_to=2019-12-31
        Municipality ny name=Nye
        Plan plan name=Næringsplan
        v SUCCEEDED_BY ny valid_from=2020-01-01
        v OWNS plan
    """)
    said = notes("orphans", graph, as_of="2021", kind=("Plan",)).splitlines()
    assert said[0] == "Den eneste planen har en navngitt part som svarer for den."
    assert "Nye" in said[1]


def test_where_none_of_the_kinds_is_there_that_is_said():
    graph = drawn("Municipality v")
    assert notes("orphans", graph, "en", kind=("Goal", "Resource")) == (
        "No goals or resources in the data."
    )


def test_goals_are_graded_among_orphans_as_among_orphaned_goals():
    graph = drawn("""
        FocusArea f
        Goal g
        Goal h
        Municipality v
        Actor alle subkind=group
        g PART_OF f
        v RESPONSIBLE_FOR f
        alle OWNS h
    """)
    every = {"all": True}
    assert answered("orphans", graph, "item grade", kind=("Goal",), **every) == answered(
        "orphaned-goals", graph, "goal grade", **every
    )


def test_owners_of_plans_and_resources_are_asked_by_their_kind():
    graph = drawn(REGION)
    assert answered("owners", graph, "item kind party", kind=("Plan", "Resource")) == [
        ("avtale", "Resource", "v"),
        ("plan", "Plan", "v"),
        ("senter", "Resource", None),
    ]
    assert notes("owners", graph, "nn", kind=("Plan", "Resource")) == (
        "Av 3 planar og ressursar, rekna etter det beste som blir sagt:"
        " har ansvarleg 1, berre planlagt 1, ingen 1."
    )
