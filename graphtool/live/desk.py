"""What is on the desk: the newest edition of a source, made anew whenever the source is saved."""

from __future__ import annotations

import traceback
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from graphtool.language import Text
from graphtool.live import edition, watching
from graphtool.live.edition import Edition
from graphtool.maps.settings import Settings
from graphtool.report.files import BOOK, DECK, MAP

PARTS = (MAP, DECK, BOOK)
PAUSE = 0.3
"""Seconds between two looks at the source; a file that changed in between is still being saved."""
_FAULT = Text(
    "en feil i graphtool stanset lesingen ({what}); kilden leses på nytt når den lagres",
    "ein feil i graphtool stansa lesinga ({what}); kjelda blir lesen på nytt når ho blir lagra",
    "an error in graphtool stopped the reading ({what}); the source is read anew once it is saved",
)


class Desk:
    """The newest edition of one source, and the thread that makes it."""

    def __init__(self, source: Path, settings: Settings, folder: Path) -> None:
        """`folder` is where parts are drafted."""
        self._source, self._settings, self._folder = source, settings, folder
        self._over = Event()
        self._lock = Lock()
        self._number, self._stage = 0, "reading"
        self._edition, self._shown = Edition(), Edition()
        self._thread = Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        """Begins to read and to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Ends both; a map that is being made is nobody's any more, and is not waited for."""
        self._over.set()
        self._thread.join(timeout=PAUSE)

    @property
    def source(self) -> Path:
        """What is watched."""
        return self._source

    def turn_to(self, source: Path) -> None:
        """Watches another source from now on."""
        with self._lock:
            self._source = source
            self._edition, self._shown = Edition(), Edition()
            self._number, self._stage = self._number + 1, "reading"

    def told(self) -> dict[str, Any]:
        """How far it is, for the page: a number that grows with all that changes."""
        with self._lock:
            now = self._edition
            return {
                "number": self._number,
                "stage": self._stage,
                "source": self._source.name,
                "failure": now.failure,
                "problems": [
                    one._asdict() | {"cells": [cell._asdict() for cell in one.cells]}
                    for one in now.problems
                ],
                "more": now.more,
                "pages": self._shown.said is not None,
                "stale": self._shown is not now and self._shown.said is not None,
            }

    def page(self, path: str) -> bytes | None:
        """A page or a part of the report that is shown; None where there is none."""
        shown = self._shown
        if path in PARTS:
            return shown.part(path, self._folder)
        text = shown.page(path)
        return None if text is None else text.encode("utf-8")

    def _watch(self) -> None:
        seen: tuple[Path, watching.State] | None = None
        made: tuple[Path, watching.State] | None = None
        while not self._over.is_set():
            now = self._source, watching.state(self._source)
            if now != made and seen in (None, now):  # it is no longer being saved
                made = now
                self._try(*now)
            elif self._edition.is_locked and seen == now:
                self._try_again(*now)
            seen = now
            self._over.wait(PAUSE)

    def _try_again(self, source: Path, state: watching.State) -> None:
        """Reads what another program held, once it lets go: nothing of the file changes by that."""
        if not edition.edition(source, self._settings).is_locked:
            self._try(source, state)

    def _try(self, source: Path, state: watching.State) -> None:
        """Makes what can be made; tells an error that nobody foresaw, and the watching goes on."""
        try:
            self._make(source, state)
        except Exception as error:
            if self._over.is_set():
                return  # its folder is taken away while it is still at work
            traceback.print_exc()
            failure = _FAULT.format(what=f"{type(error).__name__}: {error}")
            told = Edition(failure=failure.in_(self._settings.lang))
            self._publish(source, told, "failed")

    def _make(self, source: Path, state: watching.State) -> None:
        """Reads, then makes pages, then the map, and stops where the source changes meanwhile."""
        self._publish(source, self._edition, "reading")
        new = edition.edition(source, self._settings)
        if new.made is None:
            self._publish(source, new, "failed")
            return
        self._publish(source, new, "pages")
        new.tell()
        self._publish(source, new, "map", shown=True)
        if self._source != source or watching.state(source) != state:
            return
        for part in (MAP, DECK):
            new.part(part, self._folder)
        new.tell()  # which findings the map shows, and what could not be made
        self._publish(source, new, "ready", shown=True)

    def _publish(self, source: Path, new: Edition, stage: str, *, shown: bool = False) -> None:
        with self._lock:
            if source != self._source:
                return  # of what was turned away from meanwhile
            self._number += 1
            self._edition, self._stage = new, stage
            if shown:
                self._shown = new
