"""Nothing half written: a draft in a hidden folder beside the destination, then one renaming."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graphtool.errors import GraphtoolError, did_you_mean, reason
from graphtool.language import Said, Text

_CANNOT_WRITE = Text(
    "kan ikke skrive «{suffix}»{hint}; kjente er {known}{what}",
    "kan ikkje skrive «{suffix}»{hint}; kjende er {known}{what}",
    "cannot write {suffix!r}{hint}; known are {known}{what}",
)
_NO_SUFFIX = Text(
    "har ingen endelse som sier hva som skal skrives; kjente er {known}{what}",
    "har inga ending som seier kva som skal skrivast; kjende er {known}{what}",
    "has no suffix to say what to write; known are {known}{what}",
)
_NO_FOLDER = Text(
    "det finnes ingen mappe {folder}; lag den først",
    "det finst inga mappe {folder}; lag ho først",
    "there is no folder {folder}; make it first",
)
_NEITHER = Text(
    "er verken en fil eller en mappe; oppgi en fil",
    "er verken ei fil eller ei mappe; oppgi ei fil",
    "is neither a file nor a folder; name a file",
)
_PROTECTED = Text(
    "er skrivebeskyttet; velg et annet navn",
    "er skriveverna; vel eit anna namn",
    "is write-protected; choose another name",
)
_NOT_WRITTEN = Text(
    "kan ikke skrives: {why}", "kan ikkje skrivast: {why}", "cannot be written: {why}"
)


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
        wrong = _CANNOT_WRITE if found else _NO_SUFFIX
        hint = did_you_mean(found, known)
        why = Said(wrong, suffix=found, hint=hint, known=listed, what=what)
        raise GraphtoolError.at(path, why)
    return found


@contextmanager
def beside(path: Path) -> Iterator[tuple[Path, Path]]:
    """A draft's path on the destination's own disk, and the place it is to take, links followed.

    The draft is gone afterwards, whatever happened. Raises `GraphtoolError` with one line where
    the system refuses.
    """
    place = require_place(path)
    with _refusing(path):
        home = place if place.is_dir() else place.parent
        room = Path(tempfile.mkdtemp(prefix=".graphtool-", dir=home))
        try:
            yield room / place.name, place
        finally:
            shutil.rmtree(room, ignore_errors=True)


def require_place(path: Path) -> Path:
    """The place that a file or a folder is to take, links followed.

    Raises `GraphtoolError` where `beside` would find none: before what is to be written is made.
    """
    with _refusing(path):
        place = path.resolve()
        home = place if place.is_dir() else place.parent
        if not home.is_dir():
            raise GraphtoolError.at(path, Said(_NO_FOLDER, folder=home))
        if place.exists() and not place.is_dir() and not place.is_file():
            raise GraphtoolError.at(path, Said(_NEITHER))
        if place.is_file() and not os.access(place, os.W_OK):
            raise GraphtoolError.at(path, Said(_PROTECTED))
        return place


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Tells in one line where the system refuses."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        # RuntimeError: links that run in a circle, in Python 3.11 and 3.12; ValueError: a NUL.
        raise GraphtoolError.at(path, Said(_NOT_WRITTEN, why=reason(error))) from error


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
