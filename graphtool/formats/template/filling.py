"""What a graph holds as the rows of the workbook, nothing left out.

Who answers for a thing and what it is part of stand in its own row, by name. What is said of such
a name besides (document, line, quote, dates) is a row of the sheet of evidence; what fits no
column, or has a name that others have too, is a row of the sheet of connections or of facts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from graphtool import schema
from graphtool.formats.syntax.written_cells import MAX_CELL
from graphtool.formats.template import layout
from graphtool.formats.template.layout import Column
from graphtool.graph import dataset, interchange, tables, unread
from graphtool.graph.markup import escaped
from graphtool.graph.tables import Record
from graphtool.language import Language, Text, folded

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph
    from graphtool.graph.facts import Fact

Row = tuple[Record, tuple[str, ...]]
"""What stands in it, and its hidden keys."""
RELATION_WORDS = {name: row.label for name, row in schema.RELATIONS.items()}
WORDS: dict[str, dict[str, Text]] = {
    "relation": RELATION_WORDS,
    "modality": schema.MODALITIES,
    "status": schema.STATUSES,
}
"""Record of an assertion that hold a word of ours."""
USUAL = {
    "relations": ("source", "relation", "target", "document", "quote", "note"),
    "facts": ("node", "property", "value", "document", "quote"),
    "documents": ("title", "date", "publisher", "url"),
}


class Filled(NamedTuple):
    """A sheet of the workbook with its rows."""

    name: str
    """As a dataset calls it, or `evidence`."""
    columns: tuple[Column, ...]
    rows: list[tuple[object, ...]]
    """A value for every column; an empty cell is the empty text."""
    hidden: tuple[str, ...]
    """Headings of the hidden columns; the first is the sheet's mark."""
    keys: list[tuple[str, ...]]
    """Their values, row by row."""

    @property
    def is_example(self) -> bool:
        """Whether all that stands in it shows how to fill it in: no row has a hidden key."""
        return bool(self.rows) and not any(any(keys) for keys in self.keys)


def empty(language: Language) -> Iterator[Filled]:
    """The sheets of a new workbook, each with its example."""
    yield _about([("title", "")], language)
    kinds = [kind.file for kind in schema.KINDS.values() if layout.is_new(kind.name)]
    for name in (*kinds, "relations", "documents"):
        kind = layout.kind_of(name)
        columns = tuple(
            column
            for column in layout.columns(name)
            if (layout.is_new(kind.name, column) if kind else column.name in USUAL[name])
        )
        said = layout.table()["examples"].get(kind.name if kind else name, {})
        first = layout.table()["examples"]["word"]["first"][language]
        row = [said.get(column.name, {}).get(language, "") for column in columns]
        row[0] = f"{first}: {row[0]}"
        hidden = _hidden(name)
        yield Filled(name, columns, [tuple(row)], hidden, [("",) * len(hidden)])


def filled(graph: PlanGraph, language: Language) -> Iterator[Filled]:
    """The sheets of a workbook that holds the whole graph."""
    titles = {f"title_{word}": text for word, text in graph.title._asdict().items()}
    alike = len(set(graph.title)) == 1
    about = {"title": graph.title.nb} if alike else titles
    yield _about([*about.items(), ("name", graph.name)], language)
    parted = _Rows(graph, language)
    for kind in schema.KINDS.values():
        rows = parted.of_kind(kind)
        if rows or layout.is_new(kind.name):
            yield _sheet(kind.file, rows)
    yield _sheet("relations", parted.relations)
    if parted.facts:
        yield _sheet("facts", parted.facts)
    yield _sheet("documents", [(row, (row["id"],)) for row in interchange.records(graph.documents)])
    if parted.evidence:
        yield _sheet(layout.EVIDENCE, parted.evidence)
    left = unread.as_rows(graph.unread)
    if left:
        numbered = enumerate(left, start=1)
        yield _sheet(dataset.UNREAD, [(dict(row), (str(at),)) for at, row in numbered])


