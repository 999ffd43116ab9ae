"""Tables on the terminal: as wide as it is, every column readable, rows of two lines at most.

What two lines have no room for ends in `…`, and that is said below; with `--full` all of it stands.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from graphtool import answers
from graphtool.cli.speaking import inert
from graphtool.language import Text

if TYPE_CHECKING:
    from rich.console import Console, JustifyMethod

    from graphtool.engine import Answer
    from graphtool.language import Language

PIPED_WIDTH = 120
"""Width of a table that goes to a file or another program."""
NARROWEST = 14
"""Characters below which a column of text is no longer readable."""
TITLE = 22
"""Characters that what names a row has, where it is that long."""
LONGEST_REFERENCE = 26
"""Characters up to which `document:line` and the like are not broken."""
GAP = 3
"""What a column takes beside its text."""
MOST_LINES = 2
"""Lines a row, unless all is asked for."""
LONGEST_WORD = 28
"""Characters up to which a word makes its column wider."""
CUT = "…"
FULL = "graphtool.full"
"""Under which the command's context keeps that all is asked for."""
NO_ROWS = Text("Ingen rader.", "Ingen rader.", "No rows.")
SHORTENED = Text(
    "Det som ender på … er forkortet; --full viser alt.",
    "Det som sluttar på … er korta ned; --full viser alt.",
    "What ends in … is shortened; --full shows all of it.",
)


def show(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    numbers: Iterable[int] = (),
    *,
    title: int = 0,
    most: int | None = None,
) -> bool:
    """Prints a table to stdout; columns in `numbers` stand to the right and are never broken.

    Cells have at most `most` lines, without it as many as they need; those of the column `title`
    always stand whole. Where the terminal is too narrow for the columns, each row is a block of
    lines instead, under what that column says. Gives whether something had to be shortened.
    """
    lines = _lines(rows)
    return _shown(_layout(headings, lines, numbers, title), headings, lines, title, most)


def _lines(rows: Iterable[Sequence[str]]) -> list[list[str]]:
    return [[inert(cell) for cell in row] for row in rows]


def _shown(
    layout: _Layout, headings: Sequence[str], lines: list[list[str]], title: int, most: int | None
) -> bool:
    """As `show`, with a layout that is worked out."""
    if layout.fits:
        widths = _widths(layout, headings, lines)
        limits = [None if at == title else most for at in range(len(headings))]
        broken = [[*map(_broken, line, widths, limits)] for line in lines]
        _show_table(layout, headings, broken, widths)
        return any(
            _is_cut(cell, shown)
            for line, row in zip(lines, broken, strict=True)
            for cell, shown in zip(line, row, strict=True)
        )
    order = [title, *(at for at in range(len(headings)) if at != title)]
    lines = [[line[at] for at in order] for line in lines]
    _show_blocks([headings[at] for at in order], lines, layout.console.width)
    return False


class _Layout(NamedTuple):
    """How a table stands on the terminal."""

    console: Console
    right: set[int]
    """Places of the columns that stand to the right."""
    least: list[int]
    """Characters that each column takes at least; all of it where it is not to be broken."""
    fits: bool
    """Whether the terminal is wide enough for all columns side by side."""


def _layout(
    headings: Sequence[str], lines: Iterable[Sequence[str]], numbers: Iterable[int], title: int
) -> _Layout:
    from rich.console import Console

    right = set(numbers)
    terminal = sys.stdout is not None and sys.stdout.isatty()
    console = Console(
        width=None if terminal else PIPED_WIDTH,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )
    columns = list(zip(headings, *lines, strict=True))
    widths = [max(map(len, column)) for column in columns]
    firm = right | {
        at
        for at, column in enumerate(columns)
        if widths[at] <= LONGEST_REFERENCE and not any(" " in cell for cell in column[1:])
    }
    least = [w if at in firm else min(w, NARROWEST) for at, w in enumerate(widths)]
    if title not in firm:
        least[title] = min(widths[title], max(least[title], TITLE))
    return _Layout(console, right, least, sum(least) + GAP * len(widths) <= console.width)


