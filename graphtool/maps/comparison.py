"""Two versions of a graph as one: what was added, removed or changed, and what changed in words.

Nodes are the same where they have the same id, edges where they join the same two by the same
relation. A line number that moved is no change: the sentence is what counts.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any, NamedTuple

from graphtool import language, schema
from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps import records
from graphtool.maps.content import Content, Json, Key
from graphtool.queries.projection import STATED

Row = list[Any]
"""What changed, before, after: None for nothing, a `Text` for names, else a text or a number."""

_NODE_FIELDS = ("kind", "subkind", "label", "valid_from", "valid_to", "note", "document", "quote")
_SAID = ("modality", "share", "amount", "currency", "status", "valid_from", "valid_to", "note")
_PLACED = ("lat", "lon")
"""Facts that say where a node is drawn, which moves a little with every survey."""
_OWNERS = ("OWNS", "RESPONSIBLE_FOR")
_WHOLE = ("PART_OF",)


class Comparison(NamedTuple):
    """What became of each node (by id) and edge (by key) that is not the same in both versions."""

    nodes: dict[str, Json]
    """`change`, and for what changed `was`: its rows."""
    edges: dict[Key, Json]

    def __str__(self) -> str:
        """In words.

        >>> print(Comparison({"a": {"change": "added"}}, {}))
        1 added, 0 removed, 0 changed (nodes); 0 added, 0 removed, 0 changed (relations)
        """
        found = ((self.nodes.values(), "nodes"), (self.edges.values(), "relations"))
        return "; ".join(
            ", ".join(
                f"{sum(one['change'] == change for one in changed)} {change}"
                for change in ("added", "removed", "changed")
            )
            + f" ({what})"
            for changed, what in found
        )


def compare(old: PlanGraph, new: PlanGraph) -> Comparison:
    """What differs between two graphs; nothing between a graph and itself.

    >>> vekst = {"id": "g", "kind": "Goal", "name": "Vekst"}
    >>> old = PlanGraph.from_tables([vekst, {"id": "h", "kind": "Goal", "name": "Ro"}])
    >>> new = PlanGraph.from_tables([{**vekst, "name": "Mer vekst"}])
    >>> compare(old, new).nodes
    {'g': {'change': 'changed', 'was': [['label', 'Vekst', 'Mer vekst']]},
     'h': {'change': 'removed'}}
    """
    before, after = (records.nodes(each, each.nodes["id"]) for each in (old, new))
    said = records.every_assertion(old), records.every_assertion(new)
    nodes = _differing(before, after, _node_rows)
    edges = _differing(said[0], said[1], _edge_rows)
    names = _names(new) | _names(old)
    for field, relations, mine, theirs in (("whole", _WHOLE, 0, 1), ("owner", _OWNERS, 1, 0)):
        for node, row in _moves(said, relations, mine, theirs).items():
            if node in before and node in after:
                changed = nodes.setdefault(node, {"change": "changed", "was": []})
                gone, come = ([names[other] for other in side] for side in row)
                changed["was"].append([field, _listed(gone), _listed(come)])
    return Comparison({node: nodes[node] for node in {**after, **before} if node in nodes}, edges)


def between(before: Content, after: Content, known: Container[Key]) -> dict[Key, Json]:
    """What became of the ties of a view, which no source states and a query works out.

    Of edges that are `known` to be stated only what the view itself says of them is compared.
    """
    # A tie that is stated is an activity without a name.
    names = {
        name: language.same(each["name"]) if each["name"] else schema.RELATIONS[STATED].label
        for content in (after, before)
        for name, each in content.activities.items()
    }

    def rows(one: Json, other: Json) -> list[Row]:
        made: list[Row] = []
        for field in ("weight", "circle"):
            if one.get(field) != other.get(field):
                made.append([field, one.get(field), other.get(field)])
        gone, come = _apart(one.get("shared", []), other.get("shared", []))
        if gone or come:
            sides = ([names[at] for at in part] for part in (gone, come))
            made.append(["shared", *(_listed(side, "; ") if side else None for side in sides)])
        return made

    found = _differing(before.edges, after.edges, rows)
    return {
        key: one for key, one in found.items() if one["change"] == "changed" or key not in known
    }


def _differing(before: Mapping[Any, Any], after: Mapping[Any, Any], rows: Any) -> dict[Any, Json]:
    """`change` of each name that only one has or that has rows, in the order of the later."""
    found: dict[Any, Json] = {}
    for name in {**after, **before}:
        if name not in after:
            found[name] = {"change": "removed"}
        elif name not in before:
            found[name] = {"change": "added"}
        elif was := rows(before[name], after[name]):
            found[name] = {"change": "changed", "was": was}
    return found


def _node_rows(before: Json, after: Json) -> list[Row]:
    rows: list[Row] = [
        [field, before.get(field), after.get(field)]
        for field in _NODE_FIELDS
        if before.get(field) != after.get(field)
    ]
    names = before.get("names", {}), after.get("names", {})
    rows += [
        [lang, names[0].get(lang), names[1].get(lang)]
        for lang in language.LANGUAGES
        if names[0].get(lang) != names[1].get(lang)
    ]
    aliases = [", ".join(each.get("aliases", [])) or None for each in (before, after)]
    return (
        rows
        + ([["aliases", *aliases]] if aliases[0] != aliases[1] else [])
        + _facts(before.get("facts", []), after.get("facts", []))
    )


def _facts(before: Sequence[Json], after: Sequence[Json]) -> list[Row]:
    """Facts that are no longer said, or said anew; those of one property in one row."""
    rows: list[Row] = []
    said = dict.fromkeys(fact["property"] for fact in (*before, *after))
    for name in (each for each in said if each not in _PLACED):
        values = [
            [
                f"{fact['value']} {fact.get('unit', '')}".strip()
                for fact in side
                if fact["property"] == name
            ]
            for side in (before, after)
        ]
        gone, come = _apart(*values)
        if gone or come:
            rows.append(["fact", "; ".join(gone) or None, "; ".join(come) or None, name])
    return rows


def _edge_rows(before: Sequence[Json], after: Sequence[Json]) -> list[Row]:
    """Assertions that are gone or new, and what changed in those that rest on the same sentence."""
    old, new = (
        [{name: value for name, value in one.items() if name != "line"} for one in side]
        for side in (before, after)
    )
    gone, come = _apart(old, new)
    rows: list[Row] = []
    for one in list(gone):
        other = next((each for each in come if _source(each) == _source(one)), None)
        if other is not None:
            gone.remove(one)
            come.remove(other)
            rows += [[f, one.get(f), other.get(f)] for f in _SAID if one.get(f) != other.get(f)]
    rows += [["assertion", before[old.index(one)], None] for one in gone]
    return rows + [["assertion", None, after[new.index(one)]] for one in come]


def _source(assertion: Json) -> tuple[Any, ...]:
    return tuple(assertion.get(name, "") for name in ("document", "quote", "carried_from"))


def _moves(
    said: tuple[Mapping[Key, Any], Mapping[Key, Any]],
    relations: Sequence[str],
    mine: int,
    theirs: int,
) -> dict[str, tuple[list[str], list[str]]]:
    """Nodes that lost some and gained other neighbours by these relations: both, by id.

    `mine` and `theirs` are the places of the node and of its neighbour in an edge's key.
    """
    sides: list[dict[str, list[str]]] = [{}, {}]
    for near, edges in zip(sides, said, strict=True):
        for key in edges:
            if key[2] in relations:
                near.setdefault(key[mine], []).append(key[theirs])
    made = {}
    for node in sides[0]:
        gone, come = _apart(*(list(dict.fromkeys(side.get(node, []))) for side in sides))
        if gone and come:
            made[node] = gone, come
    return made


def _apart(before: Sequence[Any], after: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """What only the one has, and what only the other; of equals as many as it has more."""
    gone, come = [], list(after)
    for each in before:
        if each in come:
            come.remove(each)
        else:
            gone.append(each)
    return gone, come


def _names(graph: PlanGraph) -> dict[str, Text]:
    table = graph.nodes
    columns = (table[name] for name in ("id", "name", "name_nb", "name_nn", "name_en"))
    return {
        node: Text(*(each or name for each in given))
        for node, name, *given in zip(*columns, strict=True)
    }


def _listed(names: Sequence[Text], mark: str = ", ") -> Text:
    return Text(*(mark.join(each) for each in zip(*names, strict=True)))
