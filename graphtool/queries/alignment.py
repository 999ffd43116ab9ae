"""Which local goals, plans and measures take up which common goals, and which goals nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

from graphtool.graph import belonging
from graphtool.graph.tables import TEXT
from graphtool.language import Text
from graphtool.queries import columns, homes
from graphtool.queries.alignment_notes import ASKED, Asked, alignment_notes
from graphtool.queries.fields import (
    Column,
    Document,
    Line,
    Option,
    Quote,
    TimeOptions,
    col,
    node_id,
)
from graphtool.queries.likeness import MOST, alike
from graphtool.queries.links import Adjacency, Hop, Names, PathStep, Teller, best_said, hops
from graphtool.queries.owners import KIND_WORDS, Modality
from graphtool.queries.paths import in_words
from graphtool.queries.registry import query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

UP = ("PART_OF", "CONTRIBUTES_TO", "IMPLEMENTS")
"""Relations by which something serves what lies above it."""
TAKING_UP = ("Programme", "Project", "Plan", "FocusArea", "Strategy", "Goal", "Measure")
"""Kinds that may take up a goal."""
SERVING = ("CONTRIBUTES_TO", "IMPLEMENTS")
"""Those of them by which something serves another that it is no part of."""
OWN = ("OWNS", "RESPONSIBLE_FOR", "ADOPTED")
"""Relations by which something is a municipality's own; not who leads a project of several."""
TAKEN, PLAN, LEFT, ALIKE = "taken up", "plan taken up", "not taken up", "alike"
WHAT = {
    TAKEN: Text("følges opp av", "vert følgt opp av", "taken up by"),
    PLAN: Text("planen følges opp av", "planen vert følgt opp av", "its plan is taken up by"),
    LEFT: Text("følges ikke opp", "vert ikkje følgt opp", "not taken up"),
    ALIKE: Text("ligner på", "liknar på", "worded like"),
}
PLACE = {what: at for at, what in enumerate(WHAT, start=1)}


