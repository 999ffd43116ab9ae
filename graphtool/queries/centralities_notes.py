"""What is said beside any centralities: the network, what each measure means, who is first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from graphtool.language import Text, joined, listed, number, plain, same, setting
from graphtool.queries.centralities_words import (
    ALIKE,
    DIRECTED,
    FIRST,
    MEASURED,
    NEARLY_ALL,
    NO_VALUE,
    NONE_ALONE,
    ONE_ALONE,
    ONLY,
    OTHERS_LEFT_OUT,
    REDRAWN,
    SIZE,
    SOME_ALONE,
    TOO_LARGE,
    UNDIRECTED,
)
from graphtool.queries.nobody import nobody_in
from graphtool.queries.phrases import (
    ALL,
    BOTH,
    NEAR_COMPLETE,
    NOBODY_TIED,
    PARTIES,
    POSSIBLE,
    TIES,
    figure,
    shared_by,
    significant,
)
from graphtool.queries.position_measures import POSITIONS
from graphtool.queries.projection import on_their_own
from graphtool.queries.query import Askable

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


class Asked(NamedTuple):
    """The network that was measured."""

    parties: int
    ties: int
    possible: int
    directed: bool
    degrees: tuple[int, ...]
    """How many each party is tied to, whichever way."""
    too_far: tuple[str, ...]
    """Measures that take too long in so large a network."""
    taken: frozenset[str]
    """What of `OTHERWISE` makes a difference in it."""
    of_activities: bool
    """Whether its ties are shared activities, weighted."""


ASKED = "asked"
"""Under which the rows keep it: among the table's `attrs`."""


def centralities_notes(
    graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any
) -> list[Text]:
    """What the network is like; of each measure who is first, what it means, how it is defined.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> run("centralities", examples.three_in_a_row()).notes[0].en
    '3 parties, 2 ties of 3 possible; parties that take no part in anything here are left out ...
    """
    net: Asked = rows.attrs[ASKED]
    if not net.parties:
        return [nobody_in(graph, options)]
    notes = [
        SIZE.format(
            parties=number(net.parties, *PARTIES),
            ties=number(net.ties, *(ARROWS if net.directed else TIES)),
            possible=number(net.possible, *POSSIBLE),
            alone=_alone(net, isolates=options["isolates"]),
        )
    ]
    if not net.ties:
        notes.append(NOBODY_TIED)
    notes += _near_complete(net)
    notes += [said for name, said in OTHERWISE.items() if name in net.taken]
    for name in POSITIONS:
        some = rows[rows["measure"] == name]
        if len(some):
            notes.append(_measured(name, some, net))
    notes += _left_out(rows, net, options["measure"])
    if options["confidence"] and len(rows):
        notes.append(REDRAWN)
    return [*notes, *on_their_own(graph, rows["party"].unique(), options)]


def _alone(net: Asked, *, isolates: bool) -> Text:
    """How many are tied to nobody, and that those who have no part in it are left out."""
    n = sum(degree == 0 for degree in net.degrees)
    alone = (NONE_ALONE if not n else ONE_ALONE if n == 1 else SOME_ALONE).format(n=n)
    if isolates:
        return alone
    left_out = OTHERS_LEFT_OUT.format(isolates=setting("isolates"))
    return BOTH_SAID.format(alone=alone, left_out=left_out) if n else left_out


def _near_complete(net: Asked) -> list[Text]:
    """That a network in which nearly all are tied to all ranks little."""
    tied = [degree for degree in net.degrees if degree]
    if net.directed or len(tied) < 4 or sum(tied) < NEAR_COMPLETE * len(tied) * (len(tied) - 1):
        return []
    return [NEARLY_ALL.format(n=len(tied))]


def _left_out(rows: pd.DataFrame, net: Asked, asked: tuple[str, ...]) -> list[Text]:
    """Measures that were asked for and have no rows, with the reason; of all, those too slow."""
    reasons: dict[Text, list[Text]] = {}
    for name in asked or net.too_far:
        position = POSITIONS[name]
        wrong = position.directed is not None and position.directed != net.directed
        if (rows["measure"] == name).any() or (wrong and not asked):
            continue
        why = UNDIRECTED if net.directed else DIRECTED
        if not wrong:
            why = TOO_LARGE if name in net.too_far else NO_VALUE
        reasons.setdefault(why, []).append(position.label)
    return [why.format(names=listed(names, most=None)) for why, names in reasons.items()]


def _measured(name: str, rows: pd.DataFrame, net: Asked) -> Text:
    """Who is first by a measure, if anybody is, what it means and how it is defined."""
    position = POSITIONS[name]
    first = rows[rows["rank"] == 1]
    alike = len(first) == len(rows)
    shared = BOTH if len(rows) == 2 else ALL.format(n=len(rows))
    value = figure(significant(first["value"].iat[0], 4))
    if alike:
        who = ALIKE.format(all=shared, value=value) if len(rows) > 1 else ONLY.format(value=value)
    else:
        who = FIRST.format(
            names=listed(plain(first["name"])), value=value, shared=shared_by(len(first))
        )
    return MEASURED.format(
        label=position.label.begun(),
        who=who,
        meaning=_with(
            position.meaning, ": ", position.of_activities if net.of_activities else None
        ),
        definition=_with(
            position.definition, "; ", None if "per_component" in net.taken else position.of_whole
        ),
    )


def _with(said: Text, mark: str, more: Text | None) -> Text:
    return joined((said, more), mark) if more else said


ARROWS = Text("1 pil", "1 pil", "1 arrow"), Text("{n} piler", "{n} piler", "{n} arrows")
BOTH_SAID = same("{alone}; {left_out}")
OTHERWISE = {
    "undirected": Text(
        "Hver pil teller som en forbindelse, uansett hvilken vei den går.",
        "Kvar pil tel som eit samband, same kva veg ho går.",
        "Every arrow counts as a tie, whichever way it runs.",
    ),
    "unweighted": Text(
        "Alle forbindelser teller likt, uansett hvor mye de er bygd på.",
        "Alle samband tel likt, same kor mykje dei er bygde på.",
        "All ties count alike, however much they rest on.",
    ),
    "per_component": Text(
        "Hver del regnes for seg: «n» og «de andre» er de som en part henger sammen med, uansett"
        " retning, og egenvektor, PageRank og Katz har lengde eller sum 1 i hver del, og ingen"
        " verdi for den som er alene. Det er lettere å få høye verdier i en liten del enn i en"
        " stor.",
        "Kvar del er rekna for seg: «n» og «dei andre» er dei som ein part heng saman med, same kva"
        " retning, og eigenvektor, PageRank og Katz har lengd eller sum 1 i kvar del, og ingen"
        " verdi for den som er åleine. Det er lettare å få høge verdiar i ein liten del enn i ein"
        " stor.",
        "Each part is worked out by itself: “n” and “the others” are those that a party hangs"
        " together with, whichever way, and eigenvector, PageRank and Katz have length or sum 1 in"
        " each part, and none for who is alone. High values come more easily in a small part than"
        " in a large one.",
    ),
}
"""What is otherwise than it is by default, an option each."""
