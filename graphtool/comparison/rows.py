"""A row a change: what became of which node, what it was and what it is, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graphtool import schema
from graphtool.comparison.columns import CHANGES, PAIR, Changed
from graphtool.comparison.state import RANK, WHOLE, State
from graphtool.language import Text, collation_key
from graphtool.maps.compare import Comparison
from graphtool.maps.content import Key
from graphtool.maps.records import Assertion, Node
from graphtool.maps.scene import Row
from graphtool.queries.answer_options import ANSWERING
from graphtool.queries.columns import SEPARATOR

NOBODY = "none"
_PLACE = {change: at for at, change in enumerate(CHANGES)}
_KIND = {kind: at for at, kind in enumerate(schema.KINDS)}


def differences(old: State, new: State, found: Comparison) -> list[Changed]:
    """What changed from one state to the other, in the order in which it is told.

    `found` is what differs in what is known of each node and edge.
    """
    rows = [
        *_come_and_gone(old, new),
        *_moved(old, new),
        *_others_answer(old, new),
        *_regraded(old, new),
        *(row for node, change in found.nodes.items() for row in _told(new, node, change.was)),
        *(
            row
            for key, change in found.edges.items()
            if {key[0], key[1]} <= old.nodes.keys() & new.nodes.keys()
            for row in _tied(old, new, key, change.change, change.was)
        ),
    ]
    return sorted(rows, key=_order)


def _order(row: Changed) -> tuple[object, ...]:
    place = _PLACE[row.change], _KIND[row.kind], collation_key(row.name), row.node
    return *place, row.what or "", row.before or "", row.after or ""


def _row(
    node: Node,
    change: str,
    *,
    what: str = "",
    before: str = "",
    after: str = "",
    said: Node | Assertion | None = None,
    name: str = "",
) -> Changed:
    told = said or node
    return Changed(
        node.id,
        change,
        node.kind,
        name or node.label,
        what,
        before,
        after,
        told.document,
        told.line,
        told.quote,
    )


def _come_and_gone(old: State, new: State) -> Iterator[Changed]:
    for name, node in new.nodes.items():
        if name not in old.nodes:
            yield _row(node, "added", after=_names(new, new.wholes.get(name, ())))
    for name, node in old.nodes.items():
        if name not in new.nodes:
            yield _row(node, "gone", before=_names(old, old.wholes.get(name, ())))


def _moved(old: State, new: State) -> Iterator[Changed]:
    """Of what a node is part of, what it left and what it joined."""
    for node in _differing(old, new, old.wholes, new.wholes):
        left, joined = old.wholes.get(node, ()), new.wholes.get(node, ())
        yield _row(
            new.nodes[node],
            "moved",
            what=WHOLE[0],
            before=_names(old, (one for one in left if one not in joined)),
            after=_names(new, (one for one in joined if one not in left)),
            said=_said(old, new, [(node, to, WHOLE[0]) for to in joined]),
        )


def _others_answer(old: State, new: State) -> Iterator[Changed]:
    for node in _differing(old, new, old.answering, new.answering):
        who = new.answering.get(node, ())
        yield _row(
            new.nodes[node],
            "owner",
            before=_names(old, old.answering.get(node, ())) or NOBODY,
            after=_names(new, who) or NOBODY,
            said=_said(old, new, [(one, node, name) for one in who for name in ANSWERING]),
        )


def _differing(
    old: State, new: State, before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    """Nodes that both have, with others beside them than before."""
    for node in new.nodes:
        if node in old.nodes and set(before.get(node, ())) != set(after.get(node, ())):
            yield node


def _said(old: State, new: State, keys: Iterable[Key]) -> Assertion | None:
    """What is said first of an edge that is new; None where none is."""
    return next((new.said[key][0] for key in keys if key in new.said and key not in old.said), None)


def _regraded(old: State, new: State) -> Iterator[Changed]:
    for node, grade in new.grades.items():
        was = old.grades.get(node)
        if was is not None and was != grade:
            change = "better" if RANK[grade] < RANK[was] else "worse"
            yield _row(new.nodes[node], change, before=was, after=grade)


def _told(new: State, node: str, was: Iterable[Row]) -> Iterator[Changed]:
    """What is said of a node that both have; who it belongs to is told for itself."""
    for row in was:
        if row.field in ("whole", "owner"):
            continue
        what = row.about if row.field == "fact" else row.field
        change = "renamed" if row.field == "label" else "changed"
        before, after = _text(row.before), _text(row.after)
        yield _row(new.nodes[node], change, what=what, before=before, after=after)


def _tied(old: State, new: State, key: Key, change: str, was: Iterable[Row]) -> Iterator[Changed]:
    source, target, relation = key
    if change != "changed":
        if relation in (*WHOLE, *ANSWERING):
            return
        state, tied = (new, "tied") if change == "added" else (old, "untied")
        before, after = (
            ("", new.nodes[target].label) if state is new else (old.nodes[target].label, "")
        )
        said = state.said[key][0]
        yield _row(state.nodes[source], tied, what=relation, before=before, after=after, said=said)
        return
    both = PAIR.format(new.nodes[source].label, new.nodes[target].label)
    for row in was:
        field = "quote" if row.field == "assertion" else row.field
        before, after = _text(row.before), _text(row.after)
        if before or after:
            yield _row(
                new.nodes[source],
                "changed",
                what=f"{relation}{SEPARATOR}{field}",
                before=before,
                after=after,
                said=new.said[key][0],
                name=both,
            )


def _names(state: State, nodes: Iterable[str]) -> str:
    return SEPARATOR.join(sorted((state.nodes[node].label for node in nodes), key=collation_key))


def _text(value: Text | Assertion | str | float | None) -> str:
    if isinstance(value, Assertion):
        return value.quote or _where(value)
    if isinstance(value, Text):
        return value.nb
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _where(assertion: Assertion) -> str:
    """Where an assertion stands, as `plan:7`; empty where it stands nowhere."""
    return f"{assertion.document}:{assertion.line}" if assertion.line else assertion.document
