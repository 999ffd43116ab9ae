"""Columns of what falls apart: those who lose touch with the rest."""

from __future__ import annotations

from typing import Annotated

from graphtool.queries.fields import col, node_id

CutOff = Annotated[
    int,
    col(
        ("avskåret", "hvor mange som ville miste forbindelsen med resten"),
        ("avskorne", "kor mange som ville miste sambandet med resten"),
        ("cut off", "how many would lose touch with the rest"),
    ),
]
CutOffIds = Annotated[
    str,
    node_id(
        ("avskåret-id", "id-ene deres, i samme rekkefølge"),
        ("avskorne-id", "id-ane deira, i same rekkjefølgje"),
        ("cut off ids", "their ids, in the same order"),
    ),
]
CutOffNames = Annotated[
    str,
    col(
        ("hvem", "navnene deres, med ; innenfor en del og | mellom deler"),
        ("kven", "namna deira, med ; innanfor ein del og | mellom delar"),
        ("who", "their names, joined by ; within a part and by | between parts"),
    ),
]
