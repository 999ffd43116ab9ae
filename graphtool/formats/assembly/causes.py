"""Problems by cause: what follows from another problem is counted in it, not listed beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import PurePath

from graphtool import schema
from graphtool.errors import Problem
from graphtool.graph.dataset import sheet_name
from graphtool.language import natural

NODE_SHEETS = tuple(kind.file for kind in schema.KINDS.values())

LOST = frozenset(
    {
        "wrong-encoding",
        "unreadable",
        "open-quote",
        "ragged-row",
        "empty-file",
        "unknown-kind",
        "doubled-sheet",
        "missing-column",
    }
)
"""Rules that keep a file's rows, and with them the names in it, from being known."""
NAMES = frozenset({"unknown-source", "unknown-target", "unknown-node", "unresolved-name"})
"""Rules about names that match nothing."""
ONCE = NAMES | {"unknown-document", "ambiguous-name"}
"""Rules of which one name breaks many rows; it is reported once, with the rows."""
SHOWN = 3
"""Further rows that a message names; the rest is counted."""


def by_cause(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, each cause once and before what it may explain, then by file and row.

    A name that many rows hold is one problem, at the first of them. While a file of nodes or of
    documents cannot be read, names that match nothing are not judged, but counted in what keeps
    it from being read.
    """
    found = sorted(dict.fromkeys(problems), key=_place)
    nodes = [problem for problem in found if _loses(problem, NODE_SHEETS)]
    documents = [problem for problem in found if _loses(problem, ("documents",))]
    found = _counted(found, nodes, NAMES)
    found = _counted(found, documents, frozenset({"unknown-document"}))
    return sorted(_once(found), key=_order)


def _loses(problem: Problem, sheets: Sequence[str]) -> bool:
    """Whether the problem keeps the ids of one of these sheets from being known."""
    if problem.severity != "error" or problem.rule not in LOST:
        return False
    if problem.rule == "unknown-kind":  # of a sheet; that of a row says its column
        return not problem.column and sheets is NODE_SHEETS
    if problem.rule == "missing-column" and problem.column != "id":
        return False
    return sheet_name(PurePath(problem.file).stem) in sheets


def _counted(
    problems: list[Problem], causes: list[Problem], follows: frozenset[str]
) -> list[Problem]:
    """Without the problems of these rules where there is a cause for them, which counts them."""
    left_out = {problem.message for problem in problems if problem.rule in follows}
    if not causes or not left_out:
        return problems
    count = f"{len(left_out)} name{'' if len(left_out) == 1 else 's'}"
    said = f"{causes[0].message}; until it is read, {count} in other rows cannot be judged"
    kept = [problem for problem in problems if problem.rule not in follows]
    return [p._replace(message=said) if p is causes[0] else p for p in kept]


def _once(problems: list[Problem]) -> Iterable[Problem]:
    """Each name that matches nothing once, with the further rows that hold it."""
    rows: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        if problem.rule in ONCE:
            rows.setdefault((problem.severity, problem.message), []).append(problem)
    for problem in problems:
        if problem.rule not in ONCE:
            yield problem
            continue
        several = rows.pop((problem.severity, problem.message), [])
        if several:
            yield problem._replace(message=problem.message + _further(several))


def _further(several: list[Problem]) -> str:
    places = list(dict.fromkeys(f"{p.file}:{p.row}" if p.row else p.file for p in several))[1:]
    if not places:
        return ""
    more = f" and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
    return f"; so also in {', '.join(places[:SHOWN])}{more}"


def _order(problem: Problem) -> tuple[object, ...]:
    is_file = problem.severity == "error" and problem.rule in LOST and not problem.column
    rank = 0 if is_file else 1 if problem.rule in ONCE and problem.severity == "error" else 2
    return (rank, *_place(problem))


def _place(problem: Problem) -> tuple[object, ...]:
    return _natural(problem.file), problem.row, problem.column, problem.message


_natural = lru_cache(maxsize=65_536)(natural)
