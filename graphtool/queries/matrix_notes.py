"""What is said beside the matrix of responsibility: what its letters mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.language import Text, either, listed, setting
from graphtool.queries.nouns import share
from graphtool.queries.phrases import absent
from graphtool.queries.query import Askable
from graphtool.queries.responsibility import called

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

ANSWERED = ("O", "A", "(O)", "(A)")
"""The letters of who owns or answers for a thing, as far as it is said as a fact."""
VAGUE = "vague"
"""Where the rows carry, in `attrs`, how many things have it of those who name nobody alone."""


def matrix_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """What the letters mean, and which things have none or several who answer for them.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> run("responsibility-matrix", graph).notes[1].en
    'Of 2 goals and measures, as stated or derived: nobody owns or answers for 1, ...'
    """
    kinds = called(options)
    total = rows["item"].nunique()
    if not total:
        return [absent(either(kinds), options["as_of"])]
    answering = rows[rows["letter"].isin(ANSWERED)]
    told = answering.drop_duplicates(["item", "party"])["item"].value_counts()
    legend = Text(
        "E eier, A svarer for, K samordner (koordinerer), S støtter, F finansierer. Liten bokstav:"
        " bare planlagt, ønsket eller utløpt. I parentes: arvet.",
        "E eig, A svarer for, K samordnar (koordinerer), S støttar, F finansierer. Liten bokstav:"
        " berre planlagt, ønskt eller gått ut. I parentes: arva.",
        "O owns, A answers for, C coordinates, S supports, F funds. Small letter: only planned,"
        " aspired to or lapsed. In brackets: inherited.",
    )
    more = []
    if vague := rows.attrs[VAGUE]:
        more.append(_VAGUE_ONLY if total == 1 else _VAGUE.format(n=vague))
    if options["inherit"] == "none" and len(told) < total:
        more.append(NOT_INHERITED.format(inherit=setting("inherit")))
    if total == 1:
        only = share(1, 1, rows["kind"].iat[0].lower())
        return [legend, _ONLY[min(int(told.sum()), 2)].format(share=only), *more]
    return [
        legend,
        Text(
            "Etter det som er sagt som fakta eller utledet, har {none} av {total} {what} verken"
            " eier eller ansvarlig, {one} har én, {more} har flere.",
            "Etter det som er sagt som fakta eller utleidd, har {none} av {total} {what} verken"
            " eigar eller ansvarleg, {one} har éin, {more} har fleire.",
            "Of {total} {what}, as stated or derived: nobody owns or answers for {none}, one party"
            " does for {one}, several do for {more}.",
        ).format(
            total=total,
            what=listed(kinds, most=None),
            none=total - len(told),
            one=int((told == 1).sum()),
            more=int((told > 1).sum()),
        ),
        *more,
    ]


_VAGUE = Text(
    "For {n} av disse er eier eller ansvarlig bare en gruppe uten navn eller et uavklart navn.",
    "For {n} av desse er eigar eller ansvarleg berre ei gruppe utan namn eller eit uavklart namn.",
    "For {n} of these that is only an unnamed group or an unresolved name.",
)
_VAGUE_ONLY = Text(
    "Det er bare en gruppe uten navn eller et uavklart navn.",
    "Det er berre ei gruppe utan namn eller eit uavklart namn.",
    "That is only an unnamed group or an unresolved name.",
)
NOT_INHERITED = Text(
    "Arvet ansvar er ikke regnet med; {inherit} tar det med.",
    "Arva ansvar er ikkje rekna med; {inherit} tek det med.",
    "Inherited responsibility is not counted; {inherit} counts it.",
)
_ONLY = (
    Text(
        "{share} har verken eier eller ansvarlig, etter det som er sagt som fakta eller utledet.",
        "{share} har verken eigar eller ansvarleg, etter det som er sagt som fakta eller utleidd.",
        "{share} has nobody who owns or answers for it, as stated or derived.",
    ),
    Text(
        "{share} har én eier eller ansvarlig, etter det som er sagt som fakta eller utledet.",
        "{share} har éin eigar eller ansvarleg, etter det som er sagt som fakta eller utleidd.",
        "{share} has one who owns or answers for it, as stated or derived.",
    ),
    Text(
        "{share} har flere eiere eller ansvarlige, etter det som er sagt som fakta eller utledet.",
        "{share} har fleire eigarar eller ansvarlege, etter det som er sagt som fakta eller"
        " utleidd.",
        "{share} has several who own or answer for it, as stated or derived.",
    ),
)
"""What is said of the only thing there is: that nobody, one or several answer for it."""
