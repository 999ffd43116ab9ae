"""How long things take, as ratios: absolute times say more of the machine than of the program.

Times are what a user waits, and medians of runs that take turns, so that a busy moment of the
machine meets both sides.
"""

from __future__ import annotations

import gc
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

Seconds = Callable[[], float]
"""Does something once and says how long it took."""


class Line(NamedTuple):
    """A row of the report: what was measured, what came out, and what it is to be."""

    what: str
    beside: str
    """What it is compared with."""
    measured: str
    target: str = ""
    held: bool | None = None
    """None where there is no target."""


def medians(*contenders: Seconds, runs: int) -> list[float]:
    """The median time of each; the runs take turns, so that a busy moment meets them all."""
    times = [[contender() for contender in contenders] for _ in range(runs)]
    return [statistics.median(column) for column in zip(*times, strict=True)]


def call(function: Callable[[], object]) -> Seconds:
    """A call; throwing away what it returns is not counted."""

    def once() -> float:
        gc.collect()
        begun = time.perf_counter()
        kept = function()
        taken = time.perf_counter() - begun
        del kept
        return taken

    return once


def worked(function: Callable[[], object]) -> Seconds:
    """As `call`, but the processor's time: what others do on the machine counts for less."""

    def once() -> float:
        gc.collect()
        begun = time.process_time()
        kept = function()
        taken = time.process_time() - begun
        del kept
        return taken

    return once


def process(*command: str, folder: Path) -> Seconds:
    """A whole process, from its start; raises `CalledProcessError` where it fails."""

    def once() -> float:
        begun = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        return time.perf_counter() - begun

    return once


def as_markdown(lines: Sequence[Line]) -> str:
    """The lines as a table."""
    words = {True: "yes", False: "**no**", None: ""}
    rows = [(*line[:4], words[line.held]) for line in lines]
    heads = ("what", "beside", "measured", "target", "held")
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ("---",) * len(heads), *rows))
