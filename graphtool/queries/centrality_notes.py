"""What is said beside centralities: who leads, and when such a ranking means nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.language import Text, listed, number, plain, same, setting
from graphtool.queries import key_parties, measures
from graphtool.queries.phrases import (
    ALL,
    BOTH,
    NEAR_COMPLETE,
    NO_PARTIES,
    NOBODY_TIED,
    PARTIES,
    POSSIBLE,
    TIES,
    figure,
    shared_by,
    significant,
)
from graphtool.queries.position_measures import POSITIONS
from graphtool.queries.projection import on_their_own
from graphtool.queries.query import Askable, Options

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

LABELS = {
    "degree": Text("antall partnere", "tal på partnarar", "degree"),
    **{
        name: POSITIONS[name].label
        for name in ("strength", "betweenness", "harmonic", "eigenvector")
    },
}
"""The measures, in the order of the columns."""
EXPLAINED = Text(
    "Hva hvert måltall betyr, med formel, kilde og navn i UCINET, ORA, NetworkX og igraph, sier"
    " spørsmålet centralities.",
    "Kva kvart måltal tyder, med formel, kjelde og namn i UCINET, ORA, NetworkX og igraph, seier"
    " spørsmålet centralities.",
    "What each measure means, with its formula, source and name in UCINET, ORA, NetworkX and"
    " igraph, the query centralities says.",
)
STRONGEST_ONLY = Text(
    ", og egenvektoren gjelder bare den sterkeste delen",
    ", og eigenvektoren gjeld berre den sterkaste delen",
    ", and the eigenvector concerns the strongest part only",
)


def centrality_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """What the network is like, who leads by each measure, and where no ranking means anything.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> run("centrality", graph).notes[0].en
    '3 parties, 2 ties of 3 possible (density 0.67).'
    """
    n = len(rows)
    if not n:
        return [NO_PARTIES]
    links = int(rows["degree"].sum()) // 2
    possible = n * (n - 1) // 2
    density = figure(f"{links / possible:.2f}" if possible else "–")
    notes = [
        Text(
            "{parties}, {ties} av {possible} (tetthet {density}).",
            "{parties}, {ties} av {possible} (tettleik {density}).",
            "{parties}, {ties} of {possible} (density {density}).",
        ).format(
            parties=number(n, *PARTIES),
            ties=number(links, *TIES),
            possible=number(possible, *POSSIBLE),
            density=density,
        )
    ]
    if links == 0:
        return [*notes, NOBODY_TIED]
    if links == possible:
        notes.append(_all_tied(n, alike=bool((rows["strength_ties"] == n).all())))
    notes += _leaders(rows, complete=links == possible)
    notes += _near_complete(rows)
    first = leaders(rows)["party"].tolist()
    if len(first) > 1:
        notes.append(key_parties.among(graph, first, **key_parties.asked(options)).text)
    notes += _caveats(graph, rows, options)
    return [*notes, *on_their_own(graph, rows["party"], options), EXPLAINED]


def _near_complete(rows: pd.DataFrame) -> list[Text]:
    """That who shares an activity says little here, and where more is said."""
    tied = rows[rows["degree"] > 0]
    n = len(tied)
    if n < 4 or tied["degree"].sum() < NEAR_COMPLETE * n * (n - 1):
        return []
    return [
        Text(
            "Blant de {n} som er knyttet til noen, er alle eller nesten alle knyttet til alle:"
            " partnere, mellomposisjon og nærhet rangerer lite. Spørsmålet «Det partene møtes i»"
            " (forums) viser hva hver av dem deltar i.",
            "Mellom dei {n} som er knytte til nokon, er alle eller nesten alle knytte til alle:"
            " partnarar, mellomposisjon og nærleik rangerer lite. Spørsmålet «Det partane møtest i»"
            " (forums) viser kva kvar av dei deltek i.",
            "Among the {n} that are tied to anybody all or nearly all are tied to all: degree,"
            " betweenness and closeness rank little. The query forums shows what each of them"
            " takes part in.",
        ).format(n=n)
    ]


def leaders(rows: pd.DataFrame) -> pd.DataFrame:
    """Those who work with most others and, of them, share most activities; the rows of both.

    >>> import pandas as pd
    >>> rows = pd.DataFrame(
    ...     {"name": ["A", "B", "C"], "degree": [2, 2, 1], "strength": [1.0, 1.5, 3.0]})
    >>> leaders(rows)["name"].tolist()
    ['B']
    """
    first = rows[rows["degree"] == rows["degree"].max()]
    return first[first["strength"] == first["strength"].max()]


def _all_tied(n: int, *, alike: bool) -> Text:
    form = Text(
        "Alle {n} er knyttet til alle: etter partnere, mellomposisjon og nærhet står alle"
        " likt{so}.",
        "Alle {n} er knytte til alle: etter partnarar, mellomposisjon og nærleik står alle"
        " likt{so}.",
        "All {n} are tied to all: by degree, betweenness and closeness everyone is equal{so}.",
    )
    if n == 2:
        form = Text(
            "De to er knyttet til hverandre: etter partnere, mellomposisjon og nærhet står de"
            " likt{so}.",
            "Dei to er knytte til kvarandre: etter partnarar, mellomposisjon og nærleik står dei"
            " likt{so}.",
            "The two are tied to each other: by degree, betweenness and closeness they are"
            " equal{so}.",
        )
    so = Text(
        ", og målt slik er ingen mer sentral",
        ", og målt slik er ingen meir sentral",
        ", and so measured nobody is more central",
    )
    strength = Text(
        "; det er styrken som skiller", "; det er styrken som skil", "; it is strength that tells"
    )
    return form.format(n=n, so=so if alike else strength)


def _leaders(rows: pd.DataFrame, *, complete: bool) -> list[Text]:
    """Who is first by each measure; those by whom several are led are named once."""
    led: dict[tuple[str, ...], list[str]] = {}
    for measure in LABELS:
        first = rows[rows[f"{measure}_rank"] == 1]
        alike = len(first) == len(rows)
        if not (alike and complete and measure in ("degree", "betweenness", "harmonic")):
            led.setdefault(() if alike else tuple(first["party"]), []).append(measure)
    return [_led(rows, by) if first else _shared_by_all(len(rows), by) for first, by in led.items()]


def _shared_by_all(n: int, by: list[str]) -> Text:
    return Text(
        "Etter {labels} deler {all} førsteplassen: ingen vinner.",
        "Etter {labels} deler {all} førsteplassen: ingen vinnar.",
        "By {labels} {all} share the first place: no winner.",
    ).format(
        labels=listed([LABELS[measure] for measure in by], most=None),
        all=BOTH if n == 2 else ALL.format(n=n),
    )


def _led(rows: pd.DataFrame, by: list[str]) -> Text:
    first = rows[rows[f"{by[0]}_rank"] == 1]
    first = first.sort_values(by[0], ascending=False, kind="stable")
    names = listed(plain(first["name"]), 8)
    values = [_value(first, measure) for measure in by]
    if len(by) == 1:
        form = Text(
            "Først etter {label}: {names} ({value}{shared}).",
            "Først etter {label}: {names} ({value}{shared}).",
            "First by {label}: {names} ({value}{shared}).",
        )
        shared = shared_by(len(first))
        return form.format(label=LABELS[by[0]], names=names, value=values[0], shared=shared)
    label = same("{label} ({value})")
    labels = [
        label.format(label=LABELS[measure], value=value)
        for measure, value in zip(by, values, strict=True)
    ]
    return Text(
        "Først etter {labels}: {names}{shared}.",
        "Først etter {labels}: {names}{shared}.",
        "First by {labels}: {names}{shared}.",
    ).format(labels=listed(labels, most=None), names=names, shared=shared_by(len(first)))


def _value(first: pd.DataFrame, measure: str) -> Text:
    """The largest value, and how far off it may be."""
    at = first[measure].idxmax()
    value = significant(first[measure][at], 4)
    if measure == "betweenness" and (error := first["betweenness_error"][at]):
        value += f" ± {significant(error, 1)}"
    return figure(value)


def _caveats(graph: PlanGraph | Askable, rows: pd.DataFrame, options: Options) -> list[Text]:
    found, _ = measures.asked(graph, **key_parties.asked(options))
    notes = []
    if (parts := found.components) > 1:
        notes.append(
            Text(
                "Nettet består av {n} deler uten forbindelse; nærhet og mellomposisjon teller"
                " avstanden mellom dem som uendelig{only}.",
                "Nettet består av {n} delar utan samband; nærleik og mellomposisjon tel avstanden"
                " mellom dei som uendeleg{only}.",
                "The network is in {n} unconnected parts; closeness and betweenness take the"
                " distance between them as infinite{only}.",
            ).format(n=parts, only=STRONGEST_ONLY if found.leading_parts == 1 else "")
        )
    if found.leading_parts > 1:
        notes.append(
            Text(
                "{n} deler er like sterke, så egenvektoren er ikke entydig; alle får 0.",
                "{n} delar er like sterke, så eigenvektoren er ikkje eintydig; alle får 0.",
                "{n} parts are equally strong, so the eigenvector is not unique; all get 0.",
            ).format(n=found.leading_parts)
        )
    if found.estimated(exact=options["exact"]):
        notes += _estimate(rows)
    return notes


def _estimate(rows: pd.DataFrame) -> list[Text]:
    """How far off betweenness may be, and what its places are worth."""
    return [
        Text(
            "Mellomposisjon er anslått fra {k} av {n} parter (Brandes og Pich 2007, Int. J."
            " Bifurcation and Chaos 17, 2303); feilen er høyst ± {error}, tre standardfeil, og"
            " holdt for 95 av de 100 fremste da den ble prøvd. Der anslagene ikke skiller to"
            " parter, deler de plass; langt nede er de grovere enn feilen sier. Med {exact} regnes"
            " alt ut.",
            "Mellomposisjon er anslått frå {k} av {n} partar (Brandes og Pich 2007, Int. J."
            " Bifurcation and Chaos 17, 2303); feilen er høgst ± {error}, tre standardfeil, og"
            " heldt for 95 av dei 100 fremste då han blei prøvd. Der overslaga ikkje skil to"
            " partar, deler dei plass; langt nede er dei grovare enn feilen seier. Med {exact} blir"
            " alt rekna ut.",
            "Betweenness is estimated from {k} of {n} parties (Brandes and Pich 2007, Int. J."
            " Bifurcation and Chaos 17, 2303); the error is at most ± {error}, three standard"
            " errors, and held for 95 of the 100 foremost when it was tried. Where estimates do not"
            " tell two parties apart they share a place; far down they are coarser than the error"
            " says. With {exact} all is worked out.",
        ).format(
            exact=setting("exact"),
            k=measures.SOURCES,
            n=len(rows),
            error=figure(significant(rows["betweenness_error"].max(), 1)),
        )
    ]
