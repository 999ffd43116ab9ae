"""Where the names of nodes stand: whole where there is any room, else cut, else as a number.

A name is measured with the shipped font, and keeps clear of other names, of symbols and of the
page's rim. Each is looked for a place in turn, the heads of groups and the best connected first:
in the room that the layout kept for it, then around it where the fewest lines run. What has no
place whole is cut and numbered, or only numbered, and stands in the list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from graphtool.algorithms.geometry import strokes
from graphtool.algorithms.geometry.boxes import Box, Crowd, Taken
from graphtool.maps.scene import Symbol
from graphtool.pictures.display import Anchor, Named
from graphtool.pictures.drawing import edges
from graphtool.pictures.drawing.frame import LEADING, Frame
from graphtool.slides import letters

GAP = 3.5
"""Between a symbol and its words."""
AROUND = (1.0, 1.35, 1.8, 2.5)
"""Widths that a name is broken to beside its room, in rooms."""
SHORTEST, BROADEST = 64.0, 24.0
"""Of those, in units, and in sizes of their letters."""
WIDER = 130.0
"""What a name below its symbol may take in any case."""
LINES = 4
THROUGH = 0.4
"""How much of its width a line may run through it."""
PILL, SMALL = 7.5, 5.5
"""Letters of a number, in units."""
SIZES = (19.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
MUCH, FEW = 1.8, 0.1
"""How much larger than the layout meant letters may get, and how many names may move for it."""
WORTH = 12
"""Letters of a name that say something when the rest is cut."""
STEP = 5.0
"""Between points of lines that words should keep clear of."""


class Label(NamedTuple):
    """A node's name, or its number."""

    node: str
    lines: tuple[str, ...]
    box: Box
    size: float
    bold: bool
    anchor: Anchor
    number: int = 0
    """That stands after it, or alone; 0 for a name that is whole."""
    pill: Box | None = None
    """Where the number stands."""

    @property
    def is_right(self) -> bool:
        """Whether it stands at the right of its symbol, where routes begin."""
        return self.anchor == "start"


class Labels(NamedTuple):
    """All names of an excerpt."""

    labels: tuple[Label, ...]
    numbered: tuple[Named, ...]


@dataclass
class _Places:
    """What is taken, and what words should rather not stand on."""

    frame: Frame
    taken: Taken
    symbols: Taken
    found: dict[str, Label] = field(default_factory=dict)

    @cached_property
    def crowd(self) -> Crowd:
        """Points of all lines."""
        frame = self.frame
        ways = (frame.line(edges.route(frame.excerpt, line)) for line in frame.excerpt.drawn)
        return Crowd(frame.region, (at for way in ways for at in strokes.sampled(way, STEP)))

    def is_free(self, box: Box, *, symbols: bool = True) -> bool:
        return (
            self.frame.region.holds(box)
            and self.taken.is_free(box)
            and (not symbols or self.symbols.is_free(box))
        )

    def put(self, label: Label) -> None:
        self.found[label.node] = label
        self.taken.take(label.box)
        if label.pill:
            self.taken.take(label.pill)


def placed(frame: Frame, words: Sequence[Box], *, first: int = 1) -> Labels:
    """The names of all symbols; `words` are boxes that are taken, as of titles of groups.

    Numbers are in reading order, from `first`.
    """
    places = _places(frame, words)
    return _rest(places, _left(places), first)


def largest(frame: Frame, words: Sequence[Box], *, first: int = 1) -> tuple[Frame, Labels]:
    """The names in the largest letters in which all stand whole, nearly all where they belong."""
    few = FEW * len(frame.excerpt.symbols)
    for size in SIZES:
        if frame.letters * MUCH >= size > frame.letters:
            larger = replace(frame, letters=size)
            places = _places(larger, words)
            left = _left(places)
            if len(left) <= few and not (found := _rest(places, left, first)).numbered:
                return larger, found
    return frame, placed(frame, words, first=first)


def _left(places: _Places) -> list[Symbol]:
    """Those that have no place in the room that the layout kept for them."""
    return [symbol for symbol in _in_order(places.frame) if not _at_home(places, symbol)]


