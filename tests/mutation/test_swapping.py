"""A fault is planted in a living function where that shows it, and nowhere else."""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
import textwrap
import weakref

import pytest

from tests.mutation import mutants
from tests.mutation.swapping import CannotSwap, Functions, function_changed

BEFORE = """
LIMIT = 3

def small(n, most=LIMIT):
    return n < most

class Box:
    side = 2

    def area(self):
        return self.side * self.side

    @property
    def halves(self):
        return [half for half in (self.side / 2, self.side / 2)]

def adder(n):
    def add(m):
        return n + m
    return add

PAIR = [lambda n: n + 1, lambda n: n + 2]
ADD_ONE = adder(1)
"""


@pytest.mark.parametrize(
    ("old", "new", "function"),
    [
        ("n < most", "n <= most", "small"),
        ("self.side * self", "self.side / self", "Box.area"),
        ("for half in (self.side / 2", "for half in (self.side * 2", "Box.halves"),
        ("n + m", "n - m", "adder"),
        ("LIMIT = 3", "LIMIT = 2", ""),
        ("most=LIMIT", "most=-LIMIT", ""),
        ("side = 2", "side = 1", ""),
        ("@property", "@staticmethod", ""),
        ("adder(1)", "adder(0)", ""),
        ("LIMIT = 3", "pass\nLIMIT = 3", ""),
    ],
)
def test_the_one_function_whose_body_has_changed_is_named(old, new, function):
    assert old in BEFORE
    after = BEFORE.replace(old, new, 1)
    assert function_changed(ast.parse(BEFORE), ast.parse(after)) == function


@pytest.fixture
def living(tmp_path):
    """The module's names, and how a changed source is planted in them."""
    path = tmp_path / "boxes.py"
    names: dict[str, object] = {"__name__": "boxes"}
    exec(compile(BEFORE, str(path), "exec"), names)

    def plant(old: str, new: str, function: str) -> None:
        Functions(tmp_path).swap(path, BEFORE.replace(old, new, 1), function)

    return names, plant


def test_a_function_its_method_and_what_it_has_made_get_the_new_code(living):
    names, plant = living
    box = names["Box"]()
    assert [names["small"](3), box.area(), box.halves, names["ADD_ONE"](5)] == [False, 4, [1, 1], 6]
    plant("n < most", "n <= most", "small")
    plant("self.side * self", "self.side + 1 + self", "Box.area")
    plant("(self.side / 2,", "(self.side * 2,", "Box.halves")
    plant("n + m", "n - m", "adder")
    assert [names["small"](3), box.area(), box.halves, names["ADD_ONE"](5)] == [True, 5, [4, 1], -4]


def test_where_no_function_has_the_name_or_its_variables_are_others_nothing_is_swapped(living):
    names, plant = living
    with pytest.raises(CannotSwap, match="large does not live here"):
        plant("small", "large", "large")
    with pytest.raises(CannotSwap):
        plant("return n + m", "return m", "adder")
    assert names["ADD_ONE"](5) == 6


def test_a_weak_proxy_of_what_is_gone_is_passed_over(living):
    names, plant = living
    box = names["Box"]()
    gone = weakref.proxy(box)
    del box
    assert type(gone) is weakref.ProxyType
    plant("n < most", "n <= most", "small")
    assert names["small"](3)


def test_two_functions_in_one_line_are_not_told_apart(tmp_path):
    source = "def pair():\n    return (lambda n: n + 1), (lambda n: n - 1)\nONE, OTHER = pair()\n"
    names: dict[str, object] = {}
    exec(compile(source, str(tmp_path / "pair.py"), "exec"), names)
    with pytest.raises(CannotSwap, match="2 functions"):
        Functions(tmp_path).swap(tmp_path / "pair.py", source.replace("+ 1", "+ 2"), "pair")


def test_what_a_cache_holds_is_forgotten():
    asked = []
    cached = functools.cache(asked.append)
    cached(1)
    Functions(mutants.ROOT).forget()
    cached(1)
    assert asked == [1, 1]


MODULE = "graphtool.queries.referred"
TEST = f"graphtool/queries/referred.py::{MODULE}.referred_plans"


def test_a_host_finds_a_fault_time_after_time_and_stays_as_it_was(tmp_path):
    program = f"""
        from tests.mutation import mutants, trial
        from tests.mutation.host import Hosts, Swap
        from pathlib import Path
        trial.prepare(mutants.ROOT)
        hosts = Hosts(["graphtool/queries/referred.py"], Path({str(tmp_path)!r}), 1)
        path = mutants.path_of({MODULE!r})
        source = path.read_text(encoding="utf-8")
        for text in (source, source.replace('== "Plan"', '!= "Plan"'), source):
            hosts.start(1, Swap(path, text, "referred_plans"), [[{TEST!r}]], 60)
            print(hosts.wait()[1].how)
        hosts.start(1, Swap(path, source, "no_such_function"), [[{TEST!r}]], 60)
        print(hosts.wait()[1].how)
        hosts.close()
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        capture_output=True,
        text=True,
        cwd=mutants.ROOT,
        check=True,
    )
    assert done.stdout.split() == ["passed", "failed", "passed", "cannot"]
