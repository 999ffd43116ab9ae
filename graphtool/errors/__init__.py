"""What can go wrong, and how it is said: what, where, and what to do.

Library code raises these and never prints or exits; the command line turns them into a line on
stderr, in the user's language, and exit code 2. As texts they are English.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, Self

from graphtool.errors.problems import SEVERITIES, SHOWN_PER_RULE, Problem, listing, place
from graphtool.errors.suggestions import NOTHING, did_you_mean, meant
from graphtool.language import OR, Language, Said, Text, number, together

__all__ = [
    "CANNOT_BE_OPENED",
    "CANNOT_BE_READ",
    "NOTHING",
    "SEVERITIES",
    "SHOWN_PER_RULE",
    "GraphtoolError",
    "InvalidData",
    "Problem",
    "SharedName",
    "SourceNotFound",
    "UnknownName",
    "What",
    "did_you_mean",
    "listing",
    "meant",
    "place",
    "reason",
    "unopened",
]

CANNOT_BE_READ = Text("kan ikke leses: {why}", "kan ikkje lesast: {why}", "cannot be read: {why}")
CANNOT_BE_OPENED = Text(
    "kan ikke åpnes: {why}", "kan ikkje opnast: {why}", "cannot be opened: {why}"
)
_EXISTS_NOT = Text(
    "{what} «{name}» finnes ikke{day}{hint}",
    "{what} «{name}» finst ikkje{day}{hint}",
    "{what} {name!r} does not exist{day}{hint}",
)
_ON = Text(" per {day}", " per {day}", " as of {day}")
_SHARED = Text(
    "flere heter «{name}»: oppgi id-en, {ids}",
    "fleire heiter «{name}»: oppgje id-en, {ids}",
    "several are called {name!r}: give the id, {ids}",
)
_ID = Text("«{id}» ({kind})", "«{id}» ({kind})", "{id!r} ({kind})")
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
    """A node, kind, relation or query that does not exist, or a node that does not on a day.

    >>> str(UnknownName("node", "Søgne", ["Vennesla"], day="2021"))
    "node 'Søgne' does not exist as of 2021"
    """

    def __init__(self, what: What, name: str, known: Iterable[str], *, day: str = "") -> None:
        on = Said(_ON, day=day) if day else NOTHING
        hint = did_you_mean(name, known)
        super().__init__(Said(_EXISTS_NOT, what=_WHATS[what], name=name, day=on, hint=hint))


class SharedName(GraphtoolError):
    """A name that several nodes have, and so none by itself; `nodes` are their ids.

    It is not unknown: who looks elsewhere for what a graph does not know, does not for this.

    >>> from graphtool.language import same
    >>> str(SharedName("Bu", {"f06": same("region"), "f33": same("region")}))
    "several are called 'Bu': give the id, 'f06' (region) or 'f33' (region)"
    """

    def __init__(self, name: str, kinds: Mapping[str, Text]) -> None:
        self.nodes = tuple(kinds)
        ids = [Said(_ID, id=node, kind=kind) for node, kind in kinds.items()]
        either = together([part for one in ids for part in (OR, one)][1:])
        super().__init__(Said(_SHARED, name=name, ids=either))


class InvalidData(GraphtoolError):
    """The data breaks the vocabulary's rules; every problem is in `problems`, in order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        errors = [problem for problem in self.problems if problem.severity == "error"]
        count = Said(number(len(errors), *_PROBLEMS))
        super().__init__(together([count, *listing(errors)], "\n"))


def unopened(path: object, error: OSError) -> SourceNotFound:
    """What to raise of a source that the system does not open."""
    return SourceNotFound.at(path, Said(CANNOT_BE_OPENED, why=reason(error)))


def reason(error: Exception) -> str:
    """Why the system or a parser refuses, in the user's language where that is known."""
    if isinstance(error, OSError):
        known = _REASONS.get(error.errno or 0)
        return Said(known) if known else error.strerror or str(error)
    return Said(_PARSER, words=error)
