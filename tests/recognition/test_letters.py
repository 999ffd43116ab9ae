"""Letters and words in the cells of a matrix, and what the sheet or a person says they mean."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from graphtool.errors import GraphtoolError
from graphtool.formats import Reading
from graphtool.language import Language
from graphtool.recognition import meanings
from tests.recognition.test_shapes import edges, facts, kept
from tests.recognition.test_sheets_of_the_office import left, named, read, said

pytestmark = pytest.mark.usefixtures("english")

HEAD = ["Tiltak", "Tinn", "Vinje", "Telemark Vekst AS"]
ROWS = [["Fiber", "H", "M", "F"], ["Turistvei", "M", "H", "B"]]
BELOW = [
    [["H = Hovedansvarlig"], ["M = Medansvarlig"], ["F = Finansierer"], ["B = Bidrar"]],
    [["H: Hovudansvar; M: Medansvar; F: Finansiering; B: Bidreg"]],
    [
        ["Forklaring:"],
        ["H", "Hovedansvar"],
        ["M", "Medansvar"],
        ["F", "Finansiør"],
        ["B", "Bidrar"],
    ],
    [["(H) – Hovedansvarlig\n(M) – Medansvarlig\n(F) – Finansierer\n(B) – Bidrar"]],
]


def is_understood(reading: Reading) -> None:
    graph = reading.graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Fiber": ["Tinn"], "Turistvei": ["Vinje"]}
    assert edges(graph, "PARTICIPATES_IN") == {
        "Fiber": ["Vinje"],
        "Turistvei": ["Telemark Vekst AS", "Tinn"],
    }
    assert edges(graph, "FUNDS") == {"Fiber": ["Telemark Vekst AS"]}
    assert named(graph, "Measure") == ["Fiber", "Turistvei"]
    assert reading.problems == ()


@pytest.mark.parametrize("legend", BELOW)
def test_letters_mean_what_the_legend_below_the_table_says(
    tmp_path: Path, legend: list[list[Any]]
) -> None:
    reading = read(tmp_path, HEAD, *ROWS, [], *legend)
    is_understood(reading)
    assert {why for _, why in left(reading)} <= {"what the letters mean", "below the table"}


def test_a_legend_beside_the_table_is_none_of_its_rows(tmp_path: Path) -> None:
    beside = ["H: Hovedansvarlig", "M: Medansvarlig", "F: Finansierer", "B: Bidrar"]
    rows = [[*row, None, text] for row, text in zip(ROWS, beside, strict=False)]
    rest = [[None] * 5 + [text] for text in beside[2:]]
    reading = read(tmp_path, [*HEAD, None, "Forklaring"], *rows, *rest)
    is_understood(reading)
    assert facts(reading.graph, "note") == {}


def test_a_legend_above_a_list_of_parties_makes_a_matrix_of_it(tmp_path: Path) -> None:
    rows = [
        ["Roller i tiltakene: A=ansvarlig, D=deltaker, F=finansiør"],
        ["Aktør", "Felles plan", "Ladestasjoner"],
        ["Flesberg kommune", "D", "A"],
        ["Innovasjon Norge", None, "F"],
    ]
    graph = read(tmp_path, *rows).graph
    assert edges(graph, "FUNDS") == {"Ladestasjoner": ["Innovasjon Norge"]}
    assert edges(graph, "PARTICIPATES_IN") == {"Felles plan": ["Flesberg"]}


def test_what_letters_of_no_legend_mean_is_a_guess_that_is_told_and_settled(tmp_path: Path) -> None:
    rows = [["Tiltak", "Tinn", "Vinje"], ["Fiber", "A", "K"], ["Turistvei", "D", "A"]]
    path = kept(tmp_path / "m.xlsx", Ark1=rows)
    assert said(formats.read(path)) == [
        "Ark1:1: the letters are read as A = responsible, D = participants, K = participants;"
        ' write a legend on the sheet, as "A = responsible, D = participants, K = participants",'
        ' or say so with check --mark "A=responsible"'
    ]
    formats.settle(path, {"marks": {"A": "eier", "d": "ikke lest", "K": "koordinator"}})
    reading = formats.read(path)
    assert edges(reading.graph, "OWNS") == {"Fiber": ["Tinn"], "Turistvei": ["Vinje"]}
    assert edges(reading.graph, "COORDINATES") == {"Fiber": ["Vinje"]}
    assert edges(reading.graph, "PARTICIPATES_IN") == {}
    assert reading.problems == ()
    with pytest.raises(GraphtoolError, match="'Frist' is no role"):
        formats.settle(path, {"marks": {"A": "Frist"}})


def test_the_letters_of_raci_with_support_are_no_guess(tmp_path: Path) -> None:
    rows = [["Aktivitet", "Daglig leder", "Styret", "USN"], ["Søknad", "R", "A", "S"]]
    reading = read(tmp_path, *rows, ["Rapport", "A/R", "I", "C"])
    assert edges(reading.graph, "SUPPORTS") == {"Søknad": ["USN"]}
    assert edges(reading.graph, "PARTICIPATES_IN") == {
        "Rapport": ["USN"],
        "Søknad": ["Daglig leder"],  # the board answers for it
    }
    assert reading.problems == ()
    (table,) = (one for count in reading.intake for one in count.understood)
    assert dict(table.marks) == {
        "A": "responsible",
        "C": "participants",
        "I": "not read",
        "R": "participants",
        "S": "supporters",
    }


def test_a_letter_that_its_legend_does_not_explain_is_told_and_not_read(tmp_path: Path) -> None:
    rows = [["Tiltak", "Tinn", "Vinje"], ["Fiber", "A", "D"], ["Kurs", "Q", "A"], ["Vei", "D", "D"]]
    reading = read(tmp_path, *rows, ["A = Ansvarlig, D = Deltar"])
    assert said(reading) == ["Ark1:3: 'Q' is left out: is no mark that is known, under Tinn"]


def test_parts_may_be_written_out(tmp_path: Path) -> None:
    head = ["Tiltak", "Luster", "Sogndal", "Årdal"]
    rows = [["Felles IKT", "Ansvarleg", "Deltek", "Nei"], ["PPT", "Informert", "Støttar", "Deltek"]]
    graph = read(tmp_path, head, *rows).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Felles IKT": ["Luster"]}
    assert edges(graph, "PARTICIPATES_IN") == {"Felles IKT": ["Sogndal"], "PPT": ["Årdal"]}
    assert edges(graph, "SUPPORTS") == {"PPT": ["Sogndal"]}


def test_a_meeting_whose_marks_are_not_all_known_is_one_all_the_same(tmp_path: Path) -> None:
    head = ["Navn", "Organisasjon", "15.01.2025", "12.03.2025", "14.05.2025"]
    rows = [["Kari Hansen", "Tinn kommune", "X", "X", "forfall"]]
    rows += [["Ola Berg", "NHO", "X", None, "X"], ["Eva Lie", "NHO", None, "X", "(x)"]]
    reading = read(tmp_path, head, *rows, title="Oppmøte")
    assert edges(reading.graph, "PARTICIPATES_IN")["Oppmøte 2025-05-14"] == ["Ola Berg"]
    assert edges(reading.graph, "AFFILIATED_WITH") == {
        "Tinn": ["Kari Hansen"],
        "NHO": ["Eva Lie", "Ola Berg"],
    }
    assert len(reading.problems) == 1


GOALS = {
    "A: Samarbeid på tvers av kommuner": "Fiber",
    "B: Støtte til gründere": "Fond",
    "C: Økt bosetting": "Bolig",
    "D: Finansiering": "Buss",
}


@pytest.mark.parametrize("has_own_rows", [False, True])
def test_goals_that_are_lettered_are_goals_and_no_legend(
    tmp_path: Path, has_own_rows: bool
) -> None:
    rows: list[list[Any]] = []
    for goal, measure in GOALS.items():
        rows += [[goal], [None, measure, "Tinn"]] if has_own_rows else [[goal, measure, "Tinn"]]
    graph = read(tmp_path, ["Delmål", "Tiltak", "Ansvarlig"], *rows).graph
    assert edges(graph, "PART_OF") == {goal: [measure] for goal, measure in GOALS.items()}


def test_measures_that_are_lettered_are_measures_and_no_legend(tmp_path: Path) -> None:
    rows = [["A - Samarbeid om skole"], ["B - Støtte til gründere"]]
    graph = read(tmp_path, ["Tiltak", "Ansvarlig"], *rows).graph
    assert named(graph, "Measure") == ["A - Samarbeid om skole", "B - Støtte til gründere"]


@pytest.mark.parametrize("last", ["Frist", "Avhenger av"])
def test_letters_beside_measures_are_their_codes_and_no_legend(tmp_path: Path, last: str) -> None:
    rows = [["A", "Samarbeid om skole"], ["B", "Støtte", None], ["C", "Vei", "A"], ["D", "Bru"]]
    graph = read(tmp_path, ["Kode", "Tiltak", last], *rows).graph
    assert named(graph, "Measure") == ["Bru", "Samarbeid om skole", "Støtte", "Vei"]


def test_lettered_goals_are_goals_where_letters_stand_for_priorities_too(tmp_path: Path) -> None:
    rows = [["A: Samarbeid", "Fiber", "A"], ["B: Støtte", "Fond", "B"], ["C: Finansiering"]]
    graph = read(tmp_path, ["Delmål", "Tiltak", "Prioritet"], *rows).graph
    assert named(graph, "Goal") == ["A: Samarbeid", "B: Støtte", "C: Finansiering"]


def test_a_legend_right_below_lettered_measures_explains_their_marks(tmp_path: Path) -> None:
    rows = [["H: Samarbeid", "H", "M"], ["M: Støtte", "M", "H"], ["H: Hovedansvar, M: Medansvar"]]
    reading = read(tmp_path, ["Tiltak", "Tinn", "Vinje"], *rows)
    assert named(reading.graph, "Measure") == ["H: Samarbeid", "M: Støtte"]
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {
        "H: Samarbeid": ["Tinn"],
        "M: Støtte": ["Vinje"],
    }
    assert reading.problems == ()


def test_a_letter_that_no_cell_holds_is_explained_with_the_others(tmp_path: Path) -> None:
    legend = [["H: Hovedansvar"], ["M: Medansvar"], ["F: Finansierer"]]
    rows = [["Fiber", "H", "M"], ["Vei", "M", "H"], []]
    reading = read(tmp_path, ["Tiltak", "Tinn", "Vinje"], *rows, *legend)
    assert named(reading.graph, "Measure") == ["Fiber", "Vei"]
    assert [row for row, _ in left(reading)] == [5, 6, 7]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("letters", ["IK", "SK", "AD", "AV"])
def test_a_legend_as_the_warning_asks_for_it_settles_the_warning(
    tmp_path: Path, letters: str, language: Language
) -> None:
    one, other = letters
    rows = [["Tiltak", "Tinn", "Vinje"], ["Fiber", one, other], ["Vei", other, one]]
    asked = read(tmp_path, *rows)
    (problem,) = asked.problems
    told = problem.message.in_(language).split(";")[0]
    (legend,) = re.findall(rf"{min(letters)} = .+", told)
    for below in ([[legend]], [[], *([part] for part in legend.split(", "))]):
        reading = read(tmp_path, *rows, *below)
        assert reading.problems == ()
        assert named(reading.graph, "Measure") == ["Fiber", "Vei"]
        assert reading.graph.edges["relation"].tolist() == asked.graph.edges["relation"].tolist()


@pytest.mark.parametrize("role", ["ansvarlig", "ansvarleg", "responsible"])
def test_a_legend_of_letters_that_are_not_understood_settles_that(
    tmp_path: Path, role: str
) -> None:
    rows = [["Tiltak", "Tinn", "Vinje"], ["Fiber", "Q", "Q"], ["Vei", "Q", None]]
    assert [problem.rule for problem in read(tmp_path, *rows).problems] == ["unread-marks"]
    reading = read(tmp_path, *rows, [f"Q = {role}"])
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Fiber": ["Tinn", "Vinje"], "Vei": ["Tinn"]}
    assert reading.problems == ()


@pytest.mark.parametrize(
    "role", ["owner", "responsible", "coordinator", "leader", "host", "participants", "funders"]
)
def test_a_legend_may_say_each_role_as_check_calls_it(tmp_path: Path, role: str) -> None:
    for name in meanings.label(role):
        rows = [["Prosjekt", "Tinn", "Vinje"], ["Fiber", "Q", "Q"], ["Vei", "Q", None]]
        reading = read(tmp_path, *rows, [f"Q = {name}"])
        (table,) = (one for count in reading.intake for one in count.understood)
        assert dict(table.marks) == {"Q": role}


def test_letters_explained_in_one_cell_without_signs_between_are_each_explained(
    tmp_path: Path,
) -> None:
    rows = [["Tiltak", "Tinn", "Vinje"], ["Fiber", "A", "H"], ["Vei", "I", "A"]]
    reading = read(tmp_path, *rows, ["A: Ansvarlig   H: Høres   I: Informeres"])
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Fiber": ["Tinn"], "Vei": ["Vinje"]}
    assert edges(reading.graph, "PARTICIPATES_IN") == {"Fiber": ["Vinje"]}
    assert named(reading.graph, "Measure") == ["Fiber", "Vei"]


def test_a_matrix_of_pairs_that_was_read_is_no_question(tmp_path: Path) -> None:
    rows = [["Samarbeid", "Tinn", "Vinje", "Seljord"], ["Tinn", None, "x", None]]
    reading = read(tmp_path, *rows, ["Vinje", "x", None, "x"], ["Seljord", None, "x", None])
    assert edges(reading.graph, "COLLABORATES_WITH") == {"Vinje": ["Seljord", "Tinn"]}
    assert reading.problems == ()


def test_ratings_below_municipalities_are_no_letters_of_roles(tmp_path: Path) -> None:
    rows = [["Tiltak", "Tinn", "Vinje"], ["Fiber", "H", "M"], ["Vei", "L", "H"]]
    assert read(tmp_path, *rows).problems == ()
    rows[2][1] = "M"
    assert [problem.rule for problem in read(tmp_path, *rows).problems] == ["unread-marks"]


def test_a_legend_between_the_headings_and_the_rows_is_no_measure(tmp_path: Path) -> None:
    rows = [["Tiltak", "Tinn", "Vinje"], ["A = Ansvarlig, D = Deltar"], ["Fiber", "A", "D"]]
    reading = read(tmp_path, *rows, ["Vei", "D", "A"])
    assert named(reading.graph, "Measure") == ["Fiber", "Vei"]
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("title", "legend"),
    [
        ("Roller", [["Bokstav", "Betydning"], ["H", "Hovedansvar"], ["M", "Medansvar"]]),
        ("Ark2", [["H = Hovedansvarlig"], ["M = Medansvarlig"]]),
        ("Tegnforklaring", [["H", "Hovedansvar"], ["M", "Medansvar"]]),
        ("Ark2", [["Forklaring"], ["H: Hovedansvar; M: Medansvar"]]),
    ],
)
def test_a_legend_on_a_sheet_of_its_own_counts_for_its_file(
    tmp_path: Path, title: str, legend: list[list[Any]]
) -> None:
    said_so = [*legend, ["F = Finansierer"] if len(legend[-1]) == 1 else ["F", "Finansierer"]]
    said_so.append(["B = Bidrar"] if len(legend[-1]) == 1 else ["B", "Bidrar"])
    path = kept(tmp_path / "m.xlsx", Ark1=[HEAD, *ROWS], **{title: said_so})
    reading = formats.read(path)
    is_understood(reading)
    tables = [table for count in reading.intake for table in count.understood]
    assert [(table.sheet, table.shape) for table in tables] == [
        ("Ark1", "matrix"),
        (title, "letters"),
    ]
    assert ("H", "responsible") in tables[1].marks


def test_the_legend_of_the_sheet_itself_counts_before_that_of_another(tmp_path: Path) -> None:
    rows = [["Tiltak", "Tinn", "Vinje"], ["Fiber", "A", "A"]]
    path = kept(
        tmp_path / "m.xlsx",
        Ark1=[*rows, [], ["A = Deltar"]],
        Ark2=[["Bokstav", "Betydning"], ["A", "Ansvarlig"]],
    )
    assert edges(formats.read(path).graph, "PARTICIPATES_IN") == {"Fiber": ["Tinn", "Vinje"]}


def test_a_list_of_lettered_goals_is_no_legend(tmp_path: Path) -> None:
    path = kept(
        tmp_path / "m.xlsx", Mål=[["Kode", "Mål"], ["A", "Trygge veier"]], Ark1=[HEAD, *ROWS]
    )
    assert named(formats.read(path).graph, "Goal") == ["Trygge veier"]


def test_a_letter_that_two_files_explain_differently_is_told_and_not_read(tmp_path: Path) -> None:
    files = {
        "plan": "Tiltak;Tinn;Vinje\nSti;A;K\nBru;K;A",
        "en": "Bokstav;Betydning\nA;Ansvarlig\nK;Konsulteres",
        "to": "Bokstav;Betydning\nA;Ansvarlig\nK;Koordinerer",
    }
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(f"{text}\n", encoding="utf-8")
    reading = formats.read(tmp_path)
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Sti": ["Tinn"], "Bru": ["Vinje"]}
    assert edges(reading.graph, "PARTICIPATES_IN") == edges(reading.graph, "COORDINATES") == {}
    assert sorted(problem.rule for problem in reading.problems) == [
        "explained-twice",
        "row-left",
        "row-left",
    ]
    formats.settle(tmp_path, {"marks": {"K": "deltakere"}})
    graph = formats.read(tmp_path).graph
    assert edges(graph, "PARTICIPATES_IN") == {"Sti": ["Vinje"], "Bru": ["Tinn"]}
