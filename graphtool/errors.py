"""What can go wrong, and how it is said: what, where, and what to do.

Library code raises these and never prints or exits; the command line turns them into a line on
stderr and exit code 2.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

SHOWN_PER_RULE = 50
"""A message lists this many problems of one rule and counts the rest."""


class GraphtoolError(Exception):
    """Something that the user can mend; its text is one clear line (or one a problem)."""


class SourceNotFound(GraphtoolError):
    """The source is not there, is empty, or is of a kind that no reader knows."""


class UnknownName(GraphtoolError):
    """A node, kind, relation or query that does not exist."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"{what} {name!r} does not exist{did_you_mean(name, known)}")


class Problem(NamedTuple):
    """One thing that is wrong with the data, and where.

    >>> print(Problem("error", "unknown-kind", "'Gaol' is no kind", "nodes.csv", 3, "kind"))
    nodes.csv:3: kind: 'Gaol' is no kind
    """

    severity: str
    """`error` (stops a query) or `warning` (does not)."""
    rule: str
    """Short name of the rule that was broken, as `unknown-kind`."""
    message: str
    """What is wrong with which value, and what was expected."""
    file: str = ""
    row: int = 0
    """Row in the file as a spreadsheet counts: the header is row 1. 0 where it has no row."""
    column: str = ""

    def __str__(self) -> str:
        place = self.file + (f":{self.row}" if self.row else "")
        return ": ".join(part for part in (place, self.column, self.message) if part)


class InvalidData(GraphtoolError):
    """The data breaks the vocabulary's rules; every problem is in `problems`, in order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        errors = [problem for problem in self.problems if problem.severity == "error"]
        count = f"{len(errors)} problem{'s' if len(errors) != 1 else ''} in the data"
        super().__init__("\n".join([f"{count}:", *listing(errors)]))


def listing(problems: Sequence[Problem]) -> list[str]:
    """The problems as lines, each rule cut at `SHOWN_PER_RULE` with a count of what was cut.

    >>> listing([Problem("error", "doubled-id", "id 'a' again", "goals.csv", 3, "id")])
    ["goals.csv:3: id: id 'a' again"]
    """
    shown: Counter[str] = Counter()
    lines = []
    for problem in problems:
        shown[problem.rule] += 1
        if shown[problem.rule] <= SHOWN_PER_RULE:
            lines.append(str(problem))
    for rule, count in shown.items():
        if count > SHOWN_PER_RULE:
            lines.append(f"... and {count - SHOWN_PER_RULE} more of the rule {rule}")
    return lines


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a message: the nearest known words, or nothing where none is near.

    >>> did_you_mean("Gaol", ["Goal", "Measure"])
    "; did you mean 'Goal'?"
    >>> did_you_mean("Goal", ["Goal", "Measure"])  # it is known: something else is wrong with it
    ''
    >>> did_you_mean("xyz", ["Goal"])
    ''
    """
    import difflib

    by_folded = {name.casefold(): name for name in known}
    if word in by_folded.values():
        return ""
    near = difflib.get_close_matches(word.casefold(), by_folded, n=3, cutoff=0.6)
    if not near:
        return ""
    return f"; did you mean {' or '.join(repr(by_folded[name]) for name in near)}?"
