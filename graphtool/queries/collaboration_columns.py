"""What a collaboration of two parties says, column by column."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool import schema
from graphtool.language import Text
from graphtool.queries.fields import col, node_id
from graphtool.queries.projection import STATED
from graphtool.queries.projection_columns import Evidence, OneName

SAID = {
    "stated": Text("sagt", "sagt", "stated"),
    "derived": Text("utledet av det de deler", "utleidd av det dei deler", "derived from sharing"),
    "both": Text("sagt og utledet", "sagt og utleidd", "stated and derived"),
}


class Collaboration(NamedTuple):
    """A pair of parties that work together."""

    party: Annotated[
        str,
        node_id(
            ("part-id", "id-en til den ene parten"),
            ("part-id", "id-en til den eine parten"),
            ("party", "id of the one party"),
        ),
    ]
    party_name: OneName
    partner: Annotated[
        str,
        node_id(
            ("partner-id", "id-en til den andre parten"),
            ("partnar-id", "id-en til den andre parten"),
            ("partner", "id of the other party"),
        ),
    ]
    partner_name: Annotated[
        str, col(("partner", "navnet"), ("partnar", "namnet"), ("partner name", "its name"))
    ]
    activities: Annotated[
        int,
        col(
            ("felles", "hvor mange aktiviteter de deler"),
            ("felles", "kor mange aktivitetar dei deler"),
            ("activities", "how many activities they share"),
        ),
    ]
    weight: Annotated[
        float,
        col(
            ("vekt", "Newmans vekt: summen av 1/(n-1) over dem"),
            ("vekt", "Newman si vekt: summen av 1/(n-1) over dei"),
            ("weight", "Newman's weight: the sum of 1/(n-1) over them"),
        ),
    ]
    jaccard: Annotated[
        float,
        col(
            (
                "andel felles",
                "hvor stor andel de deler av alle aktiviteter som minst én av dem deltar i"
                " (Jaccard), 0 til 1",
            ),
            (
                "del felles",
                "kor stor del dei deler av alle aktivitetar som minst éin av dei deltek i"
                " (Jaccard), 0 til 1",
            ),
            (
                "share in common",
                "how many they share of all activities that either takes part in (Jaccard), 0 to 1",
            ),
        ),
    ]
    said: Annotated[
        str,
        col(
            (
                "hvordan",
                "om en kilde sier at de arbeider sammen, om det følger av det de deler, eller"
                " begge",
            ),
            (
                "korleis",
                "om ei kjelde seier at dei arbeider saman, om det følgjer av det dei deler, eller"
                " begge",
            ),
            (
                "how known",
                "whether a source says that they work together, it follows from what they share, or"
                " both",
            ),
            SAID,
        ),
    ]
    shared: Annotated[
        str,
        col(
            ("deler", "aktivitetenes navn; COLLABORATES_WITH er en oppgitt forbindelse"),
            ("deler", "namna på aktivitetane; COLLABORATES_WITH er eit oppgitt samband"),
            ("shared", "the activities' names; COLLABORATES_WITH is a stated tie"),
            {STATED: schema.RELATIONS[STATED].label},
        ),
    ]
    through: Annotated[
        str | None,
        col(
            ("gjennom", "navnene på personene og organene som gjør det for dem"),
            ("gjennom", "namna på personane og organa som gjer det for dei"),
            ("through", "names of the people and bodies that do so for them"),
        ),
    ]
    evidence: Evidence
