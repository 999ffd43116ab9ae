"""Text columns as Arrow holds them: which words are in them, and which of these each row has.

Arrow's arrays never change, so what was found of one is remembered for as long as it lives: a
column that many rules look at is gone through once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias, TypeVar
from weakref import ref

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

TEXT = pd.StringDtype("pyarrow", na_value=np.nan)
Found = TypeVar("Found")
Array: TypeAlias = Any
"""An array of Arrow's, in one piece or several."""
PART = 1 << 16
"""Texts or bytes that are looked at in one go, which stay near the processor."""
_SPACES = [sign.encode() for sign in map(chr, range(0x3001)) if sign.isspace()]
_BEGIN, _END = (
    np.isin(np.arange(256), [space[at] for space in _SPACES])  # bytes with which spaces do
    for at in (0, -1)
)
_NARROW, _LATER = 0xC2, 0xDF
"""The byte with which U+0080 to U+00BF begin, two spaces among them, and the last below U+0800."""
_remembered: dict[tuple[object, ...], tuple[tuple[ref[Array], ...], Any]] = {}


def once(what: str, columns: tuple[pd.Series[Any], ...], work: Callable[[], Found]) -> Found:
    """What `work` finds of these text columns, found anew only where one has changed.

    >>> column = pd.Series(["a", "b"], dtype=TEXT)
    >>> [once("how many", (column,), lambda: len(column)) for _ in range(2)]
    [2, 2]
    """
    arrays = [_array(column) for column in columns]
    if any(array is None for array in arrays):
        return work()
    key = (what, *map(id, arrays))
    if key in _remembered:
        return _remembered[key][1]
    found = work()

    def forget(_: object) -> None:
        _remembered.pop(key, None)

    _remembered[key] = tuple(ref(array, forget) for array in arrays), found
    return found


def trimmed(column: pd.Series[Any]) -> pd.Series[Any]:
    """A text column without space around its texts, in one piece and with nothing null.

    >>> [trimmed(pd.Series([name, None], dtype=TEXT)).tolist() for name in ("Ås ", "Ås")]
    [['Ås', ''], ['Ås', '']]
    """
    if ("trimmed", id(_array(column))) in _remembered:
        return column
    held, text = _array(column), arrow(column)
    is_one = isinstance(held, pa.ChunkedArray) and held.num_chunks == 1 and not held.null_count
    is_kept = is_one or text is held
    if _may_have_space(text):
        text, is_kept = pc.utf8_trim_whitespace(text), False
    out = column if is_kept else pd.Series(TEXT.__from_arrow__(text), index=column.index)
    once("trimmed", (out,), lambda: None)
    return out


def _may_have_space(text: pa.Array) -> bool:
    """Whether a text may begin or end with a space of any sort; False where surely none does.

    The first and the last byte of each tell: a look at these takes a fraction of the time, and
    none of the memory, of making all the texts anew.
    """
    _, starts, held = text.buffers()
    signs = np.frombuffer(held or b"", dtype=np.uint8)
    if not len(text) or not len(signs) or not _holds_space(signs):
        return False
    offsets = np.frombuffer(starts, dtype=np.int64)[text.offset : text.offset + len(text) + 1]
    # Of an empty text both are looked up beside it, where another ends and begins.
    return any(
        _may_be_space(signs.take(part[:-1], mode="clip"), _BEGIN)
        or _may_be_space(signs.take(part[1:] - 1, mode="clip"), _END)
        for part in (offsets[at : at + PART + 1] for at in range(0, len(text), PART))
    )


def _may_be_space(signs: np.ndarray, spaces: np.ndarray) -> bool:
    """Whether one of these bytes is among those of spaces; most are none, which is seen at once."""
    plain = signs.min() > ord(" ") and signs.max() < 0x80
    return not plain and bool(spaces[signs].any())


def _holds_space(signs: np.ndarray) -> bool:
    """Whether a byte of a space, or one that may be, is among these."""
    return any(
        part.min() <= ord(" ") or part.max() > _LATER or bool((part == _NARROW).any())
        for part in parts(signs)
    )


def parts(array: np.ndarray) -> Iterator[np.ndarray]:
    """An array part by part, each of which stays near the processor; nothing of an empty one.

    >>> [len(part) for part in parts(np.zeros(PART + 1))]
    [65536, 1]
    """
    return (array[at : at + PART] for at in range(0, len(array), PART))


def _array(column: pd.Series[Any]) -> Array | None:
    return column.array.__arrow_array__() if column.dtype == TEXT else None


def arrow(column: pd.Series[Any]) -> pa.Array:
    """A text column as one Arrow array.

    >>> arrow(pd.Series(["a", None], dtype=TEXT)).to_pylist()
    ['a', '']
    """
    held = _array(column)
    if held is None:
        held = pa.array(column.fillna(""), type=pa.large_string())
    if isinstance(held, pa.ChunkedArray):
        held = held.chunk(0) if held.num_chunks == 1 else held.combine_chunks()
    return pc.fill_null(held, "") if held.null_count else held


def repeated(word: str, size: int) -> Array:
    """A text so many times over, as the values of a column.

    >>> repeated("a", 2).tolist(), len(repeated("a", 0))
    (['a', 'a'], 0)
    """
    return TEXT.__from_arrow__(pa.repeat(pa.scalar(word, pa.large_string()), size))


