"""A statement of somebody's own, asked of the plan graph in a database, which may not write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool.database import connection, state
from graphtool.database.address import DatabaseError
from graphtool.database.connection import Database
from graphtool.database.faults import REMEDIES, first_line, short
from graphtool.database.state import State

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


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
            raise DatabaseError(f"{place}: {REMEDIES[code]}") from error
        if code == "Statement.ParameterMissing":
            raise DatabaseError(f"{place}: {said}; give each as --param NAME=VALUE") from error
        if code.startswith(("Statement.", "Procedure.")):
            raise DatabaseError(f"{place}{_where(said)}") from error
        raise


_AT = re.compile(r"(?:: expected .*?)? *\(line (\d+), column (\d+).*")


def _where(said: str) -> str:
    """What the server says, its line and column first, without all that it would have taken.

    >>> _where("Invalid input 'RETRN': expected 'CALL' or 'RETURN' (line 2, column 1 (offset: 9))")
    ", line 2, column 1: Invalid input 'RETRN'"
    >>> _where("/ by zero")
    ': / by zero'
    """
    at = _AT.search(said)
    return f", line {at[1]}, column {at[2]}: {said[: at.start()]}" if at else f": {said}"
