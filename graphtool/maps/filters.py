"""A view cut down to what was asked for: around a node, of some kinds, in some municipality.

Queries are asked of the whole graph first: who answers for a goal does not change because a map
leaves somebody out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from graphtool import schema
from graphtool.errors import GraphtoolError, UnknownName
from graphtool.graph import PlanGraph
from graphtool.language import Said, Text
from graphtool.maps import places, redact
from graphtool.maps.content import Content, Derived, Key
from graphtool.maps.edges import Links
from graphtool.maps.options import LIMIT, Filters
from graphtool.maps.style import DERIVED

_NO_PLACE = Text(
    "«{name}» er ikke en kommune eller en region, men {kind}",
    "«{name}» er ikkje ein kommune eller ein region, men {kind}",
    "{name!r} is no municipality or region, but a {kind}",
)


def checked(graph: PlanGraph, filters: Filters) -> None:
    """Raises `GraphtoolError` for a kind, relation, node or municipality that does not exist."""
    for kind in filters.kinds:
        schema.kind(kind)
    for relation in filters.relations:
        if relation not in schema.RELATIONS and relation not in DERIVED:
            raise UnknownName("relation", relation, [*schema.RELATIONS, *DERIVED])
    for name in filters.municipalities:
        kind = str(graph.nodes["kind"].iat[graph.position(name)])
        if kind not in schema.PLACES:
            raise GraphtoolError(no_place(name, kind))
    if filters.focus is not None:
        graph.position(filters.focus)


def no_place(name: object, kind: str) -> Said:
    """What to say of a name that is asked for as a place's, and is another kind's."""
    label = schema.KINDS[kind].label
    return Said(_NO_PLACE, name=name, kind=Text(label.nb, label.nn, kind))


def everything(graph: PlanGraph, filters: Filters) -> tuple[NDArray[np.bool_], Links]:
    """What is left of all nodes (a mask) and edges: as `narrowed`, but on arrays."""
    nodes, links = graph.nodes, Links.of_graph(graph)
    kept = np.ones(len(nodes), dtype=bool)
    if filters.hide_persons:
        kept &= (nodes["subkind"] != schema.PERSON).to_numpy(dtype=bool)
    if filters.kinds:
        kept &= nodes["kind"].astype(str).isin(filters.kinds).to_numpy()
    if filters.municipalities:
        kept &= _near(graph, filters.municipalities)
    if filters.relations:
        links = links.of(*(name for name in filters.relations if name in schema.RELATIONS))
    links = links.between(kept)
    if filters.focus is not None:
        start = np.zeros(len(nodes), dtype=bool)
        start[graph.position(filters.focus)] = True
        kept = _reached(start & kept, links, filters.hops)
        links = links.between(kept)
    return kept, links


def _reached(reached: NDArray[np.bool_], links: Links, hops: int) -> NDArray[np.bool_]:
    for _ in range(hops):
        near = reached.copy()
        near[links.target[reached[links.source]]] = True
        near[links.source[reached[links.target]]] = True
        reached = near
    return reached


def whole(graph: PlanGraph, filters: Filters) -> Content:
    """All nodes and edges that are left, for a graph too large to be narrowed one by one."""
    kept, links = everything(graph, filters)
    ids = graph.nodes["id"].to_numpy(dtype=object)
    edges = {(ids[s], ids[t], name): Derived() for s, t, name in links.as_list()}
    return Content(tuple(ids[kept].tolist()), edges)


def narrowed(
    content: Content, graph: PlanGraph, filters: Filters, tying: Sequence[str] = ()
) -> Content:
    """What is left of a view; `graph` is the one it was taken from.

    Of municipalities also what they are tied to by relations of the view, those of `tying`.
    """
    nodes = graph.nodes
    if filters.hide_persons:
        people = redact.people(graph)
        content = content.keeping(lambda node: node not in people)
    if filters.kinds:
        of_kind = set(nodes.loc[nodes["kind"].astype(str).isin(filters.kinds), "id"])
        content = content.keeping(lambda node: node in of_kind)
    if filters.municipalities:
        content = _of_places(content, graph, filters.municipalities, tying)
    if filters.relations:
        kept = {key: extra for key, extra in content.edges.items() if key[2] in filters.relations}
        content = replace(content, edges=kept)
    if filters.focus is not None:
        around = _around(content, id_of(graph, filters.focus), filters.hops)
        content = content.keeping(lambda node: node in around)
    return content


def _of_places(
    content: Content, graph: PlanGraph, places_: Sequence[str], tying: Sequence[str]
) -> Content:
    """What concerns these places, with their ties and whoever is at the other end of one."""
    near = concerned(graph, places_)
    core = towns(graph, places_)
    edges = {
        key: extra
        for key, extra in content.edges.items()
        if (key[0] in near and key[1] in near) or is_tie(key, tying, near=near, towns=core)
    }
    kept = near.union(*(key[:2] for key in edges))
    return replace(content, edges=edges).keeping(lambda node: node in kept)


def is_tie(key: Key, tying: Sequence[str], *, near: Set[str], towns: Set[str]) -> bool:
    """Whether an edge ties what concerns a place (`near`), by a relation of the view.

    What a query works out between parties has to be of the municipality itself (`towns`): with
    whom a network works that it is a member of is the network's.

    >>> is_tie(("nes", "ås", "TIE"), ["TIE"], near={"nes", "nett"}, towns={"nes"})
    True
    >>> is_tie(("nett", "ås", "TIE"), ["TIE"], near={"nes", "nett"}, towns={"nes"})
    False
    """
    ends = towns if key[2] in DERIVED else near
    return key[2] in tying and (key[0] in ends or key[1] in ends)


def towns(graph: PlanGraph, places_: Sequence[str]) -> set[str]:
    """The ids of these municipalities, and of those of these regions."""
    ids, known = graph.nodes["id"], places.towns(graph)
    return {ids.iat[town] for name in places_ for town in known[graph.position(name)]}


def id_of(graph: PlanGraph, name: str) -> str:
    """The id of the node of this id or name; raises `UnknownName` where there is none.

    >>> from graphtool.graph import examples
    >>> id_of(examples.owned_goal(), "Vennesla")
    'v'
    """
    found: str = graph.nodes["id"].iat[graph.position(name)]
    return found


def concerned(graph: PlanGraph, municipalities: Sequence[str]) -> set[str]:
    """The ids of what is shown of these municipalities and regions, given by ids or names.

    What concerns them, what that is part of, and who answers for it.

    >>> nodes = [{"id": name, "kind": "Municipality", "name": name} for name in ("Nes", "Ås")]
    >>> concerned(PlanGraph.from_tables(nodes), ["Ås"])
    {'Ås'}
    """
    return set(graph.nodes["id"].to_numpy(dtype=object)[_near(graph, municipalities)].tolist())


def _near(graph: PlanGraph, municipalities: Sequence[str]) -> NDArray[np.bool_]:
    """Whether each node concerns one of these places, has such a part, or answers for one."""
    spots, matrix = places.held(graph)
    near = np.zeros(len(graph.nodes), dtype=bool)
    for name in municipalities:
        row = spots.index(graph.position(name))
        near[matrix.indices[matrix.indptr[row] : matrix.indptr[row + 1]]] = True
    return near


def _around(content: Content, start: str, hops: int) -> set[str]:
    """What the view shows within so many steps of a node; nothing where it does not show it."""
    if start not in content.nodes:
        return set()
    near: dict[str, set[str]] = {}
    for source, target, _ in content.edges:
        near.setdefault(source, set()).add(target)
        near.setdefault(target, set()).add(source)
    reached = rim = {start}
    for _ in range(hops):
        rim = set().union(*(near.get(node, set()) for node in rim)) - reached
        reached = reached | rim
    return reached


def most_connected(content: Content, limit: int = LIMIT) -> Content:
    """The content itself up to the limit, else its nodes with most edges, all edges between.

    Of equals the earlier in the graph's order (kind, then id) is kept.
    """
    if len(content.nodes) <= limit:
        return content
    degree = Counter(end for source, target, _ in content.edges for end in (source, target))
    ranked = sorted(content.nodes, key=lambda node: -degree[node])  # stable: ties keep their order
    kept = set(ranked[:limit])
    return content.keeping(lambda node: node in kept)
