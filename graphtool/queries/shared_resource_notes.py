"""What is said beside shared resources: how many, and on which most rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.language import Text, listed, number, quoted
from graphtool.queries.dependency_notes import DEPENDENCIES
from graphtool.queries.phrases import absent
from graphtool.queries.registry import count

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph
    from graphtool.queries.query import Askable


def shared_notes(
    graph: PlanGraph | Askable, rows: pd.DataFrame, *, least: int, **options: Any
) -> list[Text]:
    """How many there are, on what most rests, and what is not claimed.

    >>> from graphtool import PlanGraph, run
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "p", "kind": "Plan", "name": "Plan"}, {"id": "m", "kind": "Measure"}],
    ...     [{"source": "m", "relation": "DEPENDS_ON", "target": "p"}])
    >>> [note.en for note in run("shared-resources", graph, least=1).notes[:2]]
    ['One thing is needed by at least 1 other.', 'Most, 1, rest on “Plan”.']
    """
    if rows.empty:
        when = {name: options[name] for name in ("as_of", "successors")}
        there = count(graph, "direct-dependencies", **when)
        return (
            [NOTHING.format(least=number(least, *OTHERS))]
            if there
            else [absent(DEPENDENCIES, when["as_of"])]
        )
    most = int(rows["rests"].max())
    first = rows[rows["rests"] == most]
    form = ONE if len(rows) == 1 else MANY
    notes = [form.format(n=len(rows), least=number(least, *OTHERS))]
    if len(first) < len(rows) or len(rows) == 1:
        form = MOST if len(first) == 1 else MOST_ON_EACH
        notes.append(form.format(most=most, who=listed(quoted(first["name"]))))
    else:
        notes.append(ALIKE.format(most=most))
    alone = rows[(rows["only"] == rows["rests"])]
    if len(alone):
        form = NO_OTHER if len(alone) == 1 else NO_OTHERS
        notes.append(form.format(who=listed(quoted(alone["name"]))))
    return [*notes, CLAIM]


OTHERS = (
    Text("minst 1 annen", "minst 1 annan", "at least 1 other"),
    Text("minst {n} andre", "minst {n} andre", "at least {n} others"),
)
ONE = Text(
    "På én ting hviler {least}.", "På éin ting kviler {least}.", "One thing is needed by {least}."
)
MANY = Text(
    "På hver av {n} ting hviler {least}.",
    "På kvar av {n} ting kviler {least}.",
    "Each of {n} things is needed by {least}.",
)
MOST = Text(
    "Flest, {most}, hviler på {who}.",
    "Flest, {most}, kviler på {who}.",
    "Most, {most}, rest on {who}.",
)
MOST_ON_EACH = Text(
    "Flest, {most}, hviler på hver av disse: {who}.",
    "Flest, {most}, kviler på kvar av desse: {who}.",
    "Most, {most}, rest on each of these: {who}.",
)
ALIKE = Text(
    "Like mange, {most}, hviler på hver av dem.",
    "Like mange, {most}, kviler på kvar av dei.",
    "As many, {most}, rest on each of them.",
)
NO_OTHER = Text(
    "Alle kjeder av avhengigheter fra det som hviler på {who}, går gjennom det eller ender i det.",
    "Alle kjeder av avhengnader frå det som kviler på {who}, går gjennom det eller endar i det.",
    "All chains of dependencies from what rests on {who} go through it or end in it.",
)
NO_OTHERS = Text(
    "Alle kjeder av avhengigheter fra det som hviler på hver av disse, går gjennom den eller ender"
    " i den: {who}.",
    "Alle kjeder av avhengnader frå det som kviler på kvar av desse, går gjennom han eller endar i"
    " han: {who}.",
    "All chains of dependencies from what rests on each of these go through it or end in it:"
    " {who}.",
)
CLAIM = Text(
    "Hver avhengighet er lest som nødvendig. Om noe annet kan tre i stedet, eller om det som"
    " bærer, er i fare, sier ikke dataene.",
    "Kvar avhengnad er lesen som nødvendig. Om noko anna kan tre i staden, eller om det som"
    " ber, er i fare, seier ikkje dataa.",
    "Each dependency is read as needed. Whether something else could stand in, or whether what is"
    " rested on is in danger, the data do not say.",
)
NOTHING = Text(
    "Det er ingenting som {least} hviler på.",
    "Det er ingenting som {least} kviler på.",
    "Nothing is needed by {least}.",
)
