"""The row of `missing-ties`, and the reasons that it tells apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.fields import Document, Line, Quote, col, node_id
from graphtool.queries.owner_columns import Modality
from graphtool.queries.paths import StepEvidence, in_words
from graphtool.queries.projection_columns import OneName

if TYPE_CHECKING:
    pass


NEEDS, SERVES, SAME, PARTNERS = "needs", "serves", "same goal", "partners"
REASONS = {
    NEEDS: Text(
        "det ene avhenger av det andre", "det eine er avhengig av det andre", "one needs the other"
    ),
    SERVES: Text("det ene tjener det andre", "det eine tener det andre", "one serves the other"),
    SAME: Text("begge tjener det samme", "begge tener det same", "both serve the same"),
    PARTNERS: Text("felles partnere", "felles partnarar", "common partners"),
}
PLACE = {reason: at for at, reason in enumerate(REASONS, start=1)}


class MissingTie(NamedTuple):
    """Two parties that share no activity, and why they ought to."""

    place: Annotated[
        int,
        col(
            ("nr.", "grunnens plass i listen"),
            ("nr.", "plassen til grunnen i lista"),
            ("no.", "the reason's place in the list"),
            in_tables=False,
        ),
    ]
    reason: Annotated[
        str,
        col(
            ("grunn", "hvorfor de burde møtes"),
            ("grunn", "kvifor dei burde møtast"),
            ("reason", "why they ought to meet"),
            REASONS,
        ),
    ]
    party: Annotated[
        str,
        node_id(
            ("part-id", "id-en til den ene"),
            ("part-id", "id-en til den eine"),
            ("party", "id of the one"),
        ),
    ]
    party_name: OneName
    other: Annotated[
        str,
        node_id(
            ("annen-id", "den andres id"),
            ("annan-id", "id-en til den andre"),
            ("other", "id of the other"),
        ),
    ]
    other_name: Annotated[
        str,
        col(("og", "den andres navn"), ("og", "namnet på den andre"), ("and", "the other's name")),
    ]
    cases: Annotated[
        int,
        col(
            ("antall", "hvor mange slike veier, eller hvor mange felles partnere"),
            ("tal", "kor mange slike vegar, eller kor mange felles partnarar"),
            ("cases", "how many such paths, or how many common partners"),
        ),
    ]
    path: Annotated[
        str | None,
        col(
            (
                "vei",
                "den første av de korteste etter navn: fra den ene til den andre, med"
                " sammenhengene",
            ),
            (
                "veg",
                "den første av dei kortaste etter namn: frå den eine til den andre, med"
                " samanhengane",
            ),
            (
                "path",
                "the first by name of the shortest: from the one to the other, with the relations",
            ),
            said=in_words,
        ),
    ]
    common: Annotated[
        str | None,
        col(
            ("felles", "navnene på de felles partnerne"),
            ("felles", "namna på dei felles partnarane"),
            ("common", "the names of the common partners"),
        ),
    ]
    score: Annotated[
        float | None,
        col(
            ("styrke", "ressurstildeling: 1/partnere for hver felles partner"),
            ("styrke", "ressurstildeling: 1/partnarar for kvar felles partnar"),
            ("score", "resource allocation: each common partner's 1/partners"),
        ),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote
    evidence: StepEvidence
