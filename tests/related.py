"""Plan graphs that hold edges of every relation that a question reads.

`plan_rows` of `tests.strategies` draws any graph, most without the edges that a given question
asks for; `related_rows(relations)` has each of them in every graph, among parties of all sorts.
"""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from graphtool import dates, schema
from tests.strategies import NAMES, PlanRows, Row

PARTIES = (
    ("Municipality", ""),
    ("Municipality", ""),
    ("Municipality", ""),
    ("Actor", "company"),
    ("Actor", "department"),
    ("Actor", "council"),
    ("Actor", "network"),
    ("Actor", "person"),
    ("Actor", "person"),
    ("Actor", "group"),
)
"""Kind and subkind of the parties in a graph: each sort that a question treats in its own way."""
DATES = ("", "", "", "2010", "2015-04", "2015-04-16", "2017-12", "2019-12-31", "2020")
MERGED = ("", "2015-04", "2016-01-01", "2020")
SAID = ("", "", "stated", "stated", "derived", "planned", "aspiration")
PARALLEL = (1, 1, 1, 2, 3)
LEAST = 24
"""Edges, so that those of few relations meet; of many relations each has two."""


def related_rows(relations: tuple[str, ...]) -> st.SearchStrategy[PlanRows]:
    """Rows of valid plan graphs with edges of each of these relations, dated or not.

    In most of them municipalities have merged and in some they are split off again. A graph comes
    from one drawn number, since drawing every cell is slow: a failing one is not made smaller.
    """
    return st.randoms(use_true_random=True).map(lambda random: _rows(random, relations))


def _rows(random: Random, relations: tuple[str, ...]) -> PlanRows:
    nodes = _nodes(random, relations)
    number = -(-LEAST // max(1, len(relations)))
    edges = [
        edge
        for relation in relations
        if relation != "SUCCEEDED_BY"
        for _ in range(number)
        for edge in _assertions(random, relation, nodes)
    ]
    edges += _successions(random, nodes, always="SUCCEEDED_BY" in relations)
    owners: dict[str, int] = {}
    for edge in edges:
        owners[edge["target"]] = owners.get(edge["target"], 0) + (edge["relation"] == "OWNS")
    for edge in edges:
        if edge["relation"] == "OWNS" and random.random() < 0.7:
            edge["share"] = 1 / owners[edge["target"]]
    random.shuffle(edges)
    documents = [
        {"id": "plan", "title": "Plan", "date": "2015", "file": "plan.txt"},
        {"id": "søknad", "title": "Søknad", "date": "2016-03-01"},
    ]
    facts = [
        {
            "node": random.choice(nodes)["id"],
            "property": "population",
            "value": str(at),
            **_period(random),
            **_evidence(random),
        }
        for at in range(random.randrange(3))
    ]
    return PlanRows(nodes, edges, documents, facts, "nettverket", None)


def _nodes(random: Random, relations: tuple[str, ...]) -> list[Row]:
    ends = [schema.RELATIONS[name] for name in relations]
    others = {kind for relation in ends for kind in (*relation.sources, *relation.targets)}
    kinds = [(kind, "") for kind in schema.KINDS if kind in others - set(schema.PARTIES)]
    sorts = [*PARTIES, *kinds, *random.choices(kinds, k=len(kinds))] if kinds else [*PARTIES]
    letters = {kind: chr(ord("a") + at) for at, kind in enumerate(schema.KINDS)}
    return [
        {
            # In the same order as letters and as numbers, so that a test can name them anew.
            "id": f"{letters[kind]}{at:02}",
            "kind": kind,
            "subkind": subkind or random.choice(["", *schema.KINDS[kind].subkinds]),
            "name": random.choice(NAMES),  # often shared by several
            **(_period(random) if random.random() < 0.4 else {}),
            **_evidence(random),
        }
        for at, (kind, subkind) in enumerate(sorts)
    ]


def _assertions(random: Random, name: str, nodes: list[Row]) -> list[Row]:
    """One edge of a relation, said once or several times."""
    relation = schema.RELATIONS[name]
    pairs = [
        (one, other)
        for at, one in enumerate(nodes)
        for before, other in enumerate(nodes)
        # Only backwards, so that nothing is part of itself.
        if (before < at if name == "PART_OF" and one["kind"] == other["kind"] else before != at)
        and relation.allows(one["kind"], other["kind"])
    ]
    kinds = sorted({(one["kind"], other["kind"]) for one, other in pairs})
    wanted = random.choice(kinds)  # else the commonest kinds would have nearly all edges
    one, other = random.choice([p for p in pairs if (p[0]["kind"], p[1]["kind"]) == wanted])
    return [
        {
            "source": one["id"],
            "relation": name,
            "target": other["id"],
            "modality": random.choice(SAID),
            "status": random.choice(["", *schema.STATUSES]),
            **_period(random),
            **_evidence(random),
        }
        for _ in range(random.choice(PARALLEL))
    ]


def _successions(random: Random, nodes: list[Row], *, always: bool) -> list[Row]:
    """A merger of two municipalities into a third, undone later now and then; often none."""
    old, other, new = (node["id"] for node in nodes[:3])
    if not always and random.random() < 0.4:
        return []
    day = random.choice(MERGED)
    steps = [(old, new, day), (other, new, day)][: random.choice((1, 2, 2))]
    if day and random.random() < 0.4:
        steps.append((new, old, "2021"))
    return [
        {"source": one, "relation": "SUCCEEDED_BY", "target": to, "valid_from": when}
        for one, to, when in steps
    ]


def _period(random: Random) -> Row:
    begins, ends = random.choice(DATES), random.choice(DATES)
    if begins and ends and dates.runs_backwards(begins, ends):
        begins, ends = ends, begins
    return {"valid_from": begins, "valid_to": ends}


def _evidence(random: Random) -> Row:
    if random.random() < 0.3:
        return {}
    return {
        "document": random.choice(("", "plan", "søknad")),
        "line": random.choice((1, 7, 12)),
        "quote": random.choice(("", "Kommunen eier.", "De skal gå sammen.")),
        "note": random.choice(("", "etter ordlyden")),
    }
