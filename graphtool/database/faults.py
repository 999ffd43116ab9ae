"""What the driver and the server can answer, each as one line: what, where, what to do.

Server errors are told apart by their code, which is part of Neo4j's interface; their wording is
not. What the driver finds out by itself has no code and is told apart by what caused it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graphtool.database.address import PORT, DatabaseError
from graphtool.database.remedies import BY_CAUSE, BY_WORDS, REMEDIES
from graphtool.errors import NOTHING
from graphtool.language import Said, Text, together

if TYPE_CHECKING:
    from neo4j.exceptions import DriverError, Neo4jError

_LIMITS = {
    "General.TransactionOutOfMemoryError": "db.memory.transaction.max",
    "General.MemoryPoolOutOfMemoryError": "dbms.memory.transaction.total.max",
    "General.OutOfMemoryError": "",
}
"""When memory ends, and the limit that was met, where it is one below the whole of the heap."""

_MADE_MEANWHILE = (
    "Schema.EquivalentSchemaRuleAlreadyExists",
    "Schema.ConstraintAlreadyExists",
    "Schema.ConstraintWithNameAlreadyExists",
    "Schema.IndexAlreadyExists",
    "Schema.IndexWithNameAlreadyExists",
)
"""Of a statement that makes what does not exist: the next time it sees that it does."""

_SAID_BY_SERVER = (
    "Statement.ParameterMissing",
    "Procedure.ProcedureNotFound",
    "Statement.SyntaxError",
    "Schema.ConstraintValidationFailed",
    "Schema.ConstraintCreationFailed",
)


_NAMED = Text(
    "{address}, databasen {database}",
    "{address}, databasen {database}",
    "{address}, database {database}",
)
_EXHAUSTED = Text(
    "serveren har for lite minne til det; gi den mer (server.memory.heap.max_size{then})",
    "tenaren har for lite minne til det; gi han meir (server.memory.heap.max_size{then})",
    "the server has too little memory for it; give it more (server.memory.heap.max_size{then})",
)
_THEN = Text(", så {limit}", ", så {limit}", ", then {limit}")
_NARROWER = Text(
    ", eller spør om mindre (en dag, en sammenheng, et grovere nivå)",
    ", eller spør om mindre (ein dag, ein samanheng, eit grovare nivå)",
    ", or ask a narrower question (a day, one relation, a coarser level)",
)
_NOT_WRITTEN = Text(
    "; ingenting av dette trinnet ble skrevet, hvor lite det enn ble gjort",
    "; ingenting av dette steget blei skrive, kor lite det enn blei gjort",
    "; nothing of this step was written, however small it was made",
)
_UNHOLDABLE = Text(
    "en verdi som Neo4j ikke kan ha: {said}",
    "ein verdi som Neo4j ikkje kan ha: {said}",
    "a value that Neo4j cannot hold: {said}",
)
_ANSWERS = Text(
    "Neo4j svarer {code}: {message}",
    "Neo4j svarer {code}: {message}",
    "Neo4j answers {code}: {message}",
)
_WITH_ERROR = Text("med en feil", "med ein feil", "with an error")
_DRIVER_SAYS = Text(
    "Neo4js driver sier {said}", "drivaren til Neo4j seier {said}", "Neo4j's driver says {said}"
)
_BROKE = Text(
    "forbindelsen brøt idet det ble lagret; kjør det igjen for å være sikker",
    "sambandet braut idet det blei lagra; køyr det igjen for å vere sikker",
    "the connection broke just as it was being saved; run it again to be sure",
)
_NO_CLUSTER = Text(
    "serveren forteller ikke om noen klynge eller database å gå til; prøv {direct}",
    "tenaren fortel ikkje om noka klynge eller noko database å gå til; prøv {direct}",
    "the server tells of no cluster or database to turn to; try {direct}",
)
_GONE = Text(
    "serveren er borte eller kan ikke nås; prøv igjen når den er tilbake",
    "tenaren er borte eller er ikkje å nå; prøv igjen når han er tilbake",
    "the server is gone, or cannot be reached; try again when it is back",
)


class Unholdable(ValueError):
    """A value outside Neo4j's types, found by the driver before anything was sent."""


class Exhausted(DatabaseError):
    """The server's memory was too small for something."""


def may_pass(error: DriverError | Neo4jError) -> bool:
    """Whether it may help to try again.

    The server says so of an end of memory too, which is as dear to it each time as the first; and
    does not say so of a constraint that another load has made since it was looked for.
    """
    if short(error) in _MADE_MEANWHILE:
        return True
    return error.is_retryable() and short(error) not in _LIMITS


@contextmanager
def translated(address: str, database: str = "", *, question: bool = True) -> Iterator[None]:
    """Turns whatever the driver raises inside into a `DatabaseError` of one line.

    What there is to do may depend on whether a question was asked or something was to be written.
    """
    from neo4j.exceptions import DriverError, Neo4jError

    place = at(address, database)
    try:
        yield
    except Neo4jError as error:
        if short(error) in _LIMITS:
            raise Exhausted.at(place, _exhausted(short(error), question)) from error
        raise DatabaseError.at(place, _answered(error)) from error
    except DriverError as error:
        raise DatabaseError.at(place, _unreached(error, address)) from error
    except Unholdable as error:
        raise DatabaseError.at(place, Said(_UNHOLDABLE, said=first_line(error))) from error


def at(address: str, database: str) -> Said:
    """Where it is, for a message.

    >>> at("bolt://agder:7687", "plan").in_("nb")
    'bolt://agder:7687, databasen plan'
    """
    named = Said(_NAMED, address=address, database=database)
    return named if database else together([address])


def short(error: Exception) -> str:
    """The server's code without `Neo.ClientError.` and the like; empty where it has none."""
    return ".".join(str(getattr(error, "code", "") or "").split(".")[-2:])


def _exhausted(code: str, question: bool) -> Said:
    limit = _LIMITS[code]
    then = Said(_THEN, limit=limit) if limit else NOTHING
    return Said(_EXHAUSTED, then=then) + Said(_NARROWER if question else _NOT_WRITTEN)


def _answered(error: Exception) -> Said:
    known = short(error)
    message = first_line(getattr(error, "message", None) or error)
    if known not in REMEDIES:
        code = getattr(error, "code", "") or Said(_WITH_ERROR)
        return Said(_ANSWERS, code=code, message=message)
    said = Said(REMEDIES[known])
    return together([said, f" ({message})"]) if known in _SAID_BY_SERVER else said


def is_refused(error: BaseException) -> bool:
    """Whether the machine is there and takes no connection: no server runs on that port."""
    return any(isinstance(cause, ConnectionRefusedError) for cause in _causes(error))


def _unreached(error: BaseException, address: str) -> Said:
    from neo4j.exceptions import IncompleteCommit, ServiceUnavailable

    if isinstance(error, IncompleteCommit):
        return Said(_BROKE)
    causes = list(_causes(error))
    said = " ".join(map(str, causes))
    for kind, advice in BY_CAUSE.items():
        if any(isinstance(cause, kind) for cause in causes):
            return Said(advice, plain=_plain(address), port=PORT)
    for words, advice in BY_WORDS.items():
        if words in said:
            return Said(advice, port=PORT)
    if not isinstance(error, ServiceUnavailable):
        return Said(_DRIVER_SAYS, said=first_line(error))
    if "routing" in str(error):
        return Said(_NO_CLUSTER, direct=address.replace("neo4j", "bolt", 1))
    return Said(_GONE)


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
