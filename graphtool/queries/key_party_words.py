"""What is said of key parties, of those beside them, and where there are none."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import pandas as pd

from graphtool.language import Text, collation_key, listed, plain, same

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
ONLY = Text(
    "Bare én part har noen rolle: det er ingen å skille seg ut fra.",
    "Berre éin part har noka rolle: det er ingen å skilje seg ut frå.",
    "Only one party has any role: there is nobody to stand apart from.",
)


class Part(NamedTuple):
    """Roles of a party of one kind, said in one way."""

    column: str
    said: Text
    """The verb, and what they are in with who has them for the party."""
    activities: tuple[str, ...]
    modality: str


def clause(parts: list[Part], most: int) -> Text:
    """The first few, and how many roles more; all where one kind is left.

    >>> leads, hosts = (Part(v, same(f"{v} P"), ("p",), "stated") for v in ("leads", "hosts"))
    >>> clause([leads, hosts], 3).en
    'leads P and hosts P'
    """
    if len(parts) <= most + 1:
        return listed([part.said for part in parts], most=None)
    rest = parts[most:]
    n = sum(len(part.activities) for part in rest)
    m = sum(len(part.activities) for part in rest if part.modality != "stated")
    unsaid = NONE_SAID if m == n else UNSAID.format(m=m) if m else same("")
    return listed(
        [*(part.said for part in parts[:most]), MORE.format(n=n, unsaid=unsaid)], most + 1
    )


def others(
    rows: pd.DataFrame, held: dict[str, list[Part]], first: list[str], parties: Collection[str]
) -> Text:
    """That none of the others has such roles, or who has fewer; nothing where there are none.

    >>> rows = pd.DataFrame({"party": ["a", "b"], "party_name": ["A", "B"], "leads": [1, 0]})
    >>> leads = Part("leads", same("leads P"), ("p",), "stated")
    >>> others(rows, {"a": [leads]}, ["a"], ["a", "b"]).en
    ' B has no such roles.'
    """
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


def nobody(n: int, *, some: bool, alone: bool, names: Collection[str] = ()) -> Text:
    """That none of `n` stands apart; `some` have such roles, or one is `alone` in having any.

    Two who have as many such roles each are told by their `names`.

    >>> nobody(5, some=False, alone=False).en
    'None of the 5 stands apart by the roles: no source says as a fact that any of them, ...'
    """
    if alone:
        return ONLY
    if some and n == len(names) == 2:
        return Text(
            "{both} står likt ved rollene: de leder, eier, svarer for eller finansierer like mye.",
            "{both} står likt ved rollene: dei leier, eig, svarer for eller finansierer like"
            " mykje.",
            "{both} are equal by the roles: they lead, own, answer for or fund equally much.",
        ).format(both=listed(plain(sorted(names, key=collation_key))))
    if some:
        return Text(
            "Ingen av de {n} skiller seg ut ved rollene: så mange leder, eier, svarer for eller"
            " finansierer like mye.",
            "Ingen av dei {n} skil seg ut ved rollene: så mange leier, eig, svarer for eller"
            " finansierer like mykje.",
            "None of the {n} stands apart by the roles: that many lead, own, answer for or fund"
            " equally much.",
        ).format(n=n)
    return Text(
        "Ingen av de {n} skiller seg ut ved rollene: ingen kilde slår fast at noen av dem,"
        " nevnt ved navn, leder, er vert for, eier, samordner, svarer for, finansierer eller er"
        " søker til noe.",
        "Ingen av dei {n} skil seg ut ved rollene: inga kjelde slår fast at nokon av dei,"
        " nemnd ved namn, leier, er vert for, eig, samordnar, svarer for, finansierer eller er"
        " søkjar til noko.",
        "None of the {n} stands apart by the roles: no source says as a fact that any of them,"
        " by name, leads, hosts, owns, coordinates, answers for, funds or applied for anything.",
    ).format(n=n)
