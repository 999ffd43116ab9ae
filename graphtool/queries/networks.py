"""The network that measures are taken of: those that work together, or one relation's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Self

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.graph import representation
from graphtool.language import Text
from graphtool.queries import measures
from graphtool.queries.fields import Option
from graphtool.queries.party_relations import BETWEEN_PARTIES
from graphtool.queries.projection import TOGETHER
from graphtool.queries.projection_columns import TieOptions
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import ask

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from graphtool.graph import PlanGraph

BetweenParties = Annotated[
    str | None,
    Option(
        Text(
            "nettverket av denne sammenhengen mellom parter; ellers hvem som deler en aktivitet",
            "nettverket av denne samanhengen mellom partar; elles kven som deler ein aktivitet",
            "the network of this relation between parties; default: who shares an activity",
        ),
        BETWEEN_PARTIES,
    ),
]
ENDS = ("party", "party_name", "other", "other_name")


class NetworkOptions(TieOptions, total=False):
    """Which network measures are taken of."""

    relation: BetweenParties


class Network(NamedTuple):
    """Parties and what runs between them."""

    names: pd.Series[str]
    """The parties' names by id, sorted by id."""
    matrix: csr_array
    """What runs from the party of the row to that of the column; both ways where undirected."""
    directed: bool

    @property
    def ties(self) -> int:
        """Pairs that are tied, or arcs where it is directed."""
        return int(self.matrix.nnz if self.directed else self.matrix.nnz // 2)

    @property
    def possible(self) -> int:
        """How many ties or arcs there could be."""
        n = len(self.names)
        return n * (n - 1) // (1 if self.directed else 2)

    @property
    def unweighted(self) -> csr_array:
        """The same, every tie of weight 1."""
        ones = self.matrix.copy()
        ones.data = np.ones(len(ones.data))
        return ones

    @property
    def either_degree(self) -> np.ndarray:
        """For each party how many it is tied to, whichever way."""
        return np.diff(self.either_way.indptr)

    def among(self, everybody: pd.Series[str]) -> Self:
        """The same among these parties too, names by id; those that it has not are tied to none.

        >>> from graphtool.graph import examples
        >>> net = asked(examples.three_in_a_row(), relation=None, level="party")
        >>> wider = net.among(pd.Series({"d": "D"}))
        >>> wider.names.tolist(), wider.ties, wider.possible
        (['A', 'B', 'C', 'D'], 2, 6)
        """
        names = pd.concat([self.names, everybody])
        names = names[~names.index.duplicated()].sort_index()
        place = names.index.get_indexer(self.names.index)
        ties = self.matrix.tocoo()
        one, other = ties.coords
        shape = (len(names), len(names))
        matrix = type(self.matrix)((ties.data, (place[one], place[other])), shape=shape)
        return self._replace(names=names, matrix=matrix)

    @property
    def either_way(self) -> csr_array:
        """The same with every arc taken as a tie, of weight 1."""
        both = ((self.matrix + self.matrix.T) != 0).astype(np.float64).tocsr()
        both.sort_indices()
        return both


def reads(options: Options) -> Sequence[str]:
    """The relations that a network is read from.

    >>> reads({"relation": "FUNDS", "level": "organisation"})
    ('FUNDS', 'AFFILIATED_WITH')
    """
    relation = options["relation"]
    if relation is None:
        return TOGETHER
    return (relation, *representation.read(options["level"]))


def asked(
    graph: PlanGraph | Askable, *, relation: str | None, level: str, **options: Any
) -> Network:
    """The network of those that share activities, or of a relation between parties.

    Of a relation, the parties that have it, either way; every tie weighs 1. At level municipality
    all municipalities count.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m.upper()} for m in "abc"],
    ...     [{"source": "a", "relation": "FUNDS", "target": "b"}])
    >>> net = asked(graph, relation="FUNDS", level="party")
    >>> net.names.tolist(), net.ties, net.possible  # c neither funds nor is funded
    (['A', 'B'], 1, 2)
    """
    if relation is None:
        net, names = measures.asked(graph, level=level, **options)
        return Network(names, net.matrix, directed=False)
    rows = ask(graph, "party-relations", only=ENDS, relations=(relation,), level=level, **options)
    ends = [rows[["party", "party_name"]], rows[["other", "other_name"]]]
    if level == "municipality":
        every = ask(graph, "participations", only=measures.TIES, level=level, **options)
        ends.append(every[["party", "party_name"]])
    both = pd.concat([end.set_axis(["party", "name"], axis=1) for end in ends])
    names = both.drop_duplicates("party").set_index("party")["name"].sort_index()
    return _of(names, rows, directed=not schema.relation(relation).undirected)


def _of(names: pd.Series[str], rows: pd.DataFrame, *, directed: bool) -> Network:
    from scipy.sparse import csr_array

    one = names.index.get_indexer(rows["party"])
    other = names.index.get_indexer(rows["other"])
    if not directed:
        one, other = np.concatenate([one, other]), np.concatenate([other, one])
    shape = (len(names), len(names))
    matrix = csr_array((np.ones(len(one)), (one, other)), shape=shape)
    matrix.sum_duplicates()
    matrix.data = np.ones(len(matrix.data))
    return Network(names, matrix, directed)
