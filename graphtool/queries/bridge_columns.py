"""The row of `bridges`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.cut_off import CutOff, CutOffIds, CutOffNames
from graphtool.queries.fields import Column, col, node_id
from graphtool.queries.owners import KIND_WORDS
from graphtool.queries.projection import Evidence

if TYPE_CHECKING:
    pass


PAIR = " – "


class Bridge(NamedTuple):
    """What ties parties together that nothing else does."""

    bridge: Annotated[
        str,
        node_id(
            "bro-id",
            "bru-id",
            "bridge",
            Text(
                "id-en, eller id-ene til de to som arbeider sammen",
                "id-en, eller id-ane til dei to som arbeider saman",
                "id of it, or of the two that work together",
            ),
        ),
    ]
    name: Annotated[
        str,
        col(
            "bro",
            "bru",
            "name",
            Text(
                "navnet, eller navnene på de to",
                "namnet, eller namna på dei to",
                "its name, or theirs",
            ),
        ),
    ]
    kind: Annotated[
        str | None,
        Column(
            Text("type", "type", "kind"),
            Text(
                "hva slags node det er; tomt der det bare er sagt at to arbeider sammen",
                "kva slags node det er; tomt der det berre er sagt at to arbeider saman",
                "what kind of node it is; none where it is only said that two work together",
            ),
            KIND_WORDS,
        ),
    ]
    parties: Annotated[
        int,
        col(
            "parter",
            "partar",
            "parties",
            Text(
                "hvor mange som deltar i det",
                "kor mange som deltek i det",
                "how many take part in it",
            ),
        ),
    ]
    parts: Annotated[
        int,
        col(
            "deler",
            "delar",
            "parts",
            Text(
                "hvor mange deler de som det knytter sammen, ville falle i",
                "kor mange delar dei som det knyter saman, ville falle i",
                "into how many parts those it ties would fall",
            ),
        ),
    ]
    cut_off: CutOff
    cut_off_ids: CutOffIds
    cut_off_names: CutOffNames
    goals: Annotated[
        int,
        col(
            "mål",
            "mål",
            "goals",
            Text(
                "hvor mange mål de som mister forbindelsen, svarer for",
                "kor mange mål dei som mistar sambandet, svarer for",
                "how many goals those who lose touch answer for",
            ),
        ),
    ]
    goal_names: Annotated[
        str | None,
        col(
            "hvilke mål",
            "kva mål",
            "goal names",
            Text("navnene på disse målene", "namna på desse måla", "the names of these goals"),
        ),
    ]
    evidence: Evidence
