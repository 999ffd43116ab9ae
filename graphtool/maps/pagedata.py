"""A plan graph as the page's data: plain lists and dicts, ready to be written as JSON.

Names are kept short where they repeat per node or edge; what is empty is left out.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from graphtool import language, schema
from graphtool.graph import PlanGraph
from graphtool.language import Language, Text
from graphtool.maps import layout, outline, selection, style
from graphtool.maps.texts import FACTS, TEXTS

Json = dict[str, Any]
_EVIDENCE = ("document", "line", "quote", "note", "valid_from", "valid_to")
_STRENGTH = list(schema.MODALITIES)
"""Of several assertions the strongest says how the edge is drawn: stated before planned ..."""


def page_data(
    graph: PlanGraph,
    *,
    lang: Language,
    title: Text,
    theme: style.Theme,
    notes: Sequence[Text],
    as_of: str | None,
    total: tuple[int, int],
) -> Json:
    """Everything the page shows; `total` is (nodes, edges) before a large graph was cut.

    `nodes` are in the graph's order, `edges` are `[source, target, relation, ...]` by ids.
    """
    edges = _edges(graph)
    nodes = _nodes(graph)
    places = selection.places(graph)
    ids = [node["id"] for node in nodes]
    for place, members in places.items():
        for member in members:
            nodes[member].setdefault("places", []).append(place)
    at = {node: row for row, node in enumerate(ids)}
    sheet = layout.arrange(
        [_longest(node) for node in nodes], [(at[e[0]], at[e[1]], e[2]) for e in edges]
    )
    for node, spot in zip(nodes, sheet.spots, strict=True):
        node.update(x=spot.x, y=spot.y, room=[spot.width, spot.height, int(spot.below)])
    routes = dict(sheet.routes)
    for edge in edges:
        _route(edge, at, routes)
    return {
        "meta": {
            "title": title, "lang": lang, "theme": theme, "asOf": as_of or "", "notes": list(notes),
            "total": total, "size": [round(sheet.width, 1), round(sheet.height, 1)],
        },
        "nodes": nodes,
        "edges": edges,
        "hulls": [_hull(hull, nodes) for hull in sheet.hulls],
        "places": [ids[place] for place in places],
        "documents": _documents(graph),
        **vocabulary(),
    }  # fmt: skip


def vocabulary() -> Json:
    """What the page knows of the vocabulary, its looks and its words, whatever the graph."""
    return {
        "kinds": {
            kind.name: {
                "label": kind.label, "plural": kind.plural, "shape": kind.shape,
                "subkinds": kind.subkinds,
                "fill": {theme: style.fill(kind.name, theme) for theme in style.THEMES},
            }
            for kind in schema.KINDS.values()
        },
        "relations": {
            relation.name: {
                "label": relation.label, "inverse": relation.inverse, "dash": relation.dash,
                "undirected": relation.undirected, **style.LINES[relation.name]._asdict(),
            }
            for relation in schema.RELATIONS.values()
        },
        "modalities": schema.MODALITIES,
        "statuses": schema.STATUSES,
        "languages": language.LANGUAGES,
        "texts": TEXTS,
        "facts": FACTS,
        "fold": _folding(),
        "shapes": style.SHAPES,
        "arrows": style.ARROWS,
        "marks": style.MARKS,
        "radius": style.SYMBOL_RADIUS,
        "colours": style.COLOURS,
    }  # fmt: skip


def _folding() -> dict[str, str]:
    """Letters as `language.searchable` folds them, where lower case and no accent are not all."""
    odd = (c for c in map(chr, range(0x80, 0x2000)) if c.casefold() != c.lower())
    plain = {c: language.searchable(c) for c in odd}
    return plain | {chr(code): to for code, to in language._LETTERS.items()}


def _present(row: Mapping[Hashable, Any], names: Sequence[str]) -> Json:
    """The fields that are given, as plain Python values."""
    found = {}
    for name in names:
        value = row[name]
        if value not in ("", 0) and value == value:
            found[name] = value.item() if hasattr(value, "item") else value
    return found


def _nodes(graph: PlanGraph) -> list[Json]:
    made = []
    for row in graph.nodes.to_dict("records"):
        names = [row["name"], row["name_nb"], row["name_nn"], row["name_en"]]
        aliases = [alias for alias in row["aliases"].split(";") if alias]
        found = " ".join(dict.fromkeys(language.searchable(n) for n in [*names, *aliases] if n))
        node: Json = {"id": row["id"], "label": row["name"], "kind": str(row["kind"])}
        given = {lang: row[f"name_{lang}"] for lang in language.LANGUAGES if row[f"name_{lang}"]}
        facts = [fact.as_dict() for fact in row["facts"]]
        for name, value in (("names", given), ("aliases", aliases), ("facts", facts)):
            if value:
                node[name] = value
        made.append({**node, **_present(row, ["subkind", *_EVIDENCE]), "find": found})
    _tell_apart(made)
    return made


def _longest(node: Json) -> str:
    """The widest of a node's names, so that there is room for it in every language."""
    years = f" ({node['years']})" if "years" in node else ""
    names = [node["label"], *node.get("names", {}).values()]
    return max(names, key=outline.text_width) + years


