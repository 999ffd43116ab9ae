"""Regions whose municipalities a document says: those of the example data that come along."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import NamedTuple

from graphtool import demonstration, formats, municipalities
from graphtool.errors import SharedName, UnknownName
from graphtool.graph import PlanGraph
from graphtool.graph.tables import Record
from graphtool.municipalities import Municipality

SAID = ("document", "line", "quote", "modality")
"""What is taken over of how the document says it."""


class KnownRegion(NamedTuple):
    """A region and its municipalities on a day."""

    name: str
    members: dict[Municipality, Record]
    """How a document says of each that it belongs there: document, line, quote and modality."""
    documents: tuple[Record, ...]
    """Those that say who its members are."""


def find(name: str, day: str) -> KnownRegion | None:
    """The region of that name or alias, as it is made up on a day; None where no document says.

    A municipality that is no more has become its successor; a region with one that was split is
    not known, for nothing says which part of it belongs there.

    >>> [one.name for one in find("Kongsbergregionen", "2015-01-01").members][:2]
    ['Flesberg', 'Hjartdal']
    >>> len(find("kristiansandregionen", "2015-01-01").members)
    7
    >>> [one.name for one in find("Kristiansandsregionen", "2024-01-01").members]
    ['Birkenes', 'Iveland', 'Kristiansand', 'Lillesand', 'Vennesla']
    """
    for graph in _examples():
        with suppress(SharedName, UnknownName):
            at = graph.position(name)
            if graph.nodes["subkind"].iat[at] == "region":
                return _made_up(graph, at, day)
    return None


def names() -> list[str]:
    """What the regions that are known so are called.

    >>> names()
    ['Kristiansandsregionen', 'Kongsbergregionen']
    """
    graphs = _examples()
    return [
        name for one in graphs for name in one.nodes.loc[one.nodes["subkind"] == "region", "name"]
    ]


@cache
def _examples() -> list[PlanGraph]:
    with demonstration.lying() as folder:
        return [formats.read(folder / name).graph for name in demonstration.REGIONS]


def _made_up(graph: PlanGraph, region: int, day: str) -> KnownRegion | None:
    within = graph.related("PART_OF")
    within = within[within["target"] == region]
    members: dict[Municipality, Record] = {}
    for edge in within.to_dict("records"):
        found = _on(municipalities.find(graph.nodes["name"].iat[edge["source"]]), day)
        if found is None:
            return None
        members.setdefault(found, {name: edge[name] for name in SAID})
    cited = {said["document"] for said in members.values()}
    documents = graph.documents[graph.documents["id"].isin(cited)]
    return KnownRegion(
        str(graph.nodes["name"].iat[region]),
        members,
        tuple(documents[["id", "title", "date", "publisher"]].to_dict("records")),
    )


def _on(called: tuple[Municipality, ...], day: str) -> Municipality | None:
    """Who of that name was there on a day, or succeeded the last who was; None after a split."""
    there = municipalities.in_force(called, day)
    if there is not None or not called:
        return there
    became = municipalities.after(called[0])
    return _on(became, day) if len(became) == 1 else None
