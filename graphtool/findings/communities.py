"""Findings about communities of those that work together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool.findings.finding import Finding
from graphtool.language import Text, listed, plain, shortened, side_by_side
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.community_certainty import Certainty, certainty, is_meaningful
from graphtool.queries.projection import STATED

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.engine import Answer

MOST = 5
"""Communities that one sentence names."""


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
