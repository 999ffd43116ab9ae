"""Findings about who works with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphtool import engine
from graphtool.findings.finding import Finding
from graphtool.findings.phrases import listed, plain, shortened, side_by_side
from graphtool.language import Text
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.communities import Certainty, certainty, is_meaningful
from graphtool.queries.cut_points import BETWEEN_PARTS
from graphtool.queries.projection import STATED

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.engine import Answer

MOST = 5
"""Parties that have a sentence of their own, communities that one sentence names."""


class _Who(NamedTuple):
    """Who are tied: all parties that take part in something, or municipalities."""

    key: str
    all: Text
    among: Text


PARTIES = _Who(
    "best-connected",
    Text("Alle de {n} partene", "Alle dei {n} partane", "All {n} parties"),
    Text("de {n} partene", "dei {n} partane", "the {n} parties"),
)
MUNICIPALITIES = _Who(
    "best-connected-municipalities",
    Text("Alle de {n} kommunene", "Alle dei {n} kommunane", "All {n} municipalities"),
    Text("de {n} kommunene", "dei {n} kommunane", "the {n} municipalities"),
)


def best_connected(answer: Answer, who: _Who) -> list[Finding]:
    """Who works with most others, with how many share the place, or why nobody stands out.

    `answer` is that of `communities`, whose rows are the parties with their numbers of partners;
    nothing is said of fewer than two.
    """
    rows = engine.in_order(answer.rows, ("-degree", "name", "party"))
    n = len(rows)
    if n < 2:
        return []
    most = int(rows["degree"].max())
    first = rows[rows["degree"] == most]
    text = _said(who, n, most, first["name"].tolist())
    return [Finding(who.key, text, tuple(first["party"]), (), answer.query.name)]


def _said(who: _Who, n: int, most: int, first: list[str]) -> Text:
    if most == 0:
        form = Text(
            "Kartet viser ikke noe samarbeid mellom {among}.",
            "Kartet viser ikkje noko samarbeid mellom {among}.",
            "The map shows no work together among {among}.",
        )
    elif len(first) == n == 2:
        form = Text(
            "{names} arbeider sammen: ingen av dem er mer sentral enn den andre.",
            "{names} arbeider saman: ingen av dei er meir sentral enn den andre.",
            "{names} work together: neither is more central than the other.",
        )
    elif len(first) == n and most == n - 1:
        form = Text(
            "{all} er knyttet til alle: ingen er mer sentral.",
            "{all} er knytte til alle: ingen er meir sentral.",
            "{all} are tied to all: nobody is more central.",
        )
    elif len(first) == n:
        form = Text(
            "{all} har like mange partnere, {most} av {others} mulige: ingen er mer sentral.",
            "{all} har like mange partnarar, {most} av {others} moglege: ingen er meir sentral.",
            "{all} have equally many partners, {most} of {others} possible: nobody is more"
            " central.",
        )
    elif len(first) > 1:
        form = Text(
            "{shared} har flest partnere, {most} av {others} mulige hver, og ingen av dem er mer"
            " sentral enn de andre: {names}.",
            "{shared} har flest partnarar, {most} av {others} moglege kvar, og ingen av dei er meir"
            " sentral enn dei andre: {names}.",
            "{shared} have most partners, {most} of {others} possible each, and none of them is"
            " more central than the others: {names}.",
        )
    else:
        form = Text(
            "{names} samarbeider med flest: {most} av {others} andre.",
            "{names} samarbeider med flest: {most} av {others} andre.",
            "{names} works with most: {most} of {others} others.",
        )
    return form.format(
        all=who.all.format(n=n), among=who.among.format(n=n), names=listed(plain(first)),
        most=most, others=n - 1, shared=len(first),
    )  # fmt: skip


def communities(answer: Answer) -> list[Finding]:
    """Around what those that work together gather; nothing where the partition means little."""
    rows = answer.rows
    if not is_meaningful(rows):
        return []
    several = rows[rows["size"] > 1]
    parts = [_around(members) for _, members in several.groupby("community", sort=True)]
    text = Text(
        "De som samarbeider, samler seg i {k} fellesskap: {parts}. {sure}",
        "Dei som samarbeider, samlar seg i {k} fellesskap: {parts}. {sure}",
        "Those that work together gather in {k} communities: {parts}. {sure}",
    ).format(k=len(parts), parts=side_by_side(parts, MOST), sure=_sureness(certainty(rows)))
    return [Finding("communities", text, tuple(several["party"]), (), answer.query.name)]


def _sureness(sure: Certainty) -> Text:
    """What such a division is worth."""
    if not sure.proved:
        return Text(
            "Inndelingen er funnet ved søk; en bedre kan finnes.",
            "Inndelinga er funnen ved søk; ei betre kan finnast.",
            "The partition was found by search; there may be a better one.",
        )
    if sure.ways == 1:
        return Text(
            "Ingen annen inndeling er like god, men andre kan være nesten like gode.",
            "Inga anna inndeling er like god, men andre kan vere nesten like gode.",
            "No other partition is as good, but others may be almost as good.",
        )
    if sure.ways is None:
        return Text(
            "Ingen inndeling er bedre, men flere kan være like gode.",
            "Inga inndeling er betre, men fleire kan vere like gode.",
            "No partition is better, but several may be as good.",
        )
    return Text(
        "{n} inndelinger er like gode, så hvem som hører sammen, er ikke entydig.",
        "{n} inndelingar er like gode, så kven som høyrer saman, er ikkje eintydig.",
        "{n} partitions are equally good, so who belongs together is not settled.",
    ).format(n=sure.ways)


def _around(members: pd.DataFrame) -> Text:
    """How many, and around what; without anything that most share, who are most tied."""
    shared = [
        name for name in members["shared"].iat[0].split(SEPARATOR) if name not in ("", STATED)
    ]
    if shared:
        form = Text("{n} rundt {what}", "{n} rundt {what}", "{n} around {what}")
        return form.format(n=len(members), what=shortened(shared[0]))
    names = members.sort_values("strength", ascending=False, kind="stable")["name"].tolist()
    return listed(plain(names), 2)


def cut_points(answer: Answer, connected: Answer) -> list[Finding]:
    """Whose leaving would split the network and whom it would lose, or that no one party would.

    `connected` is the answer of `communities`: nothing is said where nobody has two partners.
    """
    rows = answer.rows
    if rows.empty:
        return _held(connected)
    records = list(zip(*(rows[name] for name in rows), strict=True))
    found = []
    for party, name, parts, _, ids, names in records[:MOST]:
        lost = names.split(BETWEEN_PARTS)
        text = _falls(name, parts) if len(lost) == parts else _loses(name, lost)
        nodes = (party, *ids.split(SEPARATOR))
        found.append(Finding(f"cut-point-{party}", text, nodes, (), answer.query.name))
    if len(records) > MOST:
        rest = rows.iloc[MOST:]
        text = Text(
            "Nettet ville dele seg også uten {names}.", "Nettet ville dele seg òg utan {names}.",
            "The network would split without {names} as well.",
        ).format(names=listed(plain(rest["name"])))  # fmt: skip
        found.append(Finding("cut-points", text, tuple(rest["party"]), (), answer.query.name))
    return found


def _held(connected: Answer) -> list[Finding]:
    tied = connected.rows[connected.rows["degree"] > 0]
    if tied.empty or tied["degree"].max() < 2:
        return []
    text = Text(
        "Ingen ville miste forbindelsen til de andre om én part gikk ut.",
        "Ingen ville misse sambandet med dei andre om éin part gjekk ut.",
        "Nobody would lose touch with the others if one party left.",
    )
    return [Finding("no-cut-point", text, tuple(tied["party"]), (), "cut-points")]


def _falls(name: str, parts: int) -> Text:
    return Text(
        "Uten {name} ville nettet falle fra hverandre i {n} deler, og ingen av dem er størst.",
        "Utan {name} ville nettet falle frå kvarandre i {n} delar, og ingen av dei er størst.",
        "Without {name} the network would fall into {n} parts, none of them the largest.",
    ).format(name=shortened(name), n=parts)


def _loses(name: str, lost: list[str]) -> Text:
    names = [one for part in lost for one in part.split(SEPARATOR)]
    return Text(
        "Uten {name} ville {names} miste forbindelsen til de andre.",
        "Utan {name} ville {names} misse sambandet med dei andre.",
        "Without {name}, {names} would lose touch with the others.",
    ).format(name=shortened(name), names=listed(plain(names)))
