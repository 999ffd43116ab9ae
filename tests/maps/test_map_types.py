"""The types that the page's scripts are checked with say what the wire's schema says."""

from __future__ import annotations

import json
import re

import pytest

from graphtool.maps import network

SCHEMA_FILE = network.PAGE.parent / "wire" / "wire.schema.json"
SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))["$defs"]
TYPES = (network.PAGE / "types.d.ts").read_text(encoding="utf-8")
READ = {
    "PageData": ("page",),
    "View": ("scene",),
    "WireNode": ("symbol", "card"),
    "Assertion": ("assertion",),
    "Fact": ("fact",),
    "Derived": ("derived",),
    "EdgeFields": ("more",),
    "WireHull": ("hull",),
    "Place": ("place",),
    "Finding": ("finding",),
    "Asked": ("state",),
}
"""Interfaces of what the page reads, and the objects of the schema that each describes."""


def fields(interface: str) -> dict[str, bool]:
    """An interface's own and inherited fields, and whether each may be missing."""
    text = re.sub(r"/\*\*.*?\*/|//[^\n]*", "", TYPES, flags=re.DOTALL)
    head = re.search(rf"interface {interface}\b(?: extends ([\w, ]+))? {{", text)
    assert head, interface
    found = {
        k: v for parent in re.findall(r"\w+", head[1] or "") for k, v in fields(parent).items()
    }
    depth, at, outer = 1, head.end(), ""
    while depth:
        depth += {"{": 1, "[": 1, "(": 1, "<": 1}.get(text[at], 0)
        depth -= {"}": 1, "]": 1, ")": 1, ">": 1}.get(text[at], 0)
        outer += text[at] if depth == 1 else ""
        at += 1
    return found | {name: bool(may) for name, may in re.findall(r"(\w+)(\??):", outer)}


def test_an_interface_is_read_with_what_it_inherits():
    assert fields("Box") == {"w": False, "h": False, "x": False, "y": False}
    assert fields("EdgeFields")["weight"] is True
    assert "label" not in fields("View")  # of a tint, one level deeper


@pytest.mark.parametrize("interface", READ)
def test_the_page_reads_what_the_wire_has(interface):
    objects = [SCHEMA[name] for name in READ[interface]]
    written = {name for each in objects for name in each["properties"]}
    always = set.intersection(*[set(each.get("required", ())) for each in objects])
    read = fields(interface)
    assert read.keys() <= written
    assert {name for name, may_be_missing in read.items() if not may_be_missing} <= always


@pytest.mark.parametrize("interface", sorted(set(READ) - {"Finding"}))
def test_the_page_has_types_for_all_that_the_wire_has(interface):
    written = {name for each in READ[interface] for name in SCHEMA[each]["properties"]}
    assert written <= fields(interface).keys()


def test_every_type_is_used():
    code = TYPES + "".join(path.read_text("utf-8") for path in network.PAGE.glob("*.js"))
    named = re.findall(r"^(?:interface|type) (\w+)", TYPES, re.MULTILINE)
    assert [name for name in named if len(re.findall(rf"\b{name}\b", code)) < 2] == ["Window"]
