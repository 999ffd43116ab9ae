"""Parties that are no more, and who came in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated, NamedTuple

import numpy as np
import pandas as pd

from graphtool import dates, schema
from graphtool.algorithms.components import within_cycles
from graphtool.graph import periods
from graphtool.graph.carrying import SUCCESSION
from graphtool.graph.tables import TEXT
from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.fields import AsOf, NodeName, PartyId, Successors, col
from graphtool.queries.item_ties import ITEMS
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import ask, query

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

SHOWN = 8
"""Parties that a note names before it says how many more there are."""


RELIEVED_BY = ("item", "relation", "party", "party_name")
"""Columns of `owners` that tell in whose place a successor answers."""


class EndedParty(NamedTuple):
    """A party whose last day is said, or that another has succeeded."""

    party: PartyId
    name: NodeName
    last_day: Annotated[
        str | None,
        col(
            ("siste dag", "siste dag, slik det er sagt"),
            ("siste dag", "siste dag, slik det er sagt"),
            ("last day", "its last day, as it was said"),
        ),
    ]
    successors: Annotated[
        str | None,
        col(
            ("etterfulgt av", "partene som etterfulgte den"),
            ("etterfølgd av", "partane som etterfølgde han"),
            ("succeeded by", "the parties that succeeded it"),
        ),
    ]
    succeeded: Annotated[
        str | None,
        col(
            ("fra", "fra når de gjorde det, den første datoen som er sagt om det"),
            ("frå", "frå når dei gjorde det, den første datoen som er sagd om det"),
            ("from", "from when they did, the first date said of it"),
        ),
    ]


@query(EndedParty, order=("party",), reads=(SUCCESSION,))
def ended_parties(
    graph: PlanGraph, *, as_of: AsOf = None, successors: Successors = "keep"
) -> pd.DataFrame:
    """Municipalities and actors that are no more, with their last day and who succeeded them.

    A party has ended where its last day is said (`valid_to`), or where it is succeeded
    (SUCCEEDED_BY); a succession in a circle, of one that was merged and split off again, counts
    for nothing. With a day, those whose last day lies before it or that were succeeded by then;
    without, also those whose last day lies ahead; `successors` changes nothing. Who succeeded is
    named in the graph's order.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "s", "kind": "Municipality", "name": "Søgne", "valid_to": "2019"},
    ...      {"id": "k", "kind": "Municipality", "name": "Kristiansand"}],
    ...     [{"source": "s", "relation": "SUCCEEDED_BY", "target": "k", "valid_from": "2020"}])
    >>> ended_parties(graph).values.tolist()
    [['s', 'Søgne', '2019', 'Kristiansand', '2020']]
    """
    nodes = graph.nodes
    day = dates.FOREVER if as_of is None else dates.last_number(dates.require_day(as_of))
    became = graph.related(SUCCESSION)
    became = became[periods.said(became)[0] <= day]
    if len(became):
        ends = became["source"].to_numpy(), became["target"].to_numpy()
        became = became[~within_cycles(*ends, len(nodes))]
    source = became["source"].to_numpy()
    over = (periods.said(nodes)[1] < day) | np.isin(np.arange(len(nodes)), source)
    party = np.flatnonzero(over & nodes["kind"].isin(schema.PARTIES).to_numpy())
    place = np.full(len(nodes), -1)
    place[party] = np.arange(len(party))
    of = place[source]
    mine, new = of[of >= 0], became["target"].to_numpy()[of >= 0]
    since = became["valid_from"].astype(TEXT)[of >= 0]
    earliest = since[since != ""].groupby(mine[(since != "").to_numpy()]).min()
    return columns.table(
        EndedParty,
        party=columns.taken(nodes["id"], party),
        name=columns.taken(nodes["name"], party),
        last_day=columns.taken(nodes["valid_to"], party),
        successors=columns.joined_names(graph, mine, new, len(party)),
        succeeded=earliest.reindex(np.arange(len(party)), fill_value="").astype(TEXT),
    )


def ended_note(
    graph: PlanGraph | Askable, parties: Callable[[], Iterable[str]], options: Options
) -> list[Text]:
    """A note that names those of these parties (ids) that have ended, where no day is asked for.

    With a day an answer is of that day; without one it names parties of all times side by side.
    Who they are is asked only where any party has ended.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla", "valid_to": "2019"}])
    >>> ended_note(graph, lambda: ["v"], {"as_of": None})[0].en
    'No day is chosen: those that have ended or are to end are included: Vennesla (until 2019).'
    """
    if options["as_of"] is not None:
        return []
    rows = ask(graph, "ended-parties")
    if len(rows):
        rows = rows[rows["party"].isin(set(parties()))]
    if rows.empty:
        return []
    return [
        Text(
            "Ingen dag er valgt: også de som har opphørt eller skal opphøre, er med: {told}.",
            "Ingen dag er vald: også dei som er avvikla eller skal bli det, er med: {told}.",
            "No day is chosen: those that have ended or are to end are included: {told}.",
        ).format(told=_all_told(rows))
    ]


def carried_note(
    graph: PlanGraph | Askable, options: Options, *, kind: str | None = None
) -> list[Text]:
    """A note that names those for whom successors count as answering on the day asked for.

    Of one kind of things, else of those that the options name, else of goals and measures. Who
    answered is asked only where any party has been succeeded.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.merger()
    >>> run("owners", graph, as_of="2021").notes[1].en
    "What these answered for now counts as their successors': Songdalen (succeeded by ...
    """
    if options["as_of"] is None or options["successors"] == "keep":
        return []
    rows = ask(graph, "ended-parties", as_of=options["as_of"])
    rows = rows[rows["successors"] != ""]
    if len(rows):
        shared = {name: options[name] for name in ("as_of", "inherit", "relations")}
        shared["kind"] = (kind,) if kind else options.get("kind", ITEMS)
        kept, carried = (
            ask(graph, "owners", only=RELIEVED_BY, successors=who, **shared)
            for who in ("keep", "carry")
        )
        rows = rows[rows["party"].isin(_relieved(kept, carried, rows))]
    if rows.empty:
        return []
    return [
        Text(
            "Det disse svarte for, regnes nå som etterfølgerens: {told}.",
            "Det desse svarte for, blir no rekna som etterfølgjaren sitt: {told}.",
            "What these answered for now counts as their successors': {told}.",
        ).format(told=_all_told(rows))
    ]


def _relieved(kept: pd.DataFrame, carried: pd.DataFrame, ended: pd.DataFrame) -> set[str]:
    """Those of the ended in whose place a successor answers for something; not if they had lapsed.

    `kept` and `carried` are the answers of `owners` when successors keep and when they carry.
    """
    still = set(zip(carried["item"], carried["relation"], carried["party"], strict=True))
    now = set(zip(carried["item"], carried["relation"], carried["party_name"], strict=True))
    became = {
        party: names.split(columns.SEPARATOR)
        for party, names in zip(ended["party"], ended["successors"], strict=True)
    }
    return {
        party
        for item, relation, party in zip(kept["item"], kept["relation"], kept["party"], strict=True)
        if (item, relation, party) not in still
        and any((item, relation, name) in now for name in became.get(party, ()))
    }


def _all_told(rows: pd.DataFrame) -> Text:
    told = [_told(*row[1:]) for row in rows.head(SHOWN).itertuples(index=False)]
    more = len(rows) - SHOWN
    if more > 0:
        told.append(Text("og {n} til", "og {n} til", "and {n} more").format(n=more))
    return Text(*("; ".join(one[at] for one in told) for at in range(3)))


def _told(name: str, last_day: str, successors: str, succeeded: str) -> Text:
    parts = []
    if last_day:
        parts.append(Text("til {d}", "til {d}", "until {d}").format(d=last_day))
    if successors:
        since = Text(" fra {d}", " frå {d}", " from {d}").format(d=succeeded)
        parts.append(
            Text(
                "etterfulgt av {who}{since}",
                "etterfølgd av {who}{since}",
                "succeeded by {who}{since}",
            ).format(who=successors, since=since if succeeded else "")
        )
    return Text(*(f"{name} ({', '.join(part[at] for part in parts)})" for at in range(3)))
