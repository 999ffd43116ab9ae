"""The columns of a plan graph, their types, and how looser input becomes them.

Missing text is the empty string, a missing line is 0, a missing number is NaN: no column has two
ways of saying nothing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from graphtool import schema
from graphtool.graph.edge_order import in_order
from graphtool.graph.facts import Fact
from graphtool.language import LONGEST_NUMBER

Record: TypeAlias = dict[str, Any]
"""A row by column; what is empty may be left out. A column's values are of one type."""
Rows: TypeAlias = pd.DataFrame | Iterable[Mapping[str, object]]
EVIDENCE = ("document", "line", "quote", "note")
NODE_COLUMNS = (
    "id",
    "kind",
    "name",
    "subkind",
    "name_nb",
    "name_nn",
    "name_en",
    "aliases",
    "valid_from",
    "valid_to",
    *EVIDENCE,
    "facts",
)
EDGE_COLUMNS = (
    "source",
    "target",
    "relation",
    "modality",
    "valid_from",
    "valid_to",
    "share",
    "amount",
    "currency",
    "status",
    *EVIDENCE,
    "carried_from",
)
DOCUMENT_COLUMNS = ("id", "file", "title", "language", "date", "publisher", "url")
FACT_COLUMNS = ("node", "property", "value", "unit", "valid_from", "valid_to", *EVIDENCE)

TEXT = pd.StringDtype("pyarrow", na_value=np.nan)
_FEW = {
    "subkind",
    "valid_from",
    "valid_to",
    "modality",
    "currency",
    "status",
    "document",
    "carried_from",
}
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
_ODD = (b"  ", "\u00a0".encode(), "\u0085".encode())
"""Space that is another than one between words, in letters below U+0300."""
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
    empty = pd.Series("", index=given.index, dtype=TEXT)
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
    if _is_plain(text):
        text = pc.ascii_trim_whitespace(text)
    elif _is_tidy(text):
        text = pc.utf8_trim_whitespace(text)
    else:
        # Texts that stand in many rows are tidied once; to do it takes longer than to find them.
        words = text.unique()
        if 2 * len(words) < len(text):
            text = _tidied(words, tidy).take(pc.index_in(text, words))
        else:
            text = _tidied(text, tidy)
    return pd.Series(text.to_pandas().array, index=column.index, dtype=TEXT)


def _is_plain(text: pa.Array) -> bool:
    """Whether all is ASCII without control characters or spaces side by side: nothing to tidy."""
    signs = np.frombuffer(text.buffers()[2] or b"", dtype=np.uint8)
    if not len(signs):
        return True
    has_others = signs.min() < ord(" ") or signs.max() > ord("~")
    return not has_others and b"  " not in signs.tobytes()


def _tidied(text: pa.Array, tidy: bool) -> pa.Array:
    text = pc.utf8_normalize(text, form="NFC")
    if pc.any(pc.match_substring(text, "\r")).as_py():
        text = pc.replace_substring_regex(text, r"\r\n?", "\n")
    if pc.any(pc.match_substring(text, "\0")).as_py():
        text = pc.replace_substring(text, "\0", REPLACEMENT)
    if tidy:
        text = pc.replace_substring_regex(text, r"\s+", " ")
    return pc.utf8_trim_whitespace(text)


def _is_tidy(text: pa.Array) -> bool:
    """Whether nothing in the texts is to be mended but space around them.

    Looked for in the bytes of all of them at once, which takes a fraction of the time of mending;
    what is not sure is mended.
    """
    signs = np.frombuffer(text.buffers()[2] or b"", dtype=np.uint8)
    if not len(signs):
        return True
    # Below U+0300 no letter can be composed with another; of the spaces there two are none of ours.
    if signs.min() < ord(" ") or signs.max() >= LATER:
        return False
    data = signs.tobytes()
    return not any(odd in data for odd in _ODD)


def as_text(value: object) -> str:
    """One value as text: nothing as the empty one, 7.0 as 7, a day as an ISO date.

    >>> [as_text(v) for v in (None, 7.0, 0.25, True, datetime.date(2015, 4, 16), "x")]
    ['', '7', '0.25', 'true', '2015-04-16', 'x']
    """
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


def typed_nodes(nodes: pd.DataFrame, facts: list[tuple[Fact, ...]]) -> pd.DataFrame:
    """Valid text rows as the typed table, sorted by kind (the vocabulary's order), then by id.

    Numbers in ids are in their own order: t2 before t10.

    >>> rows = [{"id": name, "kind": "Goal"} for name in ("t10", "t2")]
    >>> typed_nodes(frame(rows, NODE_COLUMNS), [(), ()])["id"].tolist()
    ['t2', 't10']
    """
    table = _typed(nodes.loc[:, [name for name in NODE_COLUMNS if name != "facts"]])
    table["kind"] = pd.Categorical(nodes["kind"], categories=list(schema.KINDS))
    holder = np.empty(len(nodes), dtype=object)
    holder[:] = facts
    table["facts"] = pd.Series(holder, index=table.index, dtype=object)
    order = np.lexsort((*_ranks(nodes["id"]), table["kind"].cat.codes.to_numpy()))
    return table.take(order).reset_index(drop=True)[list(NODE_COLUMNS)]


