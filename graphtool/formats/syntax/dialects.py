"""How a CSV file is spelled: for every program alike, or so that Excel shows what it holds.

Excel takes the delimiter and the decimal sign from the language of its user, and takes a text for
a formula, a date or a number where it looks like one. A tab before such a text keeps it a text; as
space around a text is none of it, it reads back as it was.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from graphtool.graph import cleaning
from graphtool.language import Language
from graphtool.recognition import words

_PLAIN_NUMBER = re.compile(r"0|[1-9]\d{0,14}")
"""What Excel shows as it stands, and counts with."""
_TAKEN = re.compile(
    r"[=+\-@\uff1d\uff0b\uff0d\uff20].*"  # for a formula, wide signs too (OWASP, CSV Injection)
    r"|\d[\d.,:/\s-]*(?:e[+-]?\d+)?"  # for a number, a date or a time
    rf"|(?:\d{{1,4}}[.\s/-]*)?(?:{'|'.join(words.months())})[.]?(?:[.\s/-]*\d{{1,4}})?"  # a date
    r"|true|false|sann|usann",
    re.IGNORECASE | re.DOTALL,
)
_COMMA = re.compile(r"[-+]?\d+,\d+(?:[eE][-+]?\d+)?")


class Dialect(NamedTuple):
    """How a file is spelled."""

    delimiter: str = ","
    decimal: str = "."
    line_end: str = "\n"
    for_excel: bool = False

    def number(self, value: object) -> str:
        """A number as the file has it; nothing is the empty text.

        >>> for_excel("nb").number(0.25), for_excel("en").number(0.25), PLAIN.number(None)
        ('0,25', '0.25', '')
        """
        return cleaning.as_text(value).replace(".", self.decimal)

    def text(self, value: str) -> str:
        r"""A text as the file has it.

        >>> excel = for_excel("nb")
        >>> [excel.text(one) for one in ("0928", "2015-04", "=1+1", "26711", "12. mars", "Fond 2")]
        ['\t0928', '\t2015-04', '\t=1+1', '26711', '\t12. mars', 'Fond 2']
        >>> excel.text("\uff1d1+1").startswith("\t")
        True
        """
        if not self.for_excel or not _TAKEN.fullmatch(value) or _PLAIN_NUMBER.fullmatch(value):
            return value
        return f"\t{value}"


PLAIN = Dialect()
"""Of files that other programs read too."""


def for_excel(language: Language) -> Dialect:
    """As Excel of that language reads it.

    >>> for_excel("nn").delimiter, for_excel("en").delimiter
    (';', ',')
    """
    if language == "en":
        return Dialect(line_end="\r\n", for_excel=True)
    return Dialect(";", ",", "\r\n", for_excel=True)


def with_point(cell: str) -> str:
    """A number with a decimal comma, of a file that semicolons part, as it is computed with.

    >>> with_point("0,25"), with_point("0.25"), with_point("en halv")
    ('0.25', '0.25', 'en halv')
    """
    return cell.replace(",", ".") if _COMMA.fullmatch(cell.strip()) else cell
