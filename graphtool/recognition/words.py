"""The lists of `words.toml`, and what cells say by words in them: nobody yet, everybody."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Literal, cast

from graphtool.recognition import wording
from graphtool.recognition.wording import MANY

PLACEHOLDER = re.compile(r"\[[^\][]*\]|<[^<>]*>|\.{2,}|…|x{3,}", re.IGNORECASE)
"""What stands where a name is still to come: `[Navn]`, `<navn>`, `...`, `xxx`."""


def is_one(list_name: str, cell: str) -> bool:
    """Whether a cell is one of the words of this list.

    >>> is_one("nobody", "TBD"), is_one("everybody", "Hele teamet"), is_one("totals", "SUM:")
    (True, True, True)
    """
    return list_name in _listed(cell)


@lru_cache(maxsize=MANY)
def _listed(cell: str) -> frozenset[str]:
    """The lists of which a cell is one of the words: one cell is asked about many of them."""
    lists, none = _by_word(), frozenset[str]()
    return lists.get(wording.key(cell), none) | lists.get(wording.plain(cell).casefold(), none)


@lru_cache(maxsize=1)
def _by_word() -> dict[str, frozenset[str]]:
    """The lists of cells that each word is in."""
    found: dict[str, frozenset[str]] = {}
    for name, several in table()["cells"].items():
        if isinstance(several, list) and all(isinstance(word, str) for word in several):
            for word in cells(name):
                found[word] = found.get(word, frozenset()) | {name}
    return found


@lru_cache(maxsize=4)
def listed(name: str) -> frozenset[str]:
    """The words of a list of cells, as `wording.key` has them."""
    return frozenset(map(wording.key, cells(name)))


def is_example(cell: str) -> bool:
    """Whether a row that begins so shows how to fill in: «Eksempel: …».

    >>> is_example("Eksempel: Etablererkurs"), is_example("Etablererkurs: del 2")
    (True, False)
    """
    first, colon, _ = cell.partition(":")
    return bool(colon) and is_one("examples", first)


@lru_cache(maxsize=MANY)
def names_nobody(cell: str) -> bool:
    """Whether a cell says that nobody is named yet.

    >>> [names_nobody(cell) for cell in ("[Navn]", "?", "Avklares", "(TBD)", "Kongsberg")]
    [True, True, True, True, False]
    """
    text = wording.plain(cell)
    bare = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    return bool(PLACEHOLDER.fullmatch(bare)) or is_one("nobody", bare)


@lru_cache(maxsize=MANY)
def is_nobody_yet(cell: str) -> bool:
    """Whether what stands where a party is to stand says in words that there is none yet.

    Not of a title: «Ingen skal stå utenfor» is a goal.

    >>> is_nobody_yet("Ikke utpekt"), is_nobody_yet("Avklares i rådet"), is_nobody_yet("Tinn")
    (True, True, False)
    """
    return names_nobody(cell) or wording.plain(cell).casefold().startswith(
        beginnings("nobody_begins")
    )


def explains(cell: str) -> bool:
    """Whether a cell begins as what explains a word does: «Den som svarer for det».

    >>> explains("Når tiltaket skal være ferdig"), explains("Trygg skolevei")
    (True, False)
    """
    return wording.plain(cell).casefold().startswith(beginnings("explaining_begins"))


@lru_cache(maxsize=MANY)
def is_of_sheet(cell: str) -> bool:
    """Whether a line says something of the sheet it stands in: when it was made, and of what.

    >>> is_of_sheet("Sist oppdatert av Kari"), is_of_sheet("Bedre skole")
    (True, False)
    """
    return wording.plain(cell).casefold().startswith(beginnings("sheet_begins"))


@lru_cache(maxsize=MANY)
def without_others(name: str) -> str:
    """A name without «m.fl.» behind it, which stands for others and names none.

    >>> without_others("Innovasjon Norge m.fl."), without_others("Tinn")
    ('Innovasjon Norge', 'Tinn')
    """
    ends = beginnings("others_ends")
    end = next((one for one in ends if name.casefold().endswith(f" {one}")), "")
    return (name[: -len(end)].rstrip(" ,") or name) if end else name


@lru_cache(maxsize=MANY)
def names_everybody(cell: str) -> bool:
    """Whether a cell names a group and nobody in it.

    >>> [names_everybody(cell) for cell in ("Alle", "Alle kommunane", "Kommunene i Numedal", "Ås")]
    [True, True, True, False]
    """
    return is_one("everybody", cell) or everybody_in(cell) is not None


def everybody_in(cell: str) -> str | None:
    """Of what every municipality is meant: a region's name, empty for whichever it is, or None.

    >>> everybody_in("Alle kommunene i Numedal"), everybody_in("Alle kommunene"), everybody_in("Ås")
    ('Numedal', '', None)
    """
    if is_one("every_municipality", cell):
        return ""
    whom, within, where = wording.plain(cell).partition(" i ")
    if not within or not is_one("every_municipality", whom):
        return None
    return "" if wording.key(where) in ("regionen", "omradet", "samarbeidet") else where


@lru_cache(maxsize=1)
def letters() -> dict[str, str]:
    """The role that each letter in a matrix gives where no legend says it, empty for none."""
    return cast("dict[str, str]", table()["letters"])


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """The number of a month by its names, in small letters."""
    named = cast("list[list[str]]", table()["cells"]["months"])
    return {name: number for number, names in enumerate(named, start=1) for name in names}


def name_pairs() -> list[tuple[str, str]]:
    """Headings of two columns that make the name of a person together, as `key` has them."""
    pairs = cast("list[list[str]]", table()["cells"]["name_pairs"])
    return [(wording.key(one), wording.key(other)) for one, other in pairs]


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, object]]:
    """All of `words.toml`, as it stands."""
    text = files("graphtool.recognition").joinpath("words.toml").read_text(encoding="utf-8")
    return cast("dict[str, dict[str, object]]", tomllib.loads(text))


def lists(group: str) -> dict[str, list[str]]:
    """The lists of words of a group, by what they are words for."""
    return cast("dict[str, list[str]]", table()[group])


@lru_cache(maxsize=16)
def cells(name: str) -> frozenset[str]:
    """The words of a list of cells, as `wording.key` has them and as they stand."""
    several = cast("list[str]", table()["cells"][name])
    return frozenset([*map(wording.key, several), *(word.casefold() for word in several)]) - {""}


@lru_cache(maxsize=4)
def beginnings(name: str) -> tuple[str, ...]:
    """A list whose words are compared as they stand, spaces and all."""
    return tuple(cast("list[str]", table()["cells"][name]))


_COLOUR = re.compile(r"([^\W\d_]+)(?: farge)?\s*[=:–-]\s*\S.*")


@lru_cache(maxsize=MANY)
def explains_colour(cell: str) -> bool:
    """Whether a text says what a colour means, or is the name of one.

    >>> [explains_colour(cell) for cell in ("Grønn", "Gul = forsinket", "Grønn vekst")]
    [True, True, False]
    """
    found = _COLOUR.fullmatch(wording.plain(cell))
    return is_one("colours", found[1] if found else cell)


def order(said: str) -> Literal["day", "month", ""]:
    """Whether the day or the month is said to stand first in dates; empty for neither.

    >>> order("dag først"), order("Månad"), order("year")
    ('day', 'month', '')
    """
    first = wording.key(said).partition(" ")[0]
    if first in ("dag", "dagen", "day"):
        return "day"
    return "month" if first in ("maned", "maneden", "manad", "manaden", "month") else ""
