"""`graphtool changes NAME SOURCE [OTHER]`."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import DATA

REGION = DATA / "kristiansandsregionen"


def test_the_answer_of_two_days_is_compared_with_a_querys_options(run):
    said = run("changes", "direct-dependencies", REGION, DATA / "kongsbergregionen")
    assert said.code == 0
    assert "Fra kristiansandsregionen til kongsbergregionen: rader nye 7, borte 10" in said.out
    said = run(
        "changes",
        "owners",
        REGION,
        "--from",
        "2015",
        "--to",
        "2021",
        "--kind",
        "Plan",
        "--format",
        "json",
    )
    whole = json.loads(said.out)
    assert whole["query"] == "changes"
    assert {row["change"] for row in whole["rows"]} <= {"added", "gone", "changed"}


@pytest.mark.usefixtures("english")
def test_without_two_days_or_datasets_there_is_nothing_to_compare(run):
    said = run("changes", "owners", REGION)
    assert (said.code, said.out) == (2, "")
    assert "name two days (--from, --to) or another dataset" in said.err


@pytest.mark.usefixtures("english")
def test_what_needs_two_nodes_is_not_among_them_and_a_misspelt_one_is_met_with_the_nearest(run):
    assert run("changes", "paths", REGION, "--from", "2015").code == 2
    assert "did you mean 'owners'" in run("changes", "owner", REGION).err


@pytest.mark.usefixtures("english")
def test_two_datasets_of_one_name_are_told_apart_by_the_folders_they_lie_in(tmp_path, run):
    for year, goals in (("2023", "g,Vekst\n"), ("2024", "g,Vekst\nh,Vern\n")):
        plan = tmp_path / year / "plan"
        plan.mkdir(parents=True)
        (plan / "goals.csv").write_text(f"id,name\n{goals}", encoding="utf-8")
    old, new = tmp_path / "2023" / "plan", tmp_path / "2024" / "plan"
    said = run("changes", "orphaned-goals", old, new)
    assert "From 2023/plan to 2024/plan: rows added 1, gone 0, changed 0." in said.out
    said = run("compare", old, new)
    assert "From plan (the first) to plan (the second)" in said.out
