"""A view of a map, or a step of its story, as one slide: what has no room is folded, and said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from graphtool import schema
from graphtool.language import Language, number, shortened
from graphtool.maps.excerpt import Excerpt
from graphtool.maps.scene import Line, Map
from graphtool.maps.style import relation_label
from graphtool.slides import letters, words
from graphtool.slides.asked import MORE, QUOTES, cited
from graphtool.slides.chapters.held import NOBODY, Inside
from graphtool.slides.deck import Box, Mark, Network, Slide, Tie

MOST, LINES = 32, 40
"""Boxes and lines of a slide."""
ROOM, TAKEN = 888.0 * 350.0, 0.46
"""Square points of a slide's body, and the share of them that boxes may take."""
LETTER, SIDE, ROW = 12.0, 34.0, 10.0
"""Letters of a box that is measured for that, and the air around its words."""


class _Thing(NamedTuple):
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


class _Line(NamedTuple):
    """All that is said between two things, by their ids."""

    ends: tuple[str, str]
    about: tuple[str, ...]
    is_firm: bool
    has_arrow: bool
    weight: int


class _Folded(NamedTuple):
    """Which things stand as boxes, and which are counted in them or stand alone."""

    kept: tuple[_Thing, ...]
    within: Mapping[str, tuple[_Thing, ...]]
    """By the id of the box that they are counted in."""
    apart: tuple[_Thing, ...]


def view(
    made: Map, excerpt: Excerpt, *, title: str = "", text: str = "", told: Collection[str] = ()
) -> Slide:
    """The slide of an excerpt; `title` and `text` are a step's, else the map's and the view's.

    `told` are the nodes that other slides show one by one.
    """
    language, scene = made.lang, excerpt.scene
    things, lines = _things(excerpt, language), _lines(excerpt, language)
    folded = _folded(things, lines)
    at = {thing.id: place for place, thing in enumerate(folded.kept)}
    there = [line for line in lines if all(end in at for end in line.ends)]
    drawn, rest = there[:LINES], there[LINES:]
    title = title or f"{made.title.in_(language)} – {scene.title.in_(language)}"
    return Slide(
        title=letters.on_one_line(title),
        caption=" ".join(
            filter(None, (text, *_counted(folded, told, rest, scene.total[0], language)))
        ),
        body=Network(
            boxes=tuple(_box(thing, folded.within, language) for thing in folded.kept),
            spots=tuple((thing.x, thing.y) for thing in folded.kept),
            ties=tuple(
                Tie(
                    at[line.ends[0]],
                    at[line.ends[1]],
                    "; ".join(line.about),
                    line.is_firm,
                    line.has_arrow,
                )
                for line in drawn
            ),
            about=title,
            legend=_legend(folded.kept, drawn, language),
        ),
        notes=tuple(_notes(Inside(made), excerpt, folded, told, rest)),
    )


def footer(made: Map, excerpts: Iterable[Excerpt]) -> str:
    """The documents that these rest on, those that say most first, and the day."""
    language = made.lang
    cited_ = Counter(
        said.document
        for excerpt in excerpts
        for line in excerpt.lines
        for said in line.assertions
        if said.document in made.documents
    )
    known = [made.documents[name] for name, _ in cited_.most_common()]
    titles = [one.title or one.file for one in known if one.title or one.file]
    first = "; ".join(shortened(title) for title in titles[:2])
    if len(titles) > 2:
        first = words.AND_MORE.in_(language).format(first=first, n=len(titles) - 2)
    named = words.FROM.format(names=first) if titles else words.NO_DOCUMENTS
    day = words.DAY.format(day=made.as_of) if made.as_of else words.ALL_TIME
    return " · ".join(part.in_(language) for part in (named, day))


