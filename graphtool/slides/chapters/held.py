"""What a folded box of a map holds: its nodes one by one, in rows by what they hang on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from graphtool.algorithms import forest
from graphtool.language import Language, Text, same
from graphtool.maps.content import Key
from graphtool.maps.folding import GRADED
from graphtool.maps.scene import Fold, Map, Symbol
from graphtool.maps.views.goals import PARENTS
from graphtool.queries.answer_options import GRADES
from graphtool.slides import letters, words

NOBODY = ("none", "unresolved", "lapsed")
"""Grades of what nobody answers for."""
SIZE, MOST = 12.0, 6
"""Letters, and lines of a cell at most; more names are a row more."""
NAMES, WAY = 355.0, 230.0
"""Points that a cell has for names, and for what they hang on."""
WITHIN = " › "


class Row(NamedTuple):
    """Some of what a box holds: what hangs on the same."""

    way: str
    """What it hangs on within the box, from above; empty for nothing."""
    names: str
    answers: str
    """Whether somebody answers for that of which this is told; empty where it is of nothing."""

    def lines(self, wider: float = 1.0) -> float:
        """How high it is, in lines, with the air between rows, where cells are wider."""
        way, names = (
            len(letters.lines(said, room * wider, SIZE))
            for said, room in ((self.way, WAY), (self.names, NAMES))
        )
        return max(1, way, names) + 0.5


@dataclass(frozen=True, eq=False)
class Held:
    """What a box holds."""

    name: Text
    under: Text | None
    """What it hangs on; None for nothing."""
    symbols: tuple[Symbol, ...]
    rows: tuple[Row, ...]
    above: tuple[str, ...] = ()
    """The kinds of what anything in it hangs on."""
    below: tuple[str, ...] = ()
    """The kinds of what stands in its rows."""

    @cached_property
    def ids(self) -> frozenset[str]:
        """What tells it from others."""
        return frozenset(symbol.node.id for symbol in self.symbols)


class Inside:
    """What stands in the folds of a map, looked up in the scenes that they open into."""

    def __init__(self, made: Map) -> None:
        self.made = made

    @cached_property
    def _symbols(self) -> Mapping[str, Symbol]:
        parts = self.made.parts
        return {each.node.id: each for part in parts for each in part.symbols if not each.fold}

    @cached_property
    def _hangs(self) -> Mapping[str, list[Key]]:
        """By relation what hangs on what, as the scenes have it."""
        found: dict[str, dict[Key, None]] = {relation: {} for relation in PARENTS}
        for part in self.made.parts:
            for line in part.lines:
                if line.relation in found:
                    found[line.relation][line.key] = None
        return {relation: list(keys) for relation, keys in found.items()}

    def symbols(self, fold: Fold) -> tuple[Symbol, ...]:
        """The nodes of a fold, each by itself."""
        return tuple(self._symbols[each] for each in fold.members if each in self._symbols)

    def held(self, box: Symbol) -> Held:
        """What a box holds, in the order in which it stands there; nothing for one without fold."""
        symbols = self.symbols(box.fold) if box.fold else ()
        under = self._title(box.fold.opens) if box.fold and box.fold.above else None
        parent = self._parents(symbols)
        below = forest.children(parent)
        rows: list[Row] = []
        inner, leaves = [], []
        for at in (-1, *forest.preorder(below, forest.roots(parent))):
            children = forest.roots(parent) if at < 0 else below[at]
            alone = [symbols[child] for child in children if not below[child]]
            way = [symbols[each] for each in _way(parent, at)]
            if alone:
                rows += _rows(way, alone, self.made.lang)
            inner += way[-1:] if alone else []
            leaves += alone
        return Held(box.words, under, symbols, tuple(rows), _kinds(inner), _kinds(leaves))

    def _title(self, opens: str) -> Text:
        return next((part.title for part in self.made.parts if part.name == opens), same(""))

    def _parents(self, symbols: Sequence[Symbol]) -> list[int]:
        """What each hangs on among them, by position; -1 for nothing, never in a circle."""
        at = {symbol.node.id: place for place, symbol in enumerate(symbols)}
        parent = [-1] * len(symbols)
        for keys in self._hangs.values():
            for source, target, _ in keys:
                child, above = at.get(source, -1), at.get(target, -1)
                if min(child, above) >= 0 > parent[child] and not forest.is_within(
                    parent, above, child
                ):
                    parent[child] = above
        return parent


def _way(parent: Sequence[int], at: int) -> list[int]:
    """A node and what it hangs on, the highest first; [] for none."""
    found = []
    while at >= 0:
        found.append(at)
        at = parent[at]
    return found[::-1]


def _kinds(symbols: Sequence[Symbol]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(symbol.node.kind for symbol in symbols))


def _rows(way: Sequence[Symbol], alone: Sequence[Symbol], language: Language) -> Iterator[Row]:
    """What hangs on the same, in as many rows as its names need."""
    said = WITHIN.join(each.words.in_(language) for each in way)
    for some in _split([each.words.in_(language) for each in alone]):
        yield Row(said, "; ".join(some), answers([*way[-1:], *alone], language))


def _split(names: Sequence[str]) -> Iterator[list[str]]:
    """The names in parts that a cell has room for; one that is too long is a part by itself."""
    part: list[str] = []
    for name in names:
        if part and len(letters.lines("; ".join([*part, name]), NAMES, SIZE)) > MOST:
            yield part
            part = []
        part.append(name)
    yield part


def answers(symbols: Sequence[Symbol], language: Language) -> str:
    """Whether somebody answers for those of which that is told; empty where there are none."""
    grades = Counter(each.grade for each in symbols if each.node.kind in GRADED)
    if not grades:
        return ""
    if len(grades) == 1:
        [grade] = grades
        return GRADES[grade or "owned"].in_(language)
    return words.ANSWERED_OF.in_(language).format(n=grades[""], total=grades.total())
