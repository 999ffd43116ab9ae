"""A copy of the package whose vocabulary has one more kind, relation and subkind, and its data."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

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
              Text("trues av", "blir truga av", "is threatened by"),
              "threats", Text("kan hindre", "kan hindre", "may prevent"),
              Line("needing", 1.4, "diamond", (2, 2, 6, 2)), Parent("target", 165)),
"""
SUBKIND = """
             ("cooperative", "samvirke", "samvirke", "cooperative"),
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


def with_row(text: str, before: str, row: str) -> str:
    """The text with a row before the place, which is there once."""
    assert text.count(before) == 1, before
    return text.replace(before, row.lstrip("\n") + before)


def copied(place: Path) -> Path:
    """The folder, with the copy in it and the small region in `region`."""
    shutil.copytree(PACKAGE, place / "graphtool", ignore=shutil.ignore_patterns("__pycache__"))
    if CYPHER.is_dir():
        shutil.copytree(CYPHER, place / "cypher")
    table = place / "graphtool" / "schema.py"
    text = table.read_text(encoding="utf-8")
    text = with_row(text, '    Kind("Resource", "resources",', KIND)
    text = with_row(text, '    _relation("BASED_ON",', RELATION)
    text = with_row(text, '             ("network", "nettverk",', SUBKIND)
    table.write_text(text, encoding="utf-8")
    (place / "region").mkdir()
    for name, rows in DATASET.items():
        (place / "region" / name).write_text(rows, encoding="utf-8")
    return place


def asked(place: Path, script: str, *words: str, **environment: str) -> Any:
    """What a script that runs with the copy prints, JSON; it is told the folder, then the words."""
    (place / "ask.py").write_text(script, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, place / "ask.py", place, *words],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(place), **environment},
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
