"""What takes a while says what it is at: one line on a terminal, gone when it is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from graphtool.cli.common import inert, spoken
from graphtool.language import Text

CLEAR = "\r\x1b[K"
"""Back to the beginning of the line, and nothing on it."""


@contextmanager
def progress() -> Iterator[Callable[[Text], None]]:
    """Gives what tells, for its block, what is being done; says nothing but on a terminal."""
    out = sys.stderr
    if out is None or not out.isatty():
        yield lambda _: None
        return
    language = spoken()

    def tell(what: Text) -> None:
        out.write(f"{CLEAR}{inert(what.in_(language))} …")
        out.flush()

    try:
        yield tell
    finally:
        out.write(CLEAR)
        out.flush()
