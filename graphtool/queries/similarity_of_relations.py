"""Whether kinds of ties go together: relations between parties held against each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Annotated, Any, Unpack

import numpy as np
import pandas as pd

from graphtool.algorithms.quadratic import likeness
from graphtool.graph import representation
from graphtool.language import Text
from graphtool.queries import columns, networks
from graphtool.queries.fields import Option, only_relations
from graphtool.queries.projection import TOGETHER
from graphtool.queries.projection_columns import TieOptions
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import ask, query
from graphtool.queries.similarity_columns import COMPARED, DIGITS, SHARED, Similarity
from graphtool.queries.similarity_notes import ASKED, similarity_notes

if TYPE_CHECKING:
    from graphtool.algorithms.arrays import Integers
    from graphtool.graph import PlanGraph


Relations = Annotated[tuple[str, ...], only_relations(COMPARED)]


def _reads(options: Options) -> Sequence[str]:
    chosen = options["relations"] or COMPARED
    together = TOGETHER if SHARED in chosen else ()
    between = [name for name in chosen if name != SHARED]
    return (*together, *between, *(representation.read(options["level"]) if between else ()))


@query(Similarity, order=("one", "other"), notes=similarity_notes, reads=_reads)
def similarity_of_relations(
    graph: PlanGraph | Askable,
    *,
    relations: Relations = (),
    isolates: Annotated[
        bool,
        Option(
            Text(
                "tell også med parter som ikke har noen av disse forbindelsene",
                "tel også med partar som ikkje har nokon av desse sambanda",
                "count also parties that have none of these ties",
            )
        ),
    ] = False,
    **options: Unpack[TieOptions],
) -> pd.DataFrame:
    """Whether kinds of ties between parties go together: overlap and QAP correlation, by twos.

    Compared are the relations of `party-relations` that tie anybody, and TOGETHER: who works
    together as in `collaborations` (at least one shared activity), among the parties that have any
    of them; with `isolates`, all parties. Overlap is the number of ties that both have over that
    which either has (Jaccard 1901); a tie that has no direction runs both ways. Correlation is
    Pearson's over all ordered pairs of different parties, with p by the quadratic assignment
    procedure: seeded, two-sided, the ties as found among the draws (Krackhardt 1988, Social
    Networks 10, p. 359; UCINET QAP Correlation; sna qaptest of gcor). Fewer shufflings where
    networks are very large.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m} for m in "abc"],
    ...     [{"source": "a", "relation": "FUNDS", "target": "b"},
    ...      {"source": "a", "relation": "COLLABORATES_WITH", "target": "b"},
    ...      {"source": "b", "relation": "COLLABORATES_WITH", "target": "c"}])
    >>> rows = similarity_of_relations(graph)
    >>> rows[["one", "other", "one_ties", "other_ties", "common", "overlap"]].values.tolist()
    [['TOGETHER', 'FUNDS', 4, 1, 1, 0.25]]
    """
    chosen = [name for name in COMPARED if not relations or name in relations]
    ends, names = _ties(graph, chosen, **options)
    if isolates:
        asked = {name: options[name] for name in ("as_of", "successors", "level")}
        every = ask(graph, "party-groups", only=("party",), **asked)
        names.update(every["party"])
    known = pd.Index(sorted(names))
    keys = {name: _keys(known, *pair) for name, pair in ends.items() if len(pair[0])}
    rows = [
        _row(one, other, keys[one], keys[other], len(known)) for one, other in combinations(keys, 2)
    ]
    table = columns.of_rows(Similarity, rows)
    table.attrs[ASKED] = len(known), tuple(keys)
    floats = dict.fromkeys(("overlap", "correlation", "p"), "float64")
    return table.astype({**dict.fromkeys(WHOLE, "int64"), **floats})


WHOLE = ("one_ties", "other_ties", "common", "repeats")
Ends = tuple[Sequence[str], Sequence[str]]


def _ties(
    graph: PlanGraph | Askable, chosen: Sequence[str], **options: Any
) -> tuple[dict[str, Ends], set[str]]:
    """The two ends of the ties of each relation, by id, and all parties that count."""
    found: dict[str, Ends] = {}
    names: set[str] = set()
    between = [name for name in chosen if name != SHARED]
    if SHARED in chosen:
        net = networks.asked(graph, relation=None, **options)
        one, other = net.matrix.nonzero()
        ids = net.names.index.to_numpy()
        found[SHARED] = ids[one].tolist(), ids[other].tolist()
        names.update(ids)
    if between:
        only = ("party", "relation", "other")
        rows = ask(graph, "party-relations", only=only, relations=tuple(between), **options)
        for name in between:
            some = rows[(rows["relation"] == name).to_numpy()]
            found[name] = some["party"].tolist(), some["other"].tolist()
            names.update(*found[name])
    return found, names


def _keys(known: pd.Index, one: Sequence[str], other: Sequence[str]) -> Integers:
    source, target = (known.get_indexer(list(ends)).astype(np.int64) for ends in (one, other))
    return np.unique(source * len(known) + target)


def _row(one: str, other: str, mine: Integers, theirs: Integers, parties: int) -> Similarity:
    found = likeness(mine, theirs, parties)
    chance = found.correlation
    return Similarity(
        one=one,
        other=other,
        one_ties=len(mine),
        other_ties=len(theirs),
        common=found.common,
        overlap=round(found.jaccard, DIGITS),
        correlation=round(chance.value, DIGITS) if chance else np.nan,
        p=round(chance.p, DIGITS) if chance else np.nan,
        repeats=found.repeats,
    )
