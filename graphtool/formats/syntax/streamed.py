"""XML as it comes, a piece at a time: whoever reads it keeps what it needs and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO
from xml.parsers import expat

CHUNK = 1 << 18
"""Bytes that are read and handed on at a time."""
Start = Callable[[str, dict[str, str]], object]
Said = Callable[[str], object]
"""Is told the tag of an element that ends, or a text within one."""


def fed(
    stream: IO[bytes], start: Start, end: Said | None = None, text: Said | None = None
) -> Iterator[None]:
    """Hands elements to these functions, and pauses after each piece.

    Tags have their namespace and a space before their name. Raises `ExpatError` for what is no
    XML, and `ValueError` where an entity is declared, for which no file that we read has a use.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    parser.EntityDeclHandler = _refuse
    while chunk := stream.read(CHUNK):
        parser.Parse(chunk, False)
        yield
    parser.Parse(b"", True)
    yield


def _refuse(*_: object) -> None:
    raise ValueError("declares an entity")


def starts(stream: IO[bytes]) -> list[tuple[str, dict[str, str]]]:
    """Every element of a small file, in order: its name without namespace, and its attributes."""
    found: list[tuple[str, dict[str, str]]] = []
    for _ in fed(stream, lambda tag, given: found.append((tag.rpartition(" ")[2], given))):
        pass
    return found
