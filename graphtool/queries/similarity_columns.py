"""The row of `similarity-of-relations`, and the relations that it compares."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.fields import col
from graphtool.queries.owner_columns import RELATION_WORDS
from graphtool.queries.party_relations import BETWEEN_PARTIES

SHARED = "TOGETHER"
"""The word for who works together: not one relation, but those of all shared activities."""
COMPARED = (SHARED, *(name for name in BETWEEN_PARTIES if name != "COLLABORATES_WITH"))
"""What can be compared; a collaboration that is said counts as working together."""
WORDS = {SHARED: Text("arbeider sammen med", "arbeider saman med", "works with")} | RELATION_WORDS
DIGITS = 9


class Similarity(NamedTuple):
    """Two relations between parties, and how far they tie the same."""

    one: Annotated[
        str,
        col(
            ("forbindelse", "den ene sammenhengen"),
            ("samband", "den eine samanhengen"),
            ("relation", "the one relation"),
            WORDS,
        ),
    ]
    other: Annotated[
        str,
        col(
            ("og", "den andre sammenhengen"),
            ("og", "den andre samanhengen"),
            ("and", "the other relation"),
            WORDS,
        ),
    ]
    one_ties: Annotated[
        int,
        col(
            ("den ene", "hvor mange piler den ene har; en forbindelse uten retning teller som to"),
            ("den eine", "kor mange piler den eine har; eit samband utan retning tel som to"),
            ("of the one", "how many arrows the one has; a tie without a direction counts as two"),
        ),
    ]
    other_ties: Annotated[
        int,
        col(
            ("den andre", "hvor mange den andre har"),
            ("den andre", "kor mange den andre har"),
            ("of the other", "how many the other has"),
        ),
    ]
    common: Annotated[
        int,
        col(
            ("felles", "hvor mange begge har"),
            ("felles", "kor mange begge har"),
            ("in common", "how many both have"),
        ),
    ]
    overlap: Annotated[
        float,
        col(
            ("overlapp", "de som begge har, av alle som minst én har"),
            ("overlapp", "dei som begge har, av alle som minst éin har"),
            ("overlap", "those that both have, of all that either has"),
        ),
    ]
    correlation: Annotated[
        float | None,
        col(
            (
                "korrelasjon",
                "Pearsons, over alle par av parter: 1 de samme forbindelsene, 0 ingen sammenheng,"
                " under 0 der den ene er, er den andre sjeldnere; tomt der én knytter alle til"
                " alle",
            ),
            (
                "korrelasjon",
                "Pearson sin, over alle par av partar: 1 dei same sambanda, 0 ingen samanheng,"
                " under 0 der den eine er, er den andre sjeldnare; tomt der éin knyter alle til"
                " alle",
            ),
            (
                "correlation",
                "Pearson's, over all pairs of parties: 1 the same ties, 0 no connection, below 0"
                " where the one is, the other is less often; empty where one ties all to all",
            ),
        ),
    ]
    p: Annotated[
        float | None,
        col(
            ("p", "andelen av stokkinger som ligger like langt fra gjennomsnittet, eller lenger"),
            ("p", "delen av stokkingar som ligg like langt frå gjennomsnittet, eller lenger"),
            ("p", "the share of shufflings that lie as far from their mean, or farther"),
        ),
    ]
    repeats: Annotated[
        int | None,
        col(
            ("stokkinger", "hvor mange ganger partene byttet plass"),
            ("stokkingar", "kor mange gonger partane bytte plass"),
            ("shufflings", "how often the parties changed places"),
        ),
    ]
