"""Mutants tried one after the other, and what has been found kept in a file."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.mutation import concern, mutants
from tests.mutation.host import Hosts, Swap
from tests.mutation.mutants import ROOT, Fault, Mutant
from tests.mutation.trial import Outcome, Source, Trials

SLACK = 4
"""How much more processor time a mutant may take than its tests took on unchanged code."""
AT_MOST = 25.0
"""Seconds of tests that a mutant must survive, the nearest and quickest first."""


class Result(NamedTuple):
    """A mutant and what became of it."""

    mutant: Mutant
    fault: Fault
    how: str
    by: str

    @property
    def survived(self) -> bool:
        return self.how in ("passed", "no test")


class Planted(NamedTuple):
    """A mutant with its fault, and what tells its source from all others."""

    mutant: Mutant
    fault: Fault
    digest: str


class Run:
    """What tries mutants, and what is known from before."""

    def __init__(
        self, hosts: Hosts, trials: Trials, concerned: concern.Concern, kept: Path, until: float
    ) -> None:
        self.hosts, self.trials, self.concerned = hosts, trials, concerned
        self.kept, self.until = kept, until
        self.mark = concern.fingerprint()

    def forget(self) -> None:
        """Nothing is known from before."""
        self.kept.unlink(missing_ok=True)

    def of(self, chosen: Iterable[Mutant]) -> Iterator[Result]:
        """What becomes of each; first in the hosts, then what only a fresh import can show."""
        left: list[Planted] = []
        for one, earlier in self._planted(chosen):
            if earlier:
                yield self._result(one, earlier["how"], earlier["by"])
            elif not any(self._stages(one.mutant)):
                yield self._result(one, "no test", "")
            elif not one.fault.function:
                left.append(one)
            else:
                if self.hosts.full:
                    yield from self._swapped(left)
                self._try_in_host(one)
        while self.hosts.running:
            yield from self._swapped(left)
        yield from self._of_fresh_imports(left)

    def _of_fresh_imports(self, left: Iterable[Planted]) -> Iterator[Result]:
        for one in left:
            if self.trials.full:
                yield self._imported()
            if time.monotonic() > self.until:
                break
            self._try_afresh(one)
        while self.trials.running:
            yield self._imported()

    def _planted(self, chosen: Iterable[Mutant]) -> Iterator[tuple[Planted, dict[str, Any] | None]]:
        """The mutants that can be told from the code, each with what is known of it."""
        before = self._known()
        for mutant in chosen:
            if time.monotonic() > self.until:
                return
            fault = mutants.fault(mutant)
            if fault is None:
                continue
            digest = hashlib.sha256(f"{mutant.module}\n{fault.source}".encode()).hexdigest()[:20]
            earlier = before.get(digest)
            if earlier and earlier["how"] in ("passed", "no test") and earlier["mark"] != self.mark:
                earlier = None  # a test that finds it may have been written since
            yield Planted(mutant, fault, digest), earlier

    def _known(self) -> dict[str, dict[str, Any]]:
        if not self.kept.exists():
            return {}
        entries = map(json.loads, self.kept.read_text(encoding="utf-8").splitlines())
        return {entry["mutant"]: entry for entry in entries}

    def _stages(self, mutant: Mutant) -> list[list[str]]:
        return self.concerned.of(mutants.path_of(mutant.module), mutant.line, AT_MOST)

    def _seconds(self, stages: list[list[str]]) -> float:
        taken = sum(self.concerned.seconds.get(test, 0) for tests in stages for test in tests)
        return 10 + SLACK * taken

    def _try_in_host(self, one: Planted) -> None:
        stages = self._stages(one.mutant)
        swap = Swap(mutants.path_of(one.mutant.module), one.fault.source, one.fault.function)
        self.hosts.start(one, swap, stages, self._seconds(stages))

    def _try_afresh(self, one: Planted) -> None:
        stages = self._stages(one.mutant)
        path = mutants.path_of(one.mutant.module)
        source = Source(one.mutant.module, path, one.fault.source)
        self.trials.start(one, source, stages, self._seconds(stages))

    def _swapped(self, left: list[Planted]) -> Iterator[Result]:
        """What has ended in a host; what cannot be told there is left for a fresh import."""
        one, outcome = self.hosts.wait()
        file = mutants.path_of(one.mutant.module).relative_to(ROOT).as_posix()
        ran_before = one.mutant.line in self.concerned.imported.get(file, ())
        if outcome.how == "cannot" or (outcome.passed and ran_before):
            left.append(one)
        else:
            yield self._noted(one, outcome)

    def _imported(self) -> Result:
        one, outcome, report = self.trials.wait()
        report.with_suffix(".log").unlink(missing_ok=True)
        return self._noted(one, outcome)

    def _noted(self, one: Planted, outcome: Outcome) -> Result:
        entry = {
            "mutant": one.digest,
            "name": one.mutant.name,
            "how": outcome.how,
            "by": outcome.by,
            "mark": self.mark,
            "seconds": round(outcome.seconds, 1),
        }
        with self.kept.open("a", encoding="utf-8") as written:
            written.write(json.dumps(entry) + "\n")
        return self._result(one, outcome.how, outcome.by)

    @staticmethod
    def _result(one: Planted, how: str, by: str) -> Result:
        return Result(one.mutant, one.fault, how, by)