class _Rows:
    """A graph's rows, parted into those of kinds, connections, facts and evidence."""

    def __init__(self, graph: PlanGraph, language: Language) -> None:
        self.graph = graph
        self.language = language
        self.relations: list[Row] = []
        self.facts: list[Row] = []
        self.evidence: list[Row] = []
        nodes = graph.nodes
        ids = nodes["id"].tolist()
        self.name = dict(zip(ids, nodes["name"].tolist(), strict=True))
        self.kind = dict(zip(ids, nodes["kind"].astype(object).tolist(), strict=True))
        self._shared = Counter((folded(self.name[node]), kind) for node, kind in self.kind.items())
        self._named: dict[str, dict[str, list[str]]] = {}
        self._relate()
        self._state()

    def of_kind(self, kind: schema.Kind) -> list[Row]:
        """The rows of a kind's sheet, in the graph's order."""
        rows: list[Row] = []
        for row in interchange.records(self.graph.of_kind(kind.name)):
            node = row["id"]
            fields = {name: row[name] for name in dataset.NODE_SHEET if name in row}
            subkind = layout.worded(row.get("subkind", ""), kind.subkinds, self.language)
            others = {name: "; ".join(names) for name, names in self._named.get(node, {}).items()}
            keys = (node, self.name[node])
            rows.append(({**fields, "subkind": subkind, **others}, keys))
        return rows

    def _relate(self) -> None:
        """Parts the assertions into those with a name in a column, and connections."""
        said: dict[tuple[str, str, str], list[Record]] = {}
        for edge in interchange.named_ends(self.graph):
            said.setdefault((edge["source"], edge["relation"], edge["target"]), []).append(edge)
        length: Counter[tuple[str, str]] = Counter()
        for (source, relation, target), edges in said.items():
            rows = [(self._assertion(edge), ("", source, target)) for edge in edges]
            column = layout.relation_column(relation)
            own, other = (target, source) if column and column.end == "target" else (source, target)
            name = self.name[other]
            length[own, relation] += len(escaped(name)) + 2
            is_carried = all(edge.get("carried_from") for edge in edges)
            if (
                column is None
                or is_carried
                or not self._is_clear(name, layout.other_ends(column, self.kind[own]))
                or length[own, relation] > MAX_CELL
            ):
                self.relations += rows
                continue
            self._named.setdefault(own, {}).setdefault(relation, []).append(name)
            self.evidence += rows

    def _is_clear(self, name: str, kinds: Iterable[str]) -> bool:
        """Whether a name in a cell can be nobody else's and nothing but a name."""
        if not name or ";" in name:
            return False
        return sum(self._shared[folded(name), kind] for kind in kinds) == 1

    def _assertion(self, edge: Record) -> Record:
        fields = {name: value for name, value in edge.items() if name in tables.EDGE_COLUMNS}
        for name, words in WORDS.items():
            fields[name] = layout.worded(str(edge.get(name, "")), words, self.language)
        if edge.get("modality") == "stated":  # what is not said otherwise
            fields["modality"] = ""
        return fields | {"source": self.name[edge["source"]], "target": self.name[edge["target"]]}

    def _state(self) -> None:
        """Parts the facts into those that stand in a column of their own, and others."""
        nodes = self.graph.nodes
        columns = {
            kind.name: {
                column.name: column for column in layout.columns(kind.file) if column.what == "fact"
            }
            for kind in schema.KINDS.values()
        }
        for node, facts in zip(nodes["id"].tolist(), nodes["facts"].tolist(), strict=True):
            asked = columns[self.kind[node]]
            count = Counter(fact.property for fact in facts)
            for fact in facts:
                column = asked.get(fact.property)
                if column is None or count[fact.property] > 1:
                    fields = {**fact.as_dict(), "node": self.name[node]}
                    self.facts.append((fields, ("", node)))
                    continue
                self._named.setdefault(node, {})[fact.property] = [fact.value]
                self.evidence.append((self._stated(node, fact, column), ("", node, "")))

    def _stated(self, node: str, fact: Fact, column: Column) -> Record:
        relation = column.heading.in_(self.language)
        ends = {"source": self.name[node], "relation": relation, "target": fact.value}
        return {**fact._replace(value="").as_dict(), **ends}


def _about(rows: list[tuple[str, str]], language: Language) -> Filled:
    """The sheet that says what the workbook is about."""
    asked = layout.table()["about"]
    return _sheet(
        dataset.METADATA,
        [({"field": asked[name][language], "value": value}, (name,)) for name, value in rows],
    )


def _hidden(name: str) -> tuple[str, ...]:
    """The headings of a sheet's hidden columns."""
    if layout.kind_of(name):
        return layout.mark(name), layout.FORMER
    ends = {"relations": ("source", "target"), layout.EVIDENCE: ("source", "target")}
    known = ends.get(name, ("node",) if name == "facts" else ())
    return layout.mark(name), *(layout.ENDS[end] for end in known)


def _sheet(name: str, rows: list[Row]) -> Filled:
    """The rows under the columns that are asked for from the start, or that any row uses."""
    kind = layout.kind_of(name)
    used = {field for fields, _ in rows for field, value in fields.items() if value != ""}
    usual = USUAL.get(name, layout.TABLES.get(name, ()) if name == dataset.METADATA else ())
    columns = tuple(
        column
        for column in layout.columns(name)
        if column.name in used
        or (layout.is_new(kind.name, column) if kind else column.name in usual)
    )
    return Filled(
        name,
        columns,
        [tuple(fields.get(column.name, "") for column in columns) for fields, _ in rows],
        _hidden(name),
        [keys for _, keys in rows],
    )
