"""From parties in activities to ties between parties: the projection of Newman (2001).

Everybody who takes part in an activity is tied to everybody else who does; a forum takes part in
itself, so it is tied to each of its members. An activity of n parties gives each pair 1/(n-1), so
that a party's strength is the number of activities that it shares with anybody (M. E. J. Newman,
"Scientific collaboration networks. II", Physical Review E 64, 016132, 2001, equation 2).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from graphtool import schema
from graphtool.algorithms import projection
from graphtool.errors import GraphtoolError
from graphtool.graph import representation
from graphtool.graph.belonging import UNSAID
from graphtool.graph.once import once
from graphtool.language import Said, Text, setting
from graphtool.queries.query import Askable, Options
from graphtool.queries.registry import ask

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph


_TOO_MANY = Text(
    "{pairs} par deler en aktivitet, flere enn {most}; spør om et mindre utvalg (den største"
    " aktiviteten har {parties} parter)",
    "{pairs} par deler ein aktivitet, fleire enn {most}; spør om eit mindre utval (den største"
    " aktiviteten har {parties} partar)",
    "{pairs} pairs share an activity, more than {most}; ask a smaller graph (the largest activity"
    " has {parties} parties)",
)
PARTICIPATION = (
    "MEMBER_OF",
    "LEADS",
    "HOSTS",
    "OWNS",
    "RESPONSIBLE_FOR",
    "COORDINATES",
    "SUPPORTS",
    "PARTICIPATES_IN",
    "APPLIED_FOR",
    "FUNDS",
    "ADOPTED",
)
"""Relations by which a party takes part in an activity."""
TOGETHER = (*PARTICIPATION, "COLLABORATES_WITH", "AFFILIATED_WITH")
"""The relations that say who works with whom, and for whom somebody does."""
ACTIVITIES = ("Programme", "Project", "Plan", "Measure")
"""Kinds that are activities, beside actors that are forums."""
FORUM = "forum"
"""The word for those where kinds of activity are asked for."""
STATED = "COLLABORATES_WITH"
AS_ORGANISATIONS = setting("level", "organisation")
MOST_PAIRS = 20_000_000
"""More pairs than this are refused: nobody can read them, and memory would not hold them."""


@once
def incidence(
    graph: PlanGraph,
    *,
    level: str = "organisation",
    planned: bool = False,
    relations: Sequence[str] = (),
    kinds: Sequence[str] = (),
) -> pd.DataFrame:
    """Who takes part in what, one row a party, activity, assertion and who stands behind.

    `party`, `activity` and `who` are positions in the graph's nodes; a stated tie is an activity
    of its own, at `len(nodes)` and beyond. `who` is the party itself, or somebody who counts for
    it at this level (`representation`). `edge` is the row in the graph's edges; it is -1 where a
    forum takes part in itself, which it does where anybody else does. Groups that name nobody take
    part in nothing. An activity's own rows are together, in the order of its assertions.

    With `relations` only what these say counts, with `kinds` only activities of these: kinds of
    `ACTIVITIES`, or `FORUM`; a stated tie is of no kind.

    >>> from graphtool.graph import examples
    >>> graph = examples.acting_for()
    >>> incidence(graph)[["party", "activity", "who"]].values.tolist()  # Kari for the municipality
    [[0, 3, 1], [2, 3, 2]]
    """
    edges = graph.related(*(name for name in PARTICIPATION if not relations or name in relations))
    forum = _is_forum(graph)
    wanted = graph.nodes["kind"].isin(set(kinds or ACTIVITIES) & {*ACTIVITIES}).to_numpy()
    if not kinds or FORUM in kinds:
        wanted = wanted | forum
    to = wanted[edges["target"].to_numpy()]
    rows = pd.DataFrame(
        {
            "who": edges["source"].to_numpy(dtype=np.int64)[to],
            "activity": edges["target"].to_numpy(dtype=np.int64)[to],
            "edge": edges.index.to_numpy()[to],
        }
    )
    if not kinds and (not relations or STATED in relations):
        rows = pd.concat([rows, _stated(graph)], ignore_index=True)
    if not planned:
        unsaid = graph.edges["modality"].isin(UNSAID).to_numpy()
        rows = rows[~unsaid[rows["edge"].to_numpy()]]
    rows = rows[representation.named(graph)[rows["who"].to_numpy()]]
    rows = rows[rows["who"] != rows["activity"]]
    meeting = np.intersect1d(rows["activity"].to_numpy(), np.flatnonzero(forum))
    itself = pd.DataFrame({"who": meeting, "activity": meeting, "edge": -1})
    rows = pd.concat([rows, itself], ignore_index=True)
    rows = rows.merge(representation.counted(graph, level), on="who")
    own = rows["party"] == rows["activity"]
    # A forum whose only people are its own meets nobody.
    met = np.isin(rows["activity"].to_numpy(), rows["activity"][~own].to_numpy())
    rows = rows[~own | ((rows["edge"] < 0) & met)]
    return rows[["party", "activity", "edge", "who"]].reset_index(drop=True)


def _is_forum(graph: PlanGraph) -> np.ndarray:
    nodes = graph.nodes
    forum: np.ndarray = (
        (nodes["kind"] == "Actor") & nodes["subkind"].isin(schema.FORUMS)
    ).to_numpy()
    return forum


def _stated(graph: PlanGraph) -> pd.DataFrame:
    """Both ends of every stated tie; its assertions are one activity."""
    ties = graph.related(STATED)
    ties = ties[ties["source"] != ties["target"]]
    number = len(graph.nodes) + ties.groupby(["source", "target"]).ngroup().to_numpy(np.int64)
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "who": ties[end].to_numpy(dtype=np.int64),
                    "activity": number,
                    "edge": ties.index.to_numpy(),
                }
            )
            for end in ("source", "target")
        ]
    )


class Ties(NamedTuple):
    """Pairs of parties that share an activity; arrays with one value a pair, sorted by both."""

    party: np.ndarray
    """Position of the party that comes first."""
    partner: np.ndarray
    activities: np.ndarray
    """How many activities they share."""
    jaccard: np.ndarray
    """How many they share of all that either takes part in."""
    weight: np.ndarray
    """Newman's weight: the sum of 1/(n-1) over them, not rounded, so that sums of it stay true."""


