"""A kind, a subkind and a relation are a row each in `schema.py`, a view and a format a file.

A copy of the package gets the rows and the files, and in a process of its own everything is done
with them that can be done with a graph: what lists any of these by hand would end in a KeyError
there.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.vocabulary import asked, copied

VIEW = """
from graphtool.language import same
from graphtool.maps.content import Content
from graphtool.maps.views import overview
from graphtool.maps.views.view import View


def content(graph) -> Content:
    risks = set(graph.of_kind("Risk")["id"])
    return overview.content(graph).keeping(lambda node: node in risks)


VIEW = View("dangers", 99, same("Farer"), same("What may go wrong."), content, overview.arrange)
"""

FORMAT = """
import json
from graphtool.formats.format import Format
from graphtool.formats.json import sheets_of, write

def read(path):
    return sheets_of(json.loads(path.read_bytes()), path.name, path.stem)


FORMAT = Format(order=9, suffix=".plan", read=read, write=write)
"""

SCRIPT = """
import json, sys
from pathlib import Path
from graphtool import engine, findings, formats, maps, queries, schema
from graphtool.errors import GraphtoolError
from graphtool.database import model, rows, rules, statements
from graphtool.graph import PlanGraph
from graphtool.maps import Settings
from graphtool.maps.views import names, views

folder = Path(sys.argv[1])
read = formats.read(folder / "region")
graph = read.graph
said = {"problems": [str(problem) for problem in read.problems]}
ends = graph.related("THREATENS")[["source", "target"]]
said["threatens"] = sorted(graph.nodes["name"].iat[at] for at in ends["target"])

said["queries"] = sorted(queries.QUERIES)
for name in queries.QUERIES:
    engine.run(name, graph).records()
said["assertions"] = len(engine.run("assertions", graph, relations=("THREATENS",)).rows)
said["orphaned"] = len(engine.run("orphaned-goals", graph).rows)
said["findings"] = len(findings.findings(graph))

from graphtool.cli import files
from graphtool.language import same

said["help"] = files.filled(same("{read} / {written}")).en
try:
    formats.require_writable("a.plam")
except GraphtoolError as error:
    said["refused"] = str(error)
said["written"] = {}
for suffix in formats.writable():
    place = formats.write(graph, folder / f"copy{suffix}")
    again = formats.read(place).graph
    same = again.nodes["id"].tolist() == graph.nodes["id"].tolist()
    kinds = again.nodes["kind"].astype(str).tolist() == graph.nodes["kind"].astype(str).tolist()
    said["written"][suffix] = bool(same and kinds and len(again.edges) == len(graph.edges))

for name in views():
    maps.write(graph, folder / f"{name}.html", Settings(views=(name,)))
dangers = (folder / "dangers.html").read_text(encoding="utf-8")
said["view"] = [names(), "What may go wrong." in dangers, dangers.count('"kind":"Risk"')]
page = (folder / "overview.html").read_text(encoding="utf-8")
said["legend"] = [word in page for word in ("risikoer", "truer", "samvirke")]
crowd = [{"id": f"r{n}", "kind": "Risk", "name": f"Risiko {n}"} for n in range(2_100)]
place = [{"id": "k", "kind": "Municipality", "name": "Rollag"}]
many = [{"source": f"r{n}", "relation": "THREATENS", "target": "k"} for n in range(2_100)]
maps.write(PlanGraph.from_tables(crowd + place, many), folder / "large.html",
           Settings(views=("overview",)))

said["constraint"] = "plan_threatens" in rules.constraints()
said["loads"] = [model.put_nodes("Risk"), model.put_edges("THREATENS")]
said["sent"] = [table.length for table in rows.tables(graph)]
print(json.dumps(said))
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of everything that was done with the new rows."""
    place = copied(tmp_path_factory.mktemp("vocabulary"))
    (place / "graphtool" / "maps" / "views" / "dangers.py").write_text(VIEW, encoding="utf-8")
    (place / "graphtool" / "formats" / "plan.py").write_text(FORMAT, encoding="utf-8")
    return asked(place, SCRIPT)


def test_its_file_and_its_columns_are_read(said):
    assert said["problems"] == []
    assert said["threatens"] == ["Flomvoll", "Rollag", "Tinn", "Trygge bygder"]


def test_every_query_answers(said):
    assert said["assertions"] == 4
    assert said["orphaned"] == 0
    assert len(said["queries"]) > 10


def test_every_writer_writes_what_is_read_back(said):
    assert said["written"]
    assert all(said["written"].values()), said["written"]


def test_every_view_of_the_map_and_the_large_overview_show_it(said):
    assert said["legend"] == [True, True, True]


def test_a_view_is_one_file(said):
    offered, has_purpose, nodes = said["view"]
    assert "dangers" in offered
    assert has_purpose
    assert nodes == 1


def test_a_format_is_one_file(said):
    assert said["written"][".plan"]
    read, written = said["help"].split(" / ")
    assert read.endswith(", a .json, .graphml or .plan file")
    assert written.endswith(", .json, .graphml or .plan")
    assert "did you mean '.plan'?; known are .graphml, .json, .plan, .xlsx" in said["refused"]


def test_it_can_be_loaded(said):
    assert said["constraint"]
    assert ":Risk" in said["loads"][0]
    assert ":THREATENS " in said["loads"][1]
    assert said["sent"] == [0, 0, 6, 9, 0]  # of nodes and assertions; nobody belongs to anybody
