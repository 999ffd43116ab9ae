"""What the page says it shows is what the data have, whatever is switched, chosen or turned to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from typing import Any, NamedTuple

import pytest

from graphtool import schema
from graphtool.maps.style import DERIVED
from tests.maps import pages
from tests.maps.pages import REGIONS, STATE, VIEWS

KINDS = list(schema.KINDS)
TOGGLE = """() => {
  const shown = () => {
    const { visibleNodes, visibleEdges } = graphtool.state();
    const rows = [...document.querySelectorAll("#legend label:has(input[data-name])")];
    return { visibleNodes, visibleEdges, header: document.getElementById("shown").textContent,
      legend: Object.fromEntries(rows.map(row => [row.querySelector("input").dataset.name,
        row.querySelector(".count").textContent])) };
  };
  const box = ([key, value]) =>
    document.querySelector(`#legend input[data-${key}="${CSS.escape(value)}"]`);
  const all = [...document.querySelectorAll("#legend input")]
    .map(input => Object.entries(input.dataset)[0]);
  return all.map(one => {
    if (box(one).indeterminate) box(one).click();  // from a part of them to all
    box(one).click();
    const off = shown();
    box(one).click();
    const on = shown();
    document.querySelector("#legend [data-all=relations]").click();
    return { which: one, off, on };
  });
}"""


WHOLE = """() => {
  for (let box; (box = document.querySelector("#legend .relations input:indeterminate"));)
    box.click();
}"""
"""Ticks each relation of which only a part is drawn."""


class Visible(NamedTuple):
    nodes: int
    apart: int
    """Nodes that are not folded."""
    edges: int
    drawn: int
    """Edges that are told at rest; the others wait until somebody asks."""
    legend: dict[str, str]


def visible(
    sheet: dict[str, Any],
    hidden: Container[str] = (),
    place: str | None = None,
    whole: Container[str] = (),
) -> Visible:
    """What is to be seen, worked out from the sheet for all of time; `whole` has what is ticked."""
    at = next((n for n, found in enumerate(sheet["places"]) if found["id"] == place), None)
    inside = {node["id"]: node.get("fold", {}).get("each", ()) for node in sheet["nodes"]}
    near = {node["id"] for node in sheet["nodes"] if at is None or at in node.get("places", ())}
    lasting = [edge for edge in sheet["edges"] if _is_lasting(edge[5])]
    # Its own ties are kept with the other end, and those of others with each other are not.
    ties = [edge for edge in lasting if at is not None and at in edge[5].get("places", ())]
    ends = near.union(*(edge[:2] for edge in ties))
    there = {
        node["id"]: _held(node, at if node["id"] in near else None)
        for node in sheet["nodes"]
        if _is_lasting(node) and node["id"] in ends
    }
    kinds = sum(there.values(), Counter())
    kept = {node for node, held in there.items() if any(kind not in hidden for kind in held)}
    relations: Counter[str] = Counter()
    for source, target, relation, _, _, more in lasting:
        is_of_it = {source, target} <= near or at in more.get("places", ())
        if is_of_it and source in kept and target in kept:
            relations[relation] += _times(more, hidden, at, (inside[source], inside[target]))
    named = dict.fromkeys([kind for node in sheet["nodes"] for kind in _held(node)], 0)
    named |= dict.fromkeys([edge[2] for edge in sheet["edges"] + sheet["passing"]], 0)
    edges = sum(n for name, n in relations.items() if name not in hidden)
    waiting: Counter[str] = Counter()
    for source, target, relation, _, _, more in sheet["edges"]:
        is_asked = relation in hidden or relation in whole
        if more.get("rest") == "waiting" and {source, target} <= kept and not is_asked:
            waiting[relation] += _times(more, hidden, at, (inside[source], inside[target]))
    relations.subtract(waiting)
    legend = {k: str(n) for k, n in (named | kinds | relations).items()}
    apart = sum(not node.startswith(";") for node in kept)
    nodes = sum(n for node in kept for kind, n in there[node].items() if kind not in hidden)
    return Visible(nodes, apart, edges, edges - waiting.total(), legend)


def _held(node: dict[str, Any], at: int | None = None) -> Counter[str]:
    """The kinds of what a symbol stands for, of a fold those that concern a place where one is."""
    if "fold" not in node:
        return Counter({node["kind"]: 1})
    if at is None:
        return Counter(node["fold"]["kinds"])
    return Counter(KINDS[kind] for kind, places, *_ in node["fold"]["each"] if at in places)


def _times(
    more: dict[str, Any], hidden: Container[str], at: int | None, inside: tuple[Any, Any]
) -> int:
    """How many edges a line stands for, of those within a fold those whose kinds are shown.

    With a place those between what concerns it; no kind is hidden then.
    """
    if at is not None and "each" in more:
        return sum(
            _is_left(ends, inside, at)
            for *ends, when in (each if len(each) > 2 else (*each, None) for each in more["each"])
            if when is None or any(first == 0 for first, _ in when)
        )
    split = more.get("split", [])
    if "count" not in more or not split:
        return int(more.get("count", more.get("stands", [1])[0]))
    return sum(
        n
        for source, target, n in zip(split[::3], split[1::3], split[2::3], strict=True)
        if KINDS[source] not in hidden and KINDS[target] not in hidden
    )


def _is_left(ends: list[int], inside: tuple[Any, Any], at: int) -> bool:
    """Whether an edge runs between what concerns a place; an end that is in no fold does."""
    pairs = zip(ends, inside, strict=True)
    return all(end < 0 or at in members[end][1] for end, members in pairs)


def _is_lasting(found: dict[str, Any]) -> bool:
    return "when" not in found or any(first == 0 for first, _ in found["when"])


def agrees(said: dict[str, Any], expected: Visible, total: Any) -> None:
    assert (said["visibleNodes"], said["visibleEdges"]) == (expected.nodes, expected.edges)
    assert said["legend"] == expected.legend
    header = f"Viser {expected.apart} av {total[0]} noder og {expected.drawn} av {total[1]}"
    assert said["header"].startswith(header)


@pytest.mark.combined
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("region", REGIONS)
def test_every_switch_counts_as_the_data_do(turned, written, region, view):
    sheet = pages.sheets_of(written(region))[view]
    page = turned(region, view)
    kinds = {kind for node in sheet["nodes"] for kind in _held(node)}
    relations = {edge[2] for edge in sheet["edges"] + sheet["passing"]}
    tried = page.evaluate(TOGGLE)
    assert {tuple(one["which"]) for one in tried} == {
        *(("name", name) for name in kinds | relations),
        *(("place", place["id"]) for place in sheet["places"]),
    }
    for one in tried:
        key, value = one["which"]
        off = visible(sheet, hidden={value}) if key == "name" else visible(sheet, place=value)
        agrees(one["off"], off, sheet["total"])
        agrees(one["on"], visible(sheet, whole={value}), sheet["total"])


@pytest.mark.parametrize("region", REGIONS)
def test_the_overview_has_all_that_the_graph_has(turned, graph_of, region):
    graph = graph_of(region)
    page = turned(region, "overview")
    nodes, edges = len(graph.nodes), graph.edge_count
    page.evaluate(WHOLE)
    apart, *others = pages.shown(page)
    assert (apart + pages.folded(page), *others) == (nodes, nodes, edges, edges)
    distinct = graph.edges.drop_duplicates(["source", "target", "relation"])
    expected = {k: str(n) for k, n in graph.nodes["kind"].value_counts().items() if n}
    expected |= {r: str(n) for r, n in distinct["relation"].value_counts().items() if n}
    legend = pages.legend(page)
    assert {name: count for name, count in legend.items() if count != "0"} == expected


@pytest.mark.parametrize("region", REGIONS)
def test_a_view_shows_only_what_the_graph_has(written, graph_of, region):
    graph = graph_of(region)
    kinds = dict(zip(graph.nodes["id"], graph.nodes["kind"].astype(str), strict=True))
    edges = {edge[:3] for edge in graph.to_networkx().edges(keys=True)}
    for sheet in pages.sheets_of(written(region)).values():
        folds = {node["id"]: node["fold"]["nodes"] for node in sheet["nodes"] if "fold" in node}
        apart = {node["id"]: node["kind"] for node in sheet["nodes"] if node["id"] not in folds}
        assert apart.items() <= kinds.items()
        assert {member for members in folds.values() for member in members} <= kinds.keys()
        stated = {tuple(edge[:3]) for edge in sheet["edges"] if edge[2] not in DERIVED}
        assert {edge for edge in stated if not folds.keys() & {*edge[:2]}} <= edges


def test_what_is_switched_off_stays_off_in_the_next_view(turned, written):
    sheets = pages.sheets_of(written("kongsbergregionen"))
    page = turned("kongsbergregionen", "overview")
    page.uncheck("#legend input[data-name=Goal]")
    for view in VIEWS:
        page.click(f"#views [data-view={view}]")
        seen = visible(sheets[view], hidden={"Goal"})
        assert pages.shown(page)[::2] == (seen.apart, seen.drawn)
        state = page.evaluate(STATE)
        assert (state["visibleNodes"], state["visibleEdges"]) == (seen.nodes, seen.edges)
