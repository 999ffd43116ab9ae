"""Problems by cause: what follows from another problem is counted in it, not listed beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby, islice
from operator import attrgetter, lt
from pathlib import PurePath

from graphtool import schema
from graphtool.errors import NOTHING, Problem
from graphtool.graph.dataset import sheet_name
from graphtool.language import Said, Text, natural, number, together

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
_UNTIL = Text(
    "; før det kan leses, kan {names} i andre rader ikke vurderes",
    "; før det kan lesast, kan {names} i andre rader ikkje vurderast",
    "; until it is read, {names} in other rows cannot be judged",
)
_NAMES = Text("1 navn", "1 namn", "1 name"), Text("{n} navn", "{n} namn", "{n} names")
_FURTHER = Text(
    "; det samme i {places}{more}", "; det same i {places}{more}", "; so also in {places}{more}"
)
_MORE = Text(" og {n} til", " og {n} til", " and {n} more")


def by_cause(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, each cause once and before what it may explain, then by file and row.

    A name that many rows hold is one problem, at the first of them. While a file of nodes or of
    documents cannot be read, names that match nothing are not judged, but counted in what keeps
    it from being read.
    """
    found = _in_place(problems)
    if (LOST | ONCE).isdisjoint({problem.rule for problem in found}):
        return found  # as of most sources, however many the problems are
    lost = [problem for problem in found if problem.rule in LOST]
    nodes = [problem for problem in lost if _loses(problem, NODE_SHEETS)]
    documents = [problem for problem in lost if _loses(problem, ("documents",))]
    found = _counted(found, nodes, NAMES)
    found = _counted(found, documents, frozenset({"unknown-document"}))
    return sorted(_once(found), key=_rank)  # which leaves those of one rank as they are


def _loses(problem: Problem, sheets: Sequence[str]) -> bool:
    """Whether a problem that loses rows keeps the ids of one of these sheets from being known."""
    if problem.severity != "error":
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
    if not causes:
        return problems
    left_out = {_about(problem) for problem in problems if problem.rule in follows}
    if not left_out:
        return problems
    said = causes[0].message + Said(_UNTIL, names=number(len(left_out), *_NAMES))
    kept = [problem for problem in problems if problem.rule not in follows]
    return [p._replace(message=said) if p is causes[0] else p for p in kept]


def _once(problems: list[Problem]) -> Iterable[Problem]:
    """Each name that matches nothing once, with the further rows that hold it."""
    rows: dict[About, list[Problem]] = {}
    for problem in problems:
        if problem.rule in ONCE:
            rows.setdefault(_about(problem), []).append(problem)
    for problem in problems:
        if problem.rule not in ONCE:
            yield problem
            continue
        several = rows.pop(_about(problem), [])
        if several:
            yield problem._replace(message=problem.message + _further(several))


About = tuple[str, str, str]


def _about(problem: Problem) -> About:
    """What two problems have in common that are of one name: at either end, and in any column.

    Where a problem names no value, its message says what it is about.
    """
    rule = "" if problem.rule in NAMES else problem.rule
    return problem.severity, rule, problem.value or problem.message


def _further(several: list[Problem]) -> Said:
    places = list(dict.fromkeys(problem.place for problem in several))[1:]
    if not places:
        return NOTHING
    more = Said(_MORE, n=len(places) - SHOWN) if len(places) > SHOWN else NOTHING
    return Said(_FURTHER, places=together(places[:SHOWN], ", "), more=more)


def _rank(problem: Problem) -> int:
    is_file = problem.severity == "error" and problem.rule in LOST and not problem.column
    return 0 if is_file else 1 if problem.rule in ONCE and problem.severity == "error" else 2


def _in_place(problems: Iterable[Problem]) -> list[Problem]:
    """By file, row, column and message; each once."""
    files: dict[str, list[Problem]] = {}
    for file, run in groupby(problems, key=attrgetter("file")):
        files.setdefault(_natural(file), []).extend(run)
    return [one for file in sorted(files) for one in _by_row(files[file])]


def _by_row(problems: list[Problem]) -> list[Problem]:
    rows = [problem.row for problem in problems]
    if all(map(lt, rows, islice(rows, 1, None))):
        return problems  # in order, and of each row one: of the many of one rule, most are
    return sorted(dict.fromkeys(problems), key=attrgetter("row", "column", "message"))


_natural = lru_cache(maxsize=65_536)(natural)
