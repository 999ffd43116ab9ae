"""The faults that are planted beside cosmic-ray's own, and what is no fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from cosmic_ray.mutating import mutate_code

from tests.mutation import mutants, operators


@pytest.mark.parametrize(
    ("operator", "before", "after"),
    [
        ("DropCall", "x = t.drop_duplicates('a').index\n", "x = t.index\n"),
        ("DropCall", "x = t.fillna(0).head(3)\n", "x = t.head(3)\n"),
        ("DropFilter", "x = e[e['share'] > 0].index\n", "x = e.index\n"),
        ("DropFilter", "x = e[e > 0][e < 9]\n", "x = e[e < 9]\n"),
        ("DropFilter", "x = e[~own]\n", "x = e\n"),
        ("DropStatement", "if x:\n    found.append(x)\n", "if x:\n    pass\n"),
        ("DropStatement", "x += 1\n", "pass\n"),
        ("SwapMembership", "x = a in b\n", "x = a not in b\n"),
        ("SwapMembership", "x = a not in b\n", "x = a in b\n"),
        ("ReplaceBinaryOperator_BitAnd_BitOr", "x = a & b\n", "x = a | b\n"),
    ],
)
def test_a_fault_is_planted(operator, before, after):
    planted = mutate_code(before, operators.every()[operator], 0)
    assert planted.split() == after.split()


@pytest.mark.parametrize(
    ("operator", "source"),
    [
        ("DropCall", "x = graph.related('OWNS')\n"),  # it gives another type: found by any test
        ("DropFilter", "x = row['name']\n"),
        ("DropStatement", "x = f(1)\n"),
    ],
)
def test_what_any_test_would_find_is_not_planted(operator, source):
    assert mutate_code(source, operators.every()[operator], 0) is None


def test_annotations_and_assertions_about_our_own_code_are_left_alone(monkeypatch, tmp_path):
    module = tmp_path / "m.py"
    module.write_text(
        "def pairs(a: int | None, b: list[int]) -> list[int] | None:\n"
        "    return list(zip(a, b, strict=True))\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(mutants, "path_of", lambda name: module)
    found = mutants.mutants("m")
    assert found
    assert [mutants.fault(mutant) for mutant in found] == [None] * len(found)


def test_a_mutant_is_named_alike_wherever_its_function_stands(monkeypatch, tmp_path):
    module = tmp_path / "m.py"
    monkeypatch.setattr(mutants, "path_of", lambda name: module)
    function = "def f(a):\n    return a + 1\n"

    def found(source: str) -> set[str]:
        module.write_text(source, encoding="utf-8")
        return {mutant.name for mutant in mutants.mutants("m") if mutant.function == "f"}

    assert found(function) == found("x = 3 + 4\n\n\ndef g(b):\n    return b + 2\n\n\n" + function)
    assert len(found(function)) == 3


def test_a_sample_is_the_same_every_time_and_another_for_another_seed():
    every = mutants.mutants("graphtool.queries.missing")
    some = mutants.sampled(every, 3, seed=0)
    assert some == mutants.sampled(every, 3, seed=0)
    assert some != mutants.sampled(every, 3, seed=1)
    assert 0.1 < len(some) / len(every) < 0.6


def test_every_module_of_the_packages_has_its_mutants():
    names = mutants.modules()
    assert {name.split(".")[1] for name in names} == set(mutants.PACKAGES)
    assert all(isinstance(mutants.path_of(name), Path) for name in names)
    assert mutants.mutants("graphtool.queries.owners")
