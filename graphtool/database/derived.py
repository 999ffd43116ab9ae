"""What is worked out of a plan graph for a database: further periods, facts' own rows, ties."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from graphtool import dates
from graphtool.database import model
from graphtool.database.digests import digest
from graphtool.graph.belonging_in_time import acts_for_in_time, belongs_to_in_time
from graphtool.graph.edge_order import in_order
from graphtool.graph.tables import TEXT

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


class Derived(NamedTuple):
    """All of it: a load asks for it twice, and it takes longer than all else that it does here."""

    edges: pd.DataFrame
    """As `in_time` has it."""
    facts: pd.DataFrame
    """As `facts_of` has it."""
    ties: pd.DataFrame
    """As `worked_out` has it."""

    @classmethod
    def of(cls, graph: PlanGraph) -> Derived:
        """What is worked out of this graph."""
        facts = facts_of(graph)
        return cls(in_time(graph), facts, worked_out(graph, facts))


def in_time(graph: PlanGraph) -> pd.DataFrame:
    """Every assertion with its period, and what successors carry on of it (`further`), in order."""
    rows, edges = graph.periods.edges, graph.edges
    taken = edges.take(rows["edge"].to_numpy()).reset_index(drop=True)
    names = ("source", "target", "carried_from", *model.PERIOD, "further")
    table = taken.assign(**{name: rows[name].array for name in names})
    return in_order(table) if len(rows) > len(edges) else table


def facts_of(graph: PlanGraph) -> pd.DataFrame:
    """Every fact of every node, in their order: its `id`, `at` which position its node is, and all.

    `since` and `until` are its period.
    """
    texts = [n for n in ("id", *model.FACT_PROPERTIES) if n != "line"]
    names = graph.nodes["id"].tolist()
    rows = [
        (digest([names[at], *fact]).decode(), at, names[at], *fact)
        for at, facts in enumerate(graph.nodes["facts"])
        for fact in facts
    ]
    table = pd.DataFrame(rows, columns=["id", "at", *model.FACT_PROPERTIES])
    table = table.astype({**dict.fromkeys(texts, TEXT), "at": np.int64, "line": np.int64})
    return table.assign(
        since=table["valid_from"].map(dates.first_number).astype(np.int64),
        until=table["valid_to"].map(dates.last_number).astype(np.int64),
    )


def worked_out(graph: PlanGraph, facts: pd.DataFrame) -> pd.DataFrame:
    """Derived relations: ends, type, when they hold, and number of owners, 0 where none are asked.

    Who acts for which municipality and what belongs to which (`graph.belonging`); who has which
    fact; which node and fact stands in which document. Ends are positions among nodes, then facts,
    then documents.
    """
    facts_at, documents_at = len(graph.nodes), len(graph.nodes) + len(facts)
    had = facts.assign(source=facts["at"], target=facts.index + facts_at, kept=facts["until"])
    nodes = graph.periods.nodes.assign(document=graph.nodes["document"].astype(TEXT))
    stood = pd.concat([nodes, had], ignore_index=True)
    stood["source"] = stood.index
    stood["target"] = pd.Index(graph.documents["id"]).get_indexer(stood["document"])
    stood = stood[stood["target"] >= 0].assign(target=lambda table: table["target"] + documents_at)
    columns = ["source", "target", *model.PERIOD]
    found = [
        acts_for_in_time(graph),
        belongs_to_in_time(graph).assign(owners=0),
        had[columns].assign(further=False, owners=0),
        stood[columns].assign(further=False, owners=0),
    ]
    named = [table.assign(relation=name) for name, table in zip(model.DERIVED, found, strict=True)]
    table = pd.concat(named, ignore_index=True)
    table["relation"] = pd.Categorical(table["relation"], categories=list(model.DERIVED))
    return table
