"""What a story's file may say of a step: each key, and how its value is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from graphtool import schema
from graphtool.errors import GraphtoolError, UnknownName, What
from graphtool.graph import PlanGraph
from graphtool.language import LANGUAGES, Said, Text, same, spelled, together
from graphtool.maps import filters, style, timeline, views
from graphtool.maps.content import Key

MOST_STEPS = 4
"""Neighbours further away than this are most of a map."""
Resolver = Callable[[Any], Any]
"""From a value of the file to that of a `State`; raises `GraphtoolError` with what is wrong."""
_NO_YEAR = Text(
    "«{value}» er ikke noe år på tidslinjen; {stand}",
    "«{value}» er ikkje noko år på tidslinja; {stand}",
    "{value!r} is no year of the slider; {stand}",
)
_CHANGES = Text(
    "noe endrer seg i {years}", "noko endrar seg i {years}", "something changes in {years}"
)
_NO_CHANGE = Text(
    "ingenting endrer seg i dataene", "ingenting endrar seg i dataa", "nothing changes in the data"
)
_NO_TEXT = Text(
    "«{value}» er ingen tekst; ventet en i anførselstegn",
    "«{value}» er ingen tekst; venta ein i hermeteikn",
    "{value!r} is no text; expected one in quotation marks",
)
_NO_WORDS = Text(
    "er uten ord; ventet {languages}",
    "er utan ord; venta {languages}",
    "has no words; expected {languages}",
)
_NO_NUMBER = Text(
    "«{value}» er ikke noe tall fra 1 til {most}",
    "«{value}» er ikkje noko tal frå 1 til {most}",
    "{value!r} is no number from 1 to {most}",
)
_NO_EDGE = Text(
    "«{value}» er ingen kant; ventet [kilde, mål, sammenheng]",
    "«{value}» er ingen kant; venta [kjelde, mål, samanheng]",
    "{value!r} is no edge; expected [source, target, relation]",
)
_NOT_THERE = Text(
    "{edge} finnes ikke; dataene har {has}",
    "{edge} finst ikkje; dataa har {has}",
    "{edge} is no edge; the data has {has}",
)
_ONLY = Text("bare {relations}", "berre {relations}", "only {relations}")
_NONE = Text("ingen", "ingen", "nothing")
_AND = Text(" og ", " og ", " and ")


class Wrong(GraphtoolError):
    """Several things that are wrong with one value, each of them in `each`."""

    def __init__(self, each: list[Said]) -> None:
        super().__init__(together(each, "\n"))
        self.each = each


def resolvers(graph: PlanGraph, as_of: str | None) -> dict[str, Resolver]:
    """How the value of each key is read; the order is that in which keys are offered."""
    relations = [*schema.RELATIONS, *style.DERIVED]
    kind_of = graph.nodes["kind"].astype(str).tolist()
    ids = graph.nodes["id"].tolist()

    def place(value: Any) -> str:
        found = node(value)
        kind = kind_of[ids.index(found)]
        if kind not in schema.PLACES:
            raise GraphtoolError(filters.no_place(value, kind))
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
            stand = Said(_CHANGES, years=", ".join(stops)) if stops else Said(_NO_CHANGE)
            raise GraphtoolError(Said(_NO_YEAR, value=wanted, stand=stand))
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
        raise GraphtoolError(Said(_NO_TEXT, value=value))
    return value


def _one_of(what: What, value: Any, known: Iterable[str]) -> str:
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
                wrong.append(error.message)
        if wrong:
            raise Wrong(wrong)
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
        raise GraphtoolError(Said(_NO_WORDS, languages=", ".join(LANGUAGES)))
    return Text(*(value.get(language, given[0]).strip() for language in LANGUAGES))


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_STEPS:
        raise GraphtoolError(Said(_NO_NUMBER, value=value, most=MOST_STEPS))
    return value


def _edge(graph: PlanGraph, value: Any, node: Resolver, relations: Iterable[str]) -> Key:
    if not isinstance(value, list) or len(value) != 3:
        raise GraphtoolError(Said(_NO_EDGE, value=value))
    source, target = node(value[0]), node(value[1])
    relation = _one_of("relation", value[2], relations)
    if relation not in style.DERIVED:
        ends = graph.position(source), graph.position(target)
        rows = graph.edges
        between = rows[(rows["source"] == ends[0]) & (rows["target"] == ends[1])]
        there = list(dict.fromkeys(between["relation"].astype(str)))
        if relation not in there:
            both = together([part for name in there for part in (_AND, name)][1:])
            has = Said(_ONLY, relations=both) if there else Said(_NONE)
            edge = f"{source} {relation} {target}"
            raise GraphtoolError(Said(_NOT_THERE, edge=edge, has=has))
    return source, target, relation
