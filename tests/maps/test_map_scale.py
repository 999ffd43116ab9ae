"""Maps of graphs too large to be drawn: groups whose counts are true, and what they open into."""

from __future__ import annotations

import json
import re
from collections import Counter

import numpy as np
import pytest

from graphtool import cli, formats, maps
from graphtool.errors import GraphtoolError
from graphtool.graph import PlanGraph
from graphtool.maps import filters
from graphtool.maps.aggregate import forest, groups, partition, scenes
from graphtool.maps.edges import EdgeList, Links
from graphtool.maps.layout.boxed import families
from graphtool.maps.options import LIMIT, READABLE, Filters
from graphtool.maps.subject import frame
from graphtool.maps.views import find
from tests.maps import graphs as map_graphs

LARGE = 3000
BLOCK = re.compile(
    r'<script type="application/json" id="gt-(data|sheet-[a-z0-9-]+)">(.*?)</script>', re.S
)


def counties(towns: int = 6, bodies: int = 400) -> PlanGraph:
    """Municipalities of two counties, each with bodies that answer for goals of a plan."""
    nodes = [{"id": f"r{r}", "kind": "Region", "name": f"Fylke {r}"} for r in range(2)]
    edges = []
    for town in range(towns):
        nodes.append({"id": f"m{town}", "kind": "Municipality", "name": f"Øygarden {town}"})
        edges.append((f"m{town}", "PART_OF", f"r{town % 2}"))
        nodes.append({"id": f"p{town}", "kind": "Plan", "name": f"Plan {town}"})
        edges.append((f"m{town}", "ADOPTED", f"p{town}"))
        for at in range(bodies):
            name = f"{town}-{at}"
            nodes.append({"id": f"a{name}", "kind": "Actor", "name": f"Lag {name}"})
            nodes.append({"id": f"g{name}", "kind": "Goal", "name": f"Mål {name}"})
            edges += [
                (f"a{name}", "LOCATED_IN", f"m{town}"),
                (f"g{name}", "PART_OF", f"p{town}"),
                (f"a{name}", "RESPONSIBLE_FOR", f"g{(town + at % 2) % towns}-{at}"),
            ]
    rows = [{"source": s, "relation": r, "target": t} for s, r, t in edges]
    return PlanGraph.from_tables(nodes, rows, name="fylkene")


@pytest.fixture(scope="module")
def large() -> PlanGraph:
    return map_graphs.region(LARGE)


def sheets_of(graph: PlanGraph, **wishes) -> dict[str, dict]:
    """All blocks of a map by view; the first one's is `overview`."""
    page = maps.html(graph, maps.Settings(**wishes))
    blocks = [json.loads(text) for _, text in BLOCK.findall(page)]
    return {block["view"]: block for block in blocks}


@pytest.fixture(scope="module")
def sheets(large) -> dict[str, dict]:
    return sheets_of(large)


def cards_of(sheet: dict) -> list[dict]:
    return [node for node in sheet["nodes"] if "card" in node]


def test_groups_hold_every_node_once_and_count_its_kind(large, sheets):
    top = sheets["overview"]
    assert len(top["nodes"]) == len(cards_of(top)) <= partition.MOST
    held = sum((Counter(card["card"]["kinds"]) for card in top["nodes"]), Counter())
    assert held == Counter(large.nodes["kind"].astype(str))
    assert sum(card["card"]["nodes"] for card in top["nodes"]) == LARGE == top["groups"]["nodes"]


def test_lines_between_groups_stand_for_every_edge_once(large, sheets):
    top = sheets["overview"]
    counted = Counter()
    for _, _, relation, _, _, more in top["edges"]:
        counted[relation] += more["count"]
        assert sum(more["split"][2::3]) == more["count"]
    assert counted == Counter(name for _, _, name in EdgeList.of(large).edges)
    assert top["groups"]["edges"] == large.edge_count == top["total"][1]


def test_each_group_opens_into_a_sheet_in_the_same_file(sheets):
    for card in sheets["overview"]["nodes"]:
        detail = sheets[card["card"]["sheet"]]
        own = [node for node in detail["nodes"] if "card" not in node]
        assert detail["part"]["above"] == "overview"
        assert 0 < len(own) == card["card"]["shown"] <= READABLE
        assert detail["total"][0] == card["card"]["nodes"]


def test_what_a_detail_shows_and_leads_to_are_all_edges_of_its_nodes(large, sheets):
    net = EdgeList.of(large)
    view, detail = next(item for item in sheets.items() if re.fullmatch(r"group-\d+", item[0]))
    own = {node["id"] for node in detail["nodes"] if "card" not in node}
    there = sum(1 for s, t, _ in net.edges if net.ids[s] in own or net.ids[t] in own)
    assert len(detail["edges"]) + sum(line[3] for line in detail["lines"]) == there, view


def test_no_node_is_in_two_details_and_the_index_has_each(sheets):
    index = {name: rows for name, rows in sheets["group-index"].items() if name != "view"}
    seen = []
    for name, rows in index.items():
        shown = [node for node in sheets[name]["nodes"] if "card" not in node]
        assert [node["find"] for node in shown] == rows
        seen += [node["id"] for node in shown]
    assert len(seen) == len(set(seen)) == sheets["overview"]["groups"]["held"]


