"""What stands for nodes, in the wire form."""

from __future__ import annotations

from graphtool import schema
from graphtool.maps.scene import Card, Place, Symbol
from graphtool.maps.wire.records import Json, of_change, record

KINDS = list(schema.KINDS)


def of_symbol(symbol: Symbol) -> Json:
    """A node where it stands, with what is known of it."""
    made = record(symbol.node)
    more = {
        "when": symbol.when,
        **of_change(symbol.change),
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


def of_card(card: Card) -> Json:
    """A group as a box, with what it holds."""
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


def of_place(place: Place) -> Json:
    """What the map can be narrowed by."""
    names = {"names": place.node.names} if place.node.names else {}
    years = {"years": place.years} if place.years else {}
    return {
        "id": place.node.id,
        "label": place.node.label,
        **names,
        "kind": place.node.kind,
        **years,
    }
