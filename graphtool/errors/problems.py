"""What is wrong with the data: each problem with its place, and many of them as lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from graphtool.language import Language, Said, Text, in_language, together

SHOWN_PER_RULE = 50
"""A message lists this many problems of one rule and counts the rest."""
SEVERITIES = {
    "error": Text("feil", "feil", "error"),
    "warning": Text("advarsel", "åtvaring", "warning"),
}
"""What the gravity of a problem is called."""
_MORE = Text(
    "... og {n} til av regelen {rule}",
    "... og {n} til av regelen {rule}",
    "... and {n} more of the rule {rule}",
)
_ROW = Text("{file}, rad {row}", "{file}, rad {row}", "{file}:{row}")
_LINE = Text("{file}, linje {row}", "{file}, linje {row}", "{file}:{row}")
_COLUMN = Text("kolonne «{column}»", "kolonne «{column}»", "{column}")
_FIELD = Text("felt «{column}»", "felt «{column}»", "{column}")
_THEN = Text(", ", ", ", ": ")
_SPELT = re.compile(r"\.(?:json|graphml|toml)\b", re.IGNORECASE)
"""Files that have lines and fields, no rows and columns."""


class Problem(NamedTuple):
    """One thing that is wrong with the data, and where.

    >>> message = Said(Text("finnes ikke", "finst ikkje", "does not exist"))
    >>> problem = Problem("error", "unknown-kind", message, "nodes.csv", 3, "kind")
    >>> print(problem)
    nodes.csv:3: kind: does not exist
    >>> problem.said.in_("nn")
    'nodes.csv, rad 3, kolonne «kind»: finst ikkje'
    """

    severity: str
    """`error` (stops a query) or `warning` (does not)."""
    rule: str
    """Short name of the rule that was broken, as `unknown-kind`."""
    message: Said
    """What is wrong with which value, and what was expected."""
    file: str = ""
    row: int = 0
    """Row in the file as a spreadsheet counts: the header is row 1. 0 where it has no row."""
    column: str = ""
    value: str = ""
    """The name or word that is wrong, where one is, whatever the message says of it."""

    def __str__(self) -> str:
        return str(self.said)

    @property
    def place(self) -> Said:
        """File and row, as a message names them; empty where it has neither."""
        return place(self.file, self.row)

    @property
    def said(self) -> Said:
        """The problem in one line: where, and what."""
        column = Said(_FIELD if _SPELT.search(self.file) else _COLUMN, column=self.column)
        parts = [part for part in (self.place, column if self.column else "") if part]
        where = together([word for part in parts for word in (_THEN, part)][1:])
        return together([where, ": ", self.message]) if parts else together([self.message])

    def record(self, language: Language) -> dict[str, object]:
        """Its fields by name, words in one language."""
        fields = self._asdict().items()
        return {
            name: in_language(value, language) if isinstance(value, str) else value
            for name, value in fields
        }


def place(file: str, row: int = 0) -> Said:
    """A file and one of its rows, as a message names them.

    >>> place("goals.csv", 3), place("plan.json", 7).in_("nb"), place("goals.csv").in_("nb")
    ('goals.csv:3', 'plan.json, linje 7', 'goals.csv')
    """
    if not row:
        return together([file])
    return Said(_row_of(file), file=file, row=row)


@lru_cache(maxsize=1024)
def _row_of(file: str) -> Text:
    return _LINE if _SPELT.search(file) else _ROW


def listing(problems: Sequence[Problem]) -> list[Said]:
    """The problems as lines, each rule cut at `SHOWN_PER_RULE` with a count of what was cut."""
    shown: Counter[str] = Counter()
    lines = []
    for problem in problems:
        shown[problem.rule] += 1
        if shown[problem.rule] <= SHOWN_PER_RULE:
            lines.append(problem.said)
    for rule, count in shown.items():
        if count > SHOWN_PER_RULE:
            lines.append(Said(_MORE, n=count - SHOWN_PER_RULE, rule=rule))
    return lines
