"""Findings about who works with whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from graphtool import engine
from graphtool.findings.finding import Finding
from graphtool.language import Text, listed, plain, shortened, side_by_side
from graphtool.queries import carriers
from graphtool.queries.centrality_notes import leaders
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.community_notes import Certainty, certainty, is_meaningful
from graphtool.queries.cut_points import BETWEEN_PARTS
from graphtool.queries.projection import STATED

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.engine import Answer

MOST = 5
"""Parties that have a sentence of their own, communities that one sentence names."""


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
            said = ask("assertions", successors="carry", relations=carriers.RELATIONS).rows
            held = carriers.told(rows, ask("roles", level="party").rows, said, first)
            nodes = tuple(dict.fromkeys((*(held.parties or first), *held.activities)))
            found[held.parties] = Finding(f"roles{who.level}", held.text, nodes, (), "roles")
    return list(found.values())


def _said(who: _Who, n: int, first: pd.DataFrame) -> Text:
    """What is said of those with most partners, of n parties."""
    k, most = len(first), int(first["degree"].iat[0])
    names = first["name"].tolist()
    forum = _only(first) if most == k - 1 and k > 2 else ""
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
    if (only := _only(first)) and first["degree"].iat[0] == len(first) - 1:
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


def _only(rows: pd.DataFrame) -> str:
    """The one activity that all of these share and nothing else; empty where there is none."""
    shared = [name for name in rows["shared"].iat[0].split(SEPARATOR) if name not in ("", STATED)]
    return shared[0] if shared and (rows["strength"].round() == 1).all() else ""


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
        # A network is in the community that gathers around it, but not around itself.
        n = int((members["name"] != shared[0]).sum())
        return form.format(n=n, what=shortened(shared[0]))
    names = members.sort_values("strength", ascending=False, kind="stable")["name"].tolist()
    return listed(plain(names), 2)


def cut_points(answer: Answer, connected: Answer, roles: Answer) -> list[Finding]:
    """Whose leaving would split the network and whom it would lose, or that no one party would.

    `connected` is the answer of `communities`: nothing is said where nobody has two partners.
    That what a party hosts or owns (as `roles` says) hangs on it, is not worth saying.
    """
    called = dict(zip(connected.rows["party"], connected.rows["name"], strict=True))
    held = roles.rows[(roles.rows["hosts"] > 0) | (roles.rows["owns"] > 0)]
    own = set(zip(held["party"], held["activity"], strict=True))
    records = [
        (party, name, lost, len(kept) == parts)
        for party, name, parts, _, ids, names in answer.rows.itertuples(index=False, name=None)
        if (kept := _parts(ids, names, called))
        and (lost := [part for part in kept if not _owned(party, part, own)])
        if len(lost) > (1 if len(kept) == parts else 0)
    ]
    if not records:
        return _held(connected)
    found = []
    for party, name, lost, even in records[:MOST]:
        text = _falls(name, len(lost)) if even else _loses(name, lost)
        nodes = (party, *(node for part in lost for node in part))
        found.append(Finding(f"cut-point-{party}", text, nodes, (), answer.query.name))
    if rest := records[MOST:]:
        text = Text(
            "Nettet ville dele seg også uten {names}.",
            "Nettet ville dele seg òg utan {names}.",
            "The network would split without {names} as well.",
        ).format(names=listed(plain(name for _, name, *_ in rest)))
        nodes = tuple(party for party, *_ in rest)
        found.append(Finding("cut-points", text, nodes, (), answer.query.name))
    return found


def _parts(ids: str, names: str, called: dict[str, str]) -> list[dict[str, str]]:
    """The parts that are cut off, each as names by id.

    A name may hold what stands between names; ids do not, so each name is known before it is read.
    """
    parts: list[dict[str, str]] = [{}]
    at = 0
    for node in ids.split(SEPARATOR):
        parts[-1][node] = called[node]
        at += len(called[node])
        if names.startswith(BETWEEN_PARTS, at):
            parts.append({})
            at += len(BETWEEN_PARTS)
        else:
            at += len(SEPARATOR)
    return parts


def _owned(party: str, part: dict[str, str], own: set[tuple[str, str]]) -> bool:
    return all((party, node) in own for node in part)


def _held(connected: Answer) -> list[Finding]:
    tied = connected.rows[connected.rows["degree"] > 0]
    if tied.empty or tied["degree"].max() < 2:
        return []
    only = _only(tied) if len(set(tied["community"])) == 1 else ""
    text = Text(
        "Ingen ville miste forbindelsen til de andre om én part gikk ut{but}.",
        "Ingen ville misse sambandet med dei andre om éin part gjekk ut{but}.",
        "Nobody would lose touch with the others if one party left{but}.",
    )
    but = Text(
        ", så lenge {what} består: bare dette knytter dem sammen",
        ", så lenge {what} står ved lag: berre dette knyter dei saman",
        ", as long as there is {what}: that alone ties them together",
    ).format(what=shortened(only))
    text = text.format(but=but if only else "")
    return [Finding("no-cut-point", text, tuple(tied["party"]), (), "cut-points")]


def _falls(name: str, parts: int) -> Text:
    return Text(
        "Uten {name} ville nettet falle fra hverandre i {n} deler, og ingen av dem er størst.",
        "Utan {name} ville nettet falle frå kvarandre i {n} delar, og ingen av dei er størst.",
        "Without {name} the network would fall into {n} parts, none of them the largest.",
    ).format(name=shortened(name), n=parts)


def _loses(name: str, lost: list[dict[str, str]]) -> Text:
    names = [one for part in lost for one in part.values()]
    return Text(
        "Uten {name} ville {names} miste forbindelsen til de andre.",
        "Utan {name} ville {names} misse sambandet med dei andre.",
        "Without {name}, {names} would lose touch with the others.",
    ).format(name=shortened(name), names=listed(plain(names)))
