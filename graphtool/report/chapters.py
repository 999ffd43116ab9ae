"""The questions that a region asks of its plans, in the order of a report, and their tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graphtool.language import Text


class Heading(NamedTuple):
    """A chapter's title, and the queries whose tables it has."""

    key: str
    title: Text
    tables: tuple[str, ...]


HEADINGS = (
    Heading("changes", Text("Hva som er endret", "Kva som er endra", "What changed"), ("compare",)),
    Heading(
        "ownership",
        Text("Hvem svarer for hva", "Kven svarer for kva", "Who answers for what"),
        (
            "orphaned-goals",
            "goals-without-measures",
            "orphaned-measures",
            "measures-without-goals",
            "owners",
            "orphans",
            "contested",
            "owner-load",
            "ownership-concentration",
            "responsibility-matrix",
            "succession-risk",
            "alignment",
            "shareholdings",
            "ended-parties",
        ),
    ),
    Heading(
        "collaboration",
        Text("Hvem arbeider sammen", "Kven arbeider saman", "Who works together"),
        (
            "cut-points",
            "communities",
            "roles",
            "centrality",
            "centralities",
            "cohesion",
            "forums",
            "brokers",
            "bridges",
            "missing-ties",
            "robustness",
            "similarity-of-relations",
            "party-relations",
            "party-groups",
            "collaborations",
            "participations",
        ),
    ),
    Heading(
        "dependency",
        Text(
            "Hva avhenger av hva, over kommunegrensene",
            "Kva er avhengig av kva, over kommunegrensene",
            "What depends on what, across municipal borders",
        ),
        (
            "municipal-dependencies",
            "party-dependencies",
            "direct-dependencies",
            "dependency-cycles",
            "dependency-layers",
            "critical-path",
            "shared-resources",
            "dependencies",
        ),
    ),
    Heading(
        "evidence",
        Text("Hva dette bygger på", "Kva dette byggjer på", "What this rests on"),
        ("unsourced", "referred-plans", "unconnected", "assertions"),
    ),
)
OTHERS = Text("Flere tabeller", "Fleire tabellar", "More tables")


def headings(queries: Iterable[str]) -> list[Heading]:
    """The chapters for these queries: those that have none of their own stand in a last one.

    >>> [(one.key, one.tables) for one in headings(["owners", "brand-new"])]
    [('ownership', ('owners',)), ('others', ('brand-new',))]
    """
    given = list(dict.fromkeys(queries))
    placed = {name for one in HEADINGS for name in one.tables}
    others = Heading("others", OTHERS, tuple(name for name in given if name not in placed))
    found = [
        one._replace(tables=tuple(name for name in one.tables if name in given))
        for one in (*HEADINGS, others)
    ]
    return [one for one in found if one.tables]
