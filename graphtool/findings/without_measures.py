"""Findings about goals for which nothing is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool.findings.finding import Finding
from graphtool.language import Text
from graphtool.queries.nouns import share
from graphtool.queries.phrases import named, them

if TYPE_CHECKING:
    from graphtool.engine import Answer


def goals_without_measures(answer: Answer, items: Answer) -> list[Finding]:
    """For which goals nothing is done; `items` is the answer of `owners`, which lists all goals."""
    kind = items.rows["kind"].astype(object)
    goals = items.rows.loc[kind == "Goal", "item"].drop_duplicates().tolist()
    if not goals:
        return []
    lone, n = answer.rows["goal"].tolist(), len(answer.rows)
    if not n:
        text = Text(
            "{share} har minst ett tiltak.",
            "{share} har minst eitt tiltak.",
            "{share} {has} at least one measure.",
        ).format(share=share(len(goals), len(goals), "goal"), **them(len(goals)))
        return [Finding("goals-with-measures", text, tuple(goals), (), answer.query.name)]
    text = Text(
        "{share} står uten tiltak{named}.",
        "{share} står utan tiltak{named}.",
        "{share} {has} no measures{named}.",
    ).format(
        share=share(n, len(goals), "goal"), named=named(answer.rows["name"].tolist()), **them(n)
    )
    return [Finding("goals-without-measures", text, tuple(lone), (), answer.query.name)]
