"""Where a database is and how to get in: the address, and credentials from the environment."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, urlsplit

from graphtool.errors import GraphtoolError, did_you_mean
from graphtool.language import Said, Text

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
PORT = 7687
"""Where Bolt, the protocol of Neo4j's drivers, is spoken unless the server's settings differ."""
WAIT = 60.0
"""Seconds without an answer after which a server is given up unless it is said otherwise.

A server that works on a long question answers others all the while.
"""

_BEGINS = re.compile(r"(?P<scheme>[^:/?#@]*)(?:://(?:\[[^]/?#@]*\]|[^]:/\\?#@[]*)(?::\d+)?)?")
"""A scheme, and host and port where they stand."""
_HOST = Text("vert", "vert", "host")
_NO_ADDRESS = Text(
    "dette er ingen adresse; ventet neo4j://vert:{port}",
    "dette er inga adresse; venta neo4j://vert:{port}",
    "this is no address; expected neo4j://host:{port}",
)
_NO_SECRETS = Text(
    "en adresse har ikke bruker eller passord: skriv {bare} og sett NEO4J_USER og NEO4J_PASSWORD"
    " i miljøet",
    "ei adresse har ikkje brukar eller passord: skriv {bare} og set NEO4J_USER og NEO4J_PASSWORD"
    " i miljøet",
    "an address holds no user or password: write {bare} and set NEO4J_USER and NEO4J_PASSWORD in"
    " the environment",
)
_FOR_BROWSERS = Text(
    "dette er Neo4js side for nettlesere; driverens adresse er neo4j://{host}:{port}",
    "dette er sida som Neo4j har for nettlesarar; adressa til drivaren er neo4j://{host}:{port}",
    "this is Neo4j's page for browsers; the driver's address is neo4j://{host}:{port}",
)
_NO_SCHEME = Text(
    "«{scheme}» er ikke noe kjent skjema{hint}",
    "«{scheme}» er ikkje noko kjent skjema{hint}",
    "no scheme {scheme!r} is known{hint}",
)
_ONE_OF = Text("; ventet et av {known}", "; venta eit av {known}", "; expected one of {known}")
_NO_HOST = Text(
    "verten mangler; ventet {scheme}://vert:{port}",
    "verten manglar; venta {scheme}://vert:{port}",
    "no host; expected {scheme}://host:{port}",
)
_NOTHING_FOLLOWS = Text(
    "ingenting kan stå etter vert og port; oppgi databasen med --database eller NEO4J_DATABASE",
    "ingenting kan stå etter vert og port; oppgi databasen med --database eller NEO4J_DATABASE",
    "nothing may follow host and port; name the database with --database or NEO4J_DATABASE",
)
_NO_WAIT = Text(
    "NEO4J_WAIT må være et antall sekunder over 0, ikke «{said}»",
    "NEO4J_WAIT må vere eit tal på sekund over 0, ikkje «{said}»",
    "NEO4J_WAIT must be a number of seconds above 0, not {said!r}",
)


class DatabaseError(GraphtoolError):
    """The database cannot be reached, does not let us in, or holds something else."""


class Access(NamedTuple):
    """How to get in; its text never shows the password."""

    user: str
    password: str
    database: str
    """Empty for the user's home database."""
    wait: float
    """Seconds without an answer after which a server is given up."""

    def __repr__(self) -> str:
        return f"Access(user={self.user!r}, database={self.database!r})"


def is_address(source: object) -> bool:
    """Whether a source is meant as an address rather than a path.

    A wrong scheme counts too, so that it is answered as one and not as a missing file.

    >>> [is_address(s) for s in ("neo4j://localhost", "http://localhost:7474", "bolt:localhost")]
    [True, True, True]
    >>> is_address("data/agder"), is_address("C:/data/agder")
    (False, False)
    """
    if not isinstance(source, str):
        return False
    return "://" in source or (source.partition(":")[0].lower() in SCHEMES and ":" in source)


def checked(address: str) -> str:
    """The address itself; raises `DatabaseError` where no driver could use it.

    >>> checked("bolt://localhost:7687")
    'bolt://localhost:7687'
    """
    try:
        parts = urlsplit(address)
        port = parts.port
        asked = parse_qsl(parts.query, strict_parsing=bool(parts.query))
        if len(asked) != len(dict(asked)):
            raise ValueError("the driver refuses what is said twice, and repeats it")
    except ValueError:
        raise DatabaseError(Said(_NO_ADDRESS, port=PORT)) from None
    bare = f"{parts.scheme}://{_place(parts)}"
    if "@" in address:
        # Not even repeated: a command line is seen by others and kept in a history.
        known = parts.scheme and parts.netloc
        raise DatabaseError(Said(_NO_SECRETS, bare=bare if known else f"neo4j://host:{PORT}"))
    told = repeated(address)
    if parts.scheme in ("http", "https"):
        host = parts.hostname or Said(_HOST)
        raise DatabaseError.at(told, Said(_FOR_BROWSERS, host=host, port=PORT))
    if parts.scheme not in SCHEMES:
        known = Said(_ONE_OF, known=", ".join(SCHEMES))
        hint = did_you_mean(parts.scheme, SCHEMES) or known
        raise DatabaseError.at(told, Said(_NO_SCHEME, scheme=parts.scheme, hint=hint))
    if not parts.hostname:
        raise DatabaseError.at(told, Said(_NO_HOST, scheme=parts.scheme, port=port or PORT))
    routes = parts.scheme.startswith("neo4j")  # what is asked of a cluster may follow
    if parts.path.strip("/") or parts.fragment or (parts.query and not routes):
        raise DatabaseError.at(told, Said(_NOTHING_FOLLOWS))
    return address


def repeated(address: str) -> str:
    """The address as a message has it: scheme, host and port; what follows may be a secret.

    >>> repeated("neo4j://localhost:7687/agder?policy=norge"), repeated("bolt:localhost")
    ('neo4j://localhost:7687', 'bolt')
    """
    found = _BEGINS.match(address)
    assert found is not None  # it matches what is empty
    # A user and a password stand where host and port would.
    return found["scheme"] if "@" in address else found[0]


def _place(parts: SplitResult) -> str:
    return f"{parts.hostname or 'host'}:{parts.port or PORT}"


def access(database: str | None = None, environment: Mapping[str, str] = os.environ) -> Access:
    """User, password and database from `NEO4J_USER`, `NEO4J_PASSWORD` and `NEO4J_DATABASE`.

    The user is `neo4j` unless said; an empty password means that the server asks for none; a
    database that is given goes before that of the environment. `NEO4J_WAIT` is for how many
    seconds the server may be silent; raises `DatabaseError` where it is no number above 0.

    >>> access(environment={"NEO4J_PASSWORD": "hemmelig"})
    Access(user='neo4j', database='')
    """
    return Access(
        environment.get("NEO4J_USER", "") or "neo4j",
        environment.get("NEO4J_PASSWORD", ""),
        database or environment.get("NEO4J_DATABASE", ""),
        _wait(environment.get("NEO4J_WAIT", "")),
    )


def _wait(said: str) -> float:
    try:
        seconds = float(said or WAIT)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < math.inf:
        raise DatabaseError(Said(_NO_WAIT, said=said))
    return seconds
