"""Columns of what falls apart: those who lose touch with the rest."""

from __future__ import annotations

from typing import Annotated

from graphtool.language import Text
from graphtool.queries.fields import col, node_id

CutOff = Annotated[
    int,
    col(
        "avskåret",
        "avskorne",
        "cut off",
        Text(
            "hvor mange som ville miste forbindelsen med resten",
            "kor mange som ville miste sambandet med resten",
            "how many would lose touch with the rest",
        ),
    ),
]
CutOffIds = Annotated[
    str,
    node_id(
        "avskåret-id",
        "avskorne-id",
        "cut off ids",
        Text(
            "id-ene deres, i samme rekkefølge",
            "id-ane deira, i same rekkjefølgje",
            "their ids, in the same order",
        ),
    ),
]
CutOffNames = Annotated[
    str,
    col(
        "hvem",
        "kven",
        "who",
        Text(
            "navnene deres, med ; innenfor en del og | mellom deler",
            "namna deira, med ; innanfor ein del og | mellom delar",
            "their names, joined by ; within a part and by | between parts",
        ),
    ),
]
