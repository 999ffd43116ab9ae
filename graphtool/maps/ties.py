"""Ties between parties as a view's edges: who shares what, and who belongs together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from graphtool import language, queries
from graphtool.errors import GraphtoolError
from graphtool.graph import PlanGraph
from graphtool.language import Said, Text, same
from graphtool.maps.content import TIE, Activity, Content, Derived, Group, Key, Participation
from graphtool.queries.columns import SEPARATOR
from graphtool.queries.projection import STATED

_TOO_MANY = Text(
    "{pairs} par av parter deler en aktivitet, flere enn de {most} som et kart over hvem som"
    " samarbeider, kan lages av; velg en annen visning, eller et mindre utvalg",
    "{pairs} par av partar deler ein aktivitet, fleire enn dei {most} som eit kart over kven som"
    " samarbeider, kan lagast av; vel ei anna vising, eller eit mindre utval",
    "{pairs} pairs of parties share an activity, more than the {most} that a map of who works"
    " together can be made of; choose another view, or a smaller graph",
)

MOST_PAIRS = 500_000
"""A map shows some thousand ties at most; beyond this, working them out takes minutes."""
AROUND = Text("Rundt {name}", "Rundt {name}", "Around {name}")
SAME = Text("{title}, rundt {name}", "{title}, rundt {name}", "{title}, around {name}")
ALONE = Text("Deler ikke noe med andre", "Deler ikkje noko med andre", "Share nothing with others")


def content(graph: PlanGraph, level: str) -> Content:
    """Parties that take part in something, or all municipalities, tied by what they share.

    Ties and their weights are those of the query `collaborations`, what is shared those of
    `participations`, hulls the communities of `communities`. A graph without parties is empty.

    Raises `GraphtoolError` where too many pairs share an activity.
    """
    rows = queries.ask(graph, "participations", level=level)
    if level != "municipality":
        rows = rows[rows["activity"] != ""]
    order = {node: at for at, node in enumerate(graph.nodes["id"])}
    nodes = sorted(set(rows["party"]), key=order.__getitem__)
    taken = rows[rows["activity"] != ""]
    _check(taken)
    ties = queries.ask(graph, "collaborations", level=level)
    tied = set(ties["party"]) | set(ties["partner"])
    return Content(
        tuple(nodes),
        _edges(ties, taken),
        _groups(graph, level, [node for node in nodes if node not in tied], ties),
        _activities(taken),
    )


def _check(taken: pd.DataFrame) -> None:
    """Raises `GraphtoolError` where more pairs share an activity than can be worked out in time."""
    size = taken["activity"].value_counts().astype("int64")
    pairs = int((size * (size - 1) // 2).sum())
    if pairs > MOST_PAIRS:
        raise GraphtoolError(Said(_TOO_MANY, pairs=pairs, most=MOST_PAIRS))


def _edges(ties: pd.DataFrame, taken: pd.DataFrame) -> dict[Key, Derived]:
    joined = taken.groupby("party", sort=False)["activity"].agg(list).to_dict()
    stated = set(taken.loc[taken["activity_name"] == STATED, "activity"])
    made: dict[Key, Derived] = {}
    for row in ties.itertuples(index=False):
        partners = set(joined[row.partner])
        shared = tuple(activity for activity in joined[row.party] if activity in partners)
        # Where a source says so of the two; the rest is worked out.
        modality = "stated" if stated & set(shared) else ""
        made[row.party, row.partner, TIE] = Derived(round(row.weight, 4), shared, modality)
    return made


def _activities(taken: pd.DataFrame) -> dict[str, Activity]:
    """Activities by id, each with its parties and where it stands that they take part."""
    found: dict[str, tuple[str, dict[str, Participation]]] = {}
    for row in taken.itertuples(index=False):
        name = "" if row.activity_name == STATED else row.activity_name
        found.setdefault(row.activity, (name, {}))[1][row.party] = _evidence(row)
    return {activity: Activity(name, who) for activity, (name, who) in found.items()}


def _evidence(row: Any) -> Participation:
    return Participation(row.document, int(row.line), row.quote, row.through)


def _groups(
    graph: PlanGraph, level: str, alone: list[str], ties: pd.DataFrame
) -> tuple[Group, ...]:
    rows = queries.ask(graph, "communities", level=level)
    lonely = set(alone)
    rows = rows[~rows["party"].isin(lonely)]
    found = [members for _, members in rows.groupby("community", sort=True)]
    titles = [named(members["shared"].iloc[0]) for members in found]
    made = []
    for members, title in zip(found, titles, strict=True):
        parties = tuple(members["party"])
        # Two hulls of one name, or of none, are told apart by who holds each together.
        is_alone = title is not None and titles.count(title) == 1
        made.append(Group(parties, title if is_alone else _around(graph, parties, ties, title)))
    if alone:
        made.append(Group(tuple(alone), ALONE))
    return tuple(made)


def _around(
    graph: PlanGraph, parties: Sequence[str], ties: pd.DataFrame, title: Text | None
) -> Text:
    """A community named by the one of its parties with the strongest ties within it.

    Of equals the first.
    """
    inner = ties[ties["party"].isin(parties) & ties["partner"].isin(parties)]
    strength = pd.concat([inner.groupby(end)["weight"].sum() for end in ("party", "partner")])
    whole = strength.groupby(level=0).sum().round(6)
    return around(graph, max(parties, key=lambda party: whole.get(party, 0.0)), title)


def around(graph: PlanGraph, centre: str, title: Text | None = None) -> Text:
    """What is named by the node in its middle, beside what it shares with others."""
    row = graph.nodes.iloc[graph.position(centre)]
    names = Text(*(str(row[f"name_{lang}"] or row["name"]) for lang in language.LANGUAGES))
    return AROUND.format(name=names) if title is None else SAME.format(title=title, name=names)


def named(shared: str, most: int = 2) -> Text | None:
    """A community named by the activities that its members share; None where they share none.

    >>> named("Knutepunkt Sørlandet; COLLABORATES_WITH").nb
    'Knutepunkt Sørlandet'
    """
    names = [name for name in shared.split(SEPARATOR) if name not in ("", STATED)][:most]
    return same(SEPARATOR.join(names)) if names else None
