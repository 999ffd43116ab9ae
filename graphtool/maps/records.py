"""What the data say of each node and edge: names, facts, and every assertion with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from graphtool import language, schema
from graphtool.graph import Fact, PlanGraph
from graphtool.graph.once import once
from graphtool.language import LANGUAGES, Text
from graphtool.maps.content import Key, Spans
from graphtool.maps.options import LIMIT

_EVIDENCE = ("document", "quote", "note", "valid_from", "valid_to")
_STATEMENT = ("modality", "currency", "status", *_EVIDENCE, "carried_from")
_STRENGTH = list(schema.MODALITIES)
"""Of several assertions the strongest says how the edge is drawn: stated before planned ..."""


@dataclass(frozen=True, slots=True)
class Node:
    """What is known of a node; empty where it is not said."""

    id: str
    label: str
    kind: str
    names: Mapping[str, str]
    """By language, where they differ from the label."""
    aliases: tuple[str, ...]
    facts: tuple[Fact, ...]
    subkind: str
    document: str
    line: int
    quote: str
    note: str
    valid_from: str
    valid_to: str
    find: str
    """All that it is searched by, folded to a-z."""

    @property
    def words(self) -> Text:
        """Its name in each language."""
        return Text(*(self.names.get(lang, self.label) for lang in LANGUAGES))


@dataclass(frozen=True, slots=True)
class Assertion:
    """One statement of an edge, and where it stands; empty where it is not said."""

    modality: str
    share: float | None = None
    amount: float | None = None
    currency: str = ""
    status: str = ""
    document: str = ""
    line: int = 0
    quote: str = ""
    note: str = ""
    valid_from: str = ""
    valid_to: str = ""
    carried_from: str = ""
    """Whose successor it is said of; empty for what is said of the node itself."""
    when: Spans = ()
    """The moments at which a successor has it; empty where its own dates say so."""


@dataclass(frozen=True, slots=True)
class Document:
    """What assertions rest on; empty where it is not said."""

    title: str
    file: str
    language: str
    date: str
    publisher: str
    url: str
    """An address of http or https."""


@dataclass(frozen=True)
class Version:
    """A graph as it is compared with another: all that is known of its nodes and said of its edges.

    Of one day where it is that day's graph.
    """

    graph: PlanGraph
    nodes: Mapping[str, Node]
    """By id."""
    said: Mapping[Key, Sequence[Assertion]]


def version(graph: PlanGraph) -> Version:
    """All of a graph, worked out once for who compares it."""
    return Version(graph, nodes(graph, graph.nodes["id"]), every_assertion(graph))


def nodes(graph: PlanGraph, ids: Iterable[str]) -> dict[str, Node]:
    """What is known of these nodes, by id, in the graph's order."""
    wanted = set(ids)
    if len(graph.nodes) <= LIMIT:  # every view and fold asks for some of the same
        return {id_: node for id_, node in _every_node(graph).items() if id_ in wanted}
    return _nodes(graph.nodes[graph.nodes["id"].isin(wanted)])


@once
def _every_node(graph: PlanGraph) -> dict[str, Node]:
    return _nodes(graph.nodes)


def _nodes(table: pd.DataFrame) -> dict[str, Node]:
    return {row["id"]: _node(row) for row in table.to_dict("records")}


def _node(row: Mapping[Any, Any]) -> Node:
    names = [row["name"], row["name_nb"], row["name_nn"], row["name_en"]]
    aliases = tuple(alias for alias in row["aliases"].split(";") if alias)
    return Node(
        id=row["id"],
        label=row["name"],
        kind=str(row["kind"]),
        names={lang: row[f"name_{lang}"] for lang in LANGUAGES if row[f"name_{lang}"]},
        aliases=aliases,
        facts=tuple(row["facts"]),
        subkind=row["subkind"],
        find=" ".join(dict.fromkeys(language.searchable(n) for n in [*names, *aliases] if n)),
        line=int(row["line"]),
        **{name: row[name] for name in _EVIDENCE},
    )


def years(found: Iterable[Node]) -> dict[str, str]:
    """What tells nodes of one name and kind apart, by id: `–2019` and `2024–` for two counties."""
    named: dict[tuple[str, str], list[Node]] = {}
    for node in found:
        named.setdefault((node.kind, node.label), []).append(node)
    return {
        node.id: f"{node.valid_from[:4]}\u2013{node.valid_to[:4]}"
        for alike in named.values()
        for node in alike
        if len(alike) > 1 and (node.valid_from or node.valid_to)
    }


def assertions(graph: PlanGraph, keys: Iterable[Key]) -> dict[Key, list[Assertion]]:
    """Every assertion of these edges, in the graph's order; edges that it lacks are left out."""
    wanted = set(keys)
    if len(graph.nodes) <= LIMIT:
        return {key: said for key, said in every_assertion(graph).items() if key in wanted}
    # The few nodes first: a large graph has too many edges to look at one by one.
    near = graph.nodes["id"].isin({end for key in wanted for end in key[:2]}).to_numpy()
    edges = graph.edges
    rows = edges[near[edges["source"].to_numpy()] & near[edges["target"].to_numpy()]]
    return {key: found for key, found in _by_key(graph, rows).items() if key in wanted}


def carried(graph: PlanGraph) -> dict[Key, list[Assertion]]:
    """Every assertion that a successor has from its predecessor; {} where none has."""
    table = graph.edges
    return _by_key(graph, table[(table["carried_from"] != "").to_numpy()])


@once
def every_assertion(graph: PlanGraph) -> dict[Key, list[Assertion]]:
    """The assertions of each edge, in the graph's order."""
    return _by_key(graph, graph.edges)


def _by_key(graph: PlanGraph, table: pd.DataFrame) -> dict[Key, list[Assertion]]:
    ids = graph.nodes["id"].tolist()
    made: dict[Key, list[Assertion]] = {}
    for row in table.to_dict("records"):
        key = ids[row["source"]], ids[row["target"]], str(row["relation"])
        said = Assertion(
            line=int(row["line"]),
            share=_number(row["share"]),
            amount=_number(row["amount"]),
            **{name: row[name] for name in _STATEMENT},
        )
        made.setdefault(key, []).append(said)
    return made


def _number(value: float) -> float | None:
    """A number as Python has it; None for one that is not given (NaN), and for 0."""
    return None if value == 0 or value != value else float(value)


def strongest(found: Sequence[Assertion]) -> str:
    """How an edge is said by the best of its assertions; `derived` for none.

    What a successor has from its predecessor is derived: no source says it of the successor.

    >>> strongest([Assertion("planned"), Assertion("stated")]), strongest([])
    ('stated', 'derived')
    >>> strongest([Assertion("stated", carried_from="sogne")])
    'derived'
    """
    return firmest("derived" if one.carried_from else one.modality for one in found)


def firmest(modalities: Iterable[str]) -> str:
    """The strongest of several ways to say something; `derived` for none.

    >>> firmest(["derived", "planned"])
    'planned'
    """
    return min(modalities, key=_STRENGTH.index, default="derived")


def documents(graph: PlanGraph) -> dict[str, Document]:
    """Documents by id; an address is kept only where it is http or https."""
    fields = Document.__dataclass_fields__
    made = {}
    for row in graph.documents.to_dict("records"):
        given = {str(name): row[name] for name in fields}
        if not given["url"].lower().startswith(("http://", "https://")):
            given["url"] = ""
        made[row["id"]] = Document(**given)
    return made
