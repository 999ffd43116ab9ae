"""What holds the network of those that work together: what would split it by ending."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Unpack

import numpy as np

from graphtool.algorithms import articulation
from graphtool.graph import representation
from graphtool.language import Text, collation_key, listed, number, quoted
from graphtool.queries import columns, evidence
from graphtool.queries.cut_points import BETWEEN_PARTS, listed_parts
from graphtool.queries.fields import Column, col, node_id
from graphtool.queries.load import AS_FACT
from graphtool.queries.owners import KIND_WORDS
from graphtool.queries.phrases import NO_PARTIES, PARTIES
from graphtool.queries.projection import TOGETHER, Evidence, TieOptions, incidence
from graphtool.queries.registry import ask, count, query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph
    from graphtool.queries.query import Askable

PAIR = " – "


class Bridge(NamedTuple):
    """What ties parties together that nothing else does."""

    bridge: Annotated[
        str,
        node_id(
            "bro-id",
            "bru-id",
            "bridge",
            Text(
                "id-en, eller id-ene til de to som arbeider sammen",
                "id-en, eller id-ane til dei to som arbeider saman",
                "id of it, or of the two that work together",
            ),
        ),
    ]
    name: Annotated[
        str,
        col(
            "bro",
            "bru",
            "name",
            Text(
                "navnet, eller navnene på de to",
                "namnet, eller namna på dei to",
                "its name, or theirs",
            ),
        ),
    ]
    kind: Annotated[
        str | None,
        Column(
            Text("type", "type", "kind"),
            Text(
                "hva slags node det er; tomt der det bare er sagt at to arbeider sammen",
                "kva slags node det er; tomt der det berre er sagt at to arbeider saman",
                "what kind of node it is; none where it is only said that two work together",
            ),
            KIND_WORDS,
        ),
    ]
    parties: Annotated[
        int,
        col(
            "parter",
            "partar",
            "parties",
            Text(
                "hvor mange som deltar i det",
                "kor mange som tek del i det",
                "how many take part in it",
            ),
        ),
    ]
    parts: Annotated[
        int,
        col(
            "deler",
            "delar",
            "parts",
            Text(
                "hvor mange deler de som det knytter sammen, ville falle i",
                "kor mange delar dei som det knyter saman, ville falle i",
                "into how many parts those it ties would fall",
            ),
        ),
    ]
    cut_off: Annotated[
        int,
        col(
            "avskåret",
            "avskorne",
            "cut off",
            Text(
                "hvor mange som ville miste forbindelsen med resten",
                "kor mange som ville miste sambandet med resten",
                "how many would lose touch with the rest",
            ),
        ),
    ]
    cut_off_ids: Annotated[
        str,
        node_id(
            "avskåret-id",
            "avskorne-id",
            "cut off ids",
            Text(
                "id-ene deres, i samme rekkefølge",
                "id-ane deira, i same rekkjefølgje",
                "their ids, in the same order",
            ),
        ),
    ]
    cut_off_names: Annotated[
        str,
        col(
            "hvem",
            "kven",
            "who",
            Text(
                "navnene deres, med ; innenfor en del og | mellom deler",
                "namna deira, med ; innanfor ein del og | mellom delar",
                "their names, joined by ; within a part and by | between parts",
            ),
        ),
    ]
    goals: Annotated[
        int,
        col(
            "mål",
            "mål",
            "goals",
            Text(
                "hvor mange mål de som mister forbindelsen, svarer for",
                "kor mange mål dei som mistar sambandet, svarer for",
                "how many goals those who lose touch answer for",
            ),
        ),
    ]
    goal_names: Annotated[
        str | None,
        col(
            "hvilke mål",
            "kva mål",
            "goal names",
            Text("navnene på disse målene", "namna på desse måla", "the names of these goals"),
        ),
    ]
    evidence: Evidence


def bridge_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """On what most hangs, or that the network hangs on nothing alone."""
    asked = {name: options[name] for name in ("as_of", "successors", "level", "planned")}
    if rows.empty:
        return [NONE] if count(graph, "centrality", **asked) else [NO_PARTIES]
    most = int(rows["cut_off"].max())
    first = rows[rows["cut_off"] == most]
    form = MOST if len(first) == 1 else MOST_OF_SEVERAL
    notes = [
        (ONE if len(rows) == 1 else MANY).format(n=len(rows)),
        form.format(who=listed(quoted(first["name"])), n=number(most, *PARTIES)),
    ]
    hit = rows[rows["goals"] > 0]
    if len(hit):
        notes.append(GOALS.format(who=listed(quoted(hit["name"])), n=int(hit["goals"].max())))
    return notes


NONE = Text(
    "Nettet henger ikke på noen enkelt aktivitet: det deler seg ikke om én tar slutt.",
    "Nettet heng ikkje på nokon einskild aktivitet: det deler seg ikkje om éin tek slutt.",
    "The network hangs on no single activity: it does not split if one ends.",
)
ONE = Text(
    "Om én aktivitet tok slutt, ville nettet dele seg.",
    "Om éin aktivitet tok slutt, ville nettet dele seg.",
    "If one activity ended, the network would split.",
)
MANY = Text(
    "Om én av disse {n} aktivitetene tok slutt, ville nettet dele seg.",
    "Om éin av desse {n} aktivitetane tok slutt, ville nettet dele seg.",
    "If one of these {n} activities ended, the network would split.",
)
MOST = Text(
    "Flest, {n}, ville miste kontakten med de andre uten {who}.",
    "Flest, {n}, ville miste kontakten med dei andre utan {who}.",
    "Most, {n}, would lose touch with the others without {who}.",
)
MOST_OF_SEVERAL = Text(
    "Flest, {n}, ville miste kontakten med de andre uten en av disse: {who}.",
    "Flest, {n}, ville miste kontakten med dei andre utan ein av desse: {who}.",
    "Most, {n}, would lose touch with the others without one of these: {who}.",
)
GOALS = Text(
    "Blant dem som mister kontakten, er noen som svarer for mål: uten {who} (høyst {n}).",
    "Mellom dei som mistar kontakten, er nokon som svarer for mål: utan {who} (høgst {n}).",
    "Among those who lose touch are some who answer for goals: without {who} (at most {n}).",
)


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
        off = [party for part in lost for party in part]
        hit = sorted({goal for party in off for goal in answering.get(party, ())})
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
        off = [party for part in lost for party in part]
        said = {self._said[edge] for at in same for edge in self._edges[at] if edge >= 0}
        called = sorted({name for name, _ in goals}, key=collation_key)
        real = [at for at in same if at < len(self._ids)]
        return Bridge(
            bridge=self._called(real, members, self._ids),
            name=self._called(real, members, self.names),
            kind=self._graph.nodes["kind"].iat[real[0]] if len(real) == 1 else "",
            parties=len(members),
            parts=parts,
            cut_off=len(off),
            cut_off_ids=columns.SEPARATOR.join(self._ids[party] for party in off),
            cut_off_names=BETWEEN_PARTS.join(
                columns.SEPARATOR.join(self.names[party] for party in part) for part in lost
            ),
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
