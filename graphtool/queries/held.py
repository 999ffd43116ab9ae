"""What named parties answer for, and the fewest of them by whom a share of it is held."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphtool.algorithms import removal
from graphtool.language import collation_key
from graphtool.queries.load import AS_FACT
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import ask

if TYPE_CHECKING:
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
        """From the smallest choices that were found."""
        first = found.choices[0] if found.choices else ()
        lost = len(removal.emptied(held.sets, frozenset(first)))
        alike = len(found.choices) + found.more - 1
        return cls(len(held.items), wanted, tuple(held.named(first)), lost, alike, found.exact)


FEWEST = "fewest"
"""Where the rows carry their `Fewest`: among the table's `attrs`."""


class Held(NamedTuple):
    """What is answered for by named parties, and by whom."""

    items: list[str]
    names: list[str]
    ids: list[str]
    """Of the parties, by their names in Norwegian order."""
    called: list[str]
    sets: list[frozenset[int]]
    """For each item the parties, as positions in `ids`."""

    def named(self, choice: tuple[int, ...]) -> list[str]:
        """The names of these parties."""
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
    only = ("item", "name", "party", "party_name", "grade")
    rows = ask(graph, "owners", only=only, **asked)
    rows = rows[rows["grade"].isin(AS_FACT)]
    names = dict(zip(rows["party"], rows["party_name"], strict=True))
    ids = sorted(names, key=lambda at: (collation_key(names[at]), at))
    place = {party: at for at, party in enumerate(ids)}
    of: dict[str, set[int]] = {}
    for item, party in zip(rows["item"], rows["party"], strict=True):
        of.setdefault(item, set()).add(place[party])
    called = dict(zip(rows["item"], rows["name"], strict=True))
    items = sorted(of)
    return Held(
        items,
        [called[item] for item in items],
        ids,
        [names[party] for party in ids],
        [frozenset(of[item]) for item in items],
    )
