"""The interactive map: one HTML file that opens anywhere, and shows the sentence behind each line.

>>> from graphtool.graph import PlanGraph
>>> graph = PlanGraph.from_tables(nodes=[{"id": "v", "kind": "Municipality", "name": "Vennesla"}])
>>> "Vennesla" in html(graph)
True
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphtool import atomic
from graphtool.language import Said, Text
from graphtool.maps import views
from graphtool.maps.settings import Settings

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph
    from graphtool.maps.network import MapNetwork
    from graphtool.maps.scene import Map, Scene

__all__ = ["SUFFIXES", "MapSummary", "Settings", "html", "summary", "write"]

SUFFIXES = (".html", ".htm")
"""What a map can be written as."""


_VIEW = Text(", visningen «{view}»", ", visinga «{view}»", ", view {view}")
_ALL = Text(
    "{nodes} noder og {edges} sammenhenger{where}",
    "{nodes} nodar og {edges} samanhengar{where}",
    "{nodes} nodes and {edges} relations{where}",
)
_SOME = Text(
    "{nodes} av {total_nodes} noder og {edges} av {total_edges} sammenhenger{where}",
    "{nodes} av {total_nodes} nodar og {edges} av {total_edges} samanhengar{where}",
    "{nodes} of {total_nodes} nodes and {edges} of {total_edges} relations{where}",
)
_IN_GROUPS = Text(
    "{groups} grupper med {nodes} av {total_nodes} noder og {edges} av {total_edges}"
    " sammenhenger{where}",
    "{groups} grupper med {nodes} av {total_nodes} nodar og {edges} av {total_edges}"
    " samanhengar{where}",
    "{groups} groups that hold {nodes} of {total_nodes} nodes and {edges} of {total_edges}"
    " relations{where}",
)


class MapSummary(NamedTuple):
    """What went on the map, and how much there was."""

    nodes: int
    edges: int
    """Distinct edges on the map."""
    total_nodes: int
    total_edges: int
    view: str = "overview"
    """The view that it opens in."""
    others: tuple[str, ...] = ()
    """Further views in the file."""
    why: Text | None = None
    """Why that view, where nobody asked for it."""
    groups: int = 0
    """How many groups hold these nodes and edges; 0 where they are shown one by one."""
    findings: tuple[str, ...] = ()
    """Keys of the findings that it can show."""

    @property
    def is_cut(self) -> bool:
        """Whether the view leaves nodes of the graph out."""
        return self.nodes < self.total_nodes

    def __str__(self) -> str:
        """As a sentence.

        >>> print(MapSummary(2000, 5000, 9000, 20000))
        2000 of 9000 nodes and 5000 of 20000 relations
        """
        return str(self.said)

    @property
    def said(self) -> Said:
        """As a sentence in each language."""
        where = Said(_VIEW, view=views.find(self.view).title) if self.others or self.why else ""
        text = _IN_GROUPS if self.groups else _SOME if self.is_cut else _ALL
        return Said(text, **{**self._asdict(), "where": where})


def write(graph: PlanGraph, path: Path, settings: Settings | None = None) -> MapSummary:
    """Write the map of a graph as one HTML file, whole or not at all; see `html`.

    Raises `GraphtoolError` for a name with another suffix.
    """
    atomic.require_suffix(path, SUFFIXES)
    made = _map(graph, settings)
    _network(made).write_html(str(path))
    return summary(made)


def html(graph: PlanGraph, settings: Settings | None = None) -> str:
    """The map as the text of one HTML page; the same graph gives the same text to the byte.

    Of more than 2000 nodes the overview shows groups that can be opened, any other view those that
    are most connected; the page says how much there is.

    Raises `GraphtoolError` where a view has no nodes, or the settings name what does not exist.
    """
    return str(_network(_map(graph, settings)).generate_html())


def _map(graph: PlanGraph, settings: Settings | None) -> Map:
    # Imported here: numpy and networkx take half a second.
    from graphtool.maps.build import build

    return build(graph, settings or Settings())


def _network(made: Map) -> MapNetwork:
    # Imported here: pyvis brings IPython along.
    from graphtool.maps.network import MapNetwork

    return MapNetwork(made)


def _edges(scene: Scene) -> int:
    """How many edges of all of time a scene has, those within its folds too."""
    within = sum(bundle.count for bundle in scene.bundles)
    return within + sum(line.count for line in scene.lines if line.is_lasting)


def summary(made: Map) -> MapSummary:
    """What a map holds, and of how much."""
    first, *others = made.scenes
    groups = first.groups
    return MapSummary(
        groups.nodes if groups else sum(symbol.count for symbol in first.symbols),
        groups.edges if groups else _edges(first),
        *first.total,
        first.name,
        tuple(scene.name for scene in others),
        made.why,
        len(first.cards),
        tuple(shown.finding.key for shown in made.findings or ()),
    )
