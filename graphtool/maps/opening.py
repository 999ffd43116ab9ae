"""Which view to open where none is asked for, and why.

The one of everything where all of it can be read on a screen; else the view that shows the most
important finding best (`build` knows both, once they are drawn).
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from graphtool.graph import PlanGraph
from graphtool.language import Text
from graphtool.maps.options import LIMIT, READABLE
from graphtool.maps.views import views
from graphtool.maps.views.view import View

FINDING = Text(
    "Det viktigste funnet ses best der; i oversikten er det meste foldet sammen.",
    "Det viktigaste funnet er lettast å sjå der; i oversynet er det meste falda saman.",
    "The most important finding is seen best there; in the overview most is folded.",
)
"""Why another view than that of everything, which has to be folded to be read."""


class Opening(NamedTuple):
    """A view and the reason for it."""

    view: View
    why: Text


def opening(graph: PlanGraph) -> Opening:
    """The view that says most about a graph and can be read: the first, unless another suits it.

    >>> graph = PlanGraph.from_tables([{"id": "v", "kind": "Municipality", "name": "Vennesla"}])
    >>> opening(graph).view.name
    'overview'
    """
    first, *others = views().values()
    count = len(graph.nodes)
    kinds = Counter(graph.nodes["kind"].astype(str).tolist())
    relations = set(graph.edges["relation"].astype(str).unique())
    for view in reversed(others) if count <= LIMIT else ():
        if view.suits and (why := view.suits(kinds, relations)):
            return Opening(view, why)
    return Opening(first, everything(count))


def everything(count: int) -> Text:
    """Why a graph is shown at once, by how many nodes are shown.

    >>> print(everything(84).en)
    All 84 nodes fit on one sheet.
    """
    if count == 1:
        return Text(
            "Den ene noden får plass på ett ark.",
            "Den eine noden får plass på eitt ark.",
            "The one node fits on one sheet.",
        )
    if count <= READABLE:
        return Text(
            "Alle {n} noder får plass på ett ark.",
            "Alle {n} nodar får plass på eitt ark.",
            "All {n} nodes fit on one sheet.",
        ).format(n=count)
    return Text(
        "{n} noder er for mange til å leses på en gang: de er samlet i bokser som kan åpnes.",
        "{n} nodar er for mange til å lesast på ein gong: dei er samla i boksar som kan opnast.",
        "{n} nodes are too many to read at once: they are gathered in boxes that can be opened.",
    ).format(n=count)


def folded(count: int, inside: int) -> Text:
    """Why a graph is shown at once where some of it is folded, by how many nodes it has.

    >>> print(folded(94, 65).en)
    All 94 nodes are on one sheet, 65 of them folded so that the words can be read.
    """
    return Text(
        "Alle {n} noder er på ett ark, {m} av dem foldet sammen så ordene kan leses.",
        "Alle {n} nodar er på eitt ark, {m} av dei falda saman så orda kan lesast.",
        "All {n} nodes are on one sheet, {m} of them folded so that the words can be read.",
    ).format(n=count, m=inside)
