"""The constraints that a plan graph in Neo4j rests on: made before a load, dropped after the last.

A constraint is known by what it makes unique: others may have used one of our names, and one of
theirs may already do what ours would.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from graphtool.database import connection, model
from graphtool.database.address import DatabaseError
from graphtool.database.connection import Database

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

SHOW = "SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties"
OTHERWISE = ("", "")
"""What a constraint makes unique that makes nothing of one label and property unique."""


def constrain(home: Database) -> None:
    """Makes the constraints that are not there yet.

    Raises `DatabaseError` where another constraint has the name of one, or other data is in the
    way of it.
    """

    def make(transaction: ManagedTransaction) -> None:
        for text in texts:
            connection.run(transaction, text).consume()

    def introduce(transaction: ManagedTransaction) -> None:
        # A query that asks for what no row has yet is then no misspelling to the server.
        for text, names in model.vocabulary().items():
            connection.run(transaction, text, {"names": names}).consume()

    if texts := home.read(partial(_missing, place=home.place)):
        home.write(make)
        home.write(introduce)


def release(home: Database) -> None:
    """Drops those of our constraints that are there."""

    def drop(transaction: ManagedTransaction) -> None:
        there = _there(transaction)
        for name, unique in model.constrained().items():
            if there.get(name) == unique:
                connection.run(transaction, f"DROP CONSTRAINT {name} IF EXISTS").consume()

    home.write(drop)


def _missing(transaction: ManagedTransaction, place: str) -> list[str]:
    """The statements for what nothing makes unique yet."""
    there, texts = _there(transaction), model.constraints()
    for name, unique in model.constrained().items():
        if there.get(name, unique) != unique:
            raise DatabaseError(
                f"{place}: a constraint there is called {name} and is not ours; drop it and make it"
                " again under another name, or name another database with --database"
            )
    made = set(there.values())
    return [texts[name] for name, unique in model.constrained().items() if unique not in made]


def _there(transaction: ManagedTransaction) -> dict[str, tuple[str, str]]:
    """What every constraint of the database makes unique, by their names."""
    return {
        record["name"]: (record["labelsOrTypes"][0], record["properties"][0])
        if record["type"].endswith("UNIQUENESS") and len(record["properties"]) == 1
        else OTHERWISE
        for record in connection.run(transaction, SHOW)
    }
