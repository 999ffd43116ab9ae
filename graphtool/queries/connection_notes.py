"""What is said beside paths: how many there are and which is the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.language import Text, number, setting

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph
    from graphtool.queries.query import Askable


def connection_notes(
    graph: PlanGraph | Askable, rows: pd.DataFrame, *, most: int, **asked: Any
) -> list[Text]:
    """How many there are, or that nothing ties the two within so many steps.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> graph = examples.three_in_a_row()
    >>> run("paths", graph, from_="a", to="c").notes[0].en
    'One shortest path, of 2 steps; no other is as short.'
    """
    one, other, longest = asked["from_"], asked["to"], asked["max_steps"]
    if rows.empty:
        itself = rows.attrs.get(ITSELF, False)
        form = UNASKED if one is None or other is None else SAME if itself else NONE
        return [form.format(one=one, other=other, steps=number(longest, *STEPS))]
    single, many = (FIRST_ONE, FIRST) if len(rows) >= most else (ONE, ALL)
    form = single if len(rows) == 1 else many
    return [form.format(n=len(rows), steps=number(int(rows["steps"].min()), *STEPS))]


STEPS = Text("1 ledd", "1 ledd", "1 step"), Text("{n} ledd", "{n} ledd", "{n} steps")
ENDS = f"{setting('from')} og {setting('to')}"
UNASKED = Text(
    f"Spør med {ENDS} hvilke to det gjelder.",
    f"Spør med {ENDS} kva for to det gjeld.",
    f"Ask with {setting('from')} and {setting('to')} which two are meant.",
)
ITSELF = "itself"
"""Under which the rows keep that both ends are one node, however they were named: in `attrs`."""
SAME = Text(
    "{one} og {other} er den samme.", "{one} og {other} er den same.", "{one} and {other} are one."
)
NONE = Text(
    "Ingenting knytter {one} til {other} i løpet av {steps}.",
    "Ingenting knyter {one} til {other} i løpet av {steps}.",
    "Nothing ties {one} to {other} within {steps}.",
)
ONE = Text(
    "Én korteste vei, på {steps}; ingen annen er så kort.",
    "Éin kortaste veg, på {steps}; ingen annan er så kort.",
    "One shortest path, of {steps}; no other is as short.",
)
ALL = Text(
    "{n} korteste veier, på {steps}; det finnes ingen kortere, og ingen andre på så mange.",
    "{n} kortaste vegar, på {steps}; det finst ingen kortare, og ingen andre på så mange.",
    "Shortest paths: {n}, of {steps}; there is none shorter, and no other as short.",
)
FIRST_ONE = Text(
    "Den første av de korteste veiene, på {steps}; det kan finnes flere på så mange.",
    "Den første av dei kortaste vegane, på {steps}; det kan finnast fleire på så mange.",
    "The first of the shortest paths, of {steps}; there may be more as short.",
)
FIRST = Text(
    "De første {n} av de korteste veiene, på {steps}; det kan finnes flere på så mange.",
    "Dei første {n} av dei kortaste vegane, på {steps}; det kan finnast fleire på så mange.",
    "The first {n} of the shortest paths, of {steps}; there may be more as short.",
)
