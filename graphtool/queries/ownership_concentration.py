"""Whether few or many carry the goals and measures: of all, of each region, and of each plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.algorithms.closure import closure
from graphtool.algorithms.concentration import gini, herfindahl
from graphtool.graph import belonging
from graphtool.graph.tables import TEXT
from graphtool.language import Text, listed, plain, same
from graphtool.queries import columns
from graphtool.queries.concentration_columns import Concentration
from graphtool.queries.load import AS_FACT, READS, STANDING_FOR, LoadOptions, carried, parts
from graphtool.queries.owner_load import ANY_PARTY, TOWN
from graphtool.queries.phrases import figure
from graphtool.queries.query import Askable
from graphtool.queries.registry import query
from graphtool.queries.responsibility import items

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


COUNTS = ("items", "answered", "parties")
NUMBERS = ("herfindahl", "equal_parties", "gini", "largest_share")
MOST = Text(
    " Størst del: {first} ({percent} %).",
    " Størst del: {first} ({percent} %).",
    " Largest part: {first} ({percent}%).",
)


NONE_ANSWERS = Text(
    "Ingen {party} svarer for noe: det er ingenting å fordele.",
    "Ingen {party} svarer for noko: det er ingenting å fordele.",
    "No {party} answers for anything: there is nothing to share out.",
)
ALL_WITH_ONE = Text(
    "Alt som noen {party} svarer for, {k} av {total}, ligger hos én: {first}.",
    "Alt som nokon {party} svarer for, {k} av {total}, ligg hos éin: {first}.",
    "All that any {party} answers for, {k} of {total}, is with one: {first}.",
)
ALL_PARTIES = Text("parter", "partar", "parties")
SHARED_OUT = Text(
    "{n} {parties} svarer for {k} av {total}. Fordelingen er så samlet som om {equal} like store"
    " delte det (Herfindahl {hhi}; 1 er alt hos én), og forskjellen mellom dem er {gini} (Gini; 0"
    " er ingen).{most}",
    "{n} {parties} svarer for {k} av {total}. Fordelinga er så samla som om {equal} like store"
    " delte det (Herfindahl {hhi}; 1 er alt hos éin), og skilnaden mellom dei er {gini} (Gini; 0 er"
    " ingen).{most}",
    "{n} {parties} answer for {k} of {total}. It is as concentrated as if {equal} equal ones shared"
    " it (Herfindahl {hhi}; 1 is all with one), and the difference between them is {gini} (Gini; 0"
    " is none).{most}",
)


def _concentration_notes(
    graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any
) -> list[Text]:
    """What the two numbers mean for all in the data.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> run("ownership-concentration", graph).notes[0].en
    'All that any named party answers for, 2 of 2, is with one: Vennesla.'
    """
    whole = rows[rows["plan"] == ""]
    if whole.empty:
        return []
    row = whole.to_dict("records")[0]
    is_of_towns = options["level"] == "municipality"
    party = TOWN if is_of_towns else ANY_PARTY
    if not row["answered"]:
        return [NONE_ANSWERS.format(party=party)]
    first = listed(plain(row["largest"].split(columns.SEPARATOR)))
    words: dict[str, object] = {
        "n": row["parties"],
        "party": party,
        "parties": schema.KINDS["Municipality"].plural if is_of_towns else ALL_PARTIES,
        "k": row["answered"],
        "total": row["items"],
        "equal": figure(f"{row['equal_parties']:.1f}"),
        "hhi": figure(f"{row['herfindahl']:.2f}"),
        "gini": figure(f"{row['gini']:.2f}"),
        "first": first,
        "percent": round(100 * row["largest_share"]),
    }
    words["most"] = MOST.format(**words) if row["largest"] else same("")
    if row["parties"] == 1:
        return [ALL_WITH_ONE.format(**words)]
    return [SHARED_OUT.format(**words)]


@query(
    Concentration,
    order=("-items", "name", "plan"),
    notes=_concentration_notes,
    reads=(*READS, *STANDING_FOR),
)
def ownership_concentration(graph: PlanGraph, **options: Unpack[LoadOptions]) -> pd.DataFrame:
    """Whether few or many carry the goals and measures, in all, in each region and in each plan.

    From the shares of `owner-load`, of all in the data and of what is part of each plan over any
    number of steps; a plan that holds none is left out. Of a region counts what is answered for by
    its municipalities, their people and their bodies, shared among these; one in which nobody
    answers for anything is left out, and so is one in which all are who do. The
    Herfindahl-Hirschman index is the sum of the squared shares (Hirschman 1964, American Economic
    Review 54, p. 761), one over it the number of equal parties that would give the same (Laakso and
    Taagepera 1979, Comparative Political Studies 12, p. 4). The Gini coefficient is half the mean
    difference between the parties that have a share over the mean share (Gini 1921, Economic
    Journal 31, p. 124). What nobody named answers for is in neither: see how many are answered for
    beside them.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "i", "kind": "Municipality", "name": "Iveland"},
    ...      *({"id": f"g{n}", "kind": "Goal", "name": "Lære"} for n in range(4))],
    ...     [{"source": "vvvi"[n], "relation": "OWNS", "target": f"g{n}"} for n in range(4)])
    >>> ownership_concentration(graph)[["herfindahl", "equal_parties", "gini"]].values.tolist()
    [[0.625, 1.6, 0.25]]
    """
    as_of = options["as_of"]
    rows = carried(graph, **options)
    held = rows[rows["grade"].isin(AS_FACT)]
    listed_items = items(graph, options["kind"], as_of)
    held = held.assign(at=pd.Index(graph.nodes["id"]).get_indexer(held["item"]))
    then = graph.as_of(as_of, successors=options["successors"])
    plans = _within(then, listed_items)
    names = graph.nodes["name"]
    members = _regions(then)
    found = [_row(names, -1, len(listed_items), held)] if len(listed_items) else []
    for plan, mine in plans.groupby("plan")["item"]:
        found.append(_row(names, int(plan), len(mine), held[held["at"].isin(mine)]))
    for region, parties in members.groupby("region")["party"]:
        mine = held[held["party"].isin(parties)]
        if 0 < mine["party"].nunique() < held["party"].nunique():
            found.append(_row(names, int(region), mine["item"].nunique(), mine))
    at = np.array([row["plan"] for row in found], dtype=np.int64)
    table = pd.DataFrame(found, columns=list(Concentration.__annotations__))
    return columns.table(
        Concentration,
        plan=columns.taken(graph.nodes["id"], at),
        name=columns.taken(names, at),
        **{name: table[name].astype(np.int64) for name in COUNTS},
        **{name: table[name].astype(np.float64) for name in NUMBERS},
        largest=table["largest"].astype(TEXT),
    )


def _parts_of(graph: PlanGraph, kind: str) -> np.ndarray:
    """Each node that is part of one of this kind, or is it, and that, over any number of steps."""
    wholes = graph.of_kind(kind).index.to_numpy(np.int64)
    steps = belonging.ends(graph.related("PART_OF"))[:, ::-1]
    return closure(steps, np.stack([wholes, wholes], axis=1), len(graph.nodes))


def _within(graph: PlanGraph, listed_items: np.ndarray) -> pd.DataFrame:
    """The items that are part of each `plan` over any number of steps: a row an `item`."""
    pairs = _parts_of(graph, "Plan")
    found = pd.DataFrame({"item": pairs[:, 0], "plan": pairs[:, 1]})
    found = found[found["item"] != found["plan"]]
    return found[found["item"].isin(listed_items)]


def _regions(graph: PlanGraph) -> pd.DataFrame:
    """Who is of which `region` by a municipality in it, over any number of steps."""
    pairs = _parts_of(graph, "Region")
    within = pd.DataFrame({"municipality": pairs[:, 0], "region": pairs[:, 1]})
    found = belonging.acts_for(graph).merge(within, on="municipality")
    return found[["party", "region"]].drop_duplicates()


def _row(names: pd.Series[str], plan: int, total: int, held: pd.DataFrame) -> dict[str, object]:
    """The numbers of a plan or region (a position; -1 for all) from what is held of its things."""
    shares = parts(held)
    amounts = shares.to_numpy(np.float64)
    index = herfindahl(amounts)
    first = shares.index[shares == shares.max()].to_numpy(np.int64)
    if len(first) == len(shares) > 1:
        first = first[:0]  # nobody has more than the others
    return {
        "plan": plan,
        "items": total,
        "answered": held["item"].nunique(),
        "parties": len(shares),
        "herfindahl": index or np.nan,
        "equal_parties": round(1 / index, 9) if index else np.nan,
        "gini": gini(amounts) if len(amounts) > 1 else np.nan,
        "largest": columns.SEPARATOR.join(names.iat[at] for at in first),
        "largest_share": float(amounts.max()) if len(amounts) else np.nan,
    }
