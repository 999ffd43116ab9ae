"""A thing that has another id because another of its title has come, or gone, is known again.

«Økt verdiskaping» of one municipality is called «Økt verdiskaping (Tinn)» from when a second
municipality's file lies beside it: it is the same goal, in the same document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool.graph import interchange

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph.plangraph import PlanGraph

Titled = tuple[str, str, str]
"""Kind, document and title."""


def known_again(old: PlanGraph, new: PlanGraph) -> PlanGraph:
    """The old graph, its things called as the new one calls the same ones; itself where it does.

    The same are two of one kind, listed in one document, of which one is called as the other with
    whose it is in brackets behind, where no more than one on either side may be meant.

    >>> from graphtool import PlanGraph
    >>> goal = {"kind": "Goal", "document": "Tinn.xlsx"}
    >>> file = [{"id": "Tinn.xlsx"}]
    >>> old = PlanGraph.from_tables([{**goal, "id": "x", "name": "X"}], documents=file)
    >>> new = PlanGraph.from_tables([{**goal, "id": "x-t", "name": "X (Tinn)"}], documents=file)
    >>> known_again(old, new).nodes[["id", "name"]].values.tolist()
    [['x-t', 'X (Tinn)']]
    >>> known_again(old, old) is old
    True
    """
    one, other = old.nodes, new.nodes
    gone = one[~one["id"].isin(other["id"]) & (one["document"] != "")]
    come = other[~other["id"].isin(one["id"]) & (other["document"] != "")]
    if gone.empty or come.empty:
        return old
    names = dict(zip(come["id"], come["name"], strict=True))
    ids = _pairs(gone, come) | {a: b for b, a in _pairs(come, gone).items()}
    return _renamed(old, ids, names) if ids else old


def _pairs(plain: pd.DataFrame, qualified: pd.DataFrame) -> dict[str, str]:
    """By the id of each that is called by its title alone, the one that says whose it is too."""
    called: dict[Titled, list[str]] = {}
    for kind, document, name, node in _rows(qualified):
        title, opened, _ = name.rpartition(" (")
        if opened and name.endswith(")"):
            called.setdefault((kind, document, title), []).append(node)
    alone: dict[Titled, list[str]] = {}
    for kind, document, name, node in _rows(plain):
        alone.setdefault((kind, document, name), []).append(node)
    return {
        nodes[0]: called[title][0]
        for title, nodes in alone.items()
        if len(nodes) == len(called.get(title, ())) == 1
    }


def _rows(nodes: pd.DataFrame) -> zip[tuple[str, str, str, str]]:
    columns = (nodes[name].astype(str) for name in ("kind", "document", "name", "id"))
    return zip(*columns, strict=True)


def _renamed(graph: PlanGraph, ids: dict[str, str], names: dict[str, str]) -> PlanGraph:
    rows = interchange.rows_of(interchange.to_networkx(graph))
    for node in rows["nodes"]:
        if found := ids.get(node["id"]):
            node.update(id=found, name=names[found])
    for edge in rows["edges"]:
        edge.update({end: ids.get(edge[end], edge[end]) for end in ("source", "target")})
    for fact in rows["facts"]:
        fact["node"] = ids.get(fact["node"], fact["node"])
    return type(graph).from_tables(**rows)
