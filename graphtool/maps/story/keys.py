"""What a story's file may say of a step: each key, and how its value is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from graphtool import schema
from graphtool.errors import GraphtoolError, UnknownName
from graphtool.graph import PlanGraph
from graphtool.language import LANGUAGES, Text, same, spelled
from graphtool.maps import style, timeline, views
from graphtool.maps.content import TIE, Key

MOST_STEPS = 4
"""Neighbours further away than this are most of a map."""
Resolver = Callable[[Any], Any]
"""From a value of the file to that of a `State`; raises `GraphtoolError` with what is wrong."""


def resolvers(graph: PlanGraph, as_of: str | None) -> dict[str, Resolver]:
    """How the value of each key is read; the order is that in which keys are offered."""
    relations = [*schema.RELATIONS, TIE]
    kind_of = graph.nodes["kind"].astype(str).tolist()
    ids = graph.nodes["id"].tolist()

    def place(value: Any) -> str:
        found = node(value)
        kind = kind_of[ids.index(found)]
        if kind not in schema.PLACES:
            raise GraphtoolError(f"{value!r} is no municipality or region, but a {kind}")
        return found

    def node(value: Any) -> str:
        return str(ids[graph.position(_word(value))])

    def finding(value: Any) -> str:
        from graphtool.findings import findings  # asks a dozen queries

        return _one_of("finding", value, [each.key for each in findings(graph, as_of=as_of)])

    def year(value: Any) -> str:
        stops = timeline.stops(graph)  # asks what the graph is like in each of them
        wanted = str(value)
        is_year = len(wanted) == 4 and wanted.isdecimal()
        if not stops or not is_year or not stops[0] <= wanted <= stops[-1]:
            stand = (
                f"something changes in {', '.join(stops)}"
                if stops
                else "nothing changes in the data"
            )
            raise GraphtoolError(f"{wanted!r} is no year of the slider; {stand}")
        return wanted

    return {
        "title": _text,
        "text": _text,
        "view": lambda value: _one_of("view", value, views.names()),
        "node": node,
        "from": node,
        "to": node,
        "edge": lambda value: _edge(graph, value, node, relations),
        "finding": finding,
        "steps": _count,
        "hide": _each(lambda value: _one_of("kind", value, schema.KINDS)),
        "hide-relations": _each(lambda value: _one_of("relation", value, relations)),
        "municipality": _each(place),
        "year": year,
        "theme": lambda value: _one_of("theme", value, style.THEMES),
    }


def _word(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise GraphtoolError(f"{value!r} is no text; expected one in quotation marks")
    return value


def _one_of(what: str, value: Any, known: Iterable[str]) -> str:
    word = spelled(_word(value), names := list(known))
    if word not in names:
        raise UnknownName(what, value, names)
    return word


def _each(resolver: Resolver) -> Resolver:
    """For a list, or a single value instead of a list of one; a line for each that is wrong."""

    def resolved(value: Any) -> tuple[Any, ...]:
        found, wrong = [], []
        for each in value if isinstance(value, list) else [value]:
            try:
                found.append(resolver(each))
            except GraphtoolError as error:
                wrong.append(str(error))
        if wrong:
            raise GraphtoolError("\n".join(wrong))
        return tuple(found)

    return resolved


def _text(value: Any) -> Text:
    """Words in one language for all, or a table of them; what is missing is said in another."""
    if not isinstance(value, dict):
        return same(_word(value).strip())
    for key in value:
        if key not in LANGUAGES:
            raise UnknownName("language", key, LANGUAGES)
    given = [_word(value[language]).strip() for language in LANGUAGES if language in value]
    if not given:
        raise GraphtoolError(f"has no words; expected {', '.join(LANGUAGES)}")
    return Text(*(value.get(language, given[0]).strip() for language in LANGUAGES))


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_STEPS:
        raise GraphtoolError(f"{value!r} is no number from 1 to {MOST_STEPS}")
    return value


def _edge(graph: PlanGraph, value: Any, node: Resolver, relations: Iterable[str]) -> Key:
    if not isinstance(value, list) or len(value) != 3:
        raise GraphtoolError(f"{value!r} is no edge; expected [source, target, relation]")
    source, target = node(value[0]), node(value[1])
    relation = _one_of("relation", value[2], relations)
    if relation != TIE:
        ends = graph.position(source), graph.position(target)
        rows = graph.edges
        between = rows[(rows["source"] == ends[0]) & (rows["target"] == ends[1])]
        there = list(dict.fromkeys(between["relation"].astype(str)))
        if relation not in there:
            has = f"only {' and '.join(there)}" if there else "nothing"
            raise GraphtoolError(f"{source} {relation} {target} is no edge; the data has {has}")
    return source, target, relation
