"""CSV files as Excel opens them: delimiter and decimal sign of its language, texts kept texts."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from graphtool import formats
from graphtool.cli import group
from graphtool.errors import GraphtoolError
from graphtool.formats import Reading
from graphtool.graph import PlanGraph
from graphtool.language import LANGUAGES, Language
from tests.strategies import EXAMPLES, plan_graphs

FUND = PlanGraph.from_tables(
    [
        {"id": "0928", "kind": "Municipality", "name": "Birkenes"},
        {"id": "f", "kind": "Resource", "name": "=Fondet", "valid_from": "2015-04"},
    ],
    [
        {"source": "0928", "relation": "OWNS", "target": "f", "share": 0.25, "line": 7},
        {"source": "0928", "relation": "FUNDS", "target": "f", "amount": 1234567.5},
    ],
    facts=[
        {"node": "0928", "property": "population", "value": "5120"},
        {"node": "0928", "property": "area", "value": "674.5"},
    ],
    name="fund",
)


def rows(folder: Path, stem: str, delimiter: str) -> list[dict[str, str]]:
    data = (folder / f"{stem}.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    text = data.decode("utf-8-sig").splitlines()
    return list(csv.DictReader(text, delimiter=delimiter))


@EXAMPLES
@given(graph=plan_graphs(), language=st.sampled_from(LANGUAGES))
def test_any_graph_comes_back_equal(graph: PlanGraph, language: Language) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = formats.write_for_excel(graph, Path(folder) / graph.name, language)
        assert formats.read(place).graph == graph


def test_norwegian_excel_has_semicolons_and_a_decimal_comma(tmp_path: Path) -> None:
    folder = formats.write_for_excel(FUND, tmp_path / "fund", "nb")
    funds, owns = sorted(rows(folder, "relations", ";"), key=lambda row: row["relation"])
    assert (owns["share"], owns["line"], funds["amount"]) == ("0,25", "7", "1234567,5")


def test_english_excel_has_commas_and_a_decimal_point(tmp_path: Path) -> None:
    folder = formats.write_for_excel(FUND, tmp_path / "fund", "en")
    assert "0.25" in {row["share"] for row in rows(folder, "relations", ",")}


def test_what_looks_like_a_formula_a_date_or_a_number_stays_a_text(tmp_path: Path) -> None:
    folder = formats.write_for_excel(FUND, tmp_path / "fund", "nn")
    (fund,) = rows(folder, "resources", ";")
    assert (fund["name"], fund["valid_from"]) == ("\t=Fondet", "\t2015-04")
    assert rows(folder, "municipalities", ";")[0]["id"] == "\t0928"
    values = {row["property"]: row["value"] for row in rows(folder, "facts", ";")}
    assert values == {"population": "5120", "area": "\t674.5"}  # what Excel counts with as it is


def test_a_region_comes_back_equal(tmp_path: Path, kristiansand: Reading) -> None:
    graph = kristiansand.graph
    assert formats.read(formats.write_for_excel(graph, tmp_path / graph.name, "nb")).graph == graph


def test_a_comma_is_a_decimal_comma_only_where_semicolons_part_cells(tmp_path: Path) -> None:
    folder = formats.write(FUND, tmp_path / "fund")
    place = folder / "relations.csv"
    place.write_text(place.read_text("utf-8-sig").replace("0.25", '"0,25"'), "utf-8")
    _, problems, _ = formats.examine(folder)
    assert [p.rule for p in problems] == ["bad-share"]


@pytest.mark.parametrize("name", ["fund.xlsx", "fund.json"])
def test_it_is_a_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(GraphtoolError, match="CSV files for Excel lie in a folder; name one"):
        formats.write_for_excel(FUND, tmp_path / name, "nb")
    assert not list(tmp_path.iterdir())


def test_the_command_writes_them(tmp_path: Path) -> None:
    source = formats.write(FUND, tmp_path / "fund.json")
    place = tmp_path / "excel" / "fund"
    place.parent.mkdir()
    words = ["export", str(source), str(place), "--csv-for-excel", "--lang", "nb"]
    assert CliRunner().invoke(group, words).exit_code == 0
    assert formats.read(place).graph == FUND
    assert b"share;amount" in (place / "relations.csv").read_bytes()
