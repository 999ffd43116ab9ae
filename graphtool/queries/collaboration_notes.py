"""What is said beside the rows of `collaborations`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from graphtool.language import Text, number, same
from graphtool.queries.nobody import no_municipality
from graphtool.queries.phrases import PAIRS, POSSIBLE
from graphtool.queries.projection import on_their_own

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


def collaboration_notes(graph: PlanGraph, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How dense it is, and what was left out.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> run("collaborations", graph).notes[0].en
    '2 pairs among 3 parties that work with anybody, of 3 possible.'
    """
    tied = {*rows["party"].unique(), *rows["partner"].unique()}
    parties = len(tied)
    if not parties:
        return [
            no_municipality(graph, options)
            or Text(
                "Ingen to parter deler noen aktivitet.",
                "Ingen to partar deler nokon aktivitet.",
                "No two parties share an activity.",
            )
        ]
    possible = parties * (parties - 1) // 2
    stated = int((rows["said"] != "derived").sum())
    notes = [
        Text(
            "{pairs} blant {parties} parter som samarbeider med noen, av {possible}{stated}.",
            "{pairs} blant {parties} partar som samarbeider med nokon, av {possible}{stated}.",
            "{pairs} among {parties} parties that work with anybody, of {possible}{stated}.",
        ).format(
            pairs=number(len(rows), *PAIRS),
            parties=parties,
            possible=number(possible, *POSSIBLE),
            stated=_stated(stated, len(rows)),
        )
    ]
    if len(rows) == possible and parties > 2 and rows["weight"].min() == rows["weight"].max():
        notes.append(
            Text(
                "Alle arbeider like mye sammen med alle: ingen par skiller seg ut.",
                "Alle arbeider like mykje saman med alle: ingen par skil seg ut.",
                "Everybody works equally much with everybody: no pair stands out.",
            )
        )
    return [*notes, *on_their_own(graph, tied, options)]


def _stated(stated: int, pairs: int) -> Text:
    """Of how many pairs a source itself says so, where that differs."""
    if stated in (0, pairs):
        return same("")
    return Text(
        "; om {n} av dem sier en kilde det selv, resten er utledet av det de deler",
        "; om {n} av dei seier ei kjelde det sjølv, resten er utleidd av det dei deler",
        "; of {n} of them a source itself says so, the rest follow from what they share",
    ).format(n=stated)
