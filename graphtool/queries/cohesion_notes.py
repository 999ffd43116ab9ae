"""What is said beside the measures of cohesion: the network in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.language import Text, listed, number, plain, same, setting
from graphtool.queries.cohesion_limits import limit_notes
from graphtool.queries.nobody import nobody_in
from graphtool.queries.phrases import PARTIES, POSSIBLE, TIES, figure, significant
from graphtool.queries.projection import on_their_own
from graphtool.queries.query import Askable

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph
    from graphtool.graph.tables import Record

CORE = "core"
"""Under which the rows keep who is in the core, and how many cores fit as well."""
ALONE = "alone"
"""Under which they keep how many parties are of no one group, by each way of grouping."""
SURE = 0.05
GOOD_FIT = 0.5
"""Correlation from which a core is named."""
GROUPS = {
    "ei_municipality": Text("kommunen", "kommunen", "municipality"),
    "ei_county": Text("fylket", "fylket", "county"),
    "ei_sector": Text("sektoren", "sektoren", "sector"),
}
OF_NO_ONE = {
    "municipality": Text(
        "{n} uten én kommune", "{n} utan éin kommune", "{n} of no one municipality"
    ),
    "county": Text("{n} uten ett fylke", "{n} utan eitt fylke", "{n} of no one county"),
    "sector": Text("{n} uten kjent sektor", "{n} utan kjend sektor", "{n} of no known sector"),
}


STAY = Text("holder seg innenfor", "held seg innanfor", "stay within")
LEAVE = Text("går ut av", "går ut av", "leave")
NETWORK = Text(
    "{parties}, {ties} av {possible}, i {parts}{distance}.",
    "{parties}, {ties} av {possible}, i {parts}{distance}.",
    "{parties}, {ties} of {possible}, in {parts}{distance}.",
)
GROUPS_OF_ONE = Text(
    "I ut/inn står for seg selv som egen gruppe: {who}.{hint}",
    "I ut/inn står for seg sjølv som eiga gruppe: {who}.{hint}",
    "In E-I these count as a group of their own each: {who}.{hint}",
)
BOTH_WAYS = Text(
    "; avstanden mellom to som når hverandre, er i snitt {mean}, høyst {most}",
    "; avstanden mellom to som når kvarandre, er i snitt {mean}, høgst {most}",
    "; the distance between two that reach each other is {mean} on average, at most {most}",
)
ALONG = Text(
    "; avstanden langs pilene, fra en til dem den når, er i snitt {mean}, høyst {most}",
    "; avstanden langs pilene, frå ein til dei han når, er i snitt {mean}, høgst {most}",
    "; the distance along the arrows, from one to those that it reaches, is {mean} on average, at"
    " most {most}",
)
NO_CORE = Text(
    "Nettet har ingen tydelig kjerne (samsvar {fit}).",
    "Nettet har inga tydeleg kjerne (samsvar {fit}).",
    "The network has no clear core (fit {fit}).",
)
MANY_CORES = Text(
    "Nettet har en kjerne og en utkant (samsvar {fit}), men {ways} inndelinger passer like godt:"
    " hvem som er kjernen, kan ikke sies.",
    "Nettet har ei kjerne og ein utkant (samsvar {fit}), men {ways} inndelingar passar like godt:"
    " kven som er kjerna, kan ikkje seiast.",
    "The network has a core and a periphery (fit {fit}), but {ways} divisions fit as well: who the"
    " core is cannot be told.",
)
THE_CORE = Text(
    "Kjernen (samsvar {fit}): {names}{sure}.",
    "Kjerna (samsvar {fit}): {names}{sure}.",
    "The core (fit {fit}): {names}{sure}.",
)
NOT_PROVED = Text(
    "; den beste som ble funnet, ikke bevist best",
    "; den beste som blei funnen, ikkje bevist best",
    "; the best that was found, not proved to be the best",
)
OFTENER = Text(
    "Forbindelsene {way} {group} oftere enn tilfeldig (ut/inn {value}, ventet {expected}, p {p}).",
    "Sambanda {way} {group} oftare enn tilfeldig (ut/inn {value}, venta {expected}, p {p}).",
    "Ties {way} the {group} more often than by chance (E-I {value}, expected {expected}, p {p}).",
)


def cohesion_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How large, how dense and in how many parts; its core; what groups have to do with it.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> run("cohesion", graph).notes[1].en
    'The core (fit 1): B.'
    """
    if rows.empty:
        return [nobody_in(graph, options)]
    value = dict(zip(rows["measure"], rows["value"], strict=True))
    n, ties = int(value["parties"]), int(value["ties"])
    most = dict(zip(rows["measure"], rows["highest"], strict=True))
    said = [
        NETWORK.format(
            parties=number(n, *PARTIES),
            ties=number(ties, *TIES),
            possible=number(int(most["ties"]), *POSSIBLE),
            parts=number(
                int(value["components"]),
                Text("1 del", "1 del", "1 part"),
                Text("{n} deler", "{n} delar", "{n} parts"),
            ),
            distance=_distance(value, one_way="arc_reciprocity" in value),
        )
    ]
    said += _core(rows)
    said += [
        note for row in rows.to_dict("records") if row["measure"] in GROUPS for note in _group(row)
    ]
    said += limit_notes(rows, n, ties)
    return [*said, *_of_no_one_group(rows, options["as_of"]), *on_their_own(graph, (), options)]


def _of_no_one_group(rows: pd.DataFrame, as_of: str | None) -> list[Text]:
    """How many parties count as a group of their own, since they are of no one group."""
    alone = {by: n for by, n in rows.attrs.get(ALONE, {}).items() if n}
    if not alone:
        return []
    clauses = [OF_NO_ONE[by].format(n=n) for by, n in alone.items()]
    hint = same("")
    if "county" in alone and as_of is None:
        hint = Text(
            f" Fylker skifter med årene: {setting('as_of')} gir dem på én dag.",
            f" Fylke skiftar med åra: {setting('as_of')} gir dei på éin dag.",
            f" Counties change over the years: {setting('as_of')} gives them on one day.",
        )
    return [GROUPS_OF_ONE.format(who=listed(clauses), hint=hint)]


def _distance(value: dict[str, float], *, one_way: bool) -> Text:
    """How far it is on average and at most; with a direction, from one to those that it reaches."""
    if value["average_distance"] != value["average_distance"]:
        return same("")
    return (ALONG if one_way else BOTH_WAYS).format(
        mean=figure(significant(value["average_distance"], 3)), most=int(value["diameter"])
    )


def _core(rows: pd.DataFrame) -> list[Text]:
    """Who is in the core, where there is one worth the name, and whether others fit as well."""
    if CORE not in rows.attrs:
        return []
    members, ways = rows.attrs[CORE]
    fit = rows.loc[rows["measure"] == "core_periphery", "value"].iat[0]
    said = figure(significant(fit, 2))
    if fit < GOOD_FIT:
        return [NO_CORE.format(fit=said)]
    if ways > 1:
        return [MANY_CORES.format(fit=said, ways=ways)]
    sure = same("") if ways else NOT_PROVED
    return [THE_CORE.format(fit=said, names=listed(plain(members), 8), sure=sure)]


def _group(row: Record) -> list[Text]:
    """That groups hold together or mix more than chance would have it, where they do."""
    if not row["p"] <= SURE:
        return []
    return [
        OFTENER.format(
            way=LEAVE if row["value"] > row["expected"] else STAY,
            group=GROUPS[row["measure"]],
            value=figure(significant(row["value"], 2)),
            expected=figure(significant(row["expected"], 2)),
            p=figure(significant(row["p"], 1)),
        )
    ]
