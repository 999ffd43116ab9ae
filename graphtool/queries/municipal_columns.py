"""What a dependency of one municipality, or party, on another says, column by column."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.border_kinds import KIND_WORDS
from graphtool.queries.direct_dependencies import STANDING
from graphtool.queries.fields import Column, Document, Line, Quote, col, node_id
from graphtool.queries.links import PathStep
from graphtool.queries.owners import Modality
from graphtool.queries.paths import in_words

Kind = Annotated[
    str,
    Column(
        Text("slag", "slag", "kind"),
        Text(
            "slaget avhengighet; se --kind",
            "slaget avhengnad; sjå --kind",
            "the kind of dependency; see --kind",
        ),
        KIND_WORDS,
    ),
]
Through = Annotated[
    str,
    Column(
        Text("gjennom", "gjennom", "through"),
        Text(
            "hva som avhenger av hva: navnene på de to endene",
            "kva som er avhengig av kva: namna på dei to endane",
            "what depends on what: the two ends' names",
        ),
        in_tables=False,
    ),
]
Thirds = Annotated[
    str | None,
    node_id(
        "tredje-id",
        "tredje-id",
        "thirds",
        Text(
            "id-ene til dem som har den delte ressursen",
            "id-ane til dei som har den delte ressursen",
            "ids of those whose the shared resource is",
        ),
    ),
]
ThirdNames = Annotated[
    str | None,
    col(
        "en tredjes",
        "ein tredjes",
        "a third's",
        Text(
            "hvem som har den, der det er ingen av de to",
            "kven som har han, der det er ingen av dei to",
            "whose it is, where it is neither's",
        ),
    ),
]
Dependent = Annotated[
    str,
    node_id(
        "avhengig-id",
        "avhengig-id",
        "dependent",
        Text("det som avhenger", "det som er avhengig", "what depends"),
    ),
]


class MunicipalDependency(NamedTuple):
    """A reason for which a municipality depends on another."""

    municipality: Annotated[
        str, node_id("kommune-id", "kommune-id", "municipality", Text("id-en", "id-en", "id of it"))
    ]
    name: Annotated[
        str,
        col(
            "kommune",
            "kommune",
            "name",
            Text("kommunens navn", "namnet på kommunen", "the municipality's name"),
        ),
    ]
    depends_on: Annotated[
        str,
        node_id(
            "avhenger av-id",
            "avhengig av-id",
            "depends on",
            Text(
                "id-en til den andre kommunen",
                "id-en til den andre kommunen",
                "id of the other municipality",
            ),
        ),
    ]
    depends_on_name: Annotated[
        str,
        col(
            "avhenger av",
            "avhengig av",
            "depends on name",
            Text(
                "den andre kommunens navn",
                "namnet på den andre kommunen",
                "the other municipality's name",
            ),
        ),
    ]
    kind: Kind
    through: Through
    path: Annotated[
        str,
        Column(
            Text("vei", "veg", "path"),
            Text(
                "navnene fra den ene kommunen til den andre, med sammenhengene mellom dem",
                "namna frå den eine kommunen til den andre, med samanhengane mellom dei",
                "the names from the one municipality to the other with the relations between them",
            ),
            said=in_words,
        ),
    ]
    steps: Annotated[
        int,
        col(
            "ledd",
            "ledd",
            "steps",
            Text(
                "hvor mange sammenhenger som ligger mellom det som er den enes og det som er den"
                " andres",
                "kor mange samanhengar som ligg mellom det som den eine har og det som den andre"
                " har",
                "how many relations lie between what is the one's and what is the other's",
            ),
        ),
    ]
    thirds: Thirds
    third_names: ThirdNames
    status: Annotated[str | None, STANDING]
    status_said: Annotated[
        str | None,
        col(
            "status sagt",
            "status sagd",
            "status said",
            Text(
                "når statusen ble sagt: den tidligste av datoene til dokumentene bak",
                "når statusen blei sagd: den tidlegaste av datoane til dokumenta bak",
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
            "forutsetning-id",
            "føresetnad-id",
            "needed",
            Text(
                "det som trengs: tingen, eller den som betaler",
                "det som trengst: tingen, eller den som betaler",
                "what is needed: the thing, or the payer",
            ),
        ),
    ]
    evidence: Annotated[
        tuple[PathStep, ...],
        Column(
            Text("belegg", "belegg", "evidence"),
            Text(
                "hvor hvert steg på veien er sagt",
                "kvar kvart steg på vegen er sagt",
                "where each step of the path is said",
            ),
            in_tables=False,
        ),
    ]