def typed_documents(documents: pd.DataFrame) -> pd.DataFrame:
    """Valid text rows of documents, sorted by id as nodes are.

    >>> typed_documents(frame([{"id": "d10"}, {"id": "d9"}], DOCUMENT_COLUMNS))["id"].tolist()
    ['d9', 'd10']
    """
    order = np.lexsort(_ranks(documents["id"]))
    return documents.take(order).reset_index(drop=True)[list(DOCUMENT_COLUMNS)]


def _ranks(ids: pd.Series[Any]) -> list[np.ndarray]:
    """Keys by which ids are sorted, the last first: as `language.natural` has them, then verbatim.

    Spelled out for whole columns, as a million ids take seconds one by one.
    """
    texts = arrow(ids)
    zeros = "0" * (LONGEST_NUMBER - 1)
    longer = pc.replace_substring_regex(texts, "[0-9]+", zeros + r"\0")
    short = f"0{{0,{LONGEST_NUMBER - 1}}}([0-9]{{{LONGEST_NUMBER},}})"
    columns = [texts, pc.replace_substring_regex(longer, short, r"\1")]
    return [
        pc.rank(column, sort_keys="ascending", tiebreaker="dense").to_numpy() for column in columns
    ]


def typed_edges(edges: pd.DataFrame, source: np.ndarray, target: np.ndarray) -> pd.DataFrame:
    """Valid text rows as the typed table, ends as positions, in the canonical order, no doubles.

    >>> said = {"relation": "OWNS", "share": "0.5"}
    >>> table = typed_edges(frame([said, said], EDGE_COLUMNS), np.array([0, 0]), np.array([1, 1]))
    >>> table[["source", "target", "modality", "share"]].values.tolist()  # a double is one
    [[0, 1, 'stated', 0.5]]
    """
    table = _typed(edges.loc[:, [name for name in EDGE_COLUMNS if name in edges]])
    table["relation"] = pd.Categorical(edges["relation"], categories=list(schema.RELATIONS))
    table["modality"] = pd.Categorical(
        edges["modality"].where(edges["modality"] != "", "stated"),
        categories=list(schema.MODALITIES),
    )
    for name in ("share", "amount"):
        table[name] = numbers(edges[name])
    table["source"] = source.astype(np.int32)
    table["target"] = target.astype(np.int32)
    return in_order(table[list(EDGE_COLUMNS)])


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    columns: dict[str, object] = {}
    for name in rows:
        if name in _FEW:
            columns[name] = few(rows[name])
        elif name == "line":
            columns[name] = numbers(rows[name]).fillna(0).astype(np.int32)
        else:
            columns[name] = rows[name]
    return pd.DataFrame(columns, index=rows.index)


def numbers(column: pd.Series[Any]) -> pd.Series[Any]:
    """A text column as numbers, NaN where it is empty or holds no number.

    >>> numbers(pd.Series(["0.5", "", "half"], dtype=TEXT)).tolist()
    [0.5, nan, nan]
    """
    words, at = distinct(column)
    given = words != ""
    parsed = np.full(len(words), np.nan)
    if given.any():
        parsed[given] = pd.to_numeric(pd.Series(words[given]), errors="coerce")
    return pd.Series(parsed[at], index=column.index, dtype="float64")


def distinct(column: pd.Series[Any]) -> tuple[np.ndarray, np.ndarray]:
    """The different texts of a column, in the order in which they come, and which each row has.

    >>> words, at = distinct(pd.Series(["b", "a", "b"], dtype=TEXT))
    >>> words.tolist(), at.tolist()
    (['b', 'a'], [0, 1, 0])
    """
    values = arrow(column).dictionary_encode()
    words = np.array(values.dictionary.to_pylist(), dtype=object)
    return words, values.indices.to_numpy(zero_copy_only=False)


def arrow(column: pd.Series[Any]) -> pa.Array:
    """A text column as one Arrow array.

    >>> arrow(pd.Series(["a", None], dtype=TEXT)).to_pylist()
    ['a', '']
    """
    array = pa.array(column.fillna(""), type=pa.large_string())
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def among(column: pd.Series[Any], words: Iterable[str]) -> np.ndarray:
    """Where a text column holds one of the words; pandas' own `isin` is slow for many words.

    >>> among(pd.Series(["a", "b", ""], dtype=TEXT), ["a", "c"]).tolist()
    [True, False, False]
    """
    known = pa.array(list(words), type=pa.large_string())
    return pc.is_in(arrow(column), value_set=known).to_numpy(zero_copy_only=False)


def positions(column: pd.Series[Any], words: Iterable[str] | pa.Array) -> np.ndarray:
    """The place of each text of a column among the words, the first of equal ones; -1 for none.

    >>> positions(pd.Series(["b", "", "a"], dtype=TEXT), ["a", "b"]).tolist()
    [1, -1, 0]
    """
    known = words if isinstance(words, pa.Array) else pa.array(list(words), pa.large_string())
    found = pc.index_in(arrow(column), value_set=known)
    return found.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)


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
