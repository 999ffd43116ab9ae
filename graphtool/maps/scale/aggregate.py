"""The map of a graph too large to be drawn: its groups, and what is in each, sheet by sheet.

The first sheet shows groups with what they hold and what runs between them, all of it counted. A
group opens into a sheet of its own: into groups again where it is large, and at last into the most
connected of its nodes with their sources, beside the groups that these have edges to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps import narrowing, records, selection
from graphtool.maps.content import Json
from graphtool.maps.scale import cards, details, gathering, leaves
from graphtool.maps.scale.cards import KINDS, RELATIONS, Group, Ints, Whole
from graphtool.maps.scale.details import Details
from graphtool.maps.scale.leaves import Beside
from graphtool.maps.settings import Settings
from graphtool.maps.views.view import View

DIVIDED = 600
"""A group of more nodes is divided again, where its own parts divide it."""
FEW = 40
"""So many groups are divided, at most, and into so many parts."""


def is_needed(graph: PlanGraph, view: View, settings: Settings) -> bool:
    """Whether a view shows more of the graph than can be drawn, and can show it by groups."""
    if view.name != "overview" or settings.before or len(graph.nodes) <= selection.LIMIT:
        return False
    return int(narrowing.everything(graph, settings)[0].sum()) > selection.LIMIT


def sheets(
    graph: PlanGraph, view: View, settings: Settings, grades: Mapping[str, str]
) -> list[Json]:
    """The first sheet, then those of the groups; `grades` are of what nobody answers for.

    `groups` of a sheet says how its cards were found, how many nodes and edges they hold, and how
    many nodes the file has one by one; `part` says where a sheet is opened from.
    """
    whole = Whole.of(graph, *narrowing.everything(graph, settings))
    top, rule = _groups(whole, np.arange(len(whole.rows)), "group", gathering.MOST)
    if len(top) <= FEW:
        top = [_divided(whole, group) for group in top]
    known = details.chosen(whole, [leaf for group in top for leaf in group.leaves()], grades)
    total = len(graph.nodes), graph.edge_count
    made = [{**_sheet(whole, known, top, rule, view), "total": total}]
    for group in top:
        made += _opened(whole, view.name, top, group, known)
    held = sum(map(len, known.shown.values()))
    made[0] |= {"purpose": view.purpose, "groups": {**made[0]["groups"], "held": held}}
    made[1:] = map(packed, made[1:])
    return made


def index(sheets: Sequence[Json]) -> Json:
    """By sheet, what each of its nodes that stand one by one is found by."""
    found: Json = {"view": "group-index"}
    for sheet in sheets:
        rows = [node["find"] for node in sheet["nodes"] if "card" not in node]
        if rows:
            found[sheet["view"]] = rows
    return found


def packed(sheet: Json) -> Json:
    """The sheet with its counted edges as rows of numbers, which are very many.

    Places of source and target among the nodes, place of the relation, how many, then the count by
    kinds.
    """
    at = {node["id"]: row for row, node in enumerate(sheet["nodes"])}
    rows = [
        [at[source], at[target], RELATIONS.index(relation), more["count"], *more.get("split", ())]
        for source, target, relation, _, _, more in sheet["edges"]
        if "count" in more
    ]
    return {**sheet, "edges": [e for e in sheet["edges"] if "count" not in e[5]], "lines": rows}


def _groups(whole: Whole, rows: Ints, name: str, most: int) -> tuple[list[Group], Text]:
    """These nodes in groups, and the rule."""
    part = whole.within(rows) if len(rows) < len(whole.rows) else whole
    found = gathering.gathered(np.array(KINDS, dtype=object)[part.kinds], part.links, most)
    order = np.argsort(found.home, kind="stable")
    bounds = np.searchsorted(found.home[order], np.arange(len(found.heads) + 1))
    groups = [
        Group(
            f"{name}-{at + 1}",
            rows[order[bounds[at] : bounds[at + 1]]],
            int(rows[head]) if head >= 0 else -1,
            found.joined[at],
        )
        for at, head in enumerate(found.heads)
    ]
    return groups, found.rule


def _divided(whole: Whole, group: Group) -> Group:
    if len(group.rows) <= DIVIDED:
        return group
    parts, rule = _groups(whole, group.rows, group.id, FEW)
    largest = max(len(part.rows) for part in parts)
    if len(parts) < 3 or largest > 0.9 * len(group.rows):
        return group
    return replace(group, parts=tuple(parts), rule=rule)


def _card(whole: Whole, group: Group, known: Details) -> Json:
    if group.parts:
        shown = sum(len(known.shown.get(leaf.id, ())) for leaf in group.leaves())
        return cards.record(whole, group, sheet=group.id, shown=shown)
    if group.id in known.shown:
        return cards.record(whole, group, sheet=group.id, shown=len(known.shown[group.id]))
    return cards.record(whole, group)


def _labels(whole: Whole, groups: Sequence[Group]) -> Ints:
    label = np.full(len(whole.rows), -1, dtype=np.int64)
    for at, group in enumerate(groups):
        label[group.rows] = at
    return label


def _sheet(
    whole: Whole, known: Details, groups: Sequence[Group], rule: Text, of: View | Group
) -> Json:
    """Groups as cards, and the edges between them: all of a view, or of a larger group."""
    name, title = (of.id, of.title(whole)) if isinstance(of, Group) else (of.name, of.title)
    made = [_card(whole, group, known) for group in groups]
    records.tell_apart(made)
    edges = cards.bundles(whole, _labels(whole, groups), [card["id"] for card in made])
    at = {card["id"]: row for row, card in enumerate(made)}
    places = cards.place(
        len(made), [(at[str(s)], at[str(t)], more["count"]) for s, t, _, _, _, more in edges]
    )
    for card, (x, y) in zip(made, places, strict=True):
        card.update(x=x, y=y, room=cards.room())
    nodes, inner = sum(len(group.rows) for group in groups), sum(e[5]["count"] for e in edges)
    size = [max(x for x, _ in places), max(y for _, y in places)]
    return {
        **cards.blank(name, title, (nodes, inner)),
        "nodes": made,
        "edges": edges,
        "size": size,
        "groups": {"rule": rule, "nodes": nodes, "edges": inner},
    }


def _opened(
    whole: Whole, above: str, top: Sequence[Group], group: Group, known: Details
) -> list[Json]:
    """The sheets below one of the first sheet's groups."""
    made = []
    if group.parts and group.rule:
        sheet = _sheet(whole, known, group.parts, group.rule, group)
        made.append({**sheet, "part": {"above": above}})
    groups = [other for other in top if other.id != group.id or not group.parts]
    groups += group.parts
    beside = Beside(_labels(whole, groups), groups)
    for leaf in group.leaves():
        if leaf.id in known.shown:
            sheet = leaves.sheet(whole, known, leaf, beside, lambda g: _card(whole, g, known))
            sheet["part"] |= {"above": group.id if group.parts else above}
            made.append(sheet)
    return made
