"""What is said beside centralities: who leads, and when such a ranking means nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.language import Text, listed, number, plain, same, setting
from graphtool.queries import key_parties, measures
from graphtool.queries.centrality_words import (
    ALL_TIED,
    BOTH_TIED,
    BUT_STRENGTH,
    EQUALLY_STRONG,
    ESTIMATED,
    EXPLAINED,
    FIRST_BY_ONE,
    FIRST_BY_SEVERAL,
    IN_PARTS,
    NEARLY_ALL,
    NETWORK,
    SHARED_BY_ALL,
    SO_NOBODY,
    STRONGEST_ONLY,
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
from graphtool.queries.query import Askable, Options

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

LABELS = {
    "degree": Text("antall partnere", "tal på partnarar", "degree"),
    **{
        name: POSITIONS[name].label
        for name in ("strength", "betweenness", "harmonic", "eigenvector")
    },
}
"""The measures, in the order of the columns."""


def centrality_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """What the network is like, who leads by each measure, and where no ranking means anything.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> run("centrality", graph).notes[0].en
    '3 parties, 2 ties of 3 possible (density 0.67).'
    """
    n = len(rows)
    if not n:
        return [nobody_in(graph, options)]
    links = int(rows["degree"].sum()) // 2
    possible = n * (n - 1) // 2
    density = figure(f"{links / possible:.2f}" if possible else "–")
    notes = [
        NETWORK.format(
            parties=number(n, *PARTIES),
            ties=number(links, *TIES),
            possible=number(possible, *POSSIBLE),
            density=density,
        )
    ]
    if links == 0:
        return [*notes, NOBODY_TIED]
    if links == possible:
        notes.append(_all_tied(n, alike=bool((rows["strength_ties"] == n).all())))
    notes += _leaders(rows, complete=links == possible)
    notes += _near_complete(rows)
    first = leaders(rows)["party"].tolist()
    if len(first) > 1:
        notes.append(key_parties.among(graph, first, **key_parties.asked(options)).text)
    notes += _caveats(graph, rows, options)
    return [*notes, *on_their_own(graph, rows["party"], options), EXPLAINED]


def _near_complete(rows: pd.DataFrame) -> list[Text]:
    """That who shares an activity says little here, and where more is said."""
    tied = rows[rows["degree"] > 0]
    n = len(tied)
    if n < 4 or tied["degree"].sum() < NEAR_COMPLETE * n * (n - 1):
        return []
    return [NEARLY_ALL.format(n=n)]


def leaders(rows: pd.DataFrame) -> pd.DataFrame:
    """Those who work with most others and, of them, share most activities; the rows of both.

    >>> import pandas as pd
    >>> rows = pd.DataFrame(
    ...     {"name": ["A", "B", "C"], "degree": [2, 2, 1], "strength": [1.0, 1.5, 3.0]})
    >>> leaders(rows)["name"].tolist()
    ['B']
    """
    first = rows[rows["degree"] == rows["degree"].max()]
    return first[first["strength"] == first["strength"].max()]


def _all_tied(n: int, *, alike: bool) -> Text:
    form = BOTH_TIED if n == 2 else ALL_TIED
    return form.format(n=n, so=SO_NOBODY if alike else BUT_STRENGTH)


def _leaders(rows: pd.DataFrame, *, complete: bool) -> list[Text]:
    """Who is first by each measure; those by whom several are led are named once."""
    led: dict[tuple[str, ...], list[str]] = {}
    for measure in LABELS:
        first = rows[rows[f"{measure}_rank"] == 1]
        alike = len(first) == len(rows)
        if not (alike and complete and measure in ("degree", "betweenness", "harmonic")):
            led.setdefault(() if alike else tuple(first["party"]), []).append(measure)
    return [_led(rows, by) if first else _shared_by_all(len(rows), by) for first, by in led.items()]


def _shared_by_all(n: int, by: list[str]) -> Text:
    return SHARED_BY_ALL.format(
        labels=listed([LABELS[measure] for measure in by], most=None),
        all=BOTH if n == 2 else ALL.format(n=n),
    )


def _led(rows: pd.DataFrame, by: list[str]) -> Text:
    first = rows[rows[f"{by[0]}_rank"] == 1]
    first = first.sort_values(by[0], ascending=False, kind="stable")
    names = listed(plain(first["name"]), 8)
    values = [_value(first, measure) for measure in by]
    if len(by) == 1:
        shared = shared_by(len(first))
        return FIRST_BY_ONE.format(label=LABELS[by[0]], names=names, value=values[0], shared=shared)
    label = same("{label} ({value})")
    labels = [
        label.format(label=LABELS[measure], value=value)
        for measure, value in zip(by, values, strict=True)
    ]
    return FIRST_BY_SEVERAL.format(
        labels=listed(labels, most=None), names=names, shared=shared_by(len(first))
    )


def _value(first: pd.DataFrame, measure: str) -> Text:
    """The largest value, and how far off it may be."""
    at = first[measure].idxmax()
    value = significant(first[measure][at], 4)
    if measure == "betweenness" and (error := first["betweenness_error"][at]):
        value += f" ± {significant(error, 1)}"
    return figure(value)


def _caveats(graph: PlanGraph | Askable, rows: pd.DataFrame, options: Options) -> list[Text]:
    found, _ = measures.asked(graph, **key_parties.asked(options))
    notes = []
    if (parts := found.components) > 1:
        notes.append(
            IN_PARTS.format(n=parts, only=STRONGEST_ONLY if found.leading_parts == 1 else "")
        )
    if found.leading_parts > 1:
        notes.append(EQUALLY_STRONG.format(n=found.leading_parts))
    if found.estimated(exact=options["exact"]):
        notes += _estimate(rows)
    return notes


def _estimate(rows: pd.DataFrame) -> list[Text]:
    """How far off betweenness may be, and what its places are worth."""
    return [
        ESTIMATED.format(
            exact=setting("exact"),
            k=measures.SOURCES,
            n=len(rows),
            error=figure(significant(rows["betweenness_error"].max(), 1)),
        )
    ]
