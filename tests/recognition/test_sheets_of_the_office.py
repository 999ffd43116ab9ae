"""Workbooks as municipalities, councils and business networks keep them, and what a reader sees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graphtool import formats
from graphtool.errors import SourceNotFound
from graphtool.formats import Reading
from graphtool.graph import PlanGraph
from tests.recognition.test_shapes import edges, facts, kept

pytestmark = pytest.mark.usefixtures("english")


def read(path: Path, *rows: list[Any], title: str = "Ark1") -> Reading:
    return formats.read(kept(path / "m.xlsx", **{title: [*rows]}))


def named(graph: PlanGraph, *kinds: str) -> list[str]:
    return sorted(name for kind in kinds for name in graph.of_kind(kind)["name"])


def said(reading: Reading) -> list[str]:
    return [str(problem) for problem in reading.problems]


def left(reading: Reading) -> list[tuple[int, str]]:
    tables = [one for count in reading.intake for one in count.understood]
    return [(row, str(why)) for table in tables for row, _, why in table.left]


def test_a_partnership_agreement_has_its_parties_and_who_represents_them(tmp_path: Path) -> None:
    heads = ["Avtalepart", "Representert ved", "Bidrag (kr)", "Avtaleperiode"]
    rows = [heads, ["LO Agder", "Agnes Norgaard", 500, "2025-2027"], ["Sum", None, 500]]
    graph = read(tmp_path, ["Partnerskapsavtale"], *rows).graph
    assert edges(graph, "AFFILIATED_WITH") == {"LO Agder": ["Agnes Norgaard"]}
    kinds = dict(zip(graph.nodes["name"], graph.nodes["subkind"], strict=True))
    assert kinds["Agnes Norgaard"] == "person"


@pytest.mark.parametrize(
    "head",
    ["Ansvarleg eining", "Ansvarlig etat", "Tiltaksansvarlig", "Utføres av", "KVEN HAR ANSVARET"],
)
def test_who_is_responsible_stands_under_many_headings(tmp_path: Path, head: str) -> None:
    graph = read(tmp_path, ["Tiltak", head], ["Ladestasjonar", "Nore Energi AS"]).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Ladestasjonar": ["Nore Energi AS"]}


def test_a_column_that_may_say_who_is_responsible_is_asked_about(tmp_path: Path) -> None:
    reading = read(tmp_path, ["Tiltak", "Ansvarlig seksjon i etaten"], ["Vei", "Drift"])
    assert said(reading) == [
        "Ark1:1: Ansvarlig seksjon i etaten: the column is kept as a fact, and ties nobody to"
        " anything; if it holds responsible, say so with check --columns"
        ' "Ansvarlig seksjon i etaten=responsible"'
    ]
    assert said(read(tmp_path, ["Tiltak", "Ansvarsområde"], ["Vei", "Drift"])) == []
    assert said(read(tmp_path, ["Tiltak", "Ansvar", "Ansvar i kr"], ["Vei", "Tinn", "5"])) == []


def test_sums_and_the_financing_below_are_no_projects(tmp_path: Path) -> None:
    rows = [
        ["Prosjekt", "Budsjett 2025", "Budsjett 2026"],
        ["Ny skole", "12 000", "45 000"],
        ["Sum investeringer", "12 000", "45 000"],
        ["Finansiering"],
        ["Lån", "-12 000", "-45 000"],
    ]
    reading = read(tmp_path, *rows)
    assert named(reading.graph, "Project") == ["Ny skole"]
    assert left(reading) == [(3, "total"), (4, "below the table"), (5, "below the table")]
    titled = [["Tiltak", "Ansvarlig"], ["Total forsvarsøvelse", "Tinn"], ["Finansiering", "Tinn"]]
    assert len(named(read(tmp_path, *titled).graph, "Measure")) == 2


def test_a_stakeholder_analysis_has_stakeholders_and_no_strategies(tmp_path: Path) -> None:
    heads = ["Interessent", "Interesse (1-5)", "Innflytelse (1-5)", "Strategi"]
    graph = read(tmp_path, heads, ["Kongsberg Gruppen", 5, 4, "Involvere tett"]).graph
    assert list(graph.nodes["name"]) == ["Kongsberg Gruppen"]
    assert facts(graph, "Strategi") == {"Kongsberg Gruppen": "Involvere tett"}


def test_minutes_have_what_is_followed_up_and_by_whom(tmp_path: Path) -> None:
    rows = [
        ["Sak", "Tittel", "Vedtak", "Oppfølging", "Frist"],
        ["12/25", "Godkjenning av innkalling", "Godkjent"],
        ["13/25", "Buss i Numedal", "Uttalelse", "Daglig leder", "15.04.2025"],
        ["14/25", "Eventuelt"],
    ]
    reading = read(tmp_path, *rows)
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Buss i Numedal": ["Daglig leder"]}
    assert named(reading.graph, "Measure") == ["Buss i Numedal"]
    assert left(reading) == [(2, "item of every agenda"), (4, "item of every agenda")]


def test_projects_depend_on_each_other_by_the_numbers_that_they_have(tmp_path: Path) -> None:
    heads = ["Prosjekt-ID", "Prosjektnavn", "Prosjektleder", "Avhengigheter"]
    rows = [["P01", "Portal", "Ola Berg", "P02"], ["P02", "Skytjeneste", "ikke utpekt", None]]
    graph = read(tmp_path, heads, *rows).graph
    assert edges(graph, "DEPENDS_ON") == {"Skytjeneste": ["Portal"]}
    assert edges(graph, "LEADS") == {"Portal": ["Ola Berg"]}


def test_a_hearing_has_those_who_spoke_and_what_about(tmp_path: Path) -> None:
    heads = ["Nr", "Avsender", "Tema", "Sammendrag av innspill"]
    graph = read(tmp_path, heads, [1, "Statens vegvesen", "Samferdsel", "Ber om gangvei"]).graph
    assert list(graph.nodes["name"]) == ["Statens vegvesen"]
    assert facts(graph, "Tema") == {"Statens vegvesen": "Samferdsel"}


def test_given_names_and_surnames_in_two_columns_are_persons_of_their_bodies(
    tmp_path: Path,
) -> None:
    heads = ["Fornavn", "Etternavn", "Stilling", "Kommune/organisasjon", "E-postadresse"]
    rows = [["Kari", "Hansen", "Næringssjef", "Tinn kommune", "k@tinn.no"]]
    graph = read(tmp_path, heads, *rows, ["Eva", "Li", None, "Numedalsutvikling", None]).graph
    assert edges(graph, "AFFILIATED_WITH") == {
        "Tinn": ["Kari Hansen"],
        "Numedalsutvikling": ["Eva Li"],
    }
    assert {f.property for some in graph.of_kind("Actor")["facts"] for f in some} == {"role"}


def test_an_address_of_mail_is_kept_under_no_heading(tmp_path: Path) -> None:
    graph = read(tmp_path, ["Tiltak", "Hvor"], ["Vei", "kari@tinn.no"], ["Bro", "Rjukan"]).graph
    assert facts(graph, "Hvor") == {"Bro": "Rjukan"}


def test_municipalities_across_agreements_are_in_those_that_they_are_marked_in(
    tmp_path: Path,
) -> None:
    heads = ["Samarbeid", "Vertskommune", "Kongsberg", "Flesberg", "Rollag"]
    rows = [["Legevakt", "Kongsberg", "V", "D", None], ["Barnevern", None, None, "x", "x"]]
    graph = read(tmp_path, heads, *rows).graph
    members = {"Legevakt": ["Flesberg"], "Barnevern": ["Flesberg", "Rollag"]}
    assert edges(graph, "MEMBER_OF") == members
    assert edges(graph, "HOSTS") == {"Legevakt": ["Kongsberg"]}
    assert named(graph, "Project", "Measure") == []


def test_statistics_are_of_municipalities_and_their_year_is_no_deadline(tmp_path: Path) -> None:
    heads = ["region", "funksjon", "år", "Beløp (1000 kr)"]
    graph = read(tmp_path, heads, ["3303 Kongsberg", "201 Førskole", "2023", "251"]).graph
    assert named(graph, "Municipality") == ["Kongsberg"]
    assert named(graph, "Region") == []
    assert facts(graph, "år") == {"Kongsberg": "2023"}
    assert facts(graph, "deadline") == {}


def test_a_survey_asks_in_whole_sentences(tmp_path: Path) -> None:
    heads = ["Tidsmerke", "Hvilken kommune representerer du?", "Navn på virksomhet"]
    heads.append("Hvem samarbeider dere med i dag? (flere valg mulig)")
    row = ["2025/03/04", "Kongsberg", "Krona AS", "Tinn kommune;USN"]
    graph = read(tmp_path, heads, row).graph
    assert edges(graph, "LOCATED_IN") == {"Kongsberg": ["Krona AS"]}
    ends = graph.related("COLLABORATES_WITH")
    names = graph.nodes["name"]
    pairs = {frozenset((names.iat[r.source], names.iat[r.target])) for r in ends.itertuples()}
    assert pairs == {frozenset(("Krona AS", "Tinn")), frozenset(("Krona AS", "USN"))}


def test_columns_of_a_data_model_are_called_behind_their_table(tmp_path: Path) -> None:
    rows = [
        "Plan[Tiltak],Plan[Mål],Enhet[Ansvarlig]",
        "Ny buss,Kollektiv,Brakar",
        "",
        "Applied filters:",
        "År is 2025",
    ]
    (tmp_path / "bi.csv").write_text("\n".join(rows), encoding="utf-8-sig")
    graph = formats.read(tmp_path / "bi.csv").graph
    assert named(graph, "Goal", "Measure") == ["Kollektiv", "Ny buss"]
    assert edges(graph, "RESPONSIBLE_FOR") == {"Ny buss": ["Brakar"]}


def test_two_tables_beside_each_other_say_nothing_of_each_other(tmp_path: Path) -> None:
    rows = [
        ["Tiltak", "Ansvarlig", None, "Organisasjon", "Kommune"],
        ["App", "Visit Numedal", None, "USN", "Kongsberg"],
        [None, None, None, "Kai AS", "Rollag"],
    ]
    reading = read(tmp_path, *rows)
    assert edges(reading.graph, "LOCATED_IN") == {"Kongsberg": ["USN"], "Rollag": ["Kai AS"]}
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"App": ["Visit Numedal"]}
    tables = [one for count in reading.intake for one in count.understood]
    assert [(one.shape, one.rows, one.nodes) for one in tables] == [
        ("plan", 1, 2),
        ("parties", 2, 4),
    ]


def test_three_tables_in_a_row_are_three(tmp_path: Path) -> None:
    heads = ["Tiltak", "Ansvarlig", None, "Tiltak", "Ansvarlig", None, "Aktør", "Rolle"]
    row = ["Vei", "Tinn", None, "Bro", "Rollag", None, "USN", "Forsker"]
    reading = read(tmp_path, heads, row)
    assert edges(reading.graph, "RESPONSIBLE_FOR") == {"Vei": ["Tinn"], "Bro": ["Rollag"]}
    assert edges(reading.graph, "PARTICIPATES_IN") == {}
    tables = [one for count in reading.intake for one in count.understood]
    assert [len(one.columns) for one in tables] == [2, 2, 2]


def test_an_empty_column_within_a_table_parts_nothing(tmp_path: Path) -> None:
    rows = [["Tiltak", "Ansvarlig", None, "Frist", "Kommune"], ["App", "USN", None, "2026", "Tinn"]]
    graph = read(tmp_path, *rows).graph
    assert facts(graph, "deadline") == {"App": "2026"}
    assert edges(graph, "LOCATED_IN") == {"Tinn": ["App"]}


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Statsforvalteren i Oslo og Viken", ["Statsforvalteren i Oslo og Viken"]),
        ("NHO Vestfold og Telemark, Tinn", ["NHO Vestfold og Telemark", "Tinn"]),
        ("Visit Nore og Uvdal og Rollag", ["Rollag", "Visit Nore og Uvdal"]),
        ("Næringssjef og ordfører", ["Næringssjef", "ordfører"]),
        ("NVE og kommunene", ["NVE", "kommunene"]),
        ("Brann og redning", ["Brann og redning"]),
        ("Voss herad, Ulvik herad", ["Ulvik", "Voss"]),
        ("Porsáŋggu gielda", ["Porsanger - Porsángu - Porsanki"]),
        ("Guovdageainnu suohkan - Kautokeino kommune", ["Guovdageaidnu - Kautokeino"]),
        ("Sámediggi/Sametinget", ["Sametinget"]),
        ("Avklares i rådet", []),
    ],
)
def test_names_that_hold_words_between_names(tmp_path: Path, cell: str, names: list[str]) -> None:
    reading = read(tmp_path, ["Tiltak", "Ansvarlig"], ["Vei", cell])
    assert edges(reading.graph, "RESPONSIBLE_FOR").get("Vei", []) == names
    assert said(reading) == []


def test_a_role_in_brackets_counts_before_that_of_the_heading(tmp_path: Path) -> None:
    cell = "USN (ansvar), Tinn (samarbeid); NAV i samarbeid med Bondelaget"
    graph = read(tmp_path, ["Tiltak", "Ansvar/samarbeid"], ["Vei", cell]).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Vei": ["NAV", "USN"]}
    assert edges(graph, "PARTICIPATES_IN") == {"Vei": ["Bondelaget", "Tinn"]}


def test_a_goal_may_begin_with_a_word_that_says_of_a_party_that_there_is_none(
    tmp_path: Path,
) -> None:
    graph = read(tmp_path, ["Mål", "Tiltak"], ["Ingen skal stå utenfor", "Kurs"]).graph
    assert named(graph, "Goal") == ["Ingen skal stå utenfor"]


def test_a_list_of_members_is_of_companies_and_not_of_where_they_are(tmp_path: Path) -> None:
    heads = ["Medlemsnr", "Bedriftsnavn", "Ansatte", "Medlem siden", "Kommune"]
    rows = [[1, "Kai, Per & Sønn AS", 12, 2019, "Flesberg"], ["Antall medlemmer:", 1]]
    reading = read(tmp_path, heads, *rows)
    assert edges(reading.graph, "LOCATED_IN") == {"Flesberg": ["Kai, Per & Sønn AS"]}
    assert left(reading) == [(3, "total")]


def test_of_a_sheet_that_is_not_understood_the_headings_are_shown_and_what_settles_them(
    tmp_path: Path,
) -> None:
    rows = [
        ["Møtebok for utvalget"],
        [],
        ["Punkt", "Gjelder", "Til oppfølging hos"],
        [1, "Vei", "Tinn"],
    ]
    path = kept(tmp_path / "m.xlsx", Ark1=rows)
    with pytest.raises(SourceNotFound) as refused:
        formats.read(path)
    assert "Ark1 (2 rows; Punkt, Gjelder, Til oppfølging hos)" in str(refused.value)
    assert '--header-row "Sheet1=5" --columns "Case=measure"' in str(refused.value)


@pytest.mark.parametrize("heads", [["Mål"], ["Satsingsområde", "Ansvarlig"]])
def test_what_is_called_as_a_part_of_a_budget_ends_no_list(
    tmp_path: Path, heads: list[str]
) -> None:
    rows = [[one] for one in ("Kompetanse", "Finansiering", "Samferdsel")]
    graph = read(tmp_path, heads, *rows).graph
    assert named(graph, "Goal", "FocusArea") == ["Finansiering", "Kompetanse", "Samferdsel"]


def test_a_sum_on_the_left_leaves_what_stands_beside_it(tmp_path: Path) -> None:
    heads = ["Mål", "Ansvarlig", None, "Tiltak", "Ansvarlig"]
    rows = [["Vekst", "Tinn", None, "Vei", "NAV"], ["Sum", None, None, "Bru", "USN"]]
    graph = read(tmp_path, heads, *rows).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Vekst": ["Tinn"], "Vei": ["NAV"], "Bru": ["USN"]}


def test_given_names_and_surnames_in_the_middle_part_no_table(tmp_path: Path) -> None:
    heads = ["Organisasjon", "Fornavn", "Etternavn", "Prosjekt", "Rolle"]
    graph = read(tmp_path, heads, ["USN", "Kari", "Nordmann", "Ladenett", "deltaker"]).graph
    assert "Kari Nordmann" in named(graph, "Actor")
    assert named(graph, "Project") == ["Ladenett"]


def test_names_that_somebody_says_are_not_to_be_read_are_not(tmp_path: Path) -> None:
    path = kept(
        tmp_path / "m.xlsx",
        Ark1=[["Organisasjon", "Fornavn", "Etternavn"], ["USN", "Kari", "Nordmann"]],
    )
    formats.settle(path, {"columns": {"Fornavn": "not read", "Etternavn": "not read"}})
    assert named(formats.read(path).graph, "Actor") == ["USN"]


def test_figures_of_municipalities_by_quarter_are_no_annual_wheel(tmp_path: Path) -> None:
    rows = [["1. kvartal", "Tinn", 5600], ["2. kvartal", "Rollag", 1400]]
    graph = read(tmp_path, ["Kvartal", "Kommune", "Innbyggere"], *rows).graph
    assert named(graph, "Measure") == []
    assert named(graph, "Municipality") == ["Rollag", "Tinn"]


def test_years_over_a_municipalitys_figures_are_no_deadline_of_it(tmp_path: Path) -> None:
    graph = read(tmp_path, ["Kommune", "2015", "2020"], ["Tinn", 5900, "ca. 6000"]).graph
    assert "deadline" not in facts(graph, "Tinn")


def test_a_matrix_that_is_read_asks_nothing_of_its_columns(tmp_path: Path) -> None:
    rows = [["Vei", "x", None], ["Bru", None, "x"]]
    reading = read(tmp_path, ["Tiltak", "Samarbeidsrådet", "Næringsforeningen"], *rows)
    assert edges(reading.graph, "PARTICIPATES_IN")
    assert said(reading) == []


def test_a_bracket_that_is_no_heading_hides_none(tmp_path: Path) -> None:
    graph = read(tmp_path, ["Tiltak[Obligatorisk]", "Ansvarlig[Navn]"], ["Vei", "Drift AS"]).graph
    assert edges(graph, "RESPONSIBLE_FOR") == {"Vei": ["Drift AS"]}
