"""The same graph gives the same file, to the byte, whoever asks and however often."""

from __future__ import annotations

import os
import subprocess
import sys

from graphtool import maps
from graphtool.maps import Settings

CODE = """
import hashlib, sys
from graphtool import formats, maps
from graphtool.maps import Settings
import tests.maps.graphs as g
region = formats.read(sys.argv[1]).graph
for graph, asked in (
    (g.coast(), {}),
    (g.region(60), {"colour_by": "community", "size_by": "betweenness", "group_by": "community"}),
    (region, {}),
    (region, {"views": ("overview", "chain"), "as_of": "2020", "before": region.as_of("2014"),
              "colour_by": "municipality", "group_by": "municipality"}),
):
    print(hashlib.sha256(maps.html(graph, Settings(**asked)).encode()).hexdigest())
"""


def test_all_views_are_the_same_bytes_under_every_hash_seed(request):
    path = os.pathsep.join(["", *sys.path])
    region = str(request.config.rootpath / "data" / "kristiansandsregionen")
    running = [
        subprocess.Popen(
            [sys.executable, "-c", CODE, region],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
        )
        for seed in ("0", "1")
    ]
    said = [process.communicate(timeout=300)[0] for process in running]
    assert all(process.returncode == 0 for process in running)
    assert said[0] == said[1]
    assert len(said[0].split()) == 4


def test_a_second_map_in_one_process_is_the_same_bytes(written, graph_of):
    first = written("kristiansandsregionen").read_text(encoding="utf-8")
    maps.html(graph_of("coast"), Settings(lang="en", theme="bw"))
    assert maps.html(graph_of("kristiansandsregionen")) == first


def test_an_order_of_rows_that_means_nothing_changes_nothing(graph_of):
    graph = graph_of("coast")
    again = type(graph).from_networkx(graph.to_networkx())
    assert maps.html(again) == maps.html(graph)
