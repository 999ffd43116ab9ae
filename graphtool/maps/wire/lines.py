"""Edges in the wire form, each as a list: ends, relation, modality, evidence, and what else is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from graphtool import schema
from graphtool.maps.content import Derived
from graphtool.maps.scene import Bundle, Line, Scene
from graphtool.maps.wire.records import Json, assertion, of_change

RELATIONS = list(schema.RELATIONS)
Inside = Mapping[str, Mapping[str, int]]
"""By the id of each fold, the places of its members in it; {} where no filter looks into any."""


def of_line(line: Line, inside: Inside) -> list[object]:
    """An edge as it is drawn, with the statements behind it."""
    more = {
        **_derived(line.derived),
        "when": line.when,
        "over": [(first, last, _over(derived)) for first, last, derived in line.over],
        **of_change(line.change),
        "corners": [value for corner in line.corners for value in corner],
        "rest": line.rest if line.rest in ("placed", "waiting") else "",
        "stands": line.counts if max(line.counts) > 1 else (),
        "each": _each(line, inside),
        "places": line.places,
    }
    given = {name: value for name, value in more.items() if value}
    return [*line.key, line.modality, [assertion(one) for one in line.assertions], given]


def _derived(derived: Derived) -> Json:
    made: Json = {"weight": derived.weight, "shared": derived.shared} if derived.weight else {}
    return {**made, "circle": 1} if derived.circular else made


def _over(derived: Derived) -> Json:
    modality = {"modality": derived.modality} if derived.modality else {}
    return {**_derived(derived), **modality}


def of_strands(scene: Scene) -> list[list[object]]:
    """The two hulls of each, its corners, and its edges by their places among all of the scene."""
    lasting = [line.key for line in scene.lines if line.is_lasting]
    passing = [line.key for line in scene.lines if not line.is_lasting]
    # Counted edges come between.
    counted = [bundle.key for bundle in scene.bundles]
    place = {key: at for at, key in enumerate([*lasting, *counted, *passing])}
    return [
        [
            strand.ends,
            [value for corner in strand.corners for value in corner],
            [place[key] for key in strand.edges],
        ]
        for strand in scene.strands
    ]


def _each(of: Line | Bundle, inside: Inside) -> list[list[object]]:
    """Of each edge that a line stands for, the places of its ends in the folds; -1 for in none."""
    if of.source not in inside and of.target not in inside:
        return []
    source, target = (inside.get(end, {}) for end in (of.source, of.target))
    return [
        [source.get(one.source, -1), target.get(one.target, -1), *([one.when] if one.when else [])]
        for one in of.each
    ]


def of_bundle(bundle: Bundle, inside: Inside) -> list[object]:
    """Edges that are counted: no modality, no evidence."""
    more: Json = {"count": bundle.count, "split": list(chain(*bundle.kinds))}
    if each := _each(bundle, inside):
        more["each"] = each
    return [bundle.source, bundle.target, bundle.relation, "", [], more]


def counted(scene: Scene) -> Iterator[list[int]]:
    """Each bundle as numbers: places of source and target among the nodes, of the relation.

    Then how many edges it stands for, and that by kinds.
    """
    there = [*(symbol.node.id for symbol in scene.symbols), *(card.id for card in scene.cards)]
    at = {node: row for row, node in enumerate(there)}
    for bundle in scene.bundles:
        relation = RELATIONS.index(bundle.relation)
        ends = at[bundle.source], at[bundle.target]
        yield [*ends, relation, bundle.count, *chain(*bundle.kinds)]
