"""How few parties hold how much of what is answered for, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from graphtool.language import Text, either, listed, plain
from graphtool.queries.ended_notes import ended_note
from graphtool.queries.held import FEWEST, Fewest
from graphtool.queries.nouns import the_only
from graphtool.queries.phrases import absent
from graphtool.queries.query import Askable
from graphtool.queries.responsibility import asked_for

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


NOBODYS_THE_ONLY = Text(
    "{only} har ingen navngitt ansvarlig: det er ingenting å miste.",
    "{only} har ingen namngitt ansvarleg: det er ingenting å miste.",
    "{only} has no named party that answers for it: there is nothing to lose.",
)
NOBODYS = Text(
    "Ingen av {total} {what} har en navngitt part som svarer for dem: det er ingenting å miste.",
    "Ingen av {total} {what} har ein namngitt part som svarer for dei: det er ingenting å miste.",
    "None of {total} {what} has a named party that answers for it: there is nothing to lose.",
)
WITHOUT = Text(
    "Uten {who} ville {lost} av de {held} som har en navngitt ansvarlig, ikke ha noen.",
    "Utan {who} ville {lost} av dei {held} som har ein namngitt ansvarleg, ikkje ha nokon.",
    "Without {who}, {lost} of the {held} with a named party would have nobody.",
)
WITHOUT_THE_ONLY = Text(
    "Uten {who} ville det eneste som har en navngitt ansvarlig, ikke ha noen.",
    "Utan {who} ville det einaste som har ein namngitt ansvarleg, ikkje ha nokon.",
    "Without {who}, the only one with a named party would have nobody.",
)
OTHERS_ALIKE = Text(
    "Uten hvert av {alike} andre like små utvalg ville minst {wanted} ikke ha noen.",
    "Utan kvart av {alike} andre like små utval ville minst {wanted} ikkje ha nokon.",
    "Without any of {alike} other choices of as few, {wanted} or more would have none.",
)
ONE_ALIKE = Text(
    "Uten ett annet like lite utvalg ville minst {wanted} ikke ha noen.",
    "Utan eitt anna like lite utval ville minst {wanted} ikkje ha nokon.",
    "Without one other choice of as few, at least {wanted} would have none.",
)
STEP_BY_STEP = Text(
    "Partene er for mange til å prøve alle utvalg: dette er funnet trinn for trinn, og det kan"
    " finnes mindre.",
    "Partane er for mange til å prøve alle utval: dette er funne steg for steg, og det kan finnast"
    " mindre.",
    "There are too many parties to try every choice: this was found step by step, and there may be"
    " smaller ones.",
)


def risk_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How few hold how much, and whether that is exact.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.owned_goal()
    >>> run("succession-risk", graph).notes[0].en
    'Without Vennesla, the only one with a named party would have nobody.'
    """
    there, plural = asked_for(graph, options)
    total = sum(there.values())
    if not total:
        return [absent(either(plural), options["as_of"])]
    words: dict[str, object] = {"total": total, "what": listed(plural, most=None)}
    fewest: Fewest = rows.attrs[FEWEST]
    if not fewest.held and total == 1:
        return [NOBODYS_THE_ONLY.format(only=the_only(there))]
    if not fewest.held:
        return [NOBODYS.format(**words)]
    words |= fewest._asdict() | {"who": listed(plain(fewest.names))}
    notes = [(WITHOUT_THE_ONLY if fewest.held == 1 else WITHOUT).format(**words)]
    if fewest.alike:
        notes.append((OTHERS_ALIKE if fewest.alike > 1 else ONE_ALIKE).format(**words))
    if not fewest.exact:
        notes.append(STEP_BY_STEP)
    return [*notes, *ended_note(graph, lambda: rows["parties"][rows["what"] == "alone"], options)]
