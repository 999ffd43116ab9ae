"""What is told of each orphan: its grade, who coordinates it, and who answers for its measures."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool import schema
from graphtool.queries.answer_options import GRADES, NOBODY
from graphtool.queries.fields import Document, Line, NodeName, Quote, col, node_id

GoalId = Annotated[
    str, node_id(("mål-id", "målets id"), ("mål-id", "id-en til målet"), ("goal", "id of the goal"))
]
MeasureId = Annotated[
    str,
    node_id(
        ("tiltaks-id", "tiltakets id"),
        ("tiltaks-id", "id-en til tiltaket"),
        ("measure", "id of the measure"),
    ),
]
PartOf = Annotated[
    str | None,
    col(
        ("del av", "det som det er del av"),
        ("del av", "det som det er del av"),
        ("part of", "what it is part of"),
        several=True,
    ),
]
Grade = Annotated[
    str,
    col(
        ("grad", "hvor nær noen er å svare for det"),
        ("grad", "kor nær nokon er å svare for det"),
        ("grade", "how nearly somebody answers for it"),
        GRADES,
    ),
]
Parties = Annotated[
    str | None,
    col(
        ("parter", "partene som graden bygger på"),
        ("partar", "partane som graden byggjer på"),
        ("parties", "the parties that the grade rests on"),
        nothing=NOBODY,
        several=True,
    ),
]
Through = Annotated[
    str | None,
    col(
        ("gjennom", "det som det er del av, der graden kommer derfra"),
        ("gjennom", "det som det er del av, der graden kjem derifrå"),
        ("through", "what it is part of, where the grade comes from there"),
    ),
]
Coordinators = Annotated[
    str | None,
    col(
        ("samordnes av", "partene som samordner det, som ikke er å svare for det"),
        ("blir samordna av", "partane som samordnar det, som ikkje er å svare for det"),
        ("coordinated by", "the parties that coordinate it, which is not to answer for it"),
        several=True,
    ),
]
Coordination = Annotated[
    str | None,
    col(
        ("samordning", "hvordan det sikreste om det er sagt"),
        ("samordning", "korleis det sikraste om det er sagt"),
        ("coordination", "how the best said of it is said"),
        schema.MODALITIES,
    ),
]


class OrphanedGoal(NamedTuple):
    """A goal that no named party answers for directly."""

    goal: GoalId
    name: NodeName
    part_of: PartOf
    grade: Grade
    parties: Parties
    through: Through
    document: Document
    line: Line
    quote: Quote
    coordinators: Coordinators
    coordination: Coordination
    measures: Annotated[
        int,
        col(
            ("tiltak", "hvor mange tiltak som er del av det eller bidrar til det direkte"),
            ("tiltak", "kor mange tiltak som er del av det eller bidreg til det direkte"),
            ("measures", "how many measures are part of it or contribute to it directly"),
            in_tables=False,
        ),
    ]
    measures_owned: Annotated[
        int,
        col(
            ("tiltak med ansvarlig", "hvor mange av dem en navngitt part svarer for direkte"),
            ("tiltak med ansvarleg", "kor mange av dei ein namngitt part svarer for direkte"),
            ("measures owned", "how many of them a named party answers for directly"),
            in_tables=False,
        ),
    ]
    measure_parties: Annotated[
        str | None,
        col(
            ("svarer for tiltak", "de navngitte partene som svarer for disse tiltakene"),
            ("svarer for tiltak", "dei namngitte partane som svarer for desse tiltaka"),
            ("answer for measures", "the named parties that answer for these measures"),
            several=True,
        ),
    ]


class OrphanedMeasure(NamedTuple):
    """A measure that no named party answers for directly."""

    measure: MeasureId
    name: NodeName
    part_of: PartOf
    grade: Grade
    parties: Parties
    through: Through
    document: Document
    line: Line
    quote: Quote
    coordinators: Coordinators
    coordination: Coordination
