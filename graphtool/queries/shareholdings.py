"""Who has what part of each company and resource, directly and through others, and who controls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal, Unpack

import pandas as pd

from graphtool.algorithms.dealing import Holding
from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.fields import Option, TimeOptions
from graphtool.queries.links import Names
from graphtool.queries.matrix import crossed
from graphtool.queries.registry import query
from graphtool.queries.shareholding_columns import MAYBE, SURE, TO, Shareholding
from graphtool.queries.shareholding_notes import HELD, Held, shareholding_notes
from graphtool.queries.stakes import READS, Stakes, stakes

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


Level = Annotated[
    Literal["party", "municipality"],
    Option(
        Text(
            "hvem sine eierandeler som vises: alle parters, eller bare kommunenes",
            "kven sine eigardelar som blir viste: alle partane sine, eller berre kommunane sine",
            "whose holdings are shown: every party's, or the municipalities' only",
        )
    ),
]


def _shareholding_matrix(rows: pd.DataFrame) -> tuple[type, pd.DataFrame]:
    """What is owned as rows, owners as columns, and in a cell what the one has of the other.

    >>> from graphtool import PlanGraph
    >>> from graphtool.queries import ask
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "k", "kind": "Actor", "name": "Kraft AS"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "k", "share": 0.6}])
    >>> _shareholding_matrix(ask(graph, "shareholdings"))[1].to_dict("records")
    [{'owned': 'k', 'name': 'Kraft AS', 'v': '0.6'}]
    """
    return crossed(
        rows,
        Shareholding,
        things=("owned", "name"),
        across=("owner", "owner_name"),
        cell="integrated",
    )


@query(
    Shareholding,
    order=("name", "owned", "steps", "-direct_least", "owner_name", "owner"),
    notes=shareholding_notes,
    reads=READS,
    matrix=_shareholding_matrix,
    dates_all=True,
)
def shareholdings(
    graph: PlanGraph, *, level: Level = "party", **when: Unpack[TimeOptions]
) -> pd.DataFrame:
    """Who has what part of each company and resource, directly and through others, and controls it.

    Legal ownership: OWNS of an actor or a resource, said as a fact and in force on the day; without
    a day, not said to have ended. Its `share` is the direct part. One that is not said can be from
    nothing to all that the other owners leave, and is never guessed: each number has a least and a
    most, and is known where they are equal. Assertions that disagree give the interval between
    them. In all is the integrated ownership A (I - A)^-1 of the direct shares A, circles included
    (Brioschi, Buzzacchi and Colombo 1989, Journal of Banking and Finance 13, p. 747); an owner on a
    circle has there what comes back to it once (Baldone, Brioschi and Paleari 1998). Where some own
    each other wholly that has no value, and they have none. The most is what the way to deal out
    the unknown shares that is best for the owner would give it.

    Control is by majority chains: an owner controls what it holds more than half of, together with
    those it controls (La Porta, Lopez-de-Silanes and Shleifer 1999, Journal of Finance 54, p. 471,
    at one half); surely with every unknown share at its least, perhaps with it at its most. A row
    for each owner that may have any part; modality and evidence are of its own holding, else of one
    through which it has something.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "k", "kind": "Actor", "name": "Kraft AS"},
    ...      {"id": "n", "kind": "Actor", "name": "Nett AS"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "k", "share": 0.6},
    ...      {"source": "k", "relation": "OWNS", "target": "n", "share": 0.5},
    ...      {"source": "v", "relation": "OWNS", "target": "n"}])
    >>> shareholdings(graph)[["owned", "owner", "direct", "integrated"]].values.tolist()
    [['k', 'v', '0.6', '0.6'], ['n', 'v', '0–0.5', '0.3–0.8'], ['n', 'k', '0.5', '0.5']]
    """
    found = stakes(graph, **when)
    tell, kinds = _Rows(graph, found), graph.nodes["kind"]
    shown = [one for one in tell.owners if level == "party" or kinds.iat[one] == "Municipality"]
    rows = [row for owner in shown for row in tell.rows(owner)]
    table = columns.of_rows(Shareholding, rows)
    rings = tuple(tuple(tell.names[at] for at in ring) for ring in tell.rings)
    table.attrs[HELD] = Held(found.unknown, found.over, found.unsaid, rings, tell.first(shown))
    numbers = dict.fromkeys(ENDS, "float64")
    return table.astype({**numbers, "steps": "int64", "line": "int64"})


class _Rows:
    """Holdings as rows."""

    def __init__(self, graph: PlanGraph, found: Stakes) -> None:
        self._found, self._edges = found, graph.edges
        self._held = found.held
        self.owners = sorted({one for held in self._held.owners.values() for one in held})
        self.ids, self.names = graph.nodes["id"].tolist(), graph.nodes["name"].tolist()
        self._place = Names(graph).place
        self.rings = sorted(
            sorted(ring, key=self._place.__getitem__) for ring in self._held.closed_rings()
        )
        self._ringed = {at for ring in self.rings for at in ring}

    def rows(self, owner: int) -> list[Shareholding]:
        """What an owner has of each."""
        steps = self._held.reached(owner)
        whole = {} if owner in self._ringed else self._held.integrated(owner)
        sure, maybe = (self._held.controlled(owner, surely=surely) for surely in (True, False))
        return [
            self._row(
                owner,
                owned,
                steps,
                whole.get(owned, NOWHERE),
                SURE if owned in sure else MAYBE if owned in maybe else "",
            )
            for owned in steps
        ]

    def _row(
        self, owner: int, owned: int, steps: dict[int, int], whole: Holding, control: str
    ) -> Shareholding:
        holders = self._held.owners[owned]
        own = holders.get(owner)
        through = sorted((at for at in holders if at in steps), key=self._place.__getitem__)
        cited = self._found.cited[owner if own else through[0], owned]
        edge = self._edges.iloc[cited]
        return Shareholding(
            owned=self.ids[owned],
            name=self.names[owned],
            owner=self.ids[owner],
            owner_name=self.names[owner],
            direct=_said(own) if own else "",
            integrated=_said(whole) if whole is not NOWHERE else "",
            control=control,
            through=columns.SEPARATOR.join(self.names[at] for at in through),
            steps=steps[owned],
            direct_least=_rounded(own.least) if own else 0.0,
            direct_most=_rounded(own.most) if own else 0.0,
            integrated_least=whole.least,
            integrated_most=whole.most,
            modality=edge["modality"] if own else "derived",
            document=edge["document"],
            line=edge["line"],
            quote=edge["quote"],
        )

    def first(self, shown: Sequence[int]) -> tuple[tuple[str, str], ...]:
        """Of these owners who has a sure majority in what, but what follows from another's."""
        sure = {one: self._held.controlled(one, surely=True) for one in self.owners}
        under = {
            owned for one, some in sure.items() for owned in some if one not in sure.get(owned, ())
        }
        pairs = [(one, owned) for one in shown if one not in under for owned in sure[one]]
        pairs.sort(key=lambda pair: (self._place[pair[0]], self._place[pair[1]]))
        return tuple((self.names[one], self.names[owned]) for one, owned in pairs)


NOWHERE = Holding(float("nan"), float("nan"))
ENDS = ("direct_least", "direct_most", "integrated_least", "integrated_most")


def _rounded(value: float) -> float:
    return round(value, 9)


def _said(part: Holding) -> str:
    """A part as text, or from what to what it can be.

    >>> _said(Holding(0.5, 0.5)), _said(Holding(0.0, 0.25))
    ('0.5', '0–0.25')
    """
    ends = [f"{_rounded(end):.9g}" for end in part]
    return ends[0] if ends[0] == ends[1] else TO.join(ends)
