"""What is said beside dependencies between municipalities: what they share, who leads and hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from graphtool import schema
from graphtool.graph.belonging import UNSAID
from graphtool.language import Text, joined, listed, quoted, shortened, side_by_side
from graphtool.queries import measures
from graphtool.queries.border_notes import ITSELF, STEPS, as_far, counted, none_of
from graphtool.queries.dependency_notes import status_notes
from graphtool.queries.ended_notes import ended_note
from graphtool.queries.item_ties import MODALITY_RANK
from graphtool.queries.nobody import no_municipality
from graphtool.queries.projection import STATED
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import ask

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

ROLE = ("source", "source_name", "target", "target_name", "modality", "valid_to")
"""Columns of `assertions` that say who has a role in what."""
OWNED = ("party", "party_name", "other", "other_name")
"""Columns of `party-relations` that say who owns what body."""
NAMED_IN_NOTE = 6
"""Activities, and hosts, that a note names."""
TAKEN_PART_IN_BY = Text(
    "{name} ({n} kommuner{led})", "{name} ({n} kommunar{led})", "{name} ({n} municipalities{led})"
)
OWNED_BY = Text(
    "{name} (eid av {n} kommuner{led})",
    "{name} (eigd av {n} kommunar{led})",
    "{name} (owned by {n} municipalities{led})",
)


def municipal_notes(
    graph: PlanGraph | Askable,
    rows: pd.DataFrame,
    *,
    as_of: str | None,
    successors: str,
    **asked: Any,
) -> list[Text]:
    """How many there are or why there are none, and in any case what the municipalities share.

    >>> from graphtool import PlanGraph, run
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m.upper()} for m in "ab"],
    ...     [{"source": "a", "relation": "DEPENDS_ON", "target": "b", "status": "pending"}])
    >>> run("municipal-dependencies", graph).notes[0].en
    'One municipality depends on one other: prerequisite 1.'
    """
    options = {"as_of": as_of, "successors": successors}
    if len(rows):
        notes = counted(rows)
    elif none := no_municipality(graph, {**options, "level": "municipality"}):
        notes = [none]
    else:
        itself, steps = rows.attrs.get(ITSELF, False), rows.attrs.get(STEPS)
        notes = [none_of(asked, itself=itself, steps=steps)]
    links = rows[rows["status"] != ""]
    links = links.drop_duplicates(["through", "status", "status_said"])
    notes += status_notes(links, as_of)
    notes += _nobodys(graph, options)
    parts = _participations(graph, options)
    leads, hosts = _roles(graph, "LEADS", options), _roles(graph, "HOSTS", options)
    shared = _shared(parts, leads)
    if shared:
        notes.append(
            Text(
                "Det kommunene deler: {shared}.",
                "Det kommunane deler: {shared}.",
                "What the municipalities share: {shared}.",
            ).format(shared=side_by_side(shared, NAMED_IN_NOTE))
        )
    told = _hosts(hosts)
    if told:
        notes.append(
            Text("Vert: {hosts}.", "Vert: {hosts}.", "Host: {hosts}.").format(
                hosts=side_by_side(told)
            )
        )
    if len(rows):
        notes += as_far(asked)
    leading = leads["source"][leads["target"].isin(parts["activity"])]
    named = {
        *rows["municipality"],
        *rows["depends_on"],
        *parts["party"],
        *leading,
        *hosts["source"],
    }
    return notes + ended_note(graph, lambda: named, options)


def _nobodys(graph: PlanGraph | Askable, options: Options) -> list[Text]:
    """What is said to depend on a region, or on a group that names nobody: no one municipality."""
    rows = ask(graph, "direct-dependencies", **options)
    rows = rows[rows["dependee_sort"] != ""].sort_values(["dependent", "dependee"])
    link = Text(
        "{one} av {other} ({said})", "{one} av {other} ({said})", "{one} on {other} ({said})"
    )
    told = [
        link.format(
            one=quoted([row.dependent_name])[0],
            other=shortened(row.dependee_name),
            said=schema.MODALITIES[row.modality],
        )
        for row in rows.itertuples()
    ]
    if not told:
        return []
    return [
        Text(
            "Avhengig av en region eller en gruppe uten navn, og derfor ikke av én bestemt"
            " kommune: {told}.",
            "Avhengig av ein region eller ei gruppe utan namn, og derfor ikkje av éin bestemt"
            " kommune: {told}.",
            "Dependent on a region or on a group that names nobody, and so on no one"
            " municipality: {told}.",
        ).format(told=side_by_side(told, NAMED_IN_NOTE))
    ]


def _participations(graph: PlanGraph | Askable, options: Options) -> pd.DataFrame:
    """Which municipality takes part in what, or owns which body, of what two or more share.

    `owned` says that it is as an owner alone.
    """
    rows = ask(graph, "participations", only=measures.TIES, level="municipality", **options)
    homes = rows["party"].unique()  # also those that take part in nothing
    rows = rows[(rows["activity"] != "") & (rows["activity_name"] != STATED)]
    bodies = ask(
        graph, "party-relations", only=OWNED, relations=("OWNS",), level="party", **options
    )
    bodies = bodies.loc[bodies["party"].isin(homes), list(OWNED)].set_axis(measures.TIES, axis=1)
    rows = pd.concat([rows.assign(owned=False), bodies.assign(owned=True)])
    rows = rows.drop_duplicates(["party", "activity"])
    return rows[rows.groupby("activity")["party"].transform("nunique") > 1]


def _shared(parts: pd.DataFrame, leads: pd.DataFrame) -> list[Text]:
    """What most municipalities take part in or own together first, each with who leads it."""
    things = parts.groupby(["activity", "activity_name"])
    counts = things.agg(n=("party", "nunique"), owned=("owned", "all"))
    counts = counts.sort_values("n", ascending=False, kind="stable")
    told = []
    for (activity, name), count, owned in counts.itertuples():
        leaders = leads[leads["target"] == activity]
        who = [_held(row.source_name, row) for row in leaders.itertuples()]
        led = Text(", ledet av {who}", ", leidd av {who}", ", led by {who}").format(who=joined(who))
        form = OWNED_BY if owned else TAKEN_PART_IN_BY
        told.append(form.format(name=name, n=count, led=led if who else ""))
    return told


def _hosts(hosts: pd.DataFrame) -> list[Text]:
    """Each host with all that it is the host of."""
    said = Text("{host} for {guests}", "{host} for {guests}", "{host} of {guests}")
    guests: dict[tuple[str, str], list[Text]] = {}
    for row in hosts.head(NAMED_IN_NOTE).itertuples():
        of = guests.setdefault((row.source, row.source_name), [])
        of.append(_held(shortened(row.target_name), row))
    return [
        said.format(host=shortened(name), guests=listed(of, most=None))
        for (_, name), of in guests.items()
    ]


def _roles(graph: PlanGraph | Askable, relation: str, options: Options) -> pd.DataFrame:
    """Who leads or hosts what, each pair once: by the best said that has no end."""
    rows = ask(graph, "assertions", only=ROLE, relations=(relation,), **options)
    rank = rows["modality"].astype(object).map(MODALITY_RANK)
    rows = rows.assign(rank=rank, ended=rows["valid_to"] != "")
    rows = rows.sort_values(["source", "target", "rank", "ended"], kind="stable")
    return rows.drop_duplicates(["source", "target"])


def _held(who: str | Text, row: Any) -> Text:
    """Somebody with a role, until when if that is said, and whether no source says it as a fact."""
    until, planned, derived = row.valid_to, row.modality in UNSAID, row.modality == "derived"
    parts = (
        who,
        Text(" til {d}", " til {d}", " until {d}").format(d=until) if until else None,
        Text(" (bare planlagt)", " (berre planlagt)", " (only planned)") if planned else None,
        Text(" (utledet)", " (utleidd)", " (derived)") if derived else None,
    )
    return joined(filter(None, parts), "")
