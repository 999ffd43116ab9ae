"""What a loss does to what is answered for, carried out, part of something, and paid for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from graphtool.graph import belonging
from graphtool.queries import item_ties
from graphtool.queries.answer_options import GRADES, INHERITED, LENDERS
from graphtool.queries.item_ties import ANSWERABLE, word_ranks
from graphtool.queries.leaving import Effect, Leaving, Path, Spread
from graphtool.queries.links import Hop, turned
from graphtool.queries.responsibility import items, standing

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

CARRYING = ("LEADS", "HOSTS", "OWNS", "RESPONSIBLE_FOR", "COORDINATES", "PARTICIPATES_IN")
"""Relations by which a party has a hand in carrying something out."""
CARRIED = ("Programme", "Project", "Measure")
"""Kinds that are carried out, and stop where nobody does so any more."""
GRADE_WORDS = tuple(GRADES)


class Answering(NamedTuple):
    """How things are answered for: for each the code of its grade, and by whom at that grade.

    >>> from graphtool.graph import examples
    >>> found = Answering.of(examples.owned_goal(), "focus-area")
    >>> [GRADE_WORDS[code] for code in found.grade[1:]], found.parties(2)  # the measure by its goal
    (['owned', 'inherited'], {0})
    """

    grade: np.ndarray
    ties: Mapping[int, list[tuple[int, int, int]]]
    """For each item the `party`, the `base` that it answers for, and the `edge` that says so."""

    @classmethod
    def of(cls, graph: PlanGraph, inherit: str) -> Answering:
        """Of everything that can be answered for."""
        stand = standing(graph, *ANSWERABLE, inherit=inherit)
        rows = item_ties.answering(graph, items(graph, ANSWERABLE, None), stand)
        rows = rows[rows["grade"].to_numpy() == stand.grade[rows["item"].to_numpy()]]
        ties: dict[int, list[tuple[int, int, int]]] = {}
        for item, *tie in zip(
            *(rows[n].tolist() for n in ("item", "party", "base", "edge")), strict=True
        ):
            ties.setdefault(item, []).append(tuple(tie))
        return cls(stand.grade, ties)

    def parties(self, item: int) -> set[int]:
        """Those who answer for it at its grade."""
        return {party for party, _, _ in self.ties.get(item, ())}


def answered_for(
    leaving: Leaving, inherit: str, before: Answering, after: Answering
) -> Iterator[Effect]:
    """What nobody answers for any more, or fewer or others, or less surely.

    >>> from graphtool.graph import examples
    >>> leaving = Leaving(examples.owned_goal(), [0])
    >>> before, after = (Answering.of(g, "focus-area") for g in (leaving.before, leaving.after))
    >>> for found in answered_for(leaving, "focus-area", before, after):
    ...     print(found.effect, found.items, found.before, found.after)
    orphaned (1,) owned none
    orphaned (2,) inherited none
    """
    lends = leaving.before.nodes["kind"].isin(LENDERS[inherit]).to_numpy()
    above = leaving.links(
        "PART_OF", forward=True, edges=lambda edges: edges[lends[edges["target"].to_numpy()]]
    )
    for item, ties in before.ties.items():
        lost = before.parties(item) - after.parties(item)
        grades = int(before.grade[item]), int(after.grade[item])
        if item in leaving.gone or not (lost or grades[0] < grades[1]):
            continue
        first = min(ties, key=lambda tie: (tie[0] not in lost, leaving.ranked[tie[0]], tie[2]))
        fact_lost = grades[0] <= INHERITED < grades[1]
        yield Effect(
            "orphaned" if fact_lost else "weakened",
            (item,),
            _from_the_gone(leaving, _answering_path(above, item, *first[1:])),
            before=GRADE_WORDS[grades[0]],
            after=GRADE_WORDS[grades[1]],
            lost=leaving.by_name(lost),
            left=leaving.by_name(after.parties(item)),
        )


def _answering_path(
    above: Mapping[int, Mapping[int, Hop]], item: int, base: int, edge: int
) -> Path:
    """From the party that answers for the base to the item that is part of it."""
    up = Spread.over(above, {item: ()}, len(above)).path(base) if base != item else ()
    return (Hop(edge, forward=True), *turned(up))


def _from_the_gone(leaving: Leaving, path: Path) -> Path:
    """What of the path follows upon the last that leaves."""
    nodes = leaving.tell.nodes(path)
    at = max((at for at, node in enumerate(nodes[:-1]) if node in leaving.gone), default=0)
    return path[at:]


def stopped(leaving: Leaving, after: Answering) -> dict[int, Effect]:
    """What nobody is left to carry out: no named hand in it, and nobody who answers for it.

    >>> from graphtool.graph import examples
    >>> leaving = Leaving(examples.acting_for(), [1, 2])  # both who lead the project
    >>> found = stopped(leaving, Answering.of(leaving.after, "focus-area"))
    >>> {item: each.lost for item, each in found.items()}
    {3: (1, 2)}
    """
    kinds = leaving.before.nodes["kind"].isin(CARRIED).to_numpy()
    hands: dict[int, list[int]] = {}
    for edge, target in _pairs(belonging.as_fact(leaving.before.related(*CARRYING)), "target"):
        if kinds[target] and target not in leaving.gone:
            hands.setdefault(target, []).append(edge)
    source = leaving.before.edges["source"].to_numpy()
    found = {}
    for item, edges in hands.items():
        parties = {int(source[edge]) for edge in edges}
        if parties <= leaving.gone and after.grade[item] > INHERITED:
            first = min(edges, key=lambda edge: (leaving.ranked[source[edge]], edge))
            path = (Hop(first, forward=True),)
            found[item] = Effect("stopped", (item,), path, lost=leaving.by_name(parties))
    return found


def _pairs(edges: pd.DataFrame, end: str) -> Iterator[tuple[int, int]]:
    return zip(edges.index.tolist(), edges[end].tolist(), strict=True)


def uprooted(leaving: Leaving) -> Iterator[Effect]:
    """What all that it was part of is gone, directly or further up.

    >>> from graphtool.graph import examples
    >>> [found.items for found in uprooted(Leaving(examples.owned_goal(), [1]))]  # without the goal
    [(2,)]
    """
    kinds = leaving.before.nodes["kind"].isin((*ANSWERABLE, "Need")).to_numpy()
    inside = lambda edges: edges[kinds[edges["source"].to_numpy()]]  # noqa: E731
    wholes = leaving.links("PART_OF", forward=True, edges=inside)
    parts = leaving.links("PART_OF", forward=False, edges=inside)
    lost, waiting = set(leaving.gone), [*leaving.by_name(leaving.gone)]
    paths: dict[int, Path] = dict.fromkeys(waiting, ())
    gone: dict[int, tuple[int, ...]] = {
        node: (node,) for node in waiting
    }  # of what leaves or is cut loose, what leaves
    for whole in waiting:  # grows while it is walked
        for part, hop in parts.get(whole, {}).items():
            if part not in lost and wholes[part].keys() <= lost:
                lost.add(part)
                waiting.append(part)
                paths[part] = (*paths[whole], hop)
                above = dict.fromkeys(node for one in wholes[part] for node in gone[one])
                gone[part] = tuple(above)
                yield Effect("uprooted", (part,), paths[part], lost=gone[part])


def unfunded(leaving: Leaving) -> Iterator[Effect]:
    """What is not paid for any more by those who leave, with the amount where one is said.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality"}, {"id": "p", "kind": "Project"}],
    ...     [{"source": "v", "relation": "FUNDS", "target": "p", "amount": 50, "currency": "NOK"}])
    >>> [(found.items, found.amount, found.currency) for found in unfunded(Leaving(graph, [0]))]
    [((1,), 50.0, 'NOK')]
    """
    edges = leaving.before.related("FUNDS")
    source, target = edges["source"].to_numpy(), edges["target"].to_numpy()
    payers: dict[int, set[int]] = {}
    for payer, paid in zip(source.tolist(), target.tolist(), strict=True):
        payers.setdefault(paid, set()).add(payer)
    edges = edges[leaving.mask[source] & ~leaving.mask[target]]
    order = np.argsort(word_ranks(edges["modality"]), kind="stable")
    seen = set()
    for edge, one, other, amount, currency in zip(
        edges.index.to_numpy()[order].tolist(),
        *(edges[name].to_numpy()[order].tolist() for name in ("source", "target", "amount")),
        edges["currency"].astype(object).to_numpy()[order].tolist(),
        strict=True,
    ):
        said = (one, other, str(amount), currency)
        if said in seen:
            continue
        seen.add(said)
        yield Effect(
            "unfunded",
            (other,),
            (Hop(edge, forward=True),),
            lost=(one,),
            left=leaving.by_name(payers[other] - leaving.gone),
            amount=amount,
            currency=currency,
        )


def lost_with(leaving: Leaving, stops: Mapping[int, Effect]) -> dict[int, Path]:
    """All that is lost, with the path by which it is: those that leave, and what stops.

    >>> from graphtool.graph import examples
    >>> stop = Effect("stopped", (3,), (Hop(2, forward=True),))
    >>> lost_with(Leaving(examples.acting_for(), [1]), {3: stop})
    {1: (), 3: (Hop(edge=2, forward=True),)}
    """
    gone: dict[int, Path] = dict.fromkeys(leaving.by_name(leaving.gone), ())
    return gone | {item: stops[item].path for item in leaving.by_name(stops)}
