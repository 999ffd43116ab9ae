"""Who of those that are tied alike carries the roles: one sentence, with what each role is in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool import schema
from graphtool.language import Text, collation_key, listed, plain, same, shortened, side_by_side
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.registry import Askable, ask

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

CARRYING = {
    "leads": "LEADS", "hosts": "HOSTS", "owns": "OWNS", "coordinates": "COORDINATES",
    "answers_for": "RESPONSIBLE_FOR", "funds": "FUNDS", "applied_for": "APPLIED_FOR",
}  # fmt: skip
"""Columns of `roles` that say more than being one of many, with their relations."""
CLAUSES = 3
"""Parties whose roles are told."""
OPTIONS = ("as_of", "successors", "level", "planned")


class Carried(NamedTuple):
    """Who stands apart by the roles."""

    text: Text
    parties: tuple[str, ...]
    """Ids of those who stand apart, in Norwegian order; none where nobody does."""
    activities: tuple[str, ...]
    """Ids of what they have the roles in."""


class _Part(NamedTuple):
    """One role of a party: the verb, and what it is in with who has it for the party."""

    column: str
    said: Text
    activities: tuple[str, ...]


def asked(options: Mapping[str, Any]) -> dict[str, Any]:
    """Those of a query's options that `roles` takes as well."""
    return {name: options[name] for name in OPTIONS if name in options}


def among(graph: PlanGraph | Askable, parties: Collection[str], **options: Any) -> Carried:
    """Who of these parties has most roles of those that tell them apart.

    A role tells apart who has it in more things than three of four of them have. To stand for more
    of a forum's members than any of the others does counts as a role too.
    """
    rows = ask(graph, "roles", **options)
    rows = rows[rows["party"].isin(set(parties))]
    alone = ask(graph, "roles", **{**options, "level": "party"})
    told = {party: _parts(rows, alone, party, parties) for party in parties}
    score = {who: sum(max(len(part.activities), 1) for part in told[who]) for who in parties}
    most = max(score.values(), default=0)
    if not most:
        return Carried(_nobody(len(parties)), (), ())
    called = dict(zip(rows["party"], rows["party_name"], strict=True))
    first = sorted(
        (party for party in parties if score[party] == most),
        key=lambda party: (collation_key(called[party]), party),
    )
    if len(first) == 1:
        said = _clause(told[first[0]])
    else:
        form = Text("{name} {clause}", "{name} {clause}", "{name} {clause}")
        said = side_by_side(
            [form.format(name=shortened(called[who]), clause=_clause(told[who])) for who in first],
            CLAUSES,
        )
    text = Text(
        "{who} skiller seg ut ved rollene: {said}{others}.",
        "{who} skil seg ut ved rollene: {said}{others}.",
        "{who} {stand} apart by the roles: {said}{others}.",
    ).format(
        who=listed(plain(called[party] for party in first)),
        stand="stands" if len(first) == 1 else "stand",
        said=said, others=_others(rows, told, first, parties),
    )  # fmt: skip
    activities = dict.fromkeys(at for who in first for part in told[who] for at in part.activities)
    return Carried(text, tuple(first), tuple(activities))


def _parts(
    rows: pd.DataFrame, alone: pd.DataFrame, party: str, parties: Collection[str]
) -> list[_Part]:
    """The roles of a party that tell it apart, and its share of members where that does."""
    mine = rows[rows["party"] == party]
    parts = []
    for column, relation in CARRYING.items():
        held = rows[rows[column] > 0].groupby("party").size()
        here = mine[mine[column] > 0]
        every = sorted(int(held.get(who, 0)) for who in parties)
        if len(here) > every[3 * (len(every) - 1) // 4]:
            names = [_at(row, alone, column) for row in here.to_dict("records")]
            said = Text("{verb} {what}", "{verb} {what}", "{verb} {what}").format(
                verb=schema.RELATIONS[relation].label, what=listed(names)
            )
            parts.append(_Part(column, said, tuple(here["activity"])))
    for row in mine[mine["member"] > 1].to_dict("records"):
        theirs = rows.loc[rows["activity"] == row["activity"], ["party", "member"]]
        if row["member"] > theirs.loc[theirs["party"] != party, "member"].max():
            members = int((alone.loc[alone["activity"] == row["activity"], "member"] > 0).sum())
            said = Text(
                "står for {m} av {n} medlemmer i {name}", "står for {m} av {n} medlemer i {name}",
                "accounts for {m} of {n} members of {name}",
            ).format(m=row["member"], n=members, name=shortened(row["activity_name"]))  # fmt: skip
            parts.append(_Part("member", said, (row["activity"],)))
    return parts


def _at(row: dict[str, Any], alone: pd.DataFrame, column: str) -> Text:
    """The name of what a role is in, and who has it there where the party itself has not."""
    having = alone[(alone["activity"] == row["activity"]) & (alone[column] > 0)]
    name = same(shortened(row["activity_name"]))
    behind = row["through"].split(SEPARATOR)
    people = plain(one for one in having["party_name"] if one in behind)
    if row["party"] in set(having["party"]) or not people:
        return name
    return Text(
        "{name} (ved {people})", "{name} (ved {people})", "{name} (through {people})"
    ).format(name=name, people=listed(people))


def _clause(parts: list[_Part]) -> Text:
    return listed([part.said for part in parts], len(parts))


def _others(
    rows: pd.DataFrame, told: dict[str, list[_Part]], first: list[str], parties: Collection[str]
) -> Text:
    """That none of the others has such roles, or who has fewer; nothing where there are none."""
    others = [party for party in parties if party not in first]
    roles = sorted({part.column for who in first for part in told[who]} - {"member"})
    if not others or not roles:
        return same("")
    having = rows[rows["party"].isin(others) & (rows[roles] > 0).any(axis=1)]
    names = sorted(having.drop_duplicates("party")["party_name"], key=collation_key)
    if names:
        return Text("; {names} har færre slike", "; {names} har færre slike",
                    "; {names} {have} fewer of these").format(
            names=listed(plain(names)), have="has" if len(names) == 1 else "have"
        )  # fmt: skip
    if len(others) == 1:
        return Text("; den andre har ingen slike", "; den andre har ingen slike",
                    "; the other has none of these")  # fmt: skip
    return Text("; ingen av de {n} andre har slike", "; ingen av dei {n} andre har slike",
                "; none of the {n} others has any of these").format(n=len(others))  # fmt: skip


def _nobody(n: int) -> Text:
    return Text(
        "Ingen av de {n} skiller seg ut ved rollene: ingen leder, er vert for, eier, samordner,"
        " svarer for, finansierer eller er søker til mer enn de andre.",
        "Ingen av dei {n} skil seg ut ved rollene: ingen leier, er vert for, eig, samordnar,"
        " svarer for, finansierer eller er søkjar til meir enn dei andre.",
        "None of the {n} stands apart by the roles: nobody leads, hosts, owns, coordinates, answers"
        " for, funds or applied for more than the others.",
    ).format(n=n)
