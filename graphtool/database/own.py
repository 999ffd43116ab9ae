"""A statement of somebody's own, asked of the plan graph in a database, which may not write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool.database import connection, state
from graphtool.database.address import DatabaseError
from graphtool.database.connection import Database
from graphtool.database.faults import first_line, short
from graphtool.database.remedies import REMEDIES
from graphtool.database.state import State
from graphtool.language import Said, Text, together

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


_GIVE = Text(
    "{said}; oppgi hver med --param NAVN=VERDI",
    "{said}; oppgi kvar med --param NAMN=VERDI",
    "{said}; give each as --param NAME=VALUE",
)
_SAID = Text(
    "{place}, linje {line}, kolonne {column}: {said}",
    "{place}, linje {line}, kolonne {column}: {said}",
    "{place}, line {line}, column {column}: {said}",
)
_NO_QUESTION = Text(
    "dette er ikke et spørsmål om innholdet; det som styrer serveren (SHOW DATABASES og lignende)"
    " og CALL ... IN TRANSACTIONS må kjøres i Neo4j selv",
    "dette er ikkje eit spørsmål om innhaldet; det som styrer tenaren (SHOW DATABASES og liknande)"
    " og CALL ... IN TRANSACTIONS må køyrast i Neo4j sjølv",
    "this is no question about what is there; what governs the server (SHOW DATABASES and the like)"
    " and CALL ... IN TRANSACTIONS are to be run in Neo4j itself",
)
_OF_ITS_OWN = ("Transaction.ForbiddenDueToTransactionType", "Transaction.TransactionStartFailed")
"""What the server says of a statement that cannot stand with others in a transaction."""


class Found(NamedTuple):
    """What a statement returns, as the driver has it."""

    columns: list[str]
    rows: list[list[Any]]


def ask(
    home: Database, text: str, parameters: Mapping[str, Any], *, place: str, loaded: State
) -> Found:
    """What the statement returns, in its order; the server refuses it if it would write.

    Raises `DatabaseError`, which names the `place` that the statement comes from, where it cannot
    be understood or carried out, and where a load has come in since the state `loaded`.
    """

    def work(transaction: ManagedTransaction) -> Found:
        with _told(place):
            result = connection.run(transaction, text, parameters)
            found = Found(list(result.keys()), [list(record.values()) for record in result])
            # Beside what governs the server this cannot be asked: that is told of the statement.
            state.require_unchanged(transaction, loaded, home.place)
        return found

    return home.read(work)


@contextmanager
def _told(place: str) -> Iterator[None]:
    """What is wrong with the statement, in one line; all else is left to whoever asks."""
    from neo4j.exceptions import Neo4jError

    try:
        yield
    except Neo4jError as error:
        said, code = first_line(error.message or error), short(error)
        if code == "Statement.AccessMode":
            raise DatabaseError.at(place, Said(REMEDIES[code])) from error
        if code in _OF_ITS_OWN:
            raise DatabaseError.at(place, Said(_NO_QUESTION)) from error
        if code == "Statement.ParameterMissing":
            raise DatabaseError.at(place, Said(_GIVE, said=said)) from error
        if code.startswith(("Statement.", "Procedure.")):
            raise DatabaseError(_answered(place, said)) from error
        raise


_AT = re.compile(r"(?:: expected .*?)? *\(line (\d+), column (\d+).*")


def _answered(place: str, said: str) -> Said:
    """What the server says, its line and column first, without all that it would have taken.

    >>> _answered("own.cypher", "Invalid input 'RETRN': expected 'CALL' (line 2, column 1)")
    "own.cypher, line 2, column 1: Invalid input 'RETRN'"
    >>> _answered("own.cypher", "/ by zero").in_("nb")
    'own.cypher: / by zero'
    """
    found = _AT.search(said)
    if found is None:
        return together([place, ": ", said])
    return Said(_SAID, place=place, line=found[1], column=found[2], said=said[: found.start()])
