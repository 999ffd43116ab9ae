"""What the load of a party says, column by column."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool.queries.fields import PartyId, col
from graphtool.queries.projection_columns import PartyNamed


class OwnerLoad(NamedTuple):
    """A party and how much it carries."""

    party: PartyId
    party_name: PartyNamed
    items: Annotated[
        int,
        col(
            ("i alt", "hvor mange den eier eller svarer for, direkte eller arvet"),
            ("i alt", "kor mange han eig eller svarer for, direkte eller arva"),
            ("items", "how many it owns or answers for, directly or inherited"),
        ),
    ]
    goals: Annotated[
        int,
        col(
            ("mål", "hvor mange av dem som er mål"),
            ("mål", "kor mange av dei som er mål"),
            ("goals", "how many of them are goals"),
        ),
    ]
    measures: Annotated[
        int,
        col(
            ("tiltak", "hvor mange av dem som er tiltak"),
            ("tiltak", "kor mange av dei som er tiltak"),
            ("measures", "how many of them are measures"),
        ),
    ]
    owns: Annotated[
        int,
        col(
            ("eier", "hvor mange den eier direkte"),
            ("eig", "kor mange han eig direkte"),
            ("owns", "how many it owns directly"),
        ),
    ]
    answers_for: Annotated[
        int,
        col(
            ("ansvar", "hvor mange den svarer for direkte"),
            ("ansvar", "kor mange han svarer for direkte"),
            ("answers", "how many it answers for directly"),
        ),
    ]
    inherited: Annotated[
        int,
        col(
            ("arvet", "hvor mange den bare har gjennom det de er del av"),
            ("arva", "kor mange han berre har gjennom det dei er del av"),
            ("inherited", "how many it has only by what they are part of"),
        ),
    ]
    coordinates: Annotated[
        int,
        col(
            ("samordner", "hvor mange den samordner direkte"),
            ("samordnar", "kor mange han samordnar direkte"),
            ("coordinates", "how many it coordinates directly"),
        ),
    ]
    unsettled: Annotated[
        int,
        col(
            (
                "uavklart",
                "hvor mange den bare svarer for som planlagt, som utløpt, eller som en gruppe"
                " eller et ukjent navn; de telles ikke i noen annen kolonne",
            ),
            (
                "uavklart",
                "kor mange han berre svarer for som planlagt, som utgått, eller som ei gruppe"
                " eller eit ukjent namn; dei er ikkje talde i nokon annan kolonne",
            ),
            (
                "unsettled",
                "how many it answers for only as planned, as lapsed, or as a group or an unknown"
                " name; they count in no other column",
            ),
        ),
    ]
    share: Annotated[
        float | None,
        col(
            (
                "andel",
                "andelen av alt som en navngitt part svarer for, fra 0 til 1; flere som svarer"
                " for det samme, har like deler av det",
            ),
            (
                "del",
                "delen av alt som ein namngitt part svarer for, frå 0 til 1; fleire som svarer"
                " for det same, har like delar av det",
            ),
            (
                "share",
                "its share of all that a named party answers for, from 0 to 1; several who answer"
                " for one thing have equal parts of it",
            ),
        ),
    ]
    rank: Annotated[
        int | None,
        col(
            ("plass", "plass etter antall; like tall deler den beste"),
            ("plass", "plass etter talet; like tal deler den beste"),
            ("rank", "place by items; equal numbers share the best"),
        ),
    ]
    ties: Annotated[
        int | None,
        col(
            ("deler plassen", "hvor mange som har den plassen"),
            ("deler plassen", "kor mange som har den plassen"),
            ("ties", "how many have that place"),
        ),
    ]
