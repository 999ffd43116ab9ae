"""Tables on the terminal: as wide as it is, every column readable."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from graphtool import formats

if TYPE_CHECKING:
    from graphtool.engine import Answer
    from graphtool.language import Language

PIPED_WIDTH = 120
"""Width of a table that goes to a file or another program."""


def show(
    headings: Sequence[str], rows: Iterable[Sequence[str]], numbers: Iterable[int] = ()
) -> None:
    """Prints a table to stdout; columns in `numbers` stand to the right."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    right = set(numbers)
    rows = [[_inert(cell) for cell in row] for row in rows]
    width = None if sys.stdout.isatty() else PIPED_WIDTH
    console = Console(width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)
    wraps = any(sum(map(len, row)) + 3 * len(row) > console.width for row in rows)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", leading=int(wraps))
    for at, name in enumerate(headings):
        table.add_column(
            name,
            justify="right" if at in right else "left",
            overflow="fold",
            no_wrap=at in right,
        )
    for row in rows:
        table.add_row(*row)
    with console.capture() as captured:
        console.print(table)
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()).strip("\n"))


def show_answer(answer: Answer, language: Language) -> None:
    """An answer's rows under its headings, and its notes below.

    A rank and how many share it are one column, `1 =7`; document and line are one, `plan:286`.
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
    for values in formats.cells(answer, language):
        row = dict(zip(fields, values, strict=True))
        for name, into in folded.items():
            row[into] += _folded(name, row[name])
        rows.append([row[field.name] for field in kept])
    numbers = [at for at, field in enumerate(kept) if field.type in (int, float)]
    if rows:
        show([formats.heading(field, language) for field in kept], rows, numbers)
    if rows and answer.notes:
        click.echo()
    for note in answer.notes:
        click.echo(note.in_(language))


def _folded(name: str, value: str) -> str:
    if name == "line":
        return f":{value}" if value else ""
    return f" ={value}" if value != "1" else ""


def _inert(text: str) -> str:
    # Control characters in the data must not steer the terminal.
    return "".join(c if c.isprintable() or c == " " else "\ufffd" for c in text)
