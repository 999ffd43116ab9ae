"""What is said beside orphaned goals and measures: how many, and what there is nevertheless."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool import schema
from graphtool.graph import PlanGraph
from graphtool.language import Text, either, joined, listed, plain, shortened, side_by_side
from graphtool.queries.answer_options import GRADES
from graphtool.queries.ended_notes import carried_note, ended_note
from graphtool.queries.item_ties import MODALITY_RANK
from graphtool.queries.nouns import share
from graphtool.queries.phrases import absent, tally, them
from graphtool.queries.query import Askable, Options
from graphtool.queries.referred import referred_note
from graphtool.queries.registry import ask
from graphtool.queries.responsibility import asked_for, existing

if TYPE_CHECKING:
    import pandas as pd

SHOWN = 5
"""Goals that a note names before it says how many more there are."""
OF = Text("{n} av {total} {word}", "{n} av {total} {word}", "{n} of {total} {word}")
OWNED = Text(
    "{share} har en navngitt part som svarer for {them}.",
    "{share} har ein namngitt part som svarer for {them}.",
    "{share} {has} a named party that answers for {them}.",
)
NO_NAMED = Text(
    "{share} har ingen navngitt part som svarer direkte for {them}: {said}.",
    "{share} har ingen namngitt part som svarer direkte for {them}: {said}.",
    "{share} {has} no named party that answers for {them} directly: {said}.",
)
NOBODY = Text(
    "{share} har ingen navngitt part som svarer direkte for {them}, og heller ingen annen.",
    "{share} har ingen namngitt part som svarer direkte for {them}, og heller ingen annan.",
    "{share} {has} no named party that answers for {them} directly, nor anybody else.",
)
QUOTED = Text("«{name}» ({more})", "«{name}» ({more})", "“{name}” ({more})")


COORDINATED = Text(
    "Samordnes i det minste, eller skal samordnes: {told}.",
    "Blir i det minste samordna, eller skal samordnast: {told}.",
    "At least coordinated, or to be coordinated: {told}.",
)
MEASURES = Text(
    "{n} av {total} tiltak: {who}", "{n} av {total} tiltak: {who}", "{n} of {total} measures: {who}"
)
SERVED = Text(
    "Uten egen ansvarlig, men noen svarer for tiltak: {told}.",
    "Utan eigen ansvarleg, men nokon svarer for tiltak: {told}.",
    "Without an owner of their own, but somebody answers for measures: {told}.",
)


def orphan_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How many of how many, and which documents would settle it.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> run("orphaned-goals", graph).notes[0].en
    'The only goal has a named party that answers for it.'
    """
    kind = "Goal" if "goal" in rows else "Measure"
    orphans = rows[rows["grade"] != "owned"]
    counted = _how_many(kind, existing(graph, kind, options["as_of"]), orphans, options["as_of"])
    carried = carried_note(graph, options, kind=kind)
    if orphans.empty:
        return [counted, *carried]
    return [
        counted,
        *_yet(orphans),
        *ended_note(graph, lambda: _named(graph, orphans, {**options, "kind": (kind,)}), options),
        *carried,
        *referred_note(graph, options),
    ]


def notes_by_kind(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """Of each kind that there is how many of how many, and which documents would settle it.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> run("orphans", graph).notes[1].en
    'The only measure has no named party that answers for it directly: inherited.'
    """
    orphans = rows[rows["grade"] != "owned"]
    there, plural = asked_for(graph, options)
    if not any(there.values()):
        return [absent(either(plural), options["as_of"])]
    notes = [
        _how_many(kind, total, orphans[orphans["kind"] == kind], options["as_of"])
        for kind, total in there.items()
        if total
    ]
    if orphans.empty:
        return notes + carried_note(graph, options)
    return [
        *notes,
        *_led(graph, orphans, options),
        *ended_note(graph, lambda: _named(graph, orphans, options), options),
        *carried_note(graph, options),
        *referred_note(graph, options),
    ]


def _how_many(kind: str, total: int, orphans: pd.DataFrame, as_of: str | None) -> Text:
    """How many of a kind are orphaned and how, that none is, or that there are none."""
    word, noun = schema.KINDS[kind].plural, kind.lower()
    if len(orphans):
        only = len(orphans) == 1
        form = NOBODY if (orphans["grade"] == "none").all() else NO_NAMED
        return form.format(
            share=share(1, total, noun)
            if only
            else OF.format(n=len(orphans), total=total, word=word),
            said=GRADES[orphans["grade"].iat[0]] if only else tally(orphans["grade"], GRADES),
            **them(len(orphans), noun),
        )
    if not total:
        return absent(word, as_of)
    return OWNED.format(share=share(total, total, noun), **them(total, noun))


def _named(graph: PlanGraph | Askable, orphans: pd.DataFrame, options: Options) -> set[str]:
    """The ids of the parties that the orphans name."""
    shared = {name: value for name, value in options.items() if name != "all"}
    if not isinstance(graph, PlanGraph):
        return graph.tied_to_orphans(**shared)
    rows = ask(graph, "owners", only=("item", "party"), **shared)
    return set(rows.loc[rows["item"].isin(set(orphans.iloc[:, 0])), "party"])


def _yet(orphans: pd.DataFrame) -> list[Text]:
    """Which orphans somebody at least coordinates, and which have measures with owners."""
    notes = []
    kept = orphans[orphans["coordinators"] != ""]
    if len(kept):
        told = [
            QUOTED.format(name=shortened(name), more=joined((who, schema.MODALITIES[how])))
            for name, who, how in zip(
                kept["name"], kept["coordinators"], kept["coordination"], strict=True
            )
        ]
        notes.append(COORDINATED.format(told=side_by_side(told, SHOWN)))
    if "measures_owned" not in orphans:
        return notes
    served = orphans[orphans["measures_owned"] > 0]
    if len(served):
        told = [
            QUOTED.format(name=shortened(name), more=MEASURES.format(n=n, total=total, who=who))
            for name, n, total, who in zip(
                served["name"],
                served["measures_owned"],
                served["measures"],
                served["measure_parties"],
                strict=True,
            )
        ]
        notes.append(SERVED.format(told=side_by_side(told, SHOWN)))
    return notes


def _led(graph: PlanGraph | Askable, orphans: pd.DataFrame, options: Options) -> list[Text]:
    """Which orphans somebody at least leads, who may be the one to ask, and how that is said."""
    leads = schema.RELATIONS["LEADS"]
    names = dict(zip(orphans.iloc[:, 0], orphans["name"], strict=True))
    if leads.name in options["relations"] or not orphans["kind"].isin(leads.targets).any():
        return []
    asked = {name: options[name] for name in ("as_of", "successors")}
    said_of = ("source_name", "target", "modality")
    rows = ask(graph, "assertions", only=said_of, **asked, relations=(leads.name,))
    told = []
    for thing, said in rows[rows["target"].isin(names)].groupby("target", sort=False):
        how = min(said["modality"], key=MODALITY_RANK.__getitem__)
        who = listed(plain(dict.fromkeys(said["source_name"])))
        more = joined((who, schema.MODALITIES[how]))
        told.append(QUOTED.format(name=shortened(names[thing]), more=more))
    return [LED.format(told=side_by_side(told, SHOWN))] if told else []


LED = Text(
    "Ledes i det minste, eller skal ledes: {told}.",
    "Blir i det minste leidd, eller skal leiast: {told}.",
    "At least led, or to be led: {told}.",
)
