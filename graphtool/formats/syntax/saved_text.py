"""A text table as people save it: any of the usual encodings and delimiters."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
from collections.abc import Iterator

DELIMITERS = ";\t,|"
TRIED = 50
"""Records from which the delimiter is told."""


def decoded(data: bytes) -> str | None:
    r"""The text of a file in the encoding that it has; None where it is no text.

    UTF-8 or UTF-16 where it says so or can be nothing else, then Windows' own, which is Latin-1
    with letters and dashes where that has only control characters.

    >>> decoded("Kárášjohka – ø".encode("cp1252")), decoded("ø".encode("utf-16"))
    ('Kárášjohka – ø', 'ø')
    >>> decoded(b"\x00\x01") is None, decoded(codecs.BOM_UTF8 + b"a")
    (True, 'a')
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        even, odd = data[::2].count(0), data[1::2].count(0)
        wide = "utf-16-le" if odd > 0.3 * len(data) / 2 and not even else ""
        return data.decode(wide, "replace") if wide else None
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def records(text: str) -> list[list[str]]:
    r"""The rows of a delimited text, in the delimiter that makes most columns of it.

    >>> records("sep=;\nMål;Eier\n\"a\nb\";c, d\n")
    [['Mål', 'Eier'], ['a\nb', 'c, d']]
    >>> records('"Mål;Eier"\n"a;b"\n')
    [['Mål', 'Eier'], ['a', 'b']]
    """
    first, _, rest = text.partition("\n")
    said = first.strip().strip('"').casefold()
    if said.startswith("sep=") and len(said) == len("sep=;"):
        return _split(rest, said[-1])
    delimiter = max(DELIMITERS, key=lambda one: _columns(text, one))
    found = _split(text, delimiter)
    if all(len(row) <= 1 for row in found):  # every row was quoted as a whole
        return _split("\n".join(cell for row in found for cell in row), None)
    return found


def _columns(text: str, delimiter: str) -> float:
    """How many columns most of the first records have with this delimiter; 1 for none."""
    first = itertools.islice(_reader(text, delimiter), TRIED)
    widths = sorted(len(row) for row in first if row)
    return widths[len(widths) // 2] if widths else 1


def _split(text: str, delimiter: str | None) -> list[list[str]]:
    sign = delimiter or max(DELIMITERS, key=lambda one: _columns(text, one))
    return list(_reader(text, sign))


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    # The limit is the whole process's: a cell may be as long as its file.
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
