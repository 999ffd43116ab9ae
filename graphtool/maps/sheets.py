"""A view placed: what the page needs to draw one sheet of the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.language import LANGUAGES, Text
from graphtool.maps import accents, records, selection, years
from graphtool.maps.content import Json, Key
from graphtool.maps.layout import outline
from graphtool.maps.layout.sheet import Edge, Hull, Layout
from graphtool.maps.picture import Frame, Picture, picture
from graphtool.maps.settings import Settings
from graphtool.maps.texts import TEXTS
from graphtool.maps.ties import AROUND
from graphtool.maps.views.view import Drawn, View


def sheet(
    graph: PlanGraph, view: View, settings: Settings, shared: Frame | None = None
) -> Json | None:
    """Everything that the page needs of one view; None where it shows no node.

    `nodes` are in the graph's order, `edges` are `[source, target, relation, modality, assertions,
    more]` by ids; `passing` are those that only some years of the slider have.
    """
    seen = picture(graph, view, settings, shared)
    if not seen.nodes:
        return None
    nodes = [seen.nodes[node] for node in seen.content.nodes]
    records.tell_apart(nodes)
    legends = _accent(graph, view, settings, seen, nodes)
    both = [graph, *([settings.before] if settings.before is not None else [])]
    places = _places(both, nodes)
    layout = view.arrange(_drawn(graph, view, settings, seen, nodes))
    return {
        "view": view.name,
        "title": view.title,
        "purpose": view.purpose,
        **_placed(nodes, seen.edges, layout),
        "places": places,
        "activities": seen.content.activities,
        "stops": seen.stops,
        "followed": years.followed(graph, seen.nodes) if seen.stops else [],
        **legends,
        "total": seen.total,
        "compared": int(settings.before is not None),
    }


def _accent(
    graph: PlanGraph, view: View, settings: Settings, seen: Picture, nodes: list[Json]
) -> Json:
    """Give nodes their sizes and colours; returns what these stand for."""
    size_by = view.size_by if settings.size_by == "none" else settings.size_by
    sizes = accents.sizes(graph, seen.content, size_by, level=view.level)
    orphans = {node["id"]: node["mark"] for node in nodes if "mark" in node}
    tints, legend = accents.tints(
        graph, seen.content, settings.colour_by, orphans, level=view.level
    )
    for node in nodes:
        if node["id"] in sizes.value:
            node["size"] = sizes.factor(node["id"])
            node["value"] = round(sizes.value[node["id"]], 4)
        if legend:
            node["tint"] = tints[node["id"]]
    return {"tints": legend, "sizes": sizes.label}


def _drawn(
    graph: PlanGraph, view: View, settings: Settings, seen: Picture, nodes: list[Json]
) -> Drawn:
    """What is arranged: edges that only some year shows take no part in it."""
    at = {node["id"]: row for row, node in enumerate(nodes)}
    keys = [key for key in seen.edges if _is_lasting(seen.edges[key])]
    edges: list[Edge] = [(at[source], at[target], name) for source, target, name in keys]
    groups = [
        (
            tuple(at[member] for member in group.members if member in at),
            group.title,
            at.get(group.root, -1),
        )
        for group in seen.content.groups
    ]
    grouped = {member for members, _, _ in groups for member in members}
    rest = tuple(row for row in range(len(nodes)) if row not in grouped)
    if groups and rest:
        groups.append((rest, TEXTS["others"], -1))
    saved = settings.positions.of(view.name) if settings.positions else {}
    return Drawn(
        graph,
        nodes,
        [_longest(node) for node in nodes],
        edges,
        [seen.edges[key] for key in keys],
        groups,
        [node.get("size", 1.0) for node in nodes],
        {at[node]: point for node, point in saved.items() if node in at},
        settings,
    )


def _is_lasting(edge: Json) -> bool:
    return "when" not in edge or edge["when"][0][0] == 0


def _longest(node: Json) -> str:
    """The widest of a node's names, so that there is room for it in every language."""
    years = f" ({node['years']})" if "years" in node else ""
    names = [node["label"], *node.get("names", {}).values()]
    return max(names, key=outline.text_width) + years


def _placed(nodes: list[Json], edges: Mapping[Key, Json], layout: Layout) -> Json:
    """Nodes and edges where the layout has put them, and what it draws around them."""
    for node, spot in zip(nodes, layout.spots, strict=True):
        node.update(x=spot.x, y=spot.y, room=[spot.width, spot.height, int(spot.below)])
    lines = _lines(edges, layout)
    return {
        "nodes": nodes,
        "edges": [line for line, lasts in lines if lasts],
        "passing": [line for line, lasts in lines if not lasts],
        "hulls": [hull_record(hull, nodes) for hull in layout.hulls],
        "headings": [[h.x, h.y, h.width, h.text] for h in layout.headings],
        "areas": [[nodes[a.node]["id"] if a.node >= 0 else "", a.rings] for a in layout.areas],
        "size": [round(layout.width, 1), round(layout.height, 1)],
    }


def _lines(edges: Mapping[Key, Json], layout: Layout) -> list[tuple[list[object], bool]]:
    """The edges as lists, each with the corners of its line, and whether all of time has it."""
    made, at = [], 0
    for key, edge in edges.items():
        more = {name: edge[name] for name in edge if name not in ("modality", "assertions")}
        if _is_lasting(edge):
            if corners := layout.routes.get(at):
                more["corners"] = [value for corner in corners for value in corner]
            at += 1
        made.append(([*key, edge["modality"], edge["assertions"], more], _is_lasting(edge)))
    return made


def _places(graphs: Sequence[PlanGraph], nodes: Sequence[Json]) -> list[Json]:
    """Municipalities and regions of these graphs that concern something shown, the first's first.

    Gives each node its own.
    """
    row_of = {node["id"]: node for node in nodes}
    near: dict[str, set[str]] = {}
    for graph in graphs:
        spots, matrix = selection.concerning(graph)
        ids = graph.nodes["id"].to_numpy(dtype=object)
        at = np.flatnonzero(graph.nodes["id"].isin(list(row_of)))
        for spot, members in zip(spots, matrix[:, at].tolil().rows if spots else (), strict=True):
            if members:
                near.setdefault(ids[spot], set()).update(ids[at[member]] for member in members)
    for row, members in enumerate(near.values()):
        for member in members:
            row_of[member].setdefault("places", []).append(row)
    known = {id_: one for graph in graphs[::-1] for id_, one in records.nodes(graph, near).items()}
    records.tell_apart(known.values())
    fields = ("id", "label", "names", "kind", "years")
    return [{name: known[p][name] for name in fields if name in known[p]} for p in near]


def hull_record(hull: Hull, nodes: Sequence[Json]) -> Json:
    """A group; `root` heads it, else `title` does.

    The title is its own, that of the node in the middle of a net, the kind that all share, or
    others.
    """
    made: Json = {
        "box": [hull.x, hull.y, hull.width, hull.height],
        "nodes": [nodes[member]["id"] for member in hull.members],
        "net": int(hull.net),
        "inside": hull.inside,
        "depth": hull.depth,
    }
    if hull.outline:
        made["outline"] = [value for corner in hull.outline for value in corner]
    if hull.root >= 0:
        return {**made, "root": nodes[hull.root]["id"]}
    return {**made, "title": hull.title or _title(hull, nodes)}


def _title(hull: Hull, nodes: Sequence[Json]) -> Text:
    if hull.centre >= 0:
        node = nodes[hull.centre]
        names = node.get("names", {})
        return AROUND.format(name=Text(*(names.get(lang, node["label"]) for lang in LANGUAGES)))
    kinds = {nodes[member]["kind"] for member in hull.members}
    return schema.kind(kinds.pop()).plural if len(kinds) == 1 else TEXTS["others"]
