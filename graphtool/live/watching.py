"""Whether a source has changed: by times, sizes and rights of its files and of those beside."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypeAlias

from graphtool.formats.syntax import folders
from graphtool.recognition import aliases, mapping

State: TypeAlias = tuple[tuple[str, int, int, int], ...]
"""Path, time of change in nanoseconds, size and rights of every file; () where there is nothing."""


def state(source: Path) -> State:
    """What a source's files look like now.

    >>> state(Path("no-such-file.xlsx"))
    ()
    """
    try:
        files = [source, aliases.place(source), mapping.place(source)]
        if source.is_dir():
            lies = folders.found(source)
            files += [*source.iterdir(), *(source / file for file in (*lies.files, *lies.unread))]
    except OSError:
        return ()
    found = set()
    for file in files:
        try:
            about = os.stat(file)
        except OSError:
            continue
        found.add((str(file), about.st_mtime_ns, about.st_size, about.st_mode))
    return tuple(sorted(found))
