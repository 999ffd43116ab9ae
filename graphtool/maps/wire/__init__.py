"""The wire form: a map as the JSON-able data that the page reads.

Names are kept short where they repeat, and what is empty is left out. `wire.schema.json` describes
it field by field.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from graphtool.hyphenation import ways
from graphtool.maps.scene import Hull, Map, Scene, Symbol
from graphtool.maps.story.steps import State
from graphtool.maps.views import views
from graphtool.maps.wire.lines import counted, of_bundle, of_line, of_strands
from graphtool.maps.wire.records import Json, assertion, given, of_activity, record
from graphtool.maps.wire.symbols import of_card, of_place, of_symbol
from graphtool.maps.wire.vocabulary import vocabulary

__all__ = ["Json", "assertion", "page", "record", "vocabulary"]
LONG = 10
"""Letters of a word that may be broken on the page."""


def page(map_: Map) -> tuple[Json, list[Json]]:
    """What the page reads at once, its first scene among it, and each scene that it reads later.

    >>> from graphtool.maps.build import build
    >>> from graphtool.maps.settings import Settings
    >>> from graphtool.graph import PlanGraph
    >>> graph = PlanGraph.from_tables([{"id": "v", "kind": "Municipality", "name": "Vennesla"}])
    >>> first, later = page(build(graph, Settings()))
    >>> first["view"], [scene["view"] for scene in later]
    ('overview', ['municipalities'])
    """
    first, *others = map_.scenes
    meta = {
        "title": map_.title,
        "lang": map_.lang,
        "theme": map_.theme,
        "asOf": map_.as_of,
        "notes": map_.notes,
        "why": map_.why,
        "unread": map_.unread,
        "sheets": [[each.name, each.title, each.purpose] for each in _offered(map_)],
        "below": [[scene.name, scene.title] for scene in map_.parts],
        "findings": None
        if map_.findings is None
        else [{**each.finding._asdict(), "shown": each.scenes} for each in map_.findings],
        "story": [
            {"title": step.title, "text": step.text, "state": _state(step.state)}
            for step in map_.story
        ],
        "before": map_.before,
        "narrowed": map_.narrowed,
    }
    documents = {name: given(document) for name, document in map_.documents.items()}
    later = [_scene(scene) for scene in chain(others, map_.parts)]
    index = [_index(map_.parts)] if map_.parts else []
    said = {"documents": documents, "breaks": _breaks(map_)}
    return {"meta": meta, **_scene(first), **said, **vocabulary()}, later + index


def _breaks(map_: Map) -> dict[str, Sequence[Sequence[int]]]:
    """Of each long word of a name in any scene, where it may be broken, the best way first."""
    names = {
        name
        for scene in chain(map_.scenes, map_.parts)
        for texts in chain(
            (symbol.node.words for symbol in scene.symbols),
            ((card.label, *card.names.values()) for card in scene.cards),
            (heading.text for heading in scene.headings),
        )
        for name in texts
    }
    words = {word for name in names for word in name.split(" ") if len(word) >= LONG}
    return {word: at for word in sorted(words) if (at := ways(word))}


def _offered(map_: Map) -> Sequence[Scene]:
    """The scenes in the order in which they were asked for, else in that of views."""
    if map_.why is None:
        return map_.scenes
    order = list(views())
    return sorted(map_.scenes, key=lambda scene: order.index(scene.name))


def _scene(scene: Scene) -> Json:
    """One view. A part of another has its many counted edges as rows of numbers, `lines`."""
    inside = {
        symbol.node.id: {member: at for at, member in enumerate(symbol.fold.members)}
        for symbol in scene.symbols
        if symbol.fold and scene.places
    }
    lasting = [of_line(line, inside) for line in scene.lines if line.is_lasting]
    bundles = [] if scene.part else [of_bundle(bundle, inside) for bundle in scene.bundles]
    made: Json = {
        "view": scene.name,
        "title": scene.title,
        "purpose": scene.purpose,
        "nodes": [*map(of_symbol, scene.symbols), *map(of_card, scene.cards)],
        "edges": lasting + bundles,
        "passing": [of_line(line, inside) for line in scene.lines if not line.is_lasting],
        "strands": of_strands(scene),
        "hulls": [_hull(hull) for hull in scene.hulls],
        "headings": scene.headings,
        "areas": scene.areas,
        "grid": [[value for corner in way for value in corner] for way in scene.grid],
        "size": [scene.width, scene.height],
        "places": [of_place(place) for place in scene.places],
        "activities": {name: of_activity(each) for name, each in scene.activities.items()},
        "stops": scene.stops,
        "followed": scene.successions,
        "tints": {key: tint._asdict() for key, tint in scene.tints.items()},
        "sizes": scene.sizes,
        "total": scene.total,
        "compared": int(scene.is_compared),
    }
    if groups := scene.groups:
        held = {} if groups.held is None else {"held": groups.held}
        made["groups"] = {"rule": groups.rule, "nodes": groups.nodes, "edges": groups.edges, **held}
    if part := scene.part:
        trimmed = {} if part.is_trimmed is None else {"trimmed": int(part.is_trimmed)}
        made |= {"part": {**trimmed, "above": part.above}, "lines": list(counted(scene))}
    return made


def _index(parts: Sequence[Scene]) -> Json:
    """By scene, what each of its nodes that stand one by one is found by.

    "" for what stands there because of others, and for what is folded there again.
    """
    shown = {part.name: [_found(part, symbol) for symbol in part.symbols] for part in parts}
    return {"view": "group-index", **{name: found for name, found in shown.items() if found}}


def _found(part: Scene, symbol: Symbol) -> str:
    opened = part.part and part.part.opened
    is_inside = not opened or symbol.node.id in opened
    return symbol.node.find if is_inside and not symbol.fold else ""


def _hull(hull: Hull) -> Json:
    made: Json = {
        "box": [hull.x, hull.y, hull.width, hull.height],
        "nodes": hull.members,
        "cluster": int(hull.is_cluster),
        "inside": hull.inside,
        "depth": hull.depth,
    }
    if hull.outline:
        made["outline"] = [value for corner in hull.outline for value in corner]
    return {**made, **({"root": hull.root} if hull.root else {"title": hull.title})}


def _state(state: State) -> Json:
    """The fields that are given, under the names that an address has."""
    ends = state.path or ("", "")
    made = {
        "view": state.view,
        "node": state.node,
        "from": ends[0],
        "to": ends[1],
        "edge": state.edge,
        "finding": state.finding,
        "steps": state.steps if state.steps > 1 else 0,
        "hide": state.hide,
        "hideRel": state.hide_relations,
        "mun": state.municipalities,
        "year": state.year,
        "theme": state.theme,
    }
    return {name: value for name, value in made.items() if value}
