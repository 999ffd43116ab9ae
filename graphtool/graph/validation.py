"""Every rule that a plan graph's tables must keep, all checked in one pass over whole columns."""

from __future__ import annotations

import numpy as np
import pandas as pd

from graphtool import dates, schema
from graphtool.errors import Problem, did_you_mean
from graphtool.graph import structure
from graphtool.graph.checker import Checker


def problems(
    nodes: pd.DataFrame, edges: pd.DataFrame, documents: pd.DataFrame, facts: pd.DataFrame
) -> list[Problem]:
    """Everything that is wrong with raw tables (see `tables.frame`), errors and warnings.

    The tables' `source`, `target` and `node` columns hold node ids. An empty list means that a
    graph can be made of them.
    """
    document_ids = documents["id"].tolist()
    checkers = [
        _documents(Checker(documents, "documents")),
        _nodes(Checker(nodes, "nodes"), document_ids),
        _edges(Checker(edges, "relations"), nodes, document_ids),
        _facts(Checker(facts, "facts"), nodes, document_ids),
    ]
    return [problem for checker in checkers for problem in checker.problems]


def _documents(check: Checker) -> Checker:
    _require_ids(check)
    wrong = ~check.table["date"].map(lambda v: v == "" or dates.is_partial_date(v)).astype(bool)
    check.report(
        "bad-date",
        wrong.to_numpy(),
        "date",
        lambda value: f"{value!r} is no date; expected {dates.EXPECTED}",
    )
    return check


def _require_ids(check: Checker) -> None:
    ids = check.table["id"]
    check.report("missing-id", (ids == "").to_numpy(), "id", lambda _: "the id is missing")
    # A semicolon would split the id wherever a cell lists several.
    check.report(
        "bad-id",
        ids.str.contains(";", regex=False).to_numpy(dtype=bool),
        "id",
        lambda value: f"id {value!r} contains a semicolon",
    )
    again = ids.duplicated().to_numpy() & (ids != "").to_numpy()
    rows: list[int] = np.flatnonzero(again).tolist()
    wanted = set(ids.iloc[rows])
    first: dict[str, int] = {}
    for row in np.flatnonzero(ids.isin(wanted)).tolist() if wanted else ():
        first.setdefault(ids.iat[row], row)
    for row in rows:
        file, number = check.place(first[ids.iat[row]])
        check.report_row(
            "doubled-id", row, "id", f"id {ids.iat[row]!r} is used already in {file}:{number}"
        )


def _nodes(check: Checker, documents: list[str]) -> Checker:
    _require_ids(check)
    nodes = check.table
    check.require_given("kind")
    check.require_known("kind", schema.KINDS, "kind")
    nameless = (nodes["name"] == "").to_numpy() & (nodes["id"] != "").to_numpy()
    check.report(
        "missing-name",
        nameless,
        "id",
        severity="warning",
        message=lambda value: f"{value!r} has no name; its id stands in",
    )
    for kind in schema.KINDS.values():
        if kind.subkinds:
            _require_subkinds(check, kind)
    check.require_dates()
    check.require_evidence(documents)
    return check


def _require_subkinds(check: Checker, kind: schema.Kind) -> None:
    subkinds = check.table["subkind"]
    wrong = (check.table["kind"] == kind.name) & ~subkinds.isin([*kind.subkinds, ""])

    def message(value: str) -> str:
        return f"{value!r} is no known subkind of {kind.name}{did_you_mean(value, kind.subkinds)}"

    check.report("unknown-subkind", wrong.to_numpy(), "subkind", message, severity="warning")


def _facts(check: Checker, nodes: pd.DataFrame, documents: list[str]) -> Checker:
    check.require_given("node", "property", "value")
    check.require_known("node", nodes["id"].tolist(), "node")
    check.require_dates()
    check.require_evidence(documents)
    return check


def _edges(check: Checker, nodes: pd.DataFrame, documents: list[str]) -> Checker:
    ids = nodes["id"].tolist()
    check.require_given("source", "relation", "target")
    check.require_known("relation", schema.RELATIONS, "relation")
    check.require_known("source", ids, "node")
    check.require_known("target", ids, "node")
    check.require_known("modality", schema.MODALITIES, "modality")
    check.require_known("status", schema.STATUSES, "status")
    check.require_dates()
    check.require_evidence(documents)
    shares = check.require_number("share", 0, 1, "a share from 0 to 1")
    check.require_number("amount", -1e308, 1e308, "an amount (a number, decimal point)")
    structure.endpoints(check, nodes)
    structure.shares(check, shares)
    structure.cycles(check)
    return check
