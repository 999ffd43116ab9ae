"""More than can be read: of each community the best connected by name, the rest as one."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from graphtool import maps
from graphtool.algorithms.geometry.parallels import crowded
from graphtool.graph import PlanGraph
from graphtool.maps import Settings, condensing
from graphtool.maps.build import build
from graphtool.maps.content import Group
from graphtool.maps.excerpt import excerpt, whole
from graphtool.maps.layout.sheet import scale
from graphtool.maps.scene import Map, Scene
from graphtool.maps.story.steps import State
from graphtool.maps.subject import Subject, frame, subject
from graphtool.maps.views import find
from tests.drawing import drawn
from tests.maps import graphs as map_graphs
from tests.maps.test_map_rest import LETTERS, MOST, PARALLEL, strokes_of

VIEWS = ("collaboration", "overview")


def two_forums(size: int = 77, extra: str = "") -> PlanGraph:
    """Two forums of so many municipalities each; of each, three meet in a council of both."""
    rows = [f"Actor {forum} subkind=network" for forum in ("nord", "sør", "råd")]
    for side, forum in (("n", "nord"), ("s", "sør")):
        for at in range(size):
            rows += [f"Municipality {side}{at}", f"{side}{at} MEMBER_OF {forum}"]
        rows += [f"{side}{at} MEMBER_OF råd" for at in (5, 6, 7)]
    return drawn("\n".join([*rows, extra]))


@cache
def of_forums(size_by: str = "none") -> Scene:
    return made(two_forums(), size_by=size_by).scenes[0]


def made(graph: PlanGraph, view: str = "collaboration", **asked: object) -> Map:
    settings = Settings(views=(view,), told=(), **asked)  # type: ignore[arg-type]
    return build(graph, settings)


@cache
def cities() -> PlanGraph:
    return map_graphs.cities(190, 60)


@cache
def of_cities(view: str) -> Map:
    return made(cities(), view)


def held(scene: Scene) -> list[str]:
    """All that is on a scene, what is folded one by one."""
    return [
        node
        for symbol in scene.symbols
        for node in (symbol.fold.members if symbol.fold else (symbol.node.id,))
    ]


def named(scene: Scene) -> set[str]:
    return {symbol.node.id for symbol in scene.symbols if not symbol.fold}


def test_a_small_community_is_named_whole_and_of_a_large_one_the_rest_is_counted():
    scene = of_forums()
    assert {"råd", "n5", "n6", "n7", "s5", "s6", "s7"} <= named(scene)
    assert sorted(held(scene)) == sorted(of_forums("degree").ids)
    # Of 74 municipalities and their forum twelve are named.
    folds = {symbol.words.nb for symbol in scene.symbols if symbol.fold}
    assert folds == {"62\u00a0kommuner, 1\u00a0aktør til"}


def test_each_community_is_a_box_and_what_runs_between_two_is_one_line_with_its_count():
    scene = of_forums()
    titles = [hull.title.nb for hull in scene.hulls]
    between = {frozenset(titles[at] for at in strand.ends) for strand in scene.strands}
    assert between == {frozenset({"nord", "råd"}), frozenset({"sør", "råd"})}
    # Each of three in the council shares the forum with 74 others, and with the forum itself.
    assert [count for _, count in whole(scene).strands] == [3 * 75, 3 * 75]


@pytest.mark.parametrize("view", VIEWS)
def test_at_rest_so_few_lines_that_each_can_be_followed(view):
    scene = of_cities(view).scenes[0]
    found = strokes_of(scene)
    assert len(scene.hulls) > 5
    assert scale(scene) == 1.0
    assert 0 < len(found) <= MOST
    assert crowded(found, PARALLEL) == []


@pytest.mark.parametrize("view", VIEWS)
def test_every_node_and_every_edge_is_there_once_named_folded_drawn_or_counted(view):
    asked = subject(frame(cities()), find(view))
    scene = of_cities(view).scenes[0]
    assert sorted(held(scene)) == sorted(asked.content.nodes)
    inside = sum(bundle.count for bundle in scene.bundles)
    picture = whole(scene)
    told = sum(line.count for line in picture.drawn) + sum(n for _, n in picture.strands)
    waiting = sum(line.count for line in scene.lines if line.key in picture.waiting)
    assert told + waiting + inside == len(asked.lines)
    between = [(line.source, line.target) for line in scene.lines]
    assert not {*between} & {(b, a) for a, b in between} or view == "overview"


def test_of_a_community_the_best_connected_are_those_with_a_name():
    strength: Counter[str] = Counter()
    for line in subject(frame(cities()), find("collaboration")).lines.values():
        strength.update(dict.fromkeys(line.key[:2], line.derived.weight))
    scene = of_cities("collaboration").scenes[0]
    at = {symbol.node.id: symbol for symbol in scene.symbols}
    seen = 0
    for hull in scene.hulls:
        rest = [m for n in hull.members if (fold := at[n].fold) for m in fold.members]
        names = [strength[n] for n in hull.members if not at[n].fold]
        assert names == sorted(names, reverse=True)
        if rest:
            seen += 1
            assert min(names) >= max(strength[n] for n in rest)
    assert seen > 3


@pytest.mark.parametrize("view", VIEWS)
def test_a_rest_opens_into_its_whole_community_beside_the_others_as_one_each(view):
    found = of_cities(view)
    top = found.scenes[0]
    at = {symbol.node.id: symbol for symbol in top.symbols}
    seen = 0
    for hull in top.hulls:
        fold = next((f for n in hull.members if (f := at[n].fold)), None)
        if not fold:
            continue
        seen += 1
        [part] = [part for part in found.parts if part.name == fold.opens]
        mine = {m for n in hull.members for m in (at[n].fold.members if at[n].fold else (n,))}
        assert mine <= named(part)
        assert all(mine & {line.source, line.target} for line in part.lines)
        others = [symbol for symbol in part.symbols if symbol.fold]
        known = {top.name, *(each.name for each in found.parts)}
        assert all(symbol.fold.opens in known for symbol in others)
        assert part.total == (len(held(part)), sum(line.count for line in part.lines))
    assert seen > 3


def test_who_is_asked_for_is_seen_with_all_its_ties():
    scene = of_cities("collaboration").scenes[0]
    line = next(line for line in scene.lines if line.rest == "waiting")
    shown = excerpt(scene, State(node=line.source), ())
    assert {each.key for each in shown.drawn} == {
        each.key for each in scene.lines if line.source in each.key[:2]
    }


def test_what_all_is_to_be_around_has_its_name_however_little_ties_it():
    scene = made(two_forums(160), focus="n80", hops=2, is_openable=False).scenes[0]
    assert "n79" in held(scene)
    assert "n79" not in named(scene)
    assert "n80" in named(scene)


def test_only_the_earlier_version_need_know_what_all_is_to_be_around():
    before = two_forums(160)
    graph = before.subgraph([node for node in before.nodes["id"] if node != "n80"])
    scene = made(graph, before=before, focus="n80", hops=2, is_openable=False).scenes[0]
    assert scene.folded
    assert "n80" in named(scene)


def test_what_comes_or_goes_with_the_years_is_not_hidden_in_a_rest():
    rows = "Municipality ny valid_from=2024\nny MEMBER_OF nord valid_from=2024"
    scene = made(two_forums(extra=rows)).scenes[0]
    assert scene.stops
    assert "ny" in named(scene)


def test_what_can_be_read_is_drawn_node_by_node():
    scene = made(two_forums(70)).scenes[0]
    assert len(scene.symbols) == 143
    assert not scene.folded
    assert all(hull.is_cluster for hull in scene.hulls)


def test_what_sizes_stand_for_is_read_node_by_node_however_many_there_are():
    scene = of_forums("degree")
    assert len(scene.symbols) == 157
    assert not scene.folded


def clubs(lying: int) -> PlanGraph:
    """160 municipalities, of which so many lie somewhere, four and four in a club.

    The first four meet in two clubs.
    """
    nodes = [{"id": f"k{at}", "kind": "Municipality", "name": f"K {at}"} for at in range(160)]
    homes = [(f"k{at}", f"c{at // 4}") for at in range(160)] + [
        (f"k{at}", "c40") for at in range(4)
    ]
    networks = [
        {"id": f"c{at}", "kind": "Actor", "subkind": "network", "name": f"Klubb {at}"}
        for at in range(41)
    ]
    edges = [{"source": k, "relation": "MEMBER_OF", "target": c} for k, c in homes]
    facts = [
        {"node": f"k{at}", "property": name, "value": str(value)}
        for at in range(lying)
        for name, value in (("lat", 59 + at // 16 * 0.3), ("lon", 8 + at % 16 * 0.2))
    ]
    return PlanGraph.from_tables([*nodes, *networks], edges, facts=facts)


def test_municipalities_stand_where_they_lie_with_the_strongest_ties_however_many():
    scene = made(clubs(lying=160), "municipalities", is_openable=False).scenes[0]
    assert len(scene.symbols) == 160
    drawn_ = [line for line in scene.lines if line.rest == "drawn"]
    # Six ties within each of forty clubs.
    assert (len(scene.lines), len(drawn_)) == (240, MOST)
    first = {"k0", "k1", "k2", "k3"}
    assert sum({*line.key[:2]} <= first for line in drawn_) == 6


def test_municipalities_that_lie_nowhere_stand_with_those_they_share_most_with():
    scene = made(clubs(lying=79), "municipalities", is_openable=False).scenes[0]
    assert sorted(held(scene)) == sorted(f"k{at}" for at in range(160))
    assert scene.folded


def shown_of(sizes: list[int]) -> tuple[Subject, list[Group]]:
    """Nodes in groups of these sizes."""
    graph = drawn("\n".join(f"Actor a{at}" for at in range(sum(sizes))))
    ids = iter(f"a{at}" for at in range(sum(sizes)))
    groups = [Group(tuple(next(ids) for _ in range(size)), root="") for size in sizes]
    titled = [group._replace(root=group.members[0]) for group in groups]
    return subject(frame(graph), find("overview")), titled


def test_of_many_groups_the_smallest_are_one():
    found = condensing.groups(*shown_of([20] * 10 + [2] * 20))
    assert len(found) == condensing.GROUPS
    assert len(found[-1].members) == 14  # seven of two
    assert found[-1].title.nb == "7 mindre grupper"


@pytest.mark.parametrize("sizes", [[160], [4] * 60, [150]])
def test_groups_that_divide_nothing_are_not_used(sizes):
    assert condensing.groups(*shown_of(sizes)) == []


LED_BY_ONE = """
Actor kari subkind=person
Project p
kari LEADS p
Goal g
kari OWNS g
kari RESPONSIBLE_FOR g
Goal part
part PART_OF g
n0 OWNS part
"""


@pytest.mark.parametrize(
    "left_out",
    [{"hide_persons": True}, {"kinds": ("Goal", "Municipality")}],
    ids=["persons", "kinds"],
)
def test_what_hangs_on_somebody_who_is_left_out_is_still_shown(left_out):
    # Kari is a community of one, which the larger goal is in: without her it has no head.
    graph = two_forums(160, LED_BY_ONE)
    scene = made(graph, "overview", is_openable=False, **left_out).scenes[0]
    assert scene.folded
    everybody = {node for node in graph.nodes["id"] if node[0] in "ns" and node[1:].isdecimal()}
    assert everybody | {"g", "part"} <= {*held(scene)}
    assert ("part", "g", "PART_OF") in {line.key for line in scene.lines}


def test_what_only_the_earlier_version_has_is_shown_beside_the_communities_of_the_later():
    before = two_forums(160, "Municipality gone\ngone MEMBER_OF nord")
    scene = made(two_forums(160), "overview", before=before, is_openable=False).scenes[0]
    assert scene.folded
    assert Counter(held(scene)) == Counter(before.nodes["id"])
    assert "gone" in named(scene)


def test_how_much_is_small_is_told_by_what_is_shown():
    # Of each group of two a hundred others are not shown: that makes none of them large.
    shown, given = shown_of([20] * 10 + [2] * 20)
    hidden = [
        group._replace(members=(*group.members, *(f"{group.root}-{at}" for at in range(100))))
        if len(group.members) == 2
        else group
        for group in given
    ]
    assert condensing.groups(shown, hidden) == condensing.groups(shown, given)


def test_names_are_read_on_a_projector_and_a_node_within_a_rest_is_found(opened, tmp_path):
    path = tmp_path / "byer.html"
    maps.write(cities(), path, Settings(views=VIEWS))
    page = opened(path, width=1280, height=720, moving=False)
    for least, step in ((14, 0), (16, 1)):
        for view in VIEWS:
            size, count = page.evaluate(LETTERS, [view, step])
            assert size >= least
            assert count > 40
    at = {symbol.node.id: symbol for symbol in of_cities("collaboration").scenes[0].symbols}
    folds = [symbol for symbol in at.values() if symbol.fold]
    away, inside = folds[0].fold, folds[1].fold
    # In the scene of one community, a member of another is in what stands for all of that.
    page = opened(path, f"#view={away.opens}&node={inside.members[0]}", moving=False)
    page.locator("#panel #open-group").click()
    assert page.evaluate("graphtool.state().view") == inside.opens
    assert page.evaluate("graphtool.state().visibleNodes") > len(inside.members)
    assert page.complaints == []
