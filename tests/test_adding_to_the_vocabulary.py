"""A kind, a subkind and a relation are a row each in `schema.py`, a view and a format a file.

A copy of the package gets the rows and the files, and in a process of its own everything is done
with them that can be done with a graph: what lists any of these by hand would end in a KeyError
there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import graphtool

PACKAGE = Path(graphtool.__file__).parent
CYPHER = PACKAGE.parent / "cypher"

KIND = """
    Kind("Risk", "risks",
         Text("risiko", "risiko", "risk"), Text("risikoer", "risikoar", "risks"),
         Text("det som kan gå galt", "det som kan gå gale", "what may go wrong"),
         _subkinds(("flood", "flom", "flaum", "flood")),
         "ring", "#000000"),
"""
RELATION = """
    _relation("THREATENS", "Risk Actor -> Municipality Goal Measure Risk",
              Text("truer", "trugar", "threatens"),
              Text("trues av", "vert truga av", "is threatened by"),
              "threats", Text("kan hindre", "kan hindre", "may prevent"),
              Line("needing", 1.4, "diamond", (2, 2, 6, 2)), Parent("target", 165)),
"""
SUBKIND = """
             ("cooperative", "samvirke", "samvirke", "cooperative"),
"""

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

DATASET = {
    "municipalities.csv": "id,name\nrollag,Rollag\ntinn,Tinn\n",
    "actors.csv": "id,name,subkind\nsamvirket,Samvirket,cooperative\n",
    "goals.csv": "id,name,owner,threats\ntrygt,Trygge bygder,samvirket,flom\n",
    "measures.csv": "id,name,part_of\nvoll,Flomvoll,trygt\n",
    "risks.csv": "id,name,subkind,threatens\nflom,Flom i Numedal,flood,rollag;tinn;voll\n",
    "relations.csv": "source,relation,target\nrollag,SUPPORTS,voll\ntinn,SUPPORTS,voll\n"
    "trygt,DEPENDS_ON,voll\n",
}
"""A small region in whose rivers the water rises: `flom` threatens two places, a goal, a dyke."""

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

said["help"] = files.filled("{read} / {written}")
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


def with_row(text: str, before: str, row: str) -> str:
    """The text with a row before the place, which is there once."""
    assert text.count(before) == 1, before
    return text.replace(before, row.lstrip("\n") + before)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of everything that was done with the new rows."""
    place = tmp_path_factory.mktemp("vocabulary")
    shutil.copytree(PACKAGE, place / "graphtool", ignore=shutil.ignore_patterns("__pycache__"))
    if CYPHER.is_dir():
        shutil.copytree(CYPHER, place / "cypher")
    table = place / "graphtool" / "schema.py"
    text = table.read_text(encoding="utf-8")
    text = with_row(text, '    Kind("Resource", "resources",', KIND)
    text = with_row(text, '    _relation("BASED_ON",', RELATION)
    text = with_row(text, '             ("network", "nettverk",', SUBKIND)
    table.write_text(text, encoding="utf-8")
    (place / "graphtool" / "maps" / "views" / "dangers.py").write_text(VIEW, encoding="utf-8")
    (place / "graphtool" / "formats" / "plan.py").write_text(FORMAT, encoding="utf-8")
    (place / "region").mkdir()
    for name, rows in DATASET.items():
        (place / "region" / name).write_text(rows, encoding="utf-8")
    (place / "ask.py").write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, place / "ask.py", place], cwd=place, capture_output=True, text=True,
        check=False, env={**os.environ, "PYTHONPATH": str(place)}, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


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
    assert said["help"] == (
        "a folder of CSV files, an Excel workbook (.xlsx), a .json, .graphml or .plan file"
        " / a folder of CSV files, .xlsx, .json, .graphml or .plan"
    )
    assert "did you mean '.plan'?; known are .graphml, .json, .plan, .xlsx" in said["refused"]


def test_it_can_be_loaded(said):
    assert said["constraint"]
    assert ":Risk" in said["loads"][0]
    assert ":THREATENS " in said["loads"][1]
    assert said["sent"] == [0, 0, 6, 9, 0]  # of nodes and assertions; nobody belongs to anybody
