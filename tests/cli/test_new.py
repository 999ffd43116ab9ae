"""A region to start from: who is in it, what is officially known of each, what cannot be meant."""

from __future__ import annotations

import openpyxl
import pytest

from graphtool import beginning, formats, municipalities
from graphtool.errors import GraphtoolError
from graphtool.formats import template

pytestmark = pytest.mark.usefixtures("english")


def facts(graph, node: str) -> dict[str, str]:
    row = graph.nodes[graph.nodes["id"] == node].iloc[0]
    return {fact.property: fact.value for fact in row["facts"]}


def test_a_region_has_its_municipalities_and_what_is_officially_known_of_them():
    numedal = beginning.region("Numedal", ["Flesberg", "rollag kommune", "0633"], day="2015")
    assert numedal.of_kind("Municipality")["name"].tolist() == [
        "Flesberg",
        "Nore og Uvdal",
        "Rollag",
    ]
    assert facts(numedal, "rollag") == {
        "number": "0632",
        "county": "Buskerud",
        "lat": "60.01",
        "lon": "9.22",
    }
    assert numedal.of_kind("Region")["name"].tolist() == ["Buskerud fylke", "Numedal"]


def test_what_nothing_official_says_has_no_source():
    graph = beginning.region("Numedal", ["Rollag"], day="2015")
    sources = {
        (graph.nodes["id"].iat[edge.target], edge.document)
        for edge in graph.edges.itertuples(index=False)
    }
    assert sources == {("buskerud-fylke", beginning.NUMBERS), ("numedal", "")}


def test_a_number_of_another_year_means_who_has_its_name_still():
    graph = beginning.region("Numedal", ["0632"], day="2024-06-01")
    assert facts(graph, "rollag")["number"] == "3336"


def test_a_countys_municipalities_are_known():
    agder = beginning.region("agder", day="2024-01-01")
    assert agder.name == "Agder fylke"
    assert len(agder.of_kind("Municipality")) == 25
    assert len(beginning.region("Vest-Agder", day="2019").of_kind("Municipality")) == 15


def test_a_region_whose_municipalities_a_document_names_begins_with_them_and_says_so(run, tmp_path):
    made = run("new", tmp_path / "r", "--region", "kongsbergregionen", "--as-of", "2015")
    assert made.code == 0
    assert "Kongsbergregionen are those of the document “Strategiplan" in made.err
    graph = formats.read(tmp_path / "r").graph
    assert len(graph.of_kind("Municipality")) == 7
    within = graph.related("PART_OF")
    cited = within[within["document"] == "strategiplan"]
    assert cited["quote"].str.contains("Rollag, Nore og Uvdal, Kongsberg").sum() == 7
    assert set(cited["modality"]) == {"derived"}


def test_who_was_merged_into_another_stands_in_the_region_as_that_one():
    before, after = (
        beginning.region("Kristiansandsregionen", day=day).of_kind("Municipality")["name"].tolist()
        for day in ("2015", "2024")
    )
    assert set(before) - set(after) == {"Songdalen", "Søgne"}
    assert set(after) == {"Birkenes", "Iveland", "Kristiansand", "Lillesand", "Vennesla"}


def test_who_names_the_municipalities_of_a_known_region_is_followed():
    graph = beginning.region("Kongsbergregionen", ["Rollag"], day="2015")
    assert graph.of_kind("Municipality")["name"].tolist() == ["Rollag"]
    assert beginning.members_from(graph) == []


def test_a_region_called_as_a_municipality_is_not_that_municipality():
    graph = beginning.region("Kongsberg", ["Kongsberg"], day="2024")
    assert graph.of_kind("Region")["id"].tolist() == ["buskerud-fylke", "kongsberg-region"]


def test_bergen_lay_in_no_county_once():
    bergen = beginning.region("Vest", ["Bergen"], day="1970")
    assert bergen.of_kind("Region")["name"].tolist() == ["Vest"]
    assert facts(bergen, "bergen")["number"] == "1301"


def test_two_of_one_name_are_two():
    graph = beginning.region("Kysten", ["1818", "1515"], day="2024")
    assert graph.of_kind("Municipality")["id"].tolist() == ["heroy-1515", "heroy-1818"]


