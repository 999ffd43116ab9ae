"""The row of `robustness`, and the orders in which parties leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.fields import Column, col, node_id

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
        Column(
            Text("rekkefølge", "rekkjefølgje", "order"),
            Text(
                "i hvilken rekkefølge de går ut",
                "i kva rekkjefølgje dei går ut",
                "in which order they leave",
            ),
            ORDERS,
        ),
    ]
    gone: Annotated[
        int,
        col(
            "borte",
            "borte",
            "gone",
            Text("hvor mange som har gått ut", "kor mange som har gått ut", "how many have left"),
        ),
    ]
    last: Annotated[
        str | None,
        node_id(
            "sist-id",
            "sist-id",
            "last",
            Text(
                "id-en til den som gikk ut sist",
                "id-en til den som gjekk ut sist",
                "id of the one that left last",
            ),
        ),
    ]
    last_name: Annotated[
        str | None,
        col(
            "sist",
            "sist",
            "last name",
            Text(
                "navnet på den som gikk ut sist",
                "namnet på den som gjekk ut sist",
                "the name of the one that left last",
            ),
        ),
    ]
    largest: Annotated[
        float,
        col(
            "største del",
            "største del",
            "largest part",
            Text(
                "andelen av alle parter som fortsatt henger sammen i den største delen;"
                " gjennomsnittet for tilfeldige rekkefølger",
                "delen av alle partar som framleis heng saman i den største delen; gjennomsnittet"
                " for tilfeldige rekkjefølgjer",
                "share of all parties that still hang"
                " together in the largest part; of random orders the mean",
            ),
        ),
    ]
    reachable: Annotated[
        float,
        col(
            "når hverandre",
            "når kvarandre",
            "reach each other",
            Text(
                "andelen av alle par av parter som det fortsatt går en vei mellom; gjennomsnittet"
                " for tilfeldige rekkefølger",
                "delen av alle par av partar som det framleis går ein veg mellom; gjennomsnittet"
                " for tilfeldige rekkjefølgjer",
                "share of all pairs of parties"
                " between which a way still leads; of random orders the mean",
            ),
        ),
    ]
    orphaned: Annotated[
        float | None,
        col(
            "mål uten ansvarlig",
            "mål utan ansvarleg",
            "orphaned goals",
            Text(
                "andelen av målene som noen svarer for, som ikke har noen igjen; gjennomsnittet"
                " for tilfeldige rekkefølger",
                "delen av måla som nokon svarer for, som ikkje har nokon att; gjennomsnittet for"
                " tilfeldige rekkjefølgjer",
                "share of the goals that"
                " are answered for that have nobody left; of random orders the mean",
            ),
        ),
    ]
    largest_low: Annotated[
        float | None,
        col(
            "i verste fall",
            "i verste fall",
            "at worst",
            Text(
                "den største delen i den verste tyvendedelen av de tilfeldige rekkefølgene",
                "den største delen i den verste tjuandedelen av dei tilfeldige rekkjefølgjene",
                "the largest part in the worst twentieth of the random orders",
            ),
        ),
    ]
    place: Annotated[
        int,
        Column(
            Text("nr.", "nr.", "no."),
            Text(
                "rekkefølgens plass i listen",
                "plassen til rekkjefølgja i lista",
                "the order's place in the list",
            ),
            in_tables=False,
        ),
    ]
