"""What an effect of somebody leaving says, column by column."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool.queries.answer_options import GRADES
from graphtool.queries.fields import Document, Line, Quote, col, node_id
from graphtool.queries.impact_words import EFFECTS
from graphtool.queries.owner_columns import KIND_WORDS, Modality
from graphtool.queries.paths import StepEvidence, in_words
from graphtool.queries.phrases import in_figures


class Impact(NamedTuple):
    """Something that breaks, and by which path."""

    gravity: Annotated[
        int,
        node_id(
            ("alvor", "virkningens plass, det alvorligste slaget først: 1"),
            ("alvor", "plassen til verknaden, det alvorlegaste slaget først: 1"),
            ("gravity", "place of the effect, the gravest kind first: 1"),
        ),
    ]
    effect: Annotated[
        str,
        col(
            ("virkning", "hva tapet gjør med det"),
            ("verknad", "kva tapet gjer med det"),
            ("effect", "what the loss does to it"),
            EFFECTS,
        ),
    ]
    item: Annotated[
        str,
        node_id(
            ("id", "id-en til det som rammes; til flere som rammes"),
            ("id", "id-en til det som blir råka; til fleire som blir råka"),
            ("item", "id of what it is done to; of several that it is done to"),
        ),
    ]
    name: Annotated[
        str,
        col(
            ("hva", "navnet, eller navnene på de to"),
            ("kva", "namnet, eller namna på dei to"),
            ("name", "its name, or theirs"),
        ),
    ]
    kind: Annotated[
        str | None,
        col(
            ("type", "hva slags node det er"),
            ("type", "kva slags node det er"),
            ("kind", "what kind of node it is"),
            KIND_WORDS,
        ),
    ]
    before: Annotated[
        str | None,
        col(
            ("før", "graden som noen svarer for det med før, eller hvor mange tiltak det har"),
            ("før", "graden som nokon svarer for det med før, eller kor mange tiltak det har"),
            ("before", "the grade by which it is answered for before, or how many measures it has"),
            GRADES,
        ),
    ]
    after: Annotated[
        str | None,
        col(
            ("etter", "det samme etterpå"),
            ("etter", "det same etterpå"),
            ("after", "the same afterwards"),
            GRADES,
        ),
    ]
    lost: Annotated[
        str | None,
        col(
            (
                "mister",
                "navnene på det som går tapt: hvem som svarte, et tiltak, en partner, det som det"
                " bygger på",
            ),
            (
                "mistar",
                "namna på det som går tapt: kven som svarte, eit tiltak, ein partnar, det som det"
                " byggjer på",
            ),
            (
                "loses",
                "names of what it loses: who answered, a measure, a partner, what it rests on",
            ),
        ),
    ]
    left: Annotated[
        str | None,
        col(
            ("har igjen", "navnene på dem av det samme som er igjen"),
            ("har att", "namna på dei av det same som er att"),
            ("keeps", "names of those of the same that it keeps"),
        ),
    ]
    money: Annotated[
        str | None,
        col(
            ("penger", "beløpet som går ut, der det er sagt"),
            ("pengar", "beløpet som går ut, der det er sagt"),
            ("money", "the amount that goes, where one is said"),
            said=in_figures,
        ),
    ]
    amount: Annotated[
        float | None,
        col(
            ("beløp", "beløpet som tall"),
            ("beløp", "beløpet som tal"),
            ("amount", "it as a number"),
            in_tables=False,
        ),
    ]
    path: Annotated[
        str | None,
        col(
            ("vei", "navnene fra det som går ut til det som rammes, med sammenhengene mellom dem"),
            ("veg", "namna frå det som går ut til det som blir råka, med samanhengane mellom dei"),
            (
                "path",
                "the names from what leaves to what it is done to, with the relations between them",
            ),
            said=in_words,
        ),
    ]
    steps: Annotated[
        int | None,
        col(
            ("ledd", "hvor mange sammenhenger lang den er"),
            ("ledd", "kor mange samanhengar lang han er"),
            ("steps", "how many relations long that is"),
        ),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote
    evidence: StepEvidence
