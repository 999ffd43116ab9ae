"""The row of `bridges`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from graphtool.queries.cut_off import CutOff, CutOffIds, CutOffNames
from graphtool.queries.fields import col, node_id
from graphtool.queries.owner_columns import KIND_WORDS
from graphtool.queries.projection_columns import Evidence

if TYPE_CHECKING:
    pass


PAIR = " – "


class Bridge(NamedTuple):
    """What ties parties together that nothing else does."""

    bridge: Annotated[
        str,
        node_id(
            ("bro-id", "id-en, eller id-ene til de to som arbeider sammen"),
            ("bru-id", "id-en, eller id-ane til dei to som arbeider saman"),
            ("bridge", "id of it, or of the two that work together"),
        ),
    ]
    name: Annotated[
        str,
        col(
            ("bro", "navnet, eller navnene på de to"),
            ("bru", "namnet, eller namna på dei to"),
            ("name", "its name, or theirs"),
        ),
    ]
    kind: Annotated[
        str | None,
        col(
            ("type", "hva slags node det er; tomt der det bare er sagt at to arbeider sammen"),
            ("type", "kva slags node det er; tomt der det berre er sagt at to arbeider saman"),
            ("kind", "what kind of node it is; none where it is only said that two work together"),
            KIND_WORDS,
        ),
    ]
    parties: Annotated[
        int,
        col(
            ("parter", "hvor mange som deltar i det"),
            ("partar", "kor mange som deltek i det"),
            ("parties", "how many take part in it"),
        ),
    ]
    parts: Annotated[
        int,
        col(
            ("deler", "hvor mange deler de som det knytter sammen, ville falle i"),
            ("delar", "kor mange delar dei som det knyter saman, ville falle i"),
            ("parts", "into how many parts those it ties would fall"),
        ),
    ]
    cut_off: CutOff
    cut_off_ids: CutOffIds
    cut_off_names: CutOffNames
    goals: Annotated[
        int,
        col(
            ("mål", "hvor mange mål de som mister forbindelsen, svarer for"),
            ("mål", "kor mange mål dei som mistar sambandet, svarer for"),
            ("goals", "how many goals those who lose touch answer for"),
        ),
    ]
    goal_names: Annotated[
        str | None,
        col(
            ("hvilke mål", "navnene på disse målene"),
            ("kva mål", "namna på desse måla"),
            ("goal names", "the names of these goals"),
        ),
    ]
    evidence: Evidence