def codes(column: pd.Series[Any]) -> tuple[pa.Array, np.ndarray]:
    """The different texts of a column, in the order in which they come, and which each row has.

    >>> words, at = codes(pd.Series(["b", "a", "b"], dtype=TEXT))
    >>> words.to_pylist(), at.tolist()
    (['b', 'a'], [0, 1, 0])
    """

    def work() -> tuple[pa.Array, np.ndarray]:
        values = arrow(column).dictionary_encode()
        return values.dictionary, _kept(values.indices)

    return once("codes", (column,), work)


def distinct(column: pd.Series[Any]) -> tuple[np.ndarray, np.ndarray]:
    """As `codes`, with the texts as Python's own.

    >>> words, at = distinct(pd.Series(["b", "a", "b"], dtype=TEXT))
    >>> words.tolist(), at.tolist()
    (['b', 'a'], [0, 1, 0])
    """
    words, at = codes(column)
    return np.array(words.to_pylist(), dtype=object), at


def look_up(columns: Iterable[pd.Series[Any]], known: pd.Series[Any]) -> None:
    """Finds the `positions` of several columns at once, which are then remembered.

    In a fourth less time than one by one, where a great many words are known.

    >>> one, other, known = (pd.Series(list(words), dtype=TEXT) for words in ("ab", "bc", "abb"))
    >>> look_up([one, other], known)
    >>> positions(one, known).tolist(), positions(other, known).tolist()
    ([0, 1], [1, -1])
    """
    own = list(columns)
    found = _found(pa.chunked_array(map(arrow, own), pa.large_string()), arrow(known))
    starts = np.cumsum([len(column) for column in own])
    for column, places in zip(own, np.split(found, starts[:-1]), strict=True):
        once("positions", (column, known), lambda places=places: places)  # type: ignore[misc]


def among(column: pd.Series[Any], words: Iterable[str] | pd.Series[Any]) -> np.ndarray:
    """Where a text column holds one of the words; pandas' own `isin` is slow for many words.

    >>> among(pd.Series(["a", "b", ""], dtype=TEXT), ["a", "c"]).tolist()
    [True, False, False]
    """
    return positions(column, words) >= 0


def positions(column: pd.Series[Any], words: Iterable[str] | pd.Series[Any]) -> np.ndarray:
    """The place of each text of a column among the words, the first of equal ones; -1 for none.

    >>> positions(pd.Series(["b", "", "a"], dtype=TEXT), ["a", "b"]).tolist()
    [1, -1, 0]
    """
    if isinstance(words, pd.Series) and ("codes", id(_array(column))) not in _remembered:
        known = words
        return once("positions", (column, known), lambda: _found(arrow(column), arrow(known)))
    # Most columns' own words are few: each of these is looked for once.
    own, at = codes(column)
    sought = arrow(words) if isinstance(words, pd.Series) else pa.array(words, pa.large_string())
    return _found(own, sought)[at]


def _found(column: Array, words: pa.Array) -> np.ndarray:
    if not len(column):  # a million words would be taken in to look for none
        return np.zeros(0, dtype=np.int32)
    return _kept(pc.fill_null(pc.index_in(column, value_set=words), -1))


def _kept(numbers: Array) -> np.ndarray:
    """Numbers that others will be given too, and so cannot change."""
    out: np.ndarray = numbers.to_numpy(zero_copy_only=False)
    out.setflags(write=False)
    return out


def each(column: pd.Series[Any], found: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """For every row, what is found of its text; each different text is looked at once.

    >>> each(pd.Series(["b", "a", "b"], dtype=TEXT), lambda words: words == "b").tolist()
    [True, False, True]
    """
    words, at = distinct(column)
    return found(words)[at]


def numbers(column: pd.Series[Any]) -> pd.Series[Any]:
    """A text column as numbers, NaN where it is empty or holds no number.

    >>> numbers(pd.Series(["0.5", "", "half"], dtype=TEXT)).tolist()
    [0.5, nan, nan]
    """

    def work() -> np.ndarray:
        found = each(column, parsed)
        found.setflags(write=False)  # others will be given them too
        return found

    found = once("numbers", (column,), work)
    return pd.Series(found, index=column.index, dtype="float64", copy=False)


def parsed(words: np.ndarray) -> np.ndarray:
    """Texts as numbers, NaN for what is empty or no number.

    >>> parsed(np.array(["0.5", "", "half"], dtype=object)).tolist()
    [0.5, nan, nan]
    """
    given = words != ""
    out = np.full(len(words), np.nan)
    if given.any():
        out[given] = pd.to_numeric(pd.Series(words[given]), errors="coerce")
    return out


def few(column: pd.Series[Any]) -> pd.Series[Any]:
    """A text column of few distinct values as a category, its values sorted.

    >>> column = few(pd.Series(["met", "", "met"], dtype=TEXT))
    >>> column.tolist(), column.cat.categories.tolist()
    (['met', '', 'met'], ['', 'met'])
    """
    words, at = distinct(column)
    order = np.argsort(words, kind="stable") if len(words) else np.zeros(0, dtype=np.intp)
    rank = np.empty(len(words), dtype=np.intp)
    rank[order] = np.arange(len(words))
    categories = pd.Index(words[order], dtype=TEXT)
    return pd.Series(pd.Categorical.from_codes(rank[at], categories=categories), index=column.index)
