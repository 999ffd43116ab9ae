"""The columns of a plan graph, their types, and how looser input becomes them.

Missing text is the empty string, a missing line is 0, a missing number is NaN: no column has two
ways of saying nothing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from graphtool import schema
from graphtool.graph.edge_order import in_order
from graphtool.graph.facts import Fact
from graphtool.language import LONGEST_NUMBER

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


def frame(rows: pd.DataFrame | Iterable[Mapping[str, Any]], columns: Iterable[str]) -> pd.DataFrame:
    """The rows as text columns in this order: missing ones empty, letters composed (NFC).

    Space around a text goes, a line ends in one way (LF), and what no file can hold (a NUL, half
    a surrogate pair) becomes U+FFFD, so that every format gives back what it was given.

    >>> frame([{"id": "a", "line": 7}], ["id", "line", "quote"]).to_dict("records")
    [{'id': 'a', 'line': '7', 'quote': ''}]
    """
    # As objects: pandas would make 7 a 7.0 where another row has none, and refuse half a surrogate.
    given = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows), dtype=object)
    return pd.DataFrame(
        {
            name: _text(given[name], name in _NORMALISED)
            if name in given
            else pd.Series([""] * len(given), index=given.index, dtype=TEXT)
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
    text = pc.utf8_normalize(arrow(column), form="NFC")
    if pc.any(pc.match_substring(text, "\r")).as_py():
        text = pc.replace_substring_regex(text, r"\r\n?", "\n")
    if pc.any(pc.match_substring(text, "\0")).as_py():
        text = pc.replace_substring(text, "\0", REPLACEMENT)
    if tidy:
        text = pc.replace_substring_regex(text, r"\s+", " ")
    text = pc.utf8_trim_whitespace(text)
    return pd.Series(text.to_pandas().array, index=column.index, dtype=TEXT)


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
    """
    table = _typed(nodes.loc[:, [name for name in NODE_COLUMNS if name != "facts"]])
    table["kind"] = pd.Categorical(nodes["kind"], categories=list(schema.KINDS))
    holder = np.empty(len(nodes), dtype=object)
    holder[:] = facts
    table["facts"] = pd.Series(holder, index=table.index, dtype=object)
    order = np.lexsort((*_ranks(nodes["id"]), table["kind"].cat.codes.to_numpy()))
    return table.take(order).reset_index(drop=True)[list(NODE_COLUMNS)]


def typed_documents(documents: pd.DataFrame) -> pd.DataFrame:
    """Valid text rows of documents, sorted by id as nodes are."""
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
    """Valid text rows as the typed table, ends as positions, in the canonical order, no doubles."""
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
    columns: dict[str, Any] = {}
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
    values = column.to_numpy(dtype=object)
    given = values != ""
    parsed = np.full(len(values), np.nan)
    if given.any():
        parsed[given] = pd.to_numeric(pd.Series(values[given]), errors="coerce")
    return pd.Series(parsed, index=column.index)


def arrow(column: pd.Series[Any]) -> pa.Array:
    """A text column as one Arrow array."""
    array = pa.array(column.fillna(""), type=pa.large_string())
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array


def among(column: pd.Series[Any], words: Iterable[str]) -> np.ndarray:
    """Where a text column holds one of the words; pandas' own `isin` is slow for many words.

    >>> among(pd.Series(["a", "b", ""], dtype=TEXT), ["a", "c"]).tolist()
    [True, False, False]
    """
    known = pa.array(list(words), type=pa.large_string())
    return pc.is_in(arrow(column), value_set=known).to_numpy(zero_copy_only=False)


def few(column: pd.Series[Any]) -> pd.Series[Any]:
    """A text column of few distinct values as a category, its values sorted."""
    values = arrow(column).dictionary_encode()
    words = np.array(values.dictionary.to_pylist(), dtype=object)
    order = np.argsort(words, kind="stable") if len(words) else np.zeros(0, dtype=np.intp)
    rank = np.empty(len(words), dtype=np.intp)
    rank[order] = np.arange(len(words))
    codes = rank[values.indices.to_numpy(zero_copy_only=False)]
    categories = pd.Index(words[order], dtype=TEXT)
    return pd.Series(pd.Categorical.from_codes(codes, categories=categories), index=column.index)
