"""The same answers from plain NetworkX loops: the alternative that graphtool is measured against.

Written as one would write them for the graph that `PlanGraph.to_networkx` gives (a MultiDiGraph,
nodes with their fields, edges with key = relation and a list of `assertions`): one pass over the
nodes, the neighbours of each. With `remember`, what was found of a node is kept for when it is
asked again, as one would write them a second time. Rows are tuples in the order of the query's
columns; None stands for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any, TypeAlias

import networkx as nx

from graphtool import schema
from graphtool.queries.answer_options import (
    ANSWERING,
    COLLECTIVE,
    GRADES,
    INHERITED,
    LENDERS,
    NONE,
    OWNED,
    PLANNED,
    UNRESOLVED,
)
from graphtool.queries.projection import ACTIVITIES, PARTICIPATION, STATED, UNSAID

Graph: TypeAlias = "nx.MultiDiGraph[str]"
Row: TypeAlias = tuple[Any, ...]

KIND_ORDER = {kind: at for at, kind in enumerate(schema.KINDS)}
RELATION_ORDER = {relation: at for at, relation in enumerate(schema.RELATIONS)}
SAID = {"planned": PLANNED, "aspiration": PLANNED}
WHO = {schema.COLLECTIVE: COLLECTIVE, schema.UNRESOLVED: UNRESOLVED}
MODALITY_RANK = {"stated": 0, "derived": 1, "planned": 2, "aspiration": 3}
LENDING = frozenset(LENDERS["focus-area"])
CARRYING = frozenset({"PART_OF", "CONTRIBUTES_TO", "IMPLEMENTS"})
"""What a measure is to the goal that it is counted for."""


Behind: TypeAlias = list[tuple[str, str, Row]]
"""Relation, party and evidence of the assertions that a grade rests on."""
Tie: TypeAlias = tuple[str, str, int, Row]
"""Relation, party, grade, and modality and evidence of the best assertion."""


def orphaned_goals(graph: Graph, *, remember: bool = False) -> list[Row]:
    """Goals that no named party answers for, as `graphtool.queries.orphaned` defines them."""
    direct: Callable[[str], tuple[int, Behind]] = partial(_answering, graph)
    direct = cache(direct) if remember else direct
    rows = []
    for node, data in graph.nodes(data=True):
        if data["kind"] != "Goal" or direct(node)[0] == OWNED:
            continue
        base, grade = _inherited(graph, node, direct)
        behind = direct(base)[1] if grade != NONE else []
        evidence = _evidence(data)
        if behind:
            evidence = min(behind, key=lambda b: (RELATION_ORDER[b[0]], _order(graph, b[1])))[2]
        rows.append(
            (
                node,
                data["name"],
                _names(graph, set(_part_of(graph, node))),
                list(GRADES)[grade],
                _names(graph, {party for _, party, _ in behind}),
                graph.nodes[base]["name"] if base != node else None,
                *evidence,
                *_coordination(graph, node),
                *_measures(graph, node, direct),
            )
        )
    return rows


def _coordination(graph: Graph, node: str) -> Row:
    """Who coordinates the node itself, and how the best said of that is said."""
    parties, said = set[str](), set[str]()
    for party, _, relation, edge in graph.in_edges(node, keys=True, data=True):
        if relation == "COORDINATES":
            parties.add(party)
            said.update(assertion["modality"] for assertion in edge["assertions"])
    return _names(graph, parties), min(said, key=MODALITY_RANK.__getitem__, default=None)


def _measures(graph: Graph, goal: str, direct: Callable[[str], tuple[int, Behind]]) -> Row:
    """How many measures the goal has, how many of these a named party answers for, and who."""
    measures = {
        source
        for source, _, relation in graph.in_edges(goal, keys=True)
        if relation in CARRYING and graph.nodes[source]["kind"] == "Measure"
    }
    owned, parties = 0, set[str]()
    for measure in measures:
        grade, behind = direct(measure)
        if grade == OWNED:
            owned += 1
            parties.update(party for _, party, _ in behind)
    return len(measures), owned, _names(graph, parties)


def _inherited(
    graph: Graph, node: str, direct: Callable[[str], tuple[int, Any]]
) -> tuple[str, int]:
    """The node that the best grade comes from, itself perhaps, and that grade."""
    base, grade = node, direct(node)[0]
    if grade == OWNED:
        return base, grade
    for level in _above(graph, node):
        for whole in sorted(level, key=lambda n: _order(graph, n)):
            lent = max(direct(whole)[0], INHERITED)
            if lent < grade:
                base, grade = whole, lent
        if grade == INHERITED:
            break
    return base, grade


def _answering(graph: Graph, node: str) -> tuple[int, Behind]:
    """A node's direct grade and what it rests on."""
    best, behind = NONE, list[tuple[str, str, Row]]()
    for party, _, relation, edge in graph.in_edges(node, keys=True, data=True):
        if relation not in ANSWERING:
            continue
        who = WHO.get(graph.nodes[party].get("subkind"), OWNED)
        for said in edge["assertions"]:
            grade = max(who, SAID.get(said["modality"], OWNED))
            if grade < best:
                best, behind = grade, []
            if grade == best and (not behind or behind[-1][:2] != (relation, party)):
                behind.append((relation, party, _evidence(said)))
    return best, behind


