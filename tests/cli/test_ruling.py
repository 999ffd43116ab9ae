"""`graphtool check --rules`: what is printed, what is written, and the exit code."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import pytest


@pytest.fixture
def plan(tmp_path):
    (tmp_path / "goals.csv").write_text("id,name\ng,Vekst\n", encoding="utf-8")
    return tmp_path


def test_what_breaks_a_rule_is_told_and_the_exit_code_is_one(run, plan):
    assert run("check", plan).code == 0
    said = run("check", plan, "--rules", "regional")
    assert said.code == 1
    assert "Hvert mål har en navngitt part som svarer for det [goal-without-owner]: 1" in said.out
    assert "\nfeil: Hvert mål" in said.out
    assert "\nadvarsel: Hvert mål" in said.out
    assert "  Vekst (nå: ingen)" in said.out
    assert "Every goal" in run("check", plan, "--rules", "regional", "--lang", "en").out


@pytest.mark.usefixtures("english")
def test_what_is_known_is_left_out(run, plan, tmp_path_factory):
    known = tmp_path_factory.mktemp("known") / "known.json"
    first = run("check", plan, "--rules", "regional", "--write-baseline", known)
    assert (first.code, "2 known" in first.err) == (0, True)
    again = run("check", plan, "--rules", "regional", "--baseline", known)
    assert (again.code, again.out) == (
        0,
        "0 errors, 0 warnings\nagainst the rules: 0 errors, 0 warnings\n",
    )
    assert "2 known and not told" in again.err


def test_programs_are_told_nothing_else_on_stdout(run, plan):
    (plan / "x.csv").write_text("hva\nfrost\n", encoding="utf-8")
    asked = ("check", plan, "--rules", "regional", "--format")
    assert json.loads(run(*asked, "sarif").out)["version"] == "2.1.0"
    assert ET.fromstring(run(*asked, "junit").out).tag == "testsuite"
    assert len(json.loads(run(*asked, "json").out)["violations"]) == 2
    assert "x.csv" in run(*asked, "sarif").err


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("option", [["--format", "sarif"], ["--as-of", "2015"]])
def test_options_of_rules_need_rules(run, plan, option):
    refused = run("check", plan, *option)
    assert refused.code == 2
    assert "name some" in refused.err


@pytest.mark.usefixtures("english")
def test_rules_wait_until_the_plan_can_be_read(run, plan):
    (plan / "goals.csv").write_text("id,name\ng,Vekst\ng,Vern\n", encoding="utf-8")
    said = run("check", plan, "--rules", "regional")
    assert said.code == 1
    assert "once the problems above are mended" in said.err
    assert "goal-without-owner" not in said.out
