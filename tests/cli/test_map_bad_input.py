"""`graphtool map` and what it cannot draw: one clear line, exit code 2, the old file as it was."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from graphtool import maps
from graphtool.graph import PlanGraph
from graphtool.maps import Settings

pytestmark = pytest.mark.usefixtures("english")

OLD = "the map of last year"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A map that is there already."""
    path = tmp_path / "kart.html"
    path.write_text(OLD, encoding="utf-8")
    return path


def refused(said, old: Path, *words: str, lines: int = 1) -> None:
    """Exit code 2, so many lines that say these words, nothing written."""
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == lines, said.err
    assert "Traceback" not in said.err
    for word in words:
        assert word in said.err
    assert old.read_text(encoding="utf-8") == OLD
    assert [path.name for path in old.parent.iterdir() if path.suffix == ".html"] == [old.name]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--focus", "Kongsbrg"], ["'Kongsbrg'", "'Kongsberg'"]),
        (["--kinds", "Goal,Mesure"], ["'Mesure'", "'Measure'"]),
        (["--relations", "OWNZ"], ["'OWNZ'", "'OWNS'"]),
        (["--municipality", "Flesbrg"], ["'Flesbrg'", "'Flesberg'"]),
        (["--municipality", "mal-visjon"], ["no municipality or region", "Goal"]),
        (["--as-of", "i fjor"], ["expected a year, month or day"]),
        (["--compare", "2010"], ["--as-of"]),
        (["--compare", "borte"], ["no such file or folder"]),
    ],
)
def test_what_does_not_exist_is_answered_with_the_nearest(run, kongsberg, old, options, words):
    refused(run("map", kongsberg, "-o", old, *options), old, *words)


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        (["--view", "gaols"], "goals"),
        (["--size-by", "degre"], "degree"),
        (["--colour-by", "kin"], "kind"),
        (["--theme", "drak"], "dark"),
        (["--hops", "0"], "--hops"),
        (["--hops", "x"], "--hops"),
    ],
)
def test_a_wrong_choice_lists_the_right_ones(run, kongsberg, old, options, answer):
    said = run("map", kongsberg, "-o", old, *options)
    assert said.code == 2
    assert answer in said.err
    assert "Traceback" not in said.err
    assert old.read_text(encoding="utf-8") == OLD


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--view", "dependencies"], ["view 'dependencies'", "no nodes to show", "another view"]),
        (["--view", "goals", "--kinds", "Actor"], ["no nodes to show", "more than kinds leaves"]),
        (["--kinds", "Resource"], ["no nodes to show", "more than kinds leaves"]),
        (["--view", "goals", "--focus", "Våle"], ["no nodes to show", "more than focus leaves"]),
    ],
)
def test_a_view_without_nodes_says_so_and_writes_nothing(run, small, old, options, words):
    refused(run("map", small, "-o", old, *options), old, *words)


def test_an_empty_dataset_says_so(run, tmp_path, old):
    folder = tmp_path / "tom"
    folder.mkdir()
    (folder / "goals.csv").write_text("id,name\n", encoding="utf-8")
    refused(run("map", folder, "-o", old), old, "headings only: goals (0 rows; id, name)")
    deck = tmp_path / "tom.pptx"
    refused(run("slides", folder, "-o", deck), old, "headings only: goals (0 rows; id, name)")
    assert not deck.exists()


def test_a_day_before_everything_says_so(run, tmp_path, old):
    folder = tmp_path / "ny"
    folder.mkdir()
    (folder / "plans.csv").write_text("id,name,valid_from\np,Plan,2020\n", encoding="utf-8")
    refused(run("map", folder, "-o", old, "--as-of", "1999"), old, "no nodes to show", "1999")


def test_a_dataset_with_errors_is_not_drawn(run, small, old):
    with (small / "relations.csv").open("a", encoding="utf-8") as file:
        file.write("v,OWNZ,g2,,,\nv,OWNS,g9,,,\n")
    said = run("map", small, "-o", old)
    refused(said, old, "OWNZ", lines=said.err.count("\n"))


# files


def test_a_directory_that_is_missing_is_named(run, small, old):
    said = run("map", small, "-o", old.parent / "borte" / "kart.html", "--view", "goals")
    refused(said, old, "borte")


def test_a_directory_is_no_file_to_write_to(run, small, tmp_path):
    said = run("map", small, "-o", tmp_path)
    assert said.code == 2
    assert "Traceback" not in said.err
    assert "directory" in said.err


@pytest.mark.skipif(os.name != "posix", reason="/proc is Linux's")
def test_a_place_that_takes_no_file_is_named(run, small, old):
    said = run("map", small, "-o", "/proc/kart.html", "--view", "goals")
    refused(said, old, "/proc/kart.html")


@pytest.mark.parametrize(
    "text", ["", "no map", '<script type="application/json" id="gt-data">{}</script>', "\x00\ufffd"]
)
def test_positions_from_a_file_that_is_no_map(run, small, tmp_path, old, text):
    other = tmp_path / "annet.txt"
    other.write_text(text, encoding="utf-8")
    refused(run("map", small, "-o", old, "--positions", other), old, "annet.txt", "map")


def test_positions_from_a_file_that_is_not_there_or_no_text(run, small, tmp_path, old):
    refused(run("map", small, "-o", old, "--positions", tmp_path / "borte.txt"), old, "borte.txt")
    (tmp_path / "bilde.png").write_bytes(b"\x89PNG\xff\xfe")
    refused(run("map", small, "-o", old, "--positions", tmp_path / "bilde.png"), old, "bilde.png")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"type": "FeatureCollection"}', '{"type": "Point"}']
)
def test_borders_that_are_no_geojson(run, small, tmp_path, old, text):
    file = tmp_path / "grenser.geojson"
    file.write_text(text, encoding="utf-8")
    refused(run("map", small, "-o", old, "--borders", file), old, "grenser.geojson")


