"""What can go wrong, and how it is said: what, where, and what to do.

Library code raises these and never prints or exits; the command line turns them into a line on
stderr, in the user's language, and exit code 2. As texts they are English.
"""

from __future__ import annotations

import errno
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, Self

from graphtool.language import OR, Language, Said, Text, number, same, together, told

SHOWN_PER_RULE = 50
"""A message lists this many problems of one rule and counts the rest."""
SEVERITIES = {
    "error": Text("feil", "feil", "error"),
    "warning": Text("advarsel", "åtvaring", "warning"),
}
"""What the gravity of a problem is called."""
NOTHING = Said(same(""))
"""Nothing more to say."""
CANNOT_BE_READ = Text("kan ikke leses: {why}", "kan ikkje lesast: {why}", "cannot be read: {why}")
CANNOT_BE_OPENED = Text(
    "kan ikke åpnes: {why}", "kan ikkje opnast: {why}", "cannot be opened: {why}"
)
_EXISTS_NOT = Text(
    "{what} «{name}» finnes ikke{hint}",
    "{what} «{name}» finst ikkje{hint}",
    "{what} {name!r} does not exist{hint}",
)
What = Literal[
    "finding",
    "key",
    "kind",
    "language",
    "meaning",
    "municipality",
    "node",
    "party",
    "query",
    "relation",
    "theme",
    "view",
]
"""What may be called by a name that does not exist."""
_WHATS: dict[What, Text] = {
    "finding": Text("funnet", "funnet", "finding"),
    "key": Text("nøkkelen", "nøkkelen", "key"),
    "kind": Text("typen", "typen", "kind"),
    "language": Text("språket", "språket", "language"),
    "meaning": Text("betydningen", "tydinga", "meaning"),
    "municipality": Text("kommunen", "kommunen", "municipality"),
    "party": Text("parten", "parten", "party"),
    "node": Text("navnet eller id-en", "namnet eller id-en", "node"),
    "query": Text("spørsmålet", "spørsmålet", "query"),
    "relation": Text("sammenhengen", "samanhengen", "relation"),
    "theme": Text("fargetemaet", "fargetemaet", "theme"),
    "view": Text("visningen", "visinga", "view"),
}
_PROBLEMS = (
    Text("1 feil i dataene:", "1 feil i dataa:", "1 problem in the data:"),
    Text("{n} feil i dataene:", "{n} feil i dataa:", "{n} problems in the data:"),
)
_MORE = Text(
    "... og {n} til av regelen {rule}",
    "... og {n} til av regelen {rule}",
    "... and {n} more of the rule {rule}",
)
_MEANT = Text("; mente du {names}?", "; meinte du {names}?", "; did you mean {names}?")
_NAME = Text("«{name}»", "«{name}»", "{name!r}")
_ROW = Text("{file}, rad {row}", "{file}, rad {row}", "{file}:{row}")
_LINE = Text("{file}, linje {row}", "{file}, linje {row}", "{file}:{row}")
_COLUMN = Text("kolonne «{column}»", "kolonne «{column}»", "{column}")
_FIELD = Text("felt «{column}»", "felt «{column}»", "{column}")
_THEN = Text(", ", ", ", ": ")
_SPELT = re.compile(r"\.(?:json|graphml|toml)\b", re.IGNORECASE)
"""Files that have lines and fields, no rows and columns."""
_PARSER = Text("«{words}»", "«{words}»", "{words}")
"""What a parser says is English alone."""
_REASONS = {
    errno.EACCES: Text("ingen tilgang", "ingen tilgang", "Permission denied"),
    errno.EPERM: Text("ikke tillatt", "ikkje tillate", "Operation not permitted"),
    errno.ENOENT: Text(
        "filen eller mappen finnes ikke",
        "fila eller mappa finst ikkje",
        "No such file or directory",
    ),
    errno.EISDIR: Text("er en mappe", "er ei mappe", "Is a directory"),
    errno.ENOTDIR: Text("er ingen mappe", "er inga mappe", "Not a directory"),
    errno.ENOSPC: Text("disken er full", "disken er full", "No space left on device"),
    errno.EROFS: Text("disken kan bare leses", "disken kan berre lesast", "Read-only file system"),
    errno.ENAMETOOLONG: Text("navnet er for langt", "namnet er for langt", "File name too long"),
    errno.EADDRINUSE: Text("er opptatt", "er oppteken", "Address already in use"),
    errno.EBUSY: Text("er i bruk", "er i bruk", "Device or resource busy"),
}
"""What a system most often refuses, in words; all else it says itself, in English."""


