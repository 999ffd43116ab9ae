"""A story on the sheets of a map: each step with the sheet that it is shown on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx

from graphtool.errors import Problem
from graphtool.maps.content import Json
from graphtool.maps.telling.story import State, Story, problem, raise_all
from graphtool.maps.ties import TIE


def views(story: Story | None) -> list[str]:
    """Names of the views that a story's steps ask for, in its order; [] without a story."""
    steps = story.steps if story else ()
    return list(dict.fromkeys(step.state.view for step in steps if step.state.view))


def staged(
    story: Story, sheets: Sequence[Json], findings: Sequence[Json], advice: str
) -> list[Json]:
    """Title, text and state of each step as the page reads them.

    A step without a view is shown on the first sheet that has what it points at. Raises
    `GraphtoolError` with every step that names what no sheet of this map shows; `advice` says
    what may have left it out.
    """
    told = {finding["key"]: finding for finding in findings}
    problems: list[Problem] = []
    made = []
    for number, step in enumerate(story.steps, start=1):
        sheet = _sheet(step.state, sheets, told)
        wrong = _missing(step.state, sheet, sheets, advice) or _unseen(step.state, sheet, told)
        problems += [problem(story, number, key, message) for key, message in wrong]
        view = sheet["view"] if sheet else ""
        made.append({"title": step.title, "text": step.text, "state": _state(step.state, view)})
    raise_all(problems)
    return made


def _state(state: State, view: str) -> Json:
    """The fields that are given, under the names that an address has."""
    ends = state.path or ("", "")
    fields = {
        "view": view,
        "node": state.node,
        "from": ends[0],
        "to": ends[1],
        "edge": list(state.edge or ()),
        "finding": state.finding,
        "steps": state.steps if state.steps > 1 else 0,
        "hide": list(state.hide),
        "hideRel": list(state.hide_relations),
        "mun": list(state.municipalities),
        "year": state.year,
        "theme": state.theme,
    }
    return {name: value for name, value in fields.items() if value}


def _sheet(state: State, sheets: Sequence[Json], told: Mapping[str, Json]) -> Json | None:
    """The sheet of the view that is named, else that with most of what is pointed at."""
    if state.view:
        return next((sheet for sheet in sheets if sheet["view"] == state.view), None)
    wanted = {node for _, node in _pointed(state)} | set(_about(told.get(state.finding)))
    # max keeps the first of equals.
    return max(sheets, key=lambda sheet: len(wanted & _ids(sheet)))


def _pointed(state: State) -> list[tuple[str, str]]:
    """Keys of a step that name nodes, and the nodes."""
    named = [("node", state.node)] if state.node else []
    named += [*zip(("from", "to"), state.path, strict=True)] if state.path else []
    return [*named, *(("edge", end) for end in (state.edge or ())[:2])]


def _about(finding: Json | None) -> list[str]:
    if finding is None:
        return []
    return [*finding["nodes"], *(end for edge in finding["edges"] for end in edge[:2])]


def _ids(sheet: Json) -> set[str]:
    return {node["id"] for node in sheet["nodes"]}


def _missing(
    state: State, sheet: Json | None, sheets: Sequence[Json], advice: str
) -> list[tuple[str, str]]:
    """Key and message for what a step names and its sheet does not have."""
    if sheet is None:
        return [("view", f"view {state.view!r} has no nodes to show; {advice}")]
    view, places = sheet["view"], {place["id"] for place in sheet["places"]}
    wrong = [
        ("municipality", f"view {view!r} shows nothing of {place!r}; {advice}")
        for place in state.municipalities
        if place not in places
    ]
    if state.year and not sheet["stops"]:
        wrong.append(("year", f"view {view!r} has no slider through the years; {advice}"))
    for key, node in dict.fromkeys(_pointed(state)):
        if node not in _ids(sheet):
            there = _elsewhere(node, sheets)
            wrong.append((key, f"view {view!r} does not show {node!r}{there}; {advice}"))
    return wrong


def _unseen(state: State, sheet: Json | None, told: Mapping[str, Json]) -> list[tuple[str, str]]:
    """Key and message for what a step points at, and does not show."""
    if sheet is None:
        return []
    shown = _shown(state, sheet)
    hidden = [
        (key, f"the step itself leaves {node!r} out: see its {_filters(state)}")
        for key, node in dict.fromkeys(_pointed(state))
        if node not in shown
    ]
    if hidden:
        return hidden
    if state.edge and not shown.has_edge(*state.edge):
        source, target, relation = state.edge
        return [("edge", f"{source} {relation} {target} is not shown in this step")]
    if state.path and not nx.has_path(shown.to_undirected(as_view=True), *state.path):
        return [("to", f"no path leads there from {state.path[0]!r} in this step")]
    about = set(_about(told.get(state.finding)))
    if state.finding and (state.finding not in told or (about and not about & set(shown))):
        return [("finding", f"nothing of {state.finding!r} is shown in this step")]
    return []


def _shown(state: State, sheet: Json) -> nx.MultiDiGraph[str]:
    """The nodes and edges (key = relation) that are visible during a step."""
    stops = sheet["stops"]
    moment = max(1, sum(stop <= state.year for stop in stops)) if state.year and stops else 0
    rows = [row for row, place in enumerate(sheet["places"]) if place["id"] in state.municipalities]
    net: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    net.add_nodes_from(
        node["id"]
        for node in sheet["nodes"]
        if node["kind"] not in state.hide
        and _is_there(node, moment)
        and (not rows or any(row in node.get("places", ()) for row in rows))
    )
    for source, target, relation, *_, more in [*sheet["edges"], *sheet["passing"]]:
        is_kept = relation not in state.hide_relations and _is_there(more, moment)
        if is_kept and source in net and target in net:
            net.add_edge(source, target, relation)
            if relation == TIE:  # has no direction; the sheet's order is the page's
                net.add_edge(target, source, relation)
    return net


def _is_there(record: Json, moment: int) -> bool:
    """Whether a node or an edge is shown at that stop of the slider; 0 is all of time."""
    return any(first <= moment <= last for first, last in record.get("when", [(0, moment)]))


def _filters(state: State) -> str:
    given = {"hide": state.hide, "municipality": state.municipalities, "year": state.year}
    return " and ".join(key for key, value in given.items() if value)


def _elsewhere(node: str, sheets: Sequence[Json]) -> str:
    shown = [sheet["view"] for sheet in sheets if node in _ids(sheet)]
    return f", but {' and '.join(shown)} {'does' if len(shown) == 1 else 'do'}" if shown else ""
