"""A list of who owns one company, which is named above it or by the sheet, and how much of it."""

from __future__ import annotations

import re

from graphtool import spellings
from graphtool.errors import Problem
from graphtool.language import Said, Text
from graphtool.recognition import reasons, words
from graphtool.recognition.book import Book
from graphtool.recognition.details import located, tell
from graphtool.recognition.found import Cell
from graphtool.recognition.reasons import Left
from graphtool.recognition.shapes import shares
from graphtool.recognition.table import Column, Table, cell

NAME = "owners"
_SUFFIX = re.compile(r"[.]\w{2,4}$")
_OF_WHAT = Text(
    "andelene er i et selskap som ikke er nevnt, og ingen er tatt med som eier; skriv hva selskapet"
    " heter, med AS, IKS eller lignende, i raden over overskriftene, eller kall arket eller filen"
    " det",
    "delane er i eit selskap som ikkje er nemnt, og ingen er teken med som eigar; skriv kva"
    " selskapet heiter, med AS, IKS eller liknande, i rada over overskriftene, eller kall arket"
    " eller fila det",
    "the shares are in a company that is not named, and nobody is taken for an owner; write what"
    " the company is called, with AS, IKS or the like, in the row above the headings, or call the"
    " sheet or the file so",
)
_BY_FILE = Text(
    "andelene er forstått som eierandeler i «{company}», for det heter filen; er de i et annet"
    " selskap, skriv hva det heter, med AS, IKS eller lignende, i raden over overskriftene; er de i"
    " noe annet, gi filen et annet navn",
    "delane er forstått som eigardelar i «{company}», for det heiter fila; er dei i eit anna"
    " selskap, skriv kva det heiter, med AS, IKS eller liknande, i rada over overskriftene; er dei"
    " i noko anna, gi fila eit anna namn",
    "the shares are taken for shares in {company!r}, since the file is called so; if they are in"
    " another company, write what it is called, with AS, IKS or the like, in the row above the"
    " headings; if they are in something else, give the file another name",
)


def fits(table: Table) -> bool:
    """Whether shares stand beside who has them, and no column says of what."""
    if table.one("share") is None or _who(table) is None:
        return False
    others = [one for one in table.of("party", "thing") if one != _who(table)]
    is_of_parts = table.one("owner") is not None and bool(table.of("party", "thing"))
    return not others and not is_of_parts


def _who(table: Table) -> Column | None:
    """The column of owners: one that is called so, of names, or the only one of parties."""
    named = table.one("owner") or table.one("name")
    return named or next(iter(table.of("party")), None)


def taken(table: Table) -> dict[int, str]:
    """The column of who owns it."""
    who = _who(table)
    return {who.at: "owner"} if who and company(table) else {}


def company(table: Table) -> str:
    """The company whose owners are listed, by what is said of the table; empty for none."""
    return _said(table) or _by_file(table)


def _said(table: Table) -> str:
    """The company that stands above the headings, or that the sheet is called by."""
    titles = [text for _, text in reversed(table.titles)]
    sheet = "" if table.grid.is_text else table.grid.title  # that of a text file is the file's
    return next(filter(None, map(_company_in, (*titles, *reversed(table.above), sheet))), "")


def _by_file(table: Table) -> str:
    """The company that the file is called by, if its name says no more than whose owners it has."""
    return _company_alone(_SUFFIX.sub("", table.grid.file.rpartition("/")[2]))


def _company_alone(text: str) -> str:
    """The company in a name that holds nothing else but words of owning, and a year.

    >>> _company_alone("Eiere_i_Vinje Kraft AS 2025")
    'Vinje Kraft AS'
    >>> [_company_alone(text) for text in ("Styremøte Tinn Bygg AS", "Tinn Bygg AS om kraft", "")]
    ['', '', '']
    """
    company = _company_in(text)
    rest = " ".join(_words(text)).replace(company, "", 1).split()
    is_alone = all(map(_is_beside, rest))
    is_paper = any(words.is_one("papers", word) for word in company.split())
    return company if is_alone and not is_paper else ""


def _company_in(text: str) -> str:
    """The name of a company that a title holds; empty for none.

    >>> [_company_in(text) for text in ("Eiere i Vinje Kraft AS, 2025", "Renovest IKS", "Tinn")]
    ['Vinje Kraft AS', 'Renovest IKS', '']
    """
    several = _words(text)
    end = next((at for at, one in enumerate(several) if one.casefold() in spellings.FORMS), 0)
    begin = end
    while begin and not _is_beside(several[begin - 1]):
        begin -= 1
    return " ".join(several[begin : end + 1]) if begin < end else ""


def _words(text: str) -> list[str]:
    return [word.strip(" .,:;()") for word in text.replace("_", " ").split()]


def _is_beside(word: str) -> bool:
    """Whether a word of a title is no part of the company's name before which it stands."""
    is_said = words.is_one("owning", word) or words.is_one("between", word)
    return is_said or not any(sign.isalpha() for sign in word)


def problems(table: Table) -> list[Problem]:
    """A question where nothing says of which company it is, or only what the file is called."""
    share = table.one("share")
    if share is None or _said(table):
        return []
    where = (table.grid.sheet, table.header, share.heading)
    if name := _by_file(table):
        return [Problem("warning", "guessed-company", Said(_BY_FILE, company=name), *where)]
    return [Problem("warning", "shares-of-nothing", Said(_OF_WHAT), *where)]


def read(table: Table, book: Book) -> list[Left]:
    """An owner a row, with the share where it is one; rows that name nobody are given back."""
    who, share, name = _who(table), table.one("share"), company(table)
    assert who is not None
    assert share is not None
    used = (who, share) if name else (who,)
    rest = [one for one in table.columns if one not in used and one.at not in table.totals]
    whole = shares.whole([text for row in table.rows if (text := cell(row, share))])
    parts: dict[str, float] = {}
    left = []
    for row in table.rows:
        place = located(table, row, who, book)
        several = book.named(place)
        if not several:
            left.append((row[0], place.text, reasons.NOBODY))
        for one in several:
            owner = book.one(one, place)
            tell(table, row, owner, book, rest)
            if name:
                number = shares.number(cell(row, share)) if len(several) == 1 else None
                part = -1 if number is None else number / whole
                if 0 <= part <= 1:
                    parts[owner] = part
                _owns(book, owner, name, located(table, row, share, book), is_part=0 <= part <= 1)
    if parts and (of := book.find(name, ("Actor",))):
        shares.keep(book, of, parts)
    return left


def _owns(book: Book, owner: str, company: str, where: Cell, *, is_part: bool) -> None:
    """Makes somebody an owner; a share that is none, or several owners' together, is a fact."""
    of = book.party(company, where._replace(text=company), subkind="company")
    book.edge(owner, "OWNS", of, where)
    if where.text and not is_part:
        book.fact(owner, where.column, where.text, where)
