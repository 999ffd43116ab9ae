"""The tests tried on code with small faults planted in it: how many faults do they find?

    python -m tests.mutation                         one mutant in ten of every module
    python -m tests.mutation queries.owners graph    all mutants of a module and of a package
    python -m tests.mutation --changed main          of what a change touches, changed lines first

Exit code 1 where more than 15 % of the mutants that ran survived and are not listed as equivalent
in `survivors.toml`, 2 where it could not run. What has been found is kept in build/mutants: a run
that was stopped goes on. A killed mutant is not tried again while its source is the same; one that
survived is, once any file has changed.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from tests.mutation import concern, mutants, running, survivors, trial
from tests.mutation.host import Hosts
from tests.mutation.mutants import ROOT, Mutant
from tests.mutation.running import Result

MOST = 0.15
"""Share of mutants that may survive without being listed."""
ENOUGH = 20
"""Mutants below which a share says nothing: then three may survive."""
BUILD = ROOT / "build" / "mutants"


def main() -> int:
    """Chooses, runs and tells; returns the exit code."""
    options = _options()
    trial.prepare(ROOT)
    BUILD.mkdir(parents=True, exist_ok=True)
    chosen = _chosen(options)
    if not chosen:
        print("Nothing has changed that mutants are made of.")
        return 0
    trials = trial.Trials(ROOT, BUILD / "trials", options.jobs)
    try:
        concerned = concern.measured(trials, BUILD / "concern.json", anew=not options.as_measured)
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        hosts = Hosts(concern.test_files(), BUILD / "hosts", options.jobs)
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 2
    # The minutes are for mutants: however long it took to see which tests run what, some are tried.
    until = time.monotonic() + 60 * options.minutes if options.minutes else float("inf")
    run = running.Run(hosts, trials, concerned, BUILD / "results.jsonl", until)
    if options.afresh:
        run.forget()
    found = []
    for result in run.of(chosen):
        found.append(result)
        if result.survived:
            print(f"survived  {result.mutant.name}, line {result.mutant.line}")
            print(f"    - {result.fault.before}\n    + {result.fault.after}", flush=True)
    return _told(found, len(chosen), survivors.listed())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.mutation",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("modules", nargs="*", help="as in queries.owners, or graph for all in it")
    parser.add_argument("--changed", metavar="BASE", help="what has changed since this commit")
    parser.add_argument("--sample", type=int, metavar="N", help="one mutant in N; 1 for all")
    parser.add_argument("--seed", type=int, default=0, help="which ones of the N (default: 0)")
    parser.add_argument(
        "--minutes", type=float, help="begin no mutant after so many minutes of trying them"
    )
    parser.add_argument("--jobs", type=int, default=2, help="how many at once (default: 2)")
    parser.add_argument(
        "--as-measured",
        action="store_true",
        help="do not look again which tests run which line, whatever has changed",
    )
    parser.add_argument("--afresh", action="store_true", help="forget what was found before")
    return parser.parse_args()


def _chosen(options: argparse.Namespace) -> list[Mutant]:
    """The mutants to run: changed lines before others, modules in turn, so that all are reached."""
    lines = changed(options.changed) if options.changed else {}
    wanted = [f"graphtool.{name}" for name in options.modules]
    modules = [
        module
        for module in mutants.modules()
        if (not wanted or any(f"{module}.".startswith(f"{name}.") for name in wanted))
        and (not options.changed or mutants.path_of(module) in lines)
    ]
    one_in = options.sample or (1 if wanted or options.changed else 10)
    queue: list[tuple[bool, str, Mutant]] = []
    for module in modules:
        touched = lines.get(mutants.path_of(module), set())
        for mutant in mutants.sampled(mutants.mutants(module), one_in, options.seed):
            shuffled = hashlib.sha256(f"{options.seed}:{mutant.name}".encode()).hexdigest()
            queue.append((mutant.line not in touched, shuffled, mutant))
    return [mutant for _, _, mutant in sorted(queue, key=lambda entry: entry[:2])]


def changed(base: str) -> dict[Path, set[int]]:
    """Of each module the lines that differ from a commit, as git says; ends the run without git."""
    command = ["git", "diff", "-U0", "--no-color", base, "--", "graphtool"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        print(f"git cannot compare with {base}: {done.stderr.strip()}", file=sys.stderr)
        raise SystemExit(2)
    return touched(done.stdout)


def touched(diff: str) -> dict[Path, set[int]]:
    """The lines that a diff without context adds or changes, by file."""
    lines: dict[Path, set[int]] = {}
    path = None
    for line in diff.splitlines():
        if line.startswith("+++ "):
            path = ROOT / line.removeprefix("+++ b/") if line != "+++ /dev/null" else None
        elif path and (place := re.match(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@", line)):
            first, count = int(place[1]), int(place[2] or 1)
            lines.setdefault(path, set()).update(range(first, first + count))
    return lines


def _told(found: list[Result], chosen: int, known: list[survivors.Survivor]) -> int:
    """Prints the table, and entries for new survivors; returns the exit code."""
    new = [r for r in found if r.survived and not survivors.known(known, r.mutant, r.fault)]
    ran = Counter(result.mutant.module for result in found)
    alive = Counter(result.mutant.module for result in found if result.survived)
    unlisted = Counter(result.mutant.module for result in new)
    width = max(map(len, ran), default=6)
    print(f"\n{'module':{width}}  mutants  survived  not listed")
    for module in sorted(ran):
        print(f"{module:{width}}  {ran[module]:7}  {alive[module]:8}  {unlisted[module]:10}")
    print(f"{'all':{width}}  {len(found):7}  {sum(alive.values()):8}  {len(new):10}")
    if found:
        print(
            f"{100 * sum(alive.values()) / len(found):.1f} % survived,"
            f" {100 * len(new) / len(found):.1f} % not listed as equivalent"
        )
    if chosen > len(found):
        print(
            f"{chosen - len(found)} of {chosen} chosen were not reached in time,"
            " or change nothing that runs"
        )
    listing = BUILD / "survivors.toml"
    listing.write_text(
        "\n".join(survivors.as_toml(r.mutant, r.fault) for r in new), encoding="utf-8"
    )
    if new:
        print(f"Entries for those not listed: {listing.relative_to(ROOT)}")
    return 1 if too_many(len(new), len(found)) else 0


def too_many(survived: int, ran: int) -> bool:
    """Whether more survived than may; of a few mutants three may."""
    return survived > MOST * max(ran, ENOUGH)


if __name__ == "__main__":
    sys.exit(main())
