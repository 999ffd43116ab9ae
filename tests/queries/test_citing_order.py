"""Which of several assertions is cited: the best said, then the earlier in the graph's order."""

from __future__ import annotations

import random

from hypothesis import given

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.queries.owners import best_first
from tests.strategies import EXAMPLES, PlanRows, plan_rows

BEST_SAID_FIRST = ["stated", "derived", "planned", "aspiration"]


@EXAMPLES
@given(rows=plan_rows())
def test_the_best_said_is_cited_first_whatever_the_order_in_which_the_rows_were_given(
    rows: PlanRows,
) -> None:
    shuffled = rows._replace(edges=random.Random(7).sample(rows.edges, len(rows.edges)))
    for graph in (rows.graph(), shuffled.graph()):
        assert cited(graph) == cited(rows.graph())
        said = [BEST_SAID_FIRST.index(edge[0]) for edge in cited(graph)]
        assert said == sorted(said)


def cited(graph: PlanGraph) -> list[tuple[str, ...]]:
    """All assertions in the order in which they are cited, as all that they say."""
    edges = graph.edges.iloc[best_first(graph.edges)]
    ends = (edges["modality"], *(edges[name] for name in edges if name != "modality"))
    return [tuple(map(str, row)) for row in zip(*ends, strict=True)]


def test_every_way_of_saying_has_its_place_in_that_order() -> None:
    assert sorted(BEST_SAID_FIRST) == sorted(schema.MODALITIES)
