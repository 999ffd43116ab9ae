"""The row of `bridges`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.fields import Column, col, node_id
from graphtool.queries.owners import KIND_WORDS
from graphtool.queries.projection import Evidence

if TYPE_CHECKING:
    pass


PAIR = " – "


class Bridge(NamedTuple):
    """What ties parties together that nothing else does."""

    bridge: Annotated[
        str, node_id("bro-id", "bru-id", "bridge", "id of it, or of the two that work together")
    ]
    name: Annotated[str, col("bro", "bru", "name", "its name, or theirs")]
    kind: Annotated[
        str | None,
        Column(
            Text("type", "type", "kind"),
            "what kind of node it is; none where it is only said that two work together",
            KIND_WORDS,
        ),
    ]
    parties: Annotated[int, col("parter", "partar", "parties", "how many take part in it")]
    parts: Annotated[
        int, col("deler", "delar", "parts", "into how many parts those it ties would fall")
    ]
    cut_off: Annotated[
        int, col("avskåret", "avskorne", "cut off", "how many would lose touch with the rest")
    ]
    cut_off_ids: Annotated[
        str, node_id("avskåret-id", "avskorne-id", "cut off ids", "their ids, in the same order")
    ]
    cut_off_names: Annotated[
        str,
        col("hvem", "kven", "who", "their names, joined by ; within a part and by | between parts"),
    ]
    goals: Annotated[
        int, col("mål", "mål", "goals", "how many goals those who lose touch answer for")
    ]
    goal_names: Annotated[
        str | None, col("hvilke mål", "kva mål", "goal names", "the names of these goals")
    ]
    evidence: Evidence
