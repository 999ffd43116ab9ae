"""The wire form: a map as the JSON-able data that the page reads.

Names are kept short where they repeat, and what is empty is left out. `wire.schema.json` describes
it field by field.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import chain

from graphtool import language, schema
from graphtool.hyphenation import breaks
from graphtool.maps import style
from graphtool.maps.content import Activity, Derived, Participation
from graphtool.maps.records import Assertion, Document, Node
from graphtool.maps.scene import Bundle, Card, Change, Hull, Line, Map, Place, Row, Scene, Symbol
from graphtool.maps.story.steps import State
from graphtool.maps.texts import FACTS, TEXTS
from graphtool.maps.views import views
from graphtool.queries.answer_options import GRADES

Json = dict[str, object]
"""An object of JSON: texts, numbers, lists and objects by name. A `Text` is a list of three."""
RELATIONS, KINDS = list(schema.RELATIONS), list(schema.KINDS)
LONG = 10
"""Letters of a word that may be broken on the page."""
_Inside = Mapping[str, Mapping[str, int]]
"""By the id of each fold, the places of its members in it; {} where no filter looks into any."""


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
    }
    documents = {name: _given(document) for name, document in map_.documents.items()}
    later = [_scene(scene) for scene in chain(others, map_.parts)]
    index = [_index(map_.parts)] if map_.parts else []
    said = {"documents": documents, "breaks": _breaks(map_)}
    return {"meta": meta, **_scene(first), **said, **vocabulary()}, later + index


def _breaks(map_: Map) -> dict[str, Sequence[int]]:
    """Of each long word of a name in any scene, after how many letters it may be broken."""
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
    return {word: at for word in sorted(words) if (at := breaks(word))}


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
    lasting = [_line(line, inside) for line in scene.lines if line.is_lasting]
    bundles = [] if scene.part else [_bundle(bundle, inside) for bundle in scene.bundles]
    made: Json = {
        "view": scene.name,
        "title": scene.title,
        "purpose": scene.purpose,
        "nodes": [*map(_symbol, scene.symbols), *map(_card, scene.cards)],
        "edges": lasting + bundles,
        "passing": [_line(line, inside) for line in scene.lines if not line.is_lasting],
        "strands": _strands(scene),
        "hulls": [_hull(hull) for hull in scene.hulls],
        "headings": scene.headings,
        "areas": scene.areas,
        "grid": [[value for corner in way for value in corner] for way in scene.grid],
        "size": [scene.width, scene.height],
        "places": [_place(place) for place in scene.places],
        "activities": {name: _activity(each) for name, each in scene.activities.items()},
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
        made |= {"part": {**trimmed, "above": part.above}, "lines": list(_counted(scene))}
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


def record(node: Node) -> Json:
    """What is known of a node."""
    facts = {"facts": [fact.as_dict() for fact in node.facts]} if node.facts else {}
    return {**_given(node), **facts}


def _symbol(symbol: Symbol) -> Json:
    made = record(symbol.node)
    more = {
        "when": symbol.when,
        **_change(symbol.change),
        "mark": symbol.grade,
        "marks": symbol.grades,
        "years": symbol.years,
    }
    made |= {name: value for name, value in more.items() if value}
    if symbol.value is not None:
        made |= {"size": symbol.size, "value": symbol.value}
    if symbol.tint is not None:
        made["tint"] = symbol.tint
    if symbol.places:
        made["places"] = symbol.places
    if symbol.head:
        made["head"] = symbol.head
    if fold := symbol.fold:
        marks = {"marks": fold.grades} if any(fold.grades) else {}
        made["fold"] = {
            "nodes": fold.members,
            "kinds": fold.kinds,
            "sheet": fold.opens,
            "named": fold.named,
            "each": [[KINDS.index(each.kind), each.places, *each.grades] for each in fold.each],
            **marks,
        }
    width, height, below = symbol.room
    return {**made, "x": symbol.x, "y": symbol.y, "room": [width, height, int(below)]}


def _card(card: Card) -> Json:
    holds: Json = {"nodes": card.nodes, "kinds": card.kinds, "joined": card.joined}
    if card.opens:
        holds |= {"sheet": card.opens, "shown": card.shown}
    return {
        "id": card.id,
        "label": card.label,
        "kind": card.kind,
        "find": card.find,
        **({"names": card.names} if card.names else {}),
        "card": holds,
        "x": card.x,
        "y": card.y,
        "room": [card.width, card.height, 0],
    }


def _place(place: Place) -> Json:
    names = {"names": place.node.names} if place.node.names else {}
    years = {"years": place.years} if place.years else {}
    return {
        "id": place.node.id,
        "label": place.node.label,
        **names,
        "kind": place.node.kind,
        **years,
    }


def _line(line: Line, inside: _Inside) -> list[object]:
    more = {
        **_derived(line.derived),
        "when": line.when,
        "over": [(first, last, _over(derived)) for first, last, derived in line.over],
        **_change(line.change),
        "corners": [value for corner in line.corners for value in corner],
        "rest": line.rest if line.rest in ("placed", "waiting") else "",
        "stands": line.counts if max(line.counts) > 1 else (),
        "each": _each(line, inside),
    }
    given = {name: value for name, value in more.items() if value}
    return [*line.key, line.modality, [assertion(one) for one in line.assertions], given]


def _strands(scene: Scene) -> list[list[object]]:
    """The two hulls of each, its corners, and its edges by their places among all of the scene."""
    lasting = [line.key for line in scene.lines if line.is_lasting]
    passing = [line.key for line in scene.lines if not line.is_lasting]
    # Counted edges come between.
    counted = [bundle.key for bundle in scene.bundles]
    place = {key: at for at, key in enumerate([*lasting, *counted, *passing])}
    return [
        [
            strand.ends,
            [value for corner in strand.corners for value in corner],
            [place[key] for key in strand.edges],
        ]
        for strand in scene.strands
    ]


def _derived(derived: Derived) -> Json:
    made: Json = {"weight": derived.weight, "shared": derived.shared} if derived.weight else {}
    return {**made, "circle": 1} if derived.circular else made


def _over(derived: Derived) -> Json:
    modality = {"modality": derived.modality} if derived.modality else {}
    return {**_derived(derived), **modality}


def assertion(said: Assertion) -> Json:
    """One statement of an edge."""
    return _given(said)


def _change(change: Change | None) -> Json:
    if change is None:
        return {}
    return {"change": change.change, "was": [_row(row) for row in change.was]}


def _row(row: Row) -> list[object]:
    sides = (
        assertion(side) if isinstance(side, Assertion) else side for side in (row.before, row.after)
    )
    return [row.field, *sides, *([row.about] if row.about else [])]


def _each(of: Line | Bundle, inside: _Inside) -> list[list[object]]:
    """Of each edge that a line stands for, the places of its ends in the folds; -1 for in none."""
    if of.source not in inside and of.target not in inside:
        return []
    source, target = (inside.get(end, {}) for end in (of.source, of.target))
    return [
        [source.get(one.source, -1), target.get(one.target, -1), *([one.when] if one.when else [])]
        for one in of.each
    ]


def _bundle(bundle: Bundle, inside: _Inside) -> list[object]:
    more: Json = {"count": bundle.count, "split": list(chain(*bundle.kinds))}
    if each := _each(bundle, inside):
        more["each"] = each
    return [bundle.source, bundle.target, bundle.relation, "", [], more]


def _counted(scene: Scene) -> Iterator[list[int]]:
    """Each bundle as numbers: places of source and target among the nodes, of the relation.

    Then how many edges it stands for, and that by kinds.
    """
    there = [*(symbol.node.id for symbol in scene.symbols), *(card.id for card in scene.cards)]
    at = {node: row for row, node in enumerate(there)}
    for bundle in scene.bundles:
        relation = RELATIONS.index(bundle.relation)
        ends = at[bundle.source], at[bundle.target]
        yield [*ends, relation, bundle.count, *chain(*bundle.kinds)]


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


def _activity(activity: Activity) -> Json:
    return {"name": activity.name, "who": {at: _given(said) for at, said in activity.who.items()}}


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


def _given(part: Node | Assertion | Document | Participation) -> Json:
    """The fields of a record that are not empty, by name."""
    made = ((each.name, getattr(part, each.name)) for each in fields(part))
    return {name: value for name, value in made if value}


def vocabulary() -> Json:
    """What the page knows of the vocabulary, its looks and its words, whatever the graph."""
    return {
        "kinds": {
            kind.name: {
                "label": kind.label,
                "plural": kind.plural,
                "shape": kind.shape,
                "subkinds": kind.subkinds,
                "fill": {theme: style.fill(kind.name, theme) for theme in style.THEMES},
            }
            for kind in schema.KINDS.values()
        },
        "relations": {
            relation.name: {
                "label": relation.label,
                "inverse": relation.inverse,
                "undirected": relation.undirected,
                **relation.line._asdict(),
                **({"letter": relation.letter} if relation.letter else {}),
            }
            for relation in schema.RELATIONS.values()
        }
        | style.DERIVED,
        "modalities": schema.MODALITIES,
        "statuses": schema.STATUSES,
        "grades": {
            grade: {"label": GRADES[grade], "shape": shape, "colour": colour}
            for grade, (shape, colour) in style.BADGES.items()
        },
        "changes": style.CHANGES,
        "languages": language.LANGUAGES,
        "texts": TEXTS,
        "facts": FACTS,
        "fold": _folding(),
        "shapes": style.SHAPES,
        "arrows": style.ARROWS,
        "marks": style.MARKS,
        "borders": style.BORDERS,
        "radius": style.SYMBOL_RADIUS,
        "colours": style.COLOURS,
    }


def _folding() -> dict[str, str]:
    """Letters as `language.searchable` folds them, where lower case and no accent are not all."""
    odd = (c for c in map(chr, range(0x80, 0x2000)) if c.casefold() != c.lower())
    plain = {c: language.searchable(c) for c in odd}
    return plain | {chr(code): to for code, to in language.LETTERS.items()}