def owners(graph: Graph, *, remember: bool = False) -> list[Row]:
    """Every goal and measure with its parties, as `graphtool.queries.owners` defines them."""
    direct: Callable[[str], tuple[int, list[Tie]]] = partial(_tied, graph)
    keeping: Callable[[str], list[Tie]] = partial(_coordinating, graph)
    if remember:
        direct, keeping = cache(direct), cache(keeping)
    rows: list[Row] = []
    for node, data in graph.nodes(data=True):
        if data["kind"] not in ("Goal", "Measure"):
            continue
        item = (node, data["name"], data["kind"])
        found = [(tie, None) for tie in direct(node)[1]]
        base, _ = _inherited(graph, node, direct)
        if base != node:
            name = graph.nodes[base]["name"]
            found += [((*tie[:2], max(tie[2], INHERITED), tie[3]), name) for tie in direct(base)[1]]
        keeper = _nearest(graph, node, keeping)
        if keeper is not None:
            name = graph.nodes[keeper]["name"] if keeper != node else None
            found += [(tie, name) for tie in keeping(keeper)]
        for (relation, party, grade, said), through in found:
            who = (relation, party, graph.nodes[party]["name"])
            rows.append((*item, *who, list(GRADES)[grade], through, *said))
        if not found:
            rows.append((*item, *[None] * 3, list(GRADES)[NONE], *[None] * 5))
    return rows


def _tied(graph: Graph, node: str) -> tuple[int, list[Tie]]:
    """A node's direct grade, and everyone who answers for the node itself."""
    ties: list[Tie] = []
    for party, _, relation, edge in graph.in_edges(node, keys=True, data=True):
        if relation not in ANSWERING:
            continue
        who = WHO.get(graph.nodes[party].get("subkind"), OWNED)
        # An assertion is graded by the worst of it, so that the best said has the best grade.
        said = _best(edge["assertions"])
        ties.append((relation, party, max(who, SAID.get(said[0], OWNED)), said))
    return min((grade for _, _, grade, _ in ties), default=NONE), ties


def _coordinating(graph: Graph, node: str) -> list[Tie]:
    """Everyone who coordinates the node itself, and answers for nothing by it."""
    return [
        (relation, party, NONE, _best(edge["assertions"]))
        for party, _, relation, edge in graph.in_edges(node, keys=True, data=True)
        if relation == "COORDINATES"
    ]


def _nearest(graph: Graph, node: str, keeping: Callable[[str], list[Tie]]) -> str | None:
    """The node itself where somebody coordinates it, else the nearest above that somebody does."""
    if keeping(node):
        return node
    for level in _above(graph, node):
        kept = [whole for whole in level if keeping(whole)]
        if kept:
            return min(kept, key=lambda n: _order(graph, n))
    return None


def _best(assertions: list[dict[str, Any]]) -> Row:
    said = assertions[0]
    if len(assertions) > 1:
        said = min(assertions, key=lambda a: MODALITY_RANK[a["modality"]])
    return (said["modality"], *_evidence(said))


def _above(graph: Graph, node: str) -> Iterator[set[str]]:
    """What lends to the node, one step further up at a time, each thing once."""
    seen, front = {node}, {node}
    while True:
        wholes = {whole for part in front for whole in _part_of(graph, part)} - seen
        front = {whole for whole in wholes if graph.nodes[whole]["kind"] in LENDING}
        if not front:
            return
        seen |= front
        yield front


def _part_of(graph: Graph, node: str) -> list[str]:
    return [w for _, w, relation in graph.out_edges(node, keys=True) if relation == "PART_OF"]


def _order(graph: Graph, node: str) -> tuple[int, str]:
    return KIND_ORDER[graph.nodes[node]["kind"]], node


def _names(graph: Graph, nodes: set[str]) -> str | None:
    if len(nodes) > 1:
        ordered = sorted(nodes, key=lambda n: _order(graph, n))
        return "; ".join(graph.nodes[node]["name"] for node in ordered)
    return next((graph.nodes[node]["name"] for node in nodes), None)


def _evidence(said: dict[str, Any]) -> Row:
    return said.get("document"), said.get("line"), said.get("quote")


def affiliations(graph: Graph) -> tuple[nx.Graph[Any], set[str]]:
    """Parties and activities as a bipartite graph, and its parties; what is planned left out.

    A forum takes part in itself; persons are counted for themselves.
    """
    bipartite: nx.Graph[Any] = nx.Graph()
    parties: set[str] = set()
    for source, target, relation, edge in graph.edges(keys=True, data=True):
        ends: tuple[str, ...] = (source, target) if relation == STATED else ()
        if relation in PARTICIPATION and _is_activity(graph, target):
            ends = (source,)
        if all(said["modality"] in UNSAID for said in edge["assertions"]):
            continue
        for party in ends:
            data = graph.nodes[party]
            if data["kind"] not in schema.PARTIES or data.get("subkind") == schema.COLLECTIVE:
                continue
            activity = (source, target) if relation == STATED else (target,)
            if activity != (party,):
                parties.add(party)
                bipartite.add_edge(party, activity)
                if relation != STATED and graph.nodes[target].get("subkind") in schema.FORUMS:
                    parties.add(target)
                    bipartite.add_edge(target, activity)
    return bipartite, parties


def _is_activity(graph: Graph, node: str) -> bool:
    data = graph.nodes[node]
    return data["kind"] in ACTIVITIES or data.get("subkind") in schema.FORUMS


def collaborations(bipartite: nx.Graph[Any], parties: set[str]) -> nx.Graph[Any]:
    """The projection as NetworkX has it, with Newman's weight."""
    return nx.bipartite.collaboration_weighted_projected_graph(bipartite, parties)
