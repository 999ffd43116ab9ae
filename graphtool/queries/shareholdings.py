"""Who has what part of each company and resource, directly and through others, and who controls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Unpack

import pandas as pd

from graphtool.algorithms.shareholding import Holding
from graphtool.language import Text, listed, number, plain, shortened
from graphtool.queries import columns
from graphtool.queries.fields import (
    Column,
    Document,
    Line,
    Option,
    Quote,
    TimeOptions,
    col,
    node_id,
)
from graphtool.queries.links import Names
from graphtool.queries.matrix import crossed
from graphtool.queries.owners import Modality
from graphtool.queries.phrases import absent, figure
from graphtool.queries.query import Askable
from graphtool.queries.registry import query
from graphtool.queries.stakes import READS, Stakes, stakes

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

SURE, MAYBE = "majority", "possible"
CONTROL = {SURE: Text("ja", "ja", "yes"), MAYBE: Text("kanskje", "kanskje", "perhaps")}
TO = "–"


def percent(part: str) -> Text:
    """A part or an interval of parts, from 0 to 1, as people say it.

    >>> percent("0.4").en, percent("0.125–1").nb
    ('40%', '12,5–100 %')
    """
    ends = [f"{100 * float(end):.4g}" for end in part.split(TO)]
    return Text("{part} %", "{part} %", "{part}%").format(part=figure(TO.join(ends)))


def _end(nb: str, nn: str, en: str, end: str, end_en: str) -> Column:
    """The column of an interval's one end; people read both ends in one."""
    return Column(
        Text(f"{nb}, {end}", f"{nn}, {end}", f"{en}, {end_en}"),
        Text(
            f"{nb}, på det {end}e, fra 0 til 1",
            f"{nn}, på det {end}e, frå 0 til 1",
            f"{en}, at the {end_en}, from 0 to 1",
        ),
        in_tables=False,
    )


class Shareholding(NamedTuple):
    """An owner, and what it has of one company or resource."""

    owned: Annotated[
        str,
        node_id(
            "eid-id",
            "eigd-id",
            "owned",
            Text("id-en til det som eies", "id-en til det som er eigd", "id of what is owned"),
        ),
    ]
    name: Annotated[
        str,
        col(
            "hva",
            "kva",
            "what",
            Text(
                "navnet på det som eies", "namnet på det som er eigd", "the name of what is owned"
            ),
        ),
    ]
    owner: Annotated[
        str,
        node_id(
            "eier-id",
            "eigar-id",
            "owner",
            Text("eierens id", "id-en til eigaren", "id of the owner"),
        ),
    ]
    owner_name: Annotated[
        str,
        col(
            "eier",
            "eigar",
            "owner name",
            Text("eierens navn", "namnet på eigaren", "the owner's name"),
        ),
    ]
    direct: Annotated[
        str | None,
        Column(
            Text("direkte", "direkte", "direct"),
            Text(
                "dens egen andel, eller fra hva til hva den kan være; tomt der den ikke har noen"
                " selv",
                "den eigne delen, eller frå kva til kva han kan vere; tomt der han ikkje har"
                " nokon sjølv",
                "its own share, or from what to what it can be; empty where it holds none itself",
            ),
            said=percent,
        ),
    ]
    integrated: Annotated[
        str | None,
        Column(
            Text("i alt", "i alt", "in all"),
            Text(
                "det den har direkte og gjennom andre, eller fra hva til hva det kan være; tomt"
                " der eieren ligger i en lukket ring",
                "det han har direkte og gjennom andre, eller frå kva til kva det kan vere; tomt"
                " der eigaren ligg i ein lukka ring",
                "what it has directly and through others, or from what to what that can be; empty"
                " where"
                " the owner lies in a closed ring",
            ),
            said=percent,
        ),
    ]
    control: Annotated[
        str | None,
        Column(
            Text("flertall", "fleirtal", "majority"),
            Text(
                "om den har mer enn halvparten sammen med dem den bestemmer over: sikkert, eller"
                " kanskje",
                "om han har meir enn halvparten saman med dei han bestemmer over: sikkert, eller"
                " kanskje",
                "whether it has more than half together with those it controls: surely, or perhaps",
            ),
            CONTROL,
        ),
    ]
    through: Annotated[
        str | None,
        col(
            "gjennom",
            "gjennom",
            "through",
            Text(
                "navnene på eierne den har noe gjennom",
                "namna på eigarane han har noko gjennom",
                "names of the owners through which it has something",
            ),
        ),
    ]
    steps: Annotated[
        int,
        col(
            "ledd",
            "ledd",
            "steps",
            Text(
                "hvor mange eierandeler som fører dit, langs den korteste veien",
                "kor mange eigardelar som fører dit, langs den kortaste vegen",
                "how many holdings lead there, by the shortest way",
            ),
        ),
    ]
    direct_least: Annotated[float, _end("direkte", "direkte", "directly", "minst", "least")]
    direct_most: Annotated[float, _end("direkte", "direkte", "directly", "mest", "most")]
    integrated_least: Annotated[float | None, _end("i alt", "i alt", "in all", "minst", "least")]
    integrated_most: Annotated[float | None, _end("i alt", "i alt", "in all", "mest", "most")]
    modality: Modality
    document: Document
    line: Line
    quote: Quote


