"""Files of the parts of a picture: nobody asked for them by name, so each bears a mark of ours.

The mark is a digest of what the file holds and of what it is called. By it a part that we wrote
before is known from a file that happens to be called so, and from a part that somebody has changed.
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
    from graphtool.pictures.format import Mark

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


def is_ours(path: Path, mark: Mark) -> bool:
    """Whether a file is a part as we wrote it; raises `GraphtoolError` where it cannot be read."""
    if not path.is_file():
        return False
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GraphtoolError.at(path, Said(CANNOT_BE_READ, why=reason(error))) from error
    length = len(mark.end) + len(mark.made(_said(b"", "")))
    return marked(data[:-length] + mark.end, path.name, mark) == data


def require_free(whole: Path, files: Iterable[Path], mark: Mark) -> None:
    """Raises `GraphtoolError` where a part of the whole would be written over what is not ours."""
    for path in files:
        if not path.exists():
            continue
        if path != whole and not is_ours(path, mark):
            raise GraphtoolError.at(path, Said(words.NOT_OURS, name=whole.name))
        atomic.require_place(path)


def stale(whole: Path, count: int, mark: Mark) -> Sequence[Path]:
    """Parts that we wrote when there were more of them than now."""
    rest = (named(whole, number) for number in range(count + 1, MOST + 1))
    return [path for path in rest if is_ours(path, mark)]


def _said(data: bytes, name: str) -> str:
    """The mark's text, of the same length for all."""
    return f"graphtool part {hashlib.sha256(name.encode() + bytes(1) + data).hexdigest()}"
