"""Things of one title: one where they may be the same, two where it is known whose each is.

Whose a thing is says the municipality in a column to its left, in the title of its sheet, the name
of its file or of the folder, or above the headings; and the plan that it stands under, or that its
sheet or file is called by. «Økt verdiskaping» of Tinn and of Rollag are two goals; where one of
them is nobody's in particular, it is the goal that both speak of.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from graphtool import municipalities
from graphtool.errors import place
from graphtool.language import Said, Text, slug, together
from graphtool.recognition import graph_words, wording, words

if TYPE_CHECKING:
    from graphtool.recognition.book import Book
    from graphtool.recognition.found import Node
    from graphtool.recognition.table import Table

KINDS = frozenset({"Plan", "FocusArea", "Strategy", "Goal", "Measure"})
"""Kinds that are told apart. A project or a need may well be that of several."""
LONGEST, SHORTEST = 4, 4
"""Words of a municipality's name at most, and letters of one that stands among other words."""
KOMMUNE = ("kommune", "kommunes")
"""Words before which a name is a municipality's, however it is written."""
SHOWN = 6
"""Of things of one title a message lists so many, and counts the rest."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OF = re.compile(r"((?:[^\W\d_]+(?:-| og ))?[^\W\d_]+)\s+kommunes?\b", re.IGNORECASE)
_PLAN = re.compile(r"(.{3,})(plan|planen|strategi|strategien)")
_ANY_PLAN = ("handlings", "tiltaks", "kommune", "års", "arbeids", "virksomhets", "framdrifts")
"""What says of a plan nothing that tells it from another: it may be a part of any."""
_TOLD_APART = Text(
    "«{name}» står i {places}; det er ulike kommuner eller planer, og de regnes som {n}; er de ett"
    ' og det samme, så si det med check --alias "{name}={name}"',
    "«{name}» står i {places}; det er ulike kommunar eller planar, og dei blir rekna som {n}; er"
    ' dei eitt og det same, så sei det med check --alias "{name}={name}"',
    "{name!r} stands in {places}; these are different municipalities or plans, and they are taken"
    ' for {n}; if they are one and the same, say so with check --alias "{name}={name}"',
)
_PLACE = Text("{place} ({whose})", "{place} ({whose})", "{place} ({whose})")
_MORE = Text("og {n} til", "og {n} til", "and {n} more")


class Whose(NamedTuple):
    """Which municipality and which plan something is of; empty for what is not known."""

    municipality: str = ""
    plan: str = ""

    def may_be(self, other: Whose) -> bool:
        """Whether nothing tells the two apart.

        >>> Whose("Tinn").may_be(Whose("Rollag")), Whose("Tinn").may_be(Whose("", "Klimaplan"))
        (False, True)
        """
        pairs = zip(self, other, strict=True)
        return all(not one or not two or one == two for one, two in pairs)

    def shared(self, other: Whose) -> Whose:
        """What both say: a thing that one of them speaks of as nobody's own is nobody's own."""
        return Whose(*(one if one == two else "" for one, two in zip(self, other, strict=True)))

    def __str__(self) -> str:
        return ", ".join(filter(None, reversed(self)))


NOBODYS = Whose()


class Titles:
    """The things that are called by each title, and whose what stands in a sheet is."""

    def __init__(self) -> None:
        self.sheets: dict[str, Whose] = {}
        """By sheet, the municipality and the plan that it is of."""
        self.towns: dict[tuple[str, int], str] = {}
        """By sheet and row, the municipality that stands to the left of what it is about."""
        self.plans: dict[tuple[str, int], str] = {}
        """By sheet and row, the plan that it stands under."""
        self._called: dict[tuple[str, str], dict[Whose, str]] = {}
        """By title, the first thing of each municipality and plan that is called so."""
        self._whose: dict[str, Whose] = {}
        self._first: dict[str, tuple[str, str]] = {}
        """By node, its kind and title as it was met first."""

    def at(self, kind: str, sheet: str, row: int) -> Whose:
        """Whose a thing is that stands in a row of a sheet; a plan is of no other."""
        plan = "" if kind == "Plan" else self.plans.get((sheet, row), self._of(sheet).plan)
        return Whose(self.town(sheet, row), plan)

    def town(self, sheet: str, row: int) -> str:
        """The municipality whose a row of a sheet is; empty for none."""
        return self.towns.get((sheet, row), self._of(sheet).municipality)

    def _of(self, sheet: str) -> Whose:
        return self.sheets.get(sheet, NOBODYS)

    def under(self, plan_name: str, place: tuple[str, int]) -> None:
        """A row stands under a plan: it is that plan's, and its municipality's if it has none."""
        self.plans[place] = plan(plan_name) or plan_name
        if town := municipality(plan_name):
            self.towns.setdefault(place, town)

    def add(self, title: tuple[str, str], node: str, whose: Whose) -> None:
        """A thing is called so; `title` is its kind and name, as names compare."""
        own = self._whose.setdefault(node, whose)
        self._called.setdefault(title, {}).setdefault(own, node)
        self._first.setdefault(node, title)

    def of(self, title: tuple[str, str], whose: Whose) -> list[str]:
        """The things that are called so and may be meant: the very one before all others."""
        called = self._called.get(title, {})
        fit = [node for node in called.values() if self._whose[node].may_be(whose)]
        return [node for node in fit if self._whose[node] == whose] or fit

    def belongs(self, node: str, whose: Whose) -> None:
        """Whose a thing is, of which that was not known when it was named."""
        title = self._first[node]
        called = self._called[title]
        if called.get(self._whose[node]) == node:
            del called[self._whose[node]]
        called.setdefault(whose, node)
        self._whose[node] = whose

    def met(self, node: str, whose: Whose) -> None:
        """A thing is listed again, as this one's."""
        self._whose[node] = self._whose[node].shared(whose)

    def several(self) -> Iterator[list[tuple[str, Whose]]]:
        """The things that share the title that they are listed by, where there are several."""
        groups: dict[tuple[str, str], list[str]] = {}
        for node, title in self._first.items():
            groups.setdefault(title, []).append(node)
        for nodes in groups.values():
            if len(nodes) > 1:
                yield [(node, self._whose[node]) for node in nodes]

    def rename(self, ids: Mapping[str, str]) -> None:
        """Nodes have other ids from here on."""
        self._called = {
            title: {whose: ids.get(node, node) for whose, node in nodes.items()}
            for title, nodes in self._called.items()
        }
        self._whose = {ids.get(node, node): whose for node, whose in self._whose.items()}
        self._first = {ids.get(node, node): title for node, title in self._first.items()}


