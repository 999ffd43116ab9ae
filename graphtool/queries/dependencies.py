"""Who or what depends on what, directly and over several steps, and what waits in circles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

from graphtool.language import Text
from graphtool.queries import chains, columns
from graphtool.queries.dependency_columns import Dependee, Dependent, Status, StatusSaid
from graphtool.queries.dependency_notes import dependency_notes
from graphtool.queries.direct_dependencies import READS, STATUS_RANK
from graphtool.queries.fields import Document, Line, Option, Quote, TimeOptions, col, node_id
from graphtool.queries.item_ties import MODALITY_RANK
from graphtool.queries.owner_columns import Modality
from graphtool.queries.query import Askable
from graphtool.queries.registry import ask, query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

ARROW = " → "
GOES_ON = "goes on"
GOES_ON_WORDS = {GOES_ON: Text("ja", "ja", "yes")}


class Dependency(NamedTuple):
    """Something that depends on something else."""

    dependent: Dependent
    dependent_name: Annotated[
        str, node_id(("avhengig", "navnet"), ("avhengig", "namnet"), ("dependent name", "its name"))
    ]
    chain: Annotated[
        str,
        col(
            ("kjede", "navnene langs veien, med begge ender"),
            ("kjede", "namna langs vegen, med begge endane"),
            ("chain", "the names along the way, both ends included"),
        ),
    ]
    steps: Annotated[
        int,
        col(
            ("ledd", "hvor mange avhengigheter lang den er"),
            ("ledd", "kor mange avhengnader lang han er"),
            ("steps", "how many dependencies long it is"),
        ),
    ]
    goes_on: Annotated[
        str | None,
        col(
            (
                "går videre",
                "om den er kuttet ved den lengste kjeden som følges, og fører til noe som ingen"
                " rad nevner",
            ),
            (
                "går vidare",
                "om han er kutta ved den lengste kjeda som blir følgd, og fører til noko som inga"
                " rad nemner",
            ),
            (
                "goes on",
                "whether it was cut at the longest"
                " chain to follow and leads to something that no row of the dependent names",
            ),
            GOES_ON_WORDS,
        ),
    ]
    dependee: Dependee
    dependee_name: Annotated[
        str,
        node_id(
            ("forutsetning", "navnet"), ("føresetnad", "namnet"), ("dependee name", "its name")
        ),
    ]
    status: Status
    status_said: StatusSaid
    modality: Modality
    document: Document
    line: Line
    quote: Quote


class Link(NamedTuple):
    """One dependency: a row of `direct-dependencies`."""

    status: str
    status_said: str
    modality: str
    document: str
    line: int
    quote: str


@query(Dependency, order=("dependent", "steps", "dependee"), notes=dependency_notes, reads=READS)
def dependencies(
    graph: PlanGraph | Askable,
    *,
    steps: Annotated[
        int,
        Option(
            Text(
                "den lengste kjeden som følges, 1 for bare direkte",
                "den lengste kjeda som blir følgd, 1 for berre direkte",
                "the longest chain to follow, 1 for direct ones only",
            )
        ),
    ] = 3,
    **when: Unpack[TimeOptions],
) -> pd.DataFrame:
    """Who or what depends on what, with the chain between them, its status and its evidence.

    One row for each pair that a chain of DEPENDS_ON connects within so many steps: the shortest
    chain; of several, the one whose ids come first. A node that depends on itself over such a
    chain is a row too. A circle (nodes that all depend on each other, over whatever number of
    steps) is always found: where none of its nodes has such a row, the shortest chain round it is
    one, however long. A chain that goes on beyond the longest to follow says so.

    Status is the worst along the chain (pending, then unknown, then met), and where several links
    have it, said at the earliest of their dates, at none if one has none; modality is the weakest
    (aspiration, planned, derived, stated). What each link says is what `direct-dependencies` says
    of it; evidence is that of the first. Computed from the rows of `direct-dependencies`.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "m", "kind": "Measure", "name": "Bygge"},
    ...      {"id": "p", "kind": "Plan", "name": "Plan"},
    ...      {"id": "r", "kind": "Resource", "name": "Tomt"}],
    ...     [{"source": "m", "relation": "DEPENDS_ON", "target": "p", "status": "met"},
    ...      {"source": "p", "relation": "DEPENDS_ON", "target": "r", "status": "pending"}])
    >>> dependencies(graph)[["chain", "status"]].values.tolist()
    [['Bygge → Plan', 'met'], ['Bygge → Plan → Tomt', 'pending'], ['Plan → Tomt', 'pending']]
    """
    rows = ask(graph, "direct-dependencies", **when)
    rows = rows.sort_values(["dependent", "dependee"])
    said = {
        (one, other): Link(*values)
        for one, other, *values in zip(
            *(rows[name] for name in ("dependent", "dependee", *Link._fields)), strict=True
        )
    }
    names = dict(zip(rows["dependent"], rows["dependent_name"], strict=True)) | dict(
        zip(rows["dependee"], rows["dependee_name"], strict=True)
    )
    rows_of = (_row(chain, goes_on, said, names) for chain, goes_on in _chains(said, steps))
    return columns.of_rows(Dependency, rows_of)


def _chains(
    said: dict[tuple[str, str], Link], steps: int
) -> Iterator[tuple[chains.Chain[str], bool]]:
    """Every chain that is a row, as ids, and whether it goes on."""
    links: dict[str, list[str]] = {}
    for one, other in said:
        links.setdefault(one, []).append(other)
    found = {node: chains.shortest_chains(links, node, steps) for node in links}
    back = {node for node in links if node in found[node]}
    whole = [
        chains.shortest_circle(links, circle)
        for circle in chains.circles(links)
        if back.isdisjoint(circle)
    ]
    back.update(chain[0] for chain in whole)
    for node, reached in found.items():
        named = reached.keys() | ({node} & back)
        for chain in reached.values():
            further = links.get(chain[-1], ())
            yield chain, len(chain) > steps and any(end not in named for end in further)
    for chain in whole:
        yield chain, False


def _row(
    chain: chains.Chain[str],
    goes_on: bool,
    said: dict[tuple[str, str], Link],
    names: dict[str, str],
) -> Dependency:
    along = [said[pair] for pair in pairwise(chain)]
    status = max((link.status for link in along), key=STATUS_RANK.__getitem__)
    return Dependency(
        dependent=chain[0],
        dependent_name=names[chain[0]],
        chain=ARROW.join(names[node] for node in chain),
        steps=len(along),
        goes_on=GOES_ON if goes_on else "",
        dependee=chain[-1],
        dependee_name=names[chain[-1]],
        status=status,
        status_said=min(link.status_said for link in along if link.status == status),
        modality=max((link.modality for link in along), key=MODALITY_RANK.__getitem__),
        document=along[0].document,
        line=along[0].line,
        quote=along[0].quote,
    )
