"""What several answer for at once, or what one owns and somebody in another municipality runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Unpack

import numpy as np
import pandas as pd

from graphtool.graph import belonging, representation
from graphtool.language import Text, listed
from graphtool.queries import columns
from graphtool.queries.fields import (
    Column,
    Document,
    Line,
    NodeName,
    PartyId,
    Quote,
    TimeOptions,
    col,
)
from graphtool.queries.item_ties import ANSWERABLE
from graphtool.queries.load import AS_FACT, STANDING_FOR
from graphtool.queries.owners import RELATION_WORDS, ItemId, Kind, Kinds, Modality
from graphtool.queries.phrases import absent, either
from graphtool.queries.projection import PartyNamed, Planned
from graphtool.queries.query import Askable
from graphtool.queries.registry import ask, query
from graphtool.queries.responsibility import ANSWERING, asked_for

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

REASONS = {
    "several-own": Text("flere eiere", "fleire eigarar", "several owners"),
    "several-answer": Text("flere ansvarlige", "fleire ansvarlege", "several answer for it"),
    "across-borders": Text(
        "eier og ansvarlig i ulike kommuner",
        "eigar og ansvarleg i ulike kommunar",
        "owner and who answers in different municipalities",
    ),
}
"""Why an answer is not one person's or one municipality's."""
EVERYTHING = Text(
    "planer, mål, tiltak og annet",
    "planar, mål, tiltak og anna",
    "plans, goals, measures and the like",
)
SEVERAL = {"OWNS": "several-own", "RESPONSIBLE_FOR": "several-answer"}


class Contested(NamedTuple):
    """Something that is contested, and one of the parties that it is between."""

    item: ItemId
    kind: Kind
    name: NodeName
    reasons: Annotated[
        str,
        Column(
            Text("hvorfor", "kvifor", "reasons"),
            Text(
                "hva som gjør det omstridt", "kva som gjer det omstridd", "what makes it contested"
            ),
            REASONS,
        ),
    ]
    relation: Annotated[
        str,
        Column(
            Text("sammenheng", "samanheng", "relation"),
            Text("hva parten er for det", "kva parten er for det", "what the party is to it"),
            RELATION_WORDS,
        ),
    ]
    party: PartyId
    party_name: PartyNamed
    organisations: Annotated[
        str | None,
        col(
            "for",
            "for",
            "organisations",
            Text(
                "hvem en person regnes for, der det er en annen",
                "kven ein person blir rekna for, der det er ein annan",
                "whom a person counts for, where that is another",
            ),
        ),
    ]
    municipalities: Annotated[
        str | None,
        col(
            "kommune",
            "kommune",
            "municipalities",
            Text(
                "de som parten handler for",
                "dei som parten handlar for",
                "those that the party acts for",
            ),
        ),
    ]
    modality: Modality
    document: Document
    line: Line
    quote: Quote


def contested_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How many are contested and why, of how many.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> run("contested", graph, kind=("Goal",)).notes[0].en
    'The only one of the goals has no more than one named owner nor more than one named ...'
    """
    there, plural = asked_for(graph, options)
    total = sum(there.values())
    if not total:
        return [absent(either(plural), options["as_of"])]
    what = EVERYTHING if len(there) == len(ANSWERABLE) else listed(plural, len(plural))
    words = {"total": total, "what": what}
    if rows.empty and total == 1:
        return [
            Text(
                "Det eneste av {what} har ikke mer enn én navngitt eier eller mer enn én navngitt"
                " ansvarlig, og heller ikke eier og ansvarlig i ulike kommuner.",
                "Det einaste av {what} har ikkje meir enn éin namngitt eigar eller meir enn éin"
                " namngitt ansvarleg, og heller ikkje eigar og ansvarleg i ulike kommunar.",
                "The only one of the {what} has no more than one named owner nor more than one"
                " named party to answer for it, nor its owner and who answers for it in different"
                " municipalities.",
            ).format(**words)
        ]
    if rows.empty:
        return [
            Text(
                "Av {total} {what} har ingen mer enn én navngitt eier eller mer enn én navngitt"
                " ansvarlig, og ingen har eier og ansvarlig i ulike kommuner.",
                "Av {total} {what} har ingen meir enn éin namngitt eigar eller meir enn éin"
                " namngitt ansvarleg, og ingen har eigar og ansvarleg i ulike kommunar.",
                "Of {total} {what} none has more than one named owner or more than one named party"
                " to answer for it, and none has its owner and who answers for it in different"
                " municipalities.",
            ).format(**words)
        ]
    once = rows.drop_duplicates("item")
    counts = [
        Text("{label} {n}", "{label} {n}", "{label} {n}").format(
            label=label, n=int(once["reasons"].str.contains(reason, regex=False).sum())
        )
        for reason, label in REASONS.items()
        if once["reasons"].str.contains(reason, regex=False).any()
    ]
    form = Text(
        "Hos {n} av {total} {what} må ansvaret avklares: {said}.",
        "Hos {n} av {total} {what} må ansvaret avklarast: {said}.",
        "With {n} of {total} {what} it has to be settled who answers: {said}.",
    )
    if total == 1:
        form = Text(
            "Ansvaret for det eneste av {what} må avklares: {said}.",
            "Ansvaret for det einaste av {what} må avklarast: {said}.",
            "Who answers for the only one of the {what} has to be settled: {said}.",
        )
    return [form.format(n=len(once), said=listed(counts, len(counts)), **words)]


