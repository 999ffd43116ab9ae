"""The questions for Neo4j Browser: each is short, and answers what is worked out otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graphtool import database, dates, engine, formats, own_cypher
from graphtool.database import statements
from graphtool.graph import PlanGraph, belonging
from tests.neo4j.conftest import Home

CYPHER = Path(__file__).parents[2] / "cypher" / "explore"
DATA = Path(__file__).parents[2] / "data"
MOST = 8
"""Lines that such a question may have, its comment and what it is asked with included."""
ASKED: dict[str, dict[str, dict[str, Any]]] = {
    "kristiansandsregionen": {},
    "kongsbergregionen": {
        "on_a_day": {"name": "Rollag", "day": 20150101},
        "path_between": {"one": "Rollag", "other": "Kunnskapsutvikling"},
        "what_a_document_says": {"document": "strategiplan"},
        "what_hangs_on": {"name": "Kongsbergregionen"},
        "which_document_says_it": {"words": "reiseliv"},
    },
}
"""What each is asked with, where that is not what its file says."""

Rows = list[tuple[Any, ...]]


class Said:
    """A plan graph as plain Python, to work answers out from."""

    def __init__(self, graph: PlanGraph) -> None:
        """Its names, and its assertions as dicts, ends as positions."""
        self.graph = graph
        self.ids: list[str] = graph.nodes["id"].tolist()
        self.names: list[str] = graph.nodes["name"].tolist()
        self.kinds: list[str] = graph.nodes["kind"].astype(str).tolist()
        self.edges: list[dict[str, Any]] = graph.edges.to_dict("records")

    def named(self, *names: str) -> list[int]:
        return [at for at, name in enumerate(self.names) if name in names]

    def of(self, *kinds: str) -> list[int]:
        return [at for at, kind in enumerate(self.kinds) if kind in kinds]

    def related(self, *relations: str) -> Iterator[dict[str, Any]]:
        return (edge for edge in self.edges if edge["relation"] in relations)

    def facts(self, *relations: str) -> Iterator[dict[str, Any]]:
        """What is so, and is not only to be."""
        said = self.related(*relations)
        return (edge for edge in said if edge["modality"] in ("stated", "derived"))

    def title(self, document: str) -> str:
        titles = dict(zip(self.graph.documents["id"], self.graph.documents["title"], strict=True))
        return titles[document]


def whose_goals(said: Said) -> Rows:
    parts = nx.DiGraph((edge["source"], edge["target"]) for edge in said.related("PART_OF"))
    parts.add_nodes_from(range(len(said.names)))
    rows = []
    for goal in said.of("Goal"):
        for whole in sorted(nx.single_source_shortest_path_length(parts, goal, cutoff=5)):
            rows += [
                (
                    said.names[goal],
                    edge["relation"],
                    said.names[edge["source"]],
                    said.names[whole] if whole != goal else None,
                    edge["modality"],
                )
                for edge in said.related("OWNS", "RESPONSIBLE_FOR", "COORDINATES")
                if edge["target"] == whole
            ]
    return list(dict.fromkeys(rows))  # what several documents say alike is said once


def who_shares_what(said: Said) -> Rows:
    ties = ("MEMBER_OF", "PARTICIPATES_IN", "OWNS", "SUPPORTS", "ADOPTED")
    inside: dict[int, set[int]] = {at: set() for at in said.of("Municipality")}
    for edge in said.facts(*ties):
        inside.get(edge["source"], set()).add(edge["target"])
    rows = [
        (said.names[a], said.names[b], "; ".join(said.names[at] for at in sorted(both)))
        for a in inside
        for b in inside
        if a < b and (both := inside[a] & inside[b])
    ]
    return sorted(rows, key=lambda row: (-row[2].count(";"), row[0], row[1]))


def what_hangs_on(said: Said, name: str) -> Rows:
    (place,) = set(said.named(name)) & {*said.of("Municipality", "Region")}
    owned = belonging.belongs_to(said.graph).set_axis(["source", "target"], axis=1)
    its = {place, *owned["source"][owned["target"] == place]}
    return [
        (
            said.names[edge["source"]],
            said.names[edge["target"]],
            edge["status"] or None,
            edge["quote"],
        )
        for edge in said.related("DEPENDS_ON")
        if edge["target"] in its
    ]


def path_between(said: Said, one: str, other: str) -> Rows:
    """How many steps it takes; which of several ways is shown is the server's choice."""
    both = nx.Graph((edge["source"], edge["target"]) for edge in said.edges)
    (start,), (end,) = said.named(one), said.named(other)
    return [(one, nx.shortest_path_length(both, start, end), other)]


def goals_nobody_answers_for(said: Said) -> Rows:
    rows = engine.run("orphaned-goals", said.graph, inherit="none").rows
    goals = said.graph.nodes.set_index("id").loc[said.ids]
    return [
        (row.name, row.document, row.line)
        for row in goals[goals.index.isin(rows["goal"])].reset_index().itertuples(index=False)
    ]


