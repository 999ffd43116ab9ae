"""A matrix of who owns how much of what: owners down, companies across, or the other way."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graphtool import spellings
from graphtool.language import Said, Text
from graphtool.recognition import heading_words, name_forms, names, reasons, wording, words
from graphtool.recognition.book import Book
from graphtool.recognition.details import PERCENT, heading, located
from graphtool.recognition.figures import figure
from graphtool.recognition.reasons import Left
from graphtool.recognition.table import Column, Table, cell

NAME = "shares"
WHOLE = 100
"""Percent."""
_WORDS = re.compile(r"\w+")
ROUNDED = 0.005
"""Part of the whole that shares may be above the whole by being rounded."""
_ABOVE = Text(
    "andelene i «{company}» er {total} prosent til sammen, mer enn det hele; eierne er tatt med"
    " uten andel til tallene er rettet",
    "delane i «{company}» er {total} prosent til saman, meir enn det heile; eigarane er tekne med"
    " utan del til tala er retta",
    "the shares in {company!r} are {total} per cent together, more than the whole; its owners are"
    " kept without a share until they are corrected",
)


def fits(table: Table) -> bool:
    """Whether the sheet says that it is of ownership, and nothing but shares stand in it."""
    across = _across(table)
    if not across or not (_is_of_owning(table) or _are_whole(table, across)):
        return False
    filled = _filled(table, across)
    found = [number(text) for text in filled if not words.names_nobody(text)]
    return bool(found) and all(one is not None and 0 <= one <= WHOLE for one in found)


def taken(table: Table) -> dict[int, str]:
    """The columns that hold shares, by their places, and who or what the rows are."""
    rows = "Actor.company" if _are_companies(table) else "owner"
    return {table.columns[0].at: rows} | {column.at: "share" for column in _across(table)}


def _across(table: Table) -> list[Column]:
    """The columns of shares; [] where there is one that says something else."""
    if not table.columns or (_meant(table.columns[0]) in ("thing", "relation", "link")):
        return []
    rest = [c for c in table.columns[1:] if c.heading and c.at not in table.totals]
    may_be = (_meant(one) in ("", "party") and not _counts(one.heading) for one in rest)
    return rest if all(may_be) else []


def _counts(heading: str) -> bool:
    """Whether a heading says what is counted or when, and no name: «Antall aksjer», «2024»."""
    return not any(sign.isalpha() for sign in heading) or any(
        words.is_one(listed, word)
        for word in _WORDS.findall(heading)
        for listed in ("owning", "totals", "units")
    )


def _meant(column: Column) -> str:
    return column.meaning.group if column.meaning else ""


def _is_of_owning(table: Table) -> bool:
    """Whether the corner, the title or what stands above speaks of owners or shares."""
    said = (word for text in table.about for word in _WORDS.findall(text))
    return any(words.is_one("owning", word) for word in said)


def _are_whole(table: Table, across: list[Column]) -> bool:
    """Whether parts of companies stand in it, and in each they are the whole.

    Figures below «Vinje Kraft AS» may as well be what it was paid, and per cent of it where its
    customers live: nothing may be said of them that is not known.
    """
    if not all(_says_nothing(word) for text in table.about for word in _WORDS.findall(text)):
        return False
    by_column = all(name_forms.is_company(column.heading) for column in across)
    if not by_column and not all(
        name_forms.is_company(cell(r, table.columns[0])) for r in table.rows
    ):
        return False
    cells = [[number(cell(row, column)) or 0 for column in across] for row in table.rows]
    all_of_it = whole(_filled(table, across))
    sums = [sum(one) for one in (zip(*cells, strict=True) if by_column else cells)]
    return bool(sums) and all(abs(one / all_of_it - 1) <= ROUNDED for one in sums)


def _says_nothing(word: str) -> bool:
    """Whether a word of a title says nothing of figures: who is meant, a number, «oversikt»."""
    bare = word.strip("0123456789")  # «Ark1», «2025»
    meant = heading_words.meaning(bare)
    is_party = meant is not None and meant.group == "party"
    is_name = words.is_one("plain_titles", bare) or names.is_official(bare)
    return not bare or is_party or is_name or bare.casefold() in spellings.FORMS


def _are_companies(table: Table) -> bool:
    """Whether the rows are what is owned: the corner says so, or municipalities stand across."""
    first, across = table.columns[0], _across(table)
    if first.meaning and str(first.meaning) == "Actor.company":
        return True
    towns = sum(names.is_official(column.heading) for column in across)
    down = sum(names.is_official(cell(row, first)) for row in table.rows)
    return 2 * towns > len(across) and 2 * down < len(table.rows)


def number(text: str) -> float | None:
    """The figure of a share, without a unit or with one of percent; None for another cell.

    >>> number("33,3 %"), number("0.25"), number("1 mill. kr")
    (33.3, 0.25, None)
    """
    found = figure(text)
    return float(found.value) if found and found.unit.casefold() in ("", *PERCENT) else None


def _filled(table: Table, across: list[Column]) -> list[str]:
    return [text for row in table.rows for column in across if (text := cell(row, column))]


def whole(filled: list[str]) -> float:
    """What all of it is in the cells: 1 where they are parts of one, else 100."""
    numbers = [found for text in filled if (found := number(text)) is not None]
    is_percent = any(sign in text.casefold() for text in filled for sign in PERCENT)
    return 1 if max(numbers, default=0) <= 1 and not is_percent else WHOLE


def read(table: Table, book: Book) -> list[Left]:
    """An owner with a share for each figure; rows that name nobody are given back."""
    across, are_companies = _across(table), _are_companies(table)
    all_of_it = whole(_filled(table, across))
    parts: dict[str, dict[str, float]] = {}
    left = []
    for row in table.rows:
        name = wording.plain(cell(row, table.columns[0]))
        if not name or words.names_nobody(name):
            left.append((row[0], name, reasons.NOBODY))
            continue
        node = book.party(name, located(table, row, table.columns[0], book))
        for column in across:
            part = (number(cell(row, column)) or 0) / all_of_it
            if part:
                where = located(table, row, column, book)
                other = book.party(column.heading, heading(table, column, where))
                owner, company = (other, node) if are_companies else (node, other)
                if book.edge(owner, "OWNS", company, where):
                    book.nodes[company].subkind = book.nodes[company].subkind or "company"
                    parts.setdefault(company, {})[owner] = part
    for company, owners in parts.items():
        keep(book, company, owners)
    return left


def keep(book: Book, company: str, owners: Mapping[str, float]) -> None:
    """The part that each owner has of a company; of none where they are more than the whole."""
    total = sum(owners.values())
    if total > 1 + ROUNDED:
        one = book.nodes[company]
        said = Said(_ABOVE, company=one.name, total=f"{total * WHOLE:.4g}")
        book.warn("shares-above-whole", said, one.cell)
        return
    # Rounded up, as 33.4 three times, they are taken as parts of their sum.
    for owner, part in owners.items():
        book.shares[owner, "OWNS", company] = f"{part / max(total, 1):.6g}"
