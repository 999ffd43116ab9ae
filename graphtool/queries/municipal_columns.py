"""What a dependency of one municipality, or party, on another says, column by column."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool.queries.border_kinds import KIND_WORDS
from graphtool.queries.dependency_columns import STANDING
from graphtool.queries.fields import Document, Line, Quote, col, node_id
from graphtool.queries.links import PathStep
from graphtool.queries.owner_columns import Modality
from graphtool.queries.paths import in_words

Kind = Annotated[
    str,
    col(
        ("slag", "slaget avhengighet; se --kind"),
        ("slag", "slaget avhengnad; sjå --kind"),
        ("kind", "the kind of dependency; see --kind"),
        KIND_WORDS,
    ),
]
Through = Annotated[
    str,
    col(
        ("gjennom", "hva som avhenger av hva: navnene på de to endene"),
        ("gjennom", "kva som er avhengig av kva: namna på dei to endane"),
        ("through", "what depends on what: the two ends' names"),
        in_tables=False,
    ),
]
Thirds = Annotated[
    str | None,
    node_id(
        ("tredje-id", "id-ene til dem som har den delte ressursen"),
        ("tredje-id", "id-ane til dei som har den delte ressursen"),
        ("thirds", "ids of those whose the shared resource is"),
    ),
]
ThirdNames = Annotated[
    str | None,
    col(
        ("en tredjes", "hvem som har den, der det er ingen av de to"),
        ("ein tredjes", "kven som har han, der det er ingen av dei to"),
        ("a third's", "whose it is, where it is neither's"),
    ),
]
Dependent = Annotated[
    str,
    node_id(
        ("avhengig-id", "det som avhenger"),
        ("avhengig-id", "det som er avhengig"),
        ("dependent", "what depends"),
    ),
]


class MunicipalDependency(NamedTuple):
    """A reason for which a municipality depends on another."""

    municipality: Annotated[
        str, node_id(("kommune-id", "id-en"), ("kommune-id", "id-en"), ("municipality", "id of it"))
    ]
    name: Annotated[
        str,
        col(
            ("kommune", "kommunens navn"),
            ("kommune", "namnet på kommunen"),
            ("name", "the municipality's name"),
        ),
    ]
    depends_on: Annotated[
        str,
        node_id(
            ("avhenger av-id", "id-en til den andre kommunen"),
            ("avhengig av-id", "id-en til den andre kommunen"),
            ("depends on", "id of the other municipality"),
        ),
    ]
    depends_on_name: Annotated[
        str,
        col(
            ("avhenger av", "den andre kommunens navn"),
            ("avhengig av", "namnet på den andre kommunen"),
            ("depends on name", "the other municipality's name"),
        ),
    ]
    kind: Kind
    through: Through
    path: Annotated[
        str,
        col(
            ("vei", "navnene fra den ene kommunen til den andre, med sammenhengene mellom dem"),
            ("veg", "namna frå den eine kommunen til den andre, med samanhengane mellom dei"),
            (
                "path",
                "the names from the one municipality to the other with the relations between them",
            ),
            said=in_words,
        ),
    ]
    steps: Annotated[
        int,
        col(
            (
                "ledd",
                "hvor mange sammenhenger som ligger mellom det som er den enes og det som er den"
                " andres",
            ),
            (
                "ledd",
                "kor mange samanhengar som ligg mellom det som den eine har og det som den andre"
                " har",
            ),
            ("steps", "how many relations lie between what is the one's and what is the other's"),
        ),
    ]
    thirds: Thirds
    third_names: ThirdNames
    status: Annotated[str | None, STANDING]
    status_said: Annotated[
        str | None,
        col(
            ("status sagt", "når statusen ble sagt: den tidligste av datoene til dokumentene bak"),
            ("status sagd", "når statusen blei sagd: den tidlegaste av datoane til dokumenta bak"),
            (
                "status said",
                "when the status was said: the earliest of the dates of the documents behind it",
            ),
        ),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote
    dependent: Dependent
    needed: Annotated[
        str,
        node_id(
            ("forutsetning-id", "det som trengs: tingen, eller den som betaler"),
            ("føresetnad-id", "det som trengst: tingen, eller den som betaler"),
            ("needed", "what is needed: the thing, or the payer"),
        ),
    ]
    evidence: Annotated[
        tuple[PathStep, ...],
        col(
            ("belegg", "hvor hvert steg på veien er sagt"),
            ("belegg", "kvar kvart steg på vegen er sagt"),
            ("evidence", "where each step of the path is said"),
            in_tables=False,
        ),
    ]
