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
    str, Column(Text("slag", "slag", "kind"), "the kind of dependency; see --kind", KIND_WORDS)
]
Through = Annotated[
    str,
    Column(
        Text("gjennom", "gjennom", "through"),
        "what depends on what: the two ends' names",
        in_tables=False,
    ),
]
Thirds = Annotated[
    str | None,
    node_id("tredje-id", "tredje-id", "thirds", "ids of those whose the shared resource is"),
]
ThirdNames = Annotated[
    str | None, col("en tredjes", "ein tredjes", "a third's", "whose it is, where it is neither's")
]
Dependent = Annotated[str, node_id("avhengig-id", "avhengig-id", "dependent", "what depends")]


class MunicipalDependency(NamedTuple):
    """A reason for which a municipality depends on another."""

    municipality: Annotated[str, node_id("kommune-id", "kommune-id", "municipality", "id of it")]
    name: Annotated[str, col("kommune", "kommune", "name", "the municipality's name")]
    depends_on: Annotated[
        str,
        node_id("avhenger av-id", "avhengig av-id", "depends on", "id of the other municipality"),
    ]
    depends_on_name: Annotated[
        str, col("avhenger av", "avhengig av", "depends on name", "the other municipality's name")
    ]
    kind: Kind
    through: Through
    path: Annotated[
        str,
        Column(
            Text("vei", "veg", "path"),
            "the names from the one municipality to the other with the relations between them",
            said=in_words,
        ),
    ]
    steps: Annotated[
        int,
        col(
            "ledd",
            "ledd",
            "steps",
            "how many relations lie between what is the one's and what is the other's",
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
            "when the status was said: the earliest of the dates of the documents behind it",
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
            "forutsetning-id", "føresetnad-id", "needed", "what is needed: the thing, or the payer"
        ),
    ]
    evidence: Annotated[
        tuple[PathStep, ...],
        Column(
            Text("belegg", "belegg", "evidence"),
            "where each step of the path is said",
            in_tables=False,
        ),
    ]
