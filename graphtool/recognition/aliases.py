"""What a person has said of spellings: `aliases.toml`, beside the source, says which are one.

"Kongsberg Innovasjn" = "Kongsberg Innovasjon"   # the first is another spelling of the second
"Tinn Vekst" = "Tinn Vekst"                      # is itself, whatever it is near to
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from graphtool import atomic, spellings
from graphtool.errors import CANNOT_BE_READ, GraphtoolError, Problem, reason
from graphtool.language import Said, Text, together
from graphtool.recognition import mapping

FILE = "aliases.toml"
HEAD = """\
# Which spellings are one party: "spelling" = "the name that is meant".
# A name that is set to itself is a party of its own, and is not asked about again.
"""
_NO_NAME = Text(
    "skal være et navn i anførselstegn, ikke {name}",
    "skal vere eit namn i hermeteikn, ikkje {name}",
    "is to be a name in quotation marks, not {name!r}",
)
_CIRCLE = Text(
    "fører tilbake til seg selv, via «{name}»; si hvilket av dem som gjelder",
    "fører tilbake til seg sjølv, via «{name}»; sei kva for eit av dei som gjeld",
    "leads back to itself, by way of {name!r}; say which of them is meant",
)


class Aliases(NamedTuple):
    """Spellings and the names that are meant by them."""

    meant: Mapping[str, str] = {}
    """By `spellings.key` of a spelling, the name that is meant, which is no spelling of another."""

    def name(self, word: str) -> str:
        """What a word means: the name that is settled for it, else the word itself.

        >>> Aliases({"ki": "Kongsberg Innovasjon"}).name("KI")
        'Kongsberg Innovasjon'
        """
        return self.meant.get(spellings.key(word), word) if self.meant else word

    def settles(self, word: str) -> bool:
        """Whether a person has said anything of this spelling."""
        return bool(self.meant) and spellings.key(word) in self.meant


def beside(source: Path) -> tuple[Aliases, list[Problem]]:
    """What is said beside a source, and everything that is wrong with how it is said."""
    file = place(source)
    if not file.is_file():
        return Aliases(), []
    try:
        return read(tomllib.loads(file.read_text(encoding="utf-8-sig")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        return Aliases(), [_problem(Said(CANNOT_BE_READ, why=reason(error)))]


def place(source: Path) -> Path:
    """Where it lies: in the source's folder, or beside its file."""
    return mapping.place(source).with_name(FILE)


def read(said: Mapping[str, object]) -> tuple[Aliases, list[Problem]]:
    """What a table says, chains followed to their end, and what of it cannot be meant.

    >>> read({"KI": "K. Innovasjon", "K. Innovasjon": "Kongsberg Innovasjon"})[0].name("ki")
    'Kongsberg Innovasjon'
    >>> read({"a": "b", "b": "a"})[1][0].message
    "leads back to itself, by way of 'b'; say which of them is meant"
    """
    problems = []
    plain: dict[str, str] = {}
    for spelling, name in said.items():
        if isinstance(name, str) and name.strip():
            plain.setdefault(spellings.key(spelling), name.strip())
        else:
            problems.append(_problem(Said(_NO_NAME, name=name), spelling))
    meant = {}
    for spelling in plain:
        way = [spelling]
        while (last := spellings.key(plain[way[-1]])) in plain and last not in way:
            way.append(last)
        if last in way and last != way[-1]:
            message = Said(_CIRCLE, name=way[-1])
            problems.append(_problem(message, spelling))
        else:
            meant[spelling] = plain[way[-1]]
    return Aliases(meant), problems


def settle(source: Path, pairs: Iterable[tuple[str, str, str]]) -> tuple[Path, int]:
    """Writes spellings down, below what stands there: where, and how many were new.

    Each of `pairs` is a spelling, the name that is meant and a remark. What was settled before
    stays as it is, to the letter. Raises `GraphtoolError` where the file cannot be understood or
    the new lines contradict it; then nothing is written.
    """
    earlier, wrong = beside(source)
    file = place(source)
    if wrong:
        raise _refused(wrong)
    new: dict[str, str] = {}
    for spelling, name, remark in pairs:
        if not earlier.settles(spelling):
            line = f"{_quoted(spelling)} = {_quoted(name)}"
            new.setdefault(spellings.key(spelling), f"{line}  # {remark}" if remark else line)
    if not new:
        return file, 0
    before = file.read_bytes().decode("utf-8") if file.is_file() else HEAD
    end_of_line = "\r\n" if "\r\n" in before else "\n"
    before += "" if before.endswith("\n") else end_of_line
    text = before + "".join(line + end_of_line for line in new.values())
    _, wrong = read(tomllib.loads(text.removeprefix("\ufeff")))
    if wrong:
        raise _refused(wrong)
    with atomic.beside(file) as (draft, end):
        draft.write_text(text, encoding="utf-8", newline="")
        os.replace(draft, end)
    return file, len(new)


def _quoted(text: str) -> str:
    """As TOML writes a text: JSON's escapes are its own, but for DEL, which JSON leaves."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _refused(wrong: Iterable[Problem]) -> GraphtoolError:
    return GraphtoolError(together([problem.said for problem in wrong], "\n"))


def _problem(message: Said, column: str = "") -> Problem:
    return Problem("error", "bad-aliases", message, FILE, 0, column)