def test_groups_are_places_where_most_families_have_one():
    graph = counties()
    top = sheets_of(graph)["overview"]
    towns = {f"Øygarden {town}" for town in range(6)}
    assert {card["label"] for card in top["nodes"]} == towns | {"Fylke 0", "Fylke 1"}
    assert top["groups"]["rule"] == list(partition.BY_PLACE)
    town = next(card["card"] for card in top["nodes"] if card["label"] == "Øygarden 0")
    assert town["kinds"] == {"Municipality": 1, "Actor": 400, "Plan": 1, "Goal": 400}


def test_a_large_group_is_divided_again():
    graph = map_graphs.region(6000)
    whole = groups.Whole.of(graph, *filters.everything(graph, maps.Settings()))
    group = groups.Group("group-1", np.arange(6000))
    parts = scenes._divided(whole, group).parts
    assert 2 < len(parts) <= scenes.FEW
    assert sorted(np.concatenate([part.rows for part in parts])) == list(range(6000))


def test_the_same_graph_gives_the_same_bytes(large):
    assert maps.html(large) == maps.html(map_graphs.region(LARGE))


@pytest.mark.parametrize(
    "wishes",
    [
        {"focus": "g0", "hops": 2},
        {"kinds": ("Municipality", "Strategy")},
        {"municipalities": ("m1", "m7")},
        {"relations": ("DEPENDS_ON",), "kinds": ("Measure",)},
    ],
)
def test_narrowing_on_arrays_leaves_what_narrowing_one_by_one_does(large, wishes):
    settings = maps.Settings(**wishes)
    plain = filters.narrowed(EdgeList.of(large).content(), large, settings)
    quick = filters.whole(large, settings)
    assert (plain.nodes, plain.edges) == (quick.nodes, quick.edges)


def test_a_large_graph_narrowed_to_a_few_is_shown_node_by_node(large):
    top = sheets_of(large, focus="g0", hops=2)["overview"]
    assert "groups" not in top
    assert not cards_of(top)
    assert {"g0", "s0"} <= {node["id"] for node in top["nodes"]}
    assert top["total"][0] == LARGE


def test_other_views_of_a_large_graph_show_the_most_connected(large):
    goals = sheets_of(large, views=("goals",))["goals"]
    # What does not fit is folded: each symbol stands for itself or for all that are in it.
    stands_for = [len(node["fold"]["nodes"]) if "fold" in node else 1 for node in goals["nodes"]]
    assert sum(stands_for) == LIMIT
    assert goals["total"][0] == LARGE


def test_groups_without_families_are_communities_or_kinds():
    members = [{"id": f"a{at}", "kind": "Actor", "name": f"Lag {at}"} for at in range(2400)]
    alone = sheets_of(PlanGraph.from_tables(members))["overview"]
    assert [card["label"] for card in alone["nodes"]] == ["aktører"]
    ring = [
        {
            "source": f"a{at - at % 8 + i}",
            "relation": "COLLABORATES_WITH",
            "target": f"a{at - at % 8 + j}",
        }
        for at in range(0, 2400, 8)
        for i in range(8)
        for j in range(i)
    ]
    rings = sheets_of(PlanGraph.from_tables(members, ring))["overview"]
    assert rings["groups"]["rule"] == list(partition.BY_COMMUNITY)
    assert rings["nodes"][0]["card"]["kinds"] == {"Actor": 8}
    assert rings["nodes"][-1]["label"] == "229 mindre grupper"


def test_a_forest_of_arrays_follows_the_rules_of_families():
    graph = map_graphs.coast()
    edges = EdgeList.of(graph).edges
    found = forest.parents(len(graph.nodes), Links.listed(edges)).tolist()
    assert found == families.parents(len(graph.nodes), edges)


def test_what_is_part_of_itself_in_a_circle_has_no_parent_there():
    parent = forest.parents(
        4, Links.listed([(0, 1, "PART_OF"), (1, 0, "PART_OF"), (2, 1, "OWNS"), (3, 2, "PART_OF")])
    )
    assert forest.circles(parent).tolist() == []
    assert forest.roots(parent)[3] == 2


def test_only_a_view_of_everything_is_shown_by_groups(large):
    whole, regions = frame(large), frame(large, filters=Filters(kinds=("Region",)))
    assert scenes.is_needed(whole, find("overview"))
    assert not scenes.is_needed(whole, find("goals"))
    assert not scenes.is_needed(regions, find("overview"))


def test_people_who_are_not_to_be_named_are_in_no_group():
    people = [
        {"id": f"p{at}", "kind": "Actor", "subkind": "person", "name": f"Kari {at}"}
        for at in range(50)
    ]
    others = [{"id": f"a{at}", "kind": "Actor", "name": f"Lag {at}"} for at in range(2400)]
    page = maps.html(PlanGraph.from_tables([*people, *others]), maps.Settings(hide_persons=True))
    assert "Kari" not in page
    assert json.loads(BLOCK.search(page)[2])["groups"]["nodes"] == 2400


