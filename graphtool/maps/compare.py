"""Two versions of a graph as one: what was added, removed or changed, and what changed in words.

Nodes are the same where they have the same id, edges where they join the same two by the same
relation. A line number that moved is no change: the sentence is what counts. Nor is it one that
the sheet that all was read from was saved under another name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Hashable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from graphtool import language, schema
from graphtool.graph import Fact, PlanGraph
from graphtool.language import Said, Text, together
from graphtool.maps import records
from graphtool.maps.content import Content, Derived, Key
from graphtool.maps.records import Assertion, Node, Version
from graphtool.maps.scene import Change, Row
from graphtool.queries.projection import STATED

Name = TypeVar("Name", bound=Hashable)
Value = TypeVar("Value")
Item = TypeVar("Item")
Cited = TypeVar("Cited", Node, Assertion)

_NODE_FIELDS = ("kind", "subkind", "label", "valid_from", "valid_to", "note", "document", "quote")
_SAID = ("modality", "share", "amount", "currency", "status", "valid_from", "valid_to", "note")
_PLACED = ("lat", "lon")
"""Facts that say where a node is drawn, which moves a little with every survey."""
_OWNERS = ("OWNS", "RESPONSIBLE_FOR")
_WHOLE = ("PART_OF",)


_CHANGES = Text(
    "nye: {added}, borte: {removed}, endret: {changed} ({what})",
    "nye: {added}, borte: {removed}, endra: {changed} ({what})",
    "{added} added, {removed} removed, {changed} changed ({what})",
)
_NODES = Text("noder", "nodar", "nodes")
_RELATIONS = Text("sammenhenger", "samanhengar", "relations")


class Comparison(NamedTuple):
    """What became of each node (by id) and edge (by key) that is not the same in both versions."""

    nodes: dict[str, Change]
    edges: dict[Key, Change]

    def __str__(self) -> str:
        """In words.

        >>> print(Comparison({"a": Change("added")}, {}))
        1 added, 0 removed, 0 changed (nodes); 0 added, 0 removed, 0 changed (relations)
        """
        return str(self.said)

    @property
    def said(self) -> Said:
        """In words in each language.

        >>> Comparison({"a": Change("added")}, {}).said.in_("nb")
        'nye: 1, borte: 0, endret: 0 (noder); nye: 0, borte: 0, endret: 0 (sammenhenger)'
        """
        several = ((self.nodes.values(), _NODES), (self.edges.values(), _RELATIONS))
        counts = ((Counter(each.change for each in changed), what) for changed, what in several)
        changes = ("added", "removed", "changed")
        parts = [
            Said(_CHANGES, what=what, **{change: count[change] for change in changes})
            for count, what in counts
        ]
        return together(parts, "; ")


NOTHING = Comparison({}, {})


def compare(old: PlanGraph, new: PlanGraph) -> Comparison:
    """What differs between two graphs; nothing between a graph and itself.

    >>> vekst = {"id": "g", "kind": "Goal", "name": "Vekst"}
    >>> old = PlanGraph.from_tables([vekst, {"id": "h", "kind": "Goal", "name": "Ro"}])
    >>> new = PlanGraph.from_tables([{**vekst, "name": "Mer vekst"}])
    >>> compare(old, new).nodes
    {'g': Change(change='changed', was=(Row(field='label', before='Vekst', after='Mer vekst',
                                            about=''),)),
     'h': Change(change='removed', was=())}
    """
    return differing(records.version(old), records.version(new))


def differing(old: Version, new: Version) -> Comparison:
    """As `compare`, of graphs whose records are worked out already."""
    before, after = old.nodes, new.nodes
    said = old.said, new.said
    if (renamed := _renamed(old.graph, new.graph)) is not None:
        before = {node: _under(one, *renamed) for node, one in before.items()}
        said = (
            {key: [_under(one, *renamed) for one in some] for key, some in said[0].items()},
            said[1],
        )
    nodes = _differing(before, after, _node_rows)
    edges = _differing(said[0], said[1], _edge_rows)
    names = {node: one.words for node, one in {**new.nodes, **old.nodes}.items()}
    for field, relations, mine, theirs in (("whole", _WHOLE, 0, 1), ("owner", _OWNERS, 1, 0)):
        for node, sides in _moves(said, relations, mine, theirs).items():
            if node in before and node in after:
                gone, come = (_listed([names[other] for other in side]) for side in sides)
                known = nodes.get(node, Change("changed"))
                nodes[node] = replace(known, was=(*known.was, Row(field, gone, come)))
    return Comparison({node: nodes[node] for node in {**after, **before} if node in nodes}, edges)


def _renamed(old: PlanGraph, new: PlanGraph) -> tuple[str, str] | None:
    """What the sheet that each was read from is called, where they differ; None where not one was.

    A sheet that was saved under another name is the same source.
    """
    one, other = (_sheets(graph) for graph in (old, new))
    return (one[0], other[0]) if len(one) == len(other) == 1 and one != other else None


def _sheets(graph: PlanGraph) -> list[str]:
    """The documents that are the sheets a graph was read from: called as their file is."""
    columns = graph.documents["id"], graph.documents["file"]
    return [name for name, file in zip(*columns, strict=True) if name == file]


def _under(one: Cited, document: str, name: str) -> Cited:
    """What cites a document, citing it under another name."""
    return replace(one, document=name) if one.document == document else one


def between(before: Content, after: Content, known: Container[Key]) -> dict[Key, Change]:
    """What became of the ties of a view, which no source states and a query works out.

    Of edges that are `known` to be stated only what the view itself says of them is compared.
    """
    # A tie that is stated is an activity without a name.
    names = {
        name: language.same(each.name) if each.name else schema.RELATIONS[STATED].label
        for content in (after, before)
        for name, each in content.activities.items()
    }

    def rows(one: Derived, other: Derived) -> list[Row]:
        made = []
        if one.weight != other.weight:
            made.append(Row("weight", one.weight or None, other.weight or None))
        if one.circular != other.circular:
            made.append(Row("circle", int(one.circular) or None, int(other.circular) or None))
        gone, come = _apart(one.shared, other.shared)
        if gone or come:
            sides = ([names[at] for at in part] for part in (gone, come))
            lost, won = (_listed(side, "; ") if side else None for side in sides)
            made.append(Row("shared", lost, won))
        return made

    found = _differing(before.edges, after.edges, rows)
    return {key: one for key, one in found.items() if one.change == "changed" or key not in known}


def _differing(
    before: Mapping[Name, Value],
    after: Mapping[Name, Value],
    rows: Callable[[Value, Value], list[Row]],
) -> dict[Name, Change]:
    """What became of each name that only one has or that has rows, in the order of the later."""
    found: dict[Name, Change] = {}
    for name in {**after, **before}:
        if name not in after:
            found[name] = Change("removed")
        elif name not in before:
            found[name] = Change("added")
        elif was := rows(before[name], after[name]):
            found[name] = Change("changed", tuple(was))
    return found


def _node_rows(before: Node, after: Node) -> list[Row]:
    return [
        *_rows(before, after, _NODE_FIELDS),
        *(
            Row(lang, before.names.get(lang), after.names.get(lang))
            for lang in language.LANGUAGES
            if before.names.get(lang) != after.names.get(lang)
        ),
        *_row("aliases", ", ".join(before.aliases), ", ".join(after.aliases)),
        *_facts(before.facts, after.facts),
    ]


def _rows(before: object, after: object, fields: Sequence[str]) -> list[Row]:
    """The fields that differ; what is not said is nothing."""
    return [
        row for name in fields for row in _row(name, getattr(before, name), getattr(after, name))
    ]


def _row(
    field: str, before: str | float | None, after: str | float | None, about: str = ""
) -> list[Row]:
    return [Row(field, before or None, after or None, about)] if before != after else []


def _facts(before: Sequence[Fact], after: Sequence[Fact]) -> list[Row]:
    """Facts that are no longer said, or said anew; those of one property in one row."""
    rows: list[Row] = []
    said = dict.fromkeys(fact.property for fact in (*before, *after))
    for name in (each for each in said if each not in _PLACED):
        values = (
            [f"{fact.value} {fact.unit}".strip() for fact in side if fact.property == name]
            for side in (before, after)
        )
        gone, come = _apart(*values)
        rows += _row("fact", "; ".join(gone), "; ".join(come), name)
    return rows


def _edge_rows(before: Sequence[Assertion], after: Sequence[Assertion]) -> list[Row]:
    """Assertions that are gone or new, and what changed in those that rest on the same sentence.

    What a successor carries on is said of another: where the two were tied already, it is nothing
    that the sources say anew of them.
    """
    old, new = ([replace(one, line=0) for one in side] for side in (before, after))
    gone, come = _apart(old, new)
    rows: list[Row] = []
    for one in list(gone):
        other = next((each for each in come if _source(each) == _source(one)), None)
        if other is not None:
            gone.remove(one)
            come.remove(other)
            rows += _rows(one, other, _SAID)
    own = [one for one in gone if not one.carried_from]
    rows += [Row("assertion", before[old.index(one)], None) for one in own]
    own = [one for one in come if not one.carried_from]
    return rows + [Row("assertion", None, after[new.index(one)]) for one in own]


def _source(assertion: Assertion) -> tuple[str, str, str]:
    return assertion.document, assertion.quote, assertion.carried_from


def _moves(
    said: tuple[Mapping[Key, object], Mapping[Key, object]],
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


def _apart(before: Sequence[Item], after: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """What only the one has, and what only the other; of equals as many as it has more."""
    gone: list[Item] = []
    come = list(after)
    for each in before:
        if each in come:
            come.remove(each)
        else:
            gone.append(each)
    return gone, come


def _listed(names: Sequence[Text], mark: str = ", ") -> Text:
    return Text(*(mark.join(each) for each in zip(*names, strict=True)))
