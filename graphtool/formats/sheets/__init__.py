"""Sheets: what every format is read into, whether it came from CSV files or a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from graphtool.errors import Problem
from graphtool.language import Said, Text, same
from graphtool.recognition import Understanding
from graphtool.recognition.aliases import Aliases

ANY_KIND = "nodes"
"""Sheet of a reader whose nodes say their kind themselves, in a column `kind`."""
CELLS = ("no-result", "cell-error")
"""Rules of cells that hold something that cannot be read, and are read as empty."""
_TITLE = Text(
    "tittelen skal være én tekst, eller én for hvert av nb, nn og en",
    "tittelen skal vere éin tekst, eller éin for kvart av nb, nn og en",
    "the title is to be one text, or one for each of nb, nn, en",
)
Place = tuple[str, int]
"""File (or sheet, or JSON pointer) and row (or line; 0 where there is none)."""


class Ignored(NamedTuple):
    """A file, a worksheet or a list that holds rows and has a name that no sheet has."""

    file: str
    columns: tuple[str, ...]
    rows: int


class Sheets(NamedTuple):
    """A dataset as text tables, each with the columns `file` and `row`, and what was wrong.

    A place that has no row number, as a JSON pointer, stands in `file` with row 0.
    """

    by_name: dict[str, pd.DataFrame]
    problems: list[Problem]
    name: str = ""
    title: Text | None = None
    ignored: Sequence[Ignored] = ()
    understood: Sequence[Understanding] = ()
    """What people's own tables were taken for."""
    aliases: Aliases = Aliases()
    """What a person has settled of spellings, beside the source."""


def added(
    by_name: Mapping[str, pd.DataFrame], more: Mapping[str, pd.DataFrame]
) -> dict[str, pd.DataFrame]:
    """The sheets with these rows below their own; what a row says nothing of is the empty text."""
    out = dict(by_name)
    for name, rows in more.items():
        both = pd.concat([out[name], rows]) if name in out else rows
        out[name] = both.fillna("").reset_index(drop=True)
    return out


def title_from(metadata: dict[str, object], file: str) -> tuple[Text | None, list[Problem]]:
    """The dataset's title from `{"title": {"nb": ..., "nn": ..., "en": ...}}` or one string."""
    title = metadata.get("title")
    if title is None:
        return None, []
    if isinstance(title, str):
        return same(title), []
    if (
        not isinstance(title, dict)
        or not title
        or not all(isinstance(v, str) for v in title.values())
    ):
        return None, [Problem("error", "bad-title", Said(_TITLE), file, 0, "title")]
    said = {language: words for language, words in title.items() if words.strip()}
    if not said:
        return None, []
    any_language = next(iter(said.values()))
    return Text(*(said.get(language, any_language) for language in Text._fields)), []
