"""Who has which role in what, and which municipality depends on which: a cell for each two."""

from __future__ import annotations

from typing import Any

from graphtool import queries, schema
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.content import Content, Derived, Key
from graphtool.maps.edges import EdgeList
from graphtool.maps.layout import matrix
from graphtool.maps.layout.matrix import Titled
from graphtool.maps.layout.sheet import Layout
from graphtool.maps.records import Assertion, strongest
from graphtool.maps.style import NEEDS
from graphtool.maps.views.view import Unplaced, View

ROLES = tuple(name for name, relation in schema.RELATIONS.items() if relation.letter)
ROLES_IN = Text("Rolle i", "Rolle i", "Role in")
PLACES = schema.kind("Municipality").plural


def content(graph: PlanGraph) -> Content:
    """Parties and what they have roles in, and the dependencies between municipalities."""
    listed = EdgeList.of(graph)
    roles = {
        (listed.ids[source], listed.ids[target], name): Derived()
        for source, target, name in listed.edges
        if name in ROLES and source != target
    }
    edges = roles | _needs(graph)
    shown = {end for key in edges for end in key[:2]}
    return Content(tuple(node for node in listed.ids if node in shown), edges)


def _needs(graph: PlanGraph) -> dict[Key, Derived]:
    """The rows of `municipal-dependencies`, those of one kind between the same two as one."""
    if len(graph.of_kind("Municipality")) < 2:
        return {}
    found: dict[Key, list[Assertion]] = {}
    for row in queries.ask(graph, "municipal-dependencies").itertuples(index=False):
        key = row.municipality, row.depends_on, NEEDS[row.kind]
        found.setdefault(key, []).append(_assertion(row))
    return {key: Derived(modality=strongest(said), said=tuple(said)) for key, said in found.items()}


def _assertion(row: Any) -> Assertion:
    """A path, and the sentence that makes it a dependency."""
    return Assertion(
        str(row.modality),
        status=row.status or "",
        document=row.document,
        line=int(row.line),
        quote=row.quote,
        note=row.path,
    )


def arrange(unplaced: Unplaced) -> Layout:
    """Regions, municipalities and actors in rows; municipalities in the last columns."""
    edges = [*unplaced.edges, *unplaced.passing]
    kinds = [node.kind for node in unplaced.nodes]
    heading = {target for _, target, _ in edges}
    places = tuple(node for node in sorted(heading) if kinds[node] == "Municipality")
    rows = {source for source, _, _ in edges} | (set(range(len(kinds))) - heading) | set(places)
    rest = tuple(node for node in sorted(heading) if kinds[node] != "Municipality")
    return matrix.arrange(
        unplaced.names,
        edges,
        [[node for node in sorted(rows) if kinds[node] == kind] for kind in schema.KINDS],
        [Titled(ROLES_IN, rest), Titled(PLACES.begun(), places)],
    )


VIEW = View(
    "matrix",
    7,
    Text("Matrise", "Matrise", "Matrix"),
    Text(
        "Hvem som har hvilken rolle i hva, og hvilken kommune som avhenger av hvilken.",
        "Kven som har kva rolle i kva, og kva kommune som er avhengig av kva for ein.",
        "Who has which role in what, and which municipality depends on which.",
    ),
    content,
    arrange,
    tying=tuple(NEEDS.values()),
)
