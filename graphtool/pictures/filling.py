"""A page's room filled: the map, what its signs stand for, and the names without room on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graphtool.algorithms.geometry import strokes
from graphtool.algorithms.geometry.boxes import Box, Crowd, Taken
from graphtool.language import Language
from graphtool.maps.excerpt import Excerpt
from graphtool.maps.style import Theme
from graphtool.pictures import columns, words
from graphtool.pictures.columns import Division, Flow, Row
from graphtool.pictures.display import Item, Named, Path, Words
from graphtool.pictures.drawing import cards, edges, grounds, labels, legend, matrix, nodes, strands
from graphtool.pictures.drawing.cards import Drawn
from graphtool.pictures.drawing.frame import LEADING, Frame, clamp, fitted, rounded_box, zoom
from graphtool.pictures.drawing.labels import PILL, Label
from graphtool.slides import letters

ENTRY, ENTRIES, INDENT = 8.0, 6, 23.0
"""Letters of a listed name, its lines at most, and the room for its number."""
TRIES = 4
"""Ways to fill a page that are looked at."""
STEP = 3.0
"""Between points of lines that a name may lie on, in units."""
BESIDE = 0.93
"""A legend stands beside the map unless it is smaller than this share of one with it below."""


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What stands in a page's room."""

    frame: Frame
    items: tuple[Item, ...]
    numbered: tuple[Named, ...]
    """Names that stand in the list."""
    unlisted: tuple[Named, ...]
    """Names that it has no room for."""
    covered: int
    """Edges that lie under symbols."""
    cards: Drawn


def size(excerpt: Excerpt, room: Box, theme: Theme, language: Language) -> float:
    """How large the map gets in a room."""
    return zoom(excerpt, region(excerpt, room, theme, language))


def region(excerpt: Excerpt, room: Box, theme: Theme, language: Language) -> Box:
    """The part of a room in which the map gets largest, beside or over its legend."""
    return _ways(excerpt, room, theme, language)[0].region


def filled(
    excerpt: Excerpt, room: Box, theme: Theme, language: Language, *, is_paged: bool = False
) -> Filled:
    """The room filled in the way in which all names have room, with the largest map of these.

    Where no way has room for all of them, the one that leaves out fewest, which says how many. Of
    a file that goes on on further pages, the one with the largest map.
    """
    tried: list[Filled] = []
    for way in _ways(excerpt, room, theme, language):
        if tried and not _has_room(tried[-1], way.columns):
            continue  # a smaller map has room for fewer names, not for more
        tried.append(_filled(fitted(excerpt, way.region, theme, language), way))
        if is_paged or not tried[-1].unlisted or len(tried) == TRIES:
            break
    return min(tried, key=lambda made: len(made.unlisted))


def _has_room(made: Filled, room: Sequence[Box]) -> bool:
    """Whether these columns have room for the names that have none on the map."""
    return _rows(made.frame, (*made.numbered, *made.unlisted), room) is not None


def _rows(frame: Frame, named: Sequence[Named], room: Sequence[Box]) -> list[Row] | None:
    """The legend in the largest letters with which the list of names fits too; None for none."""
    names = listed(frame, named) if named else []
    for whole in (True, False):
        for letter in legend.SIZES:
            signs = legend.rows(frame, letter)
            if _fits(signs, room, whole=whole) and _fits([*signs, *names], room):
                return [*signs, *names]
    return None


def _ways(excerpt: Excerpt, room: Box, theme: Theme, language: Language) -> list[Division]:
    """Columns beside the map or under it, with the largest map first, then with more room."""
    frame = fitted(excerpt, room, theme, language)
    small, middling = (legend.rows(frame, size) for size in (legend.SIZES[-2], legend.SIZES[3]))
    beside = [way for way in columns.sides(room) if _fits(small, way.columns)]
    both = [way for way in columns.both(room) if _fits(small, way.columns)]
    under = [way for way in columns.feet(room) if _fits(middling, way.columns, whole=True)]
    found = [(BESIDE, way) for way in under] + [(1.0, way) for way in (*beside, *both)]
    if not found:
        return columns.sides(room)[-1:] or columns.feet(room)[-1:]
    found.sort(key=lambda one: -one[0] * zoom(excerpt, one[1].region))
    return [way for _, way in found]


