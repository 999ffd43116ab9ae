"""A whole picture: a title, the map with its legend, its sources and its day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graphtool.algorithms.geometry.boxes import Box
from graphtool.maps.excerpt import Excerpt
from graphtool.maps.scene import Map
from graphtool.maps.style import COLOURS
from graphtool.maps.texts import TEXTS
from graphtool.pictures import filling, footer, tiling, words
from graphtool.pictures.display import Item, Picture, Words
from graphtool.pictures.drawing import legend
from graphtool.pictures.drawing.frame import LEADING
from graphtool.pictures.filling import Filled
from graphtool.pictures.paper import Paper
from graphtool.pictures.tiling import Part
from graphtool.slides import letters

MARGIN = 28.0
TITLES = (25.0, 22.0, 19.0, 16.0)
TEXT = 12.5
"""Letters under the title."""
BELOW = 20.0
"""From the line of a title to that of the words under it."""
ROWS = 2
"""Under the title that what the view is for may take, with how much is shown."""


class Said(NamedTuple):
    """What a picture says of itself, where a step does not leave it to the map."""

    title: str = ""
    text: str = ""


OWN = Said()


def parts(
    made: Map, excerpt: Excerpt, paper: Paper, said: Said = OWN
) -> tuple[Paper, Sequence[Part]]:
    """On which side of its paper a matrix is drawn, and in which parts, to be read; [] for none."""
    if not excerpt.scene.grid:
        return paper, []
    best = _best(made, excerpt, paper, said)
    return best.paper, tiling.parts(excerpt, best.region)


def _best(made: Map, excerpt: Excerpt, paper: Paper, said: Said) -> _Page:
    """The page on that side of its paper on which the map gets larger."""
    ways = [paper, paper.turned()] if paper.may_turn else [paper]
    return max((_Page(made, excerpt, way, said) for way in ways), key=lambda page: page.size)


def pictures(
    made: Map,
    excerpt: Excerpt,
    paper: Paper,
    said: Said = OWN,
    *,
    is_paged: bool = False,
    part: Part | None = None,
) -> list[Picture]:
    """An excerpt of a map on a page, turned upright where it gets larger so.

    Where a file may have pages, a matrix whose letters would be too small has a page for each of
    its parts, and the names that the first page has room for neither on the map nor in its list
    follow on pages of their own; else the fullest is drawn, which says how many there are. One of
    its parts, as `parts` gives them, is drawn as it is.
    """
    if part:
        return _Page(made, part.excerpt, paper, said, part).pictures(is_paged=is_paged)
    best = _best(made, excerpt, paper, said)
    found = tiling.parts(excerpt, best.region)
    if len(found) == 1:
        return best.pictures(is_paged=is_paged)
    shown = found if is_paged else [tiling.fullest(found)]
    pages = (_Page(made, each.excerpt, best.paper, said, each) for each in shown)
    return [picture for page in pages for picture in page.pictures(is_paged=is_paged)]


class _Page:
    """One picture as it is put together."""

    def __init__(
        self, made: Map, excerpt: Excerpt, paper: Paper, said: Said, part: Part | None = None
    ) -> None:
        self.part = part
        self.made, self.excerpt, self.paper = made, excerpt, paper
        self.colours, self.language = COLOURS[made.theme], made.lang
        own = f"{made.title.in_(made.lang)} – {excerpt.scene.title.in_(made.lang)}"
        self.title = letters.on_one_line(said.title or own)
        self.head, self.under = self._head(said.text)
        self.foot, self.bottom = self._foot()
        counted = self._counted()
        # How many cards gather is known when they are drawn: one line more for that.
        least = len(self._broken(counted)) + bool(excerpt.cards)
        self.rows = max(least, min(ROWS, len(self._broken(self._with_purpose(counted)))))

    @property
    def width(self) -> float:
        """Of its lines."""
        return self.paper.width - 2 * MARGIN

    @property
    def room(self) -> Box:
        """Between the words under the title and the foot."""
        top = self.under + BELOW + (self.rows - 1) * TEXT * 1.3
        return Box(MARGIN, top, self.width, self.bottom - top)

    @property
    def size(self) -> float:
        """How large the map gets."""
        return filling.size(self.excerpt, self.room, self.made.theme, self.language)

    @property
    def region(self) -> Box:
        """The room for the map, beside its legend."""
        return filling.region(self.excerpt, self.room, self.made.theme, self.language)

    def pictures(self, *, is_paged: bool) -> list[Picture]:
        """The map, and pages of names."""
        found = self._filled(is_paged=is_paged)
        first = self._picture(found, is_paged=is_paged)
        if not is_paged:
            return [first]
        rest = filling.pages(found.frame, found.unlisted, self.room)
        return [first, *(self._continued(first, items) for items in rest)]

    def _filled(self, *, is_paged: bool) -> Filled:
        """The room filled, again with less of it where the words over it took more lines."""
        while True:
            found = filling.filled(
                self.excerpt, self.room, self.made.theme, self.language, is_paged=is_paged
            )
            rows = len(self._broken(self._counted(found)))
            if rows <= self.rows:
                return found
            self.rows = rows

    def _picture(self, found: Filled, *, is_paged: bool) -> Picture:
        parts = self._counted(found)
        shown = " · ".join(parts)
        line = self._under(self._fitting(parts))
        return Picture(
            paper=self.paper,
            title=self.title,
            about=f"{self.title}. {shown}.",
            language=self.language,
            ground=self.colours["page"],
            items=(*self.head, *line, *found.items, *self.foot),
            numbered=found.numbered,
            unlisted=found.unlisted,
            letters=found.frame.letters * self.paper.times,
            parts=self.part.of if self.part and not is_paged else 1,
        )

    def _continued(self, first: Picture, names: Sequence[Item]) -> Picture:
        """A page of names."""
        text = words.CONTINUED.in_(self.language)
        items = (*self.head, *self._under([text]), *names, *self.foot)
        return first._replace(items=items, about=f"{self.title}. {text}.", unlisted=())

    def _head(self, text: str) -> tuple[list[Item], float]:
        """The title and a step's words; and the line for what is shown."""
        room = self.width
        size = next(
            (s for s in TITLES if letters.width(self.title, s, bold=True) <= room), TITLES[-1]
        )
        title = letters.cut(self.title, room, size, 2, bold=True)
        items: list[Item] = []
        y = MARGIN + size * 0.75
        for line in letters.lines(title, room, size, bold=True):
            items.append(Words(line, MARGIN, y, size, True, self.colours["ink"]))
            y += size * LEADING
        y += BELOW - size * LEADING
        cut = letters.cut(text, room, TEXT, 3) if text else ""
        said = self._lines(letters.lines(cut, room, TEXT), y, "ink")
        return [*items, *said], y + len(said) * TEXT * 1.3

    def _foot(self) -> tuple[list[Item], float]:
        """What was not read, the sources and the day; and where the room above them ends."""
        room, size = self.width, footer.LETTERS
        warning = letters.cut(_unread(self.made), room, size, 1)
        foot = footer.text(self.made, self.excerpt, room)
        lines = [(warning, "alarm")] if warning else []
        lines += [(line, "soft") for line in letters.lines(foot, room, size)]
        top = self.paper.height - 14 - len(lines) * size * 1.25
        return [
            Words(line, MARGIN, top + size * (1 + at * 1.25), size, False, self.colours[use])
            for at, (line, use) in enumerate(lines)
        ], top - 10

    def _under(self, parts: Sequence[str]) -> list[Words]:
        """These in lines under the title."""
        return self._lines(self._broken(parts), self.under, "soft")

    def _broken(self, parts: Sequence[str]) -> list[str]:
        """As many in a line as have room, broken between two of them where that can be."""
        lines: list[str] = []
        for part in parts:
            longer = f"{lines[-1]} · {part}" if lines else part
            if lines and letters.width(longer, TEXT) <= self.width:
                lines[-1] = longer
            else:
                lines += letters.lines(part, self.width, TEXT)
        return lines

    def _lines(self, lines: Iterable[str], y: float, use: str) -> list[Words]:
        colour = self.colours[use]
        return [
            Words(line, MARGIN, y + at * TEXT * 1.3, TEXT, False, colour)
            for at, line in enumerate(lines)
        ]

    @property
    def _waiting(self) -> int:
        """How many edges nothing tells."""
        excerpt = self.excerpt
        return sum(line.count for line in excerpt.lines if line.key in excerpt.waiting)

    def _counted(self, found: Filled | None = None) -> list[str]:
        """How much of the graph is shown, and how; what is known before it is drawn without."""
        scene = self.excerpt.scene
        covered = found.covered if found else 0
        weaker, gathered, within = (
            (found.cards.weaker, found.cards.gathered, found.cards.within) if found else (0, 0, 0)
        )
        kinds, relations = legend.counts(self.excerpt)
        folded = sum(symbol.count for symbol in self.excerpt.symbols if symbol.fold)
        figures = {
            "g": len(self.excerpt.cards),
            "n": kinds.total() - folded,
            "m": scene.total[0],
            "e": relations.total() - covered - weaker,
            "f": scene.total[1],
        }
        form = TEXTS["groups_shown" if self.excerpt.cards else "shown"].in_(self.language)
        numbers = {key: words.number(n, self.language) for key, n in figures.items()}
        hidden = (
            (words.FOLDED, folded),
            (words.GATHERED, gathered + sum(n for _, n in self.excerpt.strands)),
            (words.WITHIN, within),
            (words.COVERED, covered),
            (words.WEAKER, weaker),
            (words.WAITING, self._waiting),
        )
        how = [
            (one if n == 1 else many).in_(self.language).format(n=words.number(n, self.language))
            for (one, many), n in hidden
            if n
        ]
        if made := self.made.before:
            how.append(
                TEXTS["changes_since"].in_(self.language).format(name=made.in_(self.language))
            )
        before = (self.part.said if self.part else None, self.made.narrowed)
        said = [each.begun().in_(self.language) for each in before if each]
        return [*said, form.format(**numbers), *how]

    def _fitting(self, shown: list[str]) -> list[str]:
        """What the view is for and how much is shown, where there is room for both."""
        both = self._with_purpose(shown)
        return both if len(self._broken(both)) <= self.rows else shown

    def _with_purpose(self, shown: Sequence[str]) -> list[str]:
        return [self.excerpt.scene.purpose.in_(self.language).rstrip("."), *shown]


def _unread(made: Map) -> str:
    if not made.unread:
        return ""
    what = "; ".join(text.in_(made.lang) for text in made.unread)
    return TEXTS["unread"].in_(made.lang).format(what=what)
