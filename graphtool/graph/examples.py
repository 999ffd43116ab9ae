"""Small plan graphs to try things on, as the examples in docstrings do; each can be drawn."""

from __future__ import annotations

from graphtool.graph.plangraph import PlanGraph


def owned_goal() -> PlanGraph:
    """Vennesla owns a goal, says line 7 of a document; a measure is part of that goal.

    >>> graph = owned_goal()
    >>> graph.nodes["id"].tolist(), graph.nodes["name"].tolist()
    (['v', 'g', 'm'], ['Vennesla', 'Lære', 'Les'])
    >>> graph.edges["relation"].tolist()
    ['PART_OF', 'OWNS']
    """
    return PlanGraph.from_tables(
        [
            {"id": "v", "kind": "Municipality", "name": "Vennesla"},
            {"id": "g", "kind": "Goal", "name": "Lære"},
            {"id": "m", "kind": "Measure", "name": "Les"},
        ],
        [
            {"source": "v", "relation": "OWNS", "target": "g", "document": "d", "line": 7},
            {"source": "m", "relation": "PART_OF", "target": "g"},
        ],
        [{"id": "d"}],
    )


def three_in_a_row() -> PlanGraph:
    """Three municipalities: a works with b, and b with c.

    >>> three_in_a_row().edges[["source", "target"]].values.tolist()
    [[0, 1], [1, 2]]
    """
    return PlanGraph.from_tables(
        [{"id": name, "kind": "Municipality", "name": name.upper()} for name in "abc"],
        [
            {"source": "a", "relation": "COLLABORATES_WITH", "target": "b"},
            {"source": "b", "relation": "COLLABORATES_WITH", "target": "c"},
        ],
    )


def merger() -> PlanGraph:
    """Songdalen owns a goal; in 2020 it becomes part of Kristiansand.

    >>> merger().nodes["id"].tolist()
    ['new', 'old', 'g']
    """
    return PlanGraph.from_tables(
        [
            {"id": "old", "kind": "Municipality", "name": "Songdalen"},
            {"id": "new", "kind": "Municipality", "name": "Kristiansand"},
            {"id": "g", "kind": "Goal", "name": "Vekst"},
        ],
        [
            {"source": "old", "relation": "OWNS", "target": "g"},
            {"source": "old", "relation": "SUCCEEDED_BY", "target": "new", "valid_from": "2020"},
        ],
    )


def acting_for() -> PlanGraph:
    """Kari works for a municipality, which hosts a network; she and the network lead a project.

    The project is located in the municipality.

    >>> acting_for().nodes["id"].tolist()
    ['k', 'kari', 'nett', 'p']
    """
    return PlanGraph.from_tables(
        [
            {"id": "k", "kind": "Municipality", "name": "Kongsberg"},
            {"id": "kari", "kind": "Actor", "name": "Kari"},
            {"id": "nett", "kind": "Actor", "name": "Nettverket"},
            {"id": "p", "kind": "Project", "name": "Klyngen"},
        ],
        [
            {"source": "kari", "relation": "AFFILIATED_WITH", "target": "k", "document": "d"},
            {"source": "k", "relation": "HOSTS", "target": "nett"},
            {"source": "nett", "relation": "LEADS", "target": "p"},
            {"source": "kari", "relation": "LEADS", "target": "p", "document": "d", "line": 3},
            {"source": "p", "relation": "LOCATED_IN", "target": "k"},
        ],
        [{"id": "d"}],
    )
