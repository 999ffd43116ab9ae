"""Tables on the terminal: as wide as it is, every column readable, nothing cut off."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from graphtool import answers
from graphtool.cli.common import inert
from graphtool.language import Text

if TYPE_CHECKING:
    from rich.console import Console

    from graphtool.engine import Answer
    from graphtool.language import Language

PIPED_WIDTH = 120
"""Width of a table that goes to a file or another program."""
NARROWEST = 14
"""Characters below which a column of text is no longer readable."""
LONGEST_REFERENCE = 26
"""Characters up to which `document:line` and the like are not broken."""
GAP = 3
"""What a column takes beside its text."""
NO_ROWS = Text("Ingen rader.", "Ingen rader.", "No rows.")

SHORT = 22
"""Cells up to this width are not broken: a date, a grade, a document and its line."""


def show(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    numbers: Iterable[int] = (),
    *,
    title: int = 0,
) -> None:
    """Prints a table to stdout; columns in `numbers` stand to the right and are never broken.

    Where the terminal is too narrow for the columns, each row is a block of lines instead, under
    what its column `title` says.
    """
    from rich.console import Console

    right = set(numbers)
    lines = [[inert(cell) for cell in row] for row in rows]
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
    least = (w if at in firm else min(w, NARROWEST) for at, w in enumerate(widths))
    if sum(least) + GAP * len(widths) > console.width:
        order = [title, *(at for at in range(len(headings)) if at != title)]
        lines = [[line[at] for at in order] for line in lines]
        _show_blocks([headings[at] for at in order], lines, console.width)
    else:
        _show_table(console, headings, lines, right, firm)


def _show_table(
    console: Console,
    headings: Sequence[str],
    rows: list[list[str]],
    right: set[int],
    firm: set[int],
) -> None:
    from rich import box
    from rich.table import Table

    wraps = any(sum(map(len, row)) + GAP * len(row) > console.width for row in rows)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", leading=int(wraps))
    for at, name in enumerate(headings):
        table.add_column(
            name, justify="right" if at in right else "left", overflow="fold", no_wrap=at in firm
        )
    for row in rows:
        table.add_row(*row)
    with console.capture() as captured:
        console.print(table)
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
    """An answer's rows under its headings, and its notes below.

    A rank and how many share it are one column, `1 =7`; document and line are one, `plan:286`.
    Columns that are empty throughout leave their room to the others.
    """
    fields = [field.name for field in answer.query.fields]
    folded = {
        name: merged
        for name in fields
        if (merged := f"{name.removesuffix('_ties')}_rank") in fields and name.endswith("_ties")
    }
    if "document" in fields and "line" in fields:
        folded["line"] = "document"
    kept = [
        field
        for field in answer.query.fields
        if field.name not in folded and field.column.in_tables
    ]
    rows = []
    for values in answers.cells(answer, language):
        row = dict(zip(fields, values, strict=True))
        for name, into in folded.items():
            row[into] += _folded(name, row[name])
        rows.append(row)
    kept = [field for field in kept if any(row[field.name] for row in rows)]
    numbers = [at for at, field in enumerate(kept) if field.type in (int, float)]
    if rows:
        cells = ([row[field.name] for field in kept] for row in rows)
        names = [field.name for field in kept]
        title = names.index("name") if "name" in names else 0
        show([answers.heading(field, language) for field in kept], cells, numbers, title=title)
    elif not answer.notes:
        click.echo(NO_ROWS.in_(language))
    if rows and answer.notes:
        click.echo()
    for note in answer.notes:
        click.echo(inert(note.in_(language)))


def _folded(name: str, value: str) -> str:
    if name == "line":
        return f":{value}" if value else ""
    return f" ={value}" if value != "1" else ""
