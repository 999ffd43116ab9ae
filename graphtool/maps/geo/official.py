"""Where the municipalities of Norway lie, without a file: borders that are in the package.

Those of 2024 from Kartverket (CC BY 4.0, by way of robhop/fylker-og-kommuner), and of three that
are no more from fhimaps (MIT, from Kartverket's too), simplified by `packing`. A municipality of
another year has them where it is the same land as one or several of today's (see
`municipalities.same_land`); what became part of a larger one has none that are known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from graphtool import dates, municipalities
from graphtool.errors import Problem
from graphtool.graph import PlanGraph
from graphtool.language import Said, Text, number
from graphtool.maps.geo.borders import Borders, Rings, listed
from graphtool.maps.geo.packing import unpacked
from graphtool.municipalities import Municipality

FILE = "municipalities.topojson.xz"
CREDIT = Text(
    "Kommunegrenser: © Kartverket (CC BY 4.0), forenklet.",
    "Kommunegrenser: © Kartverket (CC BY 4.0), forenkla.",
    "Municipal borders: © Kartverket (CC BY 4.0), simplified.",
)
"""What their licence asks to be said wherever they are shown."""
_UNTIL = Text("{name} (til {until})", "{name} (til {until})", "{name} (until {until})")
_SEVERAL = Text(
    "{name}: flere kommuner heter det; oppgi nummeret",
    "{name}: fleire kommunar heiter det; oppgi nummeret",
    "{name}: several municipalities are called so; give its number",
)
_UNKNOWN = Text(
    "grensen er ikke kjent for {names}: {why}",
    "grensa er ikkje kjend for {names}: {why}",
    "no border is known of {names}: {why}",
)
_BECAME = (
    Text(
        "den ble en del av en større kommune",
        "han blei ein del av ein større kommune",
        "it became part of a larger one",
    ),
    Text(
        "de ble deler av større kommuner",
        "dei blei delar av større kommunar",
        "they became part of larger ones",
    ),
)


def borders(graph: PlanGraph, as_of: str | None = None) -> Borders | None:
    """The borders of a graph's municipalities on a day; None where none of them is known.

    Without a day, those of the time at which most of them were there. Of who was not there then,
    the latest.

    >>> graph = PlanGraph.from_tables([{"id": "v", "kind": "Municipality", "name": "Vennesla"}])
    >>> [*borders(graph).rings], borders(graph).rings["v"][0][0]
    (['v'], (...))
    """
    meant, several = _meant(graph)
    if not meant and not (several and as_of):
        return None
    day = dates.last_day(as_of) if as_of else _day(list(meant.values()))
    rows = {node: municipalities.in_force(found, day) or found[0] for node, found in meant.items()}
    unclear = []
    for node, found in several.items():
        then = [one for one in found if municipalities.in_force([one], day)]
        if len(then) == 1:
            rows[node] = then[0]
        else:
            unclear.append(found[0].name)
    rings = {node: land for node, row in sorted(rows.items()) if (land := _land(row))}
    if not rings:
        return None
    without = [
        Said(_UNTIL, name=rows[node].name, until=rows[node].until)
        for node in rows
        if node not in rings
    ]
    said = [Said(_SEVERAL, name=name) for name in unclear]
    if without:
        why = number(len(without), *_BECAME)
        said.insert(0, Said(_UNKNOWN, names=listed(without), why=why))
    problems = tuple(Problem("warning", "border", words) for words in said)
    return Borders(rings, tuple(_around(list(rows.values()))), problems, CREDIT)


def _meant(
    graph: PlanGraph,
) -> tuple[dict[str, tuple[Municipality, ...]], dict[str, tuple[Municipality, ...]]]:
    """What each municipality of a graph was over time, and those that may have been several.

    By its name; where several have it, or none, by its number or its county.
    """
    meant, several = {}, {}
    towns = graph.of_kind("Municipality")
    for node, name, facts in zip(towns["id"], towns["name"], towns["facts"], strict=True):
        values = {fact.value for fact in facts if fact.property in ("number", "county")}
        found = municipalities.find(name)
        if not found:
            found = next(filter(None, map(municipalities.find, sorted(values, reverse=True))), ())
        if municipalities.are_several(found):
            found = municipalities.told_apart(found, values)
        if municipalities.are_several(found):
            several[node] = tuple(found)
        elif found:
            meant[node] = tuple(found)
    return meant, several


def _day(several: Sequence[Sequence[Municipality]]) -> str:
    """The latest day from which most of these were there."""
    starts = sorted({one.since for found in several for one in found})
    counts = Counter(
        {day: sum(municipalities.in_force(f, day) is not None for f in several) for day in starts}
    )
    most = max(counts.values())
    return max(day for day in starts if counts[day] == most)


@lru_cache(maxsize=1)
def _kept() -> dict[str, Rings]:
    return unpacked(files("graphtool.maps.geo").joinpath(FILE).read_bytes())


def _land(one: Municipality) -> Rings:
    """The borders of what it was; () where they are not known."""
    if one.until and one.number in _kept():
        return _kept()[one.number]
    now = [each.number for each in municipalities.same_land(one)]
    return tuple(ring for code in now for ring in _kept().get(code, ()))


def _around(shown: Sequence[Municipality]) -> Iterator[Rings]:
    """The land of everybody else: of today's, or of what those were made of where one is shown."""
    mine = {one.number for one in shown}
    covered = {now.number for one in shown for now in _now(one)}
    for code, rings in _kept().items():
        latest = municipalities.find(code)[0]
        became = {now.number for now in _now(latest)}
        if code in mine or (not latest.until and code in covered):
            continue
        if not latest.until or became & covered:
            yield rings


def _now(one: Municipality) -> list[Municipality]:
    """Today's municipalities that it became, or became part of."""
    return (
        [now for next_ in municipalities.after(one) for now in _now(next_)] if one.until else [one]
    )
