"""Which group each party of a network is in: municipalities, counties or sectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from graphtool.queries.columns import SEPARATOR
from graphtool.queries.query import Askable
from graphtool.queries.registry import ask

if TYPE_CHECKING:
    from graphtool.algorithms.arrays import Integers
    from graphtool.graph import PlanGraph


def named(
    graph: PlanGraph | Askable,
    names: pd.Series[str],
    by: Sequence[str],
    *,
    as_of: str | None,
    successors: str,
    level: str,
    **_: Any,
) -> dict[str, pd.Series[str]]:
    """By each way of grouping the group of each party, by id as in `names`.

    Empty where it is of none or of several.

    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> time = {"as_of": None, "successors": "carry"}
    >>> names = graph.nodes.set_index("id")["name"]
    >>> named(graph, names, ("municipality",), level="party", **time)["municipality"].tolist()
    ['A', 'B', 'C']
    """
    only = ("party", *by)
    rows = ask(
        graph, "party-groups", only=only, as_of=as_of, successors=successors, level=level
    ).set_index("party")
    found = {way: rows[way].reindex(names.index).fillna("") for way in by}
    return {
        way: group.where(~group.str.contains(SEPARATOR, regex=False), "")
        for way, group in found.items()
    }


def numbered(group: pd.Series[str]) -> Integers:
    """A number for the group of each party.

    Who is of no one group has a number of his own, from the number of parties on.

    >>> numbered(pd.Series(["Agder", "", "Agder"])).tolist()
    [0, 3, 0]
    """
    codes = pd.factorize(group.where(group != ""), sort=True)[0].astype(np.int64)
    alone = codes < 0
    codes[alone] = len(group) + np.arange(int(alone.sum()))
    return codes
