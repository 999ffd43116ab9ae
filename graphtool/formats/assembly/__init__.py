"""From sheets to a plan graph: relation columns become edges, names become ids, all is checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from graphtool import schema
from graphtool.errors import InvalidData, Problem
from graphtool.formats.assembly import causes, doubles, leftovers, resolution, settled
from graphtool.formats.assembly.doubles import Suggestion
from graphtool.formats.assembly.intake import Intake, intake
from graphtool.formats.assembly.names import Names
from graphtool.formats.sheets import ANY_KIND, Sheets
from graphtool.graph import PlanGraph, cleaning, tables, texts, unread, validation
from graphtool.graph.checker import FILE, ROW
from graphtool.graph.dataset import FIXED, NODE_SHEET, UNREAD
from graphtool.language import folded, spelled

ORIGIN = [FILE, ROW]


class Reading(NamedTuple):
    """What a reader found: the graph, what was wrong with it, and what became of every row."""

    graph: PlanGraph
    problems: tuple[Problem, ...]
    intake: tuple[Intake, ...]
    quoting: tuple[pd.DataFrame, ...]
    """The tables that quote; see `cited`."""
    near: tuple[Suggestion, ...] = ()
    """Spellings that may mean another party, where they were asked for."""

    @property
    def cited(self) -> pd.DataFrame:
        """Every quote with its place: document, line, quote, and where it was read.

        Put together when it is asked for, as a large dataset's quotes are most of it.
        """
        return pd.concat(self.quoting, ignore_index=True)


class Raw(NamedTuple):
    """The text tables of a graph, with `file` and `row` of every row."""

    nodes: pd.DataFrame
    edges: pd.DataFrame
    documents: pd.DataFrame
    facts: pd.DataFrame


def assemble(sheets: Sheets) -> Reading:
    """The graph that the sheets hold; raises `InvalidData` with every problem there is."""
    reading, problems, _ = examine(sheets)
    if reading is None:
        raise InvalidData(problems)
    return reading


def examine(
    sheets: Sheets, *, suggest: bool = False
) -> tuple[Reading | None, list[Problem], list[Intake]]:
    """As `assemble`, but with the problems, and None where an error keeps it from being a graph.

    With `suggest`, names that are nearly another's are problems too.
    """
    raw = Raw(*(_sheet(sheets, name) for name in ("nodes", "relations", "documents", "facts")))
    nodes = _in_our_words(_nodes(sheets), {"kind": schema.KINDS, "subkind": schema.SUBKINDS})
    nodes, aliases = settled.merged(nodes, sheets.aliases)
    names = Names(nodes, aliases)
    raw = raw._replace(
        nodes=nodes,
        edges=_in_our_words(
            _concat(raw.edges, _edges_in_columns(sheets, names)),
            {
                "relation": schema.RELATIONS,
                "modality": schema.MODALITIES,
                "status": schema.STATUSES,
            },
        ),
        facts=_concat(raw.facts, _free_attributes(sheets)),
    )
    found = resolution.resolved(raw.nodes, raw.edges, raw.facts, names)
    edges = found.edges if aliases is sheets.aliases else _apart(raw.edges, found.edges)
    raw = raw._replace(nodes=found.nodes, edges=edges, facts=found.facts)
    raw = raw._replace(**_cited_by_id(raw))
    problems = [*sheets.problems, *found.problems, *validation.problems(*raw)]
    near = doubles.near(raw.nodes, raw.edges, aliases) if suggest else []
    problems += [one.problem() for one in near]
    stated = {"relations": raw.edges, "facts": raw.facts}
    counts = list(intake(sheets, problems, stated, raw.nodes["id"]))
    left = leftovers.leftovers(problems, sheets.ignored, found.strangers)
    problems = causes.by_cause(problems)
    if "error" in {problem.severity for problem in problems}:
        return None, problems, counts
    earlier = sheets.by_name.get(UNREAD)
    if earlier is not None:
        rows = [
            {str(name): cell for name, cell in row.items()} for row in earlier.to_dict("records")
        ]
        left = unread.in_order([*left, *unread.from_rows(rows)])
    graph = PlanGraph.from_valid(*raw, name=sheets.name, title=sheets.title, unread=left)
    quoting = tuple(
        table[[*ORIGIN, "document", "line", "quote"]] for table in (raw.nodes, raw.edges, raw.facts)
    )
    reading = Reading(graph, tuple(problems), tuple(counts), quoting, tuple(near))
    return reading, problems, counts


def _concat(own: pd.DataFrame, more: Iterable[pd.DataFrame]) -> pd.DataFrame:
    parts = [own, *more]
    return pd.concat(parts, ignore_index=True) if len(parts) > 1 else own


def _apart(said: pd.DataFrame, resolved: pd.DataFrame) -> pd.DataFrame:
    """Without what ties a node to itself only because its ends were said to be one."""
    is_loop = (resolved["source"] == resolved["target"]) & (said["source"] != said["target"])
    return resolved[~is_loop.to_numpy()].reset_index(drop=True)


def _in_our_words(table: pd.DataFrame, known: Mapping[str, Iterable[str]]) -> pd.DataFrame:
    """Words that differ from ours in capitals, hyphens and spaces only, as we spell them."""
    changed = {}
    for column, words in known.items():
        ours = tuple(words)
        spelling = {word: spelled(word, ours) for word in texts.distinct(table[column])[0]}
        if any(word != own for word, own in spelling.items()):
            changed[column] = table[column].map(spelling).astype(tables.TEXT)
    return table.assign(**changed)


def _cited_by_id(raw: Raw) -> dict[str, pd.DataFrame]:
    """The tables that cite, documents named by their ids, which compare as names do."""
    ids: dict[str, list[str]] = {}
    for name in raw.documents["id"].unique():
        ids.setdefault(folded(name), []).append(name)
    own = {name for several in ids.values() for name in several} | {""}
    out = {}
    for what in ("nodes", "edges", "facts"):
        table: pd.DataFrame = getattr(raw, what)
        cited = {
            word: ids[folded(word)][0]
            for word in texts.distinct(table["document"])[0]
            if word not in own and len(ids.get(folded(word), ())) == 1
        }
        if cited:
            column = table["document"].replace(cited).astype(tables.TEXT)
            out[what] = table.assign(document=column)
    return out


def _with_origin(table: pd.DataFrame, columns: Iterable[str]) -> pd.DataFrame:
    out = cleaning.frame(table, columns)
    out[FILE] = table[FILE].array if FILE in table else ""
    out[ROW] = table[ROW].array if ROW in table else 0
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


def _edges_in_columns(sheets: Sheets, names: Names) -> Iterator[pd.DataFrame]:
    """Edges from a kind's columns: `part_of` runs from the row's node, `owner` runs to it."""
    forwards = {relation.lower(): (relation, "target") for relation in schema.RELATIONS}
    backwards = {role: (relation, "source") for role, relation in schema.ROLES.items()}
    for table in _node_sheets(sheets):
        for column, (relation, end) in {**backwards, **forwards}.items():
            if column not in table:
                continue
            evidence = [c for c in ("document", "line", "quote") if c in table]
            kinds = schema.RELATIONS[relation].targets if end == "target" else schema.PARTIES
            parts = {cell: names.apart(cell, kinds) for cell in table[column].unique()}
            rows = table[[*ORIGIN, "id", *evidence]].assign(words=table[column].map(parts))
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