def _tell_apart(nodes: Sequence[Json]) -> None:
    """Give nodes of one name and kind their years, as `–2019` and `2024–` for two counties."""
    named: dict[tuple[str, str], list[Json]] = {}
    for node in nodes:
        named.setdefault((node["kind"], node["label"]), []).append(node)
    for alike in named.values():
        for node in alike if len(alike) > 1 else ():
            begun, ended = node.get("valid_from", "")[:4], node.get("valid_to", "")[:4]
            if begun or ended:
                node["years"] = f"{begun}\u2013{ended}"


def _edges(graph: PlanGraph) -> list[list[Any]]:
    """`[source, target, relation, modality, assertions]`, one a distinct edge, in graph order."""
    ids = graph.nodes["id"].tolist()
    fields = ["modality", "share", "amount", "currency", "status", *_EVIDENCE, "carried_from"]
    made: dict[tuple[str, str, str], list[Any]] = {}
    for row in graph.edges.to_dict("records"):
        key = ids[row["source"]], ids[row["target"]], str(row["relation"])
        edge = made.setdefault(key, [*key, "derived", []])
        edge[3] = min(edge[3], row["modality"], key=_STRENGTH.index)
        edge[4].append(_present(row, fields))
    return list(made.values())


def _route(
    edge: list[Any], at: Mapping[str, int], routes: dict[tuple[int, int], layout.Route]
) -> None:
    """Give the first edge of a node and its parent the corners of its line, source to target."""
    source, target = at[edge[0]], at[edge[1]]
    corners = routes.pop((source, target), None)
    if corners is None and (backwards := routes.pop((target, source), None)):
        corners = backwards[::-1]
    if corners:
        edge.append([value for corner in corners for value in corner])


def _hull(hull: layout.Hull, nodes: Sequence[Json]) -> Json:
    """A group's box; `root` heads it, else `title` does: the kind that all share, or others."""
    made: Json = {
        "box": [hull.x, hull.y, hull.width, hull.height],
        "nodes": [nodes[member]["id"] for member in hull.members],
        "net": int(hull.net),
        "inside": hull.inside,
        "depth": hull.depth,
    }
    if hull.root >= 0:
        return {**made, "root": nodes[hull.root]["id"]}
    kinds = {nodes[member]["kind"] for member in hull.members}
    title = schema.kind(kinds.pop()).plural if len(kinds) == 1 else TEXTS["others"]
    return {**made, "title": title}


def _documents(graph: PlanGraph) -> Json:
    """Documents by id; an address is kept only where it is http or https."""
    made = {}
    for row in graph.documents.to_dict("records"):
        fields = _present(row, ["title", "file", "language", "date", "publisher", "url"])
        if not fields.get("url", "").lower().startswith(("http://", "https://")):
            fields.pop("url", None)
        made[row["id"]] = fields
    return made
