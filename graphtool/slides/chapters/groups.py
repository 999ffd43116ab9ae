"""A map of many as the boxes that it stands in: what each holds, and a line between any two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from graphtool import schema
from graphtool.language import Language, Text, listed, same
from graphtool.maps.excerpt import Excerpt
from graphtool.maps.folding import counted
from graphtool.maps.scene import Hull, Map, Symbol
from graphtool.slides import letters, words
from graphtool.slides.chapters.boxes import Between, between
from graphtool.slides.chapters.held import NOBODY, Inside
from graphtool.slides.deck import Box, Network, Tie

LEAST, MOST = 3, 20
"""Boxes of a slide."""
NAMED, LONGEST = 8, 90
"""Names of a kind that a box says, and their letters together; of more it says how many."""
FEW = 2
"""Names that need no word for their kind."""
SEVERAL, MANY = 5, 10
"""Edges from which on a line is thicker, and thicker still."""


class Grouped(NamedTuple):
    """What such a slide draws and says."""

    body: Network
    caption: str
    notes: tuple[str, ...]


def groups(excerpt: Excerpt) -> list[Hull]:
    """The boxes that everything of the excerpt stands in; [] where something stands in none."""
    outer = [hull for hull in excerpt.hulls if hull.inside < 0 and not hull.is_cluster]
    held = {member for hull in outer for member in hull.members}
    everything = {symbol.node.id for symbol in excerpt.symbols}
    is_right = not excerpt.cards and not excerpt.emphasis and LEAST <= len(outer) <= MOST
    return outer if is_right and everything <= held else []


def grouped(
    made: Map, excerpt: Excerpt, outer: Sequence[Hull], told: Collection[str], about: str
) -> Grouped:
    """The boxes as a network; all that a line stands for, and all names, are in the notes."""
    language, inside = made.lang, Inside(made)
    lines = between(excerpt, language)
    boxes = [_Held(excerpt, inside, hull, language) for hull in outer]
    home = {id_: at for at, held in enumerate(boxes) for id_ in held.hull.members}
    gathered: dict[tuple[int, int], list[Between]] = {}
    for line in lines:
        one, other = sorted(home[end] for end in line.ends)
        if one != other:
            gathered.setdefault((one, other), []).append(line)
    ties = [_tie(boxes, ends, found) for ends, found in gathered.items()]
    across = sum(line.weight for found in gathered.values() for line in found)
    drawn = tuple(held.box() for held in boxes)
    network = Network(
        boxes=drawn,
        spots=tuple((h.hull.x + h.hull.width / 2, h.hull.y + h.hull.height / 2) for h in boxes),
        ties=tuple(ties),
        about=about,
        legend=_legend(drawn, language),
    )
    shown = sum(held.count for held in boxes)
    said = [words.MAP_CAPTION.format(n=shown, total=excerpt.scene.total[0])]
    said.append(words.IN_BOXES.format(n=len(boxes), lines=len(ties), edges=across))
    return Grouped(
        network,
        " ".join(text.in_(language) for text in said),
        tuple(_notes(boxes, gathered, told, language)),
    )


class _Held:
    """A box of the map: its name, and what stands in it by kind."""

    def __init__(self, excerpt: Excerpt, inside: Inside, hull: Hull, language: Language) -> None:
        self.hull, self.language, self.excerpt, self.inside = hull, language, excerpt, inside
        there = [excerpt.at[id_] for id_ in hull.members if id_ in excerpt.at]
        # What a box is called by is not told again in it.
        alone = len(there) == 1 and not hull.root
        heads = there if alone else [each for each in there if each.node.id == hull.root]
        self.head = heads[0] if heads else None
        self.rest = [each for each in there if each not in heads]
        self.symbols = there
        self.count = sum(each.count for each in there)
        title = self.head.words if self.head else hull.title or same("")
        self.name = title.in_(language)

    def box(self) -> Box:
        """With its name, and what it holds under that."""
        kinds = Counter(each.node.kind for each in self.symbols)
        kind = self.head.node.kind if self.head else kinds.most_common(1)[0][0]
        held = tuple(text.in_(self.language) for text in self._said())
        return Box(self.name, kind, 0, "; ".join((self.name, *held)), "", holds=held)

    def every(self, symbol: Symbol) -> tuple[Symbol, ...]:
        """The nodes that a symbol stands for."""
        return self.inside.symbols(symbol.fold) if symbol.fold else (symbol,)

    def _said(self) -> Iterator[Text]:
        """Few of a kind by their names, the others by their number; and who answers for none."""
        names: dict[str, list[Text]] = {}
        counts: Counter[str] = Counter()
        for symbol in self.rest:
            if not symbol.fold:
                names.setdefault(symbol.node.kind, []).append(symbol.words)
            counts.update(symbol.fold.kinds if symbol.fold else {symbol.node.kind: 1})
        rest = []
        for kind in (kind for kind in schema.KINDS if counts[kind]):
            said = listed(names.get(kind, []), most=NAMED)
            is_short = len(said.in_(self.language)) <= LONGEST
            if len(names.get(kind, ())) == counts[kind] <= NAMED and is_short:
                what = counted(kind, counts[kind])
                form = words.COUNTED_NAMES.format(what=what, names=said)
                yield form if counts[kind] > FEW else said
            else:
                rest.append(counted(kind, counts[kind]))
        if rest:
            yield listed(rest, most=len(rest))
        yield from self._unanswered()

    def _unanswered(self) -> Iterator[Text]:
        graded = [each for symbol in self.symbols for each in self.every(symbol)]
        alarm = Counter(each.node.kind for each in graded if self.excerpt.grade(each) in NOBODY)
        if alarm:
            counts = [counted(kind, alarm[kind]) for kind in schema.KINDS if alarm[kind]]
            yield words.WITHOUT.format(what=listed(counts, most=len(counts)))


def _tie(boxes: Sequence[_Held], ends: tuple[int, int], found: Sequence[Between]) -> Tie:
    count = sum(line.weight for line in found)
    about = f"{boxes[ends[0]].name} – {boxes[ends[1]].name} ({count})"
    return Tie(
        *ends,
        letters.on_one_line(about),
        is_firm=any(line.is_firm for line in found),
        strength=(count >= SEVERAL) + (count >= MANY),
    )


def _legend(boxes: Sequence[Box], language: Language) -> tuple[tuple[str, str], ...]:
    kinds = {box.kind for box in boxes}
    known = [kind for kind in schema.KINDS.values() if kind.name in kinds]
    thicker = words.THICKER.format(several=SEVERAL, many=MANY).in_(language)
    return (("firm", thicker), *((kind.name, kind.plural.in_(language)) for kind in known))


def _notes(
    boxes: Sequence[_Held],
    gathered: dict[tuple[int, int], list[Between]],
    told: Collection[str],
    language: Language,
) -> Iterator[str]:
    """What stands in each box, but for what other slides show one by one; what each line is."""
    for held in boxes:
        yield words.IN_BOX.in_(language).format(name=held.name)
        for symbol in held.symbols:
            yield symbol.words.in_(language)
            if symbol.fold and not set(symbol.fold.members) <= set(told):
                yield from (each.words.in_(language) for each in held.every(symbol))
    for (one, other), found in gathered.items():
        yield f"{boxes[one].name} – {boxes[other].name}:"
        yield from (said for line in found for said in line.about)
