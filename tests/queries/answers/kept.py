"""Answers kept as text: what a query says of a graph, with its options one by one.

A file for each graph and query. First the columns, then the rows of the answer without options,
a line each with tabs between the cells, then its notes in bokmål. Of an answer with options only
what is unlike that one, or one that is named, follows: `-` before a line that it lacks, `+` before
one that it has; `=` before each of its lines where these are fewer.
"""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from graphtool import PlanGraph, engine, formats, queries
from graphtool.queries.query import Query
from tests.queries.answers.fjords import DAYS, fjords

HERE = Path(__file__).parent
DATA = Path(__file__).parents[3] / "data"


def _region(name: str) -> PlanGraph:
    return formats.read(DATA / name).graph


GRAPHS: dict[str, Callable[[], PlanGraph]] = {
    "fjordane": fjords,
    **{path.name: lambda path=path: _region(path.name) for path in sorted(DATA.glob("*/"))},  # type: ignore[misc]
}
"""The graphs that are asked, by the name of the folder that their answers lie in."""

DAY = DAYS[2]
"""The day on which the other options are asked too."""
NUMBERS: dict[str, tuple[Any, ...]] = {
    "steps": (1, 2, 4, 6),
    "resolution": (0.5, 2.0),
    "share": (0.25, 1.0),
    "max_steps": (1, 2),
    "kind": (("stated",), ("carried out", "hosted")),
    "from_": ("sund",),
    "to": ("sund",),
    "most": (1,),
    "least": (1, 3),
    "alike": (50.0,),
    "measure": (("degree", "constraint"),),
    "node": (("elv",), ("by",), ("m2", "vei"), ("nett", "fond")),
}
SOME_RELATIONS = {
    "assertions": (("OWNS",), ("SUCCEEDED_BY", "MEMBER_OF")),
    "party-relations": (("MEMBER_OF",), ("OWNS", "FUNDS")),
    "similarity-of-relations": (("MEMBER_OF", "TOGETHER"), ("OWNS", "FUNDS")),
    "owners": (("OWNS",), ("COORDINATES",), ("RESPONSIBLE_FOR", "SUPPORTS")),
}
SOME_WORDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "through": (("MEMBER_OF",), ("LEADS", "COLLABORATES_WITH")),
    "kinds": (("forum",), ("Plan", "Project")),
}
SOME_KINDS = (("Resource", "Project", "Effect"), ("Measure",))
UNSHOWN = {"kristiansandsregionen": {"quote"}, "kongsbergregionen": {"quote"}}
"""Columns that are left out of `assertions`: the quotes are as long as all the rest."""


def path(graph: str, query: str) -> Path:
    """Where the answers of a graph to a query are kept."""
    return HERE / graph / f"{query}.txt"


def told(name: str, graph: PlanGraph, query: Query) -> str:
    """All that is kept of a graph's answers to a query; with options only of the small graph."""
    return plain(name, graph, query) + (unlike(graph, query) if name == "fjordane" else "")


def plain(name: str, graph: PlanGraph, query: Query) -> str:
    """The columns, and the rows and notes of the answer without options."""
    left_out = UNSHOWN.get(name, set()) if query.name == "assertions" else set()
    shown = [field.name for field in query.fields if field.name not in left_out]
    return "\n".join(["\t".join(shown), *_lines(graph, query, {}, shown)]) + "\n"


def unlike(graph: PlanGraph, query: Query) -> str:
    """What answers with options have that those beside them lack, and the other way round."""
    parts = [["", heading(*pair), *differing(graph, query, *pair)] for pair in asked(query)]
    return "".join(f"{line}\n" for part in parts for line in part)


def heading(options: dict[str, Any], beside: dict[str, Any]) -> str:
    """What stands above the difference between two answers."""
    return f"## {said(options)}" + (f" (beside {said(beside)})" if beside else "")


def said(options: dict[str, Any]) -> str:
    """Options as text."""
    return " ".join(
        f"{name}={','.join(value) if isinstance(value, tuple) else value}"
        for name, value in options.items()
    )


def differing(
    graph: PlanGraph, query: Query, options: dict[str, Any], beside: dict[str, Any]
) -> list[str]:
    """The lines of an answer that the one beside it has not, and the other way round."""
    shown = [field.name for field in query.fields]
    one, other = (_lines(graph, query, given, shown) for given in (beside, options))
    lines = [line[0] + line[2:] for line in difflib.ndiff(one, other) if line[0] in "-+"]
    return lines if len(lines) <= len(other) else [f"={line}" for line in other]


def asked(query: Query) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every option at each of its other values, every day, two by two; and what it is beside."""
    other = _other_values(query)
    singles = [{name: value} for name, values in other.items() for value in values]
    yield from ((one, {}) for one in singles)
    carry = next(p.default for p in query.parameters if p.name == "successors")
    before: dict[str, Any] = {}
    for day in DAYS:
        yield {"as_of": day}, before
        before = {"as_of": day}
        yield {**before, "successors": "keep" if carry == "carry" else "carry"}, before
    if query.asks:  # then its rows follow from those of a query that is asked all of this
        return
    for one, two in itertools.combinations(other, 2):
        for a, b in itertools.product(other[one], other[two]):
            yield {one: a, two: b}, {one: a}
    yield from (({"as_of": DAY, **one}, {"as_of": DAY}) for one in singles)


def _other_values(query: Query) -> Mapping[str, tuple[Any, ...]]:
    """The values of each option but its default; not those that say when."""
    found: dict[str, tuple[Any, ...]] = {}
    for option in query.parameters:
        if option.name in ("as_of", "successors"):
            continue
        if option.name == "kind" and "Resource" in option.choices:
            values: tuple[Any, ...] = SOME_KINDS
        elif option.multiple and (option.node or option.name == "measure"):
            values = NUMBERS[option.name]
        elif option.multiple and option.name != "kind":
            words = SOME_RELATIONS.get(query.name, SOME_RELATIONS["owners"])
            values = SOME_WORDS.get(option.name, words)
        elif option.type is bool:
            values = (False, True)
        else:
            values = NUMBERS.get(option.name) or option.choices
        found[option.name] = tuple(value for value in values if value != option.default)
    return found


def _lines(graph: PlanGraph, query: Query, options: dict[str, Any], shown: list[str]) -> list[str]:
    key = (graph.name, query.name, said(options), len(shown))
    if key not in _known:
        answer = engine.run(query.name, graph, **options)
        rows = ["\t".join(_cell(record[name]) for name in shown) for record in answer.records()]
        _known[key] = rows + [f"* {note.nb}" for note in answer.notes]
    return _known[key]


_known: dict[tuple[str, str, str, int], list[str]] = {}
"""Answers that have been asked for: many stand beside several others."""


def _cell(value: Any) -> str:
    if isinstance(value, tuple):  # the steps of a path
        return "; ".join(f"{step.relation} {step.document}:{step.line}" for step in value)
    return "" if value is None else str(value)


def every() -> list[tuple[str, str]]:
    """Each graph with each query."""
    return list(itertools.product(GRAPHS, queries.QUERIES))
