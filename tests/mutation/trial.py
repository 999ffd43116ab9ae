"""Tests run against a module's source that stands in no file: in a forked child, with limits.

The parent has the large libraries imported, and neither graphtool nor a test; so a child begins
at once, and imports graphtool anew with the given source in the module's place.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.abc
import importlib.util
import json
import os
import resource
import signal
import sys
import time
import types
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

HEAVY = (
    "numpy",
    "pandas",
    "pyarrow.compute",
    "scipy.sparse.csgraph",
    "scipy.sparse.linalg",
    "scipy.optimize",
    "networkx",
    "openpyxl",
    "hypothesis",
    "hypothesis.strategies",
    "concurrent.futures.thread",
)
ARGUMENTS = (
    "-q",
    "-x",
    "--assert=plain",
    "--tb=no",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-p",
    "no:faulthandler",
    "-r",
    "",
)
# Plain asserts fail as others do, and pytest need not have rewritten what is imported already.
EXAMPLES = 4
"""Graphs that a property is tried on at most; the suite itself tries more."""
MEMORY = 6 * 2**30
CANNOT = 72
"""The exit code of a child that could not plant its fault."""


class Outcome(NamedTuple):
    """What became of a trial."""

    passed: bool
    """Whether every test passed: a mutant has survived."""
    how: str
    """`passed`, `failed`, `time`, or how it ended otherwise."""
    seconds: float
    """Of processor time."""
    by: str = ""
    """The test that failed."""


class Source(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Finds one module in a text, all others where they are."""

    def __init__(self, module: str, path: Path, text: str) -> None:
        self.module, self.path, self.text = module, path, text

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        if name != self.module:
            return None
        package = self.path.name == "__init__.py"
        spec = importlib.util.spec_from_loader(name, self, is_package=package)
        spec.origin, spec.has_location = str(self.path), True
        if package:
            spec.submodule_search_locations = [str(self.path.parent)]
        return spec

    def get_source(self, name: str) -> str:
        return self.text

    def get_code(self, name: str) -> types.CodeType:
        return compile(self.text, str(self.path), "exec")


class Chosen:
    """A pytest plugin: these tests, in this order, on few examples; says which failed."""

    def __init__(self, tests: Sequence[str], report: Path | None = None) -> None:
        self.place = {test: at for at, test in enumerate(tests)}
        self.report = report
        self.lasted: dict[str, float] = {}
        """Seconds of processor time, so that a busy machine makes no test slow."""
        self.began = 0.0

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        if self.place:
            items[:] = [item for item in items if item.nodeid in self.place]
            items.sort(key=lambda item: self.place[item.nodeid])
        for item in items:
            fewer_examples(item)

    def pytest_runtest_logstart(self) -> None:
        self.began = time.process_time()

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self.lasted[nodeid] = time.process_time() - self.began

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.failed and self.report:
            self.report.write_text(report.nodeid, encoding="utf-8")


def fewer_examples(item: Any) -> None:
    """Lets a Hypothesis test try few examples, and not look for smaller ones."""
    from hypothesis import Phase, settings

    test = getattr(item, "obj", None)
    test = getattr(test, "__func__", test)
    asked = getattr(test, "_hypothesis_internal_use_settings", None)
    if asked is not None:
        test._hypothesis_internal_use_settings = settings(
            asked,
            max_examples=min(EXAMPLES, asked.max_examples),
            phases=(Phase.explicit, Phase.generate),
            deadline=None,
        )


def prepare(root: Path) -> None:
    """Imports what no mutant touches; one thread a child, so that forking is safe."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    sys.dont_write_bytecode = True  # a mutant's code must not come to lie beside its module
    for name in HEAVY:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    loaded = [name for name in sys.modules if name.split(".")[0] == "graphtool"]
    if loaded:
        raise RuntimeError(f"{loaded[0]} is imported already; mutants need it to be imported anew")
    os.chdir(root)


class Trials:
    """Children at work, a few at a time."""

    def __init__(self, root: Path, scratch: Path, at_once: int = 2) -> None:
        self.root, self.scratch, self.at_once = root, scratch, at_once
        scratch.mkdir(parents=True, exist_ok=True)
        self.running: dict[int, tuple[Any, float, Path]] = {}

    def start(
        self,
        key: Any,
        source: Source | None,
        stages: Sequence[Sequence[str]],
        seconds: float,
        work: Callable[[Path], int] | None = None,
    ) -> None:
        """Begins a trial: one stage of tests after the other, until one fails."""
        report = self.scratch / f"{time.monotonic_ns()}.txt"
        sys.stdout.flush()
        child = os.fork()
        if child:
            self.running[child] = key, time.monotonic() + 12 * seconds + 60, report
            return
        code = 70
        try:
            limited(seconds, report.with_suffix(".log"))
            if source is not None:
                sys.meta_path.insert(0, source)
                importlib.import_module(source.module)
            code = work(report) if work else _stages(stages, report)
        except BaseException:  # whatever it is, the child must end here
            import traceback

            traceback.print_exc()
            code = 71  # it cannot even be imported
        finally:
            with contextlib.suppress(Exception):
                sys.stdout.flush()
            os._exit(code)

    @property
    def full(self) -> bool:
        """Whether as many are at work as may be."""
        return len(self.running) >= self.at_once

    def wait(self) -> tuple[Any, Outcome, Path]:
        """What has ended next; ends what has gone on for too long."""
        while True:
            for child, (key, until, report) in list(self.running.items()):
                done, status, used = os.wait4(child, os.WNOHANG)
                late = not done and time.monotonic() > until
                if late:
                    os.kill(child, signal.SIGKILL)
                    _, status, used = os.wait4(child, 0)
                if done or late:
                    del self.running[child]
                    return key, outcome(status, used.ru_utime + used.ru_stime, report), report
            time.sleep(0.02)


def limited(seconds: float, log: Path) -> None:
    """Gives this process so much processor time, and its output to a file."""
    whole = max(1, int(seconds) + 1)
    resource.setrlimit(resource.RLIMIT_CPU, (whole, whole + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(written, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)


def _stages(stages: Sequence[Sequence[str]], report: Path) -> int:
    import pytest

    for tests in stages:
        files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
        if files:
            code = pytest.main([*ARGUMENTS, *files], plugins=[Chosen(tests, report)])
            if code != 0:
                return int(code)
    return 0


def outcome(status: int, seconds: float, report: Path) -> Outcome:
    """What a child's status says, and the report that it may have left, which is taken away."""
    by = report.read_text(encoding="utf-8") if report.exists() else ""
    report.unlink(missing_ok=True)
    if os.WIFSIGNALED(status):
        late = os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL)
        return Outcome(False, "time" if late else f"signal {os.WTERMSIG(status)}", seconds, by)
    code = os.WEXITSTATUS(status)
    how = {0: "passed", 1: "failed", 71: "import", CANNOT: "cannot"}.get(code, f"exit {code}")
    return Outcome(code == 0, how, seconds, by)


def timed(files: Sequence[str], report: Path, plugins: Sequence[Any] = ()) -> int:
    """Runs all tests of these files; writes how long each took to `report`, as JSON."""
    import pytest

    chosen = Chosen(())
    arguments = [*(word for word in ARGUMENTS if word != "-x"), "-rf"]
    code = pytest.main([*arguments, *files], plugins=[chosen, *plugins])
    report.write_text(json.dumps(chosen.lasted), encoding="utf-8")
    return int(code)
