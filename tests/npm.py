"""Packages from npm's registry, unpacked once and kept outside the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

from tests.locks import locked
from tests.maven import Unavailable


def package(name: str, version: str) -> Path:
    """The folder of a package without what it depends on; raises `Unavailable`."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "graphtool-tests"
    place = cache / f"{name.replace('/', '-').removeprefix('@')}-{version}"
    with locked(cache / "lock"):
        if not place.is_dir():
            _fetch(f"{name}@{version}", place)
    return place / "package"


def _fetch(what: str, place: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise Unavailable("no npm: apt-get install npm")
    half = place.with_name(f"{place.name}.{os.getpid()}")
    half.mkdir(parents=True)
    for _ in range(2):  # a registry fails now and then
        run = subprocess.run(
            [npm, "pack", "--silent", what], cwd=half, capture_output=True, text=True, check=False
        )
        if run.returncode == 0:
            with tarfile.open(next(half.glob("*.tgz"))) as packed:
                packed.extractall(half, filter="data")
            half.rename(place)
            return
    shutil.rmtree(half, ignore_errors=True)
    raise Unavailable(f"npm could not fetch {what}: {(run.stdout + run.stderr)[-500:]}")
