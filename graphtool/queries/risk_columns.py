"""What the risk of parties leaving says, column by column."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.fields import Option, col, node_id

WHAT = {"alone": Text("alene", "åleine", "alone"), "together": Text("sammen", "saman", "together")}
"""Whether a row is of one party, or of a smallest set of several."""

Share = Annotated[
    float,
    Option(
        Text(
            "den andelen av det noen svarer for, som de minste gruppene skal gjøre eierløs,"
            " opptil 1",
            "den delen av det nokon svarer for, som dei minste gruppene skal gjere eigarlaus,"
            " opptil 1",
            "the share of those answered for that the smallest sets are to orphan, up to 1",
        )
    ),
]


class SuccessionRisk(NamedTuple):
    """A party, or a smallest set of parties, and what would be orphaned without it."""

    what: Annotated[
        str,
        col(
            ("hvem", "én part alene, eller flere sammen"),
            ("kven", "éin part åleine, eller fleire saman"),
            ("what", "one party alone, or several together"),
            WHAT,
        ),
    ]
    parties: Annotated[
        str,
        node_id(
            ("part-id", "id-er, i navnenes rekkefølge"),
            ("part-id", "id-ar, i rekkjefølgja til namna"),
            ("parties", "ids, in the names' order"),
        ),
    ]
    party_names: Annotated[
        str,
        col(
            ("uten", "navnene på dem som ville gå ut"),
            ("utan", "namna på dei som ville gå ut"),
            ("without", "the names of those who would leave"),
        ),
    ]
    size: Annotated[
        int,
        col(
            ("antall", "hvor mange parter det er"),
            ("tal", "kor mange partar det er"),
            ("size", "how many parties that is"),
        ),
    ]
    orphaned: Annotated[
        int,
        col(
            ("uten ansvarlig", "hvor mange som ville stå uten noen"),
            ("utan ansvarleg", "kor mange som ville stå utan nokon"),
            ("orphaned", "how many would be left with nobody"),
        ),
    ]
    share: Annotated[
        float,
        col(
            ("andel", "andelen av dem som en navngitt part svarer for, 0 til 1"),
            ("del", "delen av dei som ein namngitt part svarer for, 0 til 1"),
            ("share", "their share of those that a named party answers for, 0 to 1"),
        ),
    ]
    weakened: Annotated[
        int,
        col(
            ("svekket", "hvor mange som bare ville ha igjen andre som svarer for dem"),
            ("svekt", "kor mange som berre ville ha att andre som svarer for dei"),
            ("weakened", "how many would keep only others who answer for them"),
        ),
    ]
    items: Annotated[
        str | None,
        node_id(
            ("mål-id", "id-ene til det som ville bli eierløst"),
            ("mål-id", "id-ane til det som ville bli eigarlaust"),
            ("items", "ids of what would be orphaned"),
        ),
    ]
    item_names: Annotated[
        str | None,
        col(
            ("hva", "navnene på det som ville bli eierløst"),
            ("kva", "namna på det som ville bli eigarlaust"),
            ("orphaned names", "names of what would be orphaned"),
        ),
    ]
