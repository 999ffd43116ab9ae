"""What several answer for at once, and the sheet of who is what to each goal and measure."""

from __future__ import annotations

import json

import openpyxl
import pytest
from click.testing import CliRunner

from graphtool import engine, formats
from graphtool.cli import group
from graphtool.errors import GraphtoolError
from graphtool.queries import find
from tests.drawing import answered, drawn, notes

RIVALS = """
    Municipality v name=Vennesla
    Municipality i name=Iveland
    Actor as subkind=company name="Vekst AS"
    Actor kari subkind=person name=Kari
    kari AFFILIATED_WITH v
    v OWNS as
"""


@pytest.mark.parametrize(
    ("said", "reasons"),
    [
        ("v OWNS g\ni OWNS g", "several-own"),
        ("v RESPONSIBLE_FOR g\ni RESPONSIBLE_FOR g", "several-answer"),
        ("v OWNS g\ni RESPONSIBLE_FOR g", "across-borders"),
        ("v OWNS g\ni OWNS g\ni RESPONSIBLE_FOR g", "several-own"),
        ("v OWNS g\nas RESPONSIBLE_FOR g", None),
        ("v RESPONSIBLE_FOR g\nkari RESPONSIBLE_FOR g", None),
        ("kari OWNS g\ni RESPONSIBLE_FOR g", "across-borders"),
        ("v OWNS g\ni OWNS g modality=planned", None),
    ],
)
def test_a_goal_is_contested_between_two_who_are_not_one(said, reasons):
    rows = answered("contested", drawn(f"{RIVALS}\nGoal g\n{said}"), "reasons")
    assert set(rows) == ({(reasons,)} if reasons else set())


def test_every_party_is_shown_with_its_evidence_and_whom_it_counts_for():
    graph = drawn(f"""{RIVALS}
        Goal g
        kari OWNS g document=plan line=7
        i RESPONSIBLE_FOR g document=referat line=2
    """)
    columns = "relation party organisations municipalities document line"
    assert answered("contested", graph, columns) == [
        ("OWNS", "kari", "Vennesla", "Vennesla", "plan", 7),
        ("RESPONSIBLE_FOR", "i", None, "Iveland", "referat", 2),
    ]
    assert notes("contested", graph, kind=("Goal", "Measure")) == (
        "Det eneste målet har uavklart ansvar: eier og ansvarlig i ulike kommuner."
    )


def test_what_is_to_be_owned_counts_only_where_that_is_asked_for():
    graph = drawn(f"{RIVALS}\nGoal g\nv OWNS g\ni OWNS g modality=planned")
    assert len(answered("contested", graph, "party", planned=True)) == 2
    assert notes("contested", graph, "en", kind=("Goal", "Measure")) == (
        "The only goal has no more than one named owner nor more than one named party to answer for"
        " it, nor its owner and who answers for it in different municipalities."
    )


def test_where_there_is_nothing_to_own_that_is_said():
    assert (
        notes("contested", drawn("Municipality v"), kind=("Goal", "Measure"))
        == "Ingen mål eller tiltak i dataene."
    )


SHEET = """
    Municipality v name=Vennesla
    Municipality i name=Iveland
    Actor fond name=Ågefondet
    FocusArea f name=Kunnskap
    Goal g name=Lære
    Measure m name=Les
    Measure n name=Øv
    g PART_OF f
    v OWNS g
    v RESPONSIBLE_FOR g
    i SUPPORTS g modality=planned
    fond FUNDS m
    i COORDINATES m
    i RESPONSIBLE_FOR f
"""


def test_every_role_is_a_row_with_its_letter_and_a_lonely_measure_one_without():
    assert answered("responsibility-matrix", drawn(SHEET), "item party letter") == [
        ("g", "i", "s"),
        ("g", "v", "A"),
        ("g", "v", "O"),
        ("m", "i", "C"),
        ("m", "fond", "F"),
        ("n", None, None),
    ]


def test_what_is_inherited_stands_in_brackets():
    graph = drawn("FocusArea f name=F\nGoal g\nMunicipality v\ng PART_OF f\nv RESPONSIBLE_FOR f")
    asked = {"inherit": "focus-area"}
    assert answered("responsibility-matrix", graph, "letter through", **asked) == [("(A)", "F")]


def test_a_name_is_a_row_and_a_party_a_column_in_norwegian_order():
    sheet = engine.run("responsibility-matrix", drawn(SHEET)).as_matrix()
    assert [field.column.label.nb for field in sheet.query.fields][2:] == [
        "Iveland",
        "Vennesla",
        "Ågefondet",
    ]
    assert [list(record.values()) for record in sheet.records()] == [
        ["g", "Lære", "s", "A; O", None],
        ["m", "Les", "C", None, "F"],
        ["n", "Øv", None, None, None],
    ]


def test_the_sheet_says_how_many_have_none_one_and_several_who_answer():
    assert notes("responsibility-matrix", drawn(SHEET)).splitlines()[1] == (
        "Etter det som er sagt som fakta eller utledet, har 2 av 3 mål og tiltak verken eier eller"
        " ansvarlig, 1 har én, 0 har flere."
    )


