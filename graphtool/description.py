"""What a plan graph holds, in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypedDict

from graphtool import schema
from graphtool.graph.unread import Unread
from graphtool.language import Said, Text, number, together

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from graphtool.graph import PlanGraph
    from graphtool.graph.tables import Record


SUMMARY = Text(
    "{nodes}, {edges}, {documents}; {assertions}, {sourced} med dokument, linje og sitat; {facts}.",
    "{nodes}, {edges}, {documents}; {assertions}, {sourced} med dokument, linje og sitat; {facts}.",
    "{nodes}, {edges}, {documents}; {assertions}, {sourced} with document, line, quote; {facts}.",
)
Counted = Literal["nodes", "edges", "documents", "assertions", "facts"]
COUNTED: dict[Counted, tuple[Text, Text]] = {
    "nodes": (Text("1 node", "1 node", "1 node"), Text("{n} noder", "{n} nodar", "{n} nodes")),
    "edges": (
        Text("1 sammenheng", "1 samanheng", "1 edge"),
        Text("{n} sammenhenger", "{n} samanhengar", "{n} edges"),
    ),
    "documents": (
        Text("1 dokument", "1 dokument", "1 document"),
        Text("{n} dokumenter", "{n} dokument", "{n} documents"),
    ),
    "assertions": (
        Text("1 påstand", "1 påstand", "1 assertion"),
        Text("{n} påstander", "{n} påstandar", "{n} assertions"),
    ),
    "facts": (Text("1 faktum", "1 faktum", "1 fact"), Text("{n} fakta", "{n} fakta", "{n} facts")),
}
"""Words for one and for several of what the last line counts."""
PERIOD = Text(
    "Periode for noder og sammenhenger: {first} til {last}.",
    "Periode for nodar og samanhengar: {first} til {last}.",
    "Period of nodes and edges: {first} to {last}.",
)
UNRESOLVED = (
    Text(
        "1 aktør står for et navn som ikke er kjent.",
        "1 aktør står for eit namn som ikkje er kjent.",
        "1 actor stands for a name that matches nobody.",
    ),
    Text(
        "{n} aktører står for navn som ikke er kjent.",
        "{n} aktørar står for namn som ikkje er kjende.",
        "{n} actors stand for names that match nobody.",
    ),
)


class OfKind(TypedDict):
    """How many nodes there are of a kind, and of each subkind."""

    nodes: int
    subkinds: dict[str, int]


class OfRelation(TypedDict):
    """How many edges there are of a relation, and how many assertions say so, by modality."""

    edges: int
    assertions: int
    modalities: dict[str, int]


class Description(TypedDict):
    """What `describe` found, as JSON has it."""

    name: str
    title: dict[str, str]
    nodes: int
    edges: int
    assertions: int
    documents: int
    facts: int
    sourced: int
    unresolved: int
    period: list[str] | None
    unread: list[Record]
    kinds: dict[str, OfKind]
    relations: dict[str, OfRelation]


def describe(graph: PlanGraph) -> Description:
    """Counts by kind, subkind, relation and modality, the period, and how much is sourced.

    `sourced` counts assertions that have document, line and quote, `unresolved` the actors that
    stand for names which match nobody. `period` is the earliest and the latest date that a node
    or an assertion is valid from or to, None where none is dated. Facts do not count: that a
    municipality had another number by 2024 says nothing of the years that a plan is about. `unread`
    is what the source holds beside it. Kinds and relations not in use are left out.
    """
    nodes, edges = graph.nodes, graph.edges
    sourced = (edges["document"] != "") & (edges["line"] > 0) & (edges["quote"] != "")
    return {
        "name": graph.name,
        "title": graph.title._asdict(),
        "nodes": len(nodes),
        "edges": graph.edge_count,
        "assertions": len(edges),
        "documents": len(graph.documents),
        "facts": sum(map(len, nodes["facts"])),
        "sourced": int(sourced.sum()),
        "unresolved": int((nodes["subkind"] == schema.UNRESOLVED).sum()),
        "period": _period(nodes, edges),
        "unread": [one._asdict() for one in graph.unread],
        "kinds": {
            kind: {"nodes": len(rows), "subkinds": _counts(rows["subkind"])}
            for kind in schema.KINDS
            if len(rows := graph.of_kind(kind))
        },
        "relations": {
            relation: {
                "edges": len(rows[["source", "target"]].drop_duplicates()),
                "assertions": len(rows),
                "modalities": _counts(rows["modality"]),
            }
            for relation in schema.RELATIONS
            if len(rows := graph.related(relation))
        },
    }


def sentences(found: Description) -> list[Text]:
    """What `describe` found, in words: the counts, the period, and what was not understood.

    >>> from graphtool import PlanGraph
    >>> goals = [{"id": "g", "kind": "Goal", "name": "Vekst", "valid_from": "2015"}]
    >>> for sentence in sentences(describe(PlanGraph.from_tables(goals))):
    ...     print(sentence.en)
    1 node, 0 edges, 0 documents; 0 assertions, 0 with document, line, quote; 0 facts.
    Period of nodes and edges: 2015 to 2015.
    """
    counted = {key: number(found[key], *words) for key, words in COUNTED.items()}
    said = [SUMMARY.format(sourced=found["sourced"], **counted)]
    if found["period"]:
        first, last = found["period"]
        said.append(PERIOD.format(first=first, last=last))
    if found["unresolved"]:
        said.append(number(found["unresolved"], *UNRESOLVED))
    return [*said, *(Unread(**one).said() for one in found["unread"])]


def in_short(place: str | Path, graph: PlanGraph) -> Said:
    """What was written to a place: the region's name where it has one, and three counts.

    >>> from graphtool import PlanGraph
    >>> goals = [{"id": "g", "kind": "Goal", "name": "Vekst"}]
    >>> in_short("plan.xlsx", PlanGraph.from_tables(goals, name="Numedal")).in_("nb")
    'plan.xlsx: Numedal: 1 node, 0 sammenhenger, 0 dokumenter'
    """
    counted = [
        number(len(graph.nodes), *COUNTED["nodes"]),
        number(graph.edge_count, *COUNTED["edges"]),
        number(len(graph.documents), *COUNTED["documents"]),
    ]
    where = [str(place), graph.name] if graph.name else [str(place)]
    return together([*where, together(counted, ", ")], ": ")


def _counts(column: pd.Series[Any]) -> dict[str, int]:
    counts = column[column != ""].astype(object).value_counts(sort=False)
    return {str(word): int(count) for word, count in sorted(counts.items())}


def _period(nodes: pd.DataFrame, edges: pd.DataFrame) -> list[str] | None:
    dates: set[str] = set()
    for table in (nodes, edges):
        for column in ("valid_from", "valid_to"):
            dates.update(table[column].astype(object).unique())
    dates.discard("")
    return [min(dates), max(dates)] if dates else None
