"""Findings on a map: those that it has something to show of, as the page lists them."""

from __future__ import annotations

from collections.abc import Sequence

from graphtool.graph import PlanGraph
from graphtool.maps import discretion
from graphtool.maps.content import Json
from graphtool.maps.selection import LIMIT
from graphtool.maps.settings import Settings


def findings(graph: PlanGraph, sheets: Sequence[Json], settings: Settings) -> list[Json] | None:
    """What the whole graph says on the day of the map, most important first.

    Those of which no sheet shows a node are left out, and so are those about people who are not
    to be shown. `shown` says of how many nodes each view has one. None where the graph is too
    large.
    """
    from graphtool.findings import findings as found  # asks a dozen queries

    if len(graph.nodes) > LIMIT:  # a dozen queries take longer than the map itself
        return None
    on_sheet = {sheet["view"]: {node["id"] for node in sheet["nodes"]} for sheet in sheets}
    people = discretion.people(graph) if settings.hide_persons else set()
    made = []
    for each in found(graph, as_of=settings.as_of):
        ends = {end for edge in each.edges for end in edge[:2]}
        about = set(each.nodes) or ends
        shown = {view: count for view, ids in on_sheet.items() if (count := len(ids & about))}
        if (about and not shown) or (about | ends) & people:
            continue
        edges = [[*edge] for edge in each.edges]
        made.append({**each._asdict(), "nodes": [*each.nodes], "edges": edges, "shown": shown})
    return made
