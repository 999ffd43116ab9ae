"""Which party depends on which, why, and by which path: municipalities, companies, councils."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple, Unpack

from graphtool.graph import representation
from graphtool.language import Text
from graphtool.queries import columns
from graphtool.queries.border_kinds import ReasonOptions
from graphtool.queries.border_matrix import matrix
from graphtool.queries.border_notes import STEPS
from graphtool.queries.border_rows import longer, reasons, require_end
from graphtool.queries.borders import READS
from graphtool.queries.dependency_columns import STANDING
from graphtool.queries.fields import Document, Line, Option, PartyId, PartyName, Quote, col, node_id
from graphtool.queries.homes import Organisations
from graphtool.queries.municipal_columns import Dependent, Kind, ThirdNames, Thirds, Through
from graphtool.queries.owner_columns import Modality
from graphtool.queries.party_dependency_notes import party_dependency_notes
from graphtool.queries.paths import StepEvidence, in_words
from graphtool.queries.registry import query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


_NO_PARTY = Text(
    "parten «{name}» finnes ikke: det er ingen parter i dataene",
    "parten «{name}» finst ikkje: det er ingen partar i dataa",
    "no party {name!r}: there is none in the data",
)


class PartyDependency(NamedTuple):
    """A reason for which a party depends on another."""

    party: PartyId
    name: PartyName
    depends_on: Annotated[
        str,
        node_id(
            ("avhenger av-id", "id-en til den andre parten"),
            ("avhengig av-id", "id-en til den andre parten"),
            ("depends on", "id of the other party"),
        ),
    ]
    depends_on_name: Annotated[
        str,
        col(
            ("avhenger av", "den andre partens navn"),
            ("avhengig av", "namnet på den andre parten"),
            ("depends on name", "the other party's name"),
        ),
    ]
    kind: Kind
    through: Through
    path: Annotated[
        str,
        col(
            ("vei", "navnene fra den ene parten til den andre, med sammenhengene mellom dem"),
            ("veg", "namna frå den eine parten til den andre, med samanhengane mellom dei"),
            ("path", "the names from the one party to the other with the relations between them"),
            said=in_words,
        ),
    ]
    steps: Annotated[
        int,
        col(
            ("ledd", "sammenhenger mellom det som er den enes og det som er den andres"),
            ("ledd", "samanhengar mellom det som den eine har og det som den andre har"),
            ("steps", "relations between what is the one's and what the other's"),
        ),
    ]
    thirds: Thirds
    third_names: ThirdNames
    status: Annotated[str | None, STANDING]
    status_said: Annotated[
        str | None,
        col(
            ("status sagt", "den tidligste datoen det er sagt på"),
            ("status sagd", "den tidlegaste datoen det er sagt på"),
            ("status said", "the earliest date at which it is said"),
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
            ("forutsetning-id", "tingen som trengs"),
            ("føresetnad-id", "tingen som trengst"),
            ("needed", "the thing that is needed"),
        ),
    ]
    evidence: StepEvidence


@query(
    PartyDependency,
    order=(
        "name",
        "party",
        "depends_on_name",
        "depends_on",
        "kind",
        "steps",
        "path",
        "dependent",
        "needed",
    ),
    notes=party_dependency_notes,
    reads=READS,
    matrix=matrix,
)
def party_dependencies(
    graph: PlanGraph,
    *,
    from_: Annotated[
        str | None,
        Option(
            Text(
                "bare det som denne parten avhenger av",
                "berre det som denne parten er avhengig av",
                "only what this party depends on",
            ),
            node="party",
        ),
    ] = None,
    to: Annotated[
        str | None,
        Option(
            Text(
                "bare det som avhenger av denne parten",
                "berre det som er avhengig av denne parten",
                "only what depends on this party",
            ),
            node="party",
        ),
    ] = None,
    **options: Unpack[ReasonOptions],
) -> pd.DataFrame:
    """Which party depends on which other, why, and by which path.

    As `municipal-dependencies`, with every named party in the place of a municipality: what belongs
    to it is itself; its people; what it or they own, answer for, lead or host; of a municipality
    also what lies there. A body that it owns or hosts is a party of its own. The kinds are the
    same: stated, carried out, funded, hosted, shared; all but the first are inferred. A person
    counts for whom he or she represents, else for himself; a group that names nobody is no party.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "i", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "k", "kind": "Actor", "subkind": "company", "name": "Kraft AS"},
    ...      {"id": "g", "kind": "Goal", "name": "Ren strøm"},
    ...      {"id": "m", "kind": "Measure", "name": "Ny linje"}],
    ...     [{"source": "i", "relation": "OWNS", "target": "g"},
    ...      {"source": "k", "relation": "OWNS", "target": "m"},
    ...      {"source": "m", "relation": "PART_OF", "target": "g"}])
    >>> party_dependencies(graph)[["name", "depends_on_name", "kind"]].values.tolist()
    [['Iveland', 'Kraft AS', 'carried out']]
    """
    parties = graph.nodes[representation.named(graph)]
    chosen = [require_end(graph, name, parties, "party", _NO_PARTY) for name in (from_, to)]
    found = reasons(graph, chosen, options, Organisations)
    table = columns.of_rows(PartyDependency, found)
    if not found:
        table.attrs[STEPS] = longer(graph, chosen, options, Organisations)
    return table
