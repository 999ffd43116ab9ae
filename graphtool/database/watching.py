"""An end to the wait for a server that no longer answers: paused, frozen, or cut off unnoticed.

The driver waits for a result as long as it takes, which may be long, and the machine of a paused
server still takes connections. So while something is awaited, a connection of its own asks now and
then whether the server is there; where it is not, the driver is closed, which ends the wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

from graphtool.database.address import DatabaseError
from graphtool.language import Said, Text

if TYPE_CHECKING:
    from neo4j import Driver

_SILENT = Text(
    "serveren har ikke svart på {wait:g} s (NEO4J_WAIT): den står stille eller er avskåret. Prøv"
    " igjen når den er tilbake",
    "tenaren har ikkje svart på {wait:g} s (NEO4J_WAIT): han står stille eller er avskoren. Prøv"
    " igjen når han er tilbake",
    "the server has not answered for {wait:g} s (NEO4J_WAIT): it is paused, or cut off. Try again"
    " when it is back",
)


class Silent(DatabaseError):
    """The server no longer answers."""


Answers = Callable[[float], bool]
"""Whether the server, or its machine for it, answers within so many seconds, on a connection of its
own: to be refused is an answer too."""


@contextmanager
def watched(driver: Driver, answers: Answers, *, wait: float, place: str) -> Iterator[Event]:
    """Ends what is awaited in the block once the server has been silent for `wait` seconds.

    Half of that goes by before it is asked at all, so that what is quick costs nothing. Where it
    does not answer, the driver is closed, what is given to the block is set, and whatever the
    block then fails with is raised as `Silent`.
    """
    done, silent = Event(), Event()

    def look() -> None:
        while not done.wait(wait / 2):
            if not answers(wait / 2) and not done.is_set():
                silent.set()
                driver.close()
                return

    Thread(target=look, daemon=True).start()
    try:
        yield silent
    except Exception as error:
        if silent.is_set():
            raise Silent.at(place, Said(_SILENT, wait=wait)) from error
        raise
    finally:
        done.set()