def _rest(places: _Places, left: list[Symbol], first: int) -> Labels:
    """The names of these elsewhere, cut or as numbers, with all that stand already."""
    for way in (_around, _cut, _numbered):
        left = [symbol for symbol in left if not way(places, symbol)]
    lost = [Named(0, places.frame.say(symbol.words)) for symbol in left]
    return _counted(places.frame, places.found, lost, first)


def _places(frame: Frame, words: Sequence[Box]) -> _Places:
    taken, symbols = Taken(), Taken()
    for box in words:
        taken.take(box)
    for symbol in frame.excerpt.symbols:
        symbols.take(frame.around(symbol))
    return _Places(frame, taken, symbols)


def _in_order(frame: Frame) -> list[Symbol]:
    """What stands out first, then heads of groups, then the largest and the best connected."""
    excerpt = frame.excerpt
    degree = Counter(end for line in excerpt.lines for end in (line.source, line.target))
    return sorted(
        (symbol for symbol in excerpt.symbols if symbol.is_row),
        key=lambda one: (
            excerpt.stands_back(one.node.id),
            one.node.id not in excerpt.heads,
            -one.size,
            -degree[one.node.id],
        ),
    )


def _letters(frame: Frame, symbol: Symbol) -> tuple[float, bool]:
    is_head = symbol.node.id in frame.excerpt.heads
    return frame.letters + (1.0 if is_head else 0.0), is_head


def _at_home(places: _Places, symbol: Symbol) -> bool:
    """In the room that the layout kept for it."""
    frame = places.frame
    size, bold = _letters(frame, symbol)
    width = symbol.room.width * frame.scale + 2
    most = _rows(frame, symbol, size)
    text = frame.say(symbol.words)
    lines = _whole(text, width, size, bold, most)
    if not lines and symbol.room.below:
        # No row of words ends beside it: a name may be a little wider than its room.
        lines = _whole(text, max(width, WIDER), size, bold, max(most, 2))
    if not lines and not symbol.room.below:
        lines = _whole(letters.hyphenated(text, width, size, bold=bold), width, size, bold, most)
    if not lines:
        return False
    label = next(_sites(frame, symbol, lines, size, bold))
    if not places.is_free(label.box):
        return False
    places.put(label)
    return True


def _rows(frame: Frame, symbol: Symbol, size: float) -> int:
    """How many lines the room of a symbol has the height for, at least one."""
    return max(1, int((symbol.room.height + 2) * frame.scale / (size * LEADING) + 0.15))


def _around(places: _Places, symbol: Symbol) -> bool:
    """Whole, at any side, where the fewest lines run."""
    frame = places.frame
    size, bold = _letters(frame, symbol)
    hull = frame.excerpt.hull_of.get(symbol.node.id)
    within = frame.box(hull.x, hull.y, hull.width, hull.height) if hull else frame.region
    most = LINES if symbol.room.below else _rows(frame, symbol, size) + 1
    best: tuple[float, Label] | None = None
    for turn, width in enumerate(_widths(frame, symbol, size)):
        lines = _whole(frame.say(symbol.words), width, size, bold, most)
        if not lines:
            continue
        for at, label in enumerate(_sites(frame, symbol, lines, size, bold)):
            if not places.is_free(label.box):
                continue
            crossed = places.crowd.within(label.box)
            if crossed > THROUGH * width / STEP:
                continue
            is_out = not within.holds(label.box)
            if is_out and hull and not symbol.room.below:
                continue  # in a box of rows nothing of another's may be covered
            cost = 3.0 * crossed + at + 2 * turn + 40 * is_out
            if best is None or cost < best[0]:
                best = cost, label
    if best is None:
        return False
    places.put(best[1])
    return True


def _widths(frame: Frame, symbol: Symbol, size: float) -> list[float]:
    """That of its room first."""
    wide = max(symbol.room.width * frame.scale, SHORTEST)
    broad = [min(wide * more, max(wide, BROADEST * size)) for more in AROUND]
    return list(dict.fromkeys([*broad, SHORTEST, 110.0]))


