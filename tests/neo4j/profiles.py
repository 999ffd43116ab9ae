"""What every query costs on a server, by the server's own count: kept, and compared by a test.

`python -m tests.neo4j.profiles` asks a server of its own, of the version that NEO4J_VERSION names,
and writes `profiles.toml` anew; look at what has changed in it.
"""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import neo4j

from graphtool import PlanGraph, database, engine, queries
from graphtool.database import running, statements
from tests.benchmarks.nation import nation
from tests.neo4j import server

KEPT = Path(__file__).with_name("profiles.toml")
EDITION = server.VERSION.rpartition(".")[0]
"""The version but for its last number: `5.26`."""
NODES, EDGES = 1_000, 3_000


class Profile(NamedTuple):
    """What one query cost."""

    rows: int
    """That the server returned: of what is read to be computed here many are one."""
    hits: int
    """How often the store was read."""
    memory: int
    """Bytes, at most, that the query held at once."""
    dearest: list[str]
    """The operators that read the store most, the dearest first."""


def graph() -> PlanGraph:
    """What the queries are asked of: the same in every run."""
    return PlanGraph.from_tables(*nation(NODES, EDGES), name="nation")


def parameters_of(name: str) -> dict[str, Any]:
    """What the Cypher of a query is given when nothing is chosen."""
    defaults = {p.name: p.default for p in queries.find(name).parameters}
    return defaults | engine.in_time(**defaults)


def sent(name: str, asked: dict[str, Any]) -> str:
    """The Cypher of a query as it is sent with these parameters."""
    return statements.at(statements.text(name) or "", **asked)


def steps_of(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every step of a plan."""
    yield plan
    for child in plan.get("children", ()):
        yield from steps_of(child)


class Heard:
    """Stands for a database that holds nothing, and remembers what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def columns(
        self, names: Sequence[str], text: str, parameters: Any = None, **_: Any
    ) -> dict[str, list[Any]]:
        self.asked.append((text, dict(parameters or {})))
        return {name: [] for name in names}


def asked_for(name: str) -> list[tuple[str, dict[str, Any]]]:
    """All that is sent for a query: its Cypher, or what is read to compute it here."""
    query = queries.find(name)
    if statements.text(query.function.__name__):
        asked = parameters_of(name)
        return [(sent(name, asked), asked)]
    return heard_of(name)


def heard_of(name: str) -> list[tuple[str, dict[str, Any]]]:
    """What is sent for a query to the letter, as it comes back: many rows a record."""
    heard = Heard()
    whole = running.whole(PlanGraph.from_tables([]))
    engine.Server(heard, whole).ask(queries.find(name).name)  # type: ignore[arg-type]
    return heard.asked


def profiles(driver: neo4j.Driver) -> dict[str, Profile]:
    """What each query costs, planned for what is there now and not for what was there before."""
    plans: dict[str, dict[str, Any]] = {}  # what several queries send is sent once
    found = {}
    for name in names():
        sends = asked_for(name)
        for text, asked in sends:
            if text not in plans:
                forced = f"CYPHER replan=force PROFILE {text}"
                plans[text] = driver.execute_query(forced, parameters_=asked).summary.profile
        found[name] = summed([plans[text] for text, _ in sends])
    return found


def summed(plans: Sequence[dict[str, Any]]) -> Profile:
    """What several statements cost together."""
    hits: Counter[str] = Counter()
    rows = memory = 0
    for plan in plans:
        for step in steps_of(plan):
            hits[step["operatorType"].removesuffix("@neo4j")] += step["args"].get("DbHits", 0)
            memory = max(memory, step["args"].get("GlobalMemory", 0))
        rows += plan["args"]["Rows"]
    dearest = sorted((operator for operator in hits if hits[operator]), key=lambda o: (-hits[o], o))
    return Profile(rows, hits.total(), memory, dearest[:3])


def names() -> list[str]:
    """Every query, as its function is called, sorted."""
    return sorted(query.function.__name__ for query in queries.QUERIES.values())


def kept() -> dict[str, dict[str, Profile]]:
    """The profiles that are kept, by version and query."""
    found = tomllib.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    return {
        edition: {name: Profile(**profile) for name, profile in of_edition.items()}
        for edition, of_edition in found.items()
    }


def keep(found: dict[str, dict[str, Profile]]) -> None:
    """Writes the profiles, one a line."""
    lines = ["# What every query costs on a server: `python -m tests.neo4j.profiles` writes it."]
    for edition, of_edition in sorted(found.items()):
        lines += ["", f'["{edition}"]']
        for name, (rows, hits, memory, dearest) in sorted(of_edition.items()):
            quoted = ", ".join(f'"{operator}"' for operator in dearest)
            cost = f"rows = {rows}, hits = {hits}, memory = {memory}, dearest = [{quoted}]"
            lines.append(f"{name} = {{ {cost} }}")
    KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Asks every query of a server of its own."""
    with tempfile.TemporaryDirectory() as folder:
        own = server.start(Path(folder), run=os.getpid())
        try:
            os.environ.update(NEO4J_USER="neo4j", NEO4J_PASSWORD=own.password)
            database.load(graph(), own.address)
            auth = ("neo4j", own.password)
            with neo4j.GraphDatabase.driver(own.address, auth=auth) as driver:
                found = profiles(driver)
        finally:
            own.kill()
    keep(kept() | {EDITION: found})


if __name__ == "__main__":
    main()