def what_a_merger_moved(said: Said) -> Rows:
    moved = said.graph.periods.edges
    moved = moved[moved["further"] & (moved["carried_from"].astype(str) != "")]
    rows: Rows = []
    for became in said.related("SUCCEEDED_BY"):
        old, heir = became["source"], became["target"]
        carried = [
            (said.edges[row.edge]["relation"], said.names[row.source + row.target - heir])
            for row in moved.itertuples()
            if row.carried_from == said.ids[old] and heir in (row.source, row.target)
        ]
        told = (said.names[old], said.names[heir], became["valid_from"])
        rows += [(*told, *one) for one in carried] or [(*told, None, None)]
    return rows


def which_document_says_it(said: Said, words: str) -> Rows:
    """Those whose quotes have the word, or one that begins with it."""
    return [
        (
            said.names[edge["source"]],
            edge["relation"],
            said.names[edge["target"]],
            said.title(edge["document"]),
            edge["line"],
            edge["quote"],
        )
        for edge in said.edges
        if re.search(rf"\b{words}(e|en|et|er|ene)?\b", edge["quote"].lower())
    ]


def what_a_document_says(said: Said, document: str) -> Rows:
    rows = [
        (
            edge["line"],
            said.names[edge["source"]],
            edge["relation"],
            said.names[edge["target"]],
            edge["quote"],
        )
        for edge in said.edges
        if edge["document"] == document
    ]
    return sorted(rows, key=lambda row: row[0])


def how_many_people(said: Said) -> Rows:
    rows = []
    for place in said.of("Municipality"):
        counts = [f for f in said.graph.nodes["facts"][place] if f.property == "population"]
        newest = max(counts, key=lambda fact: dates.first_number(fact.valid_from))
        day, document = newest.valid_from, said.title(newest.document)
        rows.append((said.names[place], int(newest.value), day, document))
    return sorted(rows, key=lambda row: -row[1])


def on_a_day(said: Said, name: str, day: int) -> Rows:
    (party,) = set(said.named(name)) & {*said.of("Municipality")}
    ties = [*said.facts("MEMBER_OF", "PARTICIPATES_IN", "OWNS", "ADOPTED")]
    nodes, edges = said.graph.periods.nodes, said.graph.periods.edges
    there = (nodes["since"] <= day) & (day <= nodes["until"])
    on = edges[(edges["since"] <= day) & (day <= edges["until"]) & (edges["source"] == party)]
    rows = []
    for row in on.itertuples():
        edge = said.edges[row.edge]
        if there[row.target] and edge in ties:
            dated = edge["valid_from"] or None, edge["valid_to"] or None
            rows.append((edge["relation"], said.names[row.target], *dated))
    return list(dict.fromkeys(rows))


WORKED_OUT: dict[str, Callable[..., Rows]] = {
    function.__name__: function
    for function in (
        whose_goals,
        who_shares_what,
        what_hangs_on,
        path_between,
        goals_nobody_answers_for,
        what_a_merger_moved,
        which_document_says_it,
        what_a_document_says,
        how_many_people,
        on_a_day,
    )
}
AS_IT_COMES = {"which_document_says_it", "on_a_day", "what_a_merger_moved", "what_a_document_says"}
"""Those whose order is the server's own, or where it leaves several rows at one place."""


def test_there_are_ten_and_each_is_short_and_says_what_it_answers() -> None:
    assert set(statements.explored()) == set(WORKED_OUT)
    assert len(WORKED_OUT) == 10
    for name, text in statements.explored().items():
        assert len(text.splitlines()) <= MOST, name
        assert max(map(len, text.splitlines())) <= 100, name
        assert re.match(r"// [A-Z].+\.\n", text), name


def test_nobody_is_said_to_be_in_what_they_are_only_to_join() -> None:
    # The hub municipalities are to be let into Kristiansand's international network.
    said = Said(formats.read(DATA / "kristiansandsregionen").graph)
    network = "Kristiansands internasjonale nettverk"
    assert any(said.names[edge["target"]] == network for edge in said.related("MEMBER_OF"))
    assert not [row for row in who_shares_what(said) if network in row[2]]
    assert not [row for row in on_a_day(said, "Vennesla", 20160615) if row[1] == network]


@pytest.mark.combined
@pytest.mark.parametrize("region", ASKED)
def test_each_answers_what_is_worked_out_otherwise(home: Home, region: str) -> None:
    graph = formats.read(DATA / region).graph
    database.load(graph, home.address)
    home.cypher("CALL db.awaitIndexes(60)")
    said = Said(graph)
    with engine.server(home.address) as server:
        for name, worked_out in WORKED_OUT.items():
            statement = own_cypher.read(str(CYPHER / f"{name}.cypher"))
            asked = {**statement.parameters, **ASKED[region].get(name, {})}
            answer = own_cypher.answer(server, statement, statement.asked(asked), structured=False)
            found = [tuple(row.values()) for row in answer.records()]
            if name == "path_between":
                found = [steps(row[0]) for row in found]
            expected = worked_out(said, **asked)
            if name in AS_IT_COMES:
                found, expected = (sorted(rows, key=str) for rows in (found, expected))
            assert found == expected, name
            assert found, name


def steps(path: str) -> tuple[str, int, str]:
    """Both ends of a path as it is printed, and how many steps lie between."""
    first, *_, last = re.split(r" <?-[A-Z_]+->? ", path)
    return first, len(re.findall(r"-[A-Z_]+-", path)), last
