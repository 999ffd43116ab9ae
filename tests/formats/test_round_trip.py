"""What a format writes it reads back, equal in every field; one that loses a value is found."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from graphtool import formats
from graphtool.errors import GraphtoolError, SourceNotFound
from graphtool.formats import Format
from graphtool.graph import PlanGraph
from tests.strategies import EXAMPLES, plan_graphs


def there_and_back(graph: PlanGraph, suffix: str) -> PlanGraph:
    with tempfile.TemporaryDirectory() as folder:
        return formats.read(formats.write(graph, Path(folder) / f"{graph.name}{suffix}")).graph


@pytest.mark.parametrize("suffix", formats.writable())
@EXAMPLES
@given(graph=plan_graphs())
def test_any_graph_comes_back_equal(suffix: str, graph: PlanGraph) -> None:
    assert there_and_back(graph, suffix) == graph


@EXAMPLES
@given(graph=plan_graphs())
def test_any_graph_comes_back_equal_from_networkx(graph: PlanGraph) -> None:
    assert PlanGraph.from_networkx(graph.to_networkx()) == graph


@pytest.mark.parametrize(
    ("rows", "field"),
    [
        ("nodes", "name_nn"),
        ("nodes", "facts"),
        ("edges", "share"),
        ("edges", "quote"),
        ("documents", "file"),
    ],
)
def test_a_writer_that_loses_one_value_is_found(
    monkeypatch: pytest.MonkeyPatch, rows: str, field: str
) -> None:
    exact = formats.FORMATS["json"]

    def lossy(graph: PlanGraph, draft: Path) -> None:
        exact.write(graph, draft)
        whole = json.loads(draft.read_text(encoding="utf-8"))
        having = [row for row in whole[rows] if field in row]
        if having:
            del having[-1][field]
        draft.write_text(json.dumps(whole), encoding="utf-8")

    one = Format(order=9, suffix=".lossy", read=exact.read, write=lossy)
    monkeypatch.setattr(formats, "FORMATS", {**formats.FORMATS, "lossy": one})
    with pytest.raises(AssertionError):
        test_any_graph_comes_back_equal(".lossy")


def test_a_format_may_be_read_only_or_written_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    exact = formats.FORMATS["json"]
    known = {
        "old": Format(order=8, suffix=".old", also_read=(".older",), read=exact.read),
        "new": Format(order=9, suffix=".new", write=exact.write),
    }
    graph = PlanGraph.from_tables([{"id": "g", "kind": "Goal"}], name="m")
    folder = formats.FORMATS["csv"]
    monkeypatch.setattr(formats, "FORMATS", {"csv": folder, **known})
    formats.write(graph, tmp_path / "m.new").rename(tmp_path / "m.older")
    assert formats.read(tmp_path / "m.older").graph == graph
    with pytest.raises(GraphtoolError, match=r"cannot write '\.old'; .*known are \.new, and a"):
        formats.write(graph, tmp_path / "m.old")
    (tmp_path / "m.older").rename(tmp_path / "m.new")
    with pytest.raises(SourceNotFound, match=r"a folder of CSV files, \.old, \.older$"):
        formats.read(tmp_path / "m.new")
    with pytest.raises(GraphtoolError, match="read only"):
        known["old"].write(graph, tmp_path / "draft")
    with pytest.raises(SourceNotFound, match="written only"):
        known["new"].read(tmp_path / "m.new")
