"""Who carries how much: goals and measures by the party that owns or answers for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np
import pandas as pd

from graphtool.language import Text, either, listed, plain
from graphtool.queries import columns
from graphtool.queries.ended_notes import ended_note
from graphtool.queries.load import AS_FACT, LoadOptions, carried, parts, read
from graphtool.queries.nouns import the_only
from graphtool.queries.owner_load_columns import OwnerLoad
from graphtool.queries.owners import COORDINATING
from graphtool.queries.phrases import absent
from graphtool.queries.query import Askable, Options
from graphtool.queries.ranking import ranks
from graphtool.queries.registry import query
from graphtool.queries.responsibility import asked_for

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


UNSETTLED = Text(
    "Bare planlagt, utløpt eller uten navn, og derfor ikke regnet med: {who}.",
    "Berre planlagt, gått ut eller utan namn, og derfor ikkje rekna med: {who}.",
    "Only planned, lapsed or without a name, and therefore not counted: {who}.",
)
NOBODY_THE_ONLY = Text(
    "{only} har ingen {party} som eier eller ansvarlig.",
    "{only} har ingen {party} som eigar eller ansvarleg.",
    "{only} has no {party} that owns or answers for it.",
)
NOBODY_ANY = Text(
    "Ingen av {total} {what} har en {party} som eier eller svarer for dem.",
    "Ingen av {total} {what} har ein {party} som eig eller svarer for dei.",
    "None of {total} {what} has a {party} that owns or answers for it.",
)
ANSWERS_FOR_THE_ONLY = Text(
    "{only} har {who} ansvaret for.",
    "{only} har {who} ansvaret for.",
    "{only} is answered for by {who}.",
)
MOST = Text(
    "Flest av {total} {what} har {who}.",
    "Flest av {total} {what} har {who}.",
    "Of {total} {what}, the most are with {who}.",
)
ALL_ALIKE = Text(
    "Ingen har mer enn de andre av {total} {what}: {who}.",
    "Ingen har meir enn dei andre av {total} {what}: {who}.",
    "Nobody has more than the others of {total} {what}: {who}.",
)
ONE_ALONE = Text(
    "Bare én {party} svarer for noe av {total} {what}: {who}.",
    "Berre éin {party} svarer for noko av {total} {what}: {who}.",
    "Only one {party} answers for any of {total} {what}: {who}.",
)
ANY_PARTY = Text("navngitt part", "namngitt part", "named party")
TOWN = Text("kommune", "kommune", "municipality")
"""Who is counted at level municipality: others may answer for something all the same."""


def _load_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """Who carries most, how much is carried at all, and what is not settled.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> run("owner-load", graph).notes[0].en
    'Only one named party answers for any of 2 goals and measures: Vennesla (2).'
    """
    there, what = asked_for(graph, options)
    total = sum(there.values())
    if not total:
        return [absent(either(what), options["as_of"])]
    party = TOWN if options["level"] == "municipality" else ANY_PARTY
    words = {"total": total, "what": listed(what, most=None), "party": party}
    if total == 1:
        words["only"] = the_only(there)
    named = rows[rows["items"] > 0]
    notes = [_first(named, words)]
    unsettled = rows[rows["unsettled"] > 0]
    if len(unsettled):
        notes.append(UNSETTLED.format(who=_with_numbers(unsettled, "unsettled")))
    return [*notes, *ended_note(graph, lambda: rows["party"], options)]


def _first(named: pd.DataFrame, words: dict[str, object]) -> Text:
    if named.empty:
        return (NOBODY_THE_ONLY if words["total"] == 1 else NOBODY_ANY).format(**words)
    first = named[named["rank"] == 1]
    if words["total"] == 1:
        return ANSWERS_FOR_THE_ONLY.format(who=listed(plain(named["party_name"])), **words)
    form = MOST
    if len(named) > 1 and len(first) == len(named):
        form = ALL_ALIKE
    elif len(named) == 1:
        form = ONE_ALONE
    return form.format(who=_with_numbers(first, "items"), **words)


def _with_numbers(rows: pd.DataFrame, column: str) -> Text:
    return listed(
        plain(f"{name} ({n})" for name, n in zip(rows["party_name"], rows[column], strict=True))
    )


def _reads(options: Options) -> Sequence[str]:
    return (*read(options), *COORDINATING)


@query(
    OwnerLoad,
    order=("-items", "-unsettled", "-coordinates", "party_name", "party"),
    notes=_load_notes,
    reads=_reads,
)
def owner_load(graph: PlanGraph, **options: Unpack[LoadOptions]) -> pd.DataFrame:
    """Who carries how much: goals and measures owned, answered for and coordinated by each party.

    From the rows of `owners`. A thing counts for every named party that owns or answers for it as
    a fact: directly, or where nobody does, by what it is part of. What is planned, has lapsed, or
    is said of a group or an unknown name is counted as unsettled and in no share or rank. Several
    who answer for one thing have it whole in the numbers and in equal parts in `share`, so that
    shares add up to 1. At level municipality a body of several municipalities counts for each, and
    those who act for none are left out. `ownership-concentration` says how uneven it is.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "i", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "g", "kind": "Goal", "name": "Lære"},
    ...      {"id": "m", "kind": "Measure", "name": "Les"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g"},
    ...      {"source": "i", "relation": "OWNS", "target": "m"},
    ...      {"source": "v", "relation": "RESPONSIBLE_FOR", "target": "m"}])
    >>> owner_load(graph)[["party", "items", "share", "rank"]].values.tolist()
    [['v', 2, 0.75, 1], ['i', 1, 0.25, 2]]
    """
    rows = carried(graph, **options)
    fact = rows["grade"].isin(AS_FACT)
    own = rows["through"] == ""
    kept = rows["relation"].isin(COORDINATING)
    held, direct = rows[fact], rows[fact & own]
    counts = (
        pd.DataFrame(
            {
                "items": _number(held),
                "goals": _number(held[held["kind"] == "Goal"]),
                "measures": _number(held[held["kind"] == "Measure"]),
                "owns": _number(direct[direct["relation"] == "OWNS"]),
                "answers_for": _number(direct[direct["relation"] == "RESPONSIBLE_FOR"]),
                "inherited": _number(held[~own[fact]]),
                "coordinates": _number(rows[kept & own]),
                "unsettled": _number(rows[~fact & ~kept]),
            }
        )
        .fillna(0)
        .astype(np.int64)
    )
    counts = counts[counts.to_numpy().any(axis=1)]
    items = counts["items"].to_numpy()
    place, ties = ranks(items.astype(np.float64))
    nodes = graph.nodes
    at = counts.index.to_numpy(np.int64)
    return columns.table(
        OwnerLoad,
        party=columns.taken(nodes["id"], at),
        party_name=columns.taken(nodes["name"], at),
        **{name: counts[name] for name in counts},
        share=parts(held).reindex(counts.index),
        rank=np.where(items > 0, place, 0),
        ties=np.where(items > 0, ties, 0),
    ).sort_values(["items", "party"], ascending=[False, True], ignore_index=True)


def _number(rows: pd.DataFrame) -> pd.Series[int]:
    return rows[["party", "item"]].drop_duplicates().groupby("party").size()
