"""Columns and options that queries of ties between parties share."""

from __future__ import annotations

from typing import Annotated, Literal

from graphtool.language import Text
from graphtool.queries.fields import Option, TimeOptions, col

Level = Annotated[
    Literal["party", "organisation", "municipality"],
    Option(
        Text(
            "hvem som knyttes sammen: hver part for seg; organisasjoner, hver med sine folk;"
            " eller kommuner, hver med sine folk og organer",
            "kven som blir knytte saman: kvar part for seg; organisasjonar, kvar med folka sine;"
            " eller kommunar, kvar med folka og organa sine",
            "who is tied: every party for itself; organisations, each with its people; or"
            " municipalities, each with its people and bodies",
        ),
        default="organisation",
    ),
]
Planned = Annotated[
    bool,
    Option(
        Text(
            "tell også med det som bare er planlagt eller ønsket",
            "tel også med det som berre er planlagt eller ønskt",
            "also count what is only planned or aspired to",
        ),
        default=False,
    ),
]


class TieOptions(TimeOptions, total=False):
    """Which ties between parties a query counts, and between whom."""

    level: Level
    planned: Planned


Through = Annotated[
    str | None,
    col(
        ("gjennom", "navnene på personene og organene som gjør det for den"),
        ("gjennom", "namna på personane og organa som gjer det for han"),
        ("through", "names of the people and bodies that do so for it"),
    ),
]
Partners = Annotated[
    int,
    col(
        ("partnere", "hvor mange andre den arbeider med"),
        ("partnarar", "kor mange andre han arbeider med"),
        ("degree", "how many others it works with"),
    ),
]
Strength = Annotated[
    float,
    col(
        ("styrke", "summen av vektene til forbindelsene"),
        ("styrke", "summen av vektene til sambanda"),
        ("strength", "sum of the weights of its ties"),
    ),
]
OneName = Annotated[str, col(("part", "navnet"), ("part", "namnet"), ("party name", "its name"))]
"""Of one of two who stand in a row."""
PartyNamed = Annotated[
    str,
    col(("part", "partens navn"), ("part", "namnet på parten"), ("party name", "the party's name")),
]
Evidence = Annotated[
    str | None,
    col(
        ("belegg", "dokument:linje for hver påstand bak, også om hvordan personene er deres"),
        ("belegg", "dokument:linje for kvar påstand bak, også om korleis personane er deira"),
        (
            "evidence",
            "document:line of every assertion behind it, also of how those people are theirs",
        ),
    ),
]