def test_a_group_opens_by_enter_and_its_address_leads_back_to_it(opened, tmp_path, large):
    path = tmp_path / "large.html"
    maps.write(large, path)
    page = opened(path)
    page.evaluate("document.getElementById('map').focus()")
    page.keyboard.press("Enter")
    chosen = page.evaluate("graphtool.state().selected")
    assert chosen.startswith(";group-")
    page.evaluate("document.getElementById('map').focus()")
    page.keyboard.press("Enter")
    view = page.evaluate("graphtool.state().view")
    assert view == chosen.removeprefix(";")
    assert f"view={view}" in page.evaluate("location.href")
    again = opened(path, "#" + page.evaluate("location.href").split("#")[1])
    assert again.evaluate("graphtool.state().view") == view
    again.locator("#views button").first.click()
    assert again.evaluate("graphtool.state().view") == "overview"
    assert not page.complaints
    assert not again.complaints


def test_search_finds_what_lies_in_a_group_and_goes_there(opened, tmp_path, large):
    path = tmp_path / "large.html"
    maps.write(large, path)
    page = opened(path)
    name = large.nodes["name"].iloc[large.position("s0")]
    page.locator("#search").fill(name)
    ((view, node),) = [
        hit for hit in page.evaluate(f"graphtool.elsewhere({name!r})") if hit[1] == "s0"
    ]
    page.locator("#hits li", has_text=name).last.wait_for()
    page.evaluate("document.getElementById('search').value = ''")
    page.locator("#search").fill(f"{name} ")
    page.keyboard.press("Enter")
    assert page.evaluate("graphtool.state().selected") in (node, f";{view}")
    assert not page.complaints


def test_too_many_pairs_for_a_map_of_ties_are_one_clear_line(tmp_path):
    forum = {"id": "f", "kind": "Actor", "subkind": "network", "name": "Alles forum"}
    many = [{"id": f"a{at}", "kind": "Actor", "name": f"Lag {at}"} for at in range(2300)]
    joins = [{"source": row["id"], "relation": "MEMBER_OF", "target": "f"} for row in many]
    graph = PlanGraph.from_tables([forum, *many], joins)
    with pytest.raises(GraphtoolError, match="2646150 pairs of parties share an activity"):
        maps.write(graph, tmp_path / "kart.html", maps.Settings(views=("collaboration",)))
    assert not list(tmp_path.iterdir())


def test_the_legend_counts_what_groups_hold_after_every_toggle(opened, tmp_path, large):
    path = tmp_path / "large.html"
    maps.write(large, path)
    page = opened(path)
    kinds = Counter(large.nodes["kind"].astype(str))
    row = page.locator('#legend input[data-name="Measure"]')
    assert f"{kinds['Measure']:,}".replace(",", "") in re.sub(
        r"\s", "", row.locator("xpath=..").inner_text()
    )
    row.uncheck()
    net = EdgeList.of(large)
    left = sum(1 for s, t, _ in net.edges if "Measure" not in (net.kinds[s], net.kinds[t]))
    said = re.sub(r"(?<=\d)\s(?=\d)", "", page.locator("#shown").inner_text())
    assert f"{LARGE - kinds['Measure']} av {LARGE} noder" in said
    assert f"{left} av {large.edge_count} sammenhenger" in said
    assert not page.complaints


def test_words_move_with_their_nodes_while_the_map_is_panned(opened):
    page = opened("region 500")
    away = """() => new Map(graphtool.labels().map(({ id, x, y }) =>
      [id, [x - graphtool.dom(id).x, y - graphtool.dom(id).y].map(by => Math.round(by + 0.25))]))"""
    pan = """(far) => new Promise((done) => {
      const from = graphtool.network.getViewPosition();
      let step = 0;
      const move = () => {
        if (step > 6) return done([...(AWAY)()]);
        graphtool.network.moveTo({ scale: 1, position: { x: from.x + far * step++, y: from.y } });
        requestAnimationFrame(move);
      };
      move();
    })""".replace("AWAY", away)
    page.evaluate(pan, 0)
    page.wait_for_timeout(500)
    moving = dict(map(tuple, ((node, tuple(by)) for node, by in page.evaluate(pan, 8))))
    page.wait_for_timeout(500)
    resting = {node: tuple(by) for node, by in page.evaluate(f"[...({away})()]")}
    both = moving.keys() & resting.keys()
    assert len(both) > 20
    same = [node for node in both if moving[node] == resting[node]]
    assert len(same) > 0.8 * len(both)  # a word near the border may change sides
    assert not page.complaints


@pytest.mark.usefixtures("english")
def test_the_command_says_what_has_no_effect_on_groups(large, tmp_path, monkeypatch, capsys):
    formats.write(large, tmp_path / "large.json")
    words = ["map", str(tmp_path / "large.json"), "-o", str(tmp_path / "map.html")]
    monkeypatch.setattr("sys.argv", ["graphtool", *words, "--colour-by", "grade"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code in (0, None)
    said = capsys.readouterr().err
    assert "warning: --colour-by: no effect on an overview of groups" in said