Level = Annotated[
    Literal["party", "municipality"],
    Option(
        Text(
            "hvem sine eierandeler som vises: alle parters, eller bare kommunenes",
            "kven sine eigardelar som blir viste: alle partane sine, eller berre kommunane sine",
            "whose holdings are shown: every party's, or the municipalities' only",
        )
    ),
]


class Held(NamedTuple):
    """What the notes tell of beside the rows."""

    unknown: int
    over: int
    unsaid: int
    rings: tuple[tuple[str, ...], ...]
    """Names of those that own each other wholly."""
    first: tuple[tuple[str, str], ...]
    """Names of the owners shown that have a sure majority, each with what it controls.

    Without those that are controlled themselves, by one whom they do not control in turn.
    """


HELD = "held"
"""Under which the rows keep it: among the table's `attrs`."""


def shareholding_notes(
    graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any
) -> list[Text]:
    """How many have owners, who controls what, what is not known, and what does not count.

    >>> from graphtool import PlanGraph, run
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "k", "kind": "Actor", "name": "Kraft AS"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "k", "share": 0.6}])
    >>> [note.en for note in run("shareholdings", graph).notes]
    ['Said to have owners: 1 company or resource.', 'A sure majority: Vennesla in Kraft AS.']
    """
    held: Held = rows.attrs[HELD]
    notes = []
    if rows.empty:
        notes.append(absent(STAKES, options["as_of"]) if options["level"] == "party" else NO_TOWN)
    else:
        form = SIZE if options["level"] == "party" else TOWNS_SIZE
        notes.append(form.format(things=number(rows["owned"].nunique(), *THINGS)))
        names = [IN.format(owner=shortened(a), owned=shortened(b)) for a, b in held.first]
        none = NO_MAJORITY if options["level"] == "party" else NO_TOWNS_MAJORITY
        notes.append(MAJORITY.format(who=listed(names)) if names else none)
    if held.unknown:
        notes.append(UNKNOWN.format(stakes=number(held.unknown, *PARTS)))
    notes += [RING.format(who=listed(plain(ring), 8)) for ring in held.rings]
    if held.over:
        notes.append(OVER.format(said=number(held.over, *SAID)))
    if held.unsaid:
        notes.append(UNSAID.format(said=number(held.unsaid, *SAID)))
    return notes