def _cut(places: _Places, symbol: Symbol) -> bool:
    """Its beginning and its number, where that says something."""
    frame = places.frame
    size, bold = _letters(frame, symbol)
    pill = _pill()
    for width in _widths(frame, symbol, size)[:3]:
        most = _rows(frame, symbol, size)
        text = letters.cut(frame.say(symbol.words), width - pill.width - 4, size, most, bold=bold)
        if len(text) <= WORTH or letters.widest(text, size, bold=bold) > width:
            continue
        lines = letters.lines(text, width - pill.width - 4, size, bold=bold)
        for label in _sites(frame, symbol, lines, size, bold):
            if label.anchor != "start":
                continue
            last = label.box.x + letters.width(lines[-1], size, bold=bold) + 3
            y = label.box.bottom - size * LEADING / 2 - pill.height / 2
            at = Box(last, y, pill.width, pill.height)
            whole = label._replace(number=-1, pill=at)
            if places.is_free(label.box) and places.is_free(at):
                places.put(whole)
                return True
    return False


def _numbered(places: _Places, symbol: Symbol) -> bool:
    """Only its number: beside the symbol, else on it, in small letters where it must be."""
    return any(_number(places, symbol, size) for size in (PILL, SMALL))


def _number(places: _Places, symbol: Symbol, letter: float) -> bool:
    frame = places.frame
    x, y = frame.at(symbol.x, symbol.y)
    size, (_, _, w, h) = frame.size(symbol) + 2, _pill(letter)
    beside = [
        (x + size, y - h / 2),
        (x - size - w, y - h / 2),
        (x - w / 2, y - size - h),
        (x - w / 2, y + size),
        (x + size * 0.7, y - size * 0.7 - h),
        (x + size * 0.7, y + size * 0.7),
    ]
    for at, (left, top) in enumerate([*beside, (x - w / 2, y - h / 2)]):
        box = Box(left, top, w, h)
        if places.is_free(box, symbols=at < len(beside)):
            places.put(Label(symbol.node.id, (), box, letter, True, "middle", -1, box))
            return True
    return False


def _pill(letter: float = PILL) -> Box:
    return Box(0, 0, letters.width("000", letter, bold=True) + 2, letter * 1.3)


def _whole(text: str, width: float, size: float, bold: bool, most: int) -> list[str]:
    """The name in at most so many lines, no word of it broken; [] where it does not fit."""
    words = letters.on_one_line(text)
    if letters.widest(words, size, bold=bold) > width:
        return []
    lines = letters.lines(words, width, size, bold=bold)
    return lines if len(lines) <= most else []


def _sites(
    frame: Frame, symbol: Symbol, lines: Sequence[str], size: float, bold: bool
) -> Iterator[Label]:
    """The places around a symbol, that of its room first.

    Where names stand in rows, only at its right: at its left is another's row.
    """
    x, y = frame.at(symbol.x, symbol.y)
    away, right = frame.size(symbol) + GAP, frame.reach(symbol) + GAP
    width = max(letters.width(line, size, bold=bold) for line in lines)
    height = len(lines) * size * LEADING
    sides: list[tuple[Anchor, float, float]] = [
        ("start", x + right, y - height / 2),
        ("end", x - away - width, y - height / 2),
    ]
    ends: list[tuple[Anchor, float, float]] = [
        ("middle", x - width / 2, y + away - 1.5),
        ("middle", x - width / 2, y - away + 1.5 - height),
    ]
    corners: list[tuple[Anchor, float, float]] = [
        ("start", x + right * 0.8, y - height),
        ("start", x + right * 0.8, y),
        ("end", x - away * 0.8 - width, y - height),
        ("end", x - away * 0.8 - width, y),
    ]
    every = [*ends, *sides, *corners] if symbol.room.below else [sides[0], *corners[:2]]
    for anchor, left, top in every:
        box = Box(left, top, width, height)
        yield Label(symbol.node.id, tuple(lines), box, size, bold, anchor)


def _counted(frame: Frame, found: dict[str, Label], lost: Sequence[Named], first: int) -> Labels:
    """With numbers in reading order."""
    waiting = [label for label in found.values() if label.number]
    waiting.sort(key=lambda label: (round(label.box.y / 24), label.box.x))
    numbers = {label.node: at for at, label in enumerate(waiting, start=first)}
    labels = tuple(label._replace(number=numbers.get(label.node, 0)) for label in found.values())
    named = [
        Named(numbers[label.node], frame.say(frame.excerpt.at[label.node].words))
        for label in waiting
    ]
    return Labels(labels, (*named, *lost))
