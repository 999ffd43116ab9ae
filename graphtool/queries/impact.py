"""What breaks if some nodes leave, end or are delayed: one row for each thing that it does."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Any, Unpack

from graphtool import schema
from graphtool.language import Text
from graphtool.queries import columns, impact_chains, impact_effects, impact_ties
from graphtool.queries.answer_options import Inherit
from graphtool.queries.fields import Option, TimeOptions
from graphtool.queries.impact_basis import BASIS, groundless
from graphtool.queries.impact_columns import Impact
from graphtool.queries.impact_effects import Answering
from graphtool.queries.impact_notes import impact_notes
from graphtool.queries.impact_words import EFFECTS, TOLD, Told
from graphtool.queries.item_ties import SERVING
from graphtool.queries.leaving import Effect, Leaving, taken_along
from graphtool.queries.needs import MET
from graphtool.queries.projection import TOGETHER
from graphtool.queries.projection_columns import Level
from graphtool.queries.registry import ask, query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


READS = ("PART_OF", *TOGETHER, *SERVING, "DEPENDS_ON", "LOCATED_IN", *BASIS)
PLACE = {effect: at for at, effect in enumerate(EFFECTS, start=1)}
BEYOND_WORDS = 1e15
"""Amounts from which on digits say nothing: more than there is, and not exact any more."""


@query(
    Impact,
    order=("gravity", "steps", "name", "item", "lost", "money", "path"),
    notes=impact_notes,
    reads=tuple(name for name in schema.RELATIONS if name in READS),
    needs=("node",),
)
def impact(
    graph: PlanGraph,
    *,
    node: Annotated[
        tuple[str, ...],
        Option(
            Text(
                "hvem eller hva som går ut, opphører eller er forsinket, med navn eller id",
                "kven eller kva som går ut, tek slutt eller er forseinka, med namn eller id",
                "who or what leaves, ends or is late, by name or id",
            ),
            node="any",
        ),
    ] = (),
    late: Annotated[
        bool,
        Option(
            Text(
                "det er forsinket, og går verken ut eller opphører",
                "det er forseinka, og går verken ut eller tek slutt",
                "it is delayed, and neither leaves nor ends",
            )
        ),
    ] = False,
    bodies: Annotated[
        bool,
        Option(
            Text(
                "de som bare handler for den, går ut også: dens folk, avdelinger og selskaper",
                "dei som berre handlar for han, går ut også: folka, avdelingane og selskapa hans",
                "those who act for none but it leave too: its people, departments and companies",
            )
        ),
    ] = False,
    inherit: Inherit = "focus-area",
    level: Level = "organisation",
    max_steps: Annotated[
        int,
        Option(
            Text(
                "den lengste kjeden av avhengigheter som følges",
                "den lengste kjeda av avhengnader som blir følgd",
                "the longest chain of dependencies to follow",
            )
        ),
    ] = 10,
    **when: Unpack[TimeOptions],
) -> pd.DataFrame:
    """What breaks if some nodes leave, end or are delayed: what it does to what, by which path.

    All that the nodes are tied by goes with them; what they owned or led stays, without them. The
    graph without them is compared with the graph as it is. Effects, the gravest first: `orphaned`:
    a named party answered for it as a fact, directly or by what it is part of, and none does any
    more (grades as in `orphaned-goals`). `stopped`: a programme, project or measure in which no
    hand is left (leads, hosts, owns, answers for, coordinates, takes part, said as fact) and that
    nobody answers for by inheritance. `unserved`: a goal whose measures, as
    `goals-without-measures` counts them, all leave or stop. `unmet`: it depends on what leaves or
    stops, over a chain of up to `max_steps`, met or not. `exposed`: it depends, over such a chain,
    on what belongs to them alone: what no others own, host or answer for, and what lies in them and
    nobody does. `uprooted`: all that it was part of is gone, directly or further up (a measure of a
    goal of a plan that ends). `groundless`: a plan or work that carries it out or builds on it
    (IMPLEMENTS, BASED_ON). `unfunded`: they paid for it. `weakened`: fewer or others answer for it,
    or less surely. `less served`: a goal loses some measures. `cut off`: a part of the network of
    `collaborations` that would hang together with the others no more, as in `cut-points`. `apart`:
    who loses a partner there; those who lose the same are one row, and so are those who lose each
    other.

    With `late` nothing leaves: `delayed` is what depends on it where that is not met, and what it
    serves (a measure, project or programme goals and effects), over such chains. It need not be.

    On a day, of what is in force then. Evidence is that of the first step of the path; modality is
    the weakest along it. No path where several parties fall away from each other.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "m", "kind": "Measure", "name": "Bygge"},
    ...      {"id": "g", "kind": "Goal", "name": "Bo"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "m"},
    ...      {"source": "m", "relation": "PART_OF", "target": "g"}])
    >>> impact(graph, node=("Vennesla",))[["effect", "name", "before", "after"]].values.tolist()
    [['orphaned', 'Bygge', 'owned', 'none'], ['stopped', 'Bygge', '', ''],
     ['unserved', 'Bo', '1', '0']]
    """
    asked = list(dict.fromkeys(graph.position(name) for name in node))
    names = dict(zip(graph.nodes["id"].iloc[asked], graph.nodes["name"].iloc[asked], strict=True))
    then = graph.as_of(**when)
    place = {node: at for at, node in enumerate(then.nodes["id"])}
    gone = [place[node] for node in names if node in place]
    along = taken_along(then, gone) - {*gone}
    leaving = Leaving(then, {*gone, *along} if bodies else gone)
    effects: list[Effect] = []
    goes_on = False
    if gone and late:
        met = _met(graph, place, **when)
        effects, goes_on = impact_chains.delayed(leaving, met, max_steps)
    elif gone:
        effects, goes_on = _breaks(leaving, inherit, level, max_steps)
    table = columns.of_rows(Impact, (_row(leaving, effect) for effect in effects))
    table.attrs[TOLD] = Told(
        tuple(name for node, name in names.items() if node in place),
        tuple(name for node, name in names.items() if node not in place),
        tuple(leaving.tell.names[at] for at in leaving.by_name(along)),
        goes_on,
    )
    return table.astype({"gravity": "int64", "amount": "float64", "steps": "int64"})


def _met(graph: PlanGraph, place: dict[str, int], **when: Any) -> set[tuple[int, int]]:
    """The dependencies that are met, by places of both ends."""
    needs = ask(graph, "direct-dependencies", **when)
    needs = needs[needs["status"] == MET]
    ends = ([place[node] for node in needs[end]] for end in ("dependent", "dependee"))
    return set(zip(*ends, strict=True))


def _breaks(leaving: Leaving, inherit: str, level: str, longest: int) -> tuple[list[Effect], bool]:
    """All that the loss does, and whether a chain goes on beyond the longest."""
    before, after = (Answering.of(graph, inherit) for graph in (leaving.before, leaving.after))
    stops = impact_effects.stopped(leaving, after)
    lost = impact_effects.lost_with(leaving, stops)
    needing, goes_on = impact_chains.unmet(leaving, lost, longest)
    return [
        *impact_effects.answered_for(leaving, inherit, before, after),
        *stops.values(),
        *impact_chains.served(leaving, lost),
        *needing,
        *impact_effects.uprooted(leaving),
        *groundless(leaving),
        *impact_effects.unfunded(leaving),
        *impact_ties.collaborations_lost(leaving, level),
    ], goes_on


def _row(leaving: Leaving, effect: Effect) -> Impact:
    tell, path = leaving.tell, effect.path
    first = tell.steps(path[:1])
    items = effect.items
    return Impact(
        gravity=PLACE[effect.effect],
        effect=effect.effect,
        item=columns.SEPARATOR.join(tell.ids[at] for at in items),
        name=columns.SEPARATOR.join(tell.names[at] for at in items),
        kind=leaving.before.nodes["kind"].iat[items[0]] if len(items) == 1 else "",
        before=effect.before,
        after=effect.after,
        lost=columns.SEPARATOR.join(tell.names[at] for at in effect.lost),
        left=columns.SEPARATOR.join(tell.names[at] for at in effect.left),
        money=_money(effect),
        amount=effect.amount,
        path=tell.text(path) if path else "",
        steps=len(path),
        modality=tell.weakest(path, inferred=False) if path else "",
        document=(first[0].document or "") if first else "",
        line=(first[0].line or 0) if first else 0,
        quote=(first[0].quote or "") if first else "",
        evidence=tell.steps(path),
    )


def _money(effect: Effect) -> str:
    """The amount with its currency, thousands apart; nothing where none is said."""
    if math.isnan(effect.amount):
        return ""
    if abs(effect.amount) >= BEYOND_WORDS:
        whole = f"{effect.amount:g}"
    elif effect.amount == round(effect.amount):
        whole = f"{effect.amount:,.0f}"
    else:
        whole = f"{effect.amount:,}"
    return f"{whole.replace(',', ' ')} {effect.currency}".strip()
