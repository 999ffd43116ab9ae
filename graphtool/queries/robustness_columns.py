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
        Column(Text("rekkefølge", "rekkjefølgje", "order"), "in which order they leave", ORDERS),
    ]
    gone: Annotated[int, col("borte", "borte", "gone", "how many have left")]
    last: Annotated[
        str | None, node_id("sist-id", "sist-id", "last", "id of the one that left last")
    ]
    last_name: Annotated[
        str | None, col("sist", "sist", "last name", "the name of the one that left last")
    ]
    largest: Annotated[
        float,
        col(
            "største del",
            "største del",
            "largest part",
            "share of all parties that still hang"
            " together in the largest part; of random orders the mean",
        ),
    ]
    reachable: Annotated[
        float,
        col(
            "når hverandre",
            "når kvarandre",
            "reach each other",
            "share of all pairs of parties"
            " between which a way still leads; of random orders the mean",
        ),
    ]
    orphaned: Annotated[
        float | None,
        col(
            "mål uten ansvarlig",
            "mål utan ansvarleg",
            "orphaned goals",
            "share of the goals that"
            " are answered for that have nobody left; of random orders the mean",
        ),
    ]
    largest_low: Annotated[
        float | None,
        col(
            "i verste fall",
            "i verste fall",
            "at worst",
            "the largest part in the worst twentieth of the random orders",
        ),
    ]
    place: Annotated[
        int, Column(Text("nr.", "nr.", "no."), "the order's place in the list", in_tables=False)
    ]
