"""What a party's standing by one measure says, column by column."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool.queries.fields import PartyId, PartyName, col, measure_name
from graphtool.queries.position_measures import POSITIONS
from graphtool.queries.ranking import Rank, Shared


class Standing(NamedTuple):
    """A party's place by one measure."""

    measure: Annotated[
        str, measure_name({name: position.label for name, position in POSITIONS.items()})
    ]
    party: PartyId
    name: PartyName
    value: Annotated[
        float,
        col(
            ("verdi", "verdien etter måltallet"),
            ("verdi", "verdien etter måltalet"),
            ("value", "its value by the measure"),
        ),
    ]
    rank: Rank
    ties: Shared
    best: Annotated[
        int | None,
        col(
            ("best", "den beste plassen den får i 95 av 100 trekninger av forbindelsene"),
            ("best", "den beste plassen han får i 95 av 100 trekningar av sambanda"),
            ("best", "the best place that it takes in 95 of 100 draws of the ties"),
        ),
    ]
    worst: Annotated[
        int | None,
        col(
            ("dårligst", "den dårligste plassen den får i dem"),
            ("dårlegast", "den dårlegaste plassen han får i dei"),
            ("worst", "the worst place that it takes in them"),
        ),
    ]
    place: Annotated[
        int,
        col(
            ("nr.", "måltallets plass i listen"),
            ("nr.", "plassen til måltalet i lista"),
            ("no.", "the measure's place in the list"),
            in_tables=False,
        ),
    ]