def test_that_some_have_nobody_is_said_with_that_nothing_was_inherited():
    # Iveland answers for the area that the goal is part of, which is not asked for by itself.
    graph = drawn("FocusArea f\nGoal g\nMunicipality i\ng PART_OF f\ni RESPONSIBLE_FOR f")
    said = notes("responsibility-matrix", graph).splitlines()[1:]
    assert said == [
        "Det eneste målet har verken eier eller ansvarlig, etter det som er sagt som fakta eller"
        " utledet.",
        "Arvet ansvar er ikke regnet med; inherit tar det med.",
    ]
    inherited = notes("responsibility-matrix", graph, inherit="focus-area").splitlines()[1:]
    assert inherited == [
        "Det eneste målet har én eier eller ansvarlig, etter det som er sagt som fakta eller"
        " utledet."
    ]
    everybody = drawn("Goal g\nMunicipality i\ni RESPONSIBLE_FOR g")
    assert "Arvet ansvar" not in notes("responsibility-matrix", everybody)


def test_a_group_that_names_nobody_is_not_counted_as_somebody_in_silence():
    """Alle owns Lære and with an unknown name Les; Øv has Vennesla beside the group."""
    alle = """
        Municipality v name=Vennesla
        Actor alle name=Alle subkind=group
        Goal g name=Lære
        alle OWNS g
    """
    several = """
        Actor x name=Rådet subkind=unresolved
        Goal h name=Les
        Goal i name=Øv
        x RESPONSIBLE_FOR h
        alle OWNS i
        v RESPONSIBLE_FOR i
    """
    said = notes("responsibility-matrix", drawn(alle + several), "en").splitlines()
    assert said[1:] == [
        "Of 3 goals and measures, as stated or derived: nobody owns or answers for 0, one party"
        " does for 2, several do for 1.",
        "For 2 of these that is only an unnamed group or an unresolved name.",
    ]
    said = notes("responsibility-matrix", drawn(alle), "nn").splitlines()
    assert said[-1] == "Det er berre ei gruppe utan namn eller eit uavklart namn."


def test_the_letters_are_explained_as_they_are_read():
    letter = find("responsibility-matrix").fields[5].column
    for lang, owns, coordinates in (("nb", "E", "K"), ("nn", "E", "K"), ("en", "O", "C")):
        words = letter.meaning.in_(lang)
        assert words.startswith(f"{owns} ")
        assert f", {coordinates} " in words


def test_a_matrix_is_written_to_the_terminal_markdown_and_excel(tmp_path):
    source = tmp_path / "plan"
    formats.write(drawn(SHEET), source)
    book = tmp_path / "ansvar.xlsx"
    asked = ["query", "responsibility-matrix", str(source), "--matrix"]
    assert CliRunner().invoke(group, [*asked, "-o", str(book)]).exit_code == 0
    rows = list(openpyxl.load_workbook(book).worksheets[0].values)
    assert rows[0][-3:] == ("Iveland", "Vennesla", "Ågefondet")
    assert rows[1][-3:] == ("s", "A; E", None)
    markdown = CliRunner().invoke(group, [*asked, "--format", "md"]).stdout
    assert "Les | K |  | F |" in markdown
    table = CliRunner().invoke(group, asked).stdout
    assert "Ågefondet" in table
    as_json = CliRunner().invoke(group, [*asked, "--format", "json"]).stdout
    assert json.loads(as_json)["rows"][1]["fond"] == "F"


def test_a_query_of_no_matrix_takes_no_such_option():
    with pytest.raises(GraphtoolError, match="owners is no matrix"):
        engine.run("owners", drawn(SHEET)).as_matrix()


def test_what_somebody_only_funds_still_inherits_who_answers():
    graph = drawn(f"""{RIVALS}
        Goal g
        Measure m
        m PART_OF g
        v RESPONSIBLE_FOR g
        i FUNDS m
    """)
    asked = {"inherit": "focus-area", "kind": ("Measure",)}
    assert answered("responsibility-matrix", graph, "item party letter through", **asked) == [
        ("m", "i", "F", None),
        ("m", "v", "(A)", "g"),
    ]
    assert notes("responsibility-matrix", graph, **asked).splitlines()[1] == (
        "Det eneste tiltaket har én eier eller ansvarlig, etter det som er sagt som fakta eller"
        " utledet."
    )


def test_how_many_are_contested_for_which_reason_is_told_in_sentences():
    """Two own Lære; Vennesla owns Les and Iveland answers for it; Øv is Vennesla's alone."""
    graph = drawn(f"""{RIVALS}
        Goal lære
        Goal les
        Goal øv
        v OWNS lære
        i OWNS lære
        v OWNS les
        i RESPONSIBLE_FOR les
        v OWNS øv
    """)
    said = {lang: notes("contested", graph, lang, kind=("Goal",)) for lang in ("nb", "nn", "en")}
    assert said == {
        "nb": "Hos 2 av 3 mål må ansvaret avklares: 1 har flere eiere; 1 har eier i én kommune og"
        " ansvarlig i en annen.",
        "nn": "Hos 2 av 3 mål må ansvaret avklarast: 1 har fleire eigarar; 1 har eigar i éin"
        " kommune og ansvarleg i ein annan.",
        "en": "With 2 of 3 goals it has to be settled who answers: 1 with several owners; 1 with"
        " an owner in one municipality and who answers for it in another.",
    }


def test_of_the_only_goal_the_reasons_are_told_without_a_number():
    graph = drawn(f"{RIVALS}\nGoal g\nv OWNS g\ni OWNS g\ni RESPONSIBLE_FOR g")
    assert notes("contested", graph, kind=("Goal",)) == (
        "Det eneste målet har uavklart ansvar: flere eiere."
    )
