"""The constraints and indexes of a plan graph in Neo4j: made around a load, dropped after the last.

One is known by what it is of: others may have used one of our names, and one of theirs may already
do what ours would.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from graphtool.database import connection, model, refusals, rules
from graphtool.database.address import DatabaseError
from graphtool.database.connection import Database
from graphtool.database.rules import Rule, What
from graphtool.language import Said

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

CONSTRAINTS = "SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties"
INDEXES = """SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint
WHERE owningConstraint IS NULL"""
"""Without those that constraints have made."""


def constrain(home: Database) -> None:
    """Makes the constraints that are not there yet.

    Raises `DatabaseError` where another constraint or index has the name of one of ours, or other
    data is in the way of one.
    """

    def introduce(transaction: ManagedTransaction) -> None:
        # A query that asks for what no row has yet is then no misspelling to the server.
        for text, names in model.vocabulary().items():
            connection.run(transaction, text, {"names": names}).consume()

    if _make(home, rules.constraints()):
        home.write(introduce)
        # The first of its kind is a transaction more, which would look like somebody else's.
        words = {n: rule for n, rule in rules.indexes().items() if rule.what == "fulltext"}
        if _make(home, words):
            home.write(partial(_drop, words))


def index(home: Database) -> bool:
    """Makes the indexes that are not there yet, which the server then fills beside other work.

    Whether it made any. After a load: to fill an index at once is quicker than row after row.
    """
    return _make(home, rules.indexes())


def release(home: Database) -> None:
    """Drops those of our constraints and indexes that are there."""
    home.write(partial(_drop, {**rules.constraints(), **rules.indexes()}))


def _drop(ours: Mapping[str, Rule], transaction: ManagedTransaction) -> None:
    there = _there(transaction)
    for name, rule in ours.items():
        if name in there and (there[name] == rule or rule.replaces(there[name])):
            connection.run(transaction, rule.dropped(name)).consume()


def _make(home: Database, wanted: Mapping[str, Rule]) -> bool:
    """Whether any of these had to be made."""

    def make(transaction: ManagedTransaction) -> None:
        for text in texts:
            connection.run(transaction, text).consume()

    if texts := home.read(partial(_missing, wanted=wanted, place=home.place)):
        home.write(make)
    return bool(texts)


def _missing(transaction: ManagedTransaction, wanted: Mapping[str, Rule], place: str) -> list[str]:
    """The statements for what is not there yet, under whatever name; what it replaces goes."""
    there = {n: found for n, found in _there(transaction).items() if not _is_half_made(n, found)}
    for name, rule in {**rules.constraints(), **rules.indexes()}.items():
        found = there.get(name, rule)
        if found != rule and not rule.replaces(found):
            raise DatabaseError.at(place, Said(refusals.NAME_TAKEN, name=name))
    made, texts = set(there.values()), list[str]()
    for name, rule in wanted.items():
        if rule not in made:
            texts += [there[name].dropped(name)] if name in there else []
            texts += [rule.made(name)]
    return texts


def _is_half_made(name: str, found: Rule) -> bool:
    """Whether it is the index of one of our constraints, which another load is just making."""
    rule = rules.constraints().get(name)
    return rule is not None and found == rule._replace(what="index")


def _there(transaction: ManagedTransaction) -> dict[str, Rule]:
    """Every constraint and index of the database, by their names."""
    return {
        record["name"]: Rule(
            _WHAT.get(record["type"], "other"),
            frozenset(record["labelsOrTypes"] or ()),
            frozenset(record["properties"] or ()),
        )
        for text in (CONSTRAINTS, INDEXES)
        for record in connection.run(transaction, text)
    }


_WHAT: dict[str, What] = {
    "UNIQUENESS": "unique",
    "NODE_PROPERTY_UNIQUENESS": "unique",
    "RELATIONSHIP_UNIQUENESS": "unique",
    "RELATIONSHIP_PROPERTY_UNIQUENESS": "unique",
    "RANGE": "index",
    "FULLTEXT": "fulltext",
}
