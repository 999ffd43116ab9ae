"""Which party depends on which, why, and by which path: municipalities, companies, councils."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Unpack

from graphtool.graph import representation
from graphtool.language import Text, listed, plain, setting
from graphtool.queries import columns
from graphtool.queries.border_kinds import KIND_WORDS, ReasonOptions
from graphtool.queries.border_matrix import matrix
from graphtool.queries.border_notes import INFERRED, WEAKEST, reason_count, tally
from graphtool.queries.borders import READS
from graphtool.queries.dependency_notes import status_notes
from graphtool.queries.direct_dependencies import STANDING
from graphtool.queries.ended_parties import ended_note
from graphtool.queries.fields import (
    Column,
    Document,
    Line,
    Option,
    PartyId,
    PartyName,
    Quote,
    col,
    node_id,
)
from graphtool.queries.homes import Organisations
from graphtool.queries.municipal import reasons, require_end
from graphtool.queries.municipal_columns import Dependent, Kind, ThirdNames, Thirds, Through
from graphtool.queries.owners import Modality
from graphtool.queries.paths import StepEvidence, in_words
from graphtool.queries.query import Askable
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
            "avhenger av-id",
            "avhengig av-id",
            "depends on",
            Text(
                "id-en til den andre parten", "id-en til den andre parten", "id of the other party"
            ),
        ),
    ]
    depends_on_name: Annotated[
        str,
        col(
            "avhenger av",
            "avhengig av",
            "depends on name",
            Text("den andre partens navn", "namnet på den andre parten", "the other party's name"),
        ),
    ]
    kind: Kind
    through: Through
    path: Annotated[
        str,
        Column(
            Text("vei", "veg", "path"),
            Text(
                "navnene fra den ene parten til den andre, med sammenhengene mellom dem",
                "namna frå den eine parten til den andre, med samanhengane mellom dei",
                "the names from the one party to the other with the relations between them",
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
                "sammenhenger mellom det som er den enes og det som er den andres",
                "samanhengar mellom det som den eine har og det som den andre har",
                "relations between what is the one's and what the other's",
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
                "den tidligste datoen det er sagt på",
                "den tidlegaste datoen det er sagt på",
                "the earliest date at which it is said",
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
            Text("tingen som trengs", "tingen som trengst", "the thing that is needed"),
        ),
    ]
    evidence: StepEvidence


def party_dependency_notes(
    graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any
) -> list[Text]:
    """How many pairs there are, of which kinds, on whom most depend, and what is inferred.

    >>> from graphtool import PlanGraph, run
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": a, "kind": "Actor", "name": a.upper()} for a in "ab"],
    ...     [{"source": "a", "relation": "FUNDS", "target": "b"}])
    >>> run("party-dependencies", graph).notes[0].en
    'One party depends on one other: funded 1.'
    """
    if rows.empty:
        asked = [name for name in ("kind", "from_", "to") if options[name]]
        asked += ["modality"] if options["modality"] != WEAKEST else []
        names = [Text(*[setting(name.rstrip("_"))] * 3) for name in asked]
        return [NONE_ASKED.format(asked=listed(names, len(names))) if asked else NONE]
    pairs = rows[["party", "depends_on"]].drop_duplicates()
    kinds = tally(rows["kind"], KIND_WORDS)
    form = ONE_PAIR if len(pairs) == 1 else PAIRS
    notes = [form.format(n=len(pairs), reasons=reason_count(len(pairs), len(rows)), kinds=kinds)]
    many = rows.drop_duplicates(["party", "depends_on"])
    leaned_on = many.groupby(["depends_on", "depends_on_name"]).size().reset_index(name="n")
    most = int(leaned_on["n"].max())
    first = leaned_on[leaned_on["n"] == most]
    if most > 1:
        names = plain(sorted(first["depends_on_name"]))
        form = MOST if len(names) == 1 else MOST_ON_EACH
        notes.append(form.format(n=most, who=listed(names)))
    if (rows["kind"] != "stated").any():
        notes.append(Text(*(words.strip() for words in INFERRED)))
    links = rows[rows["status"] != ""].drop_duplicates(["through", "status", "status_said"])
    notes += status_notes(links, options["as_of"])
    when = {name: options[name] for name in ("as_of", "successors")}
    return notes + ended_note(graph, lambda: {*rows["party"], *rows["depends_on"]}, when)


PAIRS = Text(
    "I {n} tilfeller er en part avhengig av en annen{reasons}: {kinds}.",
    "I {n} tilfelle er ein part avhengig av ein annan{reasons}: {kinds}.",
    "In {n} cases a party depends on another{reasons}: {kinds}.",
)
ONE_PAIR = Text(
    "Én part er avhengig av én annen{reasons}: {kinds}.",
    "Éin part er avhengig av éin annan{reasons}: {kinds}.",
    "One party depends on one other{reasons}: {kinds}.",
)
MOST = Text(
    "Flest, {n}, er avhengige av {who}.",
    "Flest, {n}, er avhengige av {who}.",
    "Most, {n}, depend on {who}.",
)
MOST_ON_EACH = Text(
    "Flest, {n}, er avhengige av hver av disse: {who}.",
    "Flest, {n}, er avhengige av kvar av desse: {who}.",
    "Most, {n}, depend on each of these: {who}.",
)
NONE = Text(
    "Ingen kilde sier noe som gjør en part avhengig av en annen.",
    "Inga kjelde seier noko som gjer ein part avhengig av ein annan.",
    "No source says what would make a party depend on another.",
)
NONE_ASKED = Text(
    "Ingen avhengighet mellom parter er slik det er spurt om ({asked}).",
    "Ingen avhengnad mellom partar er slik det er spurt om ({asked}).",
    "No dependency between parties is as asked for ({asked}).",
)


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
    return columns.of_rows(PartyDependency, reasons(graph, chosen, options, Organisations))
