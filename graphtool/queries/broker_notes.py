"""What is said beside brokers: who stands between whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from graphtool import schema
from graphtool.language import Text, listed, number, plain
from graphtool.queries import networks
from graphtool.queries.networks import NetworkOptions
from graphtool.queries.nobody import nobody_in
from graphtool.queries.option_values import OTHERS
from graphtool.queries.projection import on_their_own
from graphtool.queries.query import Askable

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


ONE_GROUP = {
    "municipality": Text("én kommune", "éin kommune", "municipality"),
    "county": Text("ett fylke", "eitt fylke", "county"),
    "sector": Text("kjent sektor", "kjend sektor", "known sector"),
}
WAY = Text(
    "En vei går fra én part over en annen til en tredje som den første ikke selv er knyttet til.",
    "Ein veg går frå éin part over ein annan til ein tredje som den første ikkje sjølv er knytt"
    " til.",
    "A way runs from one party over another to a third that the first is not tied to itself.",
)
WAY_AND_BACK = Text(
    "En vei går fra én part over en annen til en tredje som den første ikke selv er knyttet til;"
    " hvert par gir to, én hver vei.",
    "Ein veg går frå éin part over ein annan til ein tredje som den første ikkje sjølv er knytt"
    " til; kvart par gir to, éin kvar veg.",
    "A way runs from one party over another to a third that the first is not tied to itself; each"
    " pair gives two, one each way.",
)
WAYS = (Text("1 vei", "1 veg", "1 way"), Text("{n} veier", "{n} vegar", "{n} ways"))


NOBODY_BETWEEN = Text(
    "Ingen står mellom to andre: alle som har en felles partner, er selv knyttet sammen.",
    "Ingen står mellom to andre: alle som har ein felles partnar, er sjølve knytte saman.",
    "Nobody stands between two others: all that have a partner in common are tied themselves.",
)
NO_WAY = Text(
    "Ingen står mellom to andre: ingen vei går over en part til en tredje som den første ikke selv"
    " er knyttet til.",
    "Ingen står mellom to andre: ingen veg går over ein part til ein tredje som den første ikkje"
    " sjølv er knytt til.",
    "Nobody stands between two others: no way runs over a party to a third that the first is not"
    " tied to itself.",
)


FIRST = Text(
    "Står oftest mellom to som ikke er fra samme {group}: {names} ({ways}).",
    "Står oftast mellom to som ikkje er frå same {group}: {names} ({ways}).",
    "Stands most often between two that are not of the same {group}: {names} ({ways}).",
)
ALIKE = Text(
    "De som står mellom to som ikke er fra samme {group}, gjør det like ofte: ingen skiller seg"
    " ut.",
    "Dei som står mellom to som ikkje er frå same {group}, gjer det like ofte: ingen skil seg ut.",
    "Those who stand between two that are not of the same {group} do so equally often: nobody"
    " stands out.",
)
OF_NO_ONE = Text(
    "Uten {one}, og derfor regnet hver for seg: {n} av {all}.",
    "Utan {one}, og derfor rekna kvar for seg: {n} av {all}.",
    "Of no one {one}, and so each counted by itself: {n} of {all}.",
)


def broker_notes(
    graph: PlanGraph | Askable, rows: pd.DataFrame, *, by: str, **options: Unpack[NetworkOptions]
) -> list[Text]:
    """Who mediates most across groups, or that nobody does.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> run("brokers", graph).notes[0].en
    'Stands most often between two that are not of the same municipality: B (2 ways).'
    """
    if rows.empty:
        net = networks.asked(graph, **options)
        if not len(net.names):
            return [nobody_in(graph, options)]
        return [NO_WAY if net.directed else NOBODY_BETWEEN]
    most = rows["across"].max()
    said = []
    first = rows[rows["across"] == most]
    if most and len(first) < max(len(rows), 2):
        said.append(
            FIRST.format(
                group=OTHERS[by],
                names=listed(plain(first["name"]), 8),
                ways=number(int(most), *WAYS),
            )
        )
    elif most:
        said.append(ALIKE.format(group=OTHERS[by]))
    relation = options["relation"]
    both_ways = relation is None or schema.relation(relation).undirected
    said.append(WAY_AND_BACK if both_ways else WAY)
    alone = int((rows["group"] == "").sum())
    if alone:
        said.append(OF_NO_ONE.format(one=ONE_GROUP[by], n=alone, all=len(rows)))
    return [*said, *on_their_own(graph, rows["party"], options)]
