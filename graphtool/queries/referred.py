"""Which documents would settle it: plans that are named but whose content is not in the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

import numpy as np

from graphtool import schema
from graphtool.language import Text, listed
from graphtool.queries import columns
from graphtool.queries.fields import Document, Line, NodeName, Quote, TimeOptions, col, node_id
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import ask, query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

SUBKIND_WORDS = schema.KINDS["Plan"].subkinds


class ReferredPlan(NamedTuple):
    """A plan that is said to carry out another, and of which nothing else is known."""

    plan: Annotated[
        str,
        node_id(
            ("plan-id", "planens id"), ("plan-id", "id-en til planen"), ("plan", "id of the plan")
        ),
    ]
    name: NodeName
    subkind: Annotated[
        str | None,
        col(
            ("slag", "hva slags plan det er"),
            ("slag", "kva slags plan det er"),
            ("kind of plan", "what kind of plan it is"),
            SUBKIND_WORDS,
        ),
    ]
    implements: Annotated[
        str,
        col(
            ("gjennomfører", "planen eller strategien som den setter i verk"),
            ("gjennomfører", "planen eller strategien som han set i verk"),
            ("implements", "the plan or strategy it carries out"),
        ),
    ]
    document: Document
    line: Line
    quote: Quote


@query(
    ReferredPlan,
    order=("plan", "implements", "document", "line", "quote"),
    reads=("IMPLEMENTS", "PART_OF"),
)
def referred_plans(graph: PlanGraph, **when: Unpack[TimeOptions]) -> pd.DataFrame:
    """Plans that carry out another plan but whose own content is not in the data.

    A plan that implements a plan or strategy and that nothing is part of: no goal, no measure.
    One row for each pair, with the earliest assertion of it. They are where to look for who
    answers for what.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Plan", "name": "Årlig handlingsplan"},
    ...      {"id": "s", "kind": "Plan", "name": "Strategiplan"}],
    ...     [{"source": "a", "relation": "IMPLEMENTS", "target": "s"}])
    >>> referred_plans(graph)[["plan", "implements"]].values.tolist()
    [['a', 'Strategiplan']]
    """
    graph = graph.as_of(**when)
    edges, nodes = graph.related("IMPLEMENTS"), graph.nodes
    has_parts = np.zeros(len(nodes), dtype=bool)
    has_parts[graph.related("PART_OF")["target"].to_numpy()] = True
    plan = (nodes["kind"] == "Plan").to_numpy()
    unread = plan & ~has_parts
    edges = edges[unread[edges["source"].to_numpy()]].drop_duplicates(["source", "target"])
    source = edges["source"].to_numpy()
    return columns.table(
        ReferredPlan,
        plan=columns.taken(nodes["id"], source),
        name=columns.taken(nodes["name"], source),
        subkind=columns.taken(nodes["subkind"], source),
        implements=columns.taken(nodes["name"], edges["target"].to_numpy()),
        **{name: edges[name] for name in columns.EVIDENCE},
    )


def referred_note(graph: PlanGraph | Askable, options: Options) -> list[Text]:
    """The first few of these plans and where they are mentioned; no note where there are none.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "p", "kind": "Plan", "name": "Klimaplan"}, {"id": "s", "kind": "Plan"}],
    ...     [{"source": "p", "relation": "IMPLEMENTS", "target": "s"}])
    >>> referred_note(graph, {"as_of": None})[0].en
    'This plan is referred to but not read in; it may say who answers: “Klimaplan”.'
    """
    rows = ask(graph, "referred-plans", as_of=options["as_of"]).drop_duplicates("plan")
    if rows.empty:
        return []
    quoted = Text("«{name}»{at}", "«{name}»{at}", "“{name}”{at}")
    plans = [
        quoted.format(name=name, at=f" ({document}:{line})" if document else "")
        for name, document, line in zip(rows["name"], rows["document"], rows["line"], strict=True)
    ]
    form = Text(
        "Disse planene er nevnt, men ikke lest inn; de kan si hvem som svarer: {plans}.",
        "Desse planane er nemnde, men ikkje lesne inn; dei kan seie kven som svarer: {plans}.",
        "These plans are referred to but not read in; they may say who answers: {plans}.",
    )
    if len(plans) == 1:
        form = Text(
            "Denne planen er nevnt, men ikke lest inn; den kan si hvem som svarer: {plans}.",
            "Denne planen er nemnd, men ikkje lesen inn; han kan seie kven som svarer: {plans}.",
            "This plan is referred to but not read in; it may say who answers: {plans}.",
        )
    return [form.format(plans=listed(plans))]
