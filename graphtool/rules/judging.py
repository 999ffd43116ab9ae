"""Which rules a plan graph breaks, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from graphtool import dates, engine, schema
from graphtool.algorithms.closure import closure
from graphtool.errors import GraphtoolError, SharedName, UnknownName
from graphtool.graph import PlanGraph, belonging
from graphtool.language import Text, listed, same, together
from graphtool.queries.answer_options import GRADES
from graphtool.queries.query import Query
from graphtool.rules.rule import Except, Rule

LACKS = Text("mangler {what}", "manglar {what}", "lacks {what}")
TIES = Text(
    "«{relation}» {n}{of}; {wanted}",
    "«{relation}» {n}{of}; {wanted}",
    "“{relation}” {n}{of}; {wanted}",
)
GRADED = Text("nå: {grade}", "no: {grade}", "now: {grade}")
FIELDS = {
    "valid_from": Text("startdato", "startdato", "a start date"),
    "valid_to": Text("sluttdato", "sluttdato", "an end date"),
    "document": Text("dokument", "dokument", "a document"),
    "line": Text("linje", "linje", "a line"),
    "quote": Text("sitat", "sitat", "a quote"),
    "note": Text("merknad", "merknad", "a note"),
    "subkind": Text("type", "type", "a subkind"),
}
"""What fields are called; others by their own names."""
AT_MOST = Text("høyst {n} er tillatt", "høgst {n} er tillate", "at most {n} is allowed")
AT_LEAST = Text("minst {n} kreves", "minst {n} blir kravd", "at least {n} is required")


class Violation(NamedTuple):
    """A place where a rule is broken."""

    rule: Rule
    node: str
    """Id of the node; of a row about several, of the first."""
    name: str
    detail: Text
    """What is so there; empty where the rule says it all."""
    document: str = ""
    line: int = 0
    further: str = ""
    """What tells it from others of the same node: of a connection, the relation and its end."""

    @property
    def key(self) -> str:
        """By which it is known again in a baseline, whatever it is called by then."""
        return ":".join(filter(None, (self.rule.name, self.node, self.further)))

    def said(self) -> Text:
        """What is broken, as a sentence: the rule, then where, then how it is there."""
        detail: list[str | Text] = [" (", self.detail, ")"] if any(self.detail) else []
        return together([self.rule.says, ": ", self.name, *detail]).text


def judge(
    graph: PlanGraph, rules: Iterable[Rule], *, as_of: str | None = None, today: str = ""
) -> list[Violation]:
    """Where the rules are broken on a day, in their order; [] where none is.

    An exception counts up to its last day, of which `today` is held against. Raises
    `GraphtoolError` with every node that a rule names and the graph does not know.

    >>> from graphtool.rules.rule import shipped
    >>> graph = PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": "Vekst"}])
    >>> [(one.rule.name, one.name) for one in judge(graph, shipped())]
    [('goal-without-owner', 'Vekst'), ('goal-without-measure', 'Vekst')]
    """
    rules = list(rules)
    _require_names(graph, rules)
    then = graph.as_of(as_of)
    found = []
    for rule in rules:
        within = _within(then, rule)
        excepted = {
            graph.nodes["id"].iat[graph.position(one.node)]
            for one in rule.excepted
            if _counts(one, today)
        }
        found += [
            one
            for one in (_rows(graph, rule, as_of) if rule.query else _broken(then, rule))
            if one.node not in excepted and (within is None or one.node in within)
        ]
    return found


def _require_names(graph: PlanGraph, rules: Sequence[Rule]) -> None:
    wrong = []
    for rule in rules:
        named = [rule.plan, rule.municipality, *(one.node for one in rule.excepted)]
        for name in filter(None, named):
            try:
                graph.position(name)
            except (SharedName, UnknownName) as error:
                wrong.append(together([f"[{rule.name}] ", error.message]))
    if wrong:
        raise GraphtoolError(together(wrong, "\n"))


def _counts(one: Except, today: str) -> bool:
    return not (one.until and today) or not dates.has_ended(one.until, today)


def _within(graph: PlanGraph, rule: Rule) -> set[str] | None:
    """The ids of the nodes that a rule is about; None for all."""
    if not (rule.kind or rule.plan or rule.municipality):
        return None
    keep = np.ones(len(graph.nodes), dtype=bool)
    ids = graph.nodes["id"]
    if rule.kind:
        keep &= (graph.nodes["kind"] == rule.kind).to_numpy()
    if rule.plan:
        keep &= _has(len(ids), _parts_of(graph, _position(graph, rule.plan)))
    if rule.municipality:
        mine = belonging.belongs_to(graph)
        home = _position(graph, rule.municipality)
        keep &= _has(len(ids), mine["node"].to_numpy()[mine["municipality"].to_numpy() == home])
    return set(ids[keep])


def _position(graph: PlanGraph, name: str) -> int:
    """Its position; -1 for what is not there on the day."""
    try:
        return graph.position(name)
    except (SharedName, UnknownName):
        return -1


def _parts_of(graph: PlanGraph, whole: int) -> np.ndarray:
    """Positions of what is part of it, itself included; none where it is not there."""
    down = belonging.ends(graph.related("PART_OF"))[:, ::-1]
    start = np.array([[whole, whole]] if whole >= 0 else [], dtype=np.int64).reshape(-1, 2)
    parts: np.ndarray = closure(down, start, len(graph.nodes))[:, 0]
    return parts


def _has(count: int, positions: np.ndarray) -> np.ndarray:
    mask = np.zeros(count, dtype=bool)
    mask[positions] = True
    return mask


def _broken(graph: PlanGraph, rule: Rule) -> Iterator[Violation]:
    return _lacking(graph, rule) if rule.needs else _tied(graph, rule)


def _rows(graph: PlanGraph, rule: Rule, as_of: str | None) -> Iterator[Violation]:
    day = {} if as_of is None or "as_of" in rule.options else {"as_of": as_of}
    answer = engine.rows(rule.query, graph, **{**day, **rule.options})
    names = dict(zip(graph.nodes["id"], graph.nodes["name"], strict=True))
    columns = _ids(answer.query)
    for row in answer.records():
        if any(str(row[column]) not in values for column, values in rule.where.items()):
            continue
        node, *others = [str(row[column]) for column in columns if row[column]] or [""]
        node = node.split("; ", 1)[0]
        ends = [names.get(end, end) for end in (node, *others) if end]
        grade = GRADES.get(str(row.get("grade")), same(""))
        yield Violation(
            rule,
            node,
            " → ".join(ends),
            GRADED.format(grade=grade) if any(grade) else grade,
            str(row.get("document") or ""),
            int(row.get("line") or 0),
            ":".join(filter(None, (str(row.get("relation") or "") if others else "", *others))),
        )


def _ids(query: Query) -> list[str]:
    """The columns that tell what a row is about: the ids that order it, else the first column."""
    ordered = {name.removeprefix("-") for name in query.order}
    found = [
        field.name
        for field in query.fields
        if field.name in ordered and field.base is str and not field.column.in_tables
    ]
    return [name for name in found if not name.endswith("_name")] or [query.fields[0].name]


def _lacking(graph: PlanGraph, rule: Rule) -> Iterator[Violation]:
    for row in graph.of_kind(rule.kind).to_dict("records"):
        facts = {fact.property for fact in row["facts"]}
        lacks = [need for need in rule.needs if not row.get(need) and need not in facts]
        if lacks:
            detail = LACKS.format(what=listed([FIELDS.get(one, same(one)) for one in lacks]))
            yield Violation(rule, row["id"], row["name"], detail, row["document"], row["line"])


def _tied(graph: PlanGraph, rule: Rule) -> Iterator[Violation]:
    edges = graph.related(rule.relation)[["source", "target"]].drop_duplicates()
    if rule.of:
        kinds = graph.nodes["kind"].to_numpy()[edges["target"].to_numpy()]
        edges = edges[kinds == rule.of]
    counts = np.bincount(edges["source"].to_numpy(), minlength=len(graph.nodes))
    relation = schema.RELATIONS[rule.relation].label
    kind = schema.KINDS.get(rule.of)
    for at, row in graph.of_kind(rule.kind).iterrows():
        n = int(counts[int(str(at))])
        if n < rule.at_least:
            wanted = AT_LEAST.format(n=rule.at_least)
        elif rule.at_most is not None and n > rule.at_most:
            wanted = AT_MOST.format(n=rule.at_most)
        else:
            continue
        of = together([" ", kind.label if n == 1 else kind.plural]).text if kind else ""
        detail = TIES.format(n=n, relation=relation, of=of, wanted=wanted)
        yield Violation(rule, row["id"], row["name"], detail, row["document"], row["line"])