def _fits(rows: Sequence[Row], room: Sequence[Box], *, whole: bool = False) -> bool:
    """Whether the columns have room for all rows, for `whole` with no section in two of them."""
    flow = columns.flow(rows, room)
    return flow.placed == len(rows) and not (whole and flow.is_split)


def _filled(frame: Frame, division: Division) -> Filled:
    excerpt = frame.excerpt
    headings = list(_headings(frame))
    drawn = cards.drawn(frame)
    taken = [box for _, box in headings] + [cards.box(frame, card) for card in excerpt.cards]
    frame, named = labels.largest(frame, taken, first=len(drawn.numbered) + 1)
    before = (*drawn.numbered, *named.numbered)
    tied = _tied(frame, named.labels, taken, sum(one.number > 0 for one in before) + 1)
    numbered = (*before, *tied.numbered)
    flow, listed = _beside(frame, numbered, division.columns)
    ground = tuple(grounds.drawn(frame))
    under = _strokes(frame, [*ground, *drawn.lines, *tied.lines])
    items = (
        *ground,
        *drawn.lines,
        *tied.lines,
        *tied.signs,
        *nodes.drawn(frame),
        *drawn.cards,
        *(said for said, _ in headings),
        *(item for label in named.labels for item in _label(frame, label, under)),
        *flow.items,
    )
    return Filled(
        frame=frame,
        items=items,
        numbered=numbered[:listed],
        unlisted=numbered[listed:],
        covered=tied.covered,
        cards=drawn,
    )


class _Tied(NamedTuple):
    """What shows the edges: lines, or the signs of a matrix and the names over its columns."""

    lines: Sequence[Path]
    signs: Sequence[Item]
    numbered: tuple[Named, ...]
    covered: int


def _tied(frame: Frame, named: Sequence[Label], taken: Iterable[Box], first: int) -> _Tied:
    if frame.excerpt.scene.grid:
        made = matrix.drawn(frame, first=first)
        return _Tied(made.grid, (*made.signs, *made.heads), made.numbered, made.hidden)
    lines = edges.drawn(frame, {one.node: one.box for one in named if one.is_right})
    gathered = strands.drawn(frame, _taken(frame, [*taken, *(one.box for one in named)]))
    return _Tied(lines.paths, (*gathered,), (), lines.covered)


def _taken(frame: Frame, words: Iterable[Box]) -> Taken:
    """What the counts of strands keep clear of."""
    made = Taken()
    for box in (*words, *map(frame.around, frame.excerpt.symbols)):
        made.take(box)
    return made


def _beside(frame: Frame, named: Sequence[Named], room: Sequence[Box]) -> tuple[Flow, int]:
    """The legend and the list as far as they have room; and how many names that are."""
    rows = _rows(frame, named, room)
    if rows is not None:
        return columns.flow(rows, room), len(named)
    signs = legend.rows(frame, legend.SIZES[-2])
    names = listed(frame, named)
    count = max(columns.flow([*signs, *names], room).placed - len(signs) - 1, 0)
    while True:
        more = words.MORE.in_(frame.language).format(n=len(named) - count)
        cut = [*signs, *names[: count + 1], legend.paragraph(frame, more, ENTRY)]
        if count == 0 or _fits(cut, room):
            return columns.flow(cut, room), count
        count -= 1


def listed(frame: Frame, named: Sequence[Named]) -> list[Row]:
    """A heading, and a row for each name without room, with its number."""
    head = legend.heading(frame, words.LISTED.in_(frame.language), ENTRY + 1)
    return [head, *(_entry(frame, one) for one in named)]


def _entry(frame: Frame, one: Named) -> Row:
    room = columns.SIDE - INDENT - 2
    said = letters.cut(one.name, room, ENTRY, ENTRIES)
    lines = letters.lines(said, room, ENTRY)
    ink = frame.colours["ink"]

    def draw(x: float, y: float, width: float) -> Iterator[Item]:
        if one.number:
            yield from _pill(frame, one.number, Box(x, y + 1, INDENT - 6, PILL * 1.3))
        for at, line in enumerate(lines):
            yield Words(line, x + INDENT, y + ENTRY * (0.98 + at * 1.18), ENTRY, False, ink)

    return Row(len(lines) * ENTRY * 1.18 + 3, draw)


