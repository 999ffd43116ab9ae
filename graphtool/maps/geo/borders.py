"""Where municipalities lie: their borders from a file, their coordinates from the data.

A border belongs to the municipality that has its number, else to the only one that has its name,
whichever of a bilingual place's names that is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool.errors import NOTHING, GraphtoolError, Problem, did_you_mean
from graphtool.graph import Fact, PlanGraph
from graphtool.language import Said, Text, folded, together
from graphtool.maps.geo import geojson, norway
from graphtool.maps.geo.geojson import Feature, Ring

if TYPE_CHECKING:
    import pandas as pd

Rings = tuple[Ring, ...]

_BETWEEN = re.compile(r"\s+[-\u2013\u2014]\s+|\s*/\s*")
_OFFICE = re.compile(r" (?:kommune|kommun|herad|gielda|suohkan|tj[iï]elte|municipality)$")
_NUMBER = re.compile(r"\d{4}")
LISTED = 5
"""A message names this many of the places that it is about."""
_NONE_OF_THEM = Text(
    "ingen av de {features} områdene i filen er noen av de {towns} kommunene i dataene, verken"
    " etter nummer eller navn ({names}){hint}",
    "ingen av dei {features} områda i fila er nokon av dei {towns} kommunane i dataa, verken"
    " etter nummer eller namn ({names}){hint}",
    "none of its {features} features is one of the {towns} municipalities of the graph, by number"
    " or by name ({names}){hint}",
)
_NO_BORDER = Text("ingen grense for {names}", "inga grense for {names}", "no border for {names}")
_SEVERAL = Text(
    "{n} steder heter det samme som {name}: oppgi nummeret, ett av {numbers}",
    "{n} stader heiter det same som {name}: oppgi nummeret, eitt av {numbers}",
    "{name} is called as {n} places are: give its number, one of {numbers}",
)
_SWAPPED = Text(
    "breddegraden står før lengdegraden; GeoJSON skal ha lengde, bredde",
    "breiddegraden står før lengdegraden; GeoJSON skal ha lengd, breidd",
    "latitude comes before longitude; GeoJSON wants lon, lat",
)
_MORE = Text(" og {n} til", " og {n} til", " and {n} more")


class Borders(NamedTuple):
    """The borders of a graph's municipalities, and of what lies around them."""

    rings: dict[str, Rings]
    """By the municipality's id, sorted: closed outer and inner borders as (lon, lat)."""
    around: tuple[Rings, ...] = ()
    """Places in the file that are not in the graph, in the file's order."""
    problems: tuple[Problem, ...] = ()
    """Warnings: who has no border, which border could be of two."""
    credit: Text | None = None
    """Whose they are, to be said wherever they are shown."""


def read(path: Path, graph: PlanGraph) -> Borders:
    """The borders in a GeoJSON file, matched with the graph's municipalities.

    Raises `GraphtoolError` for a file that cannot be used (see `geojson.read`), and where no
    feature is any of the municipalities.
    """
    features = geojson.read(path)
    _require_order(path.name, features)
    towns = graph.of_kind("Municipality")
    numbers = _by_number(towns["id"], towns["facts"])
    names = _by_name(towns)
    labels = _labels(features, numbers, names)
    claims: dict[str, list[int]] = defaultdict(list)
    for at, (number, name) in enumerate(labels):
        for owner in {numbers[number]} if number in numbers else _called(name, names):
            claims[owner].append(at)
    if not claims:
        called = sorted({name for _, name in labels if name})[:LISTED]
        hint = did_you_mean(called[0], towns["name"]) if called else NOTHING
        counts = {"features": len(features), "towns": len(towns)}
        why = Said(_NONE_OF_THEM, **counts, names=", ".join(called), hint=hint)
        raise GraphtoolError.at(path.name, why)
    settled, said = _settled(claims, labels, numbers)
    without = [node for node in towns["id"] if node not in settled]
    if without:
        said.append(Said(_NO_BORDER, names=listed(without)))
    taken = {at for found in settled.values() for at in found}
    return Borders(
        {
            node: tuple(ring for at in settled[node] for ring in features[at].rings)
            for node in sorted(settled)
        },
        tuple(feature.rings for at, feature in enumerate(features) if at not in taken),
        tuple(Problem("warning", "border", words, path.name) for words in said),
    )


