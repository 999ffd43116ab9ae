"""What sizes and colours of symbols stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graphtool import queries
from graphtool.graph import PlanGraph
from graphtool.language import Text, same
from graphtool.maps import places, ties
from graphtool.maps.content import Content
from graphtool.maps.options import ColourBy, SizeBy
from graphtool.maps.scene import Tint
from graphtool.queries.answer_options import GRADES
from graphtool.queries.centrality_notes import LABELS

LARGEST = 2.4
"""How much larger than usual the largest symbol is; areas are in proportion above the usual."""
COLOURS = (
    "#0072B2",
    "#E69F00",
    "#009E73",
    "#CC79A7",
    "#56B4E9",
    "#D55E00",
    "#F0E442",
    "#882255",
    "#999933",
    "#44AA99",
)
"""Okabe and Ito (2008), then Tol (2021, SRON/EPS/TN/09-002); more groups than that share white."""
GREYS = (
    "#1a1a1a",
    "#f0f0f0",
    "#808080",
    "#c0c0c0",
    "#404040",
    "#dcdcdc",
    "#606060",
    "#a0a0a0",
    "#303030",
    "#707070",
)
WHITE = "#ffffff"
SHARED = "#b0b7be"
"""Of what belongs to several: no colour of its own."""
REST = Text("øvrige", "andre", "others")
EDGES = Text("antall sammenhenger", "tal på samanhengar", "number of relations")
MANY = "*"
SEVERAL = Text("flere kommuner", "fleire kommunar", "several municipalities")


@dataclass(frozen=True)
class Sizes:
    """What sizes stand for, and each node's value."""

    label: Text | None
    value: Mapping[str, float]

    @cached_property
    def _extremes(self) -> tuple[float, float]:
        return min(self.value.values(), default=0.0), max(self.value.values(), default=0.0)

    def factor(self, node: str) -> float:
        """How much larger than usual a node's symbol is: 1 without a value, or where all are equal.

        >>> hubs = Sizes(None, {"a": 4.0, "b": 1.0})
        >>> hubs.factor("a"), hubs.factor("b"), Sizes(None, {"a": 4.0, "b": 4.0}).factor("a")
        (2.4, 1.48, 1.0)
        """
        least, most = self._extremes
        if least == most:
            return 1.0
        share = self.value.get(node, 0.0) / most
        return round(float((1 + (LARGEST**2 - 1) * share) ** 0.5), 3)


def sizes(graph: PlanGraph, content: Content, by: SizeBy, *, level: str = "party") -> Sizes:
    """The values that sizes stand for; none where nothing is asked.

    `edges` counts the view's own edges of each node; the others are columns of `centrality`.

    >>> sizes(PlanGraph.from_tables([]), Content(), "none").factor("a")
    1.0
    """
    if by == "none":
        return Sizes(None, {})
    if by == "edges":
        count = Counter(end for source, target, _ in content.edges for end in (source, target))
        return Sizes(EDGES, {node: float(count[node]) for node in content.nodes})
    rows = queries.ask(graph, "centrality", level=level)
    shown = set(content.nodes)
    value = {p: float(v) for p, v in zip(rows["party"], rows[by], strict=True) if p in shown}
    return Sizes(LABELS[by], value)


def tints(
    graph: PlanGraph,
    content: Content,
    by: ColourBy,
    orphans: Mapping[str, str],
    *,
    level: str = "party",
) -> tuple[dict[str, str], dict[str, Tint]]:
    """The key of each node's colour, by id, and each key's label and fills; {} for kinds.

    `orphans` are the grades of what nobody answers for.
    """
    if by == "kind":
        return {}, {}
    if by == "community":
        found, labels = _communities(graph, level)
    else:
        found, labels = _homes(graph) if by == "municipality" else _grades(graph, orphans)
    shown = {node: found[node] for node in content.nodes if node in found}
    count = Counter(shown.values())
    single = [key for key in count if key != MANY]
    common = sorted(single, key=lambda key: (-count[key], key))[: len(COLOURS)]
    legend = {
        key: Tint(labels[key], COLOURS[at], COLOURS[at], GREYS[at]) for at, key in enumerate(common)
    }
    if MANY in count:
        legend[MANY] = Tint(labels[MANY], SHARED, SHARED, SHARED)
    rest = Tint(REST, WHITE, WHITE, WHITE)
    keys = {node: shown[node] if shown.get(node) in legend else "" for node in content.nodes}
    return keys, {**legend, "": rest} if "" in keys.values() else legend


def _homes(graph: PlanGraph) -> tuple[dict[str, str], dict[str, Text]]:
    ids, kinds = graph.nodes["id"].tolist(), graph.nodes["kind"].astype(str).tolist()
    names = dict(zip(ids, graph.nodes["name"], strict=True))
    found = {
        ids[node]: ids[towns[0]] if len(towns) == 1 else MANY
        for node, towns in places.homes(graph).items()
    }
    found |= {node: node for node, kind in zip(ids, kinds, strict=True) if kind == "Municipality"}
    alone = sorted(set(found.values()) - {MANY})
    return found, {MANY: SEVERAL} | {place: same(names[place]) for place in alone}


def _communities(graph: PlanGraph, level: str) -> tuple[dict[str, str], dict[str, Text]]:
    rows = queries.ask(graph, "communities", level=level)
    found = dict(zip(rows["party"], rows["community"].astype(str), strict=True))
    shared = dict(zip(rows["community"].astype(str), rows["shared"], strict=True))
    names = {key: ties.named(text) for key, text in shared.items()}
    return found, {
        key: Text(*(f"{key}: {words}" for words in name)) if name else same(key)
        for key, name in names.items()
    }


def _grades(graph: PlanGraph, orphans: Mapping[str, str]) -> tuple[dict[str, str], dict[str, Text]]:
    kinds = zip(graph.nodes["id"], graph.nodes["kind"].astype(str), strict=True)
    graded = {node: "owned" for node, kind in kinds if kind in ("Goal", "Measure")}
    return {**graded, **orphans}, dict(GRADES)
