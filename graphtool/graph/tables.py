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
from graphtool.graph import texts
from graphtool.graph.edge_order import in_order
from graphtool.graph.facts import Fact
from graphtool.graph.texts import arrow, few, numbers
from graphtool.language.letters import LONGEST_NUMBER

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

TEXT = texts.TEXT
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
_ODD = ((0xC2, 0xA0), (0xC2, 0x85))
"""The bytes of space that is another than one between words, in letters below U+0300."""
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
    if signs.min() < ord(" ") or signs.max() >= LATER:
        return False
    return not tidy or not (_are_two(signs, (32, 32)) or any(_are_two(signs, odd) for odd in _ODD))


def _are_two(signs: np.ndarray, pair: tuple[int, int]) -> bool:
    """Whether two bytes stand side by side anywhere."""
    return bool((signs[1:][signs[:-1] == pair[0]] == pair[1]).any())


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


def typed_nodes(nodes: pd.DataFrame, facts: list[tuple[Fact, ...]]) -> pd.DataFrame:
    """Valid text rows as the typed table, sorted by kind (the vocabulary's order), then by id.

    Numbers in ids are in their own order: t2 before t10.

    >>> rows = [{"id": name, "kind": "Goal"} for name in ("t10", "t2")]
    >>> typed_nodes(frame(rows, NODE_COLUMNS), [(), ()])["id"].tolist()
    ['t2', 't10']
    """
    table = _typed(nodes.loc[:, [name for name in NODE_COLUMNS if name != "facts"]])
    kinds = list(schema.KINDS)
    table["kind"] = pd.Categorical.from_codes(texts.positions(nodes["kind"], kinds), kinds)
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
    words = arrow(ids)
    last = pc.extract_regex(words, f"^(?P<word>[^0-9]*)(?P<number>[0-9]{{1,{LONGEST_NUMBER}}})$")
    word, number = pc.struct_field(last, "word"), pc.struct_field(last, "number")
    # One number at the end, as most ids have it, is written out in a third of the time.
    number = pc.utf8_lpad(number, LONGEST_NUMBER, "0")
    natural = pc.binary_join_element_wise(word, number, pa.scalar("", pa.large_string()))
    if last.null_count:
        rest = last.is_null()
        natural = pc.replace_with_mask(natural, rest, _natural(words.filter(rest)))
    return [_rank(words), _rank(natural)]


def _natural(words: pa.Array) -> pa.Array:
    longer = pc.replace_substring_regex(words, "[0-9]+", "0" * (LONGEST_NUMBER - 1) + r"\0")
    short = f"0{{0,{LONGEST_NUMBER - 1}}}([0-9]{{{LONGEST_NUMBER},}})"
    return pc.replace_substring_regex(longer, short, r"\1")


def _rank(words: pa.Array) -> np.ndarray:
    rank: np.ndarray = pc.rank(words, sort_keys="ascending", tiebreaker="dense").to_numpy()
    return rank


def typed_edges(edges: pd.DataFrame, source: np.ndarray, target: np.ndarray) -> pd.DataFrame:
    """Valid text rows as the typed table, ends as positions, in the canonical order, no doubles.

    >>> said = {"relation": "OWNS", "share": "0.5"}
    >>> table = typed_edges(frame([said, said], EDGE_COLUMNS), np.array([0, 0]), np.array([1, 1]))
    >>> table[["source", "target", "modality", "share"]].values.tolist()  # a double is one
    [[0, 1, 'stated', 0.5]]
    """
    table = _typed(edges.loc[:, [name for name in EDGE_COLUMNS if name in edges]])
    relations, modalities = list(schema.RELATIONS), list(schema.MODALITIES)
    table["relation"] = pd.Categorical.from_codes(
        texts.positions(edges["relation"], relations), relations
    )
    modality = texts.positions(edges["modality"], ["", *modalities]) - 1
    modality[modality < 0] = modalities.index("stated")
    table["modality"] = pd.Categorical.from_codes(modality, modalities)
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
