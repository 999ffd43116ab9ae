"""Which municipality depends on which, and what they share where no source says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import pandas as pd

from graphtool.graph.belonging import belongs_to
from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.dependencies import ARROW, Status, links_of
from graphtool.queries.owners import Modality
from graphtool.queries.projection import STATED
from graphtool.queries.registry import (
    Askable,
    AsOf,
    Document,
    Line,
    Quote,
    Successors,
    ask,
    col,
    node_id,
    query,
)

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

NAMED_IN_NOTE = 6


class MunicipalDependency(NamedTuple):
    """A municipality that depends on another."""

    municipality: Annotated[str, node_id("kommune-id", "kommune-id", "municipality", "id of it")]
    name: Annotated[str, col("kommune", "kommune", "name", "the municipality's name")]
    depends_on: Annotated[
        str,
        node_id("avhenger av-id", "avhengig av-id", "depends on", "id of the other municipality"),
    ]
    depends_on_name: Annotated[
        str, col("avhenger av", "avhengig av", "depends on name", "the other municipality's name")
    ]
    through: Annotated[
        str, col("gjennom", "gjennom", "through", "what depends on what: the two ends' names")
    ]
    status: Status
    modality: Modality
    document: Document
    line: Line
    quote: Quote


def municipal_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """Why there are none, and what the municipalities do share."""
    if len(rows):
        return []
    notes = [Text(
        "Ingen kilde sier at en kommune, eller noe som hører den til, avhenger av en annen kommune"
        " eller av noe som hører den andre til. Å være i samme region eller nettverk er ingen"
        " avhengighet.",
        "Inga kjelde seier at ein kommune, eller noko som høyrer han til, er avhengig av ein annan"
        " kommune eller av noko som høyrer den andre til. Å vere i same region eller nettverk er"
        " ingen avhengnad.",
        "No source says that a municipality, or anything of its own, depends on another or on"
        " anything of that one's. Belonging to one region or network is no dependency.",
    )]  # fmt: skip
    shared = _shared(graph, options)
    if shared:
        notes.append(Text(
            "Det de deler: {shared}.", "Det dei deler: {shared}.", "What they do share: {shared}."
        ).format(shared=Text(*("; ".join(s[at] for s in shared) for at in range(3)))))  # fmt: skip
    hosts = _hosts(graph, options)
    if hosts:
        notes.append(Text("Vert: {hosts}.", "Vert: {hosts}.", "Host: {hosts}.").format(
            hosts=Text(*("; ".join(h[at] for h in hosts) for at in range(3)))))  # fmt: skip
    return notes


@query(
    MunicipalDependency,
    order=("municipality", "depends_on", "through"),
    notes=municipal_notes,
)
def municipal_dependencies(
    graph: PlanGraph, *, as_of: AsOf = None, successors: Successors = "carry"
) -> pd.DataFrame:
    """Which municipality depends on which other, and through what.

    A depends on B where something of A's depends directly (DEPENDS_ON) on something of B's, and
    neither is also the other's. Of a municipality's is itself; its people and the bodies that it
    hosts or owns over any number of steps, councils, companies and networks included, those that
    several share too; what any of these owns, hosts, leads or answers for; and what is located in
    it; what is only planned to be so does not count. One row for each such dependency;
    status, modality and evidence as in `dependencies`.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "a", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "b", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "r", "kind": "Resource", "name": "Vannverket"}],
    ...     [{"source": "r", "relation": "LOCATED_IN", "target": "b"},
    ...      {"source": "a", "relation": "DEPENDS_ON", "target": "r"}])
    >>> municipal_dependencies(graph)[["municipality", "depends_on", "through"]].values.tolist()
    [['a', 'b', 'Iveland → Vannverket']]
    """
    graph = graph.as_of(as_of, successors=successors)
    homes = _homes(graph)
    ids, names, edges = graph.nodes["id"], graph.nodes["name"], graph.edges
    rows = [
        MunicipalDependency(
            ids.iat[one], names.iat[one], ids.iat[other], names.iat[other],
            ARROW.join((names.iat[dependent], names.iat[link.target])), link.status, link.modality,
            edges["document"].iat[link.edge], int(edges["line"].iat[link.edge]),
            edges["quote"].iat[link.edge],
        )
        for dependent, links in links_of(graph).items()
        for link in links
        for one in homes.get(dependent, frozenset()) - homes.get(link.target, frozenset())
        for other in homes.get(link.target, frozenset()) - homes.get(dependent, frozenset())
    ]  # fmt: skip
    fields = MunicipalDependency.__annotations__
    return columns.table(
        MunicipalDependency, **{name: [row[at] for row in rows] for at, name in enumerate(fields)}
    )


def _homes(graph: PlanGraph) -> dict[int, frozenset[int]]:
    """For each node the municipalities that it belongs to."""
    owned = belongs_to(graph)
    return {int(at): frozenset(rows) for at, rows in owned.groupby("node")["municipality"]}


def _shared(graph: PlanGraph | Askable, options: dict[str, Any]) -> list[Text]:
    """The activities that most municipalities take part in, each with its leader."""
    rows = ask(graph, "participations", level="municipality", **options)
    rows = rows[(rows["activity"] != "") & (rows["activity_name"] != STATED)]
    counts = rows.groupby(["activity", "activity_name"])["party"].nunique()
    counts = counts[counts > 1].sort_values(ascending=False, kind="stable")
    leads = ask(graph, "assertions", relations=("LEADS",), **options)
    said = Text(
        "{name} ({n} kommuner{led})",
        "{name} ({n} kommunar{led})",
        "{name} ({n} municipalities{led})",
    )
    told = []
    for (activity, name), count in counts.head(NAMED_IN_NOTE).items():
        leaders = ", ".join(leads["source_name"][leads["target"] == activity].unique())
        led = Text(f", ledet av {leaders}", f", leidd av {leaders}", f", led by {leaders}")
        told.append(said.format(name=name, n=count, led=led if leaders else ""))
    return told


def _hosts(graph: PlanGraph | Askable, options: dict[str, Any]) -> list[Text]:
    hosts = ask(graph, "assertions", relations=("HOSTS",), **options)
    hosts = hosts.drop_duplicates(["source", "target"]).head(NAMED_IN_NOTE)
    said = Text("{host} for {guest}", "{host} for {guest}", "{host} of {guest}")
    return [
        said.format(host=host, guest=guest)
        for host, guest in zip(hosts["source_name"], hosts["target_name"], strict=True)
    ]