def ties(found: pd.DataFrame) -> Ties:
    """Every pair that shares an activity; raises `GraphtoolError` where there are too many.

    >>> found = pd.DataFrame({"party": [3, 5, 7], "activity": [0, 0, 0]})
    >>> tied = ties(found)
    >>> list(zip(tied.party.tolist(), tied.partner.tolist(), tied.weight.tolist()))
    [(3, 5, 0.5), (3, 7, 0.5), (5, 7, 0.5)]
    """
    rows = (found[name].to_numpy(dtype=np.int64) for name in ("party", "activity"))
    who = projection.memberships(*rows)
    if who.pairs > MOST_PAIRS:
        counts = {"pairs": who.pairs, "most": MOST_PAIRS, "parties": who.sizes.max()}
        raise GraphtoolError(Said(_TOO_MANY, **counts))
    tied = projection.shared(who)
    each = np.diff(who.start)
    return Ties(
        party=who.names[tied.one],
        partner=who.names[tied.other],
        activities=tied.groups,
        weight=tied.weight,
        jaccard=tied.groups / (each[tied.one] + each[tied.other] - tied.groups),
    )


ONE_WHO = Text("personen", "personen", "the person works")
THOSE_WHO = Text("de", "dei", "they work")


def on_their_own(
    graph: PlanGraph | Askable, parties: Iterable[str], options: Options
) -> list[Text]:
    """At level party, that persons stand apart from those whom they are affiliated with.

    >>> from graphtool.graph import examples
    >>> graph = examples.acting_for()
    >>> options = {"level": "party", "as_of": None, "successors": "carry"}
    >>> on_their_own(graph, ["kari"], options)[0].en[:28]
    'Here one person stands alone'
    """
    if options["level"] != "party":
        return []
    day = {name: options[name] for name in ("as_of", "successors")}
    named = ("source", "modality")
    rows = ask(graph, "assertions", only=named, relations=("AFFILIATED_WITH",), **day)
    rows = rows[~rows["modality"].isin(UNSAID)]
    n = len(set(rows["source"]) & set(parties))
    if not n:
        return []
    people = Text("én person", "éin person", "one person")
    several = Text("{n} personer", "{n} personar", "{n} people")
    return [
        Text(
            "Her står {people} for seg, ikke sammen med dem som {they} arbeider for eller"
            f" representerer; {AS_ORGANISATIONS} regner dem sammen.",
            "Her står {people} for seg, ikkje saman med dei som {they} arbeider for eller"
            f" representerer; {AS_ORGANISATIONS} reknar dei saman.",
            "Here {people} {stand} alone, not together with those whom {they} for or represent;"
            f" {AS_ORGANISATIONS} counts them together.",
        ).format(
            people=people if n == 1 else several.format(n=n),
            stand="stands" if n == 1 else "stand",
            they=ONE_WHO if n == 1 else THOSE_WHO,
        )
    ]
