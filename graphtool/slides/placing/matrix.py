"""A matrix in the room there is: turned names over columns that are as wide as their signs."""

from __future__ import annotations

from dataclasses import replace

from graphtool.slides import letters
from graphtool.slides.deck import Matrix
from graphtool.slides.sheet import POINT, Grid, Rect, points

SIZE = 12.0
"""Letters of all its words, in points."""
NAMES, HEADS = 190.0, 138.0
"""Width of the names of rows at most, and height of those over columns, in points."""
INSET, TIGHT = 5.0, 2.0
"""Room beside the names of rows, and around everything else."""
LONG = HEADS - 2 * TIGHT - 2
"""Points that a line of a name over a column has."""
LEAST = 22.0
"""Width of a column at least."""
LINES = 2
"""Of a name."""


def column(name: str, signs: list[str]) -> float:
    """How wide a column with this name and these signs is, in points.

    >>> column("Rådet", ["M", ""]), column("Rådet", ["(M) (L)"]) > LEAST
    (22.0, True)
    """
    widest = max((letters.width(_measured(s), SIZE, bold=True) for s in signs), default=0.0)
    return max(LEAST, widest + 2 * TIGHT + 3, len(_head(name)) * SIZE * letters.LEADING + 2 * TIGHT)


def _measured(sign: str) -> str:
    """The sign with a letter that is as wide as a shape, which the font has no measure of."""
    return "".join(each if each.isalpha() or each in "() " else "W" for each in sign)


def _head(name: str) -> list[str]:
    return letters.lines(_cut(name), LONG, SIZE)


def _cut(name: str) -> str:
    return letters.cut(name, LONG, SIZE, LINES)


def placed(body: Matrix, room: Rect) -> tuple[Grid, tuple[str, ...]]:
    """The grid, and the names that are cut in it."""
    wide = _names(body)
    beside = wide - 2 * INSET - 1
    signs = [[row[at] for row in body.cells] for at in range(len(body.columns))]
    columns = [column(name, some) for name, some in zip(body.columns, signs, strict=True)]
    rows = [letters.cut(name, beside, SIZE, LINES, bold=True) for name in body.rows]
    heads = [_cut(name) for name in body.columns]
    widths = [points(wide), *map(points, columns)]
    long = max((letters.width(line, SIZE) for name in heads for line in _head(name)), default=0.0)
    heights = [points(min(HEADS, long + 2 * TIGHT + 4))]
    for name in rows:
        count = len(letters.lines(name, beside, SIZE, bold=True))
        heights.append(points(letters.height(count, SIZE) + 2 * TIGHT))
    broken = ["\n".join(_head(name)) for name in heads]
    cells = [("", *broken), *((name, *row) for name, row in zip(rows, body.cells, strict=True))]
    place = Rect(room.x, room.y, sum(widths), sum(heights))
    grid = Grid(
        "Matrix", place, tuple(widths), tuple(heights), tuple(cells), SIZE, body.about, True
    )
    both = zip((*body.rows, *body.columns), (*rows, *heads), strict=True)
    return grid, tuple(name for name, shown in both if shown != letters.on_one_line(name))


def _names(body: Matrix) -> float:
    """The width of the names of rows: as wide as the widest needs, up to a limit."""
    widest = max((letters.width(name, SIZE, bold=True) for name in body.rows), default=0.0)
    return min(NAMES, widest + 2 * INSET + 2)


def parts(body: Matrix, room: Rect) -> list[Matrix]:
    """The matrix; where its columns have no room side by side, in parts that have it.

    >>> both = Matrix(rows=("a",), columns=("b", "c"), cells=(("M", "L"),), about="", legend="")
    >>> [(part.columns, part.cells) for part in parts(both, Rect(0, 0, points(60), 0))]
    [(('b',), (('M',),)), (('c',), (('L',),))]
    >>> parts(both, Rect(0, 0, points(600), 0)) == [both]
    True
    """
    found: list[list[int]] = [[]]
    most, wide = room.width / POINT - _names(body), 0.0
    for at, name in enumerate(body.columns):
        broad = column(name, [row[at] for row in body.cells])
        if found[-1] and wide + broad > most:
            found.append([])
            wide = 0.0
        found[-1].append(at)
        wide += broad
    if len(found) == 1:
        return [body]
    return [
        replace(
            body,
            columns=tuple(body.columns[at] for at in some),
            cells=tuple(tuple(row[at] for at in some) for row in body.cells),
        )
        for some in found
    ]
