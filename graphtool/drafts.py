"""Nothing half written: a draft in a hidden folder beside the destination, then one renaming."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graphtool.errors import GraphtoolError, did_you_mean


def suffix(path: str | Path) -> str:
    """What a path ends in, in lower case, by which a format is chosen; "" where it has none.

    >>> suffix("kart.HTML"), suffix("region"), suffix(".xlsx")
    ('.html', '', '.xlsx')
    """
    name = os.path.basename(path)
    return f".{name.rpartition('.')[2].lower()}" if "." in name else ""


def require_suffix(path: str | Path, known: Iterable[str], what: str = "") -> str:
    """The path's suffix; raises `GraphtoolError`, with those that can be written, for another.

    `what` says what could be written instead of a file.
    """
    found, known = suffix(path), list(known)
    if found not in known:
        listed = ", ".join(word for word in known if word)
        wrong = f"cannot write {found!r}" if found else "has no suffix to say what to write"
        raise GraphtoolError(
            f"{path}: {wrong}{did_you_mean(found, known)}; known are {listed}{what}"
        )
    return found


@contextmanager
def beside(path: Path) -> Iterator[tuple[Path, Path]]:
    """A draft's path on the destination's own disk, and the place it is to take, links followed.

    The draft is gone afterwards, whatever happened. Raises `GraphtoolError` with one line where
    the system refuses.
    """
    try:
        place = path.resolve()
        home = place if place.is_dir() else place.parent
        if not home.is_dir():
            raise GraphtoolError(f"{path}: there is no folder {home}; make it first")
        if place.exists() and not place.is_dir() and not place.is_file():
            raise GraphtoolError(f"{path}: is neither a file nor a folder; name a file")
        if place.is_file() and not os.access(place, os.W_OK):
            raise GraphtoolError(f"{path}: is write-protected; choose another name")
        room = Path(tempfile.mkdtemp(prefix=".graphtool-", dir=home))
        try:
            yield room / place.name, place
        finally:
            shutil.rmtree(room, ignore_errors=True)
    except (OSError, RuntimeError, ValueError) as error:
        # RuntimeError: links that run in a circle, in Python 3.11 and 3.12; ValueError: a NUL.
        reason = getattr(error, "strerror", None) or str(error)
        raise GraphtoolError(f"{path}: cannot be written: {reason}") from error


def write(path: Path, content: str | bytes) -> None:
    """Writes a file whole or not at all; text is UTF-8.

    Raises `GraphtoolError` where it cannot be written; what was there stays as it was.
    """
    with beside(path) as (draft, place):
        draft.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        draft.replace(place)


def swap(draft: Path, place: Path, stale: list[Path]) -> None:
    """Moves a draft folder's files into a folder that exists, in place of the stale ones.

    Either all of it happens or, where the system refuses midway, nothing.
    """
    old = draft.with_name("old")
    old.mkdir()
    moved: list[tuple[Path, Path]] = []
    new = [(file, place / file.name) for file in sorted(draft.iterdir())]
    try:
        for file in stale:
            moved.append((file, file.rename(old / file.name)))
        for file, home in new:
            if home.exists():
                moved.append((home, home.rename(old / home.name)))
            moved.append((file, file.rename(home)))
    except BaseException:
        for before, after in reversed(moved):
            after.rename(before)
        raise
