"""The row of `robustness`, and the orders in which parties leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.fields import col, node_id

if TYPE_CHECKING:
    pass


RANDOM, DEGREE, BETWEEN = "random", "degree", "betweenness"
ORDERS = {
    RANDOM: Text("tilfeldig", "tilfeldig", "random"),
    DEGREE: Text("flest partnere først", "flest partnarar først", "most partners first"),
    BETWEEN: Text(
        "størst mellomposisjon først", "størst mellomposisjon først", "most betweenness first"
    ),
}
PLACE = {name: at for at, name in enumerate(ORDERS, start=1)}


class Withstanding(NamedTuple):
    """What is left when so many parties have left, in one order."""

    order: Annotated[
        str,
        col(
            ("rekkefølge", "i hvilken rekkefølge de går ut"),
            ("rekkjefølgje", "i kva rekkjefølgje dei går ut"),
            ("order", "in which order they leave"),
            ORDERS,
        ),
    ]
    gone: Annotated[
        int,
        col(
            ("borte", "hvor mange som har gått ut"),
            ("borte", "kor mange som har gått ut"),
            ("gone", "how many have left"),
        ),
    ]
    last: Annotated[
        str | None,
        node_id(
            ("sist-id", "id-en til den som gikk ut sist"),
            ("sist-id", "id-en til den som gjekk ut sist"),
            ("last", "id of the one that left last"),
        ),
    ]
    last_name: Annotated[
        str | None,
        col(
            ("sist", "navnet på den som gikk ut sist"),
            ("sist", "namnet på den som gjekk ut sist"),
            ("last name", "the name of the one that left last"),
        ),
    ]
    largest: Annotated[
        float,
        col(
            (
                "største del",
                "andelen av alle parter som fortsatt henger sammen i den største delen;"
                " gjennomsnittet for tilfeldige rekkefølger",
            ),
            (
                "største del",
                "delen av alle partar som framleis heng saman i den største delen; gjennomsnittet"
                " for tilfeldige rekkjefølgjer",
            ),
            (
                "largest part",
                "share of all parties that still hang"
                " together in the largest part; of random orders the mean",
            ),
        ),
    ]
    reachable: Annotated[
        float,
        col(
            (
                "når hverandre",
                "andelen av alle par av parter som det fortsatt går en vei mellom; gjennomsnittet"
                " for tilfeldige rekkefølger",
            ),
            (
                "når kvarandre",
                "delen av alle par av partar som det framleis går ein veg mellom; gjennomsnittet"
                " for tilfeldige rekkjefølgjer",
            ),
            (
                "reach each other",
                "share of all pairs of parties"
                " between which a way still leads; of random orders the mean",
            ),
        ),
    ]
    orphaned: Annotated[
        float | None,
        col(
            (
                "mål uten ansvarlig",
                "andelen av målene som noen svarer for, som ikke har noen igjen; gjennomsnittet"
                " for tilfeldige rekkefølger",
            ),
            (
                "mål utan ansvarleg",
                "delen av måla som nokon svarer for, som ikkje har nokon att; gjennomsnittet for"
                " tilfeldige rekkjefølgjer",
            ),
            (
                "orphaned goals",
                "share of the goals that"
                " are answered for that have nobody left; of random orders the mean",
            ),
        ),
    ]
    largest_low: Annotated[
        float | None,
        col(
            (
                "i verste fall",
                "den største delen i den verste tyvendedelen av de tilfeldige rekkefølgene",
            ),
            (
                "i verste fall",
                "den største delen i den verste tjuandedelen av dei tilfeldige rekkjefølgjene",
            ),
            ("at worst", "the largest part in the worst twentieth of the random orders"),
        ),
    ]
    place: Annotated[
        int,
        col(
            ("nr.", "rekkefølgens plass i listen"),
            ("nr.", "plassen til rekkjefølgja i lista"),
            ("no.", "the order's place in the list"),
            in_tables=False,
        ),
    ]
