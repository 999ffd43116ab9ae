"""What is said beside dependencies: how they stand and when that was said, circles, cut chains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from graphtool import dates, schema
from graphtool.language import Text
from graphtool.queries import chains
from graphtool.queries.phrases import absent, tally

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph
    from graphtool.queries.query import Askable

SHOWN = 5
"""Circles that a note spells out before it says how many more there are."""
DEPENDENCIES = Text("avhengigheter", "avhengnader", "dependencies")
SAID = ("met", "pending")
"""Statuses that a source says; unknown is what none says."""


def dependency_notes(
    graph: PlanGraph | Askable, rows: pd.DataFrame, *, as_of: str | None, steps: int, **_: Any
) -> list[Text]:
    """How many direct ones there are and how they stand, what runs in circles, what was cut.

    >>> from graphtool import PlanGraph, run
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m.upper()} for m in "ab"],
    ...     [{"source": "a", "relation": "DEPENDS_ON", "target": "b", "status": "pending"}])
    >>> run("dependencies", graph).notes[0].en
    'Direct dependencies: 1 (pending 1).'
    """
    direct = rows[rows["steps"] == 1]
    said = direct_notes(graph, direct, as_of=as_of)
    return [*said, *_circles(rows, direct), *_cut(rows, steps)]


def direct_notes(
    graph: PlanGraph | Askable, rows: pd.DataFrame, *, as_of: str | None, **_: Any
) -> list[Text]:
    """How many there are, how they stand, and how old that is; `rows` are direct dependencies.

    >>> from graphtool import PlanGraph, run
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m.upper()} for m in "ab"],
    ...     [{"source": "a", "relation": "DEPENDS_ON", "target": "b", "status": "pending"}])
    >>> run("direct-dependencies", graph).notes[0].en
    'Direct dependencies: 1 (pending 1).'
    """
    if rows.empty:
        return [absent(DEPENDENCIES, as_of)]
    first = Text(
        "Direkte avhengigheter: {n} ({said}).",
        "Direkte avhengnader: {n} ({said}).",
        "Direct dependencies: {n} ({said}).",
    ).format(n=len(rows), said=tally(rows["status"], schema.STATUSES))
    return [first, *status_notes(rows, as_of)]


def status_notes(rows: pd.DataFrame, as_of: str | None) -> list[Text]:
    """How old the statuses are that are shown for a day; nothing where no day is asked for.

    `rows` have `status` and `status_said`, one row a dependency.

    >>> import pandas as pd
    >>> rows = pd.DataFrame({"status": ["met"], "status_said": ["2015"]})
    >>> len(status_notes(rows, "2016")), status_notes(rows, None)
    (1, [])
    """
    if as_of is None:
        return []
    said = rows.loc[rows["status"].isin(SAID), "status_said"]
    undated = int((said == "").sum())
    dated = sorted(said[said != ""])
    before = [date for date in dated if dates.last_day(date) < dates.last_day(as_of)]
    after = [date for date in dated if date[: len(as_of)] > as_of[: len(date)]]
    notes = []
    for some, form in ((before, BEFORE), (after, AFTER)):
        if some:
            when = some[0] if some[0] == some[-1] else f"{some[0]} – {some[-1]}"
            of = {"n": len(some), "total": len(said)}
            notes.append(form.format(status=_status(**of), when=when, day=as_of))
    if undated:
        notes.append(UNDATED.format(status=_status(n=undated, total=len(said)), day=as_of))
    return notes


def _status(n: int, total: int) -> Text:
    """The status of so many of them, as a sentence begins.

    >>> _status(1, 1).nb, _status(2, 3).nn
    ('Den eneste statusen', 'Status for 2 av 3')
    """
    if total == 1:
        return Text("Den eneste statusen", "Den einaste statusen", "The only status")
    form = Text(
        "Status for {n} av {total}", "Status for {n} av {total}", "The status of {n} of {total}"
    )
    return form.format(n=n, total=total)


BEFORE = Text(
    "{status} er fra {when}; om den fortsatt gjaldt {day}, sier ingen kilde.",
    "{status} er frå {when}; om han framleis galdt {day}, seier inga kjelde.",
    "{status} dates from {when}; whether it still held by {day} no source says.",
)
AFTER = Text(
    "{status} er fra {when}, etter {day}; hva den var da, sier ingen kilde.",
    "{status} er frå {when}, etter {day}; kva han var då, seier inga kjelde.",
    "{status} dates from {when}, after {day}; what it was then no source says.",
)
UNDATED = Text(
    "{status} står i kilder uten dato; om den gjaldt {day}, er ukjent.",
    "{status} står i kjelder utan dato; om han galdt {day}, er ukjent.",
    "{status} stands in sources without a date; whether it held by {day} is unknown.",
)


def _circles(rows: pd.DataFrame, direct: pd.DataFrame) -> list[Text]:
    links: dict[str, list[str]] = {}
    for one, other in zip(direct["dependent"], direct["dependee"], strict=True):
        links.setdefault(one, []).append(other)
    found = chains.circles(links)
    if not found:
        return []
    back = rows[rows["dependent"] == rows["dependee"]].sort_values(
        ["steps", "dependent"], kind="stable"
    )
    member = {node: at for at, circle in enumerate(found) for node in circle}
    # Shortest first: what comes first of a circle's rows is its shortest.
    by_circle: dict[int, str] = {}
    for node, chain in zip(back["dependent"], back["chain"], strict=True):
        by_circle.setdefault(member[node], chain)
    shortest = [by_circle[at] for at in range(len(found))]
    more = len(found) - SHOWN
    told = "; ".join(shortest[:SHOWN])
    rest = Text(f"; og {more} til", f"; og {more} til", f"; and {more} more")
    if len(found) == 1:
        form = Text(
            "Én ring, der alle avhenger av hverandre: {told}.",
            "Éin ring, der alle er avhengige av kvarandre: {told}.",
            "One circle, in which all depend on each other: {told}.",
        )
    else:
        form = Text(
            "{n} ringer, der alle i ringen avhenger av hverandre; den korteste i hver:"
            " {told}{rest}.",
            "{n} ringar, der alle i ringen er avhengige av kvarandre; den kortaste i kvar:"
            " {told}{rest}.",
            "{n} circles, in each of which all depend on each other; the shortest in each:"
            " {told}{rest}.",
        )
    return [form.format(n=len(found), told=told, rest=rest if more > 0 else "")]


def _cut(rows: pd.DataFrame, steps: int) -> list[Text]:
    n = int((rows["goes_on"] != "").sum())
    if not n:
        return []
    length = Text("{n} ledd", "{n} ledd", "{n} step" if steps == 1 else "{n} steps")
    one, many = Text("kjede", "kjede", "chain goes"), Text("kjeder", "kjeder", "chains go")
    chain, are = (one, "is") if n == 1 else (many, "are")
    return [
        Text(
            "{n} {chain} er kuttet etter {steps} og går videre.",
            "{n} {chain} er kutta etter {steps} og går vidare.",
            "{n} {chain} on beyond {steps} and {are} cut there.",
        ).format(n=n, chain=chain, steps=length.format(n=steps), are=are)
    ]
