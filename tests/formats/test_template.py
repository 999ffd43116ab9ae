"""The workbook to fill in: what it looks like, what is read of it, that nothing is lost in it."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from graphtool import formats, schema
from graphtool.cli import group
from graphtool.errors import SourceNotFound
from graphtool.formats import Reading, template
from graphtool.formats.template import layout
from graphtool.graph import PlanGraph, interchange
from graphtool.language import LANGUAGES, Language
from graphtool.recognition import meanings, wording
from tests.office import saved_again
from tests.strategies import EXAMPLES, plan_graphs

Cells = dict[str, str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.xlsx"


def headings(sheet: Any) -> dict[str, int]:
    return {cell.value: cell.column for cell in sheet[1] if cell.value}


def fill(path: Path, **sheets: list[Cells]) -> Path:
    """Adds rows below those that are there, as somebody types them."""
    book = openpyxl.load_workbook(path)
    for name, rows in sheets.items():
        sheet = book[name]
        places = headings(sheet)
        last = max((c.row for c in sheet["A"] if c.value), default=1)
        for at, row in enumerate(rows, start=last + 1):
            for heading, text in row.items():
                sheet.cell(at, places[heading], text)
    book.save(path)
    return path


def edit(path: Path, change: Callable[[openpyxl.Workbook], object]) -> Reading:
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return formats.read(path)


def said(reading: Reading) -> list[str]:
    return [f"{p.severity}: {p}" for p in reading.problems]


def edges(graph: PlanGraph) -> set[tuple[str, str, str]]:
    return {(e["source"], e["relation"], e["target"]) for e in interchange.named_ends(graph)}


def everything(graph: PlanGraph) -> Iterator[tuple[str, str]]:
    """Every node, assertion and fact as text, to be compared."""
    for node in interchange.records(graph.nodes):
        facts = node.pop("facts", ())
        yield "node", str(node)
        yield from (("fact", f"{node['id']} {fact}") for fact in facts)
    yield from (("edge", str(edge)) for edge in interchange.named_ends(graph))


def changes(before: PlanGraph, after: PlanGraph) -> tuple[Counter[str], Counter[str]]:
    """How many nodes, assertions and facts were taken away, and how many were added."""
    one, other = Counter(everything(before)), Counter(everything(after))
    return Counter(w for w, _ in one - other), Counter(w for w, _ in other - one)


REGION = PlanGraph.from_tables(
    [
        {"id": "kb", "kind": "Municipality", "name": "Kongsberg"},
        {"id": "ro", "kind": "Municipality", "name": "Rollag"},
        {"id": "ki", "kind": "Actor", "name": "Kongsberg Innovasjon", "subkind": "company"},
        {"id": "g1", "kind": "Goal", "name": "Vekst", "document": "hp", "line": 4},
        {"id": "t1", "kind": "Measure", "name": "Etablererkurs"},
        {"id": "t2", "kind": "Measure", "name": "Fond"},
    ],
    [
        {"source": "t1", "relation": "PART_OF", "target": "g1"},
        {"source": "t2", "relation": "PART_OF", "target": "g1"},
        {"source": "t1", "relation": "DEPENDS_ON", "target": "t2", "status": "pending"},
        {
            "source": "ki",
            "relation": "RESPONSIBLE_FOR",
            "target": "t1",
            "document": "hp",
            "line": 9,
            "quote": "KI har ansvaret",
            "valid_from": "2025",
        },
        {"source": "kb", "relation": "RESPONSIBLE_FOR", "target": "t2", "modality": "planned"},
        {"source": "kb", "relation": "COLLABORATES_WITH", "target": "ro"},
    ],
    [{"id": "hp", "title": "Handlingsplan"}],
    [{"node": "t1", "property": "deadline", "value": "2026-06-30", "document": "hp", "line": 9}],
    name="plan",
)
"""Two municipalities, a company, a goal and two measures, with all that can be said of them."""


def there_and_back(graph: PlanGraph, language: Language) -> PlanGraph:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "region.xlsx"
        return formats.read(template.write(path, language, graph)).graph


@EXAMPLES
@given(graph=plan_graphs(), language=st.sampled_from(LANGUAGES))
def test_any_graph_comes_back_equal(graph: PlanGraph, language: Language) -> None:
    assert there_and_back(graph, language) == graph


def test_both_regions_come_back_equal_and_nothing_is_said_of_them(
    kongsberg: Reading, kristiansand: Reading, path: Path
) -> None:
    languages: tuple[Language, ...] = ("nb", "en")
    for graph, language in zip((kongsberg.graph, kristiansand.graph), languages, strict=True):
        reading = formats.read(template.write(path, language, graph))
        assert reading.graph == graph
        assert said(reading) == []


def test_the_same_graph_gives_the_same_bytes(path: Path) -> None:
    again = path.with_name("again.xlsx")
    assert template.write(path, "nb", REGION).read_bytes() == (
        template.write(again, "nb", REGION).read_bytes()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_and_words_mean_one_thing_in_every_language(language: Language) -> None:
    for sheet in (*(kind.file for kind in schema.KINDS.values()), *layout.TABLES):
        columns = layout.columns(sheet)
        for column in columns:
            assert layout.meant(column.heading.in_(language), sheet) == column
        shown = [column.heading.in_(language) for column in columns]
        assert len(set(map(wording.key, shown))) == len(shown), sheet
    titles = [layout.title(sheet).in_(language) for sheet in (*layout.TABLES, *layout.FURNITURE)]
    titles += [layout.title(kind.file).in_(language) for kind in schema.KINDS.values()]
    assert len(set(titles)) == len(titles)


def test_a_relation_has_its_column_at_an_end_that_it_has() -> None:
    for name, relation in schema.RELATIONS.items():
        column = layout.relation_column(name)
        if column:
            ends = relation.sources if column.end == "source" else relation.targets
            assert set(layout.table()["relations"][name]["new"]) <= ends
            assert any(layout.other_ends(column, kind) for kind in ends)


def test_the_empty_workbook_has_plain_sheets_and_an_example_in_each(path: Path) -> None:
    template.write(path, "nb")
    book = openpyxl.load_workbook(path)
    shown = [sheet.title for sheet in book if sheet.sheet_state == "visible"]
    assert shown == [
        "Hjelp",
        "Om",
        "Kommuner",
        "Aktører",
        "Planer",
        "Mål",
        "Tiltak",
        "Sammenhenger",
        "Kilder",
    ]
    columns = list(headings(book["Tiltak"]))
    assert columns[:9] == [
        "Navn",
        "Ansvarlig",
        "Eier",
        "Samarbeidspartnere",
        "Finansieres av",
        "Del av",
        "Avhenger av",
        "Frist",
        "Status",
    ]
    assert all(str(book[name]["A2"].value).startswith("Eksempel: ") for name in shown[2:])
    hidden = book["Tiltak"].column_dimensions[openpyxl.utils.get_column_letter(len(columns) - 1)]
    assert hidden.hidden


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_empty_workbook_is_no_answer_but_says_so(path: Path, language: Language) -> None:
    template.write(path, language)
    with pytest.raises(SourceNotFound, match="no row is filled in yet"):
        formats.understood(path)
    _, problems, intake = formats.examine(path)
    assert [p.rule for p in problems] == ["nothing-read"]
    left = [row for one in intake for table in one.understood for row in table.left]
    assert {why for _, _, why in left} == {"example"}
    assert len(left) == 7


def test_what_cells_offer_to_choose_from_are_the_names_of_the_other_sheets(path: Path) -> None:
    template.write(path, "nb", REGION)
    book = openpyxl.load_workbook(path)
    sheet = book["Tiltak"]
    places = headings(sheet)
    letter = openpyxl.utils.get_column_letter(places["Ansvarlig"])
    (rule,) = [
        one
        for one in sheet.data_validations.dataValidation
        if str(one.sqref).startswith(f"{letter}2:")
    ]
    assert not rule.showErrorMessage  # several names may stand in one cell
    column = book.defined_names[rule.formula1].attr_text.split("$")[1]
    formulas = [str(cell.value) for cell in book["Lister"][column][1:]]
    assert formulas[0].startswith("=COUNTA('Kommuner'!$A$2:$A$")
    assert "INDEX('Aktører'!$A$2" in formulas[2]


def test_who_answers_stands_in_the_measures_own_row(path: Path) -> None:
    template.write(path, "nn", REGION)
    sheet = openpyxl.load_workbook(path)["Tiltak"]
    places = headings(sheet)
    row = {name: sheet.cell(2, at).value for name, at in places.items()}
    assert row["Namn"] == "Etablererkurs"
    assert row["Ansvarleg"] == "Kongsberg Innovasjon"
    assert (row["Del av"], row["Er avhengig av"], row["Frist"]) == ("Vekst", "Fond", "2026-06-30")


MEASURES = """\
Felles næringsfond | Kongsberg | Flesberg, Rollag; Numedalsfondet | Vekst | -
Etablererkurs | Kongsberg Innovasjon | Rollag og Nore og Uvdal | Vekst | Felles næringsfond
Reiselivspakke | Nore og Uvdal | Rollag; Visit Kongsberg | Vekst | Fiber
Uttalelse om E134 | Notodden kommune | Kongsberg | Bedre samferdsel | -
Pendlerbuss | [Navn] | Kongsberg/Rollag/Brakar | Bedre samferdsel | Uttalelse om E134
Fiber | Flesberg | Nore og Uvdal & Rollag | Bedre samferdsel | Felles næringsfond
Sykepleierutdanning | USN | Kongsberg; Notodden | Kompetanse | -
Lærlingeordning | Notodden | Kongsberg;NHO Viken | Kompetanse | Sykepleierutdanning
Øvelse | Rollag | Flesberg;Kongsberg;Nore og Uvdal;Notodden | Beredskap | Felles ROS-analyse
Felles ROS-analyse | Nore og Uvdal | Rollag | Beredskap | -
Klimabudsjett | Kari Nordmann | Kongsberg; Notodden | Grønn omstilling | -
Lading langs E134 | - | Notodden; Brakar | Grønn omstilling | Uttalelse om E134"""
"""Name, who answers, with whom, for which goal, and what it depends on."""


def test_a_newcomer_fills_in_a_region_and_everybody_owns_what_she_wrote(path: Path) -> None:
    template.write(path, "nb")
    municipalities = ["Flesberg", "Kongsberg kommune", "Nore og Uvdal", "Notodden", "Rollag"]
    actors = {
        "Brakar": "selskap",
        "Numedalsfondet": "fond",
        "Kari Nordmann": "person",
        "Kongsberg Innovasjon": "selskap",
        "NHO Viken": "forening",
        "Regionrådet": "råd",
        "USN": "universitet",
        "Visit Kongsberg": "Selskap",
    }
    goals = {
        "Vekst": "Kongsberg Innovasjon",
        "Bedre samferdsel": "Regionrådet",
        "Kompetanse": "USN",
        "Beredskap": "",
        "Attraktive bosteder": "?",
        "Grønn omstilling": "Kari Nordmann",
    }
    measures = [line.split(" | ") for line in MEASURES.splitlines()]
    fill(
        path,
        Kommuner=[{"Navn": name} for name in municipalities],
        Aktører=[{"Navn": name, "Type": kind} for name, kind in actors.items()],
        Mål=[{"Navn": name, "Ansvarlig": who} for name, who in goals.items()],
        Tiltak=[
            {
                "Navn": name,
                "Ansvarlig": who,
                "Samarbeidspartnere": others,
                "Del av": goal,
                "Avhenger av": needed,
                "Frist": "31.12.2027",
            }
            for name, who, others, goal, needed in measures
        ],
    )
    reading = formats.read(path)
    graph = reading.graph
    assert said(reading) == []
    kinds = Counter(graph.nodes["kind"].astype(str))
    assert kinds == {"Municipality": 5, "Actor": 8, "Goal": 6, "Measure": 12}
    name = dict(zip(graph.nodes["id"], graph.nodes["name"], strict=True))
    by_relation = Counter(relation for _, relation, _ in edges(graph))
    assert by_relation == {
        "PART_OF": 12,
        "RESPONSIBLE_FOR": 14,
        "PARTICIPATES_IN": 26,
        "DEPENDS_ON": 7,
    }
    answers = {name[t]: name[s] for s, r, t in edges(graph) if r == "RESPONSIBLE_FOR"}
    assert answers["Felles næringsfond"] == "Kongsberg"
    assert answers["Reiselivspakke"] == "Nore og Uvdal"
    assert "Pendlerbuss" not in answers
    assert "Attraktive bosteder" not in answers
    subkinds = dict(zip(graph.nodes["name"], graph.nodes["subkind"].astype(str), strict=True))
    assert (subkinds["Regionrådet"], subkinds["Visit Kongsberg"]) == ("council", "company")
    facts = graph.nodes.set_index("id")["facts"]["felles-naringsfond"]
    assert [(fact.property, fact.value) for fact in facts] == [("deadline", "2027-12-31")]
    (cited,) = [
        e
        for e in interchange.named_ends(graph)
        if e["target"] == "vekst" and e["relation"] == "RESPONSIBLE_FOR"
    ]
    assert (cited["document"], cited["quote"]) == ("plan.xlsx#Mål", "Kongsberg Innovasjon")
    assert there_and_back(graph, "en") == graph


def test_ids_stay_when_a_row_is_moved_and_renamed_in_one_edit(path: Path) -> None:
    template.write(path, "nb", REGION)

    def move(book: openpyxl.Workbook) -> None:
        sheet = book["Aktører"]
        cells = [cell.value for cell in sheet[2]]
        cells[0] = "KI AS"
        sheet.delete_rows(2)
        sheet.append([])
        sheet.append([])
        for at, value in enumerate(cells, start=1):
            sheet.cell(7, at, value)

    reading = edit(path, move)
    gone, new = changes(REGION, reading.graph)
    assert (gone, new) == ({"node": 1}, {"node": 1})
    assert said(reading) == []
    nodes = reading.graph.nodes.set_index("id")
    assert nodes.loc["ki", "name"] == "KI AS"
    assert ("ki", "RESPONSIBLE_FOR", "t1") in edges(reading.graph)


def test_another_owner_in_one_cell_is_one_edge_for_another(path: Path) -> None:
    template.write(path, "nb", REGION)

    def change(book: openpyxl.Workbook) -> None:
        book["Tiltak"].cell(2, headings(book["Tiltak"])["Ansvarlig"], "Rollag")

    reading = edit(path, change)
    assert changes(REGION, reading.graph) == ({"edge": 1}, {"edge": 1})
    assert ("ro", "RESPONSIBLE_FOR", "t1") in edges(reading.graph)
    (line,) = said(reading)
    assert line.startswith("warning: Belegg:")
    assert "'Kongsberg Innovasjon – har ansvar for – Etablererkurs' no longer stands" in line
    new = reading.graph.edges.query("document == 'plan.xlsx#Tiltak'")
    assert new["quote"].tolist() == ["Rollag"]


def test_a_later_deadline_is_one_fact_for_another(path: Path) -> None:
    template.write(path, "nb", REGION)

    def change(book: openpyxl.Workbook) -> None:
        book["Tiltak"].cell(2, headings(book["Tiltak"])["Frist"], "1. juli 2027")

    reading = edit(path, change)
    assert changes(REGION, reading.graph) == ({"fact": 1}, {"fact": 1})
    (fact,) = reading.graph.nodes.set_index("id")["facts"]["t1"]
    assert (fact.value, fact.document) == ("2027-07-01", "plan.xlsx#Tiltak")


def test_a_copied_row_under_another_name_is_another_thing(path: Path) -> None:
    template.write(path, "nb", REGION)

    def copy(book: openpyxl.Workbook) -> None:
        sheet = book["Tiltak"]
        cells = [cell.value for cell in sheet[2]]
        sheet.insert_rows(2)  # the copy stands first
        for at, value in enumerate(["Etablererkurs for unge", *cells[1:]], start=1):
            sheet.cell(2, at, value)

    reading = edit(path, copy)
    gone, new = changes(REGION, reading.graph)
    assert gone == {}
    assert new == {"node": 1, "edge": 3, "fact": 1}
    assert set(reading.graph.nodes["id"]) - set(REGION.nodes["id"]) == {"etablererkurs-for-unge"}
    assert said(reading) == [
        "warning: Tiltak:2: is a copy of Tiltak:3; it is read as a row of its own"
    ]


def test_a_row_that_was_emptied_or_deleted_is_gone(path: Path) -> None:
    template.write(path, "nb", REGION)

    def clear(book: openpyxl.Workbook) -> None:
        sheet = book["Tiltak"]
        places = headings(sheet)
        for name, at in places.items():
            if not name.startswith("graphtool"):
                sheet.cell(2, at).value = None

    reading = edit(path, clear)
    assert "t1" not in set(reading.graph.nodes["id"])
    assert {p.rule for p in reading.problems} == {"row-left", "unused-evidence"}


def test_a_group_in_the_list_of_actors_has_the_municipalities_as_members(path: Path) -> None:
    fill(
        template.write(path, "nb"),
        Kommuner=[{"Navn": "Rollag"}, {"Navn": "Tinn"}],
        Aktører=[{"Navn": "Alle kommunene"}],
        Tiltak=[{"Navn": "Kurs", "Ansvarlig": "Alle kommunene"}],
    )
    reading = formats.read(path)
    assert said(reading) == []
    assert edges(reading.graph) == {
        ("rollag", "MEMBER_OF", "alle-kommunene"),
        ("tinn", "MEMBER_OF", "alle-kommunene"),
        ("alle-kommunene", "RESPONSIBLE_FOR", "kurs"),
    }


def test_who_acts_for_a_municipality_is_a_person_of_it(path: Path) -> None:
    fill(
        template.write(path, "nb"),
        Kommuner=[{"Navn": "Rollag"}, {"Navn": "Tinn"}],
        Tiltak=[
            {"Navn": "Fond", "Ansvarlig": "Tinn kommune v/ Kari Nordmann"},
            {"Navn": "Kurs", "Ansvarlig": "Ola Nordmann, Rollag kommune"},
            {"Navn": "Rute", "Ansvarlig": "Kari Nordmann"},
        ],
    )
    reading = formats.read(path)
    assert said(reading) == [
        "warning: Tiltak:3: Ansvarlig: 'Kari Nordmann' is in no list; it is kept as Actor",
        "warning: Tiltak:4: Ansvarlig: 'Ola Nordmann' is in no list; did you mean 'Kari"
        " Nordmann'?; it is kept as Actor",
    ]
    actors = reading.graph.of_kind("Actor")
    assert dict(zip(actors["id"], actors["subkind"], strict=True)) == {
        "kari-nordmann": "person",
        "ola-nordmann": "person",
    }
    assert edges(reading.graph) == {
        ("tinn", "RESPONSIBLE_FOR", "fond"),
        ("kari-nordmann", "AFFILIATED_WITH", "tinn"),
        ("ola-nordmann", "RESPONSIBLE_FOR", "kurs"),
        ("ola-nordmann", "AFFILIATED_WITH", "rollag"),
        ("kari-nordmann", "RESPONSIBLE_FOR", "rute"),
    }


def test_what_is_written_beside_the_lists_is_kept_and_said(path: Path) -> None:
    template.write(path, "nb", REGION)
    fill(
        path,
        Tiltak=[
            {
                "Navn": "Ny rute",
                "Ansvarlig": "Kongsberg Inovasjon; Alle kommunene",
                "Del av": "Veks",
                "Samarbeidspartnere": "Kongsberg kommune; Fond",
            }
        ],
        Sammenhenger=[
            {"Fra": "Rollag", "Sammenheng": "eies av", "Til": "Kongsberg Innovasjon"},
            {"Fra": "Rollag", "Sammenheng": "kjenner", "Til": "Kongsberg"},
            {"Fra": "Rollag", "Sammenheng": "samarbeider med"},
            {
                "Fra": "Kongsberg Innovasjon",
                "Sammenheng": "samarbeider med",
                "Til": "Rollag",
                "Kilde": "Årsmeldinga",
            },
        ],
    )
    reading = formats.read(path)
    assert said(reading) == [
        "warning: Sammenhenger:3: 'Rollag – eies av – Kongsberg Innovasjon' is left out: OWNS"
        " does not run from Actor to Municipality; AFFILIATED_WITH, FUNDS, COLLABORATES_WITH,"
        " DEPENDS_ON, LOCATED_IN may",
        "warning: Sammenhenger:4: 'Rollag – kjenner – Kongsberg' is left out: 'kjenner' is no"
        " connection that is known",
        "warning: Sammenhenger:5: 'Rollag – samarbeider med – ' is left out: an end is missing",
        "warning: Sammenhenger:6: Fra: 'Årsmeldinga' is no source in the list of sources; it is"
        " kept as one",
        "warning: Tiltak:4: Ansvarlig: 'Kongsberg Inovasjon' is in no list; did you mean"
        " 'Kongsberg Innovasjon' or 'Kongsberg'?; it is kept as Actor",
        "warning: Tiltak:4: Del av: 'Veks' is in no list; did you mean 'Vekst'?; not linked",
        "warning: Tiltak:4: Samarbeidspartnere: 'Fond' is a Measure and cannot be"
        " 'Samarbeidspartnere' of a Measure; kept as a fact",
    ]
    new = edges(reading.graph) - edges(REGION)
    assert {(s, r) for s, r, t in new if t == "alle-kommunene"} == {
        ("kb", "MEMBER_OF"),
        ("ro", "MEMBER_OF"),
    }
    assert {(s, r) for s, r, t in new if t == "ny-rute"} == {
        ("kongsberg-inovasjon", "RESPONSIBLE_FOR"),
        ("alle-kommunene", "RESPONSIBLE_FOR"),
        ("kb", "PARTICIPATES_IN"),
    }


def test_a_source_that_a_row_names_stands_behind_its_connections(path: Path) -> None:
    template.write(path, "nb")
    fill(
        path,
        Kilder=[{"Tittel": "Handlingsplan 2027", "Dato": "2026-06"}],
        Mål=[
            {
                "Navn": "Vekst",
                "Ansvarlig": "Tinn",
                "Kilde": "handlingsplan 2027",
                "Sitat": "Tinn har ansvar for vekst",
            }
        ],
    )
    reading = formats.read(path)
    edge = reading.graph.edges.iloc[0]
    assert (edge["document"], edge["quote"]) == ("Handlingsplan 2027", "Tinn har ansvar for vekst")
    assert {"Handlingsplan 2027", "plan.xlsx#Mål"} <= set(reading.graph.documents["id"])


def test_a_row_that_names_its_source_rests_on_that_alone(path: Path) -> None:
    template.write(path, "nb")
    fill(path, Kilder=[{"Tittel": "Planen"}], Mål=[{"Navn": "Vekst", "Kilde": "Planen"}])
    graph = formats.read(path).graph
    assert graph.nodes[["id", "document"]].values.tolist() == [["vekst", "Planen"]]
    assert graph.documents["id"].tolist() == ["Planen"]


def test_an_abbreviation_beside_a_name_is_who_is_called_so(path: Path) -> None:
    template.write(path, "nb")
    fill(
        path,
        Aktører=[{"Navn": "KI"}, {"Navn": "Kongsberg Innovasjon (KI)"}],
        Tiltak=[{"Navn": "Fond", "Ansvarlig": "KI"}],
    )
    graph = formats.read(path).graph
    assert edges(graph) == {("kongsberg-innovasjon", "RESPONSIBLE_FOR", "fond")}
    assert len(graph.of_kind("Actor")) == 1


def test_columns_of_her_own_are_kept(path: Path) -> None:
    template.write(path, "nb")

    def add(book: openpyxl.Workbook) -> None:
        sheet = book["Tiltak"]
        last = sheet.max_column
        for at, heading in enumerate(("Kostnad (mill. kr)", "Koordinator", "Telefon"), start=1):
            sheet.cell(1, last + at, heading)
        sheet.cell(3, 1, "Fond")
        for at, text in enumerate((1.5, "Tinn kommune", "99 88 77 66"), start=1):
            sheet.cell(3, last + at, text)

    graph = edit(path, add).graph
    (fact,) = graph.nodes.set_index("id")["facts"]["fond"]
    assert (fact.property, fact.value, fact.unit) == ("Kostnad", "1.5", "mill. kr")
    assert edges(graph) == {("tinn", "COORDINATES", "fond")}


def test_her_own_sheets_beside_those_of_the_workbook_are_read_with_them(path: Path) -> None:
    template.write(path, "nb", REGION)

    def add(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("Handlingsplan")
        sheet.append(["Tiltak", "Ansvarlig"])
        sheet.append(["Etablererkurs", "Rollag kommune"])
        sheet.append(["Ny rute", "Kongsberg Innovasjon"])

    reading = edit(path, add)
    new = edges(reading.graph) - edges(REGION)
    assert new == {("ro", "RESPONSIBLE_FOR", "t1"), ("ki", "RESPONSIBLE_FOR", "ny-rute")}


def test_libreoffice_changes_nothing(path: Path) -> None:
    template.write(path, "nb", REGION)
    again = saved_again(path)
    assert formats.read(again).graph == REGION
    exported = formats.write(REGION, path.with_name("export.xlsx"))
    assert (
        formats.read(saved_again(exported)).graph.to_networkx().edges == REGION.to_networkx().edges
    )

    def change(book: openpyxl.Workbook) -> None:
        book["Mål"].cell(2, 1, "Mer vekst")

    assert changes(REGION, edit(again, change).graph) == ({"node": 1}, {"node": 1})


@pytest.mark.usefixtures("english")
def test_the_command_writes_it_empty_or_filled_and_over_nothing(tmp_path: Path) -> None:
    def run(*arguments: str | Path) -> tuple[int, str]:
        result = CliRunner().invoke(group, [*map(str, arguments)])
        return result.exit_code, result.stderr or str(result.exception)

    source = formats.write(REGION, tmp_path / "region.json")
    assert run("template", "-o", tmp_path / "plan.xlsx", "--lang", "en")[0] == 0
    code, talk = run("template", "--from", source, "-o", tmp_path / "filled.xlsx")
    assert (code, "6 nodes" in talk) == (0, True)
    assert formats.read(tmp_path / "filled.xlsx").graph == REGION
    again = run("template", "--from", source, "-o", tmp_path / "filled.xlsx")
    assert again == (code, talk)  # it is as it was written
    filled = tmp_path / "filled.xlsx"
    code, talk = run("template", "--from", filled, "-o", filled)
    assert code == 1
    assert "is read" in talk or "reads" in talk
    book = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    assert run("template", "-o", tmp_path / "plan.xlsx")[0] == 0  # nothing was filled in yet
    book["Goals"]["A3"] = "Growth"
    book.save(tmp_path / "plan.xlsx")
    filled_in = (tmp_path / "plan.xlsx").read_bytes()
    code, talk = run("template", "-o", tmp_path / "plan.xlsx")
    assert "what is filled in would be lost" in talk
    assert (tmp_path / "plan.xlsx").read_bytes() == filled_in
    code, talk = run("template", "-o", tmp_path / "plan.ods")
    assert "cannot write '.ods'" in talk
    code, talk = run("template", "-o", tmp_path / "new.xlsx", "--as-of", "2020")
    assert (code, "--from" in talk) == (2, True)


ALIKE = {"id", "status"}
"""Words that are the same in Norwegian and in English."""


def test_check_says_in_norwegian_what_each_column_is_taken_for() -> None:
    sheets = [*(kind.file for kind in schema.KINDS.values()), *layout.TABLES]
    columns = {str(column) for sheet in sheets for column in layout.columns(sheet)} - ALIKE
    assert [one for one in sorted(columns) if one in meanings.label(one)[:2]] == []


def test_the_example_row_is_counted_as_not_read_and_not_as_read_too(path: Path) -> None:
    template.write(path, "nb")
    fill(path, Mål=[{"Navn": "Flere i arbeid"}, {"Navn": "Bedre buss"}])
    (goals,) = [one for one in formats.read(path).intake if one.file == "Mål"]
    assert (goals.read, goals.unread) == (2, 1)


def test_a_type_that_is_in_no_list_is_told_in_the_words_of_the_sheet(path):
    template.write(path, "nb")
    reading = formats.read(
        fill(
            path,
            Aktører=[
                {"Navn": "Næringsforum", "Type": "foretak"},
                {"Navn": "Fondet", "Type": "selskaper"},
                {"Navn": "Rådet", "Type": "råd"},
            ],
        )
    )
    told = [problem.message.in_("nb") for problem in reading.problems]
    assert told == [
        "«foretak» er ingen kjent type aktør: velg fra listen i cellen; tatt med som en opplysning",
        "«selskaper» er ingen kjent type aktør: velg fra listen i cellen; mente du «selskap»?; tatt"
        " med som en opplysning",
    ]
    assert {problem.column for problem in reading.problems} == {"Type"}
    nodes = reading.graph.of_kind("Actor").set_index("name")["subkind"].to_dict()
    assert nodes == {"Næringsforum": "", "Fondet": "", "Rådet": "council"}
    assert facts_of(reading.graph) == [("type", "foretak"), ("type", "selskaper")]


def test_a_type_that_is_in_no_list_is_a_fact_beside_one_that_another_row_gives(path):
    template.write(path, "nb")
    rows = [{"Navn": "Fondet", "Type": "selskap"}, {"Navn": "Fondet", "Type": "foretak"}]
    reading = formats.read(fill(path, Aktører=rows))
    told = [problem.rule for problem in reading.problems]
    assert told == ["doubled-row", "unknown-subkind"]  # the same name, and the type: none is lost
    assert reading.graph.of_kind("Actor")["subkind"].tolist() == ["company"]
    assert facts_of(reading.graph) == [("type", "foretak")]


def test_a_deadline_that_is_no_day_of_the_calendar_is_told_and_kept(path):
    template.write(path, "nb")
    rows = [
        {"Navn": f"Tiltak {n}", "Frist": day} for n, day in enumerate(("31.06.2025", "30.6.25"))
    ]
    reading = formats.read(fill(path, Tiltak=rows))
    [problem] = reading.problems
    assert problem.message.in_("nb").startswith("«31.06.2025» er ingen dag i kalenderen")
    assert facts_of(reading.graph) == [("deadline", "2025-06-30"), ("deadline", "31.06.2025")]


def test_an_amount_among_who_pays_is_no_actor(path):
    template.write(path, "nb")
    rows = [{"Navn": "Buss", "Finansieres av": "Fylket; 2 mill."}]
    reading = formats.read(fill(path, Tiltak=rows))
    assert reading.graph.of_kind("Actor")["name"].tolist() == ["Fylket"]
    told = {problem.message.in_("nb") for problem in reading.problems}
    assert "«2 mill.» er et tall, ingen som er eller gjør noe; tatt med som en opplysning" in told
    assert facts_of(reading.graph) == [("Finansieres av", "2 mill.")]


def facts_of(graph: PlanGraph) -> list[tuple[str, str]]:
    return sorted((fact.property, fact.value) for facts in graph.nodes["facts"] for fact in facts)
