"""Slides of what is folded on slides of a map: who asks what the 30 measures are, finds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from graphtool import schema
from graphtool.language import Language, Text, listed, quoted, same, shortened
from graphtool.maps.excerpt import Excerpt
from graphtool.maps.folding import GRADED, counted
from graphtool.maps.scene import Map
from graphtool.slides import words
from graphtool.slides.asked import MORE, QUOTES, cited
from graphtool.slides.chapters.held import NOBODY, Held, Inside, Row
from graphtool.slides.chapters.sentences import LONGEST, ROWS, headline
from graphtool.slides.deck import Column, Slide, Table

MOST, LEAST = 8, 5
"""Slides of what is folded in a deck, and nodes on one: what is on none is in the notes of the
map's slides."""
LINES = 20
"""Of a slide's rows together, in the smallest letters."""
OWN, ALONE = 5, 1.25
"""Rows for which a box has its slides for itself, and how much wider their cells are there."""
NAMES = 3, 2, 1
"""Boxes that a title names, fewer where it is too long."""
KINDS = 3
"""That a heading names."""
SHARES = 0.2, 0.28, 0.42, 0.1
"""Of a table's width, for its columns."""


class Page(NamedTuple):
    """Some rows of some boxes."""

    rows: list[tuple[Held, Row]]
    of: int = 1
    """How many pages its box has."""
    at: int = 1

    @property
    def ids(self) -> set[str]:
        """The nodes of its boxes."""
        return {id_ for held, _ in self.rows for id_ in held.ids}


class Folds(NamedTuple):
    """The slides, and which nodes stand on them one by one."""

    slides: tuple[Slide, ...]
    shown: frozenset[str]


def folds(made: Map, excerpts: Iterable[Excerpt]) -> Folds:
    """What is folded in these, the largest first, each once; nothing where nothing is."""
    inside = Inside(made)
    boxes: dict[frozenset[str], Held] = {}
    for excerpt in excerpts:
        for symbol in excerpt.symbols:
            if symbol.fold and not excerpt.stands_back(symbol.node.id):
                boxes.setdefault(frozenset(symbol.fold.members), inside.held(symbol))
    pages = [page for page in _pages(_each_once(boxes.values())) if len(page.ids) >= LEAST]
    pages.sort(key=lambda page: -len(page.ids))
    kept = _whole(pages[:MOST])
    shown = frozenset(id_ for page in kept for id_ in page.ids)
    return Folds(tuple(_slide(made, page) for page in kept), shown)


def _each_once(boxes: Iterable[Held]) -> list[Held]:
    """The largest first, without those that others hold."""
    found: list[Held] = []
    for held in sorted(boxes, key=lambda held: -len(held.symbols)):
        if held.rows and not any(held.ids <= other.ids for other in found):
            found.append(held)
    return found


def _pages(boxes: Sequence[Held]) -> Iterator[Page]:
    """A large box on pages of its own, small ones together; those that hang on nothing apart."""
    for held in boxes:
        if len(held.rows) >= OWN or _lines(held.rows) > LINES:
            parts = list(_parts(held.rows))
            for at, part in enumerate(parts, start=1):
                yield Page([(held, row) for row in part], len(parts), at)
    small = [held for held in boxes if len(held.rows) < OWN and _lines(held.rows) <= LINES]
    for has_place in (True, False):
        open_: list[Page] = []
        for held in small:
            if (held.under is not None) == has_place:
                rows = [(held, row) for row in held.rows]
                page = next((page for page in open_ if _has_room(page, rows)), None)
                if page is None:
                    page = Page([])
                    open_.append(page)
                page.rows.extend(rows)
        yield from open_


def _parts(rows: Sequence[Row]) -> Iterator[list[Row]]:
    part: list[Row] = []
    for row in rows:
        if part and (len(part) == ROWS or _lines([*part, row], ALONE) > LINES):
            yield part
            part = []
        part.append(row)
    yield part


def _lines(rows: Iterable[Row], wider: float = 1.0) -> float:
    return sum(row.lines(wider) for row in rows)


def _has_room(page: Page, more: Sequence[tuple[Held, Row]]) -> bool:
    rows = [row for _, row in (*page.rows, *more)]
    return len(rows) <= ROWS and _lines(rows) <= LINES


