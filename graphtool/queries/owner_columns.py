"""What an owner, or who answers for something, says, column by column."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool import schema
from graphtool.language import Text
from graphtool.queries.answer_options import GRADES, NOBODY, NOTHING
from graphtool.queries.fields import PARTY_ID, Document, Line, NodeName, Option, Quote, col, node_id
from graphtool.queries.item_ties import ANSWERABLE, ITEMS

KIND_WORDS = {kind.name: kind.label for kind in schema.KINDS.values()}
RELATION_WORDS = {relation.name: relation.label for relation in schema.RELATIONS.values()}

Kind = Annotated[
    str,
    col(
        ("type", "hva slags node det er"),
        ("type", "kva slags node det er"),
        ("kind", "what kind of node it is"),
        KIND_WORDS,
    ),
]
ItemId = Annotated[
    str,
    node_id(
        ("id", "id-en til det som det gjelder"),
        ("id", "id-en til det som det gjeld"),
        ("item", "id of what it is about"),
    ),
]
HolderId = Annotated[str | None, PARTY_ID]
HolderName = Annotated[
    str | None,
    col(
        ("part", "partens navn"),
        ("part", "namnet på parten"),
        ("party name", "the party's name"),
        nothing=NOBODY,
    ),
]
HeldThrough = Annotated[
    str | None,
    col(
        ("gjennom", "det som det er del av, der parten er knyttet til det"),
        ("gjennom", "det som det er del av, der parten er knytt til det"),
        ("through", "what it is part of, where the party is tied to that"),
    ),
]
Modality = Annotated[
    str | None,
    col(
        ("hvordan sagt", "hvordan kilden sier det"),
        ("korleis sagt", "korleis kjelda seier det"),
        ("modality", "how the source says it"),
        schema.MODALITIES,
    ),
]


Kinds = Annotated[
    tuple[str, ...],
    Option(
        Text(
            "hvilke slags ting: hvem som svarer for dem",
            "kva slags ting: kven som svarer for dei",
            "which kinds of things: who answers for these",
        ),
        ANSWERABLE,
        default=ITEMS,
    ),
]


class Owner(NamedTuple):
    """Something that can be answered for and one party that owns, answers for or coordinates it."""

    item: ItemId
    name: NodeName
    kind: Kind
    relation: Annotated[
        str | None,
        col(
            ("sammenheng", "hva parten er for det; tomt der ingen er noe for det"),
            ("samanheng", "kva parten er for det; tomt der ingen er noko for det"),
            ("relation", "what the party is to it; empty where nobody is anything to it"),
            RELATION_WORDS,
            nothing=NOTHING,
        ),
    ]
    party: HolderId
    party_name: HolderName
    grade: Annotated[
        str,
        col(
            ("grad", "hvor nær parten er å svare for det"),
            ("grad", "kor nær parten er å svare for det"),
            ("grade", "how nearly the party answers for it"),
            GRADES,
        ),
    ]
    through: HeldThrough
    modality: Modality
    document: Document
    line: Line
    quote: Quote
