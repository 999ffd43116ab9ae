"""Zip archives (.xlsx, .pptx) without the time of their making: equal content, equal bytes."""

from __future__ import annotations

import io
import re
import zipfile

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time that every entry has: the first that an archive can hold."""
BOMB_RATIO = 200
"""Times its own size that no document unpacks to: pictures and films are as large packed."""
_STAMPS = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>")


def bomb(archive: zipfile.ZipFile, packed: int, most: int, ratio: int = BOMB_RATIO) -> int:
    """Bytes that an archive of so many would unpack to, above both bounds; 0 where it is not.

    >>> written = io.BytesIO()
    >>> with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
    ...     archive.writestr("zeros", bytes(1 << 20))
    ...     [bomb(archive, 2000, most) for most in (1 << 19, 1 << 20)]
    [1048576, 0]
    """
    size = sum(member.file_size for member in archive.infolist())
    return size if size > most and size > ratio * packed else 0


def unstamped(data: bytes) -> bytes:
    """The same archive, in which an Office document no longer says when it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _STAMPS.sub(b"", content)
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = 0o600 << 16
            new.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def is_unstamped(data: bytes) -> bool:
    """Whether an Office document is as it was written here: other programs say when they saved it.

    >>> is_unstamped(b"no archive")
    False
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            times = {entry.date_time for entry in archive.infolist()}
            return times == {EPOCH} and not _STAMPS.search(archive.read("docProps/core.xml"))
    except (zipfile.BadZipFile, KeyError):
        return False
