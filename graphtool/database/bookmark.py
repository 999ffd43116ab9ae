"""How many transactions a database has committed: what a bookmark of its tells, with care."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterable

UNKNOWN = -1
"""The count of a server that tells none that can be read."""
_BEGINS, _ENDS = b"\x91\xcc\x10", b"\x90"
"""Around a database's own number, of 16 bytes, and its count."""


def count(bookmarks: Iterable[str]) -> int:
    """How many transactions a database has committed, by its bookmarks; `UNKNOWN` where none says.

    A bookmark is the server's own affair: one of another form is not guessed at.

    >>> count(["FB:kcwQAAECAwQFBgcICQoLDA0ODweQ"]), count(["FB:kcwQAAECAwQFBgcICQoLDA0OD8kAl5A="])
    (7, 151)
    >>> count([]), count(["another"]), count(["FB:kcwQAAECAwQFBgcICQoLDA0OD5A="])
    (-1, -1, -1)
    """
    texts = list(bookmarks)
    try:
        raw = b64decode(texts[0].removeprefix("FB:"), validate=True) if len(texts) == 1 else b""
    except NotBase64:
        return UNKNOWN
    if not (raw.startswith(_BEGINS) and raw.endswith(_ENDS)):
        return UNKNOWN
    number = raw[len(_BEGINS) + 16 : -len(_ENDS)]
    if len(number) == 1 and number[0] < 128:
        return number[0]
    # As the protocol packs numbers: how many bytes, then those, the largest first.
    if len(number) > 1 and {0xC9: 2, 0xCA: 4, 0xCB: 8}.get(number[0]) == len(number) - 1:
        return int.from_bytes(number[1:], "big", signed=True)
    return UNKNOWN
