"""What is said beside the rows of `shareholdings`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from graphtool.language import Text, listed, number, plain, shortened
from graphtool.queries.phrases import absent
from graphtool.queries.query import Askable

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


class Held(NamedTuple):
    """What the notes tell of beside the rows."""

    unknown: int
    over: int
    unsaid: int
    rings: tuple[tuple[str, ...], ...]
    """Names of those that own each other wholly."""
    first: tuple[tuple[str, str], ...]
    """Names of the owners shown that have a sure majority, each with what it controls.

    Without those that are controlled themselves, by one whom they do not control in turn.
    """


HELD = "held"
"""Under which the rows keep it: among the table's `attrs`."""


def shareholding_notes(
    graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any
) -> list[Text]:
    """How many have owners, who controls what, what is not known, and what does not count.

    >>> from graphtool import PlanGraph, run
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "k", "kind": "Actor", "name": "Kraft AS"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "k", "share": 0.6}])
    >>> [note.en for note in run("shareholdings", graph).notes]
    ['Said to have owners: 1 company or resource.', 'A sure majority: Vennesla in Kraft AS.']
    """
    held: Held = rows.attrs[HELD]
    notes = []
    if rows.empty:
        notes.append(absent(STAKES, options["as_of"]) if options["level"] == "party" else NO_TOWN)
    else:
        form = SIZE if options["level"] == "party" else TOWNS_SIZE
        notes.append(form.format(things=number(rows["owned"].nunique(), *THINGS)))
        names = [IN.format(owner=shortened(a), owned=shortened(b)) for a, b in held.first]
        none = NO_MAJORITY if options["level"] == "party" else NO_TOWNS_MAJORITY
        notes.append(MAJORITY.format(who=listed(names)) if names else none)
    if held.unknown:
        notes.append(UNKNOWN.format(stakes=number(held.unknown, *PARTS)))
    notes += [RING.format(who=listed(plain(ring), 8)) for ring in held.rings]
    if held.over:
        notes.append(OVER.format(said=number(held.over, *SAID)))
    if held.unsaid:
        notes.append(UNSAID.format(said=number(held.unsaid, *SAID)))
    return notes


STAKES = Text(
    "eiere av selskaper eller ressurser",
    "eigarar av selskap eller ressursar",
    "owners of companies or resources",
)
NO_TOWN = Text(
    "Ingen kommune er sagt å eie noe av et selskap eller en ressurs.",
    "Ingen kommune er sagd å eige noko av eit selskap eller ein ressurs.",
    "No municipality is said to own any part of a company or resource.",
)
THINGS = (
    Text("1 selskap eller ressurs", "1 selskap eller ressurs", "1 company or resource"),
    Text("{n} selskaper og ressurser", "{n} selskap og ressursar", "{n} companies and resources"),
)
SIZE = Text(
    "Med oppgitte eiere: {things}.",
    "Med oppgitte eigarar: {things}.",
    "Said to have owners: {things}.",
)
TOWNS_SIZE = Text(
    "Kommuner har eller kan ha noe av {things}.",
    "Kommunar har eller kan ha noko av {things}.",
    "Municipalities have, or may have, a part in {things}.",
)
IN = Text("{owner} i {owned}", "{owner} i {owned}", "{owner} in {owned}")
MAJORITY = Text("Sikkert flertall: {who}.", "Sikkert fleirtal: {who}.", "A sure majority: {who}.")
NO_MAJORITY = Text(
    "Ingen har et sikkert flertall.",
    "Ingen har eit sikkert fleirtal.",
    "Nobody has a sure majority.",
)
NO_TOWNS_MAJORITY = Text(
    "Ingen kommune har et sikkert flertall.",
    "Ingen kommune har eit sikkert fleirtal.",
    "No municipality has a sure majority.",
)
PARTS = (
    Text("1 eierandel", "1 eigardel", "1 share"),
    Text("{n} eierandeler", "{n} eigardelar", "{n} shares"),
)
UNKNOWN = Text(
    "Ikke oppgitt, eller ikke sikkert: {stakes}. Der står det minste og det meste som er mulig.",
    "Ikkje oppgitt, eller ikkje sikkert: {stakes}. Der står det minste og det meste som er mogleg.",
    "Not said, or not for sure: {stakes}. There the least and the most that is possible stand.",
)
RING = Text(
    "{who} eier hverandre helt, så det de eier, kan ikke regnes gjennom: ringen tar ikke slutt.",
    "{who} eig kvarandre heilt, så det dei eig, kan ikkje reknast gjennom: ringen tek ikkje slutt.",
    "{who} own each other wholly, so what they own cannot be worked out: the ring does not end.",
)
SAID = (
    Text("1 påstand om eierskap", "1 påstand om eigarskap", "1 assertion of ownership"),
    Text("{n} påstander om eierskap", "{n} påstandar om eigarskap", "{n} assertions of ownership"),
)
OVER = Text(
    "Ikke i kraft, og derfor ikke regnet med: {said}.",
    "Ikkje i kraft, og derfor ikkje rekna med: {said}.",
    "Not in force, and therefore not counted: {said}.",
)
UNSAID = Text(
    "Bare planlagt eller ønsket, og derfor ikke regnet med: {said}.",
    "Berre planlagt eller ønskt, og derfor ikkje rekna med: {said}.",
    "Only planned or wished for, and therefore not counted: {said}.",
)