class GraphtoolError(Exception):
    """Something that the user can mend; its text is one clear line (or one a problem)."""

    _why: Said | None = None

    @classmethod
    def at(cls, path: object, why: Said) -> Self:
        """What is wrong with a path."""
        where = path if isinstance(path, Said) else str(path)
        error = cls(together([where, ": ", why]))
        error._why = why
        return error

    @property
    def why(self) -> Said:
        """What is wrong, without the path that it is wrong with."""
        return self._why or self.message

    @property
    def message(self) -> Said:
        """What it says."""
        said = self.args[0] if self.args else ""
        return said if isinstance(said, Said) else together([said])

    def in_(self, language: Language) -> str:
        """What it says in one language; in English where it is known in no other."""
        return self.message.in_(language)


class SourceNotFound(GraphtoolError):
    """The source is not there, is empty, or is of a kind that no reader knows."""


class UnknownName(GraphtoolError):
    """A node, kind, relation or query that does not exist."""

    def __init__(self, what: What, name: str, known: Iterable[str]) -> None:
        super().__init__(
            Said(_EXISTS_NOT, what=_WHATS[what], name=name, hint=did_you_mean(name, known))
        )


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
            name: told(value, language) if isinstance(value, str) else value
            for name, value in fields
        }


def place(file: str, row: int = 0) -> Said:
    """A file and one of its rows, as a message names them.

    >>> place("goals.csv", 3), place("plan.json", 7).in_("nb"), place("goals.csv").in_("nb")
    ('goals.csv:3', 'plan.json, linje 7', 'goals.csv')
    """
    if not row:
        return together([file])
    return Said(_LINE if _SPELT.search(file) else _ROW, file=file, row=row)


class InvalidData(GraphtoolError):
    """The data breaks the vocabulary's rules; every problem is in `problems`, in order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        errors = [problem for problem in self.problems if problem.severity == "error"]
        count = Said(number(len(errors), *_PROBLEMS))
        super().__init__(together([count, *listing(errors)], "\n"))


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


def did_you_mean(word: str, known: Iterable[str]) -> Said:
    """The end of a message: the nearest known words, or nothing where none is near.

    >>> did_you_mean("Gaol", ["Goal", "Measure"]), did_you_mean("Gaol", ["Goal"]).in_("nb")
    ("; did you mean 'Goal'?", '; mente du «Goal»?')
    >>> did_you_mean("Goal", ["Goal", "Measure"])  # it is known: something else is wrong with it
    ''
    >>> did_you_mean("xyz", ["Goal"])
    ''
    """
    import difflib

    by_folded = {name.casefold(): name for name in known}
    if word in by_folded.values():
        return NOTHING
    near = difflib.get_close_matches(word.casefold(), by_folded, n=3, cutoff=0.6)
    return meant([by_folded[name] for name in near]) if near else NOTHING


def unopened(path: object, error: OSError) -> SourceNotFound:
    """What to raise of a source that the system does not open."""
    return SourceNotFound.at(path, Said(CANNOT_BE_OPENED, why=reason(error)))


def meant(names: Iterable[str]) -> Said:
    """The question whether one of these was meant.

    >>> meant(["Goal", "Gap"])
    "; did you mean 'Goal' or 'Gap'?"
    """
    said = [Said(_NAME, name=name) for name in names]
    either = [part for name in said for part in (OR, name)][1:]
    return Said(_MEANT, names=together(either))


def reason(error: Exception) -> str:
    """Why the system or a parser refuses, in the user's language where that is known."""
    if isinstance(error, OSError):
        known = _REASONS.get(error.errno or 0)
        return Said(known) if known else error.strerror or str(error)
    return Said(_PARSER, words=error)
