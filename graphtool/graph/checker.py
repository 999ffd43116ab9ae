"""Collects what is wrong with one raw table, column by column, with file and row.

Origins are optional columns `FILE` and `ROW` of the raw tables; without them the table's own
name and position stand in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from graphtool import dates
from graphtool.errors import Problem, did_you_mean
from graphtool.graph import texts
from graphtool.language import Said, Text

FILE, ROW = "in file", "in row"
"""Columns that say where a row was read; no header can be called so, as headers have no spaces."""
ENDS = ("source", "relation", "target")
Mask = np.ndarray
Words: TypeAlias = "Iterable[str] | pd.Series[Any]"
MAX_WITHOUT_SUGGESTION = 200
"""Distinct wrong words beyond which the nearest known word is no longer sought (it is slow)."""
LONGEST_VALUE = 200
"""Characters of a value that a message says."""
_NOT_GIVEN = Text("{column} mangler", "{column} manglar", "no {column} given")
_UNKNOWN = Text(
    "«{value}» er {what}{hint}", "«{value}» er {what}{hint}", "{value!r} is {what}{hint}"
)
_ONE_OF = Text(
    "; ventet ett av ordene {words}", "; venta eitt av orda {words}", "; expected one of {words}"
)
_NOT = Text(
    "«{value}» er ikke {expected}", "«{value}» er ikkje {expected}", "{value!r} is not {expected}"
)
_BACKWARDS = Text(
    "slutter {ends}, før den begynner {begins}",
    "sluttar {ends}, før den byrjar {begins}",
    "ends {ends}, before it begins {begins}",
)
_DOCUMENT = Text(
    "ikke et dokument som står i documents.csv",
    "ikkje eit dokument som står i documents.csv",
    "no document that documents.csv lists",
)
_LINE_NUMBER = Text(
    "et linjenummer (et helt tall fra 1)",
    "eit linjenummer (eit heilt tal frå 1)",
    "a line number (a whole number from 1)",
)
_WHOLE_NUMBER = Text("et helt tall", "eit heilt tal", "a whole number")


def _told(value: Any) -> Any:
    """A value as a message says it: of a whole page in a cell, the beginning."""
    if isinstance(value, str) and len(value) > LONGEST_VALUE:
        return f"{value[:LONGEST_VALUE]}…"
    return value


def _are_dates(words: np.ndarray) -> np.ndarray:
    return np.array([word == "" or dates.is_partial_date(word) for word in words], dtype=bool)


def _is_fraction(words: np.ndarray) -> np.ndarray:
    numbers = texts.parsed(words)
    with np.errstate(invalid="ignore"):  # of an infinite one
        fraction: np.ndarray = ~np.isnan(numbers) & (numbers % 1 != 0)
    return fraction


class Checker:
    """Collects problems of one raw table."""

    def __init__(self, table: pd.DataFrame, name: str) -> None:
        self.table = table
        self.name = name
        self.problems: list[Problem] = []

    def report(
        self,
        rule: str,
        wrong: Mask,
        column: str,
        message: Callable[[Any], Said],
        *,
        severity: str = "error",
    ) -> None:
        """A problem for every row where `wrong`; the message is made once a distinct value.

        >>> check = Checker(pd.DataFrame({"name": ["Vekst", "?", "?"]}), "goals")
        >>> unclear = Text("uklart: {name}", "uklart: {name}", "unclear: {name}")
        >>> wrong = (check.table["name"] == "?").to_numpy()
        >>> check.report("unclear", wrong, "name", lambda value: Said(unclear, name=value))
        >>> [(problem.row, problem.message) for problem in check.problems]
        [(3, 'unclear: ?'), (4, 'unclear: ?')]
        """
        rows: list[int] = np.flatnonzero(wrong).tolist()
        if not rows:
            return
        values = self.table[column].iloc[rows].tolist()
        said = {value: message(_told(value)) for value in dict.fromkeys(values)}
        for row, value in zip(rows, values, strict=True):
            self.report_row(rule, row, column, said[value], severity=severity, value=str(value))

    def report_row(
        self,
        rule: str,
        row: int,
        column: str,
        message: Said,
        *,
        severity: str = "error",
        value: str = "",
    ) -> None:
        """A problem of one row; an edge that a column made is told by that column's name.

        >>> check = Checker(pd.DataFrame({"source": ["a"], "column": ["owner"]}), "goals")
        >>> check.report_row("unclear", 0, "source", Said(Text("uklart", "uklart", "unclear")))
        >>> [(problem.file, problem.row, problem.column) for problem in check.problems]
        [('goals', 2, 'owner')]
        """
        file, number = self.place(row)
        if column in ENDS and "column" in self.table:
            made_by = self.table["column"].iat[row]
            column = made_by if isinstance(made_by, str) and made_by else column
        self.problems.append(Problem(severity, rule, message, file, number, column, value))

    def place(self, row: int) -> tuple[str, int]:
        """File and row number, as a spreadsheet counts, of a row of the table.

        >>> Checker(pd.DataFrame({"id": ["a"]}), "goals").place(0)  # below the row of headings
        ('goals', 2)
        >>> Checker(pd.DataFrame({FILE: ["plan.xlsx: Mål"], ROW: [9]}), "goals").place(0)
        ('plan.xlsx: Mål', 9)
        """
        if FILE in self.table:
            return str(self.table[FILE].iat[row]), int(self.table[ROW].iat[row])
        return self.name, int(row) + 2

    def require_given(self, *columns: str) -> None:
        """No row leaves any of these columns empty.

        >>> check = Checker(pd.DataFrame({"id": ["a", ""]}), "goals")
        >>> check.require_given("id")
        >>> [(problem.rule, problem.row, problem.message) for problem in check.problems]
        [('missing-id', 3, 'no id given')]
        """
        for column in columns:
            missing = (self.table[column] == "").to_numpy()
            said = Said(_NOT_GIVEN, column=column)
            self.report(f"missing-{column}", missing, column, lambda _, said=said: said)  # type: ignore[misc]

    def require_known(
        self, column: str, known: Words, what: Text, *, severity: str = "error"
    ) -> None:
        """Every value that is given is one of the known words; `what` says what another is not.

        >>> check = Checker(pd.DataFrame({"kind": ["Goal", "", "Gaol"]}), "goals")
        >>> no_kind = Text("ingen slags", "ingen slags", "no kind")
        >>> check.require_known("kind", ["Goal", "Plan"], no_kind)
        >>> [problem.message for problem in check.problems]
        ["'Gaol' is no kind; did you mean 'Goal'?"]
        """
        wrong = ~texts.among(self.table[column], known)
        wrong[wrong] = (self.table[column][wrong] != "").to_numpy()
        if not wrong.any():
            return
        words = [word for word in known if word]
        self.report(
            f"unknown-{column}",
            wrong,
            column,
            self._unknown(what, words, wrong, column),
            severity=severity,
        )

    def _unknown(
        self, what: Text, words: list[str], wrong: Mask, column: str
    ) -> Callable[[str], Said]:
        if self.table[column][wrong].nunique() > MAX_WITHOUT_SUGGESTION or len(words) > 10_000:
            return lambda value: Said(_UNKNOWN, value=value, what=what, hint="")

        def message(value: str) -> Said:
            hint = did_you_mean(value, words)
            if not hint and 0 < len(words) <= 20:
                hint = Said(_ONE_OF, words=", ".join(words))
            return Said(_UNKNOWN, value=value, what=what, hint=hint)

        return message

    def require_number(
        self, column: str, low: float, high: float, expected: Text
    ) -> pd.Series[Any]:
        """Every value that is given is a number in the range; the numbers, NaN where not.

        >>> check = Checker(pd.DataFrame({"share": ["0.5", "", "half"]}), "relations")
        >>> expected = Text("et tall fra 0 til 1", "eit tal frå 0 til 1", "a number from 0 to 1")
        >>> check.require_number("share", 0, 1, expected).tolist()
        [0.5, nan, nan]
        >>> [problem.message for problem in check.problems]
        ["'half' is not a number from 0 to 1"]
        """

        def is_wrong(words: np.ndarray) -> np.ndarray:
            numbers = texts.parsed(words)
            fits = (numbers >= low) & (numbers <= high) & np.isfinite(numbers)
            wrong: np.ndarray = (words != "") & ~fits
            return wrong

        self.report(
            f"bad-{column}",
            texts.each(self.table[column], is_wrong),
            column,
            lambda value: Said(_NOT, value=value, expected=expected),
        )
        return texts.numbers(self.table[column])

    def require_dates(self) -> None:
        """`valid_from` and `valid_to` are dates, and in order.

        >>> rows = pd.DataFrame({"valid_from": ["2020", ""], "valid_to": ["2019", ""]})
        >>> check = Checker(rows, "goals")
        >>> check.require_dates()
        >>> [problem.message for problem in check.problems]
        ['ends 2019, before it begins 2020']
        """
        good = {}
        for column in ("valid_from", "valid_to"):
            good[column] = texts.each(self.table[column], _are_dates)
            self.report(
                "bad-date",
                ~good[column],
                column,
                lambda value: Said(dates.NO_DATE, value=value, expected=dates.EXPECTED),
            )
        (begins, begin_of), (ends, end_of) = (texts.distinct(self.table[name]) for name in good)
        # Of each pair of days, which many rows may have, it is asked once.
        pairs = begin_of * np.int64(len(ends)) + end_of
        is_good = good["valid_from"] & good["valid_to"]
        wrong = {}
        for pair in pd.unique(pairs[is_good]).tolist() if any(begins) and any(ends) else ():
            begin, end = begins[pair // len(ends)], ends[pair % len(ends)]
            if begin and end and dates.runs_backwards(begin, end):
                wrong[pair] = Said(_BACKWARDS, ends=end, begins=begin)
        for row in np.flatnonzero(is_good & np.isin(pairs, [*wrong])).tolist() if wrong else ():
            self.report_row("backwards", row, "valid_to", wrong[int(pairs[row])])

    def require_evidence(self, documents: Words) -> None:
        """The document is listed and the line is a whole number from 1.

        >>> check = Checker(pd.DataFrame({"document": ["plan", ""], "line": ["1.5", ""]}), "goals")
        >>> check.require_evidence(["plan"])
        >>> [(problem.rule, problem.message) for problem in check.problems]
        [('bad-line', "'1.5' is not a whole number")]
        """
        self.require_known("document", documents, _DOCUMENT)
        self.require_number("line", 1, 2**31 - 1, _LINE_NUMBER)
        fraction = texts.each(self.table["line"], _is_fraction)
        self.report(
            "bad-line", fraction, "line", lambda v: Said(_NOT, value=v, expected=_WHOLE_NUMBER)
        )
