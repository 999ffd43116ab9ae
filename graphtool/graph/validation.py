"""Every rule that a plan graph's tables must keep, all checked in one pass over whole columns."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from graphtool import dates, schema
from graphtool.errors import Problem, did_you_mean, place
from graphtool.graph import structure, tables, texts
from graphtool.graph.checker import Checker
from graphtool.language import Said, Text

_NO_ID = Text("id-en mangler", "id-en manglar", "the id is missing")
_SEMICOLON = Text(
    "id-en «{value}» har et semikolon i seg",
    "id-en «{value}» har eit semikolon i seg",
    "id {value!r} contains a semicolon",
)
_USED = Text(
    "id-en «{id}» er alt brukt i {place}",
    "id-en «{id}» er alt brukt i {place}",
    "id {id!r} is used already in {place}",
)
_NAMELESS = Text(
    "«{value}» har ikke noe navn; id-en står i stedet",
    "«{value}» har ikkje noko namn; id-en står i staden",
    "{value!r} has no name; its id stands in",
)
_SUBKIND = Text(
    "«{value}» er ingen kjent undertype av {kind}{hint}",
    "«{value}» er ingen kjend undertype av {kind}{hint}",
    "{value!r} is no known subkind of {kind}{hint}",
)
_KIND = Text("ingen type som finnes", "ingen type som finst", "no kind")
_NODE = Text(
    "ingen id og ikke noe navn i dataene", "ingen id og ikkje noko namn i dataa", "no node"
)
_RELATION = Text("ingen sammenheng som finnes", "ingen samanheng som finst", "no relation")
_MODALITY = Text("ingen modalitet som finnes", "ingen modalitet som finst", "no modality")
_STATUS = Text("ingen status som finnes", "ingen status som finst", "no status")
_SHARE = Text("en andel fra 0 til 1", "ein del frå 0 til 1", "a share from 0 to 1")
_AMOUNT = Text(
    "et beløp (et tall med desimalpunktum)",
    "eit beløp (eit tal med desimalpunktum)",
    "an amount (a number, decimal point)",
)
_NEGATIVE = Text(
    "«{value}» er et negativt beløp: skriv det uten minus, og la sammenhengen gå fra den som gir"
    " til den som får",
    "«{value}» er eit negativt beløp: skriv det utan minus, og la samanhengen gå frå den som gir"
    " til den som får",
    "{value!r} is a negative amount: write it without the minus, and let the relation run from who"
    " gives to who gets it",
)


def problems(
    nodes: pd.DataFrame, edges: pd.DataFrame, documents: pd.DataFrame, facts: pd.DataFrame
) -> list[Problem]:
    """Everything that is wrong with raw tables (see `cleaning.frame`), errors and warnings.

    The tables' `source`, `target` and `node` columns hold node ids. An empty list means that a
    graph can be made of them.

    >>> from graphtool.graph import cleaning, tables
    >>> nodes = cleaning.frame([{"id": "g", "kind": "Gaol", "name": "Vekst"}], tables.NODE_COLUMNS)
    >>> none = [cleaning.frame([], columns)
    ...         for columns in (tables.EDGE_COLUMNS, tables.DOCUMENT_COLUMNS, tables.FACT_COLUMNS)]
    >>> for problem in problems(nodes, *none):
    ...     print(problem)
    nodes:2: kind: 'Gaol' is no kind; did you mean 'Goal'?
    """
    document_ids = documents["id"]
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
        lambda value: Said(dates.NO_DATE, value=value, expected=dates.EXPECTED),
    )
    return check


def _require_ids(check: Checker) -> None:
    ids = check.table["id"]
    check.report("missing-id", (ids == "").to_numpy(), "id", lambda _: Said(_NO_ID))
    # A semicolon would split the id wherever a cell lists several.
    check.report(
        "bad-id",
        ids.str.contains(";", regex=False).to_numpy(dtype=bool),
        "id",
        lambda value: Said(_SEMICOLON, value=value),
    )
    if tables.are_different(ids):
        return
    again = ids.duplicated().to_numpy() & (ids != "").to_numpy()
    rows: list[int] = np.flatnonzero(again).tolist()
    wanted = set(ids.iloc[rows])
    first: dict[str, int] = {}
    for row in np.flatnonzero(ids.isin(wanted)).tolist() if wanted else ():
        first.setdefault(ids.iat[row], row)
    for row in rows:
        before = place(*check.place(first[ids.iat[row]]))
        check.report_row("doubled-id", row, "id", Said(_USED, id=ids.iat[row], place=before))


def _nodes(check: Checker, documents: pd.Series[Any]) -> Checker:
    _require_ids(check)
    nodes = check.table
    check.require_given("kind")
    check.require_known("kind", schema.KINDS, _KIND)
    nameless = (nodes["name"] == "").to_numpy() & (nodes["id"] != "").to_numpy()
    check.report(
        "missing-name",
        nameless,
        "id",
        severity="warning",
        message=lambda value: Said(_NAMELESS, value=value),
    )
    at = texts.positions(nodes["kind"], schema.KINDS)
    for which, kind in enumerate(schema.KINDS.values()):
        if kind.subkinds:
            _require_subkinds(check, kind, at == which)
    check.require_dates()
    check.require_evidence(documents)
    return check


def _require_subkinds(check: Checker, kind: schema.Kind, is_such: np.ndarray) -> None:
    wrong = is_such & ~texts.among(check.table["subkind"], [*kind.subkinds, ""])

    def message(value: str) -> Said:
        hint = did_you_mean(value, kind.subkinds)
        return Said(_SUBKIND, value=value, kind=kind.name, hint=hint)

    check.report("unknown-subkind", wrong, "subkind", message, severity="warning")


def _facts(check: Checker, nodes: pd.DataFrame, documents: pd.Series[Any]) -> Checker:
    check.require_given("node", "property", "value")
    check.require_known("node", nodes["id"], _NODE)
    check.require_dates()
    check.require_evidence(documents)
    return check


def _edges(check: Checker, nodes: pd.DataFrame, documents: pd.Series[Any]) -> Checker:
    check.require_given("source", "relation", "target")
    check.require_known("relation", schema.RELATIONS, _RELATION)
    check.require_known("source", nodes["id"], _NODE)
    check.require_known("target", nodes["id"], _NODE)
    check.require_known("modality", schema.MODALITIES, _MODALITY)
    check.require_known("status", schema.STATUSES, _STATUS)
    check.require_dates()
    check.require_evidence(documents)
    shares = check.require_number("share", 0, 1, _SHARE)
    amounts = check.require_number("amount", -1e308, 1e308, _AMOUNT)
    check.report(
        "negative-amount",
        (amounts < 0).to_numpy(),
        "amount",
        lambda value: Said(_NEGATIVE, value=value),
        severity="warning",
    )
    structure.endpoints(check, nodes)
    structure.shares(check, shares)
    structure.cycles(check, nodes)
    return check