def listed(names: Sequence[str]) -> Said:
    """The first of these, and how many more there are."""
    more = Said(_MORE, n=len(names) - LISTED) if len(names) > LISTED else NOTHING
    return together(names[:LISTED], ", ") + more


def _settled(
    claims: Mapping[str, list[int]], labels: list[tuple[str, str]], numbers: Mapping[str, str]
) -> tuple[dict[str, list[int]], list[Said]]:
    """The features of each municipality, and who could be several.

    Several features of one number are parts of one place; of several that only share a name, the
    one is taken whose number is known.
    """
    settled, said = {}, []
    for owner, found in claims.items():
        known = [at for at in found if labels[at][0] in numbers]
        which = sorted({labels[at][0] for at in found})
        if not known and len(which) > 1:
            numbers_ = ", ".join(number or "?" for number in which)
            said.append(Said(_SEVERAL, name=owner, n=len(which), numbers=numbers_))
        else:
            settled[owner] = known or found
    return settled, said


def _require_order(name: str, features: list[Feature]) -> None:
    """Longitude comes first in GeoJSON; many a file has it last."""
    places = [feature.rings[0][0] for feature in features]
    right = any(norway.contains((lat, lon)) for lon, lat in places)
    if not right and any(norway.contains((lat, lon)) for lat, lon in places):
        raise GraphtoolError.at(name, Said(_SWAPPED))


def _by_number(ids: Iterable[str], facts: Iterable[Iterable[Fact]]) -> dict[str, str]:
    """Municipality by every number it has or had."""
    return {
        fact.value: node
        for node, own in zip(ids, facts, strict=True)
        for fact in own
        if fact.property == "number"
    }


def _by_name(towns: pd.DataFrame) -> dict[str, set[str]]:
    """Municipalities by each of their names, as they are compared."""
    found: dict[str, set[str]] = defaultdict(set)
    columns = ("name", "name_nb", "name_nn", "name_en", "aliases")
    for row in towns[["id", *columns]].to_dict("records"):
        for name in ";".join(row[column] for column in columns).split(";"):
            for part in _parts(name):
                found[part].add(row["id"])
    return found


def _parts(name: str) -> list[str]:
    """All that a place may be called by, from one name: the whole, and each language's.

    >>> _parts("Kárášjohka – Karasjok kommune")
    ['kárášjohka – karasjok', 'kárášjohka', 'karasjok']
    """
    whole = _OFFICE.sub("", folded(name))
    parts = [_OFFICE.sub("", part) for part in _BETWEEN.split(whole)]
    return [part for part in dict.fromkeys([whole, *parts]) if part]


def _called(name: str, names: Mapping[str, set[str]]) -> set[str]:
    """The only municipality that is called so, by the whole name if that is known."""
    for part in _parts(name):
        if len(names.get(part, ())) == 1:
            return names[part]
    return set()


def _labels(
    features: list[Feature], numbers: Mapping[str, str], names: Mapping[str, set[str]]
) -> list[tuple[str, str]]:
    """Number and name of each feature, "" for none, from the properties that know most of them."""
    given = [list(_texts(feature.properties)) for feature in features]
    known: Counter[tuple[str, bool]] = Counter()
    distinct: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for row in given:
        for key, value in row:
            is_number = _NUMBER.fullmatch(value) is not None
            distinct[key, is_number].add(value)
            found = value in numbers if is_number else bool(_called(value, names))
            known[key, is_number] += found
    best = [
        max(
            (key for key in distinct if key[1] is wanted),
            key=lambda key: (known[key], len(distinct[key]), key),
            default=("", wanted),
        )[0]
        for wanted in (True, False)
    ]
    made = []
    for row in given:
        number, name = (
            next(
                (
                    value
                    for key, value in row
                    if key == best[n] and (_NUMBER.fullmatch(value) is None) is bool(n)
                ),
                "",
            )
            for n in (0, 1)
        )
        made.append((number, name))
    return made


def _texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """What is said in a feature's properties as (property, text); numbers with leading zeros."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, key)
    elif isinstance(value, str):
        yield key, value.strip()
    elif isinstance(value, int) and not isinstance(value, bool) and 100 <= value <= 9999:
        yield key, f"{value:04}"
