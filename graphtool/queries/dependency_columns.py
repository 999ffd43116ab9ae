"""What a dependency says, column by column."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool import schema
from graphtool.queries.fields import Document, Line, Quote, col, node_id
from graphtool.queries.owner_columns import Modality

Dependent = Annotated[
    str,
    node_id(
        ("avhengig-id", "id-en til det som avhenger"),
        ("avhengig-id", "id-en til det som er avhengig"),
        ("dependent", "id of what depends"),
    ),
]
Dependee = Annotated[
    str,
    node_id(
        ("forutsetning-id", "id-en til det som det avhenger av"),
        ("føresetnad-id", "id-en til det som det er avhengig av"),
        ("dependee", "id of what it depends on"),
    ),
]
STANDING = col(
    ("status", "hvordan det står til"),
    ("status", "korleis det står til"),
    ("status", "where it stands"),
    schema.STATUSES,
)
Status = Annotated[str, STANDING]
StatusSaid = Annotated[
    str | None,
    col(
        (
            "status sagt",
            "når statusen ble sagt: datoen til dokumentet bak; tomt der det ikke har noen, eller"
            " der ingen status er sagt",
        ),
        (
            "status sagd",
            "når statusen blei sagd: datoen til dokumentet bak; tomt der det ikkje har nokon,"
            " eller der ingen status er sagd",
        ),
        (
            "status said",
            "when the status was said: the date of the"
            " document behind it; empty where that has none, or where no status is said",
        ),
    ),
]


class DirectDependency(NamedTuple):
    """Something and one other that it depends on."""

    dependent: Dependent
    dependent_name: Annotated[
        str, col(("avhengig", "navnet"), ("avhengig", "namnet"), ("dependent name", "its name"))
    ]
    dependee: Dependee
    dependee_name: Annotated[
        str,
        col(
            ("avhenger av", "den andres navn"),
            ("avhengig av", "namnet på den andre"),
            ("dependee name", "the other's name"),
        ),
    ]
    dependee_sort: Annotated[
        str | None,
        col(
            (
                "slag",
                "om den andre er en region eller en gruppe som ikke nevner noen, og derfor ingen"
                " enkelt parts",
            ),
            (
                "slag",
                "om den andre er ein region eller ei gruppe som ikkje nemner nokon, og derfor"
                " ikkje høyrer til nokon enkelt part",
            ),
            (
                "sort",
                "whether the other is a region or a group that names nobody, and so no one party's",
            ),
            in_tables=False,
        ),
    ]
    status: Status
    status_said: StatusSaid
    modality: Modality
    document: Document
    line: Line
    quote: Quote
