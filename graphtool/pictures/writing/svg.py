"""SVG that every program draws alike: paths and texts with plain attributes, and nothing else.

No style sheet, script, link, marker, filter or font is in it. The letters are as wide as Arial's,
so that words keep to the room that was measured wherever one of these fonts is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphtool.pictures.display import Item, Path, Picture, Words
from graphtool.pictures.format import File, Mark, Shot, Writer
from graphtool.pictures.remarks import remarks
from graphtool.slides.writing.xml import LOCALES, escaped

FONT = "Liberation Sans, Arial, Helvetica, DejaVu Sans, sans-serif"
RIM = 2.6
"""Width of the rim around words, in units."""


def written(shots: Sequence[Shot], dpi: int | None = None) -> File:
    """The first as SVG in UTF-8."""
    drawn = shots[0].drawn()
    return File(text(drawn[0]).encode("utf-8"), tuple(remarks(drawn, is_drawn=False)))


def text(picture: Picture) -> str:
    """A picture as SVG, as large as its paper; each line by itself, to be moved and coloured."""
    paper = picture.paper
    wide, high = paper.width * paper.times, paper.height * paper.times
    size = f'width="{_tidy(wide)}" height="{_tidy(high)}"'
    box = f"0 0 {_tidy(paper.width)} {_tidy(paper.height)}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{box}"'
        f' xml:lang="{LOCALES[picture.language]}">',
        f"<title>{escaped(picture.title)}</title>",
        f"<desc>{escaped(picture.about)}</desc>",
        f'<rect width="{_tidy(paper.width)}" height="{_tidy(paper.height)}"'
        f' fill="{picture.ground}"/>',
        f'<g font-family="{FONT}" stroke-linejoin="round">',
        *(row for one in picture.items for row in _item(one)),
        "</g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _item(item: Item) -> Iterator[str]:
    if isinstance(item, Path):
        yield _path(item)
        return
    if item.halo:
        yield _words(item, f'stroke="{item.halo}" stroke-width="{RIM}" fill="{item.halo}"')
    yield _words(item, f'fill="{item.fill}"')


def _path(path: Path) -> str:
    drawn = f'd="{_steps(path)}"{_looks(path)}'
    if path.about:
        return f"<path {drawn}><title>{escaped(path.about)}</title></path>"
    return f"<path {drawn}/>"


def _steps(path: Path) -> str:
    steps = "L".join(f"{_tidy(x)} {_tidy(y)}" for x, y in path.points)
    return f"M{steps}{'Z' if path.is_closed else ''}"


def _looks(path: Path) -> str:
    looks = f' fill="{path.fill or "none"}"'
    if path.stroke and path.width:
        looks += f' stroke="{path.stroke}" stroke-width="{_tidy(path.width)}"'
        if path.dash:
            looks += f' stroke-dasharray="{" ".join(_tidy(each) for each in path.dash)}"'
    return looks


def _words(said: Words, looks: str) -> str:
    bold = ' font-weight="bold"' if said.bold else ""
    anchor = f' text-anchor="{said.anchor}"' if said.anchor != "start" else ""
    place = f'x="{_tidy(said.x)}" y="{_tidy(said.y)}"'
    if said.turned:
        place += f' transform="rotate(-90 {_tidy(said.x)} {_tidy(said.y)})"'
    return (
        f'<text {place} font-size="{_tidy(said.size)}"{bold}'
        f"{anchor} {looks}>{escaped(said.text)}</text>"
    )


def _tidy(value: float) -> str:
    """A number to a hundredth, as short as can be.

    >>> _tidy(3.0), _tidy(-0.001), _tidy(2.345)
    ('3', '0', '2.35')
    """
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short in ("-0", "") else short


def _mark(said: str) -> bytes:
    """A text that is not drawn; it needs no escaping."""
    return f"<metadata>{said}</metadata>\n".encode()


WRITER = Writer(".svg", written, mark=Mark(b"</svg>\n", _mark))
