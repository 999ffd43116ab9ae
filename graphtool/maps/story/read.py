"""A story read from a TOML file: the steps in which a map is presented."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graphtool.errors import GraphtoolError, Problem, UnknownName, listing
from graphtool.graph import PlanGraph
from graphtool.language import same
from graphtool.maps.story import keys
from graphtool.maps.story.steps import State, Step, Story

WORDS = ("title", "text")
POINTERS = ("node", "from", "edge", "finding")
"""What a step may point at: one of them at a time."""


def read(path: Path, graph: PlanGraph, *, as_of: str | None = None) -> Story:
    """The story in a TOML file, nodes named by id or name; see the README for its keys.

    Raises `GraphtoolError` with every problem: file, number of the step, key, and what is wrong.
    `as_of` is the day on which findings are looked for.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise GraphtoolError(f"{path}: cannot be read as a story: {why}") from None
    steps = raw.get("step")
    problems = [
        _problem(path.name, 0, key, _unknown(key, ["step"])) for key in raw if key != "step"
    ]
    if not isinstance(steps, list) or not steps or not all(isinstance(s, dict) for s in steps):
        message = "has no steps; each begins with a line [[step]]"
        raise_all([*problems, Problem("error", "story", message, path.name)])
        return Story(())
    resolvers = keys.resolvers(graph, as_of)
    made = []
    for number, step in enumerate(steps, start=1):
        found, wrong = _step(step, resolvers)
        made.append(found)
        problems += [_problem(path.name, number, key, message) for key, message in wrong]
    raise_all(problems)
    return Story(tuple(made), path.name)


def raise_all(problems: Iterable[Problem]) -> None:
    """Raises `GraphtoolError` with a line for each problem; nothing where there is none."""
    found = list(problems)
    if found:
        raise GraphtoolError("\n".join(listing(found)))


def _problem(file: str, number: int, key: str, message: str) -> Problem:
    return Problem("error", "story", message, f"{file}: step {number}" if number else file, 0, key)


def problem(story: Story, number: int, key: str, message: str) -> Problem:
    """What is wrong with a key of a step, counted from 1.

    >>> print(problem(Story((), "tur.toml"), 2, "year", "'1814' has no stop"))
    tur.toml: step 2: year: '1814' has no stop
    """
    return _problem(story.file or "story", number, key, message)


def _unknown(key: str, known: Iterable[str]) -> str:
    return str(UnknownName("key", key, known))


def _step(raw: Mapping[str, Any], resolvers: Mapping[str, keys.Resolver]) -> tuple[Step, list[Any]]:
    """A step, and what is wrong with which of its keys."""
    wrong: list[tuple[str, str]] = []
    found: dict[str, Any] = {"title": "", "text": ""}
    for key, value in raw.items():
        try:
            if key not in resolvers:
                raise GraphtoolError(_unknown(key, resolvers))
            found[key] = resolvers[key](value)
        except GraphtoolError as error:
            wrong += [(key, line) for line in str(error).splitlines()]
    wrong += _misfits(raw)
    ends = found.pop("from", ""), found.pop("to", "")
    words = [found.pop(name) or same("") for name in WORDS]
    found["path"] = ends if all(ends) else None
    fields = {_FIELDS.get(key, key): value for key, value in found.items()}
    return Step(words[0], words[1], State(**fields)), wrong


_FIELDS = {"hide-relations": "hide_relations", "municipality": "municipalities"}
"""Names of fields by the keys that differ from them."""


def _misfits(raw: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Keys that need another, or cannot stand beside it."""
    wrong = []
    if "title" not in raw:
        wrong.append(("title", "is missing; a step has a title and a text"))
    for key, other in (("from", "to"), ("to", "from"), ("steps", "node")):
        if key in raw and other not in raw:
            wrong.append((key, f"needs {other!r} beside it"))
    pointers = [key for key in POINTERS if key in raw]
    if len(pointers) > 1:
        wrong.append((pointers[1], f"cannot stand beside {pointers[0]!r}; make a step of each"))
    return wrong
