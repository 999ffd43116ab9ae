"""What holds the network of those that work together: what would split it by ending."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

import numpy as np

from graphtool.algorithms import articulation
from graphtool.graph import representation
from graphtool.language import collation_key
from graphtool.queries import columns, evidence
from graphtool.queries.bridge_columns import PAIR, Bridge
from graphtool.queries.bridge_notes import bridge_notes
from graphtool.queries.cut_off import cells, listed_parts
from graphtool.queries.load import AS_FACT
from graphtool.queries.projection import TOGETHER, incidence
from graphtool.queries.projection_columns import TieOptions
from graphtool.queries.registry import ask, query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


@query(
    Bridge,
    order=("-cut_off", "-goals", "name", "bridge"),
    notes=bridge_notes,
    reads=("PART_OF", *TOGETHER),
)
def bridges(graph: PlanGraph, **options: Unpack[TieOptions]) -> pd.DataFrame:
    """What alone ties parties together: what falls apart if it ends, and whose goals that hits.

    Of the network of `collaborations`: an activity (forum, programme, project, plan, measure, or
    that a source says of two that they work together; several that the same two alone share are
    one) without which those that it ties would no longer all hang together: an articulation point
    of the network of parties and activities (Tarjan 1972, SIAM Journal on Computing 1, p. 146; of
    two alone it is a bridge). A forum goes with what it is as a party. Cut off are all parts but
    the largest, or all where several are equally large. Goals are those that named parties answer
    for as a fact, directly or by inheritance (`owners`), with one of these among those cut off.
    Where one party's leaving would split the network is what `cut-points` says.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m} for m in "abc"]
    ...     + [{"id": p, "kind": "Project", "name": p} for p in "pq"],
    ...     [{"source": m, "relation": "LEADS", "target": p} for m, p in ("ap", "bp", "bq", "cq")])
    >>> bridges(graph)[["name", "parts", "cut_off_names"]].values.tolist()
    [['p', 2, 'a'], ['q', 2, 'c']]
    """
    as_of, successors, level = options["as_of"], options["successors"], options["level"]
    goals = ask(graph, "owners", as_of=as_of, successors=successors, kind=("Goal",))
    graph = graph.as_of(as_of, successors=successors)
    found = incidence(graph, level=level, planned=options["planned"])
    net = _Meetings(graph, found)
    answering = _answering(graph, goals, level)
    rows = []
    for activity, split in net.splits():
        lost = listed_parts(split.lost, net.names)
        hit = sorted({goal for part in lost for party in part for goal in answering.get(party, ())})
        rows.append(net.row(activity, split.parts, lost, hit))
    return columns.of_rows(Bridge, rows)


def _answering(
    graph: PlanGraph, owners: pd.DataFrame, level: str
) -> dict[int, list[tuple[str, str]]]:
    """For each party of the level the goals that it answers for as a fact: name and id."""
    owners = owners[owners["grade"].isin(AS_FACT)]
    place = {node: at for at, node in enumerate(graph.nodes["id"])}
    counts: dict[int, list[int]] = {}
    for who, party in representation.counted(graph, level).itertuples(index=False):
        counts.setdefault(who, []).append(party)
    found: dict[int, list[tuple[str, str]]] = {}
    for party, goal, name in zip(owners["party"], owners["item"], owners["name"], strict=True):
        for at in counts.get(place.get(party, -1), ()):
            found.setdefault(at, []).append((name, goal))
    return found


class _Meetings:
    """Parties and the activities that tie them; a forum is one with what it is as a party."""

    def __init__(self, graph: PlanGraph, found: pd.DataFrame) -> None:
        self._graph = graph
        self.names: list[str] = graph.nodes["name"].tolist()
        self._ids: list[str] = graph.nodes["id"].tolist()
        self._said = evidence.places(graph)
        self._members: dict[int, set[int]] = {}
        self._edges: dict[int, set[int]] = {}
        for party, activity, edge in found[["party", "activity", "edge"]].itertuples(index=False):
            self._members.setdefault(activity, set()).add(party)
            self._edges.setdefault(activity, set()).add(edge)
        self._together = self._of_the_same_two()
        self.parties = {party for members in self._members.values() for party in members}

    def _of_the_same_two(self) -> dict[int, list[int]]:
        """For each activity that stands for them those that two parties alone share."""
        alike: dict[frozenset[int], list[int]] = {}
        for activity, members in sorted(self._members.items()):
            if len(members) == 2 and activity not in members:
                alike.setdefault(frozenset(members), []).append(activity)
        for same in alike.values():
            for activity in same[1:]:
                del self._members[activity]
        return {same[0]: same for same in alike.values()}

    def splits(self) -> list[tuple[int, articulation.Split]]:
        """Activities without which their parties fall apart, with the parts: parties only."""
        from scipy.sparse import csr_array

        nodes = sorted({*self._members, *self.parties})
        place = {node: at for at, node in enumerate(nodes)}
        pairs = [
            (place[activity], place[party])
            for activity, members in self._members.items()
            for party in members
            if party != activity
        ]
        ends = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        both = np.concatenate([ends, ends[::-1]], axis=1)
        matrix = csr_array((np.ones(both.shape[1]), tuple(both)), shape=(len(nodes), len(nodes)))
        parties = np.array([node in self.parties for node in nodes], dtype=bool)
        found = []
        for at, split in articulation.splits(matrix, parties).items():
            if nodes[at] in self._members:
                lost = [[nodes[party] for party in part] for part in split.lost]
                found.append((nodes[at], split._replace(lost=lost)))
        return found

    def row(
        self,
        activity: int,
        parts: int,
        lost: Sequence[Sequence[int]],
        goals: Sequence[tuple[str, str]],
    ) -> Bridge:
        """What is told of it."""
        same = self._together.get(activity, [activity])
        members = self._members[activity] - {activity}
        said = {self._said[edge] for at in same for edge in self._edges[at] if edge >= 0}
        called = sorted({name for name, _ in goals}, key=collation_key)
        real = [at for at in same if at < len(self._ids)]
        return Bridge(
            bridge=self._called(real, members, self._ids),
            name=self._called(real, members, self.names),
            kind=self._graph.nodes["kind"].iat[real[0]] if len(real) == 1 else "",
            parties=len(members),
            parts=parts,
            **cells(lost, self._ids, self.names),
            goals=len(goals),
            goal_names=columns.SEPARATOR.join(called),
            evidence=columns.SEPARATOR.join(sorted(said - {""})),
        )

    def _called(self, real: Sequence[int], members: set[int], words: Sequence[str]) -> str:
        """The activities, or the two where only they themselves are named."""
        if real:
            return columns.SEPARATOR.join(words[at] for at in real)
        by_name = sorted(members, key=lambda at: (collation_key(self.names[at]), self._ids[at]))
        return PAIR.join(words[at] for at in by_name)
