"""The interactive map: one HTML file that opens anywhere, and shows the sentence behind each line.

>>> from graphtool.graph import PlanGraph
>>> graph = PlanGraph.from_tables(nodes=[{"id": "v", "kind": "Municipality", "name": "Vennesla"}])
>>> "Vennesla" in html(graph)
True
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphtool.errors import GraphtoolError
from graphtool.graph import PlanGraph
from graphtool.language import Language, Text, same
from graphtool.maps.style import Theme

if TYPE_CHECKING:
    from graphtool.maps.network import MapNetwork

__all__ = ["MapSummary", "html", "write"]


class MapSummary(NamedTuple):
    """What went on the map, and how much there was."""

    nodes: int
    edges: int
    """Distinct edges on the map."""
    total_nodes: int
    total_edges: int

    @property
    def is_cut(self) -> bool:
        """Whether the graph was too large and only its most connected nodes are shown."""
        return self.nodes < self.total_nodes

    def __str__(self) -> str:
        """As a sentence.

        >>> print(MapSummary(2000, 5000, 9000, 20000))
        the 2000 most connected of 9000 nodes and 5000 of 20000 relations
        """
        if not self.is_cut:
            return f"{self.nodes} nodes and {self.edges} relations"
        return (
            f"the {self.nodes} most connected of {self.total_nodes} nodes"
            f" and {self.edges} of {self.total_edges} relations"
        )


def write(
    graph: PlanGraph,
    path: Path,
    *,
    lang: Language = "nb",
    title: str | None = None,
    theme: Theme = "light",
    notes: Sequence[Text] = (),
    as_of: str | None = None,
) -> MapSummary:
    """Write the map of a graph as one HTML file, whole or not at all; see `html`."""
    network, summary = _network(
        graph, lang=lang, title=title, theme=theme, notes=notes, as_of=as_of
    )
    network.write_html(str(path))
    return summary


def html(
    graph: PlanGraph,
    *,
    lang: Language = "nb",
    title: str | None = None,
    theme: Theme = "light",
    notes: Sequence[Text] = (),
    as_of: str | None = None,
) -> str:
    """The map as the text of one HTML page; the same graph gives the same text to the byte.

    `lang` and `theme` are what it opens in, the page can change both. `title` replaces the
    graph's. `notes` are shown as paragraphs about the map. `as_of` takes the graph of that day
    and says so. Over 2000 nodes only the most connected are shown, and the page says so.

    Raises `GraphtoolError` where there are no nodes, or the day is no date.
    """
    network, _ = _network(graph, lang=lang, title=title, theme=theme, notes=notes, as_of=as_of)
    return str(network.generate_html())


def _network(
    graph: PlanGraph,
    *,
    lang: Language,
    title: str | None,
    theme: Theme,
    notes: Sequence[Text],
    as_of: str | None,
) -> tuple[MapNetwork, MapSummary]:
    # Imported here: pyvis brings IPython along, numpy and networkx take half a second.
    from graphtool.maps import pagedata, selection
    from graphtool.maps.network import MapNetwork

    dated = graph.as_of(as_of)
    if not len(dated.nodes):
        what = repr(graph.name) if graph.name else "the graph"
        raise GraphtoolError(f"{what} has no nodes to show{f' on {as_of}' if as_of else ''}")
    shown = selection.most_connected(dated)
    heading = same(title) if title else graph.title if any(graph.title) else same("graphtool")
    data = pagedata.page_data(
        shown, lang=lang, title=heading, theme=theme, notes=notes, as_of=as_of,
        total=(len(dated.nodes), dated.edge_count),
    )  # fmt: skip
    summary = MapSummary(len(shown.nodes), len(data["edges"]), len(dated.nodes), dated.edge_count)
    return MapNetwork(data, {"lang": lang, "title": heading.in_(lang), "theme": theme}), summary
