"""What a measure of a network says, column by column."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.cohesion_measures import MEASURES, defined
from graphtool.queries.fields import col, measure_name

UNDEFINED = Text("ikke definert her", "ikkje definert her", "not defined here")


class Cohesion(NamedTuple):
    """A measure of the network as a whole."""

    measure: Annotated[
        str, measure_name({name: measure.label for name, measure in MEASURES.items()})
    ]
    value: Annotated[
        float | None,
        col(("verdi", "verdien"), ("verdi", "verdien"), ("value", "its value"), nothing=UNDEFINED),
    ]
    lowest: Annotated[
        float,
        col(
            ("minst", "det minste det kan være her"),
            ("minst", "det minste det kan vere her"),
            ("lowest", "the least that it can be here"),
        ),
    ]
    highest: Annotated[
        float,
        col(
            ("størst", "det meste det kan være her"),
            ("størst", "det meste det kan vere her"),
            ("highest", "the most that it can be here"),
        ),
    ]
    expected: Annotated[
        float | None,
        col(
            ("ventet", "gjennomsnittet når gruppene trekkes ved lodd"),
            ("venta", "gjennomsnittet når gruppene blir trekte ved lodd"),
            ("expected", "its mean where the groups are drawn by lot"),
        ),
    ]
    p: Annotated[
        float | None,
        col(
            (
                "p",
                "andelen av slike trekninger som ligger like langt fra det gjennomsnittet eller"
                " lenger",
            ),
            (
                "p",
                "delen av slike trekningar som ligg like langt frå det gjennomsnittet eller lenger",
            ),
            ("p", "the share of such draws that lie as far from that mean or farther"),
        ),
    ]
    meaning: Annotated[
        str,
        col(
            ("betyr", "hva det sier, i ord"),
            ("tyder", "kva det seier, i ord"),
            ("meaning", "what it says, in words"),
            {name: measure.meaning for name, measure in MEASURES.items()},
        ),
    ]
    definition: Annotated[
        str,
        col(
            ("definisjon", "formel, kilde og andre navn"),
            ("definisjon", "formel, kjelde og andre namn"),
            ("definition", "formula, source and other names"),
            said=defined,
        ),
    ]
    place: Annotated[
        int,
        col(
            ("nr.", "plassen i listen"),
            ("nr.", "plassen i lista"),
            ("no.", "its place in the list"),
            in_tables=False,
        ),
    ]
