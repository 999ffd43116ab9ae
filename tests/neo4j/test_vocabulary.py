"""A kind and a relation that the vocabulary gets are asked on a server as they are in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.neo4j.conftest import Home
from tests.vocabulary import asked, copied

SCRIPT = """
import json, sys
from graphtool import database, engine, formats, queries

graph = formats.read(sys.argv[1] + "/region").graph
address = sys.argv[2]
database.load(graph, address)
differing = []
with engine.server(address) as server:
    for at, name in enumerate(queries.QUERIES):
        day = (None, "2015")[at % 2]
        here, there = (engine.run(name, one, as_of=day) for one in (graph, server))
        if (here.records(), here.notes) != (there.records(), there.notes):
            differing.append((name, day))
    lone = [(row["node"], row["kind"]) for row in engine.run("unconnected", server).records()]
    threats = len(engine.run("assertions", server, relations=("THREATENS",)).rows)
back = database.read(address) == graph
print(json.dumps({"differing": differing, "lone": lone, "threats": threats, "back": back}))
"""


@pytest.mark.rare  # the server plans every query anew
@pytest.mark.replans
def test_what_is_added_is_loaded_asked_and_read_back(home: Home, tmp_path: Path) -> None:
    place = copied(tmp_path)
    with (place / "region" / "risks.csv").open("a", encoding="utf-8") as risks:
        risks.write("ras,Steinras i Tinn,,\n")
    credentials = {"NEO4J_USER": home.user, "NEO4J_PASSWORD": home.password}
    said = asked(place, SCRIPT, home.address, **credentials)
    assert said == {"differing": [], "lone": [["ras", "Risk"]], "threats": 4, "back": True}
