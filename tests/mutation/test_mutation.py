"""The mutation run itself: it plants, it finds, it writes nowhere, it knows what is listed."""

from __future__ import annotations

import ast
import subprocess
import sys
import textwrap

import pytest

from tests.mutation import concern, mutants, survivors
from tests.mutation.__main__ import too_many, touched

MODULE = "graphtool.queries.referred"
TEST = f"graphtool/queries/referred.py::{MODULE}.referred_plans"


def tried(source: str, tmp_path, seconds: float = 60) -> str:
    """How a trial of this source of the module ends; in a process with nothing imported yet."""
    program = f"""
        from pathlib import Path
        from tests.mutation import mutants, trial
        trial.prepare(mutants.ROOT)
        trials = trial.Trials(mutants.ROOT, Path({str(tmp_path)!r}))
        source = trial.Source({MODULE!r}, mutants.path_of({MODULE!r}), {source!r})
        trials.start(1, source, [[{TEST!r}]], {seconds})
        print(trials.wait()[1].how)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        capture_output=True,
        text=True,
        cwd=mutants.ROOT,
        check=True,
    )
    return done.stdout.strip()


def test_a_planted_fault_is_found_and_the_file_stays_as_it_is(tmp_path):
    path = mutants.path_of(MODULE)
    source = path.read_text(encoding="utf-8")
    faulty = source.replace('== "Plan"', '!= "Plan"')
    assert faulty != source
    assert tried(source, tmp_path) == "passed"
    assert tried(faulty, tmp_path) == "failed"
    assert path.read_text(encoding="utf-8") == source


def test_what_never_ends_or_cannot_be_imported_is_found(tmp_path):
    source = mutants.path_of(MODULE).read_text(encoding="utf-8")
    assert tried(source + "\nwhile True:\n    pass\n", tmp_path, seconds=1) == "time"
    assert tried(source + "\nraise ValueError\n", tmp_path) == "import"


def test_tests_of_a_line_come_nearest_first_and_end_with_the_time():
    tests = [
        "tests/queries/test_all.py::slow",
        "tests/queries/test_owners.py::own",
        "graphtool/queries/owners.py::owners",
        "tests/queries/test_all.py::quick",
        "tests/formats/test_files.py::far",
    ]
    seconds = dict(zip(tests, (9.0, 2.0, 1.0, 0.5, 0.1), strict=True))
    file = "graphtool/queries/owners.py"
    known = concern.Concern(tests, seconds, {file: {7: [0, 1, 2, 3, 4]}}, {})
    path = mutants.ROOT / file
    assert known.of(path, 7, most=100) == [[tests[2], tests[1]], [tests[3], tests[4], tests[0]]]
    assert known.of(path, 7, most=4) == [[tests[2], tests[1]], [tests[3], tests[4]]]
    assert known.of(path, 8, most=100) == known.of(path, 7, most=100)
    beside = known.of(mutants.ROOT / "graphtool/queries/__init__.py", 11, most=100)
    assert beside == [[], [tests[3], tests[4], tests[2], tests[1], tests[0]]]
    seconds[tests[2]] = concern.TOO_SLOW + 1
    assert known.of(path, 7, most=100) == [[tests[1]], [tests[3], tests[4], tests[0]]]


def test_the_changed_lines_are_read_from_a_diff():
    diff = """
--- a/graphtool/queries/owners.py
+++ b/graphtool/queries/owners.py
@@ -3 +3,2 @@ def f():
@@ -9,2 +10,0 @@
@@ -20 +19 @@
--- a/graphtool/gone.py
+++ /dev/null
@@ -1,9 +0,0 @@
"""
    assert touched(diff) == {mutants.ROOT / "graphtool/queries/owners.py": {3, 4, 19}}


def test_three_in_twenty_may_survive_and_of_fewer_three_as_well():
    assert [too_many(3, 5), too_many(4, 5), too_many(15, 100), too_many(16, 100)] == [
        False,
        True,
        False,
        True,
    ]


def test_an_entry_is_written_and_known_again(tmp_path):
    mutant = mutants.Mutant(MODULE, "f", "AddNot", 0, 5, 77)
    fault = mutants.Fault("", "x = a['b']\ny = 1", r"x = '\d'")
    listing = tmp_path / "survivors.toml"
    listing.write_text(survivors.as_toml(mutant, fault, "as good"), encoding="utf-8")
    (entry,) = survivors.listed(listing)
    assert survivors.known([entry], mutant._replace(line=3, occurrence=2), fault) == entry
    assert survivors.known([entry], mutant._replace(function="g"), fault) is None
    assert survivors.known([entry], mutant, fault._replace(after="x = 1")) is None


@pytest.mark.parametrize("entry", survivors.listed(), ids=lambda e: f"{e.module}:{e.function}")
def test_every_listed_survivor_says_why_and_still_fits_the_code(entry):
    assert len(entry.why.split()) >= 4
    source = mutants.path_of(entry.module).read_text(encoding="utf-8")
    tree = ast.parse(source)
    lines = source.splitlines()
    for name in entry.function.split(".") if entry.function else ():
        tree = next(
            node
            for node in ast.walk(tree)
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name == name
        )
        lines = source.splitlines()[tree.lineno - 1 : tree.end_lineno]
    assert entry.before in "\n".join(line.strip() for line in lines)
    assert entry.before != entry.after


def test_no_survivor_is_listed_twice():
    entries = [entry[:5] for entry in survivors.listed()]
    assert len(entries) == len(set(entries))
