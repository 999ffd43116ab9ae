"""Jars from Maven Central: copied out once, and kept outside the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.locks import locked


class Unavailable(Exception):
    """What the tests need cannot be had here; the text says why."""


def jars(pom: Path, name: str, version: str, *options: str, missing: Callable[[], str]) -> Path:
    """The folder of what a POM depends on, fetched on first use; raises `Unavailable`.

    `missing` says why it would be fetched in vain; empty where it would not.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "graphtool-tests"
    lib = cache / f"{name.lower()}-{version}"
    if lib.is_dir():  # nor is another version waited for that is being fetched
        return lib
    with locked(cache / "lock"):
        if not lib.is_dir():
            if reason := missing():
                raise Unavailable(reason)
            _fetch(pom, lib, f"{name} {version}", options)
    return lib


def _fetch(pom: Path, lib: Path, what: str, options: tuple[str, ...]) -> None:
    half = lib.with_name(f"{lib.name}.{os.getpid()}")
    command = [
        "mvn",
        "-q",
        "-B",
        "-f",
        str(pom),
        *options,
        "dependency:copy-dependencies",
        "-DincludeScope=runtime",
        f"-DoutputDirectory={half}",
    ]
    for _ in range(2):  # Maven Central fails now and then
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode == 0:
            half.rename(lib)
            return
    shutil.rmtree(half, ignore_errors=True)
    raise Unavailable(f"Maven could not fetch {what}: {(run.stdout + run.stderr)[-500:]}")
