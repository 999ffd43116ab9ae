"""What a dated part of a plan says of its time, column by column."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool.queries.critical_notes import CONFLICT_WORDS
from graphtool.queries.fields import NodeId, NodeName, col
from graphtool.queries.owner_columns import Kind


class Timed(NamedTuple):
    """Something that waits for something or is waited for, and its time."""

    node: NodeId
    name: NodeName
    kind: Kind
    begins: Annotated[
        str | None,
        col(
            ("begynner", "første dag, slik det er sagt"),
            ("byrjar", "første dag, slik det er sagt"),
            ("begins", "its first day, as said"),
        ),
    ]
    ends: Annotated[
        str | None,
        col(
            ("slutter", "siste dag, slik det er sagt"),
            ("sluttar", "siste dag, slik det er sagt"),
            ("ends", "its last day, as said"),
        ),
    ]
    days: Annotated[
        int | None,
        col(
            ("dager", "hvor lang tid det tar; tomt der det ikke er sagt"),
            ("dagar", "kor lang tid det tek; tomt der det ikkje er sagt"),
            ("days", "how long it takes; empty where that is not said"),
        ),
    ]
    earliest: Annotated[
        str | None,
        col(
            ("tidligste start", "den første dagen det kan begynne"),
            ("tidlegaste start", "den første dagen det kan byrje"),
            ("earliest start", "the first day it can start"),
        ),
    ]
    latest: Annotated[
        str | None,
        col(
            ("seneste start", "den siste dagen det kan begynne uten å gjøre helheten sen"),
            ("seinaste start", "den siste dagen det kan byrje utan å gjere heilskapen sein"),
            ("latest start", "the last day it can start without making the whole late"),
        ),
    ]
    slack: Annotated[
        str | None,
        col(
            ("slakk", "dager mellom de to; tomt der ingen av dem er kjent"),
            ("slakk", "dagar mellom dei to; tomt der ingen av dei er kjende"),
            ("slack", "days between the two; empty where neither is known"),
        ),
    ]
    critical: Annotated[
        str | None,
        col(
            ("kritisk", "om det ikke har noe slakk"),
            ("kritisk", "om det ikkje har noko slakk"),
            ("critical", "whether it has no slack"),
            CONFLICT_WORDS,
        ),
    ]
    conflicts: Annotated[
        str | None,
        col(
            (
                "i strid med",
                "det som det venter på og som slutter på eller etter dagen det begynner, slik"
                " begge er sagt",
            ),
            (
                "i strid med",
                "det som det ventar på og som sluttar på eller etter dagen det byrjar, slik begge"
                " er sagde",
            ),
            (
                "conflicts with",
                "what it waits for and that ends on or after the day on which it begins, as both"
                " are said",
            ),
        ),
    ]
