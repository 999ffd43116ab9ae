"""What a role says, column by column, or how many there are of each."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool import schema
from graphtool.language import Text
from graphtool.queries.fields import Column, PartyId, Words, col, node_id
from graphtool.queries.projection_columns import Evidence, PartyNamed, Through

_HOW_MANY = Text(
    "hvor mange som {verb}: den selv, dens folk og organer; eller i hvor mange ting",
    "kor mange som {verb}: han sjølv, folka og organa hans; eller i kor mange ting",
    "how many {verb}: itself, its people and bodies; or in how many things",
)


def _count(nb: Words, nn: Words, en: Words) -> Column:
    """A column that counts by role, from its heading and what those with the role do."""
    heading, verb = (Text(*said) for said in zip(nb, nn, en, strict=True))
    return Column(heading, _HOW_MANY.format(verb=verb))


class Role(NamedTuple):
    """A party and something that it has a role in; or a party, and in how much it has each role."""

    party: PartyId
    party_name: PartyNamed
    activity: Annotated[
        str | None,
        node_id(
            ("hva-id", "id-en til det den har en rolle i"),
            ("kva-id", "id-en til det han har ei rolle i"),
            ("activity", "id of what it has a role in"),
        ),
    ]
    activity_name: Annotated[
        str | None,
        col(
            ("hva", "navnet på det den har en rolle i"),
            ("kva", "namnet på det han har ei rolle i"),
            ("activity name", "the name of what it has a role in"),
        ),
    ]
    leads: Annotated[
        int | None, _count(("leder", "leder det"), ("leier", "leier det"), ("leads", "lead it"))
    ]
    hosts: Annotated[
        int | None,
        _count(("vert", "er vert for det"), ("vert", "er vert for det"), ("hosts", "host it")),
    ]
    owns: Annotated[
        int | None, _count(("eier", "eier det"), ("eig", "eig det"), ("owns", "own it"))
    ]
    coordinates: Annotated[
        int | None,
        _count(
            ("samordner", "samordner det"),
            ("samordnar", "samordnar det"),
            ("coordinates", "coordinate it"),
        ),
    ]
    answers_for: Annotated[
        int | None,
        _count(
            ("ansvar", "svarer for det"), ("ansvar", "svarer for det"), ("answers", "answer for it")
        ),
    ]
    funds: Annotated[
        int | None,
        _count(
            ("finansierer", "finansierer det"),
            ("finansierer", "finansierer det"),
            ("funds", "fund it"),
        ),
    ]
    applied_for: Annotated[
        int | None,
        _count(
            ("søker", "har søkt om det"),
            ("søkjar", "har søkt om det"),
            ("applied", "applied for it"),
        ),
    ]
    adopted: Annotated[
        int | None,
        _count(
            ("vedtok", "har vedtatt det"),
            ("vedtok", "har vedteke det"),
            ("adopted", "have adopted it"),
        ),
    ]
    takes_part: Annotated[
        int | None,
        _count(
            ("deltar", "deltar i det"),
            ("deltek", "deltek i det"),
            ("takes part", "take part in it"),
        ),
    ]
    supports: Annotated[
        int | None,
        _count(("støtter", "støtter det"), ("støttar", "støttar det"), ("supports", "support it")),
    ]
    member: Annotated[
        int | None,
        _count(
            ("medlem", "er medlemmer av det"),
            ("medlem", "er medlemmer av det"),
            ("member", "are members of it"),
        ),
    ]
    people: Annotated[
        int | None,
        col(
            ("personer", "hvor mange av dens folk som er blant dem"),
            ("personar", "kor mange av folka som er blant dei"),
            ("people", "how many of its people are among them"),
        ),
    ]
    through: Through
    modality: Annotated[
        str,
        col(
            ("sagt som", "hvordan rollene er sagt"),
            ("sagt som", "korleis rollene er sagde"),
            ("said as", "how its roles are said"),
            schema.MODALITIES,
        ),
    ]
    evidence: Evidence
