"""From sheets to a plan graph: relation columns become edges, names become ids, all is checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.errors import InvalidData, Problem
from graphtool.graph import PlanGraph, tables, validation
from graphtool.graph.checker import FILE, ROW
from graphtool.graph.dataset import FIXED, NODE_SHEET
from graphtool.readers.intake import Intake, intake
from graphtool.readers.names import Names
from graphtool.readers.sheets import ANY_KIND, Sheets

ORIGIN = [FILE, ROW]
TRIED = 200
"""Distinct cells of a free column that are held against the parties' names."""


class Reading(NamedTuple):
    """What a reader found: the graph, what was wrong with it, and what became of every row."""

    graph: PlanGraph
    problems: tuple[Problem, ...]
    intake: tuple[Intake, ...]
    cited: pd.DataFrame
    """Every quote with its place: document, line, quote, and where it was read (`FILE`, `ROW`)."""


class Raw(NamedTuple):
    """The text tables of a graph, with `file` and `row` of every row."""

    nodes: pd.DataFrame
    edges: pd.DataFrame
    documents: pd.DataFrame
    facts: pd.DataFrame


def assemble(sheets: Sheets) -> Reading:
    """The graph that the sheets hold; raises `InvalidData` with every problem there is."""
    reading, problems = examine(sheets)
    if reading is None:
        raise InvalidData(problems)
    return reading


def examine(sheets: Sheets) -> tuple[Reading | None, list[Problem]]:
    """As `assemble`, but with the problems, and None where an error keeps it from being a graph."""
    raw = Raw(*(_sheet(sheets, name) for name in ("nodes", "relations", "documents", "facts")))
    from_columns = pd.concat([raw.edges, *_edges_in_columns(sheets)], ignore_index=True)
    raw = raw._replace(
        nodes=_nodes(sheets), edges=from_columns,
        facts=pd.concat([raw.facts, *_free_attributes(sheets)], ignore_index=True),
    )  # fmt: skip
    raw, naming = _with_ids(raw)
    problems = [*sheets.problems, *naming, *validation.problems(*raw)]
    problems = sorted(
        dict.fromkeys(problems), key=lambda p: (_natural(p.file), p.row, p.column, p.message)
    )
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    graph = PlanGraph.from_valid(*raw, name=sheets.name, title=sheets.title)
    counts = tuple(intake(sheets, problems, {"relations": raw.edges, "facts": raw.facts}))
    cited = pd.concat(
        [
            table[[*ORIGIN, "document", "line", "quote"]]
            for table in (raw.nodes, raw.edges, raw.facts)
        ],
        ignore_index=True,
    )
    return Reading(graph, tuple(problems), counts, cited), problems


@lru_cache(maxsize=65_536)
def _natural(file: str) -> tuple[tuple[str, int], ...]:
    """Sort key by which `#/nodes/9` comes before `#/nodes/10`."""
    words = re.split(r"([0-9]+)", file)
    return tuple((word, 0) if at % 2 == 0 else ("", int(word)) for at, word in enumerate(words))


def _with_origin(table: pd.DataFrame, columns: Iterable[str]) -> pd.DataFrame:
    out = tables.frame(table, columns)
    out[FILE] = table[FILE].to_numpy() if FILE in table else ""
    out[ROW] = table[ROW].to_numpy() if ROW in table else 0
    return out


def _sheet(sheets: Sheets, name: str) -> pd.DataFrame:
    columns = tables.EDGE_COLUMNS if name == "relations" else FIXED.get(name, NODE_SHEET)
    return _with_origin(sheets.by_name.get(name, pd.DataFrame(columns=ORIGIN)), columns)


def _nodes(sheets: Sheets) -> pd.DataFrame:
    parts = [
        _sheet(sheets, kind.file).assign(kind=kind.name)
        for kind in schema.KINDS.values()
        if kind.file in sheets.by_name
    ]
    if ANY_KIND in sheets.by_name:
        parts.append(_with_origin(sheets.by_name[ANY_KIND], [*NODE_SHEET, "kind"]))
    columns = [*NODE_SHEET, *ORIGIN, "kind"]
    return pd.concat([pd.DataFrame(columns=columns, dtype=tables.TEXT), *parts], ignore_index=True)


def _node_sheets(sheets: Sheets) -> Iterator[pd.DataFrame]:
    for name in (*(kind.file for kind in schema.KINDS.values()), ANY_KIND):
        if name in sheets.by_name and "id" in sheets.by_name[name]:
            yield sheets.by_name[name]


def _edges_in_columns(sheets: Sheets) -> Iterator[pd.DataFrame]:
    """Edges from a kind's columns: `part_of` runs from the row's node, `owner` runs to it."""
    forwards = {relation.lower(): (relation, "target") for relation in schema.RELATIONS}
    backwards = {role: (relation, "source") for role, relation in schema.ROLES.items()}
    for table in _node_sheets(sheets):
        for column, (relation, end) in {**backwards, **forwards}.items():
            if column not in table:
                continue
            evidence = [c for c in ("document", "line", "quote") if c in table]
            rows = table[[*ORIGIN, "id", *evidence]].assign(words=table[column].str.split(";"))
            rows = rows.explode("words", ignore_index=True)
            rows = rows[rows["words"].str.strip() != ""].assign(relation=relation, modality="")
            other = "source" if end == "target" else "target"
            yield _with_origin(
                rows.rename(columns={"words": end, "id": other}), tables.EDGE_COLUMNS
            ).assign(column=column)


