"""What named parties answer for, and the fewest of them by whom a share of it is held."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from graphtool.algorithms import removal
from graphtool.language import collation_key
from graphtool.queries.answer_options import LENDERS
from graphtool.queries.load import AS_FACT
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import ask

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


class Fewest(NamedTuple):
    """The first of the smallest choices of parties whose leaving orphans as much as was asked."""

    held: int
    """How many a named party answers for; without any nobody can be missed."""
    wanted: int
    """How many of them are to be orphaned."""
    names: tuple[str, ...]
    """Of the parties of that choice."""
    lost: int
    """How many it orphans."""
    alike: int
    """How many other choices are as small."""
    exact: bool
    """Whether no smaller choice does; else there may be one."""

    @classmethod
    def of(cls, held: Held, wanted: int, found: removal.Smallest) -> Fewest:
        """From the smallest choices that were found.

        >>> hers = frozenset({1})
        >>> held = Held(["g"], ["Vekst"], ["a", "b"], ["Anne", "Bo"], now=[hers], sets=[hers])
        >>> Fewest.of(held, 1, removal.smallest(held.sets, 1))
        Fewest(held=1, wanted=1, names=('Bo',), lost=1, alike=0, exact=True)
        """
        first = found.choices[0] if found.choices else ()
        lost = len(removal.emptied(held.sets, frozenset(first)))
        alike = len(found.choices) + found.more - 1
        return cls(len(held.items), wanted, tuple(held.named(first)), lost, alike, found.exact)


FEWEST = "fewest"
"""Where the rows carry their `Fewest`: among the table's `attrs`."""


class Held(NamedTuple):
    """What is answered for by named parties, by whom, and by whom it would be without them."""

    items: list[str]
    names: list[str]
    ids: list[str]
    """Of the parties, by their names in Norwegian order."""
    called: list[str]
    now: list[frozenset[int]]
    """For each item the parties that answer for it, as positions in `ids`."""
    sets: list[frozenset[int]]
    """The same with those from whom it would inherit if these were gone: all have to be."""

    def named(self, choice: tuple[int, ...]) -> list[str]:
        """The names of these parties.

        >>> Held([], [], ["a", "b"], ["Anne", "Bo"], now=[], sets=[]).named((1,))
        ['Bo']
        """
        return [self.called[at] for at in choice]


def answered_for(graph: PlanGraph | Askable, options: Options) -> Held:
    """From the rows of `owners`: what somebody answers for as a fact, sorted by id.

    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> options = {"as_of": None, "successors": "carry", "inherit": "focus-area"}
    >>> held = answered_for(graph, {**options, "kind": ("Goal", "Measure")})
    >>> held.items, held.called, held.sets
    (['g', 'm'], ['Vennesla'], [frozenset({0}), frozenset({0})])
    """
    asked = {name: options[name] for name in ("as_of", "successors", "inherit", "kind")}
    rows = ask(graph, "owners", only=ONLY, **asked)
    rows = rows[rows["grade"].isin(AS_FACT)]
    of = _of_each(rows)
    above = _above(graph, of, asked)
    names = dict(zip(rows["party"], rows["party_name"], strict=True)) | above.names
    ids = sorted(names, key=lambda at: (collation_key(names[at]), at))
    place = {party: at for at, party in enumerate(ids)}
    called = dict(zip(rows["item"], rows["name"], strict=True))
    items = sorted(of)
    return Held(
        items,
        [called[item] for item in items],
        ids,
        [names[party] for party in ids],
        [frozenset(place[who] for who in of[item]) for item in items],
        [frozenset(place[who] for who in of[item] | above.parties[item]) for item in items],
    )


ONLY = ("item", "name", "party", "party_name", "grade")
"""Columns of `owners` that say who answers for what."""


def _of_each(rows: pd.DataFrame) -> dict[str, set[str]]:
    """For each item of these rows of `owners` its parties."""
    of: dict[str, set[str]] = {}
    for item, party in zip(rows["item"], rows["party"], strict=True):
        of.setdefault(item, set()).add(party)
    return of


class _Above(NamedTuple):
    """Who answers for what items are part of."""

    parties: dict[str, set[str]]
    names: dict[str, str]


def _above(graph: PlanGraph | Askable, items: Collection[str], options: Options) -> _Above:
    """Who, over any number of steps, answers as a fact for what may lend each item an answer."""
    found: dict[str, set[str]] = {item: set() for item in items}
    lenders = LENDERS[options["inherit"]]
    if not lenders or not items:
        return _Above(found, {})
    when = {name: options[name] for name in ("as_of", "successors")}
    rows = ask(graph, "owners", only=ONLY, inherit="none", kind=lenders, **when)
    lends = set(rows["item"])
    rows = rows[rows["grade"].isin(AS_FACT)]
    direct = _of_each(rows)
    parts = ask(graph, "assertions", only=("source", "target"), relations=("PART_OF",), **when)
    wholes: dict[str, set[str]] = {}
    for part, whole in zip(parts["source"], parts["target"], strict=True):
        if whole in lends:
            wholes.setdefault(part, set()).add(whole)
    for item, parties in found.items():
        seen, waiting = {item}, [item]
        while waiting:
            more = wholes.get(waiting.pop(), set()) - seen
            seen |= more
            waiting += more
        parties.update(*(direct.get(whole, ()) for whole in seen - {item}))
    return _Above(found, dict(zip(rows["party"], rows["party_name"], strict=True)))
