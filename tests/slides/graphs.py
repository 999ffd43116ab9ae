"""Graphs that a slide is hard to make of."""

from __future__ import annotations

from graphtool.graph import PlanGraph

LONG = "Styrke samarbeidet om næringsutvikling, kompetanse og infrastruktur i hele regionen " * 4
"""More than 300 letters."""


def one_goal() -> PlanGraph:
    return PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": "Vekst"}], name="ett mål")


def long_names() -> PlanGraph:
    """A plan with a goal and eight measures, all with names of 300 letters, one without spaces."""
    nodes = [{"id": "p", "kind": "Plan", "name": LONG[:300]}]
    nodes += [{"id": "g", "kind": "Goal", "name": "G" + LONG[:299]}]
    nodes += [{"id": f"m{n}", "kind": "Measure", "name": f"{n} {LONG[:298]}"} for n in range(8)]
    nodes += [{"id": "m9", "kind": "Measure", "name": "x" * 300}]
    nodes += [{"id": "v", "kind": "Municipality", "name": "V" * 300}]
    edges = [{"source": "g", "relation": "PART_OF", "target": "p"}]
    edges += [
        {"source": node["id"], "relation": "PART_OF", "target": "g"}
        for node in nodes
        if node["kind"] == "Measure"
    ]
    edges += [{"source": "v", "relation": "OWNS", "target": "m0"}]
    return PlanGraph.from_tables(nodes, edges, name=LONG[:300])


def chain_of_forty() -> PlanGraph:
    """Goals that are each part of the next."""
    nodes = [{"id": f"g{n:02}", "kind": "Goal", "name": f"Mål {n}"} for n in range(40)]
    edges = [
        {"source": f"g{n:02}", "relation": "PART_OF", "target": f"g{n + 1:02}"} for n in range(39)
    ]
    return PlanGraph.from_tables(nodes, edges, name="kjede")


def from_the_right() -> PlanGraph:
    """Names in Arabic and Hebrew."""
    return PlanGraph.from_tables(
        [
            {"id": "g", "kind": "Goal", "name": "النمو في المنطقة"},
            {"id": "m", "kind": "Measure", "name": "שיתוף פעולה בין הרשויות"},
        ],
        [{"source": "m", "relation": "PART_OF", "target": "g"}],
        name="مخطط",
    )


def crowd(parties: int = 40, activities: int = 15) -> PlanGraph:
    """Municipalities in networks, no two in the same ones."""
    nodes = [
        {"id": f"k{n}", "kind": "Municipality", "name": f"Kommune {n}"} for n in range(parties)
    ]
    nodes += [
        {"id": f"n{n}", "kind": "Actor", "subkind": "network", "name": f"Nettverk {n}"}
        for n in range(activities)
    ]
    edges = [
        {"source": f"k{k}", "relation": "MEMBER_OF", "target": f"n{n}"}
        for k in range(parties)
        for n in range(activities)
        if (k * 7 + n * 5) % 11 < 4
    ]
    return PlanGraph.from_tables(nodes, edges, name="mange")


def across_borders() -> PlanGraph:
    """Three municipalities; two rest on the waterworks of the third, one on a planned road."""
    names = {"i": "Iveland", "v": "Vennesla", "b": "Birkenes"}
    nodes = [{"id": key, "kind": "Municipality", "name": name} for key, name in names.items()]
    nodes += [
        {"id": "vann", "kind": "Resource", "name": "Vannverket"},
        {"id": "vei", "kind": "Resource", "name": "Ny vei til næringsparken"},
        {"id": "park", "kind": "Project", "name": "Næringsparken"},
    ]
    located = (("vann", "v"), ("vei", "b"), ("park", "i"))
    edges = [{"source": a, "relation": "LOCATED_IN", "target": b} for a, b in located]
    edges += [
        {"source": "i", "relation": "DEPENDS_ON", "target": "vann"},
        {"source": "b", "relation": "DEPENDS_ON", "target": "vann"},
        {"source": "park", "relation": "DEPENDS_ON", "target": "vei", "modality": "planned"},
    ]
    return PlanGraph.from_tables(nodes, edges, name="grenser")


def answered() -> PlanGraph:
    """A goal whose measures are owned, planned to be, owned by a person, and by nobody."""
    nodes = [
        {"id": "p", "kind": "Plan", "name": "Planen", "document": "d", "line": "1"},
        {"id": "g", "kind": "Goal", "name": "Flere i arbeid", "document": "d", "line": "2"},
        *({"id": f"m{n}", "kind": "Measure", "name": f"Tiltak {n}"} for n in range(4)),
        {"id": "v", "kind": "Municipality", "name": "Vennesla"},
        {"id": "o", "kind": "Actor", "subkind": "person", "name": "Ola Nordmann"},
    ]
    edges = [{"source": "g", "relation": "PART_OF", "target": "p"}]
    edges += [
        {"source": f"m{n}", "relation": "PART_OF", "target": "g", "quote": f"Tiltak {n}: alle"}
        for n in range(4)
    ]
    edges += [
        {"source": "v", "relation": "OWNS", "target": "m0"},
        {"source": "v", "relation": "RESPONSIBLE_FOR", "target": "m1", "modality": "planned"},
        {
            "source": "o",
            "relation": "OWNS",
            "target": "m2",
            "document": "d",
            "quote": "Ola Nordmanns sak",
        },
    ]
    documents = [{"id": "d", "title": "Handlingsplan", "date": "2024"}]
    return PlanGraph.from_tables(nodes, edges, documents, name="svart")
