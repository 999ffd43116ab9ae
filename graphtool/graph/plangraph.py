"""The plan graph: three tables, and the few questions that every query is made of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from graphtool import dates, schema
from graphtool.errors import InvalidData, SharedName, UnknownName
from graphtool.graph import cleaning, interchange, sorted_rows, tables, texts, validation
from graphtool.graph import facts as node_facts
from graphtool.graph.once import Kept, once
from graphtool.graph.periods import Periods, Successors, edges_on, nodes_on
from graphtool.graph.tables import Rows
from graphtool.graph.unread import Unread
from graphtool.graph.valid_time import worked_out
from graphtool.language import Text, folded, normalised, same

if TYPE_CHECKING:
    import networkx as nx


class PlanGraph:
    """Municipalities, actors, plans, goals and measures, how they hang together, and who says so.

    Immutable. `nodes` is one row a node, sorted by kind (the vocabulary's order) and id; `edges`
    one row an *assertion* that an edge exists, sorted by relation, source and target, which are
    row positions in `nodes`; `documents` one row a source document. Several assertions of the
    same source, relation and target are one edge.

    >>> graph = PlanGraph.from_tables(
    ...     nodes=[{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...            {"id": "g", "kind": "Goal", "name": "Vekst"}],
    ...     edges=[{"source": "v", "relation": "OWNS", "target": "g"}])
    >>> graph
    PlanGraph(2 nodes, 1 edge, 0 documents)
    """

    def __init__(
        self,
        nodes: pd.DataFrame,
        edges: pd.DataFrame,
        documents: pd.DataFrame,
        *,
        name: str = "",
        title: Text | None = None,
        unread: Iterable[Unread] = (),
    ) -> None:
        """From tables that are typed and valid already; others go through `from_tables`."""
        self._nodes, self._edges, self._documents = nodes, edges, documents
        self.size = len(nodes) + len(edges)
        """How many nodes and assertions it has."""
        self._day = ""
        self.kept = Kept()
        """What was worked out of it already; see `once`."""
        self.name = cleaning.as_text(normalised(name))  # a folder's name may hold any bytes
        self.unread = tuple(unread)
        """What its source holds beside it that was not read or not understood."""
        self.title = Text(*map(cleaning.as_text, map(normalised, title or same(name))))

    @classmethod
    def from_tables(
        cls,
        nodes: Rows,
        edges: Rows = (),
        documents: Rows = (),
        facts: Rows = (),
        *,
        name: str = "",
        title: Text | None = None,
        unread: Iterable[Unread] = (),
    ) -> PlanGraph:
        """From rows with the columns of `tables`, edges' ends and facts' nodes named by id.

        Missing columns are empty. Raises `InvalidData` with every problem; warnings pass. No rows
        give an empty graph.
        """
        raw_nodes = cleaning.frame(nodes, [c for c in tables.NODE_COLUMNS if c != "facts"])
        raw_edges = cleaning.frame(edges, tables.EDGE_COLUMNS)
        raw_documents = cleaning.frame(documents, tables.DOCUMENT_COLUMNS)
        raw_facts = cleaning.frame(facts, tables.FACT_COLUMNS)
        found = validation.problems(raw_nodes, raw_edges, raw_documents, raw_facts)
        if any(problem.severity == "error" for problem in found):
            raise InvalidData(found)
        return cls.from_valid(
            raw_nodes, raw_edges, raw_documents, raw_facts, name=name, title=title, unread=unread
        )

    @classmethod
    def from_valid(
        cls,
        nodes: pd.DataFrame,
        edges: pd.DataFrame,
        documents: pd.DataFrame,
        facts: pd.DataFrame,
        *,
        name: str = "",
        title: Text | None = None,
        unread: Iterable[Unread] = (),
    ) -> PlanGraph:
        """From text tables (see `cleaning.frame`) in which `validation.problems` found no error.

        >>> nodes = cleaning.frame([{"id": "v", "kind": "Municipality"}], tables.NODE_COLUMNS)
        >>> others = tables.EDGE_COLUMNS, tables.DOCUMENT_COLUMNS, tables.FACT_COLUMNS
        >>> graph = PlanGraph.from_valid(nodes, *(cleaning.frame([], names) for names in others))
        >>> graph.nodes["name"].tolist()  # what has no name is called by its id
        ['v']
        """
        nodes = nodes.assign(name=nodes["name"].where(nodes["name"] != "", nodes["id"]))
        typed, place = tables.typed_nodes(nodes, node_facts.by_node(nodes["id"], facts))
        ends = (place[texts.positions(edges[end], nodes["id"])] for end in ("source", "target"))
        return cls(
            typed,
            tables.typed_edges(edges, *ends),
            tables.typed_documents(documents),
            name=name,
            title=title,
            unread=unread,
        )

    @property
    def nodes(self) -> pd.DataFrame:
        """One row a node; a copy that shares memory until it is written to."""
        return self._nodes.copy(deep=False)

    @property
    def edges(self) -> pd.DataFrame:
        """One row an assertion; a copy that shares memory until it is written to."""
        return self._edges.copy(deep=False)

    @property
    def documents(self) -> pd.DataFrame:
        """One row a document; a copy that shares memory until it is written to."""
        return self._documents.copy(deep=False)

    @property
    def edge_count(self) -> int:
        """Distinct edges: assertions of the same source, relation and target count once."""
        keys = [self._edges[name].to_numpy() for name in ("source", "target")]
        keys.append(self._edges["relation"].cat.codes.to_numpy())
        if not len(self._edges):
            return 0
        new = np.zeros(len(self._edges) - 1, dtype=bool)
        for key in keys:
            new |= key[1:] != key[:-1]
        return 1 + int(new.sum())

    @cached_property
    def periods(self) -> Periods:
        """First and last day of every node and assertion, what successors carry on included."""
        return worked_out(self)

    @cached_property
    def _kind_bounds(self) -> np.ndarray:
        return sorted_rows.bounds(self._nodes["kind"])

    @cached_property
    def _relation_bounds(self) -> np.ndarray:
        return sorted_rows.bounds(self._edges["relation"])

    def of_kind(self, *kinds: str) -> pd.DataFrame:
        """The nodes of these kinds, index = position; no rows where there are none.

        Raises `UnknownName` for a kind that the vocabulary does not have.

        >>> from graphtool.graph import examples
        >>> examples.owned_goal().of_kind("Measure", "Goal")["name"].to_dict()
        {1: 'Lære', 2: 'Les'}
        """
        order = [list(schema.KINDS).index(schema.kind(name).name) for name in kinds]
        return sorted_rows.of_codes(self._nodes, self._kind_bounds, order)

    def related(self, *relations: str) -> pd.DataFrame:
        """The assertions of these relations, index = row in `edges`; no rows where none.

        Raises `UnknownName` for a relation that the vocabulary does not have.

        >>> from graphtool.graph import examples
        >>> examples.owned_goal().related("OWNS")[["source", "target"]].values.tolist()
        [[0, 1]]
        """
        order = [list(schema.RELATIONS).index(schema.relation(name).name) for name in relations]
        return sorted_rows.of_codes(self._edges, self._relation_bounds, order)

    @cached_property
    def _positions(self) -> pd.Series[int]:
        return pd.Series(np.arange(len(self._nodes)), index=pd.Index(self._nodes["id"]))

    def position(self, node: str) -> int:
        """Row of the node with this id, or with this name or alias where only one has it.

        Of several whose names differ in capitals alone it is the one that is spelled so. Raises
        `SharedName` where several are called so, and `UnknownName` with the nearest ids and names.

        >>> from graphtool.graph import examples
        >>> examples.owned_goal().position("g"), examples.owned_goal().position("lære")
        (1, 1)
        """
        if node in self._positions.index:
            return int(self._positions[node])
        wanted = folded(node)
        named = [(name, at) for name, at in self._named() if folded(name) == wanted]
        rows = {at for name, at in named if name == node} or {at for _, at in named}
        if len(rows) == 1:
            return rows.pop()
        if rows:
            called = self._nodes.iloc[sorted(rows)]
            kinds = (schema.KINDS[kind].label for kind in called["kind"])
            raise SharedName(node, dict(zip(called["id"], kinds, strict=True)))
        known = dict.fromkeys([*self._nodes["id"], *self._nodes["name"]])
        raise UnknownName("node", node, known, day=self._day)

    def _named(self) -> Iterable[tuple[str, int]]:
        for column in ("id", "name", "name_nb", "name_nn", "name_en", "aliases"):
            for at, cell in enumerate(self._nodes[column]):
                yield from ((name, at) for name in cell.split(";") if name)

    def as_of(self, as_of: str | None, *, successors: Successors = "carry") -> PlanGraph:
        """The graph of one day: nodes, edges and facts in force then; None gives all of time.

        A year or a month means its last day. Of a node that has been succeeded by then, `carry`
        gives the edges to its successors (marked in `carried_from`; a split gives them to each),
        `keep` leaves node and edges as they were.

        Raises `GraphtoolError` where the day is no date.

        >>> from graphtool.graph import examples
        >>> [examples.merger().as_of(day).nodes["id"].tolist() for day in ("2019", "2021")]
        [['new', 'old', 'g'], ['new', 'g']]
        >>> examples.merger().as_of("2021").edges[["source", "carried_from"]].values.tolist()
        [[0, 'old']]
        """
        if as_of is None:
            return self
        return self._on(dates.last_number(dates.require_day(as_of)), as_of, successors)

    @once
    def _on(self, number: int, as_of: str, successors: Successors) -> PlanGraph:
        there = nodes_on(self, as_of, successors)
        dated = self._restricted(there, edges_on(self, as_of, successors))
        dated._day = as_of
        dated._nodes["facts"] = pd.Series(
            [
                node_facts.in_force(facts, number) if facts else facts
                for facts in dated._nodes["facts"]
            ],
            dtype=object,
        )
        return dated

    def subgraph(self, nodes: Iterable[str]) -> PlanGraph:
        """These nodes (ids or names) and every edge between two of them; all documents.

        >>> from graphtool.graph import examples
        >>> examples.owned_goal().subgraph(["v", "Lære"])
        PlanGraph(2 nodes, 1 edge, 1 document)
        """
        wanted = np.zeros(len(self._nodes), dtype=bool)
        wanted[[self.position(node) for node in nodes]] = True
        return self.within(wanted)

    def within(self, wanted: np.ndarray) -> PlanGraph:
        """The nodes where the mask (one boolean a node) is true, and every edge between them.

        >>> from graphtool.graph import examples
        >>> examples.owned_goal().within(np.array([True, False, True]))  # all but the goal
        PlanGraph(2 nodes, 0 edges, 1 document)
        """
        ends = self._edges["source"].to_numpy(), self._edges["target"].to_numpy()
        return self._restricted(wanted, self._edges[wanted[ends[0]] & wanted[ends[1]]])

    def neighbourhood(self, node: str, hops: int = 1) -> PlanGraph:
        """What lies within so many steps of a node, whichever way the edges run.

        >>> from graphtool.graph import examples
        >>> graph = examples.owned_goal()
        >>> [graph.neighbourhood("v", hops).nodes["name"].tolist() for hops in (1, 2)]
        [['Vennesla', 'Lære'], ['Vennesla', 'Lære', 'Les']]
        """
        reached = np.zeros(len(self._nodes), dtype=bool)
        reached[self.position(node)] = True
        source, target = self._edges["source"].to_numpy(), self._edges["target"].to_numpy()
        for _ in range(hops):
            before = reached.sum()
            near = reached.copy()
            near[target[reached[source]]] = True
            near[source[reached[target]]] = True
            reached = near
            if reached.sum() == before:
                break
        return self.within(reached)

    def _restricted(self, keep: np.ndarray, edges: pd.DataFrame) -> PlanGraph:
        place = np.cumsum(keep) - 1
        moved = edges.assign(
            source=place[edges["source"].to_numpy()].astype(np.int32),
            target=place[edges["target"].to_numpy()].astype(np.int32),
        )
        restricted = PlanGraph(
            self._nodes[keep].reset_index(drop=True),
            moved.reset_index(drop=True),
            self._documents,
            name=self.name,
            title=self.title,
            unread=self.unread,
        )
        restricted._day = self._day
        return restricted

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """A plain NetworkX graph of all of it, key = relation; see `interchange`.

        >>> from graphtool.graph import examples
        >>> list(examples.owned_goal().to_networkx().edges(keys=True))
        [('v', 'g', 'OWNS'), ('m', 'g', 'PART_OF')]
        """
        return interchange.to_networkx(self)

    @classmethod
    def from_networkx(cls, graph: nx.MultiDiGraph[str]) -> PlanGraph:
        """A plan graph from a NetworkX graph; equal after a round trip; see `interchange`.

        Raises `InvalidData` with every problem.

        >>> from graphtool.graph import examples
        >>> graph = examples.owned_goal()
        >>> PlanGraph.from_networkx(graph.to_networkx()) == graph
        True
        """
        return cls.from_tables(**interchange.rows_of(graph))

    def __eq__(self, other: object) -> bool:
        """Equal in every field of every table, in name, title and what was left unread."""
        if not isinstance(other, PlanGraph):
            return NotImplemented
        mine_and_theirs = ((g.name, g.title, g.unread) for g in (self, other))
        return len(set(mine_and_theirs)) == 1 and all(
            _plain(mine).equals(_plain(theirs))
            for mine, theirs in (
                (self._nodes, other._nodes),
                (self._edges, other._edges),
                (self._documents, other._documents),
            )
        )

    __hash__ = None  # type: ignore[assignment]  # equal by content, which is not cheap to hash

    def __repr__(self) -> str:
        counts = (
            (len(self._nodes), "node"),
            (self.edge_count, "edge"),
            (len(self._documents), "document"),
        )
        said = ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts)
        return f"PlanGraph({self.name + ': ' if self.name else ''}{said})"

    def _repr_html_(self) -> str:
        from graphtool.graph import display

        return display.as_html(self)


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    # Categories that are equal by value but differ in unused words are equal, and so are columns
    # of nothing, whatever type pandas gave them.
    few = [name for name in table if isinstance(table[name].dtype, pd.CategoricalDtype)]
    return table.astype(object if table.empty else dict.fromkeys(few, object))
