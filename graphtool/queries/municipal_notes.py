"""What is said beside dependencies between municipalities: what they share, who leads and hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.graph.belonging import UNSAID
from graphtool.language import Text, listed, shortened
from graphtool.queries import measures
from graphtool.queries.dependency_notes import status_notes
from graphtool.queries.ended_parties import ended_note
from graphtool.queries.item_ties import MODALITY_RANK
from graphtool.queries.projection import STATED
from graphtool.queries.query import Askable
from graphtool.queries.registry import ask

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

ROLE = ("source", "source_name", "target", "target_name", "modality", "valid_to")
"""Columns of `assertions` that say who has a role in what."""
NAMED_IN_NOTE = 6
"""Activities, and hosts, that a note names."""


def municipal_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How many there are or why there are none, and in any case what the municipalities share."""
    notes = [_counted(rows) if len(rows) else NONE]
    links = rows.drop_duplicates(["through", "status", "status_said"])
    notes += status_notes(links, options["as_of"])
    parts = _participations(graph, options)
    leads, hosts = _roles(graph, "LEADS", options), _roles(graph, "HOSTS", options)
    shared = _shared(parts, leads)
    if shared:
        notes.append(
            Text(
                "Det kommunene deler: {shared}.",
                "Det kommunane deler: {shared}.",
                "What the municipalities share: {shared}.",
            ).format(shared=Text(*("; ".join(s[at] for s in shared) for at in range(3))))
        )
    told = _hosts(hosts)
    if told:
        notes.append(
            Text("Vert: {hosts}.", "Vert: {hosts}.", "Host: {hosts}.").format(
                hosts=Text(*("; ".join(one[at] for one in told) for at in range(3)))
            )
        )
    leading = leads["source"][leads["target"].isin(parts["activity"])]
    named = {
        *rows["municipality"],
        *rows["depends_on"],
        *parts["party"],
        *leading,
        *hosts["source"],
    }
    return notes + ended_note(graph, lambda: named, options)


NONE = Text(
    "Ingen kilde sier at en kommune, eller noe som hører den til, avhenger av en annen kommune"
    " eller av noe som hører den andre til. Å være i samme region eller nettverk er ingen"
    " avhengighet.",
    "Inga kjelde seier at ein kommune, eller noko som høyrer han til, er avhengig av ein annan"
    " kommune eller av noko som høyrer den andre til. Å vere i same region eller nettverk er"
    " ingen avhengnad.",
    "No source says that a municipality, or anything of its own, depends on another or on"
    " anything of that one's. Belonging to one region or network is no dependency.",
)


def _counted(rows: pd.DataFrame) -> Text:
    pairs = len(rows[["municipality", "depends_on"]].drop_duplicates())
    if pairs == 1:
        return Text(
            "Én kommune er avhengig av én annen.",
            "Éin kommune er avhengig av éin annan.",
            "One municipality depends on one other.",
        )
    return Text(
        "{n} tilfeller av at en kommune er avhengig av en annen.",
        "{n} tilfelle av at ein kommune er avhengig av ein annan.",
        "{n} cases of one municipality that depends on another.",
    ).format(n=pairs)


def _participations(graph: PlanGraph | Askable, options: dict[str, Any]) -> pd.DataFrame:
    """Which municipality takes part in what, of what two or more take part in."""
    rows = ask(graph, "participations", only=measures.TIES, level="municipality", **options)
    rows = rows[(rows["activity"] != "") & (rows["activity_name"] != STATED)]
    return rows[rows.groupby("activity")["party"].transform("nunique") > 1]


def _shared(parts: pd.DataFrame, leads: pd.DataFrame) -> list[Text]:
    """The activities that most municipalities take part in, each with who leads it."""
    counts = parts.groupby(["activity", "activity_name"])["party"].nunique()
    counts = counts.sort_values(ascending=False, kind="stable")
    said = Text(
        "{name} ({n} kommuner{led})",
        "{name} ({n} kommunar{led})",
        "{name} ({n} municipalities{led})",
    )
    told = []
    for (activity, name), count in counts.head(NAMED_IN_NOTE).items():
        leaders = leads[leads["target"] == activity]
        who = [_held(row.source_name, row) for row in leaders.itertuples()]
        together = Text(*(", ".join(one[at] for one in who) for at in range(3)))
        led = Text(", ledet av {who}", ", leidd av {who}", ", led by {who}").format(who=together)
        told.append(said.format(name=name, n=count, led=led if who else ""))
    return told


def _hosts(hosts: pd.DataFrame) -> list[Text]:
    """Each host with all that it is the host of."""
    said = Text("{host} for {guests}", "{host} for {guests}", "{host} of {guests}")
    guests: dict[tuple[str, str], list[Text]] = {}
    for row in hosts.head(NAMED_IN_NOTE).itertuples():
        of = guests.setdefault((row.source, row.source_name), [])
        of.append(_held(shortened(row.target_name), row))
    return [
        said.format(host=shortened(name), guests=listed(of, len(of)))
        for (_, name), of in guests.items()
    ]


def _roles(graph: PlanGraph | Askable, relation: str, options: dict[str, Any]) -> pd.DataFrame:
    """Who leads or hosts what, each pair once: by the best said that has no end."""
    rows = ask(graph, "assertions", only=ROLE, relations=(relation,), **options)
    rank = rows["modality"].astype(object).map(MODALITY_RANK)
    rows = rows.assign(rank=rank, ended=rows["valid_to"] != "")
    rows = rows.sort_values(["source", "target", "rank", "ended"], kind="stable")
    return rows.drop_duplicates(["source", "target"])


def _held(who: str | Text, row: Any) -> Text:
    """Somebody with a role, until when if that is said, and whether no source says it as a fact."""
    until, planned, derived = row.valid_to, row.modality in UNSAID, row.modality == "derived"
    parts = [
        Text(" til {d}", " til {d}", " until {d}").format(d=until) if until else None,
        Text(" (bare planlagt)", " (berre planlagt)", " (only planned)") if planned else None,
        Text(" (utledet)", " (utleidd)", " (derived)") if derived else None,
    ]
    return Text(
        *(
            (who if isinstance(who, str) else who[at]) + "".join(p[at] for p in parts if p)
            for at in range(3)
        )
    )
