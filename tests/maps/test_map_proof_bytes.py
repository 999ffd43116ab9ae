"""The same graph gives the same file, to the byte, whoever asks and however often."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from typing import Any

from graphtool import maps
from graphtool.graph import PlanGraph
from graphtool.maps import Settings
from tests.maps import graphs as map_graphs

CODE = """
import sys
from graphtool import formats, maps
from graphtool.maps import Settings
from tests.maps import graphs
from tests.maps.test_map_proof_bytes import digest, particular
region = formats.read(sys.argv[1]).graph
maps.html(graphs.coast(), Settings(lang="en", theme="bw"))
for graph, asked in ((graphs.coast(), {}), (region, {}), *particular(region)):
    print(digest(graph, asked))
"""


def particular(region: PlanGraph) -> list[tuple[PlanGraph, dict[str, Any]]]:
    """Maps for which communities are counted, and years compared."""
    of_communities = {"colour_by": "community", "size_by": "betweenness", "group_by": "community"}
    compared = {
        "views": ("overview", "chain"),
        "as_of": "2020",
        "before": region.as_of("2014"),
        "colour_by": "municipality",
        "group_by": "municipality",
    }
    return [(map_graphs.region(60), of_communities), (region, compared)]


def digest(graph: PlanGraph, asked: dict[str, Any]) -> str:
    return sha256(maps.html(graph, Settings(**asked)).encode()).hexdigest()


def test_all_views_are_the_same_bytes_under_another_hash_seed_and_after_other_maps(
    request, written, graph_of
):
    """This process has a seed of its own by chance; in that which draws all again it is 0."""
    running = subprocess.Popen(
        [sys.executable, "-c", CODE, request.config.rootpath / "data" / "kristiansandsregionen"],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": os.pathsep.join(["", *sys.path])},
        encoding="ascii",
    )
    names = ("coast", "kristiansandsregionen")
    here = [sha256(written(name).read_bytes()).hexdigest() for name in names]
    here += [digest(*one) for one in particular(graph_of("kristiansandsregionen"))]
    there, _ = running.communicate(timeout=300)
    assert running.returncode == 0
    assert there.split() == here


def test_an_order_of_rows_that_means_nothing_changes_nothing(written, graph_of):
    graph = graph_of("coast")
    again = type(graph).from_networkx(graph.to_networkx())
    assert maps.html(again) == written("coast").read_text(encoding="utf-8")