def _whole(pages: Sequence[Page]) -> list[Page]:
    """The pages without those of a box that is not on them as a whole."""
    count = Counter(page.rows[0][0].ids for page in pages if page.of > 1)
    return [page for page in pages if page.of == 1 or count[page.rows[0][0].ids] == page.of]


def _slide(made: Map, page: Page) -> Slide:
    language = made.lang
    boxes = list(dict.fromkeys(held for held, _ in page.rows))
    sentence = title(boxes, language)
    said = headline(sentence)
    if page.of > 1:
        said = words.CONTINUED.in_(language).format(title=said, n=page.at, total=page.of)
    rows, before = [], None
    for held, row in page.rows:
        under = (held.under or held.name).in_(language) if held is not before else ""
        rows.append((under if len(boxes) > 1 or not row.way else "", *row))
        before = held
    columns = _columns(boxes, language)
    used = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    whole = () if said.startswith(sentence) else (sentence,)
    return Slide(
        title=said,
        caption=words.HELD_CAPTION.in_(language),
        body=Table(
            columns=tuple(columns[at] for at in used),
            rows=tuple(tuple(row[at] for at in used) for row in rows),
            about=words.TABLE.in_(language).format(title=shortened(said)),
        ),
        notes=(*whole, *_quotes(page, boxes, language)),
    )


def title(boxes: Sequence[Held], language: Language) -> str:
    """What boxes hold, and for how much of it nobody answers, in a sentence."""
    symbols = [symbol for held in boxes for symbol in held.symbols]
    kinds = Counter(symbol.node.kind for symbol in symbols)
    counts = [counted(kind, kinds[kind]) for kind in schema.KINDS if kinds[kind]]
    what = listed(counts, most=len(counts))
    graded = [symbol for symbol in symbols if symbol.node.kind in GRADED]
    nobody = sum(symbol.grade in NOBODY for symbol in graded)
    names = quoted(dict.fromkeys(held.under.in_(language) for held in boxes if held.under))
    form = words.UNDER if names else words.FOLDED_ALONE
    said = [form.format(names=listed(names, most), what=what) for most in NAMES]
    if nobody:
        there = {symbol.node.kind for symbol in graded}
        what = listed([schema.kind(kind).plural for kind in GRADED if kind in there])
        figures = {"n": nobody, "total": len(graded), "what": what}
        said = [words.NOBODY_FOR.format(first=each, **figures) for each in said] + said
    told = [text.in_(language) for text in said]
    return next((text for text in told if len(text) <= LONGEST), told[-1])


def _columns(boxes: Sequence[Held], language: Language) -> list[Column]:
    above = dict.fromkeys(kind for held in boxes for kind in held.above)
    below = dict.fromkeys(kind for held in boxes for kind in held.below)
    place = words.BELOW if any(held.under for held in boxes) else words.IN_THE_BOX
    heads = (place, _kinds(above, one=True), _kinds(below), words.ANSWERING)
    return [
        Column(head.in_(language).capitalize(), share)
        for head, share in zip(heads, SHARES, strict=True)
    ]


def _kinds(kinds: Iterable[str], *, one: bool = False) -> Text:
    """What kinds stand in a column; only that it holds some, where they are many."""
    known = [schema.kind(kind) for kind in kinds]
    named = [kind.label if one else kind.plural for kind in known]
    if len(named) > KINDS:
        return words.HOLDS
    return listed(named, most=KINDS) if named else same("")


def _quotes(page: Page, boxes: Sequence[Held], language: Language) -> Iterator[str]:
    """What the sources say of what a page has, the first of many, under a heading."""
    quotes = dict.fromkeys(
        f"{symbol.words.in_(language)} – {said}"
        for held in boxes
        for symbol in held.symbols
        if (said := cited(language, symbol.node.document, symbol.node.line, symbol.node.quote))
    )
    start = (page.at - 1) * QUOTES if page.of > 1 else 0
    found = list(quotes)[start:]
    if found:
        yield words.QUOTES.in_(language)
        yield from found[:QUOTES]
        if len(found) > QUOTES and page.at == page.of:
            yield MORE.in_(language).format(n=len(found) - QUOTES)
