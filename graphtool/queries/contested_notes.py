"""What is said beside what is contested: how much, and for which reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from graphtool.language import Text, either, listed, side_by_side
from graphtool.queries import columns
from graphtool.queries.item_ties import ANSWERABLE
from graphtool.queries.nouns import the_only
from graphtool.queries.phrases import absent
from graphtool.queries.query import Askable
from graphtool.queries.responsibility import asked_for

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


REASONS = {
    "several-own": Text("flere eiere", "fleire eigarar", "several owners"),
    "several-answer": Text("flere ansvarlige", "fleire ansvarlege", "several answer for it"),
    "across-borders": Text(
        "eier og ansvarlig i ulike kommuner",
        "eigar og ansvarleg i ulike kommunar",
        "owner and who answers in different municipalities",
    ),
}
"""Why an answer is not one person's or one municipality's."""
COUNTED = {
    "several-own": Text("{n} har flere eiere", "{n} har fleire eigarar", "{n} with several owners"),
    "several-answer": Text(
        "{n} har flere ansvarlige",
        "{n} har fleire ansvarlege",
        "{n} with several that answer for it",
    ),
    "across-borders": Text(
        "{n} har eier i én kommune og ansvarlig i en annen",
        "{n} har eigar i éin kommune og ansvarleg i ein annan",
        "{n} with an owner in one municipality and who answers for it in another",
    ),
}
assert tuple(COUNTED) == tuple(REASONS)
EVERYTHING = Text(
    "planer, mål, tiltak og annet",
    "planar, mål, tiltak og anna",
    "plans, goals, measures and the like",
)


CLEAR_THE_ONLY = Text(
    "{only} har ikke mer enn én navngitt eier eller mer enn én navngitt ansvarlig, og heller ikke"
    " eier og ansvarlig i ulike kommuner.",
    "{only} har ikkje meir enn éin namngitt eigar eller meir enn éin namngitt ansvarleg, og heller"
    " ikkje eigar og ansvarleg i ulike kommunar.",
    "{only} has no more than one named owner nor more than one named party to answer for it, nor"
    " its owner and who answers for it in different municipalities.",
)
ALL_CLEAR = Text(
    "Av {total} {what} har ingen mer enn én navngitt eier eller mer enn én navngitt ansvarlig, og"
    " ingen har eier og ansvarlig i ulike kommuner.",
    "Av {total} {what} har ingen meir enn éin namngitt eigar eller meir enn éin namngitt ansvarleg,"
    " og ingen har eigar og ansvarleg i ulike kommunar.",
    "Of {total} {what} none has more than one named owner or more than one named party to answer"
    " for it, and none has its owner and who answers for it in different municipalities.",
)
TO_SETTLE = Text(
    "Hos {n} av {total} {what} må ansvaret avklares: {said}.",
    "Hos {n} av {total} {what} må ansvaret avklarast: {said}.",
    "With {n} of {total} {what} it has to be settled who answers: {said}.",
)
TO_SETTLE_THE_ONLY = Text(
    "{only} har uavklart ansvar: {said}.",
    "{only} har uavklart ansvar: {said}.",
    "{only} has no settled responsibility: {said}.",
)


def contested_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How many are contested and why, of how many.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> run("contested", graph, kind=("Goal",)).notes[0].en
    'The only goal has no more than one named owner nor more than one named party ...'
    """
    there, plural = asked_for(graph, options)
    total = sum(there.values())
    if not total:
        return [absent(either(plural), options["as_of"])]
    what = EVERYTHING if len(there) == len(ANSWERABLE) else listed(plural, most=None)
    words = {"total": total, "what": what}
    if rows.empty and total == 1:
        return [CLEAR_THE_ONLY.format(only=the_only(there))]
    if rows.empty:
        return [ALL_CLEAR.format(**words)]
    once = rows.drop_duplicates("item")
    why = once["reasons"].str.split(columns.SEPARATOR, regex=False).explode().value_counts()
    if total == 1:
        reasons = [label for reason, label in REASONS.items() if reason in why]
        return [TO_SETTLE_THE_ONLY.format(only=the_only(there), said=side_by_side(reasons))]
    counts = [form.format(n=int(why[reason])) for reason, form in COUNTED.items() if reason in why]
    return [TO_SETTLE.format(n=len(once), said=side_by_side(counts), **words)]