def _free_attributes(sheets: Sheets) -> Iterator[pd.DataFrame]:
    """Columns that the vocabulary does not know become facts of the row's node."""
    known = {*NODE_SHEET, *ORIGIN, *schema.ROLES, *map(str.lower, schema.RELATIONS)}
    for table in _node_sheets(sheets):
        for column in table.columns:
            if column in known or (column == "kind" and table is sheets.by_name.get(ANY_KIND)):
                continue
            rows = table[table[column] != ""]
            evidence = [c for c in ("document", "line") if c in table]
            facts = rows[[*ORIGIN, *evidence]].assign(
                node=rows["id"], property=column, value=rows[column]
            )
            yield _with_origin(facts, tables.FACT_COLUMNS)


def _overlooked(facts: pd.DataFrame, names: Names) -> Iterator[Problem]:
    """Free columns of a kind's sheet that name known parties, and so were perhaps to make edges."""
    kinds = [f"{kind.file}{end}" for kind in schema.KINDS.values() for end in ("", ".csv")]
    columns = facts[facts[FILE].isin(kinds)]
    for (file, column), rows in columns.groupby([FILE, "property"], sort=False):
        words = rows["value"].drop_duplicates().head(TRIED)
        for word in (part.strip() for cell in words for part in cell.split(";")):
            found = names.find(word, schema.PARTIES)
            if found and all(names.kind_of[node] in schema.PARTIES for node in found):
                message = (
                    f"column {column!r} is kept as a free attribute, but {word!r} is a known party;"
                    " columns that make edges are called owner, responsible, coordinator, members,"
                    " participants or as the README lists"
                )
                yield Problem("warning", "overlooked-column", message, str(file), 1, str(column))
                break


def _with_ids(raw: Raw) -> tuple[Raw, list[Problem]]:
    """Names at the ends of edges and facts become ids; unknown parties become nodes."""
    names = Names(raw.nodes)
    problems: list[Problem] = []
    strangers: dict[str, dict[str, object]] = {}
    problems += _overlooked(raw.facts, names)
    edges, facts = raw.edges.copy(), raw.facts.copy()
    for end in ("source", "target"):
        edges[end] = _resolved(edges, end, names, problems, strangers)
    facts["node"] = _resolved(facts, "node", names, problems, strangers)
    if not strangers:
        return raw._replace(edges=edges, facts=facts), problems
    extra = _with_origin(pd.DataFrame(list(strangers.values())), [*NODE_SHEET, "kind"])
    nodes = pd.concat([raw.nodes, extra[[*raw.nodes.columns]]], ignore_index=True)
    return raw._replace(nodes=nodes, edges=edges, facts=facts), problems


def _resolved(
    table: pd.DataFrame,
    end: str,
    names: Names,
    problems: list[Problem],
    strangers: dict[str, dict[str, object]],
) -> pd.Series[str]:
    """The column with names replaced by ids; what cannot be is left, for validation to refuse."""
    column = table[end].astype(tables.TEXT)
    unknown = ~tables.among(column, [*names.kind_of, ""])
    if not unknown.any():
        return column
    out = column.to_numpy(dtype=object).copy()
    for at in np.flatnonzero(unknown).tolist():
        kinds = _kinds_at(table, end, at)
        row = table.iloc[at]
        where = (row[FILE], int(row[ROW]), _column(row, end))
        found = names.find(out[at], kinds)
        if len(found) == 1:
            out[at] = found[0]
        elif found:
            message = f"{out[at]!r} may mean {', '.join(found)}; write the id"
            problems.append(Problem("error", "ambiguous-name", message, *where))
            out[at] = found[0]  # one problem is enough: no graph comes of it
        elif "Actor" in kinds:
            hint = names.suggestion(out[at], schema.PARTIES)
            message = f"{out[at]!r} matches no known party{hint}; it is kept as an unresolved actor"
            problems.append(Problem("warning", "unresolved-name", message, *where))
            strangers.setdefault(out[at], _stranger(out[at], row))
    return pd.Series(out, index=table.index, dtype=tables.TEXT)


def _column(row: pd.Series[str], end: str) -> str:
    column = row.get("column", "")
    return column if isinstance(column, str) and column else end


def _kinds_at(table: pd.DataFrame, end: str, at: int) -> frozenset[str]:
    """Which kinds of node may stand at this end of the row."""
    relation = schema.RELATIONS.get(table["relation"].iat[at]) if end != "node" else None
    if relation is None:
        return frozenset() if end != "node" else frozenset(schema.KINDS) - {"Actor"}
    return relation.sources if end == "source" else relation.targets


def _stranger(name: str, row: pd.Series[str]) -> dict[str, object]:
    fields = {c: row.get(c, "") for c in (*ORIGIN, "document", "line", "quote")}
    return {**fields, "id": name, "name": name, "kind": "Actor", "subkind": schema.UNRESOLVED}
