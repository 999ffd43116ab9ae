"""What an answer for a day owes to assertions that carry no date, and so count on any."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphtool import schema
from graphtool.language import Text

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph
    from graphtool.graph.periods import Successors

ONE = Text("1 påstand", "1 påstand", "1 assertion")
MANY = Text("{n} påstander", "{n} påstandar", "{n} assertions")
SOME_UNDATED = Text(
    "Svaret er lest ut av {of}, {undated} av dem uten dato; de uten dato regnes med så lenge de det"
    " gjelder, finnes, enten de gjaldt da eller ikke.",
    "Svaret er lese ut av {of}, {undated} av dei utan dato; dei utan dato er rekna med så lenge dei"
    " det gjeld, finst, anten dei galdt då eller ikkje.",
    "The answer is read from {of}, {undated} of them undated; the undated count for as long as"
    " those that they are about exist, whether or not they held then.",
)
NONE_UNDATED = Text(
    "Svaret er lest ut av {of}, ingen uten dato.",
    "Svaret er lese ut av {of}, ingen utan dato.",
    "The answer is read from {of}, none undated.",
)
ALL_UNDATED = Text(
    "Svaret er lest ut av {of} uten dato; slike regnes med så lenge de det gjelder, finnes, enten"
    " de gjaldt da eller ikke.",
    "Svaret er lese ut av {of} utan dato; slike er rekna med så lenge dei det gjeld, finst, anten"
    " dei galdt då eller ikkje.",
    "The answer is read from {of} without a date; such count for as long as those that they are"
    " about exist, whether or not they held then.",
)
ALL_TIME = Text(
    "{said} Svaret er det samme som for all tid og sier ikke noe særskilt om {day}.",
    "{said} Svaret er det same som for all tid og seier ikkje noko særskilt om {day}.",
    "{said} The answer is that of all time and says nothing of {day} in particular.",
)


def is_dating(note: Text) -> bool:
    """Whether a note of an answer only says what it owes to assertions without a date.

    >>> [is_dating(note) for note in dated_note(Dating(1, 0, all_time=False), "2016")]
    [True]
    """
    begins, _ = NONE_UNDATED.en.split("{of}")
    return note.en.startswith(begins)


class Dating(NamedTuple):
    """How many assertions of some relations are in force on a day, and what no date says of them.

    What `dating` counts in memory, a database counts where the graph lies.
    """

    assertions: int
    """Those in force on the day."""
    undated: int
    """Those of them that have neither a beginning nor an end."""
    all_time: bool
    """Whether the day leaves none of them out, nor any node that they could run between."""


def kinds_between(relations: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds that these relations may run between, in the vocabulary's order.

    >>> kinds_between(("ADOPTED",))
    ('Municipality', 'Actor', 'Plan')
    """
    ends = [schema.relation(name).sources | schema.relation(name).targets for name in relations]
    return tuple(kind for kind in schema.KINDS if any(kind in either for either in ends))


def dating(
    graph: PlanGraph, relations: tuple[str, ...], as_of: str, successors: Successors
) -> Dating:
    """How many assertions of these relations are in force on the day, and how many are undated.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality"}, {"id": "g", "kind": "Goal"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g", "valid_from": "2015"},
    ...      {"source": "v", "relation": "SUPPORTS", "target": "g"}])
    >>> dating(graph, ("OWNS", "SUPPORTS"), "2016", "keep")
    Dating(assertions=2, undated=1, all_time=False)
    """
    then = graph.as_of(as_of, successors=successors).related(*relations)
    undated = int(((then["valid_from"] == "") & (then["valid_to"] == "")).sum())
    return Dating(len(then), undated, undated == len(then) and _same(graph, relations, as_of))


def _same(graph: PlanGraph, relations: tuple[str, ...], as_of: str) -> bool:
    # With `keep`, a party that is over stays, and yet an answer may say that it is over.
    then, kinds = graph.as_of(as_of), kinds_between(relations)
    return len(then.related(*relations)) == len(graph.related(*relations)) and len(
        then.of_kind(*kinds)
    ) == len(graph.of_kind(*kinds))


def dated_note(found: Dating, day: str) -> list[Text]:
    """The note that says so; none where the answer rests on no assertion at all.

    >>> dated_note(Dating(assertions=3, undated=1, all_time=False), "2016")[0].en[:54]
    'The answer is read from 3 assertions, 1 of them undate'
    >>> dated_note(Dating(assertions=0, undated=0, all_time=True), "2016")
    []
    """
    if not found.assertions:
        return []
    of = ONE if found.assertions == 1 else MANY.format(n=found.assertions)
    if not found.undated:
        return [NONE_UNDATED.format(of=of)]
    if found.undated < found.assertions:
        return [SOME_UNDATED.format(of=of, undated=found.undated)]
    said = ALL_UNDATED.format(of=of)
    return [ALL_TIME.format(said=said, day=day) if found.all_time else said]
