"""The sheet of responsibilities that municipalities keep: who is what to each goal and measure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

import numpy as np
import pandas as pd

from graphtool.graph.belonging import UNSAID
from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.answer_options import ANSWERING, Inherit
from graphtool.queries.fields import Document, Line, NodeName, Quote, TimeOptions, col
from graphtool.queries.item_ties import ITEMS
from graphtool.queries.load import AS_FACT
from graphtool.queries.matrix import crossed
from graphtool.queries.matrix_notes import ANSWERED, VAGUE, matrix_notes
from graphtool.queries.owner_columns import (
    HeldThrough,
    HolderId,
    HolderName,
    ItemId,
    Kind,
    Kinds,
    Modality,
)
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import ask, query

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


LETTERS = {
    "OWNS": Text("E", "E", "O"),
    "RESPONSIBLE_FOR": Text("A", "A", "A"),
    "COORDINATES": Text("K", "K", "C"),
    "SUPPORTS": Text("S", "S", "S"),
    "FUNDS": Text("F", "F", "F"),
}
"""Relations with their letters, in the order in which a cell shows them."""
PLAIN = Text("{it}", "{it}", "{it}")
INHERITED = Text("({it})", "({it})", "({it})")


def _letters() -> dict[str, Text]:
    """Every letter as rows have it (the English one), with how people read it."""
    found = {}
    for letter in LETTERS.values():
        for said in (letter, Text(*(word.lower() for word in letter))):
            for form in (PLAIN, INHERITED):
                read = form.format(it=said)
                found[read.en] = read
    return found


class Responsibility(NamedTuple):
    """A goal or measure and one party with one role in it."""

    item: ItemId
    kind: Kind
    name: NodeName
    party: HolderId
    party_name: HolderName
    letter: Annotated[
        str | None,
        col(
            (
                "rolle",
                "E eier, A svarer for, K samordner, S støtter, F finansierer (i CSV og JSON O og C"
                " for E og K); liten bokstav der det bare er planlagt, ønsket eller utløpt, i"
                " parentes der det er arvet",
            ),
            (
                "rolle",
                "E eig, A svarer for, K samordnar, S støttar, F finansierer (i CSV og JSON O og C"
                " for E og K); liten bokstav der det berre er planlagt, ønskt eller utgått, i"
                " parentes der det er arva",
            ),
            (
                "role",
                "O owns, A answers for, C coordinates, S supports, F funds; small where it is only"
                " planned, aspired to or lapsed, in brackets where it is inherited",
            ),
            _letters(),
        ),
    ]
    through: HeldThrough
    modality: Modality
    document: Document
    line: Line
    quote: Quote


def matrix(rows: pd.DataFrame) -> tuple[type, pd.DataFrame]:
    """The rows as a sheet: a row a thing, a column a party, and in a cell its letters.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> matrix(responsibility_matrix(graph))[1].to_dict("list")
    {'item': ['g', 'm'], 'name': ['Lære', 'Les'], 'v': ['O', '']}
    """
    return crossed(
        rows, Responsibility, things=("item", "name"), across=("party", "party_name"), cell="letter"
    )


def _reads(options: Options) -> Sequence[str]:
    lent = options["inherit"] != "none"
    return (*(("PART_OF",) if lent else ()), *LETTERS)


@query(
    Responsibility,
    order=("item", "party_name", "party", "letter", "through"),
    notes=matrix_notes,
    reads=_reads,
    matrix=matrix,
)
def responsibility_matrix(
    graph: PlanGraph | Askable,
    *,
    inherit: Inherit = "none",
    kind: Kinds = ITEMS,
    **when: Unpack[TimeOptions],
) -> pd.DataFrame:
    """Who is what to each goal and measure: owns, answers, coordinates, supports or funds.

    The responsibility assignment matrix (RACI, RAM; Project Management Institute, PMBOK Guide, 6th
    edition, 2017, chapter 9) in long form: one row a thing, party and role, with its evidence; a
    thing to which nobody is anything has one row without party. From the rows of `owners` with
    these five relations. A role that is only planned or aspired to, or that has lapsed, has a small
    letter; with `inherit`, who has a role in what a thing is part of has its letter in brackets,
    where that is better than its own; who only coordinates, supports or funds it keeps nobody from
    inheriting who owns or answers. With `--matrix`, a row a thing and a column a party.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "g", "kind": "Goal", "name": "Lære"},
    ...      {"id": "m", "kind": "Measure", "name": "Les"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g"},
    ...      {"source": "v", "relation": "SUPPORTS", "target": "g", "modality": "planned"}])
    >>> responsibility_matrix(graph)[["item", "party", "letter"]].values.tolist()
    [['g', 'v', 'O'], ['g', 'v', 's'], ['m', '', '']]
    """
    counting = tuple(LETTERS)
    rows = ask(graph, "owners", inherit=inherit, relations=counting, kind=kind, **when)
    answering = rows[rows["relation"].isin(ANSWERING)]
    if inherit != "none":
        # Who funds or supports a thing is no answer to it: it still inherits who is.
        lent = ask(graph, "owners", inherit=inherit, relations=ANSWERING, kind=kind, **when)
        answering = lent[lent["relation"].isin(ANSWERING)]
        lent = answering[answering["through"] != ""]
        rows = pd.concat([rows, lent], ignore_index=True)
        rows = rows.drop_duplicates(["item", "relation", "party", "through"], ignore_index=True)
    letter = rows["relation"].astype(object).map({name: it.en for name, it in LETTERS.items()})
    letter = letter.fillna("")
    small = rows["modality"].isin(UNSAID) | (rows["grade"] == "lapsed")
    letter = letter.where(~small, letter.str.lower())
    bracketed = (rows["through"] != "").to_numpy() & (letter != "").to_numpy()
    same = ("item", "kind", "name", "party", "party_name", "through", "modality")
    table = columns.table(
        Responsibility,
        letter=np.where(bracketed, "(" + letter + ")", letter).tolist(),
        **{name: rows[name] for name in (*same, *columns.EVIDENCE)},
    )
    told = table.loc[table["letter"].isin(ANSWERED), "item"]
    table.attrs[VAGUE] = len(_by_nobody_named(answering).intersection(told))
    return table


def _by_nobody_named(rows: pd.DataFrame) -> set[str]:
    """What only those who name nobody own or answer for, as far as it is said as a fact."""
    named, unnamed = rows["grade"].isin(AS_FACT), rows["grade"].isin(["collective", "unresolved"])
    return set(rows.loc[unnamed, "item"]).difference(rows.loc[named, "item"])
