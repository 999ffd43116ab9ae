"""What is known of nodes, assertions and what changed, in the wire form."""

from __future__ import annotations

from dataclasses import fields

from graphtool.maps.content import Activity, Participation
from graphtool.maps.records import Assertion, Document, Node
from graphtool.maps.scene import Change, Row

Json = dict[str, object]
"""An object of JSON: texts, numbers, lists and objects by name. A `Text` is a list of three."""


def record(node: Node) -> Json:
    """What is known of a node."""
    facts = {"facts": [fact.as_dict() for fact in node.facts]} if node.facts else {}
    return {**given(node), **facts}


def assertion(said: Assertion) -> Json:
    """One statement of an edge."""
    return given(said)


def of_activity(activity: Activity) -> Json:
    """What a tie rests on, and who is part of it."""
    return {"name": activity.name, "who": {at: given(said) for at, said in activity.who.items()}}


def of_change(change: Change | None) -> Json:
    """What became of it since; {} where nothing is compared."""
    if change is None:
        return {}
    return {"change": change.change, "was": [_row(row) for row in change.was]}


def _row(row: Row) -> list[object]:
    sides = (
        assertion(side) if isinstance(side, Assertion) else side for side in (row.before, row.after)
    )
    return [row.field, *sides, *([row.about] if row.about else [])]


def given(part: Node | Assertion | Document | Participation) -> Json:
    """The fields of a record that are not empty, by name."""
    made = ((each.name, getattr(part, each.name)) for each in fields(part))
    return {name: value for name, value in made if value}
