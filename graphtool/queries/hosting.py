"""That who would lose touch with others has a host, whose contact is none that two share."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from graphtool.language import Text, listed, plain
from graphtool.queries.query import Askable
from graphtool.queries.registry import ask

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

HOSTED = Text(
    "{name} er vert for {bodies}: den kontakten ville bestå, men å være vert er her ingen aktivitet"
    " som to deler.",
    "{name} er vert for {bodies}: den kontakten ville stå ved lag, men å vere vert er her ingen"
    " aktivitet som to deler.",
    "{name} hosts {bodies}: that contact would remain, but hosting is no activity here that two"
    " share.",
)


def hosts_that_stay(
    graph: PlanGraph | Askable, lost: Collection[str], gone: Collection[str] = (), **asked: Any
) -> list[Text]:
    """Who hosts some of these parties, by their ids; a sentence a host, [] where nobody does.

    A host whose name is among `gone` is no such, nor is one of a forum: these two do meet. `asked`
    are options of `party-relations`.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "t", "kind": "Municipality", "name": "Tinn"},
    ...      {"id": "r", "kind": "Actor", "name": "Rådet"}],
    ...     [{"source": "t", "relation": "HOSTS", "target": "r"}])
    >>> hosts_that_stay(graph, {"r"})[0].en
    'Tinn hosts Rådet: that contact would remain, but hosting is no activity here that two share.'
    >>> hosts_that_stay(graph, {"t"}), hosts_that_stay(graph, {"r"}, gone={"Tinn"})
    ([], [])
    """
    only = ("party", "party_name", "other", "other_name")
    hosts = ask(graph, "party-relations", only=only, relations=("HOSTS",), **asked)
    hosts = hosts[hosts["other"].isin(lost) & ~hosts["party_name"].isin(gone)]
    if len(hosts):
        taking = ask(graph, "participations", only=("party", "activity"), **asked)
        meeting = set(zip(taking["party"], taking["activity"], strict=True))
        pairs = zip(hosts["party"], hosts["other"], strict=True)
        hosts = hosts[[pair not in meeting for pair in pairs]]
    return [
        HOSTED.format(name=name, bodies=listed(plain(bodies["other_name"])))
        for name, bodies in hosts.groupby("party_name", sort=False)
    ]
