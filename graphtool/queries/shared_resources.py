"""What many things rest on at once: single points of failure, as far as dependencies are said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import numpy as np

from graphtool.algorithms import dominators, reaching
from graphtool.graph.belonging import RELATIONS as BELONGING
from graphtool.queries import columns
from graphtool.queries.direct_dependencies import READS as NEEDING
from graphtool.queries.direct_dependencies import Links
from graphtool.queries.fields import TimeOptions
from graphtool.queries.homes import Homes
from graphtool.queries.item_ties import word_ranks
from graphtool.queries.links import Names
from graphtool.queries.registry import query
from graphtool.queries.shared_resource_columns import Least, SharedResource
from graphtool.queries.shared_resource_notes import shared_notes

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


@query(
    SharedResource,
    order=("-rests", "-only", "name", "node"),
    notes=shared_notes,
    reads=(*NEEDING, *BELONGING),
)
def shared_resources(
    graph: PlanGraph, *, least: Least = 2, **when: Unpack[TimeOptions]
) -> pd.DataFrame:
    """What several others rest on: single points of failure, as far as dependencies are said.

    Something rests on all that it depends on, over any chain of DEPENDS_ON, met or not; in a circle
    all rest on each other. A row for everything of any kind (resource, party, plan and the like)
    that at least so many others rest on. `only` counts those of them that it dominates: followed to
    their ends (what depends on nothing, or a circle that leads to nothing else), all their chains
    pass through it or end in it (dominators in a flow graph: Lowry and Medlock 1969, Communications
    of the ACM 12, p. 13); the others rest on something beside it too, but need it no less. Whose
    things these are follows the rule of what belongs to which municipality, what lies there
    included. Modality and evidence are of the best said dependency on it itself.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "g", "kind": "Goal", "name": "Vekst"},
    ...      {"id": "m", "kind": "Measure", "name": "Bygge"},
    ...      {"id": "r", "kind": "Resource", "name": "Tomt"}],
    ...     [{"source": "g", "relation": "DEPENDS_ON", "target": "m"},
    ...      {"source": "m", "relation": "DEPENDS_ON", "target": "r"}])
    >>> shared_resources(graph)[["name", "rests", "only", "directly"]].values.tolist()
    [['Tomt', 2, 2, 'Bygge']]
    """
    graph = graph.as_of(**when)
    links, names = Links.of(graph), Names(graph)
    apart = links.source != links.target
    source, target, edge = links.source[apart], links.target[apart], links.edge[apart]
    within = np.unique(np.concatenate([source, target]))
    pairs = np.searchsorted(within, np.stack([source, target], axis=1)).tolist()
    ahead: list[list[int]] = [[] for _ in within]
    for one, other in pairs:
        ahead[one].append(other)
    rests, only = reaching.leading_to(ahead), _dominated(ahead)
    homes = Homes(graph, names)
    bits = _homes_of_those_that_rest(ahead, [homes.own.get(node, 0) for node in within.tolist()])
    behind: dict[int, list[int]] = {}
    for at, (_, other) in enumerate(pairs):
        behind.setdefault(other, []).append(at)
    said = word_ranks(graph.edges["modality"])
    called = graph.nodes["name"].tolist()
    shown = [at for at in range(len(within)) if rests[at] >= least]
    best = [min((edge[row] for row in behind[at]), key=lambda e: (said[e], e)) for at in shown]
    positions, cited = within[shown], np.array(best, dtype=np.int64)
    directly = [
        sorted((int(source[row]) for row in behind[at]), key=names.place.__getitem__)
        for at in shown
    ]
    of = [homes.of_bits(bits[at]) for at in shown]
    return columns.table(
        SharedResource,
        node=columns.taken(graph.nodes["id"], positions),
        name=columns.taken(graph.nodes["name"], positions),
        kind=columns.taken(graph.nodes["kind"], positions),
        rests=np.array([rests[at] for at in shown], dtype=np.int64),
        only=np.array([only[at] for at in shown], dtype=np.int64),
        directly=[columns.SEPARATOR.join(called[node] for node in some) for some in directly],
        homes=np.array([len(some) for some in of], dtype=np.int64),
        home_names=[columns.SEPARATOR.join(called[node] for node in some) for some in of],
        **{
            name: columns.taken(graph.edges[name], cited)
            for name in ("modality", *columns.EVIDENCE)
        },
    )


def _dominated(ahead: list[list[int]]) -> list[int]:
    """For each node how many others have no chain to its end that misses it."""
    label = reaching.strong_parts(ahead)
    leaves = {label[at] for at, ends in enumerate(ahead) for end in ends if label[end] != label[at]}
    root = len(ahead)
    backwards: list[list[int]] = [[] for _ in range(root + 1)]
    for node, ends in enumerate(ahead):
        for end in ends:
            backwards[end].append(node)
        if label[node] not in leaves:
            backwards[root].append(node)
    return dominators.dominated(backwards, root)[:root]


def _homes_of_those_that_rest(ahead: list[list[int]], own: list[int]) -> list[int]:
    """For each node the municipalities of all that lead to it, over any number of steps."""
    found = [0] * len(ahead)
    waiting = list(range(len(ahead)))
    while waiting:
        node = waiting.pop()
        bits = own[node] | found[node]
        for end in ahead[node]:
            if bits & ~found[end]:
                found[end] |= bits
                waiting.append(end)
    return found
