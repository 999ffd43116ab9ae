"""What takes a while says what it is at: one line on a terminal, gone when it is done."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from graphtool.cli.speaking import inert, spoken
from graphtool.language import Text

CLEAR = "\r\x1b[K"
"""Back to the beginning of the line, and nothing on it."""
READING = Text("Leser {name}", "Les {name}", "Reading {name}")
MAKING = Text("Lager {name}", "Lagar {name}", "Making {name}")
SHOWN = "graphtool.progress"
"""Under which a call of the program keeps what is shown, the innermost last."""


@contextmanager
def progress() -> Iterator[Callable[[Text], None]]:
    """Gives what tells, for its block, what is being done; says nothing but on a terminal.

    A block within another shows its own, and then what the other had told.
    """
    out = sys.stderr
    if out is None or not out.isatty():
        yield lambda _: None
        return
    language = spoken()
    shown: list[str] = click.get_current_context().meta.setdefault(SHOWN, [])
    shown.append("")

    def tell(what: Text) -> None:
        shown[-1] = inert(what.in_(language))
        _show(out, shown[-1])

    try:
        yield tell
    finally:
        shown.pop()
        _show(out, shown[-1] if shown else "")


@contextmanager
def aside() -> Iterator[None]:
    """Room for lines of talk: what is shown is taken away for the block."""
    shown = click.get_current_context().meta.get(SHOWN)
    if not shown:
        yield
        return
    _show(sys.stderr, "")
    yield
    _show(sys.stderr, shown[-1])


def _show(out: TextIO, words: str) -> None:
    """One line, cut where the terminal ends: of a line that goes on below, only that is cleared."""
    try:
        most: int | None = max(os.get_terminal_size(out.fileno()).columns - len(" …") - 1, 0)
    except OSError:  # no real terminal
        most = None
    out.write(f"{CLEAR}{words[:most]} …" if words else CLEAR)
    out.flush()
