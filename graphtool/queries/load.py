"""What each party carries: who is tied to what, for whom that counts, and in which parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

import numpy as np
import pandas as pd

from graphtool.graph import representation
from graphtool.language import Text
from graphtool.queries.answer_options import ANSWERING, Inherit
from graphtool.queries.fields import Option, TimeOptions
from graphtool.queries.owner_columns import Kinds
from graphtool.queries.owners import COORDINATING
from graphtool.queries.query import Options
from graphtool.queries.registry import ask

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


AS_FACT = ("owned", "inherited")
"""Grades of those who are named and answer for something as it is."""
STANDING_FOR = ("AFFILIATED_WITH", "HOSTS", "OWNS")
"""Relations by which somebody counts for another."""
READS = ("PART_OF", *ANSWERING)
Level = Annotated[
    Literal["party", "organisation", "municipality"],
    Option(
        Text(
            "hvem som bærer det: hver part som den er nevnt; organisasjoner, hver med sine folk;"
            " eller kommuner, hver med sine folk og organer",
            "kven som ber det: kvar part som han er nemnd; organisasjonar, kvar med folka sine;"
            " eller kommunar, kvar med folka og organa sine",
            "who carries it: every party as named; organisations, each with its people; or"
            " municipalities, each with its people and bodies",
        ),
        default="organisation",
    ),
]


class LoadOptions(TimeOptions, total=False):
    """For whom what a party carries counts, by what, and which things do."""

    level: Level
    inherit: Inherit
    kind: Kinds


def read(options: Options) -> Sequence[str]:
    """The relations that say who answers for what, and at this level for whom somebody does so.

    >>> read({"level": "organisation"})
    ('PART_OF', 'OWNS', 'RESPONSIBLE_FOR', 'AFFILIATED_WITH')
    """
    stands = {"party": (), "organisation": STANDING_FOR[:1], "municipality": STANDING_FOR}
    return (*READS, *stands[options["level"]])


def carried(graph: PlanGraph, *, level: str, **asked: Any) -> pd.DataFrame:
    """The rows of `owners` in which somebody is tied to something, for whom he or she counts.

    `party` is the position of that one. A group that names nobody counts for itself, but not at
    level municipality. What somebody answers for both as a fact and otherwise is a fact.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "k", "kind": "Municipality"}, {"id": "kari", "kind": "Actor"},
    ...      {"id": "g", "kind": "Goal"}],
    ...     [{"source": "kari", "relation": "AFFILIATED_WITH", "target": "k"},
    ...      {"source": "kari", "relation": "OWNS", "target": "g"}])
    >>> time = {"as_of": None, "successors": "carry"}
    >>> carried(graph, level="organisation", **time)[["item", "party"]].values.tolist()
    [['g', 0]]
    """
    rows = ask(graph, "owners", **asked)
    rows = rows[rows["party"] != ""]
    ids = pd.Index(graph.nodes["id"])
    rows = rows.assign(who=ids.get_indexer(rows["party"])).drop(columns="party")
    then = graph.as_of(asked["as_of"], successors=asked["successors"])
    counted = representation.counted(then, level)
    if level != "municipality":
        groups = np.setdiff1d(rows["who"], counted["who"])
        counted = pd.concat([counted, pd.DataFrame({"who": groups, "party": groups})])
    rows = rows.merge(counted, on="who")
    rows["fact"] = rows["grade"].isin(AS_FACT)
    sure = rows[rows["fact"]].set_index(["item", "party"]).index
    both = pd.MultiIndex.from_frame(rows[["item", "party"]]).isin(sure)
    kept = rows["relation"].isin(COORDINATING).to_numpy()
    return rows[rows["fact"].to_numpy() | kept | ~both]


def parts(held: pd.DataFrame) -> pd.Series[float]:
    """For each party its share of all items held; those who hold one have equal parts of it.

    >>> held = pd.DataFrame({"item": ["g", "m", "m"], "party": [0, 0, 1]})
    >>> parts(held).tolist()  # the first has one whole and a half of two
    [0.75, 0.25]
    """
    pairs = held[["item", "party"]].drop_duplicates()
    if pairs.empty:
        return pd.Series(dtype=np.float64)
    part = 1 / pairs.groupby("item")["party"].transform("size")
    return (part.groupby(pairs["party"]).sum() / pairs["item"].nunique()).round(12)
