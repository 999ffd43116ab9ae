"""Looser input as columns of text: nothing said in one way, letters composed, space tidied."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from graphtool.graph import texts
from graphtool.graph.tables import TEXT, Rows
from graphtool.graph.texts import arrow

_NORMALISED = {
    "id",
    "name",
    "name_nb",
    "name_nn",
    "name_en",
    "aliases",
    "kind",
    "subkind",
    "source",
    "target",
    "relation",
    "document",
    "node",
}
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_ODD = (b"\xc2\xa0", b"\xc2\x85")
"""The bytes of space that is another than one between words, in letters below U+0300.

They begin alike.
"""
LATER = "\u0300".encode()[0]
"""From here on are the bytes that begin a letter from U+0300 on."""


def frame(rows: Rows, columns: Iterable[str]) -> pd.DataFrame:
    """The rows as text columns in this order: missing ones empty, letters composed (NFC).

    Space around a text goes, a line ends in one way (LF), and what no file can hold (a NUL, half
    a surrogate pair) becomes U+FFFD, so that every format gives back what it was given.

    >>> frame([{"id": "a", "line": 7}], ["id", "line", "quote"]).to_dict("records")
    [{'id': 'a', 'line': '7', 'quote': ''}]
    """
    # As objects: pandas would make 7 a 7.0 where another row has none, and refuse half a surrogate.
    given = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows), dtype=object)
    empty = pd.Series(texts.repeated("", len(given)), index=given.index)
    return pd.DataFrame(
        {
            name: _text(given[name], name in _NORMALISED) if name in given else empty
            for name in columns
        },
        index=given.index,
    ).reset_index(drop=True)


def _text(column: pd.Series[Any], tidy: bool) -> pd.Series[Any]:
    if isinstance(column.dtype, pd.CategoricalDtype):
        categories = _text(pd.Series(column.cat.categories), tidy)
        return pd.Series(
            categories.array.take(column.cat.codes.to_numpy(), allow_fill=True, fill_value=""),
            index=column.index,
        )
    if column.dtype != TEXT:
        column = column.map(as_text, na_action=None).astype(TEXT)
    text = arrow(column)
    if _is_tidy(text, tidy):
        return texts.trimmed(column)
    # Texts that stand in many rows are tidied once; to do it takes longer than to find them.
    words = text.unique()
    if 2 * len(words) < len(text):
        text = _tidied(words, tidy).take(pc.index_in(text, words))
    else:
        text = _tidied(text, tidy)
    return pd.Series(TEXT.__from_arrow__(text), index=column.index)


def _tidied(text: pa.Array, tidy: bool) -> pa.Array:
    text = pc.utf8_normalize(text, form="NFC")
    if pc.any(pc.match_substring(text, "\r")).as_py():
        text = pc.replace_substring_regex(text, r"\r\n?", "\n")
    if pc.any(pc.match_substring(text, "\0")).as_py():
        text = pc.replace_substring(text, "\0", REPLACEMENT)
    if tidy:
        text = pc.replace_substring_regex(text, r"\s+", " ")
    return pc.utf8_trim_whitespace(text)


def _is_tidy(text: pa.Array, tidy: bool) -> bool:
    """Whether nothing in the texts is to be mended but space around them; False where in doubt.

    Looked for in the bytes of all of them at once, which takes a fraction of the time of mending.
    """
    signs = np.frombuffer(text.buffers()[2] or b"", dtype=np.uint8)
    if not len(signs):
        return True
    # Below U+0300 no letter can be composed with another.
    least = signs.min()
    if least < ord(" ") or signs.max() >= LATER:
        return False
    if not tidy:
        return True
    # In ids, and in words of ours, there is none of the bytes with which such pairs begin.
    two = [b"  "] if least == ord(" ") else []
    odd = _ODD if _holds(signs, _ODD[0][0]) else ()
    return not _are_two(signs, *two, *odd)


def _holds(signs: np.ndarray, sign: int) -> bool:
    return any(bool((part == sign).any()) for part in texts.parts(signs))


def _are_two(signs: np.ndarray, *pairs: bytes) -> bool:
    """Whether any of these pairs of bytes stands side by side anywhere.

    Two bytes are looked at as one number: those that begin at an even place, then the others.
    """
    sought = [np.frombuffer(pair, dtype=np.uint16)[0] for pair in pairs]
    numbers = (
        signs[at : at + (len(signs) - at) // 2 * 2].view(np.uint16)
        for at in (0, 1)
        if signs[at:].size
    )
    return any(
        bool((part == pair).any())
        for every in numbers
        for part in texts.parts(every)
        for pair in sought
    )


def as_text(value: object) -> str:
    """One value as text: nothing as the empty one, 7.0 as 7, a day as an ISO date.

    >>> [as_text(v) for v in (None, 7.0, 0.25, True, datetime.date(2015, 4, 16), "x")]
    ['', '7', '0.25', 'true', '2015-04-16', 'x']
    """
    if type(value) is str:
        return _UNWRITABLE.sub(REPLACEMENT, value)
    if value is None or value is pd.NA or value is pd.NaT:
        return ""
    if isinstance(value, (bool, np.bool_)):
        return "true" if value else "false"
    if isinstance(value, float):
        whole = value.is_integer()
        return "" if value != value else f"{value:.0f}" if whole else repr(float(value))
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat()
    return _UNWRITABLE.sub(REPLACEMENT, str(value))
