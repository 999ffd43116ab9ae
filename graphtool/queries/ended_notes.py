"""What is said beside answers of parties that have ended, and of what was carried on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import pandas as pd

from graphtool.language import Text, collation_key, joined, side_by_side
from graphtool.queries import columns
from graphtool.queries.item_ties import ITEMS
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import ask

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


SHOWN = 8
"""Parties that a note names before it says how many more there are."""


RELIEVED_BY = ("item", "relation", "party", "party_name")
"""Columns of `owners` that tell in whose place a successor answers."""


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
    by_name = sorted(rows.itertuples(index=False), key=lambda row: collation_key(row[1]))
    return side_by_side([ended_told(row) for row in by_name], SHOWN)


def ended_told(row: tuple[str, ...]) -> Text:
    """Who has ended and when, and who came after, of a row of `ended-parties`.

    >>> ended_told(("v", "Vennesla", "2019", "Agder", "2020")).en
    'Vennesla (until 2019, succeeded by Agder from 2020)'
    """
    _, name, last_day, successors, succeeded = row
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
    return joined((name, " (", joined(parts), ")"), "")
