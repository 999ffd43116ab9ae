"""Who of those that are tied alike carries the roles: one sentence, with what each role is in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from graphtool import schema
from graphtool.language import Text, collation_key, listed, plain, same, shortened, side_by_side
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.item_ties import MODALITY_RANK
from graphtool.queries.query import Askable
from graphtool.queries.registry import ask

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

CARRYING = {
    "leads": "LEADS",
    "hosts": "HOSTS",
    "owns": "OWNS",
    "coordinates": "COORDINATES",
    "answers_for": "RESPONSIBLE_FOR",
    "funds": "FUNDS",
    "applied_for": "APPLIED_FOR",
}
"""Columns of `roles` that say more than being one of many, with their relations."""
RELATIONS = tuple(CARRYING.values())
CLAUSES = 3
"""Parties whose roles are told."""
AT_MOST = {True: 3, False: 2}
"""Kinds of roles that are told of one who stands apart alone, and of each of several."""
NAMES = 2
"""Things that one kind of roles is told to be in."""
MORE = Text(
    "har {n} roller til{unsaid}", "har {n} roller til{unsaid}", "has {n} more roles{unsaid}"
)
UNSAID = Text(
    ", {m} av dem ikke sagt som fakta",
    ", {m} av dei ikkje sagde som fakta",
    ", {m} of them not stated as facts",
)
NONE_SAID = Text(
    ", ingen av dem sagt som fakta",
    ", ingen av dei sagde som fakta",
    ", none of them stated as a fact",
)
ANOTHER = Text("Den andre", "Den andre", "The other")
OPTIONS = ("as_of", "successors", "level", "planned")


class Carried(NamedTuple):
    """Who stands apart by the roles."""

    text: Text
    parties: tuple[str, ...]
    """Ids of those who stand apart, in Norwegian order; none where nobody does."""
    activities: tuple[str, ...]
    """Ids of what they have the roles in."""


class _Part(NamedTuple):
    """Roles of a party of one kind, said in one way."""

    column: str
    said: Text
    """The verb, and what they are in with who has them for the party."""
    activities: tuple[str, ...]
    modality: str


def asked(options: Mapping[str, Any]) -> dict[str, Any]:
    """Those of a query's options that `roles` takes as well."""
    return {name: options[name] for name in OPTIONS if name in options}


def among(graph: PlanGraph | Askable, parties: Collection[str], **options: Any) -> Carried:
    """Who of these parties carries the roles, as `told` says; the options are those of `roles`."""
    rows, alone = (
        ask(graph, "roles", **given) for given in (options, {**options, "level": "party"})
    )
    time = {name: options[name] for name in ("as_of", "successors") if name in options}
    said = ask(graph, "assertions", **{"successors": "carry"} | time, relations=RELATIONS)
    return told(rows, alone, said, parties)


