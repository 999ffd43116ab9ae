"""Names at the ends of edges and facts become ids; names that match nobody become actors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.errors import Problem
from graphtool.formats.assembly import doubles
from graphtool.formats.assembly.names import Names
from graphtool.graph import cleaning, tables, texts
from graphtool.graph.checker import FILE, ROW
from graphtool.graph.dataset import NODE_SHEET
from graphtool.language import Said, Text

TRIED = 200
"""Distinct cells of a free column that are held against the parties' names."""
_OVERLOOKED = Text(
    "kolonnen «{column}» tas med som en egen opplysning, men «{word}» er en kjent part; kolonner"
    " som gir sammenhenger, heter owner, responsible, coordinator, members, participants eller som"
    " README lister opp",
    "kolonnen «{column}» blir med som ei eiga opplysning, men «{word}» er ein kjend part; kolonnar"
    " som gir samanhengar, heiter owner, responsible, coordinator, members, participants eller som"
    " README listar opp",
    "column {column!r} is kept as a free attribute, but {word!r} is a known party; columns that"
    " make edges are called owner, responsible, coordinator, members, participants or as the README"
    " lists",
)
_AMBIGUOUS = Text(
    "«{name}» kan bety {found}; skriv id-en",
    "«{name}» kan bety {found}; skriv id-en",
    "{name!r} may mean {found}; write the id",
)
_UNRESOLVED = Text(
    "«{name}» er ingen kjent part{hint}; navnet tas med som en uavklart aktør{several}",
    "«{name}» er ingen kjend part{hint}; namnet blir med som ein uavklart aktør{several}",
    "{name!r} matches no known party{hint}; it is kept as an unresolved actor{several}",
)
_SEVERAL = Text(
    "; skill flere navn med semikolon",
    "; skil fleire namn med semikolon",
    "; part several names by semicolons",
)


class Resolved(NamedTuple):
    """The tables with ids in place of names, and what came of names that are not clear."""

    nodes: pd.DataFrame
    edges: pd.DataFrame
    facts: pd.DataFrame
    problems: list[Problem]
    strangers: list[str]
    """Names that match nobody, and have become actors."""


class Mention(NamedTuple):
    """One place at which a name stands that matches nothing."""

    row: pd.Series[str]
    place: tuple[str, int, str]
    """File, row and column."""
    may_be_actor: bool


def resolved(
    nodes: pd.DataFrame, edges: pd.DataFrame, facts: pd.DataFrame, names: Names
) -> Resolved:
    """The tables with ids; what can be no id is left, for validation to refuse.

    A name that matches nobody becomes an unresolved actor where an actor may stand at every
    place that it has; else it is what is wrong at all of them.
    """
    problems = [*_overlooked(facts, names), *doubles.doubles(nodes)]
    unknown: dict[str, list[Mention]] = {}
    edges, facts = edges.copy(deep=False), facts.copy(deep=False)
    texts.look_up([edges["source"], edges["target"], facts["node"]], nodes["id"])
    for end in ("source", "target"):
        edges[end] = _with_ids(edges, end, names, problems, unknown)
    facts["node"] = _with_ids(facts, "node", names, problems, unknown)
    strangers = []
    for name, mentions in unknown.items():
        if all(mention.may_be_actor for mention in mentions):
            strangers.append(_stranger(name, mentions[0].row))
            problems += _unresolved(name, mentions, names)
    if strangers:
        extra = cleaning.frame(pd.DataFrame(strangers), [*NODE_SHEET, "kind", FILE, ROW])
        extra[ROW] = [row[ROW] for row in strangers]
        nodes = pd.concat([nodes, extra[[*nodes.columns]]], ignore_index=True)
    return Resolved(nodes, edges, facts, problems, [str(row["name"]) for row in strangers])


def _overlooked(facts: pd.DataFrame, names: Names) -> Iterator[Problem]:
    """Free columns of a kind's sheet that name known parties, and so were perhaps to make edges."""
    kinds = [f"{kind.file}{end}" for kind in schema.KINDS.values() for end in ("", ".csv")]
    columns = facts[facts[FILE].isin(kinds)]
    for (file, column), rows in columns.groupby([FILE, "property"], sort=False):
        words = rows["value"].drop_duplicates().head(TRIED)
        for word in (part.strip() for cell in words for part in cell.split(";")):
            found = names.find(word, schema.PARTIES)
            if found and all(names.kind_of[node] in schema.PARTIES for node in found):
                message = Said(_OVERLOOKED, column=column, word=word)
                yield Problem("warning", "overlooked-column", message, str(file), 1, str(column))
                break


def _with_ids(
    table: pd.DataFrame,
    end: str,
    names: Names,
    problems: list[Problem],
    unknown: dict[str, list[Mention]],
) -> pd.Series[str]:
    """The column with names replaced by ids; what matches nothing is left, and collected."""
    column = table[end].astype(tables.TEXT)
    named = ~names.is_id(column)
    named[named] = (column[named] != "").to_numpy()
    if not named.any():
        return column
    out = column.to_numpy(dtype=object).copy()
    for at in np.flatnonzero(named).tolist():
        kinds = _kinds_at(table, end, at)
        row = table.iloc[at]
        where = (row[FILE], int(row[ROW]), _column(row, end))
        found = names.find(out[at], kinds)
        if len(found) == 1:
            out[at] = found[0]
        elif found:
            message = Said(_AMBIGUOUS, name=out[at], found=", ".join(found))
            problems.append(Problem("error", "ambiguous-name", message, *where, out[at]))
            out[at] = found[0]  # one problem is enough: no graph comes of it
        else:
            unknown.setdefault(out[at], []).append(Mention(row, where, "Actor" in kinds))
    return pd.Series(out, index=table.index, dtype=tables.TEXT)


def _unresolved(name: str, mentions: list[Mention], names: Names) -> Iterator[Problem]:
    """A warning for each place at which a name stands for an actor whom nobody has described."""
    hint = names.suggestion(name, schema.PARTIES)
    several = Said(_SEVERAL) if names.lists_known(name) else ""
    message = Said(_UNRESOLVED, name=name, hint=hint, several=several)
    for mention in mentions:
        yield Problem("warning", "unresolved-name", message, *mention.place, name)


def _column(row: pd.Series[str], end: str) -> str:
    column = row.get("column", "")
    return column if isinstance(column, str) and column else end


def _kinds_at(table: pd.DataFrame, end: str, at: int) -> frozenset[str]:
    """Which kinds of node may stand at this end of the row."""
    relation = schema.RELATIONS.get(table["relation"].iat[at]) if end != "node" else None
    if relation is None:  # of a relation that there is not, its name is what is wrong
        return frozenset(schema.KINDS) - ({"Actor"} if end == "node" else set())
    return relation.sources if end == "source" else relation.targets


def _stranger(name: str, row: pd.Series[str]) -> dict[str, object]:
    fields = {c: row.get(c, "") for c in (FILE, ROW, "document", "line", "quote")}
    return {**fields, "id": name, "name": name, "kind": "Actor", "subkind": schema.UNRESOLVED}
