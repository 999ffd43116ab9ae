"""What a shared resource says, column by column."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.fields import Document, Line, NodeId, NodeName, Option, Quote, col
from graphtool.queries.owner_columns import Kind, Modality

Least = Annotated[
    int,
    Option(
        Text(
            "hvor mange andre som må bygge på det",
            "kor mange andre som må byggje på det",
            "how many others must rest on it",
        )
    ),
]


class SharedResource(NamedTuple):
    """Something that several others rest on."""

    node: NodeId
    name: NodeName
    kind: Kind
    rests: Annotated[
        int,
        col(
            ("hviler på den", "hvor mange andre, over hvilken som helst kjede"),
            ("kviler på den", "kor mange andre, over kva kjede som helst"),
            ("rest on it", "how many others, over any chain"),
        ),
    ]
    only: Annotated[
        int,
        col(
            (
                "bare gjennom den",
                "hvor mange av dem som har alle kjeder av avhengigheter, fulgt til enden, gjennom"
                " eller fram til den",
            ),
            (
                "berre gjennom den",
                "kor mange av dei som har alle kjeder av avhengnader, følgde til enden, gjennom"
                " eller fram til han",
            ),
            (
                "only through it",
                "of how many of them every chain of dependencies, followed to its end, passes"
                " through it or ends in it",
            ),
        ),
    ]
    directly: Annotated[
        str | None,
        col(
            ("direkte", "navnene på dem som avhenger av den selv"),
            ("direkte", "namna på dei som er avhengige av han sjølv"),
            ("directly", "names of those that depend on it itself"),
        ),
    ]
    homes: Annotated[
        int,
        col(
            ("kommuner", "hvor mange kommuner disse hører til"),
            ("kommunar", "kor mange kommunar desse høyrer til"),
            ("municipalities", "of how many municipalities these are"),
        ),
    ]
    home_names: Annotated[
        str | None,
        col(
            ("hvilke", "navnene på kommunene som har noe som bygger på den"),
            ("kva for nokre", "namna på kommunane som har noko som byggjer på han"),
            ("which", "names of the municipalities whose things rest on"),
        ),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote
