"""Which grades there are, and the options by which queries grade who answers for what."""

from __future__ import annotations

from typing import Annotated, Literal

from graphtool import schema
from graphtool.language import Text
from graphtool.queries.fields import Option, TimeOptions

GRADES: dict[str, Text] = {
    "owned": Text("har ansvarlig", "har ansvarleg", "owned"),
    "inherited": Text("arvet", "arva", "inherited"),
    "collective": Text("bare kollektivt", "berre kollektivt", "collective"),
    "planned": Text("bare planlagt", "berre planlagt", "planned"),
    "lapsed": Text("utløpt", "gått ut", "lapsed"),
    "unresolved": Text("ukjent navn", "ukjent namn", "unresolved"),
    "none": Text("ingen", "ingen", "none"),
}
"""How well a goal is answered for, best first."""

NOBODY = Text("ingen", "ingen", "nobody")
NOTHING = Text("ingen", "inga", "none")
"""What stands where a party, or what it is to something, would."""

OWNED, INHERITED, COLLECTIVE, PLANNED, LAPSED, UNRESOLVED, NONE = range(len(GRADES))

Inherit = Annotated[
    Literal["none", "focus-area", "plan"],
    Option(
        Text(
            "hvor langt opp ansvar arves fra: ikke i det hele tatt, fra mål, strategier og"
            " satsingsområder, eller også fra planen, prosjektet eller programmet",
            "kor langt oppe ansvar blir arva frå: ikkje i det heile, frå mål, strategiar og"
            " satsingsområde, eller også frå planen, prosjektet eller programmet",
            "how far up responsibility is inherited: not at all, from goals, strategies and focus"
            " areas, or also from the plan, project or programme",
        ),
        default="focus-area",
    ),
]
ANSWERING = ("OWNS", "RESPONSIBLE_FOR")
Relations = Annotated[
    tuple[str, ...],
    Option(
        Text(
            "hvilke sammenhenger som regnes som å svare for noe",
            "kva samanhengar som blir rekna som å svare for noko",
            "which relations count as answering for something",
        ),
        tuple(schema.RELATIONS),
        default=ANSWERING,
    ),
]


class AnswerOptions(TimeOptions, total=False):
    """What counts as answering for something."""

    inherit: Inherit
    relations: Relations


LENDERS = {
    "none": (),
    "focus-area": ("Goal", "Measure", "Strategy", "FocusArea"),
    "plan": ("Goal", "Measure", "Strategy", "FocusArea", "Plan", "Project", "Programme"),
}