def _headings(frame: Frame) -> Iterator[tuple[Words, Box]]:
    """Words over columns, and titles of groups that no node heads, with their boxes."""
    size = clamp(13 * frame.scale + 1, 9.5, 17)
    for heading in frame.excerpt.scene.headings:
        x, y = frame.at(heading.x, heading.y)
        room = Box(x, y, max(heading.width * frame.scale, 60.0), size)
        lines = letters.lines(frame.say(heading.text), room.width, size, bold=True)
        above = Box(x, y - size * LEADING, room.width, size)
        if len(lines) == 2 and above.y >= frame.region.y:
            yield _heading(frame, lines[0], above, "page")
            yield _heading(frame, lines[1], room, "page")
        else:
            yield _heading(frame, frame.say(heading.text), room, "page")
    size = frame.letters + 0.5
    for hull in frame.excerpt.hulls:
        if not hull.title:
            continue
        outer = frame.box(hull.x, hull.y, hull.width, hull.height)
        said = frame.say(hull.title)
        x, y = outer.x + 8 * frame.scale + 3, outer.y + 5 * frame.scale
        room = Box(x, y, max(outer.width - 14, 60.0), size)
        yield _heading(frame, said[:1].upper() + said[1:], room, "hull")


def _heading(frame: Frame, text: str, room: Box, ground: str) -> tuple[Words, Box]:
    """Bold words at the upper left of a room, as high as their letters."""
    size, colours = room.height, frame.colours
    said = letters.cut(text, room.width, size, 1, bold=True)
    box = Box(room.x, room.y, letters.width(said, size, bold=True), size * 1.2)
    y = box.y + size
    return Words(said, box.x, y, size, True, colours["soft"], halo=colours[ground]), box


def _strokes(frame: Frame, items: Sequence[Item]) -> Crowd:
    """Where lines and borders run."""
    ways = (
        (*item.points, item.points[0]) if item.is_closed else item.points
        for item in items
        if isinstance(item, Path) and item.stroke and item.points
    )
    return Crowd(frame.region, (at for way in ways for at in strokes.sampled(way, STEP)))


def _label(frame: Frame, label: Label, under: Crowd) -> Iterator[Item]:
    """A name line by line, over a rim of its ground where a line runs, and its number."""
    symbol = frame.excerpt.at[label.node]
    back = 0.28 if frame.excerpt.stands_back(label.node) else 1.0
    gone = 0.62 if symbol.change and symbol.change.change == "removed" else 1.0
    ink = frame.faded(frame.colours["ink"], back * gone)
    box = label.box
    x = {"start": box.x, "middle": box.x + box.width / 2, "end": box.right}[label.anchor]
    for at, line in enumerate(label.lines):
        y = box.y + label.size * (0.93 + at * LEADING)
        halo = frame.ground(symbol) if under.within(box.grown(STEP)) else ""
        yield Words(line, x, y, label.size, label.bold, ink, label.anchor, halo)
    if label.pill:
        yield from _pill(frame, label.number, label.pill)


def _pill(frame: Frame, number: int, box: Box) -> Iterator[Item]:
    """A number in a dark field."""
    yield Path(rounded_box(box, 3), frame.colours["soft"])
    x, y = box.middle
    size, page = box.height / 1.3, frame.colours["page"]
    yield Words(str(number), x, y + size * 0.36, size, True, page, "middle")


def pages(frame: Frame, named: Sequence[Named], room: Box) -> list[tuple[Item, ...]]:
    """Names on pages of their own, in columns."""
    made: list[tuple[Item, ...]] = []
    across = max(1, int((room.width + columns.GAP) / (columns.SIDE + columns.GAP)))
    step = (room.width + columns.GAP) / across
    places = [Box(room.x + at * step, room.y, columns.SIDE, room.height) for at in range(across)]
    rows = [_entry(frame, one) for one in named]
    while rows:
        flow = columns.flow(rows, places)
        made.append(flow.items)
        rows = rows[max(flow.placed, 1) :]
    return made