def tell_apart(book: Book) -> dict[str, str]:
    """Gives things of one title names and ids that say whose they are, and says that it did.

    Gives back the ids that are others now.

    An id that its sheet gives stays; others are made of title and owner, whichever comes first.
    """
    ids: dict[str, str] = {}
    taken = {*book.nodes}
    named: list[tuple[Node, str]] = []
    for group in book.titles.several():
        nodes = [(book.nodes[node], whose) for node, whose in group]
        if all(node.is_known for node, _ in nodes):
            continue  # their ids say that they are several
        _say(book, nodes)
        for node, whose in nodes:
            if node.is_known or whose == NOBODYS:
                continue
            named.append((node, f"{node.name} ({whose})"))
            if node.made_of_title:
                ids[node.id] = made = _free(f"{node.made_of_title}-{slug(str(whose))}", taken)
                taken.add(made)
    book.rename(ids)
    for node, name in named:
        node.name = name
        book.call(node, name)
    return ids


def _free(name: str, taken: Container[str]) -> str:
    """The name, or the first with a number that is free: of a goal and a measure of one title."""
    numbers = (name if at == 1 else f"{name}-{at}" for at in count(1))
    return next(one for one in numbers if one not in taken)


def _say(book: Book, nodes: Sequence[tuple[Node, Whose]]) -> None:
    first = nodes[1][0]
    places = []
    for node, whose in nodes:
        where = place(node.cell.sheet, node.cell.row)
        is_own = whose != NOBODYS
        places.append(Said(_PLACE, place=where, whose=str(whose)) if is_own else where)
    listed = places[:SHOWN]
    if len(places) > SHOWN:
        listed.append(Said(_MORE, n=len(places) - SHOWN))
    message = Said(_TOLD_APART, name=first.name, places=together(listed, ", "), n=len(nodes))
    book.warn("told-apart", message, first.cell)


