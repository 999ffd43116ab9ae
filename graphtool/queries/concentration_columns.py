"""What the concentration of an owner or a municipality says, column by column."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.fields import col, node_id

ALL = Text("alt i dataene", "alt i dataa", "all in the data")


class Concentration(NamedTuple):
    """A plan, a region, or all in the data, and how unevenly what it holds is answered for."""

    plan: Annotated[
        str | None,
        node_id(
            ("plan-id", "id-en til planen eller regionen; tomt for alle"),
            ("plan-id", "id-en til planen eller regionen; tomt for alle"),
            ("plan", "id of the plan or region; empty for all"),
        ),
    ]
    name: Annotated[
        str | None,
        col(
            ("plan eller region", "navnet på planen eller regionen; tomt for alle"),
            ("plan eller region", "namnet på planen eller regionen; tomt for alle"),
            ("plan or region", "the name of the plan or region; empty for all"),
            nothing=ALL,
        ),
    ]
    items: Annotated[
        int,
        col(
            ("i alt", "hvor mange mål og tiltak (eller annet) den har"),
            ("i alt", "kor mange mål og tiltak (eller anna) han har"),
            ("items", "how many goals and measures (or other things) it holds"),
        ),
    ]
    answered: Annotated[
        int,
        col(
            ("har ansvarlig", "hvor mange av dem en navngitt part svarer for"),
            ("har ansvarleg", "kor mange av dei ein namngitt part svarer for"),
            ("answered", "how many of them a named party answers for"),
        ),
    ]
    parties: Annotated[
        int,
        col(
            ("parter", "hvor mange parter som deler disse"),
            ("partar", "kor mange partar som deler desse"),
            ("parties", "how many parties share these"),
        ),
    ]
    herfindahl: Annotated[
        float | None,
        col(
            (
                "Herfindahl",
                "summen av kvadrerte andeler: 1 der én part har alt, 1/n der n har like mye",
            ),
            (
                "Herfindahl",
                "summen av kvadrerte delar: 1 der éin part har alt, 1/n der n har like mykje",
            ),
            (
                "Herfindahl",
                "sum of the squared shares: 1 where one party has all, 1/n where n have the same",
            ),
        ),
    ]
    equal_parties: Annotated[
        float | None,
        col(
            (
                "tilsvarer",
                "hvor mange parter med like andeler som ville gi det samme: 1 over indeksen",
            ),
            (
                "svarer til",
                "kor mange partar med like delar som ville gi det same: 1 over indeksen",
            ),
            (
                "equal parties",
                "how many parties with equal shares would give the same: 1 over the index",
            ),
        ),
    ]
    gini: Annotated[
        float | None,
        col(
            (
                "Gini",
                "hvor ulike disse partene er: 0 der alle har like mye, mot 1 der én har nesten"
                " alt; tomt der færre enn to har noe",
            ),
            (
                "Gini",
                "kor ulike desse partane er: 0 der alle har like mykje, mot 1 der éin har nesten"
                " alt; tomt der færre enn to har noko",
            ),
            (
                "Gini",
                "how unequal these parties are: 0 where all have the same, towards 1 where one has"
                " nearly all; empty where fewer than two have any",
            ),
        ),
    ]
    largest: Annotated[
        str | None,
        col(
            ("størst", "hvem som har den største andelen; tomt der alle har like mye"),
            ("størst", "kven som har den største delen; tomt der alle har like mykje"),
            ("largest", "who has the largest share; empty where all have the same"),
        ),
    ]
    largest_share: Annotated[
        float | None,
        col(
            ("største andel", "den andelen, fra 0 til 1"),
            ("største del", "den delen, frå 0 til 1"),
            ("largest share", "that share, from 0 to 1"),
        ),
    ]
