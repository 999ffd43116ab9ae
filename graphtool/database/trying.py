"""Tries of a transaction: once more where a failure may pass, at once an end where it cannot.

The driver tries again by itself too, but also where the server's memory has ended, which it calls
a passing fault, and where the wait for a paused server was ended from here.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from graphtool.database import faults

Taken = TypeVar("Taken")

SECONDS = 15.0
"""For how long after its first failure something is tried again: a cluster chooses its leader."""


def tried(once: Callable[[], Taken], given_up: Callable[[], bool]) -> Taken:
    """What `once` returns; raises what it raised last.

    It is called again where that may help, unless the server is `given_up`. What is written may
    be tried again only where all of it is one transaction.
    """
    from neo4j.exceptions import DriverError, Neo4jError

    for pause in _pauses():
        try:
            return once()
        except (DriverError, Neo4jError) as error:
            if pause is None or given_up() or not faults.may_pass(error):
                raise
            time.sleep(pause)
    raise AssertionError("the last pause is none")


def _pauses() -> Iterator[float | None]:
    """How long to pause after each failure, ever longer; None after the last."""
    pause, last = 0.5, None
    while last is None or time.monotonic() < last:
        yield pause
        last = last or time.monotonic() + SECONDS
        pause *= 2
    yield None