@lru_cache(maxsize=wording.MANY)
def of_town(party: str, municipality: str) -> str:
    """Who is meant in what a municipality keeps by an office that every other has one of, too.

    >>> of_town("Ordføreren", "Tinn"), of_town("kommunen", "Tinn"), of_town("Ordføreren", "")
    ('Ordføreren i Tinn', 'Tinn', 'Ordføreren')
    """
    if municipality and words.is_one("own_municipality", party):
        return municipality
    return f"{party} i {municipality}" if municipality and words.is_one("offices", party) else party


@lru_cache(maxsize=wording.MANY)
def is_proper(title: str) -> bool:
    """Whether a title itself says whom or what place it is about: then it is one of its name.

    >>> is_proper("Økt verdiskaping"), is_proper("Næringsplan for Kongsbergregionen")
    (False, True)
    """
    rest = _WORD.findall(title)[1:]
    return any(len(word) > 2 and word[0].isupper() and word[1:].islower() for word in rest)


def whose(table: Table) -> Whose:
    """Whose the things of a table are, by what it, its file and the folders are called."""
    grid = table.grid
    *folders, file = grid.file.split("/")
    called = [grid.title, file.rpartition(".")[0] or file, *reversed(folders)]
    town = next(filter(None, map(municipality, called)), "")
    if not town:
        above = {one for text in table.above for one in _OF.findall(text)}
        towns = {one for words_ in above if (one := official(words_))}
        town = towns.pop() if len(towns) == 1 else ""
    return Whose(town, next(filter(None, map(plan, called)), ""))


@lru_cache(maxsize=4096)
def municipality(text: str) -> str:
    """The one municipality or county that a title or the name of a file names; empty for none.

    >>> [municipality(text) for text in ("Tinn", "handlingsplan_Nore og Uvdal_2025", "Ski og vei")]
    ['Tinn', 'Nore og Uvdal', '']
    >>> municipality("Rollag og Tinn"), municipality("plan for tinn kommune")
    ('', 'Tinn')
    """
    found: set[str] = set()
    tokens = _WORD.findall(text)
    at = 0
    while at < len(tokens):
        town, width = _longest(tokens, at)
        found.add(town)
        at += width
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _longest(tokens: Sequence[str], at: int) -> tuple[str, int]:
    """The longest name that begins at a word, and how many words it has; "" and 1 for none.

    A name is all that there is, stands before «kommune», or has a capital among other words.
    """
    for width in range(min(LONGEST, len(tokens) - at), 0, -1):
        name = " ".join(tokens[at : at + width])
        after = tokens[at + width].casefold() if at + width < len(tokens) else ""
        is_said = width == len(tokens) or after in KOMMUNE
        may_be = is_said or (len(name) >= SHORTEST and name[0].isupper())
        if may_be and (town := official(name)):
            return town, width
    return "", 1


def official(name: str) -> str:
    """What a municipality or a county that is called so is called; empty for none.

    >>> official("tinn kommune"), official("Herøy (Nordland)"), official("Numedal")
    ('Tinn', 'Herøy (Nordland)', '')
    """
    known = municipalities.find(name)
    if known:
        several = municipalities.are_several(known)
        return known[0].name if several else municipalities.title(known[0])
    return name if municipalities.is_county(name) else ""


def plan(text: str) -> str:
    """The plan that a title or the name of a file speaks of; empty for one that may be any.

    >>> plan("Klimaplan Tinn 2025"), plan("Næringsstrategien"), plan("Handlingsplan 2025")
    ('Klimaplan', 'Næringsstrategi', '')
    """
    for word in _WORD.findall(text):
        found = _PLAN.fullmatch(word.casefold())
        if found and not found[1].endswith(_ANY_PLAN) and graph_words.kind(text) is None:
            return found[1].capitalize() + found[2].removesuffix("en")
    return ""


def of_rows(table: Table) -> dict[int, str]:
    """By row, the municipality that a column to the left of all things names; {} for none.

    What stands once counts for the rows below, as a goal does.
    """
    things = [column.at for column in table.of("thing")]
    left = [
        column
        for column in table.of("party")
        if things and column.at < min(things) and str(column.meaning) == "Municipality"
    ]
    out: dict[int, str] = {}
    last = ""
    for number, cells in table.rows if left else ():
        text = cells[left[0].at].strip() if left[0].at < len(cells) else ""
        last = (official(wording.plain(text)) or wording.plain(text)) if text else last
        out[number] = "" if words.names_everybody(last) else last
    return out
