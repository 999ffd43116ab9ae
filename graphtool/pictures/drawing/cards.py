"""Groups as cards that say what they hold, and the lines between them with their counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from graphtool import schema
from graphtool.algorithms.geometry import strokes
from graphtool.algorithms.geometry.boxes import Box, Taken
from graphtool.algorithms.geometry.polyline import Point, Route
from graphtool.maps import style
from graphtool.maps.excerpt import pair
from graphtool.maps.scene import Bundle, Card
from graphtool.maps.style import SHAPES
from graphtool.pictures import words
from graphtool.pictures.display import Item, Named, Path, Words
from graphtool.pictures.drawing.frame import LEADING, Frame, clamp, mixed, rounded_box, transformed
from graphtool.slides import letters

MOST = 60
"""Lines between cards that are drawn, and each card's strongest; the others are counted."""
COUNT = 9.5
"""Letters of a count, in units."""
SPOTS = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
"""Shares of a line at which its count is tried."""


class Strand(NamedTuple):
    """All edges between two of which one is a card, as one line."""

    ends: tuple[str, str]
    edges: int


class Drawn(NamedTuple):
    """Lines, cards with their words, and what of it is not to be seen."""

    lines: tuple[Item, ...]
    cards: tuple[Item, ...]
    numbered: tuple[Named, ...]
    gathered: int
    within: int
    weaker: int
    """Edges in lines that are not drawn."""


def drawn(frame: Frame, *, first: int = 1) -> Drawn:
    """The cards of an excerpt and what runs between them; names are numbered from `first`."""
    excerpt = frame.excerpt
    strands = _strands(excerpt.bundles)
    shown = _strongest(strands)
    taken = Taken()
    for card in excerpt.cards:
        taken.take(box(frame, card))
    for symbol in excerpt.symbols:
        taken.take(frame.around(symbol))
    lines = tuple(_lines(frame, shown, taken))
    items: list[Item] = []
    numbered: list[Named] = []
    for card in sorted(excerpt.cards, key=lambda one: (one.y, one.x)):
        made, is_cut = _card(frame, card, first + len(numbered))
        items += made
        if is_cut:
            numbered.append(Named(first + len(numbered), name(frame, card)))
    all_of_them = sum(strand.edges for strand in strands)
    gathered = sum(strand.edges for strand in shown)
    within = sum(bundle.count for bundle in excerpt.bundles if bundle.source == bundle.target)
    return Drawn(lines, tuple(items), tuple(numbered), gathered, within, all_of_them - gathered)


def name(frame: Frame, card: Card) -> str:
    """What a card is called."""
    return card.names.get(frame.language, card.label)


def _strands(bundles: Sequence[Bundle]) -> list[Strand]:
    found: dict[tuple[str, str], int] = defaultdict(int)
    for bundle in bundles:
        if bundle.source != bundle.target:
            found[pair(bundle)] += bundle.count
    made = (Strand(ends, count) for ends, count in found.items())
    return sorted(made, key=lambda one: -one.edges)


def _strongest(strands: Sequence[Strand]) -> list[Strand]:
    """The first of them, and the first of each end, the weakest first to be drawn."""
    seen: set[str] = set()
    kept = []
    for at, strand in enumerate(strands):
        if at < MOST or not seen.issuperset(strand.ends):
            kept.append(strand)
        seen.update(strand.ends)
    return kept[::-1]


def box(frame: Frame, card: Card) -> Box:
    """Where a card stands."""
    return frame.box(card.x - card.width / 2, card.y - card.height / 2, card.width, card.height)


def _ends(frame: Frame) -> dict[str, Box]:
    cards = {card.id: box(frame, card) for card in frame.excerpt.cards}
    return cards | {each.node.id: frame.around(each) for each in frame.excerpt.symbols}


def _lines(frame: Frame, strands: Sequence[Strand], taken: Taken) -> Iterator[Item]:
    """From border to border, the wider the more edges; then their counts, the largest first."""
    ends = _ends(frame)
    largest = max((strand.edges for strand in strands), default=1)
    drawn: list[tuple[Strand, Route]] = []
    for strand in strands:
        way = _between(*(ends[end] for end in strand.ends))
        if not way:
            continue
        drawn.append((strand, way))
        share = strand.edges / largest
        colour = frame.faded(frame.colours["bundle"], clamp(0.45 + share, 0.0, 1.0))
        yield Path(way, "", colour, 0.8 + 5 * sqrt(share), is_closed=False)
    for strand, way in reversed(drawn):
        if strand.edges > 1:
            yield from count(frame, strand.edges, way, taken)


