"""What stands together in the overview: plans, communities, or municipalities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from graphtool import queries
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps import places, ties
from graphtool.maps.content import Content, Group
from graphtool.maps.edges import EdgeList
from graphtool.maps.options import GroupBy

if TYPE_CHECKING:
    import pandas as pd

COMMON = Text("Felles for flere", "Felles for fleire", "Common to several")
NOWHERE = Text(
    "Ikke knyttet til én kommune", "Ikkje knytt til éin kommune", "Tied to no one municipality"
)
OUTSIDE = Text("Utenfor fellesskapene", "Utanfor fellesskapa", "Outside the communities")


def grouped(content: Content, graph: PlanGraph, by: GroupBy) -> Content:
    """The content with its groups; by plan they are left to the layout, which knows families."""
    if by == "plan":
        return content
    found = by_municipality(graph) if by == "municipality" else by_community(graph)
    return replace(content, groups=tuple(found))


def by_municipality(graph: PlanGraph) -> list[Group]:
    """Each municipality with what concerns it alone, and what concerns several, or none."""
    ids, kinds = graph.nodes["id"].tolist(), graph.nodes["kind"].astype(str).tolist()
    homes = places.homes(graph)
    made: dict[int, list[int]] = {at: [at] for at, k in enumerate(kinds) if k == "Municipality"}
    common: list[int] = []
    nowhere: list[int] = []
    for at in range(len(ids)):
        found = homes.get(at, [])
        if at in made:
            continue
        (made[found[0]] if len(found) == 1 else common if found else nowhere).append(at)
    groups = [
        Group(tuple(ids[member] for member in members), root=ids[place])
        for place, members in made.items()
    ]
    for title, rest in ((COMMON, common), (NOWHERE, nowhere)):
        if rest:
            groups.append(Group(tuple(ids[member] for member in rest), title))
    return groups


def by_community(graph: PlanGraph) -> list[Group]:
    """The communities of those that work together, each with what hangs on it.

    What is no party joins the community that most of its neighbours are in, step by step from
    the parties outwards; of equals the larger community. What no step reaches stands apart.
    """
    rows = queries.ask(graph, "communities")
    home = dict(zip(rows["party"], rows["community"].astype(int), strict=True))
    listed = EdgeList.of(graph)
    near: dict[str, list[str]] = {node: [] for node in listed.ids}
    for source, target, _ in listed.edges:
        near[listed.ids[source]].append(listed.ids[target])
        near[listed.ids[target]].append(listed.ids[source])
    _spread(home, near)
    members: dict[int, list[str]] = {}
    for node in listed.ids:
        members.setdefault(home.get(node, -1), []).append(node)
    parties = dict(iter(rows.groupby(rows["community"].astype(int))))
    titles = {at: ties.named(found["shared"].iat[0], 1) for at, found in parties.items()}
    often = Counter(titles.values())
    return [
        Group(tuple(members[at]), OUTSIDE)
        if at < 0
        else _community(graph, members[at], parties[at], titles[at], often[titles[at]] == 1)
        for at in sorted(members, key=lambda at: (at < 0, at))
    ]


def _community(
    graph: PlanGraph, members: list[str], parties: pd.DataFrame, title: Text | None, is_only: bool
) -> Group:
    """A community under what its parties share, or what none other shares: else under a party.

    That is the one that is tied most within it; of equals the first.
    """
    if title is not None and is_only:
        return Group(tuple(members), title)
    centre = str(parties["party"].to_numpy()[(parties["strength"] * parties["inside"]).argmax()])
    if len(parties) == 1:
        return Group(tuple(members), root=centre)
    return Group(tuple(members), ties.around(graph, centre, title))


def _spread(home: dict[str, int], near: Mapping[str, list[str]]) -> None:
    """Give each node without a home the commonest of its neighbours', round by round."""
    while True:
        found = {}
        for node, others in near.items():
            if node not in home and (votes := Counter(home[o] for o in others if o in home)):
                found[node] = min(votes, key=lambda at: (-votes[at], at))
        if not found:
            return
        home.update(found)
