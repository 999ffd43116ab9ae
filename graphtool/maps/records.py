"""What the page knows of each node and edge: names, facts, and every assertion with its evidence.

Names are kept short where they repeat; what is empty is left out.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from graphtool import language, schema
from graphtool.graph import PlanGraph
from graphtool.maps.content import Json, Key

_EVIDENCE = ("document", "line", "quote", "note", "valid_from", "valid_to")
_STATEMENT = ("modality", "share", "amount", "currency", "status", *_EVIDENCE, "carried_from")
_STRENGTH = list(schema.MODALITIES)
"""Of several assertions the strongest says how the edge is drawn: stated before planned ..."""


def nodes(graph: PlanGraph, ids: Iterable[str]) -> dict[str, Json]:
    """What is known of these nodes, by id, in the graph's order."""
    table = graph.nodes
    wanted = table["id"].isin(list(ids))
    made = {}
    for row in table[wanted].to_dict("records"):
        names = [row["name"], row["name_nb"], row["name_nn"], row["name_en"]]
        aliases = [alias for alias in row["aliases"].split(";") if alias]
        found = " ".join(dict.fromkeys(language.searchable(n) for n in [*names, *aliases] if n))
        node: Json = {"id": row["id"], "label": row["name"], "kind": str(row["kind"])}
        given = {lang: row[f"name_{lang}"] for lang in language.LANGUAGES if row[f"name_{lang}"]}
        facts = [fact.as_dict() for fact in row["facts"]]
        for name, value in (("names", given), ("aliases", aliases), ("facts", facts)):
            if value:
                node[name] = value
        made[row["id"]] = {**node, **_present(row, ["subkind", *_EVIDENCE]), "find": found}
    return made


def tell_apart(found: Iterable[Json]) -> None:
    """Give nodes of one name and kind their years, as `–2019` and `2024–` for two counties."""
    named: dict[tuple[str, str], list[Json]] = {}
    for node in found:
        named.setdefault((node["kind"], node["label"]), []).append(node)
    for alike in named.values():
        for node in alike if len(alike) > 1 else ():
            begun, ended = node.get("valid_from", "")[:4], node.get("valid_to", "")[:4]
            if begun or ended:
                node["years"] = f"{begun}\u2013{ended}"


def assertions(graph: PlanGraph, keys: Iterable[Key]) -> dict[Key, list[Json]]:
    """Every assertion of these edges, in the graph's order; edges that it lacks are left out."""
    wanted = set(keys)
    # The few nodes first: a large graph has too many edges to look at one by one.
    near = graph.nodes["id"].isin({end for key in wanted for end in key[:2]}).to_numpy()
    edges = graph.edges
    rows = edges[near[edges["source"].to_numpy()] & near[edges["target"].to_numpy()]]
    return {key: found for key, found in _by_key(graph, rows).items() if key in wanted}


def carried(graph: PlanGraph) -> dict[Key, list[Json]]:
    """Every assertion that a successor has from its predecessor; {} where none has."""
    table = graph.edges
    return _by_key(graph, table[(table["carried_from"] != "").to_numpy()])


def every_assertion(graph: PlanGraph) -> dict[Key, list[Json]]:
    """The assertions of each edge, in the graph's order."""
    return _by_key(graph, graph.edges)


def _by_key(graph: PlanGraph, table: pd.DataFrame) -> dict[Key, list[Json]]:
    ids = graph.nodes["id"].tolist()
    made: dict[Key, list[Json]] = {}
    for row in table.to_dict("records"):
        key = ids[row["source"]], ids[row["target"]], str(row["relation"])
        made.setdefault(key, []).append(_present(row, _STATEMENT))
    return made


def strongest(found: Sequence[Json]) -> str:
    """How an edge is said by the best of its assertions; `derived` for none.

    What a successor has from its predecessor is derived: no source says it of the successor.

    >>> strongest([{"modality": "planned"}, {"modality": "stated"}]), strongest([])
    ('stated', 'derived')
    >>> strongest([{"modality": "stated", "carried_from": "sogne"}])
    'derived'
    """
    said = ["derived" if "carried_from" in one else one["modality"] for one in found]
    return min(said, key=_STRENGTH.index, default="derived")


def documents(graph: PlanGraph) -> dict[str, Json]:
    """Documents by id; an address is kept only where it is http or https."""
    made = {}
    for row in graph.documents.to_dict("records"):
        fields = _present(row, ["title", "file", "language", "date", "publisher", "url"])
        if not fields.get("url", "").lower().startswith(("http://", "https://")):
            fields.pop("url", None)
        made[row["id"]] = fields
    return made


def _present(row: Mapping[Hashable, Any], names: Sequence[str]) -> Json:
    """The fields that are given, as plain Python values."""
    found = {}
    for name in names:
        value = row[name]
        if value not in ("", 0) and value == value:
            found[name] = value.item() if hasattr(value, "item") else value
    return found
