"""Violations for programs: JSON, SARIF 2.1.0 (OASIS) and JUnit XML, as build servers read them."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from typing import Any

from graphtool import __version__
from graphtool.errors import SEVERITIES
from graphtool.graph.markup import escaped
from graphtool.language import Language
from graphtool.rules.judging import Violation
from graphtool.rules.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(
    found: Sequence[Violation], rules: Sequence[Rule], files: Mapping[str, str], lang: Language
) -> str:
    """One object a violation, with what is broken in the language; `files` name the documents."""
    told = [
        {
            "rule": one.rule.name,
            "severity": one.rule.severity,
            "message": one.said().in_(lang),
            "node": one.node,
            "document": one.document,
            "file": files.get(one.document, ""),
            "line": one.line or None,
            "key": one.key,
        }
        for one in found
    ]
    whole = {"rules": [rule.name for rule in rules], "violations": told}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def as_sarif(
    found: Sequence[Violation], rules: Sequence[Rule], files: Mapping[str, str], lang: Language
) -> str:
    """A SARIF log of one run; a violation stands in its document's line, or at its node."""
    driver = {
        "name": "graphtool",
        "version": __version__,
        "rules": [
            {
                "id": rule.name,
                "shortDescription": {"text": rule.says.in_(lang)},
                "defaultConfiguration": {"level": rule.severity},
            }
            for rule in rules
        ],
    }
    results = [
        {
            "ruleId": one.rule.name,
            "level": one.rule.severity,
            "message": {"text": one.said().in_(lang)},
            "locations": [_location(one, files)],
            "partialFingerprints": {"graphtool/v1": one.key},
        }
        for one in found
    ]
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _location(one: Violation, files: Mapping[str, str]) -> dict[str, Any]:
    place: dict[str, Any] = {
        "logicalLocations": [{"fullyQualifiedName": one.node or one.name, "name": one.name}]
    }
    if file := files.get(one.document):
        place["physicalLocation"] = {"artifactLocation": {"uri": _uri(file)}}
        if one.line:
            place["physicalLocation"]["region"] = {"startLine": one.line}
    return place


def _uri(file: str) -> str:
    from urllib.parse import quote

    return quote(file)


def as_junit(
    found: Sequence[Violation], rules: Sequence[Rule], files: Mapping[str, str], lang: Language
) -> str:
    """A JUnit report: a test case a rule, which fails where an error breaks it.

    What only warns stands in the case's output.
    """
    suite = ET.Element(
        "testsuite", name="graphtool", tests=str(len(rules)), errors="0", skipped="0"
    )
    failed = 0
    for rule in rules:
        mine = [one for one in found if one.rule.name == rule.name]
        case = ET.SubElement(suite, "testcase", classname="graphtool", name=rule.name, time="0")
        lines = "\n".join(escaped(_line(one, files, lang)) for one in mine)
        if mine and rule.severity == "error":
            failed += 1
            said = f"{escaped(rule.says.in_(lang))} ({len(mine)})"
            ET.SubElement(case, "failure", message=said, type=rule.name).text = lines
        elif mine:
            ET.SubElement(case, "system-out").text = lines
    suite.set("failures", str(failed))
    suite.set("time", "0")
    ET.indent(suite)
    return ET.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


def _line(one: Violation, files: Mapping[str, str], lang: Language) -> str:
    place = files.get(one.document, one.document) + (f":{one.line}" if one.line else "")
    return f"{one.said().in_(lang)}{f' [{place}]' if place else ''}"


def as_table(
    found: Sequence[Violation], rules: Sequence[Rule], files: Mapping[str, str], lang: Language
) -> str:
    """A line a violation, each rule's under what it says."""
    lines = []
    for rule in rules:
        mine = [one for one in found if one.rule.name == rule.name]
        if not mine:
            continue
        severity = SEVERITIES[rule.severity].in_(lang)
        lines.append(f"{severity}: {rule.says.in_(lang)} [{rule.name}]: {len(mine)}")
        for one in mine:
            place = f"{one.document}:{one.line}" if one.line else one.document
            detail = f" ({one.detail.in_(lang)})" if any(one.detail) else ""
            lines.append(f"  {one.name}{detail}{f'  {place}' if place else ''}")
    return "".join(f"{line}\n" for line in lines)


FORMATS = {"table": as_table, "json": as_json, "sarif": as_sarif, "junit": as_junit}