class Alignment(NamedTuple):
    """A goal, and what takes it up, or what is worded like it, or that nothing does."""

    place: Annotated[
        int,
        Column(
            Text("nr.", "nr.", "no."),
            Text(
                "plassen til det som er sagt",
                "plassen til det som er sagt",
                "place of what is said",
            ),
            in_tables=False,
        ),
    ]
    goal: Annotated[
        str,
        node_id("mål-id", "mål-id", "goal", Text("målets id", "id-en til målet", "id of the goal")),
    ]
    goal_name: Annotated[
        str, col("mål", "mål", "goal", Text("målets navn", "namnet på målet", "the goal's name"))
    ]
    goal_homes: Annotated[
        str | None,
        col(
            "felles for",
            "felles for",
            "common to",
            Text(
                "navnene på kommunene som har målet",
                "namna på kommunane som har målet",
                "names of the municipalities whose goal it is",
            ),
        ),
    ]
    what: Annotated[
        str,
        Column(
            Text("hvordan", "korleis", "how"),
            Text(
                "hva som er sagt om målet", "kva som er sagt om målet", "what is told of the goal"
            ),
            WHAT,
        ),
    ]
    other: Annotated[
        str | None,
        node_id(
            "annet-id",
            "anna-id",
            "other",
            Text("den andres id", "id-en til den andre", "id of the other"),
        ),
    ]
    other_name: Annotated[
        str | None,
        col(
            "av hva",
            "av kva",
            "other name",
            Text(
                "navnet på det som følger det opp, eller som ligner",
                "namnet på det som følgjer det opp, eller som liknar",
                "the name of what takes it up, or alike",
            ),
        ),
    ]
    other_kind: Annotated[
        str | None,
        Column(
            Text("type", "type", "kind"),
            Text("hva det er", "kva det er", "what that is"),
            KIND_WORDS,
        ),
    ]
    other_homes: Annotated[
        str | None,
        col(
            "kommune",
            "kommune",
            "municipality",
            Text(
                "navnene på dem som har det",
                "namna på dei som har det",
                "names of those whose that is",
            ),
        ),
    ]
    steps: Annotated[
        int | None,
        col(
            "ledd",
            "ledd",
            "steps",
            Text(
                "hvor mange sammenhenger som ligger mellom",
                "kor mange samanhengar som ligg mellom",
                "how many relations lie between",
            ),
        ),
    ]
    path: Annotated[
        str | None,
        Column(
            Text("vei", "veg", "path"),
            Text(
                "navnene fra det som følger opp til målet, med sammenhengene mellom dem",
                "namna frå det som følgjer opp til målet, med samanhengane mellom dei",
                "the names from what takes it up to the goal, with the relations between them",
            ),
            in_tables=False,
            said=in_words,
        ),
    ]
    score: Annotated[
        float | None,
        col(
            "likhet",
            "likskap",
            "likeness",
            Text(
                "hvor likt de to er formulert, av 100; et forslag",
                "kor likt dei to er formulerte, av 100; eit forslag",
                "how alike the two are worded, of 100; a suggestion",
            ),
        ),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote
    evidence: Annotated[
        tuple[PathStep, ...],
        Column(
            Text("belegg", "belegg", "evidence"),
            Text("hvor hvert steg er sagt", "kvar kvart steg er sagt", "where each step is said"),
            in_tables=False,
        ),
    ]


@query(
    Alignment,
    order=("place", "goal_name", "goal", "steps", "other_name", "other"),
    notes=alignment_notes,
    reads=(*UP, *OWN, "HOSTS", "AFFILIATED_WITH", "LOCATED_IN"),
    cites=True,
    names_all=True,
)
def alignment(
    graph: PlanGraph,
    *,
    alike: Annotated[
        float,
        Option(
            Text(
                "hvor likt, av 100, mål uten kobling må være formulert for å foreslås",
                "kor likt, av 100, mål utan kopling må vere formulerte for å bli foreslått",
                "how alike, of 100, unlinked goals must be worded to be suggested",
            )
        ),
    ] = 85.0,
    **when: Unpack[TimeOptions],
) -> pd.DataFrame:
    """Which local goals, plans and measures take up which common goals, and which nobody takes up.

    Whose something is: the municipalities that own it, answer for it or have adopted it, themselves
    or by their people and bodies, or in which it lies; where there is none, those of the nearest
    that it is part of. Local is what is one municipality's; a common goal is several
    municipalities', or none's alone: a region's, a programme's. A common goal is taken up by what
    is local and leads to it by PART_OF, CONTRIBUTES_TO or IMPLEMENTS, directly or over what is
    common itself: the nearest on each way, by the shortest. Where nothing does, what is local may
    still serve the plan (or the like) that the goal is part of, by the last two: then its plan is
    taken up, which says nothing of the goal. Else it is not taken up, as far as the data say; where
    nothing is local, that is not said of any.

    Goals are alike if no way leads from one to the other, they serve nothing common and are of no
    one plan, but their names (in any of their languages) are worded nearly alike: a suggestion with
    its likeness (see rapidfuzz, token_sort_ratio), never a fact, and no link in any other answer.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "i", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "g", "kind": "Goal", "name": "Flere boliger"},
    ...      {"id": "h", "kind": "Goal", "name": "Trygge veier"},
    ...      {"id": "l", "kind": "Goal", "name": "Boliger i Iveland"}],
    ...     [{"source": "i", "relation": "OWNS", "target": "l"},
    ...      {"source": "l", "relation": "CONTRIBUTES_TO", "target": "g"}])
    >>> alignment(graph)[["goal_name", "what", "other_name"]].values.tolist()
    [['Flere boliger', 'taken up', 'Boliger i Iveland'], ['Trygge veier', 'not taken up', '']]
    """
    graph = graph.as_of(**when)
    goals = _Goals(graph)
    taken = {goal: list(goals.taking_up(goal)) for goal in goals.common}
    rows = [goals.taken(goal, TAKEN, path) for goal, paths in taken.items() for path in paths]
    for goal in [goal for goal, paths in taken.items() if not paths and goals.local]:
        by_plan = goals.by_plan(goal)
        rows += [goals.taken(goal, PLAN, path) for path in by_plan] or [goals.left(goal)]
    rows += goals.alike(alike)
    table = columns.of_rows(Alignment, rows)
    table.attrs[ASKED] = Asked(
        goals=len(goals.every),
        common=len(goals.common),
        taken=sum(bool(paths) for paths in taken.values()),
        local=bool(goals.local),
        too_many=len(goals.every) > MOST,
    )
    whole = dict.fromkeys(("place", "steps", "line"), "int64")
    texts = dict.fromkeys(("other", "other_name", "other_kind"), TEXT)
    return table.astype({**whole, **texts, "score": "float64"})


class _Goals:
    """The goals of a graph, whose they are, and what leads to them."""

    def __init__(self, graph: PlanGraph) -> None:
        self._graph, self._tell, self._names = graph, Teller(graph), Names(graph)
        self._kinds = graph.nodes["kind"].tolist()
        self._place = self._names.place
        self._up, self._down = self._along(*UP)
        self._wholes, _ = self._along("PART_OF")
        self._serving, self._served = self._along(*SERVING)
        self._homes = homes.Homes(graph, self._names)
        own = belonging.ends(belonging.as_fact(graph.related(*OWN))).tolist()
        here = belonging.ends(belonging.locations(graph))[:, ::-1].tolist()
        self._own: dict[int, int] = {}
        for who, what in (*own, *here):
            self._own[what] = self._own.get(what, 0) | self._homes.acting.get(who, 0)
        self.every: list[int] = graph.of_kind("Goal").index.tolist()
        self.common = [goal for goal in self.every if not _one(self.of(goal))]

    def _along(self, *relations: str) -> tuple[Adjacency, Adjacency]:
        """Where these relations lead, and what leads by them."""
        said = best_said(self._graph, self._graph.related(*relations))
        return self._names.adjacency((said, True)), self._names.adjacency((said, False))

    @cached_property
    def local(self) -> set[int]:
        """What is one municipality's and may take up a goal."""
        nodes = self._graph.of_kind(*TAKING_UP).index.tolist()
        return {node for node in nodes if _one(self.of(node))}

    def of(self, node: int) -> int:
        """Whose it is, as bits: its own holders, else those of the nearest that it is part of."""
        front, seen = {node}, {node}
        while front:
            bits = 0
            for one in front:
                bits |= self._own.get(one, 0)
            if bits:
                return bits
            front = {whole for one in front for whole in self._wholes.get(one, ())} - seen
            seen |= front
        return 0

    def taking_up(self, goal: int) -> Iterator[tuple[Hop, ...]]:
        """The shortest way from each nearest local thing to a goal."""
        return self._nearest(goal, self._up, self._down)

    def by_plan(self, goal: int) -> list[tuple[Hop, ...]]:
        """The ways from what is local and serves the nearest whole that any such serves."""
        front: dict[int, tuple[Hop, ...]] = {goal: ()}
        seen = {goal}
        while front:
            further: dict[int, tuple[Hop, ...]] = {}
            found = []
            for one, down in front.items():
                for whole, hop in self._wholes.get(one, {}).items():
                    if whole in seen:
                        continue
                    seen.add(whole)
                    further[whole] = (hop.back(), *down)
                    ways = self._nearest(whole, self._serving, self._served)
                    found += [(*way, *further[whole]) for way in ways]
            if found:
                return found
            front = further
        return []

    def _nearest(self, goal: int, up: Adjacency, down: Adjacency) -> Iterator[tuple[Hop, ...]]:
        before = {goal: goal}
        front = [goal]
        while front:
            ahead = []
            for one in front:
                for other in down.get(one, ()):
                    if other in before:
                        continue
                    before[other] = one
                    if other in self.local:
                        nodes = [other]
                        while nodes[-1] != goal:
                            nodes.append(before[nodes[-1]])
                        yield hops(up, nodes)
                    else:
                        ahead.append(other)
            front = sorted(ahead, key=self._place.__getitem__)

    def alike(self, least: float) -> list[Alignment]:
        """Goals of different plans that nobody linked, worded alike."""
        nodes = self._graph.nodes
        said = zip(*(nodes[c] for c in ("name", "name_nb", "name_nn", "name_en")), strict=True)
        texts = [frozenset(filter(None, some)) for some in said]
        pairs = alike([texts[goal] for goal in self.every], least)
        found = []
        for (one, other), score in pairs.items():
            ends = sorted(
                (self.every[one], self.every[other]),
                key=lambda goal: (_one(self.of(goal)), self._place[goal]),
            )
            if not self._above(ends[0]) & self._above(ends[1]):
                found.append(self._alike(ends[0], ends[1], score))
        return found

    def _above(self, node: int) -> set[int]:
        """A node and all that it serves or is part of."""
        seen = {node}
        front = [node]
        while front:
            ahead = {above for one in front for above in self._up.get(one, ())} - seen
            seen |= ahead
            front = list(ahead)
        return seen

    def taken(self, goal: int, what: str, path: tuple[Hop, ...]) -> Alignment:
        """That a goal or its plan is taken up, and by which way."""
        tell = self._tell
        first, *_ = steps = tell.steps(path)
        return self._with(self._row(goal, what), tell.nodes(path)[0])._replace(
            steps=len(path),
            path=tell.text(path),
            modality=tell.weakest(path, inferred=what == PLAN or len(path) > 1),
            document=first.document or "",
            line=first.line or 0,
            quote=first.quote or "",
            evidence=steps,
        )

    def left(self, goal: int) -> Alignment:
        """That nothing local takes a goal up."""
        return self._row(goal, LEFT)

    def _alike(self, goal: int, other: int, score: float) -> Alignment:
        return self._with(self._row(goal, ALIKE), other)._replace(score=score, modality="derived")

    def _with(self, row: Alignment, node: int) -> Alignment:
        return row._replace(
            other=self._tell.ids[node],
            other_name=self._tell.names[node],
            other_kind=self._kinds[node],
            other_homes=self._called(node),
        )

    def _row(self, goal: int, what: str) -> Alignment:
        """A goal with where it is said itself."""
        said = self._graph.nodes.iloc[goal]
        return Alignment(
            place=PLACE[what],
            goal=self._tell.ids[goal],
            goal_name=self._tell.names[goal],
            goal_homes=self._called(goal),
            what=what,
            other="",
            other_name="",
            other_kind="",
            other_homes="",
            steps=0,
            path="",
            score=float("nan"),
            modality="",
            document=said["document"],
            line=said["line"],
            quote=said["quote"],
            evidence=(),
        )

    def _called(self, node: int) -> str:
        """The names of the municipalities whose it is."""
        at = self._homes.of_bits(self.of(node))
        return columns.SEPARATOR.join(self._tell.names[home] for home in at)


def _one(bits: int) -> bool:
    return bits.bit_count() == 1
