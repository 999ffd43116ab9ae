"""What is said beside the rows of `robustness`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphtool.language import Text, joined, number, setting
from graphtool.queries import measures
from graphtool.queries.bridge_notes import hardest
from graphtool.queries.nobody import nobody_in
from graphtool.queries.phrases import PARTIES, figure
from graphtool.queries.query import Options
from graphtool.queries.registry import ask
from graphtool.queries.robustness_columns import ORDERS

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph
    from graphtool.queries.query import Askable


def robustness_notes(graph: PlanGraph | Askable, rows: pd.DataFrame, **options: Any) -> list[Text]:
    """How many have to leave until half is lost, by each order.

    >>> from graphtool import run
    >>> from graphtool.graph import examples
    >>> run("robustness", examples.three_in_a_row()).notes[0].en
    'Random: with 2 parties gone, no more than half as many hang together.'
    """
    if rows.empty:
        return [nobody_in(graph, options)]
    notes = []
    for order, label in ORDERS.items():
        some = rows[rows["order"] == order]
        whole = some["largest"].iat[0]
        below = some[some["largest"] <= whole / 2 + ROUNDED]
        if whole * int(rows.attrs[SIZE]) < 2:
            continue
        n = int(below["gone"].min()) if len(below) else 0
        form = HALVED if n else WITHSTOOD
        left = figure(f"{some['largest'].iat[-1]:.0%}".replace("%", " %"))
        gone = number(n or int(some["gone"].max()), *PARTIES)
        notes.append(form.format(order=label.begun(), n=gone, left=left))
    if not notes:
        return [UNTIED]
    together = round(rows["largest"].iat[0] * int(rows.attrs[SIZE]))
    base = BASE.format(n=(together + 1) // 2, total=together)
    return [*notes, base, STAYS, *_meeting_places(graph, options)]


def _meeting_places(graph: PlanGraph | Askable, options: Options) -> list[Text]:
    """That a council or network that leaves as a party still ties its members here.

    Said where one that is itself among the parties alone ties others: its end would do far more.
    """
    _, names = measures.asked(graph, **options)
    alone = ask(graph, "bridges", **options)
    alone = alone[alone["bridge"].isin(names.index)]
    # Not that they cut off most: what is no party may cut off more.
    alone = alone[alone["cut_off"] == alone["cut_off"].max()]
    return [joined((MEETING_PLACES, hardest(alone)), " ")] if len(alone) else []


ROUNDED = 1e-9
"""By how much a share may differ from what it was before it was rounded."""
SIZE = "parties"
"""Under which the rows keep how many parties there are: among the table's `attrs`."""
HALVED = Text(
    "{order}: når {n} er borte, henger høyst halvparten så mange sammen.",
    "{order}: når {n} er borte, heng høgst halvparten så mange saman.",
    "{order}: with {n} gone, no more than half as many hang together.",
)
WITHSTOOD = Text(
    "{order}: selv når {n} er borte, henger {left} av alle sammen.",
    "{order}: sjølv når {n} er borte, heng {left} av alle saman.",
    "{order}: even with {n} gone, {left} of all hang together.",
)
UNTIED = Text(
    "Ingen er knyttet til noen: det er ikke noe nett å svekke.",
    "Ingen er knytte til nokon: det er ikkje noko nett å svekkje.",
    "Nobody is tied to anybody: there is no network to weaken.",
)
BASE = Text(
    "Til å sammenligne med: om de {total} som nå henger sammen, aldri delte seg, ville høyst"
    " halvparten være igjen når {n} av dem var borte. Av like sentrale går den første etter navn.",
    "Til å samanlikne med: om dei {total} som no heng saman, aldri delte seg, ville høgst"
    " halvparten vere att når {n} av dei var borte. Av like sentrale går den første etter namn.",
    "To compare with: if the {total} that hang together now never split, no more than half would be"
    " left when {n} of them were gone. Of equally central ones the first by name leaves.",
)
MEETING_PLACES = Text(
    "Det partene møtes i, knytter dem her sammen også når det selv har gått ut som part; om det tar"
    " slutt, er noe annet.",
    "Det partane møtest i, knyter dei her saman også når det sjølv har gått ut som part; om det tek"
    " slutt, er noko anna.",
    "What the parties meet in ties them here even after it has itself left as a party; that it ends"
    " is another matter.",
)
STAYS = Text(
    "Den som går, tar bare med seg sine egne forbindelser og sitt eget ansvar; organer som den eier"
    " eller er vert for, blir igjen, men med {level} er de en del av kommunen. Hvem som ville ta"
    " over, eller hvilke nye forbindelser som ville komme, sier ikke dataene.",
    "Den som går, tek berre med seg sine eigne samband og sitt eige ansvar; organ som han eig eller"
    " er vert for, blir att, men med {level} er dei ein del av kommunen. Kven som ville ta over,"
    " eller kva nye samband som ville kome, seier ikkje dataa.",
    "Who leaves takes along only its own ties and its own responsibility; bodies that it owns or"
    " hosts stay, but with {level} they are part of the municipality. Who would take over, or"
    " which new ties would come, the data do not say.",
).format(level=setting("level", "municipality"))