STAKES = Text(
    "eiere av selskaper eller ressurser",
    "eigarar av selskap eller ressursar",
    "owners of companies or resources",
)
NO_TOWN = Text(
    "Ingen kommune er sagt å eie noe av et selskap eller en ressurs.",
    "Ingen kommune er sagd å eige noko av eit selskap eller ein ressurs.",
    "No municipality is said to own any part of a company or resource.",
)
THINGS = (
    Text("1 selskap eller ressurs", "1 selskap eller ressurs", "1 company or resource"),
    Text("{n} selskaper og ressurser", "{n} selskap og ressursar", "{n} companies and resources"),
)
SIZE = Text(
    "Med oppgitte eiere: {things}.",
    "Med oppgjevne eigarar: {things}.",
    "Said to have owners: {things}.",
)
TOWNS_SIZE = Text(
    "Kommuner har eller kan ha noe av {things}.",
    "Kommunar har eller kan ha noko av {things}.",
    "Municipalities have, or may have, a part in {things}.",
)
IN = Text("{owner} i {owned}", "{owner} i {owned}", "{owner} in {owned}")
MAJORITY = Text("Sikkert flertall: {who}.", "Sikkert fleirtal: {who}.", "A sure majority: {who}.")
NO_MAJORITY = Text(
    "Ingen har et sikkert flertall.",
    "Ingen har eit sikkert fleirtal.",
    "Nobody has a sure majority.",
)
NO_TOWNS_MAJORITY = Text(
    "Ingen kommune har et sikkert flertall.",
    "Ingen kommune har eit sikkert fleirtal.",
    "No municipality has a sure majority.",
)
PARTS = (
    Text("1 eierandel", "1 eigardel", "1 share"),
    Text("{n} eierandeler", "{n} eigardelar", "{n} shares"),
)
UNKNOWN = Text(
    "Ikke oppgitt, eller ikke sikkert: {stakes}. Der står det minste og det meste som er mulig.",
    "Ikkje oppgjeve, eller ikkje sikkert: {stakes}. Der står det minste og det meste som er"
    " mogleg.",
    "Not said, or not for sure: {stakes}. There the least and the most that is possible stand.",
)
RING = Text(
    "{who} eier hverandre helt, så det de eier, kan ikke regnes gjennom: ringen tar ikke slutt.",
    "{who} eig kvarandre heilt, så det dei eig, kan ikkje reknast gjennom: ringen tek ikkje slutt.",
    "{who} own each other wholly, so what they own cannot be worked out: the ring does not end.",
)
SAID = (
    Text("1 påstand om eierskap", "1 påstand om eigarskap", "1 assertion of ownership"),
    Text("{n} påstander om eierskap", "{n} påstandar om eigarskap", "{n} assertions of ownership"),
)
OVER = Text(
    "Ikke i kraft, og derfor ikke regnet med: {said}.",
    "Ikkje i kraft, og difor ikkje rekna med: {said}.",
    "Not in force, and therefore not counted: {said}.",
)
UNSAID = Text(
    "Bare planlagt eller ønsket, og derfor ikke regnet med: {said}.",
    "Berre planlagt eller ønskt, og difor ikkje rekna med: {said}.",
    "Only planned or wished for, and therefore not counted: {said}.",
)


def shareholding_matrix(rows: pd.DataFrame) -> tuple[type, pd.DataFrame]:
    """What is owned as rows, owners as columns, and in a cell what the one has of the other."""
    return crossed(
        rows,
        Shareholding,
        things=("owned", "name"),
        across=("owner", "owner_name"),
        cell="integrated",
    )


@query(
    Shareholding,
    order=("name", "owned", "steps", "-direct_least", "owner_name", "owner"),
    notes=shareholding_notes,
    reads=READS,
    matrix=shareholding_matrix,
    dates_all=True,
)
def shareholdings(
    graph: PlanGraph, *, level: Level = "party", **when: Unpack[TimeOptions]
) -> pd.DataFrame:
    """Who has what part of each company and resource, directly and through others, and controls it.

    Legal ownership: OWNS of an actor or a resource, said as a fact and in force on the day; without
    a day, not said to have ended. Its `share` is the direct part. One that is not said can be from
    nothing to all that the other owners leave, and is never guessed: each number has a least and a
    most, and is known where they are equal. Assertions that disagree give the interval between
    them. In all is the integrated ownership A (I - A)^-1 of the direct shares A, circles included
    (Brioschi, Buzzacchi and Colombo 1989, Journal of Banking and Finance 13, p. 747); an owner on a
    circle has there what comes back to it once (Baldone, Brioschi and Paleari 1998). Where some own
    each other wholly that has no value, and they have none. The most is what the way to deal out
    the unknown shares that is best for the owner would give it.

    Control is by majority chains: an owner controls what it holds more than half of, together with
    those it controls (La Porta, Lopez-de-Silanes and Shleifer 1999, Journal of Finance 54, p. 471,
    at one half); surely with every unknown share at its least, perhaps with it at its most. A row
    for each owner that may have any part; modality and evidence are of its own holding, else of one
    through which it has something.

    >>> from graphtool import PlanGraph
    >>> graph = PlanGraph.from_tables(
    ...     [{"id": "v", "kind": "Municipality", "name": "Vennesla"},
    ...      {"id": "k", "kind": "Actor", "name": "Kraft AS"},
    ...      {"id": "n", "kind": "Actor", "name": "Nett AS"}],
    ...     [{"source": "v", "relation": "OWNS", "target": "k", "share": 0.6},
    ...      {"source": "k", "relation": "OWNS", "target": "n", "share": 0.5},
    ...      {"source": "v", "relation": "OWNS", "target": "n"}])
    >>> shareholdings(graph)[["owned", "owner", "direct", "integrated"]].values.tolist()
    [['k', 'v', '0.6', '0.6'], ['n', 'v', '0–0.5', '0.3–0.8'], ['n', 'k', '0.5', '0.5']]
    """
    found = stakes(graph, **when)
    tell, kinds = _Rows(graph, found), graph.nodes["kind"]
    shown = [one for one in tell.owners if level == "party" or kinds.iat[one] == "Municipality"]
    rows = [row for owner in shown for row in tell.rows(owner)]
    table = columns.of_rows(Shareholding, rows)
    rings = tuple(tuple(tell.names[at] for at in ring) for ring in tell.rings)
    table.attrs[HELD] = Held(found.unknown, found.over, found.unsaid, rings, tell.first(shown))
    numbers = dict.fromkeys(ENDS, "float64")
    return table.astype({**numbers, "steps": "int64", "line": "int64"})


