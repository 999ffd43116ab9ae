"""Which tests run which line: measured once on the unchanged code, kept till a file changes."""

from __future__ import annotations

import hashlib
import json
import signal
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from tests.mutation import trial
from tests.mutation.mutants import PACKAGES, ROOT

TESTS = ("tests/graph", "tests/formats", "tests/recognition", "tests/queries", "tests/algorithms")
"""Beside these, the tests that lie in `tests` itself and the examples in the docstrings.

Not the command line's, the map's and the database's: what only those find is worth a test nearby.
"""
APART = ("tests/test_adding_to_the_vocabulary.py",)
"""Tests that run another copy of the program, in which no fault is planted."""
PARTS = 8
"""Runs that all of these tests are parted into."""
MEASURED_WITHIN = 600
"""Seconds of processor time for one part, watched."""
TOO_SLOW = 10
"""Seconds of processor time, watched, after which a test is given up: it is tried on no mutant."""


class Concern(NamedTuple):
    """What a clean run has shown."""

    tests: list[str]
    seconds: dict[str, float]
    """How much processor time each test took, watched."""
    lines: dict[str, dict[int, list[int]]]
    """Of each file, the tests (by number) that ran a line within a function."""
    imported: dict[str, list[int]]
    """Of each file, the lines that ran while it was imported or the tests were collected."""

    def of(self, path: Path, line: int, most: float) -> list[list[str]]:
        """The tests to run for a change of a line, in two stages, for at most so many seconds.

        First the examples of its own module and the tests of the files named after it, quick ones
        before slow ones, then all others. A line that runs on import concerns all tests that run
        any line of the file; of a file without functions, any line of the files beside it.
        """
        file = path.relative_to(ROOT).as_posix()
        by_line = self.lines.get(file, {})
        files = [file] if any(by_line.values()) else self._beside(path)
        found = by_line.get(line) or sorted(
            {test for name in files for tests in self.lines[name].values() for test in tests}
        )
        own: list[str] = []
        others: list[str] = []
        spent = 0.0
        for at in sorted(found, key=lambda at: self._nearness(at, file)):
            test = self.tests[at]
            if self.seconds.get(test, 0.0) > TOO_SLOW:
                continue
            spent += self.seconds.get(test, 0.0)
            if spent > most:
                break
            (own if self._nearness(at, file)[0] == 0 else others).append(test)
        return [own, others]

    def _beside(self, path: Path) -> list[str]:
        return [name for name in self.lines if (ROOT / name).parent == path.parent]

    def _nearness(self, at: int, file: str) -> tuple[int, float]:
        test, stem, package = self.tests[at], Path(file).stem, Path(file).parent.name
        at_home = test.startswith(file) or stem in Path(test.partition("::")[0]).stem
        nearby = f"/{package}/" in test and self.seconds.get(test, 0) < 1
        return (0 if at_home else 1 if nearby else 2), self.seconds.get(test, 0.0)


def fingerprint() -> str:
    """A digest of all code and all tests that matter here."""
    digest = hashlib.sha256()
    for top in ("graphtool", "tests", "cypher", "data"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.is_file() and path.suffix not in (".pyc", ".js", ".css", ".toml"):
                digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def measured(trials: trial.Trials, kept: Path, *, anew: bool = True) -> Concern:
    """What a clean run shows; raises `RuntimeError` where a test fails on the unchanged code.

    Not run again while no file has changed, nor where it is not wanted `anew`.
    """
    mark = fingerprint()
    if kept.exists():
        found = json.loads(kept.read_text(encoding="utf-8"))
        if found["mark"] == mark or not anew:
            lines = {
                file: {int(n): t for n, t in by.items()} for file, by in found["lines"].items()
            }
            return Concern(found["tests"], found["seconds"], lines, found["imported"])
    together = Concern([], {}, {}, {})
    for part in (test_files()[at::PARTS] for at in range(PARTS)):
        if trials.full:
            _add(together, _ended(trials))
        trials.start("clean", None, (), MEASURED_WITHIN, work=partial(_watched, part))
    while trials.running:
        _add(together, _ended(trials))
    kept.write_text(json.dumps({"mark": mark, **together._asdict()}), encoding="utf-8")
    return together


def _ended(trials: trial.Trials) -> dict[str, Any]:
    """What the clean run of a part has shown."""
    _, outcome, report = trials.wait()
    log, found = report.with_suffix(".log"), report.with_suffix(".json")
    if not outcome.passed:
        said = log.read_text(encoding="utf-8", errors="replace")
        raise RuntimeError(f"the tests do not pass on unchanged code ({outcome.how}):\n{said}")
    part = json.loads(found.read_text(encoding="utf-8"))
    found.unlink()
    log.unlink()
    return part


def test_files() -> list[str]:
    """Every file that may hold a test or an example, sorted."""
    tops = [*TESTS, *(f"graphtool/{package}" for package in PACKAGES)]
    files = [path for top in tops for path in (ROOT / top).rglob("*.py")]
    files += (ROOT / "tests").glob("test_*.py")
    names = {path.relative_to(ROOT).as_posix() for path in files} - set(APART)
    return sorted(name for name in names if "test_" in name or name.startswith("graphtool"))


def _add(together: Concern, part: dict[str, Any]) -> None:
    first = len(together.tests)
    together.tests.extend(part["tests"])
    together.seconds.update(part["seconds"])
    for file, ran in part["imported"].items():
        together.imported[file] = sorted({*together.imported.get(file, ()), *ran})
    for file, by_line in part["lines"].items():
        lines = together.lines.setdefault(file, {})
        for line, tests in by_line.items():
            lines.setdefault(int(line), []).extend(first + test for test in tests)


def _watched(files: list[str], report: Path) -> int:
    """In a child: runs the tests of these files under coverage, each in a context of its own."""
    import coverage
    import pytest

    watch = coverage.Coverage(
        data_file=None, include=[f"{ROOT}/graphtool/{package}/*" for package in PACKAGES]
    )
    watch.start()

    def give_up(*_: object) -> None:
        pytest.skip("it takes too long")

    class Contexts:
        def pytest_runtest_logstart(self, nodeid: str) -> None:
            watch.switch_context(nodeid)
            signal.setitimer(signal.ITIMER_VIRTUAL, TOO_SLOW)

        def pytest_runtest_logfinish(self) -> None:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    signal.signal(signal.SIGVTALRM, give_up)
    code = trial.timed(files, report, [Contexts()])
    watch.stop()
    seconds = json.loads(report.read_text(encoding="utf-8"))
    report.unlink()
    lines = _lines(watch)
    number = {test: at for at, test in enumerate(seconds)}
    found = {
        "tests": list(seconds),
        "seconds": seconds,
        "lines": {
            file: {n: sorted({number[c] for c in by if c in number}) for n, by in at.items()}
            for file, at in lines.items()
        },
        "imported": {
            file: [line for line, by in at.items() if "" in by] for file, at in lines.items()
        },
    }
    report.with_suffix(".json").write_text(json.dumps(found), encoding="utf-8")
    return code


def _lines(watch: Any) -> dict[str, dict[int, list[str]]]:
    data = watch.get_data()
    return {
        Path(file).relative_to(ROOT).as_posix(): data.contexts_by_lineno(file)
        for file in data.measured_files()
    }
