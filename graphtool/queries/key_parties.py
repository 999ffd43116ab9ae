"""Which of those that are tied alike stand apart by their roles, and by roles in what."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from graphtool import schema
from graphtool.language import (
    Text,
    collation_key,
    joined,
    listed,
    plain,
    same,
    shortened,
    side_by_side,
)
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.item_ties import MODALITY_RANK
from graphtool.queries.key_party_words import NAMES, Part, clause, nobody, others
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import ask

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph
    from graphtool.graph.tables import Record

KEY_ROLES = {
    "leads": "LEADS",
    "hosts": "HOSTS",
    "owns": "OWNS",
    "coordinates": "COORDINATES",
    "answers_for": "RESPONSIBLE_FOR",
    "funds": "FUNDS",
    "applied_for": "APPLIED_FOR",
}
"""Columns of `roles` that say more than being one of many, with their relations."""
RELATIONS = tuple(KEY_ROLES.values())
CLAUSES = 3
"""Parties whose roles are told."""
AT_MOST = {True: 3, False: 2}
"""Kinds of roles that are told of one who stands apart alone, and of each of several."""
OPTIONS = ("as_of", "successors", "level", "planned")


class KeyParties(NamedTuple):
    """Who stands apart by the roles."""

    text: Text
    parties: tuple[str, ...]
    """Ids of those who stand apart, in Norwegian order; none where nobody does."""
    activities: tuple[str, ...]
    """Ids of what they have the roles in."""


def asked(options: Options) -> dict[str, Any]:
    """Those of a query's options that `roles` takes as well.

    >>> asked({"as_of": None, "level": "party", "exact": True})
    {'as_of': None, 'level': 'party'}
    """
    return {name: options[name] for name in OPTIONS if name in options}


def among(graph: PlanGraph | Askable, parties: Collection[str], **options: Any) -> KeyParties:
    """As `standing_apart`, of these parties in a graph; the options are those of `roles`.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m.upper()} for m in "ab"]
    ...     + [{"id": "p", "kind": "Project", "name": "P"}],
    ...     [{"source": "a", "relation": "LEADS", "target": "p"},
    ...      {"source": "b", "relation": "SUPPORTS", "target": "p"}])
    >>> among(graph, ["a", "b"]).text.en
    'A stands apart by the roles: leads P. B has no such roles.'
    """
    rows, alone = (
        ask(graph, "roles", **given) for given in (options, {**options, "level": "party"})
    )
    time = {name: options[name] for name in ("as_of", "successors") if name in options}
    said = ask(graph, "assertions", **{"successors": "carry"} | time, relations=RELATIONS)
    return standing_apart(rows, alone, said, parties)


def standing_apart(
    rows: pd.DataFrame, alone: pd.DataFrame, said: pd.DataFrame, parties: Collection[str]
) -> KeyParties:
    """Who of these parties has most roles of those that tell them apart.

    `rows` are those of `roles` at the level of the parties, `alone` those at level party, `said`
    those of `assertions` of `RELATIONS`, carried over as roles are. A role
    tells apart who has it in more things than three of four of them have. To stand for more of a
    forum's members than any of the others does counts as a role too.

    >>> from graphtool.graph import examples
    >>> graph = examples.acting_for()
    >>> roles = ask(graph, "roles", level="party")
    >>> said = ask(graph, "assertions", relations=RELATIONS)
    >>> found = standing_apart(roles, roles, said, ["kari", "nett"])  # both lead the project
    >>> found.text.en
    'Kari and Nettverket are equal by the roles: they lead, own, answer for or fund equally much.'
    >>> standing_apart(roles, roles, said, ["kari", "k"]).text.en
    'Kari and Kongsberg stand apart by the roles: Kari leads Klyngen; Kongsberg hosts Nettverket.'
    """
    rows = rows[rows["party"].isin(set(parties))]
    rows = rows.assign(leading=_leading_members(rows))
    held_in = (rows[list(KEY_ROLES)] > 0).groupby(rows["party"]).sum()
    usual = {column: _usual(held_in[column], len(parties)) for column in KEY_ROLES}
    called = dict(zip(rows["party"], rows["party_name"], strict=True))
    score = held_in.where(held_in > pd.Series(usual), 0).sum(axis=1)
    score += rows["leading"].groupby(rows["party"]).sum()
    if not score.any():
        some = bool(held_in.any(axis=None))
        alone = len(parties) == 1 and len(rows) > 0
        text = nobody(len(parties), some=some, alone=alone, names=called.values())
        return KeyParties(text, (), ())
    first = sorted(
        score.index[score == score.max()], key=lambda party: (collation_key(called[party]), party)
    )
    best = _best_said(said)
    shown = first if len(first) == CLAUSES + 1 else first[:CLAUSES]
    having = _by_activity(alone)
    held = {party: _parts(rows, having, best, party, usual) for party in shown}
    clauses = {who: clause(parts, AT_MOST[len(first) == 1]) for who, parts in held.items()}
    if len(first) == 1:
        told_of = clauses[first[0]]
    else:
        told_of = side_by_side(
            [
                *(joined((shortened(called[who]), clauses[who]), " ") for who in held),
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
        others=others(rows, held, first, parties),
    )
    activities = dict.fromkeys(at for who in held for part in held[who] for at in part.activities)
    return KeyParties(text, tuple(first), tuple(activities))


def _usual(held_in: pd.Series[int], parties: int) -> int:
    """In how many things three of four of so many parties have a role at most."""
    held = held_in[held_in > 0].sort_values()
    at = 3 * (parties - 1) // 4 - (parties - len(held))
    return int(held.iat[at]) if at >= 0 else 0


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


_Having = dict[str, list["Record"]]
"""The rows of `roles` at level party, by activity."""


def _by_activity(alone: pd.DataFrame) -> _Having:
    found: _Having = {}
    for row in alone.to_dict("records"):
        found.setdefault(row["activity"], []).append(row)
    return found


def _parts(
    rows: pd.DataFrame, having: _Having, said: _Said, party: str, usual: dict[str, int]
) -> list[Part]:
    """The roles of a party that tell it apart, and its share of members where that does.

    What is stated comes first.
    """
    mine: list[Record] = rows[rows["party"] == party].to_dict("records")
    parts = []
    for column, relation in KEY_ROLES.items():
        here = [row for row in mine if row[column] > 0]
        if len(here) > usual[column]:
            found = [(row, *_at(row, having, said, column)) for row in here]
            for word in dict.fromkeys(best for _, _, best in found):
                some = [(row["activity"], name) for row, name, best in found if best == word]
                what = listed([name for _, name in some], NAMES)
                text = joined((schema.RELATIONS[relation].label, what), " ")
                parts.append(Part(column, text, tuple(at for at, _ in some), word))
    for row in (row for row in mine if row["leading"]):
        members = sum(one["member"] > 0 for one in having[row["activity"]])
        text = Text(
            "står for {m} av {n} medlemmer i {name}",
            "står for {m} av {n} medlemmer i {name}",
            "accounts for {m} of {n} members of {name}",
        ).format(m=row["member"], n=members, name=shortened(row["activity_name"]))
        parts.append(Part("member", text, (row["activity"],), "stated"))
    return sorted(parts, key=lambda part: MODALITY_RANK[part.modality])


def _at(row: Record, having: _Having, said: _Said, column: str) -> tuple[Text, str]:
    """What a role is in, with who has it for the party and how it is said; and that word."""
    holders = [one for one in having[row["activity"]] if one[column] > 0]
    name = same(shortened(row["activity_name"]))
    behind = row["through"].split(SEPARATOR)
    people = plain(one["party_name"] for one in holders if one["party_name"] in behind)
    added = []
    if people and row["party"] not in {one["party"] for one in holders}:
        added.append(
            Text("ved {people}", "ved {people}", "through {people}").format(people=listed(people))
        )
    keys = [(one["party"], KEY_ROLES[column], row["activity"]) for one in holders]
    best = min((said[key] for key in keys), key=MODALITY_RANK.__getitem__)
    if best != "stated":
        added.append(schema.MODALITIES[best])
    if not added:
        return name, best
    return same("{name} ({added})").format(name=name, added=side_by_side(added)), best
