"""Findings about who works with whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from graphtool import engine
from graphtool.findings.collaboration_words import (
    ACTIVITIES,
    ACTIVITY,
    ALL_ALIKE,
    ALL_IN_FORUM,
    EACH_ALIKE,
    FIRST_ALIKE,
    MORE_THAN,
    MOST_AND_LEAST,
    MOST_PARTNERS,
    NO_WORK,
    SEVERAL_FIRST,
    THROUGH_ONE,
    TIED_TO_ALL,
    TIED_TO_EACH_OTHER,
    TWO_TOGETHER,
)
from graphtool.findings.finding import Finding
from graphtool.language import Text, listed, plain, shortened
from graphtool.queries import key_parties
from graphtool.queries.centrality_notes import leaders
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.projection import STATED

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.engine import Answer


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
        return ALL_IN_FORUM.format(those=who.those.format(n=k - 1), forum=shortened(forum))
    if most == 0:
        form = NO_WORK
    elif k == n == 2:
        form = TWO_TOGETHER
    elif k == 1:
        form = MOST_PARTNERS
    elif most == k - 1:
        form = TIED_TO_ALL if k == n else TIED_TO_EACH_OTHER
    elif k == n:
        form = ALL_ALIKE
    else:
        form = SEVERAL_FIRST
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
        form = MORE_THAN if strength.isin([most, least]).all() else MOST_AND_LEAST
        return form.format(
            top=listed(plain(rows["name"][strength == most])),
            most=most,
            low=listed(plain(rows["name"][strength == least])),
            least=least,
            share="shares" if int((strength == most).sum()) == 1 else "share",
        )
    if (only := only_shared(first)) and first["degree"].iat[0] == len(first) - 1:
        return THROUGH_ONE.format(what=shortened(only))
    form = EACH_ALIKE if all_ else FIRST_ALIKE
    return form.format(most=most, activities=ACTIVITY if most == 1 else ACTIVITIES)


def only_shared(rows: pd.DataFrame) -> str:
    """The one activity that all of these share and nothing else; empty where there is none."""
    shared = [name for name in rows["shared"].iat[0].split(SEPARATOR) if name not in ("", STATED)]
    return shared[0] if shared and (rows["strength"].round() == 1).all() else ""
