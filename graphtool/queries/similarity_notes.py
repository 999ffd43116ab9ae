"""What is said beside the rows of `similarity-of-relations`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from graphtool.language import Text, listed, number
from graphtool.queries.nobody import nobody_in
from graphtool.queries.phrases import PARTIES, figure, significant
from graphtool.queries.projection import PARTICIPATION
from graphtool.queries.query import Askable
from graphtool.queries.similarity_columns import SHARED, WORDS

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


ASKED = "asked"
"""Under which the rows keep the number of parties and the relations: among the table's `attrs`."""


def similarity_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """Which two relations tie the same most, and how to read the numbers.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> run("similarity-of-relations", examples.three_in_a_row()).notes[0].en
    'Only one kind of ties is there: works with. There is nothing to hold it against.'
    """
    parties, there = rows.attrs[ASKED]
    if not there:
        return [nobody_in(graph, options)]
    if len(there) == 1:
        return [ONLY_ONE.format(name=WORDS[there[0]])]
    names = [WORDS[name] for name in there]
    notes = [
        SIZE.format(n=len(there), parties=number(parties, *PARTIES), names=listed(names, most=None))
    ]
    ranked = rows[rows["correlation"].notna()]
    if ranked.empty:
        return notes
    most = ranked["correlation"].max()
    first = ranked[ranked["correlation"] == most]
    if most > 0:
        pairs = [_pair(row) for row in first.to_dict("records")]
        notes.append(MOST.format(pairs=listed(pairs)))
    else:
        notes.append(NONE_ALIKE)
    repeats = int(ranked["repeats"].min())
    notes.append(READING.format(n=repeats))
    counted = [WORDS[name] for name in there if name in PARTICIPATION]
    if SHARED in there and counted:
        notes.append(BY_DEFINITION.format(names=listed(counted, most=None)))
    if len(ranked) >= 20:
        notes.append(MANY.format(pairs=len(ranked), chance=len(ranked) // 20))
    return notes


def _pair(row: dict[Any, Any]) -> Text:
    return PAIR.format(
        one=WORDS[row["one"]],
        other=WORDS[row["other"]],
        common=row["common"],
        value=figure(f"{row['correlation']:.2f}"),
        p=figure(f"{row['p']:.3f}" if row["p"] >= 0.001 else significant(row["p"], 1)),
    )


ONLY_ONE = Text(
    "Det er bare ett slag forbindelser: {name}. Det er ingenting å sammenligne det med.",
    "Det er berre eitt slag samband: {name}. Det er ingenting å samanlikne det med.",
    "Only one kind of ties is there: {name}. There is nothing to hold it against.",
)
SIZE = Text(
    "{n} slag forbindelser mellom {parties}: {names}.",
    "{n} slag samband mellom {parties}: {names}.",
    "{n} kinds of ties between {parties}: {names}.",
)
PAIR = Text(
    "«{one}» og «{other}» ({common} felles, korrelasjon {value}, p {p})",
    "«{one}» og «{other}» ({common} felles, korrelasjon {value}, p {p})",
    "“{one}” and “{other}” ({common} in common, correlation {value}, p {p})",
)
MOST = Text("Mest like: {pairs}.", "Mest like: {pairs}.", "Most alike: {pairs}.")
NONE_ALIKE = Text(
    "Ingen to slag knytter de samme partene oftere enn det som er ventet.",
    "Ingen to slag knyter dei same partane oftare enn det som er venta.",
    "No two kinds tie the same parties more often than is to be expected.",
)
READING = Text(
    "p er andelen av {n} tilfeldige stokkinger av partene som gir en korrelasjon like langt fra"
    " gjennomsnittet (QAP). At to slag følger hverandre, sier ikke hvilket som fører til det"
    " andre.",
    "p er delen av {n} tilfeldige stokkingar av partane som gir ein korrelasjon like langt frå"
    " gjennomsnittet (QAP). At to slag følgjer kvarandre, seier ikkje kva som fører til det andre.",
    "p is the share of {n} random shufflings of the parties that give a correlation as far from the"
    " mean (QAP). That two kinds go together does not say which leads to the other.",
)
MANY = Text(
    "Av {pairs} par er det ventet at {chance} har p under 0,05 ved en tilfeldighet.",
    "Av {pairs} par er det venta at {chance} har p under 0,05 ved eit slumpetreff.",
    "Of {pairs} pairs {chance} can be expected to have p below 0.05 by chance.",
)
BY_DEFINITION = Text(
    "Hvem som arbeider sammen, leses også ut av dette: {names}. En del av den likheten er gitt.",
    "Kven som arbeider saman, blir også lese ut av dette: {names}. Ein del av den likskapen er"
    " gitt.",
    "Who works together is read from these too: {names}. Some of that likeness is given.",
)
