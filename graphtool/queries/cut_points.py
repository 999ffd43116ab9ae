"""Whose leaving would split the network of those that work together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Unpack

from graphtool.algorithms import articulation
from graphtool.language import Text, listed, plain, same, shortened
from graphtool.queries import columns, measures
from graphtool.queries.cut_off import CutOff, CutOffIds, CutOffNames, cells, listed_parts
from graphtool.queries.fields import PartyId, PartyName, col
from graphtool.queries.nobody import nobody_in
from graphtool.queries.projection import STATED, TOGETHER, on_their_own
from graphtool.queries.projection_columns import TieOptions
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import ask, query

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph


class CutPoint(NamedTuple):
    """A party whose leaving would split the network."""

    party: PartyId
    name: PartyName
    parts: Annotated[
        int,
        col(
            ("deler", "hvor mange deler dens egen del ville falle i"),
            ("delar", "kor mange delar hans eigen del ville falle i"),
            ("parts", "into how many parts its own part would fall"),
        ),
    ]
    cut_off: CutOff
    cut_off_ids: CutOffIds
    cut_off_names: CutOffNames


def _cut_point_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How many of how many, or why there are none.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> run("cut-points", graph).notes[0].en
    'The network would split if B left, one of 3 parties.'
    """
    net, names = measures.asked(graph, **options)
    n = len(net.parties)
    if not n:
        return [nobody_in(graph, options)]
    if not net.matrix.nnz:
        return [
            Text(
                "Ingen er knyttet til noen: det er ikke noe nett å dele.",
                "Ingen er knytte til nokon: det er ikkje noko nett å dele.",
                "Nobody is tied to anybody: there is no network to split.",
            )
        ]
    if rows.empty:
        held = Text(
            "Ingen enkelt part holder nettet sammen: det deler seg ikke mer om én slutter{but}.",
            "Ingen enkelt part held nettet saman: det deler seg ikkje meir om éin sluttar{but}.",
            "No single party holds the network together: it splits no further if one leaves{but}.",
        )
        return [
            held.format(but=_only_through(graph, options)),
            *on_their_own(graph, names.index, options),
        ]
    form = Text(
        "Nettet ville dele seg om én av disse sluttet: {k} av {n} parter.",
        "Nettet ville dele seg om éin av desse slutta: {k} av {n} partar.",
        "The network would split if one of these left: {k} of {n} parties.",
    )
    if len(rows) == 1:
        form = Text(
            "Nettet ville dele seg om {name} sluttet, én av {n} parter.",
            "Nettet ville dele seg om {name} slutta, éin av {n} partar.",
            "The network would split if {name} left, one of {n} parties.",
        )
    said = form.format(k=len(rows), n=n, name=shortened(rows["name"].iat[0]))
    return [
        said,
        *_left(graph, rows, names.index, options),
        *on_their_own(graph, names.index, options),
    ]


def _left(
    graph: PlanGraph | Askable, rows: pd.DataFrame, among: pd.Index[str], options: Options
) -> list[Text]:
    """Whom of the network those who would leave host, counted as staying; a sentence each."""
    only = ("party", "other", "other_name")
    hosted = ask(graph, "party-relations", only=only, relations=("HOSTS",), **options)
    hosted = hosted[hosted["other"].isin(among)]
    form = Text(
        "{name} er vert for {bodies}. Her regnes alt slikt som om det ville bestå uten {name}, med"
        " egne forbindelser. Spørsmålet impact viser hva som ellers følger med.",
        "{name} er vert for {bodies}. Her er alt slikt rekna som om det ville stå ved lag utan"
        " {name}, med eigne samband. Spørsmålet impact viser kva som elles følgjer med.",
        "{name} hosts {bodies}. Whatever it hosts counts here as if it stayed without {name}, with"
        " ties of its own. The query impact shows what else goes along.",
    )
    return [
        form.format(name=shortened(name), bodies=listed(plain(bodies)))
        for party, name in zip(rows["party"], rows["name"], strict=True)
        if len(bodies := hosted.loc[hosted["party"] == party, "other_name"])
    ]


def _only_through(graph: PlanGraph | Askable, options: Options) -> Text:
    """That all ties come of one activity, where they do."""
    rows = ask(graph, "participations", only=measures.TIES, **options)
    taken = rows[(rows["activity"] != "") & rows["activity"].duplicated(keep=False)]
    if len(set(taken["activity"])) != 1 or (taken["activity_name"] == STATED).any():
        return same("")
    return Text(
        ", så lenge {what} består. Bare dette knytter dem sammen",
        ", så lenge {what} står ved lag. Berre dette knyter dei saman",
        ", as long as there is {what}. That alone ties them together",
    ).format(what=shortened(taken["activity_name"].iat[0]))


@query(CutPoint, order=("-cut_off", "name", "party"), notes=_cut_point_notes, reads=TOGETHER)
def cut_points(graph: PlanGraph | Askable, **options: Unpack[TieOptions]) -> pd.DataFrame:
    """Parties whose leaving would split the network of those that work together, and whom it loses.

    The network is that of `centrality`, forums included: as long as they meet, a forum ties its
    members to each other and to itself. Such a party is an articulation point (Tarjan 1972, SIAM
    Journal on Computing 1, p. 146): without it the part of the network that it is in falls into
    several. Cut off are all parts but the largest; where several are equally
    large, none of them is the rest and all parts are listed, the larger first, then by first name
    in Norwegian order. What a party leaves behind stays: only its own ties go.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m} for m in "abcde"],
    ...     [{"source": a, "relation": "COLLABORATES_WITH", "target": b}
    ...      for a, b in ("ab", "bc", "cd", "ce", "de")])
    >>> cut_points(graph)[["party", "parts", "cut_off_names"]].values.tolist()
    [['b', 2, 'a'], ['c', 2, 'a; b | d; e']]
    """
    net, names = measures.asked(graph, **options)
    ids, called = names.index.tolist(), names.tolist()
    found = []
    for party, split in articulation.splits(net.matrix).items():
        lost = listed_parts(split.lost, called)
        row = CutPoint(ids[party], called[party], split.parts, **cells(lost, ids, called))
        found.append(row)
    return columns.of_rows(CutPoint, found)
