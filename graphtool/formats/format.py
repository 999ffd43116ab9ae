"""What a format is: where it stands in help, its suffixes, how it is read and written."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphtool.errors import GraphtoolError, SourceNotFound
from graphtool.language import Text

if TYPE_CHECKING:
    from graphtool.formats.sheets import Sheets
    from graphtool.graph import PlanGraph


def _unreadable(path: Path) -> Sheets:
    raise SourceNotFound(f"{path}: is of a format that is written only")


def _unwritable(_: PlanGraph, draft: Path) -> None:
    raise GraphtoolError(f"{draft.name}: is of a format that is read only")


def _none(_: str) -> bool:
    return False


@dataclass(frozen=True, kw_only=True)
class Format:
    """A way in which a plan graph lies on disk; without `read` or `write` it is one way only.

    `order`, `called`, `suffix` and whether it is read and written are what help says of it. They
    are taken from the file's text, and so are literals in the call.
    """

    order: int
    """Formats stand in it wherever they are listed for people."""
    called: Text | None = None
    """What it is called where its suffix alone would not say it."""
    suffix: str
    """Of what is written, and read; "" is a folder."""
    also_read: tuple[str, ...] = ()
    """Further suffixes."""
    read: Callable[[Path], Sheets] = _unreadable
    """The text tables at a path that is there; `SourceNotFound` where it cannot be opened."""
    write: Callable[[PlanGraph, Path], None] = _unwritable
    """Writes a draft, at a path that does not exist yet, which its reader reads back, equal."""
    settle: Callable[[Path, Path], object] = os.replace
    """Gives a draft that is whole its place; what fails leaves what stood there."""
    holds: Callable[[str], bool] = _none
    """Whether a file of this name within a folder is read as part of it."""

    @property
    def is_read(self) -> bool:
        """Whether there is a reader."""
        return self.read is not _unreadable

    @property
    def is_written(self) -> bool:
        """Whether there is a writer."""
        return self.write is not _unwritable