@query(
    Contested,
    order=("item", "relation", "party"),
    notes=contested_notes,
    reads=tuple(dict.fromkeys((*ANSWERING, *STANDING_FOR))),
)
def contested(
    graph: PlanGraph,
    *,
    kind: Kinds = ANSWERABLE,
    planned: Planned = False,
    **when: Unpack[TimeOptions],
) -> pd.DataFrame:
    """What several parties answer for, or owner and who answers in different municipalities.

    Contested is what two or more own (`several-own`), what two or more answer for
    (`several-answer`), and what has owners and others to answer for it who act for municipalities
    that have none in common (`across-borders`). Only who is tied to it directly counts, is named,
    and is said to be so as a fact; with `planned`, also who is to be. A person counts for the
    organisations that he or she stands for, so that a municipality and its own people are one. One
    row a party and relation, each with its evidence; `owners` tells of all, also the uncontested.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "i", "kind": "Municipality", "name": "Iveland"},
    ...      {"id": "g", "kind": "Goal", "name": "Lære"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "g"},
    ...      {"source": "i", "relation": "RESPONSIBLE_FOR", "target": "g"}])
    >>> contested(graph)[["party_name", "reasons"]].values.tolist()
    [['Iveland', 'across-borders'], ['Vennesla', 'across-borders']]
    """
    rows = ask(graph, "owners", **when, inherit="none", kind=kind)
    rows = rows[rows["grade"].isin((*AS_FACT, *(["planned"] if planned else []))).to_numpy()]
    rows = rows[rows["relation"].isin(ANSWERING).to_numpy()].reset_index(drop=True)
    # A group that names nobody stands for nobody, and is nobody's rival.
    rows = rows.assign(who=pd.Index(graph.nodes["id"]).get_indexer(rows["party"]))
    then = graph.as_of(**when)
    stands = representation.counted(then, "organisation")
    rows = rows[rows["who"].isin(stands["who"])]
    acting = belonging.acts_for(then)
    reasons = _reasons(rows, stands, acting)
    rows = rows[rows["item"].isin(reasons)]
    who = rows["who"].to_numpy(np.int64)
    same = ("item", "kind", "name", "relation", "party", "party_name", "modality")
    return columns.table(
        Contested,
        reasons=[reasons[item] for item in rows["item"]],
        organisations=_names(then, stands[stands["who"] != stands["party"]], who),
        municipalities=_names(
            then, acting.rename(columns={"party": "who", "municipality": "party"}), who
        ),
        **{name: rows[name] for name in (*same, *columns.EVIDENCE)},
    )


def _reasons(rows: pd.DataFrame, stands: pd.DataFrame, acting: pd.DataFrame) -> dict[str, str]:
    """For each contested item its reasons, joined."""
    found: dict[str, list[str]] = {}
    orgs = rows[["item", "relation", "who"]].merge(stands, on="who")
    alike = orgs.groupby(["item", "relation"])["party"].nunique()
    # A person of two organisations is one who answers, not two.
    persons = rows.groupby(["item", "relation"])["who"].nunique()
    for item, relation in alike[(alike > 1) & (persons.reindex(alike.index) > 1)].index:
        found.setdefault(item, []).append(SEVERAL[relation])
    homes: dict[int, set[int]] = {}
    for who, home in acting[["party", "municipality"]].itertuples(index=False):
        homes.setdefault(who, set()).add(home)
    both = rows.groupby("item")["relation"].nunique()
    for item, mine in rows[rows["item"].isin(both.index[both > 1])].groupby("item"):
        own, answer = (
            set().union(
                *(homes.get(who, set()) for who in mine.loc[mine["relation"] == name, "who"])
            )
            for name in ANSWERING
        )
        if own and answer and not own & answer:
            found.setdefault(str(item), []).append("across-borders")
    return {item: columns.SEPARATOR.join(why) for item, why in found.items()}


def _names(graph: PlanGraph, pairs: pd.DataFrame, who: np.ndarray) -> list[str]:
    """For each of these parties the names of those that it is paired with, joined."""
    wanted = pairs[pairs["who"].isin(who)]
    names = columns.taken(graph.nodes["name"], wanted["party"].to_numpy(np.int64))
    found: dict[int, list[str]] = {}
    for at, name in zip(wanted["who"], names, strict=True):
        found.setdefault(at, []).append(name)
    return [columns.SEPARATOR.join(found.get(at, [])) for at in who.tolist()]
