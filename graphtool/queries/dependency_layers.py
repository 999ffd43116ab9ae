"""In which order what depends on each other can be taken, and what can start now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

from graphtool.algorithms.levels import levels
from graphtool.language import Text
from graphtool.queries import chains, columns
from graphtool.queries.direct_dependencies import READS
from graphtool.queries.fields import NodeId, NodeName, TimeOptions, col
from graphtool.queries.layer_notes import AFTER, CIRCLE, NOW, layer_notes
from graphtool.queries.needs import NeedGraph
from graphtool.queries.query import Askable
from graphtool.queries.registry import query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


START_WORDS = {
    NOW: Text("venter ikke på noe", "ventar ikkje på noko", "waits for nothing"),
    AFTER: Text("venter", "ventar", "waits"),
    CIRCLE: Text("venter i ring", "ventar i ring", "waits in a circle"),
}


class Layer(NamedTuple):
    """Something that depends on something or is depended on, and when its turn is."""

    node: NodeId
    name: NodeName
    layer: Annotated[
        int,
        col(
            ("lag", "1 for det som ikke venter på noe, 2 for det som venter på det"),
            ("lag", "1 for det som ikkje ventar på noko, 2 for det som ventar på det"),
            ("layer", "1 for what waits for nothing, 2 for what waits for that"),
        ),
    ]
    start: Annotated[
        str,
        col(
            (
                "hvordan det står",
                "om det ikke venter på noe og kan begynne nå, venter på noe annet, eller i ring"
                " på seg selv",
            ),
            (
                "korleis det står",
                "om det ikkje ventar på noko og kan byrje no, ventar på noko anna, eller i ring"
                " på seg sjølv",
            ),
            (
                "standing",
                "whether it waits for nothing and can start now, waits for something else, or in a"
                " circle for itself",
            ),
            START_WORDS,
        ),
    ]
    waits_for: Annotated[
        str | None,
        col(
            ("venter på", "det som det venter direkte på"),
            ("ventar på", "det som det ventar direkte på"),
            ("waits for", "what it directly waits for"),
        ),
    ]
    holds_up: Annotated[
        int,
        col(
            ("holder opp", "hvor mange som venter direkte på det"),
            ("held oppe", "kor mange som ventar direkte på det"),
            ("holds up", "how many directly wait for it"),
        ),
    ]


@query(Layer, order=("layer", "node"), notes=layer_notes, reads=READS)
def dependency_layers(graph: PlanGraph | Askable, **when: Unpack[TimeOptions]) -> pd.DataFrame:
    """In which order what depends on each other can be taken, and what can start now.

    A row for everything that depends on something or that something depends on. A dependency that
    is met holds nobody up and counts no more; one of unknown status does. What waits for nothing
    is in layer 1 and can start now; what waits is one layer after the last that it waits for:
    the length of the longest chain below it (the levels of the condensation, in which all that
    wait for each other in a circle are one and share a layer). Computed from the rows of
    `direct-dependencies`.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "m", "kind": "Measure"}, {"id": "p", "kind": "Plan"},
    ...      {"id": "r", "kind": "Resource"}],
    ...     [{"source": "m", "relation": "DEPENDS_ON", "target": "p"},
    ...      {"source": "p", "relation": "DEPENDS_ON", "target": "r", "status": "met"}])
    >>> dependency_layers(graph)[["node", "layer", "start"]].values.tolist()
    [['m', 2, 'after'], ['p', 1, 'now'], ['r', 1, 'now']]
    """
    needs = NeedGraph.asked(graph, **when)
    waits = needs.waits
    nodes = sorted(needs.names)
    layers, in_circle = levels(*chains.ends(waits, nodes), len(nodes))
    holds = dict.fromkeys(nodes, 0)
    for others in waits.values():
        for other in others:
            holds[other] += 1
    return columns.table(
        Layer,
        node=nodes,
        name=[needs.names[node] for node in nodes],
        layer=layers,
        start=[
            CIRCLE if round_ else AFTER if node in waits else NOW
            for node, round_ in zip(nodes, in_circle.tolist(), strict=True)
        ],
        waits_for=[
            columns.SEPARATOR.join(needs.names[other] for other in waits.get(n, ())) for n in nodes
        ],
        holds_up=[holds[node] for node in nodes],
    )