def test_all_that_cannot_be_meant_is_said_at_once():
    with pytest.raises(GraphtoolError) as wrong:
        beginning.region("Sør", ["Herøy", "Søgne", "Kongsbreg", "Valle"], day="2024")
    lines = str(wrong.value).splitlines()
    assert lines[0].startswith("Herøy: several municipalities are called so; give the number")
    assert lines[1] == "Søgne: is no municipality since 2019-12-31; it became Kristiansand"
    assert lines[2].startswith("Kongsbreg: no municipality is or was called so; did you mean")
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("Setesdal", "2024", "stands in no official list"),
        ("Kongsbergregion", "2024", "did you mean 'Kongsbergregionen'"),
        ("Vest-Agder", "2024", "stands in no official list"),
        ("Agder", "2015", "stands in no official list"),
        (" – ", "2024", "is no name for a region"),
    ],
)
def test_a_region_that_no_list_has_is_not_guessed(name, day, said):
    with pytest.raises(GraphtoolError, match=said):
        beginning.region(name, day=day)


def test_every_county_of_today_can_be_begun_with_and_reads_back(tmp_path):
    today = [one.name for one in municipalities.counties().values() if not one.until]
    sizes = [len(beginning.region(name).of_kind("Municipality")) for name in today]
    assert sum(sizes) == sum(not one.until for one in municipalities.entries())
    graph = beginning.region(today[0])
    template.write(tmp_path / "a.xlsx", "nb", graph)
    reading, problems, _ = formats.examine(tmp_path / "a.xlsx")
    assert problems == []
    assert reading.graph.nodes["name"].tolist() == graph.nodes["name"].tolist()


def test_nothing_that_is_there_is_written_over(run, tmp_path):
    place = tmp_path / "plan.xlsx"
    asked = ("new", place, "--region", "Numedal", "-m", "Rollag", "--as-of", "2015")
    assert run(*asked).code == 0
    before = place.read_bytes()
    again = run(*asked)
    assert (again.code, place.read_bytes()) == (2, before)
    assert "is there already" in again.err
    folder = tmp_path / "region"
    assert run("new", folder, "--region", "Numedal", "-m", "Rollag").code == 0
    assert run("check", folder).code == 0
    refused = run("new", tmp_path / "other", "--region", "Numedal")
    assert refused.code == 2
    assert not (tmp_path / "other").exists()


def test_a_county_is_not_given_anothers_municipality():
    with pytest.raises(GraphtoolError, match="Rollag: is no municipality of Agder but of Buskerud"):
        beginning.region("Agder", ["Rollag", "Sirdal"], day="2024-01-01")
    assert len(beginning.region("Agder", ["Sirdal"], day="2024-01-01").of_kind("Municipality")) == 1


@pytest.mark.parametrize(
    "command",
    [
        ("new", "{out}", "--region", "Numedal", "-m", "Rollag"),
        ("export", "{plan}", "{out}"),
        ("template", "--from", "{plan}", "-o", "{out}"),
    ],
)
def test_what_was_written_is_told_in_the_language_that_was_asked_for(run, tmp_path, command):
    plan, out = tmp_path / "plan.csv", tmp_path / "ut.xlsx"
    plan.write_text("Mål;Ansvarlig\nVekst;Rollag kommune\n", encoding="utf-8")
    said = run(*(word.format(plan=plan, out=out) for word in command), "--lang", "nn")
    assert said.code == 0, said.err
    assert "nodar" in said.err or "nodar" in said.out
    assert "PlanGraph" not in said.err + said.out


def test_a_template_that_nobody_named_is_called_after_its_source(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "numedal.csv").write_text("Mål;Ansvarlig\nVekst;Rollag\n", encoding="utf-8")
    assert run("template", "--lang", "nb").code == 0
    assert run("template", "--from", "numedal.csv").code == 0
    assert run("template", "--from", "numedal.xlsx", "--lang", "nn").code == 0
    made = ["numedal-skjema.xlsx", "numedal.xlsx", "plan.xlsx"]
    assert sorted(path.name for path in tmp_path.glob("*.xlsx")) == made
    filled = openpyxl.load_workbook("plan.xlsx")
    filled["Mål"].append(["Vekst"])
    filled.save("plan.xlsx")
    assert run("template").code == 2  # nothing that somebody has filled in is written over
