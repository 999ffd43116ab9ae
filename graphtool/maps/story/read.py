"""A story read from a TOML file: the steps in which a map is presented."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graphtool.errors import GraphtoolError, Problem, UnknownName, listing, reason
from graphtool.graph import PlanGraph
from graphtool.language import Said, Text, same, together
from graphtool.maps.story import keys
from graphtool.maps.story.steps import State, Step, Story

WORDS = ("title", "text")
POINTERS = ("node", "from", "edge", "finding")
"""What a step may point at: one of them at a time."""
_NOT_READ = Text(
    "kan ikke leses som en fortelling: {why}",
    "kan ikkje lesast som ei forteljing: {why}",
    "cannot be read as a story: {why}",
)
_NO_STEPS = Text(
    "har ingen steg; hvert begynner med en linje [[step]]",
    "har ingen steg; kvart byrjar med ei linje [[step]]",
    "has no steps; each begins with a line [[step]]",
)
_STEP = Text("{file}, steg {number}", "{file}, steg {number}", "{file}: step {number}")
_STORY = Said(Text("fortellingen", "forteljinga", "story"))
_NO_TITLE = Text(
    "mangler; et steg har en tittel og en tekst",
    "manglar; eit steg har ein tittel og ein tekst",
    "is missing; a step has a title and a text",
)
_NEEDS = Text(
    "må ha «{other}» ved siden av seg",
    "må ha «{other}» ved sida av seg",
    "needs {other!r} beside it",
)
_NOT_BESIDE = Text(
    "kan ikke stå sammen med «{other}»; lag et steg av hver",
    "kan ikkje stå saman med «{other}»; lag eit steg av kvar",
    "cannot stand beside {other!r}; make a step of each",
)


def read(path: Path, graph: PlanGraph, *, as_of: str | None = None) -> Story:
    """The story in a TOML file, nodes named by id or name; see the README for its keys.

    Raises `GraphtoolError` with every problem: file, number of the step, key, and what is wrong.
    `as_of` is the day on which findings are looked for.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise GraphtoolError.at(path, Said(_NOT_READ, why=reason(error))) from None
    steps = raw.get("step")
    problems = [
        _problem(path.name, 0, key, _unknown(key, ["step"])) for key in raw if key != "step"
    ]
    if not isinstance(steps, list) or not steps or not all(isinstance(s, dict) for s in steps):
        raise_all([*problems, Problem("error", "story", Said(_NO_STEPS), path.name)])
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
        raise GraphtoolError(together(listing(found), "\n"))


def _problem(file: str, number: int, key: str, message: Said) -> Problem:
    where = Said(_STEP, file=file, number=number) if number else file
    return Problem("error", "story", message, where, 0, key)


def problem(story: Story, number: int, key: str, message: Said) -> Problem:
    """What is wrong with a key of a step, counted from 1.

    >>> found = problem(Story((), "tur.toml"), 2, "title", Said(_NO_TITLE))
    >>> print(found)
    tur.toml: step 2: title: is missing; a step has a title and a text
    >>> found.said.in_("nb")
    'tur.toml, steg 2, felt «title»: mangler; et steg har en tittel og en tekst'
    """
    return _problem(story.file or _STORY, number, key, message)


def _unknown(key: str, known: Iterable[str]) -> Said:
    return UnknownName("key", key, known).message


def _step(
    raw: Mapping[str, object], resolvers: Mapping[str, keys.Resolver]
) -> tuple[Step, list[Any]]:
    """A step, and what is wrong with which of its keys."""
    wrong: list[tuple[str, Said]] = []
    found: dict[str, Any] = {"title": "", "text": ""}
    for key, value in raw.items():
        try:
            if key not in resolvers:
                raise GraphtoolError(_unknown(key, resolvers))
            found[key] = resolvers[key](value)
        except GraphtoolError as error:
            several = error.each if isinstance(error, keys.Wrong) else [error.message]
            wrong += [(key, message) for message in several]
    wrong += _misfits(raw)
    ends = found.pop("from", ""), found.pop("to", "")
    words = [found.pop(name) or same("") for name in WORDS]
    found["path"] = ends if all(ends) else None
    fields = {_FIELDS.get(key, key): value for key, value in found.items()}
    return Step(words[0], words[1], State(**fields)), wrong


_FIELDS = {"hide-relations": "hide_relations", "municipality": "municipalities"}
"""Names of fields by the keys that differ from them."""


def _misfits(raw: Mapping[str, object]) -> list[tuple[str, Said]]:
    """Keys that need another, or cannot stand beside it."""
    wrong: list[tuple[str, Said]] = []
    if "title" not in raw:
        wrong.append(("title", Said(_NO_TITLE)))
    for key, other in (("from", "to"), ("to", "from"), ("steps", "node")):
        if key in raw and other not in raw:
            wrong.append((key, Said(_NEEDS, other=other)))
    pointers = [key for key in POINTERS if key in raw]
    if len(pointers) > 1:
        wrong.append((pointers[1], Said(_NOT_BESIDE, other=pointers[0])))
    return wrong
