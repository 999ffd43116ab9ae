"""Findings about what one party alone answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool.findings.finding import Edge, Finding
from graphtool.findings.responsibility import edges_by_item
from graphtool.language import Text, collation_key, listed, number, plain, shortened
from graphtool.queries.phrases import named, them

if TYPE_CHECKING:
    from graphtool.engine import Answer

MOST = 5
"""Parties that have a sentence of their own."""


def only_owners(graded: Answer, answering: Answer) -> list[Finding]:
    """Parties without which goals would have nobody named to answer for them, most goals first."""
    parties = dict(zip(graded.rows["goal"], graded.rows["parties"], strict=True))
    owned = set(graded.rows.loc[graded.rows["grade"] == "owned", "goal"])
    rows = answering.rows
    # An owned goal names its named parties; where that is one name, this party is the only one.
    named = rows["item"].isin(owned) & (rows["item"].map(parties) == rows["party_name"])
    alone = rows[named & (rows["grade"] == "owned")]
    edges = edges_by_item(alone)
    called = dict(zip(graded.rows["goal"], graded.rows["name"], strict=True))
    of: dict[tuple[str, str], list[str]] = {}
    first = alone.drop_duplicates(["item", "party"])
    for party, name, goal in zip(first["party"], first["party_name"], first["item"], strict=True):
        of.setdefault((party, name), []).append(goal)
    order = sorted(of, key=lambda who: (-len(of[who]), collation_key(who[1]), who[0]))
    found = []
    for party, name in order[:MOST]:
        goals = of[party, name]
        text = _without(name, [called[goal] for goal in goals])
        behind = tuple(e for g in goals for e in edges[g] if e[0] == party)
        found.append(Finding(f"only-owner-{party}", text, (party, *goals), behind, "owners"))
    return found + _others(order[MOST:], of, edges)


def _without(party: str, goals: list[str]) -> Text:
    n = len(goals)
    return Text(
        "Uten {party} ville {goals} ikke ha noen navngitt som svarer direkte for {them}{named}.",
        "Utan {party} ville {goals} ikkje ha nokon namngitt som svarer direkte for {them}{named}.",
        "Without {party}, {goals} would have nobody named to answer for {them} directly{named}.",
    ).format(
        party=shortened(party),
        named=named(goals),
        **them(n),
        goals=number(
            n, Text("ett mål", "eitt mål", "one goal"), Text("{n} mål", "{n} mål", "{n} goals")
        ),
    )


def _others(
    parties: list[tuple[str, str]],
    of: dict[tuple[str, str], list[str]],
    edges: dict[str, list[Edge]],
) -> list[Finding]:
    if not parties:
        return []
    text = Text(
        "{n} er også alene om å svare direkte for mål: {parties}.",
        "{n} er også åleine om å svare direkte for mål: {parties}.",
        "{n} alone and directly for goals as well: {parties}.",
    ).format(
        n=number(
            len(parties),
            Text("Én part", "Éin part", "One party answers"),
            Text("{n} parter", "{n} partar", "{n} parties answer"),
        ),
        parties=listed(plain(name for _, name in parties)),
    )
    nodes = tuple(dict.fromkeys(n for who in parties for n in (who[0], *of[who])))
    behind = tuple(e for who in parties for g in of[who] for e in edges[g] if e[0] == who[0])
    return [Finding("only-owners", text, nodes, behind, "owners")]
