"""Files that nobody asked for by name, as the parts of a picture: each bears a mark of ours.

The mark is a digest of what the file holds and of what it is called. By it a file that we wrote
before is known from one that happens to be called so, and from one that somebody has changed:
only the former is written over.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphtool import atomic
from graphtool.errors import CANNOT_BE_READ, GraphtoolError, reason
from graphtool.language import Said
from graphtool.pictures import words

if TYPE_CHECKING:
    from graphtool.pictures.format import Mark, Writer

MOST = 8
"""Pictures of one matrix at most."""


def named(path: Path, number: int) -> Path:
    """The file of a part of a picture: the first is the one that was asked for.

    >>> [named(Path("map.png"), n).name for n in (1, 2)]
    ['map.png', 'map-2.png']
    """
    return path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")


def marked(data: bytes, name: str, mark: Mark) -> bytes:
    """A picture with our mark before its end, as the file of this name.

    >>> from graphtool.pictures.format import Mark
    >>> marked(b"<svg></svg>", "m-2.svg", Mark(b"</svg>", lambda said: b"!"))
    b'<svg>!</svg>'
    """
    return data.removesuffix(mark.end) + mark.made(_said(data, name)) + mark.end


def is_ours(path: Path, how: Writer) -> bool:
    """Whether a file is as we wrote it; raises `GraphtoolError` where it cannot be read."""
    if not path.is_file():
        return False
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GraphtoolError.at(path, Said(CANNOT_BE_READ, why=reason(error))) from error
    if how.mark is None:
        return how.is_as_written is not None and how.is_as_written(data)
    length = len(how.mark.end) + len(how.mark.made(_said(b"", "")))
    return marked(data[:-length] + how.mark.end, path.name, how.mark) == data


def require_free(whole: Path, files: Iterable[Path], how: Writer, *, is_named: bool) -> None:
    """Raises `GraphtoolError` where what is not ours would be written over by what nobody named.

    The whole is written over whatever it is where it `is_named`.
    """
    for path in files:
        if not path.exists():
            continue
        if not (is_named and path == whole) and not is_ours(path, how):
            why = words.NOT_OURS if is_named else words.NOT_OURS_THERE
            raise GraphtoolError.at(path, Said(why, name=whole.name))
        atomic.require_place(path)


def stale(whole: Path, count: int, how: Writer) -> Sequence[Path]:
    """Parts that we wrote when there were more of them than now."""
    if how.is_paged:
        return []
    rest = (named(whole, number) for number in range(count + 1, MOST + 1))
    return [path for path in rest if is_ours(path, how)]


def _said(data: bytes, name: str) -> str:
    """The mark's text, of the same length for all."""
    return f"graphtool part {hashlib.sha256(name.encode() + bytes(1) + data).hexdigest()}"