class _Rows:
    """Holdings as rows."""

    def __init__(self, graph: PlanGraph, found: Stakes) -> None:
        self._found, self._edges = found, graph.edges
        self._held = found.held
        self.owners = sorted({one for held in self._held.owners.values() for one in held})
        self.ids, self.names = graph.nodes["id"].tolist(), graph.nodes["name"].tolist()
        self._place = Names(graph).place
        self.rings = sorted(
            sorted(ring, key=self._place.__getitem__) for ring in self._held.closed_rings()
        )
        self._ringed = {at for ring in self.rings for at in ring}

    def rows(self, owner: int) -> list[Shareholding]:
        """What an owner has of each."""
        steps = self._held.reached(owner)
        whole = {} if owner in self._ringed else self._held.integrated(owner)
        sure, maybe = (self._held.controlled(owner, surely=surely) for surely in (True, False))
        return [
            self._row(
                owner,
                owned,
                steps,
                whole.get(owned, NOWHERE),
                SURE if owned in sure else MAYBE if owned in maybe else "",
            )
            for owned in steps
        ]

    def _row(
        self, owner: int, owned: int, steps: dict[int, int], whole: Holding, control: str
    ) -> Shareholding:
        holders = self._held.owners[owned]
        own = holders.get(owner)
        through = sorted((at for at in holders if at in steps), key=self._place.__getitem__)
        cited = self._found.cited[owner if own else through[0], owned]
        edge = self._edges.iloc[cited]
        return Shareholding(
            owned=self.ids[owned],
            name=self.names[owned],
            owner=self.ids[owner],
            owner_name=self.names[owner],
            direct=_said(own) if own else "",
            integrated=_said(whole) if whole is not NOWHERE else "",
            control=control,
            through=columns.SEPARATOR.join(self.names[at] for at in through),
            steps=steps[owned],
            direct_least=_rounded(own.least) if own else 0.0,
            direct_most=_rounded(own.most) if own else 0.0,
            integrated_least=whole.least,
            integrated_most=whole.most,
            modality=edge["modality"] if own else "derived",
            document=edge["document"],
            line=edge["line"],
            quote=edge["quote"],
        )

    def first(self, shown: Sequence[int]) -> tuple[tuple[str, str], ...]:
        """Of these owners who has a sure majority in what, but what follows from another's."""
        sure = {one: self._held.controlled(one, surely=True) for one in self.owners}
        under = {
            owned for one, some in sure.items() for owned in some if one not in sure.get(owned, ())
        }
        pairs = [(one, owned) for one in shown if one not in under for owned in sure[one]]
        pairs.sort(key=lambda pair: (self._place[pair[0]], self._place[pair[1]]))
        return tuple((self.names[one], self.names[owned]) for one, owned in pairs)


NOWHERE = Holding(float("nan"), float("nan"))
ENDS = ("direct_least", "direct_most", "integrated_least", "integrated_most")


def _rounded(value: float) -> float:
    return round(value, 9)


def _said(part: Holding) -> str:
    """A part as text, or from what to what it can be.

    >>> _said(Holding(0.5, 0.5)), _said(Holding(0.0, 0.25))
    ('0.5', '0–0.25')
    """
    ends = [f"{_rounded(end):.9g}" for end in part]
    return ends[0] if ends[0] == ends[1] else TO.join(ends)
