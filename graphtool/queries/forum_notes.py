"""What is said beside forums: which gathers most, and who meets in none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from graphtool.language import Text, listed, number, quoted, same
from graphtool.queries import columns
from graphtool.queries.nobody import nobody_in
from graphtool.queries.phrases import PARTIES, figure, significant
from graphtool.queries.projection import STATED, on_their_own
from graphtool.queries.query import Askable

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


ACTIVITIES = (
    Text("1 aktivitet", "1 aktivitet", "1 activity"),
    Text("{n} aktiviteter", "{n} aktivitetar", "{n} activities"),
)
TAKE_PART = (
    Text("1 deltakelse", "1 deltaking", "1 participation"),
    Text("{n} deltakelser", "{n} deltakingar", "{n} participations"),
)


def forum_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How many of both, and which activity gathers most and which ties the rest together.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> run("forums", graph).notes[0].en
    '3 parties, 2 activities, 4 participations.'
    """
    party = rows["mode"] == "party"
    if not party.any():
        return [nobody_in(graph, options)]
    said = [
        same("{p}, {a}, {m}.").format(
            p=number(int(party.sum()), *PARTIES),
            a=number(int((~party).sum()), *ACTIVITIES),
            m=number(int(rows.loc[party, "degree"].sum()), *TAKE_PART),
        )
    ]
    for mode, forms in _FIRST.items():
        mine = rows[rows["mode"] == mode]
        for measure, form in forms.items():
            first = mine[mine[f"{measure}_rank"] == 1]
            if len(first) == len(mine) or not first[measure].iat[0]:
                continue
            # A stated tie has no name of its own.
            names = [
                "–".join(who.split(columns.SEPARATOR)) if name == STATED else name
                for name, who in zip(first["name"], first["who"], strict=True)
            ]
            called = listed(quoted(names) if mode == "activity" else [same(n) for n in names])
            value = figure(significant(first[measure].iat[0], 2))
            said.append(form.format(names=called, value=value))
    if rows.loc[party, "betweenness"].max() == 0:
        said.append(
            Text(
                "Ingen part er alene om å binde noe sammen: ingen av de korteste veiene går gjennom"
                " en part.",
                "Ingen part er åleine om å binde noko saman: ingen av dei kortaste vegane går"
                " gjennom ein part.",
                "No party alone links anything: no shortest way runs through a party.",
            )
        )
    return [*said, *on_their_own(graph, rows.loc[party, "node"], options)]


_FIRST = {
    "activity": {
        "degree": Text(
            "Samler flest parter: {names} ({value}).",
            "Samlar flest partar: {names} ({value}).",
            "Gathers most parties: {names} ({value}).",
        )
    },
    "party": {
        "degree": Text(
            "Med i flest aktiviteter: {names} ({value}).",
            "Med i flest aktivitetar: {names} ({value}).",
            "In most activities: {names} ({value}).",
        ),
        "betweenness": Text(
            "Binder aktiviteter og parter mest sammen: {names} (mellomposisjon {value}).",
            "Bind aktivitetar og partar mest saman: {names} (mellomposisjon {value}).",
            "Links activities and parties most: {names} (betweenness {value}).",
        ),
    },
}