def count(frame: Frame, edges: int, way: Route, taken: Taken) -> Iterator[Item]:
    """The number of edges in a frame on their line; nothing where it has no room."""
    text = words.number(edges, frame.language)
    width, height = letters.width(text, COUNT, bold=True) + 8, COUNT + 4
    for share in SPOTS:
        at = strokes.along(way, share)
        box = Box(at.x - width / 2, at.y - height / 2, width, height)
        if taken.is_free(box) and frame.region.holds(box):
            taken.take(box)
            border = rounded_box(box, height / 2 - 0.5)
            yield Path(border, frame.colours["page"], frame.colours["bundle"], 1.0)
            y = at.y + COUNT * 0.36
            yield Words(text, at.x, y, COUNT, True, frame.colours["soft"], "middle")
            return


def _between(one: Box, other: Box) -> Route:
    """The line between two boxes' middles, outside of both; () where they overlap."""
    (ax, ay), (bx, by) = one.middle, other.middle
    dx, dy = bx - ax, by - ay
    start, end = _share(one, dx, dy), 1 - _share(other, dx, dy)
    if start >= end:
        return ()
    return (ax + dx * start, ay + dy * start), (ax + dx * end, ay + dy * end)


def _share(box: Box, dx: float, dy: float) -> float:
    """How much of a way from a box's middle lies within it."""
    shares = [half / 2 / abs(d) for half, d in ((box.width, dx), (box.height, dy)) if d]
    return min(shares, default=1.0)


def _card(frame: Frame, card: Card, number: int) -> tuple[list[Item], bool]:
    """A card: its name, how many it holds, of which kinds; and whether its name is cut."""
    colours = frame.colours
    place = box(frame, card)
    left = 0.4 if frame.excerpt.stands_back(card.id) else 1.0
    edge = frame.faded(colours["outline"], left)
    fill = colours["hull" if card.opens else "page"]
    about = name(frame, card)
    items: list[Item] = [Path(rounded_box(place, 7), fill, edge, 1.2, about=about)]
    size = clamp(12.5 * frame.scale, 8.0, 16.0)
    rows = max(1, int((place.height - 8) / (size * LEADING)) - 2)
    room = place.width - 12
    text = letters.cut(about, room, size, rows, bold=True)
    is_cut = text != letters.on_one_line(about)
    if is_cut:
        mark = f" [{number}]"
        taken = letters.width(mark, size, bold=True)
        text = letters.cut(about, room - taken / rows, size, rows, bold=True) + mark
    y = place.y + 3 + size
    ink = frame.faded(colours["ink"], left)
    for line in letters.lines(text, room, size, bold=True):
        items.append(Words(line, place.x + 6, y, size, True, ink))
        y += size * LEADING
    counted = frame.say(words.HOLDS).format(n=words.number(card.nodes, frame.language))
    items.append(Words(counted, place.x + 6, y, size, False, frame.faded(colours["soft"], left)))
    under = Box(place.x + 6, y + size * LEADING, room, place.bottom - y)
    items += _kinds(frame, card, under, size * 0.88, left)
    items += _shares(frame, card, Box(place.x + 6, place.bottom - 8, room, 4.5), left)
    return items, is_cut


def _kinds(frame: Frame, card: Card, room: Box, size: float, left: float) -> Iterator[Item]:
    """The kinds that a group has most of, with their numbers, as far as there is room."""
    if room.height < size * 2.4:
        return
    x = room.x
    ink = frame.faded(frame.colours["ink"], left)
    for kind, count in sorted(card.kinds.items(), key=lambda one: -one[1]):
        text = words.number(count, frame.language)
        wide = letters.width(text, size)
        if x + 14 + wide > room.right:
            return
        at: Point = x + 5, room.y - size * 0.36
        fill = _fill(frame, kind, left)
        shape = SHAPES[schema.kind(kind).shape]
        rim = frame.faded(frame.colours["outline"], left)
        yield Path(transformed(shape, *at, 4.2), fill, rim, 0.8)
        yield Words(text, x + 12, room.y, size, False, ink)
        x += 21 + wide


def _shares(frame: Frame, card: Card, bar: Box, left: float) -> Iterator[Item]:
    """What a group holds as parts of a bar, in the colours of the legend."""
    total = sum(card.kinds.values()) or 1
    x = bar.x
    for kind, count in card.kinds.items():
        part = Box(x, bar.y, bar.width * count / total, bar.height)
        rim = frame.faded(frame.colours["outline"], left * 0.7)
        yield Path(part.corners, _fill(frame, kind, left), rim, 0.5)
        x = part.right


def _fill(frame: Frame, kind: str, left: float) -> str:
    return mixed(style.fill(kind, frame.theme), frame.colours["page"], left)
