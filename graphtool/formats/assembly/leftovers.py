"""What of a source was not read or not understood, from what was reported of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graphtool.errors import Problem
from graphtool.formats.sheets import CELLS, Ignored
from graphtool.graph.unread import Unread, in_order
from graphtool.language import normalised

COLUMNS = ("unknown-column", "free-column", "overlooked-column")
"""Rules of warnings, and with those of cells of answers that may be incomplete."""

LEAVING = frozenset((*COLUMNS, *CELLS, "row-left", "comments", "no-place", "folder-left"))
"""Rules of warnings that say of something that it was left."""


def leftovers(
    problems: Iterable[Problem], ignored: Iterable[Ignored], strangers: Iterable[str]
) -> tuple[Unread, ...]:
    """What was left, the gravest first; () where all was read and understood.

    `strangers` are names that match nobody.
    """
    found = [
        Unread("sheet", _tidy(one.file), tuple(map(_tidy, one.columns)), one.rows)
        for one in ignored
    ]
    columns: dict[str, dict[str, None]] = {}
    cells: dict[str, Counter[str]] = {}
    rows: dict[str, list[str]] = {}
    for problem in problems:
        if problem.severity != "warning" or problem.rule not in LEAVING:
            continue
        file = _tidy(problem.file.partition("#")[0])
        if problem.rule in COLUMNS:
            columns.setdefault(file, {})[_tidy(problem.column) or "-"] = None
        elif problem.rule in CELLS:
            cells.setdefault(file, Counter())[_tidy(problem.column) or "-"] += 1
        elif problem.rule == "row-left":
            rows.setdefault(file, []).append(str(problem.row))
        elif problem.rule == "comments":
            found.append(Unread("comments", file))
        elif problem.rule == "folder-left":
            found.append(Unread("folder", file))
        elif problem.rule == "no-place":
            found.append(Unread("others", file, (_tidy(problem.column),)))
    found += [Unread("columns", file, tuple(some), len(some)) for file, some in columns.items()]
    found += [Unread("rows", file, tuple(some), len(some)) for file, some in rows.items()]
    found += [Unread("cells", file, tuple(some), some.total()) for file, some in cells.items()]
    if several := tuple(dict.fromkeys(map(_tidy, strangers))):
        found.append(Unread("strangers", "", several, len(several)))
    return in_order(found)


def _tidy(name: str) -> str:
    return normalised(name).replace(";", ",")
