"""What of a map's view stands on a slide: as many boxes as it has room for, and their lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graphtool import schema
from graphtool.language import Language
from graphtool.maps.excerpt import Excerpt
from graphtool.maps.style import relation_label
from graphtool.slides import letters, words
from graphtool.slides.chapters.held import NOBODY
from graphtool.slides.deck import Mark

MOST = 32
"""Boxes of a slide."""
ROOM, TAKEN = 888.0 * 350.0, 0.46
"""Square points of a slide's body, and the share of them that boxes may take."""
LETTER, SIDE, ROW = 12.0, 34.0, 10.0
"""Letters of a box that is measured for that, and the air around its words."""


class Thing(NamedTuple):
    """A node or a group on a map."""

    id: str
    name: str
    kind: str
    x: float
    y: float
    mark: Mark
    about: str
    members: frozenset[str] = frozenset()
    """Ids of what it stands for, where that is folded."""
    nodes: int = 1
    """How many nodes it stands for."""
    parts: tuple[str, ...] = ()
    """The ids of the things that are gathered in it; () for none."""


class Between(NamedTuple):
    """All that is said between two things, by their ids."""

    ends: tuple[str, str]
    about: tuple[str, ...]
    is_firm: bool
    has_arrow: bool
    weight: int
    relations: frozenset[str] = frozenset()


class Chosen(NamedTuple):
    """Which things stand as boxes, and which are counted in them or stand alone."""

    kept: tuple[Thing, ...]
    within: Mapping[str, tuple[Thing, ...]]
    """By the id of the box that they are counted in."""
    apart: tuple[Thing, ...]


def things(excerpt: Excerpt, language: Language) -> list[Thing]:
    """Nodes and groups, those that stand back in a step left out."""
    found = []
    for symbol in excerpt.symbols:
        if excerpt.stands_back(symbol.node.id):
            continue
        name = symbol.words.in_(language)
        grade = excerpt.grade(symbol)
        mark: Mark = "nobody" if grade in NOBODY else "weak" if grade else ""
        kind = symbol.node.kind
        about = f"{schema.kind(kind).label.in_(language)}: {name}"
        if symbol.fold:
            about = words.FOLDED_ALONE.format(what=name).in_(language)
        members = frozenset(symbol.fold.members if symbol.fold else ())
        place = symbol.x, symbol.y
        found.append(
            Thing(
                symbol.node.id,
                name,
                kind,
                *place,
                mark or ("more" if members else ""),
                about,
                members,
                symbol.count,
            )
        )
    for card in excerpt.cards:
        name = card.names.get(language, card.label)
        name = words.GROUP_HOLDS.in_(language).format(name=name, n=card.nodes)
        found.append(Thing(card.id, name, card.kind, card.x, card.y, "more", name))
    return found


def between(excerpt: Excerpt, language: Language) -> list[Between]:
    """What is said between each two, those of which most is said first."""
    names = {symbol.node.id: symbol.words.in_(language) for symbol in excerpt.symbols}
    names |= {card.id: card.names.get(language, card.label) for card in excerpt.cards}
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    firm: dict[tuple[str, str], bool] = defaultdict(bool)
    weight: Counter[tuple[str, str]] = Counter()
    one_way: dict[tuple[str, str], bool] = {}
    relations: dict[tuple[str, str], set[str]] = defaultdict(set)
    strong = excerpt.emphasis.edges if excerpt.emphasis else None
    every = [
        (line.key, line.modality, 1, bool(line.derived.weight))
        for line in excerpt.lines
        if not strong or line.key in strong
    ]
    every += [(bundle.key, "stated", bundle.count, False) for bundle in excerpt.bundles]
    for (source, target, relation), modality, count, is_tie in every:
        if source == target:
            continue
        back = (target, source)
        ends = back if back in said else (source, target)
        told = f"{names[source]} {relation_label(relation).in_(language)} {names[target]}"
        said[ends].append(told if count == 1 else f"{told} ({count})")
        firm[ends] |= modality in ("stated", "derived") or is_tie
        weight[ends] += count
        relations[ends].add(relation)
        is_undirected = is_tie or schema.relation(relation).undirected
        one_way[ends] = one_way.get(ends, True) and not is_undirected and ends != back
    return [
        Between(
            ends,
            tuple(said[ends]),
            firm[ends],
            one_way[ends],
            weight[ends],
            frozenset(relations[ends]),
        )
        for ends in sorted(said, key=lambda ends: (-weight[ends], *ends))
    ]


def chosen(there: Sequence[Thing], lines: Sequence[Between]) -> Chosen:
    """As many things as a slide has room for, the best connected; the others in their boxes."""
    degree = Counter(end for line in lines for end in line.ends)
    order = sorted(there, key=lambda one: (-degree[one.id], one.y, one.x, one.id))
    kept: list[Thing] = []
    area = 0.0
    for thing in order:
        area += _area(thing)
        if kept and (len(kept) == MOST or area > ROOM * TAKEN):
            break
        kept.append(thing)
    ids = {thing.id for thing in kept}
    near: dict[str, str] = {}
    for line in lines:
        for one, other in (line.ends, line.ends[::-1]):
            if one in ids and other not in ids:
                near.setdefault(other, one)
    within: dict[str, list[Thing]] = defaultdict(list)
    apart = []
    for thing in order[len(kept) :]:
        if thing.id in near:
            within[near[thing.id]].append(thing)
        else:
            apart.append(thing)
    shown = tuple(thing for thing in there if thing.id in ids)
    return Chosen(shown, {box: tuple(found) for box, found in within.items()}, tuple(apart))


def _area(thing: Thing) -> float:
    """About what a box takes, in square points."""
    wide = min(letters.width(thing.name, LETTER), 3 * 160.0)
    rows = 1 if wide < 100 else 2 if wide < 300 else 3
    return (wide / rows + SIDE) * (rows * LETTER * 1.2 + 2 * ROW)
