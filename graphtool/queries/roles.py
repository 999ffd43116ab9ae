"""Who has which role in what: what tells parties apart that are tied alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, Unpack

import numpy as np
import pandas as pd

from graphtool.graph import representation
from graphtool.graph.belonging import UNSAID
from graphtool.language import Text
from graphtool.queries import columns, evidence, key_parties
from graphtool.queries.fields import Option
from graphtool.queries.item_ties import MODALITY_RANK
from graphtool.queries.nobody import no_municipality
from graphtool.queries.projection import PARTICIPATION, on_their_own
from graphtool.queries.projection_columns import TieOptions
from graphtool.queries.query import Askable
from graphtool.queries.registry import query
from graphtool.queries.role_columns import Role

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


ROLES = {
    **key_parties.KEY_ROLES,
    "adopted": "ADOPTED",
    "takes_part": "PARTICIPATES_IN",
    "supports": "SUPPORTS",
    "member": "MEMBER_OF",
}
"""The relation that each column counts."""


def _role_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """Who has the roles that tell the parties apart, or that none do.

    >>> from graphtool import PlanGraph, run
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m.upper()} for m in "ab"]
    ...     + [{"id": "p", "kind": "Project", "name": "P"}],
    ...     [{"source": "a", "relation": "LEADS", "target": "p"},
    ...      {"source": "b", "relation": "SUPPORTS", "target": "p"}])
    >>> run("roles", graph).notes[0].en
    'A stands apart by the roles: leads P. B has no such roles.'
    """
    if rows.empty:
        return [
            no_municipality(graph, options)
            or Text(
                "Ingen har noen rolle i noe.",
                "Ingen har noka rolle i noko.",
                "Nobody has a role in anything.",
            )
        ]
    found = key_parties.among(graph, sorted(set(rows["party"])), **key_parties.asked(options))
    return [found.text, *on_their_own(graph, rows["party"], options)]


@query(
    Role,
    order=("party_name", "party", "activity_name", "activity"),
    notes=_role_notes,
    reads=(*PARTICIPATION, "AFFILIATED_WITH"),
)
def roles(
    graph: PlanGraph,
    *,
    per: Annotated[
        Literal["activity", "party"],
        Option(
            Text(
                "en rad for hver part og aktivitet, eller summen av dem for hver part",
                "ei rad for kvar part og aktivitet, eller summen av dei for kvar part",
                "a row for each party and activity, or the sum of them for each party",
            )
        ),
    ] = "activity",
    **options: Unpack[TieOptions],
) -> pd.DataFrame:
    """Who has which role in what: leads, hosts, owns, answers for, funds, is a member and the like.

    One row a party (no group) and anything that it leads, hosts, owns, coordinates, answers for,
    funds, applied for, adopted, takes part in, supports or is a member of: networks, programmes,
    projects, plans and measures, and also companies, goals and resources. Who counts for whom is
    as in `collaborations`, and so is what is planned. Each role's column says how many have it for
    the party: itself, its people and, at level municipality, its bodies; it is empty where nobody
    does. `people` is how many different people of the party's are among them. `through`, modality
    (of each role and person the best said: stated, derived, planned, aspiration) and evidence are
    those of all its roles there. What somebody is to himself is no role.

    Per party there is one row a party, without an activity: each column says in how many
    activities it has the role, `people` how many different people it has in any.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "k", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "p", "kind": "Actor", "subkind": "person", "name": "Kari"},
    ...      {"id": "n", "kind": "Actor", "subkind": "network", "name": "Nettverket"}],
    ...     [{"source": "p", "relation": "AFFILIATED_WITH", "target": "k"},
    ...      {"source": "p", "relation": "MEMBER_OF", "target": "n"},
    ...      {"source": "k", "relation": "MEMBER_OF", "target": "n"}])
    >>> roles(graph)[["party", "activity", "leads", "member", "people"]].values.tolist()
    [['k', 'n', 0, 2, 1]]
    """
    graph = graph.as_of(options["as_of"], successors=options["successors"])
    level, planned = options["level"], options["planned"]
    rows = _held(graph, level=level, planned=planned)
    rows["place"] = rows["activity"] if per == "activity" else -1
    key = ["party", "place"]
    counted = "who" if per == "activity" else "activity"
    held = rows.pivot_table(counted, key, "relation", aggfunc="nunique", fill_value=0)
    held = held.reindex(columns=[*ROLES.values()], fill_value=0)
    person = representation.people(graph)[rows["who"].to_numpy()]
    people = rows[person & (rows["who"] != rows["party"])].groupby(key)["who"].nunique()
    party = held.index.get_level_values("party").to_numpy()
    place = held.index.get_level_values("place").to_numpy()
    through = evidence.through(graph, rows)
    said = _modalities(rows)
    cited = evidence.cited(graph, level, rows)
    pairs = list(zip(party.tolist(), place.tolist(), strict=True))
    nodes = graph.nodes
    return columns.table(
        Role,
        party=columns.taken(nodes["id"], party),
        party_name=columns.taken(nodes["name"], party),
        activity=columns.taken(nodes["id"], place),
        activity_name=columns.taken(nodes["name"], place),
        **{name: held[relation].to_numpy(np.int64) for name, relation in ROLES.items()},
        people=people.reindex(held.index, fill_value=0).to_numpy(np.int64),
        through=[through.get(pair, "") for pair in pairs],
        modality=[said[pair] for pair in pairs],
        evidence=[cited[pair] for pair in pairs],
    )


def _held(graph: PlanGraph, *, level: str, planned: bool) -> pd.DataFrame:
    """One row a party, activity, who stands behind and assertion, with how that is said."""
    edges = graph.related(*ROLES.values())
    rows = pd.DataFrame(
        {
            "who": edges["source"].to_numpy(np.int64),
            "activity": edges["target"].to_numpy(np.int64),
            "edge": edges.index.to_numpy(),
            "relation": edges["relation"].astype(str).to_numpy(),
            "modality": edges["modality"].astype(str).to_numpy(),
        }
    )
    if not planned:
        rows = rows[~rows["modality"].isin(UNSAID)]
    rows = rows.merge(representation.counted(graph, level), on="who")
    rows = rows[(rows["who"] != rows["activity"]) & (rows["party"] != rows["activity"])]
    return rows.reset_index(drop=True)


def _modalities(rows: pd.DataFrame) -> dict[tuple[int, int], str]:
    """For each party and place how its roles are said: of each role and person the best."""
    key = ["party", "place"]
    ranked = rows.assign(rank=rows["modality"].map(MODALITY_RANK)).sort_values("rank")
    best = ranked.drop_duplicates([*key, "who", "activity", "relation"])
    found: dict[tuple[int, int], list[str]] = {}
    for party, place, word in best[[*key, "modality"]].drop_duplicates().itertuples(index=False):
        found.setdefault((party, place), []).append(word)
    return {pair: columns.SEPARATOR.join(said) for pair, said in found.items()}
