"""What a writer writes, its reader reads back, equal in every field; the same graph, same bytes."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from graphtool import readers, writers
from graphtool.graph import PlanGraph
from tests.strategies import EXAMPLES, plan_graphs

FORMATS = ("", ".xlsx", ".json", ".graphml")
DATA = Path(__file__).parents[2] / "data"


def there_and_back(graph: PlanGraph, suffix: str) -> PlanGraph:
    with tempfile.TemporaryDirectory() as folder:
        return readers.read(writers.write(graph, Path(folder) / f"{graph.name}{suffix}")).graph


def in_bytes(path: Path) -> dict[str, bytes]:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name: file.read_bytes() for file in files}


@pytest.mark.parametrize("suffix", FORMATS)
@EXAMPLES
@given(graph=plan_graphs())
def test_any_graph_comes_back_equal(suffix: str, graph: PlanGraph) -> None:
    assert there_and_back(graph, suffix) == graph


@EXAMPLES
@given(graph=plan_graphs())
def test_any_graph_comes_back_equal_from_networkx(graph: PlanGraph) -> None:
    assert PlanGraph.from_networkx(graph.to_networkx()) == graph