def _things(excerpt: Excerpt, language: Language) -> list[_Thing]:
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
            _Thing(
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
        found.append(_Thing(card.id, name, card.kind, card.x, card.y, "more", name))
    return found


def _lines(excerpt: Excerpt, language: Language) -> list[_Line]:
    """What is said between each two, those of which most is said first."""
    names = {symbol.node.id: symbol.words.in_(language) for symbol in excerpt.symbols}
    names |= {card.id: card.names.get(language, card.label) for card in excerpt.cards}
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    firm: dict[tuple[str, str], bool] = defaultdict(bool)
    weight: Counter[tuple[str, str]] = Counter()
    one_way: dict[tuple[str, str], bool] = {}
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
        is_undirected = is_tie or schema.relation(relation).undirected
        one_way[ends] = one_way.get(ends, True) and not is_undirected and ends != back
    return [
        _Line(ends, tuple(said[ends]), firm[ends], one_way[ends], weight[ends])
        for ends in sorted(said, key=lambda ends: (-weight[ends], *ends))
    ]


def _folded(things: Sequence[_Thing], lines: Sequence[_Line]) -> _Folded:
    """As many things as a slide has room for, the best connected; the others in their boxes."""
    degree = Counter(end for line in lines for end in line.ends)
    order = sorted(things, key=lambda one: (-degree[one.id], one.y, one.x, one.id))
    kept: list[_Thing] = []
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
    within: dict[str, list[_Thing]] = defaultdict(list)
    apart = []
    for thing in order[len(kept) :]:
        if thing.id in near:
            within[near[thing.id]].append(thing)
        else:
            apart.append(thing)
    shown = tuple(thing for thing in things if thing.id in ids)
    return _Folded(shown, {box: tuple(found) for box, found in within.items()}, tuple(apart))


def _area(thing: _Thing) -> float:
    """About what a box takes, in square points."""
    wide = min(letters.width(thing.name, LETTER), 3 * 160.0)
    rows = 1 if wide < 100 else 2 if wide < 300 else 3
    return (wide / rows + SIDE) * (rows * LETTER * 1.2 + 2 * ROW)


def _box(thing: _Thing, within: Mapping[str, Sequence[_Thing]], language: Language) -> Box:
    count = sum(one.nodes for one in within.get(thing.id, ()))
    name = thing.name
    if count:
        name = words.COUNTED_IN.in_(language).format(name=name, n=count)
    mark: Mark = thing.mark or ("more" if count else "")
    return Box(name, thing.kind, 0, thing.about, mark)


def _counted(
    folded: _Folded, told: Collection[str], rest: Sequence[_Line], total: int, language: Language
) -> list[str]:
    """How many of how many are drawn, and where the others are."""
    counted = sum(one.nodes for found in folded.within.values() for one in found)
    held = [member for thing in folded.kept for member in thing.members]
    elsewhere = sum(member in told for member in held)
    drawn = sum(not thing.members for thing in folded.kept)
    parts = [words.MAP_CAPTION.format(n=drawn, total=total)]
    for count, forms in (
        (elsewhere, words.HELD),
        (len(held) - elsewhere, words.HELD_IN_NOTES),
        (counted, words.FOLDED),
        (sum(one.nodes for one in folded.apart), words.APART),
        (len(rest), words.TIES_LEFT_OUT),
    ):
        if count:
            parts.append(number(count, *forms))
    return [part.in_(language) for part in parts]


def _legend(
    kept: Sequence[_Thing], drawn: Sequence[_Line], language: Language
) -> tuple[tuple[str, str], ...]:
    """Kinds, what nobody answers for, and lines that are not firm."""
    kinds = {thing.kind for thing in kept}
    marks = {thing.mark for thing in kept}
    signs = [(kind.name, kind.plural) for kind in schema.KINDS.values() if kind.name in kinds]
    if "nobody" in marks:
        signs.append(("nobody", words.NONE_ANSWERS))
    if "weak" in marks:
        signs.append(("weak", words.WEAK))
    if any(not line.is_firm for line in drawn):
        signs += [("firm", words.FIRM), ("loose", words.LOOSE)]
    return tuple((sign, text.in_(language)) for sign, text in signs)


def _notes(
    inside: Inside, excerpt: Excerpt, folded: _Folded, told: Collection[str], rest: Sequence[_Line]
) -> Iterable[str]:
    """What is folded or not drawn, by name, and what the sources say."""
    language = inside.made.lang
    for thing in folded.kept:
        found = [one.name for one in folded.within.get(thing.id, ())]
        if not thing.members.issubset(told):
            symbol = excerpt.at[thing.id]
            assert symbol.fold is not None
            found += [each.words.in_(language) for each in inside.symbols(symbol.fold)]
        if found:
            yield words.IN_BOX.in_(language).format(name=thing.name)
            yield from found
    if folded.apart:
        yield words.NOT_SHOWN.in_(language)
        yield from (thing.name for thing in folded.apart)
    if rest:
        yield words.NOT_DRAWN.in_(language)
        yield from (each for line in rest for each in line.about)
    yield from quotes_of(excerpt.lines, language)


def quotes_of(lines: Iterable[Line], language: Language) -> Iterable[str]:
    """What the sources say of these lines, the first of many, under a heading; nothing for none."""
    quotes = dict.fromkeys(
        said
        for line in lines
        for one in line.assertions
        if (said := cited(language, one.document, one.line, one.quote))
    )
    if quotes:
        yield words.QUOTES.in_(language)
        yield from list(quotes)[:QUOTES]
        if len(quotes) > QUOTES:
            yield MORE.in_(language).format(n=len(quotes) - QUOTES)
