"""Who is named in a cell: one party, several, a group that names nobody, or nobody yet."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from graphtool.recognition import words

_HARD = re.compile(r"[;\n|•]|\s\s\*\s")
_SOFT = re.compile(r"(\s*[,/+&]\s*|\s+(?:og|and|samt|and/or|og/eller)\s+)", re.IGNORECASE)
_AND = re.compile(r"\s*&\s*|\s+(?:og|and|samt)\s+", re.IGNORECASE)

Known = Callable[[str], bool]


class Named(NamedTuple):
    """What a part of a cell names."""

    name: str
    is_group: bool = False
    """It names a group and nobody in it: «alle kommunene»."""
    is_guess: bool = False
    """It holds a word that may part two names, and was kept whole or parted without knowing."""


class Parties(NamedTuple):
    """Everyone whom a cell names, in its order."""

    named: list[Named]
    nobody: list[str]
    """Parts that say that nobody is named yet."""


def parties(cell: str, known: Known) -> Parties:
    r"""Who is named in a cell; `known` says whether a name is somebody's.

    A name that is known stays whole, whatever it holds, also inside a list.

    >>> towns = {"rollag", "flesberg", "nore og uvdal"}
    >>> found = parties("Rollag, Nore og Uvdal, Flesberg", lambda name: name.casefold() in towns)
    >>> [one.name for one in found.named]
    ['Rollag', 'Nore og Uvdal', 'Flesberg']
    >>> parties("[Navn]", lambda _: False).nobody
    ['[Navn]']
    """
    out = Parties([], [])
    text = cell if known(words.plain(cell)) else None
    for part in [text] if text else _HARD.split(cell):
        for one in _part(words.plain(part), known):
            if words.names_nobody(one.name):
                out.nobody.append(one.name)
            elif one.name:
                out.named.append(one._replace(is_group=words.is_one("everybody", one.name)))
    return out


def _part(text: str, known: Known) -> list[Named]:
    """The names in what no semicolon and no line break parts."""
    if not text or known(text) or words.names_nobody(text) or words.is_one("everybody", text):
        return [Named(text)] if text else []
    pieces = _SOFT.split(text)
    if len(pieces) == 1:
        return [Named(text)]
    names, between = pieces[::2], pieces[1::2]
    if any(known(name) for name in names) or any("," in s or "/" in s or "+" in s for s in between):
        return _joined(names, between, known)
    return [Named(text, is_guess=True)]


def _joined(names: list[str], between: list[str], known: Known) -> list[Named]:
    """The pieces, those put together again that make a known name, the longest first.

    What «og» or & parts stays together where neither side is known: «plan og bygg».
    """
    found: list[Named] = []
    at = 0
    while at < len(names):
        for end in range(len(names), at, -1):
            whole = names[at] + "".join(
                mark + name
                for mark, name in zip(between[at : end - 1], names[at + 1 : end], strict=True)
            )
            if end - at == 1 or known(whole) or _hangs(names[at:end], between[at : end - 1], known):
                guess = end - at > 1 and not known(whole)
                found.append(Named(whole.strip(), is_guess=guess))
                at = end
                break
    return [one for one in found if one.name]


def _hangs(names: list[str], between: list[str], known: Known) -> bool:
    """Whether these are one unknown name with «og» in it."""
    return all(_AND.fullmatch(mark) for mark in between) and not any(map(known, names))
