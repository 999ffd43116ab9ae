"""The columns of a plan graph and their types; `cleaning` makes columns of text of looser input.

Missing text is the empty string, a missing line is 0, a missing number is NaN: no column has two
ways of saying nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from graphtool import schema
from graphtool.graph import texts
from graphtool.graph.edge_order import in_order, taken
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


def typed_nodes(
    nodes: pd.DataFrame, facts: list[tuple[Fact, ...]]
) -> tuple[pd.DataFrame, np.ndarray]:
    """Valid text rows as the typed table, sorted by kind (the vocabulary's order), then by id.

    Numbers in ids are in their own order: t2 before t10. With the place that each row got.

    >>> from graphtool.graph.cleaning import frame
    >>> rows = [{"id": name, "kind": "Goal"} for name in ("t10", "t2")]
    >>> table, place = typed_nodes(frame(rows, NODE_COLUMNS), [(), ()])
    >>> table["id"].tolist(), place.tolist()
    (['t2', 't10'], [1, 0])
    """
    table = _typed(nodes.loc[:, [name for name in NODE_COLUMNS if name != "facts"]])
    kinds = list(schema.KINDS)
    table["kind"] = pd.Categorical.from_codes(texts.positions(nodes["kind"], kinds), kinds)
    holder = np.empty(len(nodes), dtype=object)
    holder[:] = facts
    table["facts"] = pd.Series(holder, index=table.index, dtype=object)
    order = np.lexsort((*_ranks(nodes["id"]), table["kind"].cat.codes.to_numpy()))
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(len(order))
    return taken(table[list(NODE_COLUMNS)], order), place


def typed_documents(documents: pd.DataFrame) -> pd.DataFrame:
    """Valid text rows of documents, sorted by id as nodes are.

    >>> from graphtool.graph.cleaning import frame
    >>> typed_documents(frame([{"id": "d10"}, {"id": "d9"}], DOCUMENT_COLUMNS))["id"].tolist()
    ['d9', 'd10']
    """
    order = np.lexsort(_ranks(documents["id"]))
    return documents.take(order).reset_index(drop=True)[list(DOCUMENT_COLUMNS)]


def are_different(ids: pd.Series[Any]) -> bool:
    """Whether no id stands twice, which their order tells; that is worked out once.

    >>> are_different(pd.Series(["t2", "t02"], dtype=TEXT)), are_different(pd.Series(["t", "t"]))
    (True, False)
    """
    own = _ranks(ids)[0]
    return not len(own) or int(own.max()) == len(own)


def _ranks(ids: pd.Series[Any]) -> list[np.ndarray]:
    """Keys by which ids are sorted, the last first: as `language.natural` has them, then verbatim.

    Spelled out for whole columns, as a million ids take seconds one by one.
    """
    return texts.once("ranks", (ids,), lambda: _worked_out(arrow(ids)))


def _worked_out(words: pa.Array) -> list[np.ndarray]:
    last = pc.extract_regex(words, f"^(?P<word>[^0-9]*)(?P<number>[0-9]{{1,{LONGEST_NUMBER}}})$")
    word, number = pc.struct_field(last, "word"), pc.struct_field(last, "number")
    # One number at the end, as most ids have it, is written out in a third of the time.
    number = pc.utf8_lpad(number, LONGEST_NUMBER, "0")
    natural = pc.binary_join_element_wise(word, number, pa.scalar("", pa.large_string()))
    if last.null_count:
        rest = last.is_null()
        natural = pc.replace_with_mask(natural, rest, _natural(words.filter(rest)))
    rank = _rank(natural)
    if len(rank) and rank.max() == len(rank):
        return [rank]  # no two are the same but for noughts before a number
    return [_rank(words), rank]


def _natural(words: pa.Array) -> pa.Array:
    longer = pc.replace_substring_regex(words, "[0-9]+", "0" * (LONGEST_NUMBER - 1) + r"\0")
    short = f"0{{0,{LONGEST_NUMBER - 1}}}([0-9]{{{LONGEST_NUMBER},}})"
    return pc.replace_substring_regex(longer, short, r"\1")


def _rank(words: pa.Array) -> np.ndarray:
    rank: np.ndarray = pc.rank(words, sort_keys="ascending", tiebreaker="dense").to_numpy()
    rank = rank.astype(np.int32)
    rank.setflags(write=False)  # others will be given it too
    return rank


def typed_edges(edges: pd.DataFrame, source: np.ndarray, target: np.ndarray) -> pd.DataFrame:
    """Valid text rows as the typed table, ends as positions, in the canonical order, no doubles.

    >>> from graphtool.graph.cleaning import frame
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
