"""What a person has said of her own sheets: `mapping.toml`, beside them, settles what is a guess.

sheets = ["Handlingsplan"]       # only these are read; without it all are
[columns]
"Ansvarleg eining" = "responsible"
"Intern kode" = "not read"
[header_rows]
"Handlingsplan" = 4
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from graphtool.errors import GraphtoolError, Problem, UnknownName
from graphtool.language import spelled
from graphtool.recognition import words
from graphtool.recognition.words import Meaning

FILE = "mapping.toml"
KEYS = ("sheets", "columns", "header_rows")


class Settled(NamedTuple):
    """What was said; empty where nothing was."""

    columns: Mapping[str, Meaning] = {}
    """What a heading means, whatever the table of words says."""
    header_rows: Mapping[str, int] = {}
    """Which row of a sheet holds the headings."""
    sheets: tuple[str, ...] = ()
    """The sheets that are read, where not all are."""

    def reads(self, sheet: str) -> bool:
        """Whether a sheet is to be read."""
        return not self.sheets or words.key(sheet) in map(words.key, self.sheets)

    def as_table(self) -> dict[str, object]:
        """As it is written down."""
        out: dict[str, object] = {"sheets": list(self.sheets)} if self.sheets else {}
        if self.columns:
            out["columns"] = {heading: str(meant) for heading, meant in self.columns.items()}
        if self.header_rows:
            out["header_rows"] = dict(self.header_rows)
        return out


NOTHING = Settled()
"""Of sheets that nobody has said anything of."""


def meaning(word: str) -> Meaning:
    """What a person calls a meaning; raises `UnknownName` with the nearest for another.

    >>> str(meaning("responsible")), str(meaning("goal.Main")), meaning("not read").word
    ('responsible', 'Goal.main', 'not read')
    """
    known = words.meanings()
    found = known.get(spelled(word, tuple(known)))
    if found is None:
        raise UnknownName("meaning", word, known)
    return found


def place(source: Path) -> Path:
    """Where it lies: in the source's folder, or beside its file."""
    return (source if source.is_dir() else source.parent) / FILE


def beside(source: Path) -> tuple[Settled, list[Problem]]:
    """What is said beside a source, and everything that is wrong with how it is said."""
    file = place(source)
    if not file.is_file():
        return Settled(), []
    try:
        return settled(tomllib.loads(file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        return Settled(), [Problem("error", "bad-mapping", f"cannot be read: {error}", FILE)]


def settled(said: Mapping[str, object]) -> tuple[Settled, list[Problem]]:
    """What a table says, and what of it cannot be meant.

    >>> settled({"columns": {"Frist": "deadlin"}})[1][0].message
    "meaning 'deadlin' does not exist; did you mean 'deadline'?"
    """
    problems = [
        _problem(f"{key!r} is nothing that is known; known are {', '.join(KEYS)}")
        for key in said
        if key not in KEYS
    ]
    columns: dict[str, Meaning] = {}
    for heading, word in _entries(said, "columns", problems).items():
        try:
            columns[heading] = meaning(str(word))
        except GraphtoolError as error:
            problems.append(_problem(str(error), heading))
    rows: dict[str, int] = {}
    for sheet, number in _entries(said, "header_rows", problems).items():
        if isinstance(number, int) and number > 0:
            rows[sheet] = number
        else:
            problems.append(_problem(f"{number!r} is no number of a row", sheet))
    sheets = said.get("sheets", [])
    if not isinstance(sheets, list) or not all(isinstance(sheet, str) for sheet in sheets):
        problems.append(_problem("sheets is to be a list of names of sheets"))
        sheets = []
    return Settled(columns, rows, tuple(sheets)), problems


def _entries(said: Mapping[str, object], key: str, problems: list[Problem]) -> Mapping[str, object]:
    entries = said.get(key, {})
    if isinstance(entries, dict):
        return entries
    problems.append(_problem(f"{key} is to be a table"))
    return {}


def _problem(message: str, column: str = "") -> Problem:
    return Problem("error", "bad-mapping", message, FILE, 0, column)
