"""The mutants that no test can find, each with why; known again by what they change, and where."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

from tests.mutation.mutants import Fault, Mutant

LISTED = Path(__file__).with_name("survivors.toml")


class Survivor(NamedTuple):
    """An entry of `survivors.toml`."""

    module: str
    function: str
    operator: str
    before: str
    """The changed lines as they stand in the module, without the space around them."""
    after: str
    why: str


def listed(path: Path = LISTED) -> list[Survivor]:
    """All entries, in the order of the file."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return [Survivor(**entry) for entry in table.get("survivor", [])]


def as_toml(mutant: Mutant, fault: Fault, why: str = "") -> str:
    """An entry for it, to be put into the file with why it is equivalent."""
    fields = {
        "module": mutant.module,
        "function": mutant.function,
        "operator": mutant.operator,
        "before": fault.before,
        "after": fault.after,
        "why": why,
    }
    return "[[survivor]]\n" + "".join(f"{name} = {_text(v)}\n" for name, v in fields.items())


def _text(value: str) -> str:
    if "'" not in value and "\n" not in value:
        return f"'{value}'"
    return f"'''\n{value}'''"


def known(survivors: list[Survivor], mutant: Mutant, fault: Fault) -> Survivor | None:
    """The entry of a mutant; None where it is not listed."""
    mine = (mutant.module, mutant.function, mutant.operator, fault.before, fault.after)
    return next((entry for entry in survivors if entry[:5] == mine), None)
