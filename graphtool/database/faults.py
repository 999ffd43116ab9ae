"""What the driver and the server can answer, each as one line: what, where, what to do.

Server errors are told apart by their code, which is part of Neo4j's interface; their wording is
not. What the driver finds out by itself has no code and is told apart by what caused it.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graphtool.database.address import PORT, DatabaseError

if TYPE_CHECKING:
    from neo4j.exceptions import DriverError, Neo4jError

_CREDENTIALS = "set NEO4J_USER and NEO4J_PASSWORD in the environment"
_DATABASE = "name another with --database or NEO4J_DATABASE"

_READ_ONLY = "the database takes no writes, only questions; nothing was changed"

REMEDIES: dict[str, str] = {
    "Security.Unauthorized": f"user or password is wrong, or missing; {_CREDENTIALS}",
    "Security.TokenExpired": f"the login has run out; {_CREDENTIALS}",
    "Security.CredentialsExpired": (
        "the password must be changed before its first use: log in as this user in Neo4j Browser or"
        " cypher-shell, choose a new one, and set NEO4J_PASSWORD to it"
    ),
    "Security.AuthenticationRateLimit": (
        "too many wrong passwords in a row; wait some seconds, then try with the right one"
    ),
    "Security.Forbidden": "this user may not do that; ask for rights, or use another NEO4J_USER",
    "Database.DatabaseNotFound": f"there is no database of that name; {_DATABASE}",
    "General.DatabaseUnavailable": "the database is stopped, or starting; try again soon",
    "General.ForbiddenOnReadOnlyDatabase": _READ_ONLY,
    "General.WriteOnReadOnlyAccessDatabase": _READ_ONLY,
    "Statement.AccessMode": "this would write, and a question may not; nothing was changed",
    "Cluster.NotALeader": "this member of the cluster takes no writes; use neo4j:// instead of bolt://",
    "Schema.ConstraintCreationFailed": (
        "other data there has our label with an id used twice, or one of our relations with the"
        f" same key; rename it, or {_DATABASE}"
    ),
    "Schema.ConstraintValidationFailed": (
        "what is to be written clashes with other data there; nothing of it was written"
    ),
    "Schema.ConstraintWithNameAlreadyExists": (
        f"other data there uses the name of one of our constraints; rename that, or {_DATABASE}"
    ),
    "Transaction.TransactionTimedOut": (
        "it took longer than the server allows (db.transaction.timeout)"
    ),
    "Transaction.TransactionTimedOutClientConfiguration": "it took longer than was allowed",
    "Transaction.DeadlockDetected": "somebody else is writing there too; try again",
    "Transaction.LockClientStopped": "the server stopped in the middle of it; try again",
    "Statement.ParameterMissing": "the query wants a parameter that was not given",
    "Procedure.ProcedureNotFound": "the server lacks a procedure that the query calls",
    "Statement.SyntaxError": "the server does not understand it; Neo4j 5.26 or later is needed",
}
"""What to say and advise, by the server's code without `Neo.ClientError.` and the like."""

_LIMITS = {
    "General.TransactionOutOfMemoryError": "db.memory.transaction.max",
    "General.MemoryPoolOutOfMemoryError": "dbms.memory.transaction.total.max",
    "General.OutOfMemoryError": "",
}
"""When memory ends, and the limit that was met, where it is one below the whole of the heap."""

_SAID_BY_SERVER = (
    "Statement.ParameterMissing",
    "Procedure.ProcedureNotFound",
    "Statement.SyntaxError",
    "Schema.ConstraintValidationFailed",
    "Schema.ConstraintCreationFailed",
)


class Unholdable(ValueError):
    """A value outside Neo4j's types, found by the driver before anything was sent."""


class Exhausted(DatabaseError):
    """The server's memory was too small for something."""


def may_pass(error: DriverError | Neo4jError) -> bool:
    """Whether it may help to try again.

    The server says so of an end of memory too, which is as dear to it each time as the first.
    """
    return error.is_retryable() and short(error) not in _LIMITS


