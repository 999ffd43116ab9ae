"""How two nodes hang together: the shortest paths between them, whichever way relations run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

from graphtool import schema
from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.connection_notes import ITSELF, connection_notes
from graphtool.queries.fields import Document, Line, Option, Quote, TimeOptions, col
from graphtool.queries.links import Adjacency, Hop, Names, Teller, best_said
from graphtool.queries.owner_columns import Modality
from graphtool.queries.paths import StepEvidence, in_words
from graphtool.queries.registry import query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


MOST = 20
"""Paths that are shown unless more are asked for."""
HISTORY = "SUCCEEDED_BY"


class Connection(NamedTuple):
    """A path between two nodes."""

    path: Annotated[
        str,
        col(
            ("vei", "navnene fra den ene til den andre, med sammenhengene mellom dem"),
            ("veg", "namna frå den eine til den andre, med samanhengane mellom dei"),
            ("path", "the names from the one to the other with the relations between them"),
            said=in_words,
        ),
    ]
    steps: Annotated[
        int,
        col(
            ("ledd", "hvor mange sammenhenger lang den er"),
            ("ledd", "kor mange samanhengar lang han er"),
            ("steps", "how many relations long it is"),
        ),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote
    nodes: Annotated[
        str,
        col(
            ("id-er", "id-ene til nodene langs veien"),
            ("id-ar", "id-ane til nodane langs vegen"),
            ("ids", "ids of the nodes along the way"),
            in_tables=False,
        ),
    ]
    evidence: StepEvidence


@query(
    Connection,
    order=("steps", "path", "nodes"),
    notes=connection_notes,
    reads=tuple(name for name in schema.RELATIONS if name != HISTORY),
    needs=("from_", "to"),
)
def paths(
    graph: PlanGraph,
    *,
    from_: Annotated[
        str | None,
        Option(
            Text(
                "noden å begynne ved, med navn eller id",
                "noden å byrje ved, med namn eller id",
                "the node to begin at, by name or id",
            ),
            node="any",
        ),
    ] = None,
    to: Annotated[
        str | None,
        Option(
            Text(
                "noden å slutte ved, med navn eller id",
                "noden å slutte ved, med namn eller id",
                "the node to end at, by name or id",
            ),
            node="any",
        ),
    ] = None,
    max_steps: Annotated[
        int,
        Option(
            Text(
                "den lengste veien å lete etter",
                "den lengste vegen å leite etter",
                "the longest path to look for",
            )
        ),
    ] = 6,
    most: Annotated[
        int,
        Option(
            Text(
                "hvor mange veier som vises på det meste",
                "kor mange vegar som blir viste på det meste",
                "how many paths to show at most",
            )
        ),
    ] = MOST,
    **when: Unpack[TimeOptions],
) -> pd.DataFrame:
    """How two nodes hang together: all shortest paths between them, with their evidence.

    Relations are walked whichever way they run, save successions, which are history. Of several
    relations between the same two nodes the best said counts, then the first in the vocabulary.
    All paths of the least number of steps (breadth first; Moore 1959), by name, up to `most`.
    Modality is the weakest along the path; the evidence that a table cites is that of its first
    step. No rows where the two are not both given or are one, or nothing ties them within so many
    steps.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "b", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "n", "kind": "Actor", "name": "Nettet"}],
    ...     [{"source": "a", "relation": "MEMBER_OF", "target": "n"},
    ...      {"source": "b", "relation": "LEADS", "target": "n"}])
    >>> paths(graph, from_="Iveland", to="Vennesla")["path"].tolist()
    ['Iveland —MEMBER_OF→ Nettet ←LEADS— Vennesla']
    """
    ends = [graph.nodes["id"].iat[graph.position(name)] for name in (from_, to) if name]
    graph = graph.as_of(**when)
    place = {node: at for at, node in enumerate(graph.nodes["id"])}
    tell, rows = Teller(graph), []
    if len(ends) == 2 and all(node in place for node in ends):
        edges = graph.edges
        links = best_said(graph, edges[(edges["relation"] != HISTORY).to_numpy()])
        ahead = Names(graph).adjacency((links, True), (links, False))
        one, other = (place[node] for node in ends)
        rows = [_row(tell, path) for path in _shortest(ahead, one, other, max_steps, most)]
    table = columns.of_rows(Connection, rows)
    table.attrs[ITSELF] = len(ends) == 2 and ends[0] == ends[1]
    return table


def _shortest(
    ahead: Adjacency, one: int, other: int, longest: int, most: int
) -> Iterator[tuple[Hop, ...]]:
    """The first of the shortest paths, in the order of the steps."""
    left = _distances(ahead, other, one, longest)
    if one == other or one not in left:
        return
    found: list[tuple[Hop, ...]] = []
    waiting: list[tuple[int, tuple[Hop, ...]]] = [(one, ())]
    while waiting and len(found) < most:
        node, path = waiting.pop()
        if node == other:
            found.append(path)
            continue
        nearer = [end for end in ahead.get(node, ()) if left.get(end, longest) == left[node] - 1]
        waiting += [(end, (*path, ahead[node][end])) for end in reversed(nearer)]
    yield from found


def _distances(ahead: Adjacency, start: int, end: int, longest: int) -> dict[int, int]:
    """How many steps each node is from the start, until the end is reached."""
    found, front = {start: 0}, [start]
    for steps in range(1, longest + 1):
        if end in found or not front:
            break
        front = sorted({near for node in front for near in ahead.get(node, ())} - found.keys())
        found |= dict.fromkeys(front, steps)
    return found


def _row(tell: Teller, path: tuple[Hop, ...]) -> Connection:
    (first,) = tell.steps(path[:1])
    return Connection(
        path=tell.text(path),
        steps=len(path),
        modality=tell.weakest(path, inferred=False),
        document=first.document or "",
        line=first.line or 0,
        quote=first.quote or "",
        nodes=columns.SEPARATOR.join(tell.ids[node] for node in tell.nodes(path)),
        evidence=tell.steps(path),
    )
