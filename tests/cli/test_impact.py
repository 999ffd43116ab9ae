"""`graphtool impact SOURCE NODE...`: the query with nodes as its arguments, and told in lines."""

from __future__ import annotations

import json

import pytest


def test_it_is_told_in_lines_in_the_language(run, small):
    said = run("impact", small, "Strategiplan", "--format", "text", "--lang", "nn")
    assert said.code == 0
    assert said.out.startswith("Utan Strategiplan: ")
    assert "direkte eller lenger oppe" in said.out


def test_it_gives_the_rows_of_the_query_with_those_nodes(run, small):
    one = run("impact", small, "Strategiplan", "--format", "json", "--as-of", "2015")
    other = run(
        "query", "impact", small, "--node", "Strategiplan", "--format", "json", "--as-of", "2015"
    )
    assert json.loads(one.out) == json.loads(other.out)
    assert json.loads(one.out)["rows"]


@pytest.mark.usefixtures("english")
def test_an_unknown_node_is_met_with_the_nearest_and_none_is_a_mistake(run, small, tmp_path):
    said = run("impact", small, "Strategiplann")
    assert (said.code, said.out) == (2, "")
    assert "did you mean 'Strategiplan'?" in said.err
    assert "Missing argument 'NODE...'" in run("impact", small).err
    said = run("impact", small, "Strategiplan", "--format", "text", "-o", tmp_path / "x.txt")
    assert said.code == 2
    assert "text is for the terminal" in said.err