def told(
    rows: pd.DataFrame, alone: pd.DataFrame, said: pd.DataFrame, parties: Collection[str]
) -> Carried:
    """Who of these parties has most roles of those that tell them apart.

    `rows` are those of `roles` at the level of the parties, `alone` those at level party, `said`
    those of `assertions` of `RELATIONS`, carried over as roles are. A role
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
    best = _best_said(said)
    shown = first if len(first) == CLAUSES + 1 else first[:CLAUSES]
    held = {party: _parts(rows, alone, best, party, usual) for party in shown}
    clauses = {who: _clause(parts, AT_MOST[len(first) == 1]) for who, parts in held.items()}
    if len(first) == 1:
        told_of = clauses[first[0]]
    else:
        form = Text("{name} {clause}", "{name} {clause}", "{name} {clause}")
        told_of = side_by_side(
            [
                *(form.format(name=shortened(called[who]), clause=clauses[who]) for who in held),
                *[same("")] * (len(first) - len(held)),  # only counted
            ],
            CLAUSES,
        )
    text = Text(
        "{who} skiller seg ut ved rollene: {said}.{others}",
        "{who} skil seg ut ved rollene: {said}.{others}",
        "{who} {stand} apart by the roles: {said}.{others}",
    ).format(
        who=listed(plain(called[party] for party in first)),
        stand="stands" if len(first) == 1 else "stand",
        said=told_of,
        others=_others(rows, held, first, parties),
    )
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


_Said = dict[tuple[str, str, str], str]
"""How the best said of it is said that a party has a role in something."""


def _best_said(said: pd.DataFrame) -> _Said:
    names = (said[name].astype(object) for name in ("source", "relation", "target", "modality"))
    found: _Said = {}
    for source, relation, target, word in zip(*names, strict=True):
        known = found.setdefault((source, relation, target), word)
        found[source, relation, target] = min(known, word, key=MODALITY_RANK.__getitem__)
    return found


def _parts(
    rows: pd.DataFrame, alone: pd.DataFrame, said: _Said, party: str, usual: dict[str, int]
) -> list[_Part]:
    """The roles of a party that tell it apart, and its share of members where that does.

    What is stated comes first.
    """
    mine = rows[rows["party"] == party]
    parts = []
    for column, relation in CARRYING.items():
        here = mine[mine[column] > 0]
        if len(here) > usual[column]:
            found = [(row, *_at(row, alone, said, column)) for row in here.to_dict("records")]
            for word in dict.fromkeys(best for _, _, best in found):
                some = [(row["activity"], name) for row, name, best in found if best == word]
                form = Text("{verb} {what}", "{verb} {what}", "{verb} {what}")
                text = form.format(
                    verb=schema.RELATIONS[relation].label,
                    what=listed([name for _, name in some], NAMES),
                )
                parts.append(_Part(column, text, tuple(at for at, _ in some), word))
    for row in mine[_leading_members(rows)[mine.index]].to_dict("records"):
        members = int((alone.loc[alone["activity"] == row["activity"], "member"] > 0).sum())
        text = Text(
            "står for {m} av {n} medlemmer i {name}",
            "står for {m} av {n} medlemer i {name}",
            "accounts for {m} of {n} members of {name}",
        ).format(m=row["member"], n=members, name=shortened(row["activity_name"]))
        parts.append(_Part("member", text, (row["activity"],), "stated"))
    return sorted(parts, key=lambda part: MODALITY_RANK[part.modality])


def _at(row: dict[str, Any], alone: pd.DataFrame, said: _Said, column: str) -> tuple[Text, str]:
    """What a role is in, with who has it for the party and how it is said; and that word."""
    having = alone[(alone["activity"] == row["activity"]) & (alone[column] > 0)]
    name = same(shortened(row["activity_name"]))
    behind = row["through"].split(SEPARATOR)
    people = plain(one for one in having["party_name"] if one in behind)
    added = []
    if people and row["party"] not in set(having["party"]):
        added.append(
            Text("ved {people}", "ved {people}", "through {people}").format(people=listed(people))
        )
    keys = [(party, CARRYING[column], row["activity"]) for party in having["party"]]
    best = min((said[key] for key in keys), key=MODALITY_RANK.__getitem__)
    if best != "stated":
        added.append(schema.MODALITIES[best])
    if not added:
        return name, best
    return Text("{name} ({added})", "{name} ({added})", "{name} ({added})").format(
        name=name, added=side_by_side(added, len(added))
    ), best


def _clause(parts: list[_Part], most: int) -> Text:
    """The first few, and how many roles more; all where one kind is left."""
    if len(parts) <= most + 1:
        return listed([part.said for part in parts], len(parts))
    rest = parts[most:]
    n = sum(len(part.activities) for part in rest)
    m = sum(len(part.activities) for part in rest if part.modality != "stated")
    unsaid = NONE_SAID if m == n else UNSAID.format(m=m) if m else same("")
    return listed(
        [*(part.said for part in parts[:most]), MORE.format(n=n, unsaid=unsaid)], most + 1
    )


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
        return Text(
            " {names} har færre slike roller.",
            " {names} har færre slike roller.",
            " {names} {have} fewer such roles.",
        ).format(names=listed(plain(names)), have="has" if len(names) == 1 else "have")
    if len(others) == 1:
        called = rows.loc[rows["party"] == others[0], "party_name"].tolist()
        return Text(
            " {name} har ingen slike roller.",
            " {name} har ingen slike roller.",
            " {name} has no such roles.",
        ).format(name=listed(plain(called[:1])) if called else ANOTHER)
    return Text(
        " Ingen av de {n} andre har slike roller.",
        " Ingen av dei {n} andre har slike roller.",
        " None of the {n} others has such roles.",
    ).format(n=len(others))


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
