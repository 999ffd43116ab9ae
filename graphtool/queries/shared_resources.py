"""What many things rest on at once: single points of failure, as far as dependencies are said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Unpack

import numpy as np

from graphtool.algorithms import dominators, reaching
from graphtool.language import Text, listed, number, quoted
from graphtool.queries import columns
from graphtool.queries.dependency_notes import DEPENDENCIES
from graphtool.queries.direct_dependencies import READS as NEEDING
from graphtool.queries.direct_dependencies import Links
from graphtool.queries.fields import (
    Document,
    Line,
    NodeName,
    Option,
    Quote,
    TimeOptions,
    col,
    node_id,
)
from graphtool.queries.homes import READS as BELONGING
from graphtool.queries.homes import Homes
from graphtool.queries.item_ties import word_ranks
from graphtool.queries.links import Names
from graphtool.queries.owners import Kind, Modality
from graphtool.queries.phrases import absent
from graphtool.queries.registry import count, query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph
    from graphtool.queries.query import Askable

Least = Annotated[
    int,
    Option(
        Text(
            "hvor mange andre som må bygge på det",
            "kor mange andre som må byggje på det",
            "how many others must rest on it",
        )
    ),
]


class SharedResource(NamedTuple):
    """Something that several others rest on."""

    node: Annotated[str, node_id("id", "id", "node", Text("id-en", "id-en", "id of it"))]
    name: NodeName
    kind: Kind
    rests: Annotated[
        int,
        col(
            "hviler på den",
            "kviler på den",
            "rest on it",
            Text(
                "hvor mange andre, over hvilken som helst kjede",
                "kor mange andre, over kva kjede som helst",
                "how many others, over any chain",
            ),
        ),
    ]
    only: Annotated[
        int,
        col(
            "bare gjennom den",
            "berre gjennom den",
            "only through it",
            Text(
                "hvor mange av dem som har alle kjeder av avhengigheter, fulgt til enden, gjennom"
                " eller fram til den",
                "kor mange av dei som har alle kjeder av avhengnader, følgde til enden, gjennom"
                " eller fram til han",
                "of how many of them every chain of dependencies, followed to its end, passes"
                " through"
                " it or ends in it",
            ),
        ),
    ]
    directly: Annotated[
        str | None,
        col(
            "direkte",
            "direkte",
            "directly",
            Text(
                "navnene på dem som avhenger av den selv",
                "namna på dei som er avhengige av han sjølv",
                "names of those that depend on it itself",
            ),
        ),
    ]
    homes: Annotated[
        int,
        col(
            "kommuner",
            "kommunar",
            "municipalities",
            Text(
                "hvor mange kommuner disse hører til",
                "kor mange kommunar desse høyrer til",
                "of how many municipalities these are",
            ),
        ),
    ]
    home_names: Annotated[
        str | None,
        col(
            "hvilke",
            "kva for nokre",
            "which",
            Text(
                "navnene på kommunene som har noe som bygger på den",
                "namna på kommunane som har noko som byggjer på han",
                "names of the municipalities whose things rest on",
            ),
        ),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote


def shared_notes(
    graph: PlanGraph | Askable, rows: pd.DataFrame, *, least: int, **options: Any
) -> list[Text]:
    """How many there are, on what most rests, and what is not claimed."""
    if rows.empty:
        when = {name: options[name] for name in ("as_of", "successors")}
        there = count(graph, "direct-dependencies", **when)
        return (
            [NOTHING.format(least=number(least, *OTHERS))]
            if there
            else [absent(DEPENDENCIES, when["as_of"])]
        )
    most = int(rows["rests"].max())
    first = rows[rows["rests"] == most]
    form = ONE if len(rows) == 1 else MANY
    notes = [form.format(n=len(rows), least=number(least, *OTHERS))]
    if len(first) < len(rows) or len(rows) == 1:
        form = MOST if len(first) == 1 else MOST_ON_EACH
        notes.append(form.format(most=most, who=listed(quoted(first["name"]))))
    else:
        notes.append(ALIKE.format(most=most))
    alone = rows[(rows["only"] == rows["rests"])]
    if len(alone):
        form = NO_OTHER if len(alone) == 1 else NO_OTHERS
        notes.append(form.format(who=listed(quoted(alone["name"]))))
    return [*notes, CLAIM]


OTHERS = (
    Text("minst 1 annen", "minst 1 annan", "at least 1 other"),
    Text("minst {n} andre", "minst {n} andre", "at least {n} others"),
)
ONE = Text(
    "På én ting hviler {least}.", "På éin ting kviler {least}.", "One thing is needed by {least}."
)
MANY = Text(
    "På hver av {n} ting hviler {least}.",
    "På kvar av {n} ting kviler {least}.",
    "Each of {n} things is needed by {least}.",
)
MOST = Text(
    "Flest, {most}, hviler på {who}.",
    "Flest, {most}, kviler på {who}.",
    "Most, {most}, rest on {who}.",
)
MOST_ON_EACH = Text(
    "Flest, {most}, hviler på hver av disse: {who}.",
    "Flest, {most}, kviler på kvar av desse: {who}.",
    "Most, {most}, rest on each of these: {who}.",
)
ALIKE = Text(
    "Like mange, {most}, hviler på hver av dem.",
    "Like mange, {most}, kviler på kvar av dei.",
    "As many, {most}, rest on each of them.",
)
NO_OTHER = Text(
    "Det som hviler på {who}, er ikke sagt å hvile på noe som ikke selv hviler på det eller som det"
    " hviler på.",
    "Det som kviler på {who}, er ikkje sagt å kvile på noko som ikkje sjølv kviler på det eller som"
    " det kviler på.",
    "What rests on {who} is not said to rest on anything that does not itself rest on it or that it"
    " rests on.",
)
NO_OTHERS = Text(
    "Det gjelder hver av disse at det som hviler på den, ikke er sagt å hvile på noe som ikke selv"
    " hviler på den eller som den hviler på: {who}.",
    "Det gjeld kvar av desse at det som kviler på han, ikkje er sagt å kvile på noko som ikkje"
    " sjølv kviler på han eller som han kviler på: {who}.",
    "Of each of these it holds that what rests on it is not said to rest on anything that does not"
    " itself rest on it or that it rests on: {who}.",
)
CLAIM = Text(
    "Hver avhengighet er lest som nødvendig. Om noe annet kan tre i stedet, eller om det som"
    " bærer, er i fare, sier ikke dataene.",
    "Kvar avhengnad er lesen som nødvendig. Om noko anna kan tre i staden, eller om det som"
    " ber, er i fare, seier ikkje dataa.",
    "Each dependency is read as needed. Whether something else could stand in, or whether what is"
    " rested on is in danger, the data do not say.",
)
NOTHING = Text(
    "Det er ingenting som {least} hviler på.",
    "Det er ingenting som {least} kviler på.",
    "Nothing is needed by {least}.",
)


@query(
    SharedResource,
    order=("-rests", "-only", "name", "node"),
    notes=shared_notes,
    reads=(*NEEDING, *BELONGING),
)
def shared_resources(
    graph: PlanGraph, *, least: Least = 2, **when: Unpack[TimeOptions]
) -> pd.DataFrame:
    """What several others rest on: single points of failure, as far as dependencies are said.

    Something rests on all that it depends on, over any chain of DEPENDS_ON, met or not; in a circle
    all rest on each other. A row for everything of any kind (resource, party, plan and the like)
    that at least so many others rest on. `only` counts those of them that it dominates: followed to
    their ends (what depends on nothing, or a circle that leads to nothing else), all their chains
    pass through it or end in it (dominators in a flow graph: Lowry and Medlock 1969, Communications
    of the ACM 12, p. 13); the others rest on something beside it too, but need it no less. Whose
    things these are follows the rule of what belongs to which municipality, what lies there
    included. Modality and evidence are of the best said dependency on it itself.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "g", "kind": "Goal", "name": "Vekst"},
    ...      {"id": "m", "kind": "Measure", "name": "Bygge"},
    ...      {"id": "r", "kind": "Resource", "name": "Tomt"}],
    ...     [{"source": "g", "relation": "DEPENDS_ON", "target": "m"},
    ...      {"source": "m", "relation": "DEPENDS_ON", "target": "r"}])
    >>> shared_resources(graph)[["name", "rests", "only", "directly"]].values.tolist()
    [['Tomt', 2, 2, 'Bygge']]
    """
    graph = graph.as_of(**when)
    links, names = Links.of(graph), Names(graph)
    apart = links.source != links.target
    source, target, edge = links.source[apart], links.target[apart], links.edge[apart]
    within = np.unique(np.concatenate([source, target]))
    pairs = np.searchsorted(within, np.stack([source, target], axis=1)).tolist()
    ahead: list[list[int]] = [[] for _ in within]
    for one, other in pairs:
        ahead[one].append(other)
    rests, only = reaching.leading_to(ahead), _dominated(ahead)
    homes = Homes(graph, names)
    bits = _homes_of_those_that_rest(ahead, [homes.own.get(node, 0) for node in within.tolist()])
    behind: dict[int, list[int]] = {}
    for at, (_, other) in enumerate(pairs):
        behind.setdefault(other, []).append(at)
    said = word_ranks(graph.edges["modality"])
    called = graph.nodes["name"].tolist()
    shown = [at for at in range(len(within)) if rests[at] >= least]
    best = [min((edge[row] for row in behind[at]), key=lambda e: (said[e], e)) for at in shown]
    positions, cited = within[shown], np.array(best, dtype=np.int64)
    directly = [
        sorted((int(source[row]) for row in behind[at]), key=names.place.__getitem__)
        for at in shown
    ]
    of = [homes.of_bits(bits[at]) for at in shown]
    return columns.table(
        SharedResource,
        node=columns.taken(graph.nodes["id"], positions),
        name=columns.taken(graph.nodes["name"], positions),
        kind=columns.taken(graph.nodes["kind"], positions),
        rests=np.array([rests[at] for at in shown], dtype=np.int64),
        only=np.array([only[at] for at in shown], dtype=np.int64),
        directly=[columns.SEPARATOR.join(called[node] for node in some) for some in directly],
        homes=np.array([len(some) for some in of], dtype=np.int64),
        home_names=[columns.SEPARATOR.join(called[node] for node in some) for some in of],
        **{
            name: columns.taken(graph.edges[name], cited)
            for name in ("modality", *columns.EVIDENCE)
        },
    )


def _dominated(ahead: list[list[int]]) -> list[int]:
    """For each node how many others have no chain to its end that misses it."""
    label = reaching.strong_parts(ahead)
    leaves = {label[at] for at, ends in enumerate(ahead) for end in ends if label[end] != label[at]}
    root = len(ahead)
    backwards: list[list[int]] = [[] for _ in range(root + 1)]
    for node, ends in enumerate(ahead):
        for end in ends:
            backwards[end].append(node)
        if label[node] not in leaves:
            backwards[root].append(node)
    return dominators.dominated(backwards, root)[:root]


def _homes_of_those_that_rest(ahead: list[list[int]], own: list[int]) -> list[int]:
    """For each node the municipalities of all that lead to it, over any number of steps."""
    found = [0] * len(ahead)
    waiting = list(range(len(ahead)))
    while waiting:
        node = waiting.pop()
        bits = own[node] | found[node]
        for end in ahead[node]:
            if bits & ~found[end]:
                found[end] |= bits
                waiting.append(end)
    return found
