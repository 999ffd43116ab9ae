"""Who of those that are tied alike carries the roles: one sentence, with what each role is in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from graphtool import schema
from graphtool.language import Text, collation_key, listed, plain, same, shortened, side_by_side
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.item_ties import MODALITY_RANK
from graphtool.queries.registry import Askable, ask

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

CARRYING = {
    "leads": "LEADS", "hosts": "HOSTS", "owns": "OWNS", "coordinates": "COORDINATES",
    "answers_for": "RESPONSIBLE_FOR", "funds": "FUNDS", "applied_for": "APPLIED_FOR",
}  # fmt: skip
"""Columns of `roles` that say more than being one of many, with their relations."""
CLAUSES = 3
"""Parties whose roles are told."""
ANOTHER = Text("den andre", "den andre", "the other")
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
    """Who of these parties carries the roles, as `told` says; the options are those of `roles`."""
    rows, alone = (
        ask(graph, "roles", **given) for given in (options, {**options, "level": "party"})
    )
    return told(rows, alone, parties)


def told(rows: pd.DataFrame, alone: pd.DataFrame, parties: Collection[str]) -> Carried:
    """Who of these parties has most roles of those that tell them apart.

    `rows` are those of `roles` at the level of the parties, `alone` those at level party. A role
    tells apart who has it in more things than three of four of them have. To stand for more of a
    forum's members than any of the others does counts as a role too.
    """
    rows = rows[rows["party"].isin(set(parties))]
    usual = {column: _usual(rows, column, len(parties)) for column in CARRYING}
    score = _scores(rows, usual)
    if score.empty:
        return Carried(_nobody(rows, len(parties)), (), ())
    called = dict(zip(rows["party"], rows["party_name"], strict=True))
    first = sorted(
        score.index[score == score.max()], key=lambda party: (collation_key(called[party]), party)
    )
    held = {party: _parts(rows, alone, party, usual) for party in first[:CLAUSES]}
    if len(first) == 1:
        said = _clause(held[first[0]])
    else:
        form = Text("{name} {clause}", "{name} {clause}", "{name} {clause}")
        said = side_by_side(
            [form.format(name=shortened(called[who]), clause=_clause(held[who])) for who in held],
            CLAUSES,
        )
    text = Text(
        "{who} skiller seg ut ved rollene: {said}{others}.",
        "{who} skil seg ut ved rollene: {said}{others}.",
        "{who} {stand} apart by the roles: {said}{others}.",
    ).format(
        who=listed(plain(called[party] for party in first)),
        stand="stands" if len(first) == 1 else "stand",
        said=said, others=_others(rows, held, first, parties),
    )  # fmt: skip
    activities = dict.fromkeys(at for who in held for part in held[who] for at in part.activities)
    return Carried(text, tuple(first), tuple(activities))


def _usual(rows: pd.DataFrame, column: str, parties: int) -> int:
    """In how many things three of four of so many parties have the role at most."""
    held = rows[rows[column] > 0].groupby("party").size().sort_values()
    at = 3 * (parties - 1) // 4 - (parties - len(held))
    return int(held.iat[at]) if at >= 0 else 0


def _scores(rows: pd.DataFrame, usual: dict[str, int]) -> pd.Series[int]:
    """Of each party that anything tells apart, by how much; by id."""
    told = []
    for column, most in usual.items():
        held = rows[rows[column] > 0].groupby("party").size()
        told.append(held[held > most])
    told.append(rows[_leading_members(rows)].groupby("party").size())
    return pd.concat(told).groupby(level=0).sum()


def _leading_members(rows: pd.DataFrame) -> pd.Series[bool]:
    """Where a party stands for several members, and for more than any of the others."""
    of_each = rows.groupby(["activity", "member"])["party"].transform("size")
    most = rows.groupby("activity")["member"].transform("max")
    found: pd.Series[bool] = (rows["member"] > 1) & (rows["member"] == most) & (of_each == 1)
    return found


def _parts(
    rows: pd.DataFrame, alone: pd.DataFrame, party: str, usual: dict[str, int]
) -> list[_Part]:
    """The roles of a party that tell it apart, and its share of members where that does."""
    mine = rows[rows["party"] == party]
    parts = []
    for column, relation in CARRYING.items():
        here = mine[mine[column] > 0]
        if len(here) > usual[column]:
            names = [_at(row, alone, column) for row in here.to_dict("records")]
            said = Text("{verb} {what}", "{verb} {what}", "{verb} {what}").format(
                verb=schema.RELATIONS[relation].label, what=listed(names)
            )
            parts.append(_Part(column, said, tuple(here["activity"])))
    for row in mine[_leading_members(rows)[mine.index]].to_dict("records"):
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
    added = []
    if people and row["party"] not in set(having["party"]):
        added.append(Text("ved {people}", "ved {people}", "through {people}").format(
            people=listed(people)
        ))  # fmt: skip
    best = min(
        (word for words in having["modality"] for word in words.split(SEPARATOR)),
        key=MODALITY_RANK.__getitem__, default="stated",
    )  # fmt: skip
    if best != "stated":
        added.append(schema.MODALITIES[best])
    if not added:
        return name
    return Text("{name} ({added})", "{name} ({added})", "{name} ({added})").format(
        name=name, added=side_by_side(added, len(added))
    )


def _clause(parts: list[_Part]) -> Text:
    return listed([part.said for part in parts], len(parts))


def _others(
    rows: pd.DataFrame, held: dict[str, list[_Part]], first: list[str], parties: Collection[str]
) -> Text:
    """That none of the others has such roles, or who has fewer; nothing where there are none."""
    among_first = set(first)
    others = [party for party in parties if party not in among_first]
    roles = sorted({part.column for who in held for part in held[who]} - {"member"})
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
        called = rows.loc[rows["party"] == others[0], "party_name"].tolist()
        return Text("; {name} har ingen slike", "; {name} har ingen slike",
                    "; {name} has none of these").format(
            name=listed(plain(called[:1])) if called else ANOTHER
        )  # fmt: skip
    return Text("; ingen av de {n} andre har slike", "; ingen av dei {n} andre har slike",
                "; none of the {n} others has any of these").format(n=len(others))  # fmt: skip


def _nobody(rows: pd.DataFrame, n: int) -> Text:
    if (rows[list(CARRYING)] > 0).any(axis=None):
        return Text(
            "Ingen av de {n} skiller seg ut ved rollene: så mange leder, eier, svarer for eller"
            " finansierer like mye.",
            "Ingen av dei {n} skil seg ut ved rollene: så mange leier, eig, svarer for eller"
            " finansierer like mykje.",
            "None of the {n} stands apart by the roles: that many lead, own, answer for or fund"
            " equally much.",
        ).format(n=n)
    return Text(
        "Ingen av de {n} skiller seg ut ved rollene: ingen kilde sier som fakta at noen av dem"
        " leder, er vert for, eier, samordner, svarer for, finansierer eller er søker til noe.",
        "Ingen av dei {n} skil seg ut ved rollene: inga kjelde seier som fakta at nokon av dei"
        " leier, er vert for, eig, samordnar, svarer for, finansierer eller er søkjar til noko.",
        "None of the {n} stands apart by the roles: no source says as a fact that any of them"
        " leads, hosts, owns, coordinates, answers for, funds or applied for anything.",
    ).format(n=n)
