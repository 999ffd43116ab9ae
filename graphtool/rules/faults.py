"""What of a rule, as its file has it, cannot be meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graphtool import queries, schema
from graphtool.dates import is_partial_date
from graphtool.errors import GraphtoolError, did_you_mean
from graphtool.graph import tables
from graphtool.language import LANGUAGES, Said, Text, spelled

SEVERITIES = ("error", "warning")
TABLES = {"options": '{level = "party"}', "where": '{grade = ["none"]}'}
"""What of a rule is a table of its own, and how that looks."""
ASKING = ("query", "options", "where")
LACKING = ("kind", "needs")
TYING = ("kind", "relation", "of", "at_most", "at_least")
COMMON = ("severity", "plan", "municipality", "except", "says", *LANGUAGES)
_ONE_WAY = Text(
    "skal ha én av query, needs og relation",
    "skal ha éin av query, needs og relation",
    "is to have one of query, needs and relation",
)
_UNKNOWN_KEY = Text(
    "har ikke noe «{key}»{hint}", "har ikkje noko «{key}»{hint}", "has no {key!r}{hint}"
)
_KNOWN = Text("; kjente er {words}", "; kjende er {words}", "; known are {words}")
_SEVERITY = Text(
    "severity «{value}» finnes ikke; ventet error eller warning",
    "severity «{value}» finst ikkje; venta error eller warning",
    "severity {value!r} is none; expected error or warning",
)
_NOT_THERE = Text(
    "{key} «{value}» finnes ikke{hint}",
    "{key} «{value}» finst ikkje{hint}",
    "{key} {value!r} does not exist{hint}",
)
_EXPECTED = Text("; ventet {words}", "; venta {words}", "; expected {words}")
_NO_TEXT = Text("{key} skal være en tekst", "{key} skal vere ein tekst", "{key} is to be a text")
_NO_TABLE = Text(
    "{key} skal være en tabell, som {example}",
    "{key} skal vere ein tabell, som {example}",
    "{key} is to be a table, as {example}",
)
_NO_COLUMN = Text(
    "{query} har ingen kolonne «{column}»{hint}",
    "{query} har ingen kolonne «{column}»{hint}",
    "{query} has no column {column!r}{hint}",
)
_HAS = Text("; den har {words}", "; ho har {words}", "; it has {words}")
_WHICH_KIND = Text(
    'skal si hvilken type, som kind = "{example}"',
    'skal seie kva type, som kind = "{example}"',
    'is to say of which kind, as kind = "{example}"',
)
_NEEDS = Text(
    'needs er en liste med felt eller opplysninger, som ["valid_from"]; feltene er {fields}',
    'needs er ei liste med felt eller opplysningar, som ["valid_from"]; felta er {fields}',
    'needs is a list of fields or facts, as ["valid_from"]; fields are {fields}',
)
_HOW_MANY = Text(
    "skal si hvor mange med at_least eller at_most, som et helt tall",
    "skal seie kor mange med at_least eller at_most, som eit heilt tal",
    "is to say at_least or at_most how many, as a whole number",
)
_EXCEPTIONS = Text(
    "unntak er egne tabeller, som [[navn.except]]",
    "unntak er eigne tabellar, som [[namn.except]]",
    "exceptions are tables of their own, as [[name.except]]",
)
_REASON = Text(
    "hvert unntak har en node og en grunn (node, reason)",
    "kvart unntak har ein node og ein grunn (node, reason)",
    "each exception names a node and a reason",
)
_UNTIL = Text(
    "until {value} er ingen dato, som 2027 eller 2027-06-30",
    "until {value} er ingen dato, som 2027 eller 2027-06-30",
    "until {value} is no date, as 2027 or 2027-06-30",
)


def faults(said: Mapping[str, Any]) -> Iterator[Said]:
    """What of a rule cannot be meant."""
    ways = [key for key in ("query", "needs", "relation") if key in said]
    if len(ways) != 1:
        yield Said(_ONE_WAY)
        return
    allowed = {"query": (*ASKING, "kind"), "needs": LACKING, "relation": TYING}[ways[0]]
    for key in said:
        if key not in (*allowed, *COMMON):
            known = Said(_KNOWN, words=", ".join(allowed))
            hint = did_you_mean(key, (*allowed, *COMMON)) or known
            yield Said(_UNKNOWN_KEY, key=key, hint=hint)
    if said.get("severity", "error") not in SEVERITIES:
        yield Said(_SEVERITY, value=said["severity"])
    yield from _wrong_words(said)
    yield from {"query": _wrong_query, "needs": _wrong_needs, "relation": _wrong_tie}[ways[0]](said)
    yield from _wrong_exceptions(said.get("except", ()))


def _wrong_words(said: Mapping[str, Any]) -> Iterator[Said]:
    kinds, relations = tuple(schema.KINDS), tuple(schema.RELATIONS)
    known = {"kind": kinds, "of": kinds, "relation": relations}
    for key, words in known.items():
        if key in said and spelled(str(said[key]), words) not in words:
            expected = Said(_EXPECTED, words=", ".join(words))
            hint = did_you_mean(str(said[key]), words) or expected
            yield Said(_NOT_THERE, key=key, value=said[key], hint=hint)
    for key in ("plan", "municipality", "says", *LANGUAGES):
        if not isinstance(said.get(key, ""), str):
            yield Said(_NO_TEXT, key=key)


def _wrong_query(said: Mapping[str, Any]) -> Iterator[Said]:
    wrong = [key for key in TABLES if not isinstance(said.get(key, {}), dict)]
    yield from (Said(_NO_TABLE, key=key, example=TABLES[key]) for key in wrong)
    if wrong:
        return
    try:
        query, options = queries.answering(str(said["query"]), said.get("options", {}))
        query.checked(options)
    except GraphtoolError as error:
        yield error.message
        return
    columns = [field.name for field in query.fields]
    for column in said.get("where", {}):
        if column not in columns:
            hint = did_you_mean(column, columns) or Said(_HAS, words=", ".join(columns))
            yield Said(_NO_COLUMN, query=query.name, column=column, hint=hint)


def _wrong_needs(said: Mapping[str, Any]) -> Iterator[Said]:
    if "kind" not in said:
        yield Said(_WHICH_KIND, example="Plan")
    needs = said["needs"]
    if not isinstance(needs, list) or not needs or not all(isinstance(n, str) for n in needs):
        yield Said(_NEEDS, fields=_fields())


def _fields() -> str:
    return ", ".join(name for name in tables.NODE_COLUMNS if name not in ("id", "kind", "facts"))


def _wrong_tie(said: Mapping[str, Any]) -> Iterator[Said]:
    if "kind" not in said:
        yield Said(_WHICH_KIND, example="Measure")
    counts = [said[key] for key in ("at_least", "at_most") if key in said]
    if not counts or not all(type(n) is int and n >= 0 for n in counts):
        yield Said(_HOW_MANY)


def _wrong_exceptions(said: Any) -> Iterator[Said]:
    if not isinstance(said, list) or not all(isinstance(one, dict) for one in said):
        if said:
            yield Said(_EXCEPTIONS)
        return
    for one in said:
        if not str(one.get("node", "")) or not str(one.get("reason", "")):
            yield Said(_REASON)
        if one.get("until") and not is_partial_date(str(one["until"])):
            yield Said(_UNTIL, value=one["until"])