def test_borders_of_other_places(run, small, tmp_path, old):
    ring = [[8.0, 58.0], [8.2, 58.0], [8.2, 58.2], [8.0, 58.0]]
    feature = {
        "type": "Feature",
        "properties": {"navn": "Valle"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    file = tmp_path / "grenser.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    refused(run("map", small, "-o", old, "--borders", file), old, "'Våle'")


def test_a_story_says_all_that_is_wrong_with_it(run, small, tmp_path, old):
    file = tmp_path / "fortelling.toml"
    file.write_text(
        '[[step]]\ntitle = "En"\nnode = "Vaale kommune"\n'
        '[[step]]\ntitle = "To"\nview = "gaols"\nnode = "Strategiplann"\n',
        encoding="utf-8",
    )
    said = run("map", small, "-o", old, "--story", file)
    refused(
        said,
        old,
        "step 1: node",
        "step 2: view",
        "'goals'",
        "step 2: node",
        "'Strategiplan'",
        lines=3,
    )


@pytest.mark.parametrize("text", ["", "[[step]\n", "step = 3\n", '[[steps]]\ntitle = "x"\n'])
def test_a_story_that_is_none(run, small, tmp_path, old, text):
    file = tmp_path / "fortelling.toml"
    file.write_text(text, encoding="utf-8")
    said = run("map", small, "-o", old, "--story", file)
    refused(said, old, "fortelling.toml", lines=said.err.count("\n"))
    assert said.err.count("\n") <= 2


# what looks bad, and can be drawn


def drawn(run, folder: Path, target: Path, *options: str) -> dict:
    said = run("map", folder, "-o", target, *options)
    assert said.code == 0, said.err
    assert "Traceback" not in said.err
    page = target.read_text(encoding="utf-8")
    return json.loads(re.search(r'id="gt-data">(.*?)</script>', page)[1])


def test_long_reversed_and_coloured_names_are_drawn_whole(run, small, tmp_path):
    names = ["Mål " * 500, "M" * 2000, "עברית ועוד", "\u202eolleh", "👩‍👩‍👧‍👦 Familie 🇳🇴", "Áŋŋá"]
    rows = [f"n{at},{name}\n" for at, name in enumerate(names)]
    (small / "strategies.csv").write_text("id,name\n" + "".join(rows), encoding="utf-8")
    data = drawn(run, small, tmp_path / "kart.html", "--view", "overview")
    found = {node["id"]: node["label"] for node in data["nodes"]}
    assert [found[f"n{at}"] for at in range(len(names))] == [name.strip() for name in names]
    spots = [(node["x"], node["y"]) for node in data["nodes"]]
    assert len(set(spots)) == len(spots)
    assert max(data["size"]) < 6000


def test_a_node_without_a_name_is_called_by_its_id_with_a_warning(run, small, tmp_path):
    (small / "strategies.csv").write_text("id,name\ns1,\n", encoding="utf-8")
    said = run("map", small, "-o", tmp_path / "kart.html", "--view", "overview")
    assert said.code == 0
    assert "warning: strategies.csv:2: id: 's1' has no name; its id stands in" in said.err
    assert '"label":"s1"' in (tmp_path / "kart.html").read_text(encoding="utf-8")


def test_coordinates_that_are_missing_or_elsewhere_do_not_stop_the_map(run, small, tmp_path):
    with (small / "municipalities.csv").open("a", encoding="utf-8") as file:
        file.write("w,Vestby\nx,Xanadu\ny,Ytre\n")
    (small / "facts.csv").write_text(
        "node,property,value\nv,lat,58.1\nv,lon,8.0\nw,lat,-33.9\nw,lon,151.2\nx,lat,nord\n",
        encoding="utf-8",
    )
    data = drawn(run, small, tmp_path / "kart.html", "--view", "municipalities")
    assert {node["id"] for node in data["nodes"]} == {"v", "w", "x", "y"}
    assert all(abs(node["x"]) < 1e5 and abs(node["y"]) < 1e5 for node in data["nodes"])
    spots = {(node["x"], node["y"]) for node in data["nodes"]}
    assert len(spots) == 4


def test_ten_thousand_assertions_of_one_edge_are_one_line(tmp_path):
    nodes = [{"id": "a", "kind": "Actor", "name": "A"}, {"id": "g", "kind": "Goal", "name": "G"}]
    edges = [
        {"source": "a", "relation": "OWNS", "target": "g", "note": f"linje {at}"}
        for at in range(10_000)
    ]
    graph = PlanGraph.from_tables(nodes, edges)
    summary = maps.write(graph, tmp_path / "kart.html", Settings(views=("overview",)))
    assert summary[:2] == (2, 1)


def test_a_self_loop_is_drawn_in_every_view_that_has_it(tmp_path):
    nodes = [
        {"id": "m", "kind": "Measure", "name": "Broen"},
        {"id": "n", "kind": "Measure", "name": "Veien"},
    ]
    edges = [
        {"source": "m", "relation": "DEPENDS_ON", "target": "m"},
        {"source": "m", "relation": "DEPENDS_ON", "target": "n"},
        {"source": "n", "relation": "DEPENDS_ON", "target": "m"},
    ]
    graph = PlanGraph.from_tables(nodes, edges)
    for view in ("overview", "dependencies"):
        summary = maps.write(graph, tmp_path / "kart.html", Settings(views=(view,)))
        assert summary[:2] == (2, 3)