@contextmanager
def told(address: str, database: str = "", *, question: bool = True) -> Iterator[None]:
    """Turns whatever the driver raises inside into a `DatabaseError` of one line.

    What there is to do may depend on whether a question was asked or something was to be written.
    """
    from neo4j.exceptions import DriverError, Neo4jError

    place = f"{address}, database {database}" if database else address
    try:
        yield
    except Neo4jError as error:
        if short(error) in _LIMITS:
            raise Exhausted(f"{place}: {_exhausted(short(error), question)}") from error
        raise DatabaseError(f"{place}: {_answered(error)}") from error
    except DriverError as error:
        raise DatabaseError(f"{place}: {_unreached(error, address)}") from error
    except Unholdable as error:
        said = first_line(error)
        raise DatabaseError(f"{place}: a value that Neo4j cannot hold: {said}") from error


def short(error: Exception) -> str:
    """The server's code without `Neo.ClientError.` and the like; empty where it has none."""
    return ".".join(str(getattr(error, "code", "") or "").split(".")[-2:])


def _exhausted(code: str, question: bool) -> str:
    limit = _LIMITS[code]
    settings = "server.memory.heap.max_size" + (f", then {limit}" if limit else "")
    narrower = ", or ask a narrower question (a day, one relation, a coarser level)"
    written = "; nothing of this step was written, however small it was made"
    other = narrower if question else written
    return f"the server has too little memory for it; give it more ({settings}){other}"


def _answered(error: Exception) -> str:
    known = short(error)
    message = first_line(getattr(error, "message", None) or error)
    if known not in REMEDIES:
        return f"Neo4j answers {getattr(error, 'code', '') or 'with an error'}: {message}"
    return REMEDIES[known] + (f" ({message})" if known in _SAID_BY_SERVER else "")


def is_refused(error: BaseException) -> bool:
    """Whether the machine is there and takes no connection: no server runs on that port."""
    return any(isinstance(cause, ConnectionRefusedError) for cause in _causes(error))


def _unreached(error: BaseException, address: str) -> str:
    from neo4j.exceptions import IncompleteCommit, ServiceUnavailable

    if isinstance(error, IncompleteCommit):
        return "the connection broke just as it was being saved; run it again to be sure"
    causes = list(_causes(error))
    said = " ".join(map(str, causes))
    for kind, advice in _BY_CAUSE.items():
        if any(isinstance(cause, kind) for cause in causes):
            return advice.format(plain=_plain(address))
    for words, advice in _BY_WORDS.items():
        if words in said:
            return advice
    if not isinstance(error, ServiceUnavailable):
        return f"Neo4j's driver says {first_line(error)}"
    if "routing" in str(error):
        direct = address.replace("neo4j", "bolt", 1)
        return f"the server tells of no cluster or database to turn to; try {direct}"
    return "the server is gone, or cannot be reached; try again when it is back"


_BY_CAUSE: dict[type[BaseException], str] = {
    socket.gaierror: "no machine of that name is known; check the spelling, and the network",
    ConnectionRefusedError: f"nothing answers there; is Neo4j running, and is {PORT} its port?",
    ssl.SSLCertVerificationError: (
        "the server's certificate is not trusted; for one of your own use +ssc instead of +s"
    ),
    ssl.SSLError: "the server does not speak TLS there; use {plain}",
}
_BY_WORDS = {
    "looks like HTTP": f"this is a port for browsers; the driver's port is usually {PORT}",
    "handshake": f"what answers there is no port for drivers, which is usually {PORT} (7474 is for"
    " browsers); a server that wants TLS needs +s in the address",
}


def _plain(address: str) -> str:
    scheme, _, rest = address.partition("://")
    return f"{scheme.split('+')[0]}://{rest}"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error, what caused it, and everything in the groups among those."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for part in error.exceptions:
                yield from _causes(part)
        error = error.__cause__ or error.__context__


def first_line(error: object) -> str:
    """The first line of what an error says."""
    return str(error).strip().split("\n", 1)[0]
