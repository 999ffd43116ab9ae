"""Which view to open where none is asked for, and why."""

from __future__ import annotations

from typing import NamedTuple

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.selection import LIMIT

READABLE = 150
"""So many nodes can be shown one by one on a screen."""


class Choice(NamedTuple):
    """A view and the reason for it."""

    view: str
    why: Text


def choose(graph: PlanGraph) -> Choice:
    """The view that says most about a graph and can be read.

    >>> graph = PlanGraph.from_tables([{"id": "v", "kind": "Municipality", "name": "Vennesla"}])
    >>> choose(graph).view
    'overview'
    """
    relations = set(graph.edges["relation"].astype(str).unique())
    kinds = set(graph.nodes["kind"].astype(str).unique())
    count = len(graph.nodes)
    is_large = count > LIMIT
    if not is_large and relations and relations <= {"DEPENDS_ON", "BASED_ON"}:
        return Choice(
            "dependencies",
            Text(
                "Dataene sier bare hva som avhenger av hva.",
                "Dataa seier berre kva som er avhengig av kva.",
                "The data only say what depends on what.",
            ),
        )
    if not is_large and count > 2 and relations and kinds <= set(schema.PARTIES):
        return Choice(
            "collaboration",
            Text(
                "Dataene har bare kommuner og aktører: kartet viser hvem som samarbeider.",
                "Dataa har berre kommunar og aktørar: kartet viser kven som samarbeider.",
                "The data hold municipalities and actors only: the map shows who works together.",
            ),
        )
    return Choice("overview", overview(count))


def overview(count: int) -> Text:
    """Why a graph is shown at once, by how many nodes are shown.

    >>> print(overview(84).en)
    All 84 nodes fit on one sheet.
    """
    if count == 1:
        return Text(
            "Den ene noden får plass på ett ark.",
            "Den eine noden får plass på eitt ark.",
            "The one node fits on one sheet.",
        )
    if count <= READABLE:
        return Text(
            "Alle {n} noder får plass på ett ark.",
            "Alle {n} nodar får plass på eitt ark.",
            "All {n} nodes fit on one sheet.",
        ).format(n=count)
    return Text(
        "{n} noder er for mange til å leses på en gang: de er samlet i bokser som kan åpnes.",
        "{n} nodar er for mange til å lesast på ein gong: dei er samla i boksar som kan opnast.",
        "{n} nodes are too many to read at once: they are gathered in boxes that can be opened.",
    ).format(n=count)