def _widths(layout: _Layout, headings: Sequence[str], lines: list[list[str]]) -> list[int]:
    """How wide the columns are: room for words first, then for two lines, then for one."""
    columns = list(zip(headings, *lines, strict=True))
    whole = [max(map(len, column)) for column in columns]
    words = [
        min(LONGEST_WORD, max(len(word) for cell in column for word in (*cell.split(), "")))
        for column in columns
    ]
    two = [min(a, a // MOST_LINES + b // 2 + 1) for a, b in zip(whole, words, strict=True)]
    widths = [*layout.least]
    room = layout.console.width - GAP * len(widths) - sum(widths)
    for wish in (words, two, whole):
        while room > 0:
            lacking = [a - b for a, b in zip(wish, widths, strict=True)]
            at = max(range(len(widths)), key=lacking.__getitem__)
            if lacking[at] <= 0:
                break
            widths[at] += 1
            room -= 1
    return widths


def _broken(cell: str, width: int, most: int | None) -> str:
    """A cell in lines of a width, at its spaces; with `most` no more of them, and no word in two.

    >>> _broken("utvikle og gjøre dette tilgjengelig", 14, 2).splitlines()
    ['utvikle og', 'gjøre dette…']
    >>> _broken("satsningsområdene", 14, 2), _broken("satsningsområdene", 14, None).splitlines()
    ('satsningsområ…', ['satsningsområd', 'ene'])
    """
    if most:
        cell = " ".join(
            word if len(word) <= width else word[: width - 1] + CUT for word in cell.split(" ")
        )
    lines = textwrap.wrap(
        cell, width, max_lines=most, placeholder=CUT, break_on_hyphens=False, break_long_words=False
    )
    return "\n".join(line[at : at + width] for line in lines for at in range(0, len(line), width))


def _is_cut(cell: str, shown: str) -> bool:
    return CUT in shown and " ".join(shown.split()) != " ".join(cell.split())


def _show_table(
    layout: _Layout, headings: Sequence[str], rows: list[list[str]], widths: list[int]
) -> None:
    from rich import box
    from rich.table import Table

    wraps = 2 * sum(any("\n" in cell for cell in row) for row in rows) > len(rows)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", leading=int(wraps))
    for at, (name, width) in enumerate(zip(headings, widths, strict=True)):
        justify: JustifyMethod = "right" if at in layout.right else "left"
        table.add_column(name, justify=justify, overflow="fold", width=width)
    for row in rows:
        table.add_row(*row)
    with layout.console.capture() as captured:
        layout.console.print(table)
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()).strip("\n"))


def _show_blocks(headings: Sequence[str], rows: list[list[str]], width: int) -> None:
    """The first column as a heading, below it what the others say, each with its name."""
    label = max(map(len, headings[1:]), default=0)
    for number, (title, *cells) in enumerate(rows):
        if number:
            click.echo()
        click.echo(click.style(textwrap.fill(title, width), bold=True))
        for name, cell in zip(headings[1:], cells, strict=True):
            if cell:
                click.echo(
                    textwrap.fill(
                        cell,
                        max(width, 2 * label + 4),
                        break_on_hyphens=False,
                        initial_indent=f"  {name:<{label}}  ",
                        subsequent_indent=" " * (label + 4),
                    )
                )


def show_answer(answer: Answer, language: Language) -> None:
    """An answer's rows under its headings (`answers.shown`), and its notes below.

    Ranks are spelled short where that lets the columns stand side by side.
    """
    _, headings, rows, numbers, title = answers.shown(answer, language)
    is_cut = False
    if rows:
        lines = _lines(rows)
        layout = _layout(headings, lines, numbers, title)
        if not layout.fits:
            short = _lines(answers.shown(answer, language, is_short=True).rows)
            if short != lines and (shorter := _layout(headings, short, numbers, title)).fits:
                layout, lines = shorter, short
        context = click.get_current_context(silent=True)
        most = None if context and context.meta.get(FULL) else MOST_LINES
        is_cut = _shown(layout, headings, lines, title, most)
    elif not answer.notes:
        click.echo(NO_ROWS.in_(language))
    if rows and answer.notes:
        click.echo()
    for note in answer.notes:
        click.echo(inert(note.in_(language)))
    if is_cut:
        click.echo(("" if answer.notes else "\n") + SHORTENED.in_(language))
