"""Findings about who works with whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from graphtool import engine
from graphtool.findings.finding import Finding
from graphtool.language import Text, listed, plain, shortened
from graphtool.queries import key_parties
from graphtool.queries.centrality_notes import leaders
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.projection import STATED

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.engine import Answer

ACTIVITY = Text("aktivitet", "aktivitet", "activity")
ACTIVITIES = Text("aktiviteter", "aktivitetar", "activities")


class _Who(NamedTuple):
    """Who are tied: all parties that take part in something, or municipalities."""

    level: str
    """As a suffix of what the findings are called."""
    all: Text
    some: Text
    """Where some of them are tied to nobody."""
    those: Text
    """Those of them that are in something."""
    among: Text


PARTIES = _Who(
    "",
    Text("Alle de {n} partene", "Alle dei {n} partane", "All {n} parties"),
    Text(
        "De {n} partene som deler noe med andre,",
        "Dei {n} partane som deler noko med andre,",
        "The {n} parties that share anything with others",
    ),
    Text("De {n} partene", "Dei {n} partane", "The {n} parties"),
    Text("de {n} partene", "dei {n} partane", "the {n} parties"),
)
MUNICIPALITIES = _Who(
    "-municipalities",
    Text("Alle de {n} kommunene", "Alle dei {n} kommunane", "All {n} municipalities"),
    Text(
        "De {n} kommunene som deler noe med andre,",
        "Dei {n} kommunane som deler noko med andre,",
        "The {n} municipalities that share anything with others",
    ),
    Text("De {n} kommunene", "Dei {n} kommunane", "The {n} municipalities"),
    Text("de {n} kommunene", "dei {n} kommunane", "the {n} municipalities"),
)


def best_connected(answer: Answer, who: _Who) -> list[Finding]:
    """Who works with most others; where several do, what their shared activities say of them.

    `answer` is that of `communities`, whose rows are the parties with their numbers of partners;
    nothing is said of fewer than two.
    """
    rows = engine.in_order(answer.rows, ("-degree", "name", "party"))
    n = len(rows)
    if n < 2:
        return []
    first = rows[rows["degree"] == rows["degree"].max()]
    text = _said(who, n, first)
    return [
        Finding(f"best-connected{who.level}", text, tuple(first["party"]), (), answer.query.name)
    ]


def roles(answers: Sequence[tuple[Answer, _Who]], ask: Callable[..., Answer]) -> list[Finding]:
    """Who carries the roles, or that nobody does, where the ranks of the first are equal.

    `answers` are those of `communities` at several levels, the most telling last: what is true of
    the same ones at two levels is said of the last. `ask` answers another query on the same day.
    """
    found: dict[tuple[str, ...], Finding] = {}
    for answer, who in answers:
        first = leaders(answer.rows)["party"].tolist()
        if len(first) > 1 and answer.rows["degree"].any():
            rows = ask("roles", level=answer.options["level"]).rows
            said = ask("assertions", successors="carry", relations=key_parties.RELATIONS).rows
            held = key_parties.standing_apart(rows, ask("roles", level="party").rows, said, first)
            nodes = tuple(dict.fromkeys((*(held.parties or first), *held.activities)))
            found[held.parties] = Finding(f"roles{who.level}", held.text, nodes, (), "roles")
    return list(found.values())


def _said(who: _Who, n: int, first: pd.DataFrame) -> Text:
    """What is said of those with most partners, of n parties."""
    k, most = len(first), int(first["degree"].iat[0])
    names = first["name"].tolist()
    forum = only_shared(first) if most == k - 1 and k > 2 else ""
    if forum in names:
        return Text(
            "{those} i {forum} er alle knyttet til hverandre, men bare ved at de er med der: målt"
            " slik er ingen mer sentral.",
            "{those} i {forum} er alle knytte til kvarandre, men berre ved at dei er med der: målt"
            " slik er ingen meir sentral.",
            "{those} in {forum} are all tied to each other, but only by taking part in it: so"
            " measured nobody is more central.",
        ).format(those=who.those.format(n=k - 1), forum=shortened(forum))
    if most == 0:
        form = Text(
            "Kartet viser ikke noe samarbeid mellom {among}.",
            "Kartet viser ikkje noko samarbeid mellom {among}.",
            "The map shows no work together among {among}.",
        )
    elif k == n == 2:
        form = Text(
            "{names} arbeider sammen: ingen av dem er mer sentral enn den andre.",
            "{names} arbeider saman: ingen av dei er meir sentral enn den andre.",
            "{names} work together: neither is more central than the other.",
        )
    elif k == 1:
        form = Text(
            "{names} samarbeider med flest: {most} av {others} andre.",
            "{names} samarbeider med flest: {most} av {others} andre.",
            "{names} works with most: {most} of {others} others.",
        )
    elif most == k - 1:
        form = Text(
            "{these} er knyttet til alle{so}.",
            "{these} er knytte til alle{so}.",
            "{these} are tied to all{so}.",
        )
        if k < n:
            form = Text(
                "{these} er alle knyttet til hverandre{so}.",
                "{these} er alle knytte til kvarandre{so}.",
                "{these} are all tied to each other{so}.",
            )
    elif k == n:
        form = Text(
            "{these} har like mange partnere, {most} av {others} mulige{so}.",
            "{these} har like mange partnarar, {most} av {others} moglege{so}.",
            "{these} have equally many partners, {most} of {others} possible{so}.",
        )
    else:
        form = Text(
            "{names} har flest partnere, {most} av {others} mulige hver{so}.",
            "{names} har flest partnarar, {most} av {others} moglege kvar{so}.",
            "{names} have most partners, {most} of {others} possible each{so}.",
        )
    return form.format(
        these=(who.all if k == n else who.some).format(n=k),
        among=who.among.format(n=n),
        names=listed(plain(names)),
        most=most,
        others=n - 1,
        so=_shares(first, all_=k == n),
    )


def _shares(first: pd.DataFrame, *, all_: bool) -> Text:
    """How many activities each of those with equally many partners shares with others."""
    rows = first.sort_values("strength", ascending=False, kind="stable")
    strength = rows["strength"].round().astype(int)
    most, least = int(strength.iat[0]), int(strength.iat[-1])
    if most != least:
        form = Text(
            ", men {top} deler flest aktiviteter med andre ({most}) og {low} færrest ({least})",
            ", men {top} deler flest aktivitetar med andre ({most}) og {low} færrest ({least})",
            ", but {top} {share} most activities with others ({most}) and {low} fewest ({least})",
        )
        if strength.isin([most, least]).all():
            form = Text(
                ", men {top} deler flere aktiviteter med andre ({most}) enn {low} ({least})",
                ", men {top} deler fleire aktivitetar med andre ({most}) enn {low} ({least})",
                ", but {top} {share} more activities with others ({most}) than {low} ({least})",
            )
        return form.format(
            top=listed(plain(rows["name"][strength == most])),
            most=most,
            low=listed(plain(rows["name"][strength == least])),
            least=least,
            share="shares" if int((strength == most).sum()) == 1 else "share",
        )
    if (only := only_shared(first)) and first["degree"].iat[0] == len(first) - 1:
        return Text(
            " gjennom {what}: målt slik er ingen mer sentral",
            " gjennom {what}: målt slik er ingen meir sentral",
            " through {what}: so measured nobody is more central",
        ).format(what=shortened(only))
    if all_:
        form = Text(
            ", og hver deler {most} {activities} med andre: målt slik er ingen mer sentral",
            ", og kvar deler {most} {activities} med andre: målt slik er ingen meir sentral",
            ", and each shares {most} {activities} with others: so measured nobody is more central",
        )
    else:
        form = Text(
            ", og hver deler {most} {activities} med andre: målt slik står de likt",
            ", og kvar deler {most} {activities} med andre: målt slik står dei likt",
            ", and each shares {most} {activities} with others: so measured they are equal",
        )
    return form.format(most=most, activities=ACTIVITY if most == 1 else ACTIVITIES)


def only_shared(rows: pd.DataFrame) -> str:
    """The one activity that all of these share and nothing else; empty where there is none."""
    shared = [name for name in rows["shared"].iat[0].split(SEPARATOR) if name not in ("", STATED)]
    return shared[0] if shared and (rows["strength"].round() == 1).all() else ""
