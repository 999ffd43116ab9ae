"""A region to start from: its municipalities with what is officially known of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from graphtool import known_regions, municipalities
from graphtool.dates import last_day
from graphtool.errors import GraphtoolError, did_you_mean
from graphtool.graph import PlanGraph
from graphtool.graph.tables import Record
from graphtool.language import Said, Text, collation_key, listed, plain, same, slug
from graphtool.maps.geo import coordinates, official
from graphtool.municipalities import Municipality, membership

_NO_NAME = Text(
    "«{name}» er ikke noe navn på en region; si hva den heter",
    "«{name}» er ikkje noko namn på ein region; sei kva han heiter",
    "{name!r} is no name for a region; say what it is called",
)
_UNLISTED = Text(
    "hvilke kommuner {name} har, står ikke i noen offisiell liste; oppgi dem, hver med navn eller"
    " nummer (kjent er de for fylkene, og fra dokumenter for {known}){hint}",
    "kva kommunar {name} har, står ikkje i noka offisiell liste; oppgi dei, kvar med namn eller"
    " nummer (kjende er dei for fylka, og frå dokument for {known}){hint}",
    "which municipalities {name} has stands in no official list; name them, each by its name or"
    " number (they are known of the counties, and from documents of {known}){hint}",
)
_FROM = Text(
    "kommunene i {name} er etter dokumentet «{title}»{date}; se etter at det fortsatt er dem",
    "kommunane i {name} er etter dokumentet «{title}»{date}; sjå etter at det framleis er dei",
    "the municipalities of {name} are those of the document “{title}”{date}; make sure that they"
    " still are",
)

NUMBERS = "klass-131"
"""The id of the document that numbers and counties are from."""
BORDERS = "kartverket"
"""The id of the document that coordinates are from."""


def region(name: str, members: Sequence[str] = (), *, day: str | None = None) -> PlanGraph:
    """A region and its municipalities on a day, today by default: number, county, coordinates.

    `members` are names or numbers; () where the region is a county, or one of `known_regions`,
    whose municipalities are known. Each figure has its source; that they are members has one where
    a document says so: nothing official does. Raises `GraphtoolError` with every member that is
    unknown, ambiguous or not there that day, or of another county than the one that is named.

    >>> setesdal = region("Setesdal", ["Valle", "Bykle"], day="2024-01-01")
    >>> setesdal.of_kind("Municipality")["id"].tolist(), len(setesdal.related("PART_OF"))
    (['bykle', 'valle'], 4)
    >>> len(region("Agder fylke", day="2024-01-01").of_kind("Municipality"))
    25
    """
    if not slug(name):
        raise GraphtoolError(Said(_NO_NAME, name=name))
    day = last_day(day) if day else datetime.date.today().isoformat()
    meant = _meant(name, members, day)
    towns = meant.towns
    counties = {municipalities.county_of(one) for one in towns} - {""}  # Bergen lay in none
    homes = sorted(counties, key=collation_key)
    nodes: list[dict[str, Any]] = [
        {"id": _id(one), "kind": "Municipality", "name": one.name} for one in towns
    ]
    nodes += [_area(f"{home} fylke", "county") for home in homes]
    edges = [
        {"source": _id(one), **_in_county(one)} for one in towns if municipalities.county_of(one)
    ]
    if not meant.is_county:
        whole = _area(meant.name, "region")
        nodes.append(whole)
        within = {"relation": "PART_OF", "target": whole["id"]}
        edges += [{"source": _id(one), **within, **meant.said.get(one, {})} for one in towns]
    documents = [
        *meant.documents,
        {"id": NUMBERS, "title": municipalities.SOURCE, "url": municipalities.LINK},
        {"id": BORDERS, "title": official.CREDIT.nb},
    ]
    bare = PlanGraph.from_tables(nodes)
    facts = [*_numbers(towns), *_places(bare, day)]
    title = same(meant.name)
    return PlanGraph.from_tables(nodes, edges, documents, facts, name=meant.name, title=title)


class _Meant(NamedTuple):
    """What region is meant, and the municipalities that it is to have."""

    name: str
    towns: list[Municipality]
    is_county: bool = False
    said: Mapping[Municipality, Record] = MappingProxyType({})
    """How a document says of each that it belongs there."""
    documents: Sequence[Record] = ()


def _meant(name: str, members: Sequence[str], day: str) -> _Meant:
    if county := membership.county_called(name, day):
        towns = membership.named(members, day) if members else membership.of_county(county, day)
        membership.require_within(towns, county)
        return _Meant(f"{county} fylke", towns, is_county=True)
    if members:
        return _Meant(name, membership.named(members, day))
    known = known_regions.find(name, day)
    if known is None:
        raise GraphtoolError(_unlisted(name))
    return _Meant(known.name, [*known.members], said=known.members, documents=known.documents)


def members_from(graph: PlanGraph) -> list[Said]:
    """What documents say who belongs to the region of such a graph; none where they were named.

    >>> [one.in_("en") for one in members_from(region("Setesdal", ["Valle"], day="2024"))]
    []
    >>> print(members_from(region("Kristiansandregionen", day="2015"))[0].in_("en"))
    the municipalities of Kristiansandsregionen are those of the document “Kristiansandsregionen”...
    """
    within = graph.related("PART_OF")
    is_region = (graph.nodes["subkind"] == "region").to_numpy()
    cited = set(within.loc[is_region[within["target"].to_numpy()], "document"])
    documents = graph.documents[graph.documents["id"].isin(cited)]
    return [
        Said(_FROM, name=graph.name, title=title, date=f" ({date})" if date else "")
        for title, date in zip(documents["title"], documents["date"], strict=True)
    ]


def _unlisted(name: str) -> Said:
    counties = [one.name for one in municipalities.counties().values() if not one.until]
    known = known_regions.names()
    hint = did_you_mean(name, [*known, *counties])
    return Said(_UNLISTED, name=name, known=listed(plain(known)), hint=hint)


def _id(one: Municipality) -> str:
    """Its name, and its number where another has the name."""
    several = municipalities.are_several(municipalities.find(one.name))
    return f"{slug(one.name)}-{one.number}" if several else slug(one.name)


def _area(name: str, subkind: str) -> dict[str, str]:
    """A region; its id is never a municipality's, whatever it is called."""
    taken = bool(municipalities.find(name))
    node = f"{slug(name)}-region" if taken or not slug(name) else slug(name)
    return {"id": node, "kind": "Region", "subkind": subkind, "name": name}


def _in_county(one: Municipality) -> dict[str, str]:
    county = _area(f"{municipalities.county_of(one)} fylke", "county")["id"]
    quote = f"{one.number} {one.name}"
    evidence = {"document": NUMBERS, "quote": quote, "valid_from": one.since}
    return {"relation": "PART_OF", "target": county, **evidence}


def _numbers(towns: Iterable[Municipality]) -> Iterator[dict[str, str]]:
    for one in towns:
        known = {"number": one.number, "county": municipalities.county_of(one)}
        for what, value in known.items():
            if not value:
                continue
            yield {
                "node": _id(one),
                "property": what,
                "value": value,
                "valid_from": one.since,
                "document": NUMBERS,
                "quote": f"{one.number} {one.name}",
            }


def _places(graph: PlanGraph, day: str) -> Iterator[dict[str, str]]:
    """The middle of each, to a hundredth of a degree: the borders are simplified."""
    for node, place in coordinates.located(graph, official.borders(graph, day)).items():
        for what, degrees in zip(("lat", "lon"), place, strict=True):
            yield {"node": node, "property": what, "value": f"{degrees:.2f}", "document": BORDERS}
