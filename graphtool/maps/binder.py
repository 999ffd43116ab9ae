"""Sheets bound to one map: which views go into the file, and which of them is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graphtool.errors import GraphtoolError, UnknownName
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps import choice, discretion, narrowing, pagedata, picture, sheets
from graphtool.maps.content import Json
from graphtool.maps.scale import aggregate
from graphtool.maps.selection import LIMIT
from graphtool.maps.settings import Settings
from graphtool.maps.telling import staging, told
from graphtool.maps.views import find, views
from graphtool.maps.views.view import View

PLAIN = ("lang", "theme", "asOf")
"""What of the page's settings is no text."""


class Bound(NamedTuple):
    """A map's data: what the page shows at first, and its other sheets."""

    data: Json
    sheets: list[Json]
    """All of them, the one that is opened first."""
    why: Text | None
    below: Sequence[Json] = ()
    """Sheets of groups, opened from the others."""


def bind(graph: PlanGraph, settings: Settings) -> Bound:
    """The sheets of a graph's map.

    Raises `GraphtoolError` where the graph, or a view that was asked for, has no nodes to show.
    """
    asked = [find(name) for name in dict.fromkeys(settings.views)]
    dated = graph.as_of(settings.as_of)
    if not len(dated.nodes) and not (settings.before is not None and len(settings.before.nodes)):
        day = f" on {settings.as_of}" if settings.as_of else ""
        raise GraphtoolError(f"{_name(graph)} has no nodes to show{day}")
    _check(dated, settings)
    chosen = None
    if not asked:
        chosen = choice.choose(narrowing.left(dated, settings))
        asked = [find(chosen.view), *_others(dated, chosen.view)]
    asked += [find(name) for name in staging.views(settings.story) if find(name) not in asked]
    shared = picture.frame(dated, settings, graph)
    made: list[tuple[View, Json | None]] = []
    below: list[Json] = []
    for view in asked:
        if aggregate.is_needed(dated, view, settings):
            first, *more = aggregate.sheets(dated, view, settings, shared.timeline.grades[0])
            made.append((view, first))
            below += more
        else:
            made.append((view, sheets.sheet(dated, view, settings, shared)))
    found = [sheet for _, sheet in made if sheet]
    empty = [view.name for view, sheet in made if not sheet and view.name in settings.views]
    if not found or empty:
        what = f"view {empty[0]!r} of {_name(graph)}" if empty else _name(graph)
        raise GraphtoolError(f"{what} has no nodes to show; {_advice(settings)}")
    why = _reason(chosen, found[0])
    findings = told.findings(graph, found, settings)
    story: list[Json] = []
    if settings.story is not None:
        story = staging.staged(settings.story, found, findings or [], _advice(settings))
    data = pagedata.page_data(
        dated, found, settings, why=why, findings=findings, story=story, below=below
    )
    if settings.hide_persons:
        data, found, below = _discreet(graph, data, found, below, settings)
    return Bound(data, found, why, [*below, aggregate.index(below)] if below else [])


def _discreet(
    graph: PlanGraph, data: Json, found: list[Json], below: list[Json], settings: Settings
) -> tuple[Json, list[Json], list[Json]]:
    """The same without the names of people, of whatever day; the page's own words stay."""
    graphs = [graph, *([settings.before] if settings.before is not None else [])]
    cleaned = discretion.Discretion(graphs, settings.lang).cleaned
    found, below = cleaned(found), cleaned(below)
    meta = {name: part if name in PLAIN else cleaned(part) for name, part in data["meta"].items()}
    documents = cleaned(data["documents"])
    return {**data, **found[0], "meta": meta, "documents": documents}, found, below


def _reason(chosen: choice.Choice | None, opened: Json) -> Text | None:
    """Why this sheet; None where it was asked for, or where the chosen view shows nothing."""
    if chosen is not None and opened["view"] == "overview":
        return choice.overview(opened.get("groups", {}).get("nodes", len(opened["nodes"])))
    return chosen.why if chosen is not None and chosen.view == opened["view"] else None


def _check(graph: PlanGraph, settings: Settings) -> None:
    """Raises `GraphtoolError` for what neither the graph nor what it is compared with knows."""
    try:
        narrowing.checked(graph, settings)
    except UnknownName:
        if settings.before is None:
            raise
        narrowing.checked(settings.before, settings)


def _others(graph: PlanGraph, opened: str) -> list[View]:
    """The other views, none of a large graph; a view that shows nothing gives no sheet."""
    if len(graph.nodes) > LIMIT:
        return []
    return [view for name, view in views().items() if name != opened]


def _name(graph: PlanGraph) -> str:
    return repr(graph.name) if graph.name else "the graph"


def _advice(settings: Settings) -> str:
    given = [
        option
        for option, value in (
            ("--focus", settings.focus),
            ("--kinds", settings.kinds),
            ("--relations", settings.relations),
            ("--municipality", settings.municipalities),
            ("--hide-persons", settings.hide_persons),
            ("--as-of", settings.as_of),
        )
        if value
    ]
    if given:
        return f"ask for more than {' and '.join(given)} leaves"
    return f"choose another view: {', '.join(views())}"
