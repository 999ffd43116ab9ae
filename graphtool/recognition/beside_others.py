"""Whom a cell names beside the thing of its row, and what each is to it."""

from __future__ import annotations

import re
from functools import lru_cache

from graphtool import municipalities, schema
from graphtool.language import Said, Text
from graphtool.recognition import (
    heading_words,
    name_forms,
    periods,
    persons,
    reasons,
    wording,
    words,
)
from graphtool.recognition.book import ANYWHERE, Book
from graphtool.recognition.found import Cell
from graphtool.recognition.meanings import Meaning
from graphtool.recognition.moments import moment
from graphtool.recognition.names_in_cells import Named

FALLBACK = "PARTICIPATES_IN"
"""What somebody who is named beside a thing does where the role itself is not allowed there."""
_CANNOT_BE = Text(
    "«{name}» kan ikke stå som «{column}» for {kind}; tatt med som en opplysning",
    "«{name}» kan ikkje stå som «{column}» for {kind}; teke med som ei opplysning",
    "{name!r} cannot be {column!r} of a {kind}; it is kept as a fact",
)
_ROLE = re.compile(r"(?P<name>.+?)\s*\((?P<role>[^()]+)\)")


def parties(book: Book, node: str, relation: str, place: Cell) -> None:
    """Who is named in a cell, each with this relation to the node."""
    asked = relation
    if not schema.RELATIONS[relation].targets & {book.nodes[node].kind}:
        relation = FALLBACK
    for named in book.named(place):
        if (time := _when(named.name)) and book.nodes[node].kind not in ANYWHERE:
            book.fact(node, "deadline", time, place)  # «Oppvekst / juni 2026»
            continue
        one, own = _role(named)
        party = book.one(one, place)
        if relation == "AFFILIATED_WITH" and name_forms.may_be_person(one.name):
            book.nodes[party].subkind = book.nodes[party].subkind or schema.PERSON
        done = own and book.edge(party, own, node, place)
        is_kept = done or book.edge(party, relation, node, place)
        if is_kept and not done:
            book.kept_as(asked, relation, place)
        if not is_kept and party != node:
            kind = reasons.kind(book.nodes[node].kind)
            message = Said(_CANNOT_BE, name=one.name, column=place.column, kind=kind)
            book.warn("not-allowed", message, place)
            book.fact(node, place.column, one.name, place)


@lru_cache(maxsize=wording.MANY)
def _when(name: str) -> str:
    """When it is, where what stands among names is a time; empty for a name.

    >>> _when("juni 2026"), _when("høst 2025"), _when("Tinn"), _when("17. mai-komiteen")
    ('2026-06', 'høst 2025', '', '')
    """
    if not any(sign.isdecimal() for sign in name) or municipalities.find(name):
        return ""
    season, _, year = name.partition(" ")
    is_season = words.is_one("seasons", season) and len(year) == len("2025") and year.isdecimal()
    return moment(name) or periods.period(name) or (name if is_season else "")


def _role(named: Named) -> tuple[Named, str]:
    """One whom a cell names without the role in brackets behind, and that role; empty for none.

    «Tinn (ansvar), Rollag (samarbeid)»: what the heading says counts where this says nothing.
    """
    if named.is_with:
        return named, FALLBACK
    found = _ROLE.fullmatch(named.name) if named.name.endswith(")") else None
    meant = heading_words.meaning(found["role"]) if found else None
    if found is None or meant is None or meant.group != "role":
        return named, ""
    return named._replace(name=found["name"]), schema.ROLES[meant.word]


def party(book: Book, node: str, meant: Meaning, place: Cell) -> None:
    """A column of municipalities or organisations beside the row's own thing.

    Who stands beside a network is a member of it.
    """
    kind = meant.word
    mine = book.nodes[node]
    is_person = mine.subkind == schema.PERSON or (
        mine.kind == "Actor" and not mine.subkind and persons.is_persons(mine.name)
    )
    for one in book.named(place):
        is_county = municipalities.is_county(one.name)
        is_town = kind != "Region" and bool(municipalities.find(one.name))  # Oslo is both
        is_region = kind == "Region" or (kind == "Municipality" and is_county and not is_town)
        if is_region:
            county = "county" if is_county else ""
            other = book.node("Region", one.name, place, subkind=county)
        else:
            other = book.one(one, place)
        if is_person and not is_region and book.edge(node, "AFFILIATED_WITH", other, place):
            continue
        if kind == "Actor":
            if meant.subkind and not one.office:
                book.nodes[other].subkind = book.nodes[other].subkind or meant.subkind
            is_forum = book.nodes[node].subkind in schema.FORUMS
            ends = (other, node) if is_forum else (node, other)
            done = book.edge(other, FALLBACK, node, place) or book.edge(
                ends[0], "MEMBER_OF", ends[1], place
            )
        else:
            is_part = is_region and book.edge(node, "PART_OF", other, place)
            done = is_part or book.edge(node, "LOCATED_IN", other, place)
        if not done and other != node:
            book.fact(node, place.column, one.name, place)
