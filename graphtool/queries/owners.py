"""Who owns, answers for and coordinates each thing, how well, and through what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np
import pandas as pd

from graphtool.graph.tables import TEXT
from graphtool.language import Text, listed
from graphtool.queries import columns, item_ties
from graphtool.queries.answer_options import GRADES, LENDERS, NONE, AnswerOptions
from graphtool.queries.ended_notes import carried_note, ended_note
from graphtool.queries.inheritance import inherited
from graphtool.queries.item_ties import ITEMS, word_ranks
from graphtool.queries.nouns import share
from graphtool.queries.owner_columns import Kinds, Owner
from graphtool.queries.phrases import tally
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import query
from graphtool.queries.responsibility import called, in_force, items, standing

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


COORDINATING = ("COORDINATES",)
"""Who keeps it together without answering for it."""


def _owner_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How well they are answered for, by their best grade, and who of these has ended.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> run("owners", graph).notes[0].en
    'Of 2 goals and measures, each by the best that is said of it: owned 1, inherited 1.'
    """
    grade = rows["grade"].map({grade: at for at, grade in enumerate(GRADES)})
    best = grade.groupby(rows["item"]).min().map(dict(enumerate(GRADES)))
    if best.empty:
        return []
    said, total = tally(best, GRADES), len(best)
    kinds = called(options)
    what = listed(kinds, most=None)
    only = share(1, 1, str(rows["kind"].iat[0]).lower())
    form = Text(
        "Av {total} {what}, regnet etter det beste som sies: {said}.",
        "Av {total} {what}, rekna etter det beste som blir sagt: {said}.",
        "Of {total} {what}, each by the best that is said of it: {said}.",
    )
    if total == 1:
        said = GRADES[best.iat[0]]
        form = Text(
            "{only}, regnet etter det beste som sies: {said}.",
            "{only}, rekna etter det beste som blir sagt: {said}.",
            "{only}, by the best that is said of it: {said}.",
        )
    return [
        form.format(total=total, said=said, what=what, only=only),
        *ended_note(graph, lambda: rows["party"], options),
        *carried_note(graph, options),
    ]


def _reads(options: Options) -> Sequence[str]:
    return ("PART_OF", *options["relations"], *COORDINATING)


@query(Owner, order=("item", "through", "relation", "party"), notes=_owner_notes, reads=_reads)
def owners(
    graph: PlanGraph, *, kind: Kinds = ITEMS, **options: Unpack[AnswerOptions]
) -> pd.DataFrame:
    """Who owns, answers for and coordinates each goal, measure or the like, and through what.

    An item is a goal or a measure, or something else that can be owned or answered for where `kind`
    names that. One row an item, relation and party, with the grade that `orphaned-goals` gives such
    a tie: the best grade of an item's rows is the grade of the item there. Those tied to the item
    itself are listed, and where what it is part of lends it a better grade, those tied to that too,
    named in `through` (the best grade, then the fewest steps, then the earlier node); what has
    lapsed is listed only where there is nothing better. Who coordinates is listed as well, and
    answers for nothing by it: grade `none`, unless `relations` names it; of the item itself, else
    of the nearest thing that it is part of which somebody coordinates. An item with nobody has one
    row of grade `none`. Modality and evidence are of the assertion with the best grade, then stated
    before derived before planned, then the earlier in document and line.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "g", "kind": "Goal", "name": "Lære"},
    ...      {"id": "m", "kind": "Measure", "name": "Les"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g"},
    ...      {"source": "m", "relation": "PART_OF", "target": "g"}])
    >>> owners(graph)[["item", "relation", "party", "through", "grade"]].values.tolist()
    [['g', 'OWNS', 'v', '', 'owned'], ['m', 'OWNS', 'v', 'Lære', 'inherited']]
    """
    as_of, successors = options["as_of"], options["successors"]
    item = items(graph, kind, as_of)
    stand = standing(graph, *kind, **options)
    answering = item_ties.answering(graph, item, stand)
    beside = tuple(name for name in COORDINATING if name not in options["relations"])
    keeping = item_ties.Ties.of(graph, in_force(graph, beside, as_of, successors))
    tied, lenders = item_ties.tied(keeping), LENDERS[options["inherit"]]
    above = inherited(graph, tied, kind, lenders, as_of, successors=successors)
    coordinating = item_ties.coordinating(item, keeping, above)
    found = pd.concat([answering, coordinating], ignore_index=True)
    lone = np.setdiff1d(item, found["item"].to_numpy())
    nobody = pd.DataFrame({"item": lone, "base": lone, "edge": -1, "party": -1, "grade": NONE})
    found = pd.concat([found, nobody], ignore_index=True)
    return _rows(graph, found.sort_values("item", kind="stable"))


def _rows(graph: PlanGraph, found: pd.DataFrame) -> pd.DataFrame:
    nodes, edges = graph.nodes, graph.edges
    item, base, edge, party, grade = (
        found[name].to_numpy(np.int64) for name in ("item", "base", "edge", "party", "grade")
    )
    return columns.table(
        Owner,
        item=columns.later(nodes["id"], item),
        kind=columns.later(nodes["kind"], item),
        name=columns.later(nodes["name"], item),
        relation=columns.later(edges["relation"], edge),
        party=columns.later(nodes["id"], party),
        party_name=columns.later(nodes["name"], party),
        grade=columns.later(pd.Series(list(GRADES), dtype=TEXT), grade),
        through=columns.later(nodes["name"], np.where(base == item, -1, base)),
        modality=columns.later(edges["modality"], edge),
        **{name: columns.later(edges[name], edge) for name in columns.EVIDENCE},
    )


def best_first(edges: pd.DataFrame) -> np.ndarray:
    """The order in which assertions are cited: the best said first, then as they stand.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality"}, {"id": "g", "kind": "Goal"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g", "modality": "planned"},
    ...      {"source": "v", "relation": "SUPPORTS", "target": "g"}])
    >>> best_first(graph.edges).tolist()
    [1, 0]
    """
    order: np.ndarray = np.argsort(word_ranks(edges["modality"]), kind="stable")
    return order
