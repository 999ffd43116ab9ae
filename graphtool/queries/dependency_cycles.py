"""What all waits for each other, and the fewest dependencies that keep it waiting."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

from graphtool.algorithms.feedback import EXACT_UP_TO, feedback_arcs
from graphtool.language import Text
from graphtool.queries import chains, columns
from graphtool.queries.cycle_notes import FEW, FEWEST, cycle_notes
from graphtool.queries.dependencies import ARROW
from graphtool.queries.direct_dependencies import READS
from graphtool.queries.fields import Document, Line, Quote, TimeOptions, col, node_id
from graphtool.queries.item_ties import MODALITY_RANK
from graphtool.queries.needs import NeedGraph
from graphtool.queries.owner_columns import Modality
from graphtool.queries.query import Askable
from graphtool.queries.registry import query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


FOUND_WORDS = {
    FEWEST: Text("færrest mulig", "færrast mogleg", "fewest possible"),
    FEW: Text("funnet grådig", "funne grådig", "found greedily"),
}


class Cycle(NamedTuple):
    """Nodes that all depend on each other."""

    members: Annotated[
        str,
        node_id(
            ("medlems-id", "id-ene til alle"),
            ("medlems-id", "id-ane til alle"),
            ("members", "ids of all of them"),
        ),
    ]
    members_names: Annotated[
        str, col(("i ringen", "alle"), ("i ringen", "alle saman"), ("in the circle", "all of them"))
    ]
    size: Annotated[
        int,
        col(
            ("antall", "hvor mange de er"),
            ("tal på", "kor mange dei er"),
            ("size", "how many they are"),
        ),
    ]
    cycle: Annotated[
        str,
        col(
            ("korteste ring", "en korteste vei rundt"),
            ("kortaste ring", "ein kortaste veg rundt"),
            ("smallest cycle", "a shortest way round"),
        ),
    ]
    steps: Annotated[
        int,
        col(
            ("ledd", "hvor mange avhengigheter lang den er"),
            ("ledd", "kor mange avhengnader lang han er"),
            ("steps", "how many dependencies long that is"),
        ),
    ]
    cut: Annotated[
        str,
        col(
            ("brytes ved", "avhengigheter som ingen av dem venter på seg selv uten"),
            ("blir broten ved", "avhengnader som ingen av dei ventar på seg sjølv utan"),
            ("broken by", "dependencies without which none of them waits for itself"),
        ),
    ]
    cuts: Annotated[
        int,
        col(
            ("brudd", "hvor mange avhengigheter dette er"),
            ("brot", "kor mange avhengnader dette er"),
            ("cuts", "how many dependencies these are"),
        ),
    ]
    found: Annotated[
        str,
        col(
            (
                "er",
                f"om dette er de færreste mulige, som er sikkert opptil {EXACT_UP_TO} medlemmer,"
                " eller funnet grådig: det kan finnes færre",
            ),
            (
                "er",
                f"om dette er dei færraste moglege, som er sikkert opptil {EXACT_UP_TO} medlemmer,"
                " eller funne grådig: det kan finnast færre",
            ),
            (
                "are",
                f"whether these are the fewest possible, which is certain up to {EXACT_UP_TO}"
                " members, or found greedily: there may be fewer",
            ),
            FOUND_WORDS,
        ),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote


@query(Cycle, order=("-size", "members"), notes=cycle_notes, reads=READS)
def dependency_cycles(graph: PlanGraph | Askable, **when: Unpack[TimeOptions]) -> pd.DataFrame:
    """What all depends on each other in circles, and the fewest dependencies that keep it so.

    One row for each largest set of nodes that all lead to each other by DEPENDS_ON (a strongly
    connected component; Tarjan 1972), or one node that depends on itself. With it a smallest cycle
    as witness, and the fewest dependencies whose removal breaks all cycles in it (a minimum
    feedback arc set): exact for as many members as `found` says (Lawler 1964), for more by the
    heuristic of Eades, Lin and Smyth (1993). Modality is the weakest along the cycle, evidence
    that of its first dependency. Computed from the rows of `direct-dependencies`.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "p", "kind": "Plan", "name": "Plan"}, {"id": "r", "kind": "Resource"}],
    ...     [{"source": "p", "relation": "DEPENDS_ON", "target": "r"},
    ...      {"source": "r", "relation": "DEPENDS_ON", "target": "p"}])
    >>> dependency_cycles(graph)[["cycle", "cut"]].values.tolist()
    [['Plan → r → Plan', 'r → Plan']]
    """
    needs = NeedGraph.asked(graph, **when)
    rows = [_row(needs, sorted(circle)) for circle in chains.circles(needs.links)]
    return columns.of_rows(Cycle, rows)


def _row(needs: NeedGraph, members: Sequence[str]) -> Cycle:
    chain = chains.shortest_circle(needs.links, members)
    along = [needs.said[pair] for pair in pairwise(chain)]
    place = {node: at for at, node in enumerate(members)}
    arcs = [
        (place[one], place[other])
        for one in members
        for other in needs.links[one]
        if other in place
    ]
    cuts = [(members[one], members[other]) for one, other in feedback_arcs(len(members), arcs)]
    names = needs.names
    return Cycle(
        members=columns.SEPARATOR.join(members),
        members_names=columns.SEPARATOR.join(names[node] for node in members),
        size=len(members),
        cycle=ARROW.join(names[node] for node in chain),
        steps=len(along),
        cut=columns.SEPARATOR.join(ARROW.join((names[one], names[other])) for one, other in cuts),
        cuts=len(cuts),
        found=FEWEST if len(members) <= EXACT_UP_TO else FEW,
        modality=max((said.modality for said in along), key=MODALITY_RANK.__getitem__),
        document=along[0].document,
        line=along[0].line,
        quote=along[0].quote,
    )
