"""Where municipalities lie: by what the data says, else by their borders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graphtool.algorithms.geometry import rings as rings_
from graphtool.errors import Problem
from graphtool.graph import Fact, PlanGraph
from graphtool.language import Said, Text
from graphtool.maps.geo import norway
from graphtool.maps.geo.borders import Borders, Rings
from graphtool.maps.geo.norway import Place

_NO_DEGREES = Text(
    "{node}: {property} «{value}» er ikke noe tall i grader, som 58.19",
    "{node}: {property} «{value}» er ikkje noko tal i gradar, som 58.19",
    "{node}: {property} {value!r} is no number of degrees, as 58.19",
)
_ONLY_ONE = Text(
    "{node}: lat og lon hører sammen, og bare den ene er oppgitt",
    "{node}: lat og lon høyrer saman, og berre den eine er oppgitt",
    "{node}: lat and lon go together, and only one is given",
)
_ABROAD = Text(
    "{node}: lat {lat}, lon {lon} er ikke i Norge",
    "{node}: lat {lat}, lon {lon} er ikkje i Noreg",
    "{node}: lat {lat}, lon {lon} is not in Norway",
)


class Coordinates(NamedTuple):
    """The places that are known, and what could not be read."""

    places: dict[int, Place]
    """By the municipality's position in the graph's nodes."""
    problems: tuple[Problem, ...] = ()
    """Warnings, one a value that is no coordinate in Norway."""


def located(graph: PlanGraph, borders: Borders | None = None) -> dict[str, Place]:
    """Latitude and longitude of the graph's municipalities by id; see `coordinates`."""
    ids = graph.nodes["id"]
    return {ids.iat[at]: place for at, place in coordinates(graph, borders).places.items()}


def coordinates(graph: PlanGraph, borders: Borders | None = None) -> Coordinates:
    """Where each municipality lies; one of which nothing is known is left out.

    From the facts `lat` and `lon`, of several the latest in force; where borders are given the
    latest that lies within them, for the borders may be of another time. Without facts from the
    border: the centroid of its largest part, or a point inside where that lies outside.

    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"}],
    ...     facts=[{"node": "v", "property": "lat", "value": "58.33"},
    ...            {"node": "v", "property": "lon", "value": "7.83"}])
    >>> coordinates(graph).places
    {0: (58.33, 7.83)}
    """
    rings: Mapping[str, Rings] = borders.rings if borders else {}
    places: dict[int, Place] = {}
    problems: list[Problem] = []
    towns = graph.of_kind("Municipality")
    for at, node, facts in zip(towns.index, towns["id"], towns["facts"], strict=True):
        found, wrong = _said(node, facts)
        problems += wrong
        border = rings.get(node, ())
        within = [place for place in found if border and rings_.contains(border, place[::-1])]
        if within or found:
            places[int(at)] = (within or found)[0]
        elif border and norway.contains(place := _middle(border)):
            places[int(at)] = place
    return Coordinates(places, tuple(problems))


def _said(node: str, facts: Iterable[Fact]) -> tuple[list[Place], list[Problem]]:
    """The places that the facts of one node give, the latest first, and the values amiss."""
    values: dict[str, dict[tuple[bool, str], float]] = {"lat": {}, "lon": {}}
    problems = []
    for fact in facts:
        if fact.property not in values:
            continue
        try:
            values[fact.property][not fact.valid_to, fact.valid_from] = float(fact.value)
        except ValueError:
            said = Said(_NO_DEGREES, node=node, property=fact.property, value=fact.value)
            problems.append(Problem("warning", "no-coordinate", said))
    lat, lon = values["lat"], values["lon"]
    if bool(lat) != bool(lon) and not problems:
        said = Said(_ONLY_ONE, node=node)
        problems.append(Problem("warning", "no-coordinate", said))
    found = []
    for period in sorted(lat, reverse=True) if lon else ():
        place = lat[period], lon.get(period, lon[max(lon)])
        if norway.contains(place):
            found.append(place)
        else:
            said = Said(_ABROAD, node=node, lat=place[0], lon=place[1])
            problems.append(Problem("warning", "no-coordinate", said))
    return found, problems


def _middle(border: Rings) -> Place:
    """Degrees do for a middle: a plane map is an even stretch of them, which moves no centroid."""
    lon, lat = rings_.middle(border)
    return round(lat, 5), round(lon, 5)
