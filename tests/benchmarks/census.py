"""How many of each kind live in the made-up nation, and who of them is who."""

from __future__ import annotations

import numpy as np

PER_THOUSAND = {
    "Programme": 1,
    "Project": 30,
    "Plan": 5,
    "FocusArea": 25,
    "Strategy": 75,
    "Goal": 100,
    "Measure": 400,
    "Resource": 14,
}
"""Nodes of each kind in a thousand; but for regions and municipalities the rest are actors."""
ACTORS = {
    "organisation": 0.25,
    "company": 0.28,
    "person": 0.3,
    "network": 0.05,
    "association": 0.03,
    "council": 0.01,
    "group": 0.05,
    "unresolved": 0.03,
}


class Census:
    """Where the nodes of each kind stand in the table of all nodes, and who is who."""

    def __init__(self, nodes: int, random: np.random.Generator) -> None:
        self.random = random
        land = {
            "Region": max(2, nodes * 15 // 1_000_000),
            "Municipality": max(7, nodes * 357 // 1_000_000),
        }
        rest = {kind: max(1, nodes * share // 1000) for kind, share in PER_THOUSAND.items()}
        actors = nodes - sum(land.values()) - sum(rest.values())
        self.count = {**land, "Actor": actors, **rest}
        ends = np.cumsum(list(self.count.values())).tolist()
        self.start = dict(zip(self.count, [0, *ends], strict=False))
        self.subkind = random.choice(list(ACTORS), actors, p=list(ACTORS.values()))

    def all(self, kind: str) -> np.ndarray:
        """All of a kind."""
        return self.start[kind] + np.arange(self.count[kind])

    def some(self, kind: str, share: float) -> np.ndarray:
        """That share of a kind, in order."""
        return self.all(kind)[self.random.random(self.count[kind]) < share]

    def actors(self, *subkinds: str) -> np.ndarray:
        """All actors of these subkinds."""
        return self.start["Actor"] + np.flatnonzero(np.isin(self.subkind, subkinds))

    def holding(self, kind: str, nodes: np.ndarray, whole: str) -> np.ndarray:
        """For nodes of a kind the node of another kind that each lies in, evenly spread."""
        at = (nodes - self.start[kind]) * self.count[whole] // self.count[kind]
        return self.start[whole] + at

    def parties(self, size: int) -> np.ndarray:
        """Who answers: every other time a municipality, else an actor, a few of them often."""
        known = self.actors("organisation", "company", "council", "group", "unresolved")
        often = known[(len(known) * self.random.random(size) ** 3).astype(np.int64)]
        local = self.random.choice(self.all("Municipality"), size)
        return np.where(self.random.random(size) < 0.5, local, often)
