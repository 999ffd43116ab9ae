"""Processes with all imported and every test collected, which fork a child for each trial."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing.connection
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.mutation import swapping, trial
from tests.mutation.trial import Outcome

COLLECTED_WITHIN = 300
"""Seconds for importing everything and collecting every test."""


class Swap(NamedTuple):
    """Which function gets the code that it has in a source."""

    path: Path
    source: str
    function: str


class Hosts:
    """A few hosts, each with one trial at a time."""

    def __init__(self, files: Sequence[str], scratch: Path, at_once: int = 2) -> None:
        """Begins to collect the tests of these files; must be called before anything is imported.

        Raises `RuntimeError` where they cannot be collected.
        """
        scratch.mkdir(parents=True, exist_ok=True)
        self.idle: list[multiprocessing.connection.Connection] = []
        self.running: dict[multiprocessing.connection.Connection, Any] = {}
        started = [_started(list(files), scratch / f"host-{at}") for at in range(at_once)]
        for host in started:
            if not _is_ready(host):
                raise RuntimeError(f"the tests cannot be collected: see {scratch}/host-0.log")
            self.idle.append(host)

    @property
    def full(self) -> bool:
        """Whether every host is at work."""
        return not self.idle

    def start(self, key: Any, swap: Swap, stages: Sequence[Sequence[str]], seconds: float) -> None:
        """Begins a trial: one stage of tests after the other, until one fails."""
        host = self.idle.pop()
        host.send((swap, stages, seconds))
        self.running[host] = key

    def wait(self) -> tuple[Any, Outcome]:
        """What has ended next; `how` is "cannot" where only a fresh import can show the fault."""
        (host, *_) = multiprocessing.connection.wait(list(self.running))
        outcome = host.recv()  # type: ignore[union-attr]
        self.idle.append(host)  # type: ignore[arg-type]
        return self.running.pop(host), outcome  # type: ignore[arg-type]

    def close(self) -> None:
        """Ends the hosts; what they are at work on is given up."""
        for host in [*self.idle, *self.running]:
            with contextlib.suppress(OSError):
                host.send(None)
            host.close()


def _is_ready(host: multiprocessing.connection.Connection) -> bool:
    try:
        return host.poll(COLLECTED_WITHIN) and host.recv() == "ready"
    except EOFError:
        return False


def _started(files: list[str], log: Path) -> multiprocessing.connection.Connection:
    ours, theirs = multiprocessing.Pipe()
    sys.stdout.flush()
    if os.fork():
        theirs.close()
        return ours
    ours.close()
    code = 70
    try:
        written = os.open(log.with_suffix(".log"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream in (1, 2):
            os.dup2(written, stream)
        code = _host(files, log, theirs)
    finally:
        os._exit(code)


def _host(files: list[str], scratch: Path, to_main: Any) -> int:
    import pytest

    class Serving:
        """In the place of a run of the tests: one run for each that asks."""

        @pytest.hookimpl(tryfirst=True)
        def pytest_runtestloop(self, session: Any) -> bool:
            items = {item.nodeid: item for item in session.items}
            trials = Trying(items, swapping.Functions(Path.cwd()), scratch)
            gc.collect()
            gc.freeze()  # what a child does not write it need not copy
            to_main.send("ready")
            while (asked := _asked(to_main)) is not None:
                to_main.send(trials.tried(*asked))
            return True

    arguments = [*trial.ARGUMENTS, "-o", "tmp_path_retention_policy=none"]
    with contextlib.suppress(BrokenPipeError):
        return int(pytest.main([*arguments, *files], plugins=[Serving(), trial.Chosen(())]))
    return 0


def _asked(from_main: Any) -> Any:
    try:
        return from_main.recv()
    except (EOFError, ConnectionResetError):
        return None


class Trying(NamedTuple):
    """What a host has for its trials."""

    items: dict[str, Any]
    functions: swapping.Functions
    scratch: Path

    def tried(self, swap: Swap, stages: Sequence[Sequence[str]], seconds: float) -> Outcome:
        """A child is forked, tries, and is watched."""
        report = self.scratch.with_suffix(".txt")
        child = os.fork()
        if not child:
            code = 70
            try:
                trial.limited(seconds, self.scratch.with_suffix(".trial.log"))
                self.functions.forget()
                self.functions.swap(swap.path, swap.source, swap.function)
                code = _run([self.items[test] for tests in stages for test in tests], report)
            except swapping.CannotSwap:
                code = trial.CANNOT
            finally:
                os._exit(code)
        until = time.monotonic() + 12 * seconds + 60
        while True:
            done, status, used = os.wait4(child, os.WNOHANG)
            if not done and time.monotonic() > until:
                os.kill(child, signal.SIGKILL)
                done, status, used = os.wait4(child, 0)
            if done:
                return trial.outcome(status, used.ru_utime + used.ru_stime, report)
            time.sleep(0.005)


def _run(items: list[Any], report: Path) -> int:
    """Runs tests as pytest would, until one fails."""
    failed: list[str] = []

    class Watching:
        def pytest_runtest_logreport(self, report: Any) -> None:
            if report.failed:
                failed.append(report.nodeid)

    items[0].config.pluginmanager.register(Watching())
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if failed:
            report.write_text(failed[0], encoding="utf-8")
            return 1
    return 0
