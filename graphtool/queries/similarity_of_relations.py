"""Whether kinds of ties go together: relations between parties held against each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Unpack

import numpy as np
import pandas as pd

from graphtool.algorithms.quadratic import likeness
from graphtool.graph import representation
from graphtool.language import Text, listed, number
from graphtool.queries import columns, networks
from graphtool.queries.fields import Column, Option, col, only_relations
from graphtool.queries.owners import RELATION_WORDS
from graphtool.queries.party_relations import BETWEEN_PARTIES
from graphtool.queries.phrases import NO_PARTIES, PARTIES, figure
from graphtool.queries.projection import PARTICIPATION, TOGETHER, TieOptions
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import ask, query

if TYPE_CHECKING:
    from graphtool.algorithms.arrays import Integers
    from graphtool.graph import PlanGraph

SHARED = "TOGETHER"
"""The word for who works together: not one relation, but those of all shared activities."""
COMPARED = (SHARED, *(name for name in BETWEEN_PARTIES if name != "COLLABORATES_WITH"))
"""What can be compared; a collaboration that is said counts as working together."""
WORDS = {SHARED: Text("arbeider sammen med", "arbeider saman med", "works with")} | RELATION_WORDS
DIGITS = 9


class Similarity(NamedTuple):
    """Two relations between parties, and how far they tie the same."""

    one: Annotated[
        str,
        Column(
            Text("forbindelse", "samband", "relation"),
            Text("den ene sammenhengen", "den eine samanhengen", "the one relation"),
            WORDS,
        ),
    ]
    other: Annotated[
        str,
        Column(
            Text("og", "og", "and"),
            Text("den andre sammenhengen", "den andre samanhengen", "the other relation"),
            WORDS,
        ),
    ]
    one_ties: Annotated[
        int,
        col(
            "den ene",
            "den eine",
            "of the one",
            Text(
                "hvor mange piler den ene har; et bånd uten retning teller som to",
                "kor mange piler den eine har; eit band utan retning tel som to",
                "how many arrows the one has; a tie without a direction counts as two",
            ),
        ),
    ]
    other_ties: Annotated[
        int,
        col(
            "den andre",
            "den andre",
            "of the other",
            Text("hvor mange den andre har", "kor mange den andre har", "how many the other has"),
        ),
    ]
    common: Annotated[
        int,
        col(
            "felles",
            "felles",
            "in common",
            Text("hvor mange begge har", "kor mange begge har", "how many both have"),
        ),
    ]
    overlap: Annotated[
        float,
        col(
            "overlapp",
            "overlapp",
            "overlap",
            Text(
                "de som begge har, av alle som minst én har",
                "dei som begge har, av alle som minst éin har",
                "those that both have, of all that either has",
            ),
        ),
    ]
    correlation: Annotated[
        float | None,
        col(
            "korrelasjon",
            "korrelasjon",
            "correlation",
            Text(
                "Pearsons, over alle par av parter: 1 de samme båndene, 0 ingen forbindelse,"
                " under 0 der den ene er, er den andre sjeldnere; tomt der én knytter alle til"
                " alle",
                "Pearson sin, over alle par av partar: 1 dei same banda, 0 inga samanheng, under"
                " 0 der den eine er, er den andre sjeldnare; tomt der éin knyter alle til alle",
                "Pearson's, over all pairs of parties: 1 the same ties, 0 no connection, below 0"
                " where"
                " the one is, the other is less often; empty where one ties all to all",
            ),
        ),
    ]
    p: Annotated[
        float | None,
        col(
            "p",
            "p",
            "p",
            Text(
                "andelen av stokkinger som ligger like langt fra gjennomsnittet, eller lenger",
                "delen av stokkingar som ligg like langt frå gjennomsnittet, eller lenger",
                "the share of shufflings that lie as far from their mean, or farther",
            ),
        ),
    ]
    repeats: Annotated[
        int | None,
        col(
            "stokkinger",
            "stokkingar",
            "shufflings",
            Text(
                "hvor mange ganger partene byttet plass",
                "kor mange gonger partane bytte plass",
                "how often the parties changed places",
            ),
        ),
    ]


Relations = Annotated[tuple[str, ...], only_relations(COMPARED)]
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
        return [NO_PARTIES]
    if len(there) == 1:
        return [ONLY_ONE.format(name=WORDS[there[0]])]
    names = [WORDS[name] for name in there]
    notes = [
        SIZE.format(
            n=len(there), parties=number(parties, *PARTIES), names=listed(names, len(names))
        )
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
        notes.append(BY_DEFINITION.format(names=listed(counted, len(counted))))
    if len(ranked) >= 20:
        notes.append(MANY.format(pairs=len(ranked), chance=len(ranked) // 20))
    return notes


def _pair(row: dict[Any, Any]) -> Text:
    return PAIR.format(
        one=WORDS[row["one"]],
        other=WORDS[row["other"]],
        common=row["common"],
        value=figure(f"{row['correlation']:.2f}"),
        p=figure(f"{row['p']:.3f}"),
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
    "p er delen av {n} tilfeldige stokkingar av partane som gjev ein korrelasjon like langt frå"
    " gjennomsnittet (QAP). At to slag følgjer kvarandre, seier ikkje kva som fører til det"
    " andre.",
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
    "Kven som arbeider saman, vert òg lese ut av dette: {names}. Ein del av den likskapen er"
    " gjeven.",
    "Who works together is read from these too: {names}. Some of that likeness is given.",
)


def _reads(options: Options) -> Sequence[str]:
    chosen = options["relations"] or COMPARED
    together = TOGETHER if SHARED in chosen else ()
    between = [name for name in chosen if name != SHARED]
    return (*together, *between, *(representation.read(options["level"]) if between else ()))


@query(Similarity, order=("one", "other"), notes=similarity_notes, reads=_reads)
def similarity_of_relations(
    graph: PlanGraph | Askable,
    *,
    relations: Relations = (),
    isolates: Annotated[
        bool,
        Option(
            Text(
                "tell også med parter som ikke har noen av disse båndene",
                "tel også med partar som ikkje har nokon av desse banda",
                "count also parties that have none of these ties",
            )
        ),
    ] = False,
    **options: Unpack[TieOptions],
) -> pd.DataFrame:
    """Whether kinds of ties between parties go together: overlap and QAP correlation, by twos.

    Compared are the relations of `party-relations` that tie anybody, and TOGETHER: who works
    together as in `collaborations` (at least one shared activity), among the parties that have any
    of them; with `isolates`, all parties. Overlap is the number of ties that both have over that
    which either has (Jaccard 1901); a tie that has no direction runs both ways. Correlation is
    Pearson's over all ordered pairs of different parties, with p by the quadratic assignment
    procedure: seeded, two-sided, the ties as found among the draws (Krackhardt 1988, Social
    Networks 10, p. 359; UCINET QAP Correlation; sna qaptest of gcor). Fewer shufflings where
    networks are very large.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": m, "kind": "Municipality", "name": m} for m in "abc"],
    ...     [{"source": "a", "relation": "FUNDS", "target": "b"},
    ...      {"source": "a", "relation": "COLLABORATES_WITH", "target": "b"},
    ...      {"source": "b", "relation": "COLLABORATES_WITH", "target": "c"}])
    >>> rows = similarity_of_relations(graph)
    >>> rows[["one", "other", "one_ties", "other_ties", "common", "overlap"]].values.tolist()
    [['TOGETHER', 'FUNDS', 4, 1, 1, 0.25]]
    """
    chosen = [name for name in COMPARED if not relations or name in relations]
    ends, names = _ties(graph, chosen, **options)
    if isolates:
        asked = {name: options[name] for name in ("as_of", "successors", "level")}
        every = ask(graph, "party-groups", only=("party",), **asked)
        names.update(every["party"])
    known = pd.Index(sorted(names))
    keys = {name: _keys(known, *pair) for name, pair in ends.items() if len(pair[0])}
    rows = [
        _row(one, other, keys[one], keys[other], len(known)) for one, other in combinations(keys, 2)
    ]
    table = columns.of_rows(Similarity, rows)
    table.attrs[ASKED] = len(known), tuple(keys)
    floats = dict.fromkeys(("overlap", "correlation", "p"), "float64")
    return table.astype({**dict.fromkeys(WHOLE, "int64"), **floats})


WHOLE = ("one_ties", "other_ties", "common", "repeats")
Ends = tuple[Sequence[str], Sequence[str]]


def _ties(
    graph: PlanGraph | Askable, chosen: Sequence[str], **options: Any
) -> tuple[dict[str, Ends], set[str]]:
    """The two ends of the ties of each relation, by id, and all parties that count."""
    found: dict[str, Ends] = {}
    names: set[str] = set()
    between = [name for name in chosen if name != SHARED]
    if SHARED in chosen:
        net = networks.asked(graph, relation=None, **options)
        one, other = net.matrix.nonzero()
        ids = net.names.index.to_numpy()
        found[SHARED] = ids[one].tolist(), ids[other].tolist()
        names.update(ids)
    if between:
        only = ("party", "relation", "other")
        rows = ask(graph, "party-relations", only=only, relations=tuple(between), **options)
        for name in between:
            some = rows[(rows["relation"] == name).to_numpy()]
            found[name] = some["party"].tolist(), some["other"].tolist()
            names.update(*found[name])
    return found, names


def _keys(known: pd.Index, one: Sequence[str], other: Sequence[str]) -> Integers:
    source, target = (known.get_indexer(list(ends)).astype(np.int64) for ends in (one, other))
    return np.unique(source * len(known) + target)


def _row(one: str, other: str, mine: Integers, theirs: Integers, parties: int) -> Similarity:
    found = likeness(mine, theirs, parties)
    chance = found.correlation
    return Similarity(
        one=one,
        other=other,
        one_ties=len(mine),
        other_ties=len(theirs),
        common=found.common,
        overlap=round(found.jaccard, DIGITS),
        correlation=round(chance.value, DIGITS) if chance else np.nan,
        p=round(chance.p, DIGITS) if chance else np.nan,
        repeats=found.repeats,
    )
