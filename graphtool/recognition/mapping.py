"""What a person has said of her own sheets: `mapping.toml`, beside them, settles what is a guess.

sheets = ["Handlingsplan"]       # only these are read; without it all are
[columns]
"Ansvarleg eining" = "responsible"
"Intern kode" = "not read"
"Fra fylket" = "1000 kr"         # in thousands; or "kr", "mill. kr", "figure"
[header_rows]
"Handlingsplan" = 4
[relations]                      # what each row of a list of pairs is
"Samarbeid" = "COLLABORATES_WITH"
[marks]                          # what letters in a matrix mean
"K" = "participants"
[dates]                          # what stands first in the dates of a column: "day" or "month"
"Frist" = "day"

Of a folder with several workbooks, a sheet may be named with its file, as `Tinn.xlsx/Ark1`, a file
may stand for all its sheets, and before a heading either says where it means this. A folder within
is named with a slash at its end, as `Tinn/`, and stands for all that is read in it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from graphtool import schema
from graphtool.errors import (
    CANNOT_BE_READ,
    GraphtoolError,
    Problem,
    UnknownName,
    did_you_mean,
    reason,
)
from graphtool.language import Said, Text, spelled
from graphtool.recognition import graph_words, heading_words, meanings, moments, wording, words
from graphtool.recognition.meanings import Meaning

FILE = "mapping.toml"
KEYS = ("sheets", "columns", "header_rows", "relations", "marks", "dates")
FILES = ("csv", "tsv", "txt", "xlsx", "xlsm", "ods")
"""How the names of files end that hold sheets."""
Value = TypeVar("Value")
_UNKNOWN_KEY = Text(
    "«{key}» er ukjent; kjente nøkler er {keys}",
    "«{key}» er ukjend; kjende nøklar er {keys}",
    "{key!r} is nothing that is known; known are {keys}",
)
_NO_ROW = Text(
    "«{number}» er ikke noe radnummer",
    "«{number}» er ikkje noko radnummer",
    "{number!r} is no number of a row",
)
_NO_ROLE = Text(
    "«{word}» er ingen rolle, som ansvarlig eller deltakere",
    "«{word}» er inga rolle, som ansvarleg eller deltakarar",
    "{word!r} is no role, as responsible or participants are",
)
_NO_ORDER = Text(
    "«{word}» sier ikke hva som står først i datoene; skriv dag eller måned",
    "«{word}» seier ikkje kva som står først i datoane; skriv dag eller månad",
    "{word!r} does not say what stands first in the dates; write day or month",
)
_SHEETS = Text(
    "sheets skal være en liste med navn på ark",
    "sheets skal vere ei liste med namn på ark",
    "sheets is to be a list of names of sheets",
)
_TABLE = Text("{key} skal være en tabell", "{key} skal vere ein tabell", "{key} is to be a table")


class Settled(NamedTuple):
    """What was said; empty where nothing was."""

    columns: Mapping[str, Meaning] = {}
    """What a heading means, whatever the table of words says."""
    header_rows: Mapping[str, int] = {}
    """Which row of a sheet holds the headings."""
    sheets: tuple[str, ...] = ()
    """The sheets that are read, where not all are."""
    relations: Mapping[str, str] = {}
    """By sheet, what the connections in it are, where no column says it."""
    marks: Mapping[str, str] = {}
    """The role that a letter in a matrix gives, empty for none."""
    dates: Mapping[str, moments.Order] = {}
    """What stands first in the dates under a heading: the day, or the month."""

    def relation(self, *names: str) -> str:
        """What the connections in a sheet are; empty where nobody has said it.

        `names` are what the sheet may be called, the most precise first: `Tinn.xlsx/Ark1`, `Ark1`.
        """
        return _of(self.relations, names) or ""

    def header_row(self, *names: str) -> int | None:
        """Which row of a sheet holds the headings; None where nobody has said it."""
        return _of(self.header_rows, names)

    def meanings(self, *names: str) -> dict[str, Meaning]:
        """What headings mean in a file or sheet, by `wording.key`: the last name counts most.

        >>> said = Settled({"Hvem": meaning("owner"), "Tinn.xlsx/Hvem": meaning("leader")})
        >>> {key: str(found) for key, found in said.meanings("Tinn.xlsx", "Tinn.xlsx/Plan").items()}
        {'hvem': 'leader', 'tinn.xlsx/hvem': 'leader'}
        """
        return _by_heading(self.columns, names)

    def orders(self, *names: str) -> dict[str, moments.Order]:
        """What stands first in dates, by headings, as `meanings` has these."""
        return _by_heading(self.dates, names)

    def reads(self, *names: str) -> bool:
        """Whether a sheet is to be read that is called so, or lies in a file or folder that is."""
        called = {wording.key(one) for name in names for one in (name, *_folders(name))}
        return not self.sheets or not called.isdisjoint(map(wording.key, self.sheets))

    def opens(self, file: str) -> bool:
        """Whether a file of a folder is to be opened: it may hold a sheet that is to be read.

        >>> Settled(sheets=("Tinn/plan.xlsx/Mål", "Rollag/")).opens("Rollag/2025/plan.xlsx")
        True
        """
        if not self.sheets or any(_file(sheet) is None for sheet in self.sheets):
            return True
        named = {wording.key(_file(sheet) or "") for sheet in self.sheets}
        return not named.isdisjoint(map(wording.key, (file, *_folders(file))))

    def as_table(self) -> dict[str, object]:
        """As it is written down."""
        out: dict[str, object] = {"sheets": list(self.sheets)} if self.sheets else {}
        if self.columns:
            out["columns"] = {heading: str(meant) for heading, meant in self.columns.items()}
        if self.header_rows:
            out["header_rows"] = dict(self.header_rows)
        if self.relations:
            out["relations"] = dict(self.relations)
        if self.marks:
            out["marks"] = {
                letter: role or meanings.UNREAD.word for letter, role in self.marks.items()
            }
        if self.dates:
            out["dates"] = dict(self.dates)
        return out


def _by_heading(said: Mapping[str, Value], names: Iterable[str]) -> dict[str, Value]:
    """What is said of headings in a file or sheet, by `wording.key`: the last name counts most."""
    out = {wording.key(heading): value for heading, value in said.items()}
    for name in names:
        begin = f"{name.casefold()}/"
        for heading, value in said.items():
            if heading.casefold().startswith(begin):
                out[wording.key(heading[len(begin) :])] = value
    return out


def _of(said: Mapping[str, Value], names: Iterable[str]) -> Value | None:
    """What is said of the first of these names of which anything is."""
    by_key = {wording.key(name): value for name, value in said.items()}
    return next((by_key[key] for key in map(wording.key, names) if key in by_key), None)


def _file(sheet: str) -> str | None:
    """The file in which a sheet lies that is named with it, or that it is; None for a mere title.

    A folder, which ends in a slash, stands for all that lies in it.

    >>> _file("Tinn.xlsx/Plan"), _file("2025/Tinn.xlsx"), _file("Tinn/"), _file("Plan 2. utkast")
    ('Tinn.xlsx', '2025/Tinn.xlsx', 'Tinn/', None)
    """
    if sheet.endswith("/"):
        return sheet
    steps = sheet.split("/")
    for at, step in enumerate(steps, start=1):
        if step.rpartition(".")[2].casefold() in FILES:
            return "/".join(steps[:at])
    return None


def _folders(file: str) -> list[str]:
    """The folders in which a file lies, each as a person names it.

    >>> _folders("Tinn/2025/plan.xlsx")
    ['Tinn/', 'Tinn/2025/']
    """
    steps = file.split("/")[:-1]
    return ["/".join(steps[:at]) + "/" for at in range(1, len(steps) + 1)]


NOTHING = Settled()
"""Of sheets that nobody has said anything of."""


def meaning(word: str) -> Meaning:
    """What a person calls a meaning, in any of the languages, or as a heading that is known.

    Raises `UnknownName` with the nearest for another.

    >>> str(meaning("responsible")), str(meaning("goal.Main")), meaning("not read").word
    ('responsible', 'Goal.main', 'not read')
    >>> str(meaning("Ansvarleg")), str(meaning("hovedmål")), meaning("ikke lest").word
    ('responsible', 'Goal.main', 'not read')
    """
    known = meanings.by_word()
    found = known.get(spelled(word, tuple(known)))
    found = found or meanings.labelled().get(wording.key(word)) or heading_words.meaning(word)
    if found is None:
        near = known if did_you_mean(word, known) else {**known, **meanings.labelled()}
        raise UnknownName("meaning", word, near)
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
        return Settled(), [
            Problem("error", "bad-mapping", Said(CANNOT_BE_READ, why=reason(error)), FILE)
        ]


def settled(said: Mapping[str, object]) -> tuple[Settled, list[Problem]]:
    """What a table says, and what of it cannot be meant.

    >>> settled({"columns": {"Frist": "deadlin"}})[1][0].message
    "meaning 'deadlin' does not exist; did you mean 'deadline'?"
    """
    problems = [
        _problem(Said(_UNKNOWN_KEY, key=key, keys=", ".join(KEYS)))
        for key in said
        if key not in KEYS
    ]
    columns: dict[str, Meaning] = {}
    for heading, word in _entries(said, "columns", problems).items():
        try:
            columns[heading] = meaning(str(word))
        except GraphtoolError as error:
            problems.append(_problem(error.message, heading))
    rows: dict[str, int] = {}
    for sheet, number in _entries(said, "header_rows", problems).items():
        if isinstance(number, int) and number > 0:
            rows[sheet] = number
        else:
            problems.append(_problem(Said(_NO_ROW, number=number), sheet))
    relations: dict[str, str] = {}
    for sheet, word in _entries(said, "relations", problems).items():
        found = graph_words.connection(str(word))
        if found and not found[1]:
            relations[sheet] = found[0]
        else:
            problems.append(
                _problem(UnknownName("relation", str(word), schema.RELATIONS).message, sheet)
            )
    marks = _marks(said, problems)
    dates = _dates(said, problems)
    sheets = said.get("sheets", [])
    if not isinstance(sheets, list) or not all(isinstance(sheet, str) for sheet in sheets):
        problems.append(_problem(Said(_SHEETS)))
        sheets = []
    return Settled(columns, rows, tuple(sheets), relations, marks, dates), problems


def _marks(said: Mapping[str, object], problems: list[Problem]) -> dict[str, str]:
    """The role that each letter gives, empty for none."""
    found: dict[str, str] = {}
    for letter, word in _entries(said, "marks", problems).items():
        try:
            role = meaning(str(word))
        except GraphtoolError as error:
            problems.append(_problem(error.message, letter))
            continue
        if role.group == "role" or role == meanings.UNREAD:
            found[letter.strip().upper()] = "" if role == meanings.UNREAD else role.word
        else:
            problems.append(_problem(Said(_NO_ROLE, word=word), letter))
    return found


def _dates(said: Mapping[str, object], problems: list[Problem]) -> dict[str, moments.Order]:
    """What stands first in the dates under each heading."""
    found: dict[str, moments.Order] = {}
    for heading, word in _entries(said, "dates", problems).items():
        first = words.order(str(word))
        if first:
            found[heading] = first
        else:
            problems.append(_problem(Said(_NO_ORDER, word=word), heading))
    return found


def _entries(said: Mapping[str, object], key: str, problems: list[Problem]) -> Mapping[str, object]:
    entries = said.get(key, {})
    if isinstance(entries, dict):
        return entries
    problems.append(_problem(Said(_TABLE, key=key)))
    return {}


def _problem(message: Said, column: str = "") -> Problem:
    return Problem("error", "bad-mapping", message, FILE, 0, column)
