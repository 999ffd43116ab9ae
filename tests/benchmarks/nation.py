"""A made-up nation: plans, parties and who answers for what, at any size, the same every time.

A plan holds what the plan of Kongsbergregionen holds: 5 focus areas, 15 strategies, 20 goals and
80 measures. Membership has a heavy tail, as in life: most networks are small, a few are vast.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.graph.tables import TEXT
from tests.benchmarks.census import Census
from tests.benchmarks.words import names, sentences

SEED = 357
MODALITIES = {"": 0.78, "planned": 0.15, "aspiration": 0.05, "derived": 0.02}
INSIDE = (
    ("Municipality", "Region", 1.0),
    ("FocusArea", "Plan", 1.0),
    ("Strategy", "FocusArea", 1.0),
    ("Goal", "Strategy", 0.9),
    ("Goal", "FocusArea", 0.1),
    ("Measure", "Goal", 0.7),
    ("Measure", "Strategy", 0.25),
    ("Project", "Programme", 0.5),
)
"""What is part of what, and the share of it that is."""
HELD = {
    "RESPONSIBLE_FOR": {
        "FocusArea": 0.3,
        "Strategy": 0.15,
        "Goal": 0.25,
        "Measure": 0.5,
        "Plan": 0.6,
        "Project": 0.7,
    },
    "OWNS": {"Goal": 0.06, "Measure": 0.1, "Plan": 0.2, "Resource": 1.0, "Programme": 1.0},
    "COORDINATES": {"FocusArea": 0.2, "Goal": 0.08, "Measure": 0.15, "Project": 0.3},
    "ADOPTED": {"Plan": 1.0},
    "LEADS": {"Programme": 1.0, "Project": 0.8},
}
"""The share of each kind that somebody answers for, coordinates and so on."""
BEGINNINGS = ["", "", "", "", "", "", "", "2012", "2016-04", "2018-01-01"]
ENDS = ["", "", "", "", "", "", "", "", "2021-12-31", "2030"]
SOURCED = 0.6
"""Share of edges that have document, line and quote; half as many of the nodes have."""
SAID_AGAIN = 0.02
"""Share of edges that a second document states too."""


class Nation(NamedTuple):
    """Text tables as `PlanGraph.from_tables` takes them."""

    nodes: pd.DataFrame
    edges: pd.DataFrame
    documents: pd.DataFrame


def nation(nodes: int = 1_000_000, edges: int = 3_000_000, *, seed: int = SEED) -> Nation:
    """A nation of so many nodes and distinct edges; the same for the same seed.

    One of fewer than about 1 000 nodes, or fewer edges than nodes, is not made well.
    """
    census = Census(nodes, np.random.default_rng(seed))
    ends = _distinct([*_structure(census), *_held(census)], nodes)
    while (missing := edges - len(ends)) > 0:
        ends = _distinct([ends, *_sundry(census, missing)], nodes)
    ends = ends.head(edges)
    again = ends[census.random.random(len(ends)) < SAID_AGAIN]
    documents = _documents(census)
    said = pd.concat([ends, again]).sample(frac=1, random_state=census.random)
    table = _nodes(census, documents)
    return Nation(table, _edges(census.random, said, table["id"], documents), documents)


def _structure(census: Census) -> list[pd.DataFrame]:
    """What lies in what, and every so often a sub-goal or sub-measure, of an earlier one."""
    found = []
    for part, whole, share in INSIDE:
        nodes = census.some(part, share)
        found.append(_ends("PART_OF", nodes, census.holding(part, nodes, whole)))
    for kind in ("Goal", "Measure"):
        nodes = census.some(kind, 0.15)
        found.append(_ends("PART_OF", nodes, nodes - (nodes - census.start[kind]) % 4))
    return found


def _held(census: Census) -> list[pd.DataFrame]:
    """What has somebody, and here and there two or three."""
    found = []
    for relation, kinds in HELD.items():
        for kind, share in kinds.items():
            nodes = census.some(kind, share)
            nodes = nodes.repeat(1 + census.random.binomial(2, 0.1, len(nodes)))
            found.append(_ends(relation, census.parties(len(nodes)), nodes))
    return found


def _sundry(census: Census, size: int) -> list[pd.DataFrame]:
    """About so many memberships and ties of other sorts."""
    random, of = census.random, census.all
    forums = census.actors(*schema.FORUMS)
    # The largest have 60 times the members of the smallest.
    tail = np.minimum(random.pareto(1.6, len(forums)) + 0.2, 12)
    people = census.actors("person")
    members = census.actors("organisation", "company", "person")
    someone = np.concatenate([members, of("Municipality")])
    work = np.concatenate([of("Project"), of("Measure")])
    drawn = (
        ("AFFILIATED_WITH", 0.10, people, census.actors("organisation", "company")),
        ("PARTICIPATES_IN", 0.18, someone, work),
        ("SUPPORTS", 0.06, someone, of("Goal")),
        ("CONTRIBUTES_TO", 0.12, of("Measure"), of("Goal")),
        ("FUNDS", 0.03, someone, of("Project")),
        ("DEPENDS_ON", 0.05, work, of("Measure")),
        ("COLLABORATES_WITH", 0.01, members, members),
        ("LOCATED_IN", 0.05, members, of("Municipality")),
    )
    joins = random.choice(forums, size * 2 // 5 + 1, p=tail / tail.sum())
    return [
        _ends("MEMBER_OF", random.choice(someone, len(joins)), joins),
        *(
            _ends(relation, random.choice(sources, n), random.choice(targets, n))
            for relation, share, sources, targets in drawn
            for n in [int(size * share) + 1]
        ),
    ]


def _ends(relation: str, source: np.ndarray, target: np.ndarray) -> pd.DataFrame:
    code = np.full(len(source), list(schema.RELATIONS).index(relation), dtype=np.int64)
    return pd.DataFrame({"relation": code, "source": source, "target": target})


def _distinct(parts: list[pd.DataFrame], nodes: int) -> pd.DataFrame:
    """Every edge once, none from a node to itself, an undirected one from the earlier node."""
    found = pd.concat(parts, ignore_index=True)
    undirected = [at for at, r in enumerate(schema.RELATIONS.values()) if r.undirected]
    swap = found["relation"].isin(undirected) & (found["source"] > found["target"])
    found.loc[swap, ["source", "target"]] = found.loc[swap, ["target", "source"]].to_numpy()
    key = (found["relation"] * nodes + found["source"]) * nodes + found["target"]
    return found[~key.duplicated() & (found["source"] != found["target"])]


def _documents(census: Census) -> pd.DataFrame:
    plans = census.count["Plan"]
    ids = pd.Series([f"dok-{at:05}" for at in range(plans)], dtype=TEXT)
    return pd.DataFrame(
        {
            "id": ids,
            "file": ids + ".nb.txt",
            "title": names(census.random, plans, "strategiplan"),
            "language": "nb",
            "date": [f"{2005 + at % 20}" for at in range(plans)],
        }
    )


def _nodes(census: Census, documents: pd.DataFrame) -> pd.DataFrame:
    random = census.random
    parts = []
    for kind, count in census.count.items():
        word = schema.KINDS[kind].label.nb
        spelled_out = kind in ("Goal", "Measure")
        named = sentences(random, count) if spelled_out else names(random, count, word)
        parts.append(
            pd.DataFrame(
                {
                    "id": [f"{word}-{at:06}" for at in range(count)],
                    "kind": kind,
                    "name": named,
                    "subkind": census.subkind if kind == "Actor" else "",
                }
            )
        )
    table = pd.concat(parts, ignore_index=True)
    size = len(table)
    # Some actors have ended: what they answer for has lapsed.
    ended = (table["kind"] == "Actor") & (random.random(size) < 0.05)
    table["valid_to"] = np.where(ended, "2019", "")
    return table.assign(**_evidence(random, size, SOURCED / 2, documents))


def _edges(
    random: np.random.Generator, ends: pd.DataFrame, ids: pd.Series, documents: pd.DataFrame
) -> pd.DataFrame:
    size = len(ends)
    words = np.array(list(schema.RELATIONS), dtype=object)
    return pd.DataFrame(
        {
            "source": ids.take(ends["source"]).array,
            "target": ids.take(ends["target"]).array,
            "relation": words[ends["relation"]],
            "modality": random.choice(list(MODALITIES), size, p=list(MODALITIES.values())),
            "valid_from": random.choice(BEGINNINGS, size),
            "valid_to": random.choice(ENDS, size),
            **_evidence(random, size, SOURCED, documents),
        }
    )


def _evidence(
    random: np.random.Generator, size: int, share: float, documents: pd.DataFrame
) -> dict[str, pd.Series]:
    """Document, line and quote for that share of rows, and empty cells for the others."""
    given = random.random(size) < share
    rows = {
        "document": documents["id"].take(random.integers(0, len(documents), size)),
        "line": pd.Series(random.integers(1, 1000, size)).astype(str),
        "quote": sentences(random, size),
    }
    return {
        name: column.reset_index(drop=True).astype(TEXT).where(given, "")
        for name, column in rows.items()
    }
