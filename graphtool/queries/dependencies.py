"""Who or what depends on what, directly and over several steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from graphtool import schema
from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.owners import MODALITY_RANK, Modality
from graphtool.queries.registry import (
    AsOf,
    Column,
    Document,
    Line,
    Option,
    Quote,
    Successors,
    col,
    node_id,
    query,
)

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

ARROW = " → "
STATUS_RANK = {"met": 0, "unknown": 1, "": 1, "pending": 2}
"""How far a dependency is from being met; one that says nothing is unknown."""

Status = Annotated[
    str, Column(Text("status", "status", "status"), "where it stands", schema.STATUSES)
]


class Dependency(NamedTuple):
    """Something that depends on something else."""

    dependent: Annotated[
        str, node_id("avhengig-id", "avhengig-id", "dependent", "id of what depends")
    ]
    dependent_name: Annotated[str, node_id("avhengig", "avhengig", "dependent name", "its name")]
    chain: Annotated[
        str, col("kjede", "kjede", "chain", "the names along the way, both ends included")
    ]
    steps: Annotated[int, col("ledd", "ledd", "steps", "how many dependencies long it is")]
    dependee: Annotated[
        str, node_id("forutsetning-id", "føresetnad-id", "dependee", "id of what it depends on")
    ]
    dependee_name: Annotated[
        str, node_id("forutsetning", "føresetnad", "dependee name", "its name")
    ]
    status: Status
    modality: Modality
    document: Document
    line: Line
    quote: Quote


class Link(NamedTuple):
    """One dependency: all its assertions taken together."""

    target: int
    status: str
    modality: str
    edge: int
    """Row of the assertion that is cited: the best said, then the earliest."""


def dependency_notes(graph: PlanGraph, rows: pd.DataFrame, **_: Any) -> list[Text]:
    """How many direct ones there are, how they stand, and whether any runs in a circle."""
    direct = rows[rows["steps"] == 1]
    counts = direct["status"].value_counts()
    standing = [(schema.STATUSES[s], int(counts[s])) for s in schema.STATUSES if s in counts]
    said = Text(*(", ".join(f"{label[at]} {n}" for label, n in standing) for at in range(3)))
    notes = [
        Text(
            "Direkte avhengigheter: {n} ({said}).", "Direkte avhengnader: {n} ({said}).",
            "Direct dependencies: {n} ({said}).",
        ).format(n=len(direct), said=said)
        if len(direct)
        else Text(
            "Ingen avhengigheter i dataene.", "Ingen avhengnader i dataa.",
            "No dependencies in the data.",
        )
    ]  # fmt: skip
    circles = rows[rows["dependent"] == rows["dependee"]]["dependent_name"]
    if len(circles):
        notes.append(Text(
            "I ring, slik at ingen kan begynne: {names}.",
            "I ring, slik at ingen kan byrje: {names}.",
            "In a circle, so that none can begin: {names}.",
        ).format(names=", ".join(circles)))  # fmt: skip
    return notes


@query(Dependency, order=("dependent", "steps", "dependee"), notes=dependency_notes)
def dependencies(
    graph: PlanGraph,
    *,
    as_of: AsOf = None,
    successors: Successors = "carry",
    steps: Annotated[int, Option("the longest chain to follow, 1 for direct ones only")] = 3,
) -> pd.DataFrame:
    """Who or what depends on what, with the chain between them, its status and its evidence.

    One row for each pair that a chain of DEPENDS_ON connects within so many steps: the shortest
    chain; of several, the one whose ids come first. A node that depends on itself over a chain is
    a row too. Status is the worst along the chain (pending, then unknown, then met), modality the
    weakest (aspiration, planned, derived, stated); of one edge's assertions the worst status and
    the best modality count. Evidence is that of the first step.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "m", "kind": "Measure", "name": "Bygge"},
    ...      {"id": "p", "kind": "Plan", "name": "Plan"},
    ...      {"id": "r", "kind": "Resource", "name": "Tomt"}],
    ...     [{"source": "m", "relation": "DEPENDS_ON", "target": "p", "status": "met"},
    ...      {"source": "p", "relation": "DEPENDS_ON", "target": "r", "status": "pending"}])
    >>> dependencies(graph)[["chain", "status"]].values.tolist()
    [['Bygge → Plan', 'met'], ['Bygge → Plan → Tomt', 'pending'], ['Plan → Tomt', 'pending']]
    """
    graph = graph.as_of(as_of, successors=successors)
    links = links_of(graph)
    ids, names = graph.nodes["id"], graph.nodes["name"]
    edges = graph.edges
    found: dict[str, list[Any]] = {name: [] for name in Dependency.__annotations__}
    for dependent in sorted(links, key=lambda at: str(ids.iat[at])):
        for chain in _shortest_chains(links, dependent, steps):
            last, first = chain[-1].target, chain[0].edge
            along = [names.iat[at] for at in (dependent, *(link.target for link in chain))]
            row = Dependency(
                ids.iat[dependent], names.iat[dependent], ARROW.join(along), len(chain),
                ids.iat[last], names.iat[last],
                max((link.status for link in chain), key=STATUS_RANK.__getitem__),
                max((link.modality for link in chain), key=MODALITY_RANK.__getitem__),
                edges["document"].iat[first], int(edges["line"].iat[first]),
                edges["quote"].iat[first],
            )  # fmt: skip
            for name, value in zip(found, row, strict=True):
                found[name].append(value)
    return columns.table(Dependency, **found)


def links_of(graph: PlanGraph) -> dict[int, list[Link]]:
    """Every DEPENDS_ON edge by its dependent, by the dependee's id."""
    ids = graph.nodes["id"]
    links: dict[int, list[Link]] = {}
    for (source, target), rows in graph.related("DEPENDS_ON").groupby(["source", "target"]):
        status = max(rows["status"].astype(object), key=STATUS_RANK.__getitem__) or "unknown"
        modality = min(rows["modality"].astype(object), key=MODALITY_RANK.__getitem__)
        cited = int(rows.index[rows["modality"] == modality][0])
        links.setdefault(int(source), []).append(Link(int(target), status, modality, cited))
    for found in links.values():
        found.sort(key=lambda link: ids.iat[link.target])
    return links


def _shortest_chains(
    links: dict[int, list[Link]], start: int, longest: int
) -> list[tuple[Link, ...]]:
    """The shortest chain to everything within reach; breadth first, so the first found is it."""
    found: dict[int, tuple[Link, ...]] = {}
    front: list[tuple[Link, ...]] = [()]
    for _ in range(longest):
        further = []
        for chain in front:
            for link in links.get(chain[-1].target if chain else start, ()):
                if link.target not in found:
                    found[link.target] = (*chain, link)
                    if link.target != start:
                        further.append(found[link.target])
        front = further
    return list(found.values())
