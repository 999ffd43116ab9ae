"""What the signs of a picture stand for, with how many there are: rows for a column beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from graphtool import schema
from graphtool.algorithms.geometry.boxes import Box
from graphtool.language import Text
from graphtool.maps import style
from graphtool.maps.excerpt import Excerpt
from graphtool.maps.style import ARROWS, BADGES, BORDERS, CHANGES, DERIVED, MARKS, SHAPES
from graphtool.maps.texts import TEXTS
from graphtool.pictures import words
from graphtool.pictures.columns import SIDE, Row
from graphtool.pictures.display import Item, Path, Words
from graphtool.pictures.drawing import matrix
from graphtool.pictures.drawing.frame import Frame, glyph, look, rounded_box, transformed
from graphtool.queries.answer_options import GRADES
from graphtool.slides import letters

Sign: TypeAlias = Callable[[float, float, float], Iterable[Item]]
"""The shapes of a sign: where its column begins, the middle of its row, and how large."""
SIZES = (13.5, 12.5, 11.5, 10.5, 9.5, 9.0, 8.5, 8.0, 7.5)
"""Of its letters, the largest that there is room for."""
SIGN = 46.0
"""Width of a sign with the air to its words."""
ROW, CLOSE, HEAD = 1.5, 1.12, 2.3
"""Height of a row, of a further line in it, and of a heading with the air above it, in sizes of
letters."""
PLAIN = schema.Line("soft", 1.7, "triangle")


def rows(frame: Frame, size: float) -> list[Row]:
    """The legend of an excerpt, in letters of this size.

    Kinds, who answers, colours, relations, how sources say it.
    """
    say = frame.say
    kinds, relations = counts(frame.excerpt)
    grades = Counter(filter(None, (frame.excerpt.grade(s) for s in frame.excerpt.symbols)))
    scene = frame.excerpt.scene
    sections = [
        (say(TEXTS["kinds"]), _kinds(frame, kinds, size)),
        (say(TEXTS["grades"]), [] if scene.is_compared else _grades(frame, grades, size)),
        (say(TEXTS["colours"]), _tints(frame, size)),
        (say(TEXTS["relations"]), _relations(frame, relations, size)),
        (say(TEXTS["modalities"]), _modalities(frame, size)),
    ]
    if scene.is_compared:
        sections.insert(0, (say(TEXTS["changes"]), _changes(frame, size)))
    found = [
        row for title, made in sections if made for row in (heading(frame, title, size), *made)
    ]
    if scene.sizes:
        found.append(paragraph(frame, say(TEXTS["size_is"].format(what=scene.sizes)), size))
    if any(line.derived.weight for line in frame.excerpt.lines):
        found.append(paragraph(frame, say(TEXTS["width_is"]), size))
    return found


def counts(excerpt: Excerpt) -> tuple[Counter[str], Counter[str]]:
    """How many nodes of each kind and edges of each relation an excerpt has, in its groups too."""
    kinds: Counter[str] = Counter()
    for symbol in excerpt.symbols:
        kinds.update(dict(symbol.fold.kinds) if symbol.fold else {symbol.node.kind: 1})
    for card in excerpt.cards:
        kinds.update(dict(card.kinds))
    relations: Counter[str] = Counter()
    for line in excerpt.lines:
        relations[line.relation] += 0 if line.key in excerpt.waiting else line.count
    for bundle in excerpt.bundles:
        relations[bundle.relation] += bundle.count
    return kinds, relations


def _kinds(frame: Frame, found: Counter[str], size: float) -> list[Row]:
    return [
        _row(
            frame,
            size,
            _symbol(frame, kind.shape, style.fill(kind.name, frame.theme)),
            kind.plural,
            n,
        )
        for kind in schema.KINDS.values()
        if (n := found[kind.name])
    ]


def _grades(frame: Frame, found: Counter[str], size: float) -> list[Row]:
    return [
        _row(frame, size, _glyph(frame, shape, colour), GRADES[grade], n)
        for grade, (shape, colour) in BADGES.items()
        if (n := found[grade])
    ]


def _tints(frame: Frame, size: float) -> list[Row]:
    found = Counter(symbol.tint for symbol in frame.excerpt.symbols)
    return [
        _row(frame, size, _symbol(frame, "dot", getattr(tint, frame.theme)), tint.label, n)
        for key, tint in frame.excerpt.scene.tints.items()
        if (n := found[key])
    ]


def _relations(frame: Frame, found: Counter[str], size: float) -> list[Row]:
    return [
        _row(frame, size, _drawn(frame, relation), style.relation_label(relation), n)
        for relation in (*schema.RELATIONS, *DERIVED)
        if (n := found[relation])
    ]


def _modalities(frame: Frame, size: float) -> list[Row]:
    """How sources say what is drawn; nothing where all is a fact, or a tie, which has no mark."""
    drawn = [line for line in frame.excerpt.lines if not line.derived.weight]
    found = Counter(line.modality for line in drawn)
    if set(found) <= {"stated"}:
        return []
    return [
        _row(frame, size, _said(frame, modality), label, n)
        for modality, label in schema.MODALITIES.items()
        if (n := found[modality])
    ]


def _changes(frame: Frame, size: float) -> list[Row]:
    """Signs and counts of nodes and of edges."""
    excerpt = frame.excerpt
    nodes = Counter(each.change.change for each in excerpt.symbols if each.change)
    edges = Counter(each.change.change for each in excerpt.lines if each.change)
    return [
        _row(frame, size, _changed(frame, change), said, nodes[change], edges[change])
        for change, looks in CHANGES.items()
        if isinstance(said := looks["label"], Text)
    ]


def _symbol(frame: Frame, shape: str, fill: str) -> Sign:
    outline = frame.colours["outline"]
    form = SHAPES[shape]
    return lambda x, y, much: [Path(transformed(form, x + 18, y, 6.8 * much), fill, outline, 1.0)]


def _glyph(frame: Frame, shape: str, colour: str) -> Sign:
    used, page = frame.colours[colour], frame.colours["page"]
    return lambda x, y, much: glyph(shape, (x + 18, y), 6.2 * much, used, page)


def _changed(frame: Frame, change: str) -> Sign:
    colour = str(CHANGES[change]["colour"])
    drawn = schema.Line(colour, 1.7, "triangle", (2, 4) if change == "removed" else ())
    line, sign = _line(frame, drawn), _glyph(frame, str(CHANGES[change]["shape"]), colour)
    return lambda x, y, much: [*line(x, y, much), *sign(x, y, much)]


def _drawn(frame: Frame, relation: str) -> Sign:
    """How a relation is drawn: as a line, or as a sign of a matrix."""
    if not frame.excerpt.scene.grid:
        return _line(frame, look(relation))
    colour = frame.colours[look(relation).family]
    return lambda x, y, much: matrix.sign(frame, relation, (x + 18, y), 7.4 * much, colour)


def _said(frame: Frame, modality: str) -> Sign:
    """How what a source says so is drawn: a mark on a line, or a box of a matrix by its border."""
    if not frame.excerpt.scene.grid:
        return _line(frame, PLAIN, MARKS[modality])
    soft, page = frame.colours["soft"], frame.colours["page"]
    dash = BORDERS[modality]

    def sign(x: float, y: float, much: float) -> Iterator[Item]:
        box = Box(x + 18 - 7 * much, y - 7 * much, 14 * much, 14 * much)
        yield Path(rounded_box(box, 3), soft if dash is None else page, soft, 1.2, dash or ())

    return sign


def _line(frame: Frame, drawn: schema.Line, mark: str = "") -> Sign:
    """A line with its head, and a hollow mark where it is not stated."""
    colour, page = frame.colours[drawn.family], frame.colours["page"]
    head = ARROWS[drawn.arrow]
    end = SIGN - 10

    def sign(x: float, y: float, much: float) -> Iterator[Item]:
        tail = -min((px for px, _ in head), default=0.0) * much
        way = ((x, y), (x + end - tail * 0.8, y))
        yield Path(way, "", colour, drawn.width, drawn.dash, is_closed=False)
        if head:
            border = transformed(head, x + end, y, much)
            yield Path(border, page if mark else colour, colour, 1.2 if mark else 0.0)
        if mark:
            size = (4.8 if mark == "star" else 3.6) * much
            yield Path(transformed(SHAPES[mark], x + end / 2 - 3, y, size), page, colour, 1.2)

    return sign


def _row(frame: Frame, size: float, sign: Sign, label: Text, *counted: int) -> Row:
    """A sign, its words in two lines at most, and how many there are."""
    text = frame.say(label)
    number = " · ".join(words.number(n, frame.language) for n in counted)
    ink, soft = frame.colours["ink"], frame.colours["soft"]
    room = SIDE - SIGN - letters.width(number, size) - 6
    lines = letters.lines(letters.cut(text, room, size, 2), room, size)
    high = (ROW + (len(lines) - 1) * CLOSE) * size

    def draw(x: float, y: float, width: float) -> Iterator[Item]:
        middle = y + high / 2
        yield from sign(x, middle, size / SIZES[1])
        first = middle + size * (0.36 - (len(lines) - 1) * CLOSE / 2)
        for at, line in enumerate(lines):
            yield Words(line, x + SIGN, first + at * CLOSE * size, size, False, ink)
        yield Words(number, x + width, middle + size * 0.36, size, False, soft, "end")

    return Row(high, draw)


def heading(frame: Frame, title: str, size: float) -> Row:
    """The name of a section."""
    ink = frame.colours["ink"]

    def draw(x: float, y: float, width: float) -> Iterator[Item]:
        said = letters.cut(title, width, size + 1, 1, bold=True)
        yield Words(said, x, y + HEAD * size - 7, size + 1, True, ink)

    return Row(HEAD * size, draw, is_heading=True, air=(HEAD - 1.3) * size - 7)


def paragraph(frame: Frame, text: str, size: float) -> Row:
    """Words a little smaller over at most four lines."""
    soft = frame.colours["soft"]
    small = size * 0.88
    said = letters.cut(text, SIDE, small, 4)
    lines = letters.lines(said, SIDE, small)

    def draw(x: float, y: float, width: float) -> Iterator[Item]:
        for at, line in enumerate(lines):
            yield Words(line, x, y + 5 + small + at * small * 1.2, small, False, soft)

    return Row(8 + len(lines) * small * 1.2, draw)
